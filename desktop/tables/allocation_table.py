"""The allocation table with its total row under it: one widget, scrolled as one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
)

from desktop.tables.allocation_columns import Column, ColumnKind
from desktop.tables.allocation_delegate import AllocationDelegate
from desktop.tables.allocation_table_model import AllocationTableModel
from desktop.tables.allocation_table_view import COLUMN_WIDTH, ROW_HEIGHT, AllocationTableView
from desktop.tables.total_row_model import TotalRowModel

NAME_WIDTH = (150, 300)  # least and greatest width of the names, in pixels
NOTE_WIDTH = 220
_MARGIN = 14


class AllocationTable(QFrame):
    """`view` holds the rows; the row under it stays in view however far they are scrolled."""

    def __init__(self, model: AllocationTableModel) -> None:
        super().__init__()
        self.model = model
        self.view = AllocationTableView(model)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.total_model = TotalRowModel(model)
        self.total = self._total_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.total)
        self.setObjectName("card")
        self._fitted: list[Column] = []
        self._widths: dict[str, int] = {}  # of columns that were dragged, by what they show
        self._fitting = False
        self._tie()
        self._fit()
        model.modelReset.connect(self._fit)

    def _total_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.total_model)
        view.setItemDelegate(AllocationDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.horizontalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFixedHeight(ROW_HEIGHT)
        return view

    def _tie(self) -> None:
        """One horizontal scroll bar, below the total, moves both; columns are equally wide."""
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        above, below = self.view.horizontalScrollBar(), self.total.horizontalScrollBar()
        above.valueChanged.connect(below.setValue)
        below.valueChanged.connect(above.setValue)
        below.rangeChanged.connect(
            lambda _, greatest: self.total.setFixedHeight(
                ROW_HEIGHT + (below.sizeHint().height() if greatest else 0)
            )
        )
        self.view.horizontalHeader().sectionResized.connect(self._follow_width)
        # The rows' scroll bar takes room at the right that the total must leave free as well.
        bar = self.view.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda _, greatest: self.total.setContentsMargins(
                0, 0, bar.sizeHint().width() if greatest else 0, 0
            )
        )

    @property
    def widths(self) -> dict[str, int]:
        """The widths, in pixels, of the columns that the planner dragged, in whatever set."""
        return dict(self._widths)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Take widths that `widths` gave."""
        self._widths, self._fitted = dict(widths), []
        self._fit()

    def _follow_width(self, column: int, _: int, width: int) -> None:
        self.total.setColumnWidth(column, width)
        if not self._fitting and column < len(self.model.columns):
            self._widths[_kept_as(self.model.columns[column])] = width

    def _fit(self) -> None:
        """Room for the names and for the longest heading; a width that was dragged stays."""
        self._fitting = True
        name_width = min(max(self._longest_name(), NAME_WIDTH[0]), NAME_WIDTH[1])
        for view in (self.view, self.total):
            view.verticalHeader().setFixedWidth(name_width)
        metrics = self.view.horizontalHeader().fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        heights = []
        for column in range(self.model.columnCount()):
            text = str(self.model.headerData(column, Qt.Orientation.Horizontal))
            if self.model.columns != self._fitted:
                basis_and_year = text.split("\n")[1]
                needed = max(COLUMN_WIDTH, metrics.horizontalAdvance(basis_and_year) + _MARGIN)
                if self.model.columns[column].kind is ColumnKind.NOTE:
                    needed = NOTE_WIDTH
                width = self._widths.get(_kept_as(self.model.columns[column]), needed)
                self.view.setColumnWidth(column, width)
                self.total.setColumnWidth(column, width)
            inside = self.view.columnWidth(column) - _MARGIN
            heights.append(metrics.boundingRect(0, 0, inside, 0, flags, text).height())
        self._fitted = self.model.columns
        self.view.horizontalHeader().setFixedHeight(max(heights, default=ROW_HEIGHT) + _MARGIN)
        self.view.updateGeometries()
        self.total.updateGeometries()
        self._fitting = False

    def _longest_name(self) -> int:
        """Pixels that the names need; of many, the few with most characters are measured."""
        texts = [
            str(self.model.headerData(row, Qt.Orientation.Vertical))
            for row in range(self.model.rowCount())
        ]
        texts.append(str(self.total_model.headerData(0, Qt.Orientation.Vertical)))
        metrics = self.view.verticalHeader().fontMetrics()
        longest = sorted(texts, key=len)[-8:]
        return max(metrics.horizontalAdvance(text) for text in longest) + 2 * _MARGIN


def _kept_as(column: Column) -> str:
    """The columns of all years of one figure are equally wide."""
    return f"{column.measure}|{column.basis}|{column.kind}"
