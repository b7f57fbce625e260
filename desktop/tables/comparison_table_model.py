"""Two plan versions side by side: the cells that differ, to tick, and the totals of each column."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from desktop import theme
from desktop.session import CountySession
from models.catalogue import Language
from models.comparison import ComparedCell, ComparedColumn, Comparison, Difference
from models.figures import format_change, format_count
from models.measure import Allocation, Basis

Index = QModelIndex | QPersistentModelIndex
CellKey = tuple[str, str, Basis, int]  # facility id, measure, basis, year
MARKS = {Difference.CHANGED: "≠", Difference.ADDED: "+", Difference.REMOVED: "−"}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CellColumn(IntEnum):
    FACILITY = 0
    MEASURE = 1
    BASIS = 2
    YEAR = 3
    A = 4
    B = 5
    DIFFERENCE = 6
    KIND = 7


class TotalColumn(IntEnum):
    MEASURE = 0
    BASIS = 1
    YEAR = 2
    A = 3
    B = 4
    DIFFERENCE = 5
    CHANGED = 6
    ADDED = 7
    REMOVED = 8
    SAME = 9


class _Words:
    """Names of what is compared, in the language of the screens."""

    def __init__(self, session: CountySession) -> None:
        self._session = session

    def measure(self, measure: str) -> str:
        catalogue, language = self._session.catalogue, self._session.language
        if measure not in catalogue.measures:
            return measure
        name = catalogue.measure_name(measure, language)
        unit = catalogue.measure_unit(measure, language)
        return f"{name}（{unit}）" if language is Language.ZH else f"{name} ({unit})"

    def basis(self, basis: Basis) -> str:
        return self._session.catalogue.word("basis", basis, self._session.language)

    def kind(self, kind: Difference) -> str:
        word = self._session.catalogue.word("difference", kind, self._session.language)
        return f"{MARKS[kind]} {word}"

    def facility(self, facility_id: str) -> str:
        return self._session.county.facility(facility_id).name

    def order(self, facility_id: str) -> tuple[int, str]:
        """What facilities sort by: their place in the published list."""
        facility = self._session.county.facility(facility_id)
        return facility.order, facility.name


def _key(cell: ComparedCell) -> CellKey:
    return cell.facility_id, cell.measure, cell.basis, cell.year


def _count(allocation: Allocation | None) -> str:
    return format_count(None if allocation is None else allocation.value)


def _size(value: Decimal | None) -> tuple[bool, Decimal]:
    """What figures sort by: blanks before all numbers."""
    return value is not None, Decimal(0) if value is None else value


class ComparisonTableModel(QAbstractTableModel):
    """The cells that differ; it filters and sorts itself, since there may be tens of thousands.

    Each can be ticked; what is ticked stays so while it is filtered away, and until it differs no
    more. `ticks_changed` says that other cells are ticked.
    """

    ticks_changed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.words = _Words(session)
        self._names: dict[CellColumn, str] = {}  # of the versions
        self._all: list[ComparedCell] = []
        self._shown: list[ComparedCell] = []
        self._ticked: set[CellKey] = set()
        self._filter: tuple[str, Difference | None, str | None] = ("", None, None)
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    # --- what is shown

    def show_comparison(self, found: Comparison) -> None:
        self.beginResetModel()
        self._names = {CellColumn.A: found.plan_a.name, CellColumn.B: found.plan_b.name}
        self._all = list(found.cells)
        self._ticked &= set(map(_key, self._all))
        self._lay_out()
        self.endResetModel()
        self.ticks_changed.emit()

    def show_only(self, text: str, kind: Difference | None, measure: str | None) -> None:
        """Show the cells of facilities whose name holds the text, of a kind and of a measure."""
        wanted = (text.strip().casefold(), kind, measure)
        if wanted != self._filter:
            self.beginResetModel()
            self._filter = wanted
            self._lay_out()
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the comparison."""
        self.beginResetModel()
        self._order = (column, order)
        self._lay_out()
        self.endResetModel()

    def _lay_out(self) -> None:
        text, kind, measure = self._filter
        self._shown = [
            cell
            for cell in self._all
            if (kind is None or cell.kind is kind)
            and measure in (None, cell.measure)
            and (not text or text in self.words.facility(cell.facility_id).casefold())
        ]
        column, order = self._order
        if column >= 0:
            descending = order == Qt.SortOrder.DescendingOrder
            self._shown.sort(key=lambda c: self._sort_key(c, column), reverse=descending)

    def _sort_key(self, cell: ComparedCell, column: int) -> Any:
        match column:
            case CellColumn.FACILITY:
                return self.words.order(cell.facility_id)
            case CellColumn.YEAR:
                return cell.year
            case CellColumn.A:
                return _size(None if cell.a is None else cell.a.value)
            case CellColumn.B:
                return _size(None if cell.b is None else cell.b.value)
            case CellColumn.DIFFERENCE:
                return _size(cell.difference)
            case _:
                return self._text(cell, column)

    def cell(self, row: int) -> ComparedCell:
        return self._shown[row]

    # --- ticks

    @property
    def ticked(self) -> list[ComparedCell]:
        """The ticked cells, shown or not, in the order of the comparison."""
        return [cell for cell in self._all if _key(cell) in self._ticked]

    @property
    def ticked_count(self) -> int:
        return len(self._ticked)

    def tick(self, rows: range | list[int], ticked: bool) -> None:
        """Tick or untick rows that are shown."""
        keys = {_key(self._shown[row]) for row in rows}
        self._ticked = self._ticked | keys if ticked else self._ticked - keys
        if rows:
            self.dataChanged.emit(
                self.index(min(rows), CellColumn.FACILITY),
                self.index(max(rows), CellColumn.FACILITY),
                [Qt.ItemDataRole.CheckStateRole],
            )
        self.ticks_changed.emit()

    def is_ticked(self, row: int) -> bool:
        return _key(self._shown[row]) in self._ticked

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == CellColumn.FACILITY:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != CellColumn.FACILITY:
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    # --- cells

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(CellColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._names.get(CellColumn(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            CellColumn.FACILITY: self.tr("Facility"),
            CellColumn.MEASURE: self.tr("Measure"),
            CellColumn.BASIS: self.tr("Basis"),
            CellColumn.YEAR: self.tr("Year"),
            CellColumn.A: "A",
            CellColumn.B: "B",
            CellColumn.DIFFERENCE: self.tr("Difference\nB − A"),
            CellColumn.KIND: self.tr("Kind"),
        }[CellColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell, column = self._shown[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(cell, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(cell, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if CellColumn.YEAR <= column <= CellColumn.DIFFERENCE else _LEFT
            case Qt.ItemDataRole.CheckStateRole if column == CellColumn.FACILITY:
                ticked = _key(cell) in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def _text(self, cell: ComparedCell, column: int) -> str:
        match column:
            case CellColumn.FACILITY:
                return self.words.facility(cell.facility_id)
            case CellColumn.MEASURE:
                return self.words.measure(cell.measure)
            case CellColumn.BASIS:
                return self.words.basis(cell.basis)
            case CellColumn.YEAR:
                return str(cell.year)
            case CellColumn.A:
                return _count(cell.a)
            case CellColumn.B:
                return _count(cell.b)
            case CellColumn.DIFFERENCE:
                return format_change(cell.difference)
            case _:
                return self.words.kind(cell.kind)

    def _tool_tip(self, cell: ComparedCell, column: int) -> str:
        of = {CellColumn.A: cell.a, CellColumn.B: cell.b}.get(CellColumn(column))
        if of is None:
            return self._text(cell, column)
        return "\n".join(filter(None, (self._text(cell, column), of.source, of.note)))


class ComparisonTotalsModel(QAbstractTableModel):
    """One row per measure, basis and year: both versions' totals and how many cells differ."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self._words = _Words(session)
        self._columns: tuple[ComparedColumn, ...] = ()

    def show_comparison(self, found: Comparison) -> None:
        self.beginResetModel()
        self._columns = found.columns
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(TotalColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            TotalColumn.MEASURE: self.tr("Measure"),
            TotalColumn.BASIS: self.tr("Basis"),
            TotalColumn.YEAR: self.tr("Year"),
            TotalColumn.A: self.tr("Total A"),
            TotalColumn.B: self.tr("Total B"),
            TotalColumn.DIFFERENCE: self.tr("Difference\nB − A"),
            TotalColumn.CHANGED: self._words.kind(Difference.CHANGED),
            TotalColumn.ADDED: self._words.kind(Difference.ADDED),
            TotalColumn.REMOVED: self._words.kind(Difference.REMOVED),
            TotalColumn.SAME: self.tr("= Same"),
        }[TotalColumn(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        of, column = self._columns[index.row()], index.column()
        differs = any(of.counts.values())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(of, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column >= TotalColumn.YEAR else _LEFT
            case Qt.ItemDataRole.ForegroundRole if not differs:
                return QBrush(theme.MUTED)
        return None

    def _text(self, of: ComparedColumn, column: int) -> str:
        match column:
            case TotalColumn.MEASURE:
                return self._words.measure(of.measure)
            case TotalColumn.BASIS:
                return self._words.basis(of.basis)
            case TotalColumn.YEAR:
                return str(of.year)
            case TotalColumn.A:
                return format_count(of.a)
            case TotalColumn.B:
                return format_count(of.b)
            case TotalColumn.DIFFERENCE:
                return format_change(of.difference)
            case TotalColumn.SAME:
                return str(of.same)
            case _:
                kinds = (Difference.CHANGED, Difference.ADDED, Difference.REMOVED)
                return str(of.counts[kinds[column - TotalColumn.CHANGED]])
