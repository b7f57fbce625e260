"""Areas whose outline crosses itself, mended where something sensible remains."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.geo_source import Shapes

Mask = NDArray[np.bool_]
_AREAS = (3, 6)  # shapely's type ids of Polygon and MultiPolygon
LEAST_AREA = 1e-10  # square degrees: about a square metre


def repaired(geometries: Shapes) -> tuple[Shapes, Mask, Mask, float]:
    """Geometries in degrees with valid areas; which were mended, which were given up (now None),
    and the greatest share (0 to 1) by which mending changed the size of one: 1 for a figure of
    eight, the halves of whose outline cancel each other.

    An area is given up where less than LEAST_AREA is, or remains, of it.
    """
    result = geometries.copy()
    areas = np.isin(shapely.get_type_id(geometries), _AREAS)
    mended = areas & ~shapely.is_valid(geometries)
    change = 0.0
    for index in np.flatnonzero(mended):
        before = geometries[index]
        after = result[index] = _areas_of(shapely.make_valid(before))
        whole = max(before.area, after.area)
        if after.area >= LEAST_AREA:
            change = max(change, abs(after.area - before.area) / whole)
    hopeless = areas & (shapely.area(result) < LEAST_AREA)
    result[hopeless] = None
    return result, mended & ~hopeless, hopeless, change


def _areas_of(geometry: BaseGeometry) -> BaseGeometry:
    """The areas of what can be a collection of areas, lines and points."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])
