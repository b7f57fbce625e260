"""One sober look of all charts: told apart by hatch, shape and line as well as by colour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from desktop.wording import listed
from models.catalogue import Catalogue, Language

FORMATS = ("png", "svg", "pdf")
INK = "#1f2a33"
MUTED = "#5b646c"
GRID = "#d5d9de"
BLUE = "#4a7ba6"  # holds, or a figure
ORANGE = "#d9822b"  # misses
PALE = "#c9d3dc"  # on the way, or a baseline
DPI = 200  # of a picture in a file
SIDE = 0.2  # inches between the edge of a figure and what is written
TEXT = 8.5  # points, of all but titles
_TITLE, _REASON = 12.0, 10.0  # points
_LINE = 1.45 * TEXT / 72  # inches from line to line
_LATIN = 0.6  # ems that a Latin letter takes at most, nearly always
_MOST_NAMED = 8


@dataclass(frozen=True)
class BarLook:
    fill: str
    hatch: str
    edge: str = "white"  # the hatch has its colour


HOLDS = BarLook(BLUE, "")
MISSES = BarLook(ORANGE, "////")
UNDERWAY = BarLook(PALE, "....")


def patch(look: BarLook, text: str) -> Patch:
    """For the legend: how a bar looks."""
    return Patch(facecolor=look.fill, hatch=look.hatch, edgecolor=look.edge, label=text)


@dataclass(frozen=True)
class Sign:
    """A dot of one shape, filled, with a thin edge; `size` in points."""

    shape: str
    fill: str
    size: float = 6.5

    def put(self, axes: Axes, x: float, y: float) -> None:
        axes.add_line(self._line([x], [y], ""))

    def handle(self, text: str) -> Line2D:
        """For the legend."""
        return self._line([], [], text)

    def _line(self, x: list[float], y: list[float], label: str) -> Line2D:
        return Line2D(
            x, y, linestyle="", marker=self.shape, color=self.fill, markersize=self.size,
            markeredgecolor=INK, markeredgewidth=0.8, label=label, zorder=3,
        )  # fmt: skip


HOLLOW = Sign("o", "white", 6)  # a baseline, or people
LIMIT_DASHES = (0, (4, 2))


@dataclass(frozen=True)
class Mark:
    """A part of a chart, by its edges in the figures of the axes, and what to say of it."""

    axes: Axes
    left: float
    right: float
    low: float
    high: float
    text: str


@dataclass(frozen=True)
class Pen:
    """What a chart is written with: the words, the font, and the head and sources of this one."""

    catalogue: Catalogue
    language: Language
    font: FontProperties
    title: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Room:
    """What head and notes leave of a figure, in inches from its lower left corner."""

    bottom: float
    top: float
    width: float


def clean(figure: Figure) -> Axes:
    """Empty axes without a frame but the line that figures stand on."""
    figure.clear()
    figure.set_facecolor("white")
    return _plain(figure.add_subplot())


def _plain(axes: Axes) -> Axes:
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set(color=MUTED, linewidth=0.8)
    axes.tick_params(colors=INK, length=0, labelsize=TEXT)
    axes.set_axisbelow(True)
    return axes


def lay_out(
    figure: Figure,
    pen: Pen,
    body: float,
    explanation: str,
    notes: Sequence[str] = (),
    handles: Sequence[Artist] = (),
) -> Room:
    """Empty the figure and write what stands above and below every chart: its head, what the signs
    mean, notes and sources. It becomes higher where `body` inches would not find room between.
    """
    figure.clear()
    figure.set_facecolor("white")
    width = figure.get_figwidth()
    above = _lines([explanation], width)
    below = _lines([*notes, *pen.sources], width)
    head = 0.42 + len(above) * _LINE + (0.3 if handles else 0.1)
    foot = 0.15 + len(below) * _LINE
    height = max(figure.get_figheight(), head + body + foot)
    figure.set_size_inches(width, height, forward=False)
    left = SIDE / width
    for y, text, size, colour in (
        (0.12, pen.title, _TITLE, INK),
        (0.42, "\n".join(above), TEXT, MUTED),
    ):
        figure.text(left, 1 - y / height, text, va="top", fontsize=size, color=colour)
    figure.text(left, 0.08 / height, "\n".join(below), va="bottom", fontsize=TEXT, color=MUTED)
    if handles:
        figure.legend(
            handles=handles, loc="upper left", ncols=len(handles), frameon=False, fontsize=TEXT,
            labelcolor=INK, borderaxespad=0, borderpad=0, columnspacing=1.6,
            bbox_to_anchor=(left, 1 - (0.44 + len(above) * _LINE) / height),
        )  # fmt: skip
    return Room(foot, height - head, width)


def axes_in(figure: Figure, left: float, bottom: float, right: float, top: float) -> Axes:
    """Plain axes by their edges in inches from the lower left corner of the figure."""
    width, height = figure.get_size_inches()
    sides = (left / width, bottom / height, (right - left) / width, (top - bottom) / height)
    return _plain(figure.add_axes(sides))


def write_beside(axes: Axes, place: float, text: str) -> None:
    """Write the figures of a row at its right end, outside the axes."""
    axes.annotate(
        text, (1, place), xytext=(8, 0), xycoords=axes.get_yaxis_transform(), va="center",
        textcoords="offset points", fontsize=TEXT, color=INK,
    )  # fmt: skip


def named(names: Sequence[str]) -> str:
    """The first names of many, and that there are more."""
    text = listed(names[:_MOST_NAMED])
    return text + "…" if len(names) > _MOST_NAMED else text


def shortened(name: str, most: int) -> str:
    """A name that fits beside its bar; Latin letters take half the room of Chinese ones."""
    used = 0.0
    for at, letter in enumerate(name):
        used += 0.5 if letter.isascii() else 1
        if used > most:
            return name[:at] + "…"
    return name


def _lines(texts: Sequence[str], width: float, points: float = TEXT) -> list[str]:
    """The texts in lines that fit a figure of `width` inches: broken between Chinese letters and
    Latin words, which matplotlib cannot do for Chinese."""
    room = (width - 2 * SIDE) * 72 / points  # ems
    lines = []
    for text in texts:
        line, used = "", 0.0
        for part in re.findall(r"[!-~]+ ?|.", text):
            wide = sum(_LATIN if letter.isascii() else 1 for letter in part)
            if line and used + wide > room:
                lines.append(line.rstrip())
                line, used = "", 0.0
            line, used = line + part, used + wide
        lines.append(line)
    return [line for line in lines if line]


def write(figure: Figure, font: FontProperties) -> None:
    """Set every text of the figure in the shipped Chinese font, keeping its size and colour."""
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        size = text.get_fontsize()
        text.set_fontproperties(font)
        text.set_fontsize(size)
        text.set_parse_math(False)


def say_empty(figure: Figure, font: FontProperties, reason: str) -> None:
    """A chart with nothing to show says why."""
    figure.clear()
    figure.set_facecolor("white")
    text = "\n".join(_lines([reason], figure.get_figwidth(), _REASON))
    figure.text(
        0.5, 0.5, text, ha="center", va="center", color=MUTED, fontproperties=font,
        fontsize=_REASON, linespacing=1.5, parse_math=False,
    )  # fmt: skip


def picture(figure: Figure, file_format: Literal["png", "svg", "pdf"]) -> bytes:
    """The figure as the bytes of a file; SVG and PDF keep their text as text. No date is in it."""
    buffer = BytesIO()
    metadata = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}[file_format]
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "weigui", "pdf.fonttype": 42}):
        figure.savefig(buffer, format=file_format, dpi=DPI, metadata=metadata)
    return buffer.getvalue()
