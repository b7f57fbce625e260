"""Trials beside a county: what they would change, and that the county itself stays."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from models.county import County
from models.coverage_question import Question, answer, asked_places
from models.edits import Change, Edit
from models.errors import Conflict
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, Scope
from models.geography import Division, DivisionKind
from models.plan import Nature
from models.rules.rule import Bound, Rule, RuleKind, Source
from models.what_if import WhatIf

CLINIC = Facility(
    "a",
    "甲室",
    FacilityClass.PRIMARY_CARE,
    FacilityType.VILLAGE_CLINIC,
    longitude=105.0,
    latitude=30.0,
)
TRIAL = replace(CLINIC, id="t", name="试设", status=FacilityStatus.PLANNED, longitude=105.5)
WEST = Division("1", "西村", DivisionKind.TOWN, None, False, 105.0, 30.0, None, 700)
EAST = Division("2", "东村", DivisionKind.TOWN, None, False, 105.5, 30.0, None, 300)
COUNTY = County([WEST, EAST, CLINIC])
QUESTION = Question(Fraction(1000), Scope(types=frozenset({FacilityType.VILLAGE_CLINIC})))
RULE = Rule(
    "", RuleKind.RADIUS, Nature.EXPECTED, Bound.AT_MOST, Fraction(1000), "问", "asked",
    Source("", "", ""),
)  # fmt: skip


def covered(county: County) -> int | None:
    return answer(asked_places(county, QUESTION), RULE).covered_population


def test_a_trial_facility_covers_people_and_the_county_stays_as_it_is() -> None:
    assert covered(COUNTY) == 700
    assert covered(WhatIf().trying(TRIAL, COUNTY).county(COUNTY)) == 1000
    assert covered(COUNTY) == 700
    assert WhatIf().trying(TRIAL, COUNTY).changes == (Change(None, TRIAL),)


def test_a_facility_switched_off_covers_nobody_and_is_to_close_when_kept() -> None:
    trial = WhatIf().switching_off(CLINIC, COUNTY)
    assert covered(trial.county(COUNTY)) == 0
    (change,) = trial.changes
    assert change == Change(CLINIC, replace(CLINIC, status=FacilityStatus.TO_CLOSE))


def test_a_facility_tried_twice_is_tried_as_last_said() -> None:
    moved = replace(CLINIC, longitude=105.5)
    trial = WhatIf().switching_off(CLINIC, COUNTY).trying(moved, COUNTY)
    assert trial.facilities == (moved,)
    assert covered(trial.county(COUNTY)) == 300
    assert trial.without("a") == WhatIf()


def test_a_facility_changed_elsewhere_since_makes_a_conflict() -> None:
    trial = WhatIf().switching_off(CLINIC, COUNTY)
    renamed = replace(CLINIC, name="改名室")
    later = County([WEST, EAST, renamed])
    again = trial.trying(replace(CLINIC, longitude=105.5), later)
    assert again.changes[0].before == CLINIC
    with pytest.raises(Conflict):
        later.apply(Edit("采用", again.changes))


def test_what_is_tried_as_it_is_recorded_changes_nothing() -> None:
    assert WhatIf().trying(CLINIC, COUNTY).changes == ()
