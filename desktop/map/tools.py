"""What the left button does on the map: look and select, zoom to a box, measure, place, move."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.map.drawing import MapDrawing
from desktop.map.looks import INK, RING
from desktop.map.map_data import MapFacility, MapPoint

At = Callable[[float, float], QPointF]  # km of the map → pixels of the widget
Km = tuple[float, float]

_RADIUS = 4.0  # pixels: of a corner of what is measured


class Tool(QObject):
    """A tool: it looks at clicks and may take drags; pixels are the figure's, from below left.

    `changed()` asks to be painted again.
    """

    cursor = Qt.CursorShape.ArrowCursor
    changed = Signal()

    def takes(self, drawing: MapDrawing, x: float, y: float) -> bool:
        """Whether a drag that begins here is the tool's; else it moves the map."""
        return False

    def drag(self, drawing: MapDrawing, x: float, y: float) -> None:
        """A drag that the tool took goes on."""

    def drop(self, drawing: MapDrawing, x: float, y: float) -> None:
        """A drag that the tool took ends."""

    def click(self, drawing: MapDrawing, x: float, y: float) -> None:
        """Pressed and released at one place."""

    def hover(self, drawing: MapDrawing, x: float, y: float) -> None:
        """The pointer moves with no button down."""

    def step_back(self) -> bool:
        """Undo the tool's last click; False where there is none."""
        return False

    def clear(self) -> None:
        """Forget everything, as when another tool is taken."""

    def paint(self, painter: QPainter, at: At) -> None:
        """Draw on top of the map."""


class BrowseTool(Tool):
    """Selects what is clicked, with another click the point below a facility.

    Signals: picked(facility or point, or None).
    """

    picked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: MapFacility | MapPoint | None = None

    def click(self, drawing: MapDrawing, x: float, y: float) -> None:
        facility, point = drawing.hit(x, y)
        is_again = facility is not None and facility == self._last
        self._last = (point if is_again else None) or facility or point
        self.picked.emit(self._last)


