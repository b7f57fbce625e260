"""Import and export of lists of divisions from their page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import division_files, exports
from desktop.background import Task, start
from desktop.dialogs.bad_cells_panel import BadCellsPanel
from desktop.dialogs.question_panel import QuestionPanel
from desktop.message_bar import MessageBar
from desktop.session import CountySession
from desktop.wording import error_text
from models.division_import import DivisionReading
from models.edits import Edit
from models.errors import BadCells, WeiguiError


class DivisionExchange(QObject):
    """Asks for files, shows what a list would change, and says what was done, or why nothing."""

    def __init__(
        self,
        session: CountySession,
        bad_cells: BadCellsPanel,
        question: QuestionPanel,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self.session, self.bad_cells, self.question = session, bad_cells, question
        self.messages = MessageBar()
        self._page = page
        self._name = ""
        self._task: Task | None = None  # held while it runs

    def ask_import(self) -> None:
        kinds = self.tr("Workbook or CSV (*.xlsx *.xlsm *.csv *.tsv)")
        dialog = self._dialog(self.tr("Import a list of divisions"), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    def read(self, path: Path) -> None:
        """Begin to read a list; what it would change is asked about when it is read."""
        self.bad_cells.hide()
        self._name = path.name
        self.messages.show_note(self.tr("Reading {file}…").format(file=path.name))
        self._task = Task(division_files.reading_of(self.session, path))
        self._task.finished.connect(self._ask)  # bound methods: they arrive on the GUI thread
        self._task.failed.connect(self._refuse)
        start(self._task)

    def _ask(self, reading: DivisionReading) -> None:
        self._task = None
        said = division_files.reading_text(reading)
        if not reading.changes:
            text = self.tr("{file}: {what}")
            self.messages.show_note(text.format(file=self._name, what=said))
            return
        self.messages.hide()
        text = self.tr("{before} is called {after} from now on")
        lines = [text.format(before=b, after=a) for b, a in reading.renamed]
        self.question.ask(
            self.tr("{file}: {what}").format(file=self._name, what=said),
            lines,
            [(self.tr("Import"), lambda: self._import(reading))],
            self.tr("Leave it"),
        )

    def _import(self, reading: DivisionReading) -> None:
        label = self.tr("Import {file}").format(file=self._name)
        if self.session.do(Edit(label, reading.changes)):
            self.messages.show_note(division_files.reading_text(reading))

    def _refuse(self, error: BaseException) -> None:
        self._task = None
        if isinstance(error, BadCells):
            self.messages.hide()
            self.bad_cells.show_cells(error)
        else:
            self.messages.show_error(error_text(error))

    def ask_export(self) -> None:
        dialog = self._dialog(self.tr("Save as"), self.tr("Excel workbook (*.xlsx)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(".xlsx")
        dialog.selectFile(exports.default_name(self.session, self.tr("divisions"), ".xlsx"))
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, path: Path) -> None:
        """Write all divisions with their people."""
        try:
            division_files.write_workbook(self.session, path)
        except WeiguiError as error:
            self.messages.show_error(error_text(error))
        else:
            self.messages.show_note(self.tr("Written: {file}").format(file=path))

    def _dialog(self, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._page, title, str(self.session.folder), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
