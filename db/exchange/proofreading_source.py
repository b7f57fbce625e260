"""A published plan read to be proofread: what it prints, and its running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from db.exchange.plan_sheet import TOTALS, Recognised
from db.exchange.plan_text import examine_document
from db.exchange.raw_documents import read_document
from db.exchange.raw_tables import RawTable
from models.errors import BadCell, BadCells, Reason
from models.published import (
    LayoutTable,
    ProjectTable,
    PublishedPlan,
    place,
    subtotal_place,
    total_place,
)

Prose = tuple[tuple[int, str], ...]


def read_for_proofreading(path: Path) -> tuple[PublishedPlan, Prose]:
    """The plan that a .txt, .docx or .xlsx holds, and its running text, line number and line.

    Raises FileError (MISSING, UNKNOWN_FORMAT, DAMAGED; NOTHING_RECOGNISED, with detail `tables` or
    `years` for what could not be found), and BadCells for cells that cannot be what their column
    says. A nature that is left out, and an institution that two tables list, stop nothing here.
    """
    document = read_document(path)
    reading = examine_document(document, path)
    bad = tuple(cell for cell in reading.bad if not _is_let_pass(cell, reading.published))
    if bad:
        raise BadCells(bad, str(path))
    places = dict(document.places)
    for raw, became in reading.tables:
        if became is not None and raw.row_places:
            places.update(_places_of_rows(raw, became))
    return replace(reading.published, source_places=places), reading.prose


def _is_let_pass(cell: BadCell, published: PublishedPlan) -> bool:
    """Whether a cell matters to the records of a plan only."""
    if cell.reason is Reason.DUPLICATE:
        lists = [[row.name for row in layout.rows] for layout in published.layouts]
        return max((names.count(cell.value) for names in lists), default=0) == 1
    return cell.column == "指标性质"


def _places_of_rows(raw: RawTable, became: Recognised) -> Iterator[tuple[str, str]]:
    """(place, the sheet's own) of the rows of a table, its total and its subtotals. A row whose
    name was put together from several cells keeps its place in the table."""
    table = became.table
    lines = list(zip(raw.rows, raw.row_places, strict=True))
    for cells, where in lines:
        if set(cells) & set(TOTALS):
            yield total_place(table.table), where
    if isinstance(table, LayoutTable | ProjectTable):
        for subtotal in table.subtotals:
            where = next(
                (w for cells, w in lines if {subtotal.name, *subtotal.cells} <= {"", *cells}), ""
            )
            if where:
                yield subtotal_place(table.table, subtotal), where
    names: list[str] = [row.name for row in table.rows]
    for n, name in enumerate(names, 1):
        at = next((i for i, (cells, _) in enumerate(lines) if name in cells), None)
        if at is not None:
            yield place(table.table, n), lines[at][1]
            lines = lines[at + 1 :]
