"""The Reports page: the real PDF in the preview, saved, printed and cancelled without blocking."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import QThreadPool
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.background import Task
from desktop.dialogs.pack_dialog import PackDialog
from desktop.dialogs.sheet_dialog import SheetDialog
from desktop.dialogs.sheet_match_dialog import SheetMatchDialog
from desktop.dialogs.tables_dialog import TablesDialog
from desktop.pages.reports import ReportsPage
from desktop.pdf_printing import a4_printer
from desktop.plan_pack import PlanPack
from desktop.plan_papers import Paper
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.sheet_exports import SheetRun
from models.county import remove_facility
from models.edits import Change, Edit
from models.errors import FileError, FileProblem
from models.measure import Allocation, Basis, Origin
from models.plan_document import PaperFormat
from models.sheet_code import sheet_code

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


def blank_pdf(pages: int) -> bytes:
    document, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(buffer)
    document.close()
    return buffer.getvalue()


class Sheets:
    """Stands in for the setting of sheets: as many blank pages as facilities, at once."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.gate = Event()
        self.gate.set()
        self.error: Exception | None = None

    def __call__(self, session: CountySession, ids: Sequence[str]) -> Callable[[Task], bytes]:
        self.asked.append(tuple(ids))
        pdf = blank_pdf(len(ids))

        def work(task: Task) -> bytes:
            assert self.gate.wait(10)
            if self.error is not None:
                raise self.error
            task.progress(len(ids), len(ids))
            return pdf

        return work


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> Sheets:
    sheets = Sheets()
    monkeypatch.setattr(SheetRun, "one_pdf", lambda run, session, ids: sheets(session, ids))
    return sheets


@pytest.fixture
def page(qtbot: QtBot, session: CountySession, sheets: Sheets) -> ReportsPage:
    page = ReportsPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    qtbot.waitUntil(lambda: page.preview.view.page_count == 1)
    return page


def set_beds(session: CountySession, value: int) -> None:
    key = ("plan", "b", "beds", Basis.PLANNED, 2025)
    before = session.county.table(Allocation)[key]
    after = Allocation(*key, Decimal(value), Origin.PLANNER)
    assert session.do(Edit("set", (Change(before, after),)))


def idle(page: ReportsPage) -> bool:
    return page.save_action.isEnabled()


def test_the_first_facility_is_previewed_at_once(page: ReportsPage, sheets: Sheets) -> None:
    assert sheets.asked == [("h",)]
    assert page.checklist.current_id == "h"
    assert page.preview.page.value() == 1


def test_choosing_a_facility_previews_it(page: ReportsPage, sheets: Sheets, qtbot: QtBot) -> None:
    page.show_target(("facility", "c"))
    qtbot.waitUntil(lambda: page.preview.note.text() == "")
    assert sheets.asked[-1] == ("c",)
    assert page.checklist.current_id == "c"


def test_an_edit_renews_the_preview(
    page: ReportsPage, session: CountySession, sheets: Sheets, qtbot: QtBot
) -> None:
    sheets.gate.clear()
    set_beds(session, 41)
    assert page.preview.note.text() == page.tr("Renewing the preview…")
    sheets.gate.set()
    qtbot.waitUntil(lambda: page.preview.note.text() == "")
    assert sheets.asked == [("h",), ("h",)]


def test_edits_during_a_renewal_make_one_more(
    page: ReportsPage, session: CountySession, sheets: Sheets, qtbot: QtBot
) -> None:
    sheets.gate.clear()
    for value in (41, 42, 43):
        set_beds(session, value)
    sheets.gate.set()
    qtbot.waitUntil(lambda: page.preview.note.text() == "")
    assert len(sheets.asked) == 3  # the first, for 41, and one for all that came meanwhile


def test_a_hidden_page_renews_when_it_is_shown(
    page: ReportsPage, session: CountySession, sheets: Sheets, qtbot: QtBot
) -> None:
    page.hide()
    set_beds(session, 41)
    assert len(sheets.asked) == 1
    page.show()
    qtbot.waitUntil(lambda: page.preview.note.text() == "")
    assert len(sheets.asked) == 2


