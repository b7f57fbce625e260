from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.project_form import ProjectForm
from desktop.session import CountySession
from models.edits import Change, Edit, add, remove
from models.plan import Project
from models.projects import Investment

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform

FULL = Project("1", "plan", 1, "1", "甲医院扩建", "续建", "住院楼\n门诊楼", "2021—2023",
               Decimal("1200.5"), Decimal(800), "h", "分两期", "表3 第1行")  # fmt: skip


@pytest.fixture
def form(session: CountySession, qtbot: QtBot) -> ProjectForm:
    assert session.do(Edit("add", add(FULL)))
    form = ProjectForm(session)
    qtbot.addWidget(form)
    form.resize(340, 700)
    form.show()
    form.show_record(FULL)
    return form


def message(form: ProjectForm, field: str) -> str:
    label = form.fields.fields[field].message
    return label.text() if label.isVisible() else ""


def recorded(session: CountySession) -> list[Project]:
    return session.county.projects("plan")


def test_project_that_is_only_looked_at_stays_as_it_is(
    session: CountySession, form: ProjectForm
) -> None:
    assert not form.dirty
    assert not form.save_button.isEnabled()
    form.save()
    assert recorded(session) == [FULL]


def test_change_is_saved_as_one_edit_that_can_be_undone(
    session: CountySession, form: ProjectForm
) -> None:
    form.fields.lines["name"].setText("甲医院改建")
    form.fields.amounts[Investment.TOTAL].setText("１,300.25")
    form.fields.content.setPlainText("门诊楼")
    form.fields.facility.choose(None)
    form.save()
    assert recorded(session) == [
        replace(FULL, name="甲医院改建", total_investment=Decimal("1300.25"), content="门诊楼",
                facility_id=None)
    ]  # fmt: skip
    assert session.undo()
    assert recorded(session) == [FULL]
    assert form.fields.lines["name"].text() == "甲医院扩建"


def test_emptied_amount_is_blank(session: CountySession, form: ProjectForm) -> None:
    form.fields.amounts[Investment.PERIOD].setText("")
    form.save()
    assert recorded(session)[0].period_investment is None


@pytest.mark.parametrize("text", ["约800", "-5", "0.00001"])
def test_wrong_amount_is_said_where_it_stands_and_not_saved(
    session: CountySession, form: ProjectForm, text: str
) -> None:
    form.fields.amounts[Investment.TOTAL].setText(text)
    assert message(form, "total_investment").startswith("✕")
    assert not form.save_button.isEnabled()
    form.save()
    assert recorded(session) == [FULL]


def test_project_without_a_name_is_not_saved(form: ProjectForm) -> None:
    form.fields.lines["name"].setText("  ")
    assert message(form, "name").startswith("✕")
    assert not form.save_button.isEnabled()


def test_more_within_the_period_than_in_all_is_doubted_but_can_be_saved(
    session: CountySession, form: ProjectForm
) -> None:
    form.fields.amounts[Investment.PERIOD].setText("1300")
    assert message(form, "period_investment").startswith("!")
    form.save()
    assert recorded(session)[0].period_investment == 1300


def test_new_project_comes_last_and_is_numbered_on(
    session: CountySession, form: ProjectForm, qtbot: QtBot
) -> None:
    form.start_new()
    assert form.fields.lines["number"].text() == "2"
    form.fields.lines["name"].setText("救护车购置")
    with qtbot.waitSignal(form.added):
        form.save()
    new = recorded(session)[1]
    assert (new.name, new.number, new.order, new.total_investment) == ("救护车购置", "2", 2, None)


def test_new_project_of_a_list_without_numbers_has_none(
    session: CountySession, form: ProjectForm
) -> None:
    assert session.do(Edit("change", (Change(FULL, replace(FULL, number="")),)))
    form.start_new()
    assert form.fields.lines["number"].text() == ""


def test_new_project_can_be_given_up(session: CountySession, form: ProjectForm) -> None:
    form.start_new()
    form.fields.lines["name"].setText("救护车购置")
    form.revert()
    assert recorded(session) == [FULL]
    assert not form.dirty


def test_change_elsewhere_does_not_overwrite_what_is_being_typed(
    session: CountySession, form: ProjectForm
) -> None:
    form.fields.lines["name"].setText("我的名称")
    assert session.do(Edit("change", (Change(FULL, replace(FULL, note="别处")),)))
    assert form.fields.lines["name"].text() == "我的名称"
    assert form.notice.isVisible()
    form.revert()
    assert form.fields.lines["note"].text() == "别处"


def test_project_removed_elsewhere_leaves_the_form(
    session: CountySession, form: ProjectForm
) -> None:
    assert session.do(Edit("remove", remove(FULL)))
    assert form.project_id is None
    assert form.stack.currentIndex() == 0
