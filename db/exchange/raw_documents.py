"""Word documents and workbooks as the tables and the running text that a plan is read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.exchange.docx_tables import docx_blocks
from db.exchange.raw_tables import RawDocument, RawTable, caption_of, clean, read_raw, read_text
from db.exchange.source_tables import source_content
from db.exchange.xlsx_tables import xlsx_tables
from models.errors import FileError, FileProblem
from models.prose_figures import text_place
from models.source_table import SourceTable

DOCUMENT_ENDINGS = (".txt", ".docx", ".xlsx", ".xlsm")
_NOTE = re.compile("(?:注|备注|说明|单位|填报单位|填表人|(?:资料|数据)来源)[：:]")
_LABELLED = re.compile("[：:]")

Row = tuple[str, ...]


def read_document(path: Path) -> RawDocument:
    """The tables and the text of a .txt, .docx or .xlsx, in the order in which they are read.

    Raises FileError: MISSING, UNKNOWN_FORMAT, DAMAGED.
    """
    ending = path.suffix.lower()
    if ending == ".txt":
        return read_raw(read_text(path))
    if ending not in DOCUMENT_ENDINGS:
        raise FileError(path, FileProblem.UNKNOWN_FORMAT)
    content = source_content(path)
    return _of_word(path, content) if ending == ".docx" else _of_workbook(path, content)


def _of_word(path: Path, content: bytes) -> RawDocument:
    """A line of text is placed by its number among the paragraphs that hold any."""
    made = _Making()
    paragraphs = tables = 0
    for block in docx_blocks(path, content):
        if isinstance(block, SourceTable):
            tables += 1
            made.take_table(block, f"表格{tables}")
        elif block.strip():
            paragraphs += 1
            made.take_text(block, f"正文第{paragraphs}段")
    return made.document()


def _of_workbook(path: Path, content: bytes) -> RawDocument:
    """A cell outside the tables is a line of text, placed as the workbook names it: 说明!A3."""
    made = _Making(is_workbook=True)
    for sheet in xlsx_tables(path, content, as_shown=True):
        made.take_table(sheet, sheet.name)
        made.end_sheet()
    return made.document()


@dataclass
class _Making:
    """A document in the making. Lines are numbered as in a text that has one cell a line."""

    is_workbook: bool = False
    line: int = 0
    prose: list[tuple[int, str]] = field(default_factory=list)
    tables: list[RawTable] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    since_table: bool = False

    def document(self) -> RawDocument:
        return RawDocument(tuple(self.tables), tuple(self.prose), self.places)

    def take_text(self, text: str, where: str) -> None:
        for line in text.split("\n"):
            self.line += 1
            if cleaned := clean(line):
                self.prose.append((self.line, cleaned))
                self.places[text_place(self.line)] = where
                self.since_table = False

    def end_sheet(self) -> None:
        """What follows is another sheet: no part of the tables of this one."""
        self.since_table = False

    def take_table(self, table: SourceTable, position: str) -> None:
        """The rows as one table; those of a sheet, where empty rows part tables, as several. A line
        of text above a table or across all of it is running text."""
        block: list[int] = []
        for r in range(len(table.rows)):
            filled = [c for c, cell in enumerate(table.rows[r]) if clean(cell.text)]
            if not filled and self.is_workbook:
                self._take_block(table, block, position)
                block = []
            elif _is_text(table, r, filled, inside=bool(block)):
                where = table.place(r, filled[0]) if self.is_workbook else position
                self.take_text(" ".join(table.rows[r][c].text for c in filled), where)
            else:
                block.append(r)
        self._take_block(table, block, position)

    def _take_block(self, table: SourceTable, block: Sequence[int], position: str) -> None:
        if not block:
            return
        rows: list[Row] = []
        places: list[str] = []
        gaps: set[int] = set()
        columns = range(table.width)
        if self.is_workbook:  # a sheet is as wide as its widest table
            used = [c for r in block for c in columns if clean(table.text(r, c))]
            columns = range(min(used, default=0), max(used, default=0) + 1)
        for r in block:
            cells = _cells(table, r, columns)
            if any(cells):
                rows.append(cells)
                first = next(c for c, cell in enumerate(table.rows[r]) if clean(cell.text))
                places.append(table.place(r, first))
            else:
                gaps.add(len(rows))
        if not rows:
            return
        if self.is_workbook and any(t.position == position for t in self.tables):
            position = places[0]
        start = self.line + 1
        name, title = caption_of(self.prose, start, rows)
        raw = RawTable(start, name, title, tuple(rows), self.since_table, frozenset(gaps), position)
        self.tables.append(replace(raw, row_places=tuple(places)) if self.is_workbook else raw)
        self.line += sum(map(len, rows))
        self.since_table = True


def _is_text(table: SourceTable, row: int, filled: Sequence[int], *, inside: bool) -> bool:
    """Whether a row is no row of a table: a single text above it, a note, or words across it."""
    if not filled:
        return False
    cells = table.rows[row]
    if len(filled) > 1:
        return not inside and all(_LABELLED.search(cells[c].text) for c in filled)
    only = cells[filled[0]]
    goes_across = only.anchor is not None and all(c.anchor == only.anchor for c in cells)
    return not inside or goes_across or _NOTE.match(only.text) is not None


def _cells(table: SourceTable, row: int, columns: range) -> Row:
    """The cells as a text gives them: one over several columns once, below a merged one a blank."""
    cells = table.rows[row]
    return tuple(
        clean(cells[c].text)
        for c in columns
        if c < len(cells) and (cells[c].anchor or (row, c))[1] == c
    )
