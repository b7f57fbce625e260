"""The Workload page: lines written as in a spreadsheet, and what they require beside them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.copy_activities_dialog import CopyActivitiesDialog
from desktop.pages.workload import WorkloadPage
from desktop.session import CountySession
from desktop.tables.allocation_looks import MARKS_ROLE
from desktop.tables.workload_table_model import FIELDS
from desktop.tables.written_view import two_lines
from models.edits import Change, Edit, add
from models.measure import Allocation, Basis, Origin
from models.plan import PlanState
from models.rules.rule import Severity
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_reading import Field

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform

FACILITY, CADRE, KIND, NAME, MINUTES, VOLUME, SHARE, HOURS, SOURCE = range(len(FIELDS))
KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
# (243 − 43) × 6 = 1,200 hours
TIME = WorkingTime("plan", "nurses", *map(Decimal, (243, 11, 20, 7, 5, 6)))
VISITS = Activity("1", "plan", "b", "nurses", ActivityKind.SERVICE, "门诊", 1,
                  minutes=Decimal(20), volume=Decimal(36000))  # fmt: skip
RECORDS = Activity("2", "plan", "b", "nurses", ActivityKind.CATEGORY, "记录", 2,
                   share=Decimal("0.15"))  # fmt: skip
WARD = Activity("3", "plan", "h", "nurses", ActivityKind.SERVICE, "护理", 1, minutes=Decimal(30))
ACTUAL = Allocation("plan", "b", "nurses", Basis.ACTUAL, 2020, Decimal(8), Origin.PLANNER)


def shown(session: CountySession, qtbot: QtBot) -> WorkloadPage:
    page = WorkloadPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> WorkloadPage:
    """Rows: 0 the ward of 甲医院, 1 and 2 of 乙卫生院, 3 the one to write new lines in."""
    assert session.do(Edit("add", add(TIME, VISITS, RECORDS, WARD, ACTUAL)))
    page = shown(session, qtbot)
    page.view.setFocus()
    page.view.go_to(1, VOLUME)
    return page


def texts(page: WorkloadPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(len(FIELDS))]


def results(page: WorkloadPage) -> list[list[str]]:
    order = page.results.order
    return [
        [str(order.index(row, column).data()) for column in range(order.columnCount())]
        for row in range(order.rowCount())
    ]


def paste(page: WorkloadPage, qtbot: QtBot, block: str) -> None:
    QGuiApplication.clipboard().setText(block)
    qtbot.keyClick(page.view, KEYS.Key_V, CONTROL)


def select(page: WorkloadPage, *cells: tuple[int, int]) -> None:
    selection = page.view.selectionModel()
    flags = QItemSelectionModel.SelectionFlag
    selection.setCurrentIndex(page.model.index(*cells[0]), flags.ClearAndSelect)
    for cell in cells:
        selection.select(page.model.index(*cell), flags.Select)


def test_all_facilities_stand_in_one_table(page: WorkloadPage) -> None:
    assert texts(page, 1) == [
        "乙卫生院", "注册护士", "服务活动", "门诊", "20", "36,000", "", "", "",
    ]  # fmt: skip
    assert texts(page, 2)[SHARE] == "15%"
    assert page.model.rowCount() == 4
    assert page.shown.text() == "3 lines"


def test_result_follows_each_figure(page: WorkloadPage, session: CountySession) -> None:
    """36,000 ÷ (72,000 ÷ 20) = 10; ÷ 0.85 = 11.76, in whole 12; 8 are 0.68 of it, 4 too few."""
    assert results(page)[1] == [
        "乙卫生院", "注册护士", "11.76", "12", "8", "—", "0.68", "! −4",
    ]  # fmt: skip
    page.model.setData(page.model.index(1, VOLUME), "18000")
    assert results(page)[1][2:4] == ["5.88", "6"]  # 5 ÷ 0.85
    assert session.undo()
    assert results(page)[1][2] == "11.76"


def test_results_computed_one_by_one_are_those_computed_all_at_once(
    page: WorkloadPage, session: CountySession, qtbot: QtBot
) -> None:
    nine = replace(ACTUAL, value=Decimal(9))
    wider = replace(RECORDS, share=Decimal("0.5"))
    moved = replace(VISITS, measure="physicians")
    shorter = replace(TIME, hours_per_day=Decimal(5))
    for edit in (
        Edit("actual", (Change(ACTUAL, nine),)),
        Edit("share", (Change(RECORDS, wider),)),
        Edit("cadre", (Change(VISITS, moved),)),
        Edit("time", (Change(TIME, shorter),)),
        Edit("removed", (Change(wider, None),)),
    ):
        assert session.do(edit)
        assert results(page) == results(shown(session, qtbot))
    while session.undo():
        assert results(page) == results(shown(session, qtbot))


def test_edit_elsewhere_is_seen_when_the_page_comes_to_the_front(
    page: WorkloadPage, session: CountySession
) -> None:
    page.hide()
    assert session.do(Edit("actual", (Change(ACTUAL, replace(ACTUAL, value=Decimal(9))),)))
    page.show()
    assert results(page)[1][4] == "9"


def test_long_headings_stand_in_two_lines() -> None:
    assert two_lines("单位时间（分钟）") == "单位时间\n（分钟）"
    assert two_lines("Available hours a year") == "Available\nhours a year"
    assert two_lines("Training") == "Training"


def test_derivation_of_the_line_under_the_keyboard_stands_in_words(page: WorkloadPage) -> None:
    text = page.results.derivation.text()
    assert "乙卫生院 · 注册护士" in text
    assert "(243 − 43) × 6 = 1,200 小时" in text
    page.view.go_to(0, NAME)
    assert "无法计算，因为：“护理”没有填写年工作量" in page.results.derivation.text()
    assert results(page)[0][2] == "! ?"
    assert page.model.index(0, VOLUME).data(MARKS_ROLE)[0] is Severity.WARNING


def test_result_that_is_clicked_on_leads_to_its_lines(page: WorkloadPage) -> None:
    page.results.table.choose(0)
    page.results.table.clicked.emit(page.results.order.index(0, 0))
    assert page.view.currentIndex().row() == 0


def test_block_from_a_spreadsheet_replaces_figures_and_makes_rows(
    page: WorkloadPage, qtbot: QtBot, session: CountySession
) -> None:
    page.view.go_to(2, FACILITY)
    paste(
        page, qtbot,
        "乙卫生院\t注册护士\t类别宽放\t记录\t\t\t20%\n"
        "丙卫生院\t执业（助理）医师\t服务活动\t问诊\t12\t9,000\n",
    )  # fmt: skip
    assert texts(page, 2)[SHARE] == "20%"
    assert texts(page, 3)[:6] == ["丙卫生院", "执业（助理）医师", "服务活动", "问诊", "12", "9,000"]
    assert session.undo()  # one step
    assert page.model.total == 3


def test_block_with_a_bad_cell_changes_nothing_and_names_it(
    page: WorkloadPage, qtbot: QtBot
) -> None:
    page.view.go_to(1, MINUTES)
    paste(page, qtbot, "15\t40000\n15\tmany")
    assert page.bad_cells.isVisible()
    assert [page.bad_cells.cells.item(i).text() for i in range(page.bad_cells.cells.count())] == [
        "row 3, column 单位时间（分钟）: “15” does not go with this kind of activity",
        "row 3, column 年工作量: “many” is not a number",
    ]
    assert texts(page, 1)[MINUTES] == "20"
    page.bad_cells.cells.itemClicked.emit(page.bad_cells.cells.item(1))
    assert page.view.currentIndex().row() == 2


def test_fill_down_copy_and_clear(page: WorkloadPage, qtbot: QtBot) -> None:
    select(page, (0, MINUTES), (1, MINUTES))
    qtbot.keyClick(page.view, KEYS.Key_D, CONTROL)
    assert texts(page, 1)[MINUTES] == "30"
    qtbot.keyClick(page.view, KEYS.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "30\n30\n"
    select(page, (1, NAME), (1, MINUTES), (1, VOLUME))
    qtbot.keyClick(page.view, KEYS.Key_Delete)
    assert texts(page, 1)[NAME : VOLUME + 1] == ["门诊", "", ""]  # a name cannot be blank


def test_line_is_added_beside_the_one_under_the_keyboard_and_named_at_once(
    page: WorkloadPage, qtbot: QtBot
) -> None:
    page.add.trigger()
    assert texts(page, 3)[:4] == ["乙卫生院", "注册护士", "服务活动", "New activity"]
    editor = page.view.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("注射")
    qtbot.keyClick(editor, KEYS.Key_Return)
    assert texts(page, 3)[NAME] == "注射"


def test_typing_below_the_last_row_makes_a_line(page: WorkloadPage, session: CountySession) -> None:
    page.model.setData(page.model.index(3, NAME), "注射")
    assert texts(page, 3)[:4] == ["乙卫生院", "注册护士", "服务活动", "注射"]
    assert session.undo_stack.to_undo is not None
    assert session.undo_stack.to_undo.label == "Add an activity"


def test_selected_lines_are_doubled_and_removed_in_one_step_each(
    page: WorkloadPage, session: CountySession
) -> None:
    select(page, (1, NAME), (2, NAME))
    page.double.trigger()
    assert [texts(page, row)[NAME] for row in range(1, 5)] == ["门诊", "记录", "门诊", "记录"]
    assert page.view.selected_rows() == [3, 4]
    page.remove.trigger()
    assert page.model.total == 3
    assert session.undo()
    assert page.model.total == 5


def test_filters_hold_back_lines_and_results(page: WorkloadPage) -> None:
    page.type_filter.choose("general-hospital")
    assert (page.shown.text(), len(results(page))) == ("1 of 3 lines", 1)
    page.type_filter.choose(None)
    page.search.setText("记录")
    assert [texts(page, 0)[NAME], page.model.rowCount()] == ["记录", 2]
    page.search.clear()
    page.show_target(("facility", "h"))
    assert page.facility_filter.value() == "h"
    assert page.shown.text() == "1 of 3 lines"


def test_rows_are_sorted_by_a_column_and_stay_where_they_are_while_edited(
    page: WorkloadPage,
) -> None:
    page.view.horizontalHeader().setSortIndicator(VOLUME, Qt.SortOrder.DescendingOrder)
    assert [line.id for line in page.model.lines] == ["1", "3", "2"]
    page.model.setData(page.model.index(1, VOLUME), "50000")
    assert [line.id for line in page.model.lines] == ["1", "3", "2"]
    page.model.sort_rows(None)
    assert [line.id for line in page.model.lines] == ["3", "1", "2"]


def test_set_of_activities_is_applied_to_all_facilities_of_a_type(
    page: WorkloadPage, session: CountySession, qtbot: QtBot
) -> None:
    page.apply_to.trigger()
    dialog = page.findChild(CopyActivitiesDialog)
    assert dialog is not None
    assert (dialog.type_choice.value(), dialog.facilities.count()) == ("township-health-centre", 1)
    assert dialog.summary.text() == "1 facilities are ticked: 2 lines will be written."
    dialog.buttons.accepted.emit()
    assert texts(page, 3)[:6] == ["丙卫生院", "注册护士", "服务活动", "门诊", "20", ""]
    assert session.undo_stack.to_undo is not None
    assert session.undo_stack.to_undo.label == "Apply the activities of 乙卫生院 to 1 facilities"


def test_facilities_that_have_such_activities_keep_them_unless_updated(
    page: WorkloadPage, session: CountySession, qtbot: QtBot
) -> None:
    own = replace(VISITS, id="4", facility_id="c", minutes=Decimal(5))
    assert session.do(Edit("own", add(own)))
    dialog = CopyActivitiesDialog(session, session.county.facility("b"))
    qtbot.addWidget(dialog)
    assert "1 have activities of these cadres" in dialog.summary.text()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.update_own.setChecked(True)
    assert [c.after.minutes for c in dialog.found().changes] == [Decimal(20), None]  # type: ignore[union-attr]
    dialog.none_button.click()
    assert dialog.found().changes == ()


# --- working times


def test_suggested_times_are_shown_and_stored_only_when_asked_for(
    page: WorkloadPage, session: CountySession
) -> None:
    times = page.results.times
    session.do(Edit("remove", (Change(TIME, None),)))
    assert times.index(0, 1).data() == "261 (example)"
    assert session.county.table(WorkingTime) == {}
    assert not page.results.suggest.isHidden()
    assert page.results.tabText(1) == "Working times (! 1)"
    page.results.suggest.click()
    (stored,) = session.county.table(WorkingTime).values()
    assert (stored.working_days, stored.source) == (261, "Illustrative, to be verified")
    assert results(page)[1][2] == "7.74"  # 12,000 h ÷ 1,824 ÷ 0.85


def test_working_time_is_stored_once_it_is_whole(
    page: WorkloadPage, session: CountySession
) -> None:
    times = page.results.times
    session.do(Edit("remove", (Change(TIME, None),)))
    times.setData(times.index(0, 1), "260")
    assert page.unfinished
    assert "fill in all six figures" in page.results.time_note.text()
    page.ask_to_finish()
    assert page.results.currentIndex() == 1
    assert times.write([(0, c, t) for c, t in enumerate(["11", "20", "7", "5", "7"], 2)], "paste")
    assert not page.unfinished
    assert times.text(0, 7) == "1,519"
    assert len(session.county.table(WorkingTime)) == 1


def test_impossible_or_halved_working_time_is_refused(
    page: WorkloadPage, session: CountySession
) -> None:
    times = page.results.times
    for column, text in ((6, "25"), (1, "400"), (1, "many"), (1, ""), (0, "x"), (20, "x")):
        assert not times.write([(0, column, text)], "")
        assert page.bad_cells.isVisible()
        page.bad_cells.hide()
    assert list(session.county.table(WorkingTime).values()) == [TIME]
    assert times.write([(0, column, "") for column in range(1, 7)], "clear")
    assert session.county.table(WorkingTime) == {}


# --- files, and what cannot be done


def test_export_is_imported_again_without_a_change(
    page: WorkloadPage, session: CountySession, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    page.exchange.export_workbook(path)
    assert page.messages.label.text() == f"Written: {path}"
    undone = session.undo_stack.to_undo
    page.exchange.import_workbook(path)
    assert session.undo_stack.to_undo is undone
    assert page.messages.label.text().startswith("3 activities and 1 working times read: 0 changes")


def test_refused_file_is_named_with_its_cells(page: WorkloadPage, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("机构,人员类别,活动种类,活动\n丁,注册护士,服务活动,注射\n", "utf8")
    page.exchange.import_workbook(path)
    assert "a.csv" in page.messages.label.text()
    assert "“丁” is not a facility" in page.bad_cells.cells.item(0).text()
    page.exchange.import_workbook(tmp_path / "none.xlsx")
    assert "does not exist" in page.messages.label.text()
    assert not page.bad_cells.isVisible()


def test_county_without_activities_says_what_to_do(session: CountySession, qtbot: QtBot) -> None:
    page = shown(session, qtbot)
    assert page.stack.currentIndex() == 2
    page.first_line.click()
    assert page.stack.currentIndex() == 0
    assert texts(page, 0)[:3] == ["甲医院", "执业（助理）医师", "服务活动"]


def test_locked_plan_is_only_read(page: WorkloadPage, session: CountySession) -> None:
    session.do(
        Edit("issue", (Change(session.plan, replace(session.plan, state=PlanState.ISSUED)),))
    )
    assert page.model.rowCount() == 3
    assert not page.model.flags(page.model.index(0, NAME)) & Qt.ItemFlag.ItemIsEditable
    actions = (page.add, page.double, page.remove, page.apply_to, page.import_action)
    assert not any(action.isEnabled() for action in actions)
    assert page.export_action.isEnabled()


def test_headings_are_those_of_the_workbook_and_say_what_they_mean(page: WorkloadPage) -> None:
    assert page.model.heading(Field.SHARE) == "占工作时间"
    explained = page.model.headerData(HOURS, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert explained == "个人宽放：承担此项工作的人员全年合计小时数"
