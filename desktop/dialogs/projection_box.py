"""People of later years from a base year and a rate of growth, with a preview."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
)

from desktop import theme, wording
from desktop.dialogs.fields import Choice
from desktop.session import CountySession
from models.edits import Change, Edit
from models.errors import InvalidValue
from models.plan import Population, PopulationGroup
from models.population_projection import (
    LATEST_YEAR,
    parse_growth,
    projected,
    projection_changes,
)

UNITS = ("%", "‰")


class ProjectionBox(QGroupBox):
    """Base year, growth a year and last year; applying is one undoable edit."""

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.setTitle(self.tr("Project by a rate of growth"))
        self.session = session
        self.base = Choice()
        self.base.setMinimumContentsLength(22)
        self.growth = QLineEdit()
        self.growth.setPlaceholderText("0.35")
        self.growth.setMaximumWidth(80)
        self.growth.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.unit = QComboBox()
        self.unit.addItems(UNITS)
        self.last = QSpinBox()
        self.last.setRange(1991, LATEST_YEAR)
        self.last.setValue(session.plan.target_year)
        self.button = QPushButton(self.tr("Project"))
        self.button.setAutoDefault(False)
        self.preview = QLabel()
        self.preview.setWordWrap(True)
        self._lay_out()
        self.base.currentIndexChanged.connect(self._show_preview)
        self.growth.textChanged.connect(self._show_preview)
        self.unit.currentIndexChanged.connect(self._show_preview)
        self.last.valueChanged.connect(self._show_preview)
        self.button.clicked.connect(self._project)
        self.refresh()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        for text, widgets in (
            (self.tr("Base year"), [self.base]),
            (self.tr("Growth a year"), [self.growth, self.unit]),
            (self.tr("up to"), [self.last]),
        ):
            label = QLabel(text)
            label.setBuddy(widgets[0])
            line.addWidget(label)
            for widget in widgets:
                line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.addLayout(line)
        layout.addWidget(self.preview)

    def refresh(self) -> None:
        """Offer the years that have people."""
        catalogue, language = self.session.catalogue, self.session.language
        choices: list[tuple[str, str | None]] = [
            (
                f"{catalogue.word('population-group', p.group, language)} {p.year}: {p.persons:,}",
                f"{p.group} {p.year}",
            )
            for p in self.session.county.populations
        ]
        self.base.offer(choices)
        self._show_preview()

    def _base(self) -> Population | None:
        value = self.base.value()
        if value is None:
            return None
        group, year = value.split()
        return self.session.county.table(Population).get((int(year), PopulationGroup(group)))

    def _people(self) -> list[Population]:
        """Raises InvalidValue."""
        base, unit = self._base(), self.unit.currentText()
        if base is None or not self.growth.text().strip():
            return []
        growth = parse_growth(self.growth.text(), unit)
        return projected(base, growth, unit, self.last.value())

    def _show_preview(self) -> None:
        """Each year's people, or why none can be told; years with a figure of their own are said
        to keep it."""
        text, wrong = "", False
        changes: tuple[Change, ...] = ()
        try:
            people = self._people()
        except InvalidValue as error:
            text, wrong = wording.error_text(error), True
        else:
            changes = projection_changes(self.session.county, people)
            taken = {change.record.key for change in changes}
            each = self.tr("{year}: {persons}")
            text = self.tr("; ").join(
                each.format(year=p.year, persons=f"{p.persons:,}") for p in people
            )
            kept = [str(p.year) for p in people if p.key not in taken and self._is_own(p)]
            if kept:
                note = self.tr("Years with a figure of their own keep it: {years}")
                text += "\n" + note.format(years=wording.listed(kept))
        self.preview.setText(f"✕ {text}" if wrong else text)
        self.preview.setStyleSheet(f"color: {theme.ERROR.name()};" if wrong else "")
        self.button.setEnabled(bool(changes))

    def _is_own(self, people: Population) -> bool:
        found = self.session.county.table(Population).get(people.key)
        return found is not None and found.origin is not people.origin

    def _project(self) -> None:
        base = self._base()
        changes = projection_changes(self.session.county, self._people())
        if base is not None and changes:
            label = self.tr("Project the population from {year}").format(year=base.year)
            self.session.do(Edit(label, changes))
