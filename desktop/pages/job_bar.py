"""The line at the foot of a page: what is being saved or printed, how far, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop import wording
from desktop.background import Task, start
from desktop.pdf_printing import PrintJob
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
        self._job: Task | PrintJob | None = None
        self._number = 0  # of the job, by which one that was given up is known
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
        number = self._begin(task, text)
        task.finished.connect(lambda result: self._finish(number, result, done))
        task.failed.connect(lambda error: self._fail(number, error))
        start(task)

    def print_pages(self, job: PrintJob) -> None:
        """Print page by page while the window stays usable."""
        self._begin(job, self.note.text())
        # Queued: the job is let go of, and must not be in the middle of its last page then.
        job.finished.connect(self._printed, Qt.ConnectionType.QueuedConnection)
        job.failed.connect(self._print_failed)
        job.start()

    def _begin(self, job: Task | PrintJob, text: str) -> int:
        self._job = job
        self._number += 1
        number = self._number
        self.progress.setRange(0, 0)
        self.note.setText(text)
        job.progressed.connect(lambda done, total: self._show_progress(number, done, total))
        self._show_job(True)
        return number

    def _is_current(self, number: int) -> bool:
        return self._job is not None and number == self._number

    def _show_progress(self, number: int, done: int, total: int) -> None:
        """A bar without an end until something is done, since setting sheets is one step."""
        if done and self._is_current(number):
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def _finish(self, number: int, result: Any, done: Callable[[Any], None]) -> None:
        if self._is_current(number):
            self.end("")
            done(result)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.end(self.tr("Cancelled"))

    def _printed(self) -> None:
        self.end(self.tr("Sent to the printer"))

    def _print_failed(self) -> None:
        self.end(self.tr("The printer does not answer; nothing was printed"))

    def _fail(self, number: int, error: Exception) -> None:
        if not self._is_current(number):
            return
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
