"""One job at a time: its end is told, what was given up is dropped, a page that is gone is left."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from pytestqt.qtbot import QtBot

from desktop.background import Task
from desktop.pages.job_bar import JobBar
from models.errors import FileError, FileProblem


@pytest.fixture
def bar(qtbot: QtBot) -> JobBar:
    bar = JobBar()
    qtbot.addWidget(bar)
    return bar


def test_the_result_is_handed_over_when_the_work_has_ended(bar: JobBar, qtbot: QtBot) -> None:
    got: list[int] = []
    bar.run(lambda task: 7, got.append, "at work")
    assert bar.note.text() == "at work"
    qtbot.waitUntil(lambda: not bar.is_busy)
    assert got == [7]


def test_a_failure_is_told(bar: JobBar, qtbot: QtBot) -> None:
    def work(task: Task) -> None:
        raise FileError("x.pdf", FileProblem.READ_ONLY)

    with qtbot.waitSignal(bar.failed):
        bar.run(work, lambda result: None, "")
    assert "x.pdf" in bar.note.text()
    assert not bar.is_busy


def test_cancel_frees_the_bar_and_the_late_result_of_the_old_job_is_dropped(
    bar: JobBar, qtbot: QtBot
) -> None:
    gate, got = Event(), []

    def slow(task: Task) -> str:
        gate.wait(10)
        return "old"

    bar.run(slow, got.append, "")
    bar.cancel_button.click()
    assert not bar.is_busy
    bar.run(lambda task: "new", got.append, "")
    gate.set()
    qtbot.waitUntil(lambda: not bar.is_busy)
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QCoreApplication.processEvents()
    assert got == ["new"]


def test_a_bar_that_is_gone_is_not_told(qtbot: QtBot) -> None:
    """An exception in a slot would fail this test."""
    gate, bar = Event(), JobBar()

    def work(task: Task) -> None:
        gate.wait(10)
        task.progress(1, 2)

    bar.run(work, lambda result: None, "")
    bar.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QCoreApplication.processEvents()
