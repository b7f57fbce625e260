"""The rows of the Indicators page: what is printed, the rule it states, and what the rule says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from desktop import wording
from models.catalogue import Catalogue
from models.coverage import coverage
from models.figures import format_measured
from models.indicators import ValueKind, parse_published
from models.measure import Basis
from models.plan import Indicator
from models.rules.evaluate import Evaluation
from models.rules.rule import Measurement, Rule, RuleKind


class IndicatorState(StrEnum):
    HOLDS = "holds"
    MISSED = "missed"
    NO_FIGURES = "no-figures"  # a rule states the row, but a figure that it needs is blank
    NOT_COMPUTED = "not-computed"  # the county's own figures say nothing about this indicator


@dataclass(frozen=True)
class Computed:
    """What a row's rule says now.

    For rates and ratios `baseline` and `planned` are the measurements of the plan's two years;
    `failing` of `checked` facilities (ratio) or population points (radius) do not meet the rule.
    """

    state: IndicatorState
    baseline: Measurement | None = None
    planned: Measurement | None = None
    failing: int = 0
    checked: int = 0


@dataclass
class IndicatorRow:
    """One printed row with the rule it states, or (`indicator` is None) a rule of the text only."""

    indicator: Indicator | None
    rule: Rule | None
    computed: Computed | None = None  # None: to be computed when it is next shown

    def reads(self, measures: set[str]) -> bool:
        """Whether an allocation of one of the measures, on any basis, can change the row."""
        rule = self.rule
        return rule is not None and (rule.measure in measures or rule.denominator in measures)

    def shown(self, measured: Measurement | None) -> str:
        """A measured figure as the row prints its target: `7.27`, `1:1.41`; "" for none."""
        if measured is None or measured.value is None:
            return ""
        if self.indicator is None:
            return wording.measured_value(measured.rule, measured.value)
        scale = self._scale
        text = format_measured(measured.value * scale, measured.rule.limit * scale)
        is_ratio = parse_published(self.indicator.target).kind is ValueKind.RATIO
        return f"1:{text}" if is_ratio else text

    @property
    def _scale(self) -> Fraction:
        """The printed unit over the rule's: 100 where `0.5` per 100 beds is printed."""
        if self.indicator is None or self.rule is None or not self.rule.limit:
            return Fraction(1)
        printed = parse_published(self.indicator.target).value
        factor = Fraction(1) if printed is None else printed / self.rule.limit
        return factor if factor in (10, 100, 1_000, 10_000) else Fraction(1)


def indicator_rows(indicators: Sequence[Indicator], rules: Sequence[Rule]) -> list[IndicatorRow]:
    """The printed rows in printed order, then the rules that only the text states.

    Of two rows with the same printed name the first takes the first rule that names it.
    """
    left = list(rules)
    rows = []
    for indicator in indicators:
        rule = next((r for r in left if r.indicator == indicator.name), None)
        if rule is not None:
            left.remove(rule)
        rows.append(IndicatorRow(indicator, rule))
    return rows + [IndicatorRow(None, rule) for rule in left]


def baseline_basis(rule: Rule, catalogue: Catalogue) -> Basis:
    """What a baseline is counted by: beds per population as authorised, all else as it was."""
    is_bed_rate = rule.kind is RuleKind.RATE and catalogue.measures[rule.measure].group == "beds"
    return Basis.AUTHORISED if is_bed_rate else Basis.ACTUAL


def compute(rule: Rule, evaluation: Evaluation, catalogue: Catalogue) -> Computed:
    """Measure a rule of the evaluation for the plan's baseline and target year."""
    county, plan = evaluation.county, evaluation.plan
    if rule.kind is RuleKind.RADIUS:
        points = coverage(county, [rule]).rules[0].points
        outside = sum(not point.covered for point in points)
        state = _state(not outside) if points else IndicatorState.NO_FIGURES
        return Computed(state, failing=outside, checked=len(points))
    basis = baseline_basis(rule, catalogue)
    baseline = evaluation.measure(rule, basis, plan.baseline_year)
    planned = evaluation.measure(rule, rule.basis, plan.target_year)
    failing = evaluation.failing(rule)
    if planned.value is None:
        state = IndicatorState.NO_FIGURES
    else:
        state = _state(rule.holds(planned.value) if rule.per_county else not failing)
    return Computed(state, baseline, planned, failing, planned.filled)


def _state(holds: bool) -> IndicatorState:
    return IndicatorState.HOLDS if holds else IndicatorState.MISSED
