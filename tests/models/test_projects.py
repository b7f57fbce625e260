from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.county import County
from models.errors import InvalidValue, Reason
from models.plan import Plan, Project, PublishedFigure
from models.projects import Investment, investment_sums, is_fuller, parse_investment

PLAN = Plan("p", "初稿", "县规划", "", 2020, 2025, "")
ONE = Project("1", "p", 1, "1", "扩建", total_investment=Decimal("10.5"))
TWO = Project("2", "p", 2, "2", "迁建", total_investment=Decimal(2), period_investment=Decimal(1))


def county(*projects: Project, printed: dict[str, str] | None = None) -> County:
    figures = [
        PublishedFigure("p", "projects", "合计", column, n, text)
        for n, (column, text) in enumerate((printed or {}).items())
    ]
    return County([PLAN, *figures, *projects])


def test_sums_are_exact_and_count_the_blanks() -> None:
    sums = investment_sums(county(ONE, TWO), PLAN)
    assert (sums[Investment.TOTAL].value, sums[Investment.TOTAL].filled) == (Decimal("12.5"), 2)
    assert (sums[Investment.PERIOD].value, sums[Investment.PERIOD].filled) == (1, 1)
    assert sums[Investment.PERIOD].count == 2


def test_no_amount_at_all_is_blank_and_not_zero() -> None:
    sums = investment_sums(county(replace(ONE, total_investment=None)), PLAN)
    assert sums[Investment.TOTAL].value is None
    assert not sums[Investment.TOTAL].differs


def test_printed_sum_that_is_another_differs() -> None:
    printed = {"total_investment": "12.5", "period_investment": "2"}
    sums = investment_sums(county(ONE, TWO, printed=printed), PLAN)
    assert not sums[Investment.TOTAL].differs
    assert sums[Investment.PERIOD].differs
    assert sums[Investment.PERIOD].printed == 2


def test_printed_cell_that_is_no_amount_is_no_sum() -> None:
    sums = investment_sums(county(ONE, printed={"total_investment": "待定"}), PLAN)
    assert sums[Investment.TOTAL].printed is None


def test_projects_of_another_plan_do_not_count() -> None:
    other = replace(PLAN, id="q")
    of = County([PLAN, other, ONE, replace(TWO, plan_id="q")])
    assert investment_sums(of, PLAN)[Investment.TOTAL].value == Decimal("10.5")


def test_whole_content_is_fuller_than_excerpts_of_it() -> None:
    excerpt = replace(ONE, content="床位150张；8000平方米")
    whole = replace(ONE, content="新建楼8000平方米，设床位150张。")
    assert is_fuller(whole, excerpt)
    assert is_fuller(whole, replace(ONE, content=""))
    assert not is_fuller(excerpt, whole)
    assert not is_fuller(whole, whole)
    assert not is_fuller(replace(whole, name="另一个"), excerpt)
    assert not is_fuller(whole, replace(ONE, content="床位160张"))


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1,200.50", "1200.5"), (" ３０ ", "30"), ("0", "0"), ("412749", "412749")],
)
def test_amounts_are_read_as_people_write_them(text: str, amount: str) -> None:
    assert parse_investment(text) == Decimal(amount)


def test_blank_and_dash_are_no_amount() -> None:
    assert parse_investment("  ") is None
    assert parse_investment("——") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("约300", Reason.NOT_A_NUMBER),
        ("-1", Reason.NEGATIVE),
        ("1.00001", Reason.NOT_WHOLE),
        ("1e99", Reason.TOO_LARGE),
    ],
)
def test_what_is_no_amount_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_investment(text)
    assert refused.value.reason is reason
