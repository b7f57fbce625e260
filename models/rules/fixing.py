"""The least changes of planned figures that mend a finding, each tried out before it is offered.

Figures are whole beds, persons or machines (or the measure's own decimals). One step more than
what is offered is never needed, and one step less would leave the finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from models.county import CellKey
from models.distribution import CannotDistribute, Share, distribute
from models.edits import Change, Edit
from models.measure import Allocation, Basis, Measure, Origin, exact
from models.rules import departments
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, Finding, Rule, RuleKind, SubjectKind


class FixKind(StrEnum):
    HERE = "here"  # the figure of the facility itself
    MOVE = "move"  # from another facility that has more than it needs
    ONE = "one"  # all of a county's gap at the facility that has most
    SHARED = "shared"  # a county's gap, in proportion to what the facilities have


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding. `amount` is by how much figures rise (or fall, negative).

    `arises` are the findings that would come up instead: the planner sees them first.
    """

    kind: FixKind
    finding: Finding
    changes: tuple[Change, ...]
    amount: Decimal
    arises: tuple[Finding, ...]


def suggested_fixes(
    evaluation: Evaluation, finding: Finding, measures: Mapping[str, Measure]
) -> list[Fix]:
    """The fixes of a finding that numbers can mend, those first that raise no other finding.

    Every one has been carried out and taken back in memory: after it, the finding is gone.
    """
    rule = finding.rule
    if rule.basis is not Basis.PLANNED or rule.measure not in measures:
        return []
    fixes = []
    for kind, changes, amount in _candidates(evaluation, finding, measures[rule.measure]):
        gone, arises = effects(evaluation, Edit("", changes))
        if any((f.rule.id, f.subject) == (rule.id, finding.subject) for f in gone):
            fixes.append(Fix(kind, finding, changes, amount, arises))
    return sorted(fixes, key=lambda fix: len(fix.arises))


