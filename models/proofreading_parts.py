"""Parts that are printed as more than what they are parts of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.indicators import ValueKind, parse_published
from models.proofreading_rows import SubjectRow, subject_rows
from models.proofreading_totals import parts_of
from models.published import (
    COUNTY_ROWS,
    BedStandardRow,
    IndicatorRow,
    LayoutTable,
    ProjectTable,
    PublishedPlan,
    count,
    money,
    place,
)


def part_discrepancies(published: PublishedPlan) -> Iterator[Discrepancy]:
    """其中 rows and rows of a narrower name above their whole, in every table; investments within
    the period above those in all."""
    yield from _indicators(published)
    yield from _narrower_indicators(published)
    yield from _standard(published)
    for layout in published.layouts:
        beds = dict(zip(layout.columns[2:5], ("authorised", "actual", "planned"), strict=True))
        yield from _sub_rows(layout, beds, count)
    projects = published.projects
    amounts = dict(zip(projects.columns, ("total_investment", "period_investment"), strict=True))
    yield from _sub_rows(projects, amounts, money)
    yield from _investments(published)


def _indicators(published: PublishedPlan) -> Iterator[Discrepancy]:
    """其中 sub-rows that exceed their row, where both print a figure per the same base."""
    table = published.indicators
    whole: tuple[int, IndicatorRow] | None = None
    for n, row in enumerate(table.rows, 1):
        if not row.is_part:
            whole = (n, row)
        if not row.is_part or whole is None or "每" in row.name or _are_split(whole[1], row):
            continue
        places = (place(table.table, n), place(table.table, whole[0]))
        yield from _compared(published, row, whole[1], places)


def _are_split(one: IndicatorRow, other: IndicatorRow) -> bool:
    """Whether two rows split one name (使用率：门诊, 使用率：住院): neither is the whole."""
    name = other.name.rpartition("：")[0]
    return bool(name) and one.name.startswith(f"{name}：")


_NARROWER = ("中医类别", "中医类", "公立", "公立中医", "公立中医类", "精神科", "康复", "儿科")


def _narrower_indicators(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Rows of their own that are a part by name, per the same base: 每千人口中医类别执业医师 of
    每千人口执业医师."""
    rows = list(subject_rows(published))
    for row in rows:
        wholes = [one for one in rows if _is_narrower(row, one)]
        if len(wholes) == 1 and "每" in row.row.name:  # the others are found as sub-rows
            places = (row.place, wholes[0].place)
            yield from _compared(published, row.row, wholes[0].row, places)


def _is_narrower(row: SubjectRow, whole: SubjectRow) -> bool:
    same = row.base == whole.base and row.unit == whole.unit and bool(whole.base)
    return same and any(row.subject == f"{word}{whole.subject}" for word in _NARROWER)


def _compared(
    published: PublishedPlan, part: IndicatorRow, whole: IndicatorRow, places: tuple[str, str]
) -> Iterator[Discrepancy]:
    for year, smaller, larger in (
        (published.baseline_year, part.baseline, whole.baseline),
        (published.target_year, part.target, whole.target),
    ):
        one, other = parse_published(smaller), parse_published(larger)
        if not {one.kind, other.kind} <= {ValueKind.NUMBER, ValueKind.AT_LEAST}:
            continue
        if (one.value or 0) > (other.value or 0) and one.unit == other.unit:
            yield _exceeds(places, f"{year}年", (part.name, smaller), (whole.name, larger))


# The classes that the bed standard prints, each with those that it is a part of.
_CLASSES: dict[str, frozenset[str]] = {
    "医院": COUNTY_ROWS,
    "公立医院": COUNTY_ROWS | {"医院"},
    "公立中医医院": COUNTY_ROWS | {"医院", "公立医院"},
    "社会办医院": COUNTY_ROWS | {"医院"},
    "民营医院": COUNTY_ROWS | {"医院"},
    "基层医疗卫生机构": COUNTY_ROWS,
    "专业公共卫生机构": COUNTY_ROWS,
    "其他医疗卫生机构": COUNTY_ROWS,
}


def _standard(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Beds of a class above those of the nearest class above it in the table that it is part of."""
    table = published.bed_standard
    names = [row.name.removeprefix("其中：") for row in table.rows]
    for n, row in enumerate(table.rows):
        wholes = _CLASSES.get(names[n], frozenset())
        above = [m for m in range(n) if names[m] in wholes]
        if above:
            places = (place(table.table, n + 1), place(table.table, above[-1] + 1))
            yield from _beds(published, row, table.rows[above[-1]], places)


def _beds(
    published: PublishedPlan, part: BedStandardRow, whole: BedStandardRow, places: tuple[str, str]
) -> Iterator[Discrepancy]:
    for year, smaller, larger in (
        (published.baseline_year, part.beds_baseline, whole.beds_baseline),
        (published.target_year, part.beds_target, whole.beds_target),
    ):
        if _is_more(count(smaller), count(larger)):
            yield _exceeds(
                places, f"编制床位数 {year}年", (part.name, smaller), (whole.name, larger)
            )


def _sub_rows(
    table: LayoutTable | ProjectTable,
    fields: Mapping[str, str],
    read: Callable[[str], Decimal | None],
) -> Iterator[Discrepancy]:
    """其中 rows; `fields` are the fields of a row by the headings of their columns."""
    for n, of in parts_of(table).items():
        part, whole = table.rows[n], table.rows[of]
        places = (place(table.table, n + 1), place(table.table, of + 1))
        for heading, field in fields.items():
            smaller, larger = getattr(part, field), getattr(whole, field)
            if _is_more(read(smaller), read(larger)):
                yield _exceeds(places, heading, (part.name, smaller), (whole.name, larger))


def _investments(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Projects whose investment within the plan's period exceeds that in all."""
    table = published.projects
    for n, row in enumerate(table.rows, 1):
        within, whole = row.period_investment, row.total_investment
        if _is_more(money(within), money(whole)):
            places = (row.source or place(table.table, n),)
            yield _exceeds(places, row.name, (table.columns[1], within), (table.columns[0], whole))


def _is_more(part: Decimal | None, whole: Decimal | None) -> bool:
    return part is not None and whole is not None and part > whole


def _exceeds(
    places: tuple[str, ...], column: str, part: tuple[str, str], whole: tuple[str, str]
) -> Discrepancy:
    """`part` and `whole` each with name and figure."""
    figures = {
        "column": column,
        "part": part[1],
        "whole": whole[1],
        "part_name": part[0],
        "whole_name": whole[0],
    }
    return Discrepancy(DiscrepancyKind.PART_EXCEEDS_WHOLE, places, figures)
