"""The window round the pages: opening, closing, dropping, remembering, and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.county_file import create, open_county_file
from desktop.dialogs.geo_wizard import GeoWizard
from desktop.dialogs.import_wizard import ImportWizard
from desktop.dialogs.new_county_dialog import NewCountyDialog
from desktop.main_window import MainWindow
from desktop.pages.allocation import AllocationPage
from desktop.pages.facilities import FacilitiesPage
from desktop.pages.reports import ReportsPage
from desktop.pages.start import StartPage
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.workspace import Workspace
from models.catalogue import Language
from models.county import cell_change
from models.edits import Edit
from models.errors import FileError, FileProblem
from models.geo_use import GeoRole
from models.measure import Allocation, Basis, Origin

CONTROL = Qt.KeyboardModifier.ControlModifier
KEY = ("plan", "b", "beds", Basis.PLANNED, 2025)


def opened(window: MainWindow, path: Path) -> tuple[CountySession, Workspace]:
    assert window.open_file(path)
    assert window.session is not None
    assert window.workspace is not None
    QApplication.processEvents()  # Qt shows and lays out what is new when it comes round
    return window.session, window.workspace


def set_beds(session: CountySession, value: int) -> bool:
    change = cell_change(session.county, KEY, Allocation(*KEY, Decimal(value), Origin.PLANNER))
    assert change is not None
    return session.do(Edit(f"{value} beds", (change,)))


def beds(session: CountySession) -> int | None:
    allocation = session.county.allocation(*KEY)
    return int(allocation.value) if allocation and allocation.value is not None else None


def facilities_page(workspace: Workspace) -> FacilitiesPage:
    page = workspace.pages["facilities"]
    assert isinstance(page, FacilitiesPage)
    return page


def allocation_page(workspace: Workspace) -> AllocationPage:
    page = workspace.pages["allocation"]
    assert isinstance(page, AllocationPage)
    return page


def drop(window: MainWindow, paths: Sequence[Path]) -> bool:
    """Whether the window would take these files; if so they are dropped."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    return enter.isAccepted()


def test_the_window_opens_on_the_start_page(window: MainWindow) -> None:
    assert isinstance(window._content, StartPage)
    assert window.windowTitle() == "Weigui"
    assert not window.status.saved.isVisible()


def test_an_open_county_names_itself_and_its_file(window: MainWindow, county_file: Path) -> None:
    opened(window, county_file)
    assert window.windowTitle() == "测试县 · 测试县.weigui — Weigui"
    assert window.settings.recent_files == [county_file]


def test_a_refused_file_leaves_open_what_is_open(
    window: MainWindow, county_file: Path, tmp_path: Path
) -> None:
    session, _ = opened(window, county_file)
    damaged = tmp_path / "damaged.weigui"
    damaged.write_bytes(b"no county at all" * 100)
    assert not window.open_file(damaged)
    assert window.session is session
    assert "damaged.weigui" in window.messages.label.text()
    assert damaged.read_bytes() == b"no county at all" * 100


def test_closing_the_county_lets_others_open_the_file(
    window: MainWindow, county_file: Path
) -> None:
    opened(window, county_file)
    with pytest.raises(FileError) as refused:
        open_county_file(county_file)
    assert refused.value.problem is FileProblem.OPEN_ELSEWHERE
    window.show_start()
    open_county_file(county_file).close()
    assert isinstance(window._content, StartPage)


def test_closing_the_window_lets_others_open_the_file(
    window: MainWindow, county_file: Path
) -> None:
    opened(window, county_file)
    window.close()
    open_county_file(county_file).close()


def test_a_second_window_is_told_that_the_file_is_open(
    window: MainWindow, county_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, county_file)
    second = MainWindow(Settings(tmp_path / "second.ini"), Language.EN)
    qtbot.addWidget(second)
    assert not second.open_file(county_file)
    assert "open in another window" in second.messages.label.text()


def test_opening_the_open_file_again_changes_nothing(window: MainWindow, county_file: Path) -> None:
    session, _ = opened(window, county_file)
    assert window.open_file(county_file.parent / "." / county_file.name)
    assert window.session is session


@pytest.mark.parametrize(
    "page", ["overview", "facilities", "allocation", "indicators", "coverage", "findings"]
)
def test_undo_works_from_every_page(
    window: MainWindow, county_file: Path, qtbot: QtBot, page: str
) -> None:
    session, workspace = opened(window, county_file)
    set_beds(session, 77)
    workspace.show_page(page)
    target = window.focusWidget()
    assert target is not None
    assert not isinstance(target, QLineEdit)
    qtbot.keyClick(target, Qt.Key.Key_Z, CONTROL)
    assert beds(session) == 40
    assert window.messages.label.text() == "Undone: 77 beds"
    qtbot.keyClick(target, Qt.Key.Key_Y, CONTROL)
    assert beds(session) == 77


def test_a_refused_edit_is_told_and_the_next_good_one_puts_it_away(
    window: MainWindow, county_file: Path
) -> None:
    session, _ = opened(window, county_file)
    set_beds(session, 77)
    change = cell_change(session.county, KEY, None)
    assert change is not None
    session.undo()
    assert not session.do(Edit("late", (change,)))
    assert window.messages.isVisible()
    assert "changed meanwhile" in window.messages.label.text()
    set_beds(session, 50)
    assert not window.messages.isVisible()


def test_a_county_is_not_closed_over_a_half_typed_form(
    window: MainWindow, county_file: Path
) -> None:
    session, workspace = opened(window, county_file)
    page = facilities_page(workspace)
    page.select("b")
    page.form.fields.name.setText("乙中心卫生院")
    assert not window.close()
    window.show_start()
    assert window.session is session
    assert workspace.current == "facilities"
    assert page.form.notice.isVisible()
    page.form.save()
    assert window.close()
    with open_county_file(county_file) as file:
        assert file.read().facility("b").name == "乙中心卫生院"


