from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.session import CountySession
from desktop.tables.project_table_model import ProjectColumn, ProjectFilter, ProjectTableModel
from models.edits import Change, Edit, add, remove
from models.facility import Facility
from models.plan import Project

ONE = Project("1", "plan", 1, "1", "甲医院扩建", "续建", "住院楼8000平方米", "2021—2023",
              Decimal("1200.50"), Decimal(800), "h", "分两期", "表3 第1行")  # fmt: skip
TWO = Project("2", "plan", 2, "2", "救护车购置", "单纯购置", total_investment=Decimal(90))
TEN = Project("3", "plan", 3, "10", "信息平台", total_investment=Decimal(10000))


@pytest.fixture
def model(session: CountySession, qtbot: QtBot) -> ProjectTableModel:
    assert session.do(Edit("add", add(ONE, TWO, TEN)))
    model = ProjectTableModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    session.changed.connect(model.follow)
    return model


def texts(model: ProjectTableModel | ProjectFilter, column: ProjectColumn) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_a_row_shows_every_field_exactly(model: ProjectTableModel) -> None:
    assert [model.index(0, column).data() for column in ProjectColumn] == [
        "1",
        "甲医院扩建",
        "续建",
        "2021—2023",
        "1200.5",
        "800",
        "住院楼8000平方米",
        "甲医院",
        "分两期",
    ]


def test_blank_amount_is_shown_blank_and_not_as_zero(model: ProjectTableModel) -> None:
    assert texts(model, ProjectColumn.WITHIN) == ["800", "", ""]


def test_amounts_stand_at_the_right_and_their_unit_in_the_heading(
    model: ProjectTableModel,
) -> None:
    align = model.index(0, ProjectColumn.TOTAL).data(Qt.ItemDataRole.TextAlignmentRole)
    assert align & Qt.AlignmentFlag.AlignRight
    assert "10,000" in model.headerData(ProjectColumn.TOTAL, Qt.Orientation.Horizontal)


def test_source_is_told_in_the_tooltip(model: ProjectTableModel) -> None:
    tip = model.index(0, ProjectColumn.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "表3 第1行" in tip


def test_edits_of_projects_and_of_their_facility_are_followed(
    session: CountySession, model: ProjectTableModel
) -> None:
    assert session.do(Edit("change", (Change(TWO, replace(TWO, name="急救车")),)))
    assert texts(model, ProjectColumn.NAME)[1] == "急救车"
    hospital = session.county.table(Facility)[("h",)]
    assert session.do(Edit("rename", (Change(hospital, replace(hospital, name="新医院")),)))
    assert texts(model, ProjectColumn.FACILITY)[0] == "新医院"
    assert session.do(Edit("remove", remove(TEN)))
    assert model.rowCount() == 2
    assert session.undo()
    assert texts(model, ProjectColumn.NAME) == ["甲医院扩建", "急救车", "信息平台"]


def test_search_looks_into_every_column(model: ProjectTableModel) -> None:
    found = ProjectFilter(model)
    for text, names in (
        ("8000", ["甲医院扩建"]),
        ("购置 救护", ["救护车购置"]),
        ("无此项目", []),
        ("", ["甲医院扩建", "救护车购置", "信息平台"]),
    ):
        found.search(text)
        assert texts(found, ProjectColumn.NAME) == names


def test_amounts_sort_by_size_and_numbers_as_printed(model: ProjectTableModel) -> None:
    found = ProjectFilter(model)
    found.sort(ProjectColumn.TOTAL, Qt.SortOrder.DescendingOrder)
    assert texts(found, ProjectColumn.TOTAL) == ["10000", "1200.5", "90"]
    found.sort(ProjectColumn.NUMBER, Qt.SortOrder.AscendingOrder)
    assert texts(found, ProjectColumn.NUMBER) == ["1", "2", "10"]
