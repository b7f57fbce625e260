"""The share of facilities that have a department; a blank one may have it or not."""

from __future__ import annotations

import pytest

from models.facility import FacilityType
from models.rules.rule import Missing, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, figure

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
