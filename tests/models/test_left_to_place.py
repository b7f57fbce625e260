from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from db.catalogue import load_catalogue
from db.samples import sample_records
from models.county import County
from models.facility import FacilityClass, Ownership, Scope
from models.left_to_place import bed_standard
from models.measure import Basis
from models.plan import Nature, Plan, Population, PopulationGroup, PopulationOrigin
from models.rules.rule import Bound, Rule, RuleKind, Source

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
SOURCE = Source("规划", "第一条", "2021-01-01")
RATE = Rule(
    "beds", RuleKind.RATE, Nature.EXPECTED, Bound.AT_LEAST, Fraction(6), "床位", "Beds", SOURCE,
    measure="beds", per=1000,
)  # fmt: skip
PEOPLE = Population(2020, PopulationGroup.RESIDENT, 1001, PopulationOrigin.ENTERED)


def test_what_the_plan_prints_goes_before_its_rate() -> None:
    county = County(sample_records("dazu"))
    found = bed_standard(county, county.plans[0], load_catalogue().rules("dazu"))
    assert found is not None
    assert found.rule is None
    assert {of: int(beds) for of, beds in found.beds.items()} == {
        None: 6104,
        FacilityClass.HOSPITAL: 3674,
        FacilityClass.PRIMARY_CARE: 2130,
        FacilityClass.PUBLIC_HEALTH: 300,
    }


@pytest.mark.parametrize(("bound", "beds"), [(Bound.AT_LEAST, 7), (Bound.AT_MOST, 6)])
def test_a_rate_comes_to_whole_beds_that_keep_it(bound: Bound, beds: int) -> None:
    found = bed_standard(County([PLAN, PEOPLE]), PLAN, [replace(RATE, bound=bound)])
    assert found is not None
    assert found.beds == {None: Decimal(beds)}  # exactly 6.006
    assert found.people == PEOPLE


def test_without_people_a_rate_comes_to_no_beds() -> None:
    found = bed_standard(County([PLAN]), PLAN, [RATE])
    assert found is not None
    assert (found.beds, found.rule) == ({}, RATE)


@pytest.mark.parametrize(
    "other",
    [
        lambda rule: replace(rule, measure="nurses"),
        lambda rule: replace(rule, basis=Basis.ACTUAL),
        lambda rule: replace(rule, scope=Scope(ownership=frozenset({Ownership.PUBLIC}))),
    ],
)
def test_only_a_rate_of_all_planned_beds_is_a_standard(other: Callable[[Rule], Rule]) -> None:
    assert bed_standard(County([PLAN, PEOPLE]), PLAN, [other(RATE)]) is None
