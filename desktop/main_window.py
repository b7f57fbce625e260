"""The window: menus, message bar, status bar, and the workspace or the start page between."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.actions import WindowActions
from desktop.dragging import dragged_file
from desktop.geo_files import DROPPED
from desktop.layer_reading import LayerReading
from desktop.message_bar import MessageBar
from desktop.opening import open_session
from desktop.pages.start import StartPage
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.status_bar import CountyStatusBar
from desktop.wording import error_text
from desktop.workspace import Workspace
from models.catalogue import Language
from models.errors import FileError, FileProblem, WeiguiError


class MainWindow(QMainWindow):
    """One window, one county at a time. `language_chosen(Language)` asks for a new window."""

    language_chosen = Signal(object)

    def __init__(self, settings: Settings, language: Language) -> None:
        super().__init__()
        self.settings, self.language = settings, language
        self.session: CountySession | None = None
        self.workspace: Workspace | None = None
        self.messages = MessageBar()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(0)
        self._place.addWidget(self.messages)
        self._content: QWidget | None = None
        self._centre = QWidget()
        self._centre.setLayout(self._place)
        self.setCentralWidget(self._centre)
        self.actions_ = WindowActions(self)
        self.status = CountyStatusBar()
        self.setStatusBar(self.status)
        self.status.severity_clicked.connect(self._show_findings)
        self.resize(1280, 800)
        self.setMinimumSize(900, 600)
        self.setAcceptDrops(True)
        self._restore_layout()
        self.show_start()

    def show_start(self) -> None:
        """Close the county, if one is open, and offer the ways to begin."""
        if not self.finish_typing():
            return
        self._close_session()
        start = StartPage(self.settings.recent_files)
        start.open_requested.connect(self.actions_.files.ask_open)
        start.sample_requested.connect(self.actions_.files.ask_sample)
        start.empty_requested.connect(self.actions_.files.ask_empty)
        start.recent_requested.connect(self.open_file)
        self._show(start)
        self.setWindowTitle(self.tr("Weigui"))

    def open_file(self, path: Path) -> bool:
        """Open a county file; on refusal say why and keep what is open.

        A file that holds no plan yet asks for its county, and is opened once that is answered.
        """
        if not self.finish_typing():
            return False
        try:
            self.open_file_or_raise(path)
        except FileError as error:
            if error.problem is FileProblem.NO_PLAN:
                self.actions_.files.ask_first_plan(path)
            else:
                self.messages.show_error(error_text(error))
            return False
        self.settings.remember_file(path.absolute())
        return True

    def open_file_or_raise(self, path: Path) -> None:
        """Open a county file. Raises FileError, and keeps what is open."""
        if self.session is not None and self.session.file.path.resolve() == path.resolve():
            return
        self.show_session(open_session(path, self.language, reading=LayerReading()))

    def show_session(self, session: CountySession) -> None:
        """Show an open county in place of what was shown."""
        self._close_session()
        self.messages.hide()
        self.session = session
        session.changed.connect(self._follow)
        session.failed.connect(self._tell)
        self.workspace = Workspace(session)
        self.workspace.restore_layout(self.settings)
        self.workspace.import_requested.connect(self.actions_.files.ask_import)
        self.workspace.export_requested.connect(self.actions_.files.ask_export)
        self.workspace.geodata_requested.connect(self.actions_.files.ask_geodata)
        self._show(self.workspace)
        self.status.follow(session)
        name = session.county.info.name if session.county.info else session.file.path.stem
        self.setWindowTitle(
            self.tr("{name} — Weigui").format(name=f"{name} · {session.file.path.name}")
        )

    def finish_typing(self) -> bool:
        """Let what is being typed reach the file; False where a page must first be asked."""
        if self.workspace is None:
            return True
        self._centre.setFocus()  # a cell that is being typed in is entered by that
        unfinished = self.workspace.unfinished
        if unfinished is None:
            return True
        self.workspace.show_page(unfinished)
        self.workspace.pages[unfinished].ask_to_finish()
        return False

    def release(self) -> None:
        """Keep the layout and close the county file; the window still has to be closed."""
        self.settings.keep_layout("window", self.saveGeometry())
        self._close_session()
        self.settings.sync()

    def _follow(self, _edit: object) -> None:
        self.messages.hide()  # what was refused before has been mended, or no longer matters
        self.actions_.update()

    def _tell(self, error: WeiguiError) -> None:
        self.messages.show_error(error_text(error))

    def _show(self, content: QWidget) -> None:
        if self._content is not None:
            self._place.removeWidget(self._content)
            self._content.hide()  # it is deleted only when the event loop comes round
            self._content.deleteLater()
        self._content = content
        self._place.addWidget(content, 1)
        self.actions_.update()

    def _show_findings(self, severity: str) -> None:
        if self.workspace is not None:
            self.workspace.show_page("findings", ("severity", severity))

    def _close_session(self) -> None:
        if self.session is not None:
            if self.workspace is not None:  # None where a defect kept it from being built
                self.workspace.keep_layout(self.settings)
            self.status.follow(None)
            self.session.close()
            self.session = self.workspace = None

    def _restore_layout(self) -> None:
        geometry = self.settings.layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)

    # --- what the window system asks

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a county file that is dropped here; import a plan's text, a workbook or geographic
        data."""
        path = dragged_file(event)
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.lower() == ".weigui" or self.session is None:
            self.open_file(path)
        elif path.suffix.lower() in DROPPED:
            self.actions_.files.import_geodata(path)
        else:
            self.actions_.files.import_source(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.finish_typing():
            self.release()
            super().closeEvent(event)
        else:
            event.ignore()
