"""Versions are copied, dated, issued and removed; differences are carried over as one edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.copy_version_dialog import CopyVersionDialog
from desktop.dialogs.plan_dialog import PlanDialog
from desktop.pages.versions import VersionsPage
from desktop.session import CountySession
from models.edits import Change, Edit, remove
from models.errors import PlanLocked
from models.measure import Allocation, Basis
from models.plan import Plan, PlanState
from models.plan_versions import copy_plan

PLANNED = ("beds", Basis.PLANNED, 2025)


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> Iterator[VersionsPage]:
    page = VersionsPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    yield page
    page.hide()


@pytest.fixture
def copy(page: VersionsPage) -> Plan:
    """A second version: 甲医院 has 510 beds instead of 500, 乙卫生院 none instead of 40."""
    session, county = page.session, page.session.county
    assert session.do(copy_plan(county, "plan", name="二稿", date="2022-04-15", label="复制"))
    made = county.plans[1]
    first, second = beds(session, made.id, "h"), beds(session, made.id, "b")
    assert first is not None
    assert second is not None
    changes = (Change(first, replace(first, value=Decimal(510))), *remove(second))
    assert session.do(Edit("改", changes))
    return made


def beds(session: CountySession, plan_id: str, facility_id: str) -> Allocation | None:
    return session.county.allocation(plan_id, facility_id, *PLANNED)


def version_rows(page: VersionsPage) -> list[list[str]]:
    table = page.versions
    return [
        [table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())
    ]


def dialog_of(page: VersionsPage, kind: type) -> object:
    (dialog,) = page.findChildren(kind)
    return dialog


def issue(session: CountySession, plan: Plan) -> None:
    assert session.do(Edit("印发", (Change(plan, replace(plan, state=PlanState.ISSUED)),)))


def test_versions_are_listed_with_state_date_and_years(page: VersionsPage, copy: Plan) -> None:
    assert version_rows(page) == [
        ["规划 (in front)", "草案", "", "2020–2025"],
        ["二稿", "草案", "2022-04-15", "2020–2025"],
    ]
    issue(page.session, copy)
    assert version_rows(page)[1][1] == "印发, locked"


def test_a_single_version_says_what_to_do(page: VersionsPage) -> None:
    assert "one version only" in page.summary.text()
    assert not page.remove_action.isEnabled()
    assert not page.into_b.isEnabled()


def test_a_copy_is_made_opened_and_compared_and_can_be_undone(page: VersionsPage) -> None:
    page.copy_action.trigger()
    dialog = dialog_of(page, CopyVersionDialog)
    assert isinstance(dialog, CopyVersionDialog)
    assert dialog.name.text() == "规划, version 2"
    dialog.date.setText("")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    session = page.session
    made = session.county.plans[1]
    assert session.plan == made
    assert page.versions.chosen == made  # what comes next is done to the copy
    assert (page.a.value(), page.b.value()) == ("plan", made.id)
    assert page.model.rowCount() == 0
    assert "0 changed, 0 added, 0 removed" in page.summary.text()
    assert session.undo()
    assert [plan.id for plan in session.county.plans] == ["plan"]
    assert session.plan.id == "plan"
    assert len(version_rows(page)) == 1


def test_a_copy_needs_a_name_and_a_date_that_exist(page: VersionsPage) -> None:
    page.copy_action.trigger()
    dialog = dialog_of(page, CopyVersionDialog)
    assert isinstance(dialog, CopyVersionDialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.name.setText("规划")
    ok.click()
    assert "twice" in dialog.name_field.message.text()
    dialog.name.setText("二稿")
    dialog.date.setText("2022-02-30")
    ok.click()
    assert "not a date" in dialog.date_field.message.text()
    assert not dialog.name_field.message.text()
    assert len(page.session.county.plans) == 1
    dialog.reject()


def test_differences_and_totals_are_shown_when_the_page_comes_to_the_front(
    page: VersionsPage, copy: Plan
) -> None:
    assert (page.a.value(), page.b.value()) == ("plan", copy.id)
    assert page.model.rowCount() == 2
    assert page.totals_model.rowCount() == 3
    assert "1 changed, 0 added, 1 removed" in page.summary.text()
    page.kind.setCurrentIndex(page.kind.findData("removed"))
    assert page.model.rowCount() == 1
    page.search.setText("甲")
    assert page.model.rowCount() == 0
    page.hide()
    present = beds(page.session, copy.id, "h")
    assert page.session.do(Edit("删去", remove(present)))  # type: ignore[arg-type]
    page.search.clear()
    page.show()
    assert page.model.rowCount() == 2


def test_the_two_versions_can_be_swapped(page: VersionsPage, copy: Plan) -> None:
    page.swap.click()
    assert (page.a.value(), page.b.value()) == (copy.id, "plan")
    assert "1 changed, 1 added, 0 removed" in page.summary.text()


def test_ticked_differences_are_carried_over_as_one_edit(page: VersionsPage, copy: Plan) -> None:
    session = page.session
    page.tick_all.click()
    assert "2 ticked" in page.summary.text()
    page.into_b.click()
    carried = [beds(session, copy.id, facility) for facility in "hb"]
    assert [None if a is None else a.value for a in carried] == [500, 40]
    assert page.model.rowCount() == 0
    assert not page.into_b.isEnabled()
    assert session.undo()
    assert page.model.rowCount() == 2


def test_into_a_the_other_way_round(page: VersionsPage, copy: Plan) -> None:
    page.model.tick([1], True)
    page.into_a.click()
    assert beds(page.session, "plan", "b") is None
    assert page.model.rowCount() == 1


def test_nothing_is_carried_into_an_issued_version(
    page: VersionsPage, copy: Plan, qtbot: QtBot
) -> None:
    issue(page.session, copy)
    page.tick_all.click()
    with qtbot.waitSignal(page.session.failed) as refused:
        page.into_b.click()
    assert isinstance(refused.args[0], PlanLocked)
    assert page.model.rowCount() == 2
    page.into_a.click()
    assert page.model.rowCount() == 0


def test_space_ticks_the_chosen_rows_and_unticks_them(
    page: VersionsPage, copy: Plan, qtbot: QtBot
) -> None:
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.ticked_count == 2
    page.table.choose(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert [cell.facility_id for cell in page.model.ticked] == ["b"]


def test_enter_on_a_difference_leads_to_its_cell(
    page: VersionsPage, copy: Plan, qtbot: QtBot
) -> None:
    page.table.choose(0)
    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == ["allocation", ("cell", "h", "beds", "planned")]


def test_a_version_is_removed_with_its_figures_and_brought_back(
    page: VersionsPage, copy: Plan
) -> None:
    session = page.session
    session.choose_plan(copy.id)
    page.versions.selectRow(1)
    page.remove_action.trigger()
    assert [plan.id for plan in session.county.plans] == ["plan"]
    assert session.plan.id == "plan"
    assert session.undo()
    assert beds(session, copy.id, "h") is not None


def test_an_issued_version_is_not_removed(page: VersionsPage, copy: Plan, qtbot: QtBot) -> None:
    issue(page.session, copy)
    page.versions.selectRow(1)
    with qtbot.waitSignal(page.session.failed):
        page.remove_action.trigger()
    assert len(page.session.county.plans) == 2


def test_enter_opens_the_chosen_version(page: VersionsPage, copy: Plan, qtbot: QtBot) -> None:
    page.versions.selectRow(1)
    qtbot.keyClick(page.versions, Qt.Key.Key_Return)
    assert page.session.plan.id == copy.id
    assert version_rows(page)[1][0] == "二稿 (in front)"


def test_attributes_are_those_of_the_chosen_version(page: VersionsPage, copy: Plan) -> None:
    page.versions.selectRow(1)
    page.attributes_action.trigger()
    dialog = dialog_of(page, PlanDialog)
    assert isinstance(dialog, PlanDialog)
    dialog.date.setText("2022-05-01")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert page.session.county.plan(copy.id).date == "2022-05-01"
    assert version_rows(page)[1][2] == "2022-05-01"
