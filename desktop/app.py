"""The program with its window: fonts, language, crash hook, one main window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication

from db.fonts import font_files
from desktop import crash, theme
from desktop.language import install
from desktop.main_window import MainWindow
from desktop.settings import Settings
from models.catalogue import Language


class Application(QObject):
    """Holds the one window, and makes it anew when the language changes."""

    def __init__(self, app: QApplication, settings: Settings, language: Language) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        self._translators = install(app, language)
        self.window = self._make_window(language)

    def _make_window(self, language: Language) -> MainWindow:
        window = MainWindow(self._settings, language)
        window.language_chosen.connect(self.speak)
        return window

    def speak(self, language: Language) -> None:
        """Change the language of the screens; the open county stays open."""
        old = self.window
        if language is old.language or not old.finish_typing():
            return
        self._settings.language = language
        path = old.session.file.path if old.session else None
        page = old.workspace.current if old.workspace else ""
        old.release()  # the file may be open once only
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = install(self._app, language)
        self.window = self._make_window(language)
        if path is not None and self.window.open_file(path) and self.window.workspace:
            self.window.workspace.show_page(page)
        self.window.show()
        old.close()  # last: without any window the program would end
        old.deleteLater()


def make_qt_application() -> QApplication:
    """The QApplication with the program's look; the one there is, where there is one."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Weigui")
    app.setApplicationDisplayName("")
    theme.apply(app, [str(path) for path in font_files()])
    return app


def run(path: Path | None, language: Language | None) -> int:
    """Open the window (on a county file) and stay until it is closed; returns the exit code."""
    app = make_qt_application()
    settings = Settings()
    crash.install(crash.report_folder())
    application = Application(app, settings, language or settings.language)
    if path is not None:
        application.window.open_file(path)
    application.window.show()
    code = int(app.exec())
    QThreadPool.globalInstance().waitForDone()  # what is being saved is saved
    return code
