from __future__ import annotations

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.message_bar import MessageBar


def test_one_message_stands_until_it_is_closed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_error("no room")
    assert (bar.label.text(), bar.objectName()) == ("✕ no room", "notice")
    bar.show_note("written")
    assert (bar.label.text(), bar.objectName()) == ("written", "note")
    close = bar.findChild(QToolButton)
    assert close is not None
    close.click()
    assert bar.isHidden()
