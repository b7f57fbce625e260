from __future__ import annotations

from threading import Event, Thread, _DummyThread, current_thread, get_ident

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from desktop.background import Task, start


class Listener(QObject):
    """Keeps what a task tells, and on which thread it was told."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.heard: list[tuple[object, ...]] = []
        self.threads: set[int] = set()
        task.progressed.connect(self.progressed)
        task.finished.connect(self.finished)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)

    def progressed(self, done: int, total: int) -> None:
        self.hear("progressed", done, total)

    def finished(self, result: object) -> None:
        self.hear("finished", result)

    def failed(self, error: object) -> None:
        self.hear("failed", str(error))

    def cancelled(self) -> None:
        self.hear("cancelled")

    def hear(self, *what: object) -> None:
        self.heard.append(what)
        self.threads.add(get_ident())


def test_work_runs_elsewhere_and_is_heard_here(qtbot: QtBot) -> None:
    ran: list[int] = []

    def work(task: Task) -> str:
        ran.append(get_ident())
        task.progress(1, 2)
        return "done"

    task = Task(work)
    listener = Listener(task)
    with qtbot.waitSignal(task.finished):
        start(task)
    assert ran != [get_ident()]
    assert listener.threads == {get_ident()}
    assert listener.heard == [("progressed", 1, 2), ("finished", "done")]


def test_a_failure_is_told_and_not_raised(qtbot: QtBot) -> None:
    def work(task: Task) -> None:
        raise ValueError("no")

    task = Task(work)
    listener = Listener(task)
    with qtbot.waitSignal(task.failed):
        start(task)
    assert listener.heard == [("failed", "no")]


def test_work_stops_at_the_next_progress_after_cancel(qtbot: QtBot) -> None:
    begun, go_on, reached = Event(), Event(), []

    def work(task: Task) -> None:
        begun.set()
        assert go_on.wait(10)
        task.progress(1, 2)
        reached.append(True)

    task = Task(work)
    listener = Listener(task)
    with qtbot.waitSignal(task.cancelled):
        start(task)
        assert begun.wait(10)
        task.cancel()
        go_on.set()
    assert listener.heard == [("cancelled",)]
    assert reached == []


def test_a_listener_may_be_gone_before_the_work_ends(qtbot: QtBot) -> None:
    """As when the window is closed while sheets are being made."""
    go_on, ended = Event(), Event()

    def work(task: Task) -> None:
        assert go_on.wait(10)
        ended.set()

    task = Task(work)
    listener = Listener(task)
    start(task)
    del task, listener
    go_on.set()
    assert ended.wait(10)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qtbot.wait(1)  # what was told to the listener arrives nowhere


@pytest.mark.parametrize("edits", [1, 3])
def test_progress_without_cancel_does_not_stop_the_work(edits: int) -> None:
    done: list[int] = []

    def work(task: Task) -> None:
        for number in range(edits):
            task.progress(number, edits)
            done.append(number)

    Task(work).run()
    assert len(done) == edits


def test_each_task_has_a_thread_of_pythons_own(qtbot: QtBot) -> None:
    """Else pyproj crashes in the second task that measures (see `_Runnable`)."""
    threads: list[Thread] = []
    for _ in range(2):
        task = Task(lambda task: threads.append(current_thread()))
        with qtbot.waitSignal(task.finished):
            start(task)
    first, second = threads
    assert first is not second
    assert not any(isinstance(thread, _DummyThread) for thread in threads)
