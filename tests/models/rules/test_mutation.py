"""A rule of every kind that just holds is missed as soon as one of its parameters is another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from models.edits import Record
from models.facility import FacilityType, Scope
from models.geography import Division, DivisionKind
from models.measure import Basis
from models.plan import Population, PopulationGroup, PopulationOrigin, Project
from models.rules.rule import Bound, Condition, PerDivision, Rule, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, figure

HOSPITAL = a_facility("h", FacilityType.GENERAL_HOSPITAL, township="2", longitude=105.7,
                      latitude=29.7, emergency_site=True)  # fmt: skip
CENTRE = a_facility("c", FacilityType.TOWNSHIP_HEALTH_CENTRE, township="1")
CENTRES = Scope(types=frozenset({FacilityType.TOWNSHIP_HEALTH_CENTRE}))
HOSPITALS = Scope(types=frozenset({FacilityType.GENERAL_HOSPITAL}))
RESIDENTS = Population(2020, PopulationGroup.RESIDENT, 100_000, PopulationOrigin.ENTERED)
CHILDREN = Population(2020, PopulationGroup.CHILDREN, 120_000, PopulationOrigin.ENTERED)
# 0.1 degree of latitude north of the hospital: 11.1 km; at 30 km/h 22.2 minutes.
TOWN = Division("1", "甲镇", DivisionKind.TOWN, None, False, 105.7, 29.8, population=60_000)
PROJECT = Project("x", "p", 1, "", "项目", period="2021—2025", total_investment=Decimal(900),
                  period_investment=Decimal(800))  # fmt: skip
EACH: dict[str, Any] = {"per_facility": True, "per_county": False}

# 600 + 100 beds for 100,000 people are 7 per 1,000; only 600 in the hospital.
RATE = a_rule(RuleKind.RATE, 7, measure="beds", per=1000)
# 420 nurses for 600 beds are 0.7 a bed.
RATIO = a_rule(RuleKind.RATIO, "0.7", measure="nurses", denominator="beds", scope=HOSPITALS, **EACH)
# 12 of 600 beds are 2 %.
SHARE = a_rule(RuleKind.SHARE, "0.02", measure="icu-beds", denominator="beds", bound=Bound.BETWEEN,
               upper=Fraction(1, 20), **EACH)  # fmt: skip
# 12,300 m² are 300 and 20 for each of 600 beds.
COUNT = a_rule(RuleKind.COUNT, 300, more=Fraction(20), measure="floor-area", denominator="beds",
               conditions=(Condition("beds", False, Fraction(100), Basis.PLANNED),),
               **EACH)  # fmt: skip
# 60,000 people take one centre of 60,000 at most.
PRESENCE = a_rule(RuleKind.PRESENCE, 1, division=PerDivision.TOWN, scope=CENTRES,
                  people=(30_000, 60_000))  # fmt: skip
# Occupancy is not below 70 % (exactly 70), so 600 may be planned where 500 are authorised.
STOP = a_rule(RuleKind.STOP, 0, measure="beds", bound=Bound.AT_MOST,
              conditions=(Condition("occupancy", True, Fraction(70)),))  # fmt: skip
DEPARTMENTS = a_rule(RuleKind.DEPARTMENTS, "0.5", measure="dept-fever-clinic")
RADIUS = a_rule(RuleKind.RADIUS, 11_200, bound=Bound.AT_MOST, urban=False)
TRAVEL = a_rule(RuleKind.TRAVEL_TIME, 23, bound=Bound.AT_MOST, urban=False, speed=Fraction(30),
                scope=HOSPITALS)  # fmt: skip
INVESTMENT = a_rule(RuleKind.INVESTMENT, 900, measure="total-investment", bound=Bound.EXACTLY)
DATES = a_rule(RuleKind.DATES, 2025, upper=Fraction(2030), bound=Bound.BETWEEN)

RECORDS: tuple[Record, ...] = (
    HOSPITAL, CENTRE, RESIDENTS, CHILDREN, TOWN, PROJECT,
    figure("h", "beds", 600), figure("c", "beds", 100), figure("h", "beds", 500, Basis.AUTHORISED),
    figure("h", "nurses", 420), figure("c", "nurses", 60), figure("h", "icu-beds", 12),
    figure("h", "floor-area", 12_300), figure("h", "occupancy", 70, Basis.ACTUAL),
    figure("h", "dept-fever-clinic", 1), figure("c", "dept-fever-clinic", 0),
)  # fmt: skip
MUTATIONS: list[tuple[Rule, dict[str, Any]]] = [
    (RATE, {"limit": Fraction("7.001")}),
    (RATE, {"per": 900}),
    (RATE, {"population": PopulationGroup.CHILDREN}),  # 700 for 120,000
    (RATE, {"scope": HOSPITALS}),
    (RATE, {"bound": Bound.AT_MOST, "limit": Fraction("6.999")}),
    (RATIO, {"limit": Fraction("0.701")}),
    (RATIO, {"scope": CENTRES}),  # 60 for 100
    (RATIO, {"denominator": "floor-area"}),
    (SHARE, {"limit": Fraction("0.021")}),
    (SHARE, {"limit": Fraction(), "upper": Fraction("0.019")}),
    (COUNT, {"limit": Fraction(301)}),
    (COUNT, {"more": Fraction(21)}),
    (PRESENCE, {"limit": Fraction(2)}),
    (PRESENCE, {"people": (20_000, 59_999)}),
    (PRESENCE, {"scope": HOSPITALS}),  # none in the town
    (STOP, {"conditions": (Condition("occupancy", True, Fraction("70.01")),)}),
    (STOP, {"conditions": (Condition("occupancy", False, Fraction(69)),)}),
    (DEPARTMENTS, {"limit": Fraction("0.501")}),
    (DEPARTMENTS, {"scope": CENTRES}),
    (RADIUS, {"limit": Fraction(11_000)}),
    (TRAVEL, {"limit": Fraction(22)}),
    (TRAVEL, {"speed": Fraction(28)}),
    (TRAVEL, {"detour": Fraction(11, 10)}),
    (INVESTMENT, {"limit": Fraction(901)}),
    (INVESTMENT, {"measure": "period-investment"}),
    (DATES, {"limit": Fraction(2026)}),
    (DATES, {"limit": Fraction(2010), "upper": Fraction(2020)}),
]


@pytest.mark.parametrize(
    ("rule", "mutation"), MUTATIONS, ids=[f"{r.kind}-{'-'.join(m)}" for r, m in MUTATIONS]
)
def test_another_parameter_flips_the_finding(rule: Rule, mutation: dict[str, Any]) -> None:
    assert evaluate(rule, *RECORDS)[0] == []
    assert evaluate(replace(rule, **mutation), *RECORDS)[0] != []


def test_a_condition_that_no_longer_holds_takes_the_finding_away() -> None:
    """A rule that is missed by hospitals of over 100 beds says nothing of smaller ones."""
    missed = replace(COUNT, limit=Fraction(400))
    assert len(evaluate(missed, *RECORDS)[0]) == 1
    larger = replace(missed, conditions=(Condition("beds", False, Fraction(600), Basis.PLANNED),))
    assert evaluate(larger, *RECORDS)[0] == []


def test_every_kind_of_rule_is_mutated() -> None:
    assert {rule.kind for rule, _ in MUTATIONS} == set(RuleKind)
