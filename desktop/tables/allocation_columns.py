"""Which columns the allocation table shows, and what stands over them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from models.catalogue import Catalogue, Language
from models.measure import Basis
from models.plan import Plan
from models.staffing import BEDS

PER = 1000  # people, in the rate column


class ColumnSet(StrEnum):
    """A choice of columns for one task."""

    TARGETS = "targets"  # beds on every basis, planned staff
    STAFF = "staff"
    BEDS = "beds"
    EQUIPMENT = "equipment"


class ColumnKind(StrEnum):
    VALUE = "value"
    CHANGE = "change"  # planned − authorised
    RATE = "rate"  # planned per 1,000 residents


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `basis` and `year` of a computed column are those of the planned figure."""

    measure: str
    basis: Basis
    year: int
    kind: ColumnKind = ColumnKind.VALUE


def columns(column_set: ColumnSet, catalogue: Catalogue, plan: Plan) -> list[Column]:
    """The columns of a set, measures in the order of the catalogue."""

    def value(measure: str, basis: Basis) -> Column:
        planned = basis is Basis.PLANNED
        return Column(measure, basis, plan.target_year if planned else plan.baseline_year)

    def values(groups: tuple[str, ...], *bases: Basis) -> list[Column]:
        measures = [m.id for m in catalogue.measures.values() if m.group in groups]
        return [value(measure, basis) for measure in measures for basis in bases]

    match column_set:
        case ColumnSet.TARGETS:
            return [
                *(value(BEDS, basis) for basis in Basis),
                Column(BEDS, Basis.PLANNED, plan.target_year, ColumnKind.CHANGE),
                Column(BEDS, Basis.PLANNED, plan.target_year, ColumnKind.RATE),
                *values(("staff",), Basis.PLANNED),
            ]
        case ColumnSet.STAFF:
            return values(("staff",), Basis.ACTUAL, Basis.PLANNED)
        case ColumnSet.BEDS:
            return values(("beds",), *Basis)
        case ColumnSet.EQUIPMENT:
            return values(("vehicles", "equipment"), Basis.ACTUAL, Basis.PLANNED)


def set_with(measure: str, basis: Basis, catalogue: Catalogue, plan: Plan) -> ColumnSet | None:
    """The first set that shows a measure on a basis."""
    for column_set in ColumnSet:
        for column in columns(column_set, catalogue, plan):
            if (column.measure, column.basis) == (measure, basis):
                return column_set
    return None


def set_name(column_set: ColumnSet) -> str:
    translate = QCoreApplication.translate
    return {
        ColumnSet.TARGETS: translate("AllocationColumns", "Beds and planned staff"),
        ColumnSet.STAFF: translate("AllocationColumns", "Staff: actual and planned"),
        ColumnSet.BEDS: translate("AllocationColumns", "All beds by kind"),
        ColumnSet.EQUIPMENT: translate("AllocationColumns", "Vehicles and equipment"),
    }[column_set]


def heading(column: Column, catalogue: Catalogue, language: Language) -> tuple[str, str, str]:
    """What stands over a column: measure; basis and year; unit."""
    translate = QCoreApplication.translate
    name = catalogue.measure_name(column.measure, language)
    unit = catalogue.measure_unit(column.measure, language)
    basis = catalogue.word("basis", column.basis, language)
    match column.kind:
        case ColumnKind.VALUE:
            return name, f"{basis} {column.year}", unit
        case ColumnKind.CHANGE:
            return name, translate("AllocationColumns", "Change"), unit
        case ColumnKind.RATE:
            per = translate("AllocationColumns", "per 1,000 people")
            return name, f"{basis} {column.year}", per
