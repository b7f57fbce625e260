"""The allocation table: one row per facility under the subtotal of its class, editable in place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont

from desktop import theme, wording
from desktop.session import CountySession
from desktop.tables.allocation_columns import PER, Column, ColumnKind, ColumnSet, columns, heading
from desktop.tables.allocation_totals import AllocationTotals
from models.county import CellKey
from models.edits import Edit
from models.errors import BadCells, Reason
from models.facility import Facility, FacilityClass
from models.figures import format_change, format_count, format_rate
from models.measure import Allocation, Basis, Origin
from models.paste import Target, written
from models.plan import PopulationGroup
from models.rules.rule import Finding, Severity
from models.staffing import BEDS

Index = QModelIndex | QPersistentModelIndex
Text = tuple[int, int, str]  # row, column, text to write there

SEVERITY_ROLE = Qt.ItemDataRole.UserRole  # Severity of the worst finding of a cell, or None
_MANY_ROWS = 50  # from here on, one signal for all rows is cheaper than one for each
_FILLS = {Severity.ERROR: QBrush(theme.ERROR_FILL), Severity.WARNING: QBrush(theme.WARNING_FILL)}
_SUBTOTAL = QBrush(theme.SUBTOTAL_FILL)
_COMPUTED = QBrush(theme.MUTED)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Row:
    """A facility, or (None) the subtotal of a class."""

    facility_class: FacilityClass
    facility: Facility | None = None


class AllocationTableModel(QAbstractTableModel):
    """Rows are kept in place between edits; an edit of allocations touches only its own rows.

    `refused` carries the BadCells of texts that could not be written; nothing was changed then.
    `total_data` gives the cells of the grand total, which a row of its own shows, and
    `totals_changed` says that they are other now.
    """

    refused = Signal(object)
    totals_changed = Signal()

    def __init__(self, session: CountySession, column_set: ColumnSet = ColumnSet.TARGETS) -> None:
        super().__init__()
        self._session = session
        self._column_set = column_set
        self._filter: tuple[str, FacilityClass | None] = ("", None)
        self._derived, self._bold, self._planner = QFont(), QFont(), QFont()
        self._derived.setItalic(True)
        self._bold.setBold(True)
        self._planner.setWeight(QFont.Weight.DemiBold)
        self._read()
        session.changed.connect(self._follow)
        session.plan_changed.connect(self.reread)

    # --- what is shown

    @property
    def column_set(self) -> ColumnSet:
        return self._column_set

    @property
    def shown_facilities(self) -> int:
        return len(self._row_of)

    def show_columns(self, column_set: ColumnSet) -> None:
        if column_set is not self._column_set:
            self._column_set = column_set
            self.reread()

    def show_only(self, text: str, facility_class: FacilityClass | None) -> None:
        """Show the facilities whose name holds the text, of one class or (None) of all.

        Subtotals and the total stay those of the whole county.
        """
        wanted = (text.strip().casefold(), facility_class)
        if wanted != self._filter:
            self.beginResetModel()
            self._filter = wanted
            self._lay_out()
            self.endResetModel()

    def reread(self) -> None:
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _read(self) -> None:
        session, plan = self._session, self._session.plan
        self.columns: list[Column] = columns(self._column_set, session.catalogue, plan)
        self._headings = [heading(c, session.catalogue, session.language) for c in self.columns]
        self._totals = AllocationTotals(session.county, plan, self.columns)
        people = session.county.population(plan.target_year, PopulationGroup.RESIDENT)
        self._people = None if people is None else people.persons
        self._findings: dict[str, dict[tuple[str, Basis], list[Finding]]] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        self.rows: list[Row] = []
        text, only = self._filter
        facilities = self._session.county.facilities
        for facility_class in FacilityClass:
            of_class = [
                Row(facility_class, facility)
                for facility in facilities
                if facility.facility_class is facility_class
                and only in (None, facility_class)
                and text in facility.name.casefold()
            ]
            if of_class:
                self.rows += [Row(facility_class), *of_class]
        self._row_of = {r.facility.id: i for i, r in enumerate(self.rows) if r.facility}

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def facility_at(self, row: int) -> Facility | None:
        return self.rows[row].facility if 0 <= row < len(self.rows) else None

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
        key = self.target(row, column).key
        return None if key is None else self._session.county.allocation(*key)

    def findings_at(self, row: int, column: int) -> list[Finding]:
        facility, shown = self.facility_at(row), self.columns[column]
        if facility is None or shown.kind is not ColumnKind.VALUE:
            return []
        found = self._findings.get(facility.id)
        if found is None:
            found = self._findings[facility.id] = {}
            for finding in self._session.evaluation.of_facility(facility.id):
                found.setdefault((finding.measure, finding.basis), []).append(finding)
        return found.get((shown.measure, shown.basis), [])

    # --- cells

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(self.rows[row], self.columns[column])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        facility = self.rows[row].facility
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if facility is None else self._font(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            computed = self.columns[column].kind is not ColumnKind.VALUE
            return _COMPUTED if computed and facility else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row, column)
        fill = _SUBTOTAL if facility is None else None
        return self._mark(self.findings_at(row, column), role, fill)

    def _mark(self, findings: list[Finding], role: int, fill: QBrush | None) -> Any:
        """What findings make of a cell that is otherwise filled so."""
        if role == Qt.ItemDataRole.BackgroundRole:
            return _FILLS.get(_worst(findings), fill)  # type: ignore[arg-type]
        return _worst(findings) if role == SEVERITY_ROLE else None

    def _font(self, row: int, column: int) -> QFont | None:
        allocation = self.allocation_at(row, column)
        match None if allocation is None else allocation.origin:
            case Origin.DERIVED:
                return self._derived
            case Origin.PLANNER:
                return self._planner
        return None

    def _text(self, row: Row | None, column: Column) -> str:
        """What a cell shows; row None is the grand total. Blank is "", never 0."""
        planned = self._value(row, column.measure, column.basis, column.year)
        match column.kind:
            case ColumnKind.VALUE:
                return "" if planned is None else format_count(planned)
            case ColumnKind.CHANGE:
                year = self._session.plan.baseline_year
                before = self._value(row, column.measure, Basis.AUTHORISED, year)
                if planned is None or before is None:
                    return ""
                return format_change(planned - before)
            case ColumnKind.RATE:
                if planned is None or not self._people:
                    return ""
                return format_rate(Fraction(planned) * PER / self._people)

    def _value(self, row: Row | None, measure: str, basis: Basis, year: int) -> Decimal | None:
        if row is not None and row.facility is not None:
            county, plan = self._session.county, self._session.plan
            found = county.allocation(plan.id, row.facility.id, measure, basis, year)
            return None if found is None else found.value
        return self._totals.value(row.facility_class if row else None, measure, basis, year)

    def _tool_tip(self, row: int, column: int) -> str | None:
        lines = [self.finding_text(finding) for finding in self.findings_at(row, column)]
        allocation = self.allocation_at(row, column)
        if allocation is not None:
            lines.append(self.origin_text(allocation))
        return "\n".join(lines) or None

    def finding_text(self, finding: Finding) -> str:
        session = self._session
        return wording.finding_text(finding, session.catalogue, session.language)

    def planned_beds(self, facility_class: FacilityClass | None) -> Decimal | None:
        """Planned beds of a class or (None) of the county, whatever is shown."""
        year = self._session.plan.target_year
        return self._totals.value(facility_class, BEDS, Basis.PLANNED, year)

    def origin_text(self, allocation: Allocation) -> str:
        """Who or what set a value, and after which source; rules by name."""
        session = self._session
        origin = session.catalogue.word("origin", allocation.origin, session.language)
        source = allocation.source
        if allocation.origin is Origin.DERIVED:
            names = {r.id: wording.rule_text(r, session.language) for r in session.rules}
            source = ", ".join(names.get(rule_id, rule_id) for rule_id in source.split(", "))
        return f"{origin}: {source}" if source else origin

    def total_data(self, column: int, role: int) -> Any:
        """As `data`, for the grand total; it is marked by the findings about the whole county."""
        shown = self.columns[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(None, shown)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole:
            return self._bold
        found = [
            finding
            for finding in self._session.evaluation.of_county()
            if (finding.measure, finding.basis, shown.kind)
            == (shown.measure, shown.basis, ColumnKind.VALUE)
        ]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(map(self.finding_text, found)) or None
        return self._mark(found, role, _SUBTOTAL)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._column_header(section, role)
        if not 0 <= section < len(self.rows):
            return None
        row, session = self.rows[section], self._session
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if row.facility is not None:
                return row.facility.name
            return session.catalogue.word("facility-class", row.facility_class, session.language)
        if role == Qt.ItemDataRole.FontRole and row.facility is None:
            return self._bold
        return None

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
        return " ".join(self._headings[column][:2])

    # --- writing

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.target(index.row(), index.column()).key is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def target(self, row: int, column: int) -> Target:
        """What a text at a row and column would be written to; both may lie outside the table."""
        if not 0 <= column < len(self.columns):
            return Target(row + 1, str(column + 1), refusal=Reason.OUTSIDE_TABLE)
        if not 0 <= row < len(self.rows):
            return Target(row + 1, self.column_name(column), refusal=Reason.OUTSIDE_TABLE)
        facility, shown = self.rows[row].facility, self.columns[column]
        if facility is None or shown.kind is not ColumnKind.VALUE:
            return Target(row + 1, self.column_name(column))
        key: CellKey = (
            self._session.plan.id, facility.id, shown.measure, shown.basis, shown.year,
        )  # fmt: skip
        return Target(
            row + 1, self.column_name(column), key, self._session.catalogue.measures[shown.measure]
        )

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self.facility_at(index.row()) is None:
            return False
        return self.write([(index.row(), index.column(), str(value))], "")

    def write(self, texts: list[Text], label: str) -> bool:
        """Write texts into cells as one edit; False where one is bad (see `refused`): then none.

        The label of a single text is made here, since it names its cell.
        """
        targets = [(self.target(row, column), text) for row, column, text in texts]
        try:
            changes = written(self._session.county, targets).changes
        except BadCells as error:
            self.refused.emit(error)
            return False
        if len(texts) == 1:
            row, column, _ = texts[0]
            facility = self.facility_at(row)
            label = self.tr("Set {column} of {facility}").format(
                column=self.column_name(column), facility=facility.name if facility else ""
            )
        return self._session.do(Edit(label, changes))

    # --- following edits

    def _follow(self, edit: Edit) -> None:
        touched = [c.record for c in edit.changes if isinstance(c.record, Allocation)]
        if len(touched) < len(edit.changes):
            self.reread()
            return
        self._totals.follow(edit.changes)
        ids = {allocation.facility_id for allocation in touched}
        for facility_id in ids:
            self._findings.pop(facility_id, None)
        rows = {self._row_of[i] for i in ids if i in self._row_of}
        # A facility that the filter hides changes its subtotal all the same.
        classes = {self._session.county.facility(i).facility_class for i in ids}
        rows |= {
            i for i, r in enumerate(self.rows) if not r.facility and r.facility_class in classes
        }
        if len(rows) > _MANY_ROWS:
            self.dataChanged.emit(self.index(0, 0), self._last())
        else:
            for row in sorted(rows):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        self.totals_changed.emit()

    def _last(self) -> QModelIndex:
        return self.index(len(self.rows) - 1, len(self.columns) - 1)


def _worst(findings: list[Finding]) -> Severity | None:
    if not findings:
        return None
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    return Severity.ERROR if errors else Severity.WARNING
