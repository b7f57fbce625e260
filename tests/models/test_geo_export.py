"""What leaves a county: its places and areas with their facts, and what the rules find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
import shapely

from db.catalogue import load_catalogue
from models.catalogue import Language
from models.county import County
from models.coverage import coverage
from models.edits import Record
from models.facility import PlaceOrigin
from models.geo_export import ExportLayer, ExportSource, export_layers
from models.geo_use import GeoRole, LayerUse, guessed_columns
from models.geography import DivisionPopulation
from models.layers import Boundary, Feature, Layer, LayerKind, feature_collection, geojson
from models.plan import Nature, PopulationOrigin
from models.rules.rule import Bound, Rule, RuleKind, Source
from tests.models.made_layers import CENTRE, EAST_TOWN, EAST_VILLAGE, WEST_TOWN, a_county

RADIUS = Rule(
    "r", RuleKind.RADIUS, Nature.EXPECTED, Bound.AT_MOST, Fraction(10_000), "急救半径", "Radius",
    Source("规划", "一", "2021-01-01"), urban=None,
)  # fmt: skip
LINE = shapely.LineString([(105, 29), (105.1, 29)])
PLACED: tuple[Record, ...] = (
    replace(CENTRE, longitude=105.7, latitude=29.7, emergency_site=True,
            place_origin=PlaceOrigin.SURVEYED),
    replace(EAST_TOWN, longitude=105.7, latitude=29.7, urban=False),
    replace(WEST_TOWN, longitude=105.9, latitude=29.7),
    DivisionPopulation("500999100", 2023, 30_000, PopulationOrigin.ENTERED),
    DivisionPopulation("500999101", 2023, 20_000, PopulationOrigin.ENTERED),
    Boundary("500999100", geojson(shapely.box(105.6, 29.6, 105.8, 29.8))),
    Boundary("500999", geojson(shapely.box(105, 29, 106, 30))),
    Layer("l1", "公路", LayerKind.ROADS, feature_collection([Feature(LINE, {"class": "县道"})])),
    Layer("l2", "服务覆盖", LayerKind.BACKGROUND,
          feature_collection([Feature(LINE, {"名称": "甲"})])),
)  # fmt: skip

Export = Callable[..., dict[str, list[dict[str, object]]]]


@pytest.fixture
def county() -> County:
    return a_county(*PLACED)


@pytest.fixture
def exported(county: County) -> Export:
    """The layers by name; each feature with its geometry."""

    def export(*wanted: ExportLayer) -> dict[str, list[dict[str, object]]]:
        source = ExportSource(county, coverage(county, [RADIUS]), load_catalogue(), Language.ZH)
        layers = export_layers(source, wanted or frozenset(ExportLayer))
        return {
            layer.name: [{"": f.geometry, **f.attributes} for f in layer.features]
            for layer in layers
        }

    return export


def test_every_layer_has_a_name_of_its_own(exported: Export) -> None:
    assert list(exported()) == [
        "医疗卫生机构", "村（社区）", "乡镇（街道）", "乡镇（街道）范围", "县界", "道路",
        "服务覆盖", "服务覆盖 2", "未覆盖", "服务范围",
    ]  # fmt: skip


def test_facilities_with_their_facts(exported: Export) -> None:
    (row,) = exported(ExportLayer.FACILITIES)["医疗卫生机构"]
    assert row == {
        "": shapely.Point(105.7, 29.7), "机构名称": "东镇卫生院", "机构代码": None,
        "机构类型": "乡镇卫生院", "所属乡镇": "东镇", "状态": "现有", "急救站点": "是",
        "坐标来源": "实测",
    }  # fmt: skip


def test_divisions_with_people_by_year(exported: Export) -> None:
    east, west = exported(ExportLayer.TOWNSHIPS)["乡镇（街道）"]
    assert (east["2023年常住人口"], west["2023年常住人口"]) == (30_000, 20_000)
    assert (east["城乡分类"], west["城乡分类"]) == ("乡村", None)
    (area,) = exported(ExportLayer.TOWNSHIP_AREAS)["乡镇（街道）范围"]
    assert area["区划代码"] == "500999100"
    assert shapely.box(105.6, 29.6, 105.8, 29.8).equals(area[""])


def test_villages_without_a_place_keep_their_rows(exported: Export) -> None:
    rows = exported(ExportLayer.VILLAGES)["村（社区）"]
    assert [(row["名称"], row["所属乡镇"], row[""]) for row in rows] == [
        ("东风村", "东镇", None),
        ("西山村", "西镇", None),
    ]


def test_roads_can_be_read_again(exported: Export) -> None:
    (row,) = exported(ExportLayer.ROADS)["道路"]
    assert (row["道路等级"], row["图层"]) == ("县道", "公路")
    assert guessed_columns(list(row), LayerUse.ROADS)[GeoRole.ROAD_CLASS] == "道路等级"


def test_coverage_and_what_is_not_covered(exported: Export) -> None:
    """The west town lies 0.2 degrees east at 29.7° N: 19.3 km."""
    rows = exported(ExportLayer.COVERAGE)["服务覆盖"]
    assert [(r["名称"], r["是否覆盖"], r["最近机构"]) for r in rows] == [
        ("东镇", "是", "东镇卫生院"),
        ("西镇", "否", "东镇卫生院"),
    ]
    (west,) = exported(ExportLayer.UNCOVERED)["未覆盖"]
    assert west["名称"] == "西镇"
    assert west["距离（米）"] == pytest.approx(19_350, abs=50)
    assert west["限值（米）"] == 10_000


def test_a_service_area_is_clipped_to_the_county(exported: Export) -> None:
    (area,) = exported(ExportLayer.SERVICE_AREAS)["服务范围"]
    assert (area["最近的人口点数"], area["服务人口"]) == (2, 50_000)
    shape = area[""]
    assert isinstance(shape, shapely.Polygon)
    assert shape.bounds == pytest.approx((105, 29, 106, 30), abs=1e-6)


def test_a_county_without_places_has_its_lists_only() -> None:
    county = County([r for r in a_county().records() if r not in (CENTRE, EAST_VILLAGE)])
    source = ExportSource(county, coverage(county, [RADIUS]), load_catalogue(), Language.EN)
    assert [layer.name for layer in export_layers(source)] == ["Villages", "Townships"]
