"""Which contradictions are shown: by kind and by a text."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

from desktop.tables.discrepancy_table_model import (
    SORT_ROLE,
    DiscrepancyColumn,
    DiscrepancyTableModel,
)
from models.discrepancy import Discrepancy, DiscrepancyKind


class DiscrepancyFilter(QSortFilterProxyModel):
    """The rows of a DiscrepancyTableModel whose kind is wanted and that hold the text."""

    def __init__(self, model: DiscrepancyTableModel) -> None:
        super().__init__()
        self._model = model
        self._kinds: Set[DiscrepancyKind] = frozenset(DiscrepancyKind)
        self._text = ""
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def choose(self, kinds: Set[DiscrepancyKind], text: str) -> None:
        self._kinds, self._text = kinds, text.strip().casefold()
        self.invalidate()

    def found_at(self, row: int) -> Discrepancy:
        return self._model.row_at(self.mapToSource(self.index(row, 0)).row())

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        found = self._model.row_at(row)
        if found.kind not in self._kinds:
            return False
        cells = (str(self._model.index(row, column).data()) for column in DiscrepancyColumn)
        return self._text in " ".join((*cells, *found.quotes)).casefold()
