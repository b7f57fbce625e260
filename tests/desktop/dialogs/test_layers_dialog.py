"""The dialog of layers: every change is in the file at once and can be undone."""

from __future__ import annotations

from decimal import Decimal

import pytest
import shapely
from pytestqt.qtbot import QtBot

from desktop.dialogs.layers_dialog import LayersDialog
from desktop.session import CountySession
from models.edits import Edit, add
from models.layers import (
    Boundary,
    Feature,
    Layer,
    LayerKind,
    RoadSpeed,
    feature_collection,
    geojson,
)

LINE = shapely.LineString([(105, 29), (105.1, 29)])
ROADS = feature_collection([Feature(LINE, {"class": "机耕道"})])


@pytest.fixture
def dialog(qtbot: QtBot, session: CountySession) -> LayersDialog:
    square = geojson(shapely.box(105, 29, 106, 30))
    records = (
        Layer("a", "公路", LayerKind.ROADS, ROADS, 1, "路.shp (cgcs2000)"),
        Layer("b", "河流", LayerKind.BACKGROUND, ROADS, 2),
        Boundary("500999100", square, "界.shp"), Boundary("500999101", square, "界.shp"),
    )  # fmt: skip
    session.do(Edit("", add(*records)))
    made = LayersDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog: LayersDialog) -> list[list[str]]:
    table = dialog.layers
    return [[table.item(r, c).text() for c in range(4)] for r in range(table.rowCount())]


def test_layers_and_areas_are_listed_with_their_source(dialog: LayersDialog) -> None:
    assert rows(dialog) == [
        ["Townships", "areas", "2", "界.shp"],
        ["公路", "Roads", "1", "路.shp (cgcs2000)"],
        ["河流", "Background", "1", ""],
    ]


def test_a_layer_is_renamed_in_its_cell(dialog: LayersDialog, session: CountySession) -> None:
    dialog.layers.item(1, 0).setText("全县公路")
    assert session.county.layers[0].name == "全县公路"
    session.undo()
    assert rows(dialog)[1][0] == "公路"


def test_an_empty_name_is_refused_and_the_old_one_stands(
    dialog: LayersDialog, session: CountySession
) -> None:
    dialog.layers.item(1, 0).setText(" ")
    assert dialog.message.text()
    assert rows(dialog)[1][0] == "公路"


def test_a_layer_is_drawn_later(dialog: LayersDialog, session: CountySession) -> None:
    dialog.layers.setCurrentCell(1, 0)
    assert not dialog.up.isEnabled()
    dialog.down.click()
    assert [layer.id for layer in session.county.layers] == ["b", "a"]
    assert dialog.layers.currentRow() == 2
    assert not dialog.down.isEnabled()
    dialog.up.click()
    assert [layer.id for layer in session.county.layers] == ["a", "b"]


def test_layers_and_areas_are_removed(dialog: LayersDialog, session: CountySession) -> None:
    before = set(session.county.records())
    dialog.layers.setCurrentCell(0, 0)
    assert not dialog.up.isEnabled()
    dialog.remove.click()
    dialog.remove.click()
    assert rows(dialog) == [["河流", "Background", "1", ""]]
    dialog.remove.click()
    assert not dialog.remove.isEnabled()
    for _ in range(3):
        session.undo()
    assert set(session.county.records()) == before


def test_a_speed_is_typed_and_taken_back(dialog: LayersDialog, session: CountySession) -> None:
    table = dialog.speeds
    assert [table.item(0, column).text() for column in range(4)] == [
        "机耕道", "", "yes", "none: as 其他道路",
    ]  # fmt: skip
    table.item(0, 1).setText("12.5")
    assert session.county.table(RoadSpeed)[("机耕道",)].kmh == Decimal("12.5")
    assert table.item(0, 3).text() == "as stated here"
    table.item(0, 1).setText("")
    assert ("机耕道",) not in session.county.table(RoadSpeed)


def test_a_speed_that_is_none_is_refused(dialog: LayersDialog, session: CountySession) -> None:
    dialog.speeds.item(0, 1).setText("快")
    assert "快" in dialog.message.text()
    assert dialog.speeds.item(0, 1).text() == ""
    assert not session.county.table(RoadSpeed)
