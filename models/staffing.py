"""Staff targets derived: the least that the plan's rules of single facilities allow.

The arithmetic, per facility and in whole persons; where several rules speak, the greatest:

- a ratio rule "a per b at least q" gives a = ⌈q · b⌉, to a facility with planned beds only;
- a share "a of b at least q" gives a = ⌈q · b⌉ of what is planned or derived of b;
- a least number of each facility is itself, with what it rises by (2, and 1 for each bed); a row
  that stands for institutions counted unnamed, and a facility that is to close, have none;
- of a range the lower end is the least; a rule with conditions speaks where they hold;
- "pharmacists per health technical staff at least q" is a share of a sum that contains it: with
  S = physicians + nurses, the least P for which P ≥ q · (S + P) is P = ⌈q · S / (1 − q)⌉, and the
  technical staff is T = S + P. T is derived only where a rule speaks of it;
- health personnel contain the technical staff: where the ratio gives fewer, they are raised to it.

Blank is not zero, but all of these are least figures: a cadre that is blank adds nothing to a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from graphlib import TopologicalSorter
from math import ceil

from models.county import CellKey, County, cell_change
from models.edits import Change
from models.facility import Facility, FacilityStatus
from models.measure import Allocation, Basis, Origin
from models.plan import Plan
from models.rules.conditions import conditions_hold
from models.rules.rule import Bound, Rule, RuleKind

BEDS = "beds"
PERSONNEL = "health-personnel"
TECHNICAL = "health-technical-staff"
CADRES = ("physicians", "nurses", "pharmacists")  # parts of the technical staff


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that was not overwritten, since the plan or the planner set it: `now` stands."""

    key: CellKey
    now: Decimal
    derived: Decimal


