from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.pages.findings import FindingsPage
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.workspace import PAGES, Workspace, page_titles
from models.edits import Change, Edit, add
from models.plan import PlanState
from models.plan_versions import copy_plan


@pytest.fixture
def workspace(session: CountySession, qtbot: QtBot) -> Workspace:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1180, 720)
    with qtbot.waitExposed(workspace):
        workspace.show()
    return workspace


def test_the_rail_names_every_page(workspace: Workspace) -> None:
    shown = [workspace.rail.item(row).text() for row in range(workspace.rail.count())]
    assert shown == list(page_titles().values())
    assert list(page_titles()) == list(PAGES) == list(workspace.pages)


def test_a_click_on_the_rail_brings_the_page_to_the_front(
    workspace: Workspace, qtbot: QtBot
) -> None:
    item = workspace.rail.item(list(PAGES).index("indicators"))
    place = workspace.rail.visualItemRect(item).center()
    with qtbot.waitSignal(workspace.page_shown) as shown:
        qtbot.mouseClick(workspace.rail.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.args == ["indicators"]
    assert workspace.stack.currentWidget() is workspace.pages["indicators"]


def test_a_page_leads_to_the_place_it_points_at(workspace: Workspace) -> None:
    workspace.pages["overview"].navigate.emit("findings", ("rule", "test.staff-per-bed"))
    page = workspace.pages["findings"]
    assert isinstance(page, FindingsPage)
    chosen = page.chosen_group
    assert (workspace.current, chosen) == ("findings", "test.staff-per-bed")


@pytest.mark.parametrize("name", [name for name in PAGES if name != "overview"])
def test_a_page_that_is_shown_has_the_keyboard_where_the_work_is(
    workspace: Workspace, name: str
) -> None:
    workspace.show_page(name)
    focus = workspace.focusWidget()
    assert focus is not None
    assert focus is not workspace.pages[name]
    assert workspace.pages[name].isAncestorOf(focus)


def test_a_new_plan_version_can_be_picked(workspace: Workspace, session: CountySession) -> None:
    second = replace(session.plan, id="plan2", name="修编")
    assert session.do(Edit("second plan", add(second)))
    picker = workspace.plan_picker
    assert [picker.itemText(i).split(" ")[0] for i in range(picker.count())] == ["规划", "修编"]
    assert picker.currentData() == "plan"
    with_second = picker.findData("plan2")
    picker.setCurrentIndex(with_second)
    picker.activated.emit(with_second)
    assert session.plan.id == "plan2"


def test_the_allocation_page_asks_the_window_for_its_workbook(
    workspace: Workspace, qtbot: QtBot
) -> None:
    page = workspace.pages["allocation"]
    for action, signal in (
        ("import_action", workspace.import_requested),
        ("export_action", workspace.export_requested),
    ):
        with qtbot.waitSignal(signal):
            getattr(page, action).trigger()


def test_an_issued_version_in_front_is_said_to_be_locked(
    workspace: Workspace, session: CountySession
) -> None:
    assert workspace.lock_note.isHidden()
    issued = replace(session.plan, state=PlanState.ISSUED)
    session.do(Edit("印发", (Change(session.plan, issued),)))
    assert not workspace.lock_note.isHidden()


def test_the_picker_follows_a_version_that_a_page_brings_to_the_front(
    workspace: Workspace, session: CountySession
) -> None:
    session.do(copy_plan(session.county, "plan", name="二稿", date="", label="复制"))
    copy = session.county.plans[1].id
    session.choose_plan(copy)
    assert workspace.plan_picker.currentData() == copy


def test_a_page_is_made_when_it_is_first_shown(session: CountySession, qtbot: QtBot) -> None:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    assert list(workspace.pages.made) == ["overview"]
    workspace.show_page("findings")
    assert list(workspace.pages.made) == ["overview", "findings"]
    assert workspace.unfinished is None
    assert len(workspace.pages.made) == 2
    with pytest.raises(KeyError):
        workspace.pages["elsewhere"]


def test_a_page_that_is_made_late_has_the_widths_of_last_time(
    session: CountySession, settings: Settings, qtbot: QtBot
) -> None:
    before, after = Workspace(session), Workspace(session)
    for workspace in (before, after):
        qtbot.addWidget(workspace)
        workspace.restore_layout(settings)
    before.show_page("facilities")
    header = before.pages["facilities"].findChildren(QTableView)[0].horizontalHeader()
    header.resizeSection(0, 333)
    before.keep_layout(settings)
    after.show_page("facilities")
    header = after.pages["facilities"].findChildren(QTableView)[0].horizontalHeader()
    assert header.sectionSize(0) == 333


@pytest.mark.parametrize("height", [600, 768])
def test_every_page_of_the_rail_is_in_view_on_a_small_screen(
    window: MainWindow, county_file: Path, height: int
) -> None:
    window.resize(1366, height)
    assert window.open_file(county_file)
    assert window.workspace is not None
    rail = window.workspace.rail
    QApplication.processEvents()
    assert rail.verticalScrollBar().maximum() == 0
    words = QFontMetrics(rail.font())
    widest = max(words.horizontalAdvance(title) for title in page_titles().values())
    assert widest + rail.iconSize().width() + 20 <= rail.viewport().width()  # no word is cut
