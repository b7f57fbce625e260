"""Reads the tables of a Word document (.docx), and its paragraphs between them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from models.errors import FileError, FileProblem
from models.source_table import BLANK_CELL, SourceCell, SourceTable

_LONGEST_TITLE = 60  # characters; longer paragraphs above a table are running text
_SIGNS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " "}


def docx_tables(path: Path, content: bytes) -> list[SourceTable]:
    """Every table in the order of the document, named by the caption above it or its number.

    Raises FileError(DAMAGED).
    """
    tables: list[SourceTable] = []
    caption = ""
    for block in docx_blocks(path, content):
        if isinstance(block, SourceTable):
            number = len(tables) + 1
            tables.append(replace(block, name=caption or f"表格{number}"))
            caption = ""
        elif text := block.strip():
            caption = text if len(text) <= _LONGEST_TITLE else ""
    return tables


def docx_blocks(path: Path, content: bytes) -> list[str | SourceTable]:
    """Paragraphs (their text) and tables (without a name) in the order of the document.

    A table of one cell frames what it holds: that stands in its place. Other tables inside cells of
    tables, text boxes, and the numbers that Word itself puts before paragraphs are not read. Raises
    FileError(DAMAGED).
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features that are of no account here
            return list(_blocks(Document(BytesIO(content))))
    except Exception as error:  # the parsers raise whatever they stumble over
        raise FileError(path, FileProblem.DAMAGED, type(error).__name__) from error


def _blocks(container: DocumentObject | _Cell) -> Iterator[str | SourceTable]:
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            yield _text(block._p)
        elif [len(row._tr.tc_lst) for row in block.rows] == [1]:
            yield from _blocks(block.cell(0, 0))
        else:
            yield SourceTable("", _rows(block))


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
        text = "".join(map(_text, tc.p_lst))
        goes_on = None if merge is None else merge == "continue"
        found.append((text.strip(), tc.grid_span, goes_on))
    return found


def _text(paragraph: CT_P) -> str:
    """The text of a paragraph with what was inserted under revision, without its text boxes."""
    nodes = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:cr"), qn("w:tab"))
    return "".join(
        _SIGNS.get(node.tag, "") or node.text or ""
        for node in nodes
        if next(node.iterancestors(qn("w:p"))) is paragraph
    )
