"""Ratio and share: one measure per so many of another (staff per bed, clinical pharmacists per 100
beds), or a part of its whole (pharmacy staff in the technical staff), never rounded."""

from __future__ import annotations

from fractions import Fraction

from models.county import County, total
from models.facility import Facility
from models.measure import Basis
from models.plan import Plan
from models.rules.conditions import conditions_hold
from models.rules.rate import finding
from models.rules.rule import COUNTY, Finding, Measurement, Rule, Subject, SubjectKind


def measure_facility(
    rule: Rule, county: County, plan: Plan, facility: Facility, basis: Basis, year: int
) -> Measurement:
    """The ratio of one facility; no value where either figure is blank or the divisor is zero."""
    top = county.allocation(plan.id, facility.id, rule.measure, basis, year)
    bottom = county.allocation(plan.id, facility.id, rule.denominator, basis, year)
    return measurement(
        rule,
        Subject(SubjectKind.FACILITY, facility.id),
        year,
        None if top is None else Fraction(top.value),
        None if bottom is None else Fraction(bottom.value),
        filled=int(top is not None and bottom is not None),
        counted=1,
    )


def measure_county(rule: Rule, county: County, plan: Plan, basis: Basis, year: int) -> Measurement:
    """The ratio of the sums over the facilities in scope that have both figures.

    A facility with beds but no staff figure yet is left out of both sums, so that an unfinished
    table does not look like a shortage; `filled` of `counted` tells how far it is finished.
    """
    tops = county.column(plan.id, rule.measure, basis, year)
    bottoms = county.column(plan.id, rule.denominator, basis, year)
    if rule.whole is not None:
        return _measure_parts(rule, county, plan, basis, year)
    ids = county.facility_ids(rule.scope) & bottoms.keys()
    both = ids & tops.keys()
    return measurement(
        rule,
        COUNTY,
        year,
        Fraction(sum(tops[i].value for i in both)) if both else None,
        Fraction(sum(bottoms[i].value for i in both)) if both else None,
        filled=len(both),
        counted=len(ids),
    )


def _measure_parts(rule: Rule, county: County, plan: Plan, basis: Basis, year: int) -> Measurement:
    """The share of the facilities in scope in all those of `whole`, each with what it has."""
    assert rule.whole is not None
    tops = county.column(plan.id, rule.measure, basis, year)
    bottoms = county.column(plan.id, rule.denominator, basis, year)
    parts = county.facility_ids(rule.scope)
    top = total(tops[i] for i in parts & tops.keys())
    bottom = total(bottoms[i] for i in county.facility_ids(rule.whole) & bottoms.keys())
    return measurement(
        rule,
        COUNTY,
        year,
        None if top is None else Fraction(top),
        None if bottom is None else Fraction(bottom),
        filled=len(parts & tops.keys()),
        counted=len(parts),
    )


def check_facility(rule: Rule, county: County, plan: Plan, facility: Facility) -> Finding | None:
    """A finding where a facility in scope has both figures and its ratio does not hold."""
    if not rule.per_facility or not rule.scope.contains(facility):
        return None
    if rule.conditions and not conditions_hold(rule, county, plan, facility):
        return None
    return finding(measure_facility(rule, county, plan, facility, rule.basis, rule.year_in(plan)))


def measurement(
    rule: Rule,
    subject: Subject,
    year: int,
    top: Fraction | None,
    bottom: Fraction | None,
    filled: int,
    counted: int,
) -> Measurement:
    """The ratio of two figures or of two sums."""
    value = None if top is None or not bottom else top * rule.per / bottom
    return Measurement(rule, subject, year, top, bottom, value, filled, counted)
