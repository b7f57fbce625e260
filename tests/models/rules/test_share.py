"""Shares of a whole, and figures per 100 of another; exact at both ends of a range."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from models.facility import FacilityType, Ownership, Scope
from models.rules.rule import Bound, Missing, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, figure, shortfalls

HOSPITAL = a_facility("h", FacilityType.GENERAL_HOSPITAL, ownership=Ownership.PUBLIC)
SPECIAL = a_facility("s", FacilityType.SPECIALIST_HOSPITAL, ownership=Ownership.PUBLIC)
ICU = a_rule(
    RuleKind.SHARE, "0.02", upper=Fraction("0.05"), bound=Bound.BETWEEN, measure="icu-beds",
    denominator="beds", per_facility=True, per_county=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("icu", "beds", "short"),
    [
        (10, 500, None),  # exactly 2 %
        (25, 500, None),  # exactly 5 %
        (9, 500, 1),
        (26, 500, 1),
        (10, 501, 1),  # 2 % of 501 is 10.02, so 11
        (0, 0, None),  # without beds there is no share
    ],
)
def test_a_share_lies_within_its_range(icu, beds, short):
    records = HOSPITAL, figure("h", "icu-beds", icu), figure("h", "beds", beds)
    assert shortfalls(ICU, *records).get("h") == short


def test_another_range_finds_otherwise():
    records = HOSPITAL, figure("h", "icu-beds", 26), figure("h", "beds", 500)
    assert shortfalls(ICU, *records) == {"h": 1}
    assert shortfalls(replace(ICU, upper=Fraction("0.052")), *records) == {}


def test_a_blank_part_is_no_pass():
    found, unchecked = evaluate(ICU, HOSPITAL, figure("h", "beds", 500))
    assert (found, [u.missing for u in unchecked]) == ([], [Missing.NO_FIGURES])


PUBLIC = Scope(ownership=frozenset({Ownership.PUBLIC}))
SPECIALIST = a_rule(
    RuleKind.SHARE, "0.15", measure="beds", denominator="beds",
    scope=Scope(types=frozenset({FacilityType.SPECIALIST_HOSPITAL})), whole=PUBLIC,
)  # fmt: skip


def test_part_and_whole_may_be_of_other_facilities():
    # 60 of 400 beds are exactly 15 %; 59 of 399 are one too few: 15 % of 399 is 59.85
    assert shortfalls(SPECIALIST, HOSPITAL, SPECIAL, figure("h", "beds", 340),
                      figure("s", "beds", 60)) == {}  # fmt: skip
    assert shortfalls(SPECIALIST, HOSPITAL, SPECIAL, figure("h", "beds", 340),
                      figure("s", "beds", 59)) == {"": 1}  # fmt: skip


def test_a_figure_per_hundred_beds():
    # 0.7 per 100 beds: 500 beds take 3.5, so 4
    rule = a_rule(
        RuleKind.RATIO, "0.7", measure="clinical-pharmacists", denominator="beds", per=100,
        per_facility=True,
    )  # fmt: skip
    beds = HOSPITAL, figure("h", "beds", 500)
    assert shortfalls(rule, *beds, figure("h", "clinical-pharmacists", 4)) == {}
    found, _ = evaluate(rule, *beds, figure("h", "clinical-pharmacists", 3))
    assert [(f.measured, f.shortfall) for f in found] == [(Fraction(6, 10), 1)] * 2
