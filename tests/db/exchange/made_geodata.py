"""Geographic files as offices send them, made byte by byte or by OGR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import shapely

from models.geo_source import shapes

SEATS = {"龙岗": (105.7, 29.7), "棠香": (105.75, 29.72)}


def write_ogr(
    path: Path,
    geometries: Sequence[Any],
    columns: Mapping[str, Sequence[object]],
    crs: str | None = "EPSG:4490",
    kind: str = "Point",
    **options: Any,
) -> Path:
    """A layer as another program would write it; without `crs` the shapefile's .prj is missing."""
    arrays = [
        np.array(values, dtype=None if isinstance(values[0], int | float) else object)
        for values in columns.values()
    ]
    pyogrio.raw.write(
        path, shapely.to_wkb(shapes(geometries)), arrays, list(columns),
        crs=crs or "EPSG:4326", geometry_type=kind, **options,
    )  # fmt: skip
    if crs is None:
        path.with_suffix(".prj").unlink(missing_ok=True)
    return path


def write_seats(path: Path, **options: Any) -> Path:
    points = [shapely.Point(*place) for place in SEATS.values()]
    return write_ogr(path, points, {"名称": list(SEATS), "人口": [120_000, 80_000]}, **options)
