"""What a geographic file holds, as it stands there: layers, features, coordinate system, encoding.

Nothing is converted or mended here; `models/geo_reading.py` does that and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.coordinates import CoordinateSystem

Value = str | int | float | None
Shapes = NDArray[np.object_]  # shapely geometries, None where a feature has none


class GeometryKind(StrEnum):
    POINTS = "points"
    LINES = "lines"
    AREAS = "areas"
    OTHER = "other"  # collections of several kinds


class EncodingOrigin(StrEnum):
    """How the encoding of a file's texts was found."""

    FORMAT = "format"  # the format has only one
    DECLARED = "declared"  # .cpg file or table header, and the texts bear it out
    TEXTS = "texts"  # told by the bytes, since nothing is declared
    CONTRADICTED = "contradicted"  # told by the bytes, against what is declared


@dataclass(frozen=True, slots=True)
class TextEncoding:
    """`name` as Python spells it; `declared` is what the file itself says, "" for nothing."""

    name: str
    origin: EncodingOrigin = EncodingOrigin.FORMAT
    declared: str = ""


UTF8 = TextEncoding("utf-8")


class GeoProblem(StrEnum):
    """What a person must be told about a layer. The facts of each stand in `GeoNotice.facts`."""

    # of the file
    NO_ATTRIBUTES = "no-attributes"  # a shapefile without .dbf
    OTHER_ENCODING = "other-encoding"  # declared, found
    BROKEN_TEXT = "broken-text"  # texts with bytes of no known encoding
    BROKEN_GEOMETRY = "broken-geometry"
    READER_REMARK = "reader-remark"  # text: what the library that reads the format remarks
    UNREADABLE_COORDINATE = "unreadable-coordinate"
    UNKNOWN_SYSTEM = "unknown-system"  # stated: one that is not converted
    # of the geometries
    NO_GEOMETRY = "no-geometry"
    MIXED_KINDS = "mixed-kinds"  # points, lines, areas, other: how many
    REPAIRED = "repaired"  # largest_change: greatest share of an area that the repair changed
    NOT_REPAIRABLE = "not-repairable"
    # of the coordinates
    ZERO = "zero"
    SWAPPED = "swapped"
    UNIT_DOUBT = "unit-doubt"  # unit
    SYSTEM_ASSUMED = "system-assumed"  # system
    SYSTEM_UNTOLD = "system-untold"
    SYSTEM_MISFIT = "system-misfit"  # system: figures cannot be of that one; figures: but of this
    ZONE_GUESSED = "zone-guessed"  # meridian, width
    SHIFT = "shift"  # system, compared, before, after: as in models/geo_shift.py
    OUTSIDE = "outside"  # of the boundary
    FAR = "far"  # metres
    NOT_CONVERTED = "not-converted"
    ACCURACY = "accuracy"  # system, metres


# With one of these, a layer cannot be placed before a person has chosen.
_BLOCKING = frozenset(
    {
        GeoProblem.UNKNOWN_SYSTEM,
        GeoProblem.UNIT_DOUBT,
        GeoProblem.SYSTEM_UNTOLD,
        GeoProblem.SYSTEM_MISFIT,
    }
)


@dataclass(frozen=True, slots=True)
class GeoNotice:
    """Something found in a layer. `count` features are concerned, with these `numbers` where they
    are known; 0: the layer as a whole."""

    problem: GeoProblem
    count: int = 0
    numbers: tuple[int, ...] = ()
    facts: Mapping[str, str | int | float] = field(default_factory=dict)

    @property
    def is_blocking(self) -> bool:
        return self.problem in _BLOCKING


def notice_of(
    problem: GeoProblem, numbers: Sequence[int] | NDArray[np.int64], **facts: str | int | float
) -> tuple[GeoNotice, ...]:
    """The notice about these features; none where there are none."""
    if not len(numbers):
        return ()
    return (GeoNotice(problem, len(numbers), tuple(map(int, numbers)), facts),)


@dataclass(frozen=True, slots=True)
class GeoFeature:
    """One feature. `number` is the file's own: row of a table, id of a feature, else its place."""

    number: int
    geometry: BaseGeometry | None
    attributes: Mapping[str, Value]


@dataclass(frozen=True, eq=False)
class GeoLayer:
    """A layer in columns, since one can have a million features.

    `geometries` are in the file's own coordinates (degrees: longitude first, where the file says
    which is which), without heights. `declared` is the coordinate system that the file states,
    None for none or one that is not known; `stated` what it says in its own words.
    """

    name: str
    geometries: Shapes
    numbers: NDArray[np.int64]
    columns: Mapping[str, Sequence[Value]]
    declared: CoordinateSystem | None = None
    stated: str = ""
    encoding: TextEncoding = UTF8
    notices: tuple[GeoNotice, ...] = ()

    def __len__(self) -> int:
        return len(self.geometries)

    def feature(self, index: int) -> GeoFeature:
        """The feature at a place (from 0) of the layer."""
        attributes = {name: values[index] for name, values in self.columns.items()}
        return GeoFeature(int(self.numbers[index]), self.geometries[index], attributes)

    @property
    def features(self) -> Iterator[GeoFeature]:
        return (self.feature(index) for index in range(len(self)))

    @property
    def kinds(self) -> dict[GeometryKind, int]:
        """How many features are of which kind; those without geometry are not counted."""
        return counted_kinds(self.geometries)


@dataclass(frozen=True, eq=False)
class GeoSource:
    """A file of layers."""

    path: Path
    layers: tuple[GeoLayer, ...]


_KINDS = {
    GeometryKind.POINTS: (0, 4),
    GeometryKind.LINES: (1, 2, 5),
    GeometryKind.AREAS: (3, 6),
    GeometryKind.OTHER: (7,),
}


def kind_of(geometry: BaseGeometry) -> GeometryKind:
    type_id = shapely.get_type_id(geometry)
    return next(kind for kind, ids in _KINDS.items() if type_id in ids)


def counted_kinds(geometries: Shapes) -> dict[GeometryKind, int]:
    """How many geometries are of which kind, without those that are None or empty."""
    types = shapely.get_type_id(geometries)[~no_geometry(geometries)]
    counts = {kind: int(np.isin(types, ids).sum()) for kind, ids in _KINDS.items()}
    return {kind: count for kind, count in counts.items() if count}


def no_geometry(geometries: Shapes) -> NDArray[np.bool_]:
    """Which are None or empty."""
    missing: NDArray[np.bool_] = shapely.is_missing(geometries) | shapely.is_empty(geometries)
    return missing


def shapes(geometries: Sequence[BaseGeometry | None]) -> Shapes:
    """Geometries as an array; numpy by itself would take a collection for rows."""
    array = np.empty(len(geometries), dtype=object)
    array[:] = geometries
    return array
