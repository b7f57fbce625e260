"""How far an indicator has come: its figures by year, the gap to its target, its state.

What the county's own figures tell is computed by the rule that states the indicator; for all else
the values that the planner entered stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil

from models.catalogue import Catalogue
from models.coverage import coverage
from models.measure import Basis
from models.plan import IndicatorValue
from models.rules import departments
from models.rules.evaluate import Evaluation
from models.rules.rate import gap
from models.rules.rule import Bound, Measurement, Missing, Rule, RuleKind
from models.rules.unchecked import unchecked_county
from models.stated_indicator import StatedIndicator


class IndicatorState(StrEnum):
    HOLDS = "holds"
    MISSED = "missed"
    ON_THE_WAY = "on-the-way"  # entered for a year before the target year, not at the target yet
    NO_FIGURES = "no-figures"  # a rule states the row, but a figure that it needs is blank
    NOT_ENTERED = "not-entered"  # not computed from the county's figures, and nothing entered


class Way(StrEnum):
    """How a figure was come by."""

    COMPUTED = "computed"
    ENTERED = "entered"
    PRINTED = "printed"


@dataclass(frozen=True)
class YearFigure:
    """The figure of one year in the printed unit. `complete` is False where a facility that counts
    in the baseline or target year has no figure in this one."""

    year: int
    value: Fraction
    way: Way
    complete: bool = True
    measured: Measurement | None = None


@dataclass(frozen=True)
class IndicatorProgress:
    """Where a row stands now; values are in the printed unit.

    `start` is the baseline that progress is reckoned from: entered, else printed, else computed.
    `now` is what the plan amounts to in the target year, or, where that is not computed, the
    latest entered value. `gap` is in whole units of the rule's measure (what is missing, or too
    many), `gap_in_unit` in the indicator's own. `missing` says why nothing could be computed.
    `failing` of `checked` facilities (or population points) miss the rule by themselves.
    """

    state: IndicatorState
    start: YearFigure | None = None
    now: YearFigure | None = None
    baseline: Measurement | None = None
    planned: Measurement | None = None
    progress: Fraction | None = None
    gap: int | None = None
    gap_in_unit: Fraction | None = None
    missing: Missing | None = None
    failing: int = 0
    checked: int = 0


def baseline_basis(rule: Rule, catalogue: Catalogue) -> Basis:
    """What a baseline is counted by: beds per population as authorised, all else as it was."""
    is_bed_rate = rule.kind is RuleKind.RATE and catalogue.measures[rule.measure].group == "beds"
    return Basis.AUTHORISED if is_bed_rate else Basis.ACTUAL


def measured_in(rule: Rule, evaluation: Evaluation, basis: Basis, year: int) -> Measurement:
    """What a rule of county figures measures on a basis and in a year."""
    if rule.kind is RuleKind.DEPARTMENTS:
        other = replace(rule, basis=basis, year=year)
        return departments.measure(other, evaluation.county, evaluation.plan)
    return evaluation.measure(rule, basis, year)


def entered(stated: StatedIndicator, evaluation: Evaluation, year: int) -> IndicatorValue | None:
    """The value that the planner entered for a year."""
    if stated.indicator is None:
        return None
    key = (evaluation.plan.id, stated.indicator.id, year)
    return evaluation.county.table(IndicatorValue).get(key)


def actual_figure(
    stated: StatedIndicator, evaluation: Evaluation, catalogue: Catalogue, year: int
) -> YearFigure | None:
    """What an indicator was in a year: the entered value, else what the facilities' authorised
    (beds per population) or actual figures of the year amount to; None where neither is known."""
    found = entered(stated, evaluation, year)
    if found is not None:
        return YearFigure(year, Fraction(found.value), Way.ENTERED)
    rule = stated.rule
    if rule is None or not stated.is_measured:
        return None
    first = baseline_basis(rule, catalogue)
    for basis in dict.fromkeys((first, Basis.ACTUAL)):
        figure = _computed(stated, evaluation, basis, year, _baseline(rule, evaluation, first))
        if figure is not None:
            return figure
    return None


def planned_step(stated: StatedIndicator, evaluation: Evaluation, year: int) -> YearFigure | None:
    """What the yearly steps of the plan amount to; None where none is set for the year."""
    if stated.rule is None or not stated.is_measured:
        return None
    goal = measured_in(stated.rule, evaluation, Basis.PLANNED, stated.rule.year_in(evaluation.plan))
    return _computed(stated, evaluation, Basis.PLANNED, year, goal)


def _baseline(rule: Rule, evaluation: Evaluation, basis: Basis) -> Measurement:
    return measured_in(rule, evaluation, basis, evaluation.plan.baseline_year)


def _computed(
    stated: StatedIndicator, evaluation: Evaluation, basis: Basis, year: int, full: Measurement
) -> YearFigure | None:
    """The figure of a basis and year; `full` is what it is as complete as, or not."""
    rule = stated.rule
    assert rule is not None
    if not evaluation.county.column(evaluation.plan.id, rule.measure, basis, year):
        return None
    measured = measured_in(rule, evaluation, basis, year)
    if measured.value is None:
        return None
    complete = measured.filled >= full.filled
    return YearFigure(year, measured.value * stated.scale, Way.COMPUTED, complete, measured)


def progress_of(
    stated: StatedIndicator, evaluation: Evaluation, catalogue: Catalogue
) -> IndicatorProgress:
    """Where a row stands now."""
    rule, plan = stated.rule, evaluation.plan
    if rule is not None and not stated.is_measured:
        return _checked_only(stated, rule, evaluation)
    start = _start(stated, evaluation, catalogue)
    latest = _latest(stated, evaluation)
    if rule is None:
        return _of_entered(stated, evaluation, start, latest)
    basis = baseline_basis(rule, catalogue)
    baseline = measured_in(rule, evaluation, basis, plan.baseline_year)
    planned = measured_in(rule, evaluation, rule.basis, rule.year_in(plan))
    failing = evaluation.failing(rule)
    if planned.value is None or _is_open(rule, evaluation):
        missing = _missing(rule, evaluation, planned)
        found = _of_entered(stated, evaluation, start, latest)
        if latest is None:
            found = replace(found, state=IndicatorState.NO_FIGURES)
        return replace(found, baseline=baseline, planned=planned, failing=failing, missing=missing)
    now = YearFigure(planned.year, planned.value * stated.scale, Way.COMPUTED, True, planned)
    holds = rule.holds(planned.value)
    return IndicatorProgress(
        IndicatorState.HOLDS if holds else IndicatorState.MISSED,
        start,
        now,
        baseline,
        planned,
        stated.progress(None if start is None else start.value, now.value),
        gap(planned),
        _distance(stated, now.value),
        failing=failing,
        checked=planned.filled,
    )


def _start(
    stated: StatedIndicator, evaluation: Evaluation, catalogue: Catalogue
) -> YearFigure | None:
    year = evaluation.plan.baseline_year
    if entered(stated, evaluation, year) is None and stated.printed_baseline is not None:
        return YearFigure(year, stated.printed_baseline, Way.PRINTED)
    return actual_figure(stated, evaluation, catalogue, year)


def _latest(stated: StatedIndicator, evaluation: Evaluation) -> YearFigure | None:
    """The latest value entered for a year of the plan."""
    plan = evaluation.plan
    for year in range(plan.target_year, plan.baseline_year - 1, -1):
        found = entered(stated, evaluation, year)
        if found is not None:
            return YearFigure(year, Fraction(found.value), Way.ENTERED)
    return None


def _of_entered(
    stated: StatedIndicator,
    evaluation: Evaluation,
    start: YearFigure | None,
    latest: YearFigure | None,
) -> IndicatorProgress:
    if latest is None:
        return IndicatorProgress(IndicatorState.NOT_ENTERED, start)
    if stated.meets(latest.value):
        state = IndicatorState.HOLDS
    elif stated.goal is not None and latest.year >= evaluation.plan.target_year:
        state = IndicatorState.MISSED
    else:
        state = IndicatorState.ON_THE_WAY
    distance = _distance(stated, latest.value)
    return IndicatorProgress(
        state,
        start,
        latest,
        progress=stated.progress(None if start is None else start.value, latest.value),
        gap=_gap_of_value(stated, evaluation, latest, distance),
        gap_in_unit=distance,
    )


def _distance(stated: StatedIndicator, value: Fraction) -> Fraction | None:
    """How far a value is from the target, in the printed unit; 0 at the target or beyond."""
    if stated.goal is None:
        return None
    return Fraction(0) if stated.meets(value) else abs(stated.goal - value)


def _gap_of_value(
    stated: StatedIndicator, evaluation: Evaluation, figure: YearFigure, distance: Fraction | None
) -> int | None:
    """An entered rate's distance in whole persons, beds or places, by the people of its year."""
    rule = stated.rule
    if rule is None or distance is None or rule.kind is not RuleKind.RATE:
        return None
    people = evaluation.county.population(figure.year, rule.population)
    return None if people is None else ceil(distance / stated.scale * people.persons / rule.per)


