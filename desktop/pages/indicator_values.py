"""The values of indicators by year, typed or pasted, with their source and note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.bad_cells_panel import BadCellsPanel
from desktop.session import CountySession
from desktop.tables.clipboard import from_text, to_text
from desktop.tables.grid_view import GridView
from desktop.tables.indicator_values_model import FIRST_YEAR, NAME, TARGET, IndicatorValuesModel
from desktop.tables.pasting import lay
from models.edits import Edit
from models.errors import BadCell, BadCells, Reason

_WIDTHS = {NAME: 330, TARGET: 90}
_YEAR_WIDTH = 92  # pixels


class ValuesGrid(GridView):
    """Ctrl+C, Ctrl+V and Delete on blocks of cells, as in a spreadsheet."""

    def __init__(self, model: IndicatorValuesModel) -> None:
        super().__init__()
        self.values = model
        self.setModel(model)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        model.modelReset.connect(self._set_widths)
        self._set_widths()

    def _set_widths(self) -> None:
        for column in range(self.values.columnCount()):
            self.setColumnWidth(column, _WIDTHS.get(column, _YEAR_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.values.write([(r, c, "") for r, c in self.selected_cells() if c >= FIRST_YEAR])
        elif not self.handle_move(event):
            super().keyPressEvent(event)

    def copy(self) -> None:
        cells = self.selected_cells()
        if not cells:
            return
        rows, columns = {r for r, _ in cells}, {c for _, c in cells}
        block = [
            [self.values.copied(r, c) if (r, c) in cells else "" for c in sorted(columns)]
            for r in sorted(rows)
        ]
        QGuiApplication.clipboard().setText(to_text(block))

    def paste(self) -> None:
        """Take a block whole or not at all; what falls outside the table is refused."""
        block = from_text(QGuiApplication.clipboard().text())
        cells = self.selected_cells()
        if not block or not cells:
            return
        model = self.values
        laid = lay(block, cells, model.rowCount(), model.columnCount())
        if laid.beyond:
            row = model.rowCount() + 1
            outside = BadCell("", row, "", str(laid.beyond), Reason.OUTSIDE_TABLE)
            model.refused.emit(BadCells((outside,)))
            return
        model.write(laid.texts)


class IndicatorValuesView(QWidget):
    """The grid, what was refused, and source and note of the selected values."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.model = IndicatorValuesModel(session)
        self.grid = ValuesGrid(self.model)
        self.bad_cells = BadCellsPanel()
        self.bad_cells.hide()
        self.source, self.note = QLineEdit(), QLineEdit()
        self.source.setPlaceholderText(self.tr("e.g. statistical bulletin of the year"))
        self.button = QPushButton(self.tr("Set for the selected values"))
        self._stale = False
        self._lay_out()
        self.model.refused.connect(self.bad_cells.show_cells)
        self.button.clicked.connect(self._describe)
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        session.changed.connect(self._follow)
        session.plan_changed.connect(self.model.reload)
        self._show_selected()

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr(
                "Type a value, or paste a block from Excel. Figures in italics are computed from "
                "the facilities; an entered value takes their place."
            )
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        line = QHBoxLayout()
        for text, field in ((self.tr("Source"), self.source), (self.tr("Note"), self.note)):
            label = QLabel(text)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field, 1)
        line.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(hint)
        layout.addWidget(self.bad_cells)
        layout.addWidget(self.grid, 1)
        layout.addLayout(line)
        self.setFocusProxy(self.grid)

    def _follow(self, edit: Edit) -> None:
        """An edit is shown at once, or when the view comes to the front."""
        if self.isVisible():
            self.model.follow(edit)
            self._show_selected()
        else:
            self._stale = True

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.model.reload()

    def _entered_cells(self) -> list[tuple[int, int]]:
        return [cell for cell in self.grid.selected_cells() if self.model.entered(*cell)]

    def _show_selected(self) -> None:
        cells = self._entered_cells()
        found = self.model.entered(*cells[0]) if cells else None
        self.source.setText("" if found is None else found.source)
        self.note.setText("" if found is None else found.note)
        for widget in (self.source, self.note, self.button):
            widget.setEnabled(bool(cells))

    def _describe(self) -> None:
        self.model.describe(self._entered_cells(), self.source.text(), self.note.text())
