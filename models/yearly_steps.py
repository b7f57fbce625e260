"""Planned figures for the years between baseline and target, spread by a stated rule."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from models.county import County, cell_change
from models.edits import Change
from models.measure import Allocation, Basis, Measure, Origin, exact
from models.plan import Plan

LINEAR = "linear"  # the source of a figure that this rule set


def years_between(plan: Plan) -> range:
    """The years that may have a step: after the baseline, before the target."""
    return range(plan.baseline_year + 1, plan.target_year)


def linear_steps(baseline: Decimal, target: Decimal, years: int, decimals: int) -> list[Decimal]:
    """The figures of the `years` − 1 years between, on a straight line from baseline to target.

    Step k is baseline + (target − baseline) × k ÷ years, rounded half up to the measure's
    decimals; so the steps never run past the target and never turn back.
    """
    unit = Decimal(1).scaleb(-decimals)
    return [
        exact((baseline + (target - baseline) * k / years).quantize(unit, ROUND_HALF_UP))
        for k in range(1, years)
    ]


def spread_changes(
    county: County, plan: Plan, measures: Iterable[Measure], facility_ids: Iterable[str]
) -> tuple[Change, ...]:
    """The changes that fill the years between for facilities that have a baseline and a target.

    The baseline is the authorised figure, else the actual one. Steps that this rule set are set
    again; what the planner typed stays.
    """
    changes = []
    ids = list(facility_ids)
    for measure in measures:
        for facility_id in ids:
            start = _baseline(county, plan, facility_id, measure.id)
            goal = county.allocation(
                plan.id, facility_id, measure.id, Basis.PLANNED, plan.target_year
            )
            if start is None or goal is None:
                continue
            years = plan.target_year - plan.baseline_year
            steps = linear_steps(start.value, goal.value, years, measure.decimals)
            for year, value in zip(years_between(plan), steps, strict=True):
                key = (plan.id, facility_id, measure.id, Basis.PLANNED, year)
                present = county.table(Allocation).get(key)
                if present is not None and present.origin is not Origin.DERIVED:
                    continue
                after = Allocation(*key, value, Origin.DERIVED, LINEAR)
                change = cell_change(county, key, after)
                if change is not None:
                    changes.append(change)
    return tuple(changes)


def _baseline(county: County, plan: Plan, facility_id: str, measure: str) -> Allocation | None:
    for basis in (Basis.AUTHORISED, Basis.ACTUAL):
        found = county.allocation(plan.id, facility_id, measure, basis, plan.baseline_year)
        if found is not None:
            return found
    return None
