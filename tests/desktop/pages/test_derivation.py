"""The arithmetic in words: every figure that was used, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from desktop.pages.derivation import (
    contradicting,
    demand_steps,
    measured_steps,
    paragraphs,
    source_lines,
)
from desktop.session import CountySession
from models.catalogue import Catalogue
from models.edits import Change, Edit
from models.measure import Allocation, Basis, Origin
from models.plan import Population, PopulationGroup, PopulationOrigin
from models.rules import rate
from models.rules.rule import Bound, Rule


def rule_of(session: CountySession, rule_id: str) -> Rule:
    return next(rule for rule in session.rules if rule.id == rule_id)


def rate_steps(session: CountySession, rule: Rule) -> str:
    measured = rate.measure(rule, session.county, session.plan, Basis.PLANNED, 2025)
    steps = measured_steps(measured, Basis.PLANNED, session) + demand_steps(measured, session)
    return "\n".join(steps)


def test_a_rate_shows_sum_people_and_quotient(session: CountySession) -> None:
    text = rate_steps(session, rule_of(session, "test.beds"))
    assert "660 张 ÷ 100,000 people × 1,000 = 6.60" in text
    assert "none of 2025 is known" in text
    assert "6 × 100,000 ÷ 1,000 = 600" in text


def test_the_population_of_the_year_itself_carries_no_remark(session: CountySession) -> None:
    people = Population(2025, PopulationGroup.RESIDENT, 110000, PopulationOrigin.IMPLIED)
    assert session.do(Edit("people", (Change(None, people),)))
    text = rate_steps(session, rule_of(session, "test.beds"))
    assert "110,000 (推算)" in text
    assert "is known" not in text


def test_without_people_or_figures_it_says_what_is_missing(session: CountySession) -> None:
    beds = rule_of(session, "test.beds")
    children = replace(beds, population=PopulationGroup.CHILDREN)
    assert "Cannot be computed without the population." in rate_steps(session, children)
    nurses = replace(beds, measure="nurses")
    assert "No figures yet: 注册护士, 规划 2025" in rate_steps(session, nurses)


def test_an_upper_bound_tells_how_many_are_too_many(session: CountySession) -> None:
    at_most = replace(rule_of(session, "test.beds"), bound=Bound.AT_MOST, limit=Fraction("6.505"))
    text = rate_steps(session, at_most)
    assert "= 650.5, in whole 650 张" in text
    assert "10 张 are too many." in text


def test_blanks_are_named_as_blanks(session: CountySession) -> None:
    key = ("plan", "h", "nurses", Basis.PLANNED, 2025)
    assert session.do(Edit("n", (Change(None, Allocation(*key, Decimal(5), Origin.PLANNER)),)))
    text = rate_steps(session, replace(rule_of(session, "test.beds"), measure="nurses"))
    assert "1 of 4 facilities have figures (the blank ones are left out)" in text


def test_an_unverified_source_is_marked(session: CountySession) -> None:
    beds = rule_of(session, "test.beds")
    unseen = replace(beds, source=replace(beds.source, verified=False))
    assert any("待核对" in line for line in source_lines(unseen, session))
    assert not any("待核对" in line for line in source_lines(beds, session))


def test_rules_that_contradict_each_other_name_each_other(session: CountySession) -> None:
    beds = rule_of(session, "test.beds")
    other = replace(beds, id="test.beds-text", alternative_to="test.beds", active=False)
    shipped = session.catalogue
    session.catalogue = Catalogue(
        shipped.measures, {"test": (*session.rules, other)}, shipped.words
    )
    assert contradicting(beds, session) == [other]
    assert contradicting(other, session) == [beds]


def test_names_are_shown_as_they_are_written(session: CountySession) -> None:
    assert "&lt;b&gt;" in paragraphs("<b>", ["x"])
    assert paragraphs("heading", []) == ""
