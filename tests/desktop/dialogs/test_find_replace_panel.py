from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.find_replace_panel import FindReplacePanel
from desktop.session import CountySession
from desktop.tables.allocation_rows import RowFilter
from desktop.tables.allocation_table_model import AllocationTableModel
from models.errors import InvalidValue
from models.measure import Basis


@pytest.fixture
def panel(session: CountySession, qtbot: QtBot) -> FindReplacePanel:
    panel = FindReplacePanel(session, AllocationTableModel(session))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def bed_texts(panel: FindReplacePanel) -> list[str]:
    model = panel.table
    return [str(model.index(row, column).data()) for row in (1, 2, 4, 5) for column in range(3)]


def test_figures_are_counted_while_typing_and_replaced_as_one_edit(
    panel: FindReplacePanel, session: CountySession
) -> None:
    panel.wanted.setText("30")
    panel.by.setText("35")
    assert panel.count.text() == "Found: 2"
    panel.replace.click()
    assert bed_texts(panel)[6:9] == ["35", "35", "40"]
    assert panel.count.text() == "Found: 0"
    session.undo()
    assert bed_texts(panel)[6:9] == ["30", "30", "40"]
    assert session.undo_stack.to_undo is None


def test_part_of_a_figure_is_replaced_if_wanted(panel: FindReplacePanel) -> None:
    panel.wanted.setText("0")
    panel.by.setText("1")
    assert panel.count.text() == "Found: 0"
    panel.whole.setChecked(False)
    panel.replace.click()
    assert bed_texts(panel)[:3] == ["411", "451", "511"]


def test_one_bad_replacement_refuses_all(panel: FindReplacePanel, qtbot: QtBot) -> None:
    panel.wanted.setText("30")
    panel.by.setText("many")
    with qtbot.waitSignal(panel.table.refused):
        panel.replace.click()
    assert bed_texts(panel)[6:9] == ["30", "30", "40"]


def test_names_are_replaced_as_one_edit(panel: FindReplacePanel, session: CountySession) -> None:
    panel.where.setCurrentIndex(1)
    panel.wanted.setText("卫生院")
    panel.by.setText("中心卫生院")
    assert panel.count.text() == "Found: 2"
    panel.replace_all()
    assert [session.county.facility(i).name for i in "bc"] == ["乙中心卫生院", "丙中心卫生院"]
    session.undo()
    assert session.county.facility("b").name == "乙卫生院"


def test_name_cannot_become_empty(
    panel: FindReplacePanel, session: CountySession, qtbot: QtBot
) -> None:
    panel.where.setCurrentIndex(1)
    panel.wanted.setText("乙卫生院")
    with qtbot.waitSignal(session.failed) as failed:
        panel.replace_all()
    assert isinstance(failed.args[0], InvalidValue)
    assert session.county.facility("b").name == "乙卫生院"


def test_only_what_is_shown_is_searched(panel: FindReplacePanel) -> None:
    panel.wanted.setText("30")
    panel.table.show_only(RowFilter("丙"))
    assert panel.count.text() == "Found: 0"
    assert not panel.replace.isEnabled()


def test_find_next_goes_round(panel: FindReplacePanel, qtbot: QtBot) -> None:
    panel.wanted.setText("30")
    found: list[tuple[int, int]] = []
    panel.found.connect(lambda row, column: found.append((row, column)))
    for _ in range(3):
        qtbot.keyClick(panel.wanted, Qt.Key.Key_Return)
    assert found == [(4, 0), (4, 1), (4, 0)]


def test_nothing_is_found_before_anything_is_typed(panel: FindReplacePanel) -> None:
    assert (panel.count.text(), panel.replace.isEnabled()) == ("", False)
    panel.replace_all()
    assert panel.session.undo_stack.to_undo is None


def test_escape_closes(panel: FindReplacePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.dismissed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.session.county.allocation("plan", "b", "beds", Basis.ACTUAL, 2020) is not None
