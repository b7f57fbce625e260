"""The Projects page: what is planned to be built, and whether it comes to the printed sums."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.pages.projects import ProjectsPage
from desktop.session import CountySession
from models.edits import Change, Edit, add
from models.plan import Project, PublishedFigure
from models.projects import Investment

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform

ONE = Project("1", "plan", 1, "1", "甲医院扩建", "续建", total_investment=Decimal("1200.5"))
TWO = Project("2", "plan", 2, "2", "救护车购置", total_investment=Decimal(90), note="两批")
PRINTED = PublishedFigure("plan", "projects", "合计", "total_investment", 1, "1290.5", "表3 合计")


def shown(session: CountySession, qtbot: QtBot) -> ProjectsPage:
    page = ProjectsPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> ProjectsPage:
    assert session.do(Edit("add", add(ONE, TWO, PRINTED)))
    return shown(session, qtbot)


def sum_text(page: ProjectsPage, investment: Investment = Investment.TOTAL) -> str:
    return page.sums[investment].text()


def test_sum_is_that_of_all_projects_and_says_it_is_as_printed(page: ProjectsPage) -> None:
    assert "1290.5" in sum_text(page)
    assert "≠" not in sum_text(page)
    assert "—" in sum_text(page, Investment.PERIOD)


def test_sum_that_is_not_the_printed_one_is_marked_and_both_are_shown(
    session: CountySession, page: ProjectsPage
) -> None:
    changed = replace(TWO, total_investment=Decimal(100))
    assert session.do(Edit("change", (Change(TWO, changed),)))
    assert "≠ 1300.5" in sum_text(page)
    assert "1290.5" in sum_text(page)
    assert session.undo()
    assert "≠" not in sum_text(page)


def test_search_hides_rows_but_not_their_share_of_the_sum(page: ProjectsPage) -> None:
    page.search.setText("两批")
    assert page.proxy.rowCount() == 1
    assert page.shown.text() == "1 of 2 projects"
    assert "1290.5" in sum_text(page)
    page.search.setText("无此项目")
    assert page.stack.currentIndex() == 2


def test_selected_project_stands_in_the_form(page: ProjectsPage) -> None:
    page.select("2")
    assert page.form.project_id == "2"
    assert page.form.fields.lines["name"].text() == "救护车购置"


def test_project_pointed_at_is_shown_even_where_the_search_hides_it(page: ProjectsPage) -> None:
    page.search.setText("两批")
    page.show_target(("project", "1"))
    assert page.form.project_id == "1"


def test_new_project_is_added_selected_and_summed(
    session: CountySession, page: ProjectsPage
) -> None:
    page.add.trigger()
    page.form.fields.lines["name"].setText("信息平台")
    page.form.fields.amounts[Investment.TOTAL].setText("9.5")
    page.form.save()
    assert [p.name for p in page.selected] == ["信息平台"]
    assert "≠ 1300" in sum_text(page)
    assert session.undo()
    assert page.proxy.rowCount() == 2


def test_selected_projects_are_removed_in_one_step_and_come_back(
    session: CountySession, page: ProjectsPage
) -> None:
    page.table.selectAll()
    page.remove.trigger()
    assert session.county.projects("plan") == []
    assert page.stack.currentIndex() == 1
    assert session.undo()
    assert session.county.projects("plan") == [ONE, TWO]
    assert page.stack.currentIndex() == 0


def test_what_is_half_typed_is_asked_for_before_another_project_is_shown(
    page: ProjectsPage,
) -> None:
    page.select("1")
    page.form.fields.lines["note"].setText("待定")
    assert page.unfinished
    page.select("2")
    assert page.form.project_id == "1"
    assert page.form.notice.isVisible()
    page.form.revert()
    assert page.form.project_id == "2"


def test_copied_rows_stand_under_their_headings(page: ProjectsPage) -> None:
    page.select("1")
    page.table.copy()
    heading, row, *rest = QGuiApplication.clipboard().text().split("\n")
    assert heading.split("\t")[:2] == ["No.", "Project"]
    assert row.split("\t")[:5] == ["1", "甲医院扩建", "续建", "", "1200.5"]
    assert rest == [""]


def test_plan_without_projects_says_what_to_do_first(session: CountySession, qtbot: QtBot) -> None:
    page = shown(session, qtbot)
    assert page.stack.currentIndex() == 1
    assert not page.remove.isEnabled()


def test_another_plan_shows_its_own_projects(session: CountySession, page: ProjectsPage) -> None:
    other = replace(session.plan, id="other", name="二稿")
    assert session.do(Edit("add", add(other, replace(TWO, id="3", plan_id="other"))))
    session.choose_plan("other")
    assert page.proxy.rowCount() == 1
    assert "90" in sum_text(page)
    assert page.form.project_id is None
