"""Prints a PDF page by page, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.background import Cancelled, Task
from desktop.pdf_pages import PdfPages

_FINEST = 300  # dots per inch; finer only takes memory


class NoPrinter(Exception):
    """The printer does not answer; nothing was printed."""


def a4_printer() -> QPrinter:
    """The default printer, set to A4 portrait without margins: the pages bring their own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def print_work(pdf: bytes, printer: QPrinter) -> Callable[[Task], int]:
    """The work that prints a PDF and tells how many pages; Qt lets a thread paint on a printer.

    The printer's page range (from 1, 0 for all), copies and resolution are respected; where the
    printing system makes the copies, `copyCount` is 1. Cancelled between two pages, the printer
    throws away what it has. The work raises NoPrinter.
    """
    pages = PdfPages(pdf)
    first, last = max(1, printer.fromPage()), printer.toPage() or len(pages)
    wanted = list(range(first - 1, min(last, len(pages)))) * printer.copyCount()

    def work(task: Task) -> int:
        painter = QPainter()
        if wanted and not painter.begin(printer):
            raise NoPrinter
        try:
            for done, page in enumerate(wanted):
                task.progress(done, len(wanted))
                if done:
                    printer.newPage()
                _draw(pages, page, printer, painter)
        except Cancelled:
            printer.abort()
            raise
        finally:
            if painter.isActive():
                painter.end()
        return len(wanted)

    return work


def _draw(pages: PdfPages, page: int, printer: QPrinter, painter: QPainter) -> None:
    """A page as large as the paper allows, from the upper left corner."""
    image = pages.image(page, min(printer.resolution(), _FINEST))
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = image.size().scaled(paper.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
