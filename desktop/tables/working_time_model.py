"""The working times of the cadres as a table: days a year, hours a day, and what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QFont

from desktop import theme
from desktop.session import CountySession
from desktop.tables.allocation_looks import MARKS_ROLE
from desktop.tables.pasting import Text
from desktop.tables.written_view import two_lines
from models.edits import Change, Edit
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.workload import WorkingTime
from models.workload_editing import SUGGESTED_TIME, TIME_FIELDS, suggested_time, time_changes
from models.workload_import import TIME_COLUMNS, time_column
from models.workload_reading import STAFF, figure
from models.workload_staffing import available_hours, plan_activities, working_times
from models.workload_wording import plain

Index = QModelIndex | QPersistentModelIndex
CADRE, AVAILABLE, SOURCE = "cadre", "available", "source"
COLUMNS = (CADRE, *TIME_FIELDS, AVAILABLE, SOURCE)
_USUAL = ("physicians", "nurses")  # shown where no activity is entered yet
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class WorkingTimeModel(QAbstractTableModel):
    """A row for each cadre with activities or a working time.

    A working time is stored once all six figures are there; those typed before wait here. Where a
    figure is blank a suggestion is shown, which is stored only by `use_suggestions`.
    `refused(BadCells)`: nothing was written.
    """

    refused = Signal(object)

    def __init__(self, session: CountySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.cadres: list[str] = []
        self.times: dict[str, WorkingTime] = {}
        self.begun: dict[str, dict[str, Decimal]] = {}  # figures of times that are not whole yet
        self.reread()

    def reread(self) -> None:
        self.beginResetModel()
        session = self._session
        self.times = working_times(session.county, session.plan)
        used = {a.measure for a in plan_activities(session.county, session.plan)}
        wanted = used | self.times.keys() or set(_USUAL)
        self.cadres = [m.id for m in session.catalogue.measures.values()
                       if m.id in wanted and m.group == STAFF]  # fmt: skip
        self.begun = {m: figures for m, figures in self.begun.items() if m not in self.times}
        self.endResetModel()

    @property
    def unfinished(self) -> str | None:
        """The cadre of which some figures are typed and others are not."""
        return next(iter(self.begun), None)

    def give_up(self) -> None:
        """Forget what is not whole."""
        self.begun.clear()
        self.reread()

    @property
    def without_time(self) -> list[str]:
        return [measure for measure in self.cadres if measure not in self.times]

    def use_suggestions(self) -> bool:
        """Store the suggested figures for cadres without a working time, marked as such; what was
        typed stays."""
        session = self._session
        source = self.tr("Illustrative, to be verified")
        made = [
            suggested_time(session.plan, m, source, self.begun.get(m)) for m in self.without_time
        ]
        changes = time_changes(session.county, session.plan, made)
        return bool(changes) and session.do(Edit(self.tr("Use suggested working times"), changes))

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.cadres)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        if not is_shown or role != Qt.ItemDataRole.DisplayRole:
            return None
        return two_lines(self.heading(COLUMNS[section]))

    def heading(self, column: str) -> str:
        if column == AVAILABLE:
            return self.tr("Available hours a year")
        session = self._session
        return session.catalogue.word(TIME_COLUMNS, time_column(column), session.language)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), COLUMNS[index.column()]
        suggested = self._suggestion(row, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row, index.column()) or suggested
            case Qt.ItemDataRole.EditRole:
                return self.text(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if column in (CADRE, SOURCE) else _RIGHT
            case Qt.ItemDataRole.ForegroundRole:
                computed = column in (CADRE, AVAILABLE)
                return QBrush(theme.MUTED) if suggested or computed else None
            case Qt.ItemDataRole.FontRole if suggested:
                font = QFont()
                font.setItalic(True)
                return font
            case Qt.ItemDataRole.ToolTipRole if suggested:
                return self._reason(column)
        return (None, False) if role == MARKS_ROLE else None

    def _suggestion(self, row: int, column: str) -> str:
        """What a blank figure could be; "" where there is one."""
        measure = self.cadres[row]
        if measure in self.times or column not in SUGGESTED_TIME:
            return ""
        if column in self.begun.get(measure, {}):
            return ""
        return self.tr("{figure} (example)").format(figure=plain(SUGGESTED_TIME[column]))

    def _reason(self, column: str) -> str:
        session = self._session
        reason = session.catalogue.word(
            "working-time-suggestion", time_column(column), session.language
        )
        return self.tr("Illustrative, to be verified: {reason}").format(reason=reason)

    def flags(self, index: Index) -> Qt.ItemFlag:
        readable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can = self.can_write(index.row(), index.column())
        return readable | Qt.ItemFlag.ItemIsEditable if can else readable

    # --- writing

    @property
    def grows(self) -> bool:
        return False

    def text(self, row: int, column: int) -> str:
        measure, name = self.cadres[row], COLUMNS[column]
        time = self.times.get(measure)
        if name == CADRE:
            return self._session.catalogue.measure_name(measure, self._session.language)
        if name == SOURCE:
            return "" if time is None else time.source
        if name == AVAILABLE:
            return "" if time is None else plain(available_hours(time))
        value = self.begun.get(measure, {}).get(name) if time is None else getattr(time, name)
        return "" if value is None else plain(value)

    def can_write(self, row: int, column: int) -> bool:
        if self._session.plan.is_locked or not 0 <= row < len(self.cadres):
            return False
        if not 0 <= column < len(COLUMNS):
            return False
        name = COLUMNS[column]
        return name in TIME_FIELDS or (name == SOURCE and self.cadres[row] in self.times)

    def can_clear(self, row: int, column: int) -> bool:
        return self.can_write(row, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column, text = index.row(), index.column(), str(value)
        if role != Qt.ItemDataRole.EditRole or text == self.text(row, column):
            return False
        name = self._session.catalogue.measure_name(self.cadres[row], self._session.language)
        label = self.tr("Set the working time of {cadre}").format(cadre=name)
        return self.write([(row, column, text)], label)

    def write(self, texts: Sequence[Text], label: str) -> bool:
        """Write texts as one edit; figures of a time that is not whole yet are kept here.

        A working time all of whose figures are cleared is removed.
        """
        bad: list[BadCell] = []
        rows: dict[int, dict[str, str]] = {}
        for row, column, text in texts:
            if self.can_write(row, column):
                rows.setdefault(row, {})[COLUMNS[column]] = text
            elif text.strip():
                name = self.heading(COLUMNS[column]) if 0 <= column < len(COLUMNS) else ""
                outside = not (0 <= row < len(self.cadres) and name)
                reason = Reason.OUTSIDE_TABLE if outside else Reason.READ_ONLY
                bad.append(BadCell("", row + 1, name or str(column + 1), text, reason))
        begun = dict(self.begun)
        changes = [
            change
            for row, given in rows.items()
            if (change := self._change(row, given, begun, bad))
        ]
        if bad:
            self.refused.emit(BadCells(tuple(bad)))
            return False
        self.begun = begun
        done = bool(changes) and self._session.do(Edit(label, tuple(changes)))
        if not changes:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self.cadres) - 1, len(COLUMNS) - 1)
            )
        return done

    def _change(
        self,
        row: int,
        given: dict[str, str],
        begun: dict[str, dict[str, Decimal]],
        bad: list[BadCell],
    ) -> Change | None:
        """What texts in one row change; None where the time is not whole, or as it was."""
        measure = self.cadres[row]
        time = self.times.get(measure)
        figures = {f: getattr(time, f) for f in TIME_FIELDS} if time else begun.get(measure, {})
        values: dict[str, Decimal | None] = dict(figures)
        for name, text in given.items():
            if name == SOURCE:
                continue
            try:
                values[name] = figure(text, values.get(name))
            except InvalidValue as error:
                bad.append(BadCell("", row + 1, self.heading(name), text, error.reason))
        found = {name: value for name, value in values.items() if value is not None}
        source = given.get(SOURCE, time.source if time else "").strip()
        if not found and time is not None:
            return Change(time, None)
        try:  # what is blank cannot be wrong, so suggestions stand in for it
            after = suggested_time(self._session.plan, measure, source, found)
        except InvalidValue as error:
            heading = self.heading(error.field)
            bad.append(BadCell("", row + 1, heading, str(error.value), error.reason))
            return None
        if len(found) < len(TIME_FIELDS):
            self._begin(row, found, begun, bad)
            return None
        return None if after == time else Change(time, after)

    def _begin(
        self,
        row: int,
        found: dict[str, Decimal],
        begun: dict[str, dict[str, Decimal]],
        bad: list[BadCell],
    ) -> None:
        """Keep figures of a time that is not whole; one that was whole must stay so."""
        measure = self.cadres[row]
        if measure in self.times:
            blank = next(f for f in TIME_FIELDS if f not in found)
            bad.append(BadCell("", row + 1, self.heading(blank), "", Reason.EMPTY))
        elif found:
            begun[measure] = found
        else:
            begun.pop(measure, None)
