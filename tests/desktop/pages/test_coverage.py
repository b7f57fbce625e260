"""The coverage page: map, table and panel together, and what it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from desktop.map.map_data import PointState
from desktop.pages.coverage import CoveragePage
from desktop.session import CountySession
from desktop.tables.coverage_table import Column
from models.catalogue import Language
from models.edits import Change, Edit, Record
from models.errors import FileError, FileProblem
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind
from models.plan import CountyInfo, Plan

PLAN = Plan("p", "草案", "规划", "", 2020, 2025, "dazu")
HOSPITAL = Facility(
    "h",
    "县医院",
    FacilityClass.HOSPITAL,
    FacilityType.GENERAL_HOSPITAL,
    longitude=105.70,
    latitude=29.70,
    emergency_site=True,
)
UNPLACED = replace(HOSPITAL, id="u", name="未定位医院", longitude=None, latitude=None)
NEAR = Division("1", "近镇", DivisionKind.TOWN, None, False, 105.72, 29.70, None, 3_000)
FAR = Division("2", "远镇", DivisionKind.TOWN, None, False, 105.95, 29.70, None, 1_000)
UNKNOWN = Division("3", "无坐标镇", DivisionKind.TOWN, None, False)
RECORDS = (CountyInfo("1", "某县"), PLAN, HOSPITAL, UNPLACED, NEAR, FAR, UNKNOWN)


@pytest.fixture
def open_page(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., CoveragePage]]:
    sessions = []

    def make(*records: Record) -> CoveragePage:
        path = tmp_path / "county.weigui"
        create(path, records, "new")
        session = CountySession(open_county_file(path), load_catalogue(), Language.ZH)
        sessions.append(session)
        page = CoveragePage(session)
        qtbot.addWidget(page)
        page.resize(1000, 650)
        return page

    yield make
    for session in sessions:
        session.close()


@pytest.fixture
def page(open_page: Callable[..., CoveragePage]) -> CoveragePage:
    return open_page(*RECORDS)


def cells(page: CoveragePage, column: Column) -> list[str]:
    model = page.panel.filter
    return [model.index(row, column).data() for row in range(model.rowCount())]


def move_hospital(page: CoveragePage, longitude: float) -> None:
    before = page.session.county.facility("h")
    after = replace(before, longitude=longitude)
    assert page.session.do(Edit("移动", (Change(before, after),)))


def test_uncovered_points_come_first(page: CoveragePage) -> None:
    assert cells(page, Column.NAME) == ["远镇", "近镇"]
    assert cells(page, Column.RESULT) == ["Outside", "Within"]
    assert cells(page, Column.POPULATION) == ["1,000", "3,000"]
    QAbstractItemModelTester(
        page.panel.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )


def test_the_summary_counts_people_and_points(page: CoveragePage) -> None:
    text = page.panel.summary.text()
    assert "3,000 of 4,000 people within (75.0%)" in text
    assert "1 of 2 points outside" in text


def test_what_could_not_be_checked_is_named(page: CoveragePage) -> None:
    text = page.panel.unchecked.text()
    assert "未定位医院" in text
    assert "无坐标镇" in text


def test_only_points_outside_can_be_shown(page: CoveragePage) -> None:
    page.panel.only_uncovered.setChecked(True)
    assert cells(page, Column.NAME) == ["远镇"]
    page.panel.select_division("1")  # asked for from elsewhere: the filter gives way
    assert not page.panel.only_uncovered.isChecked()


def test_the_table_sorts_by_figures_not_by_text(page: CoveragePage) -> None:
    page.panel.table.sortByColumn(Column.DISTANCE, Qt.SortOrder.AscendingOrder)
    assert cells(page, Column.NAME) == ["近镇", "远镇"]


def test_a_row_picks_the_point_on_the_map_and_the_map_the_row(
    page: CoveragePage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.panel.division_picked) as told:
        page.panel.table.selectRow(1)
    assert told.args == ["1"]
    page.canvas.division_clicked.emit("2")
    (row,) = {i.row() for i in page.panel.table.selectedIndexes()}
    assert cells(page, Column.NAME)[row] == "远镇"


def test_a_facility_on_the_map_leads_to_its_row_in_the_registry(
    page: CoveragePage, qtbot: QtBot
) -> None:
    page.canvas.facility_clicked.emit("h")
    assert page.panel.facility_name.text() == "县医院"
    with qtbot.waitSignal(page.navigate) as told:
        page.panel.facility_button.click()
    assert told.args == ["facilities", ("facility", "h")]


def test_an_edit_is_followed_at_once_where_the_page_is_in_front(page: CoveragePage) -> None:
    page.show()
    move_hospital(page, 105.93)
    assert cells(page, Column.RESULT) == ["Outside", "Within"]
    assert cells(page, Column.NAME) == ["近镇", "远镇"]
    page.session.undo()
    assert cells(page, Column.NAME) == ["远镇", "近镇"]
    states = {p.name: p.state for p in page.data.points}
    assert states["远镇"] is PointState.UNCOVERED


def test_an_edit_behind_is_followed_when_the_page_comes_to_the_front(page: CoveragePage) -> None:
    move_hospital(page, 105.93)
    assert cells(page, Column.NAME) == ["远镇", "近镇"]
    page.show()
    assert cells(page, Column.NAME) == ["近镇", "远镇"]


def test_one_rule_can_be_shown_alone(page: CoveragePage) -> None:
    picker = page.rule_picker
    picker.setCurrentIndex(picker.findData("dazu.emergency-radius-urban"))
    picker.activated.emit(picker.currentIndex())
    assert cells(page, Column.NAME) == []
    assert [a.rule.urban for a in page.data.areas] == [True]


def test_a_finding_leads_to_its_point(page: CoveragePage) -> None:
    page.show_target(("division", "1"))
    assert {i.data() for i in page.panel.table.selectedIndexes()} >= {"近镇"}


def test_without_coordinates_the_page_says_what_to_do_first(
    open_page: Callable[..., CoveragePage], qtbot: QtBot
) -> None:
    page = open_page(PLAN, UNPLACED, UNKNOWN)
    assert page.stack.currentWidget() is page.empty
    assert not page.save_action.isEnabled()
    with qtbot.waitSignal(page.navigate) as told:
        page.empty_button.click()
    assert told.args == ["facilities", ()]


def test_without_a_site_on_the_map_the_page_says_so(
    open_page: Callable[..., CoveragePage],
) -> None:
    page = open_page(PLAN, UNPLACED, NEAR)
    assert page.stack.currentWidget() is not page.empty
    assert not page.hint.isHidden()
    assert cells(page, Column.DISTANCE) == ["—"]


def test_a_plan_without_a_radius_rule_has_no_map(open_page: Callable[..., CoveragePage]) -> None:
    page = open_page(replace(PLAN, rule_set=""), HOSPITAL, NEAR)
    assert page.stack.currentWidget() is page.empty
    assert page.empty_button.isHidden()


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_picture_is_saved(page: CoveragePage, tmp_path: Path, ending: str) -> None:
    page.save_picture(tmp_path / f"地图.{ending}")
    assert (tmp_path / f"地图.{ending}").stat().st_size > 10_000


def test_a_picture_that_cannot_be_saved_is_told(
    page: CoveragePage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.session.failed) as told:
        page.save_picture(tmp_path / "地图.docx")
    (error,) = told.args
    assert isinstance(error, FileError)
    assert error.problem is FileProblem.NOT_A_PICTURE


def test_one_rule_can_be_pointed_at(page: CoveragePage) -> None:
    rule = page.coverage.rules[-1].rule
    page.show_target(("rule", rule.id))
    assert page.rule_picker.currentData() == rule.id
    assert [shown.rule for shown in page._shown_rules()] == [rule]
