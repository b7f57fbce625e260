"""The bottom line: what was saved last, errors and warnings, the population in use."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from desktop.session import CountySession
from models.plan import PopulationGroup
from models.rules.rule import Severity


class CountyStatusBar(QStatusBar):
    """`severity_clicked(str)`: the planner pressed the counter of errors or of warnings."""

    severity_clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._session: CountySession | None = None
        self.saved = QLabel()
        self.errors, self.warnings = QToolButton(), QToolButton()
        self.population = QLabel()
        for severity, button in ((Severity.ERROR, self.errors), (Severity.WARNING, self.warnings)):
            button.setAutoRaise(True)
            button.clicked.connect(lambda _=False, s=severity: self.severity_clicked.emit(str(s)))
        self.addWidget(self.saved, 1)
        for widget in (self.population, self.errors, self.warnings):
            self.addPermanentWidget(widget)
        self.follow(None)

    def follow(self, session: CountySession | None) -> None:
        """Show the state of this session from now on (None: nothing is open)."""
        self._session = session  # one that was followed before is closed, and tells nothing more
        for widget in (self.saved, self.errors, self.warnings, self.population):
            widget.setVisible(session is not None)
        if session is not None:
            session.changed.connect(self._refresh)
            session.plan_changed.connect(self._refresh)
            self._refresh()

    def _refresh(self, _edit: object = None) -> None:
        session = self._session
        if session is None:
            return
        if session.is_reading:
            self.saved.setText(self.tr("Reading the layers of the map; travel times come then"))
        elif session.saved_at is None:
            self.saved.setText(self.tr("All changes are saved as you make them"))
        else:
            self.saved.setText(self.tr("Saved {time}").format(time=f"{session.saved_at:%H:%M:%S}"))
        count = session.evaluation.count
        self.errors.setText(self.tr("✕ {count} errors").format(count=count(Severity.ERROR)))
        self.warnings.setText(self.tr("! {count} warnings").format(count=count(Severity.WARNING)))
        self.population.setText(self._population_text(session))

    def _population_text(self, session: CountySession) -> str:
        year = session.plan.target_year
        people = session.county.population(year, PopulationGroup.RESIDENT)
        if people is None:
            return self.tr("No population for {year}").format(year=year)
        origin = session.catalogue.word("population-origin", people.origin, session.language)
        self.population.setToolTip(people.source)
        return self.tr("Resident population {persons} ({year}, {origin})").format(
            persons=f"{people.persons:,}", year=people.year, origin=origin
        )
