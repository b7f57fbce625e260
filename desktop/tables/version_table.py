"""The versions of the plan: name, state, date, years; the one in front is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.session import CountySession
from models.plan import Plan

_MOST_ROWS = 5  # shown without scrolling
_ID_ROLE = Qt.ItemDataRole.UserRole


class VersionTable(QTableWidget):
    """One row per version, oldest first. `opened(id)` on Enter and double click."""

    opened = Signal(str)

    def __init__(self, session: CountySession) -> None:
        super().__init__(0, 5)
        self._session = session
        self.setHorizontalHeaderLabels(
            [
                self.tr("Version"),
                self.tr("State"),
                self.tr("Date"),
                self.tr("Years"),
                self.tr("Title"),
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.cellDoubleClicked.connect(lambda row, _column: self._open(row))

    @property
    def chosen(self) -> Plan | None:
        """The version whose row is chosen."""
        row = self.currentRow()
        item = self.item(row, 0) if self.selectedItems() else None
        if item is None:
            return None
        return self._session.county.plan(str(item.data(_ID_ROLE)))

    def choose(self, plan_id: str) -> None:
        """Choose the row of a version."""
        ids = [plan.id for plan in self._session.county.plans]
        self.selectRow(ids.index(plan_id))

    def refresh(self) -> None:
        """Show the versions as they are; the chosen row stays, at first the version in front."""
        kept = self.item(self.currentRow(), 0) if self.selectedItems() else None
        wanted = self._session.plan.id if kept is None else str(kept.data(_ID_ROLE))
        plans = self._session.county.plans
        blocked = self.blockSignals(True)
        self.setRowCount(len(plans))
        for row, plan in enumerate(plans):
            self._fill(row, plan)
        ids = [plan.id for plan in plans]
        front = ids.index(self._session.plan.id)
        self.blockSignals(blocked)
        self.selectRow(ids.index(wanted) if wanted in ids else front)
        shown = min(len(plans), _MOST_ROWS)
        height = self.verticalHeader().defaultSectionSize() * shown
        self.setFixedHeight(height + self.horizontalHeader().sizeHint().height() + 4)

    def _fill(self, row: int, plan: Plan) -> None:
        session = self._session
        in_front = plan.id == session.plan.id
        state = session.catalogue.word("plan-state", plan.state, session.language)
        name = self.tr("{name} (in front)").format(name=plan.name) if in_front else plan.name
        texts = (
            name,
            self.tr("{state}, locked").format(state=state) if plan.is_locked else state,
            plan.date,
            f"{plan.baseline_year}–{plan.target_year}",
            plan.title,
        )
        bold = QFont()
        bold.setBold(in_front)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFont(bold)
            item.setToolTip(text)
            item.setData(_ID_ROLE, plan.id)
            self.setItem(row, column, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentRow())
            return
        super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        item = self.item(row, 0)
        if item is not None:
            self.opened.emit(str(item.data(_ID_ROLE)))
