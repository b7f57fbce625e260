"""Roads and background layers as the county keeps them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from models import geo_layers
from models.edits import Change, Edit
from models.errors import FileError, FileProblem
from models.geo_layers import road_class, take_layer
from models.geo_part import Work
from models.geo_source import GeoLayer
from models.geo_use import LayerUse
from models.layers import LayerKind, layer_features
from models.roads import roads_of
from tests.models.made_layers import a_county, layer, part

LINE = shapely.LineString([(105, 29), (105.1, 29)])


def roads() -> GeoLayer:
    return layer(
        [LINE, LINE, None], "道路", 路名=["朝阳路", None, "空"], 等级=["X", "乡道", ""],
        限速=["40 km/h", 0, ""], 轮渡=["", "是", ""],
    )  # fmt: skip


def test_roads_keep_what_travel_times_go_by() -> None:
    county = a_county()
    work = Work(county)
    outcome = take_layer(part(roads(), LayerUse.ROADS, county), work, "路.gpkg")
    (kept,) = work.county.layers
    assert (kept.name, kept.kind, kept.source) == ("道路", LayerKind.ROADS, "路.gpkg (wgs84)")
    assert [f.attributes for f in layer_features(kept.features)] == [
        {"class": "县道", "name": "朝阳路", "kmh": "40"},
        {"class": "乡道", "ferry": "1"},
    ]
    assert [(r.road_class, r.kmh) for r in roads_of((kept,)).roads] == [
        ("县道", 40.0),
        ("轮渡", None),
    ]
    assert (outcome.taken, outcome.left_out, outcome.replaces) == (2, 1, False)


def test_a_background_layer_keeps_its_attributes_as_text() -> None:
    county = a_county()
    work = Work(county)
    lakes = layer([shapely.box(105, 29, 106, 30)], "水库", 名称=["龙水湖"], 面积=[12.5])
    take_layer(part(lakes, LayerUse.BACKGROUND, county), work, "水.shp")
    (kept,) = work.county.layers
    assert kept.kind is LayerKind.BACKGROUND
    (feature,) = layer_features(kept.features)
    assert feature.attributes == {"名称": "龙水湖", "面积": "12.5"}


def test_the_same_layer_again_replaces_the_first_and_keeps_what_was_said_of_it() -> None:
    county = a_county()
    work = Work(county)
    take_layer(part(roads(), LayerUse.ROADS, county), work, "路.gpkg")
    county.apply(Edit("", work.changes))
    (first,) = county.layers
    renamed = replace(first, name="全县道路", order=7, note="2023年")
    county.apply(Edit("", (Change(first, renamed),)))
    again = Work(county)
    outcome = take_layer(part(roads(), LayerUse.ROADS, county), again, "路.gpkg")
    assert (again.changes, outcome.replaces) == ((), True)
    fewer = layer([LINE], "道路", 等级=["村道"])
    take_layer(part(fewer, LayerUse.ROADS, county), again, "路.gpkg")
    (kept,) = again.county.layers
    assert (kept.name, kept.order, kept.note) == ("全县道路", 7, "2023年")
    assert len(layer_features(kept.features)) == 1


@pytest.mark.parametrize(
    ("text", "known"),
    [("X", "县道"), ("g319", "国道"), ("motorway", "高速公路"), ("二级公路", "二级公路"), ("", "")],
)
def test_classes_are_in_the_words_of_the_roads(text: str, known: str) -> None:
    assert road_class(text) == known


def test_more_features_than_a_county_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geo_layers, "MOST_KEPT", 1)
    county = a_county()
    with pytest.raises(FileError) as refused:
        take_layer(part(roads(), LayerUse.ROADS, county), Work(county), "路.gpkg")
    assert (refused.value.problem, refused.value.detail) == (FileProblem.TOO_LARGE, "2 > 1")
