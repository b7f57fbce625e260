"""The table of divisions on the screen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt

from desktop.tables.allocation_delegate import AllocationDelegate
from desktop.tables.division_table_model import NAME_COLUMN, Column, DivisionTableModel
from desktop.tables.written_view import WrittenView

_WIDTHS = {
    Column.CODE: 14, Column.NAME: 26, Column.KIND: 12, Column.URBAN: 9, Column.PLACE: 20,
    Column.AREA: 6, Column.FACILITIES: 10, Column.CLINICS: 10,
}  # fmt: skip
_HEADING_FRAME = 16  # pixels
_PEOPLE_WIDTH = 12  # in digits of the table's font, as the others


class DivisionTableView(WrittenView):
    """Keeps its place when rows are read anew; a click on a heading sorts."""

    def __init__(self, model: DivisionTableModel) -> None:
        super().__init__(model, model)
        self.rows = model
        self._place: tuple[str, int] | None = None  # the code of a division and a column
        self.setAccessibleName(self.tr("Townships and villages"))
        delegate = AllocationDelegate(self)
        delegate.moved.connect(self.move_by)
        delegate.filled.connect(self.fill_with)
        self.setItemDelegate(delegate)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)
        self._set_widths()
        model.modelAboutToBeReset.connect(self._remember_place)
        model.modelReset.connect(self._return_to_place)

    def _set_widths(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        for number in range(self.rows.columnCount()):
            column = self.rows.column(number)
            width = _PEOPLE_WIDTH if isinstance(column, int) else _WIDTHS[column]
            self.setColumnWidth(number, max(width * digit, self._heading_width(number)))

    def _heading_width(self, number: int) -> int:
        """What the longer line of a heading needs, beside the sign of sorting."""
        measure = self.fontMetrics().horizontalAdvance
        return max(map(measure, self.rows.heading(number).split("\n"))) + _HEADING_FRAME

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.rows.sort_rows(
            None if column < 0 else column, descending=order is Qt.SortOrder.DescendingOrder
        )

    def selected_codes(self) -> list[str]:
        """The divisions in whose rows a cell is selected, from top to bottom."""
        rows = sorted({row for row, _ in self.selected_cells()})
        return [self.rows.divisions[row].code for row in rows if row < self.rows.rowCount()]

    def select_divisions(self, codes: list[str]) -> None:
        """Select the names of these divisions and bring the first into view."""
        rows = sorted(row for code in codes if (row := self.rows.row_of(code)) is not None)
        if not rows:
            return
        self.go_to(rows[0], NAME_COLUMN)
        chosen = QItemSelection()
        for row in rows:
            index = self.rows.index(row, NAME_COLUMN)
            chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _remember_place(self) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        inside = 0 <= row < len(self.rows.divisions)
        self._place = (self.rows.divisions[row].code, column) if inside else None
        self._columns = self.rows.columnCount()

    def _return_to_place(self) -> None:
        if self.rows.columnCount() != self._columns:
            self._set_widths()
        row = None if self._place is None else self.rows.row_of(self._place[0])
        if row is not None and self._place is not None:
            self.go_to(row, self._place[1])
