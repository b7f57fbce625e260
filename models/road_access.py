"""Where places come onto the roads on foot; in metres of the zone of the network."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import shapely

from models.nearest import NOBODY, Metres, is_within, millimetres
from models.road_network import Ints, RoadNetwork

REACH_M = 5000  # nobody is taken to walk farther than this, to a road or straight to a facility


@dataclass(frozen=True, eq=False)
class Access:
    """For each place the edge of the network it comes onto, or NOBODY; the millimetres along the
    edge, and those walked to get there.
    """

    edge: Ints
    along: Ints
    walk: Ints

    def parts(self, network: RoadNetwork) -> Ints:
        """The part of the network that each place hangs on (0: the main one), or NOBODY."""
        part = np.full(len(self.edge), NOBODY, np.int64)
        has_road = self.edge != NOBODY
        part[has_road] = network.part[network.tail[self.edge[has_road]]]
        return part


def access(network: RoadNetwork, places: Metres, reach_m: int = REACH_M) -> Access:
    """The nearest point of an open road for each place (rows of easting, northing)."""
    edge = np.full(len(places), NOBODY, np.int64)
    along, walk = np.zeros(len(places), np.int64), np.zeros(len(places), np.int64)
    points = np.asarray(shapely.points(places), object)
    (point, found), metres = network.open_tree.query_nearest(
        points, return_distance=True, all_matches=True
    )
    near = is_within(metres, Fraction(reach_m))
    point, line, metres = point[near], network.open_lines[found[near]], metres[near]
    order = np.lexsort((line, point))
    first = order[np.diff(point[order], prepend=-1) > 0]
    point, line = point[first], line[first]
    along_line: Metres = shapely.line_locate_point(network.lines[line], points[point])
    edge[point] = there = network.edge_at(line, along_line)
    length = millimetres(along_line - network.start_m[there])
    along[point] = np.clip(length, 0, network.millimetres[there])
    walk[point] = millimetres(metres[first])
    return Access(edge, along, walk)
