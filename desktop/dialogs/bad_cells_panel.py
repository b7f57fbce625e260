"""The cells of a paste that were refused: a notice over the table that can be put away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QToolButton, QVBoxLayout

from desktop import wording
from models.errors import BadCell, BadCells

_MOST_ROWS = 6  # shown at a time; the list scrolls


class BadCellsPanel(QFrame):
    """Hidden until something is refused. `chosen` carries the BadCell that is clicked on."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.cells = QListWidget()
        self.cells.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.cells.itemClicked.connect(
            lambda item: self.chosen.emit(self._bad[self.cells.row(item)])
        )
        self._bad: tuple[BadCell, ...] = ()
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setToolTip(self.tr("Put away"))
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.hide)
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addLayout(top)
        layout.addWidget(self.cells)
        self.hide()

    def show_cells(self, error: BadCells) -> None:
        """List every bad cell with its row, column, value and reason."""
        self.summary.setText(
            self.tr("Nothing was changed. Cells that cannot be taken: {count}").format(
                count=len(error.cells)
            )
        )
        self._bad = error.cells
        self.cells.clear()
        self.cells.addItems([wording.bad_cell_text(cell) for cell in error.cells])
        rows = min(len(error.cells), _MOST_ROWS)
        self.cells.setFixedHeight(rows * self.cells.sizeHintForRow(0) + 6)
        self.show()
