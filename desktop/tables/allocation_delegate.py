"""How a cell of the allocation table is painted and typed in."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPolygon
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop import theme
from desktop.tables.allocation_looks import MARKS_ROLE
from models.rules.rule import Severity

Index = QModelIndex | QPersistentModelIndex

MARKS = {Severity.ERROR: "✕", Severity.WARNING: "!"}
_COLOURS = {Severity.ERROR: theme.ERROR, Severity.WARNING: theme.WARNING}
_CORNER = 7  # pixels, of the triangle that stands for a note
_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


def move_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Rows and columns to go for Enter and Tab, backwards with Shift; None for other keys."""
    step = _MOVES.get(Qt.Key(event.key()))
    if step and step[0] and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return -step[0], 0
    return step


class AllocationDelegate(QStyledItemDelegate):
    """Marks cells with findings by a sign as well as a fill, and cells with a note in the corner.

    Signals: moved(rows, columns) when Enter or Tab ended typing; filled(text) when Ctrl+Enter did,
    which means the text for all selected cells.
    """

    moved = Signal(int, int)
    filled = Signal(str)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        severity, noted = index.data(MARKS_ROLE)
        if severity is None and not noted:
            return
        rect: QRect = option.rect
        painter.save()
        if severity is not None:
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(
                option.palette.highlightedText().color() if selected else _COLOURS[severity]
            )
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(5, 0, 0, 0), left, MARKS[severity])
        if noted:
            corner = rect.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ACCENT)
            ends = [corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)]
            painter.drawPolygon(QPolygon(ends))
        painter.restore()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = move_of(event)
            if move is not None and isinstance(editor, QWidget):
                self._end(editor, event, move)
                return True
        return super().eventFilter(editor, event)

    def _end(self, editor: QWidget, event: QKeyEvent, move: tuple[int, int]) -> None:
        hint = QStyledItemDelegate.EndEditHint.NoHint
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and move[0] and isinstance(editor, QLineEdit):
            text = editor.text()
            self.closeEditor.emit(editor, hint)
            self.filled.emit(text)
        else:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, hint)
            self.moved.emit(*move)
