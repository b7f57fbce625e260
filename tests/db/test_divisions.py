from __future__ import annotations

import pytest

from db.divisions import divisions, known_counties
from models.facility import PlaceOrigin
from models.geography import DivisionKind


@pytest.mark.parametrize(
    ("code", "townships", "villages"),
    [
        ("500111", 27, 309),
        ("512002", 22, 361),
        ("500238", 32, 329),
        ("500237", 26, 340),
        ("640221", 13, 173),
    ],
)
def test_county_has_all_its_townships_and_villages(
    code: str, townships: int, villages: int
) -> None:
    found = divisions(code)
    assert sum(d.parent is None for d in found) == townships
    assert sum(d.parent is not None for d in found) == villages


def test_codes_are_the_statistics_bureaus_and_villages_lie_in_their_township() -> None:
    found = divisions("500111")
    codes = {d.code for d in found}
    assert len(codes) == len(found)
    for d in found:
        assert len(d.code) == (9 if d.parent is None else 12)
        assert d.parent is None or d.code.startswith(d.parent)
        assert d.parent is None or d.parent in codes


def test_every_township_of_dazu_has_its_seat_and_says_it_is_approximate() -> None:
    towns = [d for d in divisions("500111") if d.parent is None]
    assert all(d.place_origin is PlaceOrigin.APPROXIMATE for d in towns)
    assert all("GeoNames" in d.source for d in towns)
    longgang = next(d for d in towns if d.name == "龙岗街道")
    assert (longgang.code, longgang.place) == ("500111001", (105.71369, 29.69744))


def test_seats_are_joined_by_name_since_codes_differ_between_authorities() -> None:
    jijia = next(d for d in divisions("500111") if d.name == "季家镇")
    assert (jijia.code, jijia.place) == ("500111119", (105.53491, 29.63201))


def test_population_is_labelled_illustrative() -> None:
    towns = [d for d in divisions("500111") if d.population is not None]
    assert len(towns) == 27
    assert all("示意" in d.population_note for d in towns)


def test_population_of_the_whole_city_is_not_given_to_one_town() -> None:
    town = next(d for d in divisions("512002") if d.name == "雁江镇")
    assert (town.population, town.population_note) == (None, "")
    assert town.place is not None


def test_subdistricts_are_taken_for_urban_and_that_is_said() -> None:
    towns = [d for d in divisions("512002") if d.parent is None]
    assert {d.name for d in towns if d.urban} == {
        "莲花街道",
        "三贤祠街道",
        "资溪街道",
        "狮子山街道",
        "宝莲街道",
    }
    assert all("待核对" in d.source for d in towns)


def test_villages_and_communities_are_told_apart() -> None:
    kinds = {d.kind for d in divisions("500111") if d.parent is not None}
    assert kinds == {DivisionKind.VILLAGE, DivisionKind.COMMUNITY}


def test_labour_camp_is_no_township() -> None:
    assert not any("劳动教养" in d.name for d in divisions("512002"))


@pytest.mark.parametrize(
    ("code", "without_seat"),
    [
        ("500238", {"宁河街道", "柏杨街道", "红池坝镇"}),
        ("500237", {"高唐街道", "龙门街道"}),
    ],
)
def test_townships_without_a_known_seat_are_few_and_unplaced(
    code: str, without_seat: set[str]
) -> None:
    towns = [d for d in divisions(code) if d.parent is None]
    assert {d.name for d in towns if d.place is None} == without_seat


def test_two_townships_never_share_a_seat_by_mistake() -> None:
    for county in known_counties():
        places = [d.place for d in divisions(county.info.code) if d.place is not None]
        assert len(set(places)) == len(places)


def test_abolished_townships_and_living_quarters_are_left_out() -> None:
    names = {d.name for k in known_counties() for d in divisions(k.info.code)}
    assert not names & {"龙井乡", "庙堂乡", "大洞乡", "中岗乡", "朝阳洞乡"}
    assert not any("生活区" in name for name in names)


def test_unknown_county_has_no_divisions() -> None:
    assert divisions("110101") == ()
    assert divisions("") == ()


def test_known_counties_have_codes_of_six_digits() -> None:
    assert [(k.info.code, k.info.name, k.rule_set) for k in known_counties()] == [
        ("500111", "大足区", "dazu"),
        ("512002", "雁江区", "yanjiang"),
        ("500238", "巫溪县", "wuxi"),
        ("500237", "巫山县", "wushan"),
        ("640221", "平罗县", "pingluo"),
    ]
