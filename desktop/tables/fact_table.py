"""A table of facts to read: columns that say how a row is written and sorted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from desktop.tables.reading_table import ReadingTableView

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
Target = tuple[str, str]  # ("facility", id) or ("division", code)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WIDEST = 190  # pixels: a long name does not push the figures out of sight
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class FactColumn:
    """`sort` gives what the column sorts by, the text where there is none; figures stand right."""

    heading: str
    text: Callable[[Any], str]
    sort: Callable[[Any], float | str] | None = None
    figure: bool = False


@dataclass(frozen=True)
class FactTable:
    """Rows of any one kind, the columns they are shown in, and what each row is about."""

    columns: tuple[FactColumn, ...] = ()
    rows: tuple[Any, ...] = ()
    target: Callable[[Any], Target] = lambda row: ("", "")


class FactTableModel(QAbstractTableModel):
    """Shows a FactTable; SORT_ROLE gives what a cell sorts by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = FactTable()

    def show(self, table: FactTable) -> None:
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def target(self, row: int) -> Target:
        return self._table.target(self._table.rows[row])

    def row_of(self, target: Target) -> int | None:
        """The first row about a facility or division, or None."""
        targets = map(self._table.target, self._table.rows)
        return next((row for row, found in enumerate(targets) if found == target), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._table.columns[section].heading

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column, row = self._table.columns[index.column()], self._table.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.figure else _LEFT
            case _ if role == SORT_ROLE:
                return column.sort(row) if column.sort else column.text(row)
        return None


class FactTableView(ReadingTableView):
    """The view of a FactTable. Signal: picked(target) when the planner chooses a row."""

    picked = Signal(object)

    def __init__(self) -> None:
        facts, proxy = FactTableModel(), QSortFilterProxyModel()
        proxy.setSourceModel(facts)
        proxy.setSortRole(SORT_ROLE)
        proxy.setSortLocaleAware(True)
        super().__init__(proxy, ())
        self.facts, self._proxy = facts, proxy
        self.setAlternatingRowColors(True)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.current_changed.connect(self._pick)

    def show_table(self, table: FactTable) -> None:
        """Show other rows; a row about what was chosen stays chosen."""
        before = self._chosen_target()
        self.facts.show(table)
        self.resizeColumnsToContents()
        for column in range(self.facts.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), _WIDEST))
        if before is not None:
            self.choose_target(before)

    def choose_target(self, target: Target) -> None:
        """Choose the row about a facility or division, where there is one."""
        row = self.facts.row_of(target)
        if row is not None and target != self._chosen_target():
            self.choose(self._proxy.mapFromSource(self.facts.index(row, 0)).row())

    def _chosen_target(self) -> Target | None:
        row = self.chosen
        if row is None:
            return None
        return self.facts.target(self._proxy.mapToSource(self._proxy.index(row, 0)).row())

    def _pick(self) -> None:
        target = self._chosen_target()
        if target is not None:
            self.picked.emit(target)
