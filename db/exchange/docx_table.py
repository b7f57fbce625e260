"""One table of a plan as a table of Word, made as XML: python-docx is slow with large ones."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length

from db.exchange.docx_styles import Style
from models.paper_layout import paper_widths, type_points
from models.plan_document import (
    PlanTable,
    Side,
    above_runs,
    joined_runs,
)

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_FILL = "EEEEEE"
_PADDING = {"top": 28, "left": 57, "bottom": 28, "right": 57}  # twips; 57 are 1 mm
_SHORT = 14  # rows of a table that is kept on one page
_FIRST = 2  # rows of a longer one that stay with its heading


def add_table(word: WordDocument, table: PlanTable, width: Length) -> None:
    """Add the table at the end of the document, as wide as the text."""
    writer = _TableWriter(word, table, round(width.twips))
    body = word.element.body
    body.insert(len(body) - 1, writer.element)  # the last child describes the section


class _TableWriter:
    def __init__(self, word: WordDocument, table: PlanTable, width: int) -> None:
        self.table = table
        self.widths = [round(share * width) for share in paper_widths(table)]
        self.half_points = round(type_points(table) * 2)
        self.ids = {style: word.styles[style].style_id for style in (Style.CELL, Style.HEADING)}
        self.keeps_next = True  # whether what is written now stays with the row below
        self.element = _element("w:tbl")
        self._set_up(width)
        self._add_headings()
        self._add_rows()

    def _set_up(self, width: int) -> None:
        properties = _child(self.element, "w:tblPr")
        _child(properties, "w:tblW", w=width, type="dxa")
        _child(properties, "w:jc", val="center")
        borders = _child(properties, "w:tblBorders")
        for edge in _EDGES:
            _child(borders, f"w:{edge}", val="single", sz=4, space=0, color="000000")
        _child(properties, "w:tblLayout", type="fixed")
        margins = _child(properties, "w:tblCellMar")
        for side, padding in _PADDING.items():
            _child(margins, f"w:{side}", w=padding, type="dxa")
        grid = _child(self.element, "w:tblGrid")
        for one in self.widths:
            _child(grid, "w:gridCol", w=one)

    def _row(self, *, is_heading: bool) -> BaseOxmlElement:
        row = _child(self.element, "w:tr")
        properties = _child(row, "w:trPr")
        _child(properties, "w:cantSplit")
        if is_heading:
            _child(properties, "w:tblHeader")
        return row

    def _add_headings(self) -> None:
        """One row; or two, where columns stand under common headings."""
        columns = self.table.columns
        first = self._row(is_heading=True)
        if not self.table.has_two_headings:
            for i, column in enumerate(columns):
                self._heading(first, i, column.heading)
            return
        second = self._row(is_heading=True)
        for start, count in above_runs(columns):
            if columns[start].above:
                self._heading(first, start, columns[start].above, span=count)
                for i in range(start, start + count):
                    self._heading(second, i, columns[i].heading)
            else:
                self._heading(first, start, columns[start].heading, merge="restart")
                self._heading(second, start, "", merge="continue")

    def _heading(
        self, row: BaseOxmlElement, column: int, text: str, span: int = 1, merge: str = ""
    ) -> None:
        self._cell(row, column, text, Style.HEADING, Side.CENTER, span, merge, filled=True)

    def _add_rows(self) -> None:
        table = self.table
        merges = _merges(joined_runs(table))
        kept = len(table.rows) - 1 if len(table.rows) <= _SHORT else _FIRST
        for number, line in enumerate(table.rows):
            self.keeps_next = number < kept
            row = self._row(is_heading=False)
            style = Style.HEADING if line.is_total else Style.CELL
            for i, text in enumerate(table.texts(line)):
                merge = merges.get(number, "") if i == table.joined else ""
                shown = "" if merge == "continue" else text
                indented = line.is_part and i == table.heads - 1
                self._cell(
                    row, i, shown, style, table.columns[i].side, merge=merge,
                    filled=line.is_total, indented=indented,
                )  # fmt: skip

    def _cell(
        self,
        row: BaseOxmlElement,
        column: int,
        text: str,
        style: Style,
        side: Side,
        span: int = 1,
        merge: str = "",
        *,
        filled: bool = False,
        indented: bool = False,
    ) -> None:
        cell = _child(row, "w:tc")
        properties = _child(cell, "w:tcPr")
        _child(properties, "w:tcW", w=sum(self.widths[column : column + span]), type="dxa")
        if span > 1:
            _child(properties, "w:gridSpan", val=span)
        if merge:
            _child(properties, "w:vMerge", val=merge)
        if filled:
            _child(properties, "w:shd", val="clear", color="auto", fill=_FILL)
        _child(properties, "w:vAlign", val="center")
        self._write(cell, text, style, side, indented)

    def _write(
        self, cell: BaseOxmlElement, text: str, style: Style, side: Side, indented: bool
    ) -> None:
        """A paragraph for each line of the text."""
        for line in text.split("\n"):
            paragraph = _child(cell, "w:p")
            properties = _child(paragraph, "w:pPr")
            _child(properties, "w:pStyle", val=self.ids[style])
            if self.keeps_next:
                _child(properties, "w:keepNext")
            if indented:
                _child(properties, "w:ind", left=self.half_points * 20)  # two characters
            _child(properties, "w:jc", val=side)
            _child(_child(properties, "w:rPr"), "w:sz", val=self.half_points)
            if not line:
                continue
            run = _child(paragraph, "w:r")
            _child(_child(run, "w:rPr"), "w:sz", val=self.half_points)
            shown = _child(run, "w:t")
            shown.text = line
            shown.set(qn("xml:space"), "preserve")


def _merges(runs: Sequence[tuple[int, int]]) -> dict[int, str]:
    """How the cell of a row is merged with that above it, by the number of the row."""
    merges = {}
    for start, count in runs:
        merges[start] = "restart"
        merges.update(dict.fromkeys(range(start + 1, start + count), "continue"))
    return merges


def _element(name: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    return element


def _child(parent: BaseOxmlElement, name: str, **attributes: object) -> BaseOxmlElement:
    """A new last child with attributes of Word's namespace."""
    element = _element(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    parent.append(element)
    return element
