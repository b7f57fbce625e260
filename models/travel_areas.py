"""Which roads are reached from some facilities within so many minutes; for pictures, in metres of
the zone. Whether a place is covered is told by its own way (`models.road_travel`), not by these.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import compress

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from models.county_roads import CountyRoads
from models.nearest import NOBODY, Metres
from models.road_access import REACH_M, Access, access
from models.road_graph import graph_of, microseconds_per_mm, reached, walking
from models.road_network import Ints, RoadNetwork

STRIP_M = 300  # on either side of a road that is reached
_COARSE_M = 30  # what a bend may be drawn beside its place: the strip is a picture


def travel_area(
    roads: CountyRoads, sites: Metres, minutes: Fraction, strip_m: float = STRIP_M
) -> BaseGeometry:
    """A strip along the roads reached, and what is within a walk of as much of a facility."""
    lines = shapely.get_parts(reached_roads(roads, sites, minutes))
    coarse = shapely.simplify(lines, _COARSE_M)
    there = np.concatenate((coarse, np.asarray(shapely.points(sites), object)))
    return shapely.union_all(shapely.buffer(there, strip_m, quad_segs=2))


def reached_roads(
    roads: CountyRoads, sites: Metres, minutes: Fraction, reach_m: int = REACH_M
) -> BaseGeometry:
    """The stretches of road (lines) to which one gets from any of the sites (rows of easting,
    northing), the walk from the site to the road included.
    """
    network = roads.network
    limit = int(minutes * 60_000_000)
    of_sites = access(network, sites, reach_m)
    walks = walking(of_sites.walk, roads.speeds)
    graph, (nodes,) = graph_of(network, roads.speeds, [of_sites])
    there = reached(graph, nodes, walks)
    left = np.where(there.start == NOBODY, -1, limit - there.microseconds)
    per_mm = microseconds_per_mm(network, roads.speeds)
    stretches = np.concatenate(
        (_from_ends(network, per_mm, left), _from_sites(network, per_mm, of_sites, limit - walks))
    )
    return shapely.MultiLineString(_cut(network, stretches))


def _from_ends(network: RoadNetwork, per_mm: Metres, left: Ints) -> Metres:
    """Rows of edge, from and to in metres along its line, by the time left at its ends."""
    edge = np.arange(len(network.line))
    length = network.end_m - network.start_m
    ahead, back = (
        np.minimum(left[end] / per_mm / 1000, length) for end in (network.tail, network.head)
    )
    forth = np.column_stack((edge, network.start_m, network.start_m + ahead))
    return np.concatenate(
        (
            forth[ahead > 0],
            np.column_stack((edge, network.end_m - back, network.end_m))[back > 0],
        )
    )


def _from_sites(network: RoadNetwork, per_mm: Metres, of_sites: Access, left: Ints) -> Metres:
    """The same on the edges that sites lie on, to both sides."""
    here = np.flatnonzero((of_sites.edge != NOBODY) & (left > 0))
    edge = of_sites.edge[here]
    place = network.start_m[edge] + of_sites.along[here] / 1000
    far = left[here] / per_mm[edge] / 1000
    start = np.maximum(place - far, network.start_m[edge])
    return np.column_stack((edge, start, np.minimum(place + far, network.end_m[edge])))


def _cut(network: RoadNetwork, stretches: Metres) -> list[shapely.LineString]:
    """The lines of stretches; what touches on one line is one."""
    line = network.line[stretches[:, 0].astype(np.int64)]
    order = np.lexsort((stretches[:, 1], line))
    line, start, end = line[order], stretches[order, 1], stretches[order, 2]
    shift = line * (float(network.end_m.max(initial=0)) + 1)  # lines one after another
    farthest = np.maximum.accumulate(end + shift)
    new = np.append(True, (start + shift)[1:] > farthest[:-1] + 0.001)[: len(line)]
    last = np.append(new[1:], True)[: len(line)]
    end = (farthest - shift)[last]
    line, start = line[new], start[new]
    lines = network.lines[line]
    whole = (start <= 0) & (end >= shapely.length(lines) - 0.001)
    parts = [substring(*cut) for cut in zip(lines[~whole], start[~whole], end[~whole], strict=True)]
    is_line = [isinstance(part, shapely.LineString) for part in parts]  # else without length
    return [*lines[whole], *compress(parts, is_line)]
