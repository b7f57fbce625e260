"""Ratio: one measure per one of another (staff per bed, nurses per physician), never rounded."""

from __future__ import annotations

from fractions import Fraction

from models.county import County
from models.facility import Facility
from models.measure import Basis
from models.plan import Plan
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


def check_facility(rule: Rule, county: County, plan: Plan, facility: Facility) -> Finding | None:
    """A finding where a facility in scope has both figures and its ratio does not hold."""
    if not rule.per_facility or not rule.scope.contains(facility):
        return None
    return finding(measure_facility(rule, county, plan, facility, rule.basis, plan.target_year))


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
    value = None if top is None or not bottom else top / bottom
    return Measurement(rule, subject, year, top, bottom, value, filled, counted)
