"""What a published plan prints, in neutral form: the tables row by row, each cell as printed.

Whether the plan came from its raw text or from the shipped figures, this is the one form of it;
`models.published_records` makes the county's records of it, `models.proofreading` checks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.errors import BadCell, InvalidValue, Reason
from models.indicators import ValueKind, parse_published
from models.institution_names import institution_meant
from models.measure import Measure, parse_value
from models.plan import CountyInfo, Nature
from models.prose_figures import text_place

NATURES = {
    "约束性": Nature.BINDING,
    "预期性": Nature.EXPECTED,
    "指导性": Nature.GUIDING,
}

COUNTY_ROWS = frozenset({"全区", "全县", "全市", "全旗", "合计", "总计"})


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of the indicator table; `category` is carried down, `number` "" in a sub-row.

    A name that the table splits into cells (使用率（%） | 门诊) is one, with a colon between.
    `unit` is the cell of a column of units, where the table has one.
    """

    category: str
    number: str
    name: str
    baseline: str
    target: str
    nature: str
    unit: str = ""

    @property
    def is_part(self) -> bool:
        """Whether the row is a part (其中) of the one above; some plans number these too."""
        return not self.number or self.name.startswith("其中")


@dataclass(frozen=True, slots=True)
class BedStandardRow:
    """Beds and beds per 1,000 residents of one class of institution."""

    name: str
    beds_baseline: str
    beds_target: str
    rate_baseline: str
    rate_target: str


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """The beds of one institution, or of the 合计 row; a column the table lacks is ""."""

    number: str
    name: str
    authorised: str
    actual: str
    planned: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class EquipmentRow:
    """The machines of one institution or area: per device (in the table's order) two cells."""

    name: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A capital project, investments in 万元; `source` is "" for a row of a printed table."""

    number: str
    name: str
    nature: str = ""
    content: str = ""
    period: str = ""
    total_investment: str = ""
    period_investment: str = ""
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A row that sums rows of its table (小计, 一、县级医院): `after` of these stand above it.

    `cells` are its figures in the order of the columns that are summed. `level` is 0 for the
    outermost, which can sum groups that have subtotals of their own. `heads` says that it is the
    numbered heading of a group, above its rows.
    """

    after: int
    name: str
    cells: tuple[str, ...]
    level: int = 1
    heads: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """`table` is the short name used in sources (专栏1), `title` the caption as printed."""

    table: str
    title: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class BedStandardTable:
    table: str
    title: str
    rows: tuple[BedStandardRow, ...]


@dataclass(frozen=True, slots=True)
class LayoutTable:
    """Beds by institution. `columns` are the printed headings of number, name, authorised,
    actual, planned and note, "" for a column that the table lacks. `total` is the 合计 row;
    `subtotals` sum authorised, actual and planned beds.
    """

    table: str
    title: str
    columns: tuple[str, str, str, str, str, str]
    rows: tuple[LayoutRow, ...]
    total: LayoutRow | None = None
    subtotals: tuple[Subtotal, ...] = ()


