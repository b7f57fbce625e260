from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.pages.allocation import AllocationPage
from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnSet
from models.county import remove_facility
from models.measure import Basis, Origin

AUTHORISED, ACTUAL, PLANNED, CHANGE, RATE, PERSONNEL, TECHNICAL, PHYSICIANS = range(8)
KEYS = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> AllocationPage:
    page = AllocationPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    with qtbot.waitExposed(page):
        page.show()
    page.view.setFocus()
    page.view.go_to(1, PLANNED)
    return page


def text(page: AllocationPage, row: int, column: int) -> str:
    return str(page.model.index(row, column).data())


def place(page: AllocationPage) -> tuple[int, int]:
    return page.view.currentIndex().row(), page.view.currentIndex().column()


def select(page: AllocationPage, *cells: tuple[int, int]) -> None:
    selection = page.view.selectionModel()
    selection.clearSelection()
    for cell in cells:
        selection.select(page.model.index(*cell), QItemSelectionModel.SelectionFlag.Select)


def editor(page: AllocationPage) -> QLineEdit:
    found = page.view.viewport().findChild(QLineEdit)
    assert found is not None
    return found


def paste(page: AllocationPage, qtbot: QtBot, block: str) -> None:
    QGuiApplication.clipboard().setText(block)
    qtbot.keyClick(page.view, KEYS.Key_V, CONTROL)


def test_typing_starts_editing_and_enter_goes_down(page: AllocationPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.view, KEYS.Key_6)
    qtbot.keyClicks(editor(page), "00")
    qtbot.keyClick(editor(page), KEYS.Key_Return)
    assert text(page, 1, PLANNED) == "600"
    assert place(page) == (2, PLANNED)


@pytest.mark.parametrize(
    ("key", "modifier", "where"),
    [
        (KEYS.Key_Return, SHIFT, (3, PLANNED)),
        (KEYS.Key_Tab, Qt.KeyboardModifier.NoModifier, (4, CHANGE)),
        (KEYS.Key_Backtab, SHIFT, (4, ACTUAL)),
    ],
)
def test_keys_that_end_typing_move_as_in_a_spreadsheet(
    page: AllocationPage,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    where: tuple[int, int],
) -> None:
    page.view.go_to(4, PLANNED)
    qtbot.keyClick(page.view, KEYS.Key_7)
    qtbot.keyClick(editor(page), key, modifier)
    assert (text(page, 4, PLANNED), place(page)) == ("7", where)


def test_f2_edits_and_escape_gives_up(page: AllocationPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.view, KEYS.Key_F2)
    assert editor(page).text() == "500"
    qtbot.keyClicks(editor(page), "9")
    qtbot.keyClick(editor(page), KEYS.Key_Escape)
    assert text(page, 1, PLANNED) == "500"


def test_undo_in_a_cell_being_typed_is_the_cells_own(page: AllocationPage, qtbot: QtBot) -> None:
    undo = QAction(page)
    undo.setShortcut("Ctrl+Z")
    page.addAction(undo)
    undone: list[bool] = []
    undo.triggered.connect(lambda: undone.append(True))
    qtbot.keyClick(page.view, KEYS.Key_F2)
    qtbot.keyClicks(editor(page), "9")
    qtbot.keyClick(editor(page), KEYS.Key_Z, CONTROL)
    assert (editor(page).text(), undone) == ("500", [])
    qtbot.keyClick(editor(page), KEYS.Key_Escape)
    qtbot.keyClick(page.view, KEYS.Key_Z, CONTROL)
    assert undone == [True]


def test_enter_and_tab_move_without_editing(page: AllocationPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.view, KEYS.Key_Return)
    qtbot.keyClick(page.view, KEYS.Key_Tab)
    assert place(page) == (2, CHANGE)


def test_control_moves_to_corners_and_edges(page: AllocationPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.view, KEYS.Key_End, CONTROL)
    assert place(page) == (5, page.model.columnCount() - 1)
    qtbot.keyClick(page.view, KEYS.Key_Home, CONTROL)
    assert place(page) == (0, 0)
    qtbot.keyClick(page.view, KEYS.Key_Right, CONTROL)
    assert place(page) == (0, RATE)
    page.view.go_to(1, ACTUAL)
    qtbot.keyClick(page.view, KEYS.Key_Down, CONTROL)  # over the blank in row 2
    assert place(page) == (3, ACTUAL)
    qtbot.keyClick(page.view, KEYS.Key_Down, CONTROL | SHIFT)
    assert page.view.selected_cells() == [(3, ACTUAL), (4, ACTUAL), (5, ACTUAL)]


