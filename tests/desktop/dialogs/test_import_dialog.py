from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.import_dialog import ImportDialog
from models.edits import Change
from models.errors import BadCell, BadCells, FileError, FileProblem, LeftAside, Reason
from models.importing import ImportReading, RecognisedPart
from models.plan import CountyInfo

TABLE = RecognisedPart("layout", "专栏4 基层机构", "120", 27)
PROSE = LeftAside("line 1", "", "prose", ("80",))


def texts(dialog: ImportDialog) -> tuple[str, str]:
    """The heading and the report."""
    head, report = dialog.findChild(QLabel), dialog.findChild(QPlainTextEdit)
    assert head is not None
    assert report is not None
    return head.text(), report.toPlainText()


def take_over(dialog: ImportDialog) -> QPushButton | None:
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    role = QDialogButtonBox.ButtonRole.AcceptRole
    found = [b for b in buttons.buttons() if buttons.buttonRole(b) is role]
    assert all(isinstance(b, QPushButton) for b in found)
    return found[0] if found else None  # type: ignore[return-value]


def test_what_was_recognised_and_left_aside_is_shown_before_it_is_taken(qtbot: QtBot) -> None:
    change = Change(None, CountyInfo("500111", "大足区"))
    dialog = ImportDialog(None, "plan.txt", ImportReading((change,), (TABLE,), (PROSE,), 3))
    qtbot.addWidget(dialog)
    head, report = texts(dialog)
    assert head == "1 changes, 3 figures stand as in the source."
    assert "专栏4 基层机构 (beds by institution, from line 120, 27 rows)" in report
    assert "Left aside: line 1: running text, 80 paragraphs" in report
    button = take_over(dialog)
    assert button is not None
    with qtbot.waitSignal(dialog.accepted):
        button.click()


def test_what_changes_nothing_cannot_be_taken_over(qtbot: QtBot) -> None:
    dialog = ImportDialog(None, "plan.txt", ImportReading((), (TABLE,), (), 3))
    qtbot.addWidget(dialog)
    assert take_over(dialog) is None


def test_bad_cells_are_listed_with_sheet_row_column_value_and_reason(qtbot: QtBot) -> None:
    cells = (
        BadCell("专栏4", 7, "E", "约40", Reason.NOT_A_NUMBER),
        BadCell("专栏4", 9, "E", "-1", Reason.NEGATIVE),
    )
    dialog = ImportDialog.refused(None, "表.xlsx", BadCells(cells, "表.xlsx"))
    qtbot.addWidget(dialog)
    head, report = texts(dialog)
    assert head.startswith("表.xlsx: 2 cells cannot be taken, nothing was changed.")
    assert report.splitlines() == [
        "sheet 专栏4, row 7, column E: “约40” is not a number",
        "sheet 专栏4, row 9, column E: “-1” must not be negative",
    ]
    assert take_over(dialog) is None


def test_an_unknown_kind_of_file_is_named_with_what_can_be_read(qtbot: QtBot) -> None:
    error = FileError(Path("表.xls"), FileProblem.UNKNOWN_FORMAT)
    dialog = ImportDialog.refused(None, "表.xls", error)
    qtbot.addWidget(dialog)
    head, report = texts(dialog)
    assert "表.xls" in head
    assert ".xlsx" in head
    assert report == ""
