"""Rows of the Indicators page: which rule a printed row states, and how its figure is written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.session import CountySession
from desktop.tables.indicator_rows import (
    IndicatorState,
    baseline_basis,
    compute,
    indicator_rows,
)
from models.measure import Basis
from models.plan import Indicator, Nature
from models.rules.rule import COUNTY, Bound, Measurement, Rule, RuleKind, Source

SOURCE = Source("规划", "第一条", "2021")


def rule(rule_id: str, kind: RuleKind, limit: str, indicator: str = "", **more: object) -> Rule:
    return Rule(
        rule_id, kind, Nature.EXPECTED, Bound.AT_LEAST, Fraction(limit), "规则", "Rule", SOURCE,
        indicator=indicator, **{"measure": "beds", "per": 1000, **more},  # type: ignore[arg-type]
    )  # fmt: skip


def printed(name: str, target: str, order: int = 1) -> Indicator:
    return Indicator(f"i{order}", "plan", order, "1", name, "", "", target, Nature.EXPECTED)


def measured(rule: Rule, value: str) -> Measurement:
    return Measurement(rule, COUNTY, 2025, Fraction(1), Fraction(1), Fraction(value), 1, 1)


def test_each_rule_stands_once_and_what_no_row_states_comes_last() -> None:
    text_only = rule("text", RuleKind.RATE, "1")
    stated = rule("stated", RuleKind.RATE, "7", "床位")
    again = rule("again", RuleKind.RATE, "8", "床位")
    rows = indicator_rows(
        [printed("床位", "7"), printed("其他", "1", 2), printed("床位", "8", 3)],
        [text_only, stated, again],
    )
    assert [r.rule and r.rule.id for r in rows] == ["stated", None, "again", "text"]
    assert rows[-1].indicator is None


@pytest.mark.parametrize(
    ("kind", "target", "limit", "value", "shown"),
    [
        (RuleKind.RATE, "7.27", "7.27", "7.265", "7.265"),  # not 7.27: it misses the limit
        (RuleKind.RATE, "≥3", "3", "2.5", "2.50"),
        (RuleKind.RATIO, "1:1.4", "1.4", "1.38", "1:1.38"),
        (RuleKind.RATIO, "0.5", "0.005", "0.0032", "0.32"),  # printed per 100 beds
        (RuleKind.RATE, "7", "3", "2.5", "2.50"),  # 7 ÷ 3 is no change of unit
    ],
)
def test_a_figure_is_written_as_its_target_is_printed(
    kind: RuleKind, target: str, limit: str, value: str, shown: str
) -> None:
    stated = rule("r", kind, limit, "指标")
    (row,) = indicator_rows([printed("指标", target)], [stated])
    assert row.shown(measured(stated, value)) == shown
    assert row.shown(None) == ""


def test_beds_per_population_are_compared_with_authorised_beds(session: CountySession) -> None:
    beds = rule("r", RuleKind.RATE, "6")
    nurses = rule("n", RuleKind.RATE, "3", measure="nurses")
    per_bed = rule("b", RuleKind.RATIO, "1", denominator="beds")
    bases = [baseline_basis(r, session.catalogue) for r in (beds, nurses, per_bed)]
    assert bases == [Basis.AUTHORISED, Basis.ACTUAL, Basis.ACTUAL]


def test_a_radius_rule_counts_the_points_outside(session: CountySession) -> None:
    (radius,) = [r for r in session.rules if r.kind is RuleKind.RADIUS]
    found = compute(radius, session.evaluation, session.catalogue)
    assert (found.state, found.failing, found.checked) == (IndicatorState.MISSED, 1, 2)


def test_a_radius_rule_with_nothing_to_check_does_not_hold(session: CountySession) -> None:
    (radius,) = [r for r in session.rules if r.kind is RuleKind.RADIUS]
    urban = Rule(
        "urban", RuleKind.RADIUS, radius.nature, radius.bound, radius.limit, "", "", SOURCE,
        urban=True,
    )  # fmt: skip
    found = compute(urban, session.evaluation, session.catalogue)
    assert found.state is IndicatorState.NO_FIGURES
