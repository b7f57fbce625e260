"""The Proofreading page: a document is read off the GUI thread, its contradictions are shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop import proofreading_files
from desktop.background import Task
from desktop.main_window import MainWindow
from desktop.pages.proofreading import ProofreadingPage
from desktop.proofreading_files import ProofreadDocument
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.tables.discrepancy_table_model import KINDS
from models.discrepancy import DiscrepancyKind
from models.errors import FileError, FileProblem, WeiguiError

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def page(qtbot: QtBot, session: CountySession, settings: Settings) -> ProofreadingPage:
    page = ProofreadingPage(session)
    page.use_settings(settings)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


@pytest.fixture
def check(qtbot: QtBot, page: ProofreadingPage) -> Callable[[Path], None]:
    """Proofread a document and wait until it is shown, or refused."""

    def read(path: Path) -> None:
        page.check(path)
        qtbot.waitUntil(lambda: not page.progress.isVisible())

    return read


def kinds(page: ProofreadingPage) -> list[DiscrepancyKind]:
    return [page.proxy.found_at(row).kind for row in range(page.proxy.rowCount())]


def tick(page: ProofreadingPage, kind: DiscrepancyKind, on: bool) -> None:
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    page.kinds.item(1 + KINDS.index(kind)).setCheckState(state)


TOTAL, RATE, YEAR = (
    DiscrepancyKind.TOTAL_DIFFERS,
    DiscrepancyKind.RATE_DIFFERS,
    DiscrepancyKind.YEAR_OUTSIDE,
)


def test_an_empty_page_says_what_to_do_and_has_the_button_that_does_it(
    page: ProofreadingPage, qtbot: QtBot, plan_document: Path
) -> None:
    assert "Choose the document" in page.note.text()
    assert page.choose_button.isVisible()
    assert not page.splitter.isVisible()
    assert not page.again_action.isEnabled()
    assert not page.export_action.isEnabled()
    page.choose_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.nameFilters() == ["Plan as a document, text or workbook (*.docx *.txt *.xlsx)"]
    dialog.fileSelected.emit(str(plan_document))
    dialog.close()
    qtbot.waitUntil(lambda: page.table.isVisible())
    assert kinds(page) == [TOTAL, RATE, YEAR]


def test_a_contradiction_shows_both_places_and_the_arithmetic(
    page: ProofreadingPage, check: Callable[[Path], None], plan_document: Path
) -> None:
    check(plan_document)
    assert page.chosen is not None
    assert page.chosen.kind is TOTAL  # the first is chosen
    text = page.panel.toPlainText()
    for part in ("专栏3 合计", "专栏3 第1—2行", "丁县人民医院", "190 − 180 = +10"):
        assert part in text
    page.table.choose(1)
    text = page.panel.toPlainText()
    assert "医院 | 300 | 400 | 2.95 | 4.00" in text
    assert "2.945 to 2.955" in text
    assert page.summary.text() == "3 contradictions, 3 shown"


def test_kinds_say_how_many_they_found_and_filter(
    page: ProofreadingPage, check: Callable[[Path], None], plan_document: Path
) -> None:
    check(plan_document)
    shown = [page.kinds.item(row).text() for row in range(page.kinds.count())]
    assert shown[:3] == ["All checks  3", "Total differs  1", "Rate differs  1"]
    page.kinds.setCurrentRow(1 + KINDS.index(RATE))
    assert kinds(page) == [RATE]
    page.kinds.setCurrentRow(1 + KINDS.index(DiscrepancyKind.NAME_DIFFERS))
    assert kinds(page) == []
    assert "No contradiction fits" in page.note.text()
    page.kinds.setCurrentRow(0)
    page.search.setText("医共体")
    assert kinds(page) == [YEAR]


def test_a_check_that_is_switched_off_stays_off_in_the_next_window(
    page: ProofreadingPage,
    check: Callable[[Path], None],
    plan_document: Path,
    settings: Settings,
    session: CountySession,
    qtbot: QtBot,
) -> None:
    check(plan_document)
    tick(page, TOTAL, on=False)
    assert kinds(page) == [RATE, YEAR]
    assert page.summary.text() == "3 contradictions, 2 shown; 1 of checks that are switched off"
    assert settings.checks_off == {"total-differs"}
    page.kinds.setCurrentRow(1 + KINDS.index(TOTAL))
    assert "switched off" in page.note.text()
    page.kinds.setCurrentRow(0)
    later = ProofreadingPage(session)
    qtbot.addWidget(later)
    later.use_settings(settings)
    assert later.kinds.on == frozenset(DiscrepancyKind) - {TOTAL}
    tick(page, RATE, on=False)
    tick(page, YEAR, on=False)
    assert "checks that are switched on found no" in page.note.text()
    tick(page, RATE, on=True)
    assert settings.checks_off == {"total-differs", "year-outside"}


def test_after_a_correction_the_document_is_checked_again(
    page: ProofreadingPage, check: Callable[[Path], None], plan_document: Path, qtbot: QtBot
) -> None:
    check(plan_document)
    text = plan_document.read_text("utf-8").replace("\t190", "\t180").replace("2.95", "3.00")
    plan_document.write_text(text, "utf-8")
    page.again_action.trigger()
    qtbot.waitUntil(lambda: kinds(page) == [YEAR])
    plan_document.write_text(text.replace("2027", "2025"), "utf-8")
    page.again_action.trigger()
    qtbot.waitUntil(lambda: kinds(page) == [])
    said = f"No contradiction was found in 2 tables with 5 rows and 5 lines of text by {len(KINDS)}"
    assert said in page.note.text()
    assert "专栏3 丁县床位布局: 2 rows" in page.panel.toPlainText()


def test_the_last_document_is_known_in_the_next_window(
    page: ProofreadingPage,
    check: Callable[[Path], None],
    plan_document: Path,
    settings: Settings,
    session: CountySession,
    qtbot: QtBot,
) -> None:
    check(plan_document)
    later = ProofreadingPage(session)
    qtbot.addWidget(later)
    later.use_settings(settings)
    later.show()
    assert plan_document.name in later.note.text()
    later.again_action.trigger()
    qtbot.waitUntil(lambda: later.document is not None)
    assert kinds(later) == [TOTAL, RATE, YEAR]


def test_a_document_that_cannot_be_read_leaves_the_last_result(
    page: ProofreadingPage,
    check: Callable[[Path], None],
    plan_document: Path,
    session: CountySession,
    settings: Settings,
    tmp_path: Path,
) -> None:
    told: list[WeiguiError] = []
    session.failed.connect(told.append)
    check(plan_document)
    damaged = tmp_path / "坏.docx"
    damaged.write_bytes(b"PK\x03\x04")
    check(damaged)
    assert isinstance(told[0], FileError)
    assert told[0].problem is FileProblem.DAMAGED
    assert "damaged" in page.summary.text()
    assert kinds(page) == [TOTAL, RATE, YEAR]
    assert settings.proofread_file == plan_document


class Reading:
    """Stands in for the reading of a document: it waits until it is let go on."""

    def __init__(self) -> None:
        self.gate = Event()
        self.asked: list[Path] = []

    def __call__(self, path: Path) -> Callable[[Task], ProofreadDocument]:
        self.asked.append(path)

        def work(task: Task) -> ProofreadDocument:
            assert self.gate.wait(10)
            task.progress(1, 2)
            raise RuntimeError("cannot be")

        return work


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    reading = Reading()
    monkeypatch.setattr(proofreading_files, "proofreading", reading)
    return reading


def test_reading_can_be_cancelled(
    page: ProofreadingPage, reading: Reading, qtbot: QtBot, tmp_path: Path
) -> None:
    page.check(tmp_path / "规划.docx")
    assert page.cancel_button.isVisible()
    assert not page.choose_action.isEnabled()
    assert "规划.docx" in page.summary.text()
    page.check(tmp_path / "另.docx")  # one at a time
    page.cancel_button.click()
    reading.gate.set()
    qtbot.waitUntil(lambda: page.summary.text() == "Cancelled")
    assert not page.progress.isVisible()
    assert page.choose_action.isEnabled()
    assert reading.asked == [tmp_path / "规划.docx"]


def test_what_goes_wrong_is_said(
    page: ProofreadingPage, reading: Reading, qtbot: QtBot, tmp_path: Path
) -> None:
    page.check(tmp_path / "规划.docx")
    reading.gate.set()
    qtbot.waitUntil(lambda: page.summary.text() == "cannot be")
    assert page.choose_button.isVisible()


def test_the_county_can_be_closed_while_a_document_is_read(
    window: MainWindow, county_file: Path, reading: Reading, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_file(county_file)
    assert window.workspace is not None
    window.workspace.show_page("proofreading")
    page = window.workspace.pages["proofreading"]
    assert isinstance(page, ProofreadingPage)
    page.check(tmp_path / "规划.docx")
    with qtbot.waitSignal(page.destroyed):
        window.show_start()
    reading.gate.set()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert window.session is None


def test_rows_are_copied_with_their_headings(
    page: ProofreadingPage, check: Callable[[Path], None], plan_document: Path
) -> None:
    check(plan_document)
    page.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Kind\tWhere\tOff by\tWhat is wrong"
    assert lines[1].startswith("Total differs\t专栏3 合计 / 专栏3 第1—2行\t+10\t")


def test_the_list_that_is_shown_is_saved_as_a_workbook(
    page: ProofreadingPage,
    check: Callable[[Path], None],
    plan_document: Path,
    session: CountySession,
    tmp_path: Path,
) -> None:
    check(plan_document)
    tick(page, RATE, on=False)
    page.export_action.trigger()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "清单.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    rows = list(load_workbook(path).worksheets[0].iter_rows(min_row=3, values_only=True))
    assert rows[0] == ("Kind", "Where", "Off by", "What is wrong", "As printed")
    assert [row[0] for row in rows[1:]] == ["Total differs", "Year outside the period"]
    assert "合计 | 190" in str(rows[1][-1])
    assert str(path) in page.summary.text()
    told: list[WeiguiError] = []
    session.failed.connect(told.append)
    page.export(tmp_path / "no" / "清单.xlsx")
    assert len(told) == 1


@pytest.mark.parametrize(
    ("name", "taken"), [("规划.DOCX", True), ("规划.txt", True), ("县.weigui", False)]
)
def test_a_document_can_be_dropped_and_a_county_file_is_left_to_the_window(
    page: ProofreadingPage, reading: Reading, tmp_path: Path, name: str, taken: bool, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, buttons, keys.NoModifier)
    page.dragEnterEvent(enter)
    assert enter.isAccepted() is taken
    if taken:
        page.dropEvent(QDropEvent(QPointF(5, 5), action, data, buttons, keys.NoModifier))
        reading.gate.set()
        qtbot.waitUntil(lambda: not page.progress.isVisible())
    assert reading.asked == ([tmp_path / name] if taken else [])


def test_what_was_read_is_shown_when_asked_for(
    page: ProofreadingPage, check: Callable[[Path], None], plan_document: Path
) -> None:
    check(plan_document)
    page.panel.anchorClicked.emit(QUrl("read:"))
    text = page.panel.toPlainText()
    assert "专栏2 丁县床位配置标准: 3 rows" in text
    assert "Running text: 5 lines" in text
