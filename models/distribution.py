"""Shares a county total out among facilities, in whole numbers that add up to it exactly.

Each facility's quota is its weight's part of the total, held within its least and most; what a
bound takes or leaves is shared among the others by their weights. Whole numbers come from the
quotas by the largest remainder. Equal remainders: the larger weight first, then the earlier in the
published list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from models.county import County, cell_change
from models.edits import Change
from models.errors import WeiguiError
from models.facility import Facility
from models.measure import Allocation, Basis, Origin
from models.plan import Plan, PopulationGroup


class WeightBy(StrEnum):
    """What a facility's part of a total is in proportion to."""

    AUTHORISED = "authorised"  # its present authorised figure of the measure
    ACTUAL = "actual"  # its present actual figure
    PLANNED = "planned"  # its planned figure
    PLANNED_BEDS = "planned-beds"
    POPULATION = "population"  # the people of its township, shared among the township's facilities
    EQUAL = "equal"


class Obstacle(StrEnum):
    """Why a total cannot be shared out."""

    LEAST_TOO_MUCH = "least-too-much"  # the leasts together exceed the total
    MOST_TOO_LITTLE = "most-too-little"  # the mosts together do not reach it
    NO_WEIGHT = "no-weight"  # nobody who may still take any has a weight
    BOUNDS_CROSSED = "bounds-crossed"  # a least above its most


class CannotDistribute(WeiguiError):
    """The bounds make the total impossible: by how much, and whose bounds."""

    def __init__(self, obstacle: Obstacle, amount: int, facility_ids: tuple[str, ...]) -> None:
        super().__init__(f"{obstacle} by {amount}: {facility_ids}")
        self.obstacle, self.amount, self.facility_ids = obstacle, amount, facility_ids


@dataclass(frozen=True)
class Share:
    """One facility's claim: a weight of 0 or more, and the least and most it may get."""

    facility_id: str
    weight: Fraction
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Distribution:
    """`values` by facility id, summing to the total; the ids that stand at a bound that binds."""

    values: Mapping[str, int]
    at_least: frozenset[str]
    at_most: frozenset[str]


def distribute(total: int, shares: Sequence[Share]) -> Distribution:
    """Share out a total. Raises CannotDistribute where the bounds or weights make it impossible."""
    _require_possible(total, shares)
    quotas = _quotas(total, shares)
    values = {s.facility_id: floor(quotas[s.facility_id]) for s in shares}
    order = {s.facility_id: n for n, s in enumerate(shares)}
    weights = {s.facility_id: s.weight for s in shares}

    def by_remainder(facility_id: str) -> tuple[Fraction, Fraction, int]:
        remainder = quotas[facility_id] - values[facility_id]
        return (-remainder, -weights[facility_id], order[facility_id])

    left = total - sum(values.values())
    for facility_id in sorted(values, key=by_remainder)[:left]:
        values[facility_id] += 1
    unbound = _parts(total, shares)
    return Distribution(
        values,
        frozenset(s.facility_id for s in shares if unbound[s.facility_id] < s.least),
        frozenset(
            s.facility_id for s in shares if s.most is not None and unbound[s.facility_id] > s.most
        ),
    )


def _require_possible(total: int, shares: Sequence[Share]) -> None:
    crossed = tuple(s.facility_id for s in shares if s.most is not None and s.least > s.most)
    if crossed:
        raise CannotDistribute(Obstacle.BOUNDS_CROSSED, 0, crossed)
    least = sum(s.least for s in shares)
    if least > total:
        bound = tuple(s.facility_id for s in shares if s.least)
        raise CannotDistribute(Obstacle.LEAST_TOO_MUCH, least - total, bound)
    takers = [s for s in shares if s.weight]
    if any(s.most is None for s in takers):
        return
    most = sum(s.most or 0 for s in takers) + sum(s.least for s in shares if not s.weight)
    if most < total:
        obstacle = Obstacle.MOST_TOO_LITTLE if takers else Obstacle.NO_WEIGHT
        raise CannotDistribute(obstacle, total - most, tuple(s.facility_id for s in takers))


