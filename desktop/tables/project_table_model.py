"""The capital projects of the plan as a table that follows each edit."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.session import CountySession
from models.edits import Edit
from models.facility import Facility
from models.figures import format_count
from models.plan import Project

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole


class ProjectColumn(IntEnum):
    NUMBER = 0
    NAME = 1
    NATURE = 2
    PERIOD = 3
    TOTAL = 4
    WITHIN = 5
    CONTENT = 6
    FACILITY = 7
    NOTE = 8


_RIGHT = frozenset({ProjectColumn.NUMBER, ProjectColumn.TOTAL, ProjectColumn.WITHIN})


class ProjectTableModel(QAbstractTableModel):
    """One row a project, in printed order. Amounts are in 万元, blank where none is stated."""

    def __init__(self, session: CountySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._projects: list[Project] = []
        self.reload()

    def reload(self) -> None:
        """Read everything again: another plan."""
        self.beginResetModel()
        self._projects = self._session.county.projects(self._session.plan.id)
        self.endResetModel()

    def follow(self, edit: Edit) -> None:
        """Show what an edit did to projects, and to the names of facilities they build."""
        records = [change.record for change in edit.changes]
        if not any(isinstance(r, Project | Facility) for r in records):
            return
        after = self._session.county.projects(self._session.plan.id)
        before, self._projects = [p.id for p in self._projects], self._projects
        if [p.id for p in after] != before:
            self.reload()
        elif after:
            self._projects = after
            last = self.index(len(after) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def project(self, row: int) -> Project:
        return self._projects[row]

    def row_of(self, project_id: str) -> int | None:
        return next((i for i, p in enumerate(self._projects) if p.id == project_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._projects)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ProjectColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            ProjectColumn.NUMBER: self.tr("No."),
            ProjectColumn.NAME: self.tr("Project"),
            ProjectColumn.NATURE: self.tr("Kind of work"),
            ProjectColumn.PERIOD: self.tr("Period"),
            ProjectColumn.TOTAL: self.tr("Investment\n(10,000 yuan)"),
            ProjectColumn.WITHIN: self.tr("In the plan's\nperiod"),
            ProjectColumn.CONTENT: self.tr("Scale and content"),
            ProjectColumn.FACILITY: self.tr("Facility"),
            ProjectColumn.NOTE: self.tr("Note"),
        }[ProjectColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        project, column = self._projects[index.row()], ProjectColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(project, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._text(project, column)
            return f"{text}\n{project.source}".strip() if project.source else text
        if role == SORT_ROLE:
            return self._sort_key(index.row(), project, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column in _RIGHT
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, project: Project, column: ProjectColumn) -> str:
        match column:
            case ProjectColumn.NUMBER:
                return project.number
            case ProjectColumn.NAME:
                return project.name
            case ProjectColumn.NATURE:
                return project.nature
            case ProjectColumn.PERIOD:
                return project.period
            case ProjectColumn.TOTAL:
                return amount_text(project.total_investment)
            case ProjectColumn.WITHIN:
                return amount_text(project.period_investment)
            case ProjectColumn.CONTENT:
                return project.content
            case ProjectColumn.FACILITY:
                return self._facility_name(project)
            case _:
                return project.note

    def _facility_name(self, project: Project) -> str:
        if project.facility_id is None:
            return ""
        return self._session.county.facility(project.facility_id).name

    def _sort_key(self, row: int, project: Project, column: ProjectColumn) -> Any:
        """Amounts by size, blank ones first; the number is the printed order."""
        match column:
            case ProjectColumn.NUMBER:
                return row
            case ProjectColumn.TOTAL:
                return _size(project.total_investment)
            case ProjectColumn.WITHIN:
                return _size(project.period_investment)
            case _:
                return self._text(project, column)


class ProjectFilter(QSortFilterProxyModel):
    """The projects whose words, in any column, hold every word of the search text."""

    def __init__(self, model: ProjectTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def search(self, text: str) -> None:
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        model = self.sourceModel()
        cells = (model.index(source_row, c).data() or "" for c in range(model.columnCount()))
        text = "\n".join(cells).casefold()
        return all(word in text for word in self._words)


def amount_text(amount: Decimal | None) -> str:
    """An amount in full digits; nothing where it is blank."""
    return "" if amount is None else format_count(amount)


def _size(amount: Decimal | None) -> float:
    return -1.0 if amount is None else float(amount)
