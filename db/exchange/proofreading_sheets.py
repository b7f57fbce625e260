"""The contradictions of a published plan as a workbook, with the words that the screen shows."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from db.exchange.writing import write_whole
from db.exchange.xlsx_sheet import Column, Words, append_row, start_sheet
from models.catalogue import Language
from models.plan_document import say

_LAYOUT = ((16, "left"), (26, "left"), (12, "right"), (52, "left"), (60, "left"))


def write_discrepancy_workbook(
    path: Path,
    document: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: Language,
) -> None:
    """Write the rows as .xlsx under the name of the document. Raises FileError."""
    columns = [
        Column(heading, width, side)
        for heading, (width, side) in zip(headings, _LAYOUT, strict=True)
    ]
    title = say(("规划校对清单", "Proofreading list"), language)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator, book.properties.title = "Weigui", title
    words = Words(say(("校对", "Proofreading"), language), title, document, language)
    sheet = start_sheet(book, words, columns, 1, landscape=True)
    for row in rows:
        append_row(sheet, columns, list(row))
    content = BytesIO()
    book.save(content)
    write_whole(path, content.getvalue())
