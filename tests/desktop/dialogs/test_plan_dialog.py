"""The plan's attributes are changed as one undoable edit."""

from dataclasses import replace

from PySide6.QtWidgets import QDialogButtonBox

from desktop.dialogs.plan_dialog import PlanDialog
from models.edits import Change, Edit
from models.plan import PlanState


def test_a_change_of_name_and_state_is_one_undoable_edit(session, qtbot):
    dialog = PlanDialog(session)
    qtbot.addWidget(dialog)
    dialog.name.setText("送审稿")
    dialog.state.setCurrentIndex(dialog.state.findData("submitted"))
    before = session.plan
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert (session.plan.name, session.plan.state) == ("送审稿", PlanState.SUBMITTED)
    session.undo()
    assert session.plan == before


def test_choosing_no_rules_leaves_no_findings(session, qtbot):
    assert session.evaluation.findings
    dialog = PlanDialog(session)
    qtbot.addWidget(dialog)
    dialog.rule_set.setCurrentIndex(0)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert session.rules == ()
    assert session.evaluation.findings == []


def test_a_plan_needs_a_name(session, qtbot):
    dialog = PlanDialog(session)
    qtbot.addWidget(dialog)
    dialog.name.setText("  ")
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_nothing_changed_leaves_no_trace(session, qtbot):
    dialog = PlanDialog(session)
    qtbot.addWidget(dialog)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert session.undo_stack.to_undo is None


def test_a_date_must_exist(session, qtbot):
    dialog = PlanDialog(session)
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.date.setText("2022-02-30")
    ok.click()
    assert "not a date" in dialog.date_field.message.text()
    assert session.plan.date == ""
    dialog.date.setText("2022-04-15")
    ok.click()
    assert session.plan.date == "2022-04-15"


def test_of_an_issued_version_only_the_state_can_be_set(session, qtbot):
    issued = replace(session.plan, state=PlanState.ISSUED)
    session.do(Edit("印发", (Change(session.plan, issued),)))
    dialog = PlanDialog(session)
    qtbot.addWidget(dialog)
    for field in (dialog.name, dialog.title, dialog.document_number, dialog.date, dialog.rule_set):
        assert not field.isEnabled()
    dialog.state.setCurrentIndex(dialog.state.findData("draft"))
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert session.plan.state is PlanState.DRAFT
