"""All findings of a plan, kept up to date edit by edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from models.county import County
from models.edits import Change, Edit, Record
from models.facility import Facility
from models.geography import Division, DivisionPopulation
from models.layers import Boundary, Layer, RoadSpeed
from models.measure import Allocation, Basis
from models.plan import Plan, Population, Project
from models.rules import (
    count,
    dates,
    departments,
    investment,
    presence,
    radius,
    rate,
    ratio,
    stop,
    travel_time,
)
from models.rules.rule import (
    COUNTY,
    Checked,
    Finding,
    Measurement,
    Rule,
    RuleKind,
    Severity,
    Unchecked,
)
from models.rules.sums import CountySums
from models.rules.unchecked import OpenFacilities, unchecked_county

_Cells = Mapping[tuple[str, Basis, int], set[str]]  # facilities by measure, basis, year

# Kinds that hold the figures of one facility against a limit, one by one.
_OF_FACILITY: Mapping[RuleKind, Callable[[Rule, County, Plan, Facility], Finding | None]] = {
    RuleKind.RATIO: ratio.check_facility,
    RuleKind.SHARE: ratio.check_facility,
    RuleKind.COUNT: count.check_facility,
    RuleKind.STOP: stop.check_facility,
}
# Kinds that sum figures over the county.
_OF_COUNTY = frozenset({RuleKind.RATE, RuleKind.RATIO, RuleKind.SHARE, RuleKind.COUNT})
# Kinds that are checked as a whole.
_WHOLE: Mapping[RuleKind, Callable[[Rule, County, Plan], Checked]] = {
    RuleKind.DEPARTMENTS: departments.check,
    RuleKind.RADIUS: radius.check,
    RuleKind.PRESENCE: presence.check,
    RuleKind.TRAVEL_TIME: travel_time.check,
    RuleKind.INVESTMENT: investment.check,
    RuleKind.DATES: dates.check,
}
# What each kind reads beside the plan and the figures of facilities.
_PLACES: frozenset[type[Record]] = frozenset({Facility, Division, DivisionPopulation})
_READS: Mapping[RuleKind, frozenset[type[Record]]] = {
    RuleKind.RATE: frozenset({Facility, Population}),
    RuleKind.PRESENCE: _PLACES | {Boundary},
    RuleKind.RADIUS: _PLACES,
    RuleKind.TRAVEL_TIME: _PLACES | {Layer, RoadSpeed},
    RuleKind.INVESTMENT: frozenset({Project}),
    RuleKind.DATES: frozenset({Project}),
}
_FACILITIES: frozenset[type[Record]] = frozenset({Facility})
_OF_PLACES = frozenset({RuleKind.PRESENCE, RuleKind.RADIUS, RuleKind.TRAVEL_TIME})


def _read_by(rule: Rule) -> frozenset[type[Record]]:
    return _PLACES if rule.reads_townships else _READS.get(rule.kind, _FACILITIES)


def _described(facility: Facility) -> Facility:
    """A facility without what no rule reads."""
    return replace(facility, code="", consortium="", address="", source="", note="")


def _placeless(facility: Facility) -> Facility:
    return replace(facility, longitude=None, latitude=None, place_origin=None, emergency_site=False)


def _kinds_reading(change: Change) -> frozenset[RuleKind]:
    """The kinds of rules that a change of a facility concerns."""
    if not isinstance(change.before, Facility) or not isinstance(change.after, Facility):
        return frozenset(RuleKind)
    before, after = _described(change.before), _described(change.after)
    if before == after:
        return frozenset()
    return _OF_PLACES if _placeless(before) == _placeless(after) else frozenset(RuleKind)


def _stands_elsewhere(change: Change) -> bool:
    """Whether a facility that stays may stand in another place among the others."""
    before, after = change.before, change.after
    if not isinstance(before, Facility) or not isinstance(after, Facility):
        return False
    return (before.order, before.name) != (after.order, after.name)


class Evaluation:
    """The findings of the active rules for one plan, and what could not be computed.

    `update` re-checks only what an edit can have changed: for allocations, the rules that read the
    measure, and of a rule of single facilities only the facilities touched; for other records, the
    rules of the kinds that read them. Of a facility that is moved, these are those of places, and
    of one whose address or note is another, none; the rules of figures check that facility only,
    the others all that they apply to. The findings are the same as those of a new Evaluation;
    one that has not changed is the same object.
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

    @property
    def unchecked(self) -> list[Unchecked]:
        """What could not be computed, in the order of the rules: never a pass."""
        return list(chain.from_iterable(self._unchecked[rule.id] for rule in self.rules))

    def count(self, severity: Severity) -> int:
        return sum(len(self._found[r.id]) for r in self.rules if r.severity is severity)

    def of_facility(self, facility_id: str) -> list[Finding]:
        """The findings about one facility, in the order of the rules."""
        return self._about(facility_id)

    def of_county(self) -> list[Finding]:
        """The findings about the county as a whole, in the order of the rules."""
        return self._about(COUNTY.id)

    def of_rule(self, rule: Rule) -> list[Finding]:
        """The findings of one rule: the county, the facilities in order, or as the kind orders."""
        return self._in_order(rule)

    def unchecked_of(self, rule: Rule) -> tuple[Unchecked, ...]:
        """What could not be computed of one rule."""
        return self._unchecked.get(rule.id, ())

    def failing(self, rule: Rule) -> int:
        """How many facilities, or population points, do not meet the rule by themselves."""
        found = self._found.get(rule.id, {})
        return len(found) - (COUNTY.id in found)

    def measure(self, rule: Rule, basis: Basis, year: int) -> Measurement:
        """What a rule of figures measures for the county, on any basis and year.

        The sums are made when they are first asked for, and follow the edits from then on.
        """
        if rule.kind is RuleKind.DEPARTMENTS:
            return departments.measure(rule, self.county, self.plan)
        if rule.whole is not None:
            return ratio.measure_county(rule, self.county, self.plan, basis, year)
        key = (rule.id, basis, year)
        if key not in self._sums:
            self._sums[key] = CountySums(rule, self.county, self.plan, basis, year)
        return self._sums[key].measurement

    def update(self, edit: Edit) -> None:
        """Follow an edit that the county has taken."""
        types = {type(change.record) for change in edit.changes}
        if Plan in types:
            self.plan = self.county.plan(self.plan.id)
            self._check_all()
            return
        cells: defaultdict[tuple[str, Basis, int], set[str]] = defaultdict(set)
        for change in edit.changes:
            allocation = change.record
            if isinstance(allocation, Allocation) and allocation.plan_id == self.plan.id:
                column = (allocation.measure, allocation.basis, allocation.year)
                cells[column].add(allocation.facility_id)
        whole, facility_ids = self._read_facilities(edit)
        others = types - {Facility}
        anew = {r.id for r in self.rules if others & _read_by(r) or r.kind in whole}
        self._follow(cells, facility_ids, anew)

    def _read_facilities(self, edit: Edit) -> tuple[set[RuleKind], set[str]]:
        """The kinds that are checked as a whole after what the edit did to facilities, and the
        facilities that the others check again."""
        whole: set[RuleKind] = set()
        facility_ids: set[str] = set()
        for change in edit.changes:
            facility = change.record
            if not isinstance(facility, Facility):
                continue
            kinds = _kinds_reading(change)
            whole |= kinds & _WHOLE.keys()
            if kinds - _OF_PLACES:
                facility_ids.add(facility.id)
            if _stands_elsewhere(change):
                self._ordered.clear()
        return whole, facility_ids

    def _follow(self, cells: _Cells, facility_ids: set[str], anew: set[str]) -> None:
        """Check rules anew, and the others for the facilities touched, by themselves or by a
        figure."""
        for sums in self._sums.values():
            sums.follow(facility_ids)
            for column, with_figures in cells.items():
                if sums.reads(*column):
                    sums.follow(with_figures)
        for rule in self.rules:
            if rule.id in anew:
                self._check(rule)
                continue
            touched = [
                with_figures
                for (measure, basis, year), with_figures in cells.items()
                if rule.reads(measure, basis) and self._is_of_year(rule, year)
            ]
            if facility_ids and rule.kind not in _WHOLE:
                touched.append(facility_ids)
            if touched:
                self._check_figures(rule, set().union(*touched))

    def _is_of_year(self, rule: Rule, year: int) -> bool:
        """Conditions read the baseline year too."""
        return bool(rule.conditions) or year == rule.year_in(self.plan)

    def _check_all(self) -> None:
        self._sums: dict[tuple[str, Basis, int], CountySums] = {}
        # By rule id and the id of the subject; those of a rule are all of one sort of subject,
        # beside the county.
        self._found: dict[str, dict[str, Finding]] = {rule.id: {} for rule in self.rules}
        self._unchecked: dict[str, tuple[Unchecked, ...]] = {}
        self._open: dict[str, OpenFacilities] = {}
        self._ordered: dict[str, list[Finding]] = {}
        for rule in self.rules:
            self._check(rule)

    def _check(self, rule: Rule) -> None:
        """Check a rule anew for all it applies to."""
        before = self._found[rule.id]
        self._found[rule.id] = {}
        self._ordered.pop(rule.id, None)
        self._open.pop(rule.id, None)
        self._check_figures(rule, (f.id for f in self.county.facilities))
        kept = self._found[rule.id]
        for subject_id, finding in kept.items():
            if before.get(subject_id) == finding:
                kept[subject_id] = before[subject_id]

    def _check_figures(self, rule: Rule, facility_ids: Iterable[str]) -> None:
        """Check a rule again after these facilities or their figures have changed."""
        if rule.kind in _WHOLE:
            self._keep_checked(rule, _WHOLE[rule.kind](rule, self.county, self.plan))
            return
        year = rule.year_in(self.plan)
        measured = None
        if rule.kind in _OF_COUNTY and (rule.kind is RuleKind.RATE or rule.per_county):
            measured = self.measure(rule, rule.basis, year)
            self._keep(rule, COUNTY.id, rate.finding(measured))
        check = _OF_FACILITY.get(rule.kind)
        if check is not None and (rule.per_facility or rule.kind is RuleKind.STOP):
            in_scope = self.county.facility_ids(rule.scope)
            found, facility_ids = self._found[rule.id], list(facility_ids)
            if rule.id in self._open:
                self._open[rule.id].follow(facility_ids)
            else:
                self._open[rule.id] = OpenFacilities(rule, self.county, self.plan)
            for facility_id in facility_ids:
                if facility_id in in_scope:
                    facility = self.county.facility(facility_id)
                    self._keep(rule, facility_id, check(rule, self.county, self.plan, facility))
                elif facility_id in found:
                    self._keep(rule, facility_id, None)
        self._unchecked[rule.id] = self._unchecked_of(rule, measured)

    def _unchecked_of(self, rule: Rule, measured: Measurement | None) -> tuple[Unchecked, ...]:
        """At most one: why the county's figure has no value, else how many facilities are blank."""
        found = None if measured is None else unchecked_county(measured, self.county)
        if found is None and rule.id in self._open:
            found = self._open[rule.id].unchecked
        return () if found is None else (found,)

    def _keep_checked(self, rule: Rule, checked: Checked) -> None:
        before = self._found[rule.id]
        found = {finding.subject.id: finding for finding in checked.findings}
        self._found[rule.id] = {
            i: before[i] if before.get(i) == finding else finding for i, finding in found.items()
        }
        self._unchecked[rule.id] = checked.unchecked
        self._ordered.pop(rule.id, None)

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
        if rule.id not in self._ordered:
            of_rule = self._found[rule.id]
            if rule.kind in _WHOLE:
                self._ordered[rule.id] = list(of_rule.values())
            else:
                ids = [COUNTY.id, *(f.id for f in self.county.facilities)]
                self._ordered[rule.id] = [of_rule[i] for i in ids if i in of_rule]
        return self._ordered[rule.id]
