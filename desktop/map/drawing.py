"""Draws the coverage map with matplotlib; knows no window, so that a picture needs none."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from desktop.map.furniture import Furniture
from desktop.map.ground import GroundDrawing
from desktop.map.labels import Box
from desktop.map.legend import HIDDEN_AT_FIRST, NAMES
from desktop.map.map_data import MapData, MapFacility, MapPoint
from desktop.map.names import Names
from desktop.map.symbols import Extent, Hit, Symbols
from models.catalogue import Catalogue, Language

FORMATS = ("png", "svg", "pdf")
DPI = 200  # of a saved PNG
PAGES = {  # width and height in inches: ISO 216, 297 × 210 mm and so on
    "A4": (11.69, 8.27),
    "A4-portrait": (8.27, 11.69),
    "A3": (16.54, 11.69),
    "A3-portrait": (11.69, 16.54),
}

MARGIN = 0.1
LEAST_SPAN_KM = 4.0
NEAREST, FARTHEST = 0.0005, 2.0  # km per pixel


class View(NamedTuple):
    """The middle of what is shown, in km of the map, and its scale."""

    x: float
    y: float
    km_per_pixel: float


class MapDrawing:
    """A drawn map: `arrange` after the view or the size of the figure has changed.

    What is `hidden` (ids of `desktop.map.legend`) is neither drawn nor found.
    """

    def __init__(
        self,
        figure: Figure,
        data: MapData,
        catalogue: Catalogue,
        language: Language,
        font: FontProperties,
        hidden: frozenset[str] = HIDDEN_AT_FIRST,
        printed: bool = False,
    ) -> None:
        self.figure, self.data = figure, data
        figure.clear()
        figure.set_facecolor("white")
        self.axes: Axes = figure.add_axes((0, 0, 1, 1))
        self.axes.set(xticks=[], yticks=[])
        self.axes.spines[:].set(color="#9aa3ab", linewidth=0.8)
        self._furniture = Furniture(
            figure, self.axes, data, hidden, catalogue, language, font, printed
        )
        self.axes.set_autoscale_on(False)  # the view is ours: km are as long both ways
        self.view: View | None = None  # None shows everything; may be set, to keep it
        self._extent = _extent(data)
        self._ground = GroundDrawing(self.axes, data, hidden)
        self._symbols = Symbols(self.axes, data, hidden)
        self._names = None if NAMES in hidden else Names(self.axes, self._symbols, font)

    def home(self) -> None:
        """Show every symbol and circle."""
        self.view = None

    def zoom(self, factor: float, x: float | None = None, y: float | None = None) -> None:
        """Come `factor` times nearer; the place under the pixel (else the middle) stays there."""
        box = self.axes.get_window_extent()
        x, y = (box.x0 + box.x1) / 2 if x is None else x, (box.y0 + box.y1) / 2 if y is None else y
        view = self.fitted()
        fixed_x, fixed_y = self.km(x, y)
        span = min(max(view.km_per_pixel / factor, NEAREST), FARTHEST)
        share = span / view.km_per_pixel
        self.view = View(
            fixed_x + (view.x - fixed_x) * share, fixed_y + (view.y - fixed_y) * share, span
        )
        self._show_view()

    def zoom_to(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Show the rectangle between two pixels, as large as it can be."""
        west, south = self.km(min(x0, x1), min(y0, y1))
        east, north = self.km(max(x0, x1), max(y0, y1))
        box = self.axes.get_window_extent()
        span = max((east - west) / box.width, (north - south) / box.height)
        span = min(max(span, NEAREST), FARTHEST)
        self.view = View((west + east) / 2, (south + north) / 2, span)
        self._show_view()

    def centre(self, x: float, y: float) -> None:
        """Move the view to (x, y) km if that is not in it."""
        view, box = self.fitted(), self.axes.get_window_extent()
        half_width, half_height = (view.km_per_pixel * side / 2 for side in (box.width, box.height))
        if abs(x - view.x) > half_width or abs(y - view.y) > half_height:
            self.view = View(x, y, view.km_per_pixel)
            self._show_view()

    def pan(self, dx: float, dy: float) -> None:
        """Move the map by pixels, to the right and upwards."""
        view = self.fitted()
        self.view = View(
            view.x - dx * view.km_per_pixel, view.y - dy * view.km_per_pixel, view.km_per_pixel
        )
        self._show_view()

    def fitted(self) -> View:
        """The view, or the one that shows everything at the figure's present size."""
        if self.view is not None:
            return self.view
        box = self.axes.get_window_extent()
        west, south, east, north = self._extent
        return View(
            (west + east) / 2,
            (south + north) / 2,
            max((east - west) / box.width, (north - south) / box.height) * (1 + MARGIN),
        )

    def km(self, x: float, y: float) -> tuple[float, float]:
        """The place under a pixel of the figure (from below left), in km of the map."""
        east, north = self.axes.transData.inverted().transform((x, y))
        return float(east), float(north)

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """The pixel of the figure (from below left) of a place in km."""
        right, up = self.axes.transData.transform((x, y))
        return float(right), float(up)

    def _show_view(self) -> Extent:
        view, box = self.fitted(), self.axes.get_window_extent()
        half_width, half_height = (view.km_per_pixel * side / 2 for side in (box.width, box.height))
        west, east = view.x - half_width, view.x + half_width
        south, north = view.y - half_height, view.y + half_height
        self.axes.set_xlim(west, east)
        self.axes.set_ylim(south, north)
        return (west, south, east, north)

    def arrange(self) -> None:
        """Fit everything to the view and the figure's size."""
        self._furniture.arrange()
        extent = self._show_view()
        self._furniture.draw_scale()
        self._symbols.fit(extent)
        self._ground.fit(extent, self.fitted().km_per_pixel)
        if self._names:
            self._names.fit()

    def radius_of(self, shown: MapFacility | MapPoint) -> float:
        """Half the width of a symbol, in pixels of the figure."""
        return self._symbols.radius_of(shown) * self.figure.dpi / 72

    @property
    def scale_box(self) -> Box:
        """Where the scale bar stands, in pixels of the figure from below left."""
        left, bottom, right, top = self._furniture.scale_box
        pixels = self.figure.dpi / 72
        return (left * pixels, bottom * pixels, right * pixels, top * pixels)

    def hit(self, x: float, y: float) -> Hit:
        """The facility and the population point under a pixel of the figure (from below left)."""
        return self._symbols.hit(x, y)


