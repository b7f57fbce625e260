"""All findings of a plan, kept up to date edit by edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from models.county import County
from models.edits import Edit
from models.measure import Allocation, Basis
from models.plan import Plan
from models.rules import radius, rate, ratio
from models.rules.rule import COUNTY, Finding, Measurement, Rule, RuleKind, Severity
from models.rules.sums import CountySums

_Cells = Mapping[tuple[str, Basis, int], set[str]]  # facilities by measure, basis, year


class Evaluation:
    """The findings of the active rules for one plan.

    `update` re-checks only what an edit can have changed: for allocations, the rules that read the
    measure, and of a ratio only the facilities touched, whatever the number of facilities. The
    findings are the same as those of a new Evaluation; one that has not changed is the same object.
    """

    def __init__(self, county: County, plan: Plan, rules: Iterable[Rule]) -> None:
        self.county, self.plan = county, plan
        self.rules: Sequence[Rule] = tuple(r for r in rules if r.active)
        self._check_all()

    @property
    def findings(self) -> list[Finding]:
        """Errors first, then in the order of the rules, county before facilities, then in order."""
        by_severity = sorted(self.rules, key=lambda rule: rule.severity is not Severity.ERROR)
        return list(chain.from_iterable(self._in_order(rule) for rule in by_severity))

    def count(self, severity: Severity) -> int:
        return sum(len(self._found[r.id]) for r in self.rules if r.severity is severity)

    def of_facility(self, facility_id: str) -> list[Finding]:
        """The findings about one facility, in the order of the rules."""
        return self._about(facility_id)

    def of_county(self) -> list[Finding]:
        """The findings about the county as a whole, in the order of the rules."""
        return self._about(COUNTY.id)

    def failing(self, rule: Rule) -> int:
        """How many facilities, or population points, do not meet the rule by themselves."""
        found = self._found.get(rule.id, {})
        return len(found) - (COUNTY.id in found)

    def measure(self, rule: Rule, basis: Basis, year: int) -> Measurement:
        """What a rate or ratio rule measures for the county, on any basis and year.

        The sums are made when they are first asked for, and follow the edits from then on.
        """
        key = (rule.id, basis, year)
        if key not in self._sums:
            self._sums[key] = CountySums(rule, self.county, self.plan, basis, year)
        return self._sums[key].measurement

    def update(self, edit: Edit) -> None:
        """Follow an edit that the county has taken."""
        touched = [c.record for c in edit.changes if isinstance(c.record, Allocation)]
        if len(touched) < len(edit.changes):  # facilities, people, divisions or plans changed
            self.plan = self.county.plan(self.plan.id)
            self._check_all()
            return
        cells: defaultdict[tuple[str, Basis, int], set[str]] = defaultdict(set)
        for allocation in touched:
            if allocation.plan_id == self.plan.id:
                column = (allocation.measure, allocation.basis, allocation.year)
                cells[column].add(allocation.facility_id)
        self._follow(cells)

    def _follow(self, cells: _Cells) -> None:
        for sums in self._sums.values():
            for column, facility_ids in cells.items():
                if sums.reads(*column):
                    sums.follow(facility_ids)
        for rule in self.rules:
            touched = [
                facility_ids
                for (measure, basis, year), facility_ids in cells.items()
                if year == self.plan.target_year and rule.reads(measure, basis)
            ]
            if touched:
                self._check_county(rule)
                self._check_facilities(rule, set().union(*touched))

    def _check_all(self) -> None:
        self._sums: dict[tuple[str, Basis, int], CountySums] = {}
        # By rule id and the id of the subject; those of a rule are all of one sort of subject,
        # beside the county.
        self._found: dict[str, dict[str, Finding]] = {rule.id: {} for rule in self.rules}
        self._ordered: dict[str, list[Finding]] = {}
        for rule in self.rules:
            if rule.kind is RuleKind.RADIUS:
                for found in radius.check(rule, self.county, self.plan):
                    self._found[rule.id][found.subject.id] = found
            else:
                self._check_county(rule)
                self._check_facilities(rule, (f.id for f in self.county.facilities))

    def _check_county(self, rule: Rule) -> None:
        if rule.kind is RuleKind.RATE or rule.per_county:
            measured = self.measure(rule, rule.basis, self.plan.target_year)
            self._keep(rule, COUNTY.id, rate.finding(measured))

    def _check_facilities(self, rule: Rule, facility_ids: Iterable[str]) -> None:
        if rule.kind is not RuleKind.RATIO or not rule.per_facility:
            return
        for facility_id in facility_ids:
            facility = self.county.facility(facility_id)
            found = ratio.check_facility(rule, self.county, self.plan, facility)
            self._keep(rule, facility_id, found)

    def _keep(self, rule: Rule, subject_id: str, finding: Finding | None) -> None:
        of_rule = self._found[rule.id]
        if of_rule.get(subject_id) == finding:
            return
        if finding is None:
            del of_rule[subject_id]
        else:
            of_rule[subject_id] = finding
        self._ordered.pop(rule.id, None)

    def _about(self, subject_id: str) -> list[Finding]:
        found = (self._found[rule.id].get(subject_id) for rule in self.rules)
        return [finding for finding in found if finding is not None]

    def _in_order(self, rule: Rule) -> list[Finding]:
        """The findings of one rule: the county, the facilities in order; points by their code."""
        if rule.id not in self._ordered:
            of_rule = self._found[rule.id]
            if rule.kind is RuleKind.RADIUS:
                ids = sorted(of_rule)
            else:
                ids = [COUNTY.id, *(f.id for f in self.county.facilities)]
            self._ordered[rule.id] = [of_rule[i] for i in ids if i in of_rule]
        return self._ordered[rule.id]
