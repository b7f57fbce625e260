"""The quickest ways over a road network from some starts to everywhere.

Lengths are whole millimetres and times whole microseconds, so that sums are exact and do not hang
on the order in which they are made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from models.layers import ON_FOOT
from models.nearest import NOBODY, Metres
from models.road_access import Access
from models.road_network import Ints, RoadNetwork
from models.roads import OTHER

# Keys of ways are whole numbers in doubles, exact below this. So a way is followed for 2^53
# microseconds over the number of starts: four weeks among 3,000.
_EXACT = 2.0**53


@dataclass(frozen=True, eq=False)
class RoadGraph:
    """Steps from node to node, each way, sorted by `tail` and `head`, the quickest of each pair.

    Nodes are those of the network, then those made where places come onto an edge.
    """

    count: int
    tail: Ints
    head: Ints
    microseconds: Ints
    millimetres: Ints
    is_ferry: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Reached:
    """How each node is reached: from which start, or NOBODY, in how many microseconds, over how
    many millimetres of road and of ferry.
    """

    start: Ints
    microseconds: Ints
    road: Ints
    ferry: Ints


def microseconds_per_mm(network: RoadNetwork, speeds: Mapping[str, Decimal]) -> Metres:
    """What a millimetre of each edge takes, at the road's own speed or that of its class.

    A class without a speed is taken as OTHER.
    """
    of_class = np.asarray([float(speeds.get(c, speeds[OTHER])) for c in network.classes])
    kmh = np.where(np.isnan(network.line_kmh), of_class[network.line_class], network.line_kmh)
    per_mm: Metres = 3600 / kmh[network.line]
    return per_mm


def walking(walked: Ints, speeds: Mapping[str, Decimal]) -> Ints:
    """Microseconds for millimetres on foot."""
    times: Ints = np.rint(walked * (3600 / float(speeds[ON_FOOT]))).astype(np.int64)
    return times


def graph_of(
    network: RoadNetwork, speeds: Mapping[str, Decimal], accesses: Sequence[Access]
) -> tuple[RoadGraph, list[Ints]]:
    """The graph of the network, and for each of `accesses` the nodes of its places, or NOBODY.

    Edges are cut where places come onto them, so that the way along one edge counts.
    """
    per_mm = microseconds_per_mm(network, speeds)
    edge = np.concatenate([a.edge for a in accesses])
    along = np.concatenate([a.along for a in accesses])
    node, pieces = _with_nodes(network, edge, along)
    whole = np.arange(len(network.line))
    tail, head, of_edge, start, end = (
        np.concatenate((of_whole, of_pieces))
        for of_whole, of_pieces in zip(
            (network.tail, network.head, whole, 0 * whole, network.millimetres), pieces, strict=True
        )
    )
    times = np.rint(end * per_mm[of_edge]) - np.rint(start * per_mm[of_edge])
    graph = _both_ways(
        int(max(len(network.nodes), node.max(initial=-1) + 1)),
        tail,
        head,
        times.astype(np.int64),
        end - start,
        network.is_ferry[of_edge],
    )
    splits = np.cumsum([len(a.edge) for a in accesses])[:-1]
    return graph, np.split(node, splits)


def _with_nodes(
    network: RoadNetwork, edge: Ints, along: Ints
) -> tuple[Ints, tuple[Ints, Ints, Ints, Ints, Ints]]:
    """The nodes of places on edges, and the pieces that cut edges make: tail, head, edge, and from
    where to where on the edge in millimetres.
    """
    length = network.millimetres
    node = np.full(len(edge), NOBODY, np.int64)
    has_road = np.flatnonzero(edge != NOBODY)
    e, a = edge[has_road], along[has_road]
    node[has_road] = np.where(a == 0, network.tail[e], network.head[e])
    inside = has_road[(a > 0) & (a < length[e])]
    stride = int(length.max(initial=0)) + 1
    keys, rank = np.unique(edge[inside] * stride + along[inside], return_inverse=True)
    node[inside] = len(network.nodes) + rank
    e, a = np.divmod(keys, stride)
    new = len(network.nodes) + np.arange(len(keys))
    is_first, is_last = np.diff(e, prepend=-1) > 0, np.diff(e, append=len(length)) > 0
    before = np.where(is_first, 0, np.roll(a, 1))
    tails = np.where(is_first, network.tail[e], new - 1)
    return node, (
        np.concatenate((tails, new[is_last])),
        np.concatenate((new, network.head[e[is_last]])),
        np.concatenate((e, e[is_last])),
        np.concatenate((before, a[is_last])),
        np.concatenate((a, length[e[is_last]])),
    )


def _both_ways(
    count: int, tail: Ints, head: Ints, times: Ints, lengths: Ints, is_ferry: NDArray[np.bool_]
) -> RoadGraph:
    """Of parallel edges the quickest, of those the shortest, is the step."""
    twice = np.tile(np.arange(len(tail)), 2)
    pair = np.concatenate((tail * count + head, head * count + tail))
    order = np.argsort(pair)
    again = np.diff(pair[order]) == 0
    parallel = np.flatnonzero(np.append(again, False) | np.append(False, again))
    edge = order[parallel]  # few: only these are put in order by more than their pair
    keys = (is_ferry[twice[edge]], lengths[twice[edge]], times[twice[edge]], pair[edge])
    order[parallel] = edge[np.lexsort(keys)]
    first = order[np.diff(pair[order], prepend=-1) > 0]
    edge = twice[first]
    return RoadGraph(
        count, *np.divmod(pair[first], count), times[edge], lengths[edge], is_ferry[edge]
    )


def reached(graph: RoadGraph, starts: Ints, microseconds: Ints) -> Reached:
    """How every node is reached the quickest from the starts (nodes, or NOBODY), each of which is
    left after so many microseconds. Of equally quick starts the first is taken.

    A way from a start by its number k takes `microseconds * scale + k + 1`: one number that is
    least for the quickest way, and among equals for the first start.
    """
    from scipy.sparse import csr_array  # here: it takes a third of a second to load
    from scipy.sparse.csgraph import dijkstra

    scale, root = len(starts) + 1, graph.count
    known = np.flatnonzero(starts != NOBODY)
    seeds = microseconds[known] * scale + known + 1
    order = np.lexsort((seeds, starts[known]))
    first = order[np.diff(starts[known][order], prepend=-1) > 0]
    counts = np.bincount(graph.tail, minlength=root)
    matrix = csr_array(
        (
            np.concatenate((graph.microseconds * scale, seeds[first])).astype(float),
            np.concatenate((graph.head, starts[known][first])),
            np.concatenate(([0], np.cumsum(counts), [len(graph.tail) + len(first)])),
        ),
        shape=(root + 1, root + 1),
    )
    keys, before = dijkstra(matrix, indices=root, return_predecessors=True, limit=_EXACT)
    is_reached = np.isfinite(keys[:root])
    whole = np.where(is_reached, keys[:root], 0).astype(np.int64)
    from_root = ~is_reached | (before[:root] == root)
    before = np.where(from_root, np.arange(root), before[:root])
    return Reached(
        np.where(is_reached, whole % scale - 1, NOBODY),
        whole // scale,
        *_along(graph, before),
    )


def _along(graph: RoadGraph, before: Ints) -> tuple[Ints, Ints]:
    """Millimetres of road and of ferry from the starts, which are their own node before."""
    nodes = np.flatnonzero(before != np.arange(graph.count))
    pair = graph.tail * graph.count + graph.head
    step = np.searchsorted(pair, before[nodes] * graph.count + nodes)
    road, ferry = np.zeros(graph.count, np.int64), np.zeros(graph.count, np.int64)
    is_ferry = graph.is_ferry[step]
    road[nodes] = np.where(is_ferry, 0, graph.millimetres[step])
    ferry[nodes] = np.where(is_ferry, graph.millimetres[step], 0)
    while True:  # each round doubles the steps that are summed
        farther = before[before]
        road, ferry = road + road[before], ferry + ferry[before]
        if np.array_equal(farther, before):
            return road, ferry
        before = farther
