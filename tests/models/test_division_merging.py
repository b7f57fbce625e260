"""Villages merged and split: people, areas and references are preserved."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from models.county import County
from models.division_history import present_divisions
from models.division_merging import UNDATED, Part, left_to_assign, merge, merged_people, split
from models.edits import Edit, add
from models.errors import InvalidValue, Reason
from models.facility import PlaceOrigin
from models.geography import Division, DivisionPopulation, Succession, SuccessionKind
from models.layers import geojson
from models.plan import PopulationOrigin
from models.rules.setting import Acknowledgement
from tests.models.divided_county import (
    a_county,
    accepted,
    area,
    everything,
    facility,
    people,
    square,
    township,
    village,
)

YEARS = (2020, 2021, 2022)


def applied(county: County, edit: Edit) -> County:
    """Apply an edit, having seen that its inverse restores the county."""
    before = everything(county)
    county.apply(edit)
    county.apply(edit.inverse())
    assert everything(county) == before
    county.apply(edit)
    return county


def persons(county: County, code: str) -> dict[int, int]:
    found = county.table(DivisionPopulation).values()
    return {p.year: p.persons for p in found if p.division == code}


def test_people_are_added_up_of_years_in_which_all_are_known():
    county = a_county(people("11", 2020, 900), people("12", 2020, 700), people("11", 2021, 880))
    found = merged_people(county, ["11", "12"], "11")
    assert found.known == (people("11", 2020, 1600),)
    assert found.unknown == (2021,)


def test_numbers_without_a_year_are_added_up_by_themselves():
    county = a_county(
        village("31", "2", population=100, population_note="旧"),
        village("32", "2", population=50, population_note="旧"),
    )
    applied(county, merge(county, ["31", "32"], village("31", "2"), "合并"))
    merged = county.division("31")
    assert (merged.population, merged.population_note) == (150, "旧")


def test_a_number_without_a_year_of_one_only_is_dropped_and_said():
    county = a_county(village("31", "2", population=100))
    assert merged_people(county, ["21", "31"], "31").unknown == (UNDATED,)
    applied(county, merge(county, ["21", "31"], county.division("31"), "合并"))
    assert county.division("31").population is None


def test_sums_of_different_origins_are_entered():
    published = replace(people("12", 2020, 700, "公报"), origin=PopulationOrigin.PUBLISHED)
    county = a_county(people("11", 2020, 900), published)
    (summed,) = merged_people(county, ["11", "12"], "11").known
    assert (summed.origin, summed.source) == (PopulationOrigin.ENTERED, "年鉴；公报")


def test_two_villages_become_one_of_them():
    county = a_county(
        people("11", 2020, 900), people("12", 2020, 700), people("12", 2021, 690),
        area("11", 0), area("12", 1), facility("a", "11"), facility("b", "12"),
        accepted("11"), accepted("12"),
    )  # fmt: skip
    into = replace(county.division("11"), name="双合村")
    applied(county, merge(county, ["11", "12"], into, "合并", date="2023-06-30"))
    assert ("12",) not in county.table(Division)
    assert persons(county, "11") == {2020: 1600}
    united = county.boundary("11")
    assert united is not None
    assert united.area.equals(square(0, width=2))
    assert {f.village for f in county.facilities} == {"11"}
    assert set(county.table(Acknowledgement).values()) == {accepted("11")}
    assert set(county.table(Succession).values()) == {
        Succession("11", "11", SuccessionKind.RENAMED, "村11", "2023-06-30"),
        Succession("12", "11", SuccessionKind.MERGED, "村12", "2023-06-30"),
    }


def test_villages_of_two_townships_become_one_with_a_new_code():
    county = a_county(facility("a", "11"), facility("b", "21", "2"))
    applied(county, merge(county, ["11", "21"], village("25", "2", "新村"), "合并"))
    assert {(f.village, f.township) for f in county.facilities} == {("25", "2")}
    assert [d.name for d in present_divisions(county, "11")] == ["新村"]


def test_townships_become_one_with_their_villages():
    county = a_county(facility("a", None, "2"))
    applied(county, merge(county, ["1", "2"], county.division("1"), "合并"))
    assert {d.parent for d in county.divisions} == {None, "1"}
    assert county.facility("a").township == "1"


def test_an_area_is_not_known_where_one_of_the_parts_has_none():
    county = a_county(area("11", 0))
    applied(county, merge(county, ["11", "12"], county.division("11"), "合并"))
    assert county.boundary("11") is None


def test_a_point_of_its_own_is_kept():
    placed = village("31", "2", longitude=105.5, latitude=29.5)
    county = a_county(placed)
    applied(county, merge(county, ["21", "31"], placed, "合并"))
    assert county.division("31").place == (105.5, 29.5)


def test_a_new_point_lies_in_the_united_area():
    county = a_county(area("11", 0), area("12", 1))
    applied(county, merge(county, ["11", "12"], village("15"), "合并"))
    merged = county.division("15")
    assert merged.place_origin is PlaceOrigin.APPROXIMATE
    assert square(0, width=2).contains(shapely.Point(merged.place))


def test_without_areas_the_point_is_that_of_most_people():
    small = village("31", "2", longitude=105.1, latitude=29.1, population=100)
    large = village("32", "2", longitude=105.2, latitude=29.2, population=200)
    county = a_county(small, large)
    applied(county, merge(county, ["31", "32"], village("33", "2"), "合并"))
    assert county.division("33").place == (105.2, 29.2)


@pytest.mark.parametrize(
    ("codes", "into", "reason"),
    [
        (["11"], village("11"), Reason.OUT_OF_RANGE),
        (["11", "11"], village("11"), Reason.OUT_OF_RANGE),
        (["11", "12"], village("13"), Reason.DUPLICATE),  # a third one
        (["11", "12"], village("15", "9"), Reason.MISSING_REFERENCE),
        (["11", "2"], village("11"), Reason.NOT_OF_KIND),
    ],
)
def test_what_cannot_be_merged_is_refused(codes, into, reason):
    with pytest.raises(InvalidValue) as error:
        merge(a_county(), codes, into, "合并")
    assert error.value.reason is reason


def halves(county: County, **of_first) -> list[Part]:
    west = shapely.box(105, 29, 105.005, 29.01)
    east = shapely.box(105.005, 29, 105.01, 29.01)
    return [
        Part(village("11"), {2020: 500}, geojson(west), frozenset("a"), **of_first),
        Part(village("16", name="东村"), {2020: 400}, geojson(east), frozenset("b")),
    ]


def whole(*more) -> County:
    return a_county(
        people("11", 2020, 900), area("11", 0), facility("a", "11"), facility("b", "11"), *more
    )


def test_a_village_becomes_two_of_which_one_keeps_its_code():
    county = whole(accepted("11"))
    assert [f.id for f in left_to_assign(county, "11")] == ["a", "b"]
    applied(county, split(county, "11", halves(county), "拆分", date="2023-06-30"))
    assert persons(county, "11") == {2020: 500}
    assert persons(county, "16") == {2020: 400}
    assert {f.id: f.village for f in county.facilities} == {"a": "11", "b": "16"}
    assert set(county.table(Acknowledgement).values()) == {accepted("11")}
    assert set(county.table(Succession).values()) == {
        Succession("11", "16", SuccessionKind.SPLIT, "村11", "2023-06-30")
    }


def test_a_township_becomes_two():
    county = a_county(facility("a", "11"), facility("b", None), facility("c", "21", "1"))
    assert [f.id for f in left_to_assign(county, "1")] == ["b", "c"]  # a goes with its village
    parts = [
        Part(township("1"), villages=frozenset({"11"}), facilities=frozenset("c")),
        Part(township("3"), villages=frozenset({"12", "13"}), facilities=frozenset("b")),
    ]
    applied(county, split(county, "1", parts, "拆分"))
    assert [county.division(c).parent for c in ("11", "12", "13")] == ["1", "3", "3"]
    assert {f.id: f.township for f in county.facilities} == {"a": "1", "b": "3", "c": "1"}


def test_people_and_areas_given_for_no_part_are_not_known_any_more():
    county = whole()
    parts = [replace(part, people={}, area="") for part in halves(county)]
    applied(county, split(county, "11", parts, "拆分"))
    assert not county.table(DivisionPopulation)
    assert county.boundary("11") is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"people": {2020: 501}}, Reason.NOT_THE_SUM),
        ({"people": {}}, Reason.NOT_THE_SUM),  # of one part only
        ({"area": ""}, Reason.NOT_THE_SUM),
        ({"area": geojson(shapely.box(105, 29, 105.006, 29.01))}, Reason.NOT_THE_SUM),  # overlap
        ({"area": geojson(shapely.box(105, 29, 105.004, 29.01))}, Reason.NOT_THE_SUM),  # gap
        ({"facilities": frozenset()}, Reason.MISSING_REFERENCE),
        ({"division": village("16")}, Reason.DUPLICATE),
        ({"division": village("12")}, Reason.DUPLICATE),
        ({"division": township("17")}, Reason.NOT_OF_KIND),
    ],
)
def test_what_does_not_make_up_the_whole_is_refused(changed, reason):
    county = whole()
    first, second = halves(county)
    with pytest.raises(InvalidValue) as error:
        split(county, "11", [replace(first, **changed), second], "拆分")
    assert error.value.reason is reason


def test_one_part_is_no_split():
    county = whole()
    with pytest.raises(InvalidValue) as error:
        split(county, "11", halves(county)[:1], "拆分")
    assert error.value.reason is Reason.OUT_OF_RANGE


# --- properties

numbers = st.dictionaries(st.sampled_from(YEARS), st.integers(0, 5000))
CODES = ("11", "12", "13")


@st.composite
def counties(draw) -> County:
    """Villages in a row with people of some years, areas of all or some, and facilities."""
    records = []
    for column, code in enumerate(CODES):
        records += [people(code, year, n) for year, n in draw(numbers).items()]
        if draw(st.integers(0, 3)):
            records.append(area(code, column))
    for number, code in enumerate(draw(st.lists(st.sampled_from(CODES), max_size=4))):
        records.append(facility(f"f{number}", code))
    return a_county(*records)


def total(county: County, year: int) -> int | None:
    """The people of all villages of township 1; None where those of one are not known."""
    codes = [d.code for d in county.divisions if d.parent == "1"]
    known = [persons(county, code).get(year) for code in codes]
    return None if None in known else sum(n for n in known if n is not None)


def covered(county: County) -> shapely.Geometry | None:
    areas = [county.boundary(d.code) for d in county.divisions if d.parent == "1"]
    if None in areas:
        return None
    return shapely.union_all([a.area for a in areas if a is not None])


def assert_sound(county: County) -> None:
    """No reference leads nowhere, and no chain of successions comes back."""
    County().apply(Edit("读入", add(*county.records())))
    for succession in county.table(Succession).values():
        assert present_divisions(county, succession.former)


@settings(deadline=None)  # libraries are loaded when first used
@given(counties(), st.sets(st.sampled_from(CODES), min_size=2), st.sampled_from([*CODES, "19"]))
def test_a_merger_preserves_people_and_area(county, codes, into):
    if into not in codes:
        into = "19"
    years = {year: total(county, year) for year in YEARS}
    surface = covered(county)
    applied(county, merge(county, sorted(codes), village(into), "合并"))
    assert {year: total(county, year) for year in YEARS if years[year] is not None} == {
        year: n for year, n in years.items() if n is not None
    }
    if surface is not None:
        after = covered(county)
        assert after is not None
        assert after.equals(surface)
    assert_sound(county)
    assert {d.code for c in CODES for d in present_divisions(county, c)} == {
        d.code for d in county.divisions if d.parent == "1"
    }


@st.composite
def splits(draw) -> tuple[County, list[Part]]:
    """Village 11 with people and an area, and its parts: strips of its area."""
    cuts = sorted(draw(st.sets(st.integers(1, 9), min_size=1, max_size=3)))
    edges = [0, *cuts, 10]
    codes = draw(st.permutations(["11", "16", "17", "18", "19"]))[: len(edges) - 1]
    shares = {
        year: draw(st.lists(st.integers(0, 900), min_size=len(codes), max_size=len(codes)))
        for year in draw(st.sets(st.sampled_from(YEARS)))
    }
    owner = [draw(st.integers(0, len(codes) - 1)) for _ in range(draw(st.integers(0, 4)))]
    parts = [
        Part(
            village(code),
            {year: numbers[i] for year, numbers in shares.items()},
            geojson(shapely.box(105 + west / 1000, 29, 105 + east / 1000, 29.01)),
            frozenset(f"f{n}" for n, part in enumerate(owner) if part == i),
        )
        for i, (code, west, east) in enumerate(zip(codes, edges, edges[1:], strict=False))
    ]
    records = [people("11", year, sum(numbers)) for year, numbers in shares.items()]
    records += [facility(f"f{n}", "11") for n in range(len(owner))]
    return a_county(area("11", 0), *records), parts


@settings(deadline=None)  # libraries are loaded when first used
@given(splits())
def test_a_split_merged_again_gives_back_the_village(made):
    county, parts = made
    before = persons(county, "11")
    villages = {f.id: f.village for f in county.facilities}
    applied(county, split(county, "11", parts, "拆分"))
    assert_sound(county)
    for year, number in before.items():
        assert sum(persons(county, p.division.code)[year] for p in parts) == number
    applied(county, merge(county, [p.division.code for p in parts], village("11"), "合并"))
    assert_sound(county)
    assert persons(county, "11") == before
    assert {f.id: f.village for f in county.facilities} == villages
    boundary = county.boundary("11")
    assert boundary is not None
    assert boundary.area.symmetric_difference(square(0)).area < 1e-12  # square degrees: 0.01 m²
    assert [d.code for d in county.divisions] == ["1", "11", "12", "13", "2", "21"]
