"""The window: menus, message bar, status bar, and the workspace or the start page between."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.actions import WindowActions
from desktop.message_bar import MessageBar
from desktop.opening import open_session
from desktop.pages.start import StartPage
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.status_bar import CountyStatusBar
from desktop.wording import error_text
from desktop.workspace import Workspace
from models.catalogue import Language
from models.errors import WeiguiError


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
        centre = QWidget()
        centre.setLayout(self._place)
        self.setCentralWidget(centre)
        self.actions_ = WindowActions(self)
        self.status = CountyStatusBar()
        self.setStatusBar(self.status)
        self.status.severity_clicked.connect(self._show_findings)
        self.resize(1280, 800)
        self.setMinimumSize(900, 600)
        self._restore_layout()
        self.show_start()

    def show_start(self) -> None:
        """Close the county, if one is open, and offer the ways to begin."""
        self._close_session()
        start = StartPage(self.settings.recent_files)
        start.open_requested.connect(self.actions_.files.ask_open)
        start.sample_requested.connect(self.actions_.files.ask_sample)
        start.empty_requested.connect(self.actions_.files.ask_empty)
        start.recent_requested.connect(self.open_file)
        self._show(start)
        self.setWindowTitle(self.tr("Weigui"))

    def open_file(self, path: Path) -> bool:
        """Open a county file; on refusal say why and keep what is open."""
        try:
            self.open_file_or_raise(path)
        except WeiguiError as error:
            self.messages.show_error(error_text(error))
            return False
        self.settings.remember_file(path.absolute())
        return True

    def open_file_or_raise(self, path: Path) -> None:
        """Open a county file. Raises FileError, and keeps what is open."""
        if self.session is not None and self.session.file.path.absolute() == path.absolute():
            return
        self.show_session(open_session(path, self.language))

    def show_session(self, session: CountySession) -> None:
        """Show an open county in place of what was shown."""
        self._close_session()
        self.messages.hide()
        self.session = session
        session.failed.connect(lambda error: self.messages.show_error(error_text(error)))
        session.changed.connect(lambda edit: self.actions_.update())
        self.workspace = Workspace(session)
        self._show(self.workspace)
        self.status.follow(session)
        self.actions_.update()
        name = session.county.info.name if session.county.info else session.file.path.stem
        self.setWindowTitle(
            self.tr("{name} — Weigui").format(name=f"{name} · {session.file.path.name}")
        )

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
            self.status.follow(None)
            self.session.close()
            self.session = self.workspace = None

    def _restore_layout(self) -> None:
        geometry = self.settings.layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.keep_layout("window", self.saveGeometry())
        self.settings.sync()
        self._close_session()
        super().closeEvent(event)
