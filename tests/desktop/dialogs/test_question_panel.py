from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.question_panel import QuestionPanel


@pytest.fixture
def panel(qtbot: QtBot) -> QuestionPanel:
    panel = QuestionPanel()
    qtbot.addWidget(panel)
    return panel


def test_answer_is_carried_out_and_puts_the_question_away(panel: QuestionPanel) -> None:
    done: list[str] = []
    panel.ask("?", ["a", "b"], [("Yes", lambda: done.append("yes"))], "No")
    assert [panel.lines.item(r).text() for r in range(2)] == ["a", "b"]
    assert panel.isVisible()
    panel.buttons[0].click()
    assert (done, panel.isVisible()) == (["yes"], False)


def test_keyboard_stands_on_the_way_back(panel: QuestionPanel, qtbot: QtBot) -> None:
    done: list[str] = []
    panel.ask("?", [], [("Yes", lambda: done.append("yes"))], "No")
    assert panel.focusWidget() is panel.buttons[-1]
    with qtbot.waitSignal(panel.given_up):
        qtbot.keyClick(panel.buttons[-1], Qt.Key.Key_Space)
    panel.ask("?", [], [("Yes", lambda: done.append("yes"))], "No")
    with qtbot.waitSignal(panel.given_up):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert (done, panel.isVisible()) == ([], False)


def test_next_question_takes_the_place_of_the_one_before(panel: QuestionPanel) -> None:
    panel.ask("?", ["a"], [("Yes", lambda: None)], "No")
    panel.ask("!", ["b"], [], "Back")
    assert [b.text() for b in panel.buttons] == ["Back"]
    assert (panel.lines.count(), panel.question.text()) == (1, "!")
