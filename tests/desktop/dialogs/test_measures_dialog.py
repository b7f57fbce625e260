"""A planner's own measure can be allocated like a shipped one."""

from decimal import Decimal

from desktop.dialogs.measures_dialog import MeasuresDialog
from models.catalogue import Language
from models.edits import Edit, add
from models.measure import Allocation, Basis, Measure, Origin
from models.workload import Activity, ActivityKind


def add_beds_of_palliative_care(dialog: MeasuresDialog) -> None:
    dialog.zh.setText("安宁疗护床位")
    dialog.unit.setText("张")
    dialog.add_button.click()


def test_an_added_measure_is_in_the_catalogue_until_undone(session, qtbot):
    dialog = MeasuresDialog(session)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(session.plan_changed):
        add_beds_of_palliative_care(dialog)
    own = next(iter(session.county.table(Measure).values()))
    assert session.catalogue.measure_name(own.id, Language.ZH) == "安宁疗护床位"
    assert dialog.list.count() == 1
    session.undo()
    assert own.id not in session.catalogue.measures
    assert dialog.list.count() == 0


def test_a_name_that_is_taken_cannot_be_added(session, qtbot):
    dialog = MeasuresDialog(session)
    qtbot.addWidget(dialog)
    dialog.zh.setText("床位")
    dialog.unit.setText("张")
    assert not dialog.add_button.isEnabled()
    assert dialog.note.text()


def test_a_measure_with_figures_cannot_be_removed(session, qtbot):
    dialog = MeasuresDialog(session)
    qtbot.addWidget(dialog)
    add_beds_of_palliative_care(dialog)
    dialog.list.setCurrentRow(0)
    assert dialog.remove_button.isEnabled()
    own = next(iter(session.county.table(Measure).values()))
    figure = Allocation("plan", "h", own.id, Basis.PLANNED, 2025, Decimal(5), Origin.PLANNER)
    session.do(Edit("", add(figure)))
    dialog.list.setCurrentRow(0)
    assert not dialog.remove_button.isEnabled()
    session.undo()
    dialog.list.setCurrentRow(0)
    dialog.remove_button.click()
    assert not session.county.table(Measure)


def test_a_cadre_with_activities_cannot_be_removed(session, qtbot):
    dialog = MeasuresDialog(session)
    qtbot.addWidget(dialog)
    add_beds_of_palliative_care(dialog)
    own = next(iter(session.county.table(Measure).values()))
    line = Activity("1", "plan", "h", own.id, ActivityKind.SERVICE, "门诊")
    session.do(Edit("", add(line)))
    dialog.list.setCurrentRow(0)
    assert not dialog.remove_button.isEnabled()
