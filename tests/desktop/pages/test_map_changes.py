"""Facilities and villages changed by the map, at once or on trial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.coverage import CoveragePage
from desktop.tables.coverage_table import Column
from models.edits import Change, Edit
from models.errors import Conflict
from models.facility import FacilityClass, FacilityStatus, FacilityType, PlaceOrigin
from tests.desktop.pages.coverage_county import (
    FAR,
    HOSPITAL,
    RECORDS,
    cells,
)


@pytest.fixture
def page(open_coverage_page: Callable[..., CoveragePage]) -> CoveragePage:
    return open_coverage_page(*RECORDS)


def test_a_facility_is_planned_by_a_click_and_a_small_form(page: CoveragePage) -> None:
    page.show()
    far = next(p for p in page.data.points if p.code == "2")
    page.canvas.place.placed.emit(far.x, far.y)
    assert page.side.currentWidget() is page.form
    assert page.form.township.value() == "2"  # of the nearest point
    assert not page.form.save_button.isEnabled()
    page.form.name.setText("远镇卫生院")
    page.form.type.choose(FacilityType.TOWNSHIP_HEALTH_CENTRE)
    page.form.emergency.setChecked(True)
    page.form.save_button.click()
    assert page.side.currentWidget() is page.panel
    planned = next(f for f in page.session.county.facilities if f.name == "远镇卫生院")
    assert planned.status is FacilityStatus.PLANNED
    assert planned.facility_class is FacilityClass.PRIMARY_CARE
    assert planned.place == pytest.approx((105.95, 29.70), abs=1e-6)
    assert planned.place_origin is PlaceOrigin.APPROXIMATE
    assert page.session.selection == ("facility", planned.id)
    assert cells(page, Column.RESULT) == ["Within", "Within"]
    page.session.undo()
    assert cells(page, Column.RESULT) == ["Outside", "Within"]


def test_a_planned_facility_that_is_given_up_leaves_nothing(page: CoveragePage) -> None:
    page.show()
    page.canvas.place.placed.emit(*next(page.data.places()))
    page.form.name.setText("不建")
    assert page.unfinished
    page.form.cancel_button.click()
    assert page.side.currentWidget() is page.panel
    assert not page.unfinished
    assert not page.session.undo_stack.to_undo
    assert page.canvas.tool is page.canvas.browse


def test_a_name_that_the_township_has_already_is_refused(page: CoveragePage) -> None:
    page.canvas.place.placed.emit(*next(page.data.places()))
    page.form.township.choose(None)
    page.form.name.setText("县医院")
    assert not page.form.save_button.isEnabled()
    assert page.form.name_field.message.text()


def test_a_facility_dragged_elsewhere_is_one_edit_that_can_be_undone(page: CoveragePage) -> None:
    page.show()
    (hospital,) = page.data.facilities
    far = next(p for p in page.data.points if p.code == "2")
    page.canvas.move_tool.moved.emit(hospital, far.x, far.y)
    moved = page.session.county.facility("h")
    assert moved.place == pytest.approx((105.95, 29.70), abs=1e-6)
    assert moved.place_origin is PlaceOrigin.APPROXIMATE
    assert cells(page, Column.NAME)[0] == "近镇"
    page.session.undo()
    assert page.session.county.facility("h") == HOSPITAL
    assert cells(page, Column.NAME)[0] == "远镇"


def test_a_village_can_be_moved_too(page: CoveragePage) -> None:
    page.show()
    far = next(p for p in page.data.points if p.code == "2")
    (hospital,) = page.data.facilities
    page.canvas.move_tool.moved.emit(far, hospital.x, hospital.y)
    assert page.session.county.division("2").place == pytest.approx((105.70, 29.70), abs=1e-6)
    assert cells(page, Column.RESULT) == ["Within", "Within"]
    page.session.undo()
    assert page.session.county.division("2") == FAR


# --- trials


def begin_trial(page: CoveragePage) -> None:
    page.show()
    page.trial_action.setChecked(True)


def switch_off(page: CoveragePage, facility_id: str) -> None:
    page.session.select(("facility", facility_id))
    page.panel.switch_button.click()


def test_a_facility_switched_off_on_trial_changes_what_is_shown_and_nothing_else(
    page: CoveragePage,
) -> None:
    begin_trial(page)
    assert not page.what_if_bar.keep.isEnabled()
    switch_off(page, "h")
    assert "3,000 → 0 people covered (−3,000)" in page.what_if_bar.text.text()
    assert cells(page, Column.RESULT) == ["Outside", "Outside"]
    assert [f.on_trial for f in page.data.facilities] == [True]
    assert page.session.county.facility("h") == HOSPITAL
    page.what_if_bar.discard.click()
    assert cells(page, Column.RESULT) == ["Outside", "Within"]
    assert page.what_if_bar.isHidden()
    assert page.session.undo_stack.to_undo is None


def test_what_is_tried_of_a_facility_can_be_taken_back(page: CoveragePage) -> None:
    begin_trial(page)
    switch_off(page, "h")
    assert page.panel.switch_button.text() == "As recorded"
    page.panel.switch_button.click()
    assert cells(page, Column.RESULT) == ["Outside", "Within"]


def test_a_trial_is_kept_as_one_edit(page: CoveragePage) -> None:
    begin_trial(page)
    switch_off(page, "h")
    far = next(p for p in page.data.points if p.code == "2")
    page.canvas.place.placed.emit(far.x, far.y)
    page.form.name.setText("试设站")
    page.form.emergency.setChecked(True)
    page.form.save()
    assert "3,000 → 1,000 people covered (−2,000)" in page.what_if_bar.text.text()
    page.what_if_bar.keep.click()
    assert page.measuring.trial is None
    assert page.session.county.facility("h").status is FacilityStatus.TO_CLOSE
    assert [f.name for f in page.session.county.facilities if f.emergency_site and f.place] == [
        "县医院",
        "试设站",
    ]
    page.session.undo()
    assert page.session.county.facility("h") == HOSPITAL
    assert not [f for f in page.session.county.facilities if f.name == "试设站"]


def test_on_trial_a_facility_is_moved_without_an_edit(page: CoveragePage) -> None:
    begin_trial(page)
    (hospital,) = page.data.facilities
    far = next(p for p in page.data.points if p.code == "2")
    page.canvas.move_tool.moved.emit(hospital, far.x, far.y)
    assert page.session.county.facility("h") == HOSPITAL
    assert "3,000 → 1,000" in page.what_if_bar.text.text()


def test_a_trial_that_meets_a_change_made_since_is_refused_and_stays(
    page: CoveragePage, qtbot: QtBot
) -> None:
    begin_trial(page)
    switch_off(page, "h")
    renamed = replace(HOSPITAL, name="新县医院")
    assert page.session.do(Edit("改名", (Change(HOSPITAL, renamed),)))
    with qtbot.waitSignal(page.session.failed) as told:
        page.what_if_bar.keep.click()
    assert isinstance(told.args[0], Conflict)
    assert page.session.county.facility("h") == renamed
    assert page.measuring.trial is not None
    assert page.trial_action.isChecked()
