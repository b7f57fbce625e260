from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnSet
from desktop.tables.allocation_looks import MARKS_ROLE
from desktop.tables.allocation_rows import RowFilter
from desktop.tables.allocation_table_model import AllocationTableModel
from desktop.tables.total_row_model import TotalRowModel
from models.county import remove_facility
from models.edits import Change, Edit, add
from models.errors import BadCell, Reason
from models.facility import FacilityClass
from models.measure import Allocation, Basis, Origin
from models.plan import PlanState
from models.rules.rule import Severity

# rows: 0 hospitals, 1 甲医院, 2 the group row, 3 primary care, 4 乙卫生院, 5 丙卫生院
AUTHORISED, ACTUAL, PLANNED, CHANGE, RATE, PERSONNEL = range(6)
ROLES = Qt.ItemDataRole


@pytest.fixture
def model(session: CountySession) -> AllocationTableModel:
    model = AllocationTableModel(session)
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    return model


def row_texts(model: AllocationTableModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(RATE + 1)]


def total_texts(model: AllocationTableModel) -> list[str]:
    return [model.total_data(column, ROLES.DisplayRole) for column in range(RATE + 1)]


def staff(value: int, origin: Origin = Origin.PLANNER, source: str = "") -> Allocation:
    return Allocation(
        "plan", "h", "health-personnel", Basis.PLANNED, 2025, Decimal(value), origin, source
    )


def test_facilities_stand_under_the_subtotal_of_their_class(model: AllocationTableModel) -> None:
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert names == [
        "医院", "甲医院", "社会办医院（未列名）", "基层医疗卫生机构", "乙卫生院", "丙卫生院",
    ]  # fmt: skip
    assert row_texts(model, 1) == ["400", "450", "500", "+100", "5.00"]
    assert row_texts(model, 0) == ["500", "450", "600", "+100", "6.00"]
    assert row_texts(model, 3) == ["50", "55", "60", "+10", "0.60"]
    assert total_texts(model) == ["550", "505", "660", "+110", "6.60"]


def test_blank_is_not_zero(model: AllocationTableModel) -> None:
    assert model.index(2, ACTUAL).data() == ""
    assert model.index(0, PERSONNEL).data() == ""
    assert model.total_data(PERSONNEL, ROLES.DisplayRole) == ""
    model.setData(model.index(1, PERSONNEL), "0")
    assert model.index(0, PERSONNEL).data() == "0"
    assert model.total_data(PERSONNEL, ROLES.DisplayRole) == "0"


def test_heading_says_measure_basis_year_and_unit(model: AllocationTableModel) -> None:
    assert model.headerData(PLANNED, Qt.Orientation.Horizontal) == "床位\n规划 2025\n张"
    assert model.headerData(AUTHORISED, Qt.Orientation.Horizontal) == "床位\n编制 2020\n张"


def test_typed_value_is_one_edit_that_totals_follow(
    model: AllocationTableModel, session: CountySession
) -> None:
    assert model.setData(model.index(1, PLANNED), "１，０40")
    assert row_texts(model, 1) == ["400", "450", "1040", "+640", "10.40"]
    assert model.index(0, PLANNED).data() == "1140"
    assert model.total_data(PLANNED, ROLES.DisplayRole) == "1200"
    edit = session.undo_stack.to_undo
    assert edit is not None
    assert edit.label == "Set 床位 规划 2025 of 甲医院"
    session.undo()
    assert row_texts(model, 1) == ["400", "450", "500", "+100", "5.00"]
    assert model.total_data(PLANNED, ROLES.DisplayRole) == "660"


