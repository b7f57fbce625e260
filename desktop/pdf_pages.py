"""The pages of a PDF as pictures, one at a time; preview and printer draw the same."""

from __future__ import annotations

import pypdfium2
from PySide6.QtGui import QImage

from db.exchange.pdfium import pdfium_lock

POINTS_PER_INCH = 72


class PdfPages:
    """An open PDF. Page numbers count from 0; sizes are in points (1/72 inch)."""

    def __init__(self, pdf: bytes) -> None:
        """Raises pypdfium2.PdfiumError where the bytes are no PDF."""
        with pdfium_lock:
            self._document = pypdfium2.PdfDocument(pdf)
            self.sizes: list[tuple[float, float]] = [
                self._document.get_page_size(page) for page in range(len(self._document))
            ]

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, page: int, dots_per_inch: float) -> QImage:
        """A page on white paper at a resolution."""
        with pdfium_lock:
            drawn = self._document[page]
            bitmap = drawn.render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()  # the bitmap's own memory is given back
            bitmap.close()
            drawn.close()
        return image

    def close(self) -> None:
        with pdfium_lock:
            self._document.close()
