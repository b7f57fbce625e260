from __future__ import annotations

import pytest

from models.county import County
from models.facility import Facility, FacilityClass, FacilityType
from models.name_matching import NameMatcher, unknown_names
from models.plan import CountyInfo

NAMES = (
    "龙岗中心卫生院（社区卫生服务中心）", "大足区人民医院", "中医院", "龙水镇中心卫生院",
    "双桥经开区人民医院", "三驱镇卫生院", "三驱镇柿花村卫生室",
)  # fmt: skip
COUNTY = County(
    [
        CountyInfo("500111", "大足区"),
        *(
            Facility(str(n), name, FacilityClass.OTHER, FacilityType.UNSPECIFIED, order=n)
            for n, name in enumerate(NAMES)
        ),
    ]
)
MATCHER = NameMatcher(COUNTY)


def names(name: str) -> list[str]:
    return [facility.name for facility in MATCHER.match(name).facilities]


def test_spaces_and_width_do_not_matter() -> None:
    match = MATCHER.match("大足区 人民医院\u3000")
    assert ([f.name for f in match.facilities], match.is_exact) == (["大足区人民医院"], True)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("人民医院", "大足区人民医院"),
        ("区人民医院", "大足区人民医院"),
        ("大足区中医医院", "中医院"),
        ("龙水中心卫生院", "龙水镇中心卫生院"),
        ("三驱乡卫生院", "三驱镇卫生院"),
        ("大足区龙岗中心卫生院【社区卫生服务中心】", "龙岗中心卫生院（社区卫生服务中心）"),
    ],
)
def test_another_writing_of_a_name_is_matched(written: str, name: str) -> None:
    assert names(written) == [name]
    assert not MATCHER.match(written).is_exact


@pytest.mark.parametrize("written", ["大足区龙岗中心卫生院", "第二人民医院", "", "镇卫生院"])
def test_what_is_merely_alike_is_never_taken(written: str) -> None:
    assert names(written) == []


def test_the_likest_names_are_offered_first() -> None:
    offered = MATCHER.candidates("大足区龙岗中心卫生院")
    assert offered[0].facility.name == "龙岗中心卫生院（社区卫生服务中心）"
    assert offered[0].likeness == 1
    likeness = [c.likeness for c in offered]
    assert likeness == sorted(likeness, reverse=True)


def test_nothing_is_offered_for_a_name_like_none() -> None:
    assert MATCHER.candidates("xyz") == []


def test_a_name_that_two_bear_gives_both() -> None:
    twin = Facility("x", "人民医院", FacilityClass.OTHER, FacilityType.UNSPECIFIED)
    twins = County([*COUNTY.records(), twin, Facility("y", "大足区人民医院", FacilityClass.OTHER,
                                                      FacilityType.UNSPECIFIED)])  # fmt: skip
    assert len(NameMatcher(twins).match("大足区人民医院").facilities) == 2
    assert [f.id for f in NameMatcher(twins).match("人民医院").facilities] == ["x"]


def test_unknown_names_are_told_with_the_one_meant_before_those_alike() -> None:
    found = unknown_names(["区人民医院", "大足区人民医院", "xyz"], COUNTY)
    assert set(found) == {"区人民医院", "xyz"}  # 大足区人民医院 is there as it is written
    assert found["区人民医院"][0] == "大足区人民医院"
    assert found["xyz"] == []
