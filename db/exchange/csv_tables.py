"""Reads text in columns (.csv, .tsv): UTF-8, UTF-16 or GB 18030; comma, semicolon or tab."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from db.exchange.text_encoding import decoded
from models.errors import FileError, FileProblem
from models.source_table import BLANK_CELL, SourceCell, SourceTable

_DELIMITERS = ",;\t，；"


def csv_tables(path: Path, content: bytes) -> list[SourceTable]:
    """The one table of a file. Raises FileError: UNKNOWN_FORMAT where it is no such text."""
    text, _ = decoded(path, content)
    try:
        rows = list(
            csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
        )
    except csv.Error as error:
        raise FileError(path, FileProblem.DAMAGED, str(error)) from error
    return [text_table(path.stem, rows)]


def text_table(name: str, rows: list[list[str]]) -> SourceTable:
    """A table of bare texts, as a CSV or the clipboard holds it."""
    return SourceTable(
        name,
        tuple(
            tuple(SourceCell(t) if (t := text.strip()) else BLANK_CELL for text in row)
            for row in rows
        ),
    )


def delimiter_of(text: str) -> str:
    """The character that most often parts the lines alike, counted outside quotes."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]

    def regularity(delimiter: str) -> tuple[int, int]:
        counts = [_outside_quotes(line, delimiter) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_DELIMITERS, key=regularity)


def _outside_quotes(line: str, delimiter: str) -> int:
    return sum(part.count(delimiter) for part in line.split('"')[::2])
