"""All findings of a plan, kept up to date edit by edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from models.county import County
from models.edits import Edit
from models.measure import Allocation
from models.plan import Plan
from models.rules import radius, rate, ratio
from models.rules.rule import COUNTY, Finding, Rule, RuleKind, Severity, Subject, SubjectKind

Slot = tuple[str, Subject | None]  # rule id, and the subject where a rule is checked subject-wise


class Evaluation:
    """The findings of the active rules for one plan.

    `update` re-checks only what an edit can have changed: for allocations, the rules that read the
    measure, and of a ratio only the facilities touched. The findings are the same as those of a
    new Evaluation.
    """

    def __init__(self, county: County, plan: Plan, rules: Iterable[Rule]) -> None:
        self.county, self.plan = county, plan
        self.rules: Sequence[Rule] = tuple(r for r in rules if r.active)
        self._found: dict[Slot, tuple[Finding, ...]] = {}
        for rule in self.rules:
            self._check(rule)

    @property
    def findings(self) -> list[Finding]:
        """Errors first, then in the order of the rules, county before facilities, then in order."""
        place = {f.id: i for i, f in enumerate(self.county.facilities)}
        order = {rule.id: i for i, rule in enumerate(self.rules)}
        found = [finding for findings in self._found.values() for finding in findings]
        return sorted(
            found,
            key=lambda f: (
                f.severity is not Severity.ERROR,
                order[f.rule.id],
                f.subject.kind is not SubjectKind.COUNTY,
                place.get(f.subject.id, -1),
                f.subject.id,
            ),
        )

    def count(self, severity: Severity) -> int:
        return sum(f.severity is severity for found in self._found.values() for f in found)

    def of_facility(self, facility_id: str) -> list[Finding]:
        """The findings about one facility, in the order of the rules."""
        subject = Subject(SubjectKind.FACILITY, facility_id)
        return [f for rule in self.rules for f in self._found.get((rule.id, subject), ())]

    def of_county(self) -> list[Finding]:
        """The findings about the county as a whole, in the order of the rules."""
        return [f for rule in self.rules for f in self._found.get((rule.id, COUNTY), ())]

    def update(self, edit: Edit) -> None:
        """Follow an edit that the county has taken."""
        touched = [c.record for c in edit.changes if isinstance(c.record, Allocation)]
        if len(touched) < len(edit.changes):  # facilities, people, divisions or plans changed
            self.plan = self.county.plan(self.plan.id)
            self._found.clear()
            for rule in self.rules:
                self._check(rule)
            return
        cells = {
            (a.measure, a.basis, a.facility_id)
            for a in touched
            if a.plan_id == self.plan.id and a.year == self.plan.target_year
        }
        columns = {(measure, basis) for measure, basis, _ in cells}
        for rule in self.rules:
            if any(rule.reads(*column) for column in columns):
                self._check(rule, {f for m, b, f in cells if rule.reads(m, b)})

    def _check(self, rule: Rule, facility_ids: Iterable[str] | None = None) -> None:
        _CHECKS[rule.kind](self, rule, facility_ids)

    def _check_rate(self, rule: Rule, _: Iterable[str] | None) -> None:
        self._keep((rule.id, COUNTY), rate.check(rule, self.county, self.plan))

    def _check_ratio(self, rule: Rule, facility_ids: Iterable[str] | None) -> None:
        self._keep((rule.id, COUNTY), ratio.check_county(rule, self.county, self.plan))
        if facility_ids is None:
            facility_ids = [f.id for f in self.county.facilities]
        for facility_id in facility_ids:
            facility = self.county.facility(facility_id)
            finding = ratio.check_facility(rule, self.county, self.plan, facility)
            self._keep((rule.id, Subject(SubjectKind.FACILITY, facility_id)), finding)

    def _check_radius(self, rule: Rule, _: Iterable[str] | None) -> None:
        self._found[(rule.id, None)] = tuple(radius.check(rule, self.county, self.plan))

    def _keep(self, slot: Slot, finding: Finding | None) -> None:
        if finding is None:
            self._found.pop(slot, None)
        else:
            self._found[slot] = (finding,)


_CHECKS: dict[RuleKind, Callable[[Evaluation, Rule, Iterable[str] | None], None]] = {
    RuleKind.RATE: Evaluation._check_rate,
    RuleKind.RATIO: Evaluation._check_ratio,
    RuleKind.RADIUS: Evaluation._check_radius,
}
