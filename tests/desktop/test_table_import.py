"""Reading on a thread of its own, as the window does it with large files."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.county_file import create
from db.samples import sample_records
from desktop import exports
from desktop.background import Task
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.import_wizard import ImportWizard
from desktop.main_window import MainWindow
from desktop.table_import import READ_AT_ONCE

HEADING = "机构名称,2025年规划床位,说明\n"


class Reading:
    """The work as it is, but waiting for `go_on`; `threads` are those that it ran on."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.threads: list[int] = []

    def source_tables(self, path: Path) -> Callable[[Task], Any]:
        work = _source_tables(path)

        def waiting(task: Task) -> Any:
            self.threads.append(threading.get_ident())
            assert self.go_on.wait(10)
            return work(task)

        return waiting


_source_tables = exports.source_tables


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    made = Reading()
    monkeypatch.setattr(exports, "source_tables", made.source_tables)
    return made


@pytest.fixture
def opened(window: MainWindow, county_file: Path) -> MainWindow:
    assert window.open_file(county_file)
    return window


def large(folder: Path, first: str = "甲医院,520", name: str = "大表.csv") -> Path:
    path = folder / name
    path.write_text(f"{HEADING}{first},{'长' * READ_AT_ONCE}\n", encoding="utf-8")
    return path


def test_a_large_file_is_read_off_the_gui_thread(
    opened: MainWindow, reading: Reading, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.actions_.files.import_source(large(tmp_path))
    assert opened.messages.label.text() == "Reading 大表.csv…"
    assert opened.findChild(ImportWizard) is None
    reading.go_on.set()
    qtbot.waitUntil(lambda: opened.findChild(ImportWizard) is not None)
    assert reading.threads != [threading.get_ident()]
    assert opened.messages.isHidden()
    wizard = opened.findChild(ImportWizard)
    assert wizard is not None
    assert wizard.summary.text().startswith("1 changes")
    wizard.reject()


def test_a_small_file_is_read_at_once(opened: MainWindow, reading: Reading, tmp_path: Path) -> None:
    reading.go_on.set()
    path = tmp_path / "表.csv"
    path.write_text(f"{HEADING}甲医院,520,\n", encoding="utf-8")
    opened.actions_.files.import_source(path)
    assert reading.threads == [threading.get_ident()]
    wizard = opened.findChild(ImportWizard)
    assert wizard is not None
    wizard.reject()


def test_what_is_wrong_with_a_large_file_is_told_when_it_is_read(
    opened: MainWindow, reading: Reading, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.actions_.files.import_source(large(tmp_path, name="大表.txt"))
    reading.go_on.set()
    qtbot.waitUntil(lambda: opened.findChild(ImportDialog) is not None)
    dialog = opened.findChild(ImportDialog)
    assert dialog is not None
    assert "大表.txt" in dialog.findChild(QLabel).text()
    dialog.reject()


def test_figures_of_a_file_are_for_the_county_that_is_open_still(
    opened: MainWindow, reading: Reading, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.actions_.files.import_source(large(tmp_path))
    opened.show_start()
    reading.go_on.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qtbot.wait(20)
    assert opened.findChild(ImportWizard) is None


def test_a_plans_text_is_read_off_the_gui_thread_too(
    window: MainWindow, reading: Reading, seeds: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    create(tmp_path / "大足区.weigui", sample_records("dazu"), "新建")
    assert window.open_file(tmp_path / "大足区.weigui")
    (seed,) = seeds.glob("002_*.txt")
    text = tmp_path / "规划.txt"
    text.write_text(f"{seed.read_text('utf-8')}\n\n{'长' * READ_AT_ONCE}。\n", encoding="utf-8")
    window.actions_.files.import_source(text)
    assert window.findChild(ImportWizard) is None
    reading.go_on.set()
    qtbot.waitUntil(lambda: window.findChild(ImportWizard) is not None)
    assert reading.threads != [threading.get_ident()]
    wizard = window.findChild(ImportWizard)
    assert wizard is not None
    assert "专栏5" in "".join(wizard.list.item(i).text() for i in range(wizard.list.count()))
    wizard.reject()
