"""The published tables of a plan, made from the county: one function call per layout.

The tables of institutions' beds are in `models.bed_tables`, that of equipment in
`models.equipment_table`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from models.bed_standard import (
    STANDARD_BASES,
    StandardRow,
    county_row_name,
    standard_population,
    standard_rows,
)
from models.bed_tables import bed_tables
from models.catalogue import Catalogue, Language
from models.county import County
from models.equipment_table import devices_of, equipment_columns, equipment_rows, known_devices
from models.facility import Ownership
from models.figures import format_rate
from models.layout import BED_LAYOUTS, Layout
from models.measure import Measure
from models.plan import Plan
from models.plan_document import (
    Kind,
    PlanTable,
    Side,
    TableColumn,
    TableRow,
    Value,
    county_name,
    numbered,
    say,
    total_row,
)
from models.summary import year_of


def layout_plan_tables(
    county: County, plan: Plan, layout: Layout, catalogue: Catalogue, language: Language
) -> list[PlanTable]:
    """The tables of one layout; those of other things than beds are one each."""
    if layout in BED_LAYOUTS:
        return bed_tables(county, plan, layout, language)
    maker = _PlanTables(county, plan, catalogue, language)
    makers: dict[Layout, Callable[[], PlanTable]] = {
        Layout.INDICATORS: maker.indicators,
        Layout.BED_STANDARD: maker.bed_standard,
        Layout.EQUIPMENT: maker.equipment,
        Layout.PROJECTS: maker.projects,
    }
    return [makers[layout]()]


def has_figures(county: County, plan: Plan, layout: Layout, catalogue: Catalogue) -> bool:
    """Whether the county has anything for the tables of a layout, beside headings."""
    match layout:
        case Layout.INDICATORS:
            return bool(county.indicators(plan.id))
        case Layout.PROJECTS:
            return bool(county.projects(plan.id))
        case Layout.EQUIPMENT:
            return bool(devices_of(county, plan, catalogue))
        case _:
            return bool(county.facilities)


class _PlanTables:
    def __init__(
        self, county: County, plan: Plan, catalogue: Catalogue, language: Language
    ) -> None:
        self.county, self.plan, self.language = county, plan, language
        self.catalogue = catalogue.with_measures(county.table(Measure).values())

    def _say(self, zh: str, en: str) -> str:
        return say((zh, en), self.language)

    def _title(self, name: tuple[str, str]) -> str:
        plan, county = self.plan, county_name(self.county, self.language)
        years = f"{plan.baseline_year + 1}—{plan.target_year}"
        return self._say(f"{county}{name[0]}（{years}年）", f"{county} {name[1]} ({years})".strip())

    # --- indicators

    def indicators(self) -> PlanTable:
        rows = self.county.indicators(self.plan.id)
        baseline, target = self.plan.baseline_year, self.plan.target_year
        has_units = any(row.unit for row in rows)
        name = ("主要发展指标", "Indicators")
        unit = TableColumn(self._say("计量单位", "Unit"), 12, side=Side.CENTER)
        columns = (
            TableColumn(self._say("类别", "Category"), 24, side=Side.CENTER),
            TableColumn(self._say("序号", "No."), 6, side=Side.CENTER),
            TableColumn(self._say("指标", "Indicator"), 52),
            *([unit] if has_units else []),
            TableColumn(
                self._say(f"{baseline}年实际值", f"Actual {baseline}"), 15, Kind.FIGURE, Side.CENTER
            ),
            TableColumn(
                self._say(f"{target}年目标值", f"Target {target}"), 15, Kind.FIGURE, Side.CENTER
            ),
            TableColumn(self._say("指标性质", "Nature"), 11, side=Side.CENTER),
        )
        return PlanTable(
            say(name, self.language),
            self._title(name),
            columns,
            tuple(
                TableRow(
                    (
                        row.category or None, numbered(row.number), row.name,
                        *([row.unit or None] if has_units else []),
                        row.baseline or None, row.target or None,
                        self.catalogue.word("nature", row.nature, self.language),
                    ),
                    is_part=row.parent is not None,
                )
                for row in rows
            ),
            heads=3,
            joined=0,
        )  # fmt: skip

    # --- beds by class

    def bed_standard(self) -> PlanTable:
        years = [year_of(self.plan, basis) for basis in STANDARD_BASES]
        beds = self._say("编制床位数（张）", "Authorised beds")
        rate = self._say("每千常住人口编制床位数（张）", "Beds per 1,000 residents")
        columns = (
            TableColumn(self._say("机构类别", "Facility class"), 30),
            *(TableColumn(self._say(f"{y}年", str(y)), 14, Kind.COUNT, Side.RIGHT, beds)
              for y in years),
            *(TableColumn(self._say(f"{y}年", str(y)), 16, Kind.RATE, Side.RIGHT, rate)
              for y in years),
        )  # fmt: skip
        rows = standard_rows(self.county, self.plan)
        # the county's row stands above those that it adds up
        parts = tuple(
            i for i, row in enumerate(rows) if i and row.ownership is Ownership.UNSPECIFIED
        )
        name = ("床位配置标准", "Bed standard")
        return PlanTable(
            say(name, self.language),
            self._title(name),
            columns,
            tuple(
                self._standard_row(row, parts if row.facility_class is None else ()) for row in rows
            ),
            notes=tuple(self._population_notes()),
        )

    def _standard_row(self, row: StandardRow, sums: tuple[int, ...]) -> TableRow:
        rates = [row.rates[basis] for basis in STANDARD_BASES]
        cells: tuple[Value, ...] = (
            self._standard_name(row),
            *(row.beds[basis] for basis in STANDARD_BASES),
            *(None if rate is None else Decimal(format_rate(rate)) for rate in rates),
        )
        return TableRow(cells, is_total=row.facility_class is None, sums=sums)

    def _standard_name(self, row: StandardRow) -> str:
        if row.facility_class is None:
            return self._say(county_row_name(self.county, self.plan), "Whole county")
        if row.ownership is Ownership.UNSPECIFIED:
            return self.catalogue.word("facility-class", row.facility_class, self.language)
        owner = self.catalogue.word("ownership", row.ownership, self.language)
        return self._say(f"其中：{owner}医院", f"Of which {row.ownership}")

    def _population_notes(self) -> list[str]:
        """What the rates are divided by, and where that comes from."""
        notes = []
        for basis in STANDARD_BASES:
            population = standard_population(self.county, self.plan, basis)
            if population is None:
                continue
            origin = self.catalogue.word("population-origin", population.origin, self.language)
            year = year_of(self.plan, basis)
            source = f" {population.source}" if population.source else ""
            notes.append(
                self._say(
                    f"注：{year}年每千常住人口按{population.year}年常住人口{population.persons}人计算"
                    f"（{origin}）。{source}",
                    f"Note: rates of {year} are per 1,000 of {population.persons} residents"
                    f" of {population.year} ({origin}).{source}",
                )
            )
        return notes

    # --- equipment

    def equipment(self) -> PlanTable:
        plan = self.plan
        devices = devices_of(self.county, plan, self.catalogue) or known_devices(self.catalogue)
        columns = equipment_columns(plan, devices, self.catalogue, self.language)
        rows = equipment_rows(self.county, plan, devices, columns, self.language)
        name = ("大型医用设备配置规划", "Equipment")
        return PlanTable(
            say(name, self.language), self._title(name), columns, tuple(rows), landscape=True
        )

    # --- projects

    def projects(self) -> PlanTable:
        period = re.search("十[一二三四五六七八九]五", self.plan.title)
        named = f"“{period[0]}”" if period else "规划期"
        columns = (
            TableColumn(self._say("序号", "No."), 6, side=Side.CENTER),
            TableColumn(self._say("项目名称", "Project"), 34),
            TableColumn(self._say("建设性质", "Kind of work"), 12, side=Side.CENTER),
            TableColumn(self._say("建设规模及主要内容", "Content"), 50),
            TableColumn(self._say("起止年限", "Period"), 16, side=Side.CENTER),
            TableColumn(
                self._say("总投资（万元）", "Total investment (10,000 yuan)"),
                15, Kind.MONEY, Side.RIGHT,
            ),
            TableColumn(
                self._say(
                    f"{named}预计投资（万元）", "Investment in the plan period (10,000 yuan)"
                ),
                17, Kind.MONEY, Side.RIGHT,
            ),
            TableColumn(self._say("备注", "Remarks"), 18),
        )  # fmt: skip
        rows = self._project_rows()
        # the plans open the table with its total
        total = [total_row(columns, 1, self._say("合计", "Total"), rows, 1)] if rows else []
        name = ("重点建设项目", "Projects")
        return PlanTable(
            say(name, self.language), self._title(name), columns, (*total, *rows), heads=2,
            landscape=True,
        )  # fmt: skip

    def _project_rows(self) -> Sequence[TableRow]:
        return [
            TableRow(
                (
                    numbered(p.number), p.name, p.nature or None, p.content or None,
                    p.period or None, p.total_investment, p.period_investment, p.note or None,
                )
            )
            for p in self.county.projects(self.plan.id)
        ]  # fmt: skip
