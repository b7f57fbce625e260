"""A small map of what a layer brings, over what the county has."""

from __future__ import annotations

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from shapely.geometry.base import BaseGeometry

from desktop.fonts import picture_font
from desktop.map.looks import INK, MUTED
from models.geo_source import Shapes
from models.known_places import KnownPlaces

# After PySide6, so that matplotlib takes the Qt binding that is there.
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg  # isort: skip

translate = QCoreApplication.translate

_MOST_POINTS = 4_000  # that are drawn; of more every second, third …
_MOST_CORNERS = 40_000
NEW, OTHER = "#0072b2", "#d55e00"  # after Okabe and Ito, also apart in grey


class GeoPreview(FigureCanvasQTAgg):
    """Draws geometries in WGS 84 degrees; `other` is where they would lie in another system."""

    def __init__(self) -> None:
        super().__init__(Figure(figsize=(4, 4)))
        self.setMinimumSize(260, 240)
        self._font = picture_font()
        self._font.set_size(8)

    def show_layer(
        self, known: KnownPlaces, new: Shapes, other: Shapes | None, other_text: str
    ) -> None:
        self.figure.clear()
        axes = self.figure.add_axes((0.02, 0.02, 0.96, 0.96))
        axes.set(xticks=[], yticks=[])
        axes.spines[:].set(color="#9aa3ab", linewidth=0.8)
        if known.boundary is not None:
            _draw_lines(axes, np.array([known.boundary], dtype=object), MUTED, 1.2, "solid")
        if known.points:
            x, y = np.array([(p.longitude, p.latitude) for p in known.points]).T
            label = translate("geo", "known places")
            axes.plot(x, y, "+", color=MUTED, markersize=5, zorder=2, label=label)
        if other is not None:
            self._draw(axes, other, OTHER, "dashed", other_text)
        self._draw(axes, new, NEW, "solid", translate("geo", "the layer"))
        middle = axes.get_ylim()
        axes.set_aspect(1 / np.cos(np.radians(sum(middle) / 2)), adjustable="datalim")
        if any(axes.get_legend_handles_labels()):
            axes.legend(loc="upper left", prop=self._font, framealpha=0.9, labelcolor=INK)
        self.draw_idle()

    def _draw(self, axes: Axes, shapes: Shapes, colour: str, line: str, label: str) -> None:
        """Points as dots, all else by its lines."""
        given = shapes[~shapely.is_missing(shapes)]
        are_points = np.isin(shapely.get_type_id(given), (0, 4))
        dots = shapely.get_coordinates(given[are_points])
        dots = dots[:: len(dots) // _MOST_POINTS + 1]
        marker, fill = ("o", colour) if line == "solid" else ("s", "none")
        axes.plot(
            dots[:, 0], dots[:, 1], marker, color=colour, markerfacecolor=fill, markersize=3.5,
            linestyle="none", zorder=4, label=label if len(dots) else "",
        )  # fmt: skip
        if not are_points.all():
            _draw_lines(axes, given[~are_points], colour, 0.9, line)
            axes.plot([], [], color=colour, linestyle=line, label=label)


def _draw_lines(axes: Axes, shapes: Shapes, colour: str, width: float, style: str) -> None:
    """Lines and outlines, simplified to what a small picture can show."""
    west, south, east, north = shapely.total_bounds(shapes)
    simple = shapely.simplify(shapes, max(east - west, north - south) / 600)
    paths = [_corners(line) for shape in simple for line in _lines(shape)]
    step = sum(map(len, paths)) // _MOST_CORNERS + 1
    axes.add_collection(
        LineCollection(paths[::step], colors=colour, linewidths=width, linestyles=style, zorder=3)
    )
    axes.update_datalim([(west, south), (east, north)])
    axes.autoscale_view()


def _lines(shape: BaseGeometry) -> NDArray[np.object_]:
    is_area = shape.geom_type in ("Polygon", "MultiPolygon")
    lines: NDArray[np.object_] = shapely.get_parts(shapely.boundary(shape) if is_area else shape)
    return lines


def _corners(line: BaseGeometry) -> NDArray[np.float64]:
    return shapely.get_coordinates(line)
