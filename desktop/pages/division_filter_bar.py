"""Which divisions are shown, and which years have a column."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from desktop.dialogs.fields import Choice
from desktop.session import CountySession
from desktop.tables.division_rows import DivisionFilter
from models.geography import DivisionKind

_FIRST_YEAR, _LAST_YEAR = 1949, 2100


class DivisionFilterBar(QWidget):
    """`changed()` tells that other rows are wanted, `year_asked(year)` another column of people."""

    changed = Signal()
    year_asked = Signal(int)

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        catalogue, language = session.catalogue, session.language
        kinds = [(catalogue.word("division-kind", k, language), k.value) for k in DivisionKind]
        self.township = Choice()
        self.kind = Choice([(self.tr("All kinds"), None), *kinds])
        self.without_people = QCheckBox(self.tr("Without residents"))
        self.without_place = QCheckBox(self.tr("Without a place"))
        self.year = QSpinBox()
        self.year.setRange(_FIRST_YEAR, _LAST_YEAR)
        self.year.setAccessibleName(self.tr("Year"))
        self.add_year = QPushButton(self.tr("Add a column for the year"))
        self.shown = QLabel()
        self.shown.setObjectName("muted")
        self._lay_out()
        self.offer_townships()
        for choice in (self.township, self.kind):
            choice.setMinimumContentsLength(10)
            choice.currentIndexChanged.connect(self.changed)
        for check in (self.without_people, self.without_place):
            check.toggled.connect(self.changed)
        self.add_year.clicked.connect(lambda: self.year_asked.emit(self.year.value()))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.township, self.kind, self.without_people, self.without_place):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.shown)
        row.addSpacing(12)
        row.addWidget(self.year)
        row.addWidget(self.add_year)

    def offer_townships(self) -> None:
        townships = [(d.name, d.code) for d in self.session.county.townships]
        self.township.offer([(self.tr("All townships"), None), *townships])

    def wanted(self, text: str) -> DivisionFilter:
        """What is to be shown, with the words of the search field."""
        kind = self.kind.value()
        return DivisionFilter(
            text,
            self.township.value(),
            DivisionKind(kind) if kind else None,
            self.without_people.isChecked(),
            self.without_place.isChecked(),
        )

    def clear(self) -> None:
        """Show every division."""
        for choice in (self.township, self.kind):
            choice.choose(None)
        for check in (self.without_people, self.without_place):
            check.setChecked(False)
