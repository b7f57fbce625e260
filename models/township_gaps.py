"""What each township has of a measure, and what a rule would ask of it alone."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from models.county import County
from models.plan import Plan, PopulationGroup
from models.rules.rule import Bound, Rule, RuleKind

_PER_OTHER = frozenset({RuleKind.RATIO, RuleKind.SHARE})


@dataclass(frozen=True)
class TownshipGap:
    """`have` is the planned sum in the township's facilities, `base` what the rule multiplies: the
    township's people, or the sum of the other measure; None where it is not known. `gap` is in
    whole units: what is missing (positive) or, for an upper bound, too many; None without a base.
    """

    code: str
    name: str
    have: Fraction
    base: Fraction | None
    gap: int | None


@dataclass(frozen=True)
class TownshipGaps:
    """`elsewhere` is what facilities have that stand in no township of the list."""

    rows: tuple[TownshipGap, ...]
    elsewhere: Fraction


def can_be_shared(rule: Rule) -> bool:
    """Whether a rule's demand can be reckoned for a township by itself."""
    return rule.kind in (RuleKind.RATE, *_PER_OTHER) and rule.bound is not Bound.EXACTLY


def township_gaps(rule: Rule, county: County, plan: Plan) -> TownshipGaps:
    """The rule's limit held against each township's own facilities in scope.

    Rates use the people of the division; of children no division states any, so there the gap is
    not known. No township need meet a county's rate by itself: it tells where supply is thin.
    """
    year = rule.year_in(plan)
    tops = county.column(plan.id, rule.measure, rule.basis, year)
    bottoms = county.column(plan.id, rule.denominator, rule.basis, year)
    have: dict[str | None, Fraction] = {}
    other: dict[str | None, Fraction] = {}
    for facility_id in county.facility_ids(rule.scope):
        where = county.facility(facility_id).township
        top, bottom = tops.get(facility_id), bottoms.get(facility_id)
        if top is None or (rule.kind in _PER_OTHER and bottom is None):
            continue
        have[where] = have.get(where, Fraction(0)) + Fraction(top.value)
        if bottom is not None:
            other[where] = other.get(where, Fraction(0)) + Fraction(bottom.value)
    rows = []
    for division in county.townships:
        if rule.kind in _PER_OTHER:
            base = other.get(division.code)
        else:
            people = county.people(division, year)
            known = rule.population is PopulationGroup.RESIDENT and people is not None
            base = Fraction(people.persons) if known and people else None
        mine = have.pop(division.code, Fraction(0))
        rows.append(TownshipGap(division.code, division.name, mine, base, _gap(rule, mine, base)))
    return TownshipGaps(tuple(rows), sum(have.values(), Fraction(0)))


def _gap(rule: Rule, have: Fraction, base: Fraction | None) -> int | None:
    if base is None:
        return None
    demand = rule.limit * base / rule.per
    if rule.bound is Bound.AT_MOST:
        return max(0, ceil(have - demand))
    return max(0, ceil(demand - have))
