"""The findings of the plan as a table that follows each edit row by row."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from desktop import theme, wording
from desktop.session import CountySession
from models.rules.rule import Finding, Severity, Subject

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
MARKS = {Severity.ERROR: "✕", Severity.WARNING: "!"}


class FindingColumn(IntEnum):
    SEVERITY = 0
    SUBJECT = 1
    RULE = 2
    MEASURED = 3
    LIMIT = 4
    SHORTFALL = 5
    NATURE = 6
    SOURCE = 7


_RIGHT = frozenset({FindingColumn.MEASURED, FindingColumn.LIMIT, FindingColumn.SHORTFALL})


def _key(finding: Finding) -> tuple[str, Subject]:
    return finding.rule.id, finding.subject


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of neighbouring rows, ascending."""
    starts = [row for i, row in enumerate(rows) if not i or rows[i - 1] != row - 1]
    ends = [row for i, row in enumerate(rows) if i + 1 == len(rows) or rows[i + 1] != row + 1]
    return list(zip(starts, ends, strict=True))


class FindingTableModel(QAbstractTableModel):
    """One row per finding, in the order of the evaluation: errors first."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self._session = session
        self._findings: list[Finding] = session.evaluation.findings

    def reload(self) -> None:
        """Read the findings again; rows that stay keep their selection and place."""
        after = self._session.evaluation.findings
        # A finding that has not changed is the same object; only the few others are compared.
        same = set(map(id, self._findings)) & set(map(id, after))
        new = {_key(f): f for f in after if id(f) not in same}
        kept = [f if id(f) in same else new.pop(_key(f), None) for f in self._findings]
        added = set(map(id, new.values()))
        if [f for f in kept if f is not None] != [f for f in after if id(f) not in added]:
            self.beginResetModel()  # the facilities stand in another order
            self._findings = after
            self.endResetModel()
            return
        self._replace(kept)
        for start, end in reversed(_runs([row for row, f in enumerate(kept) if f is None])):
            self.beginRemoveRows(QModelIndex(), start, end)
            del self._findings[start : end + 1]
            self.endRemoveRows()
        for start, end in _runs([row for row, f in enumerate(after) if id(f) in added]):
            self.beginInsertRows(QModelIndex(), start, end)
            self._findings[start:start] = after[start : end + 1]
            self.endInsertRows()

    def _replace(self, kept: Sequence[Finding | None]) -> None:
        last = self.columnCount() - 1
        for row, finding in enumerate(kept):
            if finding is not None and finding is not self._findings[row]:
                self._findings[row] = finding
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def finding(self, row: int) -> Finding:
        return self._findings[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FindingColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            FindingColumn.SEVERITY: self.tr("Severity"),
            FindingColumn.SUBJECT: self.tr("Subject"),
            FindingColumn.RULE: self.tr("Rule"),
            FindingColumn.MEASURED: self.tr("Measured"),
            FindingColumn.LIMIT: self.tr("Limit"),
            FindingColumn.SHORTFALL: self.tr("Shortfall"),
            FindingColumn.NATURE: self.tr("Nature"),
            FindingColumn.SOURCE: self.tr("Source"),
        }[FindingColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding, column = self._findings[index.row()], FindingColumn(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(finding, column)
        if role == SORT_ROLE:
            return self._sort_key(index.row(), finding, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column in _RIGHT
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == FindingColumn.SEVERITY:
            is_error = finding.severity is Severity.ERROR
            return QBrush(theme.ERROR if is_error else theme.WARNING)
        return None

    def _text(self, finding: Finding, column: FindingColumn) -> str:
        catalogue, language = self._session.catalogue, self._session.language
        rule = finding.rule
        match column:
            case FindingColumn.SEVERITY:
                word = catalogue.word("severity", finding.severity, language)
                return f"{MARKS[finding.severity]} {word}"
            case FindingColumn.SUBJECT:
                return wording.subject_text(finding.subject, self._session.county)
            case FindingColumn.RULE:
                return wording.rule_text(rule, language)
            case FindingColumn.MEASURED:
                return wording.measured_value(rule, finding.measured)
            case FindingColumn.LIMIT:
                return wording.limit_text(rule)
            case FindingColumn.SHORTFALL:
                return wording.shortfall_text(finding, catalogue, language)
            case FindingColumn.NATURE:
                return catalogue.word("nature", rule.nature, language)
            case _:
                return f"{rule.source.document} {rule.source.clause}"

    def _sort_key(self, row: int, finding: Finding, column: FindingColumn) -> Any:
        """Severity sorts in the evaluation's own order; figures by size, unknown ones last."""
        match column:
            case FindingColumn.SEVERITY:
                return row
            case FindingColumn.MEASURED:
                return float("inf") if finding.measured is None else float(finding.measured)
            case FindingColumn.LIMIT:
                return float(finding.limit)
            case FindingColumn.SHORTFALL:
                return float("inf") if finding.shortfall is None else float(finding.shortfall)
            case _:
                return self._text(finding, column)
