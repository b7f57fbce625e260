"""An edit with all that follows it: file, journal, memory, findings, and the window drawn anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.main_window import MainWindow
from desktop.pages.allocation import AllocationPage
from desktop.session import CountySession
from desktop.tables.allocation_cells import AllocationCells
from desktop.tables.allocation_columns import Column
from desktop.tables.allocation_looks import AllocationLooks
from desktop.tables.allocation_rows import Grouping, Row
from desktop.tables.allocation_table_view import ROW_HEIGHT
from models.county import cell_change
from models.edits import Edit
from models.measure import Allocation, Basis, Origin
from models.rules.evaluate import Evaluation
from models.rules.rule import Rule

WindowOn = Callable[[int], MainWindow]
KEY = ("plan", "f00000", "beds", Basis.PLANNED, 2025)
PERSONNEL = 5  # the first of the columns of planned staff, which have no computed ones between


def edit_a_cell(session: CountySession) -> None:
    """The planned beds of the first hospital, until the window is painted."""
    before = session.county.allocation(*KEY)
    assert before is not None
    after = Allocation(*KEY, before.value % 900 + 1, Origin.PLANNER)
    change = cell_change(session.county, KEY, after)
    assert change is not None
    assert session.do(Edit("造", (change,)))
    QApplication.processEvents()


@pytest.mark.parametrize("facilities", [50, 2000])
@pytest.mark.parametrize(
    "page",
    [
        "allocation", "overview", "indicators", "findings", "rules", "coverage", "workload",
        "charts", "divisions", "versions",
    ],
)  # fmt: skip
def test_one_cell(
    benchmark: BenchmarkFixture, window_on: WindowOn, page: str, facilities: int
) -> None:
    """The planned beds of one hospital, which most rules read, with one page in front."""
    window = window_on(facilities)
    assert window.session is not None
    assert window.workspace is not None
    session = window.session
    window.workspace.show_page(page)
    QApplication.processEvents()

    benchmark.pedantic(lambda: edit_a_cell(session), rounds=30, warmup_rounds=3)
    fresh = Evaluation(session.county, session.plan, session.rules)
    assert session.evaluation.findings == fresh.findings


@pytest.mark.parametrize("page", ["allocation", "overview", "indicators", "findings"])
def test_one_cell_by_every_rule(
    benchmark: BenchmarkFixture, window_on: WindowOn, every_rule: list[Rule], page: str
) -> None:
    """The same with 2,000 facilities and every rule of the five plans and the norms in use."""
    window = window_on(2000)
    assert window.session is not None
    assert window.workspace is not None
    session, usual = window.session, window.session.evaluation
    session.evaluation = Evaluation(session.county, session.plan, every_rule)
    session.plan_changed.emit()
    window.workspace.show_page(page)
    QApplication.processEvents()
    benchmark.pedantic(lambda: edit_a_cell(session), rounds=30, warmup_rounds=3)
    fresh = Evaluation(session.county, session.plan, session.rules)
    assert session.evaluation.findings == fresh.findings
    session.evaluation = Evaluation(session.county, session.plan, usual.rules)
    session.plan_changed.emit()


@pytest.mark.parametrize("facilities", [2000])
def test_paste_of_1000_cells(
    benchmark: BenchmarkFixture, window_on: WindowOn, facilities: int
) -> None:
    """The planned staff of 250 hospitals in four cadres."""
    window = window_on(facilities)
    assert window.session is not None
    assert window.workspace is not None
    window.workspace.show_page("allocation")
    page = window.workspace.pages["allocation"]
    assert isinstance(page, AllocationPage)
    pasted: list[int] = []

    def put_on_clipboard() -> None:
        pasted.append(100 + len(pasted))
        QGuiApplication.clipboard().setText("\n".join(["\t".join([str(pasted[-1])] * 4)] * 250))
        page.view.go_to(1, PERSONNEL)
        QApplication.processEvents()

    def paste() -> None:
        page.view.paste()
        QApplication.processEvents()

    before = len(window.session.file.journal())
    benchmark.pedantic(paste, setup=put_on_clipboard, rounds=5, warmup_rounds=1)
    assert len(window.session.file.journal()) == before + len(pasted)
    column = window.session.county.column("plan", "physicians", Basis.PLANNED, 2025)
    assert sum(a.value == pasted[-1] for a in column.values()) >= 250


def allocation_page(window: MainWindow) -> AllocationPage:
    assert window.workspace is not None
    window.workspace.show_page("allocation")
    page = window.workspace.pages["allocation"]
    assert isinstance(page, AllocationPage)
    return page


@pytest.mark.parametrize("facilities", [2000])
def test_paste_of_2000_x_10_cells(
    benchmark: BenchmarkFixture, window_on: WindowOn, facilities: int
) -> None:
    """The planned staff of every facility in ten cadres."""
    window = window_on(facilities)
    page = allocation_page(window)
    page.model.group_by(Grouping.NOTHING)
    pasted: list[int] = []

    def put_on_clipboard() -> None:
        pasted.append(30 + len(pasted))
        block = "\n".join(["\t".join([str(pasted[-1])] * 10)] * facilities)
        QGuiApplication.clipboard().setText(block)
        page.view.go_to(0, PERSONNEL)
        QApplication.processEvents()

    def paste() -> None:
        page.view.paste()
        QApplication.processEvents()

    assert window.session is not None
    benchmark.pedantic(paste, setup=put_on_clipboard, rounds=3, warmup_rounds=1)
    columns = page.model.columns[PERSONNEL : PERSONNEL + 10]
    page.model.group_by(Grouping.CLASS)
    for column in columns:
        cells = window.session.county.column("plan", column.measure, column.basis, column.year)
        assert [a.value for a in cells.values()] == [pasted[-1]] * facilities


@pytest.mark.parametrize("facilities", [2000])
def test_scrolling(
    benchmark: BenchmarkFixture,
    window_on: WindowOn,
    facilities: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One page of rows down, over and over; only the cells in sight are asked of the model."""
    page = allocation_page(window_on(facilities))
    view, bar = page.view, page.view.verticalScrollBar()
    asked: set[tuple[Row, Column]] = set()
    data = AllocationLooks.data

    def counting(
        looks: AllocationLooks, cells: AllocationCells, row: Row | None, column: Column, role: int
    ) -> object:
        if row is not None:  # the total
            asked.add((row, column))
        return data(looks, cells, row, column, role)

    monkeypatch.setattr(AllocationLooks, "data", counting)
    in_sight = (view.viewport().height() // ROW_HEIGHT + 2) * page.model.columnCount()
    most = 0

    def scroll() -> None:
        nonlocal most
        asked.clear()
        bar.setValue(0 if bar.value() == bar.maximum() else bar.value() + bar.pageStep())
        QApplication.processEvents()
        most = max(most, len(asked))

    benchmark.pedantic(scroll, rounds=60, warmup_rounds=3)
    benchmark.extra_info["cells_asked_per_frame"] = most
    assert 0 < most <= in_sight
