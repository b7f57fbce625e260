"""The small map of a target sheet: outlines and dots as SVG, words for Typst to set over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.sheet_service import SheetMap

WIDTH, HEIGHT = 760, 560  # tenths of a millimetre
_SCALES_KM = (0.2, 0.5, 1, 2, 5, 10, 20, 50)
_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH / 10}mm" height="{HEIGHT / 10}mm" '
    f'viewBox="0 0 {WIDTH} {HEIGHT}">'
    f'<clipPath id="f"><rect width="{WIDTH}" height="{HEIGHT}"/></clipPath><g clip-path="url(#f)">'
)


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """`svg` holds no text; the facility's name belongs above `here` and `scale` right of
    `scale_end`, both (x, y) in millimetres from the upper left corner.
    """

    svg: str
    here: tuple[float, float]
    scale: str
    scale_end: tuple[float, float]


def draw_sheet_map(shown: SheetMap) -> DrawnMap:
    """The map, north up: townships' outlines, the service area, points and sites, a scale bar.

    Who is served is a full dot, others a hollow one; the facility is a black square.
    """
    frame = _Frame(shown)
    kilometres = frame.scale_km()
    end = 20 + kilometres * 1000 * frame.per_metre
    bar = f"M20 {HEIGHT - 30}V{HEIGHT - 20}H{end:.0f}V{HEIGHT - 30}"
    parts = (
        _HEAD,
        frame.areas([shown.area], "fill='#e4e4e4' stroke='#555' stroke-width='3'"),
        frame.areas(shown.townships, "fill='none' stroke='#999' stroke-width='2'"),
        "</g>",
        frame.dots(shown.others, 6, "fill='#fff' stroke='#777' stroke-width='2'"),
        frame.dots(shown.served, 7, "fill='#444'"),
        frame.squares(shown.sites, 14, "fill='#fff' stroke='#000' stroke-width='3'"),
        frame.squares([shown.here], 22, "fill='#000'"),
        f"<path d='{bar}' fill='none' stroke='#000' stroke-width='3'/></svg>",
    )
    ((x, y),) = frame.paper([shown.here]).tolist()
    return DrawnMap("".join(parts), (x / 10, y / 10), f"{kilometres:g} km", (end / 10, HEIGHT / 10))


class _Frame:
    """Zone metres to tenths of a millimetre on the sheet, y downwards.

    All marks of a sort are one path: Typst takes a map of a hundred elements ten times as long.
    """

    def __init__(self, shown: SheetMap) -> None:
        left, low, right, top = shown.frame
        self.per_metre = min(WIDTH / (right - left), HEIGHT / (top - low))
        self.middle = np.asarray([(left + right) / 2, (low + top) / 2])

    def paper(self, metres: Iterable[tuple[float, float]]) -> NDArray[np.float64]:
        rows: NDArray[np.float64] = np.asarray(list(metres), float).reshape(-1, 2)
        away: NDArray[np.float64] = (rows - self.middle) * self.per_metre * (1, -1)
        placed: NDArray[np.float64] = away + np.asarray([WIDTH / 2, HEIGHT / 2])
        return placed

    def areas(self, areas: Iterable[BaseGeometry], looks: str) -> str:
        """Outlines, without the corners that are finer than the paper shows."""
        finest = 2 / self.per_metre
        rings = [
            np.asarray(ring.coords)
            for area in areas
            for ring in shapely.get_rings(shapely.simplify(area, finest)).tolist()
        ]
        return _path(
            (
                "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in self.paper(ring[:, :2])) + "Z"
                for ring in rings
            ),
            looks,
        )

    def dots(self, places: Iterable[tuple[float, float]], radius: int, looks: str) -> str:
        """Circles, each of two half turns."""
        turn = f"a{radius} {radius} 0 1 0"
        return _path(
            (
                f"M{x - radius:.0f} {y:.0f}{turn} {2 * radius} 0{turn} {-2 * radius} 0Z"
                for x, y in self.paper(places)
            ),
            looks,
        )

    def squares(self, places: Iterable[tuple[float, float]], side: int, looks: str) -> str:
        return _path(
            (
                f"M{x - side / 2:.0f} {y - side / 2:.0f}h{side}v{side}h{-side}Z"
                for x, y in self.paper(places)
            ),
            looks,
        )

    def scale_km(self) -> float:
        """The longest round distance that takes no more than a third of the width."""
        fitting = [km for km in _SCALES_KM if km * 1000 * self.per_metre <= WIDTH / 3]
        return fitting[-1] if fitting else _SCALES_KM[0]


def _path(pieces: Iterable[str], looks: str) -> str:
    return f"<path d='{drawn}' {looks}/>" if (drawn := "".join(pieces)) else ""
