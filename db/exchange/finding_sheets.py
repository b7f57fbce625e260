"""Findings as a workbook or as CSV, with the words that the screen shows."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path

from db.exchange.writing import write_whole
from db.exchange.xlsx_sheet import (
    Column,
    Words,
    append_row,
    new_book,
    start_sheet,
)
from models.catalogue import Language
from models.county import County
from models.plan import Plan
from models.plan_document import county_name, say

_WIDTHS = (10, 22, 34, 12, 12, 24, 18, 10, 48, 40)


def write_findings_workbook(
    path: Path,
    county: County,
    plan: Plan,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: Language,
) -> None:
    """Write the rows as .xlsx under title and version. Raises FileError."""
    columns = [Column(heading, width) for heading, width in zip(headings, _WIDTHS, strict=False)]
    name = say(("检查结果", "Findings"), language)
    book = new_book(plan.title or plan.name)
    words = Words(name, name, f"{county_name(county, language)} {plan.name}", language)
    sheet = start_sheet(book, words, columns, 2, landscape=True)
    for row in rows:
        append_row(sheet, columns, list(row))
    content = BytesIO()
    book.save(content)
    write_whole(path, content.getvalue())


def write_findings_csv(path: Path, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write the rows as CSV, UTF-8 with a byte-order mark for Excel. Raises FileError."""
    text = StringIO()
    csv.writer(text).writerows([headings, *rows])
    write_whole(path, text.getvalue().encode("utf-8-sig"))
