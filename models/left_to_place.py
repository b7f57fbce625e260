"""How many beds a plan may still place: what its bed standard allows, less what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from models.county import County
from models.facility import EVERYWHERE, FacilityClass
from models.measure import Basis
from models.plan import Plan, Population
from models.rules.rule import Bound, Rule, RuleKind
from models.summary import BEDS, printed_beds


@dataclass(frozen=True, slots=True)
class BedStandard:
    """The beds of the target year by class; None stands for the county.

    Of a plan that prints none they are reckoned from `rule`, a rate of the whole county, by
    `people`; without people there are no beds then.
    """

    beds: Mapping[FacilityClass | None, Decimal]
    rule: Rule | None = None
    people: Population | None = None


def bed_standard(county: County, plan: Plan, rules: Iterable[Rule]) -> BedStandard | None:
    """What the plan prints (专栏2), else what its bed rate comes to in whole beds; None without.

    A least rate is rounded up to the fewest beds that meet it, a greatest one down.
    """
    printed = {
        facility_class: beds
        for (facility_class, basis), beds in printed_beds(county, plan).items()
        if basis is Basis.PLANNED
    }
    if printed:
        return BedStandard(printed)
    rule = next((rule for rule in rules if _is_bed_rate(rule)), None)
    if rule is None:
        return None
    people = county.population(plan.target_year, rule.population)
    if people is None:
        return BedStandard({}, rule)
    exact = rule.limit * Fraction(people.persons) / rule.per
    whole = ceil(exact) if rule.bound is Bound.AT_LEAST else floor(exact)
    return BedStandard({None: Decimal(whole)}, rule, people)


def _is_bed_rate(rule: Rule) -> bool:
    return (rule.kind, rule.measure, rule.basis, rule.scope) == (
        RuleKind.RATE,
        BEDS,
        Basis.PLANNED,
        EVERYWHERE,
    )
