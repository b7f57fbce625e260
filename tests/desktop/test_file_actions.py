"""Making, importing, exporting and copying from the window; native dialogs answered by signal."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCommandLinkButton, QDialog, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.county_file import open_county_file
from db.samples import sample_records
from desktop.dialogs.geo_export_dialog import GeoExportDialog
from desktop.dialogs.geo_wizard import GeoWizard
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.import_wizard import ImportWizard
from desktop.dialogs.new_county_dialog import NewCountyDialog
from desktop.dialogs.sample_dialog import SampleDialog
from desktop.layout_names import layout_name
from desktop.main_window import MainWindow
from desktop.session import CountySession
from models.county import County
from models.layout import Layout
from models.measure import Basis


@pytest.fixture
def county(window: MainWindow, county_file: Path) -> CountySession:
    assert window.open_file(county_file)
    assert window.session is not None
    return window.session


D = TypeVar("D", bound=QDialog)


def dialog(window: MainWindow, kind: type[D]) -> D:
    found = [d for d in window.findChildren(kind) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(window: MainWindow, path: Path) -> None:
    """Answer the file dialog that stands open."""
    asked = dialog(window, QFileDialog)
    asked.fileSelected.emit(str(path))
    asked.close()


def report(asked: ImportDialog) -> str:
    shown = asked.findChild(QPlainTextEdit)
    assert shown is not None
    return shown.toPlainText()


def test_a_sample_becomes_a_county_file(window: MainWindow, tmp_path: Path) -> None:
    window.actions_.files.ask_sample()
    dialog(window, SampleDialog).findChildren(QCommandLinkButton)[0].click()
    assert dialog(window, QFileDialog).selectedFiles()[0].endswith("大足区.weigui")
    choose(window, tmp_path / "my.weigui")
    assert window.session is not None
    assert window.session.county.facilities == County(sample_records("dazu")).facilities


def test_a_file_is_not_overwritten_by_a_new_county(window: MainWindow, county_file: Path) -> None:
    before = county_file.read_bytes()
    window.actions_.files.ask_sample()
    dialog(window, SampleDialog).findChildren(QCommandLinkButton)[1].click()
    choose(window, county_file)
    assert "exists already" in window.messages.label.text()
    assert window.session is None
    assert county_file.read_bytes() == before


def test_an_empty_county_begins_with_a_name_and_years(window: MainWindow, tmp_path: Path) -> None:
    window.actions_.files.ask_empty()
    asked = dialog(window, NewCountyDialog)
    asked.name.setText("新县")
    asked.buttons.accepted.emit()
    choose(window, tmp_path / "新县.weigui")
    assert window.session is not None
    assert window.session.county.info is not None
    assert window.session.county.info.name == "新县"
    assert window.session.county.facilities == []


def test_a_plans_text_becomes_a_county_file(
    window: MainWindow, tmp_path: Path, seeds: Path
) -> None:
    (text,) = seeds.glob("002_*.txt")
    window.actions_.files.ask_sample()
    dialog(window, SampleDialog).findChildren(QCommandLinkButton)[-1].click()
    choose(window, text)
    asked = dialog(window, ImportDialog)
    assert "专栏4" in report(asked)
    asked.accept()
    choose(window, tmp_path / "from text.weigui")
    assert window.session is not None
    made, sample = window.session.county, County(sample_records("dazu"))
    assert [f.name for f in made.facilities] == [f.name for f in sample.facilities]


def test_a_workbook_comes_back_as_one_edit(
    window: MainWindow, county: CountySession, tmp_path: Path
) -> None:
    path = tmp_path / "表.xlsx"
    window.actions_.files.ask_export()
    choose(window, path)
    assert window.messages.label.text() == f"Written: {path}"
    change_cell(path, 40, 44)
    window.actions_.files.ask_import()
    choose(window, path)
    asked = dialog(window, ImportWizard)
    assert "1 changes" in asked.summary.text()
    asked.take_over.click()
    allocation = county.county.allocation("plan", "b", "beds", Basis.PLANNED, 2025)
    assert allocation is not None
    assert allocation.value == Decimal(44)
    county.undo()
    assert county.county.allocation("plan", "b", "beds", Basis.PLANNED, 2025).value == 40


def test_files_are_looked_for_where_the_county_lies(
    window: MainWindow, county: CountySession, county_file: Path
) -> None:
    files = window.actions_.files
    files.ask_export()
    assert Path(dialog(window, QFileDialog).directory().path()) == county_file.parent
    dialog(window, QFileDialog).close()
    window.show_start()
    files.ask_open()
    assert Path(dialog(window, QFileDialog).directory().path()) == county_file.parent


def test_giving_up_an_import_changes_nothing(
    window: MainWindow, county: CountySession, tmp_path: Path
) -> None:
    path = tmp_path / "表.xlsx"
    window.actions_.files.export_workbook(path)
    change_cell(path, 40, 44)
    window.actions_.files.import_source(path)
    dialog(window, ImportWizard).reject()
    assert county.undo_stack.to_undo is None


def test_bad_cells_of_a_workbook_are_listed_and_nothing_is_taken(
    window: MainWindow, county: CountySession, tmp_path: Path
) -> None:
    path = tmp_path / "表.xlsx"
    window.actions_.files.export_workbook(path)
    change_cell(path, 40, "四十")
    change_cell(path, 500, -1)
    window.actions_.files.import_source(path)
    asked = dialog(window, ImportWizard)
    lines = [asked.problems.item(row).text() for row in range(asked.problems.count())]
    lines = [line for line in lines if line.startswith("✕")]
    assert len(lines) == 2
    assert not asked.take_over.isEnabled()
    assert "“四十” is not a number" in "".join(lines)
    assert "“-1” must not be negative" in "".join(lines)
    assert county.undo_stack.to_undo is None


def test_a_copy_is_whole_and_the_open_file_stays_open(
    window: MainWindow, county: CountySession, tmp_path: Path
) -> None:
    window.actions_.files.ask_copy()
    assert dialog(window, QFileDialog).selectedFiles()[0].endswith("测试县-copy.weigui")
    choose(window, tmp_path / "copy.weigui")
    with open_county_file(tmp_path / "copy.weigui") as copy:
        assert [f.id for f in copy.read().facilities] == ["h", "b", "c", "g"]
    assert window.session is county


def test_a_copy_onto_itself_is_refused(
    window: MainWindow, county: CountySession, county_file: Path
) -> None:
    window.actions_.files.save_copy(county_file)
    assert "exists already" in window.messages.label.text()


def test_what_cannot_be_written_is_told(
    window: MainWindow, county: CountySession, tmp_path: Path
) -> None:
    window.actions_.files.export_workbook(tmp_path / "nowhere" / "a.xlsx")
    assert "nowhere" in window.messages.label.text()


def test_dialogs_are_gone_once_they_are_answered(
    window: MainWindow, county: CountySession, qtbot: QtBot
) -> None:
    files = window.actions_.files
    for ask in (files.ask_open, files.ask_sample, files.ask_export, files.show_about):
        ask()
        window.findChildren(QDialog)[-1].close()
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))


def change_cell(path: Path, before: object, after: object) -> None:
    """Change the last cell of a workbook that holds `before`, as in a spreadsheet program."""
    workbook = openpyxl.load_workbook(path)
    cells = [c for sheet in workbook for row in sheet.iter_rows() for c in row]
    [c for c in cells if c.value == before][-1].value = after
    workbook.save(path)
    workbook.close()


def test_every_published_layout_is_in_the_file_menu(window: MainWindow, county_file: Path) -> None:
    window.open_file(county_file)
    texts = {action.text() for action in window.findChildren(QAction) if action.isEnabled()}
    assert {layout_name(layout) for layout in Layout} <= texts


def test_a_table_is_written_in_the_layout_that_was_chosen(
    window: MainWindow, county_file: Path, tmp_path: Path
) -> None:
    window.open_file(county_file)
    path = tmp_path / "指标.xlsx"
    window.actions_.files.export_workbook(path, Layout.INDICATORS)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "每千人口床位数（张）" in cells


def test_a_geographic_file_is_asked_for_and_given_up_while_it_is_read(
    qtbot: QtBot, window: MainWindow, county: CountySession, tmp_path: Path
) -> None:
    source = tmp_path / "点.csv"
    source.write_text("名称,经度,纬度\n" + "甲,105.7,29.7\n" * 30_000, "utf8")
    window.actions_.files.ask_geodata()
    choose(window, source)
    dialog(window, GeoWizard).reject()
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: not window.findChildren(GeoWizard))
    assert len(county.file.journal()) == 1


def test_the_export_of_map_layers_is_in_the_file_menu(
    window: MainWindow, county: CountySession
) -> None:
    (action,) = [a for a in window.findChildren(QAction) if "geograp&hic" in a.text()]
    action.trigger()
    assert dialog(window, GeoExportDialog).session is county
