"""In which township a place lies."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.coverage import population_points, project, zone_meridian
from models.nearest import nearest


def township_at(county: County, place: tuple[float, float]) -> str | None:
    """The code of the township at (longitude, latitude) in WGS 84 degrees.

    The one whose boundary holds the place, else that of the nearest population point, by metres of
    the county's zone; None where nothing has a place.
    """
    holding = township_holding(county, shapely.Point(place))
    if holding is not None:
        return holding
    points = [d for d in population_points(county) if d.place is not None]
    if not points:
        return None
    meridian = zone_meridian(county)
    there = project([d.place for d in points if d.place], meridian)
    index, _ = nearest(project([place], meridian), there)
    found = points[int(index[0])]
    return found.parent or found.code


def township_holding(county: County, spot: BaseGeometry) -> str | None:
    """The code of the township whose boundary holds a place, in WGS 84 degrees."""
    for township in county.townships:
        boundary = county.boundary(township.code)
        if boundary is not None and boundary.area.covers(spot):
            return township.code
    return None
