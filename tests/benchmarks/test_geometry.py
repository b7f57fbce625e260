"""Nearest facility, coverage and road travel time, beside the plain way and beside the floor.

The plain way is what a user of geopandas writes. The floor is SciPy's k-d tree, or its shortest
ways, alone: no rounding to the millimetre, no ties, no ways told. All in metres.
"""

from __future__ import annotations

from fractions import Fraction

import geopandas
import numpy as np
import pytest
import shapely
from pytest_benchmark.fixture import BenchmarkFixture
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import KDTree

from models.nearest import Metres, is_within, nearest
from models.road_graph import microseconds_per_mm
from models.road_network import RoadNetwork, network_of
from models.road_travel import travel
from models.roads import DEFAULT_SPEEDS
from tests.benchmarks.made_places import MERIDIAN, made_points, made_roads

SIZES = ((1_000, 400), (60_000, 60_000), (600_000, 600_000))
RADIUS_M = 3500
GAUSS_KRUGER = "EPSG:4544"  # CGCS2000, central meridian 105°


def rounds(size: tuple[int, int]) -> int:
    return 20 if size[0] <= 1_000 else 3


def frame(metres: Metres) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(geometry=shapely.points(metres), crs=GAUSS_KRUGER)


@pytest.fixture(scope="module", params=SIZES, ids="{0[0]}x{0[1]}".format)
def places(request: pytest.FixtureRequest) -> tuple[Metres, Metres]:
    """Points, and sites that may serve them."""
    points, sites = request.param
    return made_points(points, 1), made_points(sites, 2)


@pytest.fixture(autouse=True)
def grouped(request: pytest.FixtureRequest, benchmark: BenchmarkFixture) -> None:
    """What answers one question on places of one size stands together."""
    question = request.node.originalname.rsplit("_by_", 1)[0]
    size = request.node.callspec.id if hasattr(request.node, "callspec") else ""
    benchmark.group = f"{question} {size}"


def test_nearest_by_us(benchmark: BenchmarkFixture, places: tuple[Metres, Metres]) -> None:
    points, sites = places
    index, metres = benchmark.pedantic(nearest, places, rounds=rounds((len(points), 0)))
    assert np.allclose(metres, np.hypot(*(sites[index] - points).T))
    assert np.allclose(metres, KDTree(sites).query(points)[0])


def test_nearest_by_geopandas(benchmark: BenchmarkFixture, places: tuple[Metres, Metres]) -> None:
    points, sites = map(frame, places)
    joined = benchmark.pedantic(
        points.sjoin_nearest, (sites,), {"distance_col": "metres"}, rounds=rounds(points.shape)
    )
    assert len(joined) >= len(points)


def test_nearest_by_tree_alone(benchmark: BenchmarkFixture, places: tuple[Metres, Metres]) -> None:
    points, sites = places

    def ask() -> tuple[Metres, Metres]:
        return KDTree(sites).query(points)

    metres, _ = benchmark.pedantic(ask, rounds=rounds((len(points), 0)))
    assert np.isfinite(metres).all()


def covered_in_metres(points: Metres, sites: Metres) -> int:
    """How many points have a site within the radius."""
    return int(is_within(nearest(points, sites)[1], Fraction(RADIUS_M)).sum())


def test_coverage_by_us(benchmark: BenchmarkFixture, places: tuple[Metres, Metres]) -> None:
    count = benchmark.pedantic(covered_in_metres, places, rounds=rounds(places[0].shape))
    assert count == (KDTree(places[1]).query(places[0])[0] <= RADIUS_M).sum()


def test_coverage_by_geopandas(benchmark: BenchmarkFixture, places: tuple[Metres, Metres]) -> None:
    if len(places[1]) > 60_000:
        pytest.skip(
            "buffers and union of 600,000 sites take minutes: 229 s, once, on a busy machine"
        )
    points, sites = map(frame, places)

    def ask() -> int:
        return int(points.within(sites.buffer(RADIUS_M).union_all()).sum())

    count = benchmark.pedantic(ask, rounds=5 if len(points) <= 1_000 else 1)
    # a buffer is a polygon within the circle: it loses some points near the rim
    assert 0.99 * covered_in_metres(*places) <= count <= covered_in_metres(*places)


def test_coverage_by_tree_alone(benchmark: BenchmarkFixture, places: tuple[Metres, Metres]) -> None:
    points, sites = places

    def ask() -> int:
        return int(np.isfinite(KDTree(sites).query(points, distance_upper_bound=RADIUS_M)[0]).sum())

    count = benchmark.pedantic(ask, rounds=rounds(points.shape))
    assert count == covered_in_metres(*places)


# --- by road: 400 facilities and 2,000 villages on 200,344 edges --------------------------------


@pytest.fixture(scope="module")
def network() -> RoadNetwork:
    return network_of(made_roads(317), MERIDIAN)


def test_the_network_of_200000_roads(benchmark: BenchmarkFixture) -> None:
    roads = made_roads(317)
    made = benchmark.pedantic(network_of, (roads, MERIDIAN), rounds=3)
    assert (len(made.line), len(made.parts)) == (200_344, 1)


def test_road_travel_by_us(benchmark: BenchmarkFixture, network: RoadNetwork) -> None:
    villages, facilities = made_points(2_000, 3), made_points(400, 4)
    found = benchmark.pedantic(
        travel, (network, villages, facilities, DEFAULT_SPEEDS), rounds=5, warmup_rounds=1
    )
    assert len(found.ways) == 2_000
    assert {way.no_way for way in found.ways} == {None}


def test_road_travel_by_shortest_ways_alone(
    benchmark: BenchmarkFixture, network: RoadNetwork
) -> None:
    count = len(network.nodes)
    seconds = network.millimetres * microseconds_per_mm(network, DEFAULT_SPEEDS) / 1e6
    graph = coo_array((seconds, (network.tail, network.head)), (count, count)).tocsr()
    _, starts = KDTree(network.nodes).query(made_points(400, 4))
    times = benchmark.pedantic(
        dijkstra,
        (graph,),
        {"directed": False, "indices": starts, "min_only": True},
        rounds=5,
        warmup_rounds=1,
    )
    assert np.isfinite(times).all()
