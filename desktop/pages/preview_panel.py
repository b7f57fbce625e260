"""The preview of a PDF with its page and zoom controls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from desktop.pdf_view import PdfView


class PreviewPanel(QWidget):
    """A PdfView below a bar: page n of m, zoom, fit width, and a note on the preview's state."""

    def __init__(self) -> None:
        super().__init__()
        self.view = PdfView()
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.page = QSpinBox()
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setRange(0, 0)
        self.page.setKeyboardTracking(False)
        self.count = QLabel()
        self.zoom = QLabel()
        self.zoom.setMinimumWidth(44)
        bar = QHBoxLayout()
        bar.addWidget(self._button("▲", self.tr("Page before"), lambda: self._turn(-1)))
        bar.addWidget(self._button("▼", self.tr("Next page"), lambda: self._turn(1)))
        bar.addWidget(self.page)
        bar.addWidget(self.count)
        bar.addSpacing(12)
        bar.addWidget(self._button("−", self.tr("Zoom out"), self.view.zoom_out))
        bar.addWidget(self.zoom)
        bar.addWidget(self._button("+", self.tr("Zoom in"), self.view.zoom_in))
        bar.addWidget(self._button(self.tr("Fit width"), "", self.view.fit_width))
        bar.addStretch(1)
        bar.addWidget(self.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        self.page.valueChanged.connect(lambda page: self.view.go_to_page(page - 1))
        self.view.page_changed.connect(self._show_place)
        self.view.zoom_changed.connect(self._show_zoom)
        self._show_place(0)
        self._show_zoom()

    def _button(self, text: str, tip: str, action: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        if tip:
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        button.clicked.connect(lambda _: action())
        return button

    def _turn(self, pages: int) -> None:
        self.view.go_to_page(self.view.page + pages)

    def _show_place(self, page: int) -> None:
        count = self.view.page_count
        with QSignalBlocker(self.page):
            self.page.setRange(min(1, count), count)
            self.page.setValue(page + 1)
        self.count.setText(self.tr("of {count}").format(count=count))

    def _show_zoom(self) -> None:
        self.zoom.setText(f"{round(self.view.zoom * 100)}%")
