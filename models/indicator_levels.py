"""Where each indicator stands between its baseline and its target, as the charts show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.catalogue import Catalogue
from models.indicator_progress import IndicatorProgress, progress_of
from models.plan import PopulationGroup
from models.rules.evaluate import Evaluation
from models.rules.rule import RuleKind
from models.stated_indicator import StatedIndicator, stated_indicators


@dataclass(frozen=True)
class Level:
    """An indicator and where it stands now; all its figures are in the printed unit."""

    stated: StatedIndicator
    found: IndicatorProgress

    @property
    def has_figures(self) -> bool:
        """Whether its baseline or what the plan amounts to is known."""
        return self.found.start is not None or self.found.now is not None

    def share(self, value: Fraction) -> Fraction:
        """A value as a share of the target, which is to be there and not zero."""
        assert self.stated.goal
        return value / self.stated.goal


@dataclass(frozen=True)
class RateLevels:
    """Rates of one unit, so that they can stand on one scale: per `per` people of `population`."""

    per: Fraction
    population: PopulationGroup
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class TargetLevels:
    """`shown` have a target that is a figure, and a figure to hold against it.

    The printed indicators without such a target are named, and all that have no figure yet; rules
    of the text that give no figure of the county (a radius) are no indicators.
    """

    shown: tuple[Level, ...]
    without_target: tuple[StatedIndicator, ...]
    without_figures: tuple[StatedIndicator, ...]


def levels(evaluation: Evaluation, catalogue: Catalogue) -> tuple[Level, ...]:
    """Every printed indicator of the plan, then every rule of the text, in their order."""
    printed = evaluation.county.indicators(evaluation.plan.id)
    return tuple(
        Level(stated, progress_of(stated, evaluation, catalogue))
        for stated in stated_indicators(printed, evaluation.rules)
    )


def rate_levels(
    found: Sequence[Level], catalogue: Catalogue, group: str
) -> tuple[tuple[RateLevels, ...], tuple[StatedIndicator, ...]]:
    """The rates of one measure group (beds, staff) by their unit, those of fewest people first, and
    the rates that have no figure at all."""
    rates = [
        level
        for level in found
        if level.stated.rule is not None
        and level.stated.rule.kind is RuleKind.RATE
        and catalogue.measures[level.stated.rule.measure].group == group
    ]
    units: dict[tuple[Fraction, PopulationGroup], list[Level]] = {}
    for level in rates:
        rule = level.stated.rule
        if rule is not None and level.has_figures:
            unit = (rule.per * level.stated.scale, rule.population)
            units.setdefault(unit, []).append(level)
    by_unit = sorted(units.items(), key=lambda item: (item[0][0], item[0][1] != "resident"))
    return (
        tuple(RateLevels(*unit, tuple(rows)) for unit, rows in by_unit),
        tuple(level.stated for level in rates if not level.has_figures),
    )


def target_levels(found: Sequence[Level]) -> TargetLevels:
    """The indicators that can be held against their target."""
    with_target = [level for level in found if level.stated.goal]
    return TargetLevels(
        tuple(level for level in with_target if level.has_figures),
        tuple(
            level.stated
            for level in found
            if not level.stated.goal and level.stated.indicator is not None
        ),
        tuple(level.stated for level in with_target if not level.has_figures),
    )
