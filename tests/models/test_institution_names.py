from __future__ import annotations

import pytest

from models.facility import FacilityType
from models.geography import Division, DivisionKind
from models.institution_names import (
    institution_meant,
    is_listed,
    is_misspelt,
    township_by_name,
    type_by_name,
)
from models.plan import CountyInfo

DAZU = CountyInfo("500111", "大足区")
LISTED = ["大足区人民医院", "双桥经开区人民医院", "大足区中医医院", "大足区第二人民医院"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("大足区龙岗中心卫生院（社区卫生服务中心）", FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE),
        ("大足区双路卫生院（社区卫生服务中心）", FacilityType.COMMUNITY_HEALTH_CENTRE),
        ("宝台镇卫生院", FacilityType.TOWNSHIP_HEALTH_CENTRE),
        ("大足区妇幼保健计划生育服务中心", FacilityType.MCH_HOSPITAL),
        ("市（区）中医医院", FacilityType.TCM_HOSPITAL),
        ("大足区第二人民医院", FacilityType.GENERAL_HOSPITAL),
        ("县疾病预防控制中心", FacilityType.CDC),
        ("某某机构", FacilityType.UNSPECIFIED),
    ],
)
def test_name_tells_the_type(name: str, expected: FacilityType) -> None:
    assert type_by_name(name) is expected


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("区人民医院", "大足区人民医院"),
        ("经开区人民医院", "双桥经开区人民医院"),
        ("区中医院", "大足区中医医院"),
        ("区第二人民院", "大足区第二人民医院"),
        ("大足区中医医院", "大足区中医医院"),
        ("区第三人民医院", None),
        ("全区民营医院", None),
        ("全市", None),
    ],
)
def test_shorter_name_finds_the_one_listed_institution(short: str, meant: str | None) -> None:
    assert institution_meant(short, LISTED, DAZU) == meant


def test_name_that_fits_two_institutions_finds_none() -> None:
    names = ["东区中心医院", "西区中心医院"]
    assert institution_meant("中心医院", names, DAZU) is None


def test_one_character_dropped_is_a_misspelling_and_a_short_form_is_not() -> None:
    assert is_misspelt("区第二人民院", "大足区第二人民医院", DAZU)
    assert not is_misspelt("区人民医院", "大足区人民医院", DAZU)


def test_longest_township_name_wins_and_a_tie_gives_none() -> None:
    towns = [
        Division("1", "龙镇", DivisionKind.TOWN),
        Division("2", "龙岗街道", DivisionKind.SUBDISTRICT),
        Division("3", "铁山镇", DivisionKind.TOWN),
        Division("4", "铁山乡", DivisionKind.TOWNSHIP),
    ]
    found = township_by_name("大足区龙岗中心卫生院", DAZU, towns)
    assert found is towns[1]
    assert township_by_name("大足区铁山中心卫生院", DAZU, towns) is None
    assert township_by_name("大足区高坪卫生院", DAZU, towns) is None


def test_village_is_no_township() -> None:
    village = Division("1", "龙岗村", DivisionKind.VILLAGE, parent="0")
    assert township_by_name("龙岗村卫生室", DAZU, [village]) is None


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("区人民医院", True),
        ("人民医院", True),  # which of three is not said
        ("区第二人民院", True),
        ("龙岗卫生院", True),
        ("龙岗街道中心卫生院", True),
        ("区第三人民医院", False),
        ("石马中心卫生院", False),
    ],
)
def test_a_name_can_mean_a_listed_institution(name: str, listed: bool) -> None:
    names = [*LISTED, "大足区龙岗中心卫生院（社区卫生服务中心）"]
    assert is_listed(name, names, DAZU) is listed


def test_a_shorter_form_without_township_is_not_misspelt() -> None:
    assert not is_misspelt("宝顶卫生院", "大足区宝顶镇卫生院", DAZU)
    assert is_misspelt("宝镇卫生院", "大足区宝顶镇卫生院", DAZU)
