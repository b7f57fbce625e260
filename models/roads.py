"""What a road is, and how fast it is taken to be travelled: assumptions that a planner may change.

Roads may be driven both ways. Speeds are in km/h, by the word that the road layer gives as class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import shapely
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.layers import ON_FOOT, Layer, LayerKind, RoadSpeed, layer_features

EXPRESSWAY = "高速公路"
FERRY = "轮渡"
OTHER = "其他道路"  # a class without a speed is taken at this one's, and named

# Nobody gets on or off along these, only at their ends and at vertices shared with other roads.
CLOSED = frozenset({EXPRESSWAY, FERRY})

# Assumptions without a source: a planner replaces them by what is driven in the county. They lie
# below the design speeds of the classes, as a mean over bends, villages and crossings does. That
# of a ferry includes the wait for it.
DEFAULT_SPEEDS: Mapping[str, Decimal] = {
    road_class: Decimal(kmh)
    for road_class, kmh in {
        EXPRESSWAY: 80,
        "国道": 50,
        "省道": 45,
        "县道": 35,
        "乡道": 25,
        "村道": 20,
        "专用公路": 25,
        "一级公路": 60,
        "二级公路": 50,
        "三级公路": 35,
        "四级公路": 25,
        "等外公路": 15,
        "城市快速路": 60,
        "城市主干路": 40,
        "城市次干路": 30,
        "城市支路": 20,
        "城市道路": 30,
        OTHER: 20,
        FERRY: 3,
        ON_FOOT: 5,
    }.items()
}


@dataclass(frozen=True, slots=True)
class Road:
    """A line in WGS 84 degrees and its class; `kmh` is its own speed, None: that of the class."""

    line: BaseGeometry
    road_class: str
    kmh: float | None = None

    @property
    def is_closed(self) -> bool:
        """Whether one can get on and off at its ends and junctions only."""
        return self.road_class in CLOSED


@dataclass(frozen=True)
class RoadLayers:
    """The roads of a county's layers; `not_lines` counts features that are no line at all and
    `bad_speeds` the roads whose own speed is no positive number, which go by their class.
    """

    roads: tuple[Road, ...]
    not_lines: int = 0
    bad_speeds: int = 0


def road_layers(county: County) -> tuple[Layer, ...]:
    """The layers that travel times go along, in order."""
    return tuple(layer for layer in county.layers if layer.kind is LayerKind.ROADS)


def roads_of(layers: tuple[Layer, ...]) -> RoadLayers:
    """The roads of layers; a line of many parts is one road for each part."""
    features = [f for layer in layers for f in layer_features(layer.features)]
    lines, numbers = _lines([f.geometry for f in features])
    roads: list[Road] = []
    bad_speeds: set[int] = set()
    for line, number in zip(lines, numbers, strict=True):
        attributes = features[number].attributes
        text = attributes.get("kmh") or ""
        kmh = _speed(text)
        if kmh is None and text.strip():
            bad_speeds.add(number)
        ferry = attributes.get("ferry") == "1"
        road_class = FERRY if ferry else (attributes.get("class") or "").strip()
        roads.append(Road(line, road_class, kmh))
    return RoadLayers(tuple(roads), len(features) - len(set(numbers)), len(bad_speeds))


def _lines(shapes: Sequence[BaseGeometry]) -> tuple[list[BaseGeometry], list[int]]:
    """The lines that have a length, and for each the number of the shape it is a part of."""
    parts, numbers = shapely.get_parts(shapes, return_index=True)
    is_line = shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING
    is_line &= shapely.length(parts) > 0
    return parts[is_line].tolist(), numbers[is_line].tolist()


def _speed(text: str) -> float | None:
    try:
        kmh = float(Decimal(text))
    except InvalidOperation:
        return None
    return kmh if 0 < kmh <= 200 else None


def speeds_of(stated: Iterable[RoadSpeed]) -> Mapping[str, Decimal]:
    """km/h by class: what the county states, else what is assumed."""
    return {**DEFAULT_SPEEDS, **{speed.road_class: speed.kmh for speed in stated}}
