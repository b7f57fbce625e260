"""What is printed at the places of a contradiction, so that the planner can find them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from models.discrepancy import Discrepancy
from models.published import (
    BedStandardRow,
    EquipmentRow,
    IndicatorRow,
    LayoutRow,
    ProjectRow,
    PublishedPlan,
    StatedCount,
    ends_of,
    place,
    subtotal_place,
    total_place,
)

LONGEST = 60
TEXT = "正文"


def with_quotes(found: Iterable[Discrepancy], published: PublishedPlan) -> list[Discrepancy]:
    """The contradictions with the printed row at each of their places, cells joined by " | "."""
    printed = dict(_printed(published))
    return [
        replace(one, quotes=tuple(_quote(where, one, printed, published) for where in one.places))
        for one in found
    ]


def in_source(places: Sequence[str], published: PublishedPlan) -> tuple[str, ...]:
    """The places in the words of a source that counts them otherwise: 布局!A5 for 专栏3 第2行."""
    return tuple(
        "；".join(_source_place(part, published.source_places) for part in where.split("；"))
        for where in places
    )


def _source_place(where: str, named: Mapping[str, str]) -> str:
    """Several rows of a sheet are 布局!A5:A31."""
    ends = ends_of(where)
    if ends is None or not named.keys() >= set(ends):
        return named.get(where, where)
    first, last = named[ends[0]], named[ends[1]]
    return f"{first}:{last.rpartition('!')[2]}"


def _quote(
    where: str, found: Discrepancy, printed: dict[str, str], published: PublishedPlan
) -> str:
    # A population comes from two places at once: 正文；专栏1 第8行.
    parts = (
        _stated(part, published.stated, found) if part.startswith(TEXT) else _row(part, printed)
        for part in where.split("；")
    )
    return _cut("；".join(parts))


def _row(where: str, printed: dict[str, str]) -> str:
    """What stands at a place; of several rows the first and the last."""
    ends = ends_of(where)
    if ends is None:
        return printed.get(where, where)
    half = (LONGEST - 3) // 2  # both ends of the range are seen
    return " … ".join(_cut(printed.get(end, end), half) for end in ends)


def _stated(where: str, stated: Sequence[StatedCount], found: Discrepancy) -> str:
    """The counts of the text there that the contradiction names."""
    figures = {text for name, text in found.figures.items() if name not in ("year", "printed")}
    return " | ".join(
        f"{s.subject} {s.text}" for s in stated if s.text in figures and where in (TEXT, s.place)
    )


class _Table(Protocol):
    @property
    def table(self) -> str: ...
    @property
    def title(self) -> str: ...


def _printed(published: PublishedPlan) -> Iterator[tuple[str, str]]:
    """(place, what is printed there) of every row, total and caption."""
    p = published
    tables: tuple[tuple[_Table, Sequence[str], str], ...] = (
        (p.indicators, [_indicator(r) for r in p.indicators.rows], ""),
        (p.bed_standard, [_standard(r) for r in p.bed_standard.rows], ""),
        *(
            (t, [_layout(r) for r in t.rows], _layout(t.total) if t.total else "")
            for t in p.layouts
        ),
        (p.equipment, [_equipment(r) for r in p.equipment.rows], ""),
        (p.projects, [_project(r) for r in p.projects.rows], _total(p.projects.total)),
    )
    for table, rows, total in tables:
        yield table.title, table.title
        for n, row in enumerate(rows, 1):
            yield place(table.table, n), row
        if total:
            yield total_place(table.table), total
    subtotals = [(t.table, one) for t in p.layouts for one in t.subtotals]
    subtotals.extend((p.projects.table, one) for one in p.projects.subtotals)
    for name, subtotal in subtotals:
        yield subtotal_place(name, subtotal), _joined(subtotal.name, *subtotal.cells)
    for project in p.projects.rows:
        if project.source:
            yield project.source, _project(project)


def _indicator(row: IndicatorRow) -> str:
    return _joined(row.number, row.name, row.unit, row.baseline, row.target, row.nature)


def _standard(row: BedStandardRow) -> str:
    return _joined(row.name, row.beds_baseline, row.beds_target, row.rate_baseline, row.rate_target)


def _layout(row: LayoutRow) -> str:
    return _joined(row.number, row.name, row.authorised, row.actual, row.planned, row.note)


def _equipment(row: EquipmentRow) -> str:
    return _joined(row.name, *(cell for pair in row.cells for cell in pair))


def _project(row: ProjectRow) -> str:
    # The content of a project is a paragraph; its name and figures find it.
    return _joined(row.number, row.name, row.period, row.total_investment, row.period_investment)


def _total(row: ProjectRow | None) -> str:
    return "" if row is None else _project(row)


def _joined(*cells: str) -> str:
    return " | ".join(" ".join(cell.split()) for cell in cells if cell.strip())


def _cut(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