def test_only_the_rows_of_the_edit_are_told_of(
    model: AllocationTableModel, session: CountySession
) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.setData(model.index(4, PLANNED), "41")
    assert told == [(3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("abc", Reason.NOT_A_NUMBER), ("-5", Reason.NEGATIVE), ("1.5", Reason.NOT_WHOLE)],
)
def test_bad_text_keeps_the_old_value_and_says_why(
    model: AllocationTableModel, qtbot: QtBot, text: str, reason: Reason
) -> None:
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(model.index(1, PLANNED), text)
    assert refused.args[0].cells == (BadCell("", 2, "床位 规划 2025", text, reason),)
    assert model.index(1, PLANNED).data() == "500"


def test_subtotals_changes_and_rates_cannot_be_edited(model: AllocationTableModel) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(1, PLANNED)) & editable
    for row, column in ((0, PLANNED), (1, CHANGE), (1, RATE)):
        assert not model.flags(model.index(row, column)) & editable
        assert not model.setData(model.index(row, column), "7")


def test_block_with_a_bad_cell_is_refused_whole(model: AllocationTableModel, qtbot: QtBot) -> None:
    texts = [
        (4, PLANNED, "50"),
        (5, PLANNED, "x"),
        (6, PLANNED, "60"),
        (4, CHANGE, "1"),
        (4, 99, "1"),
    ]
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.write(texts, "")
    assert [(c.row, c.reason) for c in refused.args[0].cells] == [
        (6, Reason.NOT_A_NUMBER),
        (7, Reason.OUTSIDE_TABLE),
        (5, Reason.READ_ONLY),
        (5, Reason.OUTSIDE_TABLE),
    ]
    assert model.index(4, PLANNED).data() == "40"


def test_cell_that_breaks_a_rule_is_marked_with_the_reason(
    model: AllocationTableModel, session: CountySession
) -> None:
    session.do(Edit("", add(staff(699))))
    cell = model.index(1, PERSONNEL)
    assert cell.data(MARKS_ROLE)[0] == Severity.ERROR
    assert cell.data(ROLES.BackgroundRole) is not None
    assert "床人比" in cell.data(ROLES.ToolTipRole)
    assert model.total_data(PERSONNEL, MARKS_ROLE)[0] == Severity.ERROR
    model.setData(cell, "700")
    assert cell.data(MARKS_ROLE)[0] is None
    assert model.total_data(PERSONNEL, MARKS_ROLE)[0] is None


def test_beds_raised_mark_the_staff_that_is_now_too_few(
    model: AllocationTableModel, session: CountySession
) -> None:
    session.do(Edit("", add(staff(700))))
    model.setData(model.index(1, PLANNED), "501")
    assert model.index(1, PERSONNEL).data(MARKS_ROLE)[0] == Severity.ERROR


def test_origin_is_seen_in_the_font_and_on_hover(
    model: AllocationTableModel, session: CountySession
) -> None:
    cell = model.index(1, PERSONNEL)
    session.do(Edit("", add(staff(700, Origin.DERIVED, "test.staff-per-bed"))))
    assert cell.data(ROLES.FontRole).italic()
    assert cell.data(ROLES.ToolTipRole) == "按规则推算: 床人比"
    model.setData(cell, "800")
    assert not cell.data(ROLES.FontRole).italic()
    assert cell.data(ROLES.ToolTipRole) == "规划人员设定"
    assert model.index(1, PLANNED).data(ROLES.ToolTipRole) == "公布规划: 专栏3"


def test_removed_facility_leaves_its_row_and_the_totals(
    model: AllocationTableModel, session: CountySession
) -> None:
    session.do(remove_facility(session.county, "h", ""))
    assert model.rowCount() == 5
    assert total_texts(model) == ["150", "55", "160", "+10", "1.60"]
    session.undo()
    assert total_texts(model) == ["550", "505", "660", "+110", "6.60"]


def test_renamed_facility_shows_its_new_name(
    model: AllocationTableModel, session: CountySession
) -> None:
    before = session.county.facility("h")
    session.do(Edit("", (Change(before, replace(before, name="新医院")),)))
    assert model.headerData(1, Qt.Orientation.Vertical) == "新医院"