@dataclass(frozen=True, slots=True)
class Derivation:
    """What deriving would change, and which values it would leave although it derives others."""

    changes: tuple[Change, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class _Least:
    """A least number of persons, and the rules that demand exactly so many."""

    value: Fraction
    rules: tuple[str, ...]


def derive_staff(
    county: County,
    plan: Plan,
    rules: Iterable[Rule],
    *,
    overwrite: frozenset[CellKey] = frozenset(),
) -> Derivation:
    """Planned staff of the target year, the least that the active rules demand.

    Blank cells are filled and derived ones computed anew (or cleared, where nothing demands them
    any longer: a ratio gives nothing without planned beds). Other values stay and are themselves
    the inputs of what depends on them, unless their key is in `overwrite`. `rules` that speak of
    other things than staff are for the caller to leave out.

    Raises graphlib.CycleError (a ValueError) where rules demand each other in a circle.
    """
    used = [rule for rule in rules if _derives(rule, plan)]
    order = _order(used)
    changes: list[Change] = []
    kept: list[Kept] = []
    for facility in county.facilities:
        in_scope = [rule for rule in used if _speaks_of(rule, county, plan, facility)]
        cells = _Cells(county, plan, facility, overwrite)
        for measure, least in _derive(order, in_scope, cells).items():
            before = cells.now(measure)
            if before is not None and cells.stands(before):
                if least is not None and before.value != least.value:
                    kept.append(Kept(before.key, before.value, Decimal(int(least.value))))
                continue
            change = cell_change(county, cells.key(measure), cells.allocation(measure, least))
            if change is not None:
                changes.append(change)
    return Derivation(tuple(changes), tuple(kept))


def least_demanded(rule: Rule, county: County, plan: Plan, facility: Facility) -> int | None:
    """The least of its measure that a ratio, a share or a least number demands of a facility.

    None where the rule says nothing of the facility: another kind, out of scope, conditions that do
    not hold, no denominator.
    """
    if not _derives(rule, plan) or not _speaks_of(rule, county, plan, facility):
        return None
    if rule.kind is RuleKind.COUNT and rule.more is None:
        return ceil(rule.limit)
    bottom = county.allocation(plan.id, facility.id, rule.denominator, rule.basis, plan.target_year)
    if bottom is None:
        return None
    if rule.more is not None:
        return ceil(rule.limit + rule.more * Fraction(bottom.value))
    return ceil(rule.limit * Fraction(bottom.value) / rule.per) if bottom.value else None


def _derives(rule: Rule, plan: Plan) -> bool:
    """Whether a rule demands a least planned figure of single facilities in the target year."""
    return (
        rule.active
        and rule.kind in (RuleKind.RATIO, RuleKind.SHARE, RuleKind.COUNT)
        and rule.per_facility
        and rule.bound is not Bound.AT_MOST
        and rule.basis is Basis.PLANNED
        and rule.year_in(plan) == plan.target_year
    )


def _speaks_of(rule: Rule, county: County, plan: Plan, facility: Facility) -> bool:
    """Whether a facility is one of those that a rule speaks of, as its figures stand."""
    is_one = not facility.is_group and facility.status is not FacilityStatus.TO_CLOSE
    return (
        (rule.kind is not RuleKind.COUNT or is_one)
        and rule.scope.contains(facility)
        and conditions_hold(rule, county, plan, facility) is True
    )


def _is_share(rule: Rule) -> bool:
    """Whether what a rule demands is itself part of the sum that it is a share of."""
    return rule.denominator == TECHNICAL and rule.measure in CADRES


def _order(rules: Iterable[Rule]) -> list[str]:
    """The measures that the rules derive, each after all that it is derived from."""
    needs: dict[str, set[str]] = {}
    shares: set[str] = set()
    for rule in rules:
        needs.setdefault(rule.measure, set())
        if TECHNICAL in (rule.measure, rule.denominator):
            needs.setdefault(TECHNICAL, set()).update(CADRES)
        if _is_share(rule):
            shares.add(rule.measure)
        elif rule.denominator:
            needs[rule.measure].add(rule.denominator)
    for cadre in shares:  # what the technical staff needs, the cadre that is a share of it needs
        needs[cadre] |= needs[TECHNICAL] - {cadre}
    if PERSONNEL in needs:
        needs[PERSONNEL] |= {TECHNICAL, *CADRES}
    return [measure for measure in TopologicalSorter(needs).static_order() if measure in needs]


class _Cells:
    """The planned cells of one facility in the target year."""

    def __init__(
        self, county: County, plan: Plan, facility: Facility, overwrite: frozenset[CellKey]
    ) -> None:
        self._county, self._plan, self._facility = county, plan, facility
        self._overwrite = overwrite

    def key(self, measure: str) -> CellKey:
        plan = self._plan
        return (plan.id, self._facility.id, measure, Basis.PLANNED, plan.target_year)

    def now(self, measure: str) -> Allocation | None:
        return self._county.allocation(*self.key(measure))

    def stands(self, allocation: Allocation) -> bool:
        """Whether a value is not ours to change."""
        return allocation.origin is not Origin.DERIVED and allocation.key not in self._overwrite

    def allocation(self, measure: str, least: _Least | None) -> Allocation | None:
        """The cell as it is to be; the planner's note on it stays."""
        if least is None:
            before = self.now(measure)
            return before if before is not None and self.stands(before) else None
        value, source = Decimal(int(least.value)), ", ".join(least.rules)
        before = self.now(measure)
        if before is not None:
            return replace(before, value=value, origin=Origin.DERIVED, source=source)
        return Allocation(*self.key(measure), value, Origin.DERIVED, source)


def _derive(order: list[str], rules: list[Rule], cells: _Cells) -> Mapping[str, _Least | None]:
    """The least of every measure of one facility; None where nothing demands any."""
    beds = cells.now(BEDS)
    if beds is None or not beds.value:
        rules = [rule for rule in rules if rule.kind is not RuleKind.RATIO]
    derived: dict[str, _Least | None] = {}
    known: dict[str, _Least] = {}
    for measure in (*CADRES, TECHNICAL, *order, *(rule.denominator for rule in rules)):
        given = cells.now(measure)
        if given is not None and (measure not in order or cells.stands(given)):
            known[measure] = _Least(Fraction(given.value), ())
    for measure in order:
        found = _least(measure, rules, known)
        derived[measure] = found
        if found is not None and measure not in known:
            known[measure] = found
    return derived


def _least(measure: str, rules: list[Rule], known: Mapping[str, _Least]) -> _Least | None:
    """The greatest of all demands on one measure, from what is known of the others."""
    own = [rule for rule in rules if rule.measure == measure]
    demands = [demand for rule in own for demand in _demands(rule, rules, known)]
    if measure == TECHNICAL and _speak_of_technical(rules):
        demands += _sum_of(CADRES, known)
    elif measure == PERSONNEL and own and demands:
        demands += [known[TECHNICAL]] if TECHNICAL in known else _sum_of(CADRES, known)
    if not demands:
        return None
    value = max(demand.value for demand in demands)
    binding = [rule for demand in demands if demand.value == value for rule in demand.rules]
    # A sum of figures that the planner set: no rule demands it, those that read it ask for it.
    asking = [rule.id for rule in rules if measure in (rule.measure, rule.denominator)]
    return _Least(value, tuple(dict.fromkeys(binding or asking)))


def _demands(rule: Rule, rules: list[Rule], known: Mapping[str, _Least]) -> list[_Least]:
    """What one rule demands of its measure: nothing where its denominator is blank or zero."""
    if rule.kind is RuleKind.COUNT:
        if rule.more is None:
            return [_whole(rule, rule.limit)]
        more = known.get(rule.denominator)
        return [] if more is None else [_whole(rule, rule.limit + rule.more * more.value)]
    if not _is_share(rule) or TECHNICAL in known:
        bottom = known.get(rule.denominator)
        if not bottom or not bottom.value:
            return []
        return [_whole(rule, rule.limit * bottom.value / rule.per)]
    if rule.limit >= 1:
        return []  # a part cannot be the whole
    others = _sum_of([cadre for cadre in CADRES if cadre != rule.measure], known)
    found = [_whole(rule, rule.limit / (1 - rule.limit) * other.value) for other in others]
    for floor_rule in rules:  # the technical staff may have a least number of its own
        if floor_rule.measure == TECHNICAL:
            for technical in _demands(floor_rule, rules, known):
                found.append(_whole(rule, rule.limit * technical.value))
    return found


def _whole(rule: Rule, least: Fraction) -> _Least:
    return _Least(Fraction(ceil(least)), (rule.id,))


def _speak_of_technical(rules: list[Rule]) -> bool:
    return any(TECHNICAL in (rule.measure, rule.denominator) for rule in rules)


def _sum_of(measures: Iterable[str], known: Mapping[str, _Least]) -> list[_Least]:
    """The sum of those that are known, with the rules behind it; nothing where none is."""
    parts = [known[measure] for measure in measures if measure in known]
    if not parts:
        return []
    return [_Least(sum((p.value for p in parts), Fraction()), sum((p.rules for p in parts), ()))]
