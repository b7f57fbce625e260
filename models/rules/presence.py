"""Presence: so many facilities in each township, subdistrict, village or community.

- at least `limit` in each division; where `people` is given and the division's population is known,
  as many as it takes that none serves more than the second figure, and no more than leave each the
  first ("one per 30,000–100,000 people": 250,000 people take 3 to 8);
- `share_below`: a village of fewer people may do without, where another village of its township has
  one; `branch_above`: only a village of more people may have more than one. At exactly 800 people a
  village has its own; at exactly 2,500 it has no branch.

A village clinic whose own village is not known may serve any village of its township, and one row
may stand for many clinics: then a village without one is undecided, not missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.county import County
from models.facility import Facility, FacilityStatus
from models.geography import Division, DivisionKind
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
    """How many facilities a division must and may have; None where that cannot be said."""

    least: int | None
    most: int | None


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
    serving = [
        facility
        for facility in county.facilities
        if rule.scope.contains(facility) and facility.status is not FacilityStatus.TO_CLOSE
    ]
    if not serving:
        missing = Unchecked(rule, Missing.NO_FACILITIES, year, len(divisions), len(divisions))
        return Checked(unchecked=(missing,))
    found, open_ones = _check_divisions(rule, county, serving, divisions, year)
    if not open_ones:
        return Checked(tuple(found))
    (missing_most, _), *_ = Counter(open_ones).most_common(1)
    return Checked(
        tuple(found), (Unchecked(rule, missing_most, year, len(open_ones), len(divisions)),)
    )


def _check_divisions(
    rule: Rule,
    county: County,
    serving: Sequence[Facility],
    divisions: Iterable[Division],
    year: int,
) -> tuple[list[Finding], list[Missing]]:
    in_villages = rule.division in _IN_VILLAGES
    counts = Counter(f.village if in_villages else f.township for f in serving if not f.is_group)
    # Townships ("" for the county) where a facility may serve a division that is not known.
    vague = {f.township or "" for f in serving if f.is_group or (in_villages and not f.village)}
    shared = {f.township for f in serving if f.village and not f.is_group}
    found: list[Finding] = []
    open_ones: list[Missing] = []
    for division in divisions:
        count = counts[division.code]
        need = _need(rule, division, shared, count, _people(rule, county, division, year))
        township = division.parent if in_villages else division.code
        if need.most is not None and count > need.most:
            found.append(_finding(rule, division, count, need.most, year))
        elif need.least is None:
            open_ones.append(Missing.NO_POPULATION)
        elif count < need.least and ("" in vague or township in vague):
            open_ones.append(Missing.NO_PLACES)
        elif count < need.least:
            found.append(_finding(rule, division, count, need.least, year))
    return found, open_ones


def _need(
    rule: Rule, division: Division, shared: set[str | None], count: int, people: int | None
) -> _Need:
    least = int(rule.limit)
    if rule.people is not None:
        if people is None:
            return _Need(least if count < least else None, None)
        low, high = rule.people
        least = max(least, -(-people // high))
        return _Need(least, max(least, people // low))
    most = None
    if rule.branch_above is not None and people is not None and people <= rule.branch_above:
        most = least
    if rule.share_below is not None and count < least and division.parent in shared:
        if people is None:
            return _Need(None, most)
        if people < rule.share_below:
            return _Need(0, most)
    if rule.branch_above is not None and people is None and count > least:
        return _Need(None, None)
    return _Need(least, most)


def _people(rule: Rule, county: County, division: Division, year: int) -> int | None:
    """The people of a division without those of the communities that `whole` serves itself."""
    people = _residents(county, division, year)
    if people is None or rule.whole is None:
        return people
    served = {
        f.village
        for f in county.facilities
        if f.village is not None and f.township == division.code and rule.whole.contains(f)
    }
    return people - sum(_residents(county, county.division(v), year) or 0 for v in served)


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
