"""Long work off the GUI thread, with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Cancelled(Exception):
    """Raised inside the work by `Task.progress` after the planner pressed Cancel."""


class Task(QObject):
    """One piece of long work.

    Signals (all arrive on the GUI thread): progressed(done, total), finished(result),
    failed(exception), cancelled().
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Task], Any]) -> None:
        super().__init__()
        self._work = work
        self._cancel = Event()

    def cancel(self) -> None:
        self._cancel.set()

    def progress(self, done: int, total: int) -> None:
        """To be called by the work now and then. Raises Cancelled if it is to stop."""
        if self._cancel.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def run(self) -> None:
        """Do the work on this thread and tell how it ended."""
        try:
            result = self._work(self)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Runnable(QRunnable):
    """Does the task on a thread of Python's own, and waits for it.

    Python forgets what it keeps for a thread of Qt's pool after each task, while a library in C may
    keep its part for as long as the thread lives: pyproj would use a context that is freed.
    """

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        thread = Thread(target=self._task.run)
        thread.start()
        thread.join()


def start(task: Task) -> None:
    """Run a task on a thread of the global pool; keep a reference to it until it ends."""
    QThreadPool.globalInstance().start(_Runnable(task))
