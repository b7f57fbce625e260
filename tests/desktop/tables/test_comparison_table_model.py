"""The differences of two versions as a table: filtered, sorted, ticked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.session import CountySession
from desktop.tables.comparison_table_model import (
    CellColumn,
    ComparisonTableModel,
    ComparisonTotalsModel,
    TotalColumn,
)
from models.comparison import Comparison, Difference, compare
from models.edits import Change, Edit, add, remove
from models.measure import Allocation, Basis, Origin
from models.plan_versions import copy_plan

PLANNED = (Basis.PLANNED, 2025)
ROLES = Qt.ItemDataRole


@pytest.fixture
def found(session: CountySession) -> Comparison:
    """甲医院 has 510 beds instead of 500, 乙卫生院 none instead of 40, 丙卫生院 nurses besides."""
    county = session.county
    session.do(copy_plan(county, "plan", name="二稿", date="", label="复制"))
    copy = county.plans[1].id
    first, second = (county.allocation(copy, f, "beds", *PLANNED) for f in "hb")
    assert first is not None
    assert second is not None
    nurses = Allocation(copy, "c", "nurses", *PLANNED, Decimal(9), Origin.PLANNER, note="新增")
    changes = (Change(first, replace(first, value=Decimal(510))), *remove(second), *add(nurses))
    assert session.do(Edit("改", changes))
    return compare(county, "plan", copy, session.catalogue.measures)


@pytest.fixture
def model(session: CountySession, found: Comparison) -> ComparisonTableModel:
    model = ComparisonTableModel(session)
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show_comparison(found)
    return model


def texts(model: ComparisonTableModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def row_texts(model: ComparisonTableModel | ComparisonTotalsModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_a_row_says_what_a_cell_is_in_both_versions(model: ComparisonTableModel) -> None:
    assert [row_texts(model, row) for row in range(3)] == [
        ["甲医院", "床位（张）", "规划", "2025", "500", "510", "+10", "≠ 改动"],
        ["乙卫生院", "床位（张）", "规划", "2025", "40", "—", "—", "− 删除"],
        ["丙卫生院", "注册护士（人）", "规划", "2025", "—", "9", "—", "+ 新增"],
    ]


def test_the_heading_names_its_version_on_hover(model: ComparisonTableModel) -> None:
    names = [
        model.headerData(column, Qt.Orientation.Horizontal, ROLES.ToolTipRole)
        for column in (CellColumn.A, CellColumn.B)
    ]
    assert names == ["规划", "二稿"]


def test_source_and_note_are_told_on_hover(model: ComparisonTableModel) -> None:
    assert model.index(0, CellColumn.A).data(ROLES.ToolTipRole) == "500\n专栏3"
    assert model.index(2, CellColumn.B).data(ROLES.ToolTipRole) == "9\n新增"


def test_rows_are_filtered_by_kind_measure_and_name(model: ComparisonTableModel) -> None:
    model.show_only("", Difference.REMOVED, None)
    assert texts(model, CellColumn.FACILITY) == ["乙卫生院"]
    model.show_only("", None, "nurses")
    assert texts(model, CellColumn.FACILITY) == ["丙卫生院"]
    model.show_only(" 卫生院", None, None)
    assert texts(model, CellColumn.FACILITY) == ["乙卫生院", "丙卫生院"]


def test_figures_sort_by_size_and_blanks_come_first(model: ComparisonTableModel) -> None:
    model.sort(CellColumn.A)
    assert texts(model, CellColumn.A) == ["—", "40", "500"]
    model.sort(CellColumn.A, Qt.SortOrder.DescendingOrder)
    assert texts(model, CellColumn.A) == ["500", "40", "—"]
    model.sort(-1)
    assert texts(model, CellColumn.A) == ["500", "40", "—"]
    assert texts(model, CellColumn.FACILITY) == ["甲医院", "乙卫生院", "丙卫生院"]


def test_facilities_sort_in_their_published_order(model: ComparisonTableModel) -> None:
    model.sort(CellColumn.FACILITY, Qt.SortOrder.DescendingOrder)
    assert texts(model, CellColumn.FACILITY) == ["丙卫生院", "乙卫生院", "甲医院"]


def test_a_box_is_ticked_as_the_mouse_does(model: ComparisonTableModel, qtbot: QtBot) -> None:
    box = model.index(1, CellColumn.FACILITY)
    assert box.flags() & Qt.ItemFlag.ItemIsUserCheckable
    with qtbot.waitSignal(model.ticks_changed):
        assert model.setData(box, Qt.CheckState.Checked.value, ROLES.CheckStateRole)
    assert [cell.facility_id for cell in model.ticked] == ["b"]
    assert not model.setData(model.index(1, CellColumn.B), "50")


def test_ticks_stay_while_filtered_away_and_go_with_the_difference(
    model: ComparisonTableModel, session: CountySession, found: Comparison
) -> None:
    model.tick(range(3), True)
    model.show_only("甲", None, None)
    assert model.ticked_count == 3
    model.tick(range(1), False)
    assert [cell.facility_id for cell in model.ticked] == ["b", "c"]
    model.show_comparison(replace(found, cells=found.cells[:2]))
    assert [cell.facility_id for cell in model.ticked] == ["b"]


def test_totals_say_how_many_cells_differ(session: CountySession, found: Comparison) -> None:
    model = ComparisonTotalsModel(session)
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show_comparison(found)
    rows = [row_texts(model, row) for row in range(model.rowCount(QModelIndex()))]
    beds = ["床位（张）", "规划", "2025", "660", "630", "−30", "1", "0", "1", "2"]
    assert beds in rows
    assert ["注册护士（人）", "规划", "2025", "—", "9", "—", "0", "1", "0", "0"] in rows
    same = next(row for row, shown in enumerate(rows) if shown[1] == "编制")
    assert model.index(same, TotalColumn.A).data(ROLES.ForegroundRole) is not None
    assert model.index(rows.index(beds), TotalColumn.A).data(ROLES.ForegroundRole) is None
