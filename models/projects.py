"""Sums of a plan's capital projects, and what the plan prints for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from models.county import County
from models.errors import InvalidValue
from models.plan import Plan, Project
from models.published import money


class Investment(StrEnum):
    """The two amounts of a project, each named as the field that holds it; in 万元."""

    TOTAL = "total_investment"
    PERIOD = "period_investment"  # the part of it within the plan's five years


@dataclass(frozen=True, slots=True)
class InvestmentSum:
    """The exact sum of one column of `count` projects, `filled` of them with an amount.

    `value` is None where none has one (blank is not zero); `printed` is the plan's own 合计, None
    where none is printed.
    """

    value: Decimal | None
    filled: int
    count: int
    printed: Decimal | None

    @property
    def differs(self) -> bool:
        """Whether the plan prints another sum than that of the projects."""
        return self.printed is not None and self.printed != (self.value or 0)


def investment_sums(county: County, plan: Plan) -> dict[Investment, InvestmentSum]:
    """Both sums over all projects of a plan, beside the printed ones."""
    projects = county.projects(plan.id)
    printed = {f.column: f.text for f in county.figures(plan.id, "projects")}
    return {
        investment: _sum(projects, investment, printed.get(investment)) for investment in Investment
    }


def _sum(projects: Sequence[Project], investment: Investment, printed: str | None) -> InvestmentSum:
    amounts = [getattr(project, investment) for project in projects]
    filled = [amount for amount in amounts if amount is not None]
    value = sum(filled, Decimal(0)) if filled else None
    try:
        stated = None if printed is None else money(printed)
    except InvalidValue:  # a printed cell that is no amount is no total
        stated = None
    return InvestmentSum(value, len(filled), len(projects), stated)


def is_fuller(offered: Project, present: Project) -> bool:
    """Whether a project is the present one with its content in full.

    The shipped figures hold of a project's content only excerpts (areas, beds), parted by `；`;
    the plan's own text has the whole of it.
    """
    parts = present.content.split("；")
    return (
        offered.content != present.content
        and replace(present, content=offered.content) == offered
        and all(part in offered.content for part in parts)
    )


def parse_investment(text: str) -> Decimal | None:
    """The amount that a planner typed, in 万元; None for blank.

    Thousands separators and full-width digits are accepted. Raises InvalidValue for text, a
    negative amount, and one of less than a yuan.
    """
    return money(text.strip())
