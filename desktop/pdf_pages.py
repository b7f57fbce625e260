"""The pages of a PDF as pictures, one at a time; preview and printer draw the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from db.exchange.pdfium import pdfium_lock

POINTS_PER_INCH = 72


class PdfPages:
    """A PDF in memory. Page numbers count from 0; sizes are in points (1/72 inch).

    The document is opened anew for each picture, which takes a millisecond or two for hundreds of
    pages, so that there is nothing to be closed.
    """

    def __init__(self, pdf: bytes) -> None:
        """Raises pypdfium2.PdfiumError where the bytes are no PDF."""
        self._pdf = pdf
        with pdfium_lock, pypdfium2.PdfDocument(pdf) as document:
            self.sizes: list[tuple[float, float]] = [
                document.get_page_size(page) for page in range(len(document))
            ]
            self.outline: list[tuple[str, int]] = list(_outline(document))  # titles and pages

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, page: int, dots_per_inch: float) -> QImage:
        """A page on white paper at a resolution."""
        scale = dots_per_inch / POINTS_PER_INCH
        with pdfium_lock, pypdfium2.PdfDocument(self._pdf) as document:
            bitmap = document[page].render(scale=scale, prefer_bgrx=True)
            return QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()  # the bitmap's own memory ends with the document

    def places_of(self, text: str, pages: Iterable[int]) -> list[tuple[int, QRectF]]:
        """Where a text stands on some pages, capitals or not: page, and rectangle in points from
        the upper left corner; one for each line that it runs over.
        """
        with pdfium_lock, pypdfium2.PdfDocument(self._pdf) as document:
            return [
                (page, QRectF(left, self.sizes[page][1] - top, right - left, top - bottom))
                for page in pages
                for left, bottom, right, top in _boxes(document[page].get_textpage(), text)
            ]


def _outline(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int]]:
    for bookmark in document.get_toc():
        destination = bookmark.get_dest()
        page = None if destination is None else destination.get_index()
        if page is not None:
            yield bookmark.get_title(), page


def _boxes(page: pypdfium2.PdfTextPage, text: str) -> Iterator[tuple[float, float, float, float]]:
    searcher = page.search(text)
    while (found := searcher.get_next()) is not None:
        for box in range(page.count_rects(*found)):
            yield page.get_rect(box)
