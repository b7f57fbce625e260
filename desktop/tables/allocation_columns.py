"""Which columns the allocation table shows, and what stands over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from models.catalogue import Catalogue, Language
from models.county import County
from models.measure import Basis
from models.plan import Plan
from models.staffing import BEDS

PER = 1000  # people, in the rate column


class ColumnKind(StrEnum):
    VALUE = "value"
    CHANGE = "change"  # planned − authorised
    RATE = "rate"  # planned per 1,000 residents
    NOTE = "note"  # the note of the value


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `basis` and `year` of a computed column are those of the planned figure."""

    measure: str
    basis: Basis
    year: int
    kind: ColumnKind = ColumnKind.VALUE


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column before its year is known; without a year it is that of the chosen years."""

    measure: str
    basis: Basis
    kind: ColumnKind = ColumnKind.VALUE
    year: int | None = None

    def to_text(self) -> str:
        """As the settings keep it."""
        return "|".join((self.measure, self.basis, self.kind, str(self.year or "")))

    @classmethod
    def from_text(cls, text: str) -> ColumnSpec:
        """Raises ValueError for what `to_text` did not make."""
        measure, basis, kind, year = text.split("|")
        return cls(measure, Basis(basis), ColumnKind(kind), int(year) if year else None)


class ColumnSet(StrEnum):
    """A choice of columns for one task."""

    TARGETS = "targets"  # beds on every basis, planned staff
    INSTITUTIONS = "institutions"  # the three columns of Dazu's 专栏3 and 专栏4
    BED_TARGETS = "bed-targets"  # planned beds and remark, as in Yanjiang's table
    STAFF = "staff"
    BEDS = "beds"
    EQUIPMENT = "equipment"
    FILLED = "filled"  # every column that has a figure


@dataclass(frozen=True)
class OwnColumns:
    """A set that the planner put together."""

    name: str
    specs: tuple[ColumnSpec, ...]


AnySet = ColumnSet | OwnColumns


class Years(StrEnum):
    """Of which years the columns are shown; a single step between is chosen by its number."""

    TARGET = "target"  # the baseline, and planned for the target year
    BASELINE = "baseline"  # the baseline alone
    ALL = "all"  # the baseline, and planned for every year up to the target year


AnyYears = Years | int


def steps(plan: Plan) -> range:
    """The years that figures can be planned for, one after another."""
    return range(plan.baseline_year + 1, plan.target_year + 1)


def columns(
    chosen: AnySet, years: AnyYears, catalogue: Catalogue, county: County, plan: Plan
) -> list[Column]:
    """The columns of a set, measures in the order of the catalogue; unknown measures left out."""
    if chosen is ColumnSet.FILLED:
        return list(_filled(years, catalogue, county, plan))
    specs = chosen.specs if isinstance(chosen, OwnColumns) else _specs(chosen, catalogue)
    known = [spec for spec in specs if spec.measure in catalogue.measures]
    found = [
        Column(spec.measure, spec.basis, year, spec.kind)
        for spec in known
        for year in _years_of(spec, years, plan)
    ]
    return list(dict.fromkeys(found))


def _years_of(spec: ColumnSpec, years: AnyYears, plan: Plan) -> Iterable[int]:
    if spec.year is not None:
        return (spec.year,)
    if spec.basis is not Basis.PLANNED:
        return (plan.baseline_year,)
    match years:
        case Years.TARGET:
            return (plan.target_year,)
        case Years.BASELINE:
            return ()
        case Years.ALL:
            return steps(plan)
    return (years,)


def _filled(years: AnyYears, catalogue: Catalogue, county: County, plan: Plan) -> Iterator[Column]:
    """What has a figure in the chosen years; of an actual figure also the years between."""
    for measure in catalogue.measures:
        for basis in Basis:
            wanted = set(_years_of(ColumnSpec(measure, basis), years, plan))
            if years is Years.ALL:
                wanted |= {plan.baseline_year, *steps(plan)}
            for year in sorted(wanted):
                if county.column(plan.id, measure, basis, year):
                    yield Column(measure, basis, year)


def _specs(column_set: ColumnSet, catalogue: Catalogue) -> list[ColumnSpec]:
    def values(groups: tuple[str, ...], *bases: Basis) -> list[ColumnSpec]:
        measures = [m.id for m in catalogue.measures.values() if m.group in groups]
        return [ColumnSpec(measure, basis) for measure in measures for basis in bases]

    beds = [ColumnSpec(BEDS, basis) for basis in Basis]
    match column_set:
        case ColumnSet.TARGETS:
            return [
                *beds,
                ColumnSpec(BEDS, Basis.PLANNED, ColumnKind.CHANGE),
                ColumnSpec(BEDS, Basis.PLANNED, ColumnKind.RATE),
                *values(("staff",), Basis.PLANNED),
            ]
        case ColumnSet.INSTITUTIONS:
            return [*beds, ColumnSpec(BEDS, Basis.PLANNED, ColumnKind.CHANGE)]
        case ColumnSet.BED_TARGETS:
            return [
                ColumnSpec(BEDS, Basis.PLANNED),
                ColumnSpec(BEDS, Basis.PLANNED, ColumnKind.NOTE),
            ]
        case ColumnSet.STAFF:
            return values(("staff",), Basis.ACTUAL, Basis.PLANNED)
        case ColumnSet.BEDS:
            return values(("beds",), *Basis)
        case ColumnSet.EQUIPMENT:
            return values(("vehicles", "equipment"), Basis.ACTUAL, Basis.PLANNED)
        case ColumnSet.FILLED:
            return []  # which they are, the figures say


def set_with(measure: str, basis: Basis, catalogue: Catalogue) -> AnySet:
    """The first set that shows a measure on a basis; else one of that measure alone."""
    for column_set in ColumnSet:
        for spec in _specs(column_set, catalogue):
            if (spec.measure, spec.basis) == (measure, basis):
                return column_set
    return OwnColumns("", tuple(ColumnSpec(measure, each) for each in Basis))


def set_name(column_set: ColumnSet) -> str:
    translate = QCoreApplication.translate
    return {
        ColumnSet.TARGETS: translate("AllocationColumns", "Beds and planned staff"),
        ColumnSet.INSTITUTIONS: translate("AllocationColumns", "Bed layout (as Dazu table 4)"),
        ColumnSet.BED_TARGETS: translate("AllocationColumns", "Bed targets (as Yanjiang)"),
        ColumnSet.STAFF: translate("AllocationColumns", "Staff: actual and planned"),
        ColumnSet.BEDS: translate("AllocationColumns", "All beds by kind"),
        ColumnSet.EQUIPMENT: translate("AllocationColumns", "Vehicles and equipment"),
        ColumnSet.FILLED: translate("AllocationColumns", "All that has figures"),
    }[column_set]


def heading(column: Column, catalogue: Catalogue, language: Language) -> tuple[str, str, str]:
    """What stands over a column: measure; basis and year; unit."""
    translate = QCoreApplication.translate
    name = catalogue.measure_name(column.measure, language)
    unit = catalogue.measure_unit(column.measure, language)
    basis = f"{catalogue.word('basis', column.basis, language)} {column.year}"
    match column.kind:
        case ColumnKind.VALUE:
            return name, basis, unit
        case ColumnKind.CHANGE:
            return name, translate("AllocationColumns", "Change {year}").format(
                year=column.year
            ), unit  # fmt: skip
        case ColumnKind.RATE:
            return name, basis, translate("AllocationColumns", "per 1,000 people")
        case ColumnKind.NOTE:
            return name, basis, translate("AllocationColumns", "Remark")
