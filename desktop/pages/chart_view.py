"""A chart on the screen: as large as its figures need, with a hint of what is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.backend_bases import Event, MouseEvent
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QScrollArea

from desktop import chart_pictures
from desktop.charts.looks import Mark, picture
from desktop.session import CountySession
from models.errors import WeiguiError

DPI = 100  # on the screen
_LEAST_WIDTH, _LEAST_HEIGHT = 600, 400  # pixels
_SETTLED = 60  # milliseconds without another change of size
_ASIDE = 14  # pixels from the pointer to the hint


class ChartView(QScrollArea):
    """One figure; it scrolls where it is higher than the view, bars are never squeezed.

    `resized()` tells that there is another room to draw for.
    """

    resized = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.figure = Figure(dpi=DPI)
        self.canvas = FigureCanvasQTAgg(self.figure)
        self.marks: Sequence[Mark] = ()
        self.setWidget(self.canvas)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always, so that a chart does not become narrower for being higher.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.hint = QLabel(self.viewport())
        self.hint.setObjectName("chartHint")
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.hide()
        self.canvas.mpl_connect("motion_notify_event", self._point)
        self.canvas.mpl_connect("figure_leave_event", lambda event: self.hint.hide())
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED)
        self._settled.timeout.connect(self.resized)

    def make_room(self, inches: float = 0) -> None:
        """Give the figure the size of the view, but at least so many inches of height."""
        room = self.viewport()
        high = max(round(inches * DPI), room.height(), _LEAST_HEIGHT)
        wide = max(room.width(), _LEAST_WIDTH)
        self.figure.set_size_inches(wide / DPI, high / DPI, forward=False)

    def show_drawn(self, marks: Sequence[Mark] = ()) -> None:
        """Show what was drawn; the marks are what can be pointed at."""
        self.marks = marks
        self.hint.hide()
        self.canvas.setMinimumHeight(round(self.figure.get_figheight() * DPI))
        self.canvas.draw_idle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settled.start()

    def _point(self, event: Event) -> None:
        assert isinstance(event, MouseEvent)
        mark = self.mark_at(event)
        if mark is None:
            self.hint.hide()
            return
        self.hint.setText(mark.text)
        self.hint.adjustSize()
        # The pointer of matplotlib counts device pixels upwards.
        ratio = self.canvas.devicePixelRatioF()
        spot = QPoint(round(event.x / ratio), self.canvas.height() - round(event.y / ratio))
        self._place_hint(self.canvas.mapTo(self.viewport(), spot))

    def mark_at(self, event: MouseEvent) -> Mark | None:
        """The part of the chart under the pointer."""
        x, y = event.xdata, event.ydata
        if x is None or y is None:
            return None
        for mark in self.marks:
            is_over = mark.left <= x < mark.right and mark.low <= y < mark.high
            if mark.axes is event.inaxes and is_over:
                return mark
        return None

    def _place_hint(self, pointer: QPoint) -> None:
        """Beside the pointer, at the side where there is room."""
        room, size = self.viewport().size(), self.hint.size()
        x, y = pointer.x() + _ASIDE, pointer.y() + _ASIDE
        if x + size.width() > room.width():
            x = max(0, pointer.x() - _ASIDE - size.width())
        if y + size.height() > room.height():
            y = max(0, pointer.y() - _ASIDE - size.height())
        self.hint.move(x, y)
        self.hint.show()
        self.hint.raise_()

    def copy(self) -> None:
        """Put the chart on the clipboard, as sharp as in a file."""
        QGuiApplication.clipboard().setImage(QImage.fromData(picture(self.figure, "png")))

    def ask_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save picture"), str(self.session.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("PNG picture (*.png)"), self.tr("PDF (*.pdf)"), self.tr("SVG (*.svg)")]
        )
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda name: self.save_picture(Path(name)))
        dialog.open()

    def save_picture(self, path: Path) -> None:
        """Save the chart shown as PNG, PDF or SVG by the ending."""
        try:
            chart_pictures.save_chart(path, self.figure)
        except WeiguiError as error:
            self.session.failed.emit(error)
