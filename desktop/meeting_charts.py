"""The charts for the meeting: what each can be asked, its figures, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from matplotlib.figure import Figure
from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.charts.class_chart import draw_classes
from desktop.charts.distance_chart import draw_distances
from desktop.charts.equity_chart import draw_equity
from desktop.charts.looks import Mark, Pen, say_empty
from desktop.charts.rate_chart import draw_rates
from desktop.charts.ratio_chart import draw_ratios
from desktop.charts.span_chart import draw_spans
from desktop.fonts import picture_font
from desktop.indicator_wording import count_unit
from desktop.session import CountySession
from models.class_amounts import class_amounts
from models.coverage_question import Question, asked_places
from models.distance_curve import distance_curves
from models.equity import equity
from models.facility import EVERYWHERE, FacilityClass, FacilityType, Scope
from models.facility_ratios import facility_ratios, is_of_facilities
from models.indicator_levels import levels, rate_levels, target_levels
from models.measure import Basis
from models.plan import PopulationGroup
from models.rules.rule import Rule, RuleKind
from models.summary import year_of

translate = QCoreApplication.translate
EMERGENCY = "emergency"  # beside the types of facility
_GROUPS = ("beds", "staff")  # of measures
Offer = Sequence[tuple[str, str]]  # words and id


class ChartName(StrEnum):
    RATES = "rates"
    TARGETS = "targets"
    DISTRIBUTION = "distribution"
    RATIOS = "ratios"
    EQUITY = "equity"
    DISTANCE = "distance"


@dataclass(frozen=True)
class ChartQuestion:
    """What a chart is asked for: of what (an id that its `subjects` offer, "" where it has no
    choice), on which basis, for which class of facilities (None: all)."""

    subject: str = ""
    basis: Basis | None = None
    facility_class: FacilityClass | None = None


@dataclass(frozen=True)
class Chart:
    """A chart with the figures of now; two that are equal look alike.

    Where it is empty, `remedy` is the page on which that can be mended.
    """

    title: str
    sources: tuple[str, ...]
    values: Any
    is_empty: bool
    remedy: str
    _draw: Callable[[Figure, Pen], list[Mark]] = field(compare=False, repr=False)

    def draw(self, figure: Figure, session: CountySession) -> list[Mark]:
        """Draw it, as wide as the figure and at least as high; its parts, to be pointed at."""
        font = picture_font()
        pen = Pen(session.catalogue, session.language, font, self.title, self.sources)
        return self._draw(figure, pen)


class MeetingChart:
    """One sort of chart: its choices, and the chart of a choice."""

    def title(self) -> str:
        raise NotImplementedError

    def subject_word(self) -> str:
        """What the choice of subject is called."""
        return translate("MeetingCharts", "Of")

    def subjects(self, session: CountySession) -> Offer:
        """What it can be of, that of most use first; none where there is no choice."""
        return []

    def bases(self, session: CountySession, subject: str) -> Offer:
        """On which bases the plan has figures of a subject, planned ones first."""
        return []

    def classes(self, session: CountySession) -> Offer:
        """The classes of facilities to which it can be confined."""
        return []

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        raise NotImplementedError

    def usual(self, session: CountySession) -> ChartQuestion:
        """The question of one who has not chosen: of the first subject with figures."""
        return self.possible(session, ChartQuestion())

    def for_meeting(self, session: CountySession) -> list[ChartQuestion]:
        """The questions whose charts go into the papers of a meeting."""
        return [self.usual(session)]

    def possible(self, session: CountySession, question: ChartQuestion) -> ChartQuestion:
        """The question with what is not to be had replaced by the first that is."""
        offered = [subject for _, subject in self.subjects(session)]
        subject = question.subject
        if subject not in offered:
            filled = (s for s in offered if self.bases(session, s))
            subject = next(filled, offered[0] if offered else "")
        bases = [basis for _, basis in self.bases(session, subject)]
        basis = question.basis
        if basis not in bases:
            basis = Basis(bases[0]) if bases else None
        return replace(question, subject=subject, basis=basis)


class RatesChart(MeetingChart):
    def title(self) -> str:
        return translate("MeetingCharts", "Per 1,000 people against target")

    def subjects(self, session: CountySession) -> Offer:
        word = session.catalogue.word
        return [(word("measure-group", group, session.language), group) for group in _GROUPS]

    def for_meeting(self, session: CountySession) -> list[ChartQuestion]:
        return _of_each_subject(self, session)

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        found = levels(session.evaluation, session.catalogue)
        units, unknown = rate_levels(found, session.catalogue, question.subject)
        word = session.catalogue.word("measure-group", question.subject, session.language)
        return Chart(
            _title(session, self.title(), word),
            (_source(session), _residents(session)),
            (units, unknown),
            not units,
            "allocation",
            lambda figure, pen: draw_rates(figure, units, unknown, pen),
        )


class TargetsChart(MeetingChart):
    def title(self) -> str:
        return translate("MeetingCharts", "From baseline to target")

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        found = target_levels(levels(session.evaluation, session.catalogue))
        return Chart(
            _title(session, self.title()),
            (_source(session), _residents(session)),
            found,
            not found.shown,
            "indicators",
            lambda figure, pen: draw_spans(figure, found, pen),
        )


class _MeasureChart(MeetingChart):
    """Of a measure of beds or of a cadre."""

    def subject_word(self) -> str:
        return translate("MeetingCharts", "Measure")

    def subjects(self, session: CountySession) -> Offer:
        """The beds and cadres that have a figure in the plan."""
        plan, name = session.plan.id, session.catalogue.measure_name
        filled = {measure for of, measure, _, _ in session.county.columns() if of == plan}
        return [
            (name(m.id, session.language), m.id)
            for group in _GROUPS
            for m in session.catalogue.measures.values()
            if m.group == group and m.additive and m.id in filled
        ]

    def bases(self, session: CountySession, subject: str) -> Offer:
        return _bases(session, [subject], lambda basis: year_of(session.plan, basis))


class DistributionChart(_MeasureChart):
    def title(self) -> str:
        return translate("MeetingCharts", "By township and class")

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        basis = question.basis or Basis.PLANNED
        year = year_of(session.plan, basis)
        found = class_amounts(session.county, session.plan, question.subject, basis, year)
        unit, name = "", ""
        if question.subject:
            unit = count_unit(question.subject, session.catalogue, session.language)
            name = session.catalogue.measure_name(question.subject, session.language)
        return Chart(
            _title(session, self.title(), name, _basis_text(session, basis, year)),
            (_source(session),),
            found,
            not found.county.amounts,
            "allocation",
            lambda figure, pen: draw_classes(figure, found, unit, pen),
        )


class EquityChart(_MeasureChart):
    def title(self) -> str:
        return translate("MeetingCharts", "Equity by township")

    def classes(self, session: CountySession) -> Offer:
        there = {facility.facility_class for facility in session.county.facilities}
        word = session.catalogue.word
        return [
            (word("facility-class", c, session.language), str(c))
            for c in FacilityClass
            if c in there
        ]

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        basis, of_class = question.basis or Basis.PLANNED, question.facility_class
        year = year_of(session.plan, basis)
        scope = EVERYWHERE if of_class is None else Scope(classes=frozenset({of_class}))
        found = equity(session.county, session.plan, question.subject, basis, year, scope)
        catalogue, language = session.catalogue, session.language
        name = catalogue.measure_name(question.subject, language) if question.subject else ""
        parts = [name, _basis_text(session, basis, year)]
        if of_class is not None:
            parts.append(catalogue.word("facility-class", of_class, language))
        people = sum(share.people for share in found.shares)
        text = translate(
            "MeetingCharts", "Population: of {count} townships, {people} people ({year} or earlier)"
        ).format(count=len(found.shares), people=f"{people:,}", year=year)
        return Chart(
            _title(session, self.title(), *parts),
            (_source(session), text),
            (name, found),
            found.gini is None,
            "allocation" if found.shares else "divisions",
            lambda figure, pen: draw_equity(figure, found, name, pen),
        )


class RatiosChart(MeetingChart):
    def title(self) -> str:
        return translate("MeetingCharts", "Ratios by facility")

    def subject_word(self) -> str:
        return translate("MeetingCharts", "Rule")

    def subjects(self, session: CountySession) -> Offer:
        rules = [rule for rule in session.rules if is_of_facilities(rule)]
        return [(wording.rule_text(rule, session.language), rule.id) for rule in rules]

    def bases(self, session: CountySession, subject: str) -> Offer:
        rule = _rule(session, subject)
        if rule is None:
            return []
        measures = [rule.measure, rule.denominator]
        return _bases(session, measures, lambda basis: _year_of_rule(session, rule, basis))

    def for_meeting(self, session: CountySession) -> list[ChartQuestion]:
        return _of_each_subject(self, session)

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        rule = _rule(session, question.subject)
        if rule is None:
            return _without_rule(session, self.title())
        basis = question.basis or rule.basis
        year = _year_of_rule(session, rule, basis)
        found = facility_ratios(rule, session.county, session.plan, basis, year)
        name = wording.rule_text(rule, session.language)
        source = translate("MeetingCharts", "Limit: {document} {clause}").format(
            document=rule.source.document, clause=wording.clause_text(rule)
        )
        return Chart(
            _title(session, self.title(), name, _basis_text(session, basis, year)),
            (_source(session), source),
            found,
            not found.rows,
            "allocation",
            lambda figure, pen: draw_ratios(figure, found, pen),
        )


class DistanceChart(MeetingChart):
    def title(self) -> str:
        return translate("MeetingCharts", "Coverage by distance")

    def subject_word(self) -> str:
        return translate("MeetingCharts", "Facilities")

    def subjects(self, session: CountySession) -> Offer:
        """Emergency sites, and each type of facility that there is."""
        there = {facility.facility_type for facility in session.county.facilities}
        word = session.catalogue.word
        return [
            (translate("MeetingCharts", "Emergency sites"), EMERGENCY),
            *(
                (word("facility-type", t, session.language), str(t))
                for t in FacilityType
                if t in there
            ),
        ]

    def chart(self, session: CountySession, question: ChartQuestion) -> Chart:
        year, subject = session.plan.target_year, question.subject
        is_emergency = subject == EMERGENCY
        scope = EVERYWHERE if is_emergency else Scope(types=frozenset({FacilityType(subject)}))
        asked = Question(Fraction(0), scope, is_emergency)
        found = distance_curves(asked_places(session.county, asked, year))
        limits = [r for r in session.rules if r.kind is RuleKind.RADIUS] if is_emergency else []
        name = next(words for words, one in self.subjects(session) if one == subject)
        text = translate(
            "MeetingCharts",
            "Population: {people} people of places with known population ({year} or earlier)",
        ).format(people=f"{found.county.people:,}", year=year)
        return Chart(
            _title(session, self.title(), name),
            (_source(session), text),
            (found, limits),
            not found.county.people or not found.county.steps,
            "divisions" if found.sites and not found.county.people else "coverage",
            lambda figure, pen: draw_distances(figure, found, limits, pen),
        )


MEETING_CHARTS: Mapping[ChartName, MeetingChart] = {
    ChartName.RATES: RatesChart(),
    ChartName.TARGETS: TargetsChart(),
    ChartName.DISTRIBUTION: DistributionChart(),
    ChartName.RATIOS: RatiosChart(),
    ChartName.EQUITY: EquityChart(),
    ChartName.DISTANCE: DistanceChart(),
}


def _of_each_subject(sort: MeetingChart, session: CountySession) -> list[ChartQuestion]:
    return [sort.possible(session, ChartQuestion(subject)) for _, subject in sort.subjects(session)]


def _title(session: CountySession, *parts: str) -> str:
    county = session.county.info
    words = " · ".join(part for part in parts if part)
    if county is None:
        return words
    return translate("MeetingCharts", "{county}: {chart}").format(county=county.name, chart=words)


def _source(session: CountySession) -> str:
    """Which plan, in which state."""
    plan = session.plan
    names = dict.fromkeys(name for name in (plan.title, plan.name) if name)
    return translate("MeetingCharts", "Source: {plan} ({state})").format(
        plan=" · ".join(names),
        state=session.catalogue.word("plan-state", plan.state, session.language),
    )


def _residents(session: CountySession) -> str:
    """The population that rates divide by, in the baseline and the target year."""
    plan, county, parts = session.plan, session.county, []
    for year in (plan.baseline_year, plan.target_year):
        people = county.population(year, PopulationGroup.RESIDENT)
        if people is None:
            text = translate("MeetingCharts", "{year}: not known").format(year=year)
        else:
            text = translate("MeetingCharts", "{year}: {persons} (of {of_year}, {origin})").format(
                year=year,
                persons=f"{people.persons:,}",
                of_year=people.year,
                origin=session.catalogue.word("population-origin", people.origin, session.language),
            )
        parts.append(text)
    people_word = session.catalogue.word(
        "population-group", PopulationGroup.RESIDENT, session.language
    )
    return translate("MeetingCharts", "{group}: {figures}").format(
        group=people_word, figures=wording.listed(parts)
    )


def _basis_text(session: CountySession, basis: Basis, year: int) -> str:
    return translate("MeetingCharts", "{basis} ({year})").format(
        basis=session.catalogue.word("basis", basis, session.language), year=year
    )


def _bases(
    session: CountySession, measures: Iterable[str], year_of_basis: Callable[[Basis], int]
) -> Offer:
    """The bases on which every one of the measures has a figure."""
    column, plan = session.county.column, session.plan.id
    years = {basis: year_of_basis(basis) for basis in reversed(Basis)}
    return [
        (_basis_text(session, basis, year), str(basis))
        for basis, year in years.items()
        if all(column(plan, measure, basis, year) for measure in measures)
    ]


def _rule(session: CountySession, rule_id: str) -> Rule | None:
    return next((rule for rule in session.rules if rule.id == rule_id), None)


def _year_of_rule(session: CountySession, rule: Rule, basis: Basis) -> int:
    return rule.year_in(session.plan) if basis is rule.basis else year_of(session.plan, basis)


def _without_rule(session: CountySession, title: str) -> Chart:
    reason = translate(
        "MeetingCharts",
        "No rule of this plan holds a ratio of each facility against a limit. Switch one on, or "
        "add one, on the Rules page.",
    )

    def draw(figure: Figure, pen: Pen) -> list[Mark]:
        say_empty(figure, pen.font, reason)
        return []

    return Chart(_title(session, title), (), None, True, "rules", draw)
