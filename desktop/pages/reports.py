"""The Reports page: target sheets to look at, to save and to print, and the allocation workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
)

from desktop import exports, wording
from desktop.background import Task, start
from desktop.layout_names import layout_filters
from desktop.pages.facility_checklist import FacilityChecklist
from desktop.pages.page import Page
from desktop.pages.preview_panel import PreviewPanel
from desktop.pdf_printing import PrintJob, a4_printer
from desktop.plan_papers import usual_layout
from desktop.session import CountySession
from desktop.sheet_exports import SheetRun
from models.edits import Edit
from models.errors import WeiguiError
from models.facility import Facility
from models.layout import Layout


class ReportsPage(Page):
    """Left the facilities, right the sheet of the chosen one as it will be printed.

    What is saved and printed are the ticked facilities, or the chosen one where none is ticked.
    """

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("ReportsPage", "Reports"))
        self.checklist = FacilityChecklist(session)
        self.preview = PreviewPanel()
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.progress = QProgressBar()
        self.progress.setMaximumWidth(240)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._wanted: tuple[str, ...] = ()  # the facilities to be previewed
        self._asked: tuple[str, ...] = ()  # those that the preview's task is about
        self._shown: tuple[str, ...] = ()
        self._outdated = True
        self._preview_task: Task | None = None
        self._job: Task | PrintJob | None = None  # what is being saved or printed
        self._make_actions()
        self._lay_out()
        self.checklist.current_changed.connect(self._preview_one)
        self.checklist.ticked_changed.connect(self._count_ticked)
        self.cancel_button.clicked.connect(self._cancel)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._read_again)
        self._count_ticked()
        self._end_job("")

    def _make_actions(self) -> None:
        self.preview_action = QAction(self.tr("Preview ticked"), self)
        self.preview_action.triggered.connect(lambda: self._preview(self._chosen_ids()))
        self.save_action = QAction(self.tr("Save PDF…"), self)
        self.save_action.setShortcut("Ctrl+Shift+S")
        self.save_action.triggered.connect(self._ask_pdf)
        self.print_action = QAction(self.tr("Print…"), self)
        self.print_action.setShortcut("Ctrl+P")
        self.print_action.triggered.connect(self._prepare_print)
        self.workbook_action = QAction(self.tr("Allocation workbook…"), self)
        self.workbook_action.triggered.connect(self._ask_workbook)
        for action in (
            self.preview_action,
            self.save_action,
            self.print_action,
            self.workbook_action,
        ):
            self.add_action(action)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.checklist)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 860])
        splitter.setChildrenCollapsible(False)
        bottom = QHBoxLayout()
        bottom.addWidget(self.note, 1)
        bottom.addWidget(self.progress)
        bottom.addWidget(self.cancel_button)
        self.body.addWidget(splitter, 1)
        self.body.addLayout(bottom)
        self.setFocusProxy(self.checklist)

    # --- what is meant ---------------------------------------------------------------------

    def show_target(self, target: tuple[str, ...]) -> None:
        """("facility", id) previews that facility."""
        if target[:1] == ("facility",):
            self.checklist.choose(target[1])
            self._preview((target[1],))

    def _chosen_ids(self) -> tuple[str, ...]:
        ticked, current = self.checklist.ticked_ids, self.checklist.current_id
        return tuple(ticked) or ((current,) if current else ())

    def _count_ticked(self) -> None:
        count = len(self.checklist.ticked_ids)
        self.preview_action.setEnabled(count > 0)
        if self._job is None:
            self.note.setText(self.tr("{count} facilities ticked").format(count=count))

    # --- preview ---------------------------------------------------------------------------

    def refresh_if_stale(self) -> None:
        if not self._wanted:
            first = next(iter(self.session.county.facilities), None)
            if first is None:
                self.preview.note.setText(self.tr("There are no facilities yet."))
                return
            self.checklist.choose(first.id)  # previews it, too
        self._renew()

    def _preview_one(self, facility_id: str) -> None:
        self._preview((facility_id,))

    def _preview(self, facility_ids: Sequence[str]) -> None:
        self._wanted, self._outdated = tuple(facility_ids), True
        self._renew()

    def _follow(self, edit: Edit) -> None:
        """An edit makes the preview outdated; it renews while the page is in front."""
        if any(isinstance(change.record, Facility) for change in edit.changes):
            self._read_facilities()
        self._outdated = True
        self._renew()

    def _read_again(self) -> None:
        self._read_facilities()
        self._outdated = True
        self._renew()

    def _read_facilities(self) -> None:
        self.checklist.reload()
        there = {facility.id for facility in self.session.county.facilities}
        self._wanted = tuple(i for i in self._wanted if i in there)
        if not self._wanted:
            self.preview.view.clear()

    def _renew(self) -> None:
        """Make the preview anew, one at a time; what is wanted meanwhile comes next."""
        if not self._outdated or not self._wanted:
            return
        self.preview.note.setText(self.tr("Renewing the preview…"))
        if not self.isVisible() or self._preview_task is not None:
            return
        self._asked, self._outdated = self._wanted, False
        self._preview_task = Task(SheetRun().one_pdf(self.session, self._asked))
        self._preview_task.finished.connect(self._show_preview)
        self._preview_task.failed.connect(self._preview_failed)
        start(self._preview_task)

    def _show_preview(self, pdf: bytes) -> None:
        self._preview_task = None
        if self._asked == self._wanted:
            self.preview.view.show_pdf(pdf, keep_place=self._shown == self._asked)
            self._shown = self._asked
            self.preview.note.setText("")
        self._renew()

    def _preview_failed(self, error: Exception) -> None:
        self._preview_task = None
        self.preview.note.setText(wording.error_text(error))

    # --- saving and printing ---------------------------------------------------------------

    def _ask_pdf(self) -> None:
        ids = self._chosen_ids()
        if ids and self._job is None:
            name = exports.default_name(self.session, self.tr("target sheets"), ".pdf")
            dialog = self._save_dialog(name, [self.tr("PDF (*.pdf)")])
            dialog.fileSelected.connect(lambda path: self.save_pdf(Path(path), ids))
            dialog.open()

    def save_pdf(self, path: Path, facility_ids: Sequence[str]) -> None:
        """Save one PDF of these facilities' sheets, off the GUI thread."""
        make = SheetRun().one_pdf(self.session, facility_ids)

        def work(task: Task) -> Path:
            exports.save_bytes(path, make(task))
            return path

        self._run(work, self._saved, len(facility_ids))

    def _saved(self, path: Path) -> None:
        self._end_job(self.tr("Saved: {file}").format(file=path))

    def _prepare_print(self) -> None:
        ids = self._chosen_ids()
        if ids and self._job is None:
            work = SheetRun().one_pdf(self.session, ids)
            self._run(work, self._ask_printer, len(ids))

    def _ask_printer(self, pdf: bytes) -> None:
        self._end_job("")
        printer = a4_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_pdf(pdf, printer))
        QDialog.open(dialog)  # QPrintDialog has an open() of its own with a slot's name

    def print_pdf(self, pdf: bytes, printer: QPrinter) -> None:
        """Print the pages one by one while the window stays usable."""
        job = PrintJob(pdf, printer)
        self._begin_job(job)
        job.progressed.connect(self._show_progress)
        # Queued: the job is let go of, and must not be in the middle of its last page then.
        job.finished.connect(self._printed, Qt.ConnectionType.QueuedConnection)
        job.failed.connect(self._print_failed)
        job.start()

    def _printed(self) -> None:
        self._end_job(self.tr("Sent to the printer"))

    def _print_failed(self) -> None:
        self._end_job(self.tr("The printer does not answer; nothing was printed"))

    def _ask_workbook(self) -> None:
        usual = usual_layout(self.session)
        names = layout_filters()
        layouts = sorted(Layout, key=lambda layout: layout is not usual)
        name = exports.default_name(self.session, self.tr("allocation"), ".xlsx")
        dialog = self._save_dialog(name, [names[layout] for layout in layouts])
        by_name = {names[layout]: layout for layout in layouts}
        dialog.fileSelected.connect(
            lambda path: self.save_workbook(Path(path), by_name[dialog.selectedNameFilter()])
        )
        dialog.open()

    def save_workbook(self, path: Path, layout: Layout) -> None:
        """Write the allocation table in a published layout."""
        try:
            exports.allocation_workbook(self.session, path, layout)
        except WeiguiError as error:
            self._failed(error)
        else:
            self._saved(path)

    def _save_dialog(self, name: str, kinds: list[str]) -> QFileDialog:
        dialog = QFileDialog(self, "", str(self.session.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(kinds)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    # --- one job at a time -----------------------------------------------------------------

    def _run(self, work: Callable[[Task], Any], done: Callable[[Any], None], count: int) -> None:
        task = Task(work)
        self._begin_job(task)
        self.note.setText(self.tr("Making {count} sheets…").format(count=count))
        task.progressed.connect(self._show_progress)
        task.finished.connect(done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        start(task)

    def _begin_job(self, job: Task | PrintJob) -> None:
        self._job = job
        self.progress.setRange(0, 0)
        self._show_job(True)

    def _show_progress(self, done: int, total: int) -> None:
        """A bar without an end until something is done, since setting the sheets is one step."""
        if done:
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _cancel(self) -> None:
        job = self._job
        if job is not None:
            job.cancel()
        if isinstance(job, PrintJob):
            self._cancelled()

    def _cancelled(self) -> None:
        self._end_job(self.tr("Cancelled"))

    def _failed(self, error: Exception) -> None:
        self._end_job(wording.error_text(error))
        if isinstance(error, WeiguiError):
            self.session.failed.emit(error)

    def _end_job(self, note: str) -> None:
        self._job = None
        self._show_job(False)
        self._count_ticked()
        if note:
            self.note.setText(note)

    def _show_job(self, on: bool) -> None:
        self.progress.setVisible(on)
        self.cancel_button.setVisible(on)
        self.save_action.setEnabled(not on)
        self.print_action.setEnabled(not on)
