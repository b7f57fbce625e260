"""The coverage page: map, table and panel together, and what it follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from desktop.map.map_data import PointState
from desktop.map.wording import point_lines
from desktop.pages.coverage import CoveragePage
from desktop.tables.coverage_table import Column
from models.catalogue import Language
from models.edits import Change, Edit
from models.errors import FileError, FileProblem
from models.layers import Feature, Layer, LayerKind, feature_collection
from tests.desktop.pages.coverage_county import (
    FAR,
    HOSPITAL,
    NEAR,
    PLAN,
    RECORDS,
    UNKNOWN,
    UNPLACED,
    cells,
)


@pytest.fixture
def page(open_coverage_page: Callable[..., CoveragePage]) -> CoveragePage:
    return open_coverage_page(*RECORDS)


def choose(page: CoveragePage, choice: str) -> None:
    """What is shown on the map."""
    page.rule_picker.setCurrentIndex(page.rule_picker.findData(choice))
    page.rule_picker.activated.emit(page.rule_picker.currentIndex())


def move_hospital(page: CoveragePage, longitude: float) -> None:
    before = page.session.county.facility("h")
    after = replace(before, longitude=longitude)
    assert page.session.do(Edit("移动", (Change(before, after),)))


def test_uncovered_points_come_first(page: CoveragePage) -> None:
    assert cells(page, Column.NAME) == ["远镇", "近镇"]
    assert cells(page, Column.RESULT) == ["Outside", "Within"]
    assert cells(page, Column.POPULATION) == ["1,000", "3,000"]
    QAbstractItemModelTester(
        page.panel.rules.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )


def test_the_summary_counts_people_and_points(page: CoveragePage) -> None:
    text = page.panel.rules.summary.text()
    assert "3,000 of 4,000 people within (75.0%), 1,000 outside" in text
    assert "1 of 2 points outside" in text


def test_what_could_not_be_checked_is_named(page: CoveragePage) -> None:
    text = page.panel.rules.unchecked.text()
    assert "未定位医院" in text
    assert "无坐标镇" in text


def test_only_points_outside_can_be_shown(page: CoveragePage) -> None:
    page.panel.rules.only_uncovered.setChecked(True)
    assert cells(page, Column.NAME) == ["远镇"]
    page.panel.rules.select_division("1")  # asked for from elsewhere: the filter gives way
    assert not page.panel.rules.only_uncovered.isChecked()


def test_the_table_sorts_by_figures_not_by_text(page: CoveragePage) -> None:
    page.panel.rules.table.sortByColumn(Column.DISTANCE, Qt.SortOrder.AscendingOrder)
    assert cells(page, Column.NAME) == ["近镇", "远镇"]


def test_a_row_picks_the_point_on_the_map_and_the_map_the_row(
    page: CoveragePage, qtbot: QtBot
) -> None:
    page.show()
    page.panel.rules.table.selectRow(1)
    assert page.canvas.selected is not None
    assert page.canvas.selected.target == ("division", "1")
    page.canvas.picked.emit(("division", "2"))
    (row,) = {i.row() for i in page.panel.rules.table.selectedIndexes()}
    assert cells(page, Column.NAME)[row] == "远镇"


def test_a_facility_on_the_map_leads_to_its_row_in_the_registry(
    page: CoveragePage, qtbot: QtBot
) -> None:
    page.show()
    page.canvas.picked.emit(("facility", "h"))
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
    choose(page, "dazu.emergency-radius-urban")
    assert cells(page, Column.NAME) == []
    assert [a.rule.urban for a in page.data.areas] == [True]


def test_a_finding_leads_to_its_point(page: CoveragePage) -> None:
    page.show()
    page.show_target(("division", "1"))
    assert {i.data() for i in page.panel.rules.table.selectedIndexes()} >= {"近镇"}


def test_without_coordinates_the_page_says_what_to_do_first(
    open_coverage_page: Callable[..., CoveragePage], qtbot: QtBot
) -> None:
    page = open_coverage_page(PLAN, UNPLACED, UNKNOWN)
    assert page.stack.currentWidget() is page.empty
    assert not page.save_action.isEnabled()
    with qtbot.waitSignal(page.navigate) as told:
        page.empty_button.click()
    assert told.args == ["facilities", ()]


def test_without_a_site_on_the_map_the_page_says_so(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    page = open_coverage_page(PLAN, UNPLACED, NEAR)
    assert page.stack.currentWidget() is not page.empty
    assert not page.hint.isHidden()
    assert cells(page, Column.DISTANCE) == ["—"]


def test_a_plan_without_a_radius_rule_can_still_be_asked(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    page = open_coverage_page(replace(PLAN, rule_set=""), HOSPITAL, NEAR)
    assert page.stack.currentWidget() is not page.empty
    assert page.rule_picker.currentData() == "question"
    assert cells(page, Column.RESULT) == ["Within"]  # 2 km away, any facility within 5 km


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
    rule = page.measuring.recorded.rules[1].rule
    page.show_target(("rule", rule.id))
    assert page.rule_picker.currentData() == rule.id
    assert [shown.rule for shown in page.data.shown] == [rule]


def test_the_way_of_measuring_is_said(page: CoveragePage) -> None:
    assert page.panel.method.text() == "距离按直线距离量算，不是道路里程。"


def test_travel_times_are_told_in_minutes_with_their_assumptions(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    """2 km of longitude at 29.7° N are 1,934 m; × 1.3 ÷ 30 km/h = 5.03 minutes."""
    page = open_coverage_page(replace(PLAN, rule_set="wuxi"), HOSPITAL, NEAR)
    choose(page, "wuxi.service-circle-rural")
    (time,) = cells(page, Column.DISTANCE)
    assert float(time) == pytest.approx(5.03, abs=0.02)
    assert cells(page, Column.LIMIT) == ["30"]
    heading = page.panel.rules.model.headerData(Column.DISTANCE, Qt.Orientation.Horizontal)
    assert heading == "Time\n(minutes)"
    assert cells(page, Column.RESULT) == ["In time"]
    assert "3,000 of 3,000 people in time (100.0%), 0 not" in page.panel.rules.summary.text()
    tip = point_lines(page.data.points[0], page.data, load_catalogue(), Language.ZH)
    assert tip[1] == "时限内的人口点 · 3,000 人"
    assert "绕行系数 1.3 ÷ 速度 30 千米/时" in page.panel.method.text()


def test_travel_times_go_by_the_roads_of_the_county_and_their_faults_are_named(
    open_coverage_page: Callable[..., CoveragePage],
) -> None:
    """1,934 m at 20 km/h, as a road of no known class: 5.80 minutes."""
    road = shapely.LineString([(105.70, 29.70), (105.72, 29.70)])
    roads = feature_collection([Feature(road, {"class": "机耕路"})])
    layer = Layer("r", "道路", LayerKind.ROADS, roads)
    page = open_coverage_page(replace(PLAN, rule_set="wuxi"), HOSPITAL, NEAR, FAR, layer)
    choose(page, "wuxi.service-circle-rural")
    assert "按道路网量算" in page.panel.method.text()
    far, near = cells(page, Column.DISTANCE)
    assert (far, float(near)) == ("—", pytest.approx(5.80, abs=0.02))
    told = page.panel.rules.unchecked.text()
    assert "机耕路" in told
    assert "远镇" in told


def test_layers_switched_off_stay_off_in_the_saved_picture(
    page: CoveragePage, tmp_path: Path
) -> None:
    page.canvas.hide_parts(frozenset({PointState.UNCOVERED}))
    page.save_picture(tmp_path / "图.svg")
    page.canvas.hide_parts(frozenset())
    page.save_picture(tmp_path / "全.svg")
    sizes = [(tmp_path / name).stat().st_size for name in ("图.svg", "全.svg")]
    assert sizes[0] < sizes[1]
