"""The fields of each kind of rule: their words, their units, and what is typed into them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.rule_form import RuleForm
from desktop.session import CountySession
from models.measure import Basis
from models.rules.rule import Condition, RuleKind
from tests.models.rules.made_county import a_rule


@pytest.fixture
def form(session: CountySession, qtbot: QtBot) -> RuleForm:
    form = RuleForm(session)
    qtbot.addWidget(form)
    form.show()
    return form


def label(form: RuleForm, name: str) -> str:
    found = form.form.labelForField(form.fields[name])
    assert isinstance(found, QLabel)
    return found.text()


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        (RuleKind.RATE, "limit", "Limit"),
        (RuleKind.RADIUS, "limit", "At most"),
        (RuleKind.PRESENCE, "limit", "At least"),
        (RuleKind.DATES, "limit", "From the year"),
        (RuleKind.DATES, "upper", "To the year"),
        (RuleKind.RATIO, "denominator", "Divided by"),
        (RuleKind.SHARE, "denominator", "Share of"),
        (RuleKind.COUNT, "denominator", "For each one of"),
        (RuleKind.STOP, "measure", "No more of"),
    ],
)
def test_a_field_is_called_what_it_is_in_its_kind(
    form: RuleForm, kind: RuleKind, name: str, words: str
) -> None:
    form.show_kind(kind)
    assert label(form, name) == words


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        (RuleKind.SHARE, "%"),
        (RuleKind.RADIUS, "km"),
        (RuleKind.TRAVEL_TIME, "minutes"),
        (RuleKind.INVESTMENT, "10,000 yuan"),
        (RuleKind.PRESENCE, "facilities"),
        (RuleKind.DATES, ""),
    ],
)
def test_a_limit_has_its_unit_behind_it(form: RuleForm, kind: RuleKind, unit: str) -> None:
    form.show_kind(kind)
    assert form.units["limit"].text() == unit
    assert form.units["limit"].isVisible() == bool(unit)


def test_the_unit_is_that_of_what_is_measured(form: RuleForm) -> None:
    form.show_kind(RuleKind.COUNT)
    form.choices["measure"].choose("floor-area")
    assert form.units["limit"].text() == form.units["more"].text() == "平方米"


def test_a_ratio_is_shown_as_plans_print_it(form: RuleForm) -> None:
    rule = a_rule(RuleKind.RATIO, "1.3", measure="nurses", denominator="physicians")
    form.show_rule(rule)
    assert form.lines["limit"].text() == "1:1.3"
    assert form.units["limit"].text() == ""  # 1:1.3 is of nothing
    form.show_rule(replace(rule, limit=Fraction("0.7"), per=100))
    assert (form.lines["limit"].text(), form.units["limit"].text()) == ("0.7", "人")


def test_conditions_and_what_the_limit_rises_by_are_typed_as_they_are_shown(
    form: RuleForm,
) -> None:
    conditions = tuple(
        Condition("beds", below, Fraction(figure), Basis.PLANNED)
        for below, figure in ((False, 19), (True, 100), (False, 30))
    )
    rule = a_rule(RuleKind.COUNT, 300, measure="floor-area", more=Fraction(20),
                  denominator="beds", per_facility=True, per_county=False,
                  conditions=conditions)  # fmt: skip
    form.show_rule(rule)
    typed = form.typed()
    assert [condition.figure for condition in typed["conditions"]] == ["19", "100", "30"]
    assert (typed["more"], typed["denominator"]) == ("20", "beds")
