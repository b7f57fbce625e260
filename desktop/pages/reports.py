"""The Reports page: target sheets to look at, to save and to print; tables and the plan pack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QSplitter

from desktop import exports, wording
from desktop.background import Task, start
from desktop.dialogs.document_options import DocumentOptions
from desktop.dialogs.pack_dialog import PackDialog
from desktop.dialogs.sheet_dialog import SheetDialog
from desktop.dialogs.sheet_match_dialog import SheetMatchDialog
from desktop.dialogs.tables_dialog import TablesDialog
from desktop.pages.facility_checklist import FacilityChecklist
from desktop.pages.job_bar import JobBar
from desktop.pages.page import Page
from desktop.pages.preview_panel import PreviewPanel
from desktop.pdf_pages import PdfPages
from desktop.pdf_printing import a4_printer, print_work
from desktop.plan_pack import PlanPack
from desktop.plan_papers import Paper, plan_document, saving_of
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.sheet_exports import SheetRun
from models.edits import Edit
from models.facility import Facility
from models.plan_document import PaperFormat


class ReportsPage(Page):
    """Left the facilities, right the sheet of the chosen one as it will be printed.

    What is saved and printed are the ticked facilities, or the chosen one where none is ticked.
    """

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("ReportsPage", "Reports"))
        self.checklist = FacilityChecklist(session)
        self.preview = PreviewPanel()
        self.jobs = JobBar()
        self._wanted: tuple[str, ...] = ()  # the facilities to be previewed
        self._asked: tuple[str, ...] = ()  # those that the preview's task is about
        self._shown: tuple[str, ...] = ()
        self._outdated = True
        self._preview_task: Task | None = None
        self._preview_run = SheetRun()
        self._settings: Settings | None = None
        self._make_actions()
        self._lay_out()
        self.checklist.current_changed.connect(self._preview_one)
        self.checklist.ticked_changed.connect(self._count_ticked)
        self.jobs.busy_changed.connect(self._enable)
        self.jobs.failed.connect(session.failed)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._read_again)
        self._count_ticked()

    def _make_actions(self) -> None:
        self.preview_action = QAction(self.tr("Preview ticked"), self)
        self.preview_action.triggered.connect(lambda: self._preview(self._chosen_ids()))
        self.save_action = QAction(self.tr("Save PDF…"), self)
        self.save_action.setShortcut("Ctrl+Shift+S")
        self.save_action.triggered.connect(self._ask_pdf)
        self.print_action = QAction(self.tr("Print…"), self)
        self.print_action.setShortcut("Ctrl+P")
        self.print_action.triggered.connect(self._prepare_print)
        self.match_action = QAction(self.tr("Match printed sheet…"), self)
        self.match_action.setToolTip(self.tr("Which facility and version a printed sheet is of"))
        self.match_action.triggered.connect(self.ask_match)
        self.tables_action = QAction(self.tr("Tables…"), self)
        self.tables_action.setToolTip(self.tr("Tables of the plan as PDF, document or workbook"))
        self.tables_action.triggered.connect(self.ask_tables)
        self.pack_action = QAction(self.tr("Plan pack…"), self)
        self.pack_action.setToolTip(self.tr("Everything of this version in one folder or zip"))
        self.pack_action.triggered.connect(self.ask_pack)
        for action in (self.preview_action, self.match_action, *self._job_actions):
            self.add_action(action)

    @property
    def _job_actions(self) -> tuple[QAction, ...]:
        """Those that begin a job, of which there is one at a time."""
        return (self.save_action, self.print_action, self.tables_action, self.pack_action)

    def _enable(self, busy: bool) -> None:
        for action in self._job_actions:
            action.setEnabled(not busy)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.checklist)
        splitter.addWidget(self.preview)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([280, 860])
        splitter.setChildrenCollapsible(False)
        self.body.addWidget(splitter, 1)
        self.body.addWidget(self.jobs)
        self.setFocusProxy(self.checklist)

    def use_settings(self, settings: Settings) -> None:
        """Take the bureau's own look of sheets from the settings, and keep it there."""
        self._settings = settings

    @property
    def _folder(self) -> Path | None:
        """The folder of the bureau's own look."""
        return None if self._settings is None else self._settings.template_folder

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
        if not self.jobs.is_busy:
            self.jobs.note.setText(self.tr("{count} facilities ticked").format(count=count))

    # --- preview ---------------------------------------------------------------------------

    def refresh_if_stale(self) -> None:
        if not self._wanted:
            first = next(iter(self.session.county.facilities), None)
            if first is None:
                self.preview.note.setText(self.tr("There are no facilities yet."))
                return
            self.checklist.choose(first.id)  # previews it, too
        self._renew()

    def show_selection(self, target: tuple[str, str]) -> None:
        kind, facility_id = target
        known = (facility_id,) in self.session.county.table(Facility)
        if kind == "facility" and known and self.checklist.current_id != facility_id:
            self.checklist.choose(facility_id)

    def _preview_one(self, facility_id: str) -> None:
        self.tell_selection(("facility", facility_id))
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
            self.preview.clear()

    def _renew(self) -> None:
        """Make the preview anew, one at a time; what is wanted meanwhile comes next."""
        if not self._outdated or not self._wanted:
            return
        self.preview.note.setText(self.tr("Renewing the preview…"))
        if not self.isVisible() or self._preview_task is not None:
            return
        self._asked, self._outdated = self._wanted, False
        self._preview_run = SheetRun(self._folder)
        self._preview_task = Task(self._preview_run.one_pdf(self.session, self._asked))
        self._preview_task.finished.connect(self._show_preview)
        self._preview_task.failed.connect(self._preview_failed)
        start(self._preview_task)

    def _show_preview(self, pdf: bytes) -> None:
        self._preview_task = None
        if self._asked == self._wanted:
            self.preview.show_pdf(pdf, keep_place=self._shown == self._asked)
            self._shown = self._asked
            self.preview.note.setText(_said_of(self._preview_run))
        self._renew()

    def _preview_failed(self, error: Exception) -> None:
        self._preview_task = None
        self.preview.note.setText(wording.error_text(error))

    # --- saving and printing ---------------------------------------------------------------

    def _ask_pdf(self) -> None:
        ids = self._chosen_ids()
        if ids:
            dialog = SheetDialog(len(ids), self._folder, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._ask_sheet_place(dialog, ids))
            dialog.open()

    def _ask_sheet_place(self, chosen: SheetDialog, ids: Sequence[str]) -> None:
        if self._settings is not None and self._settings.template_folder != chosen.folder:
            self._settings.template_folder = chosen.folder
            self._outdated = True
            self._renew()
        run = SheetRun(chosen.folder, chosen.options.archive, chosen.options.author)
        if chosen.each:
            dialog = QFileDialog(self, self.tr("Folder for the sheets"), str(self.session.folder))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.fileSelected.connect(lambda path: self.save_each(Path(path), ids, run))
        else:
            name = exports.default_name(self.session, self.tr("target sheets"), ".pdf")
            dialog = self._save_dialog(name, [self.tr("PDF (*.pdf)")])
            dialog.fileSelected.connect(lambda path: self.save_pdf(Path(path), ids, run))
        dialog.open()

    def save_pdf(
        self, path: Path, facility_ids: Sequence[str], run: SheetRun | None = None
    ) -> None:
        """Save one PDF of these facilities' sheets, off the GUI thread."""
        run = run or SheetRun(self._folder)
        make = run.one_pdf(self.session, facility_ids)

        def work(task: Task) -> Path:
            pdf = make(task)
            task.progress(len(facility_ids), len(facility_ids))  # not if it was cancelled meanwhile
            exports.save_bytes(path, pdf)
            return path

        self.jobs.run(work, lambda saved: self._saved(saved, run), self._making(facility_ids))

    def save_each(self, folder: Path, facility_ids: Sequence[str], run: SheetRun) -> None:
        """Save a PDF for each of these facilities into a folder, off the GUI thread."""
        work = run.pdf_each(self.session, facility_ids, folder)
        self.jobs.run(work, lambda count: self._saved(folder, run), self._making(facility_ids))

    def ask_match(self) -> None:
        """Ask for the code of a printed sheet and choose the facility that it is of."""
        dialog = SheetMatchDialog(self.session.county, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.found.connect(self.checklist.choose)
        dialog.open()

    def _making(self, facility_ids: Sequence[str]) -> str:
        return self.tr("Making {count} sheets…").format(count=len(facility_ids))

    def _saved(self, path: Path, run: SheetRun | None = None) -> None:
        saved = self.tr("Saved: {file}").format(file=path)
        self.jobs.end(" ".join(filter(None, (saved, _said_of(run)))))

    def _prepare_print(self) -> None:
        ids = self._chosen_ids()
        if ids:
            work = SheetRun(self._folder).one_pdf(self.session, ids)
            self.jobs.run(work, self._ask_printer, self._making(ids))

    def _ask_printer(self, pdf: bytes) -> None:
        printer = a4_printer()
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(PdfPages(pdf)))  # without it no range of pages can be chosen
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_pdf(pdf, printer))
        QDialog.open(dialog)  # QPrintDialog has an open() of its own with a slot's name

    def print_pdf(self, pdf: bytes, printer: QPrinter) -> None:
        """Print the pages one by one while the window stays usable."""
        work = print_work(pdf, printer)
        self.jobs.run(work, lambda _: self._printed(), self.jobs.note.text())

    def _printed(self) -> None:
        self.jobs.end(self.tr("Sent to the printer"))

    # --- tables and the pack ---------------------------------------------------------------

    def ask_tables(self) -> None:
        """Ask which tables are wanted and as what, then where."""
        dialog = TablesDialog(self.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._ask_where(dialog))
        dialog.open()

    def _ask_where(self, chosen: TablesDialog) -> None:
        papers, archive, author = chosen.papers, chosen.options.archive, chosen.options.author
        year, paper_format = chosen.chosen_year, chosen.paper_format
        name = exports.default_name(self.session, chosen.file_name, f".{paper_format}")
        dialog = self._save_dialog(name, [chosen.file_kind])
        dialog.fileSelected.connect(
            lambda path: self.save_tables(
                Path(path), papers, paper_format, year=year, archive=archive, author=author
            )
        )
        dialog.open()

    def save_tables(
        self,
        path: Path,
        papers: Sequence[Paper],
        paper_format: PaperFormat,
        *,
        year: int | None = None,
        archive: bool = False,
        author: str = "",
    ) -> None:
        """Write tables with the figures of now, off the GUI thread."""
        document = plan_document(self.session, papers, year=year, author=author)
        work = saving_of(document, path, paper_format, archive=archive)
        self.jobs.run(
            work, self._saved, self.tr("Making {count} tables…").format(count=len(document.tables))
        )

    def ask_pack(self) -> None:
        """Show what a pack holds, then ask where it is to go."""
        dialog = PackDialog(self.session, self._folder, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._ask_pack_place(dialog.pack, dialog.options))
        dialog.open()

    def _ask_pack_place(self, pack: PlanPack, options: DocumentOptions) -> None:
        archive, author = options.archive, options.author
        zipped, folder = self.tr("Zip (*.zip)"), self.tr("Folder (*)")
        name = exports.default_name(self.session, self.tr("plan pack"), ".zip")
        dialog = self._save_dialog(name, [zipped, folder])
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("zip" if kind == zipped else "")
        )
        dialog.fileSelected.connect(
            lambda path: self.save_pack(Path(path), pack, archive=archive, author=author)
        )
        dialog.open()

    def save_pack(
        self, path: Path, pack: PlanPack, *, archive: bool = False, author: str = ""
    ) -> None:
        """Write a pack to a folder or zip, off the GUI thread."""

        def work(task: Task) -> Path:
            pack.write(path, task, archive=archive, author=author)
            return path

        text = self.tr("Making {count} files…").format(count=len(pack.names))
        self.jobs.run(work, lambda saved: self._saved(saved, pack.sheets), text)

    def _save_dialog(self, name: str, kinds: list[str]) -> QFileDialog:
        dialog = QFileDialog(self, "", str(self.session.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(kinds)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def _said_of(run: SheetRun | None) -> str:
    """What the planner is told of a run beside its result."""
    return "" if run is None or run.broken is None else wording.error_text(run.broken)
