"""The sums that a rate or a ratio of the county divides, kept up to date facility by facility."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from models.county import County
from models.measure import Basis
from models.plan import Plan
from models.rules import count, rate, ratio
from models.rules.rule import COUNTY, Measurement, Rule, RuleKind

_NONE = Decimal()
_Part = tuple[Decimal | None, Decimal | None]  # a facility's two figures, None where blank


class CountySums:
    """The measurement of one rule for the county, on one basis and year.

    `measurement` equals that of `rate.measure` or `ratio.measure_county`, which read whole columns;
    `follow` reads only the facilities that have changed, themselves or their figures. It remembers
    what each facility has added to the sums.
    """

    def __init__(self, rule: Rule, county: County, plan: Plan, basis: Basis, year: int) -> None:
        self._rule, self._county, self._plan = rule, county, plan
        self._basis, self._year = basis, year
        self._parts: dict[str, _Part] = {}
        self._top = self._bottom = _NONE
        self._filled = self._counted = 0
        self.follow(county.facility_ids(rule.scope))

    def reads(self, measure: str, basis: Basis, year: int) -> bool:
        """Whether a figure of this column can change the sums."""
        rule = self._rule
        return (basis, year) == (self._basis, self._year) and measure in (
            rule.measure,
            rule.denominator,
        )

    def follow(self, facility_ids: Iterable[str]) -> None:
        """Read these facilities again."""
        in_scope = self._county.facility_ids(self._rule.scope)
        column, plan_id = self._county.column, self._plan.id
        tops = column(plan_id, self._rule.measure, self._basis, self._year)
        bottoms = column(plan_id, self._rule.denominator, self._basis, self._year)
        alone = self._rule.kind in (RuleKind.RATE, RuleKind.COUNT)
        for facility_id in facility_ids:
            before = self._parts.pop(facility_id, None)
            if before is not None:
                self._add(before, -1)
            if facility_id not in in_scope:
                continue
            top, bottom = tops.get(facility_id), bottoms.get(facility_id)
            part = (
                None if top is None else top.value,
                # A rate divides by people, a count by nothing: every facility in scope counts.
                _NONE if alone else None if bottom is None else bottom.value,
            )
            self._add(part, 1)
            self._parts[facility_id] = part

    def _add(self, part: _Part, sign: int) -> None:
        top, bottom = part
        if bottom is None:
            return
        self._counted += sign
        if top is not None:
            self._filled += sign
            self._top += sign * top
            self._bottom += sign * bottom

    @property
    def measurement(self) -> Measurement:
        top = Fraction(self._top) if self._filled else None
        if self._rule.kind is RuleKind.RATE:
            return rate.measurement(
                self._rule, self._county, self._year, top, self._filled, self._counted
            )
        if self._rule.kind is RuleKind.COUNT:
            return count.measurement_of_county(
                self._rule, self._year, top, self._filled, self._counted
            )
        bottom = Fraction(self._bottom) if self._filled else None
        return ratio.measurement(
            self._rule, COUNTY, self._year, top, bottom, self._filled, self._counted
        )
