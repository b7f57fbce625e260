"""Indicators by year: what was entered, and, lighter, what the county's figures amount to."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont

from desktop import indicator_wording as words
from desktop import theme
from desktop.session import CountySession
from models.edits import Edit
from models.errors import BadCells, Reason
from models.figures import BLANK
from models.indicator_progress import Way, YearFigure, actual_figure
from models.indicator_values import ValueCell, described_changes, entered_changes
from models.measure import Allocation
from models.plan import IndicatorValue
from models.stated_indicator import StatedIndicator, stated_indicators

Index = QModelIndex | QPersistentModelIndex
NAME, TARGET, FIRST_YEAR = 0, 1, 2
_PART = " *"  # behind a figure that not all facilities are in


class IndicatorValuesModel(QAbstractTableModel):
    """A row per printed indicator: name, target, then the years of the plan.

    `refused(BadCells)` when a text cannot be taken; nothing was changed then.
    """

    refused = Signal(object)

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self._session = session
        self._figures: dict[tuple[int, int], YearFigure | None] = {}
        self.rows: list[StatedIndicator] = []
        self.reload()

    def reload(self) -> None:
        self.beginResetModel()
        session = self._session
        printed = session.county.indicators(session.plan.id)
        self.rows = [
            s for s in stated_indicators(printed, session.rules) if s.indicator is not None
        ]
        self._figures.clear()
        self.endResetModel()

    def follow(self, edit: Edit) -> None:
        kinds = (Allocation, IndicatorValue)
        if not all(isinstance(change.record, kinds) for change in edit.changes):
            self.reload()
            return
        self._figures.clear()
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def years(self) -> range:
        plan = self._session.plan
        return range(plan.baseline_year, plan.target_year + 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else FIRST_YEAR + len(self.years)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.heading(section)

    def heading(self, column: int) -> str:
        if column >= FIRST_YEAR:
            return str(self.years[column - FIRST_YEAR])
        return self.tr("Indicator") if column == NAME else self.tr("Target")

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_open = index.column() >= FIRST_YEAR and not self._session.plan.is_locked
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def key(self, row: int, column: int) -> tuple[str, str, int] | None:
        """The record of a cell; None left of the years."""
        indicator = self.rows[row].indicator
        if column < FIRST_YEAR or indicator is None:
            return None
        return (self._session.plan.id, indicator.id, self.years[column - FIRST_YEAR])

    def entered(self, row: int, column: int) -> IndicatorValue | None:
        key = self.key(row, column)
        return None if key is None else self._session.county.table(IndicatorValue).get(key)

    def _figure(self, row: int, column: int) -> YearFigure | None:
        if (row, column) not in self._figures:
            session, year = self._session, self.years[column - FIRST_YEAR]
            self._figures[row, column] = actual_figure(
                self.rows[row], session.evaluation, session.catalogue, year
            )
        return self._figures[row, column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        stated = self.rows[row]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            return right if column != NAME else None
        if column < FIRST_YEAR:
            if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return None
            name = words.name_text(stated, self._session.language)
            return name if column == NAME else words.goal_text(stated)
        if role == Qt.ItemDataRole.EditRole:
            found = self.entered(row, column)
            return "" if found is None else words.entered_text(stated, Fraction(found.value))
        return self._shown(stated, self._figure(row, column), row, column, role)

    def _shown(
        self, stated: StatedIndicator, figure: YearFigure | None, row: int, column: int, role: int
    ) -> Any:
        if figure is None:
            return None
        is_entered = figure.way is Way.ENTERED
        if role == Qt.ItemDataRole.DisplayRole:
            if is_entered:
                return words.entered_text(stated, figure.value)
            return words.value_text(stated, figure.value) + ("" if figure.complete else _PART)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(figure, self.entered(row, column))
        if role == Qt.ItemDataRole.ForegroundRole and not is_entered:
            return QBrush(theme.MUTED)
        if role == Qt.ItemDataRole.FontRole and not is_entered:
            font = QFont()
            font.setItalic(True)
            return font
        return None

    def copied(self, row: int, column: int) -> str:
        """A cell as it goes to the clipboard, so that it can be pasted again."""
        return str(self.index(row, column).data() or "").removesuffix(_PART)

    def _tip(self, figure: YearFigure, value: IndicatorValue | None) -> str:
        if value is not None:
            return self.tr("Entered. Source: {source}. Note: {note}").format(
                source=value.source or BLANK, note=value.note or BLANK
            )
        if figure.complete:
            return self.tr("Computed from the facilities' figures; type to enter another value")
        return self.tr("Computed, but not all facilities have a figure for this year")

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        return self.write([(index.row(), index.column(), str(value))])

    def write(self, texts: Iterable[tuple[int, int, str]]) -> bool:
        """Enter texts (row, column, text) as one edit; False where one was refused."""
        session = self._session
        cells = [
            (ValueCell(r + 1, self.heading(c), self.key(r, c), Reason.READ_ONLY), text)
            for r, c, text in texts
        ]
        try:
            changes = entered_changes(session.county, cells)
        except BadCells as error:
            self.refused.emit(error)
            return False
        return session.do(Edit(self.tr("Enter values of indicators"), changes))

    def describe(self, cells: Iterable[tuple[int, int]], source: str, note: str) -> bool:
        """Give entered values a source and a note, as one edit."""
        keys = [key for r, c in cells if (key := self.key(r, c)) is not None]
        session = self._session
        changes = described_changes(session.county, keys, source=source, note=note)
        return session.do(Edit(self.tr("Source of indicator values"), changes))
