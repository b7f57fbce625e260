"""The allocation table: one row per facility under the subtotal of its group, editable in place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.language import LOCALES
from desktop.session import CountySession
from desktop.tables.allocation_cells import EDITABLE, AllocationCells
from desktop.tables.allocation_columns import (
    AnySet,
    AnyYears,
    Column,
    ColumnKind,
    ColumnSet,
    Years,
    columns,
    heading,
    steps,
)
from desktop.tables.allocation_looks import AllocationLooks, triangle
from desktop.tables.allocation_rows import NONE, Grouping, Order, RowFilter, arrange
from desktop.tables.allocation_totals import AllocationTotals
from desktop.tables.pasting import Text
from models.edits import Edit
from models.errors import BadCells, Reason
from models.facility import Facility, FacilityClass
from models.measure import Allocation, Basis
from models.paste import Target, UnitRead, written
from models.plausibility import Doubt, doubts
from models.replacing import Replacement
from models.rules.rule import Finding
from models.staffing import BEDS

Index = QModelIndex | QPersistentModelIndex
NAME = -1  # the column of names, to sort by
_MANY_ROWS = 50  # from here on, one signal for all rows is cheaper than one for each
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable
_CENTRE = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Question:
    """An edit that is carried out only if the planner says so, and what is doubtful about it.

    `texts` are what was to be written, and where.
    """

    edit: Edit
    texts: tuple[Text, ...]
    doubts: tuple[Doubt, ...]
    units: tuple[UnitRead, ...]


class AllocationTableModel(QAbstractTableModel):
    """Rows are kept in place between edits; an edit of allocations touches only its own rows.

    Signals: `refused` carries the BadCells of texts that could not be written, `asked` a Question
    about texts that are written only if the planner confirms it; nothing was changed then.
    `totals_changed` says that the cells of the grand total (`total_data`) are other now.
    """

    refused = Signal(object)
    asked = Signal(object)
    totals_changed = Signal()

    def __init__(self, session: CountySession, chosen: AnySet = ColumnSet.TARGETS) -> None:
        super().__init__()
        self._session = session
        self.chosen: AnySet = chosen
        self.years: AnyYears = Years.TARGET
        self.grouping = Grouping.CLASS
        self.row_filter = RowFilter()
        self.folded: frozenset[str] = frozenset()
        self.sorted_by: tuple[Column | None, bool] | None = None  # None: name; descending
        self._collator = QCollator(QLocale(LOCALES[session.language]))
        self._collator.setNumericMode(True)
        self._looks = AllocationLooks(session)
        self._read()
        session.changed.connect(self._follow)
        session.plan_changed.connect(self.reread)

    # --- what is shown

    @property
    def shown_facilities(self) -> int:
        """How many facilities pass the filter, whether their group is folded or not."""
        return sum(map(self.row_filter.shows, self._session.county.facilities))

    def show_columns(self, chosen: AnySet) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.reread()

    def show_years(self, years: AnyYears) -> None:
        """Of which years the columns are; 2023 shows the baseline and what is planned for 2023."""
        if years != self.years:
            self.years = years
            self.reread()

    def show_only(self, row_filter: RowFilter) -> None:
        """Show the facilities that pass. Subtotals and the total stay those of all."""
        if row_filter != self.row_filter:
            self.row_filter = row_filter
            self._arrange_anew()

    def group_by(self, grouping: Grouping) -> None:
        if grouping is not self.grouping:
            self.grouping, self.folded = grouping, frozenset()
            self.reread()

    def fold(self, group: str, folded: bool) -> None:
        """Hide the facilities of a group under its subtotal, or show them again."""
        wanted = self.folded | {group} if folded else self.folded - {group}
        if wanted != self.folded:
            self.folded = wanted
            self._arrange_anew()

    def fold_all(self, folded: bool) -> None:
        groups = frozenset(row.group for row in self.rows) if folded else frozenset()
        if groups != self.folded:
            self.folded = groups
            self._arrange_anew()

    def sort_rows(self, column: int | None, descending: bool = False) -> None:
        """Sort within the groups by a column or NAME; None: the published order.

        An edit moves no row: rows stay where they are until they are sorted again.
        """
        by = None if column is None else (self.columns[column] if column >= 0 else None, descending)
        if by != self.sorted_by:
            self.sorted_by = by
            self._arrange_anew()

    def reread(self) -> None:
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _arrange_anew(self) -> None:
        self.beginResetModel()
        self._lay_out()
        self.endResetModel()

    def _read(self) -> None:
        session, plan = self._session, self._session.plan
        if isinstance(self.years, int) and self.years not in steps(plan):
            self.years = Years.TARGET
        catalogue, county = session.catalogue, session.county
        self.columns: list[Column] = columns(self.chosen, self.years, catalogue, county, plan)
        if self.sorted_by is not None and self.sorted_by[0] not in (None, *self.columns):
            self.sorted_by = None  # by a column that nobody sees any more
        self._headings = [heading(c, catalogue, session.language) for c in self.columns]
        self._totals = AllocationTotals(county, catalogue, plan, self.grouping, self.columns)
        beds = [Column(BEDS, Basis.PLANNED, plan.target_year)]
        self._class_beds = AllocationTotals(county, catalogue, plan, Grouping.CLASS, beds)
        self.cells = AllocationCells(session, self._totals)
        self._lay_out()

    def _lay_out(self) -> None:
        order = None
        if self.sorted_by is not None:
            column, descending = self.sorted_by
            if column is None:
                order = Order(lambda f: self._collator.sortKey(f.name), descending)
            else:
                order = Order(lambda f: self.cells.sort_key(f, column), descending)
        county = self._session.county
        self.rows = arrange(county, self.row_filter, self.grouping, self.folded, order)
        self._row_of = {r.facility.id: i for i, r in enumerate(self.rows) if r.facility}
        self._subtotal_of = {r.group: i for i, r in enumerate(self.rows) if not r.facility}

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def facility_at(self, row: int) -> Facility | None:
        return self.rows[row].facility if 0 <= row < len(self.rows) else None

    def group_at(self, row: int) -> str | None:
        """The group whose subtotal stands in a row, or None."""
        if not 0 <= row < len(self.rows) or self.rows[row].facility is not None:
            return None
        return self.rows[row].group

    def row_of(self, facility_or_group: str) -> int | None:
        """The row of a facility's id or of a group's subtotal; None where it is not shown."""
        return self._row_of.get(facility_or_group, self._subtotal_of.get(facility_or_group))

    def index_of(
        self, facility_id: str, measure: str = "", basis: Basis | None = None
    ) -> QModelIndex:
        """A cell of a facility (its first unless told); invalid where it is not shown."""
        row = self._row_of.get(facility_id)
        if row is None:
            return QModelIndex()
        for column, shown in enumerate(self.columns):
            if (shown.measure, shown.basis, shown.kind) == (measure, basis, ColumnKind.VALUE):
                return self.index(row, column)
        return QModelIndex() if measure else self.index(row, 0)

    def allocation_at(self, row: int, column: int) -> Allocation | None:
        facility = self.facility_at(row)
        return None if facility is None else self.cells.allocation(facility, self.columns[column])

    def findings_at(self, row: int, column: int) -> list[Finding]:
        return self.cells.findings(self.rows[row], self.columns[column])

    def planned_beds(self, facility_class: FacilityClass | None) -> Decimal | None:
        """Planned beds of a class or (None) of the county, whatever is shown."""
        year = self._session.plan.target_year
        return self._class_beds.value(facility_class, BEDS, Basis.PLANNED, year)

    # --- cells

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        return self._looks.data(self.cells, row, column, role)

    def total_data(self, column: int, role: int) -> Any:
        """As `data`, for the grand total; it is marked by the findings about the whole county."""
        return self._looks.data(self.cells, None, self.columns[column], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._column_header(section, role)
        if not 0 <= section < len(self.rows):
            return None
        row = self.rows[section]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.group_name(row.group) if row.facility is None else row.facility.name
            case Qt.ItemDataRole.FontRole:
                return self._looks.bold if row.facility is None else None
            case Qt.ItemDataRole.DecorationRole if row.facility is None:
                return triangle(down=row.group not in self.folded)
        return None

    def group_name(self, group: str) -> str:
        session = self._session
        match self.grouping:
            case Grouping.CLASS:
                return session.catalogue.word("facility-class", group, session.language)
            case Grouping.TYPE:
                return session.catalogue.word("facility-type", group, session.language)
            case Grouping.TOWNSHIP if group != NONE:
                return session.county.division(group).name
            case Grouping.TOWNSHIP:
                return self.tr("Without township")
        return group or self.tr("In no consortium")

    def _column_header(self, section: int, role: int) -> Any:
        if not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        texts = self._headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(texts)
        return " ".join(texts) if role == Qt.ItemDataRole.ToolTipRole else None

    def column_name(self, column: int) -> str:
        """A column's heading in one line, without the unit."""
        is_note = self.columns[column].kind is ColumnKind.NOTE
        return " ".join(self._headings[column][: 3 if is_note else 2])

    # --- writing

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.rows[index.row()].facility is None or self._session.plan.is_locked:
            return _READABLE
        return _EDITABLE if self.columns[index.column()].kind in EDITABLE else _READABLE

    def target(self, row: int, column: int) -> Target:
        """What a text at a row and column would be written to; both may lie outside the table."""
        if not 0 <= column < len(self.columns):
            return Target(row + 1, str(column + 1), refusal=Reason.OUTSIDE_TABLE)
        if not 0 <= row < len(self.rows):
            return Target(row + 1, self.column_name(column), refusal=Reason.OUTSIDE_TABLE)
        facility, shown = self.rows[row].facility, self.columns[column]
        if facility is None or shown.kind not in EDITABLE:
            return Target(row + 1, self.column_name(column))
        return Target(
            row + 1,
            self.column_name(column),
            self.cells.key(facility, shown),
            self._session.catalogue.measures[shown.measure],
            is_note=shown.kind is ColumnKind.NOTE,
        )

    def replaced_texts(self, replacement: Replacement) -> list[Text]:
        """The texts that find and replace would write into the cells that are shown."""
        found = []
        for i, row in enumerate(self.rows):
            for j, column in enumerate(self.columns):
                if row.facility is None or column.kind not in EDITABLE:
                    continue
                text = self.cells.text(row, column)
                if replacement.found_in(text):
                    found.append((i, j, replacement.made_in(text)))
        return found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.facility_at(index.row()) is None:
            return False
        return self.write([(index.row(), index.column(), str(value))], "")

    def write(self, texts: list[Text], label: str) -> bool:
        """Write texts into cells as one edit; False where nothing was changed for the time being:
        one was `refused`, or must be `asked` about.

        The label of a single text is made here, since it names its cell.
        """
        session = self._session
        targets = [(self.target(row, column), text) for row, column, text in texts]
        try:
            made = written(session.county, targets)
        except BadCells as error:
            self.refused.emit(error)
            return False
        if len(texts) == 1:
            row, column, _ = texts[0]
            facility = self.facility_at(row)
            label = self.tr("Set {column} of {facility}").format(
                column=self.column_name(column), facility=facility.name if facility else ""
            )
        edit = Edit(label, made.changes)
        doubtful = doubts(session.county, session.catalogue, made.changes)
        if (doubtful or made.with_units) and not session.plan.is_locked:
            self.asked.emit(Question(edit, tuple(texts), tuple(doubtful), made.with_units))
            return False
        return session.do(edit)

    # --- following edits

    def _follow(self, edit: Edit) -> None:
        touched = [c.record for c in edit.changes if isinstance(c.record, Allocation)]
        if len(touched) < len(edit.changes):
            self.reread()
            return
        self._totals.follow(edit.changes)
        self._class_beds.follow(edit.changes)
        ids = {allocation.facility_id for allocation in touched}
        self.cells.forget(ids)
        rows = {self._row_of[i] for i in ids if i in self._row_of}
        # A facility that is hidden changes its subtotal all the same.
        if len(rows) < len(ids):
            rows |= set(self._subtotal_of.values())
        else:
            groups = {self.rows[row].group for row in rows}
            rows |= {row for group, row in self._subtotal_of.items() if group in groups}
        if len(rows) > _MANY_ROWS:
            self.dataChanged.emit(self.index(0, 0), self._last())
        else:
            for row in sorted(rows) if self.columns else ():
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        self.totals_changed.emit()

    def _last(self) -> QModelIndex:
        return self.index(len(self.rows) - 1, len(self.columns) - 1)
