"""The preview of a PDF: its pages small and large, zoom, bookmarks, and a search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fields import Choice
from desktop.pdf_search import Hits, PdfSearch
from desktop.pdf_thumbnails import ThumbnailList
from desktop.pdf_view import PdfView

_PAUSE = 250  # milliseconds after the last letter, before the search begins


class PreviewPanel(QWidget):
    """A PdfView with its pages at the left, below a bar: page n of m, bookmarks, zoom, search and a
    note on the preview's state.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = PdfView()
        self.thumbnails = ThumbnailList()
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.page = QSpinBox()
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setRange(0, 0)
        self.page.setKeyboardTracking(False)
        self.count = QLabel()
        self.bookmarks = Choice()
        self.bookmarks.setMinimumContentsLength(12)
        self.bookmarks.setAccessibleName(self.tr("Go to"))
        self.zoom = QLabel()
        self.zoom.setMinimumWidth(44)
        self.search_line = QLineEdit()
        self.search_line.setPlaceholderText(self.tr("Find in the preview"))
        self.search_line.setClearButtonEnabled(True)
        self.search_line.setMaximumWidth(170)
        self.hits = QLabel()
        self._found: Hits = []
        self._hit = -1
        self._search = PdfSearch()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self._show_place(0)
        self._show_zoom()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self._button("▲", self.tr("Page before"), lambda: self._turn(-1)))
        bar.addWidget(self._button("▼", self.tr("Next page"), lambda: self._turn(1)))
        bar.addWidget(self.page)
        bar.addWidget(self.count)
        bar.addWidget(self.bookmarks)
        bar.addSpacing(8)
        bar.addWidget(self._button("−", self.tr("Zoom out"), self.view.zoom_out))
        bar.addWidget(self.zoom)
        bar.addWidget(self._button("+", self.tr("Zoom in"), self.view.zoom_in))
        bar.addWidget(self._button(self.tr("Fit width"), "", self.view.fit_width))
        bar.addStretch(1)
        bar.addWidget(self.hits)
        bar.addWidget(self.search_line)
        pages = QHBoxLayout()
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addLayout(pages, 1)
        layout.addWidget(self.note)

    def _connect(self) -> None:
        self.page.valueChanged.connect(lambda page: self.view.go_to_page(page - 1))
        self.bookmarks.activated.connect(self._go_to_bookmark)
        self.thumbnails.page_chosen.connect(self.view.go_to_page)
        self.view.page_changed.connect(self._show_place)
        self.view.zoom_changed.connect(self._show_zoom)
        self.search_line.textChanged.connect(lambda text: self._pause.start())
        self.search_line.returnPressed.connect(self.find_next)
        self._pause.timeout.connect(self._look)
        self._search.found.connect(self._show_found)

    def _button(self, text: str, tip: str, action: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        if tip:
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        button.clicked.connect(lambda _: action())
        return button

    # --- what is shown ---------------------------------------------------------------------

    def show_pdf(self, pdf: bytes, *, keep_place: bool = False) -> None:
        """Show another PDF from its first page, or at the place where the last one stood.

        Raises pypdfium2.PdfiumError where the bytes are no PDF; the last one stays.
        """
        self.view.show_pdf(pdf, keep_place=keep_place)
        self._show_pages()

    def clear(self) -> None:
        self.view.clear()
        self._show_pages()

    def _show_pages(self) -> None:
        pages = self.view.pages
        outline = [] if pages is None else pages.outline
        self.thumbnails.pages.show_pages(pages)
        self.thumbnails.show_page(self.view.page)
        self.thumbnails.setVisible(self.view.page_count > 1)
        self.bookmarks.offer((title, str(page)) for title, page in outline)
        self.bookmarks.setVisible(len(outline) > 1)
        self._show_place(self.view.page)
        self._look()

    def _turn(self, pages: int) -> None:
        self.view.go_to_page(self.view.page + pages)

    def _go_to_bookmark(self) -> None:
        if (page := self.bookmarks.value()) is not None:
            self.view.go_to_page(int(page))

    def _show_place(self, page: int) -> None:
        count = self.view.page_count
        with QSignalBlocker(self.page):
            self.page.setRange(min(1, count), count)
            self.page.setValue(page + 1)
        self.count.setText(self.tr("of {count}").format(count=count))
        self.thumbnails.show_page(page)
        begun = [
            row
            for row in range(self.bookmarks.count())
            if int(self.bookmarks.itemData(row, Qt.ItemDataRole.UserRole)) <= page
        ]
        if begun:
            self.bookmarks.setCurrentIndex(begun[-1])

    def _show_zoom(self) -> None:
        self.zoom.setText(f"{round(self.view.zoom * 100)}%")

    # --- the search ------------------------------------------------------------------------

    def _look(self) -> None:
        text, pages = self.search_line.text().strip(), self.view.pages
        self._pause.stop()
        self._search.stop()
        if not text or pages is None:
            self._show_found(None)
        else:
            self.hits.setText(self.tr("Searching…"))
            self._search.start(pages, text)

    def _show_found(self, hits: Hits | None) -> None:
        self._found, self._hit = hits or [], -1
        self.view.show_hits(self._found)
        self.hits.setText("" if hits is None else self.tr("not found"))
        self.find_next()

    def find_next(self) -> None:
        """Go to the next place, after the last one to the first; at first to the one at or after
        the page in front."""
        if not self._found:
            return
        ahead = (n for n, (page, _) in enumerate(self._found) if page >= self.view.page)
        if self._hit < 0:
            self._hit = next(ahead, 0)
        else:
            self._hit = (self._hit + 1) % len(self._found)
        self.view.go_to_hit(self._hit)
        self.hits.setText(f"{self._hit + 1} / {len(self._found)}")
