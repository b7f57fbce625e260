"""The main job without a window: checks, workbook, sheets, tables, map, a picture of every page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from desktop import exports, json_reports
from desktop.background import Task
from desktop.coverage_command import coverage_map, coverage_of
from desktop.main_window import MainWindow
from desktop.pages.proofreading import ProofreadingPage
from desktop.pictures import save_map
from desktop.plan_papers import filled_papers, plan_document, save_document
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.sheet_exports import SheetRun
from models.catalogue import Language
from models.errors import FileError, FileProblem
from models.plan_document import PaperFormat

WINDOW_SIZE = (1280, 800)  # pixels


def run_demo(path: Path, folder: Path, language: Language) -> int:
    """Do the main job on a county file into a folder, naming each file written on standard output.

    Needs a QApplication (any platform plug-in, so also `offscreen`). The county is not changed.
    Returns the exit code 0; raises FileError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(folder, FileProblem.CANNOT_WRITE, error.strerror or "") from error
    window = MainWindow(Settings(folder / "settings.ini"), language)
    try:
        window.open_file_or_raise(path)
        session = window.session
        assert session is not None
        tables = _write_tables(session, folder)
        written = [
            *_write_files(session, folder),
            *tables,
            *_draw_pages(window, folder, to_proofread=tables),
        ]
    finally:
        window.close()
        (folder / "settings.ini").unlink(missing_ok=True)
    for file in written:
        print(file)
    return 0


def _write_files(session: CountySession, folder: Path) -> list[Path]:
    checks = folder / "check.json"
    report = json_reports.findings_report(session.evaluation, session.county)
    exports.save_bytes(checks, json.dumps(report, ensure_ascii=False, indent=2).encode())
    workbook = folder / "allocation.xlsx"
    exports.allocation_workbook(session, workbook)
    sheets = folder / "target-sheets.pdf"
    ids = [f.id for f in session.county.facilities]
    if ids:
        exports.save_bytes(sheets, SheetRun().one_pdf(session, ids)(Task(lambda task: None)))
    picture = folder / "coverage.png"
    found = coverage_of(session.county, session.rules)
    save_map(picture, coverage_map(session.county, found), session.catalogue, session.language)
    return [checks, workbook, *([sheets] if ids else []), picture]


def _write_tables(session: CountySession, folder: Path) -> list[Path]:
    """The published tables as a Word document; nothing where the county has none."""
    papers = [paper for paper in filled_papers(session) if paper.layout]
    if not papers:
        return []
    path = folder / "plan-tables.docx"
    save_document(plan_document(session, papers), path, PaperFormat.DOCX)
    return [path]


def _draw_pages(window: MainWindow, folder: Path, to_proofread: Sequence[Path]) -> list[Path]:
    assert window.workspace is not None
    proofreading = window.workspace.pages["proofreading"]
    assert isinstance(proofreading, ProofreadingPage)
    for document in to_proofread:
        proofreading.check(document)
    window.resize(*WINDOW_SIZE)
    window.show()
    written = []
    for name in window.workspace.pages:
        window.workspace.show_page(name)
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone()  # the preview is made off this thread
        QApplication.processEvents()
        picture = folder / f"page-{name}.png"
        window.grab().save(str(picture))
        written.append(picture)
    return written
