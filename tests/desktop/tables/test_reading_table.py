"""A table to read: choosing, opening and copying whole rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from desktop.tables.reading_table import ReadingTableView


@pytest.fixture
def table(qtbot: QtBot) -> ReadingTableView:
    model = QStandardItemModel(0, 2)
    model.setHorizontalHeaderLabels(["Name", "Planned\nbeds"])
    for name, beds in (("甲", "1"), ("乙", "2\n3"), ("丙", "4")):
        model.appendRow([QStandardItem(name), QStandardItem(beds)])
    table = ReadingTableView(model, (100, 60))
    model.setParent(table)
    qtbot.addWidget(table)
    return table


def test_nothing_is_chosen_at_first_and_nothing_copied(table: ReadingTableView) -> None:
    QGuiApplication.clipboard().setText("before")
    table.copy()
    assert table.chosen is None
    assert QGuiApplication.clipboard().text() == "before"


def test_a_row_stays_chosen_when_chosen_again_with_ctrl_held(
    table: ReadingTableView, qtbot: QtBot
) -> None:
    table.choose(1)
    qtbot.keyPress(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.choose(1)
    assert table.chosen == 1
    qtbot.keyRelease(table, Qt.Key.Key_A)


def test_chosen_rows_are_copied_in_order_under_one_line_headings(
    table: ReadingTableView,
) -> None:
    table.selectAll()
    table.copy()
    text = QGuiApplication.clipboard().text()
    assert text == 'Name\tPlanned beds\n甲\t1\n乙\t"2\n3"\n丙\t4\n'


def test_enter_opens_only_a_chosen_row(table: ReadingTableView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    table.choose(2)
    with qtbot.waitSignal(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Enter)


def test_choosing_tells(table: ReadingTableView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.current_changed):
        table.choose(0)


def test_the_row_below_takes_the_place_of_a_chosen_row_that_goes(
    table: ReadingTableView,
) -> None:
    table.choose_some()
    assert table.chosen == 0
    table.choose(1)
    table.choose_some()
    assert table.chosen == 1
    table.model().removeRow(1)
    table.choose_some()
    assert table.chosen is not None
    table.model().removeRows(0, 2)
    table.choose_some()
    assert table.chosen is None


def test_a_column_is_widened_for_its_longest_word_and_never_narrowed(
    table: ReadingTableView,
) -> None:
    table.widen(0, ["a"])
    assert table.columnWidth(0) == 100
    word = "not computed yet by any rule of the plan"
    table.widen(0, ["a", word])
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance(word)
