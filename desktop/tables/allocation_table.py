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

from desktop.tables.allocation_columns import Column
from desktop.tables.allocation_table_model import AllocationTableModel
from desktop.tables.allocation_table_view import (
    COLUMN_WIDTH,
    ROW_HEIGHT,
    AllocationDelegate,
    AllocationTableView,
)
from desktop.tables.total_row_model import TotalRowModel

NAME_WIDTH = (150, 300)  # least and greatest width of the names, in pixels
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
        self.view.horizontalHeader().sectionResized.connect(
            lambda column, _, width: self.total.setColumnWidth(column, width)
        )
        # The rows' scroll bar takes room at the right that the total must leave free as well.
        bar = self.view.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda _, greatest: self.total.setContentsMargins(
                0, 0, bar.sizeHint().width() if greatest else 0, 0
            )
        )

    def _fit(self) -> None:
        """Room for the names and for the longest heading; a width that was dragged stays."""
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
                width = max(COLUMN_WIDTH, metrics.horizontalAdvance(basis_and_year) + _MARGIN)
                self.view.setColumnWidth(column, width)
                self.total.setColumnWidth(column, width)
            inside = self.view.columnWidth(column) - _MARGIN
            heights.append(metrics.boundingRect(0, 0, inside, 0, flags, text).height())
        self._fitted = self.model.columns
        self.view.horizontalHeader().setFixedHeight(max(heights, default=ROW_HEIGHT) + _MARGIN)
        self.view.updateGeometries()
        self.total.updateGeometries()

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
