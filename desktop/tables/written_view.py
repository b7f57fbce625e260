"""A small table that is written in as in a spreadsheet: copy, paste, fill down, clear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from desktop.tables.clipboard import from_text, to_text
from desktop.tables.grid_view import GridView
from desktop.tables.pasting import Text, lay

ROW_HEIGHT = 26
HEADING_HEIGHT = 42  # of two lines
_LONG = 9  # letters of a heading that are put in one line


def two_lines(heading: str) -> str:
    """A heading that is long in two lines: before its unit in brackets, or at a space."""
    if "（" in heading:
        return heading.replace("（", "\n（", 1)
    middle = len(heading) // 2
    spaces = [i for i, letter in enumerate(heading) if letter == " "]
    if len(heading) <= _LONG or not spaces:
        return heading
    at = min(spaces, key=lambda i: abs(i - middle))
    return f"{heading[:at]}\n{heading[at + 1 :]}"


class WrittenModel(Protocol):
    """What the view asks of its model besides what every model answers."""

    def text(self, row: int, column: int) -> str:
        """What is copied of a cell, and found in its editor."""

    def can_write(self, row: int, column: int) -> bool:
        """Whether a text may be written there."""

    def can_clear(self, row: int, column: int) -> bool:
        """Whether it may be blank there."""

    def write(self, texts: Sequence[Text], label: str) -> bool:
        """Write texts as one edit; False where nothing was changed."""

    @property
    def grows(self) -> bool:
        """Whether texts below the last row make new rows."""


class WrittenView(GridView):
    """Every key that changes several cells makes one edit."""

    def __init__(self, model: QAbstractItemModel, table: WrittenModel) -> None:
        super().__init__()
        self.table = table
        self.setModel(model)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumHeight(HEADING_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._handle(event) or self.handle_move(event)):
            super().keyPressEvent(event)

    def _handle(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        for sequence, action in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            if event.matches(sequence):
                action()
                return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not control:
            self.clear_cells()
        elif control and event.key() == Qt.Key.Key_D:
            self.fill_down()
        else:
            return False
        return True

    # --- blocks of cells

    def copy(self) -> None:
        """Put the smallest block around the selection on the clipboard as tab-separated text."""
        cells = set(self.selected_cells())
        if not cells:
            return
        rows = sorted({row for row, _ in cells})
        columns = range(min(c for _, c in cells), max(c for _, c in cells) + 1)
        block = [[self.table.text(r, c) if (r, c) in cells else "" for c in columns] for r in rows]
        QGuiApplication.clipboard().setText(to_text(block))

    def cut(self) -> None:
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Write the clipboard's block from the top left cell on; a single value fills them all."""
        block = from_text(QGuiApplication.clipboard().text())
        current = self.currentIndex()
        if not block or not current.isValid():
            return
        cells = self.selected_cells() or [(current.row(), current.column())]
        if [len(row) for row in block] == [1] and len(cells) > 1:
            self.fill_with(block[0][0])
            return
        rows, columns = self.model().rowCount(), self.model().columnCount()
        if self.table.grows:
            rows = max(rows, cells[0][0] + len(block))
        laid = lay(block, cells, rows, columns)
        self.write(laid.texts, self.tr("Paste {count} cells"))

    def clear_cells(self) -> None:
        """Blank what can be blank of the selection."""
        texts = [
            (row, column, "")
            for row, column in self.selected_cells()
            if self.table.can_clear(row, column) and self.table.text(row, column)
        ]
        self.write(texts, self.tr("Clear {count} cells"))

    def fill_with(self, text: str) -> None:
        """Write a text into what can be written of the selection."""
        cells = self._writable(self.selected_cells())
        self.write([(r, c, text) for r, c in cells], self.tr("Fill {count} cells"))

    def fill_down(self) -> None:
        """Copy the top value of each selected column down; of a single row, the value above it."""
        cells = self._writable(self.selected_cells())
        texts: list[Text] = []
        for column in sorted({column for _, column in cells}):
            rows = [row for row, c in cells if c == column]
            if len(rows) == 1 and rows[0]:
                rows = [rows[0] - 1, *rows]
            text = self.table.text(rows[0], column)
            texts += [(row, column, text) for row in rows[1:]]
        self.write(texts, self.tr("Fill down {count} cells"))

    def _writable(self, cells: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [cell for cell in cells if self.table.can_write(*cell)]

    def write(self, texts: Sequence[Text], label: str) -> bool:
        return bool(texts) and self.table.write(texts, label.format(count=len(texts)))
