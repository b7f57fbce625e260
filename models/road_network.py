"""The network of the roads: nodes where they meet, edges between, and the parts it falls into.

All in metres of one Gauss–Krüger zone. Roads meet where they share a vertex, to the millimetre,
and where an end lies within a tolerance of another end, of a junction, or of the line of a road
that is open along its way. Two lines that cross without a shared vertex do not meet: one may be a
bridge. Nor does a road meet itself without one. Nothing hangs on the order of the roads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray

from models.geography import metre_transformer
from models.nearest import Metres
from models.roads import CLOSED, FERRY, Road

Ints = NDArray[np.int64]

TOLERANCE_M = 1.0  # ends this near are one


@dataclass(frozen=True)
class Part:
    """Roads that hang together: their metres, how many edges, and the way over to the main part.

    `gap_m` are the metres between this part and the nearest road of the main one, from `place`
    (easting, northing); 0 for the main part itself. A short gap is likely a fault of the layer.
    """

    length_m: float
    edges: int
    gap_m: float
    place: tuple[float, float]


@dataclass(frozen=True, eq=False)
class RoadNetwork:
    """Edges run along `lines` (metres) from `start_m` to `end_m`, between nodes `tail` and `head`.

    They are sorted by line and place on it. `line_class` is the class of each line as an index of
    `classes`, `line_kmh` its own speed (NaN: that of its class). `part` numbers the part of each
    node, the longest being 0, the main one. `unusable` counts roads that have no place in the zone.
    """

    meridian: int
    lines: NDArray[np.object_]
    classes: tuple[str, ...]
    line_class: Ints
    line_kmh: Metres
    nodes: Metres
    line: Ints
    start_m: Metres
    end_m: Metres
    tail: Ints
    head: Ints
    part: Ints
    unusable: int

    @cached_property
    def millimetres(self) -> Ints:
        """The length of each edge, at least one millimetre."""
        length = np.rint((self.end_m - self.start_m) * 1000).astype(np.int64)
        return np.maximum(length, 1)

    @cached_property
    def is_ferry(self) -> NDArray[np.bool_]:
        """Whether each edge is a ferry."""
        ferries = np.asarray([c == FERRY for c in self.classes], bool)
        return ferries[self.line_class[self.line]]

    @cached_property
    def open_lines(self) -> Ints:
        """The lines that one can get on and off anywhere."""
        is_open = ~_is_closed(self.classes)[self.line_class]
        return np.flatnonzero(is_open & (np.diff(self.first_edge) > 0))

    @cached_property
    def open_tree(self) -> shapely.STRtree:
        """Finds the nearest of `open_lines`."""
        return shapely.STRtree(self.lines[self.open_lines])

    @cached_property
    def first_edge(self) -> Ints:
        """The first edge of each line, and at the end the number of edges."""
        return np.searchsorted(self.line, np.arange(len(self.lines) + 1))

    def edge_at(self, line: Ints, along_m: Metres) -> Ints:
        """The edge at that many metres along each line."""
        far = float(self.end_m.max(initial=0)) + 1
        places = self.line * far + self.start_m
        found = np.searchsorted(places, line * far + along_m, side="right") - 1
        return np.clip(found, self.first_edge[line], self.first_edge[line + 1] - 1)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the network, the longest first."""
        count = int(self.part.max(initial=-1)) + 1
        of_edge = self.part[self.tail]
        lengths = np.bincount(of_edge, self.millimetres, count) / 1000
        edges = np.bincount(of_edge, minlength=count)
        gaps = _gaps(self, of_edge, count)
        return tuple(
            Part(length, edge_count, *gap)
            for length, edge_count, gap in zip(lengths.tolist(), edges.tolist(), gaps, strict=True)
        )


