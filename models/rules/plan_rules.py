"""The rules of one plan: those of its own document, the national norms, the planner's own."""

from __future__ import annotations

from dataclasses import replace

from models.catalogue import Catalogue
from models.county import County
from models.plan import Plan
from models.rules.entry import rule_from_text
from models.rules.rule import Rule
from models.rules.setting import RuleSetting

NATIONAL = "national"  # the rule set of norms from outside the plans


def shipped_rules(catalogue: Catalogue, plan: Plan) -> tuple[Rule, ...]:
    """What the catalogue holds for a plan, as shipped: its own rule set, then the national norms.

    A plan with the national set as its own has it once.
    """
    own = catalogue.rules(plan.rule_set)
    return own if plan.rule_set == NATIONAL else (*own, *catalogue.rules(NATIONAL))


def plan_rules(catalogue: Catalogue, county: County, plan: Plan) -> tuple[Rule, ...]:
    """Every rule of the plan, active or not, as the planner's settings leave it.

    The planner's own rules come last, by their ids.
    """
    settings = rule_settings(county, plan.id)
    shipped = shipped_rules(catalogue, plan)
    known = {rule.id for rule in shipped}
    own = sorted(settings.keys() - known)
    return (
        *(_as_set(rule, settings.get(rule.id)) for rule in shipped),
        *(
            _as_set(rule_from_text(settings[rule_id].entry), settings[rule_id])
            for rule_id in own
            if settings[rule_id].entry  # else: a shipped rule that there is no longer
        ),
    )


def rule_settings(county: County, plan_id: str) -> dict[str, RuleSetting]:
    """The planner's settings of one plan by rule id."""
    return {s.rule_id: s for s in county.table(RuleSetting).values() if s.plan_id == plan_id}


def _as_set(rule: Rule, setting: RuleSetting | None) -> Rule:
    if setting is None:
        return rule
    stated = rule_from_text(setting.entry) if setting.entry else rule
    verified = stated.source.verified or bool(setting.confirmed)
    source = replace(stated.source, verified=verified)
    return replace(stated, id=rule.id, active=setting.active, source=source)
