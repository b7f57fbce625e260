from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.workspace import PAGES
from models.catalogue import Language
from models.county import remove_facility


def menus(window: MainWindow) -> dict[str, QMenu]:
    """The window's menus and their submenus by their words, without the marks of the keys."""
    found = {}
    for menu in window.menuBar().findChildren(QMenu):
        found[menu.title().replace("&", "")] = menu
    return found


def action(window: MainWindow, menu: str, text: str) -> QAction:
    return next(
        a for a in menus(window)[menu].actions() if a.text().replace("&", "").startswith(text)
    )


@pytest.mark.parametrize("text", ["Import…", "Export", "Save a copy…", "Close county"])
def test_without_a_county_only_opening_and_making_is_possible(
    window: MainWindow, county_file: Path, text: str
) -> None:
    assert action(window, "File", "Open…").isEnabled()
    assert not action(window, "File", text).isEnabled()
    window.open_file(county_file)
    assert action(window, "File", text).isEnabled()


def test_undo_names_what_it_takes_back(window: MainWindow, county_file: Path) -> None:
    window.open_file(county_file)
    session, actions = window.session, window.actions_
    assert session is not None
    assert not actions.undo.isEnabled()
    assert session.do(remove_facility(session.county, "b", "Remove 乙卫生院"))
    assert actions.undo.text() == "Undo: Remove 乙卫生院"
    actions.undo.trigger()
    assert not actions.undo.isEnabled()
    assert actions.redo.text() == "Redo: Remove 乙卫生院"
    actions.redo.trigger()
    assert window.messages.label.text() == "Redone: Remove 乙卫生院"


def test_the_view_menu_leads_to_every_page(window: MainWindow, county_file: Path) -> None:
    window.open_file(county_file)
    assert window.workspace is not None
    for name in PAGES:
        next(a for a in menus(window)["View"].actions() if a.objectName() == name).trigger()
        assert window.workspace.current == name


def test_the_first_ten_pages_have_the_digits_in_the_order_of_the_rail(window: MainWindow) -> None:
    by_name = {a.objectName(): a.shortcut().toString() for a in menus(window)["View"].actions()}
    digits = ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7", "Ctrl+8",
              "Ctrl+9", "Ctrl+0"]  # fmt: skip
    keys = [by_name[name] for name in PAGES]
    assert keys[:10] == digits
    assert set(keys[10:]) <= {""}


def test_recent_files_can_be_opened_again_from_the_menu(
    window: MainWindow, county_file: Path, dazu_file: Path
) -> None:
    menus(window)["File"].aboutToShow.emit()
    assert not menus(window)["Recent files"].isEnabled()
    for path in (county_file, dazu_file):
        window.open_file(path)
    menus(window)["File"].aboutToShow.emit()
    recent = menus(window)["Recent files"]
    assert recent.isEnabled()
    assert [a.text() for a in recent.actions()] == [str(dazu_file), str(county_file)]
    recent.actions()[1].trigger()
    assert window.session is not None
    assert window.session.file.path == county_file


def test_the_language_menu_asks_for_the_language(window: MainWindow, qtbot: QtBot) -> None:
    assert action(window, "Language", "English").isChecked()
    with qtbot.waitSignal(window.language_chosen) as asked:
        action(window, "Language", "中文").trigger()
    assert asked.args == [Language.ZH]


def test_open_asks_for_a_county_file(window: MainWindow, county_file: Path) -> None:
    action(window, "File", "Open…").trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.nameFilters() == ["County file (*.weigui)"]
    dialog.fileSelected.emit(str(county_file))
    dialog.close()
    assert window.session is not None
