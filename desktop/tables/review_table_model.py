"""The mid-term review of one year; reasons are typed in its last column."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from desktop import indicator_wording as words
from desktop import review_wording, theme
from desktop.session import CountySession
from models.edits import Edit
from models.midterm_review import ReviewRow, Verdict, reason_change, review

Index = QModelIndex | QPersistentModelIndex


class ReviewColumn(IntEnum):
    NUMBER = 0
    NAME = 1
    BASELINE = 2
    TARGET = 3
    PLANNED = 4
    ACTUAL = 5
    DIFFERENCE = 6
    VERDICT = 7
    REASON = 8


_LEFT = (ReviewColumn.NAME, ReviewColumn.VERDICT, ReviewColumn.REASON)


class ReviewTableModel(QAbstractTableModel):
    """A row per printed indicator; each reason that is typed is one undoable edit."""

    def __init__(self, session: CountySession, year: int) -> None:
        super().__init__()
        self._session = session
        self.year = year
        self.rows: list[ReviewRow] = []
        self.reload()

    def show_year(self, year: int) -> None:
        self.year = year
        self.reload()

    def reload(self) -> None:
        self.beginResetModel()
        self.rows = review(self._session.evaluation, self._session.catalogue, self.year)
        self.endResetModel()

    def count(self, verdict: Verdict) -> int:
        return sum(row.verdict is verdict for row in self.rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ReviewColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        plan = self._session.plan
        return {
            ReviewColumn.NUMBER: self.tr("No."),
            ReviewColumn.NAME: self.tr("Indicator"),
            ReviewColumn.BASELINE: self.tr("{baseline}\nprinted"),
            ReviewColumn.TARGET: self.tr("{target}\ntarget"),
            ReviewColumn.PLANNED: self.tr("{year}\nplanned"),
            ReviewColumn.ACTUAL: self.tr("{year}\nactual"),
            ReviewColumn.DIFFERENCE: self.tr("Difference"),
            ReviewColumn.VERDICT: self.tr("Verdict"),
            ReviewColumn.REASON: self.tr("Reason"),
        }[ReviewColumn(section)].format(
            baseline=plan.baseline_year, target=plan.target_year, year=self.year
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_open = index.column() == ReviewColumn.REASON and not self._session.plan.is_locked
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], ReviewColumn(index.column())
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.EditRole,
        ):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column in _LEFT else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column == ReviewColumn.VERDICT:
            if row.verdict is Verdict.BEHIND:
                return QBrush(theme.WARNING)
            return QBrush(theme.MUTED) if row.verdict is Verdict.UNKNOWN else None
        return None

    def _text(self, row: ReviewRow, column: ReviewColumn) -> str:
        indicator = row.stated.indicator
        assert indicator is not None
        match column:
            case ReviewColumn.NUMBER:
                return indicator.number
            case ReviewColumn.NAME:
                return words.name_text(row.stated, self._session.language)
            case ReviewColumn.BASELINE:
                return indicator.baseline.strip()
            case ReviewColumn.TARGET:
                return indicator.target.strip()
            case ReviewColumn.PLANNED:
                return review_wording.planned_text(row)
            case ReviewColumn.ACTUAL:
                return review_wording.actual_text(row)
            case ReviewColumn.DIFFERENCE:
                return words.difference_text(row.difference)
            case ReviewColumn.VERDICT:
                return review_wording.verdict_text(row)
            case _:
                return row.reason

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        indicator = self.rows[index.row()].stated.indicator
        if role != Qt.ItemDataRole.EditRole or indicator is None:
            return False
        session = self._session
        change = reason_change(session.county, session.plan, indicator, self.year, str(value))
        if change is None:
            return False
        return session.do(Edit(self.tr("Reason in the mid-term review"), (change,)))
