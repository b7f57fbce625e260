"""A table of facts: written and sorted by its columns, chosen by what a row is about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.tables.fact_table import FactColumn, FactTable, FactTableView

COLUMNS = (
    FactColumn("Name", lambda row: row[0]),
    FactColumn("People", lambda row: f"{row[1]:,}", lambda row: row[1], figure=True),
)


def table(*rows: tuple[str, int]) -> FactTable:
    return FactTable(COLUMNS, rows, lambda row: ("facility", row[0]))


@pytest.fixture
def view(qtbot: QtBot) -> FactTableView:
    made = FactTableView()
    qtbot.addWidget(made)
    made.show_table(table(("a", 900), ("b", 12_000), ("c", 1_000)))
    return made


def names(view: FactTableView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_model_is_one_that_qt_accepts(view: FactTableView) -> None:
    QAbstractItemModelTester(view.facts, QAbstractItemModelTester.FailureReportingMode.Warning)
    view.show_table(table(("d", 1)))
    assert names(view) == ["d"]


def test_figures_sort_by_value_and_stand_right(view: FactTableView) -> None:
    assert names(view) == ["a", "b", "c"]  # as given, until a heading is clicked
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(view) == ["a", "c", "b"]
    index = view.model().index(2, 1)
    assert index.data() == "12,000"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_row_is_told_and_chosen_by_what_it_is_about(view: FactTableView, qtbot: QtBot) -> None:
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(view.picked) as told:
        view.choose(0)
    assert told.args == [("facility", "b")]
    view.choose_target(("facility", "c"))
    assert view.chosen == 1
    view.choose_target(("facility", "nobody"))
    assert view.chosen == 1


def test_what_was_chosen_stays_chosen_in_other_rows(view: FactTableView) -> None:
    view.choose_target(("facility", "c"))
    view.show_table(table(("c", 5), ("a", 1)))
    assert view.chosen == 0