def test_delete_clears_what_can_be_cleared_as_one_edit(
    page: AllocationPage, qtbot: QtBot, session: CountySession
) -> None:
    select(page, (0, PLANNED), (1, PLANNED), (1, CHANGE), (2, PLANNED))
    qtbot.keyClick(page.view, KEYS.Key_Delete)
    assert [text(page, row, PLANNED) for row in (0, 1, 2)] == ["", "", ""]
    session.undo()
    assert [text(page, row, PLANNED) for row in (0, 1, 2)] == ["600", "500", "100"]


def test_copied_block_pasted_elsewhere_is_one_edit(
    page: AllocationPage, qtbot: QtBot, session: CountySession
) -> None:
    select(page, (4, AUTHORISED), (4, ACTUAL), (5, AUTHORISED), (5, ACTUAL))
    qtbot.keyClick(page.view, KEYS.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "30\t30\n20\t25\n"
    page.view.go_to(4, ACTUAL)
    qtbot.keyClick(page.view, KEYS.Key_V, CONTROL)
    assert [text(page, 4, c) for c in (ACTUAL, PLANNED)] == ["30", "30"]
    assert [text(page, 5, c) for c in (ACTUAL, PLANNED)] == ["20", "25"]
    assert session.undo_stack.to_undo is not None
    assert session.undo_stack.to_undo.label == "Paste 4 cells"
    session.undo()
    assert [text(page, 4, PLANNED), text(page, 5, ACTUAL)] == ["40", "25"]


def test_cut_takes_the_values_away(page: AllocationPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.view, KEYS.Key_X, CONTROL)
    assert (QGuiApplication.clipboard().text(), text(page, 1, PLANNED)) == ("500\n", "")


def test_paste_with_bad_cells_changes_nothing_and_lists_them(
    page: AllocationPage, qtbot: QtBot, session: CountySession
) -> None:
    page.view.go_to(4, PLANNED)
    paste(page, qtbot, "50\t1\nabc\t")
    assert page.bad_cells.isVisible()
    shown = [page.bad_cells.cells.item(r).text() for r in range(page.bad_cells.cells.count())]
    assert len(shown) == 3  # two fall on a computed column; a word
    assert shown[1].startswith("row 6, column 床位 规划 2025: ")
    assert (text(page, 4, PLANNED), session.undo_stack.to_undo) == ("40", None)
    qtbot.mouseClick(page.bad_cells.close_button, Qt.MouseButton.LeftButton)
    assert not page.bad_cells.isVisible()


def test_next_good_edit_puts_the_bad_cells_away(page: AllocationPage, qtbot: QtBot) -> None:
    paste(page, qtbot, "abc")
    assert page.bad_cells.isVisible()
    paste(page, qtbot, "70")
    assert not page.bad_cells.isVisible()


def test_single_value_fills_the_selection(page: AllocationPage, qtbot: QtBot) -> None:
    select(page, (4, PLANNED), (5, PLANNED))
    paste(page, qtbot, "77")
    assert [text(page, row, PLANNED) for row in (4, 5)] == ["77", "77"]


def test_fill_down_skips_subtotals_and_takes_the_value_above_a_single_cell(
    page: AllocationPage, qtbot: QtBot
) -> None:
    page.model.setData(page.model.index(1, PLANNED), "150")
    select(page, *((row, PLANNED) for row in range(1, 5)))
    qtbot.keyClick(page.view, KEYS.Key_D, CONTROL)
    assert [text(page, row, PLANNED) for row in (1, 2, 4, 5)] == ["150", "150", "150", "20"]
    page.view.go_to(5, PLANNED)
    qtbot.keyClick(page.view, KEYS.Key_D, CONTROL)
    assert text(page, 5, PLANNED) == "150"


def test_whole_table_is_copied_with_names_and_headings(page: AllocationPage) -> None:
    page.view.copy_with_headings()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[1:3] == ["床位 编制 2020", "床位 实有 2020"]
    assert lines[2].split("\t")[:4] == ["甲医院", "400", "450", "500"]


def test_deriving_fills_staff_as_one_step(page: AllocationPage, session: CountySession) -> None:
    page.derive_action.trigger()
    assert [text(page, 1, PERSONNEL), text(page, 1, PHYSICIANS)] == ["700", "225"]
    assert text(page, 0, PERSONNEL) == "840"
    session.undo()
    assert text(page, 1, PERSONNEL) == ""
    assert session.undo_stack.to_undo is None


def test_deriving_asks_before_it_overwrites_the_planner(
    page: AllocationPage, session: CountySession
) -> None:
    page.model.setData(page.model.index(1, PERSONNEL), "900")
    page.model.setData(page.model.index(4, PERSONNEL), "10")
    page.derive_action.trigger()
    panel = page.derive_panel
    assert page.side.currentWidget() is panel
    assert [panel.values.item(r).text() for r in range(2)] == [
        "甲医院, 卫生人员: 900 → 700",
        "乙卫生院, 卫生人员: 10 → 56",
    ]
    assert text(page, 1, PHYSICIANS) == ""  # nothing yet
    panel.values.item(1).setCheckState(Qt.CheckState.Checked)
    panel.derive.click()
    assert [text(page, row, PERSONNEL) for row in (1, 4)] == ["900", "56"]
    assert text(page, 1, PHYSICIANS) == "225"
    assert page.side.currentWidget() is page.cell_panel


def test_cancelled_derivation_changes_nothing(page: AllocationPage) -> None:
    page.model.setData(page.model.index(1, PERSONNEL), "900")
    page.derive_action.trigger()
    page.derive_panel.cancel.click()
    assert (text(page, 1, PERSONNEL), text(page, 1, PHYSICIANS)) == ("900", "")
    assert page.side.currentWidget() is page.cell_panel


def test_panel_says_where_a_value_comes_from_and_what_is_demanded(page: AllocationPage) -> None:
    panel = page.cell_panel
    assert (panel.facility.text(), panel.value.text()) == ("甲医院", "500 张")
    assert panel.origin.text() == "公布规划: 专栏3"
    page.model.setData(page.model.index(1, PERSONNEL), "600")
    page.view.go_to(1, PERSONNEL)
    assert "700" in panel.demands.text()
    assert panel.findings.text().startswith("✕ 床人比")


def test_search_and_class_narrow_the_rows_and_keep_the_place(
    page: AllocationPage, qtbot: QtBot
) -> None:
    page.view.go_to(4, PLANNED)
    page.search.setText("乙卫")
    assert (page.model.rowCount(), place(page)) == (2, (1, PLANNED))
    assert page.bar.shown.text() == "1 of 4 facilities"
    page.search.clear()
    assert place(page) == (4, PLANNED)
    page.bar.filters.class_filter.choose("hospital")
    assert page.model.rowCount() == 3


def test_target_of_another_page_is_shown_with_its_columns(page: AllocationPage) -> None:
    page.search.setText("丙")
    page.show_target(("cell", "h", "nurses", Basis.ACTUAL))
    assert page.bar.column_sets.currentData() == ColumnSet.STAFF
    index = page.view.currentIndex()
    facility, column = page.model.facility_at(index.row()), page.model.columns[index.column()]
    assert facility is not None
    assert (facility.id, column.measure, column.basis) == ("h", "nurses", Basis.ACTUAL)
    page.show_target(("facility", "c"))
    assert page.model.facility_at(place(page)[0]) == page.session.county.facility("c")


def test_total_scrolls_with_the_rows(page: AllocationPage, qtbot: QtBot) -> None:
    page.view.go_to(1, page.model.columnCount() - 1)
    assert page.view.horizontalScrollBar().value() > 0
    assert page.table.total.horizontalScrollBar().value() == page.view.horizontalScrollBar().value()
    page.view.setColumnWidth(0, 150)
    assert page.table.total.columnWidth(0) == 150


def test_page_without_facilities_says_what_to_do(
    page: AllocationPage, session: CountySession, qtbot: QtBot
) -> None:
    for facility in session.county.facilities:
        session.do(remove_facility(session.county, facility.id, ""))
    assert page.to_facilities.isVisible()
    with qtbot.waitSignal(page.navigate) as asked:
        page.to_facilities.click()
    assert asked.args[0] == "facilities"
    session.undo()
    assert page.table.isVisible()


def test_workbook_is_asked_of_the_window(page: AllocationPage, qtbot: QtBot) -> None:
    with qtbot.waitSignals([page.export_requested, page.import_requested]):
        page.export_action.trigger()
        page.import_action.trigger()


def test_dazu_staff_is_derived_and_compared_with_the_bed_standard(
    dazu: CountySession, qtbot: QtBot
) -> None:
    page = AllocationPage(dazu)
    qtbot.addWidget(page)
    assert "/ 6104" in page.standard.text()
    page.derive()
    plan = dazu.plan
    staff = dazu.county.column(plan.id, "health-personnel", Basis.PLANNED, plan.target_year)
    assert {a.origin for a in staff.values()} == {Origin.DERIVED}
    beds = dazu.county.column(plan.id, "beds", Basis.PLANNED, plan.target_year)
    assert set(staff) == {i for i, a in beds.items() if a.value}
