"""What lies below the symbols: reach of the rules, areas, boundaries, roads, background layers.

Roads and boundaries can have many more corners than the map has pixels: each view draws what lies
in it, simplified to what can be seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from desktop.map.legend import POLYGONS, SERVICE, area_id, layer_id
from desktop.map.looks import (
    AREA_LOOKS,
    BOUNDARY_LOOKS,
    LAYER_LOOKS,
    POLYGON_LOOKS,
    SERVICE_LOOK,
    LineLook,
)
from desktop.map.map_data import BoundaryLevel, MapArea, MapData, MapLayer, PointState
from desktop.map.symbols import Extent

_AREAS = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)
_UNSEEN = 0.7  # pixels by which a drawn line may differ from the true one

Shapes = Sequence[BaseGeometry] | NDArray[np.object_]


class _Lines:
    """Geometries drawn as lines of one look, anew for each view."""

    def __init__(self, axes: Axes, shapes: Shapes, look: LineLook, zorder: float) -> None:
        self._axes, self._look, self._zorder = axes, look, zorder
        self._shapes = _as_lines(shapes)
        self._tree = shapely.STRtree(self._shapes)
        self._drawn: Artist | None = None

    def fit(self, extent: Extent, km_per_pixel: float) -> None:
        if self._drawn is not None:
            self._drawn.remove()
            self._drawn = None
        seen = self._shapes[np.sort(self._tree.query(shapely.box(*extent)))]
        tolerance = _UNSEEN * km_per_pixel
        west, south, east, north = shapely.bounds(seen).reshape(-1, 4).T
        large = np.maximum(east - west, north - south) >= tolerance
        drawn = shapely.simplify(seen[large], tolerance, preserve_topology=False)
        if not shapely.is_empty(drawn).all():
            self._drawn = self._axes.add_collection(
                PathCollection(
                    [_line_path(drawn)],
                    facecolor="none",
                    edgecolor=self._look.colour,
                    linewidth=self._look.width,
                    linestyle=self._look.line,
                    zorder=self._zorder,
                ),
                autolim=False,
            )


class GroundDrawing:
    """`fit` after the view has changed."""

    def __init__(self, axes: Axes, data: MapData, hidden: frozenset[str]) -> None:
        self._axes = axes
        self._lines: list[_Lines] = []
        for area in sorted(data.areas, key=lambda a: -a.rule.limit_m):
            if area_id(area) not in hidden:
                self._draw_reach(area)
        if POLYGONS not in hidden:
            self._draw_polygons(data)
        if SERVICE not in hidden:
            self._add_lines(data.ground.service, SERVICE_LOOK, 2.2)
        for level in BoundaryLevel:
            if level not in hidden:
                shapes = [b.area for b in data.ground.boundaries if b.level is level]
                self._add_lines(shapes, BOUNDARY_LOOKS[level], 2.4)
        for layer in data.ground.layers:
            if layer_id(layer.id) not in hidden:
                self._draw_layer(layer)

    def fit(self, extent: Extent, km_per_pixel: float) -> None:
        for lines in self._lines:
            lines.fit(extent, km_per_pixel)

    def _add_lines(self, shapes: Shapes, look: LineLook, zorder: float) -> None:
        if len(shapes):
            self._lines.append(_Lines(self._axes, shapes, look, zorder))

    def _draw_layer(self, layer: MapLayer) -> None:
        look = LAYER_LOOKS[layer.kind]
        shapes = np.asarray(layer.shapes, object)
        are_points = shapely.get_type_id(shapes) == shapely.GeometryType.POINT
        points = shapes[are_points]
        self._add_lines(shapes[~are_points], look, 2.3)
        if len(points):
            x, y = shapely.get_coordinates(points).T
            self._axes.scatter(x, y, s=9, marker="x", color=look.colour, linewidth=0.8)

    def _draw_polygons(self, data: MapData) -> None:
        """The areas of population points, filled by what the check found of them."""
        for state, look in POLYGON_LOOKS.items():
            paths = [_area_path(b.area) for b in data.ground.boundaries if b.state is state]
            if paths:
                self._axes.add_collection(
                    PathCollection(
                        paths,
                        facecolor=look.fill,
                        edgecolor="#d9a48a" if state is PointState.UNCOVERED else "none",
                        hatch=look.hatch or None,
                        linewidth=0,
                        zorder=0.8,
                    ),
                    autolim=False,
                )

    def _draw_reach(self, area: MapArea) -> None:
        """Filled as a whole, with what lies between the circles left free."""
        look = AREA_LOOKS[area.rule.urban]
        self._axes.add_collection(
            PathCollection(
                [_area_path(area.area)], facecolor=look.fill, edgecolor="none", alpha=0.8, zorder=1
            ),
            autolim=False,
        )
        self._axes.add_collection(
            PathCollection(
                [_area_path(circle) for circle in area.circles],
                facecolor="none",
                edgecolor=look.edge,
                linestyle=look.line,
                linewidth=0.7,
                zorder=2,
            ),
            autolim=False,
        )


def _area_path(area: BaseGeometry) -> Path:
    """One path of all rings; holes run the other way round, so that they stay empty."""
    rings = [
        np.asarray(ring.coords)
        for polygon in map(orient, getattr(area, "geoms", [area]))
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return Path.make_compound_path(*map(Path, rings))


def _as_lines(shapes: Shapes) -> NDArray[np.object_]:
    """Lines of one part each: those of the shapes, and the rings of areas."""
    found = np.asarray(shapes, dtype=object)
    if np.isin(shapely.get_type_id(found), _LINES).all():
        return found
    areas = np.isin(shapely.get_type_id(found), _AREAS)
    lines: NDArray[np.object_] = shapely.get_parts(np.where(areas, shapely.boundary(found), found))
    return lines


def _line_path(lines: NDArray[np.object_]) -> Path:
    """One path of all lines."""
    corners, line = shapely.get_coordinates(lines, return_index=True)
    is_first = np.diff(line, prepend=-1) > 0
    return Path(corners, np.where(is_first, Path.MOVETO, Path.LINETO).astype(Path.code_type))
