"""GeoJSON, read feature by feature: FeatureCollection, one Feature or a bare geometry.

Read here rather than by OGR, which takes the whole text for UTF-8 and begins anew for every piece.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import WHITESPACE  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from db.exchange.geodata_ogr import Progress, refuse_too_many, stated_system
from db.exchange.text_encoding import decoded
from models.errors import FileError, FileProblem
from models.geo_source import GeoLayer, GeoProblem, Value, notice_of, shapes

_PIECE = 5_000
_GEOMETRIES = frozenset(
    {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
     "GeometryCollection"}
)  # fmt: skip
_DECODER = json.JSONDecoder()


def geojson_layer(path: Path, content: bytes, progress: Progress) -> GeoLayer:
    """The one layer of a file. Its system is what the member `crs` states.

    Without it the standard means WGS 84, but Chinese files often are in others: `declared` is None.
    Raises FileError: CUT_OFF, NOT_GEODATA, TOO_LARGE.
    """
    text, encoding = decoded(path, content)
    reader = _Reader(path, text, progress)
    reader.read()
    declared, notices = stated_system(reader.crs)
    numbers = np.arange(1, len(reader.geometries) + 1, dtype=np.int64)
    notices += notice_of(GeoProblem.BROKEN_GEOMETRY, reader.broken)
    return GeoLayer(
        reader.name or path.stem, shapely.force_2d(shapes(reader.geometries)), numbers,
        reader.columns, declared, reader.crs, encoding, notices,
    )  # fmt: skip


class _Reader:
    """Goes through the text of a file once."""

    def __init__(self, path: Path, text: str, progress: Progress) -> None:
        self.path, self.text, self.progress = path, text, progress
        self.name = self.crs = ""
        self.geometries: list[BaseGeometry | None] = []
        self.columns: dict[str, list[Value]] = {}
        self.broken: list[int] = []

    def read(self) -> None:
        try:
            others = dict(self._members())
        except (json.JSONDecodeError, IndexError, RecursionError) as error:
            raise FileError(self.path, FileProblem.CUT_OFF, str(error)[:80]) from error
        self.name = _plain(others.get("name"))
        self.crs = _stated_crs(others.get("crs"))
        kind = others.get("type")
        if kind == "Feature":
            self._take(others)
        elif kind in _GEOMETRIES:
            self._take({"geometry": others})
        elif kind != "FeatureCollection":
            raise FileError(self.path, FileProblem.NOT_GEODATA)

    def _members(self) -> Iterator[tuple[str, Any]]:
        """The members of the outermost object; the features are taken in on the way."""
        at = self._expect("{", 0)
        while self.text[at] != "}":
            key, at = _DECODER.raw_decode(self.text, at)
            at = self._expect(":", at)
            if key == "features" and self.text[at] == "[":
                at = self._features(self._skip(at + 1))
            else:
                value, at = _DECODER.raw_decode(self.text, at)
                yield key, value
            at = self._skip(at)
            if self.text[at] != "}":
                at = self._expect(",", at)

    def _features(self, at: int) -> int:
        """Take in a list of features; the place behind it."""
        while self.text[at] != "]":
            feature, at = _DECODER.raw_decode(self.text, at)
            self._take(feature)
            at = self._skip(at)
            if self.text[at] != "]":
                at = self._expect(",", at)
            if len(self.geometries) % _PIECE == 0:
                self.progress(at, len(self.text))
                refuse_too_many(self.path, len(self.geometries))
        return at + 1

    def _skip(self, at: int) -> int:
        return int(WHITESPACE.match(self.text, at).end())

    def _expect(self, mark: str, at: int) -> int:
        at = self._skip(at)
        if self.text[at] != mark:
            raise json.JSONDecodeError(f"no {mark}", self.text, at)
        return self._skip(at + 1)

    def _take(self, feature: Any) -> None:
        entry = feature if isinstance(feature, dict) else {}
        count = len(self.geometries)
        try:
            given = entry.get("geometry")
            geometry = shape(given) if given else None
        except (ValueError, TypeError, KeyError, AttributeError, IndexError,
                shapely.errors.ShapelyError):  # fmt: skip
            geometry = None
            self.broken.append(count + 1)
        self.geometries.append(geometry)
        properties = entry.get("properties")
        for name, value in properties.items() if isinstance(properties, dict) else ():
            self._column(str(name), count).append(_value(value))
        for column in self.columns.values():
            if len(column) == count:
                column.append(None)

    def _column(self, name: str, count: int) -> list[Value]:
        """The column of a property; a new one is blank for the features before."""
        if name not in self.columns:
            self.columns[name] = [None] * count
        return self.columns[name]


def _value(value: Any) -> Value:
    """A property as it is; a list or an object as its JSON text."""
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False)


def _stated_crs(member: Any) -> str:
    """EPSG:4490 of {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}."""
    properties = member.get("properties") if isinstance(member, dict) else None
    name = _plain(properties.get("name")) if isinstance(properties, dict) else ""
    if match := re.fullmatch(r"urn:ogc:def:crs:(\w+):[\w.]*:(\w+)", name):
        return f"{match[1]}:{match[2]}"
    return name


def _plain(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
