"""A total being shared out: each facility's weight, bounds, present and new figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from models.distribution import Distribution, Share
from models.facility import Facility
from models.figures import format_change, format_count, format_limit


class Column(IntEnum):
    NAME, WEIGHT, LEAST, MOST, BEFORE, AFTER, CHANGE, BOUND = range(8)


@dataclass
class Row:
    facility: Facility
    weight: Fraction
    before: Decimal | None
    least: int = 0
    most: int | None = None


class DistributionTableModel(QAbstractTableModel):
    """Weight, least and most can be typed; `edited()` asks for a new preview."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._result: Distribution | None = None

    def show_rows(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self.rows, self._result = rows, None
        self.endResetModel()

    def show_result(self, result: Distribution | None) -> None:
        """Show who gets what (None: it is impossible)."""
        self._result = result
        if self.rows:
            last = self.index(len(self.rows) - 1, Column.BOUND)
            self.dataChanged.emit(self.index(0, Column.AFTER), last)

    def shares(self) -> list[Share]:
        return [Share(r.facility.id, r.weight, r.least, r.most) for r in self.rows]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Facility"),
            self.tr("Weight"),
            self.tr("At least"),
            self.tr("At most"),
            self.tr("Before"),
            self.tr("After"),
            self.tr("Change"),
            self.tr("Bound"),
        )[section]

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() in (Column.WEIGHT, Column.LEAST, Column.MOST):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.EditRole:
                return self._text(row, index.column()).replace("—", "")
            case Qt.ItemDataRole.TextAlignmentRole if index.column() not in (
                Column.NAME,
                Column.BOUND,
            ):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if index.column() == Column.AFTER:
                font = QFont()
                font.setBold(True)
                return font
        return None

    def _text(self, row: Row, column: int) -> str:
        after = None if self._result is None else self._result.values.get(row.facility.id)
        match column:
            case Column.NAME:
                return row.facility.name
            case Column.WEIGHT:
                return format_limit(row.weight)
            case Column.LEAST:
                return str(row.least) if row.least else ""
            case Column.MOST:
                return "" if row.most is None else str(row.most)
            case Column.BEFORE:
                return format_count(row.before)
            case Column.AFTER:
                return format_count(after)
            case Column.CHANGE:
                known = after is not None and row.before is not None
                return format_change(Decimal(after) - row.before if known else None)  # type: ignore[operator, arg-type]
        if self._result is not None and row.facility.id in self._result.at_least:
            return self.tr("at its least")
        if self._result is not None and row.facility.id in self._result.at_most:
            return self.tr("at its most")
        return ""

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Take a typed weight or bound; what is no number of 0 or more is not taken."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, text = self.rows[index.row()], str(value).strip()
        try:
            number = Fraction(text) if text else None
        except (ValueError, ZeroDivisionError):
            return False
        if number is not None and number < 0:
            return False
        match index.column():
            case Column.WEIGHT:
                row.weight = number or Fraction()
            case _ if number is not None and number.denominator != 1:
                return False
            case Column.LEAST:
                row.least = int(number or 0)
            case Column.MOST:
                row.most = None if number is None else int(number)
            case _:
                return False
        self.dataChanged.emit(index, index)
        self.edited.emit()
        return True
