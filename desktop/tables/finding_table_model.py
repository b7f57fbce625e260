"""The findings of the plan as a table that follows each edit row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import is_
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from desktop import finding_wording as words
from desktop import theme
from desktop.finding_wording import (
    FIGURES,
    UNCHECKED,
    FindingColumn,
    Row,
    severity_of,
    subject_of,
)
from desktop.session import CountySession
from models.rules.rule import Severity, Subject, Unchecked
from models.rules.setting import Acknowledgement

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole


def _key(row: Row) -> tuple[str, str, Subject]:
    return row.rule.id, severity_of(row), subject_of(row)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of neighbouring rows, ascending."""
    starts = [row for i, row in enumerate(rows) if not i or rows[i - 1] != row - 1]
    ends = [row for i, row in enumerate(rows) if i + 1 == len(rows) or rows[i + 1] != row + 1]
    return list(zip(starts, ends, strict=True))


def _absent(rows: Sequence[Row], ids: set[int]) -> list[int]:
    """Where the rows stand that are none of these objects."""
    return [n for n, row in enumerate(map(id, rows)) if row not in ids]


def _merged(
    before: Sequence[Row],
    after: Sequence[Row],
    again: Mapping[int, int],
    removed: Sequence[tuple[int, int]],
    added: Sequence[tuple[int, int]],
) -> list[Row]:
    """What the rows become when those that stay keep their order."""
    rows = list(before)
    for row, new_row in again.items():
        rows[row] = after[new_row]
    for start, end in reversed(removed):
        del rows[start : end + 1]
    for start, end in added:
        rows[start:start] = after[start : end + 1]
    return rows


class FindingTableModel(QAbstractTableModel):
    """One row per finding, errors first, then what could not be computed."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self._session = session
        self._findings: list[Row] = self._rows()

    def reload(self) -> None:
        """Read the findings again; rows that stay keep their selection and place."""
        before, after = self._findings, self._rows()
        # A finding that has not changed is the same object; only the few others are compared.
        were, are = set(map(id, before)), set(map(id, after))
        new = {_key(after[row]): row for row in _absent(after, were)}
        old = _absent(before, are)
        again = {row: new.pop(_key(before[row])) for row in old if _key(before[row]) in new}
        removed, added = _runs([row for row in old if row not in again]), _runs(list(new.values()))
        if not all(map(is_, _merged(before, after, again, removed, added), after)):
            self.beginResetModel()  # the facilities stand in another order
            self._findings = after
            self.endResetModel()
            return
        last = self.columnCount() - 1
        for row, new_row in again.items():
            before[row] = after[new_row]
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        for start, end in reversed(removed):
            self.beginRemoveRows(QModelIndex(), start, end)
            del before[start : end + 1]
            self.endRemoveRows()
        for start, end in added:
            self.beginInsertRows(QModelIndex(), start, end)
            before[start:start] = after[start : end + 1]
            self.endInsertRows()

    def _rows(self) -> list[Row]:
        evaluation = self._session.evaluation
        return [*evaluation.findings, *evaluation.unchecked]

    def acknowledgement(self, row: Row) -> Acknowledgement | None:
        """What the planner has said about a row."""
        return words.acknowledgement(row, self._session)

    def repaint_states(self) -> None:
        """After findings were acknowledged or withdrawn."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, row: int) -> Row:
        return self._findings[row]

    @property
    def rows(self) -> Sequence[Row]:
        return self._findings

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FindingColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return words.heading(FindingColumn(section))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding, column = self._findings[index.row()], FindingColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words.cell_text(finding, column, self._session)
        if role == SORT_ROLE:
            return self._sort_key(index.row(), finding, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column in FIGURES
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(finding, column)
        return None

    def _colour(self, row: Row, column: FindingColumn) -> QBrush | None:
        if self.acknowledgement(row) is not None:
            return QBrush(theme.MUTED)
        if column is not FindingColumn.SEVERITY:
            return None
        severity = severity_of(row)
        if severity == UNCHECKED:
            return QBrush(theme.MUTED)
        return QBrush(theme.ERROR if severity == Severity.ERROR else theme.WARNING)

    def _sort_key(self, row: int, finding: Row, column: FindingColumn) -> Any:
        """Severity sorts in the evaluation's own order; figures by size, unknown ones last."""
        match column:
            case FindingColumn.SEVERITY:
                return row
            case _ if isinstance(finding, Unchecked):
                return (
                    float("inf")
                    if column in FIGURES
                    else words.cell_text(finding, column, self._session)
                )
            case FindingColumn.MEASURED:
                return float("inf") if finding.measured is None else float(finding.measured)
            case FindingColumn.LIMIT:
                return float(finding.limit)
            case FindingColumn.SHORTFALL:
                return float("inf") if finding.shortfall is None else float(finding.shortfall)
            case _:
                return words.cell_text(finding, column, self._session)
