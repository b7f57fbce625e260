"""Import and export of the workload from its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import exports, workload_files
from desktop.dialogs.bad_cells_panel import BadCellsPanel
from desktop.message_bar import MessageBar
from desktop.session import CountySession
from desktop.wording import error_text
from models.edits import Edit
from models.errors import BadCells, WeiguiError


class WorkloadExchange(QObject):
    """Asks for files and says in `messages` what was done, or why nothing was."""

    def __init__(self, session: CountySession, bad_cells: BadCellsPanel, page: QWidget) -> None:
        super().__init__(page)
        self.session, self.bad_cells, self._page = session, bad_cells, page
        self.messages = MessageBar()

    def ask_import(self) -> None:
        kinds = self.tr("Workbook or CSV (*.xlsx *.xlsm *.csv *.tsv)")
        dialog = self._dialog(self.tr("Import activities and working times"), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_workbook(Path(name)))
        dialog.open()

    def import_workbook(self, path: Path) -> None:
        """Take in a workbook as one edit, or say why nothing of it was taken."""
        self.bad_cells.hide()
        try:
            reading = workload_files.read_workbook(self.session, path)
        except WeiguiError as error:
            self.messages.show_error(error_text(error))
            if isinstance(error, BadCells):
                self.bad_cells.show_cells(error)
            return
        label = self.tr("Import {file}").format(file=path.name)
        if self.session.do(Edit(label, reading.changes)):
            self.messages.show_note(workload_files.imported_text(reading))

    def ask_export(self) -> None:
        self._ask_save(self.tr("workload"), self.export_workbook)

    def ask_template(self) -> None:
        self._ask_save(self.tr("workload to fill in"), self.write_template)

    def export_workbook(self, path: Path) -> None:
        """Write activities, working times and results."""
        self._write(path, workload_files.write_workbook)

    def write_template(self, path: Path) -> None:
        """Write the empty workbook to fill in."""
        self._write(path, workload_files.write_template)

    def _ask_save(self, what: str, chosen: Callable[[Path], None]) -> None:
        dialog = self._dialog(self.tr("Save as"), self.tr("Excel workbook (*.xlsx)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(".xlsx")
        dialog.selectFile(exports.default_name(self.session, what, ".xlsx"))
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def _dialog(self, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self._page, title, str(self.session.folder), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _write(self, path: Path, write: Callable[[CountySession, Path], None]) -> None:
        try:
            write(self.session, path)
        except WeiguiError as error:
            self.messages.show_error(error_text(error))
        else:
            self.messages.show_note(self.tr("Written: {file}").format(file=path))