def test_filter_hides_rows_but_not_their_share_of_the_totals(
    model: AllocationTableModel, session: CountySession
) -> None:
    model.show_only(RowFilter("卫生院"))
    assert model.rowCount() == 3
    assert (model.index(0, PLANNED).data(), model.shown_facilities) == ("60", 2)
    model.show_only(RowFilter(facility_class=FacilityClass.HOSPITAL))
    assert [model.rowCount(), model.total_data(PLANNED, ROLES.DisplayRole)] == [3, "660"]
    model.show_only(RowFilter("乙"))
    hidden = Allocation(
        "plan", "c", "beds", Basis.PLANNED, 2025, Decimal(20), Origin.PUBLISHED, "专栏3"
    )
    session.do(Edit("", (Change(hidden, None),)))
    assert model.index(0, PLANNED).data() == "40"


def test_every_set_of_columns_shows_its_measures(model: AllocationTableModel) -> None:
    measures: dict[ColumnSet, set[tuple[str, Basis]]] = {}
    for column_set in ColumnSet:
        model.show_columns(column_set)
        measures[column_set] = {(c.measure, c.basis) for c in model.columns}
    assert ("nurses", Basis.PLANNED) in measures[ColumnSet.TARGETS]
    assert ("nurses", Basis.ACTUAL) in measures[ColumnSet.STAFF]
    assert ("icu-beds", Basis.AUTHORISED) in measures[ColumnSet.BEDS]
    assert ("ambulances", Basis.PLANNED) in measures[ColumnSet.EQUIPMENT]


def test_cell_is_found_by_facility_measure_and_basis(model: AllocationTableModel) -> None:
    index = model.index_of("c", "beds", Basis.PLANNED)
    assert (index.row(), index.column()) == (5, PLANNED)
    assert model.index_of("c").row() == 5
    assert model.index_of("c", "ambulances", Basis.PLANNED) == QModelIndex()
    assert model.index_of("unknown") == QModelIndex()


def test_total_row_follows_and_cannot_be_edited(model: AllocationTableModel, qtbot: QtBot) -> None:
    total = TotalRowModel(model)
    QAbstractItemModelTester(
        total, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=total
    )
    with qtbot.waitSignal(total.dataChanged):
        model.setData(model.index(1, PLANNED), "600")
    assert total.index(0, PLANNED).data() == "760"
    assert not total.flags(total.index(0, PLANNED)) & Qt.ItemFlag.ItemIsEditable
    model.show_columns(ColumnSet.EQUIPMENT)
    assert total.columnCount() == model.columnCount()


def test_dazu_totals_are_those_of_its_facilities(dazu: CountySession) -> None:
    model = AllocationTableModel(dazu)
    plan = dazu.plan
    column = dazu.county.column(plan.id, "beds", Basis.PLANNED, plan.target_year)
    printed = model.total_data(PLANNED, ROLES.DisplayRole)
    assert printed == str(sum(a.value for a in column.values()))
    by_class = [row for row in range(model.rowCount()) if model.facility_at(row) is None]
    assert sum(int(model.index(row, PLANNED).data() or 0) for row in by_class) == int(printed)


def test_cells_of_an_issued_version_are_grey_and_cannot_be_edited(
    model: AllocationTableModel, session: CountySession
) -> None:
    cell = model.index(1, PLANNED)
    assert cell.flags() & Qt.ItemFlag.ItemIsEditable
    assert cell.data(ROLES.ForegroundRole) is None
    issued = replace(session.plan, state=PlanState.ISSUED)
    assert session.do(Edit("印发", (Change(session.plan, issued),)))
    cell = model.index(1, PLANNED)
    assert not cell.flags() & Qt.ItemFlag.ItemIsEditable
    assert cell.data(ROLES.ForegroundRole) is not None
    assert not model.write([(1, PLANNED, "510")], "")
    assert cell.data() == "500"
