"""A printed indicator with the rule that states it: its goal, its unit, which way it should go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from models.indicators import PublishedValue, ValueKind, parse_published
from models.plan import Indicator
from models.rules.rule import Bound, Rule, RuleKind

_SUMS = frozenset({RuleKind.RATIO, RuleKind.SHARE, RuleKind.COUNT})
_SHARES = frozenset({RuleKind.SHARE, RuleKind.DEPARTMENTS})
_POWERS = (10, 100, 1_000, 10_000)
# Less of these is better, whatever a plan prints without a sign.
BETTER_LESS = ("死亡率", "吸烟率", "近视率", "住院日", "能耗", "个人卫生支出")


class Direction(StrEnum):
    """Which way an indicator should go."""

    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True)
class StatedIndicator:
    """One printed row with the rule it states, or (`indicator` None) a rule of the text only.

    Goals, baselines and values are in the printed unit: 60 for a printed 60 %, where the rule that
    states it has the limit 0.6.
    """

    indicator: Indicator | None
    rule: Rule | None

    @property
    def is_measured(self) -> bool:
        """Whether the rule gives one figure of the county."""
        rule = self.rule
        if rule is None:
            return False
        if rule.kind in (RuleKind.RATE, RuleKind.DEPARTMENTS):
            return True
        return rule.kind in _SUMS and rule.per_county

    @cached_property
    def printed(self) -> PublishedValue:
        """The printed target; blank for a rule of the text."""
        return parse_published("" if self.indicator is None else self.indicator.target)

    @cached_property
    def printed_baseline(self) -> Fraction | None:
        """The printed figure of the baseline year, else the one that the rule states."""
        if self.indicator is not None:
            found = parse_published(self.indicator.baseline).value
            if found is not None:
                return found
        if self.rule is None or self.rule.baseline is None:
            return None
        return self.rule.baseline * self.scale

    @cached_property
    def scale(self) -> Fraction:
        """The printed unit over the rule's: 100 where `0.5` per 100 beds, or `60` %, is printed."""
        rule, printed = self.rule, self.printed.value
        if rule is None:
            return Fraction(1)
        if rule.kind in _SHARES and printed != rule.limit:
            return Fraction(100)
        if printed is None or not rule.limit:
            return Fraction(1)
        factor = printed / rule.limit
        return factor if factor in _POWERS else Fraction(1)

    @property
    def goal(self) -> Fraction | None:
        """The target, or the lower end of a range; None where it is no figure."""
        if self.is_measured:
            assert self.rule is not None
            return self.rule.limit * self.scale
        return self.printed.value

    @cached_property
    def direction(self) -> Direction:
        """From the form of the target (≥, ≤), else by where it lies from the baseline."""
        if self.is_measured and self.rule is not None and self.rule.bound is Bound.AT_MOST:
            return Direction.FALL
        kind = self.printed.kind
        if kind in (ValueKind.AT_LEAST, ValueKind.AT_MOST):
            return Direction.RISE if kind is ValueKind.AT_LEAST else Direction.FALL
        if self.is_measured and self.rule is not None:
            return Direction.RISE
        name = "" if self.indicator is None else self.indicator.name
        start = self.printed_baseline
        falls = start is not None and self.goal is not None and self.goal < start
        if falls or any(word in name for word in BETTER_LESS):
            return Direction.FALL
        return Direction.RISE

    def meets(self, value: Fraction) -> bool:
        """Whether a value, in the printed unit, is at the target or beyond; False without one."""
        if self.is_measured and self.rule is not None:
            return self.rule.holds(value / self.scale)
        goal, upper = self.goal, self.printed.upper
        if goal is None:
            return False
        if self.printed.kind is ValueKind.RANGE and upper is not None:
            return goal <= value <= upper
        if value == goal:
            return not self.printed.strict
        return value < goal if self.direction is Direction.FALL else value > goal

    def progress(self, baseline: Fraction | None, value: Fraction | None) -> Fraction | None:
        """The share of the way from baseline to target that a value has gone.

        1 at the target, more beyond it, negative where it went the wrong way. Where the baseline
        is at the target already there is no way to go: 1 while the target is met, else None.
        """
        if baseline is None or value is None or self.goal is None:
            return None
        way = self.goal - baseline
        if way == 0 or (way < 0) is not (self.direction is Direction.FALL):
            return Fraction(1) if self.meets(value) else None
        return (value - baseline) / way


def stated_indicators(
    indicators: Sequence[Indicator], rules: Sequence[Rule]
) -> list[StatedIndicator]:
    """The printed rows in printed order, then the rules that only the text states.

    Of two rows with the same printed name the first takes the first rule that names it.
    """
    left = list(rules)
    rows = []
    for indicator in indicators:
        rule = next((r for r in left if r.indicator == indicator.name), None)
        if rule is not None:
            left.remove(rule)
        rows.append(StatedIndicator(indicator, rule))
    return rows + [StatedIndicator(None, rule) for rule in left]
