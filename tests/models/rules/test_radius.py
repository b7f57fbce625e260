"""Findings of a radius rule."""

from __future__ import annotations

from fractions import Fraction

from models.county import County
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind
from models.measure import Basis
from models.plan import Nature, Plan
from models.rules import radius
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, Rule, RuleKind, Severity, Source, Subject, SubjectKind

RULE = Rule(
    "radius-rural",
    RuleKind.RADIUS,
    Nature.BINDING,
    Bound.AT_MOST,
    Fraction(10_000),
    "农村服务半径",
    "Rural service radius",
    Source("plan", "clause", "2022"),
    urban=False,
)
PLAN = Plan("p", "草案", "规划", "", 2020, 2025, "")
HOSPITAL = Facility(
    "h",
    "县医院",
    FacilityClass.HOSPITAL,
    FacilityType.GENERAL_HOSPITAL,
    longitude=105.7,
    latitude=29.7,
    emergency_site=True,
)
NEAR = Division("1", "近镇", DivisionKind.TOWN, None, False, 105.72, 29.7, population=10)
FAR = Division("2", "远镇", DivisionKind.TOWN, None, False, 105.9, 29.7, population=20)
UNKNOWN = Division("3", "无人口镇", DivisionKind.TOWN, None, False, 105.9, 29.8)


def test_one_finding_for_each_uncovered_point() -> None:
    found = radius.check(RULE, County([PLAN, HOSPITAL, NEAR, FAR, UNKNOWN]), PLAN).findings
    assert [f.subject for f in found] == [
        Subject(SubjectKind.DIVISION, "2"),
        Subject(SubjectKind.DIVISION, "3"),
    ]
    far, unknown = found
    assert (far.shortfall, unknown.shortfall) == (20, None)
    assert far.measured is not None
    assert 19_000 < far.measured < 20_000
    assert (far.measured * 1000).denominator == 1
    assert (far.limit, far.year, far.basis, far.measure) == (10_000, 2025, Basis.PLANNED, "")
    assert far.severity is Severity.ERROR


def test_without_a_site_the_distance_is_unknown_not_zero() -> None:
    (found,) = radius.check(RULE, County([PLAN, FAR]), PLAN).findings
    assert (found.measured, found.shortfall) == (None, 20)


def test_placing_a_site_clears_the_finding_at_once() -> None:
    county = County([PLAN, HOSPITAL, FAR])
    evaluation = Evaluation(county, PLAN, [RULE])
    assert len(evaluation.findings) == 1
    station = Facility(
        "s",
        "急救站",
        FacilityClass.PUBLIC_HEALTH,
        FacilityType.EMERGENCY_STATION,
        longitude=105.9,
        latitude=29.7,
        emergency_site=True,
    )
    edit = Edit("添加", (Change(None, station),))
    county.apply(edit)
    evaluation.update(edit)
    assert evaluation.findings == []
