"""Areas and lines on the map: boundaries of divisions, roads and other background layers.

Geometry is kept as GeoJSON text in WGS 84 degrees (longitude first), rounded to 1e-7 degrees, which
is about a centimetre: any tool reads it, and records compare as values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import chain

import shapely
from shapely.geometry.base import BaseGeometry

from models.errors import InvalidValue, Reason

_STEP = 1e-7  # degrees
ON_FOOT = "步行"  # the class of the way to the next road, in `RoadSpeed`

_AREAS = ("Polygon", "MultiPolygon")
_BEGIN, _END = '{"type": "FeatureCollection", "features": [', "]}"
_FEATURE = '{"type": "Feature", "properties": '
_PIECE = 200_000  # characters of a layer read at once: some hundredths of a second


@dataclass(frozen=True, slots=True)
class Boundary:
    """The area of a division, or of the county.

    `code` is the division's (9 or 12 digits) or the county's (6 digits); `geometry` the GeoJSON
    text of a Polygon or MultiPolygon in WGS 84 degrees; `source` the file and coordinate system it
    came in.
    """

    code: str
    geometry: str
    source: str = ""

    def __post_init__(self) -> None:
        """Raises InvalidValue where the text is no valid area."""
        try:
            area = shape(self.geometry)
        except shapely.errors.GEOSException:
            raise InvalidValue("Boundary", "geometry", self.code, Reason.NOT_AN_AREA) from None
        if area.geom_type not in _AREAS or area.is_empty or not area.is_valid:
            raise InvalidValue("Boundary", "geometry", self.code, Reason.NOT_AN_AREA)

    @property
    def key(self) -> tuple[str]:
        return (self.code,)

    @property
    def area(self) -> BaseGeometry:
        """The area, in WGS 84 degrees."""
        return shape(self.geometry)


class LayerKind(StrEnum):
    ROADS = "roads"  # travel times go along its lines
    BACKGROUND = "background"  # is only drawn


@dataclass(frozen=True, slots=True)
class Feature:
    """One line, area or point of a layer, in WGS 84 degrees, with its attributes as text.

    A road has the attribute `class` (县道), and where they are known `name`, `kmh` (its own speed)
    and `ferry` ("1").
    """

    geometry: BaseGeometry
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the map. `features` is the text of a GeoJSON FeatureCollection in WGS 84 degrees.

    One record holds the whole layer, since a layer is imported and removed as a whole.
    """

    id: str
    name: str
    kind: LayerKind
    features: str
    order: int = 0
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValue("Layer", "name", self.name, Reason.EMPTY)

    @property
    def key(self) -> tuple[str]:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class RoadSpeed:
    """How fast one class of road is travelled, in km/h; `ON_FOOT` is the way to the next road.

    `source` says where the speed comes from.
    """

    road_class: str
    kmh: Decimal
    source: str = ""

    def __post_init__(self) -> None:
        if not self.kmh.is_finite() or not 0 < self.kmh <= 200:
            raise InvalidValue("RoadSpeed", "kmh", self.kmh, Reason.OUT_OF_RANGE)

    @property
    def key(self) -> tuple[str]:
        return (self.road_class,)


def geojson(geometry: BaseGeometry) -> str:
    """The GeoJSON text of a geometry in WGS 84 degrees, rounded as the file keeps it."""
    return str(shapely.to_geojson(shapely.set_precision(geometry, _STEP)))


@lru_cache(maxsize=4096)
def shape(text: str) -> BaseGeometry:
    """The geometry of a GeoJSON text; raises shapely's GEOSException where it is none."""
    return shapely.from_geojson(text)


def feature_collection(features: Sequence[Feature]) -> str:
    """The GeoJSON text of features, as `Layer.features` keeps it."""
    shapes = shapely.set_precision([f.geometry for f in features], _STEP)
    texts = [json.dumps(dict(f.attributes), ensure_ascii=False) for f in features]
    entries = (
        f'{_FEATURE}{attributes}, "geometry": {geometry}}}'
        for attributes, geometry in zip(texts, shapely.to_geojson(shapes).tolist(), strict=True)
    )
    return _BEGIN + ", ".join(entries) + _END


@lru_cache(maxsize=16)
def layer_features(text: str) -> tuple[Feature, ...]:
    """The features of a layer's text, in their order."""
    return tuple(chain.from_iterable(map(_features, _pieces(text))))


def _features(text: str) -> Iterable[Feature]:
    properties = [entry["properties"] for entry in json.loads(text)["features"]]
    geometries = shapely.get_parts(shapely.from_geojson(text)) if properties else ()
    return map(Feature, geometries, properties)


def _pieces(text: str) -> Iterator[str]:
    """The text as several of fewer features each.

    A large layer read at once would keep all other threads waiting, the window's among them. In a
    string of JSON quotes are escaped, so no attribute can look like the beginning of a feature.
    """
    start, begin = 0, ""
    while (end := text.find(", " + _FEATURE, start + _PIECE)) >= 0:
        yield begin + text[start:end] + _END
        start, begin = end + len(", "), _BEGIN
    yield begin + text[start:]
