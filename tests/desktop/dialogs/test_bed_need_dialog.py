"""What is typed is reckoned at once, with every figure in the line."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from desktop.dialogs.bed_need_dialog import BedNeedDialog
from desktop.session import CountySession
from models.edits import Edit, add
from models.plan import Population, PopulationGroup, PopulationOrigin


@pytest.fixture
def dialog(session: CountySession, qtbot: QtBot) -> BedNeedDialog:
    dialog = BedNeedDialog(session)
    qtbot.addWidget(dialog)
    return dialog


def fill(dialog: BedNeedDialog, *rows: tuple[str, str, str]) -> None:
    dialog.table.setRowCount(0)
    for row, texts in enumerate(rows):
        dialog._append("", "")
        for column, text in enumerate(texts):
            dialog.table.setItem(row, column, QTableWidgetItem(text))


def test_the_derivation_names_every_figure(dialog: BedNeedDialog) -> None:
    """9,600 + 60,000 + 400 = 70,000 patients × 8 days ÷ 365 × 1.1 = 1,687.67; 660 are planned."""
    fill(dialog, ("0–14", "120,000", "8"), ("15+", "500000", "12%"))
    dialog.outside.setText("400")
    dialog.stay.setText("8")
    dialog.redundancy.setText("1.1")
    assert dialog.derivation.text().splitlines() == [
        "0–14: 120,000 × 8% = 9,600",
        "15+: 500,000 × 12% = 60,000",
        "(9,600 + 60,000 + 400) × 8 ÷ 365 × 1.1 = 1,687.67, in whole 1,688 beds",
        "Planned for 2025: 660 beds, 1,028 fewer than needed",
    ]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.derivation.text()


def test_what_is_no_figure_is_named_and_nothing_is_reckoned(dialog: BedNeedDialog) -> None:
    fill(dialog, ("0–14", "many", "8"))
    dialog.stay.setText("8")
    assert "“many”" in dialog.derivation.text()
    assert not dialog.copy.isEnabled()
    fill(dialog, ("0–14", "100", "8"))
    dialog.stay.setText("0")
    assert "beds" not in dialog.derivation.text()


def test_the_people_that_the_county_knows_are_offered(session: CountySession, qtbot: QtBot) -> None:
    children = Population(2025, PopulationGroup.CHILDREN, 15_000, PopulationOrigin.ENTERED)
    assert session.do(Edit("儿童", add(children)))
    dialog = BedNeedDialog(session)
    qtbot.addWidget(dialog)
    people = [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]
    assert people == ["15000", "85000"]  # of 100,000 residents


def test_an_age_group_is_added_and_removed(dialog: BedNeedDialog) -> None:
    rows = dialog.table.rowCount()
    dialog.add.click()
    assert dialog.table.rowCount() == rows + 1
    dialog.table.setCurrentCell(rows, 0)
    dialog.remove.click()
    assert dialog.table.rowCount() == rows
