"""People of later years: exact growth, rounded half up once for each year."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.county import County
from models.edits import Edit
from models.errors import InvalidValue, Reason
from models.plan import Population, PopulationGroup, PopulationOrigin
from models.population_projection import parse_growth, projected, projection_changes

GROUP = PopulationGroup.RESIDENT
BASE = Population(2020, GROUP, 834_600, PopulationOrigin.PUBLISHED, "公报")


@pytest.mark.parametrize(
    ("text", "unit", "growth"),
    [
        ("0.35", "%", "0.0035"),
        ("3.5", "‰", "0.0035"),
        ("3.5‰", "%", "0.0035"),  # its own sign goes first
        ("-0.35", "%", "-0.0035"),
        ("−1", "%", "-0.01"),
        ("+2", "%", "0.02"),
        ("0", "%", "0"),
    ],
)
def test_a_rate_is_read_exactly(text: str, unit: str, growth: str) -> None:
    assert parse_growth(text, unit) == Fraction(growth)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", Reason.NOT_A_NUMBER), ("many", Reason.NOT_A_NUMBER), ("≥1", Reason.NOT_A_NUMBER),
     ("-100", Reason.OUT_OF_RANGE), ("101", Reason.OUT_OF_RANGE)],
)  # fmt: skip
def test_what_is_no_rate_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(InvalidValue) as caught:
        parse_growth(text, "%")
    assert caught.value.reason is reason


def test_each_year_is_the_base_times_the_power_rounded_once() -> None:
    people = projected(BASE, Fraction(35, 10_000), "%", 2022)
    # 834,600 × 1.0035 = 837,521.1; × 1.0035² = 840,452.42… (from 837,521 it would be 840,452.32)
    assert [(p.year, p.persons) for p in people] == [(2021, 837_521), (2022, 840_452)]
    assert {p.origin for p in people} == {PopulationOrigin.PROJECTED}
    assert people[1].source == "2020 年 × (1+0.35%)^2"


def test_halves_go_up_and_rounding_does_not_pile_up() -> None:
    base = Population(2020, GROUP, 30, PopulationOrigin.ENTERED)
    people = projected(base, Fraction(5, 100), "%", 2022)
    # 31.5 → 32; 30 × 1.1025 = 33.075 → 33 (32 × 1.05 = 33.6 would be 34)
    assert [p.persons for p in people] == [32, 33]


def test_a_fall_is_written_with_its_sign() -> None:
    people = projected(BASE, Fraction(-12, 1000), "‰", 2021)
    assert people[0].persons == 824_585  # 834,600 × 0.988 = 824,584.8
    assert people[0].source == "2020 年 × (1−12‰)^1"


@pytest.mark.parametrize("last", [2020, 2019, 2101])
def test_the_last_year_lies_after_the_base(last: int) -> None:
    with pytest.raises(InvalidValue):
        projected(BASE, Fraction(0), "%", last)


def test_nobody_left_is_refused() -> None:
    one = Population(2020, GROUP, 1, PopulationOrigin.ENTERED)
    with pytest.raises(InvalidValue):
        projected(one, Fraction(-90, 100), "%", 2021)


def test_typed_years_stay_and_projected_ones_are_set_again() -> None:
    typed = Population(2021, GROUP, 840_000, PopulationOrigin.ENTERED)
    county = County([BASE, typed])
    first = projection_changes(county, projected(BASE, Fraction(1, 100), "%", 2022))
    county.apply(Edit("预测", first))
    assert [c.record.key for c in first] == [(2022, GROUP)]
    again = projection_changes(county, projected(BASE, Fraction(2, 100), "%", 2022))
    assert [(c.before is not None, c.record.key) for c in again] == [(True, (2022, GROUP))]
    assert projection_changes(county, projected(BASE, Fraction(1, 100), "%", 2022)) == ()
