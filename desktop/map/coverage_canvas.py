"""The coverage map in the window: zoom with the wheel, drag, point at things, pick them."""

from __future__ import annotations

from matplotlib.backend_bases import MouseButton, MouseEvent, ResizeEvent
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from desktop.map.drawing import MapDrawing, View
from desktop.map.legend import HIDDEN_AT_FIRST
from desktop.map.looks import RING
from desktop.map.map_canvas import MapCanvas
from desktop.map.map_data import MapData, MapFacility, MapPoint
from desktop.map.symbols import Hit
from desktop.map.tools import BoxTool, BrowseTool, MeasureTool, MoveTool, PlaceTool, Tool
from desktop.map.wording import facility_lines, point_lines
from models.catalogue import Catalogue, Language

STEP = 1.25  # one notch of the wheel
CLICK = 4  # pixels that the pointer may move in a click
REST = 140  # milliseconds after which a map that has moved is drawn anew
RING_GAP = 4  # pixels between a symbol and the ring round it
FRAME = 2  # pixels of the map's edge, which do not move with it


class CoverageCanvas(QWidget):
    """Shows a MapData.

    Signals: picked(("facility", id), ("division", code) or None) by a click,
    facility_activated(id) by a double click, escaped() by Esc.
    """

    picked = Signal(object)
    facility_activated = Signal(str)
    escaped = Signal()

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
        self._canvas = MapCanvas(self._figure, self._paint_over)
        self._drawing: MapDrawing | None = None
        self._drawn: View | None = None  # the view of the picture that the canvas holds
        self._hidden = HIDDEN_AT_FIRST
        self._target: tuple[str, str] | None = None
        self._selected: MapFacility | MapPoint | None = None  # the target, where it is on the map
        self._pressed: tuple[float, float] | None = None
        self._dragged = self._taken = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._refresh)
        self.browse, self.box, self.measure = BrowseTool(self), BoxTool(self), MeasureTool(self)
        self.place, self.move_tool = PlaceTool(self), MoveTool(self)
        self._tool: Tool = self.browse
        for tool in (self.browse, self.box, self.measure, self.place, self.move_tool):
            tool.changed.connect(self._canvas.update)
        self.browse.picked.connect(self._pick)
        self.box.boxed.connect(self._zoom_to)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._canvas)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 240)
        self._canvas.mpl_connect("resize_event", self._resized)
        self._canvas.mpl_connect("scroll_event", self._scrolled)
        self._canvas.mpl_connect("button_press_event", self._press)
        self._canvas.mpl_connect("motion_notify_event", self._move)
        self._canvas.mpl_connect("button_release_event", self._release)
        self._canvas.mpl_connect("draw_event", lambda _: self._note_drawn())

    @property
    def drawing(self) -> MapDrawing | None:
        """What is drawn; None before the first `show_map`."""
        return self._drawing

    @property
    def hidden(self) -> frozenset[str]:
        """The ids of what is not drawn."""
        return self._hidden

    @property
    def selected(self) -> MapFacility | MapPoint | None:
        """What is ringed."""
        return self._selected

    @property
    def tool(self) -> Tool:
        return self._tool

    def use(self, tool: Tool) -> None:
        """Take up a tool; what another one has begun is forgotten."""
        self._tool.clear()
        self._tool = tool
        self._canvas.setCursor(tool.cursor)

    def hide_parts(self, hidden: frozenset[str]) -> None:
        """Draw everything but these, by the ids of `desktop.map.legend`."""
        self._hidden = hidden
        if self._drawing:
            self.show_map(self._drawing.data)

    def show_map(self, data: MapData) -> None:
        """Draw the map anew; the view and what is selected stay."""
        view = self._drawing.view if self._drawing else None
        self._drawing = MapDrawing(
            self._figure, data, self._catalogue, self._language, self._font, self._hidden
        )
        self._drawing.view = view
        self._selected = self._find(self._target)
        self._refresh()

    def select(self, target: tuple[str, str] | None) -> None:
        """Ring ("facility", id) or ("division", code) and bring it into view; None: nothing.

        What is not on the map rings nothing.
        """
        self._target = target
        self._selected = self._find(target)
        if self._selected and self._drawing:
            before = self._drawing.view
            self._drawing.centre(self._selected.x, self._selected.y)
            if self._drawing.view != before:
                self._moved()
        self._canvas.update()

    def _find(self, target: tuple[str, str] | None) -> MapFacility | MapPoint | None:
        if self._drawing is None or target is None:
            return None
        kind, key = target
        if kind == "division":
            return next((p for p in self._drawing.data.points if p.code == key), None)
        return next((f for f in self._drawing.data.facilities if f.id == key), None)

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
        """+ and − zoom, 0 shows everything, the arrows move; Backspace takes a click back."""
        step = 60
        actions = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.home,
            Qt.Key.Key_Left: lambda: self._pan(step, 0),
            Qt.Key.Key_Right: lambda: self._pan(-step, 0),
            Qt.Key.Key_Up: lambda: self._pan(0, -step),
            Qt.Key.Key_Down: lambda: self._pan(0, step),
            Qt.Key.Key_Backspace: self._tool.step_back,
            Qt.Key.Key_Escape: self.escaped.emit,
        }
        action = actions.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def tip(self, hit: Hit) -> str:
        """What the tooltip says of what lies under the pointer; "" for nothing."""
        if self._drawing is None:
            return ""
        lines: list[str] = []
        data = self._drawing.data
        if hit.facility:
            lines += facility_lines(hit.facility, data, self._catalogue, self._language)
        if hit.point:
            lines += point_lines(hit.point, data, self._catalogue, self._language)
        return "\n".join(lines)

    # --- drawing

    def _refresh(self) -> None:
        """Draw everything anew for the present view."""
        self._rest.stop()
        if self._drawing:
            self._drawing.arrange()
            self._canvas.release()
            self._canvas.draw_idle()
            self._canvas.update()

    def _note_drawn(self) -> None:
        self._drawn = self._drawing.fitted() if self._drawing else None

    def _moved(self) -> None:
        """Show the last picture where it belongs in the present view, and draw anew at rest."""
        if self._drawing is None or self._drawn is None:
            self._refresh()
            return
        frame = self._frame()
        growth = self._drawn.km_per_pixel / self._scale
        middle = self._at(self._drawn.x, self._drawn.y)
        target = QRectF(QPointF(), QSizeF(frame.width() * growth, frame.height() * growth))
        target.moveCenter(middle)
        self._canvas.hold(frame, target)
        self._rest.start()

    def _frame(self) -> QRectF:
        """The map within its edge, in pixels of the widget."""
        assert self._drawing is not None
        box, ratio = self._drawing.axes.get_window_extent(), self._canvas.device_pixel_ratio
        height = self._figure.bbox.height
        whole = QRectF(
            box.x0 / ratio, (height - box.y1) / ratio, box.width / ratio, box.height / ratio
        )
        return whole.adjusted(FRAME, FRAME, -FRAME, -FRAME)

    def _at(self, x: float, y: float) -> QPointF:
        """Km of the map → pixels of the widget."""
        assert self._drawing is not None
        right, up = self._drawing.pixel(x, y)
        ratio = self._canvas.device_pixel_ratio
        return QPointF(right / ratio, (self._figure.bbox.height - up) / ratio)

    @property
    def _scale(self) -> float:
        """Km per pixel of the present view."""
        return self._drawing.fitted().km_per_pixel if self._drawing else 0.0

    def _scale_rect(self) -> QRectF:
        """Where the scale bar stands, in pixels of the widget."""
        assert self._drawing is not None
        ratio, height = self._canvas.device_pixel_ratio, self._figure.bbox.height
        left, bottom, right, top = self._drawing.scale_box
        corner = QPointF(left / ratio, (height - top) / ratio)
        return QRectF(corner, QPointF(right / ratio, (height - bottom) / ratio))

    def _paint_over(self, painter: QPainter) -> None:
        """The ring round what is selected, and what the tool shows."""
        if self._drawing is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._canvas.is_held and self._drawn and self._drawn.km_per_pixel != self._scale:
            painter.fillRect(self._scale_rect(), Qt.GlobalColor.white)  # of the scale before
        painter.setClipRect(self._frame())
        if self._selected:
            ratio = self._canvas.device_pixel_ratio
            radius = self._drawing.radius_of(self._selected) / ratio + RING_GAP
            for colour, width in (("white", 5.0), (RING, 2.6)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawEllipse(self._at(self._selected.x, self._selected.y), radius, radius)
        self._tool.paint(painter, self._at)

    # --- the view

    def _zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        if self._drawing:
            self._drawing.zoom(factor, x, y)
            self._moved()

    def _zoom_to(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if self._drawing and abs(x1 - x0) > CLICK and abs(y1 - y0) > CLICK:
            self._drawing.zoom_to(x0, y0, x1, y1)
            self._moved()

    def _pan(self, dx: float, dy: float) -> None:
        if self._drawing:
            self._drawing.pan(dx, dy)
            self._moved()

    # --- the mouse

    def _resized(self, event: ResizeEvent) -> None:
        self._refresh()

    def _scrolled(self, event: MouseEvent) -> None:
        self._zoom(STEP**event.step, event.x, event.y)

    def _press(self, event: MouseEvent) -> None:
        self.setFocus()
        if self._drawing is None or event.button is not MouseButton.LEFT:
            return
        if event.dblclick and self._tool is self.browse:
            hit = self._drawing.hit(event.x, event.y)
            if hit.facility:
                self.facility_activated.emit(hit.facility.id)
            elif not hit.point:
                self.home()
            return
        self._pressed, self._dragged = (event.x, event.y), False
        self._taken = self._tool.takes(self._drawing, event.x, event.y)

    def _move(self, event: MouseEvent) -> None:
        if self._drawing is None:
            return
        if self._pressed is None:
            self._tool.hover(self._drawing, event.x, event.y)
            self._hover(self._drawing.hit(event.x, event.y))
            return
        dx, dy = event.x - self._pressed[0], event.y - self._pressed[1]
        if not self._dragged and abs(dx) + abs(dy) <= CLICK:
            return
        self._dragged, self._pressed = True, (event.x, event.y)
        if self._taken:
            self._tool.drag(self._drawing, event.x, event.y)
        else:
            self._pan(dx, dy)

    def _release(self, event: MouseEvent) -> None:
        if self._pressed is None or self._drawing is None:
            return
        self._pressed = None
        if self._dragged and self._taken:
            self._tool.drop(self._drawing, event.x, event.y)
        elif self._dragged:
            self._refresh()
        else:
            if self._taken:
                self._tool.clear()
            self._tool.click(self._drawing, event.x, event.y)

    def _pick(self, what: MapFacility | MapPoint | None) -> None:
        self.select(what.target if what else None)
        self.picked.emit(self._target)

    def _hover(self, hit: Hit) -> None:
        text = self.tip(hit)
        if self._tool is self.browse:
            over = Qt.CursorShape.PointingHandCursor if text else Qt.CursorShape.ArrowCursor
            self._canvas.setCursor(over)
        if text:
            QToolTip.showText(QCursor.pos() + QPoint(8, 8), text, self._canvas)
        else:
            QToolTip.hideText()
