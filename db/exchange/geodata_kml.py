"""KML and KMZ, as Google Earth and 奥维 write them: every folder with placemarks is a layer."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import numpy as np
import shapely
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from shapely.geometry.base import BaseGeometry

from db.exchange.geodata_ogr import Progress, refuse_too_many
from db.exchange.text_encoding import decoded
from models.coordinates import WGS84
from models.errors import FileError, FileProblem
from models.geo_source import GeoLayer, GeoProblem, TextEncoding, Value, notice_of, shapes

_PIECE = 1_000
_GEOMETRIES = ("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry")
_MOST_UNPACKED = 2**30  # bytes
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def kml_layers(path: Path, content: bytes, progress: Progress) -> list[GeoLayer]:
    """The layers of a .kml, or of the .kml inside a .kmz. KML is WGS 84 by its standard.

    Raises FileError: CUT_OFF, NOT_GEODATA, TOO_LARGE.
    """
    text, encoding = decoded(path, _unpacked(path, content))
    # The text is handed on as UTF-8, whatever it declares: the parser itself knows no GBK.
    plain = BytesIO(_DECLARATION.sub("", text, count=1).encode())
    found: dict[str, _Folder] = {}
    count = 0
    try:
        for folder, placemark in _placemarks(path, plain):
            count += 1
            found.setdefault(folder or path.stem, _Folder()).take(placemark, count)
            if count % _PIECE == 0:
                progress(plain.tell(), len(plain.getbuffer()))
                refuse_too_many(path, count)
    except ParseError as error:
        raise FileError(path, FileProblem.CUT_OFF, str(error)) from error
    except DefusedXmlException as error:  # entities that would unfold without end
        raise FileError(path, FileProblem.NOT_GEODATA, type(error).__name__) from error
    return [folder.layer(name, encoding) for name, folder in found.items()]


def _unpacked(path: Path, content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            inner = [e for e in archive.infolist() if e.filename.lower().endswith(".kml")]
            if not inner:
                raise FileError(path, FileProblem.NOT_GEODATA)
            if inner[0].file_size > _MOST_UNPACKED:
                raise FileError(path, FileProblem.TOO_LARGE, f"{inner[0].file_size // 2**20} MB")
            return archive.read(inner[0])
    except (zipfile.BadZipFile, EOFError) as error:
        raise FileError(path, FileProblem.CUT_OFF, str(error)) from error


def _placemarks(path: Path, content: BytesIO) -> Iterator[tuple[str, Element]]:
    """Every placemark with the name of the folder (or document) around it."""
    names: list[str] = []
    tags: list[str] = []
    for event, element in iterparse(content, events=("start", "end")):
        tag = _tag(element)
        if event == "start":
            if not tags and tag != "kml":
                raise FileError(path, FileProblem.NOT_GEODATA)
            tags.append(tag)
            if tag in ("Folder", "Document"):
                names.append("")
            continue
        tags.pop()
        if tag == "name" and tags and tags[-1] in ("Folder", "Document"):
            names[-1] = (element.text or "").strip()
        elif tag in ("Folder", "Document"):
            names.pop()
            element.clear()
        elif tag == "Placemark":
            yield next((name for name in reversed(names) if name), ""), element
            element.clear()


class _Folder:
    """The placemarks of one folder, in columns."""

    def __init__(self) -> None:
        self.geometries: list[BaseGeometry | None] = []
        self.numbers: list[int] = []
        self.columns: dict[str, list[Value]] = {}
        self.broken: list[int] = []

    def take(self, placemark: Element, number: int) -> None:
        count = len(self.geometries)
        try:
            parts = [_geometry(part) for part in placemark if _tag(part) in _GEOMETRIES]
            geometry = parts[0] if parts else None
        except (ValueError, IndexError, shapely.errors.ShapelyError):
            geometry = None
            self.broken.append(number)
        self.geometries.append(geometry)
        self.numbers.append(number)
        for name, value in _attributes(placemark):
            column = self._column(name, count)
            if len(column) == count:  # the first of two entries of one name
                column.append(value)
        for column in self.columns.values():
            if len(column) == count:
                column.append(None)

    def _column(self, name: str, count: int) -> list[Value]:
        """The column of an attribute; a new one is blank for the placemarks before."""
        if name not in self.columns:
            self.columns[name] = [None] * count
        return self.columns[name]

    def layer(self, name: str, encoding: TextEncoding) -> GeoLayer:
        return GeoLayer(
            name, shapes(self.geometries), np.array(self.numbers, dtype=np.int64), self.columns,
            WGS84, "KML: WGS 84", encoding, notice_of(GeoProblem.BROKEN_GEOMETRY, self.broken),
        )  # fmt: skip


def _attributes(placemark: Element) -> Iterator[tuple[str, str]]:
    """Name and description, then the extended data, typed (SimpleData) or not (Data)."""
    for part in placemark:
        tag = _tag(part)
        if tag in ("name", "description") and (part.text or "").strip():
            yield tag, (part.text or "").strip()
        elif tag == "ExtendedData":
            for data in part.iter():
                text = data.text if _tag(data) == "SimpleData" else None
                if _tag(data) == "Data":
                    text = next((v.text for v in data if _tag(v) == "value"), None)
                if text is not None and text.strip():
                    yield data.get("name", ""), text.strip()


def _geometry(element: Element) -> BaseGeometry:
    match _tag(element):
        case "Point":
            return shapely.Point(_coordinates(element)[0])
        case "LineString":
            return shapely.LineString(_coordinates(element))
        case "LinearRing":
            return shapely.Polygon(_coordinates(element))
        case "Polygon":
            rings = {"outerBoundaryIs": list[Any](), "innerBoundaryIs": list[Any]()}
            for part in element:
                if _tag(part) in rings:
                    rings[_tag(part)] += [_coordinates(ring) for ring in part]
            return shapely.Polygon(rings["outerBoundaryIs"][0], rings["innerBoundaryIs"])
    return _joined([_geometry(part) for part in element if _tag(part) in _GEOMETRIES])


def _joined(parts: list[BaseGeometry]) -> BaseGeometry:
    """A multi-geometry where the parts are of one kind, else a collection."""
    simple = shapely.get_parts(shapes(parts))
    match {part.geom_type for part in simple}:
        case kinds if kinds == {"Point"}:
            return shapely.multipoints(simple)  # type: ignore[return-value]
        case kinds if kinds == {"LineString"}:
            return shapely.multilinestrings(simple)  # type: ignore[return-value]
        case kinds if kinds == {"Polygon"}:
            return shapely.multipolygons(simple)  # type: ignore[return-value]
    return shapely.GeometryCollection(simple.tolist())


def _coordinates(element: Element) -> list[tuple[float, float]]:
    """(longitude, latitude) of each tuple of the element's coordinates; heights are left out."""
    texts = (part.text or "" for part in element.iter() if _tag(part) == "coordinates")
    tuples = next(texts, "").split()
    return [(float(t.split(",")[0]), float(t.split(",")[1])) for t in tuples]


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
