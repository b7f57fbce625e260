"""Values by year: typed, pasted, described, undone, refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.pages.indicator_values import IndicatorValuesView
from desktop.session import CountySession
from desktop.tables.indicator_values_model import FIRST_YEAR, NAME
from models.plan import IndicatorValue

Y2022 = FIRST_YEAR + 2


@pytest.fixture
def view(qtbot: QtBot, session: CountySession) -> IndicatorValuesView:
    view = IndicatorValuesView(session)
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    qtbot.addWidget(view)
    view.resize(1000, 500)
    view.show()
    return view


def entered(session: CountySession) -> dict[tuple[str, int], Decimal]:
    table = session.county.table(IndicatorValue).values()
    return {(v.indicator_id, v.year): v.value for v in table}


def cell(view: IndicatorValuesView, row: int, column: int) -> str:
    return str(view.model.index(row, column).data() or "")


def test_printed_indicators_with_computed_figures_in_italics(view: IndicatorValuesView) -> None:
    assert [cell(view, r, NAME) for r in range(3)] == [
        "每千人口床位数（张）", "其中：公立医院", "床人比"]  # fmt: skip
    first = view.model.index(0, FIRST_YEAR)
    assert first.data() == "5.50"  # 550 authorised beds ÷ 100,000 × 1,000
    assert first.data(Qt.ItemDataRole.FontRole).italic()


def test_a_typed_value_is_one_undoable_edit(
    view: IndicatorValuesView, session: CountySession
) -> None:
    assert view.model.setData(view.model.index(1, Y2022), "4.2（年报）")
    assert entered(session) == {("i2", 2022): Decimal("4.2")}
    assert session.county.table(IndicatorValue)["plan", "i2", 2022].note == "年报"
    assert cell(view, 1, Y2022) == "4.2"
    session.undo()
    assert entered(session) == {}
    assert cell(view, 1, Y2022) == ""


def test_a_block_from_a_spreadsheet_is_taken_whole(
    view: IndicatorValuesView, session: CountySession, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("4.1\t4.2\n1:1.25\t\n")
    view.grid.go_to(1, Y2022)
    qtbot.keyClick(view.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert entered(session) == {
        ("i2", 2022): Decimal("4.1"),
        ("i2", 2023): Decimal("4.2"),
        ("i3", 2022): Decimal("1.25"),
    }
    assert cell(view, 2, Y2022) == "1:1.25"
    session.undo()
    assert entered(session) == {}


def test_one_bad_cell_refuses_the_block_and_says_where(
    view: IndicatorValuesView, session: CountySession, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("4.1\t≥4\n")
    view.grid.go_to(1, Y2022)
    qtbot.keyClick(view.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert entered(session) == {}
    assert view.bad_cells.isVisible()
    assert "row 2, column 2023" in view.bad_cells.cells.item(0).text()


def test_a_block_that_reaches_outside_is_refused(
    view: IndicatorValuesView, session: CountySession
) -> None:
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    view.grid.go_to(1, Y2022)
    view.grid.paste()
    assert entered(session) == {}
    assert view.bad_cells.isVisible()


def test_source_and_note_of_the_selected_values_and_clearing(
    view: IndicatorValuesView, session: CountySession, qtbot: QtBot
) -> None:
    assert not view.button.isEnabled()
    view.model.setData(view.model.index(1, Y2022), "4.2")
    view.grid.go_to(1, Y2022)
    view.grid.selectionModel().selectionChanged.emit(*[view.grid.selectionModel().selection()] * 2)
    view.source.setText("统计公报")
    view.note.setText("初步数")
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    value = session.county.table(IndicatorValue)["plan", "i2", 2022]
    assert (value.source, value.note) == ("统计公报", "初步数")
    view.grid.go_to(1, Y2022)
    qtbot.keyClick(view.grid, Qt.Key.Key_Delete)
    assert entered(session) == {}


def test_the_name_and_an_issued_plan_cannot_be_typed_over(view: IndicatorValuesView) -> None:
    assert not view.model.index(0, NAME).flags() & Qt.ItemFlag.ItemIsEditable
    assert view.model.index(0, FIRST_YEAR).flags() & Qt.ItemFlag.ItemIsEditable
