"""The three needs beside a staff target of one facility, and which of them binds.

- by norm: rules that demand so many of the facility as it is or of its other staff: a least number
  a facility, and ratios and shares that are not of beds (nurses per physician, public-health staff
  in the professional staff). Norms from outside the plan count where they are in use;
- by workload: the staff that the facility's activities require (WISN, `models.workload_staffing`);
- by beds: ratios whose denominator is beds (staff per bed, nurses per bed).

Rates per 1,000 people are the county's and demand nothing of one facility. Of a rule that states a
range the lower end is the need; one that states a most demands nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.county import County
from models.facility import Facility
from models.measure import Basis, Measure
from models.plan import Plan
from models.rules.rule import Rule
from models.staffing import least_demanded
from models.workload_staffing import WorkloadResult


class NeedKind(StrEnum):
    NORM = "norm"
    WORKLOAD = "workload"
    BEDS = "beds"


@dataclass(frozen=True, slots=True)
class Demand:
    """What one rule demands of a facility: `least` whole persons, where a ratio is of so many
    (`of`) of its denominator; None for a number as it stands."""

    rule: Rule
    least: int
    of: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StaffNeeds:
    """The needs of one staff measure of one facility in the target year.

    `norm` and `beds` are the rules that speak, the most demanding first; `workload` is None where
    nothing is entered (its own requirement may still lack a figure).
    """

    norm: tuple[Demand, ...]
    workload: WorkloadResult | None
    beds: tuple[Demand, ...]

    def persons(self, kind: NeedKind) -> int | None:
        """A need in whole persons; None where it is not known."""
        match kind:
            case NeedKind.NORM:
                return self.norm[0].least if self.norm else None
            case NeedKind.BEDS:
                return self.beds[0].least if self.beds else None
            case NeedKind.WORKLOAD:
                return None if self.workload is None else self.workload.requirement.whole

    @property
    def binding(self) -> frozenset[NeedKind]:
        """The needs that are the greatest of those known; none where none is."""
        known = {kind: persons for kind in NeedKind if (persons := self.persons(kind)) is not None}
        most = max(known.values(), default=None)
        return frozenset(kind for kind, persons in known.items() if persons == most)


def staff_needs(
    county: County,
    plan: Plan,
    rules: Iterable[Rule],
    measures: Mapping[str, Measure],
    facility: Facility,
    measure: str,
    workload: WorkloadResult | None,
) -> StaffNeeds:
    """The needs of a staff measure; `rules` are the plan's, `measures` the catalogue's (they tell
    which denominators are beds), `workload` the facility's result for it, where there is one."""
    norm: list[Demand] = []
    beds: list[Demand] = []
    for rule in rules:
        least = least_demanded(rule, county, plan, facility) if rule.measure == measure else None
        if least is None:
            continue
        of = county.allocation(
            plan.id, facility.id, rule.denominator, Basis.PLANNED, plan.target_year
        )
        found = measures.get(rule.denominator)
        is_of_beds = found is not None and found.group == "beds"
        demand = Demand(rule, least, None if of is None else of.value)
        (beds if is_of_beds else norm).append(demand)
    return StaffNeeds(_most_first(norm), workload, _most_first(beds))


def _most_first(demands: list[Demand]) -> tuple[Demand, ...]:
    return tuple(sorted(demands, key=lambda demand: (-demand.least, demand.rule.id)))
