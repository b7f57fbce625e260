"""Tables that are made of a plan beside the published ones: what it comes to class by class, how
it stands at mid-term, and what one version has other than another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from models.catalogue import Catalogue, Language
from models.comparison import Comparison, Difference
from models.county import County
from models.figures import format_count, format_rate
from models.measure import Allocation, Basis
from models.plan import Plan, PopulationGroup
from models.plan_document import (
    Kind,
    PlanTable,
    Side,
    TableColumn,
    TableRow,
    county_name,
    say,
)
from models.review_sheet import ReviewSheet
from models.summary import ClassSummary, class_summaries, per_thousand, printed_beds, year_of

_RATES = (Basis.AUTHORISED, Basis.PLANNED)
_REVIEW_NOTE = (
    "计划值按基期值与目标值的直线推算；标▪者为机构分年度规划数之和。“—”表示没有数值，不是零。",
    "Planned: straight from baseline to target; ▪: the facilities' yearly steps. —: no value.",
)
_SIGNATURES = (("填表人：", "Filled in by:"), ("审核人：", "Checked by:"), ("日期：", "Date:"))


# --- the county, class by class


def summary_table(
    county: County, plan: Plan, catalogue: Catalogue, language: Language
) -> PlanTable:
    """Facilities, beds and beds per 1,000 residents of each class and of the county."""
    rows = class_summaries(county, plan)
    name = ("机构与床位汇总", "Summary")
    place = county_name(county, language)
    return PlanTable(
        say(name, language),
        say((f"{place}医疗卫生机构与床位汇总", f"{place}: facilities and beds"), language),
        _summary_columns(plan, catalogue, language),
        tuple(
            _summary_row(
                county,
                plan,
                row,
                catalogue,
                language,
                () if row.facility_class else tuple(range(len(rows) - 1)),
            )
            for row in rows
        ),
        notes=tuple(_summary_notes(county, plan, rows, catalogue, language)),
    )


def _summary_columns(
    plan: Plan, catalogue: Catalogue, language: Language
) -> tuple[TableColumn, ...]:
    unit = catalogue.measure_unit("beds", language)
    beds = say((f"床位（{unit}）", f"Beds ({unit})"), language)
    rate = say((f"每千人口床位（{unit}）", "Beds per 1,000 residents"), language)

    def year(basis: Basis) -> str:
        return f"{year_of(plan, basis)}年" if language is Language.ZH else str(year_of(plan, basis))

    return (
        TableColumn(say(("机构类别", "Class"), language), 26),
        TableColumn(say(("机构数（家）", "Facilities"), language), 12, Kind.COUNT, Side.RIGHT),
        *(
            TableColumn(
                f"{catalogue.word('basis', basis, language)}\n{year(basis)}",
                13, Kind.COUNT, Side.RIGHT, beds,
            )
            for basis in Basis
        ),
        TableColumn(say(("增减", "Change"), language), 11, Kind.CHANGE, Side.RIGHT, beds),
        *(TableColumn(year(basis), 12, Kind.RATE, Side.RIGHT, rate) for basis in _RATES),
    )  # fmt: skip


def _summary_row(
    county: County,
    plan: Plan,
    row: ClassSummary,
    catalogue: Catalogue,
    language: Language,
    sums: tuple[int, ...],
) -> TableRow:
    rates = [
        per_thousand(
            row.beds[basis].value,
            county.population(year_of(plan, basis), PopulationGroup.RESIDENT),
        )
        for basis in _RATES
    ]
    return TableRow(
        (
            _class_name(row, catalogue, language),
            row.facilities,
            *(row.beds[basis].value for basis in Basis),
            row.change,
            *(None if rate is None else Decimal(format_rate(rate)) for rate in rates),
        ),
        is_total=row.facility_class is None,
        sums=sums,
    )


def _class_name(row: ClassSummary, catalogue: Catalogue, language: Language) -> str:
    if row.facility_class is None:
        return say(("合计", "County"), language)
    return catalogue.word("facility-class", row.facility_class, language)


def _summary_notes(
    county: County,
    plan: Plan,
    rows: list[ClassSummary],
    catalogue: Catalogue,
    language: Language,
) -> Iterator[str]:
    """Which rows stand for several institutions, and where the plan prints another sum."""
    if groups := rows[-1].groups:
        yield say(
            (
                f"注：机构数中有{groups}行为规划未列名的机构，每行按一家计。",
                f"Note: {groups} rows, counted as one each, are institutions not named.",
            ),
            language,
        )
    printed = printed_beds(county, plan)
    for row in rows:
        for basis in Basis:
            stated, value = printed.get((row.facility_class, basis)), row.beds[basis].value
            if stated is None or stated == value:
                continue
            name, year = _class_name(row, catalogue, language), year_of(plan, basis)
            word = catalogue.word("basis", basis, language)
            yield _printed_note(
                (name, year, word), format_count(stated), format_count(value), language
            )


def _printed_note(what: tuple[str, int, str], stated: str, value: str, language: Language) -> str:
    name, year, basis = what
    if language is Language.ZH:
        printed = f"规划床位配置标准印为{stated}张，各机构合计为{value}张。"
        return f"注：{name}{year}年{basis}床位，{printed}"
    printed = f"the plan's bed standard prints {stated}, the facilities sum to {value}."
    return f"Note: {name}, {basis.lower()} beds {year}: {printed}"


# --- the mid-term review


def review_table(sheet: ReviewSheet, language: Language) -> PlanTable:
    """One row per printed indicator, to be signed."""
    years = (sheet.baseline_year, sheet.target_year, sheet.year)
    baseline, target, now = (f"{y}年" if language is Language.ZH else f"{y} " for y in years)

    def figure(text: str, width: float) -> TableColumn:
        return TableColumn(text, width, Kind.FIGURE, Side.RIGHT)

    columns = (
        TableColumn(say(("序号", "No."), language), 6, side=Side.CENTER),
        TableColumn(say(("指标", "Indicator"), language), 44),
        figure(baseline + say(("基期值", "baseline"), language), 12),
        figure(target + say(("目标值", "target"), language), 14),
        figure(now + say(("计划值", "planned"), language), 13),
        figure(now + say(("实际值", "actual"), language), 18),
        figure(say(("差值", "Difference"), language), 12),
        TableColumn(say(("评估", "Verdict"), language), 16),
        TableColumn(say(("原因说明", "Reason"), language), 34),
    )
    rows = tuple(
        TableRow(
            (
                line.number, line.name, line.baseline or None, line.target or None, line.planned,
                line.actual, line.difference, line.verdict, line.reason,
            ),
            is_part=line.is_part,
        )
        for line in sheet.lines
    )  # fmt: skip
    return PlanTable(
        say(("中期评估", "Mid-term review"), language),
        say(
            (
                f"{sheet.county}{sheet.year}年规划中期评估表",
                f"{sheet.county}: mid-term review {sheet.year}",
            ),
            language,
        ),
        columns,
        rows,
        heads=2,
        notes=(say(_REVIEW_NOTE, language),),
        landscape=True,
        signatures=tuple(say(words, language) for words in _SIGNATURES),
    )


# --- two versions


def comparison_tables(
    found: Comparison, county: County, catalogue: Catalogue, language: Language
) -> list[PlanTable]:
    """The totals of each column of both versions, then the cells that differ."""
    maker = _ComparisonTables(found, county, catalogue, language)
    return [maker.totals(), maker.cells()]


class _ComparisonTables:
    def __init__(
        self, found: Comparison, county: County, catalogue: Catalogue, language: Language
    ) -> None:
        self.found, self.county = found, county
        self.catalogue, self.language = catalogue, language

    def totals(self) -> PlanTable:
        counts = tuple(
            TableColumn(self._word("difference", kind), 9, Kind.COUNT, Side.RIGHT)
            for kind in Difference
        )
        same = TableColumn(self._say("相同", "Same"), 9, Kind.COUNT, Side.RIGHT)
        rows = [
            TableRow(
                (
                    *self._what(c.measure, c.basis, c.year), c.a, c.b, c.difference,
                    *(c.counts[kind] for kind in Difference), c.same,
                )
            )
            for c in self.found.columns
        ]  # fmt: skip
        name = ("版本对比合计", "Version totals")
        return self._table(name, (*self._what_columns(), *self._figures(), *counts, same), rows)

    def cells(self) -> PlanTable:
        facility = TableColumn(self._say("机构", "Facility"), 36)
        kind = TableColumn(self._say("类别", "Kind"), 9, side=Side.CENTER)
        rows = [
            TableRow(
                (
                    self.county.facility(c.facility_id).name,
                    *self._what(c.measure, c.basis, c.year), _value(c.a), _value(c.b),
                    c.difference, self._word("difference", c.kind),
                )
            )
            for c in self.found.cells
        ]  # fmt: skip
        name = ("版本对比明细", "Version differences")
        return self._table(name, (facility, *self._what_columns(), *self._figures(), kind), rows)

    def _table(
        self, name: tuple[str, str], columns: tuple[TableColumn, ...], rows: list[TableRow]
    ) -> PlanTable:
        a, b = self.found.plan_a.name, self.found.plan_b.name
        title = self._say(f"{name[0]}：{a} → {b}", f"{name[1]}: {a} → {b}")
        return PlanTable(say(name, self.language), title, columns, tuple(rows), landscape=True)

    def _what_columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(self._say("指标", "Measure"), 28),
            TableColumn(self._say("口径", "Basis"), 9, side=Side.CENTER),
            TableColumn(self._say("年份", "Year"), 9, side=Side.CENTER),
        )

    def _figures(self) -> tuple[TableColumn, ...]:
        a, b = self.found.plan_a.name, self.found.plan_b.name
        return (
            TableColumn(a, 14, Kind.COUNT, Side.RIGHT),
            TableColumn(b, 14, Kind.COUNT, Side.RIGHT),
            TableColumn(self._say("增减", "Difference"), 11, Kind.CHANGE, Side.RIGHT),
        )

    def _what(self, measure: str, basis: Basis, year: int) -> tuple[str, str, str]:
        known = measure in self.catalogue.measures
        name = self.catalogue.measure_name(measure, self.language) if known else measure
        unit = self.catalogue.measure_unit(measure, self.language) if known else ""
        if unit:
            name += self._say(f"（{unit}）", f" ({unit})")
        return name, self._word("basis", basis), str(year)

    def _say(self, zh: str, en: str) -> str:
        return say((zh, en), self.language)

    def _word(self, group: str, word: str) -> str:
        return self.catalogue.word(group, word, self.language)


def _value(allocation: Allocation | None) -> Decimal | None:
    return None if allocation is None else allocation.value
