"""A file as it would be taken when it was just read: guessed, remembered, placed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely

from models.coordinates import BD09, CGCS2000, GCJ02, WGS84, CoordinateSystem, Datum, from_wgs84
from models.division_merging import UNDATED
from models.geo_opening import (
    first_parts,
    offered_systems,
    otherwise_placed,
    signature,
    texts_of,
    year_of,
)
from models.geo_part import ImportPart
from models.geo_reading import GeoReading, SystemOrigin
from models.geo_shift import Compared, Fit
from models.geo_source import GeoLayer, GeoSource
from models.geo_use import GeoRole, LayerUse
from models.known_places import KnownPlaces
from tests.models.made_layers import a_county, layer, placed

POINT = shapely.Point(105.7, 29.6)


def opened(*layers: GeoLayer, **remembered: list[str]) -> list[ImportPart]:
    source = GeoSource(Path("源.gpkg"), layers)
    return first_parts(source, a_county(), remembered, lambda done, total: None)


def test_every_layer_is_guessed_and_placed() -> None:
    villages = layer([POINT], "村", 村名=["东风村"], **{"2023年常住人口": [800]})
    rivers = layer([shapely.LineString([(105, 29), (106, 30)])], "河流")
    first, second = opened(villages, rivers)
    assert first.use is LayerUse.VILLAGES
    assert first.columns == {GeoRole.NAME: "村名", GeoRole.PEOPLE: "2023年常住人口"}
    assert (first.year, first.reading.system, first.reading.taken) == (2023, WGS84, 1)
    assert (second.use, second.columns, second.year) == (LayerUse.BACKGROUND, {}, UNDATED)


def test_what_was_said_of_such_a_layer_goes_before_what_is_guessed() -> None:
    made = layer([POINT], 村名=["东风村"], mc=["西山村"])
    said = replace(opened(made)[0], columns={GeoRole.NAME: "mc"})
    (again,) = opened(made, **{signature(made): texts_of(said)})
    assert (again.use, again.columns) == (LayerUse.VILLAGES, {GeoRole.NAME: "mc"})
    (left,) = opened(made, **{signature(made): texts_of(replace(said, use=None))})
    assert left.use is None


@pytest.mark.parametrize(
    "texts", [[], ["planets"], ["villages", "name=gone", "nonsense", "speed=村名"]]
)
def test_what_is_remembered_and_no_longer_fits_is_passed_over(texts: list[str]) -> None:
    made = layer([POINT], 村名=["东风村"])
    (part,) = opened(made, **{signature(made): texts})
    assert part.use is LayerUse.VILLAGES
    assert part.columns in ({GeoRole.NAME: "村名"}, {})


def test_layers_with_other_headings_or_shapes_are_others() -> None:
    points, areas = layer([POINT], 村名=["甲"]), layer([shapely.box(0, 0, 1, 1)], 村名=["甲"])
    assert len({signature(points), signature(areas), signature(layer([POINT], 名称=["甲"]))}) == 3


def test_the_year_is_that_of_the_heading() -> None:
    assert year_of({GeoRole.PEOPLE: "2020年末常住人口（万人）"}) == 2020
    assert year_of({GeoRole.PEOPLE: "人口"}) == UNDATED
    assert year_of({}) == UNDATED


def test_zones_around_the_county_are_offered() -> None:
    """105.7°E lies in the 3-degree zone of 105°E (35); its neighbours are offered too."""
    county = KnownPlaces(shapely.box(105.5, 29, 105.9, 30))
    offered = offered_systems(county)
    assert offered[:4] == [WGS84, CGCS2000, GCJ02, BD09]
    meridians = {s.meridian for s in offered if s.zone_width == 3}
    assert meridians == {102, 105, 108}
    assert CoordinateSystem(Datum.XIAN80, 6, 105, True) in offered


def test_all_zones_are_offered_where_nobody_knows_the_county() -> None:
    offered = offered_systems(KnownPlaces())
    zones = {s.meridian for s in offered if s.zone_width == 3 and s.datum is Datum.CGCS2000}
    assert (min(zones), max(zones), len(zones)) == (75, 135, 21)


def in_system(system: CoordinateSystem | None, fit: Fit | None = None) -> GeoReading:
    found = placed(layer([POINT, None]))
    return GeoReading(found.layer, system, SystemOrigin.CHOSEN, found.geometries, (), fit)


def test_a_web_maps_layer_is_shown_without_the_conversion() -> None:
    """Where it would lie is what the file says: the place as GCJ-02 has it."""
    other = otherwise_placed(in_system(GCJ02))
    assert other is not None
    wanted = [float(value) for value in from_wgs84(105.7, 29.6, GCJ02)]
    assert np.array([other[0].x, other[0].y]) == pytest.approx(wanted, abs=1e-9)
    assert other[1] is None


def test_a_layer_is_shown_in_the_system_that_fits_better() -> None:
    other = otherwise_placed(in_system(CGCS2000, Fit(GCJ02, Compared.NAMES, 500.0, 1.0)))
    assert other is not None
    moved = [float(value) for value in from_wgs84(other[0].x, other[0].y, GCJ02)]
    assert moved == pytest.approx([105.7, 29.6], abs=1e-8)


@pytest.mark.parametrize("system", [None, WGS84, CGCS2000])
def test_without_a_question_there_is_nothing_to_compare(system: CoordinateSystem | None) -> None:
    assert otherwise_placed(in_system(system)) is None
