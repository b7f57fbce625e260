"""How sheets are saved, and a printed one found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.dialogs.sheet_dialog import SheetDialog
from desktop.dialogs.sheet_match_dialog import SheetMatchDialog
from desktop.session import CountySession
from models.edits import Change, Edit
from models.sheet_code import sheet_code


def test_one_pdf_in_the_built_in_look_is_the_default(qtbot: QtBot) -> None:
    dialog = SheetDialog(33, None)
    qtbot.addWidget(dialog)
    assert "33" in dialog.windowTitle()
    assert (dialog.each, dialog.folder) == (False, None)
    assert not dialog.copy_button.isEnabled()


def test_the_built_in_template_is_laid_into_the_chosen_folder(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SheetDialog(1, tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.folder == tmp_path
    dialog.copy_button.click()
    assert (tmp_path / "target_sheet.typ").is_file()
    (tmp_path / "target_sheet.typ").write_text("mine", "utf8")
    dialog.copy_button.click()
    assert "exists" in dialog.note.text()
    assert (tmp_path / "target_sheet.typ").read_text("utf8") == "mine"


def test_a_code_tells_its_facility_and_whether_it_is_current(
    qtbot: QtBot, session: CountySession
) -> None:
    county, hospital = session.county, session.county.facility("h")
    code = sheet_code(county, session.plan, hospital)
    dialog = SheetMatchDialog(county)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.found) as found:
        dialog.code_line.setText(code.lower())
    assert found.args == ["h"]
    assert "甲医院" in dialog.answer.text()
    assert "says what the file says now" in dialog.answer.text()
    assert session.do(Edit("改", (Change(hospital, replace(hospital, grade="三级")),)))
    dialog.code_line.clear()
    assert dialog.answer.text() == ""
    dialog.code_line.setText(code)
    assert "print it anew" in dialog.answer.text()


def test_an_unknown_code_is_told_and_half_a_code_is_not_judged(
    qtbot: QtBot, session: CountySession
) -> None:
    dialog = SheetMatchDialog(session.county)
    qtbot.addWidget(dialog)
    dialog.code_line.setText("00000-0")
    assert dialog.answer.text() == ""
    dialog.code_line.setText("00000-00000")
    assert "No sheet" in dialog.answer.text()
