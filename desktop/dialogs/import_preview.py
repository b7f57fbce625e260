"""A source table as it stands, with every problem marked in its cell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QFont

from desktop import theme
from desktop.import_wording import note_text, use_text
from models.catalogue import Catalogue, Language
from models.importing import CellProblem, Note
from models.table_columns import Role
from models.table_recognition import FoundTable

_Index = QModelIndex | QPersistentModelIndex
_QUIET = frozenset({Note.TOTAL_ROW, Note.BLANK_MARK})  # told, without a mark before the text


class ImportPreviewModel(QAbstractTableModel):
    """Refused cells bear ✕, accepted ones with a remark !; the tooltip says why."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        super().__init__()
        self._catalogue, self._language = catalogue, language
        self._table: FoundTable | None = None
        self._marks: dict[tuple[int, int], list[CellProblem]] = {}
        self._width = 0
        self.title_rows: frozenset[int] = frozenset()

    def show_table(self, table: FoundTable | None, problems: tuple[CellProblem, ...]) -> None:
        """Show a table with the problems of its cells; those of other tables are passed over."""
        self.beginResetModel()
        self._table = table
        self._width = table.source.width if table else 0
        self.title_rows = _title_rows(table)
        self._marks = {}
        if table is not None:
            source = table.source
            columns = {source.letter(c): c for c in range(self._width)}
            rows = range(table.heading.start, table.body.stop)
            for problem in problems:
                row = problem.row - source.first_row
                if problem.table == source.name and row in rows and problem.column in columns:
                    place = (row, columns[problem.column])
                    self._marks.setdefault(place, []).append(problem)
        self.endResetModel()

    def index_of(self, problem: CellProblem) -> QModelIndex:
        """The index of a marked cell; an invalid one where it is in another table."""
        for (row, column), found in self._marks.items():
            if problem in found:
                return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.source.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        marks = self._marks.get((row, column), [])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                cell = self._table.source.cell(row, column)
                text = cell.text or (cell.formula if cell.is_missing else "")
                return f"{_sign(marks)}{text}"
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(map(note_text, marks)) or None
            case Qt.ItemDataRole.BackgroundRole:
                return self._background(row, marks)
            case Qt.ItemDataRole.ForegroundRole:
                is_used = row in self._table.heading or row in self._table.body
                is_taken = self._use(column) is not Role.IGNORED
                return None if is_used and is_taken else QBrush(theme.MUTED)
            case Qt.ItemDataRole.FontRole if row in self._table.heading:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.SizeHintRole if row in self.title_rows:
                return QSize(0, 0)  # it runs over all columns and makes none of them wide
            case Qt.ItemDataRole.TextAlignmentRole if self._use(column) is Role.VALUE:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._table is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._table.source.row_number(section))
        letter = self._table.source.letter(section)
        if section >= len(self._table.uses):
            return letter
        return f"{letter}\n{use_text(self._table.uses[section], self._catalogue, self._language)}"

    def _use(self, column: int) -> Role:
        assert self._table is not None
        uses = self._table.uses
        return uses[column].role if column < len(uses) else Role.IGNORED

    def _background(self, row: int, marks: list[CellProblem]) -> QBrush | None:
        assert self._table is not None
        if any(mark.is_refused for mark in marks):
            return QBrush(theme.ERROR_FILL)
        if _sign(marks):
            return QBrush(theme.WARNING_FILL)
        return QBrush(theme.SUBTOTAL_FILL) if row in self._table.heading else None


def _sign(marks: list[CellProblem]) -> str:
    if any(mark.is_refused for mark in marks):
        return "✕ "
    return "! " if any(mark.code not in _QUIET for mark in marks) else ""


def _title_rows(table: FoundTable | None) -> frozenset[int]:
    """The rows above the headings with one text only: titles, which are shown in full."""
    if table is None or table.source.width < 2:
        return frozenset()
    return frozenset(
        row
        for row in range(table.heading.start)
        if not any(table.source.cell(row, c).text for c in range(1, table.source.width))
    )
