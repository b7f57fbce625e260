"""A million points read and placed, beside what a user of geopandas writes."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pyogrio.raw
import pytest
import shapely
from pytest_benchmark.fixture import BenchmarkFixture

from db.exchange.geodata import read_geodata
from models.geo_reading import read_layer
from models.known_places import KnownPlace, KnownPlaces

POINTS = 1_000_000
KNOWN = KnownPlaces(points=[KnownPlace("镇", 105.5, 29.5)])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("geodata") / "points.gpkg"
    places = np.random.default_rng(1).random((POINTS, 2)) + np.array([105, 29])
    names = np.array([f"点{n}" for n in range(POINTS)], dtype=object)
    pyogrio.raw.write(
        path, shapely.to_wkb(shapely.points(places)), [names], ["名称"],
        geometry_type="Point", crs="EPSG:4490",
    )  # fmt: skip
    return path


@pytest.mark.benchmark(group="geodata-million")
def test_read(benchmark: BenchmarkFixture, package: Path) -> None:
    source = benchmark.pedantic(read_geodata, (package,), rounds=1)
    assert len(source.layers[0]) == POINTS


@pytest.mark.benchmark(group="geodata-million")
def test_read_and_placed(benchmark: BenchmarkFixture, package: Path) -> None:
    def place() -> int:
        return read_layer(read_geodata(package).layers[0], KNOWN).taken

    assert benchmark.pedantic(place, rounds=1) == POINTS


@pytest.mark.benchmark(group="geodata-million")
def test_geopandas_reads_and_converts(benchmark: BenchmarkFixture, package: Path) -> None:
    frame = benchmark.pedantic(lambda: geopandas.read_file(package).to_crs(4326), rounds=1)
    assert len(frame) == POINTS