def network_of(
    roads: Sequence[Road], meridian: int, tolerance_m: float = TOLERANCE_M
) -> RoadNetwork:
    """The network of roads, in the zone of `meridian` (degrees east); see the head of this file."""
    classes = tuple(sorted({r.road_class for r in roads}))
    number = {word: i for i, word in enumerate(classes)}
    line_class = np.asarray([number[r.road_class] for r in roads], np.int64)
    kmh = np.asarray([np.nan if r.kmh is None else r.kmh for r in roads], float)
    lines, kept = _projected(roads, meridian)
    line_class, kmh = line_class[kept], kmh[kept]
    order = _canonical_order(lines, line_class, kmh)
    lines, line_class, kmh = lines[order], line_class[order], kmh[order]
    cuts = _cuts(lines, _is_closed(classes)[line_class], tolerance_m)
    line, start_m, end_m, tail, head = _edges(cuts, tolerance_m)
    used, ends = np.unique(np.concatenate((tail, head)), return_inverse=True)
    tail, head = np.split(ends, 2)
    return RoadNetwork(
        meridian,
        lines,
        classes,
        line_class,
        kmh,
        cuts.places[used],
        line,
        start_m,
        end_m,
        tail,
        head,
        _parts(tail, head, end_m - start_m, len(used)),
        unusable=len(roads) - len(lines),
    )


def _parts(tail: Ints, head: Ints, lengths: Metres, count: int) -> Ints:
    """The part of each node, numbered from the longest."""
    found, part = _connected(tail, head, count)
    total = np.bincount(part[tail], lengths, found)
    rank = np.empty(found, np.int64)
    rank[np.argsort(-total, kind="stable")] = np.arange(found)
    numbered: Ints = rank[part]
    return numbered


def _connected(tail: Ints, head: Ints, count: int) -> tuple[int, Ints]:
    """How many parts the edges make of so many nodes, and the part of each node."""
    from scipy.sparse import coo_array  # here: it takes a third of a second to load
    from scipy.sparse.csgraph import connected_components

    graph = coo_array((np.ones(len(tail)), (tail, head)), (count, count))
    found, part = connected_components(graph, directed=False)
    return found, part


def _is_closed(classes: Sequence[str]) -> NDArray[np.bool_]:
    return np.asarray([c in CLOSED for c in classes], bool)


def _projected(roads: Sequence[Road], meridian: int) -> tuple[NDArray[np.object_], Ints]:
    """The lines in metres and which roads they are: those that have a place and a length there."""
    degrees, index = shapely.get_coordinates([r.line for r in roads], return_index=True)
    metres = np.column_stack(metre_transformer(meridian).transform(*degrees.T))
    bad = np.unique(index[~np.isfinite(metres).all(axis=1)])
    good = ~np.isin(index, bad)
    kept, new_index = np.unique(index[good], return_inverse=True)
    if not len(kept):
        return np.empty(0, np.object_), kept
    made = shapely.linestrings(metres[good], indices=new_index)
    lines = np.asarray(shapely.remove_repeated_points(made), object)
    has_length = shapely.length(lines) > 0
    return lines[has_length], kept[has_length]


def _canonical_order(lines: NDArray[np.object_], line_class: Ints, kmh: Metres) -> Ints:
    """An order of the lines that does not hang on the order they came in."""
    first = shapely.get_coordinates(shapely.get_point(lines, 0))
    last = shapely.get_coordinates(shapely.get_point(lines, -1))
    keys = (kmh, line_class, shapely.length(lines), last[:, 1], last[:, 0], first[:, 1])
    return np.lexsort((*keys, first[:, 0]))


@dataclass(frozen=True)
class _Cuts:
    """Where roads meet or end: the line, the metres along it, and the place (by its index)."""

    places: Metres
    line: Ints
    along_m: Metres
    place: Ints


