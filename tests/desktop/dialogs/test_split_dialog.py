"""A village shared out among its parts as typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.split_dialog import SplitDialog
from desktop.session import CountySession
from tests.desktop.divided_session import divided_session
from tests.models.divided_county import area, facility, people

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[CountySession]:
    records = (people("11", 2020, 900), area("11", 0), facility("a", "11"), facility("b", "11"))
    with divided_session(tmp_path, *records) as session:
        yield session


def opened(session: CountySession, code: str, qtbot: QtBot) -> SplitDialog:
    dialog = SplitDialog(session, code)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def write(dialog: SplitDialog, *rows: tuple[str, ...]) -> None:
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = dialog.parts.item(row, column)
            assert item is not None
            item.setText(text)


def assign(dialog: SplitDialog, row: int, part: int) -> None:
    choice = dialog.assigned.cellWidget(row, 1)
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(part)


def test_what_is_left_to_share_out_is_said(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, "11", qtbot)
    write(dialog, ("11", "村11", "500"))
    assert dialog.left.text() == "Residents 2020: 900, left to share out 400"


def test_a_village_is_split_as_typed(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, "11", qtbot)
    write(dialog, ("11", "村11", "500"), ("16", "东村", "400"))
    assign(dialog, 1, 1)
    dialog.split_button.click()
    county = session.county
    assert {f.id: f.village for f in county.facilities} == {"a": "11", "b": "16"}
    found = county.people(county.division("16"), 2020)
    assert found is not None
    assert found.persons == 400
    assert county.division("16").parent == "1"
    session.undo()
    assert {f.village for f in county.facilities} == {"11"}


def test_people_that_do_not_add_up_are_refused(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, "11", qtbot)
    write(dialog, ("11", "村11", "500"), ("16", "东村", "399"))
    dialog.split_button.click()
    assert dialog.isVisible()
    assert dialog.problem.text() == "✕ Residents: “899” does not make up the whole"
    assert session.undo_stack.to_undo is None


def test_a_part_without_a_code_is_refused(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, "11", qtbot)
    write(dialog, ("11", "村11", "500"), ("", "东村", "400"))
    dialog.split_button.click()
    assert dialog.problem.text().startswith("✕ Code:")


def test_parts_are_added_and_taken_away(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, "11", qtbot)
    dialog.add_blank_part()
    assert dialog.parts.rowCount() == 3
    choice = dialog.assigned.cellWidget(0, 1)
    assert isinstance(choice, QComboBox)
    assert [choice.itemText(i) for i in range(3)] == ["村11", "Part 2", "Part 3"]
    dialog.remove_part()
    dialog.remove_part()
    assert dialog.parts.rowCount() == 2


def test_villages_of_a_township_are_shared_out(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, "1", qtbot)
    assert [m for m, _ in dialog.members] == ["11", "12", "13"]
    write(dialog, ("1", "镇1"), ("3", "新镇"))
    assign(dialog, 2, 1)
    dialog.split_button.click()
    assert [session.county.division(c).parent for c in ("11", "12", "13")] == ["1", "1", "3"]