def _is_open(rule: Rule, evaluation: Evaluation) -> bool:
    """Whether a share of departments is left open by facilities that say neither yes nor no."""
    if rule.kind is not RuleKind.DEPARTMENTS:
        return False
    return bool(departments.check(rule, evaluation.county, evaluation.plan).unchecked)


def _missing(rule: Rule, evaluation: Evaluation, planned: Measurement) -> Missing:
    if rule.kind is RuleKind.DEPARTMENTS:
        return Missing.SOME_BLANK if planned.counted else Missing.NO_FACILITIES
    found = unchecked_county(planned, evaluation.county)
    return Missing.NO_FIGURES if found is None else found.missing


def _checked_only(stated: StatedIndicator, rule: Rule, evaluation: Evaluation) -> IndicatorProgress:
    """A rule that gives no figure of the county: what fails, of what could be checked."""
    if rule.kind is RuleKind.RADIUS:
        points = coverage(evaluation.county, [rule]).rules[0].points
        outside = sum(not point.covered for point in points)
        if not points:
            state = IndicatorState.NO_FIGURES
        else:
            state = IndicatorState.MISSED if outside else IndicatorState.HOLDS
        missing = None if points else Missing.NO_PLACES
        return IndicatorProgress(state, missing=missing, failing=outside, checked=len(points))
    found = evaluation.of_rule(rule)
    unchecked = evaluation.unchecked_of(rule)
    if found:
        state = IndicatorState.MISSED
    else:
        state = IndicatorState.NO_FIGURES if unchecked else IndicatorState.HOLDS
    missing = unchecked[0].missing if unchecked else None
    latest = _latest(stated, evaluation)
    if state is IndicatorState.NO_FIGURES and latest is not None:
        start = None
        if stated.printed_baseline is not None:
            start = YearFigure(evaluation.plan.baseline_year, stated.printed_baseline, Way.PRINTED)
        of_entered = _of_entered(stated, evaluation, start, latest)
        return replace(of_entered, missing=missing)
    return IndicatorProgress(state, missing=missing, failing=len(found))


def too_many(rule: Rule, measured: Measurement) -> bool:
    """Whether a gap means that there are too many, not too few."""
    if measured.value is None or rule.bound is Bound.AT_LEAST:
        return False
    return rule.bound is Bound.AT_MOST or measured.value > rule.limit
