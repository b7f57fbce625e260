"""What is new, gone or other between two lists of findings."""

from __future__ import annotations

from models.facility import FacilityType
from models.rules.finding_changes import FindingChangeKind, finding_changes
from models.rules.rule import RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, figure

RULE = a_rule(RuleKind.COUNT, 100, measure="beds", per_facility=True, per_county=False)
FACILITIES = [a_facility(i, FacilityType.CLINIC, order=n) for n, i in enumerate("abc")]


def found(**beds):
    return evaluate(RULE, *FACILITIES, *(figure(i, "beds", n) for i, n in beds.items()))[0]


def test_findings_are_told_apart_by_rule_and_subject():
    before, after = found(a=90, b=80, c=100), found(a=100, b=70, c=60)
    changes = [(c.kind, c.finding.subject.id) for c in finding_changes(before, after)]
    assert changes == [
        (FindingChangeKind.NEW, "c"),
        (FindingChangeKind.CHANGED, "b"),
        (FindingChangeKind.GONE, "a"),
    ]
    assert finding_changes(after, after) == []
