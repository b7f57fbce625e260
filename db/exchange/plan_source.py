"""Reads a published plan's text as tables that can be looked at before they are taken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from db.catalogue import load_catalogue
from db.exchange.plan_sheet import Recognised
from db.exchange.plan_text import PlanReading, RecognisedTable, examine_plan_text
from db.exchange.raw_tables import RawTable
from db.samples import published_records
from models.errors import BadCell
from models.importing import CellProblem, RecognisedPart
from models.layout import Layout
from models.measure import Basis
from models.plan_source import PlanSource
from models.published import (
    BedStandardTable,
    EquipmentTable,
    IndicatorTable,
    LayoutTable,
    ProjectTable,
)
from models.source_table import SourceCell, SourceTable
from models.table_columns import IGNORED, NAME, ColumnUse, Role
from models.table_recognition import FoundTable

_LAYOUTS: dict[type, Layout] = {
    IndicatorTable: Layout.INDICATORS,
    BedStandardTable: Layout.BED_STANDARD,
    EquipmentTable: Layout.EQUIPMENT,
    ProjectTable: Layout.PROJECTS,
}
_PROJECT_HEADINGS = ("项目名称", "建设性质", "备注")


def read_plan_source(path: Path) -> PlanSource:
    """The tables of a plan's text with the records they make. Raises FileError."""
    reading = examine_plan_text(path)
    measures = {m.zh: m.id for m in load_catalogue().measures.values()}
    tables = [_found(raw, became, reading, measures) for raw, became in reading.tables]
    headings = {raw.line: table for (raw, _), table in zip(reading.tables, tables, strict=True)}
    boxes = _of_boxes(reading)
    return PlanSource(
        path.name,
        (*tables, *boxes),
        () if reading.bad else tuple(published_records(reading.published)),
        tuple(_part(table, headings.get(table.line)) for table in reading.recognised),
        reading.left_aside,
        reading.assumed,
        tuple(_problem(cell, tables) for cell in reading.bad),
        reading.bad,
    )


def _found(
    raw: RawTable, became: Recognised | None, reading: PlanReading, measures: dict[str, str]
) -> FoundTable:
    name = raw.title or f"第{raw.line}行的表"
    if became is None or became.heading is None:
        uses = (IGNORED,) * len(raw.rows[0])
        return _table(name, raw.rows, None, uses)
    heading, published = became.heading, reading.published

    def dated(use: ColumnUse) -> ColumnUse:
        if use.role is not Role.VALUE:
            return use
        is_planned = use.basis is Basis.PLANNED
        year = published.target_year if is_planned else published.baseline_year
        return replace(use, measure=measures.get(use.measure, use.measure), year=year)

    rows = (heading.columns, *raw.rows[heading.height :])
    return _table(name, rows, _layout(became), tuple(map(dated, heading.uses)))


def _table(
    name: str,
    rows: tuple[tuple[str, ...], ...],
    layout: Layout | None,
    uses: tuple[ColumnUse, ...],
) -> FoundTable:
    cells = tuple(tuple(map(SourceCell, row)) for row in rows)
    body = range(1, len(rows))
    return FoundTable(SourceTable(name, cells), layout, range(1), body, rows[0], uses)


def _layout(became: Recognised) -> Layout:
    table = became.table
    if not isinstance(table, LayoutTable):
        return _LAYOUTS[type(table)]
    _, _, authorised, actual, _, _ = table.columns
    return Layout.THREE_COLUMN if authorised or actual else Layout.ONE_COLUMN


def _of_boxes(reading: PlanReading) -> list[FoundTable]:
    """The projects that running text names, as a table; none where a printed one lists them."""
    projects = reading.published.projects
    if not projects.rows or any(
        became is not None and isinstance(became.table, ProjectTable)
        for _, became in reading.tables
    ):
        return []
    rows = tuple((row.name, row.nature, row.note) for row in projects.rows)
    uses = (NAME, ColumnUse(Role.NATURE), ColumnUse(Role.REMARK))
    return [_table(projects.title, (_PROJECT_HEADINGS, *rows), Layout.PROJECTS, uses)]


def _part(table: RecognisedTable, found: FoundTable | None) -> RecognisedPart:
    columns = () if found is None else tuple(zip(found.headings, map(str, found.uses), strict=True))
    return RecognisedPart(table.kind, table.title, str(table.line), table.rows, columns)


def _problem(cell: BadCell, tables: list[FoundTable]) -> CellProblem:
    """A bad cell where it stands: among those of its text the nearest to the row that it was
    counted as, since merged cells and parted rows move the count."""
    table = next((t for t in tables if t.source.name == cell.sheet), None)
    if table is None:
        return CellProblem(cell.sheet, cell.row, cell.column, cell.value, cell.reason)
    source, named = table.source, cell.column
    places = [
        (row, column)
        for row in table.body
        for column, found in enumerate(source.rows[row])
        if found.text == cell.value and (not named or _is_named(table, column, named))
    ]
    whole = [
        (row, 0) for row in table.body if " | ".join(c.text for c in source.rows[row]) == cell.value
    ]
    counted = min(cell.row, table.body.stop - 1)
    row, column = min(whole or places or [(counted, 0)], key=lambda at: abs(at[0] - cell.row))
    return CellProblem(
        source.name, source.row_number(row), source.letter(column), cell.value, cell.reason
    )


def _is_named(table: FoundTable, column: int, named: str) -> bool:
    """Whether a column bears the heading that a message names, which can be the usual one."""
    heading = table.headings[column] if column < len(table.headings) else ""
    words = named.split(" ")
    is_name = column < len(table.uses) and table.uses[column].role is Role.NAME
    return all(word in heading for word in words) or (len(words) == 1 and is_name)