def map_picture(
    data: MapData,
    catalogue: Catalogue,
    language: Language,
    font: FontProperties,
    file_format: str,
    page: str = "A4",
    hidden: frozenset[str] = HIDDEN_AT_FIRST,
) -> bytes:
    """A picture of the whole map with title and legend, in one of FORMATS, as large as one of
    PAGES; the same bytes for the same map.
    """
    figure = Figure(figsize=PAGES[page], dpi=DPI)
    MapDrawing(figure, data, catalogue, language, font, hidden, printed=True).arrange()
    buffer = BytesIO()
    dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}
    # Text stays text, which can be found and edited; without a salt ids in SVG are random.
    with mpl.rc_context({"svg.hashsalt": "weigui", "svg.fonttype": "none"}):
        figure.savefig(buffer, format=file_format, metadata=dates[file_format])
    return buffer.getvalue()


def _extent(data: MapData) -> Extent:
    """West, south, east and north of everything drawn, at least LEAST_SPAN_KM across."""
    boxes = [(x, y, x, y) for x, y in data.places()] + [a.area.bounds for a in data.areas]
    boxes += [b.area.bounds for b in data.ground.boundaries]
    west, south, east, north = zip(*(boxes or [(0.0, 0.0, 0.0, 0.0)]), strict=True)
    x, y = (min(west) + max(east)) / 2, (min(south) + max(north)) / 2
    half_x = max(max(east) - x, LEAST_SPAN_KM / 2)
    half_y = max(max(north) - y, LEAST_SPAN_KM / 2)
    return (x - half_x, y - half_y, x + half_x, y + half_y)
