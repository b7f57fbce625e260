"""Writes the tables of a plan that list no beds of institutions: indicators, bed standard,
equipment, projects."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.xlsx_sheet import (
    HEADING_ROW,
    Column,
    Value,
    Words,
    append_note,
    append_row,
    county_name,
    plan_line,
    say,
    start_sheet,
)
from models.bed_standard import (
    STANDARD_BASES,
    StandardRow,
    county_row_name,
    standard_population,
    standard_rows,
)
from models.catalogue import Catalogue, Language
from models.county import County
from models.facility import Facility, Ownership
from models.figures import format_rate
from models.layout import Layout
from models.measure import Basis, Measure
from models.plan import Plan
from models.summary import year_of

_MONEY_FORMAT = "#,##0.####"
_WHOLE_MONEY_FORMAT = "#,##0"


class PlanTableWriter:
    """Writes one layout of a plan to a workbook, a sheet each."""

    def __init__(
        self, book: Workbook, county: County, plan: Plan, catalogue: Catalogue, language: Language
    ) -> None:
        self.book, self.county, self.plan = book, county, plan
        self.catalogue = catalogue.with_measures(county.table(Measure).values())
        self.language = language

    def write(self, layout: Layout) -> None:
        """Write the sheet of a layout. Raises KeyError for one of `models.layout.BED_LAYOUTS`."""
        writers: dict[Layout, Callable[[], None]] = {
            Layout.INDICATORS: self._write_indicators,
            Layout.BED_STANDARD: self._write_standard,
            Layout.EQUIPMENT: self._write_equipment,
            Layout.PROJECTS: self._write_projects,
        }
        writers[layout]()

    def _say(self, zh: str, en: str) -> str:
        return say((zh, en), self.language)

    def _start(
        self, name: tuple[str, str], columns: Sequence[Column], frozen: int, *,
        landscape: bool = False,
    ) -> Worksheet:  # fmt: skip
        plan = self.plan
        county = county_name(self.county, self.language)
        years = f"{plan.baseline_year + 1}—{plan.target_year}"
        title = self._say(
            f"{county}{name[0]}（{years}年）", f"{county} {name[1]} ({years})".strip()
        )
        subtitle = plan_line(plan, self.catalogue, self.language)
        words = Words(say(name, self.language), title, subtitle, self.language)
        return start_sheet(self.book, words, columns, frozen, landscape=landscape)

    # --- indicators

    def _write_indicators(self) -> None:
        rows = self.county.indicators(self.plan.id)
        baseline, target = self.plan.baseline_year, self.plan.target_year
        unit = Column(self._say("计量单位", "Unit"), 12, "center")
        has_units = any(row.unit for row in rows)
        columns = [
            Column(self._say("类别", "Category"), 24, "center"),
            Column(self._say("序号", "No."), 6, "center"),
            Column(self._say("指标", "Indicator"), 52),
            *([unit] if has_units else []),
            Column(self._say(f"{baseline}年实际值", f"Actual {baseline}"), 15, "center"),
            Column(self._say(f"{target}年目标值", f"Target {target}"), 15, "center"),
            Column(self._say("指标性质", "Nature"), 11, "center"),
        ]
        sheet = self._start(("主要发展指标", "Indicators"), columns, 3)
        for row in rows:
            nature = self.catalogue.word("nature", row.nature, self.language)
            values: list[Value] = [
                row.category or None, numbered(row.number), row.name,
                *([row.unit or None] if has_units else []),
                row.baseline or None, row.target or None, nature,
            ]  # fmt: skip
            at = append_row(sheet, columns, values)
            if row.parent is not None:
                name = sheet.cell(at, 3)
                name.alignment = Alignment(horizontal="left", vertical="center", indent=2,
                                           wrap_text=True)  # fmt: skip
        merge_runs(sheet, 1, HEADING_ROW + 1, [row.category for row in rows])

    # --- beds by class

    def _write_standard(self) -> None:
        plan = self.plan
        years = [year_of(plan, basis) for basis in STANDARD_BASES]
        beds = self._say("编制床位数（张）", "Authorised beds")
        rate = self._say("每千常住人口编制床位数（张）", "Beds per 1,000 residents")
        columns = [
            Column(self._say("机构类别", "Facility class"), 30),
            *(Column(self._say(f"{y}年", str(y)), 14, "right", above=beds) for y in years),
            *(Column(self._say(f"{y}年", str(y)), 16, "right", "0.00", rate) for y in years),
        ]
        sheet = self._start(("床位配置标准", "Bed standard"), columns, 1)
        rows = standard_rows(self.county, plan)
        first = sheet.max_row + 2  # of the classes; the county's row stands above them
        parts = [i for i, row in enumerate(rows[1:]) if row.ownership is Ownership.UNSPECIFIED]
        for row in rows:
            values: list[Value] = [self._standard_name(row), *(row.beds[b] for b in STANDARD_BASES)]
            if row.facility_class is None:
                letters = [get_column_letter(2 + i) for i in range(len(STANDARD_BASES))]
                sums = ["=" + "+".join(f"N({letter}{first + i})" for i in parts)
                        for letter in letters]  # fmt: skip
                values[1:] = [
                    s if row.beds[b] is not None else None
                    for b, s in zip(STANDARD_BASES, sums, strict=True)
                ]
            values += [None if (r := row.rates[b]) is None else Decimal(format_rate(r))
                       for b in STANDARD_BASES]  # fmt: skip
            append_row(sheet, columns, values, is_total=row.facility_class is None)
        for text in self._population_notes():
            append_note(sheet, len(columns), text)

    def _standard_name(self, row: StandardRow) -> str:
        if row.facility_class is None:
            name = county_row_name(self.county, self.plan)
            return self._say(name, "Whole county")
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

    def _write_equipment(self) -> None:
        plan, areas = self.plan, self._areas()
        devices = self._devices(areas)
        pairs = ((Basis.ACTUAL, plan.baseline_year), (Basis.PLANNED, plan.target_year))
        below = [
            self._say(f"{plan.baseline_year}年配置数", f"Actual {plan.baseline_year}"),
            self._say(f"{plan.target_year}年规划数", f"Planned {plan.target_year}"),
        ]
        columns = [
            Column(self._say("区域（机构）", "Area or facility"), 36),
            *(
                Column(text, 11, "right", above=self._device_name(device))
                for device in devices
                for text in below
            ),
        ]
        sheet = self._start(("大型医用设备配置规划", "Equipment"), columns, 1, landscape=True)
        cells = [(device, *pair) for device in devices for pair in pairs]
        for area, figures in areas.items():
            texts = [figures.get(f"{d} {b} {y}") for d, b, y in cells]
            append_row(sheet, columns, [area, *map(numbered, texts)])
        first = sheet.max_row + 1
        for facility in self._equipped(devices, pairs):
            found = [self.county.allocation(plan.id, facility.id, *cell) for cell in cells]
            append_row(
                sheet, columns, [facility.name, *(None if a is None else a.value for a in found)]
            )
        last = sheet.max_row
        if last >= first:
            label = self._say("机构合计", "Facilities, subtotal")
            sums: list[Value] = [
                f'=IF(COUNT({c}{first}:{c}{last})=0,"",SUM({c}{first}:{c}{last}))'
                for c in (get_column_letter(2 + i) for i in range(len(cells)))
            ]
            append_row(sheet, columns, [label, *sums], is_total=True)

    def _areas(self) -> dict[str, dict[str, str]]:
        """The printed figures of areas that are no institutions, by area and column."""
        areas: dict[str, dict[str, str]] = {}
        for figure in self.county.figures(self.plan.id, "equipment"):
            areas.setdefault(figure.row, {})[figure.column] = figure.text
        return areas

    def _devices(self, areas: dict[str, dict[str, str]]) -> list[str]:
        """The devices that have any figure, in the order of the catalogue (the planner's own after
        the shipped), then those that it lacks; all of the catalogue where none has."""
        plan = self.plan
        printed = [column.rsplit(" ", 2)[0] for figures in areas.values() for column in figures]
        known = [m.id for m in self.catalogue.measures.values() if m.group == "equipment"]
        used = [
            m
            for m in known
            if m in printed
            or self.county.column(plan.id, m, Basis.ACTUAL, plan.baseline_year)
            or self.county.column(plan.id, m, Basis.PLANNED, plan.target_year)
        ]
        others = [m for m in dict.fromkeys(printed) if m not in self.catalogue.measures]
        return [*used, *others] or known

    def _device_name(self, device: str) -> str:
        if device not in self.catalogue.measures:
            return device
        # a measure of the planner's own may have no English name
        return (
            self.catalogue.measure_name(device, self.language) or self.catalogue.measures[device].zh
        )

    def _equipped(
        self, devices: Sequence[str], pairs: Sequence[tuple[Basis, int]]
    ) -> list[Facility]:
        """The facilities with any of these machines; all where none has, to be filled in."""
        columns = [self.county.column(self.plan.id, d, *pair) for d in devices for pair in pairs]
        ids = {facility_id for column in columns for facility_id in column}
        everyone = self.county.facilities
        return [f for f in everyone if f.id in ids] if ids else list(everyone)

    # --- projects

    def _write_projects(self) -> None:
        projects = self.county.projects(self.plan.id)
        period = re.search("十[一二三四五六七八九]五", self.plan.title)
        named = f"“{period[0]}”" if period else "规划期"
        money = [m for p in projects for m in (p.total_investment, p.period_investment) if m]
        is_whole = all(m == m.to_integral_value() for m in money)
        look = _WHOLE_MONEY_FORMAT if is_whole else _MONEY_FORMAT
        columns = [
            Column(self._say("序号", "No."), 6, "center"),
            Column(self._say("项目名称", "Project"), 34),
            Column(self._say("建设性质", "Kind of work"), 12, "center"),
            Column(self._say("建设规模及主要内容", "Content"), 50),
            Column(self._say("起止年限", "Period"), 13, "center"),
            Column(
                self._say("总投资（万元）", "Total investment (10,000 yuan)"), 15, "right", look
            ),
            Column(
                self._say(
                    f"{named}预计投资（万元）", "Investment in the plan period (10,000 yuan)"
                ),
                17, "right", look,
            ),
            Column(self._say("备注", "Remarks"), 18),
        ]  # fmt: skip
        sheet = self._start(("重点建设项目", "Projects"), columns, 2, landscape=True)
        first, last = sheet.max_row + 2, sheet.max_row + 1 + len(projects)
        if projects:
            sums = [f"=SUM({c}{first}:{c}{last})" for c in "FG"]
            total = self._say("合计", "Total")
            append_row(sheet, columns, [None, total, None, None, None, *sums, None], is_total=True)
        for p in projects:
            append_row(
                sheet, columns,
                [
                    numbered(p.number), p.name, p.nature or None, p.content or None,
                    p.period or None, p.total_investment, p.period_investment, p.note or None,
                ],
            )  # fmt: skip


def numbered(text: str | None) -> Value:
    """A printed whole number as a number, anything else as the text that it is."""
    if not text:
        return None
    is_plain = text.isascii() and text.isdigit() and str(int(text)) == text and len(text) < 15
    return int(text) if is_plain else text


def merge_runs(sheet: Worksheet, column: int, first: int, texts: Sequence[str]) -> None:
    """Merge the cells of neighbouring rows that say the same."""
    start = 0
    for end in range(1, len(texts) + 1):
        if end < len(texts) and texts[end] == texts[start]:
            continue
        if end - start > 1 and texts[start]:
            for row in range(first + start + 1, first + end):
                sheet.cell(row, column).value = None
            sheet.merge_cells(
                start_row=first + start, end_row=first + end - 1, start_column=column,
                end_column=column,
            )  # fmt: skip
        start = end
