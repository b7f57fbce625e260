"""The pages of a PDF as small pictures in a list, each drawn when it comes into sight."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListView

from desktop.pdf_pages import POINTS_PER_INCH, PdfPages

_WIDTH = 84  # pixels of a picture
_KEPT = 400  # pictures
_LINE = QColor("#b8c0c7")


class ThumbnailModel(QAbstractListModel):
    """A row for each page: its picture, its number, and the bookmark that begins on it as tip."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._titles: dict[int, str] = {}
        self._pictures: dict[int, QPixmap] = {}
        self.ratio = 1.0  # device pixels to logical ones

    def show_pages(self, pages: PdfPages | None) -> None:
        self.beginResetModel()
        self._pages = pages
        self._pictures.clear()
        self._titles = {}
        for title, page in [] if pages is None else pages.outline:
            known = self._titles.get(page)
            self._titles[page] = title if known is None else f"{known}\n{title}"
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if self._pages is None or parent.isValid() else len(self._pages)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or self._pages is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(index.row() + 1)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._titles.get(index.row())
            case Qt.ItemDataRole.DecorationRole:
                return self._picture(index.row())
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignHCenter
        return None

    def _picture(self, page: int) -> QPixmap:
        if page not in self._pictures:
            assert self._pages is not None
            if len(self._pictures) >= _KEPT:
                del self._pictures[next(iter(self._pictures))]
            width = self._pages.sizes[page][0]
            image = self._pages.image(page, _WIDTH * self.ratio / width * POINTS_PER_INCH)
            image.setDevicePixelRatio(self.ratio)
            picture = QPixmap.fromImage(image)
            painter = QPainter(picture)
            painter.setPen(_LINE)
            size = picture.deviceIndependentSize().toSize()
            painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
            painter.end()
            self._pictures[page] = picture
        return self._pictures[page]


class ThumbnailList(QListView):
    """Choosing a page asks for it. Signals: page_chosen(page, from 0)."""

    page_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.pages = ThumbnailModel()
        self.pages.ratio = self.devicePixelRatioF()
        self.setModel(self.pages)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(_WIDTH, _WIDTH * 297 // 210))
        self.setSpacing(4)
        self.setFixedWidth(_WIDTH + 44)
        self.setAccessibleName(self.tr("Pages"))
        self.selectionModel().currentChanged.connect(self._choose)

    def show_page(self, page: int) -> None:
        """Mark the page that is in front, without asking for it."""
        index = self.pages.index(page, 0)
        if index.isValid() and index != self.currentIndex():
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(index)
            self.scrollTo(index)
            self.viewport().update()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.page_chosen.emit(current.row())
