"""What is printed is what the screens show."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.qtbot import QtBot

from db.county_file import create
from db.samples import sample_records
from desktop.background import Task
from desktop.opening import open_session
from desktop.pages.overview import OverviewPage
from desktop.plan_papers import (
    Paper,
    filled_papers,
    middle_year,
    paper_name,
    plan_document,
    saving_of,
    usual_layout,
    version_before,
)
from desktop.session import CountySession
from desktop.tables.allocation_table_model import AllocationTableModel
from desktop.tables.comparison_table_model import ComparisonTableModel, ComparisonTotalsModel
from desktop.tables.finding_table_model import FindingTableModel
from desktop.tables.indicator_table_model import IndicatorColumn, IndicatorTableModel
from desktop.tables.project_table_model import ProjectColumn, ProjectTableModel
from desktop.tables.review_table_model import ReviewTableModel
from models.catalogue import Language
from models.comparison import compare
from models.edits import Change, Edit
from models.figures import BLANK
from models.layout import Layout
from models.measure import Allocation, Basis
from models.plan_document import PaperFormat, PlanTable
from models.plan_versions import copy_plan


@pytest.fixture(params=["dazu", "yanjiang", "wushan"])
def sample(request: pytest.FixtureRequest, qapp: object, tmp_path: Path) -> Iterator[CountySession]:
    """A session on a published plan."""
    path = tmp_path / "县.weigui"
    create(path, sample_records(request.param), "新建")
    session = open_session(path, Language.ZH)
    yield session
    session.close()


def rows(table: PlanTable) -> list[list[str]]:
    return [table.texts(row) for row in table.rows]


def tables(session: CountySession, paper: Paper) -> tuple[PlanTable, ...]:
    return plan_document(session, [paper]).tables


def shown(model: QAbstractItemModel, row: int, columns: list[int]) -> list[str]:
    return [str(model.index(row, column).data() or "") for column in columns]


def all_shown(model: QAbstractItemModel) -> list[list[str]]:
    columns = list(range(model.columnCount()))
    return [shown(model, row, columns) for row in range(model.rowCount())]


def dashed(texts: list[str]) -> list[str]:
    """As on paper, where a blank figure is a dash."""
    return [text or BLANK for text in texts]


# --- every figure on paper is the one on screen


@pytest.mark.parametrize("sample", ["dazu", "yanjiang"], indirect=True)
def test_beds_are_those_of_the_allocation_page(sample: CountySession) -> None:
    layout, model = usual_layout(sample), AllocationTableModel(sample)
    places = {str(model.headerData(row, Qt.Orientation.Vertical)): row
              for row in range(model.rowCount())}  # fmt: skip
    columns = [list(Basis).index(basis) for basis in layout.bases]
    first = 2 if layout is Layout.THREE_COLUMN else 1
    printed = [row for table in tables(sample, Paper(layout)) for row in rows(table)]
    on_screen = [
        (row[first - 1], row[first : first + len(columns)])
        for row in printed
        if row[first - 1] in places
    ]
    assert len(on_screen) == len(sample.county.facilities)
    for name, figures in on_screen:
        assert figures == dashed(shown(model, places[name], columns)), name
    role = Qt.ItemDataRole.DisplayRole
    totals = [str(model.total_data(column, role) or "") for column in columns]
    assert printed[-1][first : first + len(columns)] == dashed(totals)


def test_indicators_are_those_of_the_indicators_page(sample: CountySession) -> None:
    model = IndicatorTableModel(sample)
    columns = [IndicatorColumn.NUMBER, IndicatorColumn.BASELINE, IndicatorColumn.TARGET]
    (table,) = tables(sample, Paper.INDICATORS)
    for row, texts in enumerate(rows(table)):
        printed = [texts[1], texts[-3].strip(), texts[-2].strip()]
        assert printed == [shown(model, row, columns)[0], *dashed(shown(model, row, columns[1:]))]


@pytest.mark.parametrize("sample", ["wushan"], indirect=True)
def test_projects_are_those_of_the_projects_page(sample: CountySession) -> None:
    model = ProjectTableModel(sample)
    total, *printed = rows(tables(sample, Paper.PROJECTS)[0])
    columns = [ProjectColumn.NAME, ProjectColumn.TOTAL, ProjectColumn.WITHIN]
    for row, texts in enumerate(printed):
        name, *money = shown(model, row, columns)
        assert [texts[1], texts[5], texts[6]] == [name, *dashed(money)]
    assert total[5:7] == ["412749", "276349"]  # of Wushan, as its plan prints


@pytest.mark.parametrize("sample", ["dazu", "yanjiang"], indirect=True)
def test_the_summary_is_that_of_the_overview_page(sample: CountySession, qtbot: QtBot) -> None:
    page = OverviewPage(sample)
    qtbot.addWidget(page)
    page.refresh_if_stale()
    page.classes.selectAll()
    (table,) = tables(sample, Paper.SUMMARY)
    marks = ("≠ ", " ※")
    on_screen = [
        [text.removeprefix(marks[0]).removesuffix(marks[1]) for text in row[1:]]
        for row in all_shown(page.classes.model())
    ]
    assert [row[1:] for row in rows(table)] == on_screen


def test_findings_are_those_of_the_findings_page(sample: CountySession) -> None:
    (table,) = tables(sample, Paper.FINDINGS)
    on_screen = all_shown(FindingTableModel(sample))
    assert on_screen
    assert [[t.replace(BLANK, "") for t in row[:-1]] for row in rows(table)] == [
        [text.replace(BLANK, "") for text in row] for row in on_screen
    ]


def test_the_review_is_that_of_its_dialog(sample: CountySession) -> None:
    (table,) = tables(sample, Paper.REVIEW)
    model = ReviewTableModel(sample, middle_year(sample.plan))
    for printed, on_screen in zip(rows(table), all_shown(model), strict=True):
        assert [t.strip() for t in printed] == [
            on_screen[0], on_screen[1].strip(), *dashed([t.strip() for t in on_screen[2:7]]),
            *on_screen[7:],
        ]  # fmt: skip


def test_versions_differ_as_on_the_versions_page(dazu: CountySession) -> None:
    first = dazu.plan
    assert dazu.do(copy_plan(dazu.county, first.id, name="二稿", date="", label="复制"))
    dazu.choose_plan(dazu.county.plans[-1].id)
    column = dazu.county.column(dazu.plan.id, "beds", Basis.PLANNED, 2025)
    one, other, *_ = column.values()
    changed = Allocation(*one.key, one.value + Decimal("2.5"), one.origin)
    assert dazu.do(Edit("改", [Change(one, changed), Change(other, None)]))
    totals, cells = tables(dazu, Paper.COMPARISON)
    found = compare(dazu.county, first.id, dazu.plan.id, dazu.catalogue.measures)
    cell_model, total_model = ComparisonTableModel(dazu), ComparisonTotalsModel(dazu)
    cell_model.show_comparison(found)
    total_model.show_comparison(found)
    assert len(cells.rows) == 2
    assert [row[:7] for row in rows(cells)] == [row[:7] for row in all_shown(cell_model)]
    assert rows(totals) == all_shown(total_model)
    assert "+2.5" in [row[6] for row in rows(cells)]


# --- what there is to print


def test_papers_without_anything_to_print_are_left_out(sample: CountySession) -> None:
    papers = filled_papers(sample)
    assert (Paper.PROJECTS in papers) is bool(sample.county.projects(sample.plan.id))
    assert (Paper.SUMMARY in papers) is bool(sample.county.facilities)
    assert Paper.COMPARISON not in papers
    assert all(plan_document(sample, [paper]).tables[0].rows for paper in papers)


def test_a_version_is_compared_with_the_one_before(session: CountySession) -> None:
    first = session.plan
    assert version_before(session) is None
    assert session.do(copy_plan(session.county, first.id, name="二稿", date="", label="复制"))
    session.choose_plan(session.county.plans[-1].id)
    assert version_before(session) == first
    assert Paper.COMPARISON in filled_papers(session)


def test_published_tables_are_numbered_and_reports_are_not(session: CountySession) -> None:
    plan = plan_document(session, [Paper.INDICATORS, Paper.REVIEW])
    assert (plan.title, plan.is_numbered) == ("测试县规划", True)
    report = plan_document(session, [Paper.REVIEW], year=2024)
    assert (report.title, report.is_numbered) == ("测试县2024年规划中期评估表", False)


def test_every_paper_has_a_name(qapp: object) -> None:
    names = [paper_name(paper) for paper in Paper]
    assert len(set(names)) == len(names)


def test_a_cancelled_document_is_not_written(session: CountySession, tmp_path: Path) -> None:
    """Given up while it is set: the step itself cannot be stopped."""
    document = plan_document(session, [Paper.SUMMARY])
    task = Task(saving_of(document, tmp_path / "表.xlsx", PaperFormat.XLSX))
    task.progressed.connect(lambda done, total: task.cancel())
    ended: list[str] = []
    task.cancelled.connect(lambda: ended.append("cancelled"))
    task.run()
    assert ended == ["cancelled"]
    assert list(tmp_path.glob("*.xlsx")) == []
