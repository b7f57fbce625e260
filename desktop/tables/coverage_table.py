"""The population points of the coverage page: uncovered ones first, then the farthest."""

from __future__ import annotations

from enum import IntEnum
from math import inf

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from desktop.map.map_data import Measured
from desktop.map.wording import class_word, how_far, limit_in_unit
from desktop.theme import ERROR
from models.catalogue import Catalogue, Language
from models.coverage import Point, RuleCoverage
from models.figures import BLANK, format_limit
from models.rules.rule import RuleKind

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
POINT_ROLE = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    NAME = 0
    RESULT = 1
    DISTANCE = 2
    LIMIT = 3
    POPULATION = 4
    URBAN = 5
    NEAREST = 6


_FIGURES = (Column.POPULATION, Column.DISTANCE, Column.LIMIT)


class CoverageTableModel(QAbstractTableModel):
    """One row per rule and point. SORT_ROLE gives what a column sorts by, POINT_ROLE the Point."""

    def __init__(
        self, catalogue: Catalogue, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._language = catalogue, language
        self._rows: list[Measured] = []
        self._by_time = False

    def show_rules(self, rules: list[RuleCoverage]) -> None:
        """Show the points of these rules, which are all of one unit: km or minutes."""
        self.beginResetModel()
        self._by_time = any(r.rule.kind is RuleKind.TRAVEL_TIME for r in rules)
        self._rows = sorted(
            (Measured(r.rule, p) for r in rules for p in r.points),
            key=lambda m: (m.point.covered, -_distance(m.point), m.point.division_code),
        )
        self.endResetModel()

    def row_of(self, division_code: str) -> int | None:
        """The first row of a division, or None."""
        codes = [m.point.division_code for m in self._rows]
        return codes.index(division_code) if division_code in codes else None

    def point(self, row: int) -> Point:
        return self._rows[row].point

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Population point"),
            self.tr("Result"),
            self.tr("Time\n(minutes)") if self._by_time else self.tr("Distance\n(km)"),
            self.tr("Limit\n(minutes)") if self._by_time else self.tr("Limit\n(km)"),
            self.tr("Population"),
            self.tr("Class"),
            self.tr("Nearest site"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], Column(index.column())
        point = row.point
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in _FIGURES:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if not point.covered and column is Column.RESULT:
                return QColor(ERROR)
            case Qt.ItemDataRole.FontRole if not point.covered:
                font = QFont()
                font.setBold(column is Column.RESULT)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(row, column)
            case _ if role == SORT_ROLE:
                return self._sort_value(row, column)
            case _ if role == POINT_ROLE:
                return point
        return None

    def _text(self, row: Measured, column: Column) -> str:
        point = row.point
        match column:
            case Column.NAME:
                return point.name
            case Column.URBAN:
                return class_word(point.urban, self._catalogue, self._language)
            case Column.POPULATION:
                return BLANK if point.population is None else f"{point.population:,}"
            case Column.NEAREST:
                return point.nearest_name or BLANK
            case Column.DISTANCE:
                return how_far(row.rule, point)
            case Column.LIMIT:
                return format_limit(limit_in_unit(row.rule))
            case Column.RESULT:
                return self._result(row)

    def _result(self, row: Measured) -> str:
        if row.rule.kind is RuleKind.TRAVEL_TIME:
            return self.tr("In time") if row.point.covered else self.tr("Not in time")
        return self.tr("Within") if row.point.covered else self.tr("Outside")

    def _sort_value(self, row: Measured, column: Column) -> float | str | bool:
        point = row.point
        match column:
            case Column.POPULATION:
                return -1 if point.population is None else point.population
            case Column.DISTANCE:
                return _distance(point)
            case Column.LIMIT:
                return point.limit_m
            case Column.RESULT:
                return point.covered
            case _:
                return self._text(row, column)


class CoverageFilter(QSortFilterProxyModel):
    """Sorts by SORT_ROLE; may keep uncovered points only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._only_uncovered = False
        self.setSortRole(SORT_ROLE)
        self.setSortLocaleAware(True)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def set_only_uncovered(self, only: bool) -> None:
        self.beginFilterChange()
        self._only_uncovered = only
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        index = self.sourceModel().index(source_row, Column.NAME, source_parent)
        if self._only_uncovered and index.data(POINT_ROLE).covered:
            return False
        return super().filterAcceptsRow(source_row, source_parent)


def _distance(point: Point) -> float:
    """Metres to the nearest site, by road the minutes; a point without any is farthest of all."""
    if point.way is not None:
        return inf if point.way.minutes is None else float(point.way.minutes)
    return inf if point.distance_m is None else point.distance_m
