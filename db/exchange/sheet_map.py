"""The small map of a target sheet as SVG, for Typst to set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.sheet_service import SheetMap

WIDTH, HEIGHT = 760, 560  # tenths of a millimetre
_SCALES_KM = (0.2, 0.5, 1, 2, 5, 10, 20, 50)
_FONT = "Noto Sans SC"
_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH / 10}mm" height="{HEIGHT / 10}mm" '
    f'viewBox="0 0 {WIDTH} {HEIGHT}">'
    f'<clipPath id="f"><rect width="{WIDTH}" height="{HEIGHT}"/></clipPath><g clip-path="url(#f)">'
)


def sheet_map_svg(shown: SheetMap, name: str) -> str:
    """The map, north up: townships' outlines, the service area, points and sites, a scale bar.

    Who is served is a full dot, others a hollow one; the facility is a black square with its name.
    """
    frame = _Frame(shown)
    parts = chain(
        [
            _HEAD,
            frame.areas([shown.area], "fill='#e4e4e4' stroke='#555' stroke-width='3'"),
            frame.areas(shown.townships, "fill='none' stroke='#999' stroke-width='2'"),
            "</g>",
        ],
        frame.dots(shown.others, 6, "fill='#fff' stroke='#777' stroke-width='2'"),
        frame.dots(shown.served, 7, "fill='#444'"),
        frame.squares(shown.sites, 14, "fill='#fff' stroke='#000' stroke-width='3'"),
        frame.squares([shown.here], 22, "fill='#000'"),
        [frame.label(shown.here, name), frame.scale_bar(), "</svg>"],
    )
    return "".join(parts)


class _Frame:
    """Zone metres to tenths of a millimetre on the sheet, y downwards."""

    def __init__(self, shown: SheetMap) -> None:
        left, low, right, top = shown.frame
        self.per_metre = min(WIDTH / (right - left), HEIGHT / (top - low))
        self.middle = np.asarray([(left + right) / 2, (low + top) / 2])

    def paper(self, metres: Iterable[tuple[float, float]]) -> NDArray[np.float64]:
        rows: NDArray[np.float64] = np.asarray(list(metres), float).reshape(-1, 2)
        away: NDArray[np.float64] = (rows - self.middle) * self.per_metre * (1, -1)
        return away + np.asarray([WIDTH / 2, HEIGHT / 2])

    def areas(self, areas: Iterable[BaseGeometry], looks: str) -> str:
        """Outlines, without the corners that are finer than the paper shows."""
        finest = 2 / self.per_metre
        rings = [
            np.asarray(ring.coords)
            for area in areas
            for ring in shapely.get_rings(shapely.simplify(area, finest)).tolist()
        ]
        path = "".join(
            "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in self.paper(ring[:, :2])) + "Z"
            for ring in rings
        )
        return f"<path d='{path}' {looks}/>"

    def dots(self, places: Iterable[tuple[float, float]], radius: int, looks: str) -> Iterator[str]:
        for x, y in self.paper(places):
            yield f"<circle cx='{x:.0f}' cy='{y:.0f}' r='{radius}' {looks}/>"

    def squares(
        self, places: Iterable[tuple[float, float]], side: int, looks: str
    ) -> Iterator[str]:
        for x, y in self.paper(places):
            corner = f"x='{x - side / 2:.0f}' y='{y - side / 2:.0f}'"
            yield f"<rect {corner} width='{side}' height='{side}' {looks}/>"

    def label(self, place: tuple[float, float], name: str) -> str:
        """The name above the square, in white and then in black, so that lines do not cross it."""
        ((x, y),) = self.paper([place])
        half = 13 * len(name)
        x, y = min(max(x, half + 4), WIDTH - half - 4), max(y - 20, 28)
        text = f"x='{x:.0f}' y='{y:.0f}' text-anchor='middle' font-family='{_FONT}' font-size='26'"
        white = "fill='#fff' stroke='#fff' stroke-width='6'"
        return f"<text {text} {white}>{escape(name)}</text><text {text}>{escape(name)}</text>"

    def scale_bar(self) -> str:
        """The longest round distance that takes no more than a third of the width."""
        fitting = [km for km in _SCALES_KM if km * 1000 * self.per_metre <= WIDTH / 3]
        km = fitting[-1] if fitting else _SCALES_KM[0]
        length = km * 1000 * self.per_metre
        left, y = 20, HEIGHT - 20
        bar = f"M{left} {y - 10}V{y}H{left + length:.0f}V{y - 10}"
        return (
            f"<path d='{bar}' fill='none' stroke='#000' stroke-width='3'/>"
            f"<text x='{left + length + 10:.0f}' y='{y}' font-family='{_FONT}' font-size='24'>"
            f"{km:g} km</text>"
        )
