"""What a planner does with the rules of one plan: change, switch, choose, confirm, add, remove.

Each of these is the `Change` of one RuleSetting; what stands as shipped needs no setting at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from models.catalogue import Catalogue
from models.county import County
from models.edits import Change
from models.plan import Plan
from models.rules.entry import rule_as_text
from models.rules.plan_rules import NATIONAL, plan_rules, rule_settings, shipped_rules
from models.rules.rule import Rule
from models.rules.setting import RuleSetting

OWN = "own."  # what the ids of the planner's own rules begin with


class RuleOrigin(StrEnum):
    """Who states a rule."""

    PLAN = "plan"
    NATIONAL = "national"
    OWN = "own"  # the planner


class RuleState(StrEnum):
    """How a rule stands in a plan version; a rule can be in several of these."""

    OFF = "off"
    OWN = "own"
    CHANGED = "changed"
    UNVERIFIED = "unverified"
    AS_PLANNED = "as-planned"


@dataclass(frozen=True)
class PlanRule:
    """A rule of a plan as it stands, beside what is shipped and what the planner has set.

    `shipped` is None for a rule of the planner's own.
    """

    rule: Rule
    shipped: Rule | None
    setting: RuleSetting | None
    origin: RuleOrigin

    @property
    def is_changed(self) -> bool:
        """Whether the plan states the rule otherwise than it was shipped."""
        return self.shipped is not None and bool(self.setting and self.setting.entry)

    @property
    def states(self) -> tuple[RuleState, ...]:
        """As-planned stands alone."""
        found = []
        if not self.rule.active:
            found.append(RuleState.OFF)
        if self.shipped is None:
            found.append(RuleState.OWN)
        elif self.is_changed:
            found.append(RuleState.CHANGED)
        if not self.rule.source.verified:
            found.append(RuleState.UNVERIFIED)
        return tuple(found) or (RuleState.AS_PLANNED,)


def listed_rules(catalogue: Catalogue, county: County, plan: Plan) -> tuple[PlanRule, ...]:
    """Every rule of the plan, in use or not, in the order of `plan_rules`."""
    shipped = {rule.id: rule for rule in shipped_rules(catalogue, plan)}
    national = {rule.id for rule in catalogue.rules(NATIONAL)}
    settings = rule_settings(county, plan.id)

    def listed(rule: Rule) -> PlanRule:
        origin = RuleOrigin.NATIONAL if rule.id in national else RuleOrigin.PLAN
        if rule.id not in shipped:
            origin = RuleOrigin.OWN
        return PlanRule(rule, shipped.get(rule.id), settings.get(rule.id), origin)

    return tuple(map(listed, plan_rules(catalogue, county, plan)))


def restated(listed: PlanRule, rule: Rule, plan: Plan, reason: str) -> tuple[Change, ...]:
    """The change that lets the plan state `rule` in place of what it states now; none where it
    does. Whether it is in use stays as it is.

    Stated again as shipped, nothing is kept of it but what was set beside.
    """
    entry = _entry(rule, listed.shipped)
    if listed.shipped is not None and entry == _entry(listed.shipped, listed.shipped):
        entry = ""
    return _set(listed, replace(_setting(listed, plan), entry=entry, reason=reason))


def switched(listed: PlanRule, plan: Plan, *, active: bool, reason: str) -> tuple[Change, ...]:
    """The change that puts a rule in use or out of use, and says why."""
    return _set(listed, replace(_setting(listed, plan), active=active, reason=reason))


def chosen_instead(
    listed: PlanRule, others: Iterable[PlanRule], plan: Plan, reason: str
) -> tuple[Change, ...]:
    """The changes that put a rule in use and those that contradict it out of use."""
    return (
        *switched(listed, plan, active=True, reason=reason),
        *(c for o in others for c in switched(o, plan, active=False, reason=reason)),
    )


def confirmed(listed: PlanRule, plan: Plan, by: str) -> tuple[Change, ...]:
    """The change that says who has seen the clause itself, and when; "" takes it back."""
    return _set(listed, replace(_setting(listed, plan), confirmed=by))


def reset(listed: PlanRule) -> tuple[Change, ...]:
    """The change that lets a rule stand as shipped again; it removes one of the planner's own."""
    return () if listed.setting is None else (Change(listed.setting, None),)


def added(rule: Rule, plan: Plan, reason: str) -> tuple[Change, ...]:
    """The change that adds a rule of the planner's own."""
    return (Change(None, RuleSetting(plan.id, rule.id, True, _entry(rule, None), reason)),)


def own_id(listed: Iterable[PlanRule]) -> str:
    """An id that no rule of the plan has: own.001, own.002 …, so that they keep their order."""
    taken = {item.rule.id for item in listed}
    number = 1
    while (found := f"{OWN}{number:03}") in taken:
        number += 1
    return found


def alternatives(listed: PlanRule, all_rules: Sequence[PlanRule]) -> list[PlanRule]:
    """The rules that state otherwise what this one states, in order.

    Those that the catalogue says contradict it (table and text of one plan, two norms), and those
    that hold the same figures of the same facilities against another limit.
    """
    return [item for item in all_rules if _contradict(listed.rule, item.rule)]


def _contradict(one: Rule, other: Rule) -> bool:
    if one.id == other.id:
        return False
    root, other_root = one.alternative_to or one.id, other.alternative_to or other.id
    if root == other_root:
        return True
    # Presence and stop rules of one measure may speak of quite different things.
    return bool(one.measure) and _measured(one) == _measured(other) and _limit(one) != _limit(other)


def _measured(rule: Rule) -> tuple[object, ...]:
    """What a rule measures, whatever its limit is."""
    return (rule.kind, rule.measure, rule.denominator, rule.population, rule.basis, rule.scope,
            rule.whole, rule.year, rule.per_facility, rule.bound, rule.division,
            rule.conditions, rule.urban)  # fmt: skip


def _limit(rule: Rule) -> tuple[object, ...]:
    upper = None if rule.upper is None else rule.upper / rule.per
    return rule.limit / rule.per, upper, rule.people


def _setting(listed: PlanRule, plan: Plan) -> RuleSetting:
    return listed.setting or RuleSetting(plan.id, listed.rule.id, listed.rule.active)


def _entry(rule: Rule, shipped: Rule | None) -> str:
    """The rule as text, without what the setting says beside: in use or not, clause confirmed."""
    verified = True if shipped is None else shipped.source.verified
    return rule_as_text(replace(rule, active=True, source=replace(rule.source, verified=verified)))


def _set(listed: PlanRule, after: RuleSetting) -> tuple[Change, ...]:
    kept: RuleSetting | None = after
    shipped = listed.shipped
    is_as_shipped = shipped is not None and after.active == shipped.active
    if is_as_shipped and not after.entry and not after.confirmed:
        kept = None  # nothing to say, and no reason to keep
    if kept == listed.setting:
        return ()
    return (Change(listed.setting, kept),)
