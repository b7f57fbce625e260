"""Beds and beds per 1,000 residents by class of institution, as 专栏2 prints them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.county import County, total
from models.facility import FacilityClass, Ownership, Scope
from models.measure import Basis
from models.plan import Plan, Population, PopulationGroup
from models.published import COUNTY_ROWS
from models.source_table import key
from models.summary import BEDS, per_thousand, year_of

STANDARD_BASES = (Basis.AUTHORISED, Basis.PLANNED)
FIGURES = "bed-standard"


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One row, computed from the institutions. `facility_class` is None for the county;
    `ownership` is UNSPECIFIED unless the row is a part of the class above it (其中：公立).
    `rates` are exact beds per 1,000 residents, None where beds or population are not known.
    """

    facility_class: FacilityClass | None
    ownership: Ownership
    beds: Mapping[Basis, Decimal | None]
    rates: Mapping[Basis, Fraction | None]


def standard_rows(county: County, plan: Plan) -> list[StandardRow]:
    """The county, then every class with institutions, hospitals parted by owner if there are both.

    Beds are sums over the institutions, authorised in the baseline year and planned in the target
    year; the population is that of the same year, or the latest known before it.
    """
    rows = [_row(county, plan, None, Ownership.UNSPECIFIED)]
    for facility_class in FacilityClass:
        members = [f for f in county.facilities if f.facility_class is facility_class]
        if not members:
            continue
        rows.append(_row(county, plan, facility_class, Ownership.UNSPECIFIED))
        owners = {f.ownership for f in members} & {Ownership.PUBLIC, Ownership.PRIVATE}
        if facility_class is FacilityClass.HOSPITAL and len(owners) > 1:
            rows += [
                _row(county, plan, facility_class, owner)
                for owner in (Ownership.PUBLIC, Ownership.PRIVATE)
            ]
    return rows


def standard_population(county: County, plan: Plan, basis: Basis) -> Population | None:
    """The residents that a basis is divided by."""
    return county.population(year_of(plan, basis), PopulationGroup.RESIDENT)


def county_row_name(county: County, plan: Plan) -> str:
    """全区, 全县 …: as the plan's own bed standard prints it, else by the county's name."""
    printed = (f.row for f in county.figures(plan.id, FIGURES))
    known = next((row for row in printed if key(row) in COUNTY_ROWS), None)
    ending = county.info.name[-1:] if county.info else ""
    return known or (f"全{ending}" if ending in ("区", "县", "市", "旗") else "全县")


def _row(
    county: County, plan: Plan, facility_class: FacilityClass | None, ownership: Ownership
) -> StandardRow:
    scope = Scope(
        frozenset() if facility_class is None else frozenset({facility_class}),
        ownership=frozenset() if ownership is Ownership.UNSPECIFIED else frozenset({ownership}),
    )
    ids = county.facility_ids(scope)
    beds, rates = {}, {}
    for basis in STANDARD_BASES:
        column = county.column(plan.id, BEDS, basis, year_of(plan, basis))
        beds[basis] = total(a for facility_id, a in column.items() if facility_id in ids)
        rates[basis] = per_thousand(beds[basis], standard_population(county, plan, basis))
    return StandardRow(facility_class, ownership, beds, rates)
