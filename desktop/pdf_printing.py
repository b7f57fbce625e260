"""Prints a PDF page by page without holding up the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.pdf_pages import PdfPages

_FINEST = 300  # dots per inch; finer only takes memory


def a4_printer() -> QPrinter:
    """The default printer, set to A4 portrait without margins: the pages bring their own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


class PrintJob(QObject):
    """One PDF on its way to a printer; a page is drawn each time the window is idle.

    Signals: progressed(pages done, pages), finished(), failed() where the printer does not answer.
    """

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal()

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        """The printer's page range (from 1, 0 for all), copies and resolution are respected.

        Where the printing system makes the copies, `copyCount` is 1.
        """
        super().__init__()
        self._pages = PdfPages(pdf)
        self._printer = printer
        first = max(1, printer.fromPage())
        last = printer.toPage() or len(self._pages)
        self._todo = list(range(first - 1, min(last, len(self._pages)))) * printer.copyCount()
        self._count = len(self._todo)
        self._painter = QPainter()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._print_page)

    def start(self) -> None:
        if self._todo and not self._painter.begin(self._printer):
            self.failed.emit()
            return
        self._timer.start()

    def cancel(self) -> None:
        """Stop after the page that is being drawn; the printer throws the rest away."""
        if self._painter.isActive():
            self._printer.abort()
        self._end()

    def _print_page(self) -> None:
        if not self._todo:
            self._end()
            self.finished.emit()
            return
        page = self._todo.pop(0)
        done = self._count - len(self._todo)
        if done > 1:
            self._printer.newPage()
        image = self._pages.image(page, min(self._printer.resolution(), _FINEST))
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        size = image.size().scaled(paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
        self.progressed.emit(done, self._count)

    def _end(self) -> None:
        self._timer.stop()
        if self._painter.isActive():
            self._painter.end()
