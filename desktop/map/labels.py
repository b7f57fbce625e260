"""Where names go on the map so that none covers another or a symbol."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


@dataclass(frozen=True, slots=True)
class Label:
    """A name for a symbol; all in points (1/72 inch), x to the right and y upwards.

    (x, y) is the symbol's centre, `radius` half its width, `size` the height of the type.
    """

    text: str
    x: float
    y: float
    radius: float
    size: float

    @property
    def width(self) -> float:
        return text_width(self.text, self.size)

    @property
    def height(self) -> float:
        return 1.2 * self.size

    @property
    def symbol_box(self) -> Box:
        r = self.radius
        return (self.x - r, self.y - r, self.x + r, self.y + r)


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with the side of its symbol that it stands on: dx and dy are -1, 0 or 1."""

    label: Label
    dx: int
    dy: int

    @property
    def box(self) -> Box:
        label = self.label
        gap = label.radius + 1.5
        x = label.x + self.dx * (gap + label.width / 2)
        y = label.y + self.dy * (gap + label.height / 2)
        w, h = label.width / 2, label.height / 2
        return (x - w, y - h, x + w, y + h)


_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1))  # right first, as maps do


@lru_cache(maxsize=8192)
def text_width(text: str, size: float) -> float:
    """The width of a line in points, near enough for a sans face: Chinese one em, Latin 0.58."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return size * (wide + 0.58 * (len(text) - wide))


def wrap(text: str, size: float, width: float) -> list[str]:
    """Lines of at most `width` points, broken between Chinese characters or at spaces."""
    lines, line = [], ""
    for piece in re.findall(r"[\x21-\x7e©—–°≈]+ ?|.", text):
        if line and text_width(line + piece.rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def place_labels(
    labels: Sequence[Label],
    obstacles: Sequence[Box] | NDArray[np.float64],
    frame: Box,
    most: int = 150,
) -> list[Placed]:
    """Labels in order of importance, each on the first free side of its symbol, else left out.

    `obstacles` are what must stay free, the symbols among them; `frame` is where labels must stay.
    At most `most` labels, so that a full map stays quick and legible.
    """
    taken = np.empty((len(obstacles) + most, 4))
    taken[: len(obstacles)] = np.reshape(obstacles, (-1, 4))
    count = len(obstacles)
    placed: list[Placed] = []
    for label in labels:
        for side in _SIDES:
            candidate = Placed(label, *side)
            box = candidate.box
            if _inside(box, frame) and not _overlaps(box, taken[:count]):
                taken[count] = box
                count += 1
                placed.append(candidate)
                break
        if len(placed) == most:
            break
    return placed


def _inside(box: Box, frame: Box) -> bool:
    left, bottom, right, top = box
    return left >= frame[0] and bottom >= frame[1] and right <= frame[2] and top <= frame[3]


def _overlaps(box: Box, taken: NDArray[np.float64]) -> bool:
    left, bottom, right, top = box
    return bool(
        np.any(
            (taken[:, 0] < right)
            & (taken[:, 2] > left)
            & (taken[:, 1] < top)
            & (taken[:, 3] > bottom)
        )
    )
