"""Townships and villages in one table, with their people by year to be typed and pasted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
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
from desktop.tables.division_rows import DivisionFilter, DivisionRows
from desktop.tables.facility_table_model import place_text
from desktop.tables.pasting import Text
from models.division_list import URBAN_WORDS
from models.division_merging import UNDATED
from models.division_people import PeopleCell, SumOfParts, people_changes
from models.edits import Edit
from models.errors import BadCells
from models.facility import Facility, PlaceOrigin
from models.figures import MINUS
from models.geography import Division, DivisionPopulation, Succession
from models.plan import Plan
from models.plan_document import say
from models.rules.rule import Severity

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_INDENT = "\u3000"  # an ideographic space before a village


class Column(StrEnum):
    """The columns beside those of the people of a year, which stand between URBAN and PLACE."""

    CODE = "code"
    NAME = "name"
    KIND = "kind"
    URBAN = "urban"
    PLACE = "place"
    AREA = "area"
    FACILITIES = "facilities"
    CLINICS = "clinics"


_BEFORE = (Column.CODE, Column.NAME, Column.KIND, Column.URBAN)
_AFTER = (Column.PLACE, Column.AREA, Column.FACILITIES, Column.CLINICS)
_COUNTS = frozenset({Column.FACILITIES, Column.CLINICS})
NAME_COLUMN = _BEFORE.index(Column.NAME)


class DivisionTableModel(QAbstractTableModel):
    """A row per division, each township before its villages, or sorted by a column.

    `years` are those whose people have a column: known ones, the plan's baseline, and those asked
    for. `refused(BadCells)` where a text cannot be taken; nothing was changed then.
    """

    refused = Signal(object)

    def __init__(self, session: CountySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.content = DivisionRows(session.county)
        self.filter = DivisionFilter()
        self.sorted_by: tuple[int, bool] | None = None  # a column and whether backwards
        self._asked: set[int] = set()  # years without a number yet
        self.divisions: list[Division] = []  # those that are shown
        self.years: list[int] = []
        self.reread()

    # --- which rows and columns

    def show_only(self, wanted: DivisionFilter) -> None:
        self.filter = wanted
        self.reread()

    def sort_rows(self, column: int | None, *, descending: bool = False) -> None:
        """Sort by a column; None for townships with their villages."""
        self.sorted_by = None if column is None else (column, descending)
        self.reread()

    def show_year(self, year: int) -> None:
        """Give a year a column, so that its people can be entered."""
        self._asked.add(year)
        self.reread()

    def reread(self) -> None:
        """Read rows and years anew, in order and through the filter."""
        self.beginResetModel()
        self.content.reread()
        known = self.content.years()
        wanted = {*known, *self._asked, self._session.plan.baseline_year} - {UNDATED}
        self.years = sorted(wanted) + [UNDATED] * (UNDATED in known)
        self.divisions = self.content.in_order(self.filter)
        if self.sorted_by is not None and self.sorted_by[0] < self.columnCount():
            column, descending = self.sorted_by
            self.divisions.sort(key=lambda d: self._sort_key(d, column), reverse=descending)
        self.endResetModel()

    def _sort_key(self, division: Division, column: int) -> Any:
        match self.column(column):
            case int(year):
                return self.content.sort_key(division, year)
            case Column.FACILITIES:
                return self.content.facilities(division)
            case Column.CLINICS:
                return self.content.clinics(division)
            case Column.NAME:
                return division.name
            case other:
                return self._text(division, other)

    def column(self, number: int) -> Column | int:
        """What a column shows: an attribute, or the people of a year."""
        if number < len(_BEFORE):
            return _BEFORE[number]
        number -= len(_BEFORE)
        if number < len(self.years):
            return self.years[number]
        return _AFTER[number - len(self.years)]

    def row_of(self, code: str) -> int | None:
        return next((i for i, d in enumerate(self.divisions) if d.code == code), None)

    def follow(self, edit: Edit) -> bool:
        """Show what an edit did; whether rows or columns may be others than before."""
        records = [change.record for change in edit.changes]
        if any(isinstance(r, Facility) for r in records):
            self.content.count_facilities()
        new_years = set(self.content.years()) - set(self.years)
        if new_years or any(isinstance(r, Division | Succession | Plan) for r in records):
            self.reread()
            return True
        if self.divisions:
            last = self.index(len(self.divisions) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        return False

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.divisions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_BEFORE) + len(self.years) + len(_AFTER)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and 0 <= section < self.columnCount()
        if is_shown and role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        return None

    def heading(self, number: int) -> str:
        column = self.column(number)
        if column == UNDATED:
            return self.tr("Residents\n(no year)")
        if isinstance(column, int):
            return self.tr("Residents\n{year}").format(year=column)
        return _headings()[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        division, column = self.divisions[index.row()], self.column(index.column())
        if isinstance(column, int):
            return self._people_data(division, column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                text = self._text(division, column)
                is_within = column is Column.NAME and division.parent is not None
                return _INDENT + text if is_within and self.sorted_by is None else text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _COUNTS else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(division, column)
            case Qt.ItemDataRole.BackgroundRole:
                return self._band(division)
        return (None, False) if role == MARKS_ROLE else None

    def _people_data(self, division: Division, year: int, role: int) -> Any:
        persons = self.content.persons(division, year)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown_people(division, year, persons)
            case Qt.ItemDataRole.EditRole:
                return "" if persons is None else str(persons)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                return self._people_tip(division, year)
            case Qt.ItemDataRole.FontRole:
                return _italic() if persons is None else None
            case Qt.ItemDataRole.ForegroundRole:
                return QBrush(theme.MUTED) if persons is None else None
            case Qt.ItemDataRole.BackgroundRole:
                return self._band(division)
        if role == MARKS_ROLE:
            added = self.content.sum(division, year)
            differs = added is not None and bool(added.difference)
            return (Severity.WARNING if differs else None), False
        return None

    def _shown_people(self, division: Division, year: int, persons: int | None) -> str:
        """The number; where none is known, that of all its villages, in brackets."""
        if persons is not None:
            return f"{persons:,}"
        added = self.content.sum(division, year)
        if added is None or added.persons is None or added.unknown:
            return ""
        return f"({added.persons:,})"

    def _band(self, division: Division) -> QBrush | None:
        is_heading = division.parent is None and self.sorted_by is None
        return QBrush(theme.SUBTOTAL_FILL) if is_heading else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        readable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can = self.can_write(index.row(), index.column())
        return readable | Qt.ItemFlag.ItemIsEditable if can else readable

    # --- what stands in a cell

    def _text(self, division: Division, column: Column | int) -> str:
        match column:
            case int(year):
                persons = self.content.persons(division, year)
                return "" if persons is None else str(persons)
            case Column.CODE:
                return division.code
            case Column.NAME:
                return division.name
            case Column.KIND:
                session = self._session
                return session.catalogue.word("division-kind", division.kind, session.language)
            case Column.URBAN:
                urban = division.urban
                return "" if urban is None else say(URBAN_WORDS[urban], self._session.language)
            case Column.PLACE:
                return place_text(division)
            case Column.AREA:
                return "✓" if self._session.county.boundary(division.code) is not None else ""
            case Column.FACILITIES:
                count = self.content.facilities(division)
                return str(count) if count else ""
        return self._clinics(division)

    def _clinics(self, division: Division) -> str:
        count = self.content.clinics(division)
        if division.parent is not None:
            return str(count) if count else ""
        villages = len(self.content.villages.get(division.code, ()))
        return f"{count} / {villages}" if villages else ""

    def _tool_tip(self, division: Division, column: Column) -> str | None:
        if column is Column.PLACE and division.place_origin is PlaceOrigin.APPROXIMATE:
            return self.tr("Approximate place")
        if column is Column.CLINICS and division.parent is None:
            return self.tr("Villages and communities with a clinic or station, of all of them")
        return self._text(division, column) or None

    def _people_tip(self, division: Division, year: int) -> str | None:
        lines = []
        found = self._session.county.table(DivisionPopulation).get((division.code, year))
        source = division.population_note if year == UNDATED else found.source if found else ""
        if source:
            lines.append(self.tr("Source: {source}").format(source=source))
        added = self.content.sum(division, year)
        if added is not None and added.persons is not None:
            lines.append(sum_text(added))
        return "\n".join(lines) or None

    # --- writing

    @property
    def grows(self) -> bool:
        return False

    def text(self, row: int, column: int) -> str:
        return self._text(self.divisions[row], self.column(column))

    def can_write(self, row: int, column: int) -> bool:
        return isinstance(self.column(column), int)

    def can_clear(self, row: int, column: int) -> bool:
        return self.can_write(row, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, column = index.row(), index.column()
        label = self.tr("Residents of {name}").format(name=self.divisions[row].name)
        return self.write([(row, column, str(value))], label)

    def write(self, texts: Sequence[Text], label: str) -> bool:
        """Write numbers of people as one edit; False where nothing was changed."""
        cells = [(self._cell(row, column), text) for row, column, text in texts]
        try:
            changes = people_changes(self._session.county, cells)
        except BadCells as error:
            self.refused.emit(error)
            return False
        return bool(changes) and self._session.do(Edit(label, changes))

    def _cell(self, row: int, column: int) -> PeopleCell:
        heading = self.heading(column).replace("\n", " ")
        year = self.column(column)
        if not isinstance(year, int):
            return PeopleCell(row + 1, heading, None)
        return PeopleCell(row + 1, heading, self.divisions[row].code, year)


def sum_text(added: SumOfParts) -> str:
    """Villages together 12,345: 45 more than the township's own number. Some number is known."""
    translate = QCoreApplication.translate
    text = translate("DivisionTableModel", "Villages together: {persons}")
    said = text.format(persons=f"{added.persons or 0:,}")
    if added.unknown:
        text = translate("DivisionTableModel", "{said}; of {count} not known")
        return text.format(said=said, count=added.unknown)
    if added.whole is None or added.difference is None:
        return said
    if not added.difference:
        return translate("DivisionTableModel", "{said}, as the township's own").format(said=said)
    text = translate("DivisionTableModel", "{said}; differs from the township's own by {gap}")
    return text.format(said=said, gap=signed(added.difference))


def signed(number: int) -> str:
    """With its sign: +45, −45."""
    return f"{'+' if number >= 0 else MINUS}{abs(number):,}"


def _headings() -> dict[Column, str]:
    translate = QCoreApplication.translate
    return {
        Column.CODE: translate("DivisionTableModel", "Code"),
        Column.NAME: translate("DivisionTableModel", "Name"),
        Column.KIND: translate("DivisionTableModel", "Kind"),
        Column.URBAN: translate("DivisionTableModel", "Urban or\nrural"),
        Column.PLACE: translate("DivisionTableModel", "Place (° E, ° N)\n≈ approximate"),
        Column.AREA: translate("DivisionTableModel", "Area"),
        Column.FACILITIES: translate("DivisionTableModel", "Facilities"),
        Column.CLINICS: translate("DivisionTableModel", "Clinics,\nstations"),
    }


def _italic() -> QFont:
    font = QFont()
    font.setItalic(True)
    return font
