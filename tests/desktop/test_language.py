"""Chinese or English, and not both: what a planner can read in the whole window."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QThreadPool
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QMenu,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop import language
from desktop.dialogs.distribute_dialog import DistributeDialog
from desktop.dialogs.measures_dialog import MeasuresDialog
from desktop.dialogs.new_county_dialog import NewCountyDialog
from desktop.dialogs.plan_dialog import PlanDialog
from desktop.dialogs.population_dialog import PopulationDialog
from desktop.dialogs.sample_dialog import SampleDialog
from desktop.main_window import MainWindow
from desktop.pages.proofreading import ProofreadingPage
from desktop.settings import Settings
from desktop.tables.reading_table import ReadingTableView
from models.catalogue import Language
from models.measure import Basis

SOURCE = Path(__file__).parents[2] / "resources" / "translations" / "weigui_zh_CN.ts"
# Units, names of formats and products, and words that Chinese plans themselves write in Latin.
LATIN = re.compile(
    "km|PDF|CT|PET|MRI|DR|PCR|ECMO|WGS|CGCS|GeoNames|CC|BY|Ctrl|Shift|docx|xlsx|weigui|txt|English"
)
ENGLISH = re.compile(r"[A-Za-z]{2,}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translation as it is now; the compiled form in the checkout may be older."""
    lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if lrelease is None:
        pytest.skip("pyside6-lrelease does not lie beside this Python")
    file = tmp_path_factory.mktemp("translations") / "weigui_zh_CN.qm"
    subprocess.run([lrelease, "-silent", str(SOURCE), "-qm", str(file)], check=True, timeout=50)
    return file


@pytest.fixture
def chinese(qapp: QApplication, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language, "resource", lambda name: compiled)
    locale = QLocale()
    installed = language.install(qapp, Language.ZH)
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)


def items(view: QAbstractItemView) -> Iterator[str]:
    """The cells and headings of a table or list, with their tooltips."""
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount(view.rootIndex())
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    for role in roles:
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(model.rowCount(view.rootIndex()), 40)):
                yield str(model.index(row, column).data(role) or "")


def headings(window: QWidget) -> Iterator[str]:
    for table in window.findChildren(QTableView):
        for column in range(table.model().columnCount(table.rootIndex())):
            yield str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")


def chrome(window: QWidget) -> Iterator[str]:
    """What belongs to the program and not to the county: actions, buttons, hints, page titles."""
    yield from (menu.title() for menu in window.findChildren(QMenu))
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())
    for button in window.findChildren(QAbstractButton):
        yield from (button.text(), button.toolTip(), button.accessibleName())
    for field in window.findChildren(QLineEdit):
        yield field.placeholderText()
    for label in window.findChildren(QLabel):
        if label.objectName() == "pageTitle":
            yield label.text()
    for listed in window.findChildren(QListWidget):
        yield from items(listed)


def all_texts(window: QWidget) -> Iterator[str]:
    yield window.windowTitle()
    yield from chrome(window)
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
    for label in window.findChildren(QLabel):
        yield re.sub("<[^>]*>", " ", label.text()).replace("&nbsp;", " ")
    for browser in window.findChildren(QTextBrowser):
        yield browser.toPlainText()
    for combo in window.findChildren(QComboBox):
        yield from (combo.itemText(i) for i in range(combo.count()))
    for view in window.findChildren(QAbstractItemView):
        yield from items(view)


def english_in(texts: Iterable[str]) -> set[str]:
    return {
        text for text in texts if any(not LATIN.fullmatch(word) for word in ENGLISH.findall(text))
    }


def show_all(window: MainWindow, path: Path) -> None:
    """Open a county, show every page, and on each one something in its panel."""
    assert window.open_file(path)
    assert window.workspace is not None
    assert window.session is not None
    hospital = window.session.county.facilities[0].id
    rule = window.session.evaluation.findings[0].rule.id
    targets = {
        "facilities": ("facility", hospital),
        "allocation": ("cell", hospital, "nurses", Basis.PLANNED.value),
        "indicators": ("rule", rule),
        "coverage": ("facility", window.session.county.facilities[9].id),
    }
    for name in window.workspace.pages:
        window.workspace.show_page(name, targets.get(name, ()))
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


@pytest.fixture
def chinese_window(chinese: None, qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    window = MainWindow(settings, Language.ZH)
    window.show()
    yield window
    window.close()
    window.deleteLater()


def test_english_needs_no_translation(qapp: QApplication) -> None:
    locale = QLocale()
    assert language.install(qapp, Language.EN) == []
    QLocale.setDefault(locale)


def test_a_word_of_a_base_class_is_translated_in_its_subclass(chinese: None) -> None:
    class Table(ReadingTableView):
        pass

    table = Table(QStandardItemModel(), ())
    assert [action.text() for action in table.actions()] == ["复制"]


def test_the_buttons_of_qt_itself_are_chinese(chinese: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_the_start_page_is_chinese(chinese_window: MainWindow) -> None:
    assert english_in(all_texts(chinese_window)) == set()
    assert any(CHINESE.search(text) for text in all_texts(chinese_window))


@pytest.mark.slow
def test_every_page_is_chinese(chinese_window: MainWindow, dazu_file: Path) -> None:
    show_all(chinese_window, dazu_file)
    assert english_in(all_texts(chinese_window)) == set()


@pytest.mark.slow
def test_every_page_speaks_english_about_chinese_data(window: MainWindow, dazu_file: Path) -> None:
    show_all(window, dazu_file)
    assert window.session is not None
    plan = window.session.plan.name  # data, which heads columns where versions are compared
    texts = {text.replace(plan, "") for text in (*chrome(window), *headings(window))} - {"中文"}
    assert {text for text in texts if CHINESE.search(text)} == set()


def test_the_proofreader_is_chinese(
    chinese_window: MainWindow, county_file: Path, plan_document: Path, qtbot: QtBot
) -> None:
    assert chinese_window.open_file(county_file)
    assert chinese_window.workspace is not None
    chinese_window.workspace.show_page("proofreading")
    page = chinese_window.workspace.pages["proofreading"]
    assert isinstance(page, ProofreadingPage)
    page.check(plan_document)
    qtbot.waitUntil(lambda: page.proxy.rowCount() == 3)
    for row in range(3):
        page.table.choose(row)
        assert english_in(all_texts(page)) == set()
    page.panel.show_found(page.document, None)
    assert english_in(all_texts(page)) == set()


def test_dialogs_are_chinese(chinese_window: MainWindow, dazu_file: Path) -> None:
    assert chinese_window.open_file(dazu_file)
    session = chinese_window.session
    assert session is not None
    dialogs: list[QDialog] = [
        SampleDialog(chinese_window),
        NewCountyDialog(chinese_window),
        PlanDialog(session, chinese_window),
        PopulationDialog(session, chinese_window),
        MeasuresDialog(session, chinese_window),
        DistributeDialog(session, chinese_window),
    ]
    for dialog in dialogs:
        assert english_in(all_texts(dialog)) == set(), type(dialog).__name__


def test_words_that_qt_lacks_are_ours(chinese: None) -> None:
    for context, word in language.QT_WORDS:
        assert QCoreApplication.translate(context, word) != word
