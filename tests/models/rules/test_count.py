"""Least counts, ranges of size and county sums; exact at both ends, blank is not zero."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from models.errors import InvalidValue
from models.facility import FacilityStatus, FacilityType, Scope
from models.rules.rule import Bound, Missing, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, figure, shortfalls

HOSPITAL = a_facility("h", FacilityType.GENERAL_HOSPITAL, grade="二级甲等")
CLINIC = a_facility("c", FacilityType.CLINIC)
SIZE = a_rule(
    RuleKind.COUNT, 600, upper=Fraction(1000), bound=Bound.BETWEEN, measure="beds",
    per_facility=True, per_county=False,
    scope=Scope(types=frozenset({FacilityType.GENERAL_HOSPITAL})),
)  # fmt: skip


@pytest.mark.parametrize(
    ("beds", "short"),
    [(599, 1), (600, None), (1000, None), (1001, 1), (0, 600), (1200, 200)],
)
def test_a_size_range_holds_from_end_to_end(beds, short):
    # 600–1,000 beds: 599 is 1 too few, 1,200 is 200 too many
    assert shortfalls(SIZE, HOSPITAL, figure("h", "beds", beds)).get("h") == short


def test_the_broken_end_is_the_limit_of_the_finding():
    (low,), _ = evaluate(SIZE, HOSPITAL, figure("h", "beds", 599))
    (high,), _ = evaluate(SIZE, HOSPITAL, figure("h", "beds", 1001))
    assert (low.limit, high.limit) == (600, 1000)


def test_a_blank_is_no_finding_and_no_pass():
    found, unchecked = evaluate(SIZE, HOSPITAL, figure("h", "nurses", 5))
    assert found == []
    assert [(u.missing, u.left_out, u.counted) for u in unchecked] == [(Missing.NO_FIGURES, 1, 1)]


def test_the_blank_of_one_that_is_to_close_leaves_nothing_open():
    closing = replace(HOSPITAL, id="c", status=FacilityStatus.TO_CLOSE)
    found, unchecked = evaluate(SIZE, HOSPITAL, closing, figure("h", "beds", 700))
    assert not found
    assert not unchecked


def test_without_a_facility_in_scope_it_cannot_be_computed():
    found, unchecked = evaluate(SIZE, CLINIC)
    assert found == []
    assert [u.missing for u in unchecked] == [Missing.NO_FACILITIES]


def test_a_facility_out_of_scope_is_not_counted():
    assert (
        shortfalls(SIZE, HOSPITAL, CLINIC, figure("c", "beds", 1), figure("h", "beds", 700)) == {}
    )


INFECTIOUS = a_rule(RuleKind.COUNT, 100, measure="infectious-disease-beds")


def test_a_county_sum_is_held_against_the_least():
    # 60 + 39 = 99, one fewer than 100
    records = (HOSPITAL, CLINIC, figure("h", "infectious-disease-beds", 60))
    assert shortfalls(INFECTIOUS, *records, figure("c", "infectious-disease-beds", 39)) == {"": 1}
    assert shortfalls(INFECTIOUS, *records, figure("c", "infectious-disease-beds", 40)) == {}


def test_a_scope_may_name_grades_and_names():
    second = Scope(grades=frozenset({"二级", "三级"}))
    assert second.contains(HOSPITAL)
    assert not second.contains(CLINIC)
    assert Scope(names=frozenset({"机构h"})).contains(HOSPITAL)
    assert not Scope(names=frozenset({"机构"})).contains(HOSPITAL)


def test_exactly_means_neither_more_nor_less():
    rule = a_rule(RuleKind.COUNT, 5, measure="beds", bound=Bound.EXACTLY)
    assert shortfalls(rule, HOSPITAL, figure("h", "beds", 5)) == {}
    assert shortfalls(rule, HOSPITAL, figure("h", "beds", 4)) == {"": 1}
    assert shortfalls(rule, HOSPITAL, figure("h", "beds", 7)) == {"": 2}


FLOOR = a_rule(
    RuleKind.COUNT, 300, more=Fraction(20), measure="floor-area", denominator="beds",
    per_facility=True, per_county=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("beds", "area", "short"),
    [(15, "600", None), (15, "599.99", 1), (15, "580", 20), (16, "600", 20), (0, "300", None)],
)
def test_a_limit_rises_with_the_beds(beds, area, short):
    # 300 m² and 20 m² for each of 15 beds are 600 m²; of none 300 m²
    records = HOSPITAL, figure("h", "beds", beds), figure("h", "floor-area", area)
    assert shortfalls(FLOOR, *records).get("h") == short


def test_a_finding_of_a_limit_that_rises_tells_the_whole_limit_and_the_whole_figure():
    (found,), _ = evaluate(FLOOR, HOSPITAL, figure("h", "beds", 15), figure("h", "floor-area", 500))
    assert (found.measured, found.limit, found.shortfall) == (500, 600, 100)


@pytest.mark.parametrize("known", ["beds", "floor-area"])
def test_a_limit_that_rises_with_a_blank_is_not_known(known):
    found, unchecked = evaluate(FLOOR, HOSPITAL, figure("h", known, 500))
    assert found == []
    assert [u.left_out for u in unchecked] == [1]


def test_a_limit_rises_for_single_facilities_only():
    with pytest.raises(InvalidValue):
        a_rule(RuleKind.COUNT, 300, more=Fraction(20), denominator="beds", per_county=True)
    with pytest.raises(InvalidValue):
        a_rule(RuleKind.COUNT, 300, more=Fraction(20), per_facility=True, per_county=False)
