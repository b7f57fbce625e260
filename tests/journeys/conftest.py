"""A planner at the real program: its window, its keys, its dialogs, in Chinese as delivered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop.app import Application
from desktop.main_window import MainWindow
from desktop.session import CountySession
from desktop.settings import Settings
from models.catalogue import Language

CONTROL = Qt.KeyboardModifier.ControlModifier


class Planner:
    """What a planner does at the window; every step goes through widgets, keys and clicks."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.application, self.qtbot = application, qtbot

    @property
    def window(self) -> MainWindow:
        return self.application.window

    @property
    def session(self) -> CountySession:
        assert self.window.session is not None
        return self.window.session

    @property
    def message(self) -> str:
        """What stands in the message bar; "" where it is hidden."""
        return self.window.messages.label.text() if self.window.messages.isVisible() else ""

    def go_to(self, name: str) -> Any:
        """Press Ctrl and the page's number (0 for the tenth), or click it; returns the page."""
        workspace = self.window.workspace
        assert workspace is not None
        number = list(workspace.pages).index(name) + 1
        if number <= 10:
            self.press(f"Ctrl+{number % 10}")
        else:  # no key is left
            workspace.rail.setCurrentRow(number - 1)
        assert workspace.current == name
        return self.page(name)

    def page(self, name: str) -> Any:
        workspace = self.window.workspace
        assert workspace is not None
        return workspace.pages[name]

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys where the keyboard is."""
        self._come_to_the_front()
        for _ in range(times):
            self.qtbot.keySequence(self.window.focusWidget() or self.window, keys)
        QApplication.processEvents()  # what is shown for the first time is laid out then

    def _come_to_the_front(self) -> None:
        """After a dialog the window system does this by itself; the offscreen one does not."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def type(self, text: str) -> None:
        """Type where the keyboard is: the first sign into a cell opens the field that it is in."""
        if not text.isascii():  # comes whole from an input method
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.window.focusWidget(), event)
            return
        for sign in text:
            self.qtbot.keyClicks(self.window.focusWidget(), sign)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def dialog(self, kind: type[QDialog]) -> Any:
        """The one dialog of this kind that stands open."""
        (found,) = [d for d in self.window.findChildren(kind) if d.isVisible()]
        return found

    def choose_file(self, path: Path) -> None:
        """Answer the file dialog that stands open."""
        asked = self.dialog(QFileDialog)
        field = asked.findChild(QLineEdit)
        if field is None:  # the system's own dialog, which a test cannot type into
            asked.fileSelected.emit(str(path))
            asked.close()
        else:
            field.setText(str(path))
            asked.accept()

    def menu(self, *texts: str) -> None:
        """Choose from the menus by the beginning of each word."""
        actions = self.window.menuBar().actions()
        for text in texts:
            action = next(a for a in actions if a.text().replace("&", "").startswith(text))
            actions = action.menu().actions() if action.menu() else []  # type: ignore[attr-defined]
        action.trigger()


@pytest.fixture
def planner(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Planner]:
    """The program as started without a file, with the settings of nobody."""
    locale = QLocale()
    application = Application(qapp, Settings(tmp_path / "settings.ini"), Language.ZH)
    with qtbot.waitExposed(application.window):
        application.window.show()
    yield Planner(application, qtbot)
    application.window.release()
    application.window.close()
    application.window.deleteLater()
    for translator in application._translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)
