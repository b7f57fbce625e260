"""The whole program: window, language, crash hook, and an event loop that it does not leave."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.pages.facilities import FacilitiesPage
from desktop.settings import Settings
from models.catalogue import Language


@pytest.fixture
def application(qapp: QApplication, settings: Settings) -> Iterator[Application]:
    locale = QLocale()
    application = Application(qapp, settings, Language.ZH)
    application.window.show()
    yield application
    application.window.close()
    application.window.deleteLater()
    for translator in application._translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


def test_the_language_changes_and_the_county_stays_open(
    application: Application, county_file: Path, settings: Settings
) -> None:
    application.window.open_file(county_file)
    assert application.window.workspace is not None
    application.window.workspace.show_page("indicators")
    before = application.window
    assert before.workspace is not None
    assert before.workspace.rail.item(0).text() == "概览"
    application.speak(Language.EN)
    window = application.window
    assert window is not before
    assert not before.isVisible()
    assert window.isVisible()
    assert window.workspace is not None
    assert window.workspace.rail.item(0).text() == "Overview"
    assert window.workspace.current == "indicators"
    assert window.session is not None
    assert window.session.language is settings.language is Language.EN


def test_the_program_goes_on_when_the_language_changes(
    application: Application, county_file: Path, qapp: QApplication
) -> None:
    """Closing the last window ends the program: there must never be none."""
    application.window.open_file(county_file)
    ended: list[bool] = []
    qapp.lastWindowClosed.connect(lambda: ended.append(True))
    QTimer.singleShot(0, lambda: application.speak(Language.EN))
    QTimer.singleShot(200, lambda: qapp.exit(7))
    assert qapp.exec() == 7
    assert application.window.isVisible()
    assert ended == []


def test_the_same_language_again_changes_nothing(application: Application) -> None:
    before = application.window
    application.speak(Language.ZH)
    assert application.window is before


def test_a_half_typed_form_is_asked_for_before_the_language_changes(
    application: Application, county_file: Path, qtbot: QtBot
) -> None:
    application.window.open_file(county_file)
    before = application.window
    assert before.workspace is not None
    page = before.workspace.pages["facilities"]
    assert isinstance(page, FacilitiesPage)
    page.select("b")
    page.form.fields.name.setText("乙中心卫生院")
    application.speak(Language.EN)
    assert application.window is before
    page.form.revert()


@pytest.mark.slow
def test_program_and_window_load_without_the_libraries_that_are_slow_to_load() -> None:
    code = (
        "import sys, desktop.app, desktop.cli\n"
        "print({'matplotlib', 'scipy', 'pyogrio', 'pandas'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "set()\n"
