"""What the planner sees first: what the plan comes to, and what is to be done next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import theme
from desktop.dialogs.population_dialog import PopulationDialog
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.class_table import ClassTable
from models.coverage import Coverage, coverage
from models.edits import Edit
from models.facility import Facility
from models.figures import BLANK, format_count, format_rate
from models.geography import Division
from models.measure import Allocation, Basis
from models.plan import Population, PopulationGroup, PopulationOrigin
from models.rules.rule import Severity
from models.summary import (
    ClassSummary,
    Step,
    StepKind,
    class_summaries,
    open_steps,
    per_thousand,
    summaries_after,
    year_of,
)

_LINKS = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_TARGETS: dict[StepKind, tuple[str, tuple[str, ...]]] = {
    StepKind.NO_FACILITY: ("facilities", ()),
    StepKind.NO_PLANNED_BEDS: ("allocation", ()),
    StepKind.NO_STAFF_TARGETS: ("allocation", ()),
    StepKind.NO_PLACE: ("facilities", ("filter", "no-place")),
    StepKind.NO_EMERGENCY_SITE: ("facilities", ()),
}


class Card(QFrame):
    """A caption, one figure, and a note below; the tooltip says how the figure is computed."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.value, self.note = QLabel(), QLabel()
        self.value.setStyleSheet("font-size: 15pt; font-weight: 600;")
        self.value.setTextInteractionFlags(_LINKS)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        title = QLabel(caption)
        title.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(3)
        layout.addWidget(title)
        layout.addWidget(self.value)
        layout.addWidget(self.note)
        layout.addStretch(1)

    def show_figure(self, value: str, note: str, computed_from: str = "") -> None:
        self.value.setText(value)
        self.note.setText(note)
        self.setToolTip(computed_from)


