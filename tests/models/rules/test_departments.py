"""The share of facilities that have a department; a blank one may have it or not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from models.county import County
from models.facility import FacilityStatus, FacilityType
from models.measure import Basis
from models.rules import departments
from models.rules.rule import Missing, RuleKind
from tests.models.rules.made_county import PLAN, a_facility, a_rule, evaluate, figure

CENTRES = [a_facility(i, FacilityType.TOWNSHIP_HEALTH_CENTRE) for i in "abcde"]
SIXTY = a_rule(RuleKind.DEPARTMENTS, "0.6", measure="dept-geriatrics")


def answers(text):
    """One letter a facility: 1 has it, 0 has not, - says nothing."""
    return [
        figure(facility.id, "dept-geriatrics", int(letter))
        for facility, letter in zip(CENTRES, text, strict=True)
        if letter != "-"
    ]


@pytest.mark.parametrize(
    ("text", "short", "open_ones"),
    [
        ("11100", None, 0),  # 3 of 5 is exactly 60 %
        ("11000", 1, 0),  # 2 of 5: one more is needed
        ("00000", 3, 0),
        ("111--", None, 0),  # holds whatever the blank ones say
        ("11-00", None, 1),  # 40 % or 60 %: open
        ("1-000", 2, 0),  # 40 % at best
        ("-----", None, 5),
    ],
)
def test_the_share_holds_only_where_both_ends_do(text, short, open_ones):
    found, unchecked = evaluate(SIXTY, *CENTRES, *answers(text))
    assert [f.shortfall for f in found] == ([] if short is None else [short])
    assert [u.left_out for u in unchecked] == ([open_ones] if open_ones else [])


def test_without_facilities_it_cannot_be_computed():
    _, unchecked = evaluate(SIXTY)
    assert [u.missing for u in unchecked] == [Missing.NO_FACILITIES]


def test_one_that_is_to_close_needs_no_department():
    """Three of five have it, exactly 60 %; of the four that stay two of four are 50 %."""
    closing = replace(CENTRES[0], status=FacilityStatus.TO_CLOSE)
    found, unchecked = evaluate(SIXTY, closing, *CENTRES[1:], *answers("11100"))
    assert [(f.measured, f.shortfall) for f in found] == [(Fraction(2, 4), 1)]
    found, unchecked = evaluate(SIXTY, closing, *CENTRES[1:], *answers("-1110"))
    assert not found
    assert not unchecked  # 3 of 4, and its own blank leaves nothing open


def test_in_the_baseline_year_those_yet_to_be_built_do_not_count():
    centres = [
        replace(CENTRES[0], status=FacilityStatus.TO_CLOSE),
        CENTRES[1],
        replace(CENTRES[2], status=FacilityStatus.PLANNED),
    ]
    had = figure("a", "dept-geriatrics", 1, Basis.ACTUAL)
    rule = replace(SIXTY, basis=Basis.ACTUAL, year=2020)
    measured = departments.measure(rule, County([PLAN, *centres, had]), PLAN)
    assert (measured.value, measured.filled, measured.counted) == (Fraction(1, 2), 1, 2)
