"""Which values that the planner set shall give way to derived ones: asked beside the table."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from desktop.session import CountySession
from models.county import CellKey
from models.figures import format_count
from models.staffing import Kept


class DerivePanel(QFrame):
    """Lists the values that stand in the way, none ticked; `decided` carries the keys ticked."""

    decided = Signal(object)  # frozenset[CellKey]
    dismissed = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("card")
        title = QLabel(self.tr("Derive staff targets"))
        bold = QFont(self.font())
        bold.setBold(True)
        title.setFont(bold)
        self.explanation = QLabel(
            self.tr(
                "These values were set or published and differ from the derived ones. "
                "They stay unless you tick them."
            )
        )
        self.explanation.setWordWrap(True)
        self.all = QCheckBox(self.tr("Tick all"))
        self.all.toggled.connect(self._tick_all)
        self.values = QListWidget()
        self.values.setWordWrap(True)
        self.derive = QPushButton(self.tr("Derive"))
        self.derive.setDefault(True)
        self.derive.clicked.connect(lambda: self.decided.emit(self.ticked()))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.dismissed)
        buttons = QHBoxLayout()
        buttons.addWidget(self.derive)
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        for widget in (title, self.explanation, self.all):
            layout.addWidget(widget)
        layout.addWidget(self.values, 1)
        layout.addLayout(buttons)

    def ask(self, kept: Iterable[Kept]) -> None:
        """List these values, none ticked."""
        self.all.setChecked(False)
        self.values.clear()
        session = self.session
        for value in kept:
            _, facility_id, measure, _, _ = value.key
            text = self.tr("{facility}, {measure}: {now} → {derived}").format(
                facility=session.county.facility(facility_id).name,
                measure=session.catalogue.measure_name(measure, session.language),
                now=format_count(value.now),
                derived=format_count(value.derived),
            )
            item = QListWidgetItem(text, self.values)
            item.setData(Qt.ItemDataRole.UserRole, value.key)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(Qt.CheckState.Unchecked)

    def ticked(self) -> frozenset[CellKey]:
        items = [self.values.item(row) for row in range(self.values.count())]
        return frozenset(
            tuple(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _tick_all(self, ticked: bool) -> None:
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row in range(self.values.count()):
            self.values.item(row).setCheckState(state)
