"""The roads of a county as the network that its travel times go along, and what is amiss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import numpy as np

from models.county import County
from models.layers import Layer, RoadSpeed
from models.road_network import Part, RoadNetwork, network_of
from models.road_travel import unknown_classes
from models.roads import RoadLayers, road_layers, roads_of, speeds_of


@dataclass(frozen=True, eq=False)
class CountyRoads:
    """The network of all road layers, in the zone of the county, and the speeds by class (km/h)."""

    network: RoadNetwork
    layers: RoadLayers
    speeds: Mapping[str, Decimal]


@dataclass(frozen=True)
class RoadReport:
    """What a planner must know of the roads before trusting a time.

    `metres` by class; `unknown` those of the classes without a speed, travelled as other roads;
    `broken` the parts that hang on nothing, the longest first; `ferries` how many there are.
    `not_lines`, `bad_speeds` and `unusable` count features that are no line, that state no speed
    where they should, and that lie outside of the zone.
    """

    metres: Mapping[str, float]
    unknown: Mapping[str, float]
    broken: tuple[Part, ...]
    ferries: int
    not_lines: int
    bad_speeds: int
    unusable: int


def county_roads(county: County, meridian: int) -> CountyRoads | None:
    """The roads to travel on, in the zone of `meridian`; None where no road layer has any.

    They are the same object for the same layers and speeds, and the network is built once for the
    same layers: an edit of other records builds nothing anew.
    """
    stated = tuple(county.table(RoadSpeed).values())
    return _roads(road_layers(county), stated, meridian)


@lru_cache(maxsize=2)
def _roads(
    layers: tuple[Layer, ...], stated: tuple[RoadSpeed, ...], meridian: int
) -> CountyRoads | None:
    if not layers:
        return None
    network, read = _network(layers, meridian)
    return CountyRoads(network, read, speeds_of(stated)) if len(network.line) else None


@lru_cache(maxsize=2)
def _network(layers: tuple[Layer, ...], meridian: int) -> tuple[RoadNetwork, RoadLayers]:
    read = roads_of(layers)
    return network_of(read.roads, meridian), read


def road_report(roads: CountyRoads) -> RoadReport:
    """What there is of each class, and what is amiss."""
    network, read = roads.network, roads.layers
    of_class = np.bincount(
        network.line_class[network.line], network.millimetres, len(network.classes)
    )
    return RoadReport(
        dict(zip(network.classes, (of_class / 1000).tolist(), strict=True)),
        unknown_classes(network, roads.speeds),
        network.parts[1:],
        int(network.is_ferry.sum()),
        read.not_lines,
        read.bad_speeds,
        network.unusable,
    )
