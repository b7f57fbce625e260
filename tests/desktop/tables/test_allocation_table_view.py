"""Filling, sorting, folding and asking in the view of the allocation table."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnSet
from desktop.tables.allocation_rows import Grouping
from desktop.tables.allocation_table import AllocationTable
from desktop.tables.allocation_table_model import AllocationTableModel
from models.edits import Edit, add
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin

# rows: 0 hospitals, 1 甲医院, 2 the group row, 3 primary care, 4 乙卫生院, 5 丙卫生院
AUTHORISED, ACTUAL, PLANNED, CHANGE, RATE, PERSONNEL, TECHNICAL, PHYSICIANS = range(8)
KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class CountingModel(AllocationTableModel):
    """Counts the cells that are asked for."""

    asked_cells: set[tuple[int, int]]

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        self.asked_cells.add((index.row(), index.column()))
        return super().data(index, role)


@pytest.fixture
def table(session: CountySession, qtbot: QtBot) -> AllocationTable:
    table = AllocationTable(AllocationTableModel(session))
    qtbot.addWidget(table)
    table.resize(1000, 500)
    with qtbot.waitExposed(table):
        table.show()
    table.view.setFocus()
    table.view.go_to(1, PLANNED)
    return table


def names(table: AllocationTable) -> list[str]:
    rows = table.model.rows
    return [row.facility.id if row.facility else f"[{row.group}]" for row in rows]


def texts(table: AllocationTable, *cells: tuple[int, int]) -> list[str]:
    return [str(table.model.index(*cell).data()) for cell in cells]


def select(table: AllocationTable, *cells: tuple[int, int]) -> None:
    selection = table.view.selectionModel()
    selection.setCurrentIndex(
        table.model.index(*cells[0]), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    for cell in cells:
        selection.select(table.model.index(*cell), QItemSelectionModel.SelectionFlag.Select)


def editor(table: AllocationTable) -> QLineEdit:
    found = table.view.viewport().findChild(QLineEdit)
    assert found is not None
    return found


# --- filling


def test_fill_right_takes_the_leftmost_value(table: AllocationTable, qtbot: QtBot) -> None:
    cells = (4, PERSONNEL), (4, TECHNICAL), (4, PHYSICIANS)
    table.model.setData(table.model.index(4, PERSONNEL), "12")
    select(table, *cells)
    qtbot.keyClick(table.view, KEYS.Key_R, CONTROL)
    assert texts(table, *cells) == ["12", "12", "12"]
    select(table, (5, ACTUAL))
    qtbot.keyClick(table.view, KEYS.Key_R, CONTROL)
    assert texts(table, (5, ACTUAL)) == ["20"]  # from the column at its left


def test_series_counts_on_downwards_over_subtotals(
    table: AllocationTable, qtbot: QtBot, session: CountySession
) -> None:
    rows = (1, 2, 4, 5)
    table.model.setData(table.model.index(1, PERSONNEL), "5")
    table.model.setData(table.model.index(2, PERSONNEL), "7")
    select(table, *((row, PERSONNEL) for row in range(1, 6)))
    qtbot.keyClick(table.view, KEYS.Key_L, CONTROL)
    assert texts(table, *((row, PERSONNEL) for row in rows)) == ["5", "7", "9", "11"]
    session.undo()
    assert texts(table, *((row, PERSONNEL) for row in rows)) == ["5", "7", "", ""]


def test_series_of_one_row_runs_to_the_right(table: AllocationTable) -> None:
    cells = [(4, column) for column in (PERSONNEL, TECHNICAL, PHYSICIANS)]
    table.model.setData(table.model.index(*cells[0]), "30")
    table.model.setData(table.model.index(*cells[2]), "21")
    select(table, *cells)
    table.view.fill_series()
    assert texts(table, *cells) == ["30", "26", "21"]


def test_control_enter_writes_into_all_selected_cells_as_one_edit(
    table: AllocationTable, qtbot: QtBot, session: CountySession
) -> None:
    cells = (4, PLANNED), (5, PLANNED)
    select(table, *cells)
    qtbot.keyClick(table.view, KEYS.Key_5)
    qtbot.keyClick(editor(table), KEYS.Key_0)
    qtbot.keyClick(editor(table), KEYS.Key_Return, CONTROL)
    assert texts(table, *cells) == ["50", "50"]
    session.undo()
    assert texts(table, *cells) == ["40", "20"]


def test_percentage_is_of_each_cells_own_value(table: AllocationTable) -> None:
    select(table, (3, PLANNED), (4, PLANNED), (5, PLANNED))
    table.view.fill_with("+10%")
    assert texts(table, (4, PLANNED), (5, PLANNED)) == ["44", "22"]


def test_typed_arithmetic_is_written_as_its_result(table: AllocationTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table.view, KEYS.Key_Equal)
    qtbot.keyClicks(editor(table), "1200*0.45")
    qtbot.keyClick(editor(table), KEYS.Key_Return)
    assert texts(table, (1, PLANNED)) == ["540"]


# --- pasting more than fits


def test_paste_beyond_the_table_is_asked_about(
    table: AllocationTable, qtbot: QtBot, session: CountySession
) -> None:
    QGuiApplication.clipboard().setText("50\n30\n60")
    table.view.go_to(4, PLANNED)
    with qtbot.waitSignal(table.view.paste_asked) as asked:
        table.view.paste()
    (pasting,) = asked.args
    assert (pasting.beyond, session.undo_stack.to_undo) == (1, None)
    table.view.write_pasted(pasting.texts)
    assert texts(table, (4, PLANNED), (5, PLANNED)) == ["50", "30"]
    assert table.view.selected_cells() == [(4, PLANNED), (5, PLANNED)]


# --- doubts


def test_absurd_value_is_asked_about_and_not_written(
    table: AllocationTable, qtbot: QtBot, session: CountySession
) -> None:
    with qtbot.waitSignal(table.model.asked) as asked:
        assert not table.model.setData(table.model.index(4, PLANNED), "5000")
    (question,) = asked.args
    assert [doubt.compared for doubt in question.doubts] == [500]
    assert texts(table, (4, PLANNED)) == ["40"]
    session.do(question.edit)
    assert texts(table, (4, PLANNED)) == ["5000"]


def test_text_with_a_unit_is_asked_about(table: AllocationTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.model.asked) as asked:
        table.model.setData(table.model.index(4, PLANNED), "50张")
    assert [(u.text, u.value) for u in asked.args[0].units] == [("50张", Decimal(50))]


# --- order and groups


def test_click_on_a_heading_sorts_up_down_and_back(table: AllocationTable, qtbot: QtBot) -> None:
    header = table.view.horizontalHeader()
    orders = []
    for _ in range(3):
        place = header.rect().center()
        place.setX(header.sectionViewportPosition(PLANNED) + 30)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        orders.append(names(table))
    published = ["[hospital]", "h", "g", "[primary-care]", "b", "c"]
    assert orders[0] == ["[hospital]", "g", "h", "[primary-care]", "c", "b"]
    assert orders[1:] == [published, published]


def test_names_are_sorted_from_the_corner(table: AllocationTable) -> None:
    table.model.group_by(Grouping.NOTHING)
    orders, signs = [], []
    for _ in range(3):
        table.view.corner.click()
        orders.append(names(table))
        signs.append(table.view.corner.text())
    assert orders[0] == list(reversed(orders[1]))
    assert orders[2] == ["h", "b", "c", "g"]
    assert signs == ["Facility ▲", "Facility ▼", "Facility"]


def test_edit_moves_no_row(table: AllocationTable) -> None:
    table.model.sort_rows(PLANNED)
    before = names(table)
    table.model.setData(table.model.index(1, PLANNED), "900")
    assert names(table) == before


def test_order_lasts_as_long_as_its_column_is_shown(table: AllocationTable) -> None:
    published = names(table)
    table.model.sort_rows(PLANNED)
    sorted_names = names(table)
    table.model.show_columns(ColumnSet.BED_TARGETS)
    assert names(table) == sorted_names != published
    assert table.view.horizontalHeader().sortIndicatorSection() == 0
    table.model.show_columns(ColumnSet.EQUIPMENT)
    assert names(table) == published
    assert table.view.horizontalHeader().sortIndicatorSection() == -1


def test_group_is_folded_and_unfolded_by_keys_and_mouse(
    table: AllocationTable, qtbot: QtBot
) -> None:
    table.view.go_to(3, PLANNED)
    qtbot.keyClick(table.view, KEYS.Key_Minus)
    assert names(table) == ["[hospital]", "h", "g", "[primary-care]"]
    assert table.model.group_at(table.view.currentIndex().row()) == "primary-care"
    assert texts(table, (3, PLANNED)) == ["60"]
    qtbot.keyClick(table.view, KEYS.Key_Plus)
    assert len(names(table)) == 6
    header = table.view.verticalHeader()
    place = header.rect().center()
    place.setY(header.sectionViewportPosition(0) + 5)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(table) == ["[hospital]", "[primary-care]", "b", "c"]


# --- speed


def test_only_visible_cells_are_asked_of_the_model(session: CountySession, qtbot: QtBot) -> None:
    many = [
        Facility(f"v{i}", f"村卫生室{i}", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC)
        for i in range(500)
    ]
    doctors = [
        Allocation("plan", f.id, "village-doctors", Basis.PLANNED, 2025, Decimal(1), Origin.PLANNER)
        for f in many
    ]
    assert session.do(Edit("", (*add(*many), *add(*doctors))))
    CountingModel.asked_cells = set()
    model = CountingModel(session, ColumnSet.STAFF)
    table = AllocationTable(model)
    qtbot.addWidget(table)
    table.resize(800, 500)
    with qtbot.waitExposed(table):
        table.show()
    visible = (500 // 26 + 2) * (800 // 84 + 2)
    assert 0 < len(model.asked_cells) <= visible < 500
    model.asked_cells.clear()
    table.view.verticalScrollBar().setValue(300)
    table.view.viewport().repaint()
    assert 0 < len(model.asked_cells) <= visible
    model.asked_cells.clear()
    shown = table.view.rowAt(10)
    model.setData(model.index(shown, 1), "7")
    table.view.viewport().repaint()
    assert len(model.asked_cells) <= visible


def select_column(table: AllocationTable, column: int, rows: range) -> None:
    table.view.select_block((rows[0], column), (rows[-1], column))


def test_a_copied_block_skips_the_subtotals_that_it_was_copied_with(
    table: AllocationTable,
) -> None:
    select_column(table, AUTHORISED, range(6))
    table.view.copy()
    table.view.go_to(0, PLANNED)
    table.view.paste()
    assert texts(table, *((row, PLANNED) for row in range(6))) == [
        "500", "400", "100", "50", "30", "20",
    ]  # fmt: skip


def test_a_block_from_elsewhere_does_not_skip_subtotals(table: AllocationTable) -> None:
    refused: list[object] = []
    table.model.refused.connect(refused.append)
    QGuiApplication.clipboard().setText("1\n2\n3\n4\n5\n6\n")
    table.view.go_to(0, PLANNED)
    table.view.paste()
    assert len(refused) == 1
    assert texts(table, (1, PLANNED)) == ["500"]


def test_writing_many_cells_is_told_before_it_begins(
    table: AllocationTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.tables.allocation_table_view.SLOW_FROM", 2)
    told: list[tuple[int, str]] = []
    table.view.writing.connect(lambda count: told.append((count, *texts(table, (4, PLANNED)))))
    QGuiApplication.clipboard().setText("7\n8\n")
    table.view.go_to(4, PLANNED)
    table.view.paste()
    assert told == [(2, "40"), (0, "7")]
    assert QGuiApplication.overrideCursor() is None
