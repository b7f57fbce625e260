"""As many conditions as are needed, each removed by itself."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.condition_rows import ConditionRows
from desktop.session import CountySession
from models.measure import Basis
from models.rules.draft import TypedCondition

FOUR = tuple(
    TypedCondition(measure, below, figure, basis)
    for measure, below, figure, basis in (
        ("beds", False, "19", Basis.PLANNED),
        ("beds", True, "100", Basis.PLANNED),
        ("occupancy", False, "75", Basis.ACTUAL),
        ("township-people", True, "10000", Basis.ACTUAL),
    )
)


@pytest.fixture
def rows(session: CountySession, qtbot: QtBot) -> ConditionRows:
    rows = ConditionRows(session)
    qtbot.addWidget(rows)
    rows.show()
    return rows


def test_what_is_shown_is_what_is_typed(rows: ConditionRows) -> None:
    rows.show_conditions(FOUR)
    assert rows.typed() == FOUR
    rows.show_conditions(FOUR[:1])
    assert rows.typed() == FOUR[:1]


def test_one_more_is_added_and_any_is_removed(rows: ConditionRows, qtbot: QtBot) -> None:
    rows.show_conditions(FOUR)
    with qtbot.waitSignal(rows.changed):
        rows.add.click()
    rows.rows[-1].show_condition(TypedCondition("nurses", False, "3", Basis.AUTHORISED))
    with qtbot.waitSignal(rows.changed):
        rows.rows[1].remove.click()
    figures = [condition.figure for condition in rows.typed()]
    assert figures == ["19", "75", "10000", "3"]
    assert rows.typed()[-1].basis is Basis.AUTHORISED


def test_the_people_of_a_township_have_no_basis(rows: ConditionRows) -> None:
    rows.show_conditions(FOUR)
    assert [row.basis.isEnabled() for row in rows.rows] == [True, True, True, False]
