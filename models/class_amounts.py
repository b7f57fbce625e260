"""How beds or a cadre are distributed over the townships and the classes of facilities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.county import County
from models.facility import Facility, FacilityClass
from models.geography import Division
from models.measure import Basis
from models.plan import Plan

Amounts = tuple[tuple[FacilityClass, Decimal], ...]


@dataclass(frozen=True)
class TownshipAmounts:
    """What the facilities of a township have, or (division None) those of the county.

    `amounts` are in the order of the classes; a class whose facilities are all blank is not there.
    """

    division: Division | None
    amounts: Amounts

    @property
    def total(self) -> Decimal:
        return sum((amount for _, amount in self.amounts), Decimal())


@dataclass(frozen=True)
class ClassAmounts:
    """`county` is the whole, `rows` are the townships that have a figure, most first.

    `elsewhere` are the facilities with a figure that stand in no township. `without` are the
    townships without a figure: none of them is shown as zero. `blank` counts the facilities
    without one.
    """

    county: TownshipAmounts
    rows: tuple[TownshipAmounts, ...]
    elsewhere: tuple[tuple[Facility, Decimal], ...]
    without: tuple[Division, ...]
    blank: int


def class_amounts(
    county: County, plan: Plan, measure: str, basis: Basis, year: int
) -> ClassAmounts:
    """A measure of a plan by township and class, on a basis and for a year."""
    cells = county.column(plan.id, measure, basis, year)
    filled = [(f, cells[f.id].value) for f in county.facilities if f.id in cells]
    by_township: dict[str | None, list[tuple[Facility, Decimal]]] = {}
    for facility, value in filled:
        by_township.setdefault(facility.township, []).append((facility, value))
    townships = county.townships
    rows = [
        TownshipAmounts(d, _by_class(by_township[d.code]))
        for d in townships
        if d.code in by_township
    ]
    return ClassAmounts(
        TownshipAmounts(None, _by_class(filled)),
        tuple(sorted(rows, key=lambda row: -row.total)),
        tuple(by_township.get(None, ())),
        tuple(d for d in townships if d.code not in by_township),
        len(county.facilities) - len(filled),
    )


def _by_class(figures: Iterable[tuple[Facility, Decimal]]) -> Amounts:
    sums: dict[FacilityClass, Decimal] = {}
    for facility, value in figures:
        sums[facility.facility_class] = sums.get(facility.facility_class, Decimal()) + value
    return tuple((c, sums[c]) for c in FacilityClass if c in sums)
