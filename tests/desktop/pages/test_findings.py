"""The Findings page: follows each edit, says why, leads to where it can be mended."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDateTime, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.dialogs.finding_changes_dialog import FindingChangesDialog
from desktop.dialogs.rule_decisions import AnswerDialog
from desktop.finding_wording import FindingColumn
from desktop.pages.findings import FindingsPage
from desktop.session import CountySession
from models.edits import Change, Edit
from models.measure import Allocation, Basis, Origin
from models.rules.rule import Finding

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def page(qtbot: QtBot, session: CountySession) -> FindingsPage:
    page = FindingsPage(session)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


def figure(session: CountySession, facility: str, measure: str, value: int | None) -> Change:
    key = ("plan", facility, measure, Basis.PLANNED, 2025)
    before = session.county.table(Allocation).get(key)
    after = None if value is None else Allocation(*key, Decimal(value), Origin.PLANNER)
    return Change(before, after)


def do(session: CountySession, *changes: Change) -> None:
    assert session.do(Edit("set", changes))


def shown(page: FindingsPage, column: FindingColumn) -> list[str]:
    """The cells of the findings; not of the rules that could not be computed."""
    rows = range(page.proxy.rowCount())
    computed = [r for r in rows if not page.proxy.index(r, 0).data().startswith("?")]
    return [str(page.proxy.index(row, column).data()) for row in computed]


def not_computed(page: FindingsPage) -> list[str]:
    rows = range(page.proxy.rowCount())
    marked = [r for r in rows if page.proxy.index(r, 0).data().startswith("?")]
    return [str(page.proxy.index(row, FindingColumn.RULE).data()) for row in marked]


def rules_and_subjects(page: FindingsPage) -> Sequence[tuple[str, str]]:
    rows = range(page.model.rowCount())
    return [
        (f.rule.id, f.subject.id) for f in map(page.model.row_at, rows) if isinstance(f, Finding)
    ]


def test_a_finding_has_its_figures_limit_shortfall_and_source(page: FindingsPage) -> None:
    # Only the far town is outside ten kilometres; nothing is known of staff yet.
    assert shown(page, FindingColumn.SUBJECT) == ["远镇"]
    assert shown(page, FindingColumn.RULE) == ["急救半径（农村）"]
    assert "40,000" in shown(page, FindingColumn.SHORTFALL)[0]
    assert shown(page, FindingColumn.SEVERITY)[0].startswith("!")
    assert "第一条" in shown(page, FindingColumn.SOURCE)[0]


def test_an_edit_shows_at_once_and_errors_come_first(
    page: FindingsPage, session: CountySession
) -> None:
    do(session, figure(session, "h", "health-personnel", 690))
    marks = [text[0] for text in shown(page, FindingColumn.SEVERITY)]
    assert marks == ["✕", "✕", "!"]  # the county, the hospital, the far town
    assert shown(page, FindingColumn.MEASURED)[:2] == ["1:1.38", "1:1.38"]
    assert shown(page, FindingColumn.SHORTFALL)[0].startswith("10 人")
    session.undo()
    assert len(shown(page, FindingColumn.SEVERITY)) == 1


def test_the_rows_are_those_of_a_new_evaluation_after_any_edit(
    page: FindingsPage, session: CountySession
) -> None:
    for edits in (
        [("h", "health-personnel", 690), ("b", "health-personnel", 10)],
        [("h", "beds", 100), ("c", "nurses", 1), ("c", "physicians", 9)],
        [("h", "health-personnel", 140), ("c", "health-personnel", 1)],
        [("h", "health-personnel", None), ("b", "health-personnel", 900)],
    ):
        do(session, *(figure(session, *edit) for edit in edits))
        expected = [(f.rule.id, f.subject.id) for f in session.evaluation.findings]
        assert rules_and_subjects(page) == expected
        page.table.sortByColumn(FindingColumn.SUBJECT, Qt.SortOrder.DescendingOrder)


def test_the_selection_stays_on_its_finding(page: FindingsPage, session: CountySession) -> None:
    page.table.choose(0)
    assert "远镇" in page.panel.toPlainText()
    do(session, figure(session, "h", "health-personnel", 690))
    assert page.table.chosen == 2
    assert "远镇" in page.panel.toPlainText()


def test_why_shows_the_arithmetic_with_the_figures_of_now(
    page: FindingsPage, session: CountySession
) -> None:
    do(session, figure(session, "b", "health-personnel", 10))
    page.show_target(("rule", "test.staff-per-bed"))
    page.table.choose(1)
    text = page.panel.toPlainText()
    assert "乙卫生院" in text
    for part in ("40 张", "10 人", "1.4 × 40 = 56", "46 人"):
        assert part in text
    do(session, figure(session, "b", "health-personnel", 20))
    assert "36 人" in page.panel.toPlainText()


def test_filters_by_severity_rule_and_text(page: FindingsPage, session: CountySession) -> None:
    do(
        session,
        figure(session, "h", "health-personnel", 690),
        figure(session, "b", "physicians", 1),
    )
    page.show_target(("severity", "error"))
    assert {text[0] for text in shown(page, FindingColumn.SEVERITY)} == {"✕"}
    page.show_target(("severity", "warning"))
    assert {text[0] for text in shown(page, FindingColumn.SEVERITY)} == {"!"}
    page.show_target(("rule", "test.physicians-per-bed"))
    assert set(shown(page, FindingColumn.RULE)) == {"床医比"}
    page.groups.setCurrentRow(0)
    page.search.setText("乙卫生")
    assert shown(page, FindingColumn.SUBJECT) == ["乙卫生院"]


@pytest.mark.parametrize(
    ("rule_id", "row", "expected"),
    [
        ("test.staff-per-bed", 0, ["indicators", ("rule", "test.staff-per-bed")]),
        ("test.staff-per-bed", 1, ["allocation", ("cell", "h", "health-personnel", "planned")]),
        ("test.radius-rural", 0, ["coverage", ("division", "500999101")]),
    ],
)
def test_enter_goes_where_it_can_be_mended(
    page: FindingsPage,
    session: CountySession,
    qtbot: QtBot,
    rule_id: str,
    row: int,
    expected: list[object],
) -> None:
    do(session, figure(session, "h", "health-personnel", 690))
    page.show_target(("rule", rule_id))
    page.table.choose(row)
    with qtbot.waitSignal(page.navigate) as caught:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert caught.args == expected


def test_no_finding_is_told_apart_from_not_computed(
    page: FindingsPage, session: CountySession
) -> None:
    county = session.county
    near = county.division("500999101")
    moved = type(near)(
        near.code, near.name, near.kind, near.parent, near.urban, 105.71, 29.7,
        population=near.population,
    )  # fmt: skip
    assert session.do(Edit("move", (Change(near, moved),)))
    assert shown(page, FindingColumn.RULE) == []
    assert any("床人比" in text for text in not_computed(page))  # has no staff figures yet
    assert not any("每千人口床位数" in text for text in not_computed(page))
    page.table.choose(0)
    assert "不等于达标" in page.panel.toPlainText() or "no pass" in page.panel.toPlainText()


def test_a_filter_that_fits_nothing_says_so(page: FindingsPage) -> None:
    page.search.setText("nothing like this")
    assert page.empty.isVisible()
    page.search.clear()
    assert not page.empty.isVisible()


def test_while_hidden_nothing_is_read_and_showing_catches_up(
    page: FindingsPage, session: CountySession
) -> None:
    page.hide()
    do(session, figure(session, "h", "health-personnel", 690))
    assert len(shown(page, FindingColumn.RULE)) == 1
    page.show()
    assert len(shown(page, FindingColumn.RULE)) == 3


def test_figures_sort_by_size(page: FindingsPage, session: CountySession) -> None:
    changes = [figure(session, f, "health-personnel", n) for f, n in (("h", 690), ("b", 10))]
    do(session, *changes)
    page.table.sortByColumn(FindingColumn.SHORTFALL, Qt.SortOrder.AscendingOrder)
    first = shown(page, FindingColumn.SHORTFALL)
    numbers = [int(text.split()[0].replace(",", "")) for text in first]
    assert numbers == sorted(numbers)


def test_chosen_findings_are_copied(page: FindingsPage, qtbot: QtBot) -> None:
    page.table.choose(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert "远镇" in lines[1].split("\t")


def test_findings_are_grouped_with_their_numbers(
    page: FindingsPage, session: CountySession
) -> None:
    do(session, figure(session, "h", "health-personnel", 690))
    assert page.groups.item(0).text().endswith(str(page.model.rowCount()))
    page.grouping.setCurrentIndex(1)
    names = [page.groups.item(n).text() for n in range(page.groups.count())]
    assert any(name.startswith("远镇") and name.endswith(" 1") for name in names)
    page.groups.setCurrentRow(next(n for n, name in enumerate(names) if name.startswith("远镇")))
    assert shown(page, FindingColumn.SUBJECT) == ["远镇"]
    page.grouping.setCurrentIndex(2)
    assert shown(page, FindingColumn.RULE) != []


def test_findings_are_acknowledged_with_one_reason_and_undone(
    page: FindingsPage, session: CountySession, qtbot: QtBot
) -> None:
    do(session, figure(session, "h", "health-personnel", 690))
    page.severity.setCurrentIndex(page.severity.findData("error"))
    page.table.selectAll()
    page.ask_for_reason()
    (dialog,) = page.findChildren(AnswerDialog)
    dialog.line.setText("正在招聘")
    dialog.accept()
    states = shown(page, FindingColumn.STATE)
    assert len(states) == 2
    assert all(states)
    page.table.choose(0)
    assert "正在招聘" in page.panel.toPlainText()
    page.acknowledged.setCurrentIndex(1)
    assert shown(page, FindingColumn.RULE) == []
    page.acknowledged.setCurrentIndex(0)
    do(session, figure(session, "h", "health-personnel", 680))
    changed = shown(page, FindingColumn.STATE)
    assert changed != states
    session.undo()
    session.undo()
    assert shown(page, FindingColumn.STATE) == ["", ""]


def test_a_suggested_fix_is_one_undoable_step(page: FindingsPage, session: CountySession) -> None:
    do(session, figure(session, "b", "health-personnel", 10))
    page.show_target(("rule", "test.staff-per-bed"))
    page.table.choose(1)
    page.panel.anchorClicked.emit(QUrl("suggest:"))
    assert "10 → 56" in page.panel.toPlainText()  # 1.4 × 40 beds
    page.panel.anchorClicked.emit(QUrl("fix:0"))
    value = session.county.allocation("plan", "b", "health-personnel", Basis.PLANNED, 2025)
    assert value is not None
    assert value.value == 56
    assert session.undo()
    value = session.county.allocation("plan", "b", "health-personnel", Basis.PLANNED, 2025)
    assert value is not None
    assert value.value == 10


def test_changes_since_the_file_was_made_are_told(
    page: FindingsPage, session: CountySession
) -> None:
    do(session, figure(session, "h", "health-personnel", 690))
    dialog = FindingChangesDialog(session, page)
    dialog.since.setCurrentIndex(3)
    kinds = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert len(kinds) == 2  # the county and the hospital; the far town was there before
    assert len(set(kinds)) == 1
    session.undo()
    dialog.compare()
    assert dialog.table.rowCount() == 0


def test_changes_since_a_chosen_time_are_told(page: FindingsPage, session: CountySession) -> None:
    dialog = FindingChangesDialog(session, page)
    dialog.show()
    assert not dialog.moment.isVisible()
    dialog.since.setCurrentIndex(4)
    assert dialog.moment.isVisible()
    dialog.moment.setDateTime(QDateTime.currentDateTime().addSecs(-3600))
    do(session, figure(session, "h", "health-personnel", 690))
    dialog.compare()
    assert dialog.table.rowCount() == 2  # the county and the hospital, an hour after that time


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_findings_are_exported_with_their_reasons(
    page: FindingsPage, session: CountySession, tmp_path: Path, ending: str
) -> None:
    page.table.choose(0)
    page._acknowledge(page.chosen_findings(), "山区，另行安排")
    path = tmp_path / f"检查{ending}"
    page.export(path)
    if ending == ".csv":
        text = path.read_text("utf-8-sig")
    else:
        sheet = load_workbook(path).worksheets[0]
        text = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "远镇" in text
    assert "山区，另行安排" in text
