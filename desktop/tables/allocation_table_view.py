"""The allocation table on the screen: Excel's keys, blocks of cells, names and total in view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.tables.allocation_table_model import SEVERITY_ROLE, AllocationTableModel, Text
from desktop.tables.clipboard import from_text, to_text
from models.rules.rule import Severity

Index = QModelIndex | QPersistentModelIndex

COLUMN_WIDTH = 84  # at least
ROW_HEIGHT = 26
_MARKS = {Severity.ERROR: "✕", Severity.WARNING: "!"}
_COLOURS = {Severity.ERROR: theme.ERROR, Severity.WARNING: theme.WARNING}
_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def _move_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Rows and columns to go for Enter and Tab, backwards with Shift; None for other keys."""
    step = _MOVES.get(Qt.Key(event.key()))
    if step and step[0] and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return -step[0], 0
    return step


class AllocationDelegate(QStyledItemDelegate):
    """Marks cells with findings by a sign as well as a fill; Enter and Tab end typing and move."""

    moved = Signal(int, int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        severity = index.data(SEVERITY_ROLE)
        if severity is None:
            return
        rect: QRect = option.rect
        painter.save()
        painter.setPen(_COLOURS[severity])
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(5, 0, 0, 0), left, _MARKS[severity])
        painter.restore()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = _move_of(event)
            if move is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*move)
                return True
        return super().eventFilter(editor, event)


