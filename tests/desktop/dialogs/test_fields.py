from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.fields import Choice, Field

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def choice(qtbot: QtBot) -> Choice:
    choice = Choice([("未注明", None), ("甲镇", "1"), ("乙镇", "2")])
    qtbot.addWidget(choice)
    return choice


def test_a_choice_is_known_by_its_id(choice: Choice) -> None:
    assert choice.value() is None
    choice.choose("2")
    assert (choice.value(), choice.currentText()) == ("2", "乙镇")


def test_what_is_chosen_stays_chosen_when_other_choices_are_offered(
    choice: Choice, qtbot: QtBot
) -> None:
    choice.choose("2")
    choice.offer([("未注明", None), ("乙街道", "2")])
    assert (choice.value(), choice.currentText()) == ("2", "乙街道")


def test_a_choice_that_is_gone_falls_back_to_the_first(choice: Choice) -> None:
    choice.choose("2")
    choice.offer([("未注明", None), ("甲镇", "1")])
    assert choice.value() is None


def test_the_wheel_changes_nothing_in_passing(choice: Choice) -> None:
    choice.choose("1")
    event = QWheelEvent(
        QPointF(),
        QPointF(),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    choice.wheelEvent(event)
    assert choice.value() == "1"
    assert not event.isAccepted()


def test_a_message_tells_error_from_hint_without_colour_and_goes_away(qtbot: QtBot) -> None:
    field = Field("name", QLineEdit())
    qtbot.addWidget(field)
    field.show()
    field.tell("Enter a name.", wrong=True)
    assert (field.message.text(), field.message.isVisible()) == ("✕ Enter a name.", True)
    field.tell("Twice.", wrong=False)
    assert field.message.text() == "! Twice."
    field.tell("", wrong=False)
    assert not field.message.isVisible()
    assert field.widget.styleSheet() == ""