def effects(evaluation: Evaluation, edit: Edit) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that an edit would make go and come; county and evaluation stay as they are."""
    before = {(f.rule.id, f.subject): f for f in evaluation.findings}
    evaluation.county.apply(edit)
    try:
        evaluation.update(edit)
        after = {(f.rule.id, f.subject): f for f in evaluation.findings}
    finally:
        evaluation.county.apply(edit.inverse())
        evaluation.update(edit.inverse())
    gone = tuple(f for key, f in before.items() if key not in after)
    return gone, tuple(f for key, f in after.items() if key not in before)


_Candidate = tuple[FixKind, tuple[Change, ...], Decimal]


def _candidates(evaluation: Evaluation, finding: Finding, measure: Measure) -> Iterator[_Candidate]:
    match finding.subject.kind, finding.rule.kind:
        case SubjectKind.FACILITY, RuleKind.RATIO | RuleKind.SHARE | RuleKind.COUNT | RuleKind.STOP:
            yield from _at_facility(evaluation, finding, measure)
        case SubjectKind.COUNTY, RuleKind.DEPARTMENTS:
            yield from _departments(evaluation, finding)
        case SubjectKind.COUNTY, RuleKind.RATE | RuleKind.RATIO | RuleKind.SHARE | RuleKind.COUNT:
            yield from _over_county(evaluation, finding)


def _at_facility(
    evaluation: Evaluation, finding: Finding, measure: Measure
) -> Iterator[_Candidate]:
    cells = _Cells(evaluation, finding.rule)
    facility_id = finding.subject.id
    now = cells.value(facility_id)
    wanted = _wanted(cells, finding, measure)
    if now is None or wanted is None or wanted == now or wanted < 0:
        return
    yield FixKind.HERE, (cells.change(facility_id, wanted),), wanted - now
    if finding.rule.kind is RuleKind.STOP or finding.rule.more is not None:
        return  # what a facility has of its own is not moved
    amount = wanted - now
    giver = _other_side(cells, finding, amount)
    if giver is not None:
        there = cells.value(giver)
        assert there is not None
        changes = (cells.change(facility_id, wanted), cells.change(giver, there - amount))
        yield FixKind.MOVE, changes, amount


def _wanted(cells: _Cells, finding: Finding, measure: Measure) -> Decimal | None:
    """The nearest figure of the facility at which the rule holds."""
    rule = finding.rule
    if rule.kind is RuleKind.STOP:
        return Decimal(int(finding.limit))
    unit = cells.unit(finding.subject.id)
    if unit is None or finding.measured is None:
        return None
    bound = finding.limit * unit
    step = 10**measure.decimals
    up = finding.measured < finding.limit
    steps = ceil(bound * step) if up else floor(bound * step)
    return exact(Decimal(steps).scaleb(-measure.decimals))


def _other_side(cells: _Cells, finding: Finding, amount: Decimal) -> str | None:
    """The facility in scope that can give (or take) the amount and still keeps the rule.

    The one that is left furthest inside; of equal ones the first of the list.
    """
    best: tuple[Fraction, str] | None = None
    rule = finding.rule
    for facility in cells.evaluation.county.facilities:
        value, unit = cells.value(facility.id), cells.unit(facility.id)
        if facility.id == finding.subject.id or not rule.scope.contains(facility):
            continue
        if value is None or not unit or value < amount:
            continue
        left = Fraction(value - amount) / unit
        if not rule.holds(left):
            continue
        room = abs(left - finding.limit)
        if best is None or room > best[0]:
            best = (room, facility.id)
    return None if best is None else best[1]


def _departments(evaluation: Evaluation, finding: Finding) -> Iterator[_Candidate]:
    """As many facilities as are missing, in the order of the list, set the department up."""
    cells = _Cells(evaluation, finding.rule)
    there = departments.counted(finding.rule, evaluation.county, evaluation.plan)
    lacking = [f.id for f in there if not cells.value(f.id)]
    missing = finding.shortfall or 0
    if finding.rule.bound is not Bound.AT_LEAST or missing > len(lacking):
        return
    changes = tuple(cells.change(i, Decimal(1)) for i in lacking[:missing])
    yield FixKind.SHARED, changes, Decimal(missing)


def _over_county(evaluation: Evaluation, finding: Finding) -> Iterator[_Candidate]:
    """The gap at the facility with most, and shared out by what the facilities have."""
    if finding.shortfall is None or finding.measured is None:
        return
    cells = _Cells(evaluation, finding.rule)
    ids = [i for i in cells.in_scope() if cells.value(i) is not None and cells.unit(i) is not None]
    sign = 1 if finding.measured < finding.limit else -1
    values = {i: cells.value(i) or Decimal() for i in ids}
    if not ids or (sign < 0 and sum(values.values()) < finding.shortfall):
        return
    amount = Decimal(sign * finding.shortfall)
    most = max(ids, key=lambda i: values[i])
    if values[most] + amount >= 0:
        yield FixKind.ONE, (cells.change(most, values[most] + amount),), amount
    parts = _parts(ids, values, finding.shortfall, sign)
    if len(parts) > 1:
        changes = tuple(cells.change(i, values[i] + sign * part) for i, part in parts.items())
        yield FixKind.SHARED, changes, amount


def _parts(
    ids: Sequence[str], values: Mapping[str, Decimal], shortfall: int, sign: int
) -> dict[str, int]:
    shares = [Share(i, Fraction(values[i]), most=int(values[i]) if sign < 0 else None) for i in ids]
    try:
        parts = distribute(shortfall, shares).values
    except CannotDistribute:
        return {}
    return {i: part for i, part in parts.items() if part}


class _Cells:
    """The planned figures that a rule speaks of, in its year."""

    def __init__(self, evaluation: Evaluation, rule: Rule) -> None:
        self.evaluation, self.rule = evaluation, rule
        self._year = rule.year_in(evaluation.plan)

    def in_scope(self) -> list[str]:
        facilities = self.evaluation.county.facilities
        return [f.id for f in facilities if self.rule.scope.contains(f)]

    def value(self, facility_id: str) -> Decimal | None:
        found = self._allocation(facility_id, self.rule.measure)
        return None if found is None else found.value

    def unit(self, facility_id: str) -> Fraction | None:
        """What one of the limit means for the facility: its denominator over `per`."""
        if self.rule.kind not in (RuleKind.RATIO, RuleKind.SHARE):
            return Fraction(1)
        found = self._allocation(facility_id, self.rule.denominator)
        return None if found is None else Fraction(found.value) / self.rule.per

    def change(self, facility_id: str, value: Decimal) -> Change:
        before = self._allocation(facility_id, self.rule.measure)
        if before is not None:
            after = replace(before, value=exact(value), origin=Origin.PLANNER, source=self.rule.id)
        else:
            key = self._key(facility_id, self.rule.measure)
            after = Allocation(*key, exact(value), Origin.PLANNER, self.rule.id)
        return Change(before, after)

    def _key(self, facility_id: str, measure: str) -> CellKey:
        return (self.evaluation.plan.id, facility_id, measure, Basis.PLANNED, self._year)

    def _allocation(self, facility_id: str, measure: str) -> Allocation | None:
        return self.evaluation.county.allocation(*self._key(facility_id, measure))
