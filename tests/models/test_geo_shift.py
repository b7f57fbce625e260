"""The shift of web maps, found against names, against the boundary, by what lies outside."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from models.coordinates import (
    BD09,
    CGCS2000,
    GCJ02,
    WGS84,
    CoordinateSystem,
    from_wgs84,
    system_of_code,
)
from models.geo_shift import Compared, shift_fit
from models.geo_source import Shapes, shapes
from models.known_places import KnownPlace, KnownPlaces

SHARED_GEO = Path(__file__).parents[2] / "../shared/geo"
# An outline without straight long sides, since along one a shift does not show.
ANGLES = np.linspace(0, 2 * np.pi, 60, endpoint=False)
RADII = 0.2 * (1 + 0.2 * np.sin(5 * ANGLES))
COUNTY = shapely.Polygon(
    np.column_stack((105.7 + RADII * np.cos(ANGLES), 29.6 + RADII * np.sin(ANGLES)))
)
SEATS = [KnownPlace(f"镇{n}", 105.6 + n * 0.03, 29.5 + n % 3 * 0.05) for n in range(9)]


def moved(geometry: BaseGeometry, system: CoordinateSystem) -> BaseGeometry:
    return shapely.transform(
        geometry, lambda pairs: np.column_stack(from_wgs84(pairs[:, 0], pairs[:, 1], system))
    )


def seats(system: CoordinateSystem, scatter_m: float = 0.0) -> Shapes:
    """The seats as another file would have them, each off by up to some metres."""
    random = np.random.default_rng(7)
    off = random.uniform(-1, 1, (len(SEATS), 2)) * scatter_m / 100_000
    points = [
        shapely.Point(s.longitude + d[0], s.latitude + d[1])
        for s, d in zip(SEATS, off, strict=True)
    ]
    return shapes([moved(point, system) for point in points])


@pytest.mark.parametrize("system", [GCJ02, BD09])
def test_points_with_known_names_show_the_shift(system: CoordinateSystem) -> None:
    names = {"编号": list(range(9)), "名称": [f" 镇{n}" for n in range(9)]}
    fit = shift_fit(seats(system, 100), names, KnownPlaces(points=SEATS), WGS84)
    assert fit is not None
    assert (fit.system, fit.compared) == (system, Compared.NAMES)
    assert fit.before > 300
    assert fit.after < 60


def test_two_names_or_widely_scattered_points_show_nothing() -> None:
    names = {"名称": [f"镇{n}" for n in range(9)]}
    few = {"名称": ["镇0", "镇1", *(f"村{n}" for n in range(7))]}
    known = KnownPlaces(points=SEATS)
    assert shift_fit(seats(GCJ02), few, known, WGS84) is None
    assert shift_fit(seats(GCJ02, 4_000), names, known, WGS84) is None


def test_a_name_that_several_places_bear_is_not_compared() -> None:
    known = KnownPlaces(points=[KnownPlace("镇0", 105.7, 29.6)] * 9)
    assert shift_fit(seats(GCJ02), {"名称": ["镇0"] * 9}, known, WGS84) is None


@pytest.mark.parametrize("system", [GCJ02, BD09])
def test_an_outline_shows_the_shift_against_the_boundary(system: CoordinateSystem) -> None:
    fit = shift_fit(shapes([moved(COUNTY, system)]), {}, KnownPlaces(COUNTY), WGS84)
    assert fit is not None
    assert (fit.system, fit.compared) == (system, Compared.BOUNDARY)
    assert fit.after < 5


def test_parts_of_the_county_show_it_too() -> None:
    west, east = (shapely.box(105, 29, 105.7, 30), shapely.box(105.7, 29, 107, 30))
    parts = [shapely.intersection(COUNTY, half) for half in (west, east)]
    fit = shift_fit(shapes([moved(p, GCJ02) for p in parts]), {}, KnownPlaces(COUNTY), WGS84)
    assert fit is not None
    assert fit.system == GCJ02


@pytest.mark.parametrize("system", [WGS84, CGCS2000, GCJ02, BD09])
def test_what_is_what_it_is_taken_for_shows_no_shift(system: CoordinateSystem) -> None:
    known = KnownPlaces(COUNTY, SEATS)
    names = {"名称": [f"镇{n}" for n in range(9)]}
    assert shift_fit(shapes([moved(COUNTY, system)]), {}, known, system) is None
    assert shift_fit(seats(system), names, known, system) is None


def test_data_that_are_only_called_gcj02_fit_better_as_wgs84() -> None:
    fit = shift_fit(shapes([COUNTY]), {}, KnownPlaces(COUNTY), GCJ02)
    assert fit is not None
    assert fit.system == WGS84


def test_points_inside_the_county_only_after_the_shift() -> None:
    edge = shapely.get_coordinates(COUNTY.buffer(-0.001).exterior)[::2]
    points = shapes([moved(shapely.Point(*pair), GCJ02) for pair in edge])
    fit = shift_fit(points, {}, KnownPlaces(COUNTY), WGS84)
    assert fit is not None
    assert (fit.system, fit.compared, fit.after) == (GCJ02, Compared.INSIDE, 0)
    assert fit.before >= 3


def test_nothing_shows_where_nothing_is_known_or_metres_are_given() -> None:
    areas = shapes([moved(COUNTY, GCJ02)])
    assert shift_fit(areas, {}, KnownPlaces(), WGS84) is None
    assert shift_fit(areas, {}, KnownPlaces(points=SEATS), WGS84) is None
    assert shift_fit(areas, {}, KnownPlaces(COUNTY), system_of_code("cgcs2000-3-105")) is None
    elsewhere = shapely.transform(COUNTY, lambda pairs: pairs + 3)
    assert shift_fit(shapes([elsewhere]), {}, KnownPlaces(COUNTY), WGS84) is None


# --- real counties


@pytest.fixture(scope="module")
def geo() -> Path:
    if not SHARED_GEO.is_dir():
        pytest.skip("the real boundaries are not beside this checkout (../shared/geo)")
    return SHARED_GEO


def areas(path: Path) -> dict[str, BaseGeometry]:
    layer = shapely.from_geojson(path.read_text("utf8"))
    codes = ["500111", "512002", "500238", "500237", "640221"]  # the order of both files
    return dict(zip(codes, shapely.get_parts(layer), strict=True))


@pytest.mark.slow
def test_real_boundaries_show_that_one_is_gcj02(geo: Path) -> None:
    given = areas(geo / "boundary_cnmaps_gcj02.geojson")
    for code, known in areas(geo / "boundary_datav_geotool_wgs84.geojson").items():
        fit = shift_fit(shapes(list(given.values())), {}, KnownPlaces(known), WGS84)
        assert fit is not None, code
        assert (fit.system, fit.compared) == (GCJ02, Compared.BOUNDARY)
        assert fit.after < 60 < 140 < fit.before
        assert shift_fit(shapes([known]), {}, KnownPlaces(known), WGS84) is None


def test_real_seats_against_themselves_show_none_and_moved_ones_the_shift(geo: Path) -> None:
    with (geo / "points_geonames_cities500.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["county_code"] == "500111"]
    places = [KnownPlace(r["matched_township"], float(r["lon"]), float(r["lat"])) for r in rows]
    names = {"乡镇": [place.name for place in places]}
    points = shapes([shapely.Point(p.longitude, p.latitude) for p in places])
    known = KnownPlaces(points=places)
    assert shift_fit(points, names, known, WGS84) is None
    fit = shift_fit(shapes([moved(p, BD09) for p in points]), names, known, WGS84)
    assert fit is not None
    assert fit.system == BD09
