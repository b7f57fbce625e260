"""Printed totals against the sum of their parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.discrepancy import Discrepancy, DiscrepancyKind, Unchecked
from models.proofreading_quotes import in_source
from models.published import (
    COUNTY_ROWS,
    LayoutTable,
    ProjectTable,
    PublishedPlan,
    Subtotal,
    count,
    money,
    place,
    rows_place,
    subtotal_place,
    total_place,
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures that its table sums.

    `cells` are those of the rows, None for a 其中 row, which is a part of the one above and summed
    with it; `total` and `subtotals` are what is printed. `read` makes a cell a figure.
    """

    table: str
    heading: str
    cells: tuple[str | None, ...]
    total: str
    subtotals: tuple[tuple[Subtotal, str], ...]
    read: Callable[[str], Decimal | None]

    def sum_of(self, cells: Iterable[str | None]) -> _Sum:
        read = [self.read(cell) for cell in cells if cell is not None]
        known = [figure for figure in read if figure is not None]
        return _Sum(sum(known, Decimal(0)), len(known), len(known) == len(read))


@dataclass(frozen=True, slots=True)
class _Sum:
    """What `counted` cells with a figure sum to. A blank may hold what is missing from the sum, but
    nothing makes up for too much."""

    known: Decimal
    counted: int
    complete: bool

    def allows(self, printed: Decimal) -> bool:
        return printed == self.known or (not self.complete and printed > self.known)


def unchecked(published: PublishedPlan) -> list[Unchecked]:
    """The totals that `proofread` had to leave out."""
    found = []
    for column in (*_layout_columns(published), *_project_columns(published)):
        parts, printed = column.sum_of(column.cells), column.read(column.total)
        figures = {"column": column.heading, "printed": column.total, "sum": str(parts.known)}
        if printed is None and parts.counted:
            where = in_source((rows_place(column.table, len(column.cells)),), published)
            found.append(Unchecked(where, "no-total", figures))
        elif printed is not None and not parts.complete and printed > parts.known:
            where = in_source((total_place(column.table),), published)
            found.append(Unchecked(where, "blank-cells", figures))
    return found


def _layout_columns(published: PublishedPlan) -> Iterator[_Column]:
    """The columns of beds of the tables that list institutions."""
    for table in published.layouts:
        for i, field in enumerate(("authorised", "actual", "planned")):
            if table.columns[2 + i]:
                yield _column(table, table.columns[2 + i], field, i, count)


def _project_columns(published: PublishedPlan) -> Iterator[_Column]:
    table = published.projects
    for i, field in enumerate(("total_investment", "period_investment")):
        yield _column(table, table.columns[i], field, i, money)


def _column(
    table: LayoutTable | ProjectTable,
    heading: str,
    field: str,
    at: int,
    read: Callable[[str], Decimal | None],
) -> _Column:
    parts = parts_of(table)
    return _Column(
        table.table,
        heading,
        tuple(None if n in parts else getattr(row, field) for n, row in enumerate(table.rows)),
        "" if table.total is None else getattr(table.total, field),
        tuple((subtotal, subtotal.cells[at]) for subtotal in table.subtotals),
        read,
    )


def parts_of(table: LayoutTable | ProjectTable) -> dict[int, int]:
    """The 其中 rows with the row that each is a part of, by index: in a numbered table those
    without a number below the first too."""
    parts: dict[int, int] = {}
    whole = 0
    rows: list[tuple[str, str]] = [(row.number, row.name) for row in table.rows]
    numbered = any(number for number, _ in rows)
    for n, (number, name) in enumerate(rows):
        if n and (name.startswith("其中") or (numbered and not number and n - 1 in parts)):
            parts[n] = whole
        else:
            whole = n
    return parts


