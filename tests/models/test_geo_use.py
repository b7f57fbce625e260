"""What a layer is taken for, by its shapes, its codes and its names."""

from __future__ import annotations

import pytest
import shapely

from models.geo_source import GeoLayer
from models.geo_use import GeoRole, LayerUse, county_features, guessed_columns, guessed_use
from tests.models.made_layers import a_county, layer, placed

POINT = shapely.Point(105.7, 29.6)
SQUARE = shapely.box(105, 29, 106, 30)
LINE = shapely.LineString([(105, 29), (105.1, 29)])


@pytest.mark.parametrize(
    ("found", "use"),
    [
        (layer([POINT], 名称=["东风村"]), LayerUse.VILLAGES),
        (layer([SQUARE], 名称=["西镇"]), LayerUse.TOWNSHIPS),
        (layer([POINT], 区划代码=["500999101"]), LayerUse.TOWNSHIPS),
        (layer([POINT], 机构名称=["东镇卫生院"]), LayerUse.FACILITIES),
        (layer([SQUARE], 名称=["测试县"]), LayerUse.COUNTY),
        (layer([SQUARE, SQUARE], adcode=["500998", "500999"]), LayerUse.COUNTY),
        (layer([SQUARE], 名称=["不知道"]), LayerUse.COUNTY),
        (layer([SQUARE, SQUARE], 名称=["甲", "乙"]), LayerUse.BACKGROUND),
        (layer([LINE], "公路"), LayerUse.ROADS),
        (layer([LINE], fclass=["primary"]), LayerUse.ROADS),
        (layer([LINE], "河流", 名称=["濑溪河"]), LayerUse.BACKGROUND),
        (layer([POINT], 名称=["学校"]), LayerUse.BACKGROUND),
        (layer([POINT], 医疗机构=["仁爱"]), LayerUse.FACILITIES),
        (layer([POINT, LINE]), LayerUse.BACKGROUND),
        (layer([None]), LayerUse.BACKGROUND),
    ],
)
def test_a_layer_is_guessed(found: GeoLayer, use: LayerUse) -> None:
    assert guessed_use(found, a_county()) is use


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("甲村", LayerUse.VILLAGES),
        ("甲街道", LayerUse.TOWNSHIPS),
        ("甲卫生室", LayerUse.FACILITIES),
    ],
)
def test_names_that_nobody_knows_tell_by_their_endings(name: str, use: LayerUse) -> None:
    assert guessed_use(layer([POINT], 名称=[name]), a_county()) is use


def test_usual_headings_are_known() -> None:
    headings = ["OBJECTID", "名称", "区划代码", "乡镇", "城乡分类", "2020年常住人口（人）"]
    assert guessed_columns(headings, LayerUse.VILLAGES) == {
        GeoRole.NAME: "名称",
        GeoRole.CODE: "区划代码",
        GeoRole.TOWNSHIP: "乡镇",
        GeoRole.URBAN: "城乡分类",
        GeoRole.PEOPLE: "2020年常住人口（人）",
    }
    assert guessed_columns(["路名", "技术等级", "限速"], LayerUse.ROADS) == {
        GeoRole.NAME: "路名",
        GeoRole.ROAD_CLASS: "技术等级",
        GeoRole.SPEED: "限速",
    }
    assert guessed_columns(["机构名称", "类型"], LayerUse.FACILITIES) == {
        GeoRole.NAME: "机构名称",
        GeoRole.TYPE: "类型",
    }
    assert guessed_columns(headings, LayerUse.BACKGROUND) == {}


@pytest.mark.parametrize("code", ["500999", "156500999", "500999000000"])
def test_the_county_is_found_among_others(code: str) -> None:
    reading = placed(layer([SQUARE, SQUARE], adcode=["500111", code]))
    assert county_features(reading, a_county(), {}) == [1]


def test_a_township_is_not_the_county_whose_code_it_begins_with() -> None:
    reading = placed(layer([SQUARE], 代码=["500999100"]))
    assert county_features(reading, a_county(), {GeoRole.CODE: "代码"}) == []
