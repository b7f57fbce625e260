"""Layers renamed, ordered and removed; the speeds of roads as stated or assumed."""

from __future__ import annotations

from decimal import Decimal

import pytest
import shapely

from models.county import County
from models.edits import Edit
from models.errors import InvalidValue, Reason
from models.geo_use import LayerUse
from models.layer_editing import (
    boundaries_by_level,
    class_speeds,
    move_layer,
    remove_layers,
    rename_layer,
    set_speed,
)
from models.layers import (
    Boundary,
    Feature,
    Layer,
    LayerKind,
    RoadSpeed,
    feature_collection,
    geojson,
)
from models.roads import DEFAULT_SPEEDS
from tests.models.made_layers import a_county

LINE = shapely.LineString([(105, 29), (105.1, 29)])
SQUARE = geojson(shapely.box(105, 29, 106, 30))


def layer(layer_id: str, order: int, **attributes: str) -> Layer:
    text = feature_collection([Feature(LINE, attributes)])
    return Layer(layer_id, f"层{layer_id}", LayerKind.ROADS, text, order)


@pytest.fixture
def county() -> County:
    return a_county(
        layer("a", 1, **{"class": "县道"}),
        layer("b", 2, **{"class": "机耕道"}),
        layer("c", 5),
        Boundary("500999", SQUARE),
        Boundary("500999101", SQUARE),
        Boundary("500999100201", SQUARE),
        RoadSpeed("县道", Decimal(42), "实测"),
    )


def names(county: County) -> list[str]:
    return [found.id for found in county.layers]


def test_areas_are_told_apart_by_their_level(county: County) -> None:
    found = boundaries_by_level(county)
    assert {level: [b.code for b in areas] for level, areas in found.items()} == {
        LayerUse.COUNTY: ["500999"],
        LayerUse.TOWNSHIPS: ["500999101"],
        LayerUse.VILLAGES: ["500999100201"],
    }
    assert boundaries_by_level(a_county()) == {}


def test_a_layer_is_renamed(county: County) -> None:
    county.apply(rename_layer(county, "a", " 公路 ", ""))
    assert county.layers[0].name == "公路"
    assert rename_layer(county, "a", "公路", "").changes == ()
    with pytest.raises(InvalidValue) as refused:
        rename_layer(county, "a", " ", "")
    assert refused.value.reason is Reason.EMPTY


@pytest.mark.parametrize(
    ("layer_id", "steps", "after"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("c", -9, "cab"), ("b", 9, "acb")],
)
def test_a_layer_is_moved(county: County, layer_id: str, steps: int, after: str) -> None:
    edit = move_layer(county, layer_id, steps, "")
    county.apply(edit)
    assert "".join(names(county)) == after
    county.apply(edit.inverse())
    assert "".join(names(county)) == "abc"


def test_a_layer_at_the_end_stays(county: County) -> None:
    county.apply(move_layer(county, "c", 0, ""))  # 1, 2, 5 become 1, 2, 3
    assert move_layer(county, "c", 1, "").changes == ()


def test_layers_and_areas_are_removed_and_come_back(county: County) -> None:
    before = set(county.records())
    edit = remove_layers(county, ["b"], [LayerUse.TOWNSHIPS], "")
    county.apply(edit)
    assert names(county) == ["a", "c"]
    assert county.boundary("500999101") is None
    assert county.boundary("500999") is not None
    county.apply(edit.inverse())
    assert set(county.records()) == before


def test_speeds_are_stated_assumed_or_unknown(county: County) -> None:
    speeds = {speed.road_class: speed for speed in class_speeds(county)}
    assert [s.road_class for s in class_speeds(county)][:2] == ["县道", "机耕道"]
    county_road, track, national = speeds["县道"], speeds["机耕道"], speeds["国道"]
    assert (county_road.kmh, county_road.is_assumed, county_road.source) == (42, False, "实测")
    assert (track.kmh, track.is_used) == (None, True)
    assert (national.kmh, national.is_assumed, national.is_used) == (
        DEFAULT_SPEEDS["国道"],
        True,
        False,
    )


def test_a_speed_is_stated_and_taken_back(county: County) -> None:
    county.apply(set_speed(county, "国道", "55.5", ""))
    assert county.table(RoadSpeed)[("国道",)].kmh == Decimal("55.5")
    county.apply(set_speed(county, "县道", "４０", ""))
    assert county.table(RoadSpeed)[("县道",)] == RoadSpeed("县道", Decimal(40), "实测")
    assert set_speed(county, "县道", "40", "").changes == ()
    county.apply(set_speed(county, "县道", "", ""))
    assert ("县道",) not in county.table(RoadSpeed)
    assert set_speed(county, "乡道", "", "") == Edit("", ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("快", Reason.NOT_A_NUMBER),
        ("-5", Reason.NEGATIVE),
        ("0", Reason.OUT_OF_RANGE),
        ("201", Reason.TOO_LARGE),
    ],
)
def test_a_speed_that_nobody_drives_is_refused(county: County, text: str, reason: Reason) -> None:
    with pytest.raises(InvalidValue) as refused:
        set_speed(county, "县道", text, "")
    assert refused.value.reason is reason
