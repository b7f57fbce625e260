"""What a county already knows of where its places are, to hold new data against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from shapely.geometry.base import BaseGeometry

from models.county import County
from models.facility import Facility, PlaceOrigin
from models.geography import Division, central_meridian
from models.layers import Boundary


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A named point in WGS 84 degrees."""

    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True)
class KnownPlaces:
    """The county's boundary (WGS 84 degrees; None where there is none) and its named points."""

    boundary: BaseGeometry | None = None
    points: Sequence[KnownPlace] = ()

    @property
    def middle(self) -> tuple[float, float] | None:
        """About the middle of the county, in WGS 84 degrees; None where nothing is known."""
        if self.boundary is not None:
            west, south, east, north = self.boundary.bounds
            return (west + east) / 2, (south + north) / 2
        if not self.points:
            return None
        return median(p.longitude for p in self.points), median(p.latitude for p in self.points)

    @property
    def meridian(self) -> int | None:
        """The central meridian of the county's 3-degree zone, in degrees east."""
        return None if self.middle is None else central_meridian(self.middle[0])


def known_places(county: County) -> KnownPlaces:
    """The boundary of the county, its divisions that have a place, and the facilities that were
    surveyed (others stand at the seat of their township, which is known already)."""
    info = county.info
    boundary = county.table(Boundary).get((info.code,)) if info else None
    records: list[Division | Facility] = [
        *county.divisions,
        *(f for f in county.facilities if f.place_origin is PlaceOrigin.SURVEYED),
    ]
    named = [(record.name, record.place) for record in records]
    points = tuple(KnownPlace(name, *place) for name, place in named if place is not None)
    return KnownPlaces(None if boundary is None else boundary.area, points)
