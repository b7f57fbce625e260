"""Draws the coverage map with matplotlib; knows no window, so that a picture needs none."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Annotation
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from desktop.map.furniture import Furniture
from desktop.map.labels import Box, Label, place_labels
from desktop.map.looks import (
    AREA_LOOKS,
    CLASS_MARKERS,
    CLOSING,
    CLOSING_MARKER,
    FACILITY,
    INK,
    POINT_LOOKS,
    RING,
)
from desktop.map.map_data import MapArea, MapData, MapFacility, MapPoint, PointState
from models.catalogue import Catalogue, Language

FORMATS = ("png", "svg", "pdf")

MARGIN = 0.1
LEAST_SPAN_KM = 4.0
NEAREST, FARTHEST = 0.0005, 2.0  # km per pixel
POINT_TYPE, FACILITY_TYPE = 7.5, 6.5  # sizes of type, in points
MOST_TRIED = 400  # names for which a place is sought: a crowded map stays quick
SITE_RADIUS = 3.2  # half of a facility's symbol, in points


class Hit(NamedTuple):
    """What lies under the pointer."""

    facility: MapFacility | None
    point: MapPoint | None


class View(NamedTuple):
    """The middle of what is shown, in km of the map, and its scale."""

    x: float
    y: float
    km_per_pixel: float


class MapDrawing:
    """A drawn map: `arrange` after the view or the size of the figure has changed."""

    def __init__(
        self,
        figure: Figure,
        data: MapData,
        catalogue: Catalogue,
        language: Language,
        font: FontProperties,
        titled: bool = False,
    ) -> None:
        self.figure, self.data = figure, data
        self._font = font
        self._labels: list[Annotation] = []
        figure.clear()
        figure.set_facecolor("white")
        self.axes: Axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set(xticks=[], yticks=[])
        self.axes.spines[:].set(color="#9aa3ab", linewidth=0.8)
        self._furniture = Furniture(figure, self.axes, data, catalogue, language, font, titled)
        self.axes.set_autoscale_on(False)  # the view is ours: km are as long both ways
        self._view: View | None = None
        self._extent = _extent(data)
        # Fewer or smaller symbols: a map of 2,000 villages must not be one blot.
        self._scale = min(1.0, (60 / max(1, len(data.points))) ** 0.5)
        self._site_scale = min(1.0, (60 / max(1, len(data.facilities))) ** 0.5)
        self._most_people = max((p.population or 0 for p in data.points), default=0) or 1
        for area in sorted(data.areas, key=lambda a: -a.rule.limit):
            _draw_area(self.axes, area)
        self._draw_points()
        self._draw_facilities()
        self._ring = self.axes.scatter(
            [], [], s=260, marker="o", facecolor="none", edgecolor=RING, linewidth=2.4, zorder=5
        )

    def home(self) -> None:
        """Show every symbol and circle."""
        self._view = None

    def zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        """Come `factor` times nearer; the place under the pixel (else the middle) stays there."""
        box = self.axes.get_window_extent()
        x, y = (box.x0 + box.x1) / 2 if x is None else x, (box.y0 + box.y1) / 2 if y is None else y
        fixed = self.axes.transData.inverted().transform((x, y))
        view = self._fitted()
        span = min(max(view.km_per_pixel / factor, NEAREST), FARTHEST)
        share = span / view.km_per_pixel
        self._view = View(
            float(fixed[0] + (view.x - fixed[0]) * share),
            float(fixed[1] + (view.y - fixed[1]) * share),
            span,
        )

    def pan(self, dx: float, dy: float) -> None:
        """Move the map by pixels, to the right and upwards."""
        view = self._fitted()
        self._view = View(
            view.x - dx * view.km_per_pixel, view.y - dy * view.km_per_pixel, view.km_per_pixel
        )

    @property
    def view(self) -> View | None:
        """What is shown; None where it is everything. May be set, to keep it in a new drawing."""
        return self._view

    @view.setter
    def view(self, view: View | None) -> None:
        self._view = view

    def _fitted(self) -> View:
        """The view, or the one that shows everything at the figure's present size."""
        if self._view is not None:
            return self._view
        box = self.axes.get_window_extent()
        west, south, east, north = self._extent
        return View(
            (west + east) / 2,
            (south + north) / 2,
            max((east - west) / box.width, (north - south) / box.height) * (1 + MARGIN),
        )

    def _show_view(self) -> None:
        view, box = self._fitted(), self.axes.get_window_extent()
        half_width, half_height = (view.km_per_pixel * side / 2 for side in (box.width, box.height))
        self.axes.set_xlim(view.x - half_width, view.x + half_width)
        self.axes.set_ylim(view.y - half_height, view.y + half_height)

    def highlight(self, xy: tuple[float, float] | None) -> None:
        """Ring the symbol at (x, y) km, or none."""
        self._ring.set_offsets([xy] if xy else [(float("nan"), float("nan"))])

    def arrange(self, names: bool = True) -> None:
        """Fit legend, scale bar and (where `names`) labels to the view and the figure's size."""
        self._furniture.arrange()
        self._show_view()
        self._furniture.draw_scale()
        for label in self._labels:
            label.remove()
        self._labels = []
        if names:
            self._draw_labels()

    def hit(self, x: float, y: float) -> Hit:
        """The facility and the population point under a pixel of the figure (from below left).

        A facility often stands on the seat of its township: within the facility's symbol it is the
        one that is meant, on the ring around it the point.
        """
        facility = self._nearest(
            [(f.x, f.y) for f in self.data.facilities], [SITE_RADIUS + 2], (x, y)
        )
        point = self._nearest(
            [(p.x, p.y) for p in self.data.points],
            [self._radius(p) + 4 for p in self.data.points],
            (x, y),
        )
        return Hit(
            None if facility is None else self.data.facilities[facility],
            None if point is None else self.data.points[point],
        )

    def _nearest(
        self,
        places: list[tuple[float, float]],
        reach: list[float],
        pixel: tuple[float, float],
    ) -> int | None:
        """The nearest of the places (km) that has the pixel within its reach (in points)."""
        if not places:
            return None
        offsets = self.axes.transData.transform(places) - pixel
        distances = np.hypot(offsets[:, 0], offsets[:, 1])
        distances[distances > np.array(reach) * self.figure.dpi / 72] = np.inf
        nearest = int(np.argmin(distances))
        return nearest if np.isfinite(distances[nearest]) else None

    def _size(self, point: MapPoint) -> float:
        """The area of a point's symbol in square points: in proportion to its people."""
        share = (point.population or 0) / self._most_people
        return self._scale * (70 + 330 * share)

    def _radius(self, point: MapPoint) -> float:
        corners = 2**0.5 if point.state is PointState.UNCOVERED else 1.0  # a diamond's reach out
        return float(self._size(point) ** 0.5 / 2 * corners)

    def _draw_points(self) -> None:
        for state, look in POINT_LOOKS.items():
            points = [p for p in self.data.points if p.state is state]
            self.axes.scatter(
                [p.x for p in points],
                [p.y for p in points],
                s=[self._size(p) for p in points],
                marker=look.marker,
                facecolor=look.fill,
                edgecolor=look.edge,
                linewidth=look.width * max(0.6, self._scale),
                zorder=3.5 if state is PointState.UNCOVERED else 3,
            )

    def _draw_facilities(self) -> None:
        for site in (False, True):  # sites above the others
            for facility_class, marker in CLASS_MARKERS.items():
                shown = [
                    f
                    for f in self.data.facilities
                    if f.facility_class is facility_class and f.site is site and not f.to_close
                ]
                self._scatter(shown, marker, FACILITY if site else "white", FACILITY)
        self._scatter(
            [f for f in self.data.facilities if f.to_close], CLOSING_MARKER, "white", CLOSING
        )

    def _scatter(self, shown: list[MapFacility], marker: str, fill: str, edge: str) -> None:
        self.axes.scatter(
            [f.x for f in shown],
            [f.y for f in shown],
            s=40 * self._site_scale,
            marker=marker,
            facecolor=fill,
            edgecolor=edge,
            linewidth=0.9,
            zorder=4,
        )

    def _draw_labels(self) -> None:
        per_point = 72 / self.figure.dpi
        window = self.axes.get_window_extent()
        frame: Box = (
            window.x0 * per_point,
            window.y0 * per_point,
            window.x1 * per_point,
            window.y1 * per_point,
        )
        shown = self._by_importance()
        places = np.reshape([(s.x, s.y) for s in shown], (-1, 2))
        centres = self.axes.transData.transform(places) * per_point
        seats = {_spot(p): self._radius(p) for p in self.data.points}
        owners: dict[int, tuple[float, float]] = {}
        labels = []
        for symbol, (x, y) in zip(shown, centres.tolist(), strict=True):
            if frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]:
                label = self._label(symbol, x, y, seats.get(_spot(symbol), 0.0))
                owners[id(label)] = (symbol.x, symbol.y)
                labels.append(label)
        obstacles = [label.symbol_box for label in labels]
        obstacles += self._furniture.corner_boxes(frame)
        for placed in place_labels(labels[:MOST_TRIED], obstacles, frame):
            xy = owners[id(placed.label)]
            self._labels.append(self._text(xy, placed.label, placed.dx, placed.dy))

    def _label(self, symbol: MapPoint | MapFacility, x: float, y: float, seat: float) -> Label:
        """`seat` is the radius of the population point at the same place, 0 for none."""
        text = symbol.name + (" ≈" if symbol.approximate else "")
        if isinstance(symbol, MapPoint):
            return Label(text, x, y, self._radius(symbol), POINT_TYPE)
        return Label(text, x, y, max(SITE_RADIUS, seat), FACILITY_TYPE)

    def _by_importance(self) -> list[MapPoint | MapFacility]:
        """Uncovered points, then points by people, then emergency sites, then other facilities."""
        points = sorted(
            self.data.points,
            key=lambda p: (p.state is not PointState.UNCOVERED, -(p.population or 0), p.code),
        )
        return [*points, *sorted(self.data.facilities, key=lambda f: (not f.site, f.id))]

    def _text(self, xy: tuple[float, float], label: Label, dx: int, dy: int) -> Annotation:
        gap = label.radius + 1.5
        return self.axes.annotate(
            label.text,
            xy,
            (dx * gap, dy * gap),
            textcoords="offset points",
            ha={1: "left", -1: "right", 0: "center"}[dx],
            va={1: "bottom", -1: "top", 0: "center_baseline"}[dy],
            fontproperties=self._font,
            fontsize=label.size,
            color=INK if label.size == POINT_TYPE else FACILITY,
            zorder=6,
            parse_math=False,
            # Not a halo: that would turn the text into outlines, which no PDF search finds.
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.6, "pad": 0.3},
        )


