"""Settings of rules: made, taken back, and what stands where nothing is set."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from models.catalogue import Catalogue
from models.county import County
from models.edits import Change, Edit
from models.facility import FacilityClass, Scope
from models.plan import Nature, Plan
from models.rules import editing
from models.rules.editing import PlanRule, RuleOrigin, RuleState, listed_rules
from models.rules.rule import Bound, Rule, RuleKind, Source
from models.rules.setting import RuleSetting

PLAN = Plan("p", "初稿", "规划", "", 2020, 2025, "county")
CLAUSE = Source("规划", "专栏1", "2022-01-01")
UNSEEN = Source("指导原则", "未见", "2022-01-01", verified=False)


def a_rate(rule_id: str, limit: str, source: Source = CLAUSE, **given: object) -> Rule:
    given.setdefault("measure", "beds")
    return Rule(rule_id, RuleKind.RATE, Nature.EXPECTED, Bound.AT_LEAST, Fraction(limit), "床位",
                "Beds", source, per=1000, **given)  # type: ignore[arg-type]  # fmt: skip


BEDS = a_rate("county.beds", "7.27")
TEXT = a_rate("county.beds-text", "6", active=False, alternative_to="county.beds")
NORM = a_rate("national.beds", "7.4", UNSEEN)
NURSES = a_rate("county.nurses", "3.21", measure="nurses")
CATALOGUE = Catalogue({}, {"county": (BEDS, TEXT, NURSES), "national": (NORM,)}, {})


@pytest.fixture
def county() -> County:
    return County([PLAN])


def listed(county: County, rule_id: str) -> PlanRule:
    return next(r for r in listed_rules(CATALOGUE, county, PLAN) if r.rule.id == rule_id)


def do(county: County, changes: tuple[Change, ...]) -> None:
    county.apply(Edit("", changes))


def test_each_rule_says_whose_it_is_and_how_it_stands(county: County) -> None:
    found = {r.rule.id: (r.origin, r.states) for r in listed_rules(CATALOGUE, county, PLAN)}
    assert found == {
        "county.beds": (RuleOrigin.PLAN, (RuleState.AS_PLANNED,)),
        "county.beds-text": (RuleOrigin.PLAN, (RuleState.OFF,)),
        "county.nurses": (RuleOrigin.PLAN, (RuleState.AS_PLANNED,)),
        "national.beds": (RuleOrigin.NATIONAL, (RuleState.UNVERIFIED,)),
    }


def test_a_changed_limit_is_kept_with_its_reason_and_stated_back_leaves_nothing(
    county: County,
) -> None:
    before = listed(county, "county.beds")
    do(county, editing.restated(before, replace(BEDS, limit=Fraction(7)), PLAN, "市里核减"))
    after = listed(county, "county.beds")
    assert after.rule == replace(BEDS, limit=Fraction(7))
    assert after.states == (RuleState.CHANGED,)
    assert after.setting is not None
    assert after.setting.reason == "市里核减"
    do(county, editing.restated(after, BEDS, PLAN, "改回"))
    assert county.table(RuleSetting) == {}


def test_what_a_plan_states_already_is_no_change(county: County) -> None:
    assert editing.restated(listed(county, "county.beds"), BEDS, PLAN, "因为") == ()
    assert editing.switched(listed(county, "county.beds"), PLAN, active=True, reason="因为") == ()


def test_a_rule_is_switched_off_and_on_and_keeps_what_was_changed(county: County) -> None:
    changed = replace(BEDS, limit=Fraction(7))
    do(county, editing.restated(listed(county, "county.beds"), changed, PLAN, "核减"))
    do(county, editing.switched(listed(county, "county.beds"), PLAN, active=False, reason="停用"))
    off = listed(county, "county.beds")
    assert off.states == (RuleState.OFF, RuleState.CHANGED)
    assert not off.rule.active
    do(county, editing.switched(off, PLAN, active=True, reason="恢复"))
    assert listed(county, "county.beds").rule == changed


def test_a_rule_switched_on_as_shipped_needs_no_setting(county: County) -> None:
    do(county, editing.switched(listed(county, "county.beds"), PLAN, active=False, reason="停用"))
    do(county, editing.switched(listed(county, "county.beds"), PLAN, active=True, reason="恢复"))
    assert county.table(RuleSetting) == {}


def test_a_confirmed_clause_is_verified_until_it_is_taken_back(county: County) -> None:
    do(county, editing.confirmed(listed(county, "national.beds"), PLAN, "李明 2026-11-24"))
    assert listed(county, "national.beds").states == (RuleState.AS_PLANNED,)
    do(county, editing.confirmed(listed(county, "national.beds"), PLAN, ""))
    assert listed(county, "national.beds").states == (RuleState.UNVERIFIED,)
    assert county.table(RuleSetting) == {}


def test_a_confirmed_rule_that_is_changed_remembers_that_it_was_not_verified(
    county: County,
) -> None:
    do(county, editing.confirmed(listed(county, "national.beds"), PLAN, "李明"))
    confirmed = listed(county, "national.beds")
    stated = replace(confirmed.rule, limit=Fraction(7))
    do(county, editing.restated(confirmed, stated, PLAN, "核减"))
    assert listed(county, "national.beds").states == (RuleState.CHANGED,)
    do(county, editing.confirmed(listed(county, "national.beds"), PLAN, ""))
    states = listed(county, "national.beds").states
    assert states == (RuleState.CHANGED, RuleState.UNVERIFIED)


def test_choosing_the_text_puts_the_table_out_of_use(county: County) -> None:
    text, table = listed(county, "county.beds-text"), listed(county, "county.beds")
    do(county, editing.chosen_instead(text, [table], PLAN, "按正文"))
    assert listed(county, "county.beds-text").rule.active
    assert not listed(county, "county.beds").rule.active


def test_alternatives_are_the_contradiction_and_the_other_norm_of_the_same_figure(
    county: County,
) -> None:
    rules = listed_rules(CATALOGUE, county, PLAN)
    by_id = {r.rule.id: r for r in rules}
    found = [r.rule.id for r in editing.alternatives(by_id["county.beds"], rules)]
    assert found == ["county.beds-text", "national.beds"]
    assert editing.alternatives(by_id["county.nurses"], rules) == []


def test_one_in_30000_contradicts_one_in_50000_whatever_they_are_written_per() -> None:
    per_30000 = replace(BEDS, id="a", limit=Fraction(1), per=30000)
    per_50000 = replace(BEDS, id="b", limit=Fraction(1), per=50000)
    same = replace(BEDS, id="c", limit=Fraction(2), per=60000)  # 2 in 60,000 is 1 in 30,000
    rules = [PlanRule(r, r, None, RuleOrigin.NATIONAL) for r in (per_30000, per_50000, same)]
    assert [r.rule.id for r in editing.alternatives(rules[0], rules)] == ["b"]


def test_another_scope_or_bound_is_no_contradiction() -> None:
    hospitals = replace(BEDS, id="b", scope=Scope(frozenset({FacilityClass.HOSPITAL})))
    most = replace(BEDS, id="c", bound=Bound.AT_MOST, limit=Fraction(9))
    rules = [PlanRule(r, r, None, RuleOrigin.PLAN) for r in (BEDS, hospitals, most)]
    assert editing.alternatives(rules[0], rules) == []


def test_an_own_rule_is_added_changed_and_removed(county: County) -> None:
    own = replace(BEDS, id=editing.own_id(listed_rules(CATALOGUE, county, PLAN)))
    assert own.id == "own.001"
    do(county, editing.added(own, PLAN, "本县要求"))
    assert listed(county, "own.001").states == (RuleState.OWN,)
    assert editing.own_id(listed_rules(CATALOGUE, county, PLAN)) == "own.002"
    changed = replace(own, limit=Fraction(5))
    do(county, editing.restated(listed(county, "own.001"), changed, PLAN, "再议"))
    assert listed(county, "own.001").rule == changed
    do(county, editing.reset(listed(county, "own.001")))
    assert county.table(RuleSetting) == {}


def test_reset_gives_back_the_shipped_rule(county: County) -> None:
    changed = replace(BEDS, limit=Fraction(7))
    do(county, editing.restated(listed(county, "county.beds"), changed, PLAN, "核减"))
    do(county, editing.reset(listed(county, "county.beds")))
    assert listed(county, "county.beds").rule == BEDS
    assert editing.reset(listed(county, "county.beds")) == ()
