"""A table to read: whole rows are chosen, opened with Enter or a double click, and copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.tables.clipboard import to_text

_CELL_MARGIN = 12  # pixels


class ReadingTableView(QTableView):
    """Ctrl+C copies the chosen rows with their headings as tab-separated text.

    Signals: current_changed() when another row is chosen or none; opened() on Enter and double
    click on a row.
    """

    current_changed = Signal()
    opened = Signal()

    def __init__(
        self, model: QAbstractItemModel, widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumHeight(40)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        copy = QAction(self.tr("Copy"), self)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.current_changed.emit())

    def widen(self, column: int, words: Iterable[str]) -> None:
        """Make a column at least as wide as the longest of the words that it can hold."""
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        self.setColumnWidth(column, max(self.columnWidth(column), longest + _CELL_MARGIN))

    @property
    def chosen(self) -> int | None:
        """The row of the view's model that the panel beside it is about; None where none is."""
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        current = self.currentIndex().row()
        return current if current in rows else min(rows, default=None)

    def choose(self, row: int) -> None:
        """Select one row of the view's model and bring it into view."""
        index = self.model().index(row, 0)
        # selectRow() would toggle the row while Ctrl is held down.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def choose_some(self) -> None:
        """Where no row is chosen, choose the one in the keyboard's place, at first the first."""
        if self.chosen is None and self.model().rowCount():
            self.choose(max(0, self.currentIndex().row()))

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, under the headings of their columns."""
        model = self.model()
        columns = range(model.columnCount())
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not rows:
            return
        headings = [
            " ".join(str(model.headerData(c, Qt.Orientation.Horizontal)).split()) for c in columns
        ]
        cells = [[str(model.index(row, c).data() or "") for c in columns] for row in rows]
        QGuiApplication.clipboard().setText(to_text([headings, *cells]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):  # Qt's own would copy one cell
            self.copy()
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.chosen is not None:
            self.opened.emit()
            return
        super().keyPressEvent(event)
