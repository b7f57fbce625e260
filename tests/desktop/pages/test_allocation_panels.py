"""What stands round the table: questions, notes, find and replace, refusals, the legend."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.pages.allocation import AllocationPage
from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnSet
from desktop.tables.allocation_looks import MARKS_ROLE
from models.edits import Change, Edit
from models.measure import Basis, Origin
from models.plan import PlanState

AUTHORISED, ACTUAL, PLANNED, CHANGE, RATE, PERSONNEL = range(6)
KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


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


def paste(page: AllocationPage, qtbot: QtBot, block: str) -> None:
    QGuiApplication.clipboard().setText(block)
    qtbot.keyClick(page.view, KEYS.Key_V, CONTROL)


def test_doubtful_value_is_taken_over_only_if_confirmed(
    page: AllocationPage, session: CountySession
) -> None:
    page.model.setData(page.model.index(4, PLANNED), "5000")
    assert page.question.isVisible()
    line = page.question.lines.item(0).text()
    assert line.startswith("乙卫生院, 床位 规划 2025: 5000 张 is very many")
    assert "乡镇卫生院" in line
    page.question.buttons[-1].click()
    assert (text(page, 4, PLANNED), page.question.isVisible()) == ("40", False)
    QTest.keyClick(page.view.indexWidget(page.model.index(4, PLANNED)), Qt.Key.Key_Escape)
    page.model.setData(page.model.index(4, PLANNED), "400")
    assert "40 → 400 张" in page.question.lines.item(0).text()
    page.question.buttons[0].click()
    assert text(page, 4, PLANNED) == "400"
    assert session.undo_stack.to_undo is not None
    assert session.undo_stack.to_undo.label == "Set 床位 规划 2025 of 乙卫生院"


def test_value_with_a_unit_is_asked_about(page: AllocationPage, qtbot: QtBot) -> None:
    paste(page, qtbot, "520张")
    assert page.question.lines.item(0).text() == "row 2, column 床位 规划 2025: “520张” is 520 张"
    page.question.buttons[0].click()
    assert text(page, 1, PLANNED) == "520"


def test_another_edit_puts_the_question_away(page: AllocationPage) -> None:
    page.model.setData(page.model.index(4, PLANNED), "5000")
    page.model.setData(page.model.index(4, PLANNED), "50")
    assert not page.question.isVisible()


def test_paste_that_does_not_fit_is_asked_about(page: AllocationPage, qtbot: QtBot) -> None:
    select(page, (4, PLANNED), (5, PLANNED))
    paste(page, qtbot, "41\n21\n11")
    assert [b.text() for b in page.question.buttons] == [
        "Paste into the selection only (2 cells)", "Paste what fits the table (2 cells)", "Cancel",
    ]  # fmt: skip
    assert text(page, 4, PLANNED) == "40"
    page.question.buttons[0].click()
    assert [text(page, row, PLANNED) for row in (4, 5)] == ["41", "21"]


def test_refused_cell_is_gone_to(page: AllocationPage, qtbot: QtBot) -> None:
    page.view.go_to(4, ACTUAL)
    paste(page, qtbot, "30\t40\n20\tx")
    page.bad_cells.cells.itemClicked.emit(page.bad_cells.cells.item(0))
    assert place(page) == (5, PLANNED)


def test_note_is_written_beside_the_cell_and_marked(
    page: AllocationPage, session: CountySession, qtbot: QtBot
) -> None:
    panel = page.cell_panel
    panel.note.setFocus()
    qtbot.keyClicks(panel.note, "two sites")
    page.view.setFocus()
    key = ("plan", "h", "beds", Basis.PLANNED, 2025)
    noted = session.county.allocation(*key)
    assert noted is not None
    assert (noted.note, noted.origin) == ("two sites", Origin.PUBLISHED)
    cell = page.model.index(1, PLANNED)
    assert cell.data(MARKS_ROLE) == (None, True)
    assert cell.data(Qt.ItemDataRole.ToolTipRole).endswith("◥ two sites")
    session.undo()
    assert panel.note.toPlainText() == ""
    assert cell.data(MARKS_ROLE) == (None, False)


def test_escape_gives_a_note_up(page: AllocationPage, session: CountySession, qtbot: QtBot) -> None:
    page.cell_panel.note.setFocus()
    qtbot.keyClicks(page.cell_panel.note, "no")
    qtbot.keyClick(page.cell_panel.note, KEYS.Key_Escape)
    page.view.setFocus()
    assert session.undo_stack.to_undo is None


def test_blank_and_computed_cells_have_no_note(page: AllocationPage) -> None:
    page.view.go_to(1, PERSONNEL)
    assert not page.cell_panel.note.isEnabled()
    page.view.go_to(1, CHANGE)
    assert not page.cell_panel.note.isVisible()


def test_remark_column_shows_and_takes_notes(page: AllocationPage, qtbot: QtBot) -> None:
    page.bar.column_sets.choose(ColumnSet.BED_TARGETS)
    page.view.go_to(1, 1)
    paste(page, qtbot, "含分院")
    assert (text(page, 1, 1), text(page, 1, 0)) == ("含分院", "500")
    assert page.model.index(1, 0).data(MARKS_ROLE) == (None, True)
    qtbot.keyClick(page.view, KEYS.Key_Delete)
    assert text(page, 1, 1) == ""


def test_find_and_replace_stands_beside_the_table(page: AllocationPage, qtbot: QtBot) -> None:
    page.find_action.trigger()
    assert page.side.currentWidget() is page.find_panel
    qtbot.keyClicks(page.find_panel.wanted, "100")
    page.find_panel.find_next()
    assert place(page) == (2, AUTHORISED)
    assert page.side.currentWidget() is page.find_panel
    page.find_panel.close_button.click()
    assert page.side.currentWidget() is page.cell_panel


def test_folded_facility_is_uncovered_when_pointed_at(page: AllocationPage) -> None:
    page.model.fold_all(True)
    page.bar.filters.class_filter.choose("hospital")
    page.show_target(("facility", "c"))
    assert page.model.facility_at(place(page)[0]) == page.session.county.facility("c")


def test_issued_plan_can_only_be_read(page: AllocationPage, session: CountySession) -> None:
    issued = replace(session.plan, state=PlanState.ISSUED)
    session.do(Edit("", (Change(session.plan, issued),)))
    cell = page.model.index(1, PLANNED)
    assert not page.model.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert cell.data(Qt.ItemDataRole.ForegroundRole) is not None
    page.view.go_to(1, PLANNED)
    assert not page.cell_panel.note.isEnabled()
    page.model.setData(cell, "5000")
    assert (text(page, 1, PLANNED), page.question.isVisible()) == ("500", False)


def test_legend_names_the_origins(page: AllocationPage) -> None:
    assert page.legend.text().startswith("<i>按规则推算</i> · <b>规划人员设定</b>")


def test_going_back_offers_what_was_typed_again(page: AllocationPage, qtbot: QtBot) -> None:
    page.model.setData(page.model.index(4, PLANNED), "4000")
    page.question.buttons[-1].click()
    editor = page.view.indexWidget(page.model.index(4, PLANNED))
    assert isinstance(editor, QLineEdit)
    assert (editor.text(), editor.selectedText()) == ("4000", "4000")
    qtbot.keyClicks(editor, "41")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert text(page, 4, PLANNED) == "41"


def test_going_back_from_a_paste_of_many_types_nothing(page: AllocationPage) -> None:
    QGuiApplication.clipboard().setText("4000\n4000\n")
    page.view.go_to(4, PLANNED)
    page.view.paste()
    page.question.buttons[-1].click()
    assert page.view.viewport().findChild(QLineEdit) is None
    assert text(page, 4, PLANNED) == "40"


def test_a_signed_number_is_refused_with_what_would_be_read(page: AllocationPage) -> None:
    page.model.setData(page.model.index(4, PLANNED), "+5")
    assert "+10%" in page.bad_cells.cells.item(0).text()
    assert text(page, 4, PLANNED) == "40"
