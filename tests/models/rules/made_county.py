"""Small counties for the tests of the kinds of rules."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from models.county import County
from models.edits import Record
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, Finding, Rule, RuleKind, Source, Unchecked

PLAN = Plan("p", "初稿", "规划", "", 2020, 2025, "")


def a_rule(kind: RuleKind, limit: str | int, **given: Any) -> Rule:
    bound = given.pop("bound", Bound.AT_LEAST)
    source = Source("规划", "一", "2022-01-01")
    return Rule("r", kind, Nature.BINDING, bound, Fraction(limit), "规则", "Rule", source, **given)


def a_facility(facility_id: str, kind: FacilityType, **given: Any) -> Facility:
    given.setdefault("name", f"机构{facility_id}")
    return Facility(facility_id, facility_type=kind, facility_class=FacilityClass.OTHER, **given)


def figure(
    facility_id: str,
    measure: str,
    value: str | int,
    basis: Basis = Basis.PLANNED,
    year: int | None = None,
) -> Allocation:
    if year is None:
        year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation("p", facility_id, measure, basis, year, Decimal(value), Origin.PLANNER)


def evaluate(rule: Rule, *records: Record) -> tuple[list[Finding], list[Unchecked]]:
    evaluation = Evaluation(County([PLAN, *records]), PLAN, [rule])
    return evaluation.findings, evaluation.unchecked


def shortfalls(rule: Rule, *records: Record) -> dict[str, int | None]:
    """By the subject of each finding."""
    found, _ = evaluate(rule, *records)
    return {finding.subject.id: finding.shortfall for finding in found}
