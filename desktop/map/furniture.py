"""What stands around the map: title, legend, scale bar, north arrow, and notes on its sources."""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from desktop.map.labels import Box, text_width, wrap
from desktop.map.looks import (
    AREA_LOOKS,
    CLASS_MARKERS,
    CLOSING,
    CLOSING_MARKER,
    FACILITY,
    INK,
    MUTED,
    POINT_LOOKS,
    SHAPE_ONLY,
)
from desktop.map.map_data import MapData
from models.catalogue import Catalogue, Language
from models.facility import FacilityStatus
from models.figures import format_limit

EDGE = 6.0  # all lengths here in points (1/72 inch)
TITLE_SIZE, LEGEND_SIZE, NOTE_SIZE = 15.0, 8.0, 6.8
LEGEND_ROW, NOTE_ROW = 15.0, 9.6
HANDLE = 34.0  # a legend symbol with the space about it
BAR_SHARE = 0.22  # the scale bar takes at most this share of the width


class Furniture:
    """Drawn anew by each `arrange`, since all of it depends on the figure's size and the view."""

    def __init__(
        self,
        figure: Figure,
        axes: Axes,
        data: MapData,
        catalogue: Catalogue,
        language: Language,
        font: FontProperties,
        titled: bool,
    ) -> None:
        self._figure, self._axes, self._data, self._font = figure, axes, data, font
        self._catalogue, self._language, self._titled = catalogue, language, titled
        self._artists: list[Artist] = []

    def arrange(self) -> None:
        """Place the axes and draw everything around them."""
        for artist in self._artists:
            artist.remove()
        self._artists = []
        width, height = (72 * inches for inches in self._figure.get_size_inches())
        note_lines = [
            line for note in self._notes() for line in wrap(note, NOTE_SIZE, width - 4 * EDGE)
        ]
        handles = self._handles()
        widest = max((text_width(str(h.get_label()), LEGEND_SIZE) for h in handles), default=0.0)
        columns = max(1, int((width - 2 * EDGE) // (widest + HANDLE)))
        rows = -(-len(handles) // columns)
        below = 2 * EDGE + rows * LEGEND_ROW + len(note_lines) * NOTE_ROW
        above = 2 * TITLE_SIZE if self._titled else EDGE
        self._axes.set_position(
            (
                EDGE / width,
                below / height,
                1 - 2 * EDGE / width,
                max(0.1, 1 - (below + above) / height),
            )
        )
        if self._titled:
            self._write_title(1 - TITLE_SIZE / height)
        if handles:
            self._draw_legend(handles, columns, (below - 0.5 * EDGE) / height)
        self._write(
            2 * EDGE / width, EDGE / height, "\n".join(note_lines), NOTE_SIZE, MUTED, va="bottom"
        )
        self._draw_north_arrow()

    def corner_boxes(self, frame: Box) -> list[Box]:
        """Where scale bar and north arrow stand, for a map frame in points."""
        left, bottom, right, top = frame
        bar = (left, bottom, left + BAR_SHARE * (right - left) + 40, bottom + 30)
        return [bar, (right - 34, top - 46, right, top)]

    def _word(self, word_id: str, **fields: object) -> str:
        return self._catalogue.word("map", word_id, self._language).format(**fields)

    def _notes(self) -> list[str]:
        data = self._data
        notes = [self._word("note-measure", meridian=data.meridian)]
        if data.unplaced_sites or data.unplaced_points:
            notes.append(
                self._word("note-unplaced", sites=data.unplaced_sites, points=data.unplaced_points)
            )
        if data.approximate:
            notes.append(self._word("note-approximate", count=data.approximate))
        if data.geonames:
            notes.append(self._word("note-geonames"))
        return notes

    def _handles(self) -> list[Artist]:
        """Legend entries of what is on this map, and of nothing else."""
        data = self._data
        handles: list[Artist] = [
            _symbol(look.marker, look.fill, look.edge, self._word(state), look.width, 9)
            for state, look in POINT_LOOKS.items()
            if any(p.state is state for p in data.points)
        ]
        for area in data.areas:
            urban = area.rule.urban
            look = AREA_LOOKS[urban]
            kind = "area-both" if urban is None else "area-urban" if urban else "area-rural"
            text = self._word(kind, limit=format_limit(area.rule.limit / 1000))
            handles.append(Patch(fc=look.fill, ec=look.edge, ls=look.line, lw=0.8, label=text))
        open_facilities = [f for f in data.facilities if not f.to_close]
        for facility_class, marker in CLASS_MARKERS.items():
            if any(f.facility_class is facility_class for f in open_facilities):
                word = self._catalogue.word("facility-class", facility_class, self._language)
                handles.append(_symbol(marker, SHAPE_ONLY, FACILITY, word))
        for site, word_id in ((True, "site"), (False, "no-site")):
            if any(f.site is site for f in open_facilities):
                fill = FACILITY if site else "white"
                handles.append(_symbol("s", fill, FACILITY, self._word(word_id)))
        if len(open_facilities) < len(data.facilities):
            word = self._catalogue.word("facility-status", FacilityStatus.TO_CLOSE, self._language)
            handles.append(_symbol(CLOSING_MARKER, "white", CLOSING, word))
        return handles

    def _write_title(self, y: float) -> None:
        title = self._word("title", county=self._data.county)
        self._write(0.5, y, title, TITLE_SIZE, INK, ha="center", va="center")

    def _draw_legend(self, handles: list[Artist], columns: int, top: float) -> None:
        font = self._font.copy()
        font.set_size(LEGEND_SIZE)
        legend = self._figure.legend(
            handles=handles,
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

    def draw_scale(self) -> None:
        """Add the scale bar, once the axes show what they are to show."""
        left, right = self._axes.get_xlim()
        length = round_length(BAR_SHARE * (right - left))
        share = length / (right - left)
        box = self._axes.get_window_extent()
        x, y = 12 * self._pixel / box.width, 10 * self._pixel / box.height
        tick = 4 * self._pixel / box.height
        bar = Line2D(
            [x, x, x + share, x + share],
            [y + tick, y, y, y + tick],
            transform=self._axes.transAxes,
            color=INK,
            linewidth=1.2,
            zorder=8,
        )
        self._artists.append(self._axes.add_line(bar))
        text = f"{length:g} {self._word('kilometres')}"
        self._write(x + share / 2, y + 1.4 * tick, text, 7.5, INK, ha="center", inside=True)

    def _draw_north_arrow(self) -> None:
        box = self._axes.get_window_extent()
        x = 1 - 18 * self._pixel / box.width
        tip, foot = (1 - d * self._pixel / box.height for d in (10, 30))
        arrow = self._axes.annotate(
            "",
            (x, tip),
            (x, foot),
            xycoords="axes fraction",
            arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.2},
            zorder=8,
        )
        self._artists.append(arrow)
        self._write(x, foot, self._word("north"), 8, INK, ha="center", va="top", inside=True)

    @property
    def _pixel(self) -> float:
        """Pixels per point."""
        return self._figure.dpi / 72

    def _write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        ha: str = "left",
        va: str = "bottom",
        inside: bool = False,
    ) -> None:
        """Text at a share of the figure, or (`inside`) of the axes."""
        owner = self._axes if inside else self._figure
        written = owner.text(
            x,
            y,
            text,
            transform=owner.transAxes if isinstance(owner, Axes) else owner.transFigure,
            fontproperties=self._font,
            fontsize=size,
            color=colour,
            ha=ha,
            va=va,
            parse_math=False,
            zorder=8,
        )
        self._artists.append(written)


def round_length(most: float) -> float:
    """The longest of 1, 2, 5 × 10ⁿ that is not above `most`."""
    for exponent in range(6, -7, -1):
        for digit in (5, 2, 1):
            if digit * 10.0**exponent <= most:
                return digit * 10.0**exponent
    return most


def _symbol(
    marker: str, fill: str, edge: str, label: str, width: float = 0.9, size: float = 6.5
) -> Line2D:
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=marker,
        markersize=size,
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=width,
        label=label,
    )