@dataclass(frozen=True, slots=True)
class EquipmentTable:
    table: str
    title: str
    devices: tuple[str, ...]
    rows: tuple[EquipmentRow, ...]


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """`columns` are the printed headings of the two investments, "" for one that is not printed;
    `total` is the 合计 row; `subtotals` sum both columns."""

    table: str
    title: str
    rows: tuple[ProjectRow, ...]
    columns: tuple[str, str] = ("", "")
    total: ProjectRow | None = None
    subtotals: tuple[Subtotal, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A count that the running text states for the end of a year: `subject` 床位, `text` 9576.

    `line` is where it states it, 0 where that is not known.
    """

    year: int
    subject: str
    text: str
    line: int = field(default=0, compare=False)

    @property
    def place(self) -> str:
        return text_place(self.line) if self.line else "正文"


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """A plan as published. A table that it lacks has no rows.

    `county.code` is "" for a county that the shipped divisions do not hold. `rule_set` names the
    shipped rules of this county's plan, "" where there are none. `source_places` are the words of
    a source that counts its places otherwise (正文第9行 → 说明!A3); they are no part of the plan.
    """

    county: CountyInfo
    rule_set: str
    title: str
    document_number: str
    baseline_year: int
    target_year: int
    indicators: IndicatorTable = IndicatorTable("", "", ())
    bed_standard: BedStandardTable = BedStandardTable("", "", ())
    layouts: tuple[LayoutTable, ...] = ()
    equipment: EquipmentTable = EquipmentTable("", "", (), ())
    stated: tuple[StatedCount, ...] = ()
    projects: ProjectTable = ProjectTable("", "", ())
    source_places: Mapping[str, str] = field(default_factory=dict, compare=False)


def place(table: str, row: int) -> str:
    """Where a figure stands, as sources name it; `row` counts from 1 below the heading."""
    return f"{table} 第{row}行"


def total_place(table: str) -> str:
    return f"{table} 合计"


def rows_place(table: str, last: int, first: int = 1) -> str:
    """Several rows of a table, from the first to the last, as the parts of a total."""
    return f"{table} 第{first}—{last}行" if last > first else place(table, first)


def ends_of(where: str) -> tuple[str, str] | None:
    """The places of the first and the last of several rows; None for a place of another form."""
    found = re.fullmatch(r"(.*) 第(\d+)—(\d+)行", where)
    return found and (place(found[1], int(found[2])), place(found[1], int(found[3])))


def subtotal_place(table: str, subtotal: Subtotal) -> str:
    """Where a subtotal stands among the rows: 专栏4 第3行后的小计."""
    if subtotal.after:
        return f"{place(table, subtotal.after)}后的{subtotal.name}"
    return f"{place(table, 1)}前的{subtotal.name}"


_WHOLE = Measure("count", "", "数", "Count", "", "")  # decimals 0: whole beds and machines


def count(text: str) -> Decimal | None:
    """The whole number in a printed cell; None for a blank or a dash.

    Raises InvalidValue for anything else.
    """
    if parse_published(text).kind is ValueKind.BLANK:
        return None
    return parse_value(text, _WHOLE)


# To the yuan.
INVESTMENT = Measure("investment", "", "投资", "Investment", "万元", "10,000 yuan", decimals=4)


def money(text: str) -> Decimal | None:
    """The exact amount in a printed cell, in 万元; None for a blank or a dash.

    Raises InvalidValue for anything else.
    """
    if parse_published(text).kind is ValueKind.BLANK:
        return None
    return parse_value(text, INVESTMENT)


def equipment_institution(published: PublishedPlan, name: str) -> str | None:
    """The listed institution that a row of the equipment table means; None for an area."""
    names = [row.name for layout in published.layouts for row in layout.rows]
    return institution_meant(name, names, published.county)


def bad_cells(published: PublishedPlan) -> tuple[BadCell, ...]:
    """The cells that cannot be what their column says: text in a number, a name twice, ….

    `row` counts from 1 below the table's heading.
    """
    return (
        *_bad_indicators(published),
        *_bad_standard(published),
        *_bad_layouts(published),
        *_bad_equipment(published),
        *_bad_projects(published),
    )


def _bad_indicators(published: PublishedPlan) -> Iterator[BadCell]:
    table = published.indicators
    for n, row in enumerate(table.rows, 1):
        if not row.name:
            yield BadCell(table.title, n, "指标", row.name, Reason.EMPTY)
        if row.nature not in NATURES:
            reason = Reason.UNKNOWN_CHOICE if row.nature else Reason.EMPTY
            yield BadCell(table.title, n, "指标性质", row.nature, reason)


def _bad_standard(published: PublishedPlan) -> Iterator[BadCell]:
    table = published.bed_standard
    seen: set[str] = set()
    for n, row in enumerate(table.rows, 1):
        yield from _bad_name(table.title, n, "机构类别", row.name, seen)
        for year, beds, rate in (
            (published.baseline_year, row.beds_baseline, row.rate_baseline),
            (published.target_year, row.beds_target, row.rate_target),
        ):
            yield from _bad_count(table.title, n, f"编制床位数 {year}年", beds)
            if parse_published(rate).kind not in (ValueKind.NUMBER, ValueKind.BLANK):
                column = f"每千常住人口编制床位数 {year}年"
                yield BadCell(table.title, n, column, rate, Reason.NOT_A_NUMBER)


def _bad_layouts(published: PublishedPlan) -> Iterator[BadCell]:
    seen: set[str] = set()
    for table in published.layouts:
        totals = () if table.total is None else (table.total,)
        for n, row in enumerate((*table.rows, *totals), 1):
            _, name, *headings, _ = table.columns
            if row is not table.total:
                yield from _bad_name(table.title, n, name, row.name, seen)
            for heading, text in zip(
                headings, (row.authorised, row.actual, row.planned), strict=True
            ):
                yield from _bad_count(table.title, n, heading, text)
        for subtotal in table.subtotals:
            for heading, text in zip(table.columns[2:5], subtotal.cells, strict=True):
                yield from _bad_count(table.title, subtotal.after, heading, text)


def _bad_equipment(published: PublishedPlan) -> Iterator[BadCell]:
    table = published.equipment
    seen: set[str] = set()
    for n, row in enumerate(table.rows, 1):
        meant = equipment_institution(published, row.name) or row.name
        yield from _bad_name(table.title, n, "区域", meant if row.name else "", seen)
        for device, (baseline, target) in zip(table.devices, row.cells, strict=True):
            yield from _bad_count(table.title, n, f"{device} {published.baseline_year}年", baseline)
            yield from _bad_count(table.title, n, f"{device} {published.target_year}年", target)


def _bad_projects(published: PublishedPlan) -> Iterator[BadCell]:
    table = published.projects
    totals = () if table.total is None else (table.total,)
    seen: set[str] = set()
    for n, row in enumerate((*table.rows, *totals), 1):
        if row is not table.total:
            yield from _bad_name(table.title, n, "项目名称", row.name, seen)
        yield from _bad_amounts(table, n, (row.total_investment, row.period_investment))
    for subtotal in table.subtotals:
        yield from _bad_amounts(table, subtotal.after, subtotal.cells)


def _bad_amounts(table: ProjectTable, row: int, amounts: tuple[str, ...]) -> Iterator[BadCell]:
    for heading, text in zip(table.columns, amounts, strict=True):
        try:
            money(text)
        except InvalidValue as error:
            yield BadCell(table.title, row, heading, text, error.reason)


def _bad_name(sheet: str, row: int, column: str, name: str, seen: set[str]) -> Iterator[BadCell]:
    if not name:
        yield BadCell(sheet, row, column, name, Reason.EMPTY)
    elif name in seen:
        yield BadCell(sheet, row, column, name, Reason.DUPLICATE)
    seen.add(name)


def _bad_count(sheet: str, row: int, column: str, text: str) -> Iterator[BadCell]:
    try:
        count(text)
    except InvalidValue as error:
        yield BadCell(sheet, row, column, text, error.reason)
