"""A planner's own question of coverage: whom do these facilities reach within so many metres?

The answer has the shape of a rule's (`models.coverage.RuleCoverage`), so that map and lists show
both alike. Distances are straight lines in metres of the county's zone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from models.county import County
from models.coverage import Point, RuleCoverage, Site, whole_millimetres
from models.facility import EVERYWHERE, Facility, Scope
from models.geography import Division
from models.rules.rule import Rule
from models.service_areas import Nearest, Places, nearest_facilities, places


@dataclass(frozen=True)
class Question:
    """Which facilities are asked about, and within how many metres of one a point is covered.

    `emergency_only` keeps the emergency sites among those of `scope`.
    """

    limit_m: Fraction
    scope: Scope = EVERYWHERE
    emergency_only: bool = False

    def chooses(self, facility: Facility) -> bool:
        return self.scope.contains(facility) and (
            facility.emergency_site or not self.emergency_only
        )


def asked_places(county: County, question: Question, year: int | None = None) -> Places:
    """The population points, and the facilities asked about, planned ones too, those to close not.

    People are counted as of `year`, without one as last known.
    """
    there = places(county, question.scope, year)
    return replace(
        there,
        sites=tuple(f for f in there.sites if question.chooses(f)),
        unplaced_sites=tuple(f for f in there.unplaced_sites if question.chooses(f)),
    )


def answer(there: Places, rule: Rule) -> RuleCoverage:
    """Which points have a site within the rule's limit; `rule` says the question in words."""
    return RuleCoverage(
        rule,
        tuple(Site(f.id, f.name, *f.place, f.place_origin) for f in there.sites if f.place),
        tuple(_point(near, rule.limit_m) for near in nearest_facilities(there)),
        there.unplaced_sites,
    )


def _point(near: Nearest, limit_m: Fraction) -> Point:
    division, facility, metres = near.point, near.facility, near.distance_m
    longitude, latitude = _place(division)
    return Point(
        division.code,
        division.name,
        longitude,
        latitude,
        division.place_origin,
        division.population,
        division.urban,
        facility.id if facility else None,
        facility.name if facility else "",
        metres,
        float(limit_m),
        covered=metres is not None and whole_millimetres(metres) <= limit_m,
    )


def _place(division: Division) -> tuple[float, float]:
    assert division.place is not None
    return division.place