class OverviewPage(Page):
    """County and plan, key figures, class subtotals, and the steps that are still open."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("OverviewPage", "Overview"))
        self._stale = True
        self._coverage: Coverage | None = None  # None: to be measured again
        self._classes: list[ClassSummary] | None = None  # None: to be summed again
        self._steps: list[Step] = []
        self._lay_out()
        self.findings.value.linkActivated.connect(
            lambda severity: self.navigate.emit("findings", ("severity", severity))
        )
        self.radius.value.linkActivated.connect(lambda: self.navigate.emit("coverage", ()))
        self.next_steps.linkActivated.connect(self._go_to_step)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._plan_changed)

    def _lay_out(self) -> None:
        self.plan_title, self.plan_facts = QLabel(), QLabel()
        self.plan_title.setStyleSheet("font-size: 13pt; font-weight: 600;")
        for label in (self.plan_title, self.plan_facts):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.plan_facts.setObjectName("muted")
        catalogue, language = self.session.catalogue, self.session.language
        self.beds = Card(catalogue.measure_name("beds", language))
        self.rate = Card(self.tr("Beds per 1,000 residents"))
        self.people = Card(catalogue.word("population-group", PopulationGroup.RESIDENT, language))
        self.facilities = Card(self.tr("Facilities"))
        self.findings = Card(self.tr("Findings"))
        self.radius = Card(self.tr("People outside the service radius"))
        cards = (self.beds, self.rate, self.people, self.facilities, self.findings, self.radius)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, card in enumerate(cards):
            grid.addWidget(card, place // 3, place % 3)
            grid.setColumnStretch(place % 3, 1)
        self.classes = ClassTable(self.session)
        self.marks = QLabel(
            self.tr("※ counts institutions that the plan does not name, as one row each")
            + "　"
            + self.tr("≠ is not what the plan's bed standard prints")
        )
        self.marks.setObjectName("muted")
        self.next_steps = QLabel()
        self.next_steps.setWordWrap(True)
        self.next_steps.setTextInteractionFlags(_LINKS)
        self.next_steps.setAlignment(Qt.AlignmentFlag.AlignTop)
        lower = QHBoxLayout()
        lower.setSpacing(16)
        by_class = self.tr("Beds by class")
        lower.addWidget(_section(by_class, [self.classes, self.marks]), 5)
        lower.addWidget(_section(self.tr("What next"), [self.next_steps]), 2)
        for widget in (self.plan_title, self.plan_facts):
            self.body.addWidget(widget)
        self.body.addLayout(grid)
        self.body.addSpacing(6)
        self.body.addLayout(lower, 1)

    # --- following the session ---

    def _follow(self, edit: Edit) -> None:
        types = {type(change.record) for change in edit.changes}
        if types & {Facility, Division}:
            self._coverage = None
        if self._classes is None or types != {Allocation} or not self.isVisible():
            self._classes = None
        else:
            session = self.session
            self._classes = summaries_after(self._classes, session.county, session.plan, edit)
        self._mark_stale()

    def _plan_changed(self) -> None:
        self._coverage = self._classes = None
        self._mark_stale()

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        if not self._stale:
            return
        self._stale = False
        session = self.session
        if self._classes is None:
            self._classes = class_summaries(session.county, session.plan)
        rows = self._classes
        self._show_plan()
        self._show_beds(rows[-1])
        self._show_people()
        self._show_facilities(rows)
        self._show_findings()
        self._show_radius()
        self.classes.show_rows(rows, self._people)
        self._show_steps()

    # --- what is shown ---

    def _people(self, basis: Basis) -> Population | None:
        year = year_of(self.session.plan, basis)
        return self.session.county.population(year, PopulationGroup.RESIDENT)

    def _word(self, group: str, word: str) -> str:
        return self.session.catalogue.word(group, word, self.session.language)

    def _show_plan(self) -> None:
        plan, info = self.session.plan, self.session.county.info
        names = (info.name if info else "", plan.title or plan.name)
        self.plan_title.setText(" · ".join(name for name in names if name))
        facts = (
            self._word("plan-state", plan.state),
            self.tr("baseline {baseline}, target {target}").format(
                baseline=plan.baseline_year, target=plan.target_year
            ),
            plan.document_number,
        )
        self.plan_facts.setText(" · ".join(fact for fact in facts if fact))
        self.plan_facts.setToolTip(plan.source)

    def _show_beds(self, county: ClassSummary) -> None:
        before, after = county.beds[Basis.AUTHORISED], county.beds[Basis.PLANNED]
        filled = "\n".join(
            self.tr(
                "{basis}: sum over {filled} of {count} facilities, the others are blank"
            ).format(
                basis=self._basis(basis), filled=county.beds[basis].filled, count=county.facilities
            )
            for basis in Basis
        )
        from_to = self.tr("{before} → {after}").format(
            before=self._basis(Basis.AUTHORISED), after=self._basis(Basis.PLANNED)
        )
        self.beds.show_figure(
            f"{format_count(before.value)} → {format_count(after.value)}", from_to, filled
        )
        rates, lines = [], []
        for basis, beds in ((Basis.AUTHORISED, before.value), (Basis.PLANNED, after.value)):
            people = self._people(basis)
            rate = per_thousand(beds, people)
            rates.append(BLANK if rate is None else format_rate(rate))
            persons = BLANK if people is None else f"{people.persons:,}"
            lines.append(
                self.tr("{basis}: {beds} beds ÷ {people} residents × 1,000 = {rate}").format(
                    basis=self._basis(basis),
                    beds=format_count(beds),
                    people=persons,
                    rate=rates[-1],
                )
            )
        self.rate.show_figure(" → ".join(rates), from_to, "\n".join(lines))

    def _basis(self, basis: Basis) -> str:
        return f"{self._word('basis', basis)} {year_of(self.session.plan, basis)}"

    def _show_people(self) -> None:
        values, notes, sources = [], [], []
        for basis in (Basis.AUTHORISED, Basis.PLANNED):
            year, people = year_of(self.session.plan, basis), self._people(basis)
            values.append(BLANK if people is None else f"{people.persons:,}")
            notes.append(self._population_note(year, people))
            if people is not None:
                origin = self._word("population-origin", people.origin)
                sources.append(f"{people.year}: {people.persons:,} ({origin}) {people.source}")
        self.people.show_figure(" → ".join(values), "　".join(notes), "\n".join(sources))

    def _population_note(self, year: int, people: Population | None) -> str:
        """Which year, where from, and a mark where the number was only worked out."""
        if people is None:
            return self.tr("{year}: not known").format(year=year)
        mark = "≈ " if people.origin is PopulationOrigin.IMPLIED else ""
        origin = mark + self._word("population-origin", people.origin)
        if people.year != year:
            return self.tr("{year}: {origin}, that of {earlier}").format(
                year=year, origin=origin, earlier=people.year
            )
        return self.tr("{year}: {origin}").format(year=year, origin=origin)

    def _show_facilities(self, rows: Sequence[ClassSummary]) -> None:
        *classes, county = rows
        by_class = "　".join(
            f"{self._word('facility-class', row.facility_class)} {row.facilities}"
            for row in classes
            if row.facility_class is not None
        )
        groups = self.tr("Rows of the registry; {groups} of them stand for institutions not named")
        tooltip = groups.format(groups=county.groups)
        mark = " ※" if county.groups else ""
        self.facilities.show_figure(f"{county.facilities}{mark}", by_class, tooltip)

    def _show_findings(self) -> None:
        evaluation = self.session.evaluation
        errors, warnings = (evaluation.count(s) for s in (Severity.ERROR, Severity.WARNING))
        links = f"✕ {_link('error', str(errors))} &nbsp; ! {_link('warning', str(warnings))}"
        words = (self._word("severity", Severity.ERROR), self._word("severity", Severity.WARNING))
        note = f"✕ {words[0]}　! {words[1]}"
        rules = self.tr("From {count} rules of the plan that are switched on")
        self.findings.show_figure(links, note, rules.format(count=len(evaluation.rules)))

    def _show_radius(self) -> None:
        if self._coverage is None:
            self._coverage = coverage(
                self.session.county, self.session.rules, year=self.session.plan.target_year
            )
        rules = self._coverage.rules
        points = {p.division_code: p for rule in rules for p in rule.points}
        if not points or not any(rule.sites for rule in rules):
            note = self.tr("No emergency site, or no population point, with coordinates yet")
            self.radius.show_figure(BLANK, note if rules else self.tr("No rule about it"))
            return
        outside = {p.division_code: p for rule in rules for p in rule.uncovered}
        people = sum(p.population or 0 for p in outside.values())
        unknown = sum(p.population is None for p in outside.values())
        note = self.tr("{outside} of {points} population points").format(
            outside=len(outside), points=len(points)
        )
        if unknown:
            note += self.tr("; the people of {count} are not known").format(count=unknown)
        how = self.tr("Straight-line distance to the nearest emergency site")
        self.radius.show_figure(_link("coverage", f"{people:,}"), note, how)

    def _show_steps(self) -> None:
        session = self.session
        staff = [m.id for m in session.catalogue.measures.values() if m.group == "staff"]
        self._steps = open_steps(session.county, session.plan, staff)
        lines = [
            f"<p>○ {_link(str(place), _step_text(step))}</p>"
            for place, step in enumerate(self._steps)
        ]
        if errors := session.evaluation.count(Severity.ERROR):
            text = self.tr("Look at the {count} errors").format(count=errors)
            lines.append(f"<p>✕ {_link('errors', text)}</p>")
        if not lines:
            text = self.tr("Nothing is open: print the target sheets")
            lines.append(f"<p>✓ {_link('reports', text)}</p>")
        self.next_steps.setText("".join(lines))

    def _go_to_step(self, link: str) -> None:
        match link:
            case "errors":
                self.navigate.emit("findings", ("severity", Severity.ERROR.value))
            case "reports":
                self.navigate.emit("reports", ())
            case _ if self._steps[int(link)].kind is StepKind.NO_POPULATION:
                self._ask_population()
            case _:
                self.navigate.emit(*_TARGETS[self._steps[int(link)].kind])

    def _ask_population(self) -> None:
        dialog = PopulationDialog(self.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _link(href: str, text: str) -> str:
    return f'<a href="{href}" style="color: {theme.ACCENT.name()}">{text}</a>'


def _section(title: str, widgets: list[QWidget]) -> QWidget:
    section = QWidget()
    layout = QVBoxLayout(section)
    layout.setContentsMargins(0, 0, 0, 0)
    heading = QLabel(title)
    heading.setStyleSheet("font-weight: 600;")
    layout.addWidget(heading)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return section


def _step_text(step: Step) -> str:
    translate = QCoreApplication.translate
    return {
        StepKind.NO_FACILITY: translate("OverviewPage", "Add the county's facilities"),
        StepKind.NO_POPULATION: translate(
            "OverviewPage", "Enter the resident population, so that rates can be computed"
        ),
        StepKind.NO_PLANNED_BEDS: translate(
            "OverviewPage", "Plan the beds of {count} facilities that have beds today"
        ),
        StepKind.NO_STAFF_TARGETS: translate(
            "OverviewPage", "Derive the staff targets of {count} facilities with planned beds"
        ),
        StepKind.NO_PLACE: translate("OverviewPage", "Enter the coordinates of {count} facilities"),
        StepKind.NO_EMERGENCY_SITE: translate(
            "OverviewPage", "Mark the facilities that are emergency sites"
        ),
    }[step.kind].format(count=step.count)