def test_a_removed_facility_leaves_list_and_preview(
    page: ReportsPage, session: CountySession, qtbot: QtBot
) -> None:
    page.show_target(("facility", "c"))
    qtbot.waitUntil(lambda: page.preview.note.text() == "")
    assert session.do(remove_facility(session.county, "c", "remove"))
    assert page.preview.view.page_count == 0
    page.checklist.all_button.click()
    assert page.checklist.ticked_ids == ["h", "g", "b"]


def test_ticked_facilities_are_previewed_as_one_pdf(page: ReportsPage, qtbot: QtBot) -> None:
    page.checklist.all_button.click()
    page.preview_action.trigger()
    qtbot.waitUntil(lambda: page.preview.view.page_count == 4)
    page.preview.page.setValue(3)
    assert page.preview.view.page == 2


def test_the_pdf_of_the_ticked_is_saved_under_the_chosen_name(
    page: ReportsPage, sheets: Sheets, qtbot: QtBot, tmp_path: Path
) -> None:
    page.checklist.all_button.click()
    page.save_action.trigger()
    sheet_dialog(page).accept()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".pdf")
    assert "测试县" in dialog.selectedFiles()[0]
    path = tmp_path / "表.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: idle(page))
    with pypdfium2.PdfDocument(path) as saved:
        assert len(saved) == 4
    assert "表.pdf" in page.jobs.note.text()


def test_with_nothing_ticked_the_chosen_one_is_saved(
    page: ReportsPage, sheets: Sheets, qtbot: QtBot
) -> None:
    page.save_action.trigger()
    assert "1" in sheet_dialog(page).windowTitle()
    assert page._chosen_ids() == ("h",)


def sheet_dialog(page: ReportsPage) -> SheetDialog:
    dialog = page.findChild(SheetDialog)
    assert dialog is not None
    return dialog


def test_a_pdf_for_each_goes_into_the_chosen_folder(
    qtbot: QtBot, session: CountySession, tmp_path: Path
) -> None:
    page = shown(qtbot, session)
    page.checklist.all_button.click()
    page.save_action.trigger()
    sheet_dialog(page).each_choice.setChecked(True)
    sheet_dialog(page).accept()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(lambda: idle(page), timeout=30_000)
    assert [path.name[:2] for path in sorted(tmp_path.glob("*.pdf"))] == ["01", "02", "03", "04"]


def test_a_broken_template_of_one_s_own_is_told_and_remembered(
    qtbot: QtBot, session: CountySession, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "target_sheet.typ").write_text("#let a = (1", "utf8")
    page = shown(qtbot, session)
    page.use_settings(settings)
    page.save_action.trigger()
    sheet_dialog(page).folder_line.setText(str(tmp_path))
    sheet_dialog(page).accept()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "表.pdf"))
    dialog.close()
    qtbot.waitUntil(lambda: idle(page), timeout=30_000)
    assert (tmp_path / "表.pdf").is_file()
    assert "line 1: unclosed delimiter" in page.jobs.note.text()
    assert settings.template_folder == tmp_path
    qtbot.waitUntil(lambda: "unclosed" in page.preview.note.text())


def shown(qtbot: QtBot, session: CountySession) -> ReportsPage:
    page = ReportsPage(session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.preview.view.page_count > 0)
    return page


def test_the_code_of_a_printed_sheet_leads_to_its_facility(
    page: ReportsPage, session: CountySession
) -> None:
    page.match_action.trigger()
    dialog = page.findChild(SheetMatchDialog)
    assert dialog is not None
    clinic = session.county.facility("c")
    dialog.code_line.setText(sheet_code(session.county, session.plan, clinic))
    dialog.close()
    assert page.checklist.current_id == "c"


