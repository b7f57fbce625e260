"""The mid-term review (中期评估): each indicator of a year against the line it was to keep to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.catalogue import Catalogue
from models.county import County
from models.edits import Change
from models.indicator_progress import (
    IndicatorState,
    YearFigure,
    actual_figure,
    planned_step,
    progress_of,
)
from models.plan import Indicator, Plan, PublishedFigure
from models.rules.evaluate import Evaluation
from models.stated_indicator import Direction, StatedIndicator, stated_indicators

REASONS = "midterm-review"  # the table of PublishedFigure that holds the reasons


class Verdict(StrEnum):
    ON_TRACK = "on-track"
    BEHIND = "behind"
    UNKNOWN = "unknown"  # no figure, no figure as target, or not all facilities have one


class PlannedBy(StrEnum):
    """Where the planned figure of a year comes from."""

    LINE = "line"  # straight from baseline to target
    STEPS = "steps"  # the yearly steps of the facilities
    TARGET = "target"


@dataclass(frozen=True)
class ReviewRow:
    """One indicator in the year of the review; figures in the printed unit.

    `difference` is actual less planned. `is_reached`: the target itself is met already.
    """

    stated: StatedIndicator
    start: YearFigure | None
    planned: Fraction | None
    planned_by: PlannedBy | None
    actual: YearFigure | None
    verdict: Verdict
    is_reached: bool
    state: IndicatorState
    reason: str

    @property
    def difference(self) -> Fraction | None:
        if self.planned is None or self.actual is None:
            return None
        return self.actual.value - self.planned


def planned_line(baseline: Fraction, target: Fraction, plan: Plan, year: int) -> Fraction:
    """baseline + (target − baseline) × years gone ÷ years of the plan, exactly."""
    gone = Fraction(year - plan.baseline_year, plan.target_year - plan.baseline_year)
    return baseline + (target - baseline) * gone


def planned_in(
    stated: StatedIndicator, evaluation: Evaluation, start: YearFigure | None, year: int
) -> tuple[Fraction | None, PlannedBy | None]:
    """Where an indicator is to be in a year: by yearly steps, where all facilities with a figure
    in the target year have one, else on the straight line; (None, None) where neither is known.

    A line never demands less than the baseline where that is beyond the target already: the target
    stands in every year then.
    """
    plan, goal = evaluation.plan, stated.goal
    if year >= plan.target_year:
        return (goal, None if goal is None else PlannedBy.TARGET)
    if year > plan.baseline_year:
        step = planned_step(stated, evaluation, year)
        if step is not None and step.complete:
            return step.value, PlannedBy.STEPS
    if goal is None or start is None:
        return None, None
    if stated.meets(start.value):
        return goal, PlannedBy.TARGET
    return planned_line(start.value, goal, plan, year), PlannedBy.LINE


def review(evaluation: Evaluation, catalogue: Catalogue, year: int) -> list[ReviewRow]:
    """Every printed indicator of the plan in printed order."""
    printed = evaluation.county.indicators(evaluation.plan.id)
    return [
        review_row(stated, evaluation, catalogue, year)
        for stated in stated_indicators(printed, evaluation.rules)
        if stated.indicator is not None
    ]


def review_row(
    stated: StatedIndicator, evaluation: Evaluation, catalogue: Catalogue, year: int
) -> ReviewRow:
    now = progress_of(stated, evaluation, catalogue)
    start = now.start
    planned, by = planned_in(stated, evaluation, start, year)
    actual = actual_figure(stated, evaluation, catalogue, year)
    if actual is None and year == evaluation.plan.baseline_year:
        actual = start
    return ReviewRow(
        stated,
        start,
        planned,
        by,
        actual,
        _verdict(stated, planned, actual),
        actual is not None and actual.complete and stated.meets(actual.value),
        now.state,
        reason_of(evaluation.county, evaluation.plan, stated, year),
    )


def _verdict(
    stated: StatedIndicator, planned: Fraction | None, actual: YearFigure | None
) -> Verdict:
    if planned is None or actual is None or not actual.complete:
        return Verdict.UNKNOWN
    if stated.meets(actual.value):
        return Verdict.ON_TRACK
    if planned == stated.goal:  # the target itself, with its own bound (> or a range)
        return Verdict.BEHIND
    falls = stated.direction is Direction.FALL
    kept = actual.value <= planned if falls else actual.value >= planned
    return Verdict.ON_TRACK if kept else Verdict.BEHIND


def reason_of(county: County, plan: Plan, stated: StatedIndicator, year: int) -> str:
    """Why an indicator stands as it does, as the planner wrote it for the review of a year."""
    if stated.indicator is None:
        return ""
    found = county.table(PublishedFigure).get(_reason_key(plan, stated.indicator, year))
    return "" if found is None else found.text


def reason_change(
    county: County, plan: Plan, row: Indicator, year: int, text: str
) -> Change | None:
    """The change that writes a reason ("" removes it); None where it stands already."""
    key = _reason_key(plan, row, year)
    before = county.table(PublishedFigure).get(key)
    text = text.strip()
    if text == ("" if before is None else before.text):
        return None
    after = PublishedFigure(*key, row.order, text) if text else None
    return Change(before, after)


def _reason_key(plan: Plan, row: Indicator, year: int) -> tuple[str, str, str, str]:
    """By the printed name: a copy of the version has other ids."""
    return (plan.id, REASONS, row.name, f"reason {year}")