def _spot(shown: MapFacility | MapPoint) -> tuple[float, float]:
    """Where a symbol stands, to 10 m: facilities often stand on the seat of their township."""
    return (round(shown.x, 2), round(shown.y, 2))


def draw_coverage(
    figure: Figure,
    data: MapData,
    catalogue: Catalogue,
    language: Language,
    font: FontProperties,
) -> MapDrawing:
    """Draw the whole map into `figure` (what was there is cleared) at the figure's present size."""
    drawing = MapDrawing(figure, data, catalogue, language, font)
    drawing.arrange()
    return drawing


def map_picture(
    data: MapData,
    catalogue: Catalogue,
    language: Language,
    font: FontProperties,
    file_format: str,
) -> bytes:
    """An A4 landscape picture with a title, in one of FORMATS; the same bytes for the same map."""
    figure = Figure(figsize=(11.69, 8.27), dpi=200)
    MapDrawing(figure, data, catalogue, language, font, titled=True).arrange()
    buffer = BytesIO()
    dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}
    with mpl.rc_context({"svg.hashsalt": "weigui"}):  # else the ids in SVG are random
        figure.savefig(buffer, format=file_format, metadata=dates[file_format])
    return buffer.getvalue()


def _extent(data: MapData) -> tuple[float, float, float, float]:
    """West, south, east and north of everything drawn, at least LEAST_SPAN_KM across."""
    boxes = [(x, y, x, y) for x, y in data.places()] + [a.area.bounds for a in data.areas]
    west, south, east, north = zip(*(boxes or [(0.0, 0.0, 0.0, 0.0)]), strict=True)
    x, y = (min(west) + max(east)) / 2, (min(south) + max(north)) / 2
    half_x = max(max(east) - x, LEAST_SPAN_KM / 2)
    half_y = max(max(north) - y, LEAST_SPAN_KM / 2)
    return (x - half_x, y - half_y, x + half_x, y + half_y)


def _draw_area(axes: Axes, area: MapArea) -> None:
    """The reach of a rule: filled as a whole, with what lies between the circles left free."""
    look = AREA_LOOKS[area.rule.urban]
    axes.add_patch(PathPatch(_path(area.area), facecolor=look.fill, edgecolor="none", zorder=1))
    axes.add_collection(
        PathCollection(
            [_path(circle) for circle in area.circles],
            facecolor="none",
            edgecolor=look.edge,
            linestyle=look.line,
            linewidth=0.7,
            zorder=2,
        )
    )


def _path(area: BaseGeometry) -> Path:
    """One path of all rings; holes run the other way round, so that they stay empty."""
    rings = [
        np.asarray(ring.coords)
        for polygon in map(orient, getattr(area, "geoms", [area]))
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return Path.make_compound_path(*map(Path, rings))
