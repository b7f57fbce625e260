"""What stands around the map: title, legend, scale bar, north arrow, and notes on its sources.

All of it stands outside the map itself, which so can be moved without it.
"""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from desktop.map.labels import Box, text_width, wrap
from desktop.map.legend import NAMES, Entry, entries
from desktop.map.looks import INK, MUTED
from desktop.map.map_data import MapData
from desktop.map.wording import map_title, method_lines
from models.catalogue import Catalogue, Language

EDGE = 6.0  # all lengths here in points (1/72 inch)
TITLE_SIZE, LEGEND_SIZE, NOTE_SIZE = 15.0, 8.0, 6.8
LEGEND_ROW, NOTE_ROW = 15.0, 10.0
HANDLE = 34.0  # a legend symbol with the space about it
BAR_SPACE = 150.0  # at the right of the notes, for scale bar and north arrow
BAR_HEIGHT = 30.0


class Furniture:
    """Drawn anew by each `arrange`, since all of it depends on the figure's size and the view.

    `printed` adds title and legend, which a window shows otherwise.
    """

    def __init__(
        self,
        figure: Figure,
        axes: Axes,
        data: MapData,
        hidden: frozenset[str],
        catalogue: Catalogue,
        language: Language,
        font: FontProperties,
        printed: bool,
    ) -> None:
        self._figure, self._axes, self._data, self._font = figure, axes, data, font
        self._catalogue, self._language, self._printed = catalogue, language, printed
        self._entries: list[Entry] = []
        if printed:
            shown = entries(data, catalogue, language)
            self._entries = [e for e in shown if e.id not in hidden and e.id != NAMES]
        self._artists: list[Artist] = []

    def arrange(self) -> None:
        """Place the axes and draw everything around them but the scale bar."""
        for artist in self._artists:
            artist.remove()
        self._artists = []
        width, height = self._points()
        room = width - 4 * EDGE - BAR_SPACE
        note_lines = [line for note in self._notes() for line in wrap(note, NOTE_SIZE, room)]
        widest = max((text_width(e.text, LEGEND_SIZE) for e in self._entries), default=0.0)
        columns = max(1, int((width - 2 * EDGE) // (widest + HANDLE)))
        rows = -(-len(self._entries) // columns)
        notes = max(len(note_lines) * NOTE_ROW, BAR_HEIGHT)
        below = 2 * EDGE + rows * LEGEND_ROW + notes
        above = 2 * TITLE_SIZE if self._printed else 1.0
        side = EDGE if self._printed else 1.0
        self._axes.set_position(
            (
                side / width,
                below / height,
                1 - 2 * side / width,
                max(0.1, 1 - (below + above) / height),
            )
        )
        if self._printed:
            self._write(
                0.5, 1 - TITLE_SIZE / height, self._title(), TITLE_SIZE, INK, "center", "center"
            )
        if self._entries:
            self._draw_legend(columns, (below - 0.5 * EDGE) / height)
        top = (EDGE + notes) / height
        self._write(EDGE / width, top, "\n".join(note_lines), NOTE_SIZE, MUTED, va="top")
        self._draw_north_arrow()

    @property
    def scale_box(self) -> Box:
        """Where the scale bar stands, in points from below left."""
        right = self._points()[0] - EDGE - 30
        return (right - BAR_SPACE + 30, 0, right, EDGE + BAR_HEIGHT)

    def draw_scale(self) -> None:
        """Add the scale bar, once the axes show what they are to show."""
        width, height = self._points()
        left, right = self._axes.get_xlim()
        km_per_point = (right - left) / (self._axes.get_position().width * width)
        length = round_length((BAR_SPACE - 50) * km_per_point)
        long = length / km_per_point
        end, foot = width - EDGE - 40, EDGE + 4
        bar = Line2D(
            [(end - long) / width] * 2 + [end / width] * 2,
            [(foot + 4) / height, foot / height, foot / height, (foot + 4) / height],
            transform=self._figure.transFigure,
            color=INK,
            linewidth=1.2,
        )
        self._artists.append(self._figure.add_artist(bar))
        text = f"{length:g} {self._word('kilometres')}"
        self._write((end - long / 2) / width, (foot + 6) / height, text, 7.5, INK, "center")

    def _points(self) -> tuple[float, float]:
        """Width and height of the figure."""
        width, height = self._figure.get_size_inches()
        return 72 * float(width), 72 * float(height)

    def _word(self, word_id: str, **fields: object) -> str:
        return self._catalogue.word("map", word_id, self._language).format(**fields)

    def _title(self) -> str:
        return map_title(self._data, self._catalogue, self._language)

    def _notes(self) -> list[str]:
        data = self._data
        notes = [self._word("note-zone", meridian=data.meridian)]
        notes += method_lines(data.shown, self._catalogue, self._language)
        if data.on_trial:
            notes.append(self._word("note-trial", count=data.on_trial))
        if data.unplaced_sites or data.unplaced_points:
            notes.append(
                self._word("note-unplaced", sites=data.unplaced_sites, points=data.unplaced_points)
            )
        if data.approximate:
            notes.append(self._word("note-approximate", count=data.approximate))
        if data.geonames:
            notes.append(self._word("note-geonames"))
        if data.ground.sources:
            notes.append(self._word("note-sources", sources="；".join(data.ground.sources)))
        return notes

    def _draw_legend(self, columns: int, top: float) -> None:
        font = self._font.copy()
        font.set_size(LEGEND_SIZE)
        legend = self._figure.legend(
            handles=[e.handle for e in self._entries],
            labels=[e.text for e in self._entries],
            loc="upper left",
            bbox_to_anchor=(0, top),
            ncols=columns,
            prop=font,
            frameon=False,
            labelcolor=INK,
            borderpad=0.2,
            labelspacing=0.55,
            columnspacing=1.4,
        )
        for text in legend.get_texts():
            text.set_parse_math(False)
        self._artists.append(legend)

    def _draw_north_arrow(self) -> None:
        width, height = self._points()
        x, foot = (width - EDGE - 14) / width, EDGE
        arrow = FancyArrowPatch(
            (x, foot / height),
            (x, (foot + 18) / height),
            transform=self._figure.transFigure,
            arrowstyle="-|>",
            mutation_scale=10,
            shrinkA=0,
            shrinkB=0,
            color=INK,
            linewidth=1.2,
        )
        self._artists.append(self._figure.add_artist(arrow))
        self._write(x, (foot + 19) / height, self._word("north"), 8, INK, "center")

    def _write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        ha: str = "left",
        va: str = "bottom",
    ) -> None:
        """Text at a share of the figure."""
        written = self._figure.text(
            x,
            y,
            text,
            fontproperties=self._font,
            fontsize=size,
            color=colour,
            ha=ha,
            va=va,
            linespacing=1.3,
            parse_math=False,
        )
        self._artists.append(written)


def round_length(most: float) -> float:
    """The longest of 1, 2, 5 × 10ⁿ that is not above `most`."""
    for exponent in range(6, -7, -1):
        for digit in (5, 2, 1):
            if digit * 10.0**exponent <= most:
                return digit * 10.0**exponent
    return most
