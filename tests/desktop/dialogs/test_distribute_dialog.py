"""A total is shared out with a preview, and applied as one undoable edit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.dialogs.distribute_dialog import DistributeDialog
from desktop.tables.distribution_table_model import Column
from models.distribution import WeightBy
from models.measure import Basis


@pytest.fixture
def dialog(session, qtbot):
    dialog = DistributeDialog(session)
    qtbot.addWidget(dialog)
    QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    return dialog


def column(dialog: DistributeDialog, which: Column) -> list[str]:
    return [
        dialog.model.index(row, which).data(Qt.ItemDataRole.DisplayRole)
        for row in range(dialog.model.rowCount())
    ]


def planned(session) -> dict[str, int]:
    values = session.county.column("plan", "beds", Basis.PLANNED, 2025)
    return {i: int(a.value) for i, a in values.items()}


def test_the_preview_follows_the_total_and_applying_is_one_step(session, dialog):
    before = planned(session)
    dialog.total.setValue(1100)  # authorised are 400, 30, 20, 100
    assert column(dialog, Column.AFTER) == ["800", "60", "40", "200"]
    assert column(dialog, Column.CHANGE) == ["+300", "+20", "+20", "+100"]
    assert planned(session) == before
    dialog.apply.click()
    assert planned(session) == {"h": 800, "b": 60, "c": 40, "g": 200}
    session.undo()
    assert planned(session) == before


def test_it_begins_with_the_sum_planned_so_far(session, dialog):
    assert dialog.total.value() == sum(planned(session).values())
    dialog.facility_class.setCurrentIndex(dialog.facility_class.findData("primary-care"))
    assert dialog.total.value() == planned(session)["b"] + planned(session)["c"]
    dialog.total.setValue(90)
    dialog.by.setCurrentIndex(dialog.by.findData(str(WeightBy.EQUAL)))
    assert dialog.total.value() == 90  # what was typed stays


def test_without_a_total_nothing_can_be_applied(dialog):
    dialog.measure.setCurrentIndex(dialog.measure.findData("health-personnel"))
    assert dialog.total.value() == 0
    assert not dialog.apply.isEnabled()
    assert dialog.verdict.text() == "Enter the total that is to be shared out."


def test_a_typed_bound_binds_and_is_named(dialog):
    dialog.total.setValue(1100)
    most = dialog.model.index(0, Column.MOST)
    assert dialog.model.setData(most, "500")
    assert column(dialog, Column.AFTER)[0] == "500"
    assert column(dialog, Column.BOUND)[0] == "at its most"
    assert sum(map(int, column(dialog, Column.AFTER))) == 1100


def test_an_impossible_total_says_by_how_much_and_cannot_be_applied(dialog):
    dialog.total.setValue(10)
    assert dialog.model.setData(dialog.model.index(0, Column.LEAST), "25")
    assert "15" in dialog.verdict.text()
    assert "甲医院" in dialog.verdict.text()
    assert not dialog.apply.isEnabled()


def test_what_is_no_number_is_not_taken(dialog):
    for text in ("abc", "-1", "1.5"):
        assert not dialog.model.setData(dialog.model.index(0, Column.LEAST), text)
    assert column(dialog, Column.LEAST)[0] == ""


def test_a_rate_becomes_a_total_by_the_population(dialog):
    dialog.rate.setValue(6.6)
    dialog.use_rate.click()
    assert dialog.total.value() == 660  # 100,000 people


def test_only_the_chosen_class_takes_part(dialog):
    dialog.facility_class.setCurrentIndex(dialog.facility_class.findData("primary-care"))
    dialog.by.setCurrentIndex(dialog.by.findData(str(WeightBy.EQUAL)))
    dialog.total.setValue(11)
    assert column(dialog, Column.NAME) == ["乙卫生院", "丙卫生院"]
    assert column(dialog, Column.AFTER) == ["6", "5"]


def test_figures_in_doubt_are_told_and_applied_by_a_second_press(session, dialog):
    before = planned(session)
    dialog.total.setValue(9000)  # 乙卫生院 would come to 491, 甲医院 to 6545
    assert "! In doubt: " in dialog.verdict.text()
    assert "甲医院" in dialog.verdict.text()
    dialog.apply.click()
    assert planned(session) == before
    assert dialog.apply.text() == "Apply anyway"
    dialog.total.setValue(9001)
    assert dialog.apply.text() == "Apply"
    dialog.apply.click()
    dialog.apply.click()
    assert sum(planned(session).values()) == 9001
