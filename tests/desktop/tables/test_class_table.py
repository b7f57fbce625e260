from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.session import CountySession
from desktop.tables.class_table import ClassTable
from desktop.tables.clipboard import from_text
from models.edits import Edit, add
from models.measure import Basis
from models.plan import Population, PopulationGroup, PublishedFigure
from models.summary import class_summaries, year_of


@pytest.fixture
def table(session: CountySession, qtbot: QtBot) -> ClassTable:
    table = ClassTable(session)
    qtbot.addWidget(table)
    return table


def show(table: ClassTable, session: CountySession) -> None:
    def people(basis: Basis) -> Population | None:
        return session.county.population(year_of(session.plan, basis), PopulationGroup.RESIDENT)

    table.show_rows(class_summaries(session.county, session.plan), people)


def text(table: ClassTable, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def tooltip(table: ClassTable, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.toolTip()


def test_classes_have_their_subtotals_and_the_county_comes_last(
    table: ClassTable, session: CountySession
) -> None:
    show(table, session)
    cells = [[text(table, r, c) for c in range(8)] for r in range(3)]
    assert cells[0] == ["医院", "2 ※", "500", "450", "600", "+100", "5.00", "6.00"]
    assert cells[1][1:6] == ["2", "50", "55", "60", "+10"]
    assert cells[2][2:6] == ["550", "505", "660", "+110"]


def test_a_sum_that_the_plan_prints_otherwise_is_marked_and_explained(
    table: ClassTable, session: CountySession
) -> None:
    cells = [("全县", "beds planned 2025", "660"), ("医院", "beds planned 2025", "590")]
    figures = [
        PublishedFigure("plan", "bed-standard", row, column, order, printed)
        for order, (row, column, printed) in enumerate(cells)
    ]
    session.do(Edit("import", add(*figures)))
    show(table, session)
    assert text(table, 0, 4) == "≠ 600"
    assert "590" in tooltip(table, 0, 4)
    assert text(table, 2, 4) == "660"


def test_a_rate_says_its_figures_and_where_the_people_come_from(
    table: ClassTable, session: CountySession
) -> None:
    show(table, session)
    assert "600" in tooltip(table, 0, 7)
    assert "100,000" in tooltip(table, 0, 7)
    assert "录入" in tooltip(table, 0, 7)


def test_the_table_is_copied_with_headings_and_without_marks(
    table: ClassTable, session: CountySession
) -> None:
    show(table, session)
    table.copy()
    cells = from_text(QGuiApplication.clipboard().text())
    assert cells[0][4] == "规划 2025 (张)"
    assert cells[1][:3] == ["医院", "2", "500"]
