"""How long it takes by road from places to the nearest of some facilities.

One walks to the nearest point of an open road, travels along the network, and walks on to the
facility; or walks straight to it where that is quicker. A time is rounded to the millisecond, and
exactly at a limit is within it. Of equally near facilities the first is it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

import numpy as np
import shapely

from models.nearest import NOBODY, Metres, is_within, millimetres, nearest
from models.road_access import REACH_M, Access, access
from models.road_graph import graph_of, reached, walking
from models.road_network import Ints, RoadNetwork

NEVER = np.iinfo(np.int64).max


class NoWay(StrEnum):
    """Why there is no way from a place."""

    NO_FACILITY = "no-facility"  # none has a place
    NO_ROAD = "no-road"  # none within reach on foot
    CUT_OFF = "cut-off"  # no facility is on the same part of the network


@dataclass(frozen=True, slots=True)
class Way:
    """The quickest way from a place: to which site, how long, and of what metres it consists.

    `road_m` is without the ferries. `no_way` says why there is none; then all else is empty.
    """

    site: int | None = None
    milliseconds: int | None = None
    walk_m: float = 0.0
    road_m: float = 0.0
    ferry_m: float = 0.0
    no_way: NoWay | None = None

    @property
    def minutes(self) -> Fraction | None:
        return None if self.milliseconds is None else Fraction(self.milliseconds, 60_000)

    @property
    def metres(self) -> float:
        return self.walk_m + self.road_m + self.ferry_m


@dataclass(frozen=True)
class Travel:
    """The ways from points, in their order, and which part of the network (0: the main one) points
    and sites hang on; NOBODY: no road within `reach_m` on foot.
    """

    ways: tuple[Way, ...]
    point_parts: tuple[int, ...]
    site_parts: tuple[int, ...]
    reach_m: int


def travel(
    network: RoadNetwork,
    points: Metres,
    sites: Metres,
    speeds: Mapping[str, Decimal],
    reach_m: int = REACH_M,
) -> Travel:
    """The quickest way from each point to a site (rows of easting, northing in the zone).

    `speeds` are km/h by class, ON_FOOT and OTHER among them.
    """
    of_points, of_sites = access(network, points, reach_m), access(network, sites, reach_m)
    by_road = _by_road(network, speeds, of_points, of_sites)
    on_foot = _straight(points, sites, speeds, reach_m)
    walks = (on_foot.microseconds < by_road.microseconds) | (
        (on_foot.microseconds == by_road.microseconds) & (on_foot.site <= by_road.site)
    )
    has_road = (of_points.edge != NOBODY).tolist()
    why_not = [NoWay.CUT_OFF if here else NoWay.NO_ROAD for here in has_road]
    if not len(sites):
        why_not = [NoWay.NO_FACILITY] * len(points)
    best = [np.where(walks, a, b).tolist() for a, b in zip(on_foot, by_road, strict=True)]
    return Travel(
        tuple(_way(*way) for way in zip(*best, why_not, strict=True)),
        tuple(of_points.parts(network).tolist()),
        tuple(of_sites.parts(network).tolist()),
        reach_m,
    )


def unknown_classes(network: RoadNetwork, speeds: Mapping[str, Decimal]) -> dict[str, float]:
    """Metres by class of the roads that have no speed, neither their own nor one of their class.

    They are travelled as OTHER.
    """
    metres = shapely.length(network.lines)
    unknown: dict[str, float] = {}
    for number, word in enumerate(network.classes):
        of_class = (network.line_class == number) & np.isnan(network.line_kmh)
        if word not in speeds and of_class.any():
            unknown[word] = float(metres[of_class].sum())
    return unknown


def _way(site: int, microseconds: int, walk: int, road: int, ferry: int, why_not: NoWay) -> Way:
    if site == NOBODY:
        return Way(no_way=why_not)
    milliseconds = (microseconds + 500) // 1000
    return Way(site, milliseconds, walk / 1000, road / 1000, ferry / 1000)


class _Ways(NamedTuple):
    """Ways of all points: NOBODY in NEVER where there is none. Lengths are in millimetres."""

    site: Ints
    microseconds: Ints
    walk: Ints
    road: Ints
    ferry: Ints

    @classmethod
    def none(cls, points: int) -> _Ways:
        zeros = np.zeros((3, points), np.int64)
        return cls(np.full(points, NOBODY), np.full(points, NEVER), *zeros)


def _by_road(
    network: RoadNetwork, speeds: Mapping[str, Decimal], of_points: Access, of_sites: Access
) -> _Ways:
    graph, (point_nodes, site_nodes) = graph_of(network, speeds, (of_points, of_sites))
    there = reached(graph, site_nodes, walking(of_sites.walk, speeds))
    ways = _Ways.none(len(point_nodes))
    points = np.flatnonzero(point_nodes != NOBODY)
    points = points[there.start[point_nodes[points]] != NOBODY]
    nodes = point_nodes[points]
    start = there.start[nodes]
    ways.site[points] = start
    ways.microseconds[points] = there.microseconds[nodes]
    ways.microseconds[points] += walking(of_points.walk[points], speeds)
    ways.walk[points] = of_points.walk[points] + of_sites.walk[start]
    ways.road[points], ways.ferry[points] = there.road[nodes], there.ferry[nodes]
    return ways


def _straight(points: Metres, sites: Metres, speeds: Mapping[str, Decimal], reach_m: int) -> _Ways:
    site, metres = nearest(points, sites)
    ways = _Ways.none(len(points))
    near = np.flatnonzero(is_within(metres, Fraction(reach_m)))
    ways.site[near] = site[near]
    ways.walk[near] = millimetres(metres[near])
    ways.microseconds[near] = walking(ways.walk[near], speeds)
    return ways
