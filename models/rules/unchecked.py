"""What a rule of figures could not compute, and why: neither a finding nor a pass."""

from __future__ import annotations

from models.county import County
from models.plan import Plan
from models.rules import stop
from models.rules.conditions import conditions_hold
from models.rules.rule import Measurement, Missing, Rule, RuleKind, Unchecked

_WITH_DENOMINATOR = (RuleKind.RATIO, RuleKind.SHARE)


def unchecked_figures(
    rule: Rule, county: County, plan: Plan, measured: Measurement | None
) -> tuple[Unchecked, ...]:
    """At most one: why the county's figure has no value, else how many facilities are blank.

    `measured` is the county's measurement, None where the rule speaks of single facilities only.
    """
    if rule.kind is RuleKind.STOP:
        open_ones = stop.unchecked(rule, county, plan)
        return () if open_ones is None else (open_ones,)
    if measured is not None and measured.value is None:
        missing = _missing(measured, county, rule)
        return (Unchecked(rule, missing, measured.year, measured.counted, measured.counted),)
    if not rule.per_facility:
        return ()
    return _blank_facilities(rule, county, plan)


def _missing(measured: Measurement, county: County, rule: Rule) -> Missing:
    if not county.facility_ids(rule.scope):
        return Missing.NO_FACILITIES
    if measured.numerator is None:
        return Missing.NO_FIGURES
    return Missing.NO_POPULATION if rule.kind is RuleKind.RATE else Missing.NO_DENOMINATOR


def _blank_facilities(rule: Rule, county: County, plan: Plan) -> tuple[Unchecked, ...]:
    """Facilities whose figure is blank; below a line of zero none is needed."""
    year = rule.year_in(plan)
    ids = county.facility_ids(rule.scope)
    if rule.conditions:
        ids = frozenset(
            i for i in ids if conditions_hold(rule, county, plan, county.facility(i)) is not False
        )
    if not ids:
        return (Unchecked(rule, Missing.NO_FACILITIES, year),)
    blank = ids - county.column(plan.id, rule.measure, rule.basis, year).keys()
    if rule.kind in _WITH_DENOMINATOR:
        bottoms = county.column(plan.id, rule.denominator, rule.basis, year)
        blank = frozenset(i for i in blank if i in bottoms and bottoms[i].value)
        blank |= ids - bottoms.keys()
    if not blank:
        return ()
    missing = Missing.NO_FIGURES if len(blank) == len(ids) else Missing.SOME_BLANK
    return (Unchecked(rule, missing, year, len(blank), len(ids)),)
