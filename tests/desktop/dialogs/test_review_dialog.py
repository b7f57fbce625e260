"""The mid-term review on screen, as a workbook and as a PDF."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
from pytestqt.qtbot import QtBot

from desktop.dialogs.review_dialog import ReviewDialog
from desktop.session import CountySession
from desktop.tables.review_table_model import ReviewColumn
from models.edits import Edit, add
from models.plan import IndicatorValue
from models.plan_document import PaperFormat


def opened(session: CountySession, qtbot: QtBot) -> ReviewDialog:
    value = IndicatorValue("plan", "i1", 2023, Decimal("5.8"), "公报")
    assert session.do(Edit("录入", add(value)))
    dialog = ReviewDialog(session)
    qtbot.addWidget(dialog)
    return dialog


def cell(dialog: ReviewDialog, row: int, column: ReviewColumn) -> str:
    return str(dialog.model.index(row, column).data())


def test_the_middle_year_is_shown_against_its_line(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    assert dialog.model.year == 2023
    # 5.5 + (6 − 5.5) × 3 ÷ 5 = 5.8: exactly on the line
    assert cell(dialog, 0, ReviewColumn.PLANNED) == "5.80"
    assert cell(dialog, 0, ReviewColumn.VERDICT) == "✓ on track"
    assert cell(dialog, 0, ReviewColumn.DIFFERENCE) == "0"
    assert cell(dialog, 2, ReviewColumn.VERDICT) == "– no value"
    dialog.year.choose("2024")
    dialog.year.activated.emit(0)
    assert cell(dialog, 0, ReviewColumn.VERDICT) == "– no value"


def test_a_reason_is_an_undoable_edit(session: CountySession, qtbot: QtBot) -> None:
    dialog = opened(session, qtbot)
    assert dialog.model.setData(dialog.model.index(2, ReviewColumn.REASON), "尚未统计")
    assert cell(dialog, 2, ReviewColumn.REASON) == "尚未统计"
    session.undo()
    assert cell(dialog, 2, ReviewColumn.REASON) == ""


def test_saved_as_workbook_and_pdf(session: CountySession, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(session, qtbot)
    dialog.model.setData(dialog.model.index(2, ReviewColumn.REASON), "=尚未统计")
    for paper_format in (PaperFormat.XLSX, PaperFormat.PDF):
        dialog.save(tmp_path / f"评估.{paper_format}", paper_format)
    sheet = openpyxl.load_workbook(tmp_path / "评估.xlsx").active
    assert sheet is not None
    rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=4, max_row=6)]
    assert rows[0][:7] == ["1", "每千人口床位数（张）", "5.5", "6", "5.80", "5.80 (entered)", "0"]
    assert rows[2][8] == "=尚未统计"
    assert sheet.cell(6, 9).data_type == "s"  # a text, not a formula
    with pypdfium2.PdfDocument(tmp_path / "评估.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert "2023 年规划中期评估表" in text
    assert "尚未统计" in text


def test_a_folder_that_is_not_there_is_told(
    session: CountySession, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(session, qtbot)
    with qtbot.waitSignal(session.failed):
        dialog.save(tmp_path / "nowhere" / "评估.pdf", PaperFormat.PDF)
