"""A table in which one moves and selects by the keyboard as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from desktop.tables.allocation_delegate import move_of

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class GridView(QTableView):
    """Enter, Tab, Ctrl with arrows, Home and End, each with Shift to extend the selection."""

    def move_by(self, rows: int, columns: int) -> None:
        """Go so many cells on, not beyond the edge."""
        self.go_to(self.currentIndex().row() + rows, self.currentIndex().column() + columns)

    def go_to(self, row: int, column: int, *, extend: bool = False) -> None:
        row = min(max(row, 0), self.model().rowCount() - 1)
        column = min(max(column, 0), self.model().columnCount() - 1)
        index = self.model().index(row, column)
        if not index.isValid():
            return
        if extend:
            anchor = self._anchor()
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.select_block(anchor, (row, column))
        else:  # not by the view's own method, which minds a Control key that is held
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, select)
        self.scrollTo(index)

    def selected_cells(self) -> list[tuple[int, int]]:
        """Rows and columns of the selected cells, row by row."""
        return sorted((i.row(), i.column()) for i in self.selectionModel().selectedIndexes())

    def select_block(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Select the block between two corners."""
        rows, columns = zip(start, end, strict=True)
        block = QItemSelection(
            self.model().index(min(rows), min(columns)), self.model().index(max(rows), max(columns))
        )
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _anchor(self) -> tuple[int, int]:
        """The corner of the selection that stays when it is extended."""
        current = self.currentIndex()
        cells = self.selected_cells() or [(current.row(), current.column())]
        rows, columns = [c[0] for c in cells], [c[1] for c in cells]
        row = max(rows) if current.row() == min(rows) else min(rows)
        column = max(columns) if current.column() == min(columns) else min(columns)
        return row, column

    def _edge(self, rows: int, columns: int) -> tuple[int, int]:
        """Where Ctrl with an arrow leads: the end of a run of filled cells, or the next one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()

        def filled(row: int, column: int) -> bool:
            return bool(self.model().index(row, column).data())

        def inside(row: int, column: int) -> bool:
            return 0 <= row < self.model().rowCount() and 0 <= column < self.model().columnCount()

        step = (row + rows, column + columns)
        run = filled(row, column) and inside(*step) and filled(*step)
        while inside(row + rows, column + columns):
            if run and not filled(row + rows, column + columns):
                break
            row, column = row + rows, column + columns
            if not run and filled(row, column):
                break
        return row, column

    def handle_move(self, event: QKeyEvent) -> bool:
        """Do what a key that moves asks for; False for other keys."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        move = move_of(event)
        if move is not None and not control:
            self.move_by(*move)
        elif control and key in _ARROWS:
            self.go_to(*self._edge(*_ARROWS[key]), extend=shift)
        elif control and key == Qt.Key.Key_Home:
            self.go_to(0, 0, extend=shift)
        elif control and key == Qt.Key.Key_End:
            self.go_to(self.model().rowCount(), self.model().columnCount(), extend=shift)
        else:
            return False
        return True
