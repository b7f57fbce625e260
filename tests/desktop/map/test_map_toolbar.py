"""The tools above the map: one in hand, and what is measured."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from desktop.fonts import picture_font
from desktop.map.coverage_canvas import CoverageCanvas
from desktop.map.map_toolbar import MapToolbar
from models.catalogue import Language


@pytest.fixture
def toolbar(qtbot: QtBot) -> MapToolbar:
    canvas = CoverageCanvas(load_catalogue(), Language.ZH, picture_font())
    made = MapToolbar(canvas)
    qtbot.addWidget(canvas)
    qtbot.addWidget(made)
    return made


def test_one_tool_is_in_hand(toolbar: MapToolbar) -> None:
    canvas = toolbar.canvas
    assert canvas.tool is canvas.browse
    for action, tool in (
        (toolbar.box, canvas.box),
        (toolbar.measure, canvas.measure),
        (toolbar.place, canvas.place),
        (toolbar.move_tool, canvas.move_tool),
    ):
        action.trigger()
        assert canvas.tool is tool
        assert not toolbar.browse.isChecked()


def test_escape_puts_the_tool_away(toolbar: MapToolbar, qtbot: QtBot) -> None:
    toolbar.measure.trigger()
    qtbot.keyClick(toolbar.canvas, Qt.Key.Key_Escape)
    assert toolbar.canvas.tool is toolbar.canvas.browse


def test_the_legs_and_their_sum_are_read_out(toolbar: MapToolbar) -> None:
    toolbar.canvas.measure.measured.emit([1234.4])
    assert toolbar.readout.text() == "1,234 m"
    toolbar.canvas.measure.measured.emit([1234.4, 765.6])
    assert toolbar.readout.text() == "2,000 m = 1,234 m + 766 m"
    toolbar.canvas.measure.measured.emit([])
    assert toolbar.readout.text() == ""
