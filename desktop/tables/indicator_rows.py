"""The rows of the Indicators page: what is stated, and where it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.indicator_progress import IndicatorProgress
from models.plan import Indicator
from models.rules.rule import Rule
from models.stated_indicator import StatedIndicator, stated_indicators


@dataclass
class IndicatorRow:
    """A row and what was last computed for it."""

    stated: StatedIndicator
    computed: IndicatorProgress | None = None  # None: to be computed when it is next shown

    @property
    def indicator(self) -> Indicator | None:
        return self.stated.indicator

    @property
    def rule(self) -> Rule | None:
        return self.stated.rule

    def reads(self, measures: set[str], indicator_ids: set[str]) -> bool:
        """Whether an allocation of one of the measures, on any basis, or a value entered for one
        of the indicators can change the row."""
        if self.indicator is not None and self.indicator.id in indicator_ids:
            return True
        rule = self.rule
        if rule is None:
            return False
        if rule.measure in measures or rule.denominator in measures:
            return True
        return any(condition.measure in measures for condition in rule.conditions)


def indicator_rows(indicators: Sequence[Indicator], rules: Sequence[Rule]) -> list[IndicatorRow]:
    return [IndicatorRow(stated) for stated in stated_indicators(indicators, rules)]
