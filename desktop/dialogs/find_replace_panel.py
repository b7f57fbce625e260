"""Find and replace in the names and figures that the allocation table shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from desktop.session import CountySession
from desktop.tables.allocation_table_model import AllocationTableModel
from models.edits import Edit
from models.errors import InvalidValue
from models.facility import Facility
from models.replacing import Replacement, renamed


class FindReplacePanel(QFrame):
    """Counts what it finds while one types; replacing all is one edit.

    Signals: found(row, column) to go to a cell (column −1: its name); dismissed().
    """

    found = Signal(int, int)
    dismissed = Signal()

    def __init__(self, session: CountySession, table: AllocationTableModel) -> None:
        super().__init__()
        self.session, self.table = session, table
        self.setObjectName("card")
        self.wanted, self.by = QLineEdit(), QLineEdit()
        self.where = QComboBox()
        self.where.addItem(self.tr("Figures"), False)
        self.where.addItem(self.tr("Names"), True)
        self.whole = QCheckBox(self.tr("The whole cell only"))
        self.whole.setChecked(True)
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.next = QPushButton(self.tr("Find next"))
        self.replace = QPushButton(self.tr("Replace all"))
        self.close_button = QPushButton(self.tr("Close"))
        self._last: tuple[int, int] = (-1, -1)
        self._lay_out()
        for field in (self.wanted, self.by):
            field.textChanged.connect(self._count)
        self.wanted.returnPressed.connect(self.find_next)
        self.by.returnPressed.connect(self.replace_all)
        self.where.currentIndexChanged.connect(self._choose_where)
        self.whole.toggled.connect(self._count)
        self.next.clicked.connect(self.find_next)
        self.replace.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.dismissed)
        table.totals_changed.connect(self._count_if_seen)
        table.modelReset.connect(self._count_if_seen)
        self._count()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Find and replace"))
        bold = QFont(self.font())
        bold.setBold(True)
        title.setFont(bold)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Find"), self.wanted)
        form.addRow(self.tr("Replace by"), self.by)
        form.addRow(self.tr("Among"), self.where)
        form.addRow(self.whole)
        explanation = QLabel(self.tr("Only rows and columns that are shown are searched."))
        explanation.setObjectName("muted")
        explanation.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.next)
        buttons.addWidget(self.replace)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addWidget(explanation)
        layout.addWidget(self.count)
        layout.addLayout(buttons)
        layout.addStretch(1)
        layout.addWidget(self.close_button)

    @property
    def replacement(self) -> Replacement:
        return Replacement(self.wanted.text(), self.by.text(), self.whole.isChecked())

    @property
    def _in_names(self) -> bool:
        return bool(self.where.currentData())

    def _choose_where(self) -> None:
        self.whole.setChecked(not self._in_names)  # part of a name, but not of a figure
        self._count()

    def _count_if_seen(self) -> None:
        if self.isVisible():
            self._count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def _places(self) -> list[tuple[int, int]]:
        if not self._in_names:
            return [(row, column) for row, column, _ in self.table.replaced_texts(self.replacement)]
        return [
            (row, -1)
            for row, shown in enumerate(self.table.rows)
            if shown.facility and self.replacement.found_in(shown.facility.name)
        ]

    def _count(self) -> None:
        count = len(self._places()) if self.wanted.text() or not self._in_names else 0
        asked = bool(self.wanted.text())
        self.count.setText(self.tr("Found: {count}").format(count=count) if asked else "")
        self.next.setEnabled(asked and count > 0)
        self.replace.setEnabled(asked and count > 0 and not self._is_locked)

    @property
    def _is_locked(self) -> bool:
        return not self._in_names and self.session.plan.is_locked

    def find_next(self) -> None:
        """Go to the next place after the one found last; after the last one to the first."""
        places = self._places() if self.wanted.text() else []
        if places:
            after = [place for place in places if place > self._last]
            self._last = (after or places)[0]
            self.found.emit(*self._last)

    def replace_all(self) -> None:
        """Replace everywhere as one edit, or, where one text cannot be, nowhere."""
        if not self.replace.isEnabled():
            return
        if not self._in_names:
            texts = self.table.replaced_texts(self.replacement)
            self.table.write(texts, self.tr("Replace in {count} cells").format(count=len(texts)))
            return
        facilities: list[Facility] = [row.facility for row in self.table.rows if row.facility]
        try:
            changes = renamed(self.session.county, facilities, self.replacement)
        except InvalidValue as error:
            self.session.failed.emit(error)
            return
        label = self.tr("Replace in {count} names").format(count=len(changes))
        self.session.do(Edit(label, changes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)
