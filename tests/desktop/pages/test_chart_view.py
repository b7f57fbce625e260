from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.charts.looks import Mark, axes_in
from desktop.pages.chart_view import DPI, ChartView
from desktop.session import CountySession


@pytest.fixture
def view(qtbot: QtBot, session: CountySession) -> Iterator[ChartView]:
    """A chart with one part that can be pointed at, from 2 to 4 of 10 in both directions."""
    view = ChartView(session)
    qtbot.addWidget(view)
    view.resize(900, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.make_room()
    axes = axes_in(view.figure, 1, 1, 8, 4)
    axes.set(xlim=(0, 10), ylim=(0, 10))
    view.show_drawn([Mark(axes, 2, 4, 2, 4, "甲镇：540 张")])
    view.canvas.draw()
    yield view
    QGuiApplication.clipboard().clear()


def point_at(view: ChartView, x: float, y: float) -> QPoint:
    """Move the mouse to a place given in the figures of the axes."""
    across, up = view.marks[0].axes.transData.transform((x, y))
    spot = QPointF(across, view.canvas.height() - up)
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot, view.canvas.mapToGlobal(spot), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.canvas, move)
    return view.canvas.mapTo(view.viewport(), spot.toPoint())


def test_what_is_pointed_at_is_said_beside_the_pointer(view: ChartView) -> None:
    pointer = point_at(view, 3, 3)
    assert view.hint.isVisible()
    assert view.hint.text() == "甲镇：540 张"
    assert not view.hint.geometry().contains(pointer)
    assert view.viewport().rect().contains(view.hint.geometry())


def test_beside_the_parts_nothing_is_said(view: ChartView) -> None:
    point_at(view, 3, 3)
    point_at(view, 8, 8)
    assert not view.hint.isVisible()
    point_at(view, 3, 3)
    point_at(view, -3, 3)  # outside the axes
    assert not view.hint.isVisible()


def test_a_high_chart_scrolls_and_is_not_squeezed(view: ChartView) -> None:
    view.make_room(12)
    view.show_drawn()
    QApplication.processEvents()
    assert view.canvas.height() >= 12 * DPI
    assert view.verticalScrollBar().maximum() > 0
    assert view.canvas.width() == view.viewport().width()


def test_another_size_is_told_once_it_has_settled(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.resized):
        view.resize(1000, 600)
    view.make_room()
    assert view.figure.get_figwidth() == view.viewport().width() / DPI


def test_a_copy_is_a_picture_of_the_whole_chart(view: ChartView) -> None:
    view.copy()
    picture = QGuiApplication.clipboard().image()
    wide, high = view.figure.get_size_inches()
    assert picture.width() / picture.height() == pytest.approx(wide / high, rel=0.01)
    assert picture.width() >= 2 * view.canvas.width() - 2  # as sharp as on paper


def test_saving_asks_where_beside_the_county_file(view: ChartView, tmp_path: Path) -> None:
    view.ask_save()
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.directory().path()) == tmp_path
    dialog.filterSelected.emit("SVG (*.svg)")
    assert dialog.defaultSuffix() == "svg"
    dialog.fileSelected.emit(str(tmp_path / "图.svg"))
    assert (tmp_path / "图.svg").read_bytes().startswith(b"<?xml")
    dialog.reject()


def test_a_picture_that_cannot_be_written_is_told(
    view: ChartView, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(view.session.failed):
        view.save_picture(tmp_path / "nowhere" / "图.png")
