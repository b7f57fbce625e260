"""What the road layers of a county say, and at what speeds their roads are travelled."""

from __future__ import annotations

from decimal import Decimal

import shapely

from models.county import County
from models.layers import Feature, Layer, LayerKind, RoadSpeed, feature_collection
from models.roads import DEFAULT_SPEEDS, road_layers, roads_of, speeds_of

LINE = shapely.LineString([(105.6, 29.7), (105.7, 29.7)])
OTHER_LINE = shapely.LineString([(105.7, 29.7), (105.7, 29.8)])


def layer(*features: Feature, kind: LayerKind = LayerKind.ROADS) -> Layer:
    return Layer(f"{kind}-layer", "道路", kind, feature_collection(features))


def test_roads_are_the_lines_of_road_layers() -> None:
    both = shapely.MultiLineString([LINE, OTHER_LINE])
    found = roads_of(
        (
            layer(
                Feature(LINE, {"class": " 县道 ", "kmh": "42.5"}),
                Feature(both, {"class": "村道"}),
                Feature(LINE, {"ferry": "1", "class": "县道"}),
                Feature(LINE, {}),
            ),
        )
    )
    assert [(r.road_class, r.kmh, r.is_closed) for r in found.roads] == [
        ("县道", 42.5, False),
        ("村道", None, False),
        ("村道", None, False),
        ("轮渡", None, True),
        ("", None, False),
    ]
    assert (found.not_lines, found.bad_speeds) == (0, 0)


def test_what_is_no_road_is_counted() -> None:
    found = roads_of(
        (
            layer(
                Feature(shapely.Point(105.6, 29.7), {"class": "县道"}),
                Feature(LINE.buffer(0.01), {"class": "县道"}),
                Feature(LINE, {"class": "县道", "kmh": "快"}),
                Feature(LINE, {"class": "县道", "kmh": "0"}),
                Feature(LINE, {"class": "县道", "kmh": "NaN"}),
            ),
        )
    )
    assert (found.not_lines, found.bad_speeds) == (2, 3)
    assert [r.kmh for r in found.roads] == [None, None, None]


def test_background_layers_are_no_roads() -> None:
    county = County([layer(Feature(LINE, {})), layer(kind=LayerKind.BACKGROUND)])
    assert [found.kind for found in road_layers(county)] == [LayerKind.ROADS]


def test_speeds_are_the_countys_own_over_the_assumed_ones() -> None:
    speeds = speeds_of([RoadSpeed("县道", Decimal(32)), RoadSpeed("机耕路", Decimal(8))])
    assert (speeds["县道"], speeds["机耕路"]) == (32, 8)
    assert speeds["国道"] == DEFAULT_SPEEDS["国道"]
    assert (speeds["步行"], "机耕路" in DEFAULT_SPEEDS) == (5, False)
