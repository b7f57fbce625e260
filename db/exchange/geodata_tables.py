"""Tables with columns of coordinates (.csv, .tsv, .xlsx): each row is a point."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, islice
from pathlib import Path

import numpy as np
import shapely

from db.exchange.csv_tables import delimiter_of
from db.exchange.geodata_ogr import Progress, refuse_too_many
from db.exchange.source_tables import read_source_tables
from db.exchange.text_encoding import decoded
from models.coordinate_columns import CoordinateColumns, coordinate_columns
from models.coordinate_text import CoordinateText, read_coordinate
from models.errors import FileError, FileProblem, InvalidValue
from models.geo_source import (
    UTF8,
    GeoLayer,
    GeoProblem,
    TextEncoding,
    Value,
    notice_of,
)
from models.source_table import SourceTable

_HEADING_ROWS = 20  # within which the heading stands
_PIECE = 5_000
_PARTED = re.compile(r"[,，;；/|]\s*|\s+")
_PLAIN = re.compile(r"-?\d{1,12}(?:\.\d*)?")
_NAN = float("nan")
Row = tuple[int, Sequence[Value]]  # the row's number in the source, its cells


def table_layers(path: Path, progress: Progress) -> list[GeoLayer]:
    """The tables of a file that have columns of coordinates, in the file's own figures.

    Raises FileError: NO_COORDINATES where none has, UNKNOWN_FORMAT, DAMAGED, TOO_LARGE.
    """
    if path.suffix.lower() in (".csv", ".tsv"):
        text, encoding = decoded(path, path.read_bytes())
        found = [_layer(path, path.stem, _text_rows(path, text), encoding, progress)]
    else:
        tables = read_source_tables(path)
        found = [_layer(path, t.name, _cell_rows(t), UTF8, progress) for t in tables]
    layers = [layer for layer in found if layer is not None]
    if not layers:
        raise FileError(path, FileProblem.NO_COORDINATES)
    return layers


def _text_rows(path: Path, text: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    try:
        for number, row in enumerate(reader, 1):
            yield number, [cell.strip() or None for cell in row]
    except csv.Error as error:
        raise FileError(path, FileProblem.CUT_OFF, str(error)) from error


def _cell_rows(table: SourceTable) -> Iterator[Row]:
    for index, cells in enumerate(table.rows):
        values: list[Value] = []
        for column, cell in enumerate(cells):
            text = table.text(index, column)
            if cell.is_number:
                number = float(cell.text)
                values.append(int(number) if number.is_integer() else number)
            else:
                values.append(text or None)
        yield table.row_number(index), values


def _layer(
    path: Path, name: str, rows: Iterator[Row], encoding: TextEncoding, progress: Progress
) -> GeoLayer | None:
    head = list(islice(rows, _HEADING_ROWS))
    for index, (_, cells) in enumerate(head):
        headings = [value if isinstance(value, str) else "" for value in cells]
        columns = coordinate_columns(headings)
        if columns is not None:
            points = _Points(headings, columns)
            points.read(path, chain(head[index + 1 :], rows), progress)
            return points.layer(name, encoding)
    return None


class _Unreadable(Exception):
    """A pair of coordinates that cannot be read."""


class _Points:
    """The rows of one table, in columns."""

    def __init__(self, headings: Sequence[str], columns: CoordinateColumns) -> None:
        self.used: dict[str, int] = {}
        for column, heading in enumerate(headings):
            if heading:
                name = heading if heading not in self.used else f"{heading} ({column + 1})"
                self.used[name] = column
        self.at = columns
        self.x: list[float] = []
        self.y: list[float] = []
        self.numbers: list[int] = []
        self.values: dict[str, list[Value]] = {name: [] for name in self.used}
        self.unreadable: list[int] = []

    def read(self, path: Path, rows: Iterable[Row], progress: Progress) -> None:
        for number, cells in rows:
            if any(value is not None for value in cells):
                self._take(number, cells)
            if len(self.x) % _PIECE == 0:
                progress(len(self.x), 0)
                refuse_too_many(path, len(self.x))

    def _take(self, number: int, cells: Sequence[Value]) -> None:
        def value(column: int) -> Value:
            return cells[column] if column < len(cells) else None

        try:
            x, y = _pair(value(self.at.x), value(self.at.y), self.at.x == self.at.y)
        except _Unreadable:
            x = y = _NAN
            self.unreadable.append(number)
        self.x.append(x)
        self.y.append(y)
        self.numbers.append(number)
        for name, column in self.used.items():
            self.values[name].append(value(column))

    def layer(self, name: str, encoding: TextEncoding) -> GeoLayer:
        geometries = np.empty(len(self.x), dtype=object)
        given = ~np.isnan(self.x)
        geometries[given] = shapely.points(np.array(self.x)[given], np.array(self.y)[given])
        return GeoLayer(
            name, geometries, np.array(self.numbers, dtype=np.int64), self.values,
            encoding=encoding,
            notices=notice_of(GeoProblem.UNREADABLE_COORDINATE, self.unreadable),
        )  # fmt: skip


def _pair(x: Value, y: Value, in_one: bool) -> tuple[float, float]:
    """Two cells, or the two parts of one, as figures; not-a-number twice for blanks.

    Raises _Unreadable. A side that is written (29°30′N) says which is which.
    """
    if in_one:
        parts = [part for part in _PARTED.split(str(x or "").strip("()（）[] ")) if part]
        if len(parts) not in (0, 2):
            raise _Unreadable
        x, y = parts or (None, None)
    if x is None and y is None:
        return _NAN, _NAN
    first, second = _figure(x), _figure(y)
    if {first[1], second[1]} & {"N", "S"} and first[1] in "NS" and second[1] in "EW":
        first, second = second, first
    return first[0], second[0]


def _figure(value: Value) -> tuple[float, str]:
    """The figure of a cell and the side written with it, "" for none."""
    if isinstance(value, int | float):
        return float(value), ""
    if value is None:
        raise _Unreadable
    if _PLAIN.fullmatch(value):
        return float(value), ""
    try:
        found: CoordinateText = read_coordinate(value)
    except InvalidValue:
        raise _Unreadable from None
    return float(found.value), found.side
