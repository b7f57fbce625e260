"""The wizard on tables as people type them; the county is that of `session`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from db.exchange.plan_source import read_plan_source
from desktop.dialogs.import_wizard import ImportWizard
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.table_import import remember, remembered
from models.edits import Change, Edit
from models.layout import Layout
from models.measure import Basis
from models.source_table import SourceCell, SourceTable
from models.table_recognition import ColumnMapping, signature

Make = Callable[..., ImportWizard]
HEADING = ("机构名称", "2025年规划床位")


def table(*rows: tuple[str, ...], name: str = "床位", hidden: frozenset[int] = frozenset()):
    cells = tuple(tuple(SourceCell(text) for text in row) for row in rows)
    return SourceTable(name, cells, hidden=hidden)


@pytest.fixture
def make(qtbot: QtBot, session: CountySession) -> Make:
    def wizard(
        *tables: SourceTable, remembered: dict[str, ColumnMapping] | None = None
    ) -> ImportWizard:
        made = ImportWizard(session, "表.csv", tables, remembered or {})
        QAbstractItemModelTester(
            made.preview_model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        qtbot.addWidget(made)
        return made

    return wizard


def planned(session: CountySession, facility_id: str) -> Decimal | None:
    found = session.county.allocation("plan", facility_id, "beds", Basis.PLANNED, 2025)
    return None if found is None else found.value


def choose_name(wizard: ImportWizard, row: int, text: str) -> None:
    box = wizard.names.cellWidget(row, 2)
    assert isinstance(box, QComboBox)
    index = next(i for i in range(box.count()) if text in box.itemText(i))
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_changes_are_made_as_one_edit_that_can_be_undone(make: Make, session) -> None:
    wizard = make(table(HEADING, ("甲医院", "520"), ("乙卫生院", "44")))
    assert wizard.summary.text().startswith("2 changes")
    wizard.take_over.click()
    assert (planned(session, "h"), planned(session, "b")) == (520, 44)
    session.undo()
    assert (planned(session, "h"), planned(session, "b")) == (500, 40)


def test_a_source_that_says_the_same_has_nothing_to_take_over(make: Make) -> None:
    wizard = make(table(HEADING, ("甲医院", "500")))
    assert not wizard.take_over.isEnabled()
    assert "1 figures stand" in wizard.summary.text()


def test_every_bad_cell_is_marked_and_keeps_all_from_being_taken(make: Make) -> None:
    wizard = make(table(HEADING, ("甲医院", "-1"), ("无名医院", "20个"), ("乙卫生院", "４４张")))
    shown = [wizard.preview_model.index(row, 1).data() for row in (1, 2, 3)]
    assert shown == ["✕ -1", "✕ 20个", "! ４４张"]
    assert wizard.preview_model.index(2, 0).data() == "✕ 无名医院"
    tooltip = wizard.preview_model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "must not be negative" in tooltip
    assert not wizard.take_over.isEnabled()


def test_a_problem_leads_to_its_cell(make: Make) -> None:
    wizard = make(table(("说明",), name="说明"), table(HEADING, ("甲医院", "-1")))
    wizard.list.setCurrentRow(0)
    wizard.problems.itemActivated.emit(wizard.problems.item(0))
    assert wizard.list.currentRow() == 1
    assert wizard.preview.currentIndex().data() == "✕ -1"


def test_a_name_that_is_only_alike_waits_for_a_person(make: Make, session) -> None:
    wizard = make(table(HEADING, ("乙镇中心卫生院", "44")))
    assert not wizard.take_over.isEnabled()
    choose_name(wizard, 0, "乙卫生院")
    wizard.take_over.click()
    assert planned(session, "b") == 44


def test_a_name_can_become_a_new_facility(make: Make, session) -> None:
    wizard = make(table(HEADING, ("丁村卫生室", "2")))
    choose_name(wizard, 0, "new facility")
    wizard.take_over.click()
    made = session.county.facilities[-1]
    assert (made.name, planned(session, made.id)) == ("丁村卫生室", 2)


def test_a_name_can_be_left_aside_and_taken_up_again(make: Make) -> None:
    wizard = make(table(HEADING, ("丁村卫生室", "2"), ("甲医院", "520")))
    choose_name(wizard, 0, "Leave aside")
    assert wizard.take_over.isEnabled()
    choose_name(wizard, 0, "not decided")
    assert not wizard.take_over.isEnabled()


def test_a_facility_can_be_typed(make: Make, session) -> None:
    wizard = make(table(HEADING, ("某院", "520")))
    box = wizard.names.cellWidget(0, 2)
    assert isinstance(box, QComboBox)
    box.setCurrentText("甲医院")
    box.lineEdit().editingFinished.emit()
    wizard.take_over.click()
    assert planned(session, "h") == 520


def test_columns_are_corrected_and_remembered(make: Make, session, settings: Settings) -> None:
    source = table(("单位", "2025年数"), ("甲医院", "520"))
    wizard = make(source)
    assert wizard.tables[0].layout is None
    wizard.layout_box.setCurrentIndex(wizard.layout_box.findData(str(Layout.ONE_COLUMN)))
    wizard.layout_box.activated.emit(0)
    box = wizard.columns.cellWidget(1, 1)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("value beds planned 2025"))
    box.activated.emit(0)
    wizard.take_over.click()
    assert planned(session, "h") == 520
    remember(settings, wizard.corrections, session.plan)
    again = make(source, remembered=remembered(settings, session.plan))
    assert again.tables[0].layout is Layout.ONE_COLUMN
    assert "1 figures stand" in again.summary.text()


def test_a_correction_serves_the_next_plan_too(make: Make, session, settings: Settings) -> None:
    heading = ("单位", "2025年数", "2023年数")
    corrected = ColumnMapping.parse(
        ("three-column", "name", "value beds planned target", "value beds planned baseline+3"),
        session.plan,
    )
    known_by = signature(heading, session.plan)
    remember(settings, {known_by: corrected}, session.plan)
    later = replace(session.plan, id="later", baseline_year=2025, target_year=2030)
    session.do(Edit("", [Change(None, later)]))
    session.choose_plan("later")
    rows = (("单位", "2030年数", "2028年数"), ("甲医院", "520", "510"))
    wizard = make(table(*rows), remembered=remembered(settings, later))
    wizard.take_over.click()
    planned = {y: session.county.allocation("later", "h", "beds", Basis.PLANNED, y).value
               for y in (2028, 2030)}  # fmt: skip
    assert planned == {2028: 510, 2030: 520}
    box = wizard.columns.cellWidget(1, 1)
    assert isinstance(box, QComboBox)
    assert [f"value beds planned {year}" for year in range(2026, 2031)] == sorted(
        box.itemData(i) for i in range(box.count()) if "value beds planned" in box.itemData(i)
    )


def test_settings_of_another_version_are_passed_over(session, settings: Settings) -> None:
    absolute = ["one-column", "name", "value beds planned 2025"]
    settings.column_mappings = {
        "a": ["no-layout", "name"], "b": ["projects", "value x"], "c": [], "d": absolute,
    }  # fmt: skip
    assert remembered(settings, session.plan) == {}


def test_an_unticked_table_is_not_taken(make: Make) -> None:
    wizard = make(table(HEADING, ("甲医院", "520")), table(HEADING, ("乙卫生院", "x"), name="二"))
    assert not wizard.take_over.isEnabled()
    wizard.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert wizard.take_over.isEnabled()


def test_hidden_rows_are_told_and_can_be_left_out(make: Make) -> None:
    wizard = make(table(HEADING, ("甲医院", "520"), ("乙卫生院", "44"), hidden=frozenset({2})))
    assert "hidden" in wizard.preview_model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert wizard.summary.text().startswith("2 changes")
    wizard.hidden.setChecked(False)
    assert wizard.summary.text().startswith("1 changes")


def test_absurd_figures_ask_back(make: Make, session) -> None:
    wizard = make(table(HEADING, ("乙卫生院", "90000")))
    assert not wizard.take_over.isEnabled()
    assert not wizard.doubtful.isHidden()
    wizard.doubtful.setChecked(True)
    wizard.take_over.click()
    assert planned(session, "b") == 90000


def test_a_remembered_measure_that_is_gone_is_not_taken(make: Make, session) -> None:
    uses = ("one-column", "name", "value own-measure planned target")
    known = {signature(HEADING, session.plan): ColumnMapping.parse(uses, session.plan)}
    wizard = make(table(HEADING, ("甲医院", "520")), remembered=known)
    assert not wizard.take_over.isEnabled()
    assert wizard.reading is not None
    assert [part.reason for part in wizard.reading.reading.left_aside] == ["unknown-table"]


def test_names_are_asked_about_in_portions(make: Make) -> None:
    rows = [(f"未知{n}", "1") for n in range(250)]
    wizard = make(table(HEADING, *rows))
    assert wizard.names.rowCount() == 100
    choose_name(wizard, 0, "Leave aside")
    assert wizard.names.rowCount() == 101
    assert "249" in wizard.tabs.tabText(2)


PLAN_TEXT = "大足区医疗卫生服务体系“十五五”规划\n\n专栏3  大足区公立医院布局\n\n{rows}\n\n\n"
PLAN_HEADING = (
    "序号",
    "机构名称",
    "现有编制床位（张）",
    "实有床位（张）",
    "2030年规划编制床位（张）",
)


@pytest.fixture
def make_plan(qtbot: QtBot, dazu: CountySession, tmp_path: Path) -> Make:
    def wizard(*rows: tuple[str, ...]) -> ImportWizard:
        path = tmp_path / "规划.txt"
        body = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in (PLAN_HEADING, *rows))
        path.write_text(PLAN_TEXT.format(rows=body), encoding="utf-8")
        made = ImportWizard(dazu, path.name, read_plan_source(path), {})
        qtbot.addWidget(made)
        return made

    return wizard


def test_a_plans_text_is_shown_and_taken_as_one_edit(make_plan: Make, dazu) -> None:
    county = dazu.county.info
    wizard = make_plan(("1", "大足区新医院", "100", "120", "150"))
    assert wizard.list.item(0).text().endswith("authorised, actual and planned figures")
    assert wizard.preview_model.index(1, 1).data() == "大足区新医院"
    box = wizard.columns.cellWidget(4, 1)
    assert isinstance(box, QComboBox)
    assert (box.currentText().endswith("2030"), box.isEnabled()) == (True, False)
    assert not wizard.layout_box.isEnabled()
    assumed = [wizard.assumed.item(row).text() for row in range(wizard.assumed.count())]
    assert any("emergency sites" in text for text in assumed)
    assert wizard.aside.count()
    before = len(dazu.county.facilities)
    wizard.take_over.click()
    assert len(dazu.county.facilities) == before + 1
    assert len(dazu.county.plans) == 2
    dazu.undo()
    assert (len(dazu.county.facilities), dazu.county.info) == (before, county)


def test_bad_cells_of_a_plans_text_are_marked_and_keep_it_out(make_plan: Make) -> None:
    wizard = make_plan(("1", "大足区新医院", "100", "-1", "约150"))
    shown = [wizard.preview_model.index(1, column).data() for column in (3, 4)]
    assert shown == ["✕ -1", "✕ 约150"]
    assert wizard.problems.count() == 2
    assert not wizard.take_over.isEnabled()
    assert "mended in its text" in wizard.summary.text()


def test_a_title_runs_over_the_columns_and_widens_none(make: Make) -> None:
    title = "测试县医疗机构布局（2021—2025年），按公布的规划编制"
    wizard = make(table((title, ""), HEADING, ("甲医院", "520")))
    wide = wizard.preview.fontMetrics().horizontalAdvance(title)
    assert wizard.preview.columnSpan(0, 0) == 2
    assert wizard.preview.columnSpan(1, 0) == 1
    assert wizard.preview.columnWidth(0) < wide
