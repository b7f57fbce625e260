"""The published layouts of a plan's tables, and which facilities stand in which table of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.county import County
from models.facility import Facility, FacilityClass, Ownership
from models.measure import Basis


class Layout(StrEnum):
    """How a plan publishes a table; `weigui export --layout` takes these names."""

    INDICATORS = "indicators"  # Dazu 专栏1, and every other plan
    BED_STANDARD = "bed-standard"  # beds and beds per 1,000 by class: Dazu 专栏2
    THREE_COLUMN = "three-column"  # authorised, actual, planned: Dazu 专栏3 and 专栏4
    ONE_COLUMN = "one-column"  # planned and a remark: Yanjiang 表1
    EQUIPMENT = "equipment"  # institution × device × year: Dazu 专栏5
    PROJECTS = "projects"  # capital projects with their investments: Wushan

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The bases of the beds that a table of institutions prints; none for other layouts."""
        if self is Layout.THREE_COLUMN:
            return (Basis.AUTHORISED, Basis.ACTUAL, Basis.PLANNED)
        return (Basis.PLANNED,) if self is Layout.ONE_COLUMN else ()


BED_LAYOUTS = (Layout.THREE_COLUMN, Layout.ONE_COLUMN)
FACILITY_LAYOUTS = (*BED_LAYOUTS, Layout.EQUIPMENT)


class AllocationTable(StrEnum):
    """One printed table of a layout."""

    PUBLIC_HOSPITALS = "public-hospitals"
    PRIMARY_CARE = "primary-care"
    OTHERS = "others"
    ALL = "all"


@dataclass(frozen=True)
class TableRows:
    table: AllocationTable
    facilities: tuple[Facility, ...]


def layout_tables(county: County, layout: Layout) -> list[TableRows]:
    """The tables of a layout that have rows, each facility in exactly one, in published order.

    Rows that stand for unnamed institutions (`is_group`) are in none: see `group_rows`.
    """
    rows: dict[AllocationTable, list[Facility]] = {}
    for facility in county.facilities:
        if not facility.is_group:
            rows.setdefault(_table_of(facility, layout), []).append(facility)
    return [TableRows(table, tuple(rows[table])) for table in AllocationTable if table in rows]


def group_rows(county: County) -> list[Facility]:
    """The rows for institutions that the plan counts without naming them."""
    return [f for f in county.facilities if f.is_group]


def _table_of(facility: Facility, layout: Layout) -> AllocationTable:
    if layout is Layout.ONE_COLUMN:
        return AllocationTable.ALL
    if facility.facility_class is FacilityClass.PRIMARY_CARE:
        return AllocationTable.PRIMARY_CARE
    is_public = facility.ownership is Ownership.PUBLIC
    if facility.facility_class is FacilityClass.HOSPITAL and is_public:
        return AllocationTable.PUBLIC_HOSPITALS
    return AllocationTable.OTHERS
