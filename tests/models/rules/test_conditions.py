"""A rule may speak of some facilities only: those of a size, whose own figures say so."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from models.county import County
from models.edits import Change, Edit
from models.facility import FacilityType
from models.geography import Division, DivisionKind
from models.measure import Basis
from models.rules.evaluate import Evaluation
from models.rules.rule import TOWNSHIP_PEOPLE, Condition, RuleKind
from tests.models.rules.made_county import PLAN, a_facility, a_rule, evaluate, figure, shortfalls

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


TOWN = Division("t", "甲镇", DivisionKind.TOWN)
CENTRE = a_facility("h", FacilityType.TOWNSHIP_HEALTH_CENTRE, township="t")
SMALL, LARGE = (
    a_rule(
        RuleKind.COUNT, limit, measure="floor-area", per_facility=True, per_county=False,
        conditions=(Condition(TOWNSHIP_PEOPLE, below=below, figure=Fraction(people)),),
    )
    for limit, below, people in ((200, True, 10_000), (300, False, 9_999))
)  # fmt: skip


@pytest.mark.parametrize(("people", "needed"), [(9_999, 200), (10_000, 300)])
def test_a_rule_may_speak_of_the_facilities_of_small_townships(people, needed):
    records = CENTRE, replace(TOWN, population=people), figure("h", "floor-area", 0)
    found = {**shortfalls(SMALL, *records), **shortfalls(LARGE, *records)}
    assert found == {"h": needed}


@pytest.mark.parametrize("records", [(CENTRE, TOWN), (replace(CENTRE, township=None),)])
def test_where_the_people_of_a_township_are_not_known_the_rule_is_not_checked(records):
    found, unchecked = evaluate(SMALL, *records, figure("h", "floor-area", 0))
    assert found == []
    assert [(u.left_out, u.counted) for u in unchecked] == [(1, 1)]


def test_a_condition_that_is_blank_is_no_pass():
    rule = a_rule(
        RuleKind.COUNT, 3, measure="gps", per_facility=True, per_county=False,
        conditions=(Condition("beds", below=False, figure=Fraction(9)),),
    )  # fmt: skip
    found, unchecked = evaluate(rule, HOSPITAL, figure("h", "gps", 0))
    assert found == []
    assert [(u.left_out, u.counted) for u in unchecked] == [(1, 1)]


def test_the_people_of_a_township_are_followed():
    division = replace(TOWN, population=9_000)
    county = County([PLAN, CENTRE, division, figure("h", "floor-area", 0)])
    evaluation = Evaluation(county, PLAN, [replace(SMALL, id="s"), replace(LARGE, id="l")])
    assert [f.rule.id for f in evaluation.findings] == ["s"]
    edit = Edit("人口", (Change(division, replace(division, population=20_000)),))
    county.apply(edit)
    evaluation.update(edit)
    assert [f.rule.id for f in evaluation.findings] == ["l"]
