"""What a merger does is said before, and done as one edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.merge_dialog import MergeDialog
from desktop.session import CountySession
from models.geography import Division
from tests.desktop.divided_session import divided_session
from tests.models.divided_county import area, facility, people

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[CountySession]:
    records = (
        people("11", 2020, 900), people("12", 2020, 800), people("12", 2021, 790), area("11", 0),
        facility("a", "11"), facility("b", "12"),
    )  # fmt: skip
    with divided_session(tmp_path, *records) as session:
        yield session


@pytest.fixture
def dialog(session: CountySession, qtbot: QtBot) -> MergeDialog:
    dialog = MergeDialog(session, ["11", "12"])
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_becomes_of_people_areas_and_facilities_is_said(dialog: MergeDialog) -> None:
    said = dialog.said.text().splitlines()
    assert said == [
        "People 2020: 900 + 800 = 1,700",
        "People not known of all, and dropped: 2021",
        "The area is not known of all, and is dropped.",
        "2 facilities go to the merged one.",
    ]


def test_the_first_is_kept_unless_another_is_chosen(
    session: CountySession, dialog: MergeDialog
) -> None:
    assert dialog.name.text() == "村11"
    dialog.kept.choose("12")
    assert dialog.name.text() == "村12"
    dialog.merge_button.click()
    assert dialog.code == "12"
    assert ("11",) not in session.county.table(Division)
    session.undo()
    assert session.county.division("11").name == "村11"


def test_a_new_code_and_name_may_be_given(session: CountySession, dialog: MergeDialog) -> None:
    dialog.kept.choose(None)
    assert dialog.new_code.isVisible()
    dialog.new_code.setText("19")
    dialog.name.setText("双合村")
    dialog.date.setText("2023-06-30")
    dialog.merge_button.click()
    assert session.county.division("19").name == "双合村"
    assert {f.village for f in session.county.facilities} == {"19"}


@pytest.mark.parametrize(
    ("code", "name", "date", "field"),
    [("13", "双合村", "", "code"), ("19", "", "", "name"), ("19", "双合村", "去年", "date")],
)
def test_what_cannot_be_is_told_at_its_field(
    session: CountySession, dialog: MergeDialog, code: str, name: str, date: str, field: str
) -> None:
    dialog.kept.choose(None)
    for line, text in ((dialog.new_code, code), (dialog.name, name), (dialog.date, date)):
        line.setText(text)
    dialog.merge_button.click()
    assert dialog.isVisible()
    assert [n for n, f in dialog.fields.items() if f.message.text()] == [field]
    assert session.undo_stack.to_undo is None
