"""The list of facilities to tick, by class and by township."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.pages.facility_checklist import FacilityChecklist
from desktop.session import CountySession


@pytest.fixture
def checklist(qtbot: QtBot, session: CountySession) -> FacilityChecklist:
    checklist = FacilityChecklist(session)
    qtbot.addWidget(checklist)
    return checklist


def test_ticking_a_class_all_and_none_and_only_what_the_search_shows(
    checklist: FacilityChecklist,
) -> None:
    hospitals = checklist.tree.topLevelItem(0)
    assert hospitals is not None
    hospitals.setCheckState(0, Qt.CheckState.Checked)
    assert checklist.ticked_ids == ["h", "g"]
    checklist.none_button.click()
    assert checklist.ticked_ids == []
    checklist.search.setText("丙")
    checklist.all_button.click()
    assert checklist.ticked_ids == ["c"]
    checklist.search.clear()
    primary = checklist.tree.topLevelItem(1)
    assert primary is not None
    assert primary.checkState(0) is Qt.CheckState.PartiallyChecked


def test_facilities_stand_by_township_too(checklist: FacilityChecklist) -> None:
    checklist.all_button.click()
    checklist.grouping.setCurrentIndex(1)
    checklist.grouping.activated.emit(1)
    parents = [
        checklist.tree.topLevelItem(row) for row in range(checklist.tree.topLevelItemCount())
    ]
    assert [p.text(0) for p in parents if p] == [
        "甲镇", "远镇", checklist.tr("Township not known"),
    ]  # fmt: skip
    assert sorted(checklist.ticked_ids) == ["b", "c", "g", "h"]