def layout_totals(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Printed 合计 and 小计 of beds that are not the sum of their rows."""
    for column in _layout_columns(published):
        yield from _totals(column)


def project_totals(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Printed 合计 and 小计 of investments that are not the sum of their rows."""
    for column in _project_columns(published):
        yield from _totals(column)


def _totals(column: _Column) -> Iterator[Discrepancy]:
    printed = column.read(column.total)
    whole = column.sum_of(_summed(column, range(len(column.cells)), below=-1))
    named = column.sum_of(text for s, text in column.subtotals if _may_stand_alone(s))
    right = printed is not None and whole.allows(printed)
    stand_alone = printed == whole.known + named.known  # rows of their own: 民营医院合计
    for subtotal, text in column.subtotals:
        is_sum = subtotal.heads or subtotal.name.endswith("小计") or right
        if is_sum and (right or not stand_alone or not _may_stand_alone(subtotal)):
            yield from _subtotal(column, subtotal, column.read(text))
    if printed is not None and column.cells and not (right or stand_alone):
        places = (total_place(column.table), rows_place(column.table, len(column.cells)))
        yield _differs(places, column.heading, printed, whole.known)


def _may_stand_alone(subtotal: Subtotal) -> bool:
    """Whether a name says what is summed, which may be what no row lists."""
    return not subtotal.heads and subtotal.name != "小计"


def _subtotal(
    column: _Column, subtotal: Subtotal, printed: Decimal | None
) -> Iterator[Discrepancy]:
    groups = [group for group in _groups(column, subtotal) if group]
    below = subtotal.level if subtotal.heads else -1
    sums = [column.sum_of(_summed(column, group, below)) for group in groups]
    if printed is not None and sums and not any(one.allows(printed) for one in sums):
        rows = rows_place(column.table, groups[0].stop, groups[0].start + 1)
        places = (subtotal_place(column.table, subtotal), rows)
        yield _differs(places, column.heading, printed, sums[0].known)


def _summed(column: _Column, rows: range, below: int) -> Iterator[str | None]:
    """The cells of rows, and of the groups among them, of a level below the given one, none of
    whose rows is listed (二、社会办医院 1285)."""
    yield from column.cells[rows.start : rows.stop]
    for subtotal, text in column.subtotals:
        is_within = rows.start <= subtotal.after <= rows.stop and subtotal.level > below
        if subtotal.heads and is_within and not any(_groups(column, subtotal)):
            yield text


def _groups(column: _Column, subtotal: Subtotal) -> list[range]:
    """The rows, by index, that a subtotal can sum: those below a heading; else those above where
    subtotals close their groups, those below where they open them, either where the table does not
    tell."""
    alike = [one for one, _ in column.subtotals if one.heads == subtotal.heads]
    at = alike.index(subtotal)
    since = [one.after for one in alike[:at] if one.level <= subtotal.level]
    until = [one.after for one in alike[at + 1 :] if one.level <= subtotal.level]
    closing = range(max(since, default=0), subtotal.after)
    opening = range(subtotal.after, min(until, default=len(column.cells)))
    if subtotal.heads or alike[0].after == 0:  # nothing stands above the first
        return [opening]
    return [closing] if alike[-1].after == len(column.cells) else [closing, opening]


def _differs(
    places: tuple[str, ...], column: str, printed: Decimal, parts: Decimal | int
) -> Discrepancy:
    figures = {
        "column": column,
        "printed": str(printed),
        "sum": str(parts),
        "difference": str(printed - parts),
    }
    return Discrepancy(DiscrepancyKind.TOTAL_DIFFERS, places, figures)


_WHOLES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    # The whole, and the parts that must all be printed for a check; a part printed besides counts.
    (COUNTY_ROWS, frozenset({"医院", "基层医疗卫生机构"})),
    (frozenset({"医院"}), frozenset({"公立医院", "社会办医院"})),
    (frozenset({"医院"}), frozenset({"公立医院", "民营医院"})),
)
_OTHER_PARTS = frozenset({"专业公共卫生机构", "其他医疗卫生机构"})


def standard_totals(published: PublishedPlan) -> Iterator[Discrepancy]:
    """全区 = 医院 + 基层 + 专业公共卫生 (+ 其他); 医院 = 公立 + 社会办; 小计 = the rows above."""
    table = published.bed_standard
    rows = {r.name.removeprefix("其中："): n for n, r in enumerate(table.rows)}
    for wholes, needed in _WHOLES:
        whole = next((n for name, n in rows.items() if name in wholes), None)
        parts = [rows[p] for p in rows if p in needed or (p in _OTHER_PARTS and "医院" in needed)]
        if whole is not None and needed <= rows.keys():
            yield from _standard_sum(published, whole, parts)
    above: list[int] = []
    for n, row in enumerate(table.rows):
        if row.name.endswith("小计"):
            yield from _standard_sum(published, n, above)
            above = []
        elif row.name not in COUNTY_ROWS and not _is_within(row.name, rows.keys()):
            above.append(n)


def _is_within(name: str, printed: Collection[str]) -> bool:
    """Whether a row of the bed standard is a part of another that is printed."""
    of_hospitals = name.endswith(("公立医院", "社会办医院", "民营医院")) and "医院" in printed
    return name.startswith("其中") or of_hospitals or name == "公立中医医院"


def _standard_sum(
    published: PublishedPlan, whole: int, parts: Sequence[int]
) -> Iterator[Discrepancy]:
    """The beds of a row of the bed standard against those of others, by index."""
    table = published.bed_standard
    places = tuple(place(table.table, n + 1) for n in (whole, *parts))
    for year, field in (
        (published.baseline_year, "beds_baseline"),
        (published.target_year, "beds_target"),
    ):
        total = count(getattr(table.rows[whole], field))
        numbers = [count(getattr(table.rows[n], field)) for n in parts]
        known = sum(n for n in numbers if n is not None)
        if total is not None and numbers and None not in numbers and total != known:
            yield _differs(places, f"编制床位数 {year}年", total, known)


_WORDS_OF_TITLE = {"公立医院": "公立医院", "基层医疗卫生机构": "基层"}


def totals_across_tables(published: PublishedPlan) -> Iterator[Discrepancy]:
    """A class's beds in the standard and the total of the table that lists its institutions; the
    county's beds in the standard and in the text.
    """
    standard = published.bed_standard
    baseline, target = published.baseline_year, published.target_year
    for n, row in enumerate(standard.rows, 1):
        word = _WORDS_OF_TITLE.get(row.name.removeprefix("其中："))
        totals = [(t.table, t.total) for t in published.layouts if word and word in t.title]
        table, total = totals[0] if len(totals) == 1 else ("", None)
        if total is None:
            continue
        places = (place(standard.table, n), total_place(table))
        for year, ours, theirs in (
            (baseline, row.beds_baseline, total.authorised),
            (target, row.beds_target, total.planned),
        ):
            one, other = count(ours), count(theirs)
            if one is not None and other is not None and one != other:
                yield _differs(places, f"编制床位数 {year}年", one, other)
    stated = next((s for s in published.stated if s.subject == "编制床位"), None)
    county = count(standard.rows[0].beds_baseline) if standard.rows else None
    if stated is None or county is None or standard.rows[0].name not in COUNTY_ROWS:
        return
    if county != Decimal(stated.text):
        places = (place(standard.table, 1), stated.place)
        yield _differs(places, f"编制床位数 {baseline}年", county, Decimal(stated.text))
