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

from desktop.map.wording import class_word, kilometres, limit_km
from desktop.theme import ERROR
from models.catalogue import Catalogue, Language
from models.coverage import Point, RuleCoverage
from models.figures import BLANK, format_limit

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
        self._points: list[Point] = []

    def show_rules(self, rules: list[RuleCoverage]) -> None:
        """Show the points of these rules."""
        self.beginResetModel()
        self._points = sorted(
            (p for measured in rules for p in measured.points),
            key=lambda p: (p.covered, -_distance(p), p.division_code),
        )
        self.endResetModel()

    def row_of(self, division_code: str) -> int | None:
        """The first row of a division, or None."""
        codes = [p.division_code for p in self._points]
        return codes.index(division_code) if division_code in codes else None

    def point(self, row: int) -> Point:
        return self._points[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._points)

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
            self.tr("Distance\n(km)"),
            self.tr("Limit\n(km)"),
            self.tr("Population"),
            self.tr("Class"),
            self.tr("Nearest site"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        point, column = self._points[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(point, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in _FIGURES:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if not point.covered and column is Column.RESULT:
                return QColor(ERROR)
            case Qt.ItemDataRole.FontRole if not point.covered:
                font = QFont()
                font.setBold(column is Column.RESULT)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(point, column)
            case _ if role == SORT_ROLE:
                return self._sort_value(point, column)
            case _ if role == POINT_ROLE:
                return point
        return None

    def _text(self, point: Point, column: Column) -> str:
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
                return kilometres(point)
            case Column.LIMIT:
                return format_limit(limit_km(point))
            case Column.RESULT:
                return self.tr("Within") if point.covered else self.tr("Outside")

    def _sort_value(self, point: Point, column: Column) -> float | str | bool:
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
                return self._text(point, column)


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
    """Metres to the nearest site; a point without any is farther than all others."""
    return inf if point.distance_m is None else point.distance_m
