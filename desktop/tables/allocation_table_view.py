"""The allocation table on the screen: Excel's keys, blocks of cells, names and total in view."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
)

from desktop.tables.allocation_columns import ColumnKind
from desktop.tables.allocation_delegate import AllocationDelegate
from desktop.tables.allocation_table_model import NAME, AllocationTableModel
from desktop.tables.clipboard import from_text, to_text
from desktop.tables.grid_view import GridView
from desktop.tables.pasting import Text, lay, without_subtotals
from models.series import series

COLUMN_WIDTH = 84  # at least
ROW_HEIGHT = 26
SLOW_FROM = 5000  # cells: writing so many can take longer than half a second
SUBTOTALS = "application/x-weigui-subtotals"  # which rows of a copied block are subtotals
_FOLD_KEYS = {Qt.Key.Key_Minus: True, Qt.Key.Key_Plus: False}


class AllocationTableView(GridView):
    """The rows of the facilities. Every key that changes several cells makes one edit.

    `paste_asked` carries a Pasting that does not fit; `write_pasted` goes on with what of it is
    wanted. `writing` tells how many cells are being written where that takes a while, then 0.
    """

    paste_asked = Signal(object)
    writing = Signal(int)

    def __init__(self, model: AllocationTableModel) -> None:
        super().__init__()
        self.table = model
        self._place: tuple[str, int] | None = None  # a facility's id or a group, and the column
        self.setModel(model)
        self.setAccessibleName(self.tr("Allocation of beds, staff and equipment"))
        delegate = AllocationDelegate(self)
        delegate.moved.connect(self.move_by)
        delegate.filled.connect(self.fill_with)
        self.setItemDelegate(delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._return_to_place)
        self.doubleClicked.connect(lambda index: self.turn_fold(index.row()))
        self._set_up_headers()

    def _set_up_headers(self) -> None:
        names, headings = self.verticalHeader(), self.horizontalHeader()
        names.setDefaultSectionSize(ROW_HEIGHT)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.sectionClicked.connect(self.turn_fold)
        headings.setDefaultSectionSize(COLUMN_WIDTH)
        headings.setMinimumSectionSize(48)
        for header in (names, headings):
            header.setHighlightSections(False)
        headings.setSortIndicatorClearable(True)
        headings.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        headings.setSortIndicatorShown(True)
        headings.sortIndicatorChanged.connect(self._sort)
        self.corner = QToolButton()
        self.corner.setAutoRaise(True)
        self.corner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.corner.setToolTip(self.tr("Sort by name; again: backwards; again: as published"))
        self.corner.clicked.connect(self._sort_by_name)
        place = self.findChild(QAbstractButton)
        if place is not None:
            layout = QVBoxLayout(place)
            layout.setContentsMargins(2, 2, 2, 2)
            layout.addWidget(self.corner, 0, Qt.AlignmentFlag.AlignBottom)
        self._show_order()
        self.table.modelReset.connect(self._show_order)

    # --- order and groups

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.table.sort_rows(None if column < 0 else column, order is Qt.SortOrder.DescendingOrder)

    def _sort_by_name(self) -> None:
        match self.table.sorted_by:
            case (None, False):
                self.table.sort_rows(NAME, descending=True)
            case (None, True):
                self.table.sort_rows(None)
            case _:
                self.table.sort_rows(NAME)

    def _show_order(self) -> None:
        """Show by what the rows are sorted, and which way."""
        by, at, name = self.table.sorted_by, -1, self.tr("Facility")
        descending = by is not None and by[1]
        if by is not None and by[0] is None:
            name += " ▼" if descending else " ▲"
        elif by is not None and by[0] in self.table.columns:
            at = self.table.columns.index(by[0])
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(at, order)
        self.corner.setText(name)

    def turn_fold(self, row: int) -> None:
        """Fold the group whose subtotal stands in a row, or unfold it."""
        group = self.table.group_at(row)
        if group is not None:
            self.table.fold(group, group not in self.table.folded)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._handle(event) or self._fold_by(event) or self.handle_move(event)):
            super().keyPressEvent(event)

    def _fold_by(self, event: QKeyEvent) -> bool:
        """On a subtotal + and − unfold and fold its group."""
        group = self.table.group_at(self.currentIndex().row())
        folded = _FOLD_KEYS.get(Qt.Key(event.key()))
        if group is None or folded is None:
            return False
        self.table.fold(group, folded)
        return True

    def _handle(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        for sequence, action in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            if event.matches(sequence):
                action()
                return True
        with_control = {
            Qt.Key.Key_D: self.fill_down,
            Qt.Key.Key_R: self.fill_right,
            Qt.Key.Key_L: self.fill_series,
        }
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not control:
            self.clear_cells()
        elif control and key in with_control:
            with_control[key]()
        else:
            return False
        return True

    def type_again(self, row: int, column: int, text: str) -> None:
        """Open the editor of a cell with a text that was typed before."""
        self.go_to(row, column)
        self.edit(self.currentIndex())
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    # --- blocks of cells

    def copy(self) -> None:
        """Put the smallest block around the selection on the clipboard as tab-separated text."""
        cells = set(self.selected_cells())
        if not cells:
            return
        rows = sorted({row for row, _ in cells})
        columns = range(min(c for _, c in cells), max(c for _, c in cells) + 1)
        block = [[self._text(r, c) if (r, c) in cells else "" for c in columns] for r in rows]
        subtotals = [i for i, row in enumerate(rows) if self.table.group_at(row) is not None]
        data = QMimeData()
        data.setText(to_text(block))
        data.setData(SUBTOTALS, " ".join(map(str, subtotals)).encode())
        QGuiApplication.clipboard().setMimeData(data)

    def copy_with_headings(self) -> None:
        """Put the whole table with names and headings on the clipboard."""
        model = self.table
        columns = range(model.columnCount())
        block = [[self.tr("Facility"), *(model.column_name(c) for c in columns)]]
        for row in range(model.rowCount()):
            name = str(model.headerData(row, Qt.Orientation.Vertical))
            block.append([name, *(self._text(row, c) for c in columns)])
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
        pasting = lay(block, cells, self.table.rowCount(), self.table.columnCount())
        subtotals = [i for i, row in enumerate(self.table.rows) if row.facility is None]
        pasting = without_subtotals(pasting, len(block), _copied_subtotals(), subtotals)
        if pasting.is_doubtful:
            self.paste_asked.emit(pasting)
        else:
            self.write_pasted(pasting.texts)

    def write_pasted(self, texts: list[Text]) -> None:
        """Write the texts of a Pasting and select where they fell."""
        if self.write(texts, self.tr("Paste {count} cells")):
            first = min(r for r, _, _ in texts), min(c for _, c, _ in texts)
            self.select_block(first, (max(r for r, _, _ in texts), max(c for _, c, _ in texts)))

    def clear_cells(self) -> None:
        """Blank what can be edited of the selection."""
        self._fill(self._editable(self.selected_cells()), "", self.tr("Clear {count} cells"))

    def fill_with(self, text: str) -> None:
        """Write a text into what can be edited of the selection; `+10%` is of each one's own."""
        self._fill(self._editable(self.selected_cells()), text, self.tr("Fill {count} cells"))

    def _fill(self, cells: list[tuple[int, int]], text: str, label: str) -> None:
        self.write([(row, column, text) for row, column in cells], label)

    def fill_down(self) -> None:
        """Copy the top value of each selected column down; of a single row, the value above it."""
        cells = self._editable(self.selected_cells())
        texts: list[Text] = []
        for column in sorted({column for _, column in cells}):
            rows = [row for row, c in cells if c == column]
            if len(rows) == 1:
                above = self._editable((row, column) for row in range(rows[0]))
                rows = [*(row for row, _ in above[-1:]), *rows]
            text = self._text(rows[0], column)
            texts += [(row, column, text) for row in rows[1:]]
        self.write(texts, self.tr("Fill down {count} cells"))

    def fill_right(self) -> None:
        """Copy the leftmost value of each selected row right; of a single column, the one left."""
        texts: list[Text] = []
        for row, cells in groupby(self._editable(self.selected_cells()), lambda cell: cell[0]):
            columns = [column for _, column in cells]
            if len(columns) == 1:
                left = self._editable((row, column) for column in range(columns[0]))
                columns = [*(column for _, column in left[-1:]), *columns]
            text = self._text(row, columns[0])
            texts += [(row, column, text) for column in columns[1:]]
        self.write(texts, self.tr("Fill right {count} cells"))

    def fill_series(self) -> None:
        """Count on from the first values of each selected column; of a single row, rightwards."""
        cells = self._editable(self.selected_cells())
        one_row = len({row for row, _ in cells}) == 1
        lines = {row if one_row else column for row, column in cells}
        texts: list[Text] = []
        for line in sorted(lines):
            texts += self._series([c for c in cells if c[0 if one_row else 1] == line])
        self.write(texts, self.tr("Fill a series of {count} cells"))

    def _series(self, run: list[tuple[int, int]]) -> list[Text]:
        measure = self.table.target(*run[0]).measure
        columns = [self.table.columns[column] for _, column in run]
        if measure is None or any(column.kind is not ColumnKind.VALUE for column in columns):
            return []
        rows = [self.table.rows[row] for row, _ in run]
        values = list(map(self.table.cells.value, rows, columns))
        filled = series(values, measure.decimals) or []
        return [
            (row, column, str(value))
            for (row, column), before, value in zip(run, values, filled, strict=False)
            if value != before
        ]

    def _text(self, row: int, column: int) -> str:
        return str(self.table.index(row, column).data() or "")

    def _editable(self, cells: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [cell for cell in cells if self.table.target(*cell).key is not None]

    def write(self, texts: list[Text], label: str) -> bool:
        label = label.format(count=len(texts))
        if len(texts) < SLOW_FROM:
            return bool(texts) and self.table.write(texts, label)
        self.writing.emit(len(texts))
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return self.table.write(texts, label)
        finally:
            QGuiApplication.restoreOverrideCursor()
            self.writing.emit(0)

    # --- the place that is kept when the rows are read anew

    def _remember_place(self) -> None:
        current = self.currentIndex()
        facility, group = self.table.facility_at(current.row()), self.table.group_at(current.row())
        place = facility.id if facility else group
        self._place = None if place is None else (place, current.column())

    def _return_to_place(self) -> None:
        if self._place is not None:
            row = self.table.row_of(self._place[0])
            if row is not None:
                self.go_to(row, self._place[1])


def _copied_subtotals() -> frozenset[int]:
    """The subtotals among the rows of the clipboard's block; none where it is not of this table."""
    data = QGuiApplication.clipboard().mimeData()
    written = bytes(data.data(SUBTOTALS).data()).split() if data is not None else []
    return frozenset(map(int, written))
