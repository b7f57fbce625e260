"""Former codes and names find what became of them."""

from __future__ import annotations

from models.division_history import (
    forerunners,
    named_divisions,
    present_divisions,
)
from models.geography import Succession, SuccessionKind
from tests.models.divided_county import a_county, village


def went(former: str, code: str, name: str = "", date: str = "") -> Succession:
    return Succession(former, code, SuccessionKind.MERGED, name or f"旧{former}", date)


def codes(divisions) -> list[str]:
    return [d.code for d in divisions]


def test_a_code_in_use_stands_for_itself():
    county = a_county(went("11", "12"))  # 11 went smaller, and is still there
    assert codes(present_divisions(county, "11")) == ["11"]


def test_a_former_code_is_followed_through_every_hand():
    county = a_county(went("8", "9"), went("9", "10"), went("10", "12"))
    assert codes(present_divisions(county, "8")) == ["12"]


def test_a_split_one_has_several_heirs():
    county = a_county(went("9", "11"), went("9", "12"), went("8", "9"))
    assert codes(present_divisions(county, "8")) == ["11", "12"]


def test_an_unknown_code_has_none():
    assert present_divisions(a_county(), "77") == []


def test_a_circle_in_a_file_ends():
    county = a_county(went("8", "9"), went("9", "8"))
    assert present_divisions(county, "8") == []


def test_a_name_of_today_goes_before_a_former_one():
    county = a_county(went("9", "12", "村11"))
    assert codes(named_divisions(county, "村11")) == ["11"]


def test_a_former_name_finds_the_heir_within_the_township():
    county = a_county(went("9", "12", "旧村"), went("8", "21", "旧村"))
    assert codes(named_divisions(county, "旧村")) == ["12", "21"]
    assert codes(named_divisions(county, "旧村", "2")) == ["21"]
    assert named_divisions(county, "没有") == []


def test_a_name_as_offices_write_it_is_the_same():
    county = a_county(village("14", name="学坝社区居民委员会"), village("15", name="东村"))
    assert codes(named_divisions(county, "学坝社区")) == ["14"]
    assert codes(named_divisions(county, "东村村民委员会")) == ["15"]
    exact = a_county(village("14", name="东村村民委员会"), village("15", name="东村"))
    assert codes(named_divisions(exact, "东村")) == ["15"]


def test_the_name_before_a_renaming_is_found_after_another_code():
    renamed = Succession("9", "9", SuccessionKind.RENAMED, "最早")
    county = a_county(renamed, went("9", "11", "后来"))
    assert codes(named_divisions(county, "最早")) == ["11"]


def test_forerunners_are_told_back_to_the_first():
    first, second, third = (
        went("7", "8"), went("8", "11", date="2023-01-01"), went("9", "11", date="2022-01-01")
    )  # fmt: skip
    assert forerunners(a_county(first, second, third), "11") == [second, third, first]