def _cuts(lines: NDArray[np.object_], closed: NDArray[np.bool_], tolerance_m: float) -> _Cuts:
    coordinates, line = shapely.get_coordinates(lines, return_index=True)
    step = np.hypot(*np.diff(coordinates, axis=0, prepend=coordinates[:1]).T)
    is_start = np.diff(line, prepend=-1) > 0
    is_end = is_start | (np.diff(line, append=len(lines)) > 0)
    along = np.cumsum(np.where(is_start, 0, step))
    along -= along[is_start][line]
    # Vertices are one to the millimetre; complex numbers sort by easting, then northing.
    whole = np.rint(coordinates * 1000)
    vertices, vertex, times = np.unique(
        whole[:, 0] + 1j * whole[:, 1], return_inverse=True, return_counts=True
    )
    is_cut = is_end | (times[vertex] > 1)
    chosen, place = np.unique(vertex[is_cut], return_inverse=True)
    places = np.column_stack((vertices[chosen].real, vertices[chosen].imag)) / 1000
    has_end = np.isin(chosen, vertex[is_end])
    merged = _merged(places, has_end, tolerance_m)
    cuts = _Cuts(places, line[is_cut], along[is_cut], merged[place])
    return _with_t_junctions(cuts, lines, np.flatnonzero(~closed), merged, has_end, tolerance_m)


def _with_t_junctions(
    cuts: _Cuts,
    lines: NDArray[np.object_],
    open_lines: Ints,
    merged: Ints,
    has_end: NDArray[np.bool_],
    tolerance_m: float,
) -> _Cuts:
    """The cuts, and besides those where an end lies on an open line that is not cut there yet."""
    ends = np.flatnonzero(has_end)
    points = np.asarray(shapely.points(cuts.places[ends]), object)
    tree = shapely.STRtree(lines[open_lines])
    end, found = tree.query(points, predicate="dwithin", distance=tolerance_m)
    line, place = open_lines[found], merged[ends[end]]
    count = len(cuts.places)
    new = ~np.isin(line * count + place, cuts.line * count + cuts.place)
    line, place, end = line[new], place[new], end[new]
    along = shapely.line_locate_point(lines[line], points[end])
    return _Cuts(
        cuts.places,
        np.concatenate((cuts.line, line)),
        np.concatenate((cuts.along_m, along)),
        np.concatenate((cuts.place, place)),
    )


def _merged(at: Metres, is_end: NDArray[np.bool_], tolerance_m: float) -> Ints:
    """For each place the first of those it is one with: ends, with what lies within tolerance."""
    if not len(at):
        return np.empty(0, np.int64)
    from scipy.spatial import KDTree  # here: it takes a third of a second to load

    pairs = KDTree(at, balanced_tree=False).query_pairs(tolerance_m, output_type="ndarray")
    pairs = pairs[is_end[pairs].any(axis=1)]
    _, group = _connected(pairs[:, 0], pairs[:, 1], len(at))
    _, first = np.unique(group, return_index=True)
    merged: Ints = first[group]
    return merged


def _edges(cuts: _Cuts, tolerance_m: float) -> tuple[Ints, Metres, Metres, Ints, Ints]:
    """From each cut of a line to the next: line, start, end, tail, head.

    A road that leaves a node and comes back to it within the tolerance is left out.
    """
    order = np.lexsort((cuts.place, cuts.along_m, cuts.line))
    line, along, node = cuts.line[order], cuts.along_m[order], cuts.place[order]
    is_edge = line[1:] == line[:-1]
    is_edge &= (node[1:] != node[:-1]) | (along[1:] - along[:-1] > 2 * tolerance_m)
    return (
        line[:-1][is_edge],
        along[:-1][is_edge],
        along[1:][is_edge],
        node[:-1][is_edge],
        node[1:][is_edge],
    )


def _gaps(
    network: RoadNetwork, of_edge: Ints, count: int
) -> list[tuple[float, tuple[float, float]]]:
    """For each part the metres to the main one, and the node of the part from where."""
    if not count:
        return []
    main = np.unique(network.line[of_edge == 0])
    others = np.flatnonzero(network.part)
    points = np.asarray(shapely.points(network.nodes[others]), object)
    _, found = shapely.STRtree(network.lines[main]).query_nearest(points, all_matches=False)
    gap = np.zeros(len(network.nodes))
    gap[others] = shapely.distance(points, network.lines[main[found]])
    order = np.lexsort((gap, network.part))
    first = order[np.searchsorted(network.part[order], np.arange(count))]
    places = network.nodes[first].tolist()
    return [(metres, (x, y)) for metres, (x, y) in zip(gap[first].tolist(), places, strict=True)]