class AllocationTableView(QTableView):
    """The rows of the facilities. Every key that changes several cells makes one edit."""

    def __init__(self, model: AllocationTableModel) -> None:
        super().__init__()
        self.table = model
        self._place: tuple[str, int] | None = None
        self.setModel(model)
        self.setAccessibleName(self.tr("Allocation of beds, staff and equipment"))
        delegate = AllocationDelegate(self)
        delegate.moved.connect(self.move_by)
        self.setItemDelegate(delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH)
        self.horizontalHeader().setMinimumSectionSize(48)
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._return_to_place)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setHighlightSections(False)
        self._name_corner()

    def _name_corner(self) -> None:
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            label = QLabel(self.tr("Facility"))
            label.setObjectName("muted")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMargin(6)
            layout = QVBoxLayout(corner)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)

    # --- moving

    def move_by(self, rows: int, columns: int) -> None:
        """Go so many cells on, not beyond the edge."""
        self.go_to(self.currentIndex().row() + rows, self.currentIndex().column() + columns)

    def go_to(self, row: int, column: int, *, extend: bool = False) -> None:
        row = min(max(row, 0), self.table.rowCount() - 1)
        column = min(max(column, 0), self.table.columnCount() - 1)
        index = self.table.index(row, column)
        if not index.isValid():
            return
        if extend:
            anchor = self._anchor()
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._select(anchor, (row, column))
        else:  # not by the view's own method, which minds a Control key that is held
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, select)
        self.scrollTo(index)

    def _anchor(self) -> tuple[int, int]:
        """The corner of the selection that stays when it is extended."""
        current = self.currentIndex()
        cells = self.selected_cells() or [(current.row(), current.column())]
        rows, columns = [c[0] for c in cells], [c[1] for c in cells]
        row = max(rows) if current.row() == min(rows) else min(rows)
        column = max(columns) if current.column() == min(columns) else min(columns)
        return row, column

    def _select(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        rows, columns = zip(start, end, strict=True)
        block = QItemSelection(
            self.table.index(min(rows), min(columns)), self.table.index(max(rows), max(columns))
        )
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _edge(self, rows: int, columns: int) -> tuple[int, int]:
        """Where Ctrl with an arrow leads: the end of a run of filled cells, or the next one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()

        def filled(row: int, column: int) -> bool:
            return bool(self.table.index(row, column).data())

        def inside(row: int, column: int) -> bool:
            return 0 <= row < self.table.rowCount() and 0 <= column < self.table.columnCount()

        step = (row + rows, column + columns)
        run = filled(row, column) and inside(*step) and filled(*step)
        while inside(row + rows, column + columns):
            if run and not filled(row + rows, column + columns):
                break
            row, column = row + rows, column + columns
            if not run and filled(row, column):
                break
        return row, column

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle(event):
            super().keyPressEvent(event)

    def _handle(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        for sequence, action in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            if event.matches(sequence):
                action()
                return True
        move = _move_of(event)
        if move is not None and not control:
            self.move_by(*move)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not control:
            self.clear_cells()
        elif control and key == Qt.Key.Key_D:
            self.fill_down()
        elif control and key in _ARROWS:
            self.go_to(*self._edge(*_ARROWS[key]), extend=shift)
        elif control and key == Qt.Key.Key_Home:
            self.go_to(0, 0, extend=shift)
        elif control and key == Qt.Key.Key_End:
            self.go_to(self.table.rowCount(), self.table.columnCount(), extend=shift)
        else:
            return False
        return True

    # --- blocks of cells

    def selected_cells(self) -> list[tuple[int, int]]:
        """Rows and columns of the selected cells, row by row."""
        return sorted((i.row(), i.column()) for i in self.selectionModel().selectedIndexes())

    def copy(self) -> None:
        """Put the smallest block around the selection on the clipboard as tab-separated text."""
        cells = set(self.selected_cells())
        if not cells:
            return
        rows = sorted({row for row, _ in cells})
        columns = range(min(c for _, c in cells), max(c for _, c in cells) + 1)
        block = [
            [str(self.table.index(r, c).data() or "") if (r, c) in cells else "" for c in columns]
            for r in rows
        ]
        QGuiApplication.clipboard().setText(to_text(block))

    def copy_with_headings(self) -> None:
        """Put the whole table with names and headings on the clipboard."""
        model = self.table
        columns = range(model.columnCount())
        block = [[self.tr("Facility"), *(model.column_name(c) for c in columns)]]
        for row in range(model.rowCount()):
            name = str(model.headerData(row, Qt.Orientation.Vertical))
            block.append([name, *(str(model.index(row, c).data() or "") for c in columns)])
        QGuiApplication.clipboard().setText(to_text(block))

    def cut(self) -> None:
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Write the clipboard's block from the top left cell on; a single value fills them all."""
        block = from_text(QGuiApplication.clipboard().text())
        current, cells = self.currentIndex(), self.selected_cells()
        if not block or not current.isValid():
            return
        if [len(row) for row in block] == [1] and len(cells) > 1:
            texts = [(row, column, block[0][0]) for row, column in cells]
            self.write(texts, self.tr("Fill {count} cells"))
            return
        top = min((row for row, _ in cells), default=current.row())
        left = min((column for _, column in cells), default=current.column())
        texts = [
            (top + r, left + c, text) for r, row in enumerate(block) for c, text in enumerate(row)
        ]
        if self.write(texts, self.tr("Paste {count} cells")):
            inside = (min(r, self.table.rowCount() - 1) for r, _, _ in texts)
            self._select((top, left), (max(inside), max(c for _, c, _ in texts)))

    def clear_cells(self) -> None:
        """Blank what can be edited of the selection."""
        texts = [(row, column, "") for row, column in self._editable(self.selected_cells())]
        self.write(texts, self.tr("Clear {count} cells"))

    def fill_down(self) -> None:
        """Copy the top value of each selected column down; of a single row, the value above it."""
        cells = self._editable(self.selected_cells())
        texts: list[Text] = []
        for column in sorted({column for _, column in cells}):
            rows = [row for row, c in cells if c == column]
            if len(rows) == 1:
                above = self._editable((row, column) for row in range(rows[0]))
                rows = [*(row for row, _ in above[-1:]), *rows]
            text = str(self.table.index(rows[0], column).data() or "")
            texts += [(row, column, text) for row in rows[1:]]
        self.write(texts, self.tr("Fill down {count} cells"))

    def _editable(self, cells: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [cell for cell in cells if self.table.target(*cell).key is not None]

    def write(self, texts: list[Text], label: str) -> bool:
        return bool(texts) and self.table.write(texts, label.format(count=len(texts)))

    # --- the place that is kept when the rows are read anew

    def _remember_place(self) -> None:
        facility = self.table.facility_at(self.currentIndex().row())
        self._place = (facility.id, self.currentIndex().column()) if facility else None

    def _return_to_place(self) -> None:
        if self._place is not None:
            row = self.table.index_of(self._place[0]).row()
            if row >= 0:
                self.go_to(row, self._place[1])
