"""What a rule of figures could not compute, and why: neither a finding nor a pass."""

from __future__ import annotations

from collections.abc import Iterable

from models.county import County
from models.facility import Facility, FacilityStatus
from models.plan import Plan
from models.rules import count, stop
from models.rules.conditions import conditions_hold
from models.rules.rule import Measurement, Missing, Rule, RuleKind, Unchecked


def unchecked_county(measured: Measurement, county: County) -> Unchecked | None:
    """Why the county's figure has no value; None where it has one."""
    if measured.value is not None:
        return None
    rule = measured.rule
    if not county.facility_ids(rule.scope):
        missing = Missing.NO_FACILITIES
    elif measured.numerator is None:
        missing = Missing.NO_FIGURES
    elif rule.kind is RuleKind.RATE:
        missing = Missing.NO_POPULATION
    else:
        missing = Missing.NO_DENOMINATOR
    return Unchecked(rule, missing, measured.year, measured.counted, measured.counted)


class OpenFacilities:
    """The facilities that a rule speaks of but cannot check for blanks, kept one by one.

    `follow` reads only the facilities that have changed, themselves or their figures. Of one that
    is to close nothing is left to be planned: its blanks leave nothing open.
    """

    def __init__(self, rule: Rule, county: County, plan: Plan) -> None:
        self._rule, self._county, self._plan = rule, county, plan
        self._open: dict[str, bool] = {}  # of those that the rule speaks of
        self._left_out = 0
        self.follow(county.facility_ids(rule.scope))

    def follow(self, facility_ids: Iterable[str]) -> None:
        """Read these facilities again."""
        in_scope = self._county.facility_ids(self._rule.scope)
        for facility_id in facility_ids:
            self._left_out -= self._open.pop(facility_id, False)
            if facility_id not in in_scope:
                continue
            facility = self._county.facility(facility_id)
            if facility.status is FacilityStatus.TO_CLOSE:
                continue
            is_open = _is_open(self._rule, self._county, self._plan, facility)
            if is_open is not None:
                self._open[facility_id] = is_open
                self._left_out += is_open

    @property
    def unchecked(self) -> Unchecked | None:
        """How many of how many are blank; None where none is."""
        year, counted = self._rule.year_in(self._plan), len(self._open)
        if not counted:
            is_stop = self._rule.kind is RuleKind.STOP  # it speaks of those that plan something
            return None if is_stop else Unchecked(self._rule, Missing.NO_FACILITIES, year)
        if not self._left_out:
            return None
        all_blank = self._left_out == counted and self._rule.kind is not RuleKind.STOP
        missing = Missing.NO_FIGURES if all_blank else Missing.SOME_BLANK
        return Unchecked(self._rule, missing, year, self._left_out, counted)


def _is_open(rule: Rule, county: County, plan: Plan, facility: Facility) -> bool | None:
    """Whether a blank keeps the rule from being checked; None where it does not speak of it.

    Below a line of zero no figure is needed.
    """
    if rule.kind is RuleKind.STOP:
        return stop.is_open(rule, county, plan, facility)
    held = conditions_hold(rule, county, plan, facility)
    if held is None:
        return True
    if not held:
        return None
    year = rule.year_in(plan)
    top = county.allocation(plan.id, facility.id, rule.measure, rule.basis, year)
    if rule.kind is RuleKind.COUNT:
        return top is None or (
            rule.more is not None and count.more_of(rule, county, plan, facility) is None
        )
    bottom = county.allocation(plan.id, facility.id, rule.denominator, rule.basis, year)
    return bottom is None or (top is None and bool(bottom.value))
