"""Blocks of cells as tab-separated text, as Excel and WPS write and read them."""

from __future__ import annotations

import re

_QUOTED_OR_PLAIN = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|\Z)|[^\t\r\n]*')
_END_OF_ROW = re.compile(r"\r\n|\r|\n")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|\A"')


def to_text(rows: list[list[str]]) -> str:
    """The text of a block; every row ends with a line break, as Excel writes it.

    A cell that holds a tab or a line break, or begins with a quotation mark, stands in quotation
    marks, and those within it are doubled.
    """
    return "".join("\t".join(map(_written, row)) + "\n" for row in rows)


def from_text(text: str) -> list[list[str]]:
    """The cells of a block, row by row; rows may differ in length. No text gives no rows.

    A line break at the end closes the last row and does not open another. A quotation mark that
    is never closed is an ordinary character.
    """
    rows: list[list[str]] = []
    row: list[str] = []
    position = 0
    while position < len(text) or row:
        match = _QUOTED_OR_PLAIN.match(text, position)
        assert match is not None  # it also matches nothing at all
        quoted = match.group(1)
        row.append(match.group() if quoted is None else quoted.replace('""', '"'))
        position = match.end()
        if text[position : position + 1] == "\t":
            position += 1
            continue
        if end := _END_OF_ROW.match(text, position):
            position = end.end()
        rows.append(row)
        row = []
    return rows


def _written(cell: str) -> str:
    if not _NEEDS_QUOTES.search(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'
