"""A PDF on the screen, page under page; only the pages in sight are drawn and kept."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop import theme
from desktop.pdf_pages import POINTS_PER_INCH, PdfPages
from desktop.pdf_search import Hits

_GAP = 12  # pixels around each page
_LEAST_ZOOM, _MOST_ZOOM = 0.25, 4.0
_STEP = 1.25
_PAPER = QColor("white")
_DESK = QColor("#e4e7ea")
_HIT = QColor(255, 214, 0, 96)
_HIT_LINE = QColor("#8a5a00")


class PdfView(QAbstractScrollArea):
    """Shows a PDF; zoom 1 is the paper's own size on a screen of the logical resolution.

    Page Up and Page Down go from page to page, Ctrl with + − 0 or the wheel zooms.
    Pages count from 0. Signals: page_changed(page in front), zoom_changed().
    """

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._pictures: dict[int, QPixmap] = {}
        self._tops: list[int] = []
        self._zoom = 1.0
        self._fits_width = True
        self._front = 0
        self._hits: Hits = []
        self._hit = -1  # the one that was gone to last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(30)

    def show_pdf(self, pdf: bytes, keep_place: bool = False) -> None:
        """Show another PDF from its first page, or at the place where the last one stood.

        Raises pypdfium2.PdfiumError where the bytes are no PDF; the last one stays.
        """
        pages = PdfPages(pdf)
        place = self.verticalScrollBar().value() if keep_place else 0
        self.clear()
        self._pages = pages
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self.page_changed.emit(self._front)

    def clear(self) -> None:
        """Show nothing and give the memory back."""
        self._pages = None
        self._pictures.clear()
        self._front = 0
        self._hits = []
        self._lay_out()

    @property
    def pages(self) -> PdfPages | None:
        """The PDF that is shown."""
        return self._pages

    def show_hits(self, hits: Hits) -> None:
        """Mark places of a searched text; none with an empty list."""
        self._hits, self._hit = hits, -1
        self.viewport().update()

    def go_to_hit(self, number: int) -> None:
        """Bring one of the marked places into sight, and mark it more than the others."""
        self._hit = number
        page, place = self._hits[number]
        top = self._tops[page] + round(place.top() * self._scale)
        seen = self.viewport().height()
        if not 0 <= top - self.verticalScrollBar().value() <= seen - 40:
            self.verticalScrollBar().setValue(top - seen // 3)
        self.viewport().update()

    @property
    def page_count(self) -> int:
        return 0 if self._pages is None else len(self._pages)

    @property
    def page(self) -> int:
        """The page in front: the one that holds the upper third of the window."""
        return self._front

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def drawn_pages(self) -> set[int]:
        """The pages whose pictures are in memory."""
        return set(self._pictures)

    def go_to_page(self, page: int) -> None:
        if self._tops:
            page = min(max(page, 0), len(self._tops) - 1)
            self.verticalScrollBar().setValue(self._tops[page] - _GAP)

    def zoom_to(self, zoom: float) -> None:
        self._fits_width = False
        self._set_zoom(zoom)

    def zoom_in(self) -> None:
        self.zoom_to(self._zoom * _STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self._zoom / _STEP)

    def fit_width(self) -> None:
        """As wide as the window, now and after each change of its size."""
        self._fits_width = True
        self._lay_out()

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM)
        if zoom == self._zoom:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._zoom = zoom
        self._pictures.clear()
        self._lay_out()
        bar.setValue(round(share * bar.maximum()))
        self.zoom_changed.emit()

    def _size(self, page: int) -> tuple[int, int]:
        """A page's width and height on the screen, in logical pixels."""
        assert self._pages is not None
        width, height = self._pages.sizes[page]
        return round(width * self._scale), round(height * self._scale)

    @property
    def _scale(self) -> float:
        """Logical pixels to a point."""
        return self._zoom * self.logicalDpiX() / POINTS_PER_INCH

    def _lay_out(self) -> None:
        """Place the pages and set the scroll bars."""
        self._tops = []
        bottom, widest = _GAP, 0
        if self._pages is not None:
            if self._fits_width:
                self._zoom_to_width()
            for page in range(len(self._pages)):
                width, height = self._size(page)
                self._tops.append(bottom)
                bottom += height + _GAP
                widest = max(widest, width + 2 * _GAP)
        seen = self.viewport().size()
        self.verticalScrollBar().setPageStep(seen.height())
        self.verticalScrollBar().setRange(0, max(0, bottom - seen.height()))
        self.horizontalScrollBar().setPageStep(seen.width())
        self.horizontalScrollBar().setRange(0, max(0, widest - seen.width()))
        self._scrolled()

    def _zoom_to_width(self) -> None:
        assert self._pages is not None
        widest = max((width for width, _ in self._pages.sizes), default=1.0)
        space = self.viewport().width() - 2 * _GAP
        zoom = space * POINTS_PER_INCH / (widest * self.logicalDpiX())
        zoom = min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM)
        if zoom != self._zoom:
            self._zoom = zoom
            self._pictures.clear()
            self.zoom_changed.emit()

    def _scrolled(self) -> None:
        line = self.verticalScrollBar().value() + self.viewport().height() // 3
        front = max(0, bisect_right(self._tops, line) - 1)
        if front != self._front:
            self._front = front
            self.page_changed.emit(front)
        self.viewport().update()

    def _place(self, page: int) -> QRect:
        """Where a page lies in the window."""
        width, height = self._size(page)
        left = max(_GAP, (self.viewport().width() - width) // 2)
        corner = QPoint(
            left - self.horizontalScrollBar().value(),
            self._tops[page] - self.verticalScrollBar().value(),
        )
        return QRect(corner.x(), corner.y(), width, height)

    def _pages_in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, bisect_right(self._tops, top + self.viewport().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), _DESK)
        seen = {page: self._place(page) for page in self._pages_in_sight()}
        for page in set(self._pictures) - set(seen):
            del self._pictures[page]
        for page, place in seen.items():
            painter.fillRect(place, _PAPER)
            painter.drawPixmap(place.topLeft(), self._picture(page))
            painter.setPen(theme.LINE)
            painter.drawRect(place)
        self._mark_hits(painter, seen)
        painter.end()

    def _mark_hits(self, painter: QPainter, seen: dict[int, QRect]) -> None:
        for number, (page, place) in enumerate(self._hits):
            if page in seen:
                corner = seen[page].topLeft()
                left, top = place.left() * self._scale, place.top() * self._scale
                marked = QRectF(
                    corner.x() + left - 1,
                    corner.y() + top - 1,
                    place.width() * self._scale + 2,
                    place.height() * self._scale + 2,
                )
                painter.fillRect(marked, _HIT)
                if number == self._hit:
                    painter.setPen(_HIT_LINE)
                    painter.drawRect(marked)

    def _picture(self, page: int) -> QPixmap:
        if page not in self._pictures:
            assert self._pages is not None
            ratio = self.devicePixelRatioF()
            image = self._pages.image(page, self._zoom * self.logicalDpiX() * ratio)
            image.setDevicePixelRatio(ratio)
            self._pictures[page] = QPixmap.fromImage(image)
        return self._pictures[page]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pictures.clear()
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_PageDown:
            self.go_to_page(self._front + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go_to_page(self._front - 1)
        elif key == Qt.Key.Key_Home:
            self.go_to_page(0)
        elif key == Qt.Key.Key_End:
            self.go_to_page(self.page_count - 1)
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and key == Qt.Key.Key_0:
            self.fit_width()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._zoom * _STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)
