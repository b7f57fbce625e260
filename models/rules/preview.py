"""Which records a rule speaks of, and what it would find if it were stated otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from models.county import County
from models.coverage import population_points
from models.facility import Facility, FacilityStatus
from models.geography import Division
from models.plan import Plan, Project
from models.rules import departments
from models.rules.evaluate import Evaluation
from models.rules.presence import divisions_of
from models.rules.rule import Finding, Rule, RuleKind, Unchecked


@dataclass(frozen=True)
class Touched:
    """The facilities, divisions and projects that a rule counts or holds against its limit."""

    facilities: tuple[Facility, ...] = ()
    divisions: tuple[Division, ...] = ()
    projects: tuple[Project, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What a rule finds now and would find; findings are told apart by what they are about.

    `changed` are findings, as they would be, whose figures differ from those of now. `unchecked` is
    what would not be computed.
    """

    touched: Touched
    now: tuple[Finding, ...]
    then: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]

    @property
    def new(self) -> tuple[Finding, ...]:
        before = {finding.subject for finding in self.now}
        return tuple(f for f in self.then if f.subject not in before)

    @property
    def gone(self) -> tuple[Finding, ...]:
        after = {finding.subject for finding in self.then}
        return tuple(f for f in self.now if f.subject not in after)

    @property
    def changed(self) -> tuple[Finding, ...]:
        before = {finding.subject: _figures(finding) for finding in self.now}
        return tuple(
            f for f in self.then if f.subject in before and before[f.subject] != _figures(f)
        )


def preview(county: County, plan: Plan, before: Rule | None, after: Rule | None) -> Preview:
    """What a rule finds as it stands, and as it is to stand. None, or not active: nothing."""
    now, then = (Evaluation(county, plan, [r] if r else []) for r in (before, after))
    rule = after or before
    return Preview(
        Touched() if rule is None else touched(rule, county, plan),
        tuple(now.findings),
        tuple(then.findings),
        tuple(then.unchecked),
    )


def touched(rule: Rule, county: County, plan: Plan) -> Touched:
    """What a rule speaks of, in the order of the county."""
    ids = county.facility_ids(rule.scope)
    in_scope = tuple(f for f in county.facilities if f.id in ids)
    staying = tuple(f for f in in_scope if f.status is not FacilityStatus.TO_CLOSE)
    match rule.kind:
        case RuleKind.INVESTMENT | RuleKind.DATES:
            return Touched(projects=tuple(county.projects(plan.id)))
        case RuleKind.PRESENCE:
            return Touched(staying, tuple(divisions_of(rule, county)))
        case RuleKind.DEPARTMENTS:
            return Touched(tuple(departments.counted(rule, county, plan)))
        case RuleKind.RADIUS:
            sites = tuple(f for f in staying if f.emergency_site)
            return Touched(sites, _points(rule, county))
        case RuleKind.TRAVEL_TIME:
            return Touched(staying, _points(rule, county))
        case _:
            return Touched(in_scope)


def _points(rule: Rule, county: County) -> tuple[Division, ...]:
    """The population points that a radius or travel-time rule holds against its limit."""
    points = population_points(county)
    return tuple(d for d in points if rule.urban is None or d.urban is rule.urban)


def _figures(finding: Finding) -> tuple[object, ...]:
    return (finding.measured, finding.limit, finding.shortfall, finding.severity)
