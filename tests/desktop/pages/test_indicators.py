"""The Indicators page: printed beside computed, at once after each edit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.pages.indicators import IndicatorsPage
from desktop.session import CountySession
from desktop.tables.indicator_table_model import IndicatorColumn
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.indicator_progress import IndicatorState
from models.measure import Allocation, Basis, Origin
from models.plan import Indicator, IndicatorValue, Nature
from models.rules.evaluate import Evaluation

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def page(qtbot: QtBot, session: CountySession) -> IndicatorsPage:
    page = IndicatorsPage(session)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


def cell(page: IndicatorsPage, row: int, column: IndicatorColumn) -> str:
    return str(page.model.index(row, column).data())


def set_figure(session: CountySession, facility: str, measure: str, value: int) -> None:
    key = ("plan", facility, measure, Basis.PLANNED, 2025)
    before = session.county.table(Allocation).get(key)
    after = Allocation(*key, Decimal(value), Origin.PLANNER)
    assert session.do(Edit("set", (Change(before, after),)))


def test_printed_rows_stand_first_and_text_rules_after_them(page: IndicatorsPage) -> None:
    names = [cell(page, row, IndicatorColumn.NAME).strip() for row in range(page.model.rowCount())]
    assert names == [
        "每千人口床位数（张）",
        "其中：公立医院",
        "床人比",
        "床医比",
        "医护比",
        "急救半径（农村）",
    ]


def test_a_sub_row_is_indented(page: IndicatorsPage) -> None:
    assert cell(page, 1, IndicatorColumn.NAME) == "\u3000其中：公立医院"


def test_a_rate_is_computed_for_both_years_beside_the_printed_figures(
    page: IndicatorsPage,
) -> None:
    assert cell(page, 0, IndicatorColumn.BASELINE) == "5.5"
    assert cell(page, 0, IndicatorColumn.TARGET) == "6"
    assert cell(page, 0, IndicatorColumn.BASELINE_NOW) == "5.50"  # 550 authorised ÷ 100,000
    assert cell(page, 0, IndicatorColumn.PLANNED_NOW) == "6.60"
    assert cell(page, 0, IndicatorColumn.STATE).startswith("✓")
    assert cell(page, 0, IndicatorColumn.FILLED) == "4/4"


def test_an_edit_shows_at_once_with_its_gap_in_whole_beds(
    page: IndicatorsPage, session: CountySession
) -> None:
    set_figure(session, "h", "beds", 439)
    assert cell(page, 0, IndicatorColumn.PLANNED_NOW) == "5.99"
    assert cell(page, 0, IndicatorColumn.STATE).startswith("!")
    assert cell(page, 0, IndicatorColumn.GAP) == "1 张"
    session.undo()
    assert cell(page, 0, IndicatorColumn.STATE).startswith("✓")
    assert cell(page, 0, IndicatorColumn.GAP) == ""


def test_edits_made_on_another_page_show_when_this_one_comes_back(
    page: IndicatorsPage, session: CountySession
) -> None:
    page.table.choose(2)
    page.hide()
    set_figure(session, "h", "beds", 500)
    set_figure(session, "h", "beds", 439)
    assert page.model.computed(0).state is IndicatorState.HOLDS  # not looked at meanwhile
    page.show()
    assert cell(page, 0, IndicatorColumn.PLANNED_NOW) == "5.99"
    assert page.table.chosen == 2


def test_a_missed_binding_ratio_is_marked_as_an_error_and_written_as_printed(
    page: IndicatorsPage, session: CountySession
) -> None:
    set_figure(session, "h", "health-personnel", 650)
    assert cell(page, 2, IndicatorColumn.PLANNED_NOW) == "1:1.30"
    assert cell(page, 2, IndicatorColumn.STATE).startswith("✕")
    assert cell(page, 2, IndicatorColumn.GAP) == "50 名"
    assert cell(page, 2, IndicatorColumn.FILLED) == "1/4"


def test_a_row_that_cannot_be_computed_says_so(page: IndicatorsPage) -> None:
    assert page.model.computed(1).state is IndicatorState.NOT_ENTERED
    assert cell(page, 1, IndicatorColumn.STATE) != ""
    assert page.model.computed(2).state is IndicatorState.NO_FIGURES
    page.table.choose(1)
    assert page.tr("Not computed") in page.panel.toPlainText()


def test_only_rows_that_read_the_measure_are_computed_again(
    page: IndicatorsPage, session: CountySession
) -> None:
    before = [page.model.computed(row) for row in range(page.model.rowCount())]
    set_figure(session, "h", "physicians", 240)
    after = [page.model.computed(row) for row in range(page.model.rowCount())]
    same = [a is b for a, b in zip(before, after, strict=True)]
    assert same == [True, True, True, False, False, True]


def test_only_rows_that_an_edit_changed_are_painted_anew(
    page: IndicatorsPage, session: CountySession
) -> None:
    painted: list[int] = []
    page.model.dataChanged.connect(lambda first, last: painted.append(first.row()))
    set_figure(session, "h", "nurses", 300)  # read by one rule, which lacks physicians
    assert set(painted) <= {4}
    set_figure(session, "h", "beds", 439)
    assert 0 in painted
    assert 5 not in painted


def test_a_value_entered_for_a_row_shows_with_its_year_and_progress(
    page: IndicatorsPage, session: CountySession
) -> None:
    value = IndicatorValue("plan", "i3", 2022, Decimal("1.25"), "年报", "初步")
    page.table.choose(2)
    assert session.do(Edit("enter", (Change(None, value),)))
    assert cell(page, 2, IndicatorColumn.PLANNED_NOW) == "1:1.25 (2022)"
    assert cell(page, 2, IndicatorColumn.PROGRESS) == "25%"  # (1.25 − 1.2) ÷ (1.4 − 1.2)
    assert cell(page, 2, IndicatorColumn.GAP) == "0.15"
    assert page.table.chosen == 2  # the table was not read again
    text = page.panel.toPlainText()
    assert "2022: 1:1.25 · 年报 · 初步" in text
    assert "Cannot be computed, because" in text


def test_a_new_facility_is_counted_and_the_selection_stays(
    page: IndicatorsPage, session: CountySession
) -> None:
    page.table.choose(2)
    new = Facility("n", "新医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
    assert session.do(Edit("add", (Change(None, new),)))
    assert cell(page, 0, IndicatorColumn.FILLED) == "4/5"
    assert page.table.chosen == 2


def test_the_panel_names_the_figures_and_that_the_population_is_of_an_earlier_year(
    page: IndicatorsPage,
) -> None:
    page.table.choose(0)
    text = page.panel.toPlainText()
    assert "660" in text
    assert "100,000" in text
    assert "none of 2025 is known" in text
    assert "测试规划" in text


def test_search_and_filters_leave_the_rows_that_fit(
    page: IndicatorsPage, session: CountySession
) -> None:
    page.search.setText("医")
    assert page.proxy.rowCount() == 3
    page.search.clear()
    page.nature.setCurrentIndex(page.nature.findData(Nature.BINDING))
    assert page.proxy.rowCount() == 1
    page.nature.setCurrentIndex(0)
    page.missed_only.setChecked(True)
    shown = page.proxy.rowCount()
    set_figure(session, "h", "beds", 100)
    assert page.proxy.rowCount() == shown + 1


def test_a_rule_can_be_pointed_at_even_if_a_filter_hides_it(page: IndicatorsPage) -> None:
    page.search.setText("nothing like this")
    page.show_target(("rule", "test.staff-per-bed"))
    assert page.table.chosen == 2


def test_chosen_rows_are_copied_under_their_headings(page: IndicatorsPage, qtbot: QtBot) -> None:
    page.table.choose(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[1].split("\t")[IndicatorColumn.PLANNED_NOW] == "6.60"


def test_the_way_to_the_facilities_that_miss_a_ratio(
    page: IndicatorsPage, session: CountySession, qtbot: QtBot
) -> None:
    set_figure(session, "h", "health-personnel", 650)
    page.table.choose(2)
    assert "findings:test.staff-per-bed" in page.panel.toHtml()
    with qtbot.waitSignal(page.navigate) as caught:
        page.panel.anchorClicked.emit(QUrl("findings:test.staff-per-bed"))
    assert caught.args == ["findings", ("rule", "test.staff-per-bed")]


def test_per_hundred_beds_is_shown_as_printed(qtbot: QtBot, dazu: CountySession) -> None:
    page = IndicatorsPage(dazu)
    qtbot.addWidget(page)
    row = page.model.row_of_rule("dazu.clinical-pharmacists")
    assert row is not None
    hospital = dazu.county.facilities[0]
    plan = dazu.plan
    figures = [
        Allocation(
            plan.id, hospital.id, measure, Basis.PLANNED, plan.target_year, Decimal(value),
            Origin.PLANNER,
        )
        for measure, value in (("clinical-pharmacists", 6),)
    ]  # fmt: skip
    assert dazu.do(Edit("set", tuple(Change(None, f) for f in figures)))
    assert cell(page, row, IndicatorColumn.PLANNED_NOW) == "0.5"  # 6 for 1,200 beds


def test_a_unit_of_the_tables_own_column_stands_behind_the_name(
    page: IndicatorsPage, session: CountySession
) -> None:
    row = Indicator("u", "plan", 9, "9", "医师数", "资源", "1", "2", Nature.EXPECTED, unit="人")
    assert session.do(Edit("add", (Change(None, row),)))
    names = [page.model.index(r, IndicatorColumn.NAME).data() for r in range(page.model.rowCount())]
    assert "医师数（人）" in names


def test_a_plan_without_indicators_says_how_it_gets_some(
    qtbot: QtBot, session: CountySession
) -> None:
    printed = sorted(
        session.county.table(Indicator).values(), key=lambda row: row.parent is not None
    )
    changes = tuple(Change(row, None) for row in reversed(printed))  # parts before their whole
    assert session.do(Edit("remove", changes))
    session.evaluation = Evaluation(session.county, session.plan, ())
    page = IndicatorsPage(session)
    qtbot.addWidget(page)
    page.show()
    assert page.model.rowCount() == 0
    assert "Import a table of indicators" in page.summary.text()
