"""Areas whose outline crosses itself, mended where something sensible remains."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from models.geo_source import Shapes

Mask = NDArray[np.bool_]
_AREAS = (3, 6)  # shapely's type ids of Polygon and MultiPolygon


def repaired(geometries: Shapes) -> tuple[Shapes, Mask, Mask, float]:
    """The geometries with valid areas; which were mended, which were given up (now None), and the
    greatest share (0 to 1) by which mending changed the size of one: 1 for a figure of eight, the
    halves of whose outline cancel each other.

    An area is given up where none remains.
    """
    result = geometries.copy()
    areas = np.isin(shapely.get_type_id(geometries), _AREAS)
    invalid = areas & ~shapely.is_valid(geometries)
    mended, hopeless = invalid.copy(), np.zeros(len(geometries), dtype=bool)
    change = 0.0
    for index in np.flatnonzero(invalid):
        before = geometries[index]
        parts = shapely.get_parts(shapely.make_valid(before))
        flat = [p for part in parts for p in shapely.get_parts(part) if p.geom_type == "Polygon"]
        after = shapely.union_all(flat)
        if after.area == 0:
            result[index], mended[index], hopeless[index] = None, False, True
            continue
        result[index] = after
        whole = max(before.area, after.area)
        change = max(change, abs(after.area - before.area) / whole)
    return result, mended, hopeless, change
