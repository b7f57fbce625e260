"""No new beds where occupancy is below 75 % and the stay above 9 days; both strictly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.facility import FacilityType
from models.measure import Basis
from models.rules.rule import Bound, Condition, Missing, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, figure, shortfalls

HOSPITAL = a_facility("h", FacilityType.GENERAL_HOSPITAL)
STOP = a_rule(
    RuleKind.STOP, 0, bound=Bound.AT_MOST, measure="beds", per_facility=True, per_county=False,
    conditions=(
        Condition("occupancy", below=True, figure=Fraction(75)),
        Condition("length-of-stay", below=False, figure=Fraction(9)),
    ),
)  # fmt: skip


def records(occupancy, stay, authorised=400, planned=450):
    given = (
        ("occupancy", occupancy, Basis.ACTUAL),
        ("length-of-stay", stay, Basis.ACTUAL),
        ("beds", authorised, Basis.AUTHORISED),
        ("beds", planned, Basis.PLANNED),
    )
    return HOSPITAL, *(figure("h", m, v, b) for m, v, b in given if v is not None)


@pytest.mark.parametrize(
    ("occupancy", "stay", "short"),
    [
        ("74.9", "9.1", 50),  # both hold: 450 planned, 400 authorised, 50 too many
        ("75", "9.1", None),  # at exactly 75 % there is no stop
        ("74.9", "9", None),  # nor at exactly 9 days
        ("80", "8", None),
    ],
)
def test_both_conditions_stop_new_beds(occupancy, stay, short):
    assert shortfalls(STOP, *records(occupancy, stay)).get("h") == short


def test_keeping_or_giving_up_beds_is_allowed():
    assert shortfalls(STOP, *records("60", "12", 400, 400)) == {}
    assert shortfalls(STOP, *records("60", "12", 400, 350)) == {}
    assert shortfalls(STOP, *records("60", "12", 400, 401)) == {"h": 1}


def test_a_blank_condition_leaves_it_open():
    found, unchecked = evaluate(STOP, *records(None, "12"))
    assert found == []
    assert [(u.missing, u.left_out) for u in unchecked] == [(Missing.SOME_BLANK, 1)]


def test_a_condition_that_fails_decides_whatever_is_blank():
    assert evaluate(STOP, *records("80", None)) == ([], [])


def test_a_stop_needs_to_know_what_is_authorised():
    found, unchecked = evaluate(STOP, *records("60", "12", authorised=None))
    assert (found, len(unchecked)) == ([], 1)
