"""A finding that is accepted with a reason, and what becomes of it when figures change."""

from __future__ import annotations

import pytest

from models.county import County
from models.edits import Edit, add, remove
from models.errors import InvalidValue
from models.facility import FacilityType
from models.rules.acknowledging import acknowledge, acknowledgement_of, is_outdated, withdraw
from models.rules.evaluate import Evaluation
from models.rules.rule import RuleKind
from tests.models.rules.made_county import PLAN, a_facility, a_rule, figure

HOSPITAL = a_facility("h", FacilityType.GENERAL_HOSPITAL)
RULE = a_rule(RuleKind.COUNT, 100, measure="beds", per_facility=True, per_county=False)


def made(beds=90):
    county = County([PLAN, HOSPITAL, figure("h", "beds", beds)])
    return county, Evaluation(county, PLAN, [RULE])


def accept(county, evaluation, reason="新院区未建成"):
    return acknowledge(
        county, "p", evaluation.findings, reason=reason, who="张三", date="2026-03-01", label="确认"
    )


def test_the_reason_stands_until_it_is_withdrawn():
    county, evaluation = made()
    (finding,) = evaluation.findings
    assert acknowledgement_of(county, "p", finding) is None
    county.apply(accept(county, evaluation))
    said = acknowledgement_of(county, "p", finding)
    assert said is not None
    assert (said.reason, said.who, said.date) == ("新院区未建成", "张三", "2026-03-01")
    assert (said.measured, said.limit) == ("90", "100")
    county.apply(accept(county, evaluation, "已列入计划"))
    assert acknowledgement_of(county, "p", finding).reason == "已列入计划"
    county.apply(withdraw(county, "p", [finding], "撤回"))
    assert acknowledgement_of(county, "p", finding) is None
    assert withdraw(county, "p", [finding], "撤回").changes == ()


def test_it_is_outdated_when_the_figures_are_others():
    county, evaluation = made()
    county.apply(accept(county, evaluation))
    (finding,) = evaluation.findings
    said = acknowledgement_of(county, "p", finding)
    assert not is_outdated(said, finding)
    change = Edit("改", (*remove(figure("h", "beds", 90)), *add(figure("h", "beds", 80))))
    county.apply(change)
    evaluation.update(change)
    (worse,) = evaluation.findings
    assert is_outdated(said, worse)


def test_a_reason_must_be_given():
    county, evaluation = made()
    with pytest.raises(InvalidValue):
        accept(county, evaluation, "  ")