def _parts(total: int, shares: Sequence[Share]) -> dict[str, Fraction]:
    """Each weight's part of the total, bounds or not."""
    weights = sum((s.weight for s in shares), Fraction())
    return {s.facility_id: total * s.weight / weights if weights else Fraction() for s in shares}


def _quotas(total: int, shares: Sequence[Share]) -> dict[str, Fraction]:
    """The exact quotas within the bounds.

    In each round every free share gets its part of what is left. Where bounds together add more
    than they cut, only those at their least can be final, else only those at their most; they are
    fixed, and the rest is shared out again.
    """
    fixed: dict[str, Fraction] = {s.facility_id: Fraction(s.least) for s in shares if not s.weight}
    while True:
        free = [s for s in shares if s.facility_id not in fixed]
        left = total - sum(fixed.values())
        weights = sum((s.weight for s in free), Fraction())
        quotas = {s.facility_id: left * s.weight / weights for s in free}
        low = [s for s in free if quotas[s.facility_id] < s.least]
        high = [s for s in free if s.most is not None and quotas[s.facility_id] > s.most]
        if not low and not high:
            return fixed | quotas
        added = sum((s.least - quotas[s.facility_id] for s in low), Fraction())
        cut = sum((quotas[s.facility_id] - (s.most or 0) for s in high), Fraction())
        if added >= cut:
            fixed |= {s.facility_id: Fraction(s.least) for s in low}
        if cut >= added:
            fixed |= {s.facility_id: Fraction(s.most or 0) for s in high}


def weights_of(
    county: County, plan: Plan, facilities: Iterable[Facility], measure: str, by: WeightBy
) -> dict[str, Fraction]:
    """The weight of each facility; 0 where the figure it goes by is blank."""
    chosen = list(facilities)
    if by is WeightBy.EQUAL:
        return {f.id: Fraction(1) for f in chosen}
    if by is WeightBy.POPULATION:
        return _people_served(county, chosen, plan.target_year)
    wanted, basis = ("beds", Basis.PLANNED) if by is WeightBy.PLANNED_BEDS else (measure, Basis(by))
    year = plan.target_year if basis is Basis.PLANNED else plan.baseline_year
    column = county.column(plan.id, wanted, basis, year)
    return {f.id: Fraction(column[f.id].value) if f.id in column else Fraction() for f in chosen}


def _people_served(
    county: County, facilities: Sequence[Facility], year: int
) -> dict[str, Fraction]:
    """A township's people, shared equally among the chosen facilities in it."""
    known = {d.code: county.people(d, year) for d in county.townships}
    people = {code: found.persons for code, found in known.items() if found is not None}
    in_township: dict[str, int] = {}
    for facility in facilities:
        if facility.township is not None:
            in_township[facility.township] = in_township.get(facility.township, 0) + 1
    return {
        f.id: Fraction(people.get(f.township, 0), in_township[f.township])
        if f.township is not None
        else Fraction()
        for f in facilities
    }


def total_of_rate(county: County, plan: Plan, rate: Fraction, per: int) -> int | None:
    """The least whole total that is `rate` per `per` residents in the target year; None where the
    population is not known."""
    people = county.population(plan.target_year, PopulationGroup.RESIDENT)
    return None if people is None else ceil(rate * people.persons / per)


def distribution_changes(
    county: County, plan: Plan, measure: str, distribution: Distribution, source: str
) -> tuple[Change, ...]:
    """The changes that make the distribution the planned figures of the target year."""
    changes = []
    for facility_id, value in distribution.values.items():
        key = (plan.id, facility_id, measure, Basis.PLANNED, plan.target_year)
        before = county.table(Allocation).get(key)
        if before is not None and before.value == value:
            continue
        note = before.note if before is not None else ""
        after = Allocation(*key, Decimal(value), Origin.PLANNER, source, note)
        change = cell_change(county, key, after)
        if change is not None:
            changes.append(change)
    return tuple(changes)
