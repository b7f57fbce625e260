"""A rule may speak of some facilities only: those of a size, whose own figures say so."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.facility import FacilityType
from models.measure import Basis
from models.rules.rule import Condition, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, figure, shortfalls

HOSPITAL = a_facility("h", FacilityType.GENERAL_HOSPITAL)
MIDDLE = a_rule(
    RuleKind.RATIO, "0.88", measure="health-technical-staff", denominator="beds",
    per_facility=True, per_county=False,
    conditions=(
        Condition("beds", below=False, figure=Fraction(99), basis=Basis.PLANNED),
        Condition("beds", below=True, figure=Fraction(500), basis=Basis.PLANNED),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("beds", "short"),
    [(99, None), (100, 88), (499, 440), (500, None)],  # 0.88 × 499 = 439.12, so 440
)
def test_the_norm_of_a_size_holds_from_100_to_499_beds(beds, short):
    records = HOSPITAL, figure("h", "beds", beds), figure("h", "health-technical-staff", 0)
    assert shortfalls(MIDDLE, *records).get("h") == short


def test_a_facility_of_another_size_is_not_left_out():
    small = HOSPITAL, figure("h", "beds", 50)
    _, unchecked = evaluate(MIDDLE, *small)
    assert [(u.missing.value, u.counted) for u in unchecked] == [("no-facilities", 0)]
    middle = HOSPITAL, figure("h", "beds", 200)
    _, unchecked = evaluate(MIDDLE, *middle)
    assert [(u.missing.value, u.left_out) for u in unchecked] == [("no-figures", 1)]
