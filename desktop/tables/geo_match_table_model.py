"""The features of a layer, how each was matched, and what it becomes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from desktop import theme
from desktop.geo_import_wording import decision_text, state_text
from models.county import County
from models.facility import Facility
from models.geo_matching import GeoMatch, MatchState
from models.geo_part import ImportPart
from models.geo_use import GeoRole, text_of
from models.geography import Division

Index = QModelIndex | QPersistentModelIndex
_NUMBER = 0


class GeoMatchTableModel(QAbstractTableModel):
    """A row for each feature that has a place; on wish only those that somebody should decide."""

    def __init__(self, county: County) -> None:
        super().__init__()
        self._county = county
        self._part: ImportPart | None = None
        self._rows: list[GeoMatch] = []

    def show_part(self, part: ImportPart, only_open: bool) -> None:
        self.beginResetModel()
        self._part = part
        self._rows = [m for m in part.matches if not only_open or _is_open(part, m)]
        self.endResetModel()

    def follow(self, part: ImportPart) -> None:
        """Other decisions on the same features; the rows stay where they are."""
        self._part = part
        if self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1)
            )

    def match_at(self, row: int) -> GeoMatch:
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("No."),
            self.tr("In the file"),
            self.tr("Township in the file"),
            self.tr("Matched"),
            self.tr("Becomes"),
            self.tr("Township"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._part is None or not index.isValid():
            return None
        match = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(match, index.column())
        if role == Qt.ItemDataRole.BackgroundRole and _is_open(self._part, match):
            return QBrush(theme.WARNING_FILL)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _NUMBER:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(match, index.column())
        return None

    def _text(self, match: GeoMatch, column: int) -> str:
        assert self._part is not None
        decision = self._part.decision(match)
        match column:
            case 0:
                return str(self._part.reading.layer.numbers[match.index])
            case 1:
                return match.text
            case 2:
                return text_of(
                    self._part.reading, self._part.columns, GeoRole.TOWNSHIP, match.index
                )
            case 3:
                sign = "! " if _is_open(self._part, match) else ""
                return sign + state_text(match.state)
            case 4:
                if decision is None and match.candidates:
                    likely = decision_text(match.candidates[0], self._part.use)
                    return self.tr("{likely}?").format(likely=likely)
                return decision_text(decision, self._part.use)
        return self._township(decision)

    def _township(self, decision: object) -> str:
        """Where the facility or village lies that a feature becomes."""
        code = None
        if isinstance(decision, Facility):
            code = decision.township
        elif isinstance(decision, Division):
            code = decision.parent
        return "" if code is None else self._county.division(code).name


def _is_open(part: ImportPart, match: GeoMatch) -> bool:
    """Whether somebody should say what becomes of a feature."""
    return part.is_undecided(match) or (
        match.state is MatchState.NONE and match.index not in part.decisions
    )
