"""The beds of institutions as the plans print them: Dazu 专栏3 and 专栏4, Yanjiang 表1."""

from __future__ import annotations

from collections.abc import Sequence

from models.catalogue import Language
from models.county import County
from models.facility import Facility
from models.layout import AllocationTable, Layout, group_rows, layout_tables
from models.measure import Basis
from models.plan import Plan
from models.plan_document import (
    Kind,
    PlanTable,
    Side,
    TableColumn,
    TableRow,
    Value,
    county_name,
    say,
    total_row,
    wide,
)
from models.summary import BEDS

_NAMES = {
    AllocationTable.PUBLIC_HOSPITALS: ("公立医院", "Public hospitals"),
    AllocationTable.PRIMARY_CARE: ("基层医疗机构", "Primary care"),
    AllocationTable.OTHERS: ("其他医疗卫生机构", "Other facilities"),
    AllocationTable.ALL: ("医疗机构", "Facilities"),
}
_TOTAL = ("合计", "Total")
_SUBTOTAL = ("{}小计", "{}, subtotal")
_COUNTY_TOTAL = ("编制床位合计", "County total")
_NAME_WIDTH = 43


def bed_tables(county: County, plan: Plan, layout: Layout, language: Language) -> list[PlanTable]:
    """The tables of a layout of `models.layout.BED_LAYOUTS`, each closed by its total.

    Where there are several, or rows for unnamed institutions, a last one adds them up.
    """
    maker = _BedTables(county, plan, layout, language)
    tables = [maker.table(rows.table, rows.facilities) for rows in layout_tables(county, layout)]
    groups = group_rows(county)
    if len(tables) != 1 or groups:
        tables.append(maker.county_total(tables, groups))
    return tables


def heading_texts(layout: Layout, plan: Plan, language: Language) -> list[str]:
    """The heading as the plans print it: Dazu 专栏3 (three columns), Yanjiang 表1 (one column)."""
    year = plan.target_year
    if layout is Layout.THREE_COLUMN:
        if language is Language.ZH:
            beds = ["现有编制床位（张）", "实有床位（张）", f"{year}年规划编制床位（张）"]
            return ["序号", "机构名称", *beds]
        return ["No.", "Facility", "Authorised beds", "Actual beds", f"Planned beds {year}"]
    if language is Language.ZH:
        return ["医疗机构", f"{year}年编制床位配置目标（张）", "备注"]
    return ["Facility", f"Authorised beds, target {year}", "Remarks"]


class _BedTables:
    def __init__(self, county: County, plan: Plan, layout: Layout, language: Language) -> None:
        self.county, self.plan, self.layout, self.language = county, plan, layout, language
        self.figures = [
            (basis, plan.target_year if basis is Basis.PLANNED else plan.baseline_year)
            for basis in layout.bases
        ]
        self.is_numbered = layout is Layout.THREE_COLUMN
        self.heads = 2 if self.is_numbered else 1
        texts = heading_texts(layout, plan, language)
        self.columns = tuple(self._column(i, text) for i, text in enumerate(texts))

    def table(self, table: AllocationTable, facilities: Sequence[Facility]) -> PlanTable:
        rows = [self._facility_row(n, facility) for n, facility in enumerate(facilities, 1)]
        what = "布局" if self.layout is Layout.THREE_COLUMN else "编制床位配置表"
        return self._closed(_NAMES[table], what, rows)

    def county_total(self, tables: Sequence[PlanTable], groups: Sequence[Facility]) -> PlanTable:
        """The tables' totals and the rows for unnamed institutions, added up."""
        rows = []
        for number, table in enumerate(tables, 1):
            name = say(_SUBTOTAL, self.language).format(table.name)
            values = table.rows[-1].cells[self.heads : self.heads + len(self.figures)]
            rows.append(self._row(number, name, values, "", repeats=table.name))
        rows += [self._facility_row(n, f) for n, f in enumerate(groups, len(rows) + 1)]
        return self._closed(_COUNTY_TOTAL, "", rows)

    def _closed(self, name: tuple[str, str], what: str, rows: list[TableRow]) -> PlanTable:
        total = total_row(self.columns, self.heads - 1, say(_TOTAL, self.language), rows, 0)
        place, plan = county_name(self.county, self.language), self.plan
        years = f"{plan.baseline_year + 1}—{plan.target_year}"
        title = say(
            (
                f"{place}{name[0]}{what}（{years}年）",
                f"{place} {name[1]}: authorised beds ({years})".strip(),
            ),
            self.language,
        )
        return PlanTable(
            say(name, self.language), title, self.columns, (*rows, total), heads=self.heads
        )

    def _facility_row(self, number: int, facility: Facility) -> TableRow:
        found = [
            self.county.allocation(self.plan.id, facility.id, BEDS, *figure)
            for figure in self.figures
        ]
        note = "" if found[-1] is None else found[-1].note
        values = [None if a is None else a.value for a in found]
        return self._row(number, facility.name, values, note)

    def _row(
        self, number: int, name: str, values: Sequence[Value], note: str, repeats: str = ""
    ) -> TableRow:
        cells = (number, name, *values) if self.is_numbered else (name, *values, note or None)
        return TableRow(cells, repeats=repeats)

    def _column(self, index: int, text: str) -> TableColumn:
        if index == self.heads - 1:
            return TableColumn(text, _NAME_WIDTH)
        if index < self.heads:
            return TableColumn(text, 6, side=Side.CENTER)
        width = max(wide(text) + 2, 16)
        if index < self.heads + len(self.figures):
            return TableColumn(text, width, Kind.COUNT, Side.RIGHT)
        return TableColumn(text, width)
