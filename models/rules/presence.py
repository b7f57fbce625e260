"""Presence: so many facilities in each township, subdistrict, village or community.

- at least `limit` in each division; where `people` is given and the division's population is known,
  as many as it takes that none serves more than the second figure, and no more than leave each the
  first ("one per 30,000–100,000 people": 250,000 people take 3 to 8);
- `share_below`: a village of fewer people may do without, where a neighbour has one: one whose
  border it shares or whose point lies within `neighbour_within` metres, where neither can be said
  another village of its township (`models.neighbours`);
- `branch_above`, `branch_beyond`: only a village of more people, or one that reaches farther than
  so many metres from whichever of its facilities is best placed, may have more than one.
At exactly 800 people a village has its own; at exactly 2,500, or at the distance, it has no branch.

A village clinic whose own village is not known may serve any village of its township, and one row
may stand for many clinics: then a village without one is undecided, not missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.county import County
from models.coverage import whole_millimetres
from models.division_references import VILLAGE_KINDS
from models.facility import Facility, FacilityStatus
from models.geography import Division, DivisionKind
from models.neighbours import Neighbours, farthest_m
from models.plan import Plan
from models.rules.rule import (
    Checked,
    Finding,
    Missing,
    PerDivision,
    Rule,
    Subject,
    SubjectKind,
    Unchecked,
)

_KINDS = {
    PerDivision.TOWN: (DivisionKind.TOWN, DivisionKind.TOWNSHIP),
    PerDivision.SUBDISTRICT: (DivisionKind.SUBDISTRICT,),
    PerDivision.VILLAGE: (DivisionKind.VILLAGE,),
    PerDivision.COMMUNITY: (DivisionKind.COMMUNITY,),
}
_IN_VILLAGES = (PerDivision.VILLAGE, PerDivision.COMMUNITY)


@dataclass(frozen=True, slots=True)
class _Need:
    """How many facilities a division must and may have; None where there is no bound.

    `open` says why either cannot be said, where that matters for what the division has.
    """

    least: int
    most: int | None = None
    open: Missing | None = None


def divisions_of(rule: Rule, county: County) -> list[Division]:
    """The divisions that a presence rule goes through, by code."""
    assert rule.division is not None
    kinds = _KINDS[rule.division]
    return [division for division in county.divisions if division.kind in kinds]


def check(rule: Rule, county: County, plan: Plan) -> Checked:
    """One finding per division with too few or too many; divisions left open are unchecked."""
    year, divisions = rule.year_in(plan), divisions_of(rule, county)
    if not divisions:
        return Checked(unchecked=(Unchecked(rule, Missing.NO_DIVISIONS, year),))
    there = _Presence(rule, county, divisions, year)
    if not there.serving:
        missing = Unchecked(rule, Missing.NO_FACILITIES, year, len(divisions), len(divisions))
        return Checked(unchecked=(missing,))
    found: list[Finding] = []
    open_ones: list[Missing] = []
    for division in divisions:
        count, need = there.count(division), there.need(division)
        if need.open is not None:
            open_ones.append(need.open)
        elif need.most is not None and count > need.most:
            found.append(_finding(rule, division, count, need.most, year))
        elif count < need.least:
            found.append(_finding(rule, division, count, need.least, year))
    if not open_ones:
        return Checked(tuple(found))
    (missing_most, _), *_ = Counter(open_ones).most_common(1)
    return Checked(
        tuple(found), (Unchecked(rule, missing_most, year, len(open_ones), len(divisions)),)
    )


def served_communities(rule: Rule, county: County, division: Division) -> list[Division]:
    """The villages and communities that a facility of `whole` serves itself, by code."""
    served = {
        f.village
        for f in county.facilities
        if f.village is not None
        and f.township == division.code
        and rule.whole is not None
        and rule.whole.contains(f)
    }
    return [county.division(code) for code in sorted(served)]


@dataclass(frozen=True)
class Sharing:
    """The neighbours of a village, and those of them whose facility it may share."""

    neighbours: tuple[Division, ...]
    served: tuple[Division, ...]


def sharing(rule: Rule, county: County, plan: Plan, code: str) -> Sharing:
    """Whose facility a division may share, whether it has fewer people than it takes or not."""
    there = _Presence(rule, county, divisions_of(rule, county), rule.year_in(plan))
    around = there.neighbours.of(code)
    return Sharing(tuple(around), tuple(d for d in around if there.count(d)))


def may_share(rule: Rule, county: County, plan: Plan, division: Division) -> bool:
    """Whether a rule of villages lets a division do without, as far as its people are known."""
    if rule.division not in _IN_VILLAGES or rule.share_below is None:
        return False
    people = _residents(county, division, rule.year_in(plan))
    is_small = people is None or people < rule.share_below
    return division.kind in _KINDS[rule.division] and is_small


class _Presence:
    """What serves the divisions of a rule, and what each of them needs."""

    def __init__(
        self, rule: Rule, county: County, divisions: Sequence[Division], year: int
    ) -> None:
        self._rule, self._county, self._year = rule, county, year
        self._in_villages = rule.division in _IN_VILLAGES
        self.serving = [
            facility
            for facility in county.facilities
            if rule.scope.contains(facility) and facility.status is not FacilityStatus.TO_CLOSE
        ]
        self._own: dict[str | None, list[Facility]] = {}  # by the division that they serve
        for facility in self.serving:
            if not facility.is_group:
                served = facility.village if self._in_villages else facility.township
                self._own.setdefault(served, []).append(facility)
        # Townships ("" for the county) where a facility may serve a division that is not known.
        self._vague = {
            f.township or ""
            for f in self.serving
            if f.is_group or (self._in_villages and not f.village)
        }
        if self._in_villages:  # a village may share with a community, and the other way round
            divisions = [d for d in county.divisions if d.kind in VILLAGE_KINDS]
        self.neighbours = Neighbours(county, divisions, rule.neighbour_within)

    def count(self, division: Division) -> int:
        """The facilities that serve a division, as far as that is known."""
        return len(self._own.get(division.code, ()))

    def need(self, division: Division) -> _Need:
        count, people = self.count(division), self._people(division)
        if self._rule.people is not None:
            need = self._need_of_people(count, people, self._rule.people)
        elif count > self._rule.limit:
            need = self._most(division, people)
        else:
            need = self._least(division, count, people)
        if need.open is None and count < need.least and self._may_be_served(division):
            return _Need(need.least, need.most, Missing.NOT_ASSIGNED)
        return need

    def _need_of_people(self, count: int, people: int | None, one_per: tuple[int, int]) -> _Need:
        least, (low, high) = int(self._rule.limit), one_per
        if people is None:
            return _Need(least, open=None if count < least else Missing.NO_POPULATION)
        least = max(least, -(-people // high))
        return _Need(least, max(least, people // low))

    def _least(self, division: Division, count: int, people: int | None) -> _Need:
        rule, least = self._rule, int(self._rule.limit)
        if rule.share_below is None or count >= least:
            return _Need(least)
        if people is not None and people >= rule.share_below:
            return _Need(least)
        around = self.neighbours.of(division.code)
        if any(map(self.count, around)):
            return _Need(0, open=Missing.NO_POPULATION if people is None else None)
        if any(map(self._may_be_served, around)):
            return _Need(least, open=Missing.NOT_ASSIGNED)
        return _Need(least)

    def _most(self, division: Division, people: int | None) -> _Need:
        """Of a division that has more than the least."""
        rule, least = self._rule, int(self._rule.limit)
        if rule.branch_above is None and rule.branch_beyond is None:
            return _Need(least)
        if rule.branch_above is not None and people is not None and people > rule.branch_above:
            return _Need(least)
        is_beyond = False if rule.branch_beyond is None else self._reaches_beyond(division)
        if is_beyond:
            return _Need(least)
        if rule.branch_above is not None and people is None:
            return _Need(least, open=Missing.NO_POPULATION)
        return _Need(least, least, Missing.NO_PLACES if is_beyond is None else None)

    def _reaches_beyond(self, division: Division) -> bool | None:
        """Whether the division reaches beyond the radius of any one of its facilities alone; None
        where that cannot be said."""
        own = self._own[division.code]
        places = [f.place for f in own if f.place is not None]
        boundary = self._county.boundary(division.code)
        reach = farthest_m(division, boundary, places, self.neighbours.meridian)
        assert self._rule.branch_beyond is not None
        if reach is not None and whole_millimetres(reach) <= self._rule.branch_beyond:
            return False
        return True if reach is not None and len(places) == len(own) else None

    def _may_be_served(self, division: Division) -> bool:
        """Whether a facility that names no village may be this division's."""
        township = division.parent if self._in_villages else division.code
        return "" in self._vague or township in self._vague

    def _people(self, division: Division) -> int | None:
        """The people of a division without those of the communities that `whole` serves itself."""
        county, rule = self._county, self._rule
        people = _residents(county, division, self._year)
        if people is None or rule.whole is None:
            return people
        own = served_communities(rule, county, division)
        return people - sum(_residents(county, community, self._year) or 0 for community in own)


def _residents(county: County, division: Division, year: int) -> int | None:
    known = county.people(division, year)
    return None if known is None else known.persons


def _finding(rule: Rule, division: Division, count: int, limit: int, year: int) -> Finding:
    return Finding(
        rule,
        Subject(SubjectKind.DIVISION, division.code),
        rule.measure,
        rule.basis,
        year,
        Fraction(count),
        Fraction(limit),
        abs(limit - count),
    )
