from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.session import CountySession
from desktop.tables.facility_filter import FacilityProxyModel
from desktop.tables.facility_table_model import FACILITY_ROLE, Column, FacilityTableModel
from models.county import remove_facility
from models.edits import Change, Edit, add
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin


@pytest.fixture
def model(session: CountySession) -> FacilityTableModel:
    return FacilityTableModel(session)


@pytest.fixture
def proxy(model: FacilityTableModel) -> FacilityProxyModel:
    return FacilityProxyModel(model, model)


def ids(proxy: FacilityProxyModel) -> list[str]:
    return [proxy.index(row, 0).data(FACILITY_ROLE) for row in range(proxy.rowCount())]


def cell(model: FacilityTableModel, facility_id: str, column: Column, role: int = 0) -> object:
    row = model.index_of(facility_id).row()
    return model.index(row, column).data(Qt.ItemDataRole(role))


def planned_beds(facility_id: str, value: int) -> Allocation:
    return Allocation(
        "plan", facility_id, "beds", Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER
    )


def personnel(facility_id: str, value: int) -> Edit:
    found = Allocation(
        "plan",
        facility_id,
        "health-personnel",
        Basis.PLANNED,
        2025,
        Decimal(value),
        Origin.PLANNER,
    )
    return Edit("set", add(found))


def set_planned_beds(session: CountySession, facility_id: str, value: int) -> None:
    before = session.county.allocation("plan", facility_id, "beds", Basis.PLANNED, 2025)
    assert session.do(Edit("set", (Change(before, planned_beds(facility_id, value)),)))


def test_model_keeps_the_promises_of_qt_through_every_kind_of_edit(
    session: CountySession, model: FacilityTableModel, proxy: FacilityProxyModel
) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(m, fatal) for m in (model, proxy)]
    new = Facility("n", "新院", FacilityClass.HOSPITAL, FacilityType.TCM_HOSPITAL, order=9)
    session.do(Edit("add", add(new)))
    session.do(Edit("rename", (Change(new, replace(new, name="新中医院")),)))
    session.do(remove_facility(session.county, "h", "remove"))
    session.undo()
    session.redo()
    set_planned_beds(session, "b", 44)
    session.choose_plan("plan")
    assert model.rowCount() == 4
    assert testers


def test_figures_are_those_of_the_plan_and_a_blank_is_not_zero(model: FacilityTableModel) -> None:
    assert cell(model, "h", Column.AUTHORISED) == "400"
    assert cell(model, "h", Column.PLANNED) == "500"
    assert cell(model, "g", Column.ACTUAL) == ""


def test_words_come_from_the_catalogue(model: FacilityTableModel) -> None:
    assert cell(model, "b", Column.CLASS) == "基层医疗卫生机构"
    assert cell(model, "b", Column.TYPE) == "乡镇卫生院"
    assert cell(model, "b", Column.TOWNSHIP) == "甲镇"


def test_headings_of_figures_name_basis_measure_and_year(model: FacilityTableModel) -> None:
    heading = model.headerData(Column.PLANNED, Qt.Orientation.Horizontal)
    assert heading == "规划 2025\n床位 (张)"


def test_an_approximate_place_is_marked_without_colour(model: FacilityTableModel) -> None:
    assert cell(model, "h", Column.PLACE) == "≈ 105.7000, 29.7000"
    assert cell(model, "c", Column.PLACE) == ""


def test_a_group_row_says_so_in_words(model: FacilityTableModel) -> None:
    assert cell(model, "g", Column.NAME) == "社会办医院（未列名） (group)"


def test_findings_are_counted_by_severity_and_explained(
    session: CountySession, model: FacilityTableModel
) -> None:
    session.do(personnel("h", 10))
    assert cell(model, "h", Column.FINDINGS) == "✕ 1"
    tooltip = cell(model, "h", Column.FINDINGS, Qt.ItemDataRole.ToolTipRole)
    assert "床人比" in str(tooltip)
    assert cell(model, "b", Column.FINDINGS) == ""


def test_an_edit_repaints_only_the_rows_it_touched(
    session: CountySession, model: FacilityTableModel
) -> None:
    rows: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: rows.append((first.row(), last.row())))
    set_planned_beds(session, "b", 44)
    row = model.index_of("b").row()
    assert rows == [(row, row)]
    assert cell(model, "b", Column.PLANNED) == "44"


def test_undoing_a_removal_brings_the_row_back(
    session: CountySession, model: FacilityTableModel, proxy: FacilityProxyModel
) -> None:
    proxy.sort(Column.ORDER)
    session.do(remove_facility(session.county, "b", "remove"))
    assert ids(proxy) == ["h", "c", "g"]
    session.undo()
    assert ids(proxy) == ["h", "b", "c", "g"]
