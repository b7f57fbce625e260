"""Reads the tables of a Word document (.docx)."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Row

from models.errors import FileError, FileProblem
from models.source_table import BLANK_CELL, SourceCell, SourceTable

_LONGEST_TITLE = 60  # characters; longer paragraphs above a table are running text


def docx_tables(path: Path, content: bytes) -> list[SourceTable]:
    """Every table in the order of the document, named by the caption above it or its number.

    Tables inside cells of tables are not read. Raises FileError(DAMAGED).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features that are of no account here
            document = Document(BytesIO(content))
            tables: list[SourceTable] = []
            caption = ""
            for block in document.iter_inner_content():
                if isinstance(block, Table):
                    number = len(tables) + 1
                    tables.append(SourceTable(caption or f"表格{number}", _rows(block)))
                    caption = ""
                elif text := block.text.strip():
                    caption = text if len(text) <= _LONGEST_TITLE else ""
    except Exception as error:  # the parsers raise whatever they stumble over
        raise FileError(path, FileProblem.DAMAGED, type(error).__name__) from error
    return tables


def _rows(table: Table) -> tuple[tuple[SourceCell, ...], ...]:
    """The cells on the table's grid; a cell over several grid places is merged there."""
    anchors: dict[int, tuple[int, int]] = {}  # column: where the cell above began
    rows = []
    for r, row in enumerate(table.rows):
        cells: list[SourceCell] = [BLANK_CELL] * row.grid_cols_before
        for text, span, goes_on in _cells(row):
            c = len(cells)
            anchor = anchors.get(c, (r, c)) if goes_on else (r, c)
            is_merged = span > 1 or goes_on is not None
            for offset in range(span):
                anchors[c + offset] = anchor
                own = text if offset == 0 and anchor == (r, c) else ""
                cells.append(SourceCell(own, anchor=anchor if is_merged else None))
        rows.append(tuple(cells))
    return tuple(rows)


def _cells(row: _Row) -> list[tuple[str, int, bool | None]]:
    """Of each cell its text, its width on the grid, and whether it goes on a cell above it (None:
    it is not merged downwards)."""
    found = []
    for tc in row._tr.tc_lst:
        merge = tc.vMerge
        text = "".join(
            "\n" if node.tag in (qn("w:br"), qn("w:cr")) else node.text or ""
            for paragraph in tc.p_lst
            for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:cr"))
        )
        goes_on = None if merge is None else merge == "continue"
        found.append((text.strip(), tc.grid_span, goes_on))
    return found
