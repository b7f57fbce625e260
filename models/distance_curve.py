"""How many people live within any distance of the nearest facility.

Distances are straight lines in metres of the county's zone, held in whole millimetres, as in
`models.coverage`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from models.coverage import whole_millimetres
from models.facility import Facility
from models.geography import Division
from models.service_areas import Nearest, Places, nearest_facilities


@dataclass(frozen=True, slots=True)
class DistanceStep:
    """So many known people live at most `distance_m` metres from the nearest facility; at just
    that distance are the `points`."""

    distance_m: Fraction
    people: int
    points: tuple[str, ...]


@dataclass(frozen=True)
class DistanceCurve:
    """`steps` are in order of distance; `people` are all known ones, at whatever distance."""

    steps: tuple[DistanceStep, ...]
    people: int

    def people_within(self, limit_m: Fraction) -> int:
        at = bisect_right(self.steps, limit_m, key=lambda step: step.distance_m)
        return self.steps[at - 1].people if at else 0

    def share_within(self, limit_m: Fraction) -> Fraction | None:
        """The share of the known people; None where nobody is known."""
        return Fraction(self.people_within(limit_m), self.people) if self.people else None


@dataclass(frozen=True)
class DistanceCurves:
    """The curve of all points, and those of the urban and the rural ones by themselves.

    `unpopulated` points have a place but no known population; `unplaced` points have no place, and
    neither have `unplaced_sites`: none of them is in a curve. `sites` counts the facilities
    measured from.
    """

    county: DistanceCurve
    urban: DistanceCurve
    rural: DistanceCurve
    sites: int
    unpopulated: tuple[Division, ...]
    unplaced: tuple[Division, ...]
    unplaced_sites: tuple[Facility, ...]


def distance_curves(there: Places) -> DistanceCurves:
    """How the people of the points live from the sites of these places."""
    found = nearest_facilities(there)
    return DistanceCurves(
        _curve(found),
        _curve(near for near in found if near.point.urban is True),
        _curve(near for near in found if near.point.urban is False),
        len(there.sites),
        tuple(point for point in there.points if point.population is None),
        there.unplaced_points,
        there.unplaced_sites,
    )


def _curve(found: Iterable[Nearest]) -> DistanceCurve:
    """Steps through the populated points; without any site there are none."""
    at: dict[Fraction, list[Division]] = {}
    people = 0
    for near in found:
        people += near.point.population or 0
        if near.point.population is not None and near.distance_m is not None:
            at.setdefault(whole_millimetres(near.distance_m), []).append(near.point)
    steps, within = [], 0
    for distance in sorted(at):
        within += sum(point.population or 0 for point in at[distance])
        steps.append(DistanceStep(distance, within, tuple(p.name for p in at[distance])))
    return DistanceCurve(tuple(steps), people)
