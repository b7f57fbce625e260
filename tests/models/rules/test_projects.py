"""Rules about projects: the sum that the plan states, and the years of the plan."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from models.plan import Project
from models.rules.rule import Bound, Missing, RuleKind
from tests.models.rules.made_county import a_rule, evaluate

SUM = a_rule(RuleKind.INVESTMENT, "1200.5", bound=Bound.EXACTLY, measure="total-investment")
YEARS = a_rule(RuleKind.DATES, 2021, upper=Fraction(2025), bound=Bound.BETWEEN)


def a_project(number, total=None, period="", within=None):
    given = [None if value is None else Decimal(value) for value in (total, within)]
    return Project(
        str(number), "p", number, str(number), f"项目{number}", period=period,
        total_investment=given[0], period_investment=given[1],
    )  # fmt: skip


def test_the_projects_sum_to_what_is_printed():
    # 1000 + 200.5 = 1200.5
    assert evaluate(SUM, a_project(1, "1000"), a_project(2, "200.5")) == ([], [])
    (found,), _ = evaluate(SUM, a_project(1, "1000"), a_project(2, "200"))
    assert (found.measured, found.limit, found.shortfall) == (1200, Fraction("1200.5"), 1)


def test_the_other_column_is_another_sum():
    rule = a_rule(RuleKind.INVESTMENT, 7, bound=Bound.EXACTLY, measure="period-investment")
    assert evaluate(rule, a_project(1, "1000", within="7")) == ([], [])


def test_without_projects_or_figures_nothing_is_summed():
    assert [u.missing for u in evaluate(SUM)[1]] == [Missing.NO_PROJECTS]
    assert [u.missing for u in evaluate(SUM, a_project(1))[1]] == [Missing.NO_FIGURES]


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2021—2025", None),
        ("2018—2021", None),  # goes on from before
        ("2025—2027", None),
        ("2018—2020", 2020),
        ("2026", 2026),
        ("2026年—2028年", 2026),
    ],
)
def test_a_project_has_a_year_within_the_plans(period, year):
    found, unchecked = evaluate(YEARS, a_project(1, period=period))
    assert [f.measured for f in found] == ([] if year is None else [year])
    assert unchecked == []


def test_a_period_without_a_year_is_no_pass():
    _, unchecked = evaluate(YEARS, a_project(1, period="近期"), a_project(2, period="2022"))
    assert [(u.missing, u.left_out) for u in unchecked] == [(Missing.SOME_BLANK, 1)]
