"""One sober look of all charts: told apart by hatch, shape and line as well as by colour."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

FORMATS = ("png", "svg", "pdf")
INK = "#1f2a33"
MUTED = "#5b646c"
GRID = "#d5d9de"
BLUE = "#4a7ba6"  # holds, or a figure
ORANGE = "#d9822b"  # misses
PALE = "#c9d3dc"  # on the way, or a baseline
DPI = 200  # of a picture in a file


@dataclass(frozen=True)
class BarLook:
    fill: str
    hatch: str


HOLDS = BarLook(BLUE, "")
MISSES = BarLook(ORANGE, "////")
UNDERWAY = BarLook(PALE, "....")


def clean(figure: Figure) -> Axes:
    """Empty axes without a frame but the line that figures stand on."""
    figure.clear()
    figure.set_facecolor("white")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set(color=MUTED, linewidth=0.8)
    axes.tick_params(colors=INK, length=0, labelsize=8.5)
    axes.set_axisbelow(True)
    return axes


def write(axes: Axes, font: FontProperties) -> None:
    """Set every text of the axes in the shipped Chinese font, keeping its size and colour."""
    for text in axes.figure.findobj(Text):
        assert isinstance(text, Text)
        size = text.get_fontsize()
        text.set_fontproperties(font)
        text.set_fontsize(size)
        text.set_parse_math(False)


def say_empty(figure: Figure, font: FontProperties, reason: str) -> None:
    """A chart with nothing to show says why."""
    figure.clear()
    figure.set_facecolor("white")
    figure.text(
        0.5, 0.5, reason, ha="center", va="center", color=MUTED, fontsize=10, fontproperties=font,
        wrap=True, parse_math=False,
    )  # fmt: skip


def picture(figure: Figure, file_format: Literal["png", "svg", "pdf"]) -> bytes:
    """The figure as the bytes of a file; SVG and PDF keep their text as text. No date is in it."""
    buffer = BytesIO()
    metadata = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}[file_format]
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "weigui", "pdf.fonttype": 42}):
        figure.savefig(buffer, format=file_format, dpi=DPI, metadata=metadata)
    return buffer.getvalue()