class BoxTool(Tool):
    """Zooms to a dragged rectangle. Signal: boxed(x0, y0, x1, y1) in pixels of the figure."""

    cursor = Qt.CursorShape.CrossCursor
    boxed = Signal(float, float, float, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._from: Km | None = None
        self._to: Km | None = None

    def takes(self, drawing: MapDrawing, x: float, y: float) -> bool:
        self._from = self._to = drawing.km(x, y)
        return True

    def drag(self, drawing: MapDrawing, x: float, y: float) -> None:
        self._to = drawing.km(x, y)
        self.changed.emit()

    def drop(self, drawing: MapDrawing, x: float, y: float) -> None:
        assert self._from is not None
        start = drawing.pixel(*self._from)
        self.clear()
        self.boxed.emit(*start, x, y)

    def clear(self) -> None:
        self._from = self._to = None
        self.changed.emit()

    def paint(self, painter: QPainter, at: At) -> None:
        if self._from and self._to:
            painter.setPen(QPen(QColor(RING), 1.4, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(at(*self._from), at(*self._to)).normalized())


class MeasureTool(Tool):
    """Measures along clicks, in metres of the zone. Signal: measured(length of each leg)."""

    cursor = Qt.CursorShape.CrossCursor
    measured = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corners: list[Km] = []
        self._pointer: Km | None = None

    @property
    def legs(self) -> list[float]:
        """Metres from each click to the next."""
        return [_metres(a, b) for a, b in pairwise(self._corners)]

    def click(self, drawing: MapDrawing, x: float, y: float) -> None:
        self._corners.append(drawing.km(x, y))
        self._tell()

    def hover(self, drawing: MapDrawing, x: float, y: float) -> None:
        if self._corners:
            self._pointer = drawing.km(x, y)
            self.changed.emit()

    def step_back(self) -> bool:
        if not self._corners:
            return False
        self._corners.pop()
        self._tell()
        return True

    def clear(self) -> None:
        self._corners, self._pointer = [], None
        self._tell()

    def _tell(self) -> None:
        self.measured.emit(self.legs)
        self.changed.emit()

    def paint(self, painter: QPainter, at: At) -> None:
        if not self._corners:
            return
        line = [at(*corner) for corner in self._corners]
        painter.setPen(QPen(QColor(RING), 2))
        painter.drawPolyline(line)
        legs, ends = self.legs, list(self._corners)
        if self._pointer:
            painter.setPen(QPen(QColor(RING), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(line[-1], at(*self._pointer))
            legs.append(_metres(self._corners[-1], self._pointer))
            ends.append(self._pointer)
        painter.setPen(QPen(QColor(RING), 1.6))
        painter.setBrush(QColor("white"))
        for corner in line:
            painter.drawEllipse(corner, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for end, total in zip(ends[1:], _sums(legs), strict=True):
            _write(painter, at(*end), metres_text(total))


class PlaceTool(Tool):
    """Tells where was clicked. Signal: placed(x, y) in km of the map."""

    cursor = Qt.CursorShape.CrossCursor
    placed = Signal(float, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place: Km | None = None

    def click(self, drawing: MapDrawing, x: float, y: float) -> None:
        self._place = drawing.km(x, y)
        self.changed.emit()
        self.placed.emit(*self._place)

    def clear(self) -> None:
        self._place = None
        self.changed.emit()

    def paint(self, painter: QPainter, at: At) -> None:
        if self._place:
            spot = at(*self._place)
            painter.setPen(QPen(QColor(RING), 2))
            painter.drawLine(spot - QPointF(9, 0), spot + QPointF(9, 0))
            painter.drawLine(spot - QPointF(0, 9), spot + QPointF(0, 9))


class MoveTool(Tool):
    """Drags a facility or a population point. Signal: moved(facility or point, x, y) in km."""

    cursor = Qt.CursorShape.OpenHandCursor
    moved = Signal(object, float, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: MapFacility | MapPoint | None = None
        self._place: Km = (0.0, 0.0)

    def takes(self, drawing: MapDrawing, x: float, y: float) -> bool:
        hit = drawing.hit(x, y)
        self._held = hit.facility or hit.point
        if self._held is not None:
            self._place = (self._held.x, self._held.y)
        return self._held is not None

    def drag(self, drawing: MapDrawing, x: float, y: float) -> None:
        self._place = drawing.km(x, y)
        self.changed.emit()

    def drop(self, drawing: MapDrawing, x: float, y: float) -> None:
        held, self._held = self._held, None
        self.changed.emit()
        if held is not None:
            self.moved.emit(held, *drawing.km(x, y))

    def clear(self) -> None:
        self._held = None
        self.changed.emit()

    def paint(self, painter: QPainter, at: At) -> None:
        if self._held:
            painter.setPen(QPen(QColor(RING), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(at(self._held.x, self._held.y), at(*self._place))
            painter.setPen(QPen(QColor(RING), 2))
            painter.drawEllipse(at(*self._place), 8, 8)
            away = _metres((self._held.x, self._held.y), self._place)
            _write(painter, at(*self._place) + QPointF(6, 0), metres_text(away))


def metres_text(metres: float) -> str:
    """A measured length in whole metres."""
    return QCoreApplication.translate("MapTools", "{metres} m").format(metres=f"{metres:,.0f}")


def _metres(a: Km, b: Km) -> float:
    return 1000 * hypot(b[0] - a[0], b[1] - a[1])


def _sums(legs: list[float]) -> list[float]:
    return [sum(legs[: n + 1]) for n in range(len(legs))]


def _write(painter: QPainter, spot: QPointF, text: str) -> None:
    """Text beside a spot, on white, so that it can be read on any ground."""
    box = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-3, -1, 3, 1)
    box.moveTopLeft(spot + QPointF(8, 4))
    painter.fillRect(box, QColor(255, 255, 255, 215))
    painter.setPen(QColor(INK))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
