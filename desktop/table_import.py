"""Tables of a file or of the clipboard on their way into the open county."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktop import exports
from desktop.background import Task, start
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.import_wizard import ImportWizard
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.tables.clipboard import from_text
from desktop.wording import error_text
from models.errors import FileError, FileProblem, ImportConflicts, WeiguiError
from models.plan import Plan
from models.plan_source import PlanSource
from models.source_table import SourceTable
from models.table_recognition import ColumnMapping

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

translate = QCoreApplication.translate

READ_AT_ONCE = 64 * 1024  # bytes: a workbook of some 2,000 rows, read in about 0.2 s


class TableImport(QObject):
    """One import: the file is read off the GUI thread, then the wizard asks. It ends with it."""

    def __init__(self, window: MainWindow, session: CountySession) -> None:
        super().__init__(window)
        self.window, self.session = window, session
        self._name = ""
        self._task: Task | None = None

    def read_file(self, path: Path) -> None:
        """Begin to read; the wizard, or what is wrong with the file, is shown when it is done.

        A small file is read at once: it takes less time than to see that something is done."""
        self._name = path.name
        task = self._task = Task(exports.source_tables(path))
        task.finished.connect(self._show)  # bound methods: they arrive on the GUI thread
        task.failed.connect(self._refuse)
        if _size(path) <= READ_AT_ONCE:
            task.run()
            return
        self.window.messages.show_note(
            translate("FileActions", "Reading {file}…").format(file=path.name)
        )
        start(task)

    def read_clipboard(self) -> None:
        """Show the wizard for the table on the clipboard."""
        rows = from_text(QGuiApplication.clipboard().text())
        self._name = translate("FileActions", "clipboard")
        self._show([exports.clipboard_table(self._name, rows)])

    def _show(self, source: list[SourceTable] | PlanSource) -> None:
        if self.window.session is not self.session:
            self.deleteLater()  # another county was opened meanwhile
            return
        self.window.messages.hide()
        try:
            known = remembered(self.window.settings, self.session.plan)
            wizard = ImportWizard(self.session, self._name, source, known, self.window)
        except ImportConflicts as conflicts:
            self._refuse(conflicts)
            return
        if not wizard.tables:
            wizard.deleteLater()
            self._refuse(FileError(self._name, FileProblem.NOTHING_RECOGNISED))
            return
        wizard.finished.connect(self.deleteLater)
        plan = self.session.plan
        wizard.accepted.connect(lambda: remember(self.window.settings, wizard.corrections, plan))
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.open()

    def _refuse(self, error: BaseException) -> None:
        self.deleteLater()
        if self.window.session is not self.session:
            return
        self.window.messages.hide()
        if not isinstance(error, WeiguiError):
            self.window.messages.show_error(error_text(error))
            return
        dialog = ImportDialog.refused(self.window, self._name, error)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _size(path: Path) -> int:
    """In bytes; 0 for a file that is not there, which reading it will say."""
    return path.stat().st_size if path.is_file() else 0


def remembered(settings: Settings, plan: Plan) -> dict[str, ColumnMapping]:
    """The corrections of earlier imports, for the years of a plan; those of another version of the
    program are dropped."""
    found = {}
    for signature, texts in settings.column_mappings.items():
        try:
            found[signature] = ColumnMapping.parse(texts, plan)
        except ValueError:
            continue
    return found


def remember(settings: Settings, corrections: dict[str, ColumnMapping], plan: Plan) -> None:
    """Keep corrections beside those of earlier imports, their years as ones of the plan."""
    texts = {signature: mapping.texts(plan) for signature, mapping in corrections.items()}
    if texts:
        settings.column_mappings = {**settings.column_mappings, **texts}
