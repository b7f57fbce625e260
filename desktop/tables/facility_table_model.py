"""The facility registry as a table."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import IntEnum
from itertools import product
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from desktop import theme, wording
from desktop.language import LOCALES
from desktop.session import CountySession
from models.edits import Edit
from models.facility import (
    Facility,
    FacilityClass,
    FacilityStatus,
    FacilityType,
    Ownership,
    PlaceOrigin,
)
from models.figures import format_count
from models.geography import Division
from models.measure import Allocation, Basis
from models.rules.rule import Severity

FACILITY_ROLE = Qt.ItemDataRole.UserRole  # the facility's id
BEDS = "beds"
MARKS = {Severity.ERROR: "✕", Severity.WARNING: "!"}

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The columns from left to right."""

    ORDER = 0
    FINDINGS = 1
    NAME = 2
    CLASS = 3
    TYPE = 4
    OWNERSHIP = 5
    GRADE = 6
    TOWNSHIP = 7
    CONSORTIUM = 8
    STATUS = 9
    EMERGENCY = 10
    PLACE = 11
    AUTHORISED = 12
    ACTUAL = 13
    PLANNED = 14


_BASES = {
    Column.AUTHORISED: Basis.AUTHORISED,
    Column.ACTUAL: Basis.ACTUAL,
    Column.PLANNED: Basis.PLANNED,
}
_FIGURES = frozenset({Column.ORDER, *_BASES})
_CLASS_RANKS = {word: rank for rank, word in enumerate(FacilityClass)}
_TYPE_RANKS = {word: rank for rank, word in enumerate(FacilityType)}
_OWNERSHIP_RANKS = {word: rank for rank, word in enumerate(Ownership)}
_STATUS_RANKS = {word: rank for rank, word in enumerate(FacilityStatus)}


