"""The matplotlib canvas of the map: while the map moves, its last picture is moved in its place."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent

# After PySide6, so that matplotlib takes the Qt binding that is there.
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg  # isort: skip


class MapCanvas(FigureCanvasQTAgg):
    """`hold` shows a part of what was drawn last elsewhere, until `release`.

    A step of a drag so is one copied picture, however much is on the map. `paint_over` draws on
    top, with each painting.
    """

    def __init__(self, figure: Figure, paint_over: Callable[[QPainter], None]) -> None:
        super().__init__(figure)
        self._paint_over = paint_over
        self._held: tuple[QRectF, QRectF] | None = None

    @property
    def is_held(self) -> bool:
        return self._held is not None

    def hold(self, frame: QRectF, target: QRectF) -> None:
        """Show what was drawn in `frame` at `target`, nothing of it outside of `frame`.

        Both in pixels of the widget.
        """
        self._held = (frame, target)
        self.update()

    def release(self) -> None:
        """Show what is drawn next."""
        self._held = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._held is None:
            super().paintEvent(event)
        painter = QPainter(self)
        if self._held is not None:
            self._paint_held(painter, *self._held)
        self._paint_over(painter)
        painter.end()

    def _paint_held(self, painter: QPainter, frame: QRectF, target: QRectF) -> None:
        buffer = self.buffer_rgba()
        height, width = buffer.shape[:2]
        picture = QImage(buffer, width, height, QImage.Format.Format_RGBA8888)
        ratio = self.device_pixel_ratio
        source = QRectF(
            frame.x() * ratio, frame.y() * ratio, frame.width() * ratio, frame.height() * ratio
        )
        picture.setDevicePixelRatio(1)  # the source is in its own pixels
        painter.drawImage(QRectF(self.rect()), picture)
        painter.setClipRect(frame)
        painter.fillRect(frame, Qt.GlobalColor.white)
        painter.drawImage(target, picture, source)
        painter.setClipping(False)
