"""Features matched to divisions and facilities, and the edit that places them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
import shapely

from models.coordinates import WGS84
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Ownership, PlaceOrigin
from models.geo_matching import (
    GeoMatch,
    GeoTarget,
    MatchColumns,
    MatchState,
    boundary_edit,
    match_columns,
    match_features,
    placing_edit,
)
from models.geo_reading import GeoReading, SystemOrigin
from models.geo_source import GeoLayer, Value, shapes
from models.geography import Division, DivisionKind, Succession, SuccessionKind
from models.layers import Boundary
from models.plan import CountyInfo

POINT = shapely.Point(105.7, 29.6)
SQUARE = shapely.box(105, 29, 106, 30)
LONGGANG = Division("500111001", "龙岗街道", DivisionKind.SUBDISTRICT)
TANGXIANG = Division("500111002", "棠香街道", DivisionKind.SUBDISTRICT)
XUEBA = Division("500111001001", "学坝社区居民委员会", DivisionKind.COMMUNITY, parent="500111001")
EAST = Division("500111001002", "东风村", DivisionKind.VILLAGE, parent="500111001")
EAST_TOO = Division("500111002001", "东风村", DivisionKind.VILLAGE, parent="500111002")


def facility(name: str, code: str = "", township: str | None = None) -> Facility:
    return Facility(
        name, name, FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE,
        Ownership.PUBLIC, code=code, township=township,
    )  # fmt: skip


HOSPITAL = facility("大足区人民医院", "PDY001")
CENTRE = facility("龙岗中心卫生院", township="500111001")


@pytest.fixture
def county() -> County:
    return County(
        [CountyInfo("500111", "大足区", "Dazu"), LONGGANG, TANGXIANG, XUEBA, EAST, EAST_TOO,
         Succession("500111009", "500111001", SuccessionKind.MERGED, "老街镇"), HOSPITAL, CENTRE]
    )  # fmt: skip


def reading(columns: Mapping[str, Sequence[Value]], geometries: Sequence[Any] = ()) -> GeoReading:
    count = len(next(iter(columns.values())))
    given = shapes(list(geometries) or [POINT] * count)
    layer = GeoLayer("图层", given, np.arange(1, count + 1), columns, WGS84)
    return GeoReading(layer, WGS84, SystemOrigin.DECLARED, given, ())


def matched(
    county: County, target: GeoTarget, **columns: Sequence[Value]
) -> list[tuple[MatchState, list[str]]]:
    """State and names of the candidates of each feature, by headings code, name and township."""
    given = MatchColumns(*(h if h in columns else "" for h in ("code", "name", "township")))
    found = match_features(reading(columns), county, target, given)
    return [(m.state, [c.name for c in m.candidates]) for m in found]


@pytest.mark.parametrize(
    ("headings", "target", "columns"),
    [
        (["区划代码", "名称", "乡镇"], GeoTarget.VILLAGES, ("区划代码", "名称", "乡镇")),
        (["XZQDM", "XZQMC"], GeoTarget.TOWNSHIPS, ("XZQDM", "XZQMC", "")),
        (["ZLDWDM", "ZLDWMC"], GeoTarget.VILLAGES, ("ZLDWDM", "ZLDWMC", "")),
        (["乡镇"], GeoTarget.TOWNSHIPS, ("", "乡镇", "")),
        (["机构名称", "乡镇", "机构代码"], GeoTarget.FACILITIES, ("机构代码", "机构名称", "乡镇")),
        (["fid", "面积"], GeoTarget.VILLAGES, ("", "", "")),
    ],
)
def test_usual_headings_are_known(
    headings: list[str], target: GeoTarget, columns: tuple[str, str, str]
) -> None:
    assert match_columns(headings, target) == MatchColumns(*columns)


def test_townships_by_code_also_by_former_ones_and_those_with_noughts(county: County) -> None:
    assert matched(county, GeoTarget.TOWNSHIPS, code=["500111001000", 500111002.0, "999"]) == [
        (MatchState.BY_CODE, ["龙岗街道"]),
        (MatchState.BY_CODE, ["棠香街道"]),
        (MatchState.NONE, []),
    ]
    assert matched(county, GeoTarget.TOWNSHIPS, code=["500111009"]) == [
        (MatchState.BY_CODE, ["龙岗街道"])
    ]
    assert matched(county, GeoTarget.VILLAGES, code=["5001110010010000000"]) == [
        (MatchState.BY_CODE, ["学坝社区居民委员会"])
    ]


def test_a_code_that_belongs_to_another_name_is_asked(county: County) -> None:
    # the ministry's code of one township is the bureau's of another
    assert matched(county, GeoTarget.TOWNSHIPS, code=["500111001"], name=["棠香街道"]) == [
        (MatchState.CANDIDATE, ["棠香街道", "龙岗街道"])
    ]


def test_a_name_is_enough_where_the_code_is_unknown(county: County) -> None:
    assert matched(county, GeoTarget.TOWNSHIPS, code=["777"], name=["大足区龙岗街道办事处"]) == [
        (MatchState.BY_NAME, ["龙岗街道"])
    ]


def test_villages_by_name_within_their_township(county: County) -> None:
    assert matched(
        county,
        GeoTarget.VILLAGES,
        name=["学坝社区", "东风村村民委员会", "东风村", "东风村"],
        township=["龙岗街道", "棠香街道", "", "老城镇"],
    ) == [
        (MatchState.BY_NAME, ["学坝社区居民委员会"]),
        (MatchState.BY_NAME, ["东风村"]),
        (MatchState.CANDIDATE, ["东风村", "东风村"]),
        (MatchState.CANDIDATE, ["东风村", "东风村"]),  # of a township that is not known
    ]


def test_what_is_only_alike_is_asked(county: County) -> None:
    assert matched(county, GeoTarget.VILLAGES, name=["学埧社区", "石马"]) == [
        (MatchState.CANDIDATE, ["学坝社区居民委员会"]),
        (MatchState.NONE, []),
    ]


def test_facilities_by_code_and_by_name(county: County) -> None:
    assert matched(
        county,
        GeoTarget.FACILITIES,
        code=["pdy001", "", ""],
        name=["", "龙岗镇中心卫生院", "龙岗卫生院"],
        township=["", "龙岗街道", ""],
    ) == [
        (MatchState.BY_CODE, ["大足区人民医院"]),
        (MatchState.BY_NAME, ["龙岗中心卫生院"]),
        (MatchState.CANDIDATE, ["龙岗中心卫生院"]),
    ]


def test_two_features_for_one_are_told_both(county: County) -> None:
    assert matched(county, GeoTarget.TOWNSHIPS, name=["龙岗街道", "棠香街道", "龙岗街道"]) == [
        (MatchState.DUPLICATE, ["龙岗街道"]),
        (MatchState.BY_NAME, ["棠香街道"]),
        (MatchState.DUPLICATE, ["龙岗街道"]),
    ]


def test_features_without_a_place_are_not_matched(county: County) -> None:
    given = reading({"name": ["龙岗街道", "棠香街道"]}, [None, POINT])
    found = match_features(given, county, GeoTarget.TOWNSHIPS, MatchColumns(name="name"))
    assert found == [GeoMatch(1, "棠香街道", MatchState.BY_NAME, (TANGXIANG,))]


def test_one_edit_places_points_and_boundaries_and_is_undone_as_one(county: County) -> None:
    given = reading({"name": ["a", "b", "c"]}, [POINT, SQUARE, SQUARE])
    before = list(county.records())
    edit = placing_edit(given, {0: XUEBA, 1: LONGGANG, 2: HOSPITAL}, county, "导入", "界线.shp")
    assert len(edit.changes) == 3
    county.apply(edit)
    village = county.division(XUEBA.code)
    assert village.place == (105.7, 29.6)
    assert village.place_origin is PlaceOrigin.SURVEYED
    boundary = county.table(Boundary)[(LONGGANG.code,)]
    assert boundary.area.equals(SQUARE)
    assert boundary.source == "界线.shp"
    assert county.facility(HOSPITAL.id).place == (105.5, 29.5)
    again = placing_edit(
        given,
        {0: village, 1: LONGGANG, 2: county.facility(HOSPITAL.id)},
        county, "导入", "界线.shp",
    )  # fmt: skip
    assert again.changes == ()
    county.apply(edit.inverse())
    assert list(county.records()) == before


def test_areas_together_become_the_boundary_of_the_county(county: County) -> None:
    halves = [shapely.box(105, 29, 105.5, 30), shapely.box(105.5, 29, 106, 30), POINT]
    given = reading({"name": ["a", "b", "c"]}, halves)
    edit = boundary_edit(given, [0, 1], "500111", county, "导入县界", "界线.shp")
    county.apply(edit)
    assert county.table(Boundary)[("500111",)].area.equals(SQUARE)
    assert boundary_edit(given, [0, 1], "500111", county, "", "").changes == ()
