"""The grand total of the allocation table as a row of its own, so that it can stay in view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desktop.tables.allocation_table_model import AllocationTableModel

Index = QModelIndex | QPersistentModelIndex


class TotalRowModel(QAbstractTableModel):
    """One row with the columns of the table that it totals; nothing in it can be edited."""

    def __init__(self, table: AllocationTableModel) -> None:
        super().__init__()
        self._table = table
        table.modelAboutToBeReset.connect(self.beginResetModel)
        table.modelReset.connect(self.endResetModel)
        table.totals_changed.connect(self._tell)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return self._table.columnCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._table.total_data(index.column(), role) if index.isValid() else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._table.headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("TotalRowModel", "Total of all facilities")
        return self._table.total_data(0, role) if role == Qt.ItemDataRole.FontRole else None

    def _tell(self) -> None:
        if self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(0, self.columnCount() - 1))
