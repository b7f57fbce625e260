"""Features in rows: how each was matched and what it becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.tables.geo_match_table_model import GeoMatchTableModel
from models.geo_part import ImportPart, Verdict
from models.geo_use import LayerUse
from tests.models.made_layers import EAST_VILLAGE, a_county, layer, part

POINT = shapely.Point(105.7, 29.6)


@pytest.fixture
def villages() -> ImportPart:
    made = layer([POINT] * 3, 名称=["东风村", "东方村", "全新寨"], 乡镇=["东镇人民政府", None, ""])
    return part(made, LayerUse.VILLAGES, a_county())


@pytest.fixture
def model(qapp: QCoreApplication) -> GeoMatchTableModel:
    model = GeoMatchTableModel(a_county())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def rows(model: GeoMatchTableModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_each_feature_has_a_row(model: GeoMatchTableModel, villages: ImportPart) -> None:
    model.show_part(villages, only_open=False)
    assert rows(model) == [
        ["1", "东风村", "东镇人民政府", "by name", "东风村 (500999100201)", "东镇"],
        ["2", "东方村", "", "! to be confirmed", "东风村 (500999100201)?", ""],
        ["3", "全新寨", "", "! not known", "not decided: left out", ""],
    ]
    filled = [model.data(model.index(r, 0), Qt.ItemDataRole.BackgroundRole) for r in range(3)]
    assert [brush is not None for brush in filled] == [False, True, True]


def test_only_what_is_open_is_shown_on_wish(
    model: GeoMatchTableModel, villages: ImportPart
) -> None:
    model.show_part(villages, only_open=True)
    assert [row[0] for row in rows(model)] == ["2", "3"]
    assert model.match_at(1).text == "全新寨"


def test_decisions_are_followed_in_their_rows(
    model: GeoMatchTableModel, villages: ImportPart
) -> None:
    model.show_part(villages, only_open=True)
    model.follow(replace(villages, decisions={1: EAST_VILLAGE, 2: Verdict.NEW}))
    assert [row[3:] for row in rows(model)] == [
        ["to be confirmed", "东风村 (500999100201)", "东镇"],
        ["not known", "new village or community", ""],
    ]


def test_headings_and_an_empty_model(model: GeoMatchTableModel) -> None:
    assert model.rowCount() == 0
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Becomes"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
