"""The line at the foot of a page: what is being saved or printed, how far, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop import wording
from desktop.background import Task, start
from desktop.pdf_printing import NoPrinter
from models.errors import WeiguiError


class JobBar(QWidget):
    """One job at a time, with its progress.

    Cancel frees the page at once: a step that cannot be stopped (Typst setting 2,000 sheets) goes
    on by itself, and what comes of it is dropped.

    Signals: busy_changed(bool) when a job begins or has ended; failed(WeiguiError).
    """

    busy_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.progress = QProgressBar()
        self.progress.setMaximumWidth(240)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        self._job: Task | None = None
        self._done: Callable[[Any], None] = lambda result: None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.note, 1)
        line.addWidget(self.progress)
        line.addWidget(self.cancel_button)
        self._show_job(False)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def run(self, work: Callable[[Task], Any], done: Callable[[Any], None], text: str) -> None:
        """Do some work off the GUI thread; `done` gets its result when it has ended well."""
        task = Task(work)
        self._begin(task, text)
        self._done = done
        # Methods, not lambdas: a page that is gone is no longer told.
        task.finished.connect(self._finish)
        task.failed.connect(self._fail)
        start(task)

    def _begin(self, job: Task, text: str) -> None:
        self._job = job
        self.progress.setRange(0, 0)
        self.note.setText(text)
        job.progressed.connect(self._show_progress)
        self._show_job(True)

    def _is_current(self) -> bool:
        """Whether the job that is telling something is still the one that is waited for.

        One that was given up may be gone by now: then nobody is the sender.
        """
        return self._job is not None and self.sender() is self._job

    def _show_progress(self, done: int, total: int) -> None:
        """A bar without an end until something is done, since setting sheets is one step."""
        if done and self._is_current():
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _finish(self, result: Any) -> None:
        if self._is_current():
            self.end("")
            self._done(result)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.end(self.tr("Cancelled"))

    def _fail(self, error: Exception) -> None:
        if not self._is_current():
            return
        if isinstance(error, NoPrinter):
            self.end(self.tr("The printer does not answer; nothing was printed"))
        else:
            self.end(wording.error_text(error))
        if isinstance(error, WeiguiError):
            self.failed.emit(error)

    def end(self, note: str) -> None:
        """Nothing is being done any more; the note says how it ended."""
        self._job = None
        self._show_job(False)
        self.note.setText(note)

    def _show_job(self, on: bool) -> None:
        self.progress.setVisible(on)
        self.cancel_button.setVisible(on)
        self.busy_changed.emit(on)
