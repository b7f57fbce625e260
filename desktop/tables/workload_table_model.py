"""The activities of all facilities in one table: a line each, and one more to write new ones in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont

from desktop import theme
from desktop.session import CountySession
from desktop.tables.allocation_looks import MARKS_ROLE
from desktop.tables.pasting import Text
from desktop.tables.written_view import two_lines
from models.edits import Edit
from models.errors import BadCells
from models.facility import Facility, FacilityType
from models.rules.rule import Severity
from models.workload import Activity
from models.workload_editing import Cell, NewLine, written
from models.workload_reading import FIGURES, FIGURES_OF, Field, WorkloadNames
from models.workload_staffing import plan_activities
from models.workload_wording import percent, plain

Index = QModelIndex | QPersistentModelIndex
FIELDS = tuple(Field)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NOT_OF_KIND = QBrush(QColor("#e9ecf0"))
_BAND = QBrush(QColor("#f5f8fb"))
_LACKING = QBrush(theme.WARNING_FILL)


@dataclass(frozen=True)
class WorkloadFilter:
    """What is shown; an empty field lets everything through. Every word of `text` is looked for in
    the names of facility and activity and in the source."""

    text: str = ""
    facility_type: FacilityType | None = None
    facility_id: str | None = None
    measure: str | None = None


class WorkloadTableModel(QAbstractTableModel):
    """Rows in the order of the county, or sorted by a column.

    Signals: refused(BadCells) where nothing was written; made(list of ids) after rows were made.
    """

    refused = Signal(object)
    made = Signal(object)

    def __init__(self, session: CountySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.lines: list[Activity] = []  # those that are shown
        self.total = 0
        self.filter = WorkloadFilter()
        self.sorted_by: tuple[Field, bool] | None = None  # and whether backwards
        self.near: Activity | None = None  # the line that a new one takes after
        self._banded: set[tuple[str, str]] = set()
        self.reread()

    # --- which rows

    def show_only(self, wanted: WorkloadFilter) -> None:
        self.filter = wanted
        self.reread()

    def sort_rows(self, field: Field | None, *, descending: bool = False) -> None:
        """Sort by a column; None for the order of the county."""
        self.sorted_by = None if field is None else (field, descending)
        self.reread()

    def reread(self) -> None:
        """Read the rows anew, in order and through the filter."""
        self.beginResetModel()
        lines = plan_activities(self._session.county, self._session.plan)
        self.total = len(lines)
        self._banded = set()
        groups = dict.fromkeys((a.facility_id, a.measure) for a in lines)
        self._banded.update(list(groups)[1::2])
        self.lines = [line for line in lines if self._shows(line)]
        if self.sorted_by is not None:
            field, descending = self.sorted_by
            self.lines.sort(key=lambda line: self._sort_key(line, field), reverse=descending)
        self.endResetModel()

    def _shows(self, line: Activity) -> bool:
        wanted, facility = self.filter, self._session.county.facility(line.facility_id)
        if wanted.facility_id not in (None, line.facility_id):
            return False
        if wanted.facility_type not in (None, facility.facility_type):
            return False
        if wanted.measure not in (None, line.measure):
            return False
        words = wanted.text.casefold().split()
        text = f"{facility.name}\n{line.name}\n{line.source}".casefold()
        return all(word in text for word in words)

    def _sort_key(self, line: Activity, field: Field) -> Any:
        """Figures by size, blanks first; words as they are shown."""
        if field in FIGURES:
            value = getattr(line, field)
            return -1 if value is None else value
        return self._text(line, field)

    def follow(self, edit: Edit) -> bool:
        """Show what an edit did to the activities; whether there are other rows than before."""
        records = [change.record for change in edit.changes]
        if not any(isinstance(r, Activity | Facility) for r in records):
            return False
        present = {a.id: a for a in plan_activities(self._session.county, self._session.plan)}
        same = len(present) == self.total and all(line.id in present for line in self.lines)
        if not same or any(isinstance(r, Facility) for r in records):
            self.reread()
            return True
        if self.lines:
            self.lines = [present[line.id] for line in self.lines]  # rows stay where they are
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.lines) - 1, len(FIELDS) - 1)
            )
        return False

    def line_at(self, row: int) -> Activity | None:
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def row_of(self, activity_id: str) -> int | None:
        return next((i for i, line in enumerate(self.lines) if line.id == activity_id), None)

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines) + (not self._session.plan.is_locked)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FIELDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and 0 <= section < len(FIELDS)
        if is_shown and role == Qt.ItemDataRole.DisplayRole:
            return two_lines(self.heading(FIELDS[section]))
        if is_shown and role == Qt.ItemDataRole.ToolTipRole:
            session = self._session
            return session.catalogue.word("workload-help", FIELDS[section], session.language)
        return None

    def heading(self, field: Field) -> str:
        return self._session.catalogue.word("workload-column", field, self._session.language)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, field = self.line_at(index.row()), FIELDS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._invitation(field) if line is None else self._text(line, field)
            case Qt.ItemDataRole.EditRole:
                return "" if line is None else self._text(line, field)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if field in FIGURES else _LEFT
            case Qt.ItemDataRole.ForegroundRole:
                return QBrush(theme.MUTED) if line is None else None
            case Qt.ItemDataRole.FontRole:
                return _italic() if line is None else None
            case Qt.ItemDataRole.ToolTipRole:
                return None if line is None else self._tool_tip(line, field)
            case Qt.ItemDataRole.BackgroundRole:
                return None if line is None else self._fill(line, field)
        if role == MARKS_ROLE:
            lacking = line is not None and _lacks(line, field)
            return (Severity.WARNING if lacking else None), False
        return None

    def _invitation(self, field: Field) -> str:
        return self.tr("Type or paste new lines here") if field is Field.FACILITY else ""

    def _text(self, line: Activity, field: Field) -> str:
        session = self._session
        match field:
            case Field.FACILITY:
                return session.county.facility(line.facility_id).name
            case Field.CADRE:
                return session.catalogue.measure_name(line.measure, session.language)
            case Field.KIND:
                return session.catalogue.word("activity-kind", line.kind, session.language)
            case Field.NAME:
                return line.name
            case Field.SOURCE:
                return line.source
        value = getattr(line, field)
        if value is None:
            return ""
        return percent(value) if field is Field.SHARE else plain(value)

    def _tool_tip(self, line: Activity, field: Field) -> str | None:
        if _lacks(line, field):
            return self.tr("Without this figure the staff required cannot be computed")
        if field in FIGURES and field not in FIGURES_OF[line.kind]:
            return self.tr("Does not go with this kind of activity")
        return self._text(line, field) or None

    def _fill(self, line: Activity, field: Field) -> QBrush | None:
        if _lacks(line, field):
            return _LACKING
        if field in FIGURES and field not in FIGURES_OF[line.kind]:
            return _NOT_OF_KIND
        banded = (line.facility_id, line.measure) in self._banded
        return _BAND if banded and self.sorted_by is None else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        readable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can = self.can_write(index.row(), index.column())
        return readable | Qt.ItemFlag.ItemIsEditable if can else readable

    # --- writing

    @property
    def grows(self) -> bool:
        return not self._session.plan.is_locked

    def text(self, row: int, column: int) -> str:
        line = self.line_at(row)
        return "" if line is None else self._text(line, FIELDS[column])

    def can_write(self, row: int, column: int) -> bool:
        if self._session.plan.is_locked or not 0 <= column < len(FIELDS):
            return False
        line, field = self.line_at(row), FIELDS[column]
        return line is None or field not in FIGURES or field in FIGURES_OF[line.kind]

    def can_clear(self, row: int, column: int) -> bool:
        """Whose an activity is, its kind and its name cannot be blank."""
        is_optional = FIELDS[column] in (*FIGURES, Field.SOURCE)
        return is_optional and self.can_write(row, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, column, text = index.row(), index.column(), str(value)
        if text == self.text(row, column):
            return False
        line = self.line_at(row)
        label = self.tr("Add an activity")
        if line is not None:
            label = self.tr("Set {column} of {activity}").format(
                column=self.heading(FIELDS[column]), activity=line.name
            )
        return self.write([(row, column, text)], label)

    def write(self, texts: Sequence[Text], label: str) -> bool:
        """Write texts into cells as one edit; False where nothing was changed."""
        session = self._session
        cells = [(self._cell(row, column), text) for row, column, text in texts]
        names = WorkloadNames(session.county, session.catalogue)
        try:
            changes = written(session.county, session.plan, names, cells, self.new_line())
        except BadCells as error:
            self.refused.emit(error)
            return False
        done = bool(changes) and session.do(Edit(label, changes))
        made = [c.after.id for c in changes if c.before is None and isinstance(c.after, Activity)]
        if done and made:
            self.made.emit(made)
        return done

    def _cell(self, row: int, column: int) -> Cell:
        field = FIELDS[column] if 0 <= column < len(FIELDS) else None
        heading = str(column + 1) if field is None else self.heading(field)
        return Cell(row + 1, heading, field, self.line_at(row))

    def new_line(self) -> NewLine:
        """What a new row is where nothing else is written: as the filter says, or the line near."""
        wanted, near = self.filter, self.near
        return NewLine(
            self.tr("New activity"),
            wanted.facility_id or (near.facility_id if near else None),
            wanted.measure or (near.measure if near else None),
        )


def _lacks(line: Activity, field: Field) -> bool:
    return field in FIGURES_OF[line.kind] and getattr(line, field) is None


def _italic() -> QFont:
    font = QFont()
    font.setItalic(True)
    return font
