from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.column_set_dialog import CHOICES, ColumnSetDialog
from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnKind, ColumnSpec, OwnColumns
from models.measure import Basis

PRESENT = OwnColumns("本所", (ColumnSpec("beds", Basis.ACTUAL),))
PLANNED = 1 + CHOICES.index((Basis.PLANNED, ColumnKind.VALUE))
RATE = 1 + CHOICES.index((Basis.PLANNED, ColumnKind.RATE))


@pytest.fixture
def dialog(session: CountySession, qtbot: QtBot) -> ColumnSetDialog:
    dialog = ColumnSetDialog(session, PRESENT)
    qtbot.addWidget(dialog)
    return dialog


def tick(dialog: ColumnSetDialog, measure: str, column: int, on: bool = True) -> None:
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    dialog.item_of(measure).setCheckState(column, state)


def test_present_columns_are_ticked(dialog: ColumnSetDialog) -> None:
    assert (dialog.specs(), dialog.name.text()) == (PRESENT.specs, "本所")


def test_ticked_columns_are_chosen_under_the_name(dialog: ColumnSetDialog, qtbot: QtBot) -> None:
    tick(dialog, "nurses", PLANNED)
    dialog.name.setText(" 护士 ")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    nurses = ColumnSpec("nurses", Basis.PLANNED)
    assert chosen.args == [OwnColumns("护士", (*PRESENT.specs, nurses))]


def test_planned_columns_come_once_for_each_ticked_year(dialog: ColumnSetDialog) -> None:
    tick(dialog, "nurses", PLANNED)
    for year in (2022, 2025):
        dialog.years[year].setChecked(True)
    assert [(s.measure, s.year) for s in dialog.specs()] == [
        ("beds", None), ("nurses", 2022), ("nurses", 2025),
    ]  # fmt: skip


def test_nothing_ticked_cannot_be_shown(dialog: ColumnSetDialog) -> None:
    tick(dialog, "beds", 2, on=False)
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_rate_of_what_does_not_add_up_is_not_offered(
    dialog: ColumnSetDialog, session: CountySession
) -> None:
    single = next(m.id for m in session.catalogue.measures.values() if not m.additive)
    assert dialog.item_of(single).data(RATE, Qt.ItemDataRole.CheckStateRole) is None
    assert dialog.item_of("beds").data(RATE, Qt.ItemDataRole.CheckStateRole) is not None


def test_measures_are_found_by_name(dialog: ColumnSetDialog) -> None:
    dialog.search.setText("护士")
    assert not dialog.item_of("nurses").isHidden()
    assert dialog.item_of("beds").isHidden()


def test_own_set_can_be_deleted(dialog: ColumnSetDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.deleted) as deleted:
        dialog.delete.click()
    assert deleted.args == ["本所"]


def test_built_in_set_cannot_be_deleted(session: CountySession, qtbot: QtBot) -> None:
    dialog = ColumnSetDialog(session, OwnColumns("", PRESENT.specs))
    qtbot.addWidget(dialog)
    assert dialog.delete.isHidden()