def test_a_failure_to_save_is_told_and_leaves_the_page_usable(
    page: ReportsPage, session: CountySession, sheets: Sheets, qtbot: QtBot, tmp_path: Path
) -> None:
    sheets.error = FileError(tmp_path / "x.pdf", FileProblem.CANNOT_WRITE)
    with qtbot.waitSignal(session.failed):
        page.save_pdf(tmp_path / "x.pdf", ["h"])
    assert idle(page)
    assert not (tmp_path / "x.pdf").exists()


def test_cancel_writes_nothing(
    page: ReportsPage, sheets: Sheets, qtbot: QtBot, tmp_path: Path
) -> None:
    sheets.gate.clear()
    page.save_pdf(tmp_path / "x.pdf", ["h", "b"])
    assert page.jobs.progress.isVisible()
    page.jobs.cancel_button.click()
    assert idle(page)  # at once, while the step that cannot be stopped goes on
    assert page.jobs.note.text() == page.jobs.tr("Cancelled")
    sheets.gate.set()
    page.save_pdf(tmp_path / "y.pdf", ["h"])
    qtbot.waitUntil(lambda: idle(page))
    assert (tmp_path / "y.pdf").exists()
    assert not (tmp_path / "x.pdf").exists()


def test_printing_draws_every_page_on_the_printer(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    printer = pdf_printer(tmp_path / "printed.pdf")
    page.print_pdf(blank_pdf(3), printer)
    assert not idle(page)
    qtbot.waitUntil(lambda: idle(page))
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == 3
        width, height = printed.get_page_size(0)
    assert (round(width), round(height)) == (595, 842)


def test_print_asks_for_the_printer_without_blocking(page: ReportsPage, qtbot: QtBot) -> None:
    page.print_action.trigger()
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is not None)
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    assert (dialog.minPage(), dialog.maxPage()) == (1, 1)
    dialog.close()
    assert idle(page)


def test_tables_are_asked_for_and_saved(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.tables_action.trigger()
    chosen = page.findChild(TablesDialog)
    assert chosen is not None
    assert chosen.papers == [
        Paper.INDICATORS, Paper.BED_STANDARD, Paper.THREE_COLUMN, Paper.SUMMARY
    ]  # fmt: skip
    chosen.format.choose("docx")
    chosen.accept()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".docx")
    path = tmp_path / "附表.docx"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: idle(page))
    assert len(Document(str(path)).tables) == 6  # of beds three
    assert "附表.docx" in page.jobs.note.text()


def test_a_table_that_cannot_be_saved_is_told(
    page: ReportsPage, session: CountySession, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.failed) as failed:
        page.save_tables(tmp_path / "nowhere" / "表.pdf", [Paper.SUMMARY], PaperFormat.PDF)
    assert failed.args[0].problem is FileProblem.NO_SUCH_FOLDER
    assert idle(page)


def test_the_pack_shows_its_files_and_is_saved(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.pack_action.trigger()
    chosen = page.findChild(PackDialog)
    assert chosen is not None
    names = [chosen.files.item(row).text() for row in range(chosen.files.count())]
    chosen.accept()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".zip")
    path = tmp_path / "资料.zip"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: idle(page), timeout=30_000)
    with ZipFile(path) as archive:
        assert sorted(archive.namelist()) == sorted(names)


def test_a_pack_that_is_cancelled_leaves_nothing(
    page: ReportsPage, session: CountySession, sheets: Sheets, qtbot: QtBot, tmp_path: Path
) -> None:
    sheets.gate.clear()
    page.save_pack(tmp_path / "资料", PlanPack(session))
    page.jobs.cancel_button.click()
    assert idle(page)
    sheets.gate.set()
    assert QThreadPool.globalInstance().waitForDone(30_000)
    assert [path.name for path in tmp_path.iterdir() if "资料" in path.name] == []
    assert page.jobs.note.text() == page.jobs.tr("Cancelled")


def test_the_real_sheet_is_previewed(qtbot: QtBot, session: CountySession) -> None:
    assert shown(qtbot, session).preview.note.text() == ""


def pdf_printer(path: Path) -> QPrinter:
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer
