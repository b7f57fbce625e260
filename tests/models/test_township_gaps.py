"""What each township has and lacks, by its own facilities and people."""

from __future__ import annotations

from models.county import County
from models.facility import FacilityType
from models.geography import Division, DivisionKind
from models.plan import PopulationGroup
from models.rules.rule import RuleKind
from models.township_gaps import township_gaps
from tests.models.rules.made_county import PLAN, a_facility, a_rule, figure

HOSPITAL = FacilityType.GENERAL_HOSPITAL
TOWNS = (
    Division("t1", "甲镇", DivisionKind.TOWN, population=20_001),
    Division("t2", "乙镇", DivisionKind.TOWN),
)
COUNTY = County(
    [
        PLAN,
        *TOWNS,
        a_facility("a", HOSPITAL, township="t1"),
        a_facility("b", HOSPITAL, township="t2"),
        a_facility("c", HOSPITAL),
        figure("a", "beds", 100),
        figure("b", "beds", 50),
        figure("c", "beds", 7),
        figure("a", "nurses", 57),
    ]
)


def test_a_rate_by_township_needs_its_people() -> None:
    found = township_gaps(a_rule(RuleKind.RATE, 6, measure="beds", per=1000), COUNTY, PLAN)
    # 6 × 20,001 ÷ 1,000 = 120.006, in whole beds 121
    assert [(r.name, r.have, r.gap) for r in found.rows] == [("甲镇", 100, 21), ("乙镇", 50, None)]
    assert found.elsewhere == 7


def test_a_ratio_by_township_needs_both_figures() -> None:
    rule = a_rule(RuleKind.RATIO, "0.58", measure="nurses", denominator="beds")
    found = township_gaps(rule, COUNTY, PLAN)
    assert [(r.have, r.gap) for r in found.rows] == [(57, 1), (0, None)]  # 58 of 100 beds


def test_children_of_a_township_are_not_known() -> None:
    rule = a_rule(RuleKind.RATE, 1, measure="beds", per=1000, population=PopulationGroup.CHILDREN)
    assert {row.gap for row in township_gaps(rule, COUNTY, PLAN).rows} == {None}