def test_a_cell_that_is_being_typed_in_is_entered_when_the_window_closes(
    window: MainWindow, county_file: Path, qtbot: QtBot
) -> None:
    _, workspace = opened(window, county_file)
    workspace.show_page("allocation", ("cell", "b", "beds", "planned"))
    view = allocation_page(workspace).view
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(view, Qt.Key.Key_9)
    window.close()
    with open_county_file(county_file) as file:
        allocation = file.read().allocation(*KEY)
    assert allocation is not None
    assert allocation.value == 9


def test_sheets_that_are_being_saved_are_saved_though_the_window_closes(
    window: MainWindow, county_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session, workspace = opened(window, county_file)
    workspace.show_page("reports")  # begins a preview, too
    page = workspace.pages["reports"]
    assert isinstance(page, ReportsPage)
    path = tmp_path / "sheets.pdf"
    page.save_pdf(path, [facility.id for facility in session.county.facilities])
    window.show_start()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    qtbot.wait(1)  # what the tasks told the page arrives nowhere
    assert path.read_bytes().startswith(b"%PDF")
    open_county_file(county_file).close()


def test_sizes_are_as_they_were_when_the_county_was_closed(
    window: MainWindow, county_file: Path
) -> None:
    _, workspace = opened(window, county_file)
    workspace.show_page("facilities")
    QApplication.processEvents()
    page = facilities_page(workspace)
    page.table.setColumnWidth(2, 211)
    page.splitter.setSizes([500, 450])
    sizes = page.splitter.sizes()
    window.show_start()
    _, workspace = opened(window, county_file)
    workspace.show_page("facilities")
    QApplication.processEvents()
    page = facilities_page(workspace)
    assert page.table.columnWidth(2) == 211
    assert page.splitter.sizes() == sizes


def test_a_page_that_was_never_shown_keeps_the_sizes_it_is_made_with(
    window: MainWindow, county_file: Path
) -> None:
    opened(window, county_file)
    window.show_start()
    assert window.settings.layout("overview-columns-0") is not None
    assert window.settings.layout("facilities-splitter-0") is None


def test_a_dropped_county_file_is_opened(window: MainWindow, county_file: Path) -> None:
    assert drop(window, [county_file])
    assert window.session is not None
    assert window.session.file.path == county_file


def test_a_dropped_source_is_shown_before_it_is_imported(
    window: MainWindow, county_file: Path, tmp_path: Path
) -> None:
    session, _ = opened(window, county_file)
    workbook = tmp_path / "表.xlsx"
    window.actions_.files.export_workbook(workbook)
    set_beds(session, 77)
    assert drop(window, [workbook])
    dialog = window.findChild(ImportWizard)
    assert dialog is not None
    assert beds(session) == 77
    dialog.accept()
    assert beds(session) == 40


def test_a_dropped_geographic_file_is_shown_before_it_is_imported(
    qtbot: QtBot, window: MainWindow, county_file: Path, tmp_path: Path
) -> None:
    session, _ = opened(window, county_file)
    source = tmp_path / "点.geojson"
    source.write_text(
        '{"type": "Feature", "properties": {"机构名称": "丙卫生院"}, '
        '"geometry": {"type": "Point", "coordinates": [105.72, 29.71]}}',
        "utf8",
    )
    assert drop(window, [source])
    (wizard,) = window.findChildren(GeoWizard)
    qtbot.waitUntil(lambda: not wizard.job.is_busy)
    assert session.county.facility("c").place is None
    box = wizard.layers.boxes[GeoRole.CODE]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    for _ in range(3):
        wizard.next.click()
        qtbot.waitUntil(lambda: not wizard.job.is_busy)
    wizard.accept()
    assert session.county.facility("c").place == (105.72, 29.71)
    (said,) = window.settings.geo_layers.values()
    assert said == ["facilities", "name=机构名称", "code=机构名称"]


def test_several_dropped_files_are_not_taken(window: MainWindow, county_file: Path) -> None:
    assert not drop(window, [county_file, county_file])
    assert window.session is None


def test_a_file_without_a_plan_asks_for_its_county(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "新县.weigui"
    create(path, [], "new")
    assert not window.open_file(path)
    dialog = window.findChild(NewCountyDialog)
    assert dialog is not None
    assert dialog.name.text() == "新县"
    dialog.baseline.setValue(2020)
    dialog.target.setValue(2025)
    dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()
    assert window.session is not None
    assert window.session.file.path == path
    assert window.session.plan.target_year == 2025
    assert [row.label for row in window.session.file.journal()] == [
        "new",
        "New county file: 新县",
    ]


def test_the_counters_lead_to_the_findings(window: MainWindow, dazu_file: Path) -> None:
    _, workspace = opened(window, dazu_file)
    window.status.warnings.click()
    assert workspace.current == "findings"


def test_no_key_is_taken_twice(window: MainWindow, county_file: Path) -> None:
    """Qt carries out neither of two actions that stand on one key at the same time."""
    _, workspace = opened(window, county_file)
    everywhere = [
        key.toString()
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
        for key in action.shortcuts()
    ]
    assert len(everywhere) > 10
    for name, page in workspace.pages.items():
        own = [key.toString() for action in page.actions() for key in action.shortcuts()]
        own += [s.key().toString() for s in page.findChildren(QShortcut)]
        assert len(own) == len(set(own)), name
        assert not set(own) & set(everywhere), name
    assert len(everywhere) == len(set(everywhere))
