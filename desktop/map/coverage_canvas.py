"""The coverage map in the window: zoom with the wheel, drag, point at things, pick them."""

from __future__ import annotations

from matplotlib.backend_bases import MouseButton, MouseEvent, ResizeEvent
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

# After PySide6, so that matplotlib takes the Qt binding that is there.
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg  # isort: skip

from desktop.map.drawing import Hit, MapDrawing, draw_coverage
from desktop.map.map_data import MapData, MapFacility, MapPoint
from desktop.map.wording import facility_lines, point_lines
from models.catalogue import Catalogue, Language

STEP = 1.25  # one notch of the wheel
CLICK = 4  # pixels that the pointer may move in a click


class CoverageCanvas(QWidget):
    """Shows a MapData.

    Signals: facility_clicked(facility id), facility_activated(facility id) by a double click,
    division_clicked(division code).
    """

    facility_clicked = Signal(str)
    facility_activated = Signal(str)
    division_clicked = Signal(str)

    def __init__(
        self,
        catalogue: Catalogue,
        language: Language,
        font: FontProperties,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._language, self._font = catalogue, language, font
        self._figure = Figure(layout=None)
        self._canvas = FigureCanvasQTAgg(self._figure)
        self._drawing: MapDrawing | None = None
        self._selected: tuple[str, str] | None = None  # ("facility", id) or ("division", code)
        self._pressed: tuple[float, float] | None = None
        self._dragged = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._canvas)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 280)
        self._canvas.mpl_connect("resize_event", self._resized)
        self._canvas.mpl_connect("scroll_event", self._scrolled)
        self._canvas.mpl_connect("button_press_event", self._press)
        self._canvas.mpl_connect("motion_notify_event", self._move)
        self._canvas.mpl_connect("button_release_event", self._release)

    @property
    def drawing(self) -> MapDrawing | None:
        """What is drawn; None before the first `show_map`."""
        return self._drawing

    def show_map(self, data: MapData) -> None:
        """Draw the map anew; the view and what is selected stay."""
        view = self._drawing.view if self._drawing else None
        self._drawing = draw_coverage(
            self._figure, data, self._catalogue, self._language, self._font
        )
        self._drawing.view = view
        self._show_selected()
        self._refresh()

    def select(self, facility_id: str | None) -> None:
        """Ring a facility, or nothing; one that is not on the map rings nothing."""
        self._select(None if facility_id is None else ("facility", facility_id))

    def select_division(self, code: str | None) -> None:
        """Ring a population point, or nothing."""
        self._select(None if code is None else ("division", code))

    def home(self) -> None:
        """Show everything."""
        if self._drawing:
            self._drawing.home()
            self._refresh()

    def zoom_in(self) -> None:
        self._zoom(STEP**2)

    def zoom_out(self) -> None:
        self._zoom(STEP**-2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and − zoom, 0 shows everything."""
        actions = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.home,
        }
        action = actions.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def tip(self, hit: Hit) -> str:
        """What the tooltip says of what lies under the pointer; "" for nothing."""
        lines: list[str] = []
        if hit.facility:
            lines += facility_lines(hit.facility, self._catalogue, self._language)
        if hit.point:
            lines += point_lines(hit.point, self._catalogue, self._language)
        return "\n".join(lines)

    def _select(self, what: tuple[str, str] | None) -> None:
        self._selected = what
        self._show_selected()
        self._canvas.draw_idle()

    def _show_selected(self) -> None:
        if self._drawing is None:
            return
        found = self._find(self._drawing.data) if self._selected else None
        self._drawing.highlight((found.x, found.y) if found else None)

    def _find(self, data: MapData) -> MapFacility | MapPoint | None:
        kind, key = self._selected or ("", "")
        if kind == "facility":
            return next((f for f in data.facilities if f.id == key), None)
        return next((p for p in data.points if p.code == key), None)

    def _zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        if self._drawing:
            self._drawing.zoom(factor, x, y)
            self._refresh()

    def _refresh(self, names: bool = True) -> None:
        if self._drawing:
            self._drawing.arrange(names)
            self._canvas.draw_idle()

    def _resized(self, event: ResizeEvent) -> None:
        self._refresh()

    def _scrolled(self, event: MouseEvent) -> None:
        self._zoom(STEP**event.step, event.x, event.y)

    def _press(self, event: MouseEvent) -> None:
        self.setFocus()
        if event.button is not MouseButton.LEFT:
            return
        if event.dblclick and self._drawing:
            hit = self._drawing.hit(event.x, event.y)
            if hit.facility:
                self.facility_activated.emit(hit.facility.id)
            elif not hit.point:
                self.home()
            return
        self._pressed, self._dragged = (event.x, event.y), False

    def _move(self, event: MouseEvent) -> None:
        if self._drawing is None:
            return
        if self._pressed is None:
            self._hover(self._drawing.hit(event.x, event.y))
            return
        dx, dy = event.x - self._pressed[0], event.y - self._pressed[1]
        if self._dragged or abs(dx) + abs(dy) > CLICK:
            self._dragged, self._pressed = True, (event.x, event.y)
            self._drawing.pan(dx, dy)
            self._refresh(names=False)  # names follow when the hand rests: dragging stays smooth

    def _release(self, event: MouseEvent) -> None:
        if self._pressed is None or self._drawing is None:
            return
        self._pressed = None
        if self._dragged:
            self._refresh()
            return
        hit = self._drawing.hit(event.x, event.y)
        if hit.facility:
            self.select(hit.facility.id)
            self.facility_clicked.emit(hit.facility.id)
        elif hit.point:
            self.select_division(hit.point.code)
            self.division_clicked.emit(hit.point.code)

    def _hover(self, hit: Hit) -> None:
        text = self.tip(hit)
        shape = Qt.CursorShape.PointingHandCursor if text else Qt.CursorShape.ArrowCursor
        self._canvas.setCursor(shape)
        if text:
            QToolTip.showText(QCursor.pos() + QPoint(8, 8), text, self._canvas)
        else:
            QToolTip.hideText()
