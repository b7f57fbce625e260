"""How evenly a resource is spread over the people: Lorenz curve and Gini coefficient by township.

Townships are put in order of what they have per head, least first. The curve goes through the
shares of people and of the resource added up so far, from (0, 0) to (1, 1). With cumulated shares
of people Xk and of the resource Yk, the Gini coefficient is

    G = 1 − Σ (Xk − Xk−1) × (Yk + Yk−1)

(the area between the curve and the diagonal, as a share of the area under the diagonal): 0 where
each township has its people's share, towards 1 where one has all. It is the trapezium rule of the
Lorenz curve, Gini (1912), as health-resource studies state it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from models.county import County
from models.facility import EVERYWHERE, Facility, FacilityStatus, Scope
from models.geography import Division
from models.measure import Basis
from models.plan import Plan


@dataclass(frozen=True, slots=True)
class TownshipShare:
    """A township's people, and what the facilities in it have; `amount` 0 where they have none."""

    division: Division
    people: int
    amount: Decimal


@dataclass(frozen=True)
class Equity:
    """`shares` are in order of amount per head, least first.

    `unpopulated` are townships whose people are not known, `unplaced` facilities with a figure that
    stand in no township, with `unplaced_amount` in all: neither is in the shares. `blank` counts
    the facilities in scope without a figure.
    """

    shares: tuple[TownshipShare, ...]
    unpopulated: tuple[Division, ...]
    unplaced: tuple[Facility, ...]
    blank: int
    unplaced_amount: Decimal = Decimal()

    @property
    def curve(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """The Lorenz curve from (0, 0): cumulated shares of people and of the resource; empty where
        nobody lives or there is nothing to share."""
        people = sum(share.people for share in self.shares)
        amount = sum((Fraction(share.amount) for share in self.shares), Fraction())
        if not people or not amount:
            return ()
        points = [(Fraction(), Fraction())]
        for share in self.shares:
            x, y = points[-1]
            points.append((x + Fraction(share.people, people), y + Fraction(share.amount) / amount))
        return tuple(points)

    @property
    def gini(self) -> Fraction | None:
        """The coefficient, exactly; None where there is no curve."""
        curve = self.curve
        if not curve:
            return None
        areas = ((x - x0) * (y + y0) for (x0, y0), (x, y) in pairwise(curve))
        return 1 - sum(areas, Fraction())


def equity(
    county: County,
    plan: Plan,
    measure: str,
    basis: Basis,
    year: int,
    scope: Scope = EVERYWHERE,
) -> Equity:
    """How a measure of a plan is spread over the townships' people of the year.

    Facilities that are to close count in the baseline year and no longer after it. A township
    without any facility in scope has 0: that is what the curve is to show.
    """
    cells = county.column(plan.id, measure, basis, year)
    counted = [
        f
        for f in county.facilities
        if scope.contains(f)
        and (year <= plan.baseline_year or f.status is not FacilityStatus.TO_CLOSE)
    ]
    amounts: dict[str | None, Decimal] = {}
    for facility in counted:
        if facility.id in cells:
            so_far = amounts.get(facility.township, Decimal())
            amounts[facility.township] = so_far + cells[facility.id].value
    people = {d.code: county.people(d, year) for d in county.townships}
    shares = [
        TownshipShare(division, known.persons, amounts.get(division.code, Decimal()))
        for division in county.townships
        if (known := people[division.code]) is not None and known.persons
    ]
    unplaced = tuple(f for f in counted if f.township is None and f.id in cells)
    return Equity(
        tuple(sorted(shares, key=_per_head)),
        tuple(d for d in county.townships if people[d.code] is None),
        unplaced,
        sum(f.id not in cells for f in counted),
        sum((cells[f.id].value for f in unplaced), Decimal()),
    )


def _per_head(share: TownshipShare) -> tuple[Fraction, str]:
    return Fraction(share.amount) / share.people, share.division.code
