"""The charts for the meeting: rates, targets, distribution, ratios, equity, distance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from matplotlib.figure import Figure
from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.chart_question import ChartName, ChartQuestion
from desktop.chart_wording import basis_text, residents_text, source_text, title_text
from desktop.charts.class_chart import draw_classes
from desktop.charts.distance_chart import draw_distances
from desktop.charts.equity_chart import draw_equity
from desktop.charts.looks import Mark, Pen, say_empty
from desktop.charts.rate_chart import draw_rates
from desktop.charts.ratio_chart import draw_ratios
from desktop.charts.span_chart import draw_spans
from desktop.indicator_wording import count_unit
from desktop.meeting_chart import Chart, MeetingChart, Offer
from desktop.session import CountySession
from models.class_amounts import class_amounts
from models.coverage_question import Question, asked_places
from models.distance_curve import distance_curves
from models.equity import equity
from models.facility import EVERYWHERE, FacilityClass, FacilityType, Scope
from models.facility_ratios import facility_ratios, is_of_facilities
from models.indicator_levels import levels, rate_levels, target_levels
from models.measure import Basis
from models.rules.rule import Rule, RuleKind
from models.summary import year_of

translate = QCoreApplication.translate
EMERGENCY = "emergency"  # beside the types of facility
_GROUPS = ("beds", "staff")  # of measures


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
            title_text(session, self.title(), word),
            (source_text(session), residents_text(session)),
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
            title_text(session, self.title()),
            (source_text(session), residents_text(session)),
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
            title_text(session, self.title(), name, basis_text(session, basis, year)),
            (source_text(session),),
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
        parts = [name, basis_text(session, basis, year)]
        if of_class is not None:
            parts.append(catalogue.word("facility-class", of_class, language))
        people = sum(share.people for share in found.shares)
        text = translate(
            "MeetingCharts", "Population: of {count} townships, {people} people ({year} or earlier)"
        ).format(count=len(found.shares), people=f"{people:,}", year=year)
        return Chart(
            title_text(session, self.title(), *parts),
            (source_text(session), text),
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
            title_text(session, self.title(), name, basis_text(session, basis, year)),
            (source_text(session), source),
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
            title_text(session, self.title(), name),
            (source_text(session), text),
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


def _bases(
    session: CountySession, measures: Iterable[str], year_of_basis: Callable[[Basis], int]
) -> Offer:
    """The bases on which every one of the measures has a figure."""
    column, plan = session.county.column, session.plan.id
    years = {basis: year_of_basis(basis) for basis in reversed(Basis)}
    return [
        (basis_text(session, basis, year), str(basis))
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

    return Chart(title_text(session, title), (), None, True, "rules", draw)
