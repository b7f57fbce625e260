"""Following an edit gives the findings of a full evaluation, in a stable order."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from models.county import County
from models.edits import Change, Edit, add
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, Rule, RuleKind, Severity, Source, SubjectKind

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
SOURCE = Source("d", "c", "2021")
STAFF = Rule("staff", RuleKind.RATIO, Nature.EXPECTED, Bound.AT_LEAST, Fraction(2), "", "", SOURCE,
             measure="health-personnel", denominator="beds", per_facility=True)  # fmt: skip
RADIUS = Rule(
    "radius", RuleKind.RADIUS, Nature.EXPECTED, Bound.AT_MOST, Fraction(9), "", "", SOURCE
)
NURSES = replace(STAFF, id="nurses", measure="nurses", nature=Nature.BINDING)


def cell(facility: str, measure: str, value: int) -> Allocation:
    return Allocation("p", facility, measure, Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER)


def a_county() -> County:
    facilities = [
        Facility(i, i, FacilityClass.HOSPITAL, FacilityType.CLINIC, order=n)
        for n, i in enumerate("ab")
    ]
    return County([PLAN, *facilities, cell("a", "beds", 10), cell("b", "beds", 10)])


def step(county: County, evaluation: Evaluation, *changes: Change) -> None:
    edit = Edit("", changes)
    county.apply(edit)
    evaluation.update(edit)
    assert evaluation.findings == Evaluation(county, county.plan("p"), evaluation.rules).findings


def test_findings_follow_edits_of_figures_facilities_and_plan():
    county = a_county()
    evaluation = Evaluation(county, PLAN, [STAFF, NURSES])
    assert evaluation.findings == []
    step(county, evaluation, *add(cell("a", "health-personnel", 5)))
    assert len(evaluation.findings) == 2
    step(county, evaluation, *add(cell("b", "nurses", 1)))
    step(county, evaluation, Change(cell("a", "beds", 10), cell("a", "beds", 2)))
    assert [f.rule.id for f in evaluation.of_facility("a")] == []
    step(county, evaluation, Change(PLAN, replace(PLAN, target_year=2026)))
    assert evaluation.findings == []


def test_errors_come_first_and_the_county_before_its_facilities():
    county = a_county()
    evaluation = Evaluation(county, PLAN, [STAFF, NURSES])
    step(county, evaluation, *add(cell("b", "health-personnel", 5), cell("a", "nurses", 1)))
    found = [(f.severity, f.subject.kind) for f in evaluation.findings]
    assert found == [
        (Severity.ERROR, SubjectKind.COUNTY),
        (Severity.ERROR, SubjectKind.FACILITY),
        (Severity.WARNING, SubjectKind.COUNTY),
        (Severity.WARNING, SubjectKind.FACILITY),
    ]
    assert evaluation.count(Severity.ERROR) == 2


def test_a_rule_that_is_not_active_finds_nothing():
    county = a_county()
    county.apply(Edit("", add(cell("a", "health-personnel", 5))))
    assert Evaluation(county, PLAN, [replace(STAFF, active=False)]).findings == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"address": "一路", "note": "备注", "consortium": "医共体"}, {}),
        ({"longitude": 105.7, "latitude": 29.7}, {RuleKind.RADIUS: {"a", "b"}}),
        ({"grade": "二级"}, {RuleKind.RATIO: {"a"}, RuleKind.RADIUS: {"a", "b"}}),
    ],
)
def test_a_change_of_a_facility_concerns_only_the_rules_that_read_it(monkeypatch, given, expected):
    """Of a rule of figures only the facility itself."""
    county = a_county()
    evaluation = Evaluation(county, PLAN, [STAFF, RADIUS])
    checked = {}
    check = Evaluation._check_figures

    def recording(self, rule, facility_ids):
        checked[rule.kind] = set(facility_ids)
        check(self, rule, checked[rule.kind])

    monkeypatch.setattr(Evaluation, "_check_figures", recording)
    before = county.facility("a")
    edit = Edit("", (Change(before, replace(before, **given)),))
    county.apply(edit)
    evaluation.update(edit)
    assert checked == expected
