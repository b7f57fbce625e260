"""Boundaries and layers as GeoJSON text."""

from __future__ import annotations

from decimal import Decimal

import pytest
import shapely

from models.errors import InvalidValue, Reason
from models.layers import (
    Boundary,
    Feature,
    RoadSpeed,
    feature_collection,
    geojson,
    layer_features,
    shape,
)


def test_degrees_are_kept_to_seven_decimals() -> None:
    kept = shape(geojson(shapely.Point(105.123456789, 29.70000004)))
    assert (kept.x, kept.y) == (105.1234568, 29.7)  # type: ignore[attr-defined]


def test_features_come_back_with_their_attributes_in_order() -> None:
    features = (
        Feature(
            shapely.LineString([(105, 29), (105.5, 29.5)]), {"class": "县道", "name": "甲“路”"}
        ),
        Feature(shapely.MultiPoint([(105, 29), (106, 30)]), {}),
    )
    assert layer_features(feature_collection(features)) == features


def test_a_layer_of_many_features_is_the_same_read_piece_by_piece() -> None:
    name = '甲, {"type": "Feature", "properties": {"name": "乙"}}'
    way = shapely.LineString([(105, 29), (105.5, 29.5)])
    features = tuple(Feature(way, {"name": name, "number": str(n)}) for n in range(2_000))
    text = feature_collection(features)
    assert len(text) > 400_000  # three pieces at least
    assert layer_features(text) == features


def test_a_layer_may_be_empty() -> None:
    assert layer_features(feature_collection([])) == ()


def test_a_boundary_is_an_area() -> None:
    square = shapely.box(105, 29, 106, 30)
    assert Boundary("500111", geojson(square)).area.equals(square)


@pytest.mark.parametrize(
    "text",
    [
        "no geometry",
        geojson(shapely.Point(105, 29)),
        geojson(shapely.Polygon()),
        '{"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}',  # a bow
    ],
)
def test_what_is_no_area_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        Boundary("500111", text)
    assert refused.value.reason is Reason.NOT_AN_AREA


@pytest.mark.parametrize("kmh", ["0", "-5", "200.1", "NaN"])
def test_a_speed_is_more_than_nothing_and_no_train_s(kmh: str) -> None:
    with pytest.raises(InvalidValue):
        RoadSpeed("县道", Decimal(kmh))
    assert RoadSpeed("县道", Decimal(200)).kmh == 200
