from __future__ import annotations

import faulthandler
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop import crash


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Path]:
    """The crash hook with its reports in this folder; all is as before afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(faulthandler, "enable", lambda file: file.close())
    crash.install(tmp_path)
    yield tmp_path
    for box in boxes():
        box.close()


def boxes() -> list[QMessageBox]:
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
    ]


def fail(text: str) -> None:
    """What Python does with an exception that nothing caught."""
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)


def test_a_report_is_written_and_the_planner_is_told(
    installed: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fail("broken")
    (report,) = installed.glob("crash-*.txt")
    text = report.read_text("utf8")
    assert "RuntimeError: broken" in text
    assert "in fail" in text
    (box,) = boxes()
    assert "All your edits are saved" in box.text()
    assert report.name in box.informativeText()
    assert report.name in caplog.records[0].getMessage()
    caplog.clear()


def test_many_failures_are_told_in_one_box_at_a_time(
    installed: Path, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    fail("first")
    fail("second")
    assert len(list(installed.glob("crash-*.txt"))) == 2
    (box,) = boxes()
    box.close()
    fail("third")
    assert len(boxes()) == 1
    caplog.clear()


def test_ctrl_c_in_the_terminal_is_no_crash(
    installed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, error, None)
    assert list(installed.glob("crash-*.txt")) == []
    assert boxes() == []


def test_reports_have_a_folder_of_their_own(own_settings: Path) -> None:
    assert crash.report_folder().is_dir()
