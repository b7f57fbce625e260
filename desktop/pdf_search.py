"""Finding a text in a PDF, page by page off the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal

from desktop.background import Task, start
from desktop.pdf_pages import PdfPages

_AT_ONCE = 10  # pages: meanwhile the preview cannot draw
Hits = list[tuple[int, QRectF]]  # page and place on it, in reading order


class PdfSearch(QObject):
    """One search at a time; a new one gives the old one up. Signals: found(Hits)."""

    found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._task: Task | None = None

    def start(self, pages: PdfPages, text: str) -> None:
        """Look for a text on every page; `found` comes once, with all places."""
        self.stop()

        def work(task: Task) -> Hits:
            hits: Hits = []
            for first in range(0, len(pages), _AT_ONCE):
                task.progress(first, len(pages))
                hits += pages.places_of(text, range(first, min(first + _AT_ONCE, len(pages))))
            return hits

        self._task = Task(work)
        self._task.finished.connect(self.found)
        start(self._task)

    def stop(self) -> None:
        if self._task is not None:
            self._task.finished.disconnect(self.found)
            self._task.cancel()
            self._task = None
