"""What the workload requires of each facility and cadre, as a table to read."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QBrush

from desktop import theme
from desktop.session import CountySession
from desktop.tables.written_view import two_lines
from models.figures import BLANK, format_change, format_count
from models.workload_staffing import WorkloadResult, workload_result, workload_results
from models.workload_wording import STAFF_DECIMALS, Derivation, rounded

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("facility", "cadre", "required", "whole", "current", "planned", "ratio", "gap")
_WORDS = ("facility", "cadre")
SORT_ROLE = Qt.ItemDataRole.UserRole
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class WorkloadResultModel(QAbstractTableModel):
    """One row for each facility and cadre that has activities. Too few staff and what cannot be
    computed are marked by a sign as well as a colour."""

    def __init__(self, session: CountySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.results: list[WorkloadResult] = []
        self.shown: frozenset[tuple[str, str]] = frozenset()  # facility and cadre

    def reread(self, shown: frozenset[tuple[str, str]]) -> None:
        """Compute anew; only those of the facilities and cadres `shown`."""
        self.beginResetModel()
        found = workload_results(self._session.county, self._session.plan)
        self.results = [r for r in found if (r.facility_id, r.measure) in shown]
        self.endResetModel()

    def compute_again(self, groups: Iterable[tuple[str, str]]) -> None:
        """Compute the results of these facilities and cadres anew; the rows stay."""
        session = self._session
        rows = {(r.facility_id, r.measure): row for row, r in enumerate(self.results)}
        for group in groups:
            row = rows.get(group)
            found = workload_result(session.county, session.plan, *group)
            if row is not None and found is not None:
                self.results[row] = found
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def row_of(self, facility_id: str, measure: str) -> int | None:
        keys = [(r.facility_id, r.measure) for r in self.results]
        return keys.index((facility_id, measure)) if (facility_id, measure) in keys else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.results)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        session = self._session
        heading = session.catalogue.word("workload-result", COLUMNS[section], session.language)
        return two_lines(heading)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        result, column = self.results[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(result, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if column in _WORDS else _RIGHT
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(result, column)
            case Qt.ItemDataRole.ToolTipRole:
                session = self._session
                derivation = Derivation(session.catalogue, session.language)
                return "\n".join(derivation.steps(result))
        return self._sort_key(index.row(), result, column) if role == SORT_ROLE else None

    def _text(self, result: WorkloadResult, column: str) -> str:
        session, required = self._session, result.requirement
        match column:
            case "facility":
                return session.county.facility(result.facility_id).name
            case "cadre":
                return session.catalogue.measure_name(result.measure, session.language)
            case "required":
                return _figure(required.required) if required.required is not None else "! ?"
            case "whole":
                return format_count(required.whole)
            case "current":
                return format_count(result.current)
            case "planned":
                return format_count(result.planned)
            case "ratio":
                return _figure(result.ratio)
        gap = result.gap
        mark = "! " if gap is not None and gap < 0 else ""
        return mark + format_change(gap)

    def _colour(self, result: WorkloadResult, column: str) -> QBrush | None:
        lacking = column == "required" and result.requirement.required is None
        too_few = column == "gap" and result.gap is not None and result.gap < 0
        return QBrush(theme.WARNING) if lacking or too_few else None

    def _sort_key(self, row: int, result: WorkloadResult, column: str) -> Any:
        """Figures by size, those not known first; facilities in the order of the county."""
        if column == "facility":
            return row
        if column == "cadre":
            return self._text(result, column)
        found: Decimal | Fraction | int | None = {
            "required": result.requirement.required,
            "whole": result.requirement.whole,
            "current": result.current,
            "planned": result.planned,
            "ratio": result.ratio,
            "gap": result.gap,
        }[column]
        return float("-inf") if found is None else float(found)


class WorkloadResultOrder(QSortFilterProxyModel):
    """The results as sorted by a column."""

    def __init__(self, model: WorkloadResultModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def result_at(self, row: int | None) -> WorkloadResult | None:
        """The result of a row as shown."""
        if row is None or not 0 <= row < self.rowCount():
            return None
        return self.results.results[self.mapToSource(self.index(row, 0)).row()]

    def row_of(self, facility_id: str, measure: str) -> int | None:
        row = self.results.row_of(facility_id, measure)
        return None if row is None else self.mapFromSource(self.results.index(row, 0)).row()


def _figure(value: Fraction | None) -> str:
    return BLANK if value is None else rounded(value, STAFF_DECIMALS)
