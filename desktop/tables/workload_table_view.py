"""The table of activities on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyleOptionViewItem, QWidget

from desktop.session import CountySession
from desktop.tables.allocation_delegate import AllocationDelegate
from desktop.tables.workload_table_model import FIELDS, WorkloadTableModel
from desktop.tables.written_view import WrittenView
from models.workload import ActivityKind
from models.workload_reading import STAFF, Field

_WIDTHS = {
    Field.FACILITY: 210, Field.CADRE: 140, Field.KIND: 80, Field.NAME: 180, Field.MINUTES: 84,
    Field.VOLUME: 84, Field.SHARE: 80, Field.HOURS: 80, Field.SOURCE: 120,
}  # fmt: skip


class WorkloadDelegate(AllocationDelegate):
    """Marks what is lacking, and offers the words that may stand in a cell while one types."""

    def __init__(self, session: CountySession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        words = list(self._words(FIELDS[index.column()]))
        if words:
            completer = QCompleter(words, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    def _words(self, field: Field) -> Iterable[str]:
        session = self._session
        catalogue, language = session.catalogue, session.language
        match field:
            case Field.FACILITY:
                return [facility.name for facility in session.county.facilities]
            case Field.CADRE:
                staff = (m.id for m in catalogue.measures.values() if m.group == STAFF)
                return [catalogue.measure_name(m, language) for m in staff]
            case Field.KIND:
                return [catalogue.word("activity-kind", kind, language) for kind in ActivityKind]
        return []


class WorkloadTableView(WrittenView):
    """Keeps its place when the rows are read anew, and goes to rows that were just made."""

    def __init__(self, session: CountySession, model: WorkloadTableModel) -> None:
        super().__init__(model, model)
        self.lines = model
        self._place: tuple[str, int] | None = None  # the id of a line and a column
        self.setAccessibleName(self.tr("Activities of all facilities"))
        delegate = WorkloadDelegate(session, self)
        delegate.moved.connect(self.move_by)
        delegate.filled.connect(self.fill_with)
        self.setItemDelegate(delegate)
        for field, width in _WIDTHS.items():
            self.setColumnWidth(FIELDS.index(field), width)
        kinds = (session.catalogue.word("activity-kind", k, session.language) for k in ActivityKind)
        longest = max(map(self.fontMetrics().horizontalAdvance, kinds))
        self.setColumnWidth(FIELDS.index(Field.KIND), max(_WIDTHS[Field.KIND], longest + 14))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._return_to_place)
        model.made.connect(self.select_lines)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        field = None if column < 0 else FIELDS[column]
        self.lines.sort_rows(field, descending=order is Qt.SortOrder.DescendingOrder)

    def selected_rows(self) -> list[int]:
        """The rows of lines in which a cell is selected."""
        rows = {row for row, _ in self.selected_cells()}
        return sorted(row for row in rows if row < len(self.lines.lines))

    def select_lines(self, ids: Iterable[str]) -> None:
        """Bring the first of these lines into view, in the column of the keyboard, and select
        their rows."""
        rows = sorted(row for i in ids if (row := self.lines.row_of(i)) is not None)
        if rows:
            column = max(self.currentIndex().column(), 0)
            self.go_to(rows[0], column)
            if rows == list(range(rows[0], rows[0] + len(rows))) and len(rows) > 1:
                self.select_block((rows[0], 0), (rows[-1], len(FIELDS) - 1))

    def _remember_place(self) -> None:
        current = self.currentIndex()
        line = self.lines.line_at(current.row())
        self._place = None if line is None else (line.id, current.column())

    def _return_to_place(self) -> None:
        row = None if self._place is None else self.lines.row_of(self._place[0])
        if row is not None and self._place is not None:
            self.go_to(row, self._place[1])
