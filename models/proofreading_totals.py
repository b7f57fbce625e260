"""Printed totals against the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.discrepancy import Discrepancy, DiscrepancyKind, Unchecked
from models.published import (
    COUNTY_ROWS,
    LayoutTable,
    ProjectTable,
    PublishedPlan,
    count,
    money,
    place,
    rows_place,
    total_place,
)


def unchecked(published: PublishedPlan) -> list[Unchecked]:
    """The totals that `proofread` had to leave out."""
    found = []
    for table, column, cells, printed in _layout_columns(published):
        known = [n for n in map(count, cells) if n is not None]
        figures = {"column": column, "printed": printed, "sum": str(sum(known))}
        if count(printed) is None and known:
            found.append(Unchecked((_rows(table),), "no-total", figures))
        elif len(known) < len(cells) and _exceeds(count(printed), sum(known)):
            found.append(Unchecked((total_place(table.table),), "blank-cells", figures))
    return found


def _exceeds(printed: Decimal | None, known: Decimal | int) -> bool:
    return printed is not None and printed > known


def _rows(table: LayoutTable | ProjectTable) -> str:
    return rows_place(table.table, len(table.rows))


def _layout_columns(
    published: PublishedPlan,
) -> Iterator[tuple[LayoutTable, str, Sequence[str], str]]:
    """(table, heading, the cells of its rows, the printed total) of each column of beds."""
    for table in published.layouts:
        total = table.total
        for heading, cells, printed in (
            (table.columns[2], [r.authorised for r in table.rows], total and total.authorised),
            (table.columns[3], [r.actual for r in table.rows], total and total.actual),
            (table.columns[4], [r.planned for r in table.rows], total and total.planned),
        ):
            if heading:
                yield table, heading, cells, printed or ""


def layout_totals(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Printed 合计 that are not the sum of their column."""
    for table, column, cells, text in _layout_columns(published):
        numbers, printed = [count(c) for c in cells], count(text)
        known = sum(n for n in numbers if n is not None)
        # A blank may hold what is missing from the sum, but nothing makes up for too much.
        if printed is None or (None in numbers and printed >= known) or printed == known:
            continue
        yield _differs((total_place(table.table), _rows(table)), column, printed, known)


def project_totals(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Printed 合计 of investments that are not the sum of their column."""
    table = published.projects
    if table.total is None:
        return
    places = (total_place(table.table), _rows(table))
    for column, field in zip(table.columns, ("total_investment", "period_investment"), strict=True):
        amounts = [money(getattr(row, field)) for row in table.rows]
        printed = money(getattr(table.total, field))
        known = sum((n for n in amounts if n is not None), Decimal(0))
        if printed is None or (None in amounts and printed >= known) or printed == known:
            continue
        yield _differs(places, column, printed, known)


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
)
_OTHER_PARTS = frozenset({"专业公共卫生机构", "其他医疗卫生机构"})


def standard_totals(published: PublishedPlan) -> Iterator[Discrepancy]:
    """全区 = 医院 + 基层 + 专业公共卫生 (+ 其他); 医院 = 公立 + 社会办."""
    table = published.bed_standard
    rows = {r.name.removeprefix("其中："): (n, r) for n, r in enumerate(table.rows, 1)}
    for wholes, needed in _WHOLES:
        whole = next((found for name, found in rows.items() if name in wholes), None)
        parts = [rows[p] for p in rows if p in needed or (p in _OTHER_PARTS and "医院" in needed)]
        if whole is None or not needed <= rows.keys():
            continue
        places = tuple(place(table.table, n) for n, _ in (whole, *parts))
        for year, printed, cells in (
            (published.baseline_year, whole[1].beds_baseline, [r.beds_baseline for _, r in parts]),
            (published.target_year, whole[1].beds_target, [r.beds_target for _, r in parts]),
        ):
            total, numbers = count(printed), [count(c) for c in cells]
            known = sum(n for n in numbers if n is not None)
            if total is not None and None not in numbers and total != known:
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
        places = (place(standard.table, 1), "正文")
        yield _differs(places, f"编制床位数 {baseline}年", county, Decimal(stated.text))