class FacilityTableModel(QAbstractTableModel):
    """One row per facility, in no order of its own (the proxy sorts); figures are read on paint.

    Follows the session: an edit repaints, adds or removes only the rows that it touched.
    """

    def __init__(self, session: CountySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        # Kept here too, since Qt still asks for a row while it is told that the row goes away.
        self._facilities = list(session.county.facilities)
        self._row = {f.id: row for row, f in enumerate(self._facilities)}
        self._keys: dict[tuple[str, int], Any] = {}  # what rows sort by: facility id and column
        self._collator = QCollator(QLocale(LOCALES[session.language]))
        self._collator.setNumericMode(True)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._repaint_all)

    def facility(self, row: int) -> Facility:
        return self._facilities[row]

    def index_of(self, facility_id: str) -> QModelIndex:
        """The first cell of a facility's row; invalid where the county has no such facility."""
        row = self._row.get(facility_id)
        return QModelIndex() if row is None else self.index(row, 0)

    def township_name(self, facility: Facility) -> str:
        """The township, and the village that the facility serves."""
        divisions = self._session.county.table(Division)
        found = (divisions.get((code,)) for code in (facility.township, facility.village))
        return " ".join(division.name for division in found if division is not None)

    # --- Qt ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._facilities)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in _BASES else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        facility, column = self._facilities[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(facility, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _FIGURES else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(facility, column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(facility, column)
            case Qt.ItemDataRole.FontRole:
                return _italic() if facility.is_group and column is Column.NAME else None
        return facility.id if role == FACILITY_ROLE else None

    # --- what stands in a cell ---

    def heading(self, column: Column) -> str:
        """The column's heading; of a figure with its year and unit on the second line."""
        if basis := _BASES.get(column):
            catalogue, language = self._session.catalogue, self._session.language
            plan = self._session.plan
            year = plan.target_year if basis is Basis.PLANNED else plan.baseline_year
            word = catalogue.word("basis", basis, language)
            measure = catalogue.measure_name(BEDS, language)
            return f"{word} {year}\n{measure} ({catalogue.measure_unit(BEDS, language)})"
        return _heading(column)

    def text(self, facility: Facility, column: Column) -> str:
        """The text of a cell as shown and copied; blank where nothing is recorded."""
        if column in _BASES:
            value = self._beds(facility, _BASES[column])
            return "" if value is None else format_count(value)
        match column:
            case Column.ORDER:
                return str(facility.order) if facility.order else ""
            case Column.FINDINGS:
                return self._marks(facility)
            case Column.NAME:
                return self._name(facility)
            case Column.TOWNSHIP:
                return self.township_name(facility)
            case Column.EMERGENCY:
                return "✓" if facility.emergency_site else ""
            case Column.PLACE:
                return place_text(facility)
            case Column.GRADE:
                return facility.grade
            case Column.CONSORTIUM:
                return facility.consortium
        return self._word(*_classification(facility, column))

    def _word(self, group: str, word: str) -> str:
        return self._session.catalogue.word(group, word, self._session.language)

    def _name(self, facility: Facility) -> str:
        if not facility.is_group:
            return facility.name
        return self.tr("{name} (group)").format(name=facility.name)

    def _beds(self, facility: Facility, basis: Basis) -> Decimal | None:
        plan = self._session.plan
        year = plan.target_year if basis is Basis.PLANNED else plan.baseline_year
        found = self._session.county.allocation(plan.id, facility.id, BEDS, basis, year)
        return None if found is None else found.value

    def _marks(self, facility: Facility) -> str:
        findings = self._session.evaluation.of_facility(facility.id)
        counts = [(MARKS[s], sum(f.severity is s for f in findings)) for s in Severity]
        return "  ".join(f"{mark} {count}" for mark, count in counts if count)

    def _tooltip(self, facility: Facility, column: Column) -> str | None:
        session = self._session
        if column is Column.FINDINGS:
            lines = [
                f"{MARKS[f.severity]} "
                + wording.finding_text(f, session.catalogue, session.language)
                for f in session.evaluation.of_facility(facility.id)
            ]
            return "\n".join(lines) or None
        if column is Column.NAME and facility.is_group:
            return self.tr("Stands for institutions that the plan counts without naming them")
        if column is Column.PLACE and facility.place_origin is PlaceOrigin.APPROXIMATE:
            return self.tr("Approximate place, for example the seat of the township")
        return self.text(facility, column) or None

    def _colour(self, facility: Facility, column: Column) -> QColor | None:
        if column is Column.FINDINGS:
            findings = self._session.evaluation.of_facility(facility.id)
            error = any(f.severity is Severity.ERROR for f in findings)
            return theme.ERROR if error else theme.WARNING
        muted = facility.status is FacilityStatus.TO_CLOSE or (
            (column is Column.TYPE and facility.facility_type is FacilityType.UNSPECIFIED)
            or (column is Column.OWNERSHIP and facility.ownership is Ownership.UNSPECIFIED)
        )
        return theme.MUTED if muted else None

    def sort_key(self, row: int, column: int) -> Any:
        """What a row sorts by in a column; kept, since sorting asks tens of thousands of times."""
        facility = self._facilities[row]
        cell = (facility.id, column)
        if cell not in self._keys:
            self._keys[cell] = self._sort_value(facility, Column(column))
        return self._keys[cell]

    def _sort_value(self, facility: Facility, column: Column) -> Any:
        """Figures by size with blanks below zero, classifications in the order of the plans,
        words as the language sorts them (Chinese by pinyin).
        """
        match column:
            case Column.ORDER:
                return facility.order
            case Column.CLASS:
                return _CLASS_RANKS[facility.facility_class]
            case Column.TYPE:
                return _TYPE_RANKS[facility.facility_type]
            case Column.OWNERSHIP:
                return _OWNERSHIP_RANKS[facility.ownership]
            case Column.STATUS:
                return _STATUS_RANKS[facility.status]
            case Column.PLACE:
                return facility.longitude or 0.0
            case Column.FINDINGS:
                findings = self._session.evaluation.of_facility(facility.id)
                return sum(1000 if f.severity is Severity.ERROR else 1 for f in findings)
            case Column.AUTHORISED | Column.ACTUAL | Column.PLANNED:
                value = self._beds(facility, _BASES[column])
                return -1.0 if value is None else float(value)
        return self._collator.sortKey(self.text(facility, column))

    # --- following the session ---

    def _follow(self, edit: Edit) -> None:
        records = [change.record for change in edit.changes]
        facilities = {r.id for r in records if isinstance(r, Facility)}
        touched = facilities | {r.facility_id for r in records if isinstance(r, Allocation)}
        present = {i for i in touched if (i,) in self._session.county.table(Facility)}
        for cell in product(touched, Column):
            self._keys.pop(cell, None)
        self._take_out(touched - present)
        for facility_id in present:
            self._put(self._session.county.facility(facility_id))
        if all(isinstance(r, Facility | Allocation) for r in records):
            self._repaint({self._row[i] for i in present})
        else:  # divisions, people or the plan: any row's names, years and findings
            self._repaint_all()

    def _take_out(self, facility_ids: Iterable[str]) -> None:
        for row in sorted((self._row[i] for i in facility_ids if i in self._row), reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._facilities[row]
            self._row = {f.id: row for row, f in enumerate(self._facilities)}
            self.endRemoveRows()

    def _put(self, facility: Facility) -> None:
        """Keep a facility as it is now, in its row or in a new one at the end."""
        row = self._row.setdefault(facility.id, len(self._facilities))
        if row < len(self._facilities):
            self._facilities[row] = facility
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self._facilities.append(facility)
        self.endInsertRows()

    def _repaint(self, rows: set[int]) -> None:
        if len(rows) > len(self._facilities) // 10 + 10:  # many signals cost more than many cells
            rows = set()
            self._emit_changed(0, len(self._facilities) - 1)
        for row in rows:
            self._emit_changed(row, row)

    def _repaint_all(self) -> None:
        self._keys.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        if self._facilities:
            self._emit_changed(0, len(self._facilities) - 1)

    def _emit_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


def place_text(placed: Facility | Division) -> str:
    """Longitude and latitude in WGS 84 degrees, with ≈ before an approximate place."""
    if placed.place is None:
        return ""
    mark = "≈ " if placed.place_origin is PlaceOrigin.APPROXIMATE else ""
    return f"{mark}{placed.longitude:.4f}, {placed.latitude:.4f}"


def _classification(facility: Facility, column: Column) -> tuple[str, str]:
    """The group and the id of the catalogue's word in a column of classification."""
    match column:
        case Column.CLASS:
            return "facility-class", facility.facility_class
        case Column.TYPE:
            return "facility-type", facility.facility_type
        case Column.OWNERSHIP:
            return "ownership", facility.ownership
    return "facility-status", facility.status


def _heading(column: Column) -> str:
    translate = QCoreApplication.translate
    return {
        Column.ORDER: translate("FacilityTableModel", "No."),
        Column.FINDINGS: translate("FacilityTableModel", "Findings"),
        Column.NAME: translate("FacilityTableModel", "Name"),
        Column.CLASS: translate("FacilityTableModel", "Class"),
        Column.TYPE: translate("FacilityTableModel", "Type"),
        Column.OWNERSHIP: translate("FacilityTableModel", "Ownership"),
        Column.GRADE: translate("FacilityTableModel", "Grade"),
        Column.TOWNSHIP: translate("FacilityTableModel", "Township"),
        Column.CONSORTIUM: translate("FacilityTableModel", "Consortium"),
        Column.STATUS: translate("FacilityTableModel", "Status"),
        Column.EMERGENCY: translate("FacilityTableModel", "Emergency\nsite"),
        Column.PLACE: translate("FacilityTableModel", "Place (° E, ° N)\n≈ approximate"),
    }[column]


def _italic() -> QFont:
    font = QFont()
    font.setItalic(True)
    return font
