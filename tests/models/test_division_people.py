"""People of divisions as typed, and sums held against each other."""

from __future__ import annotations

import pytest

from models.division_merging import UNDATED
from models.division_people import (
    PeopleCell,
    SumOfParts,
    parse_persons,
    people_changes,
    people_years,
    persons_of,
    residents_in,
    sum_of_parts,
)
from models.edits import Edit
from models.errors import BadCells, Reason
from models.plan import Population, PopulationGroup, PopulationOrigin
from tests.models.divided_county import a_county, people, township, village


def cell(code: str | None, year: int = 2020) -> PeopleCell:
    return PeopleCell(1, "2020", code, year)


def test_people_are_read_as_people_write_them():
    assert parse_persons("１，２３４ ") == 1234
    assert parse_persons("0") == 0
    assert parse_persons(" ") is None


def test_a_typed_number_is_entered_and_keeps_its_source():
    county = a_county(people("11", 2020, 900, "年鉴"))
    county.apply(Edit("填写", people_changes(county, [(cell("11"), "905"), (cell("12"), "0")])))
    assert county.people(county.division("11"), 2020) == people("11", 2020, 905, "年鉴")
    assert county.people(county.division("12"), 2020) == people("12", 2020, 0, "")


def test_a_source_that_is_given_is_kept():
    county = a_county(people("11", 2020, 900, "年鉴"))
    county.apply(Edit("粘贴", people_changes(county, [(cell("11"), "905")], "公安局")))
    assert county.people(county.division("11"), 2020) == people("11", 2020, 905, "公安局")


def test_blank_takes_the_number_away_and_is_not_zero():
    county = a_county(people("11", 2020, 900))
    county.apply(Edit("清除", people_changes(county, [(cell("11"), "")])))
    assert persons_of(county, county.division("11"), 2020) is None


def test_the_same_number_changes_nothing():
    county = a_county(people("11", 2020, 900))
    assert people_changes(county, [(cell("11"), "900"), (cell("12"), "")]) == ()


def test_a_number_without_a_year_is_the_divisions_own():
    county = a_county(village("14", population=50, population_note="示意"))
    county.apply(Edit("填写", people_changes(county, [(cell("14", UNDATED), "60")])))
    assert persons_of(county, county.division("14"), UNDATED) == 60
    assert county.division("14").population_note == "示意"
    county.apply(Edit("清除", people_changes(county, [(cell("14", UNDATED), "")])))
    assert county.division("14").population_note == ""


def test_one_bad_text_refuses_all():
    texts = [(cell("11"), "900"), (cell("12"), "很多"), (cell("13"), "-1"), (cell(None), "5")]
    with pytest.raises(BadCells) as error:
        people_changes(a_county(), texts)
    reasons = [c.reason for c in error.value.cells]
    assert reasons == [Reason.NOT_A_NUMBER, Reason.NEGATIVE, Reason.READ_ONLY]


def test_the_years_known_are_in_order():
    assert people_years(a_county(people("11", 2021, 1), people("12", 2019, 1))) == [2019, 2021]


def test_villages_are_held_against_their_township():
    county = a_county(people("11", 2020, 900), people("12", 2020, 700))
    parts = [county.division("11"), county.division("12")]
    assert sum_of_parts(county, 1500, parts, 2020) == SumOfParts(1500, 1600, 0)
    assert SumOfParts(1500, 1600, 0).difference == 100
    with_unknown = sum_of_parts(county, 1500, [*parts, county.division("13")], 2020)
    assert (with_unknown.persons, with_unknown.unknown, with_unknown.difference) == (1600, 1, None)
    assert sum_of_parts(county, 1500, parts, 2021) == SumOfParts(1500, None, 2)
    assert SumOfParts(None, 1600, 0).difference is None


def test_the_countys_residents_are_those_of_that_very_year():
    resident = Population(2020, PopulationGroup.RESIDENT, 5000, PopulationOrigin.PUBLISHED)
    county = a_county(resident, township("3"))
    assert residents_in(county, 2020) == 5000
    assert residents_in(county, 2021) is None
