"""The names on the map: of points and facilities, as many as have room."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.text import Annotation
from numpy.typing import NDArray

from desktop.map.labels import Label, place_labels
from desktop.map.looks import FACILITY, INK
from desktop.map.map_data import MapFacility, MapPoint, PointState
from desktop.map.symbols import Symbols

POINT_TYPE, FACILITY_TYPE = 7.5, 6.5  # sizes of type, in points
MOST_TRIED = 400  # names for which a place is sought: a crowded map stays quick


class Names:
    """`fit` after the view, the symbols' sizes or the figure's size have changed."""

    def __init__(self, axes: Axes, symbols: Symbols, font: FontProperties) -> None:
        self._axes, self._symbols, self._font = axes, symbols, font
        self._all: list[MapPoint | MapFacility] = [*symbols.points, *symbols.facilities]
        self._order = sorted(range(len(self._all)), key=lambda i: _importance(self._all[i]))
        self._drawn: list[Annotation] = []

    def fit(self) -> None:
        for name in self._drawn:
            name.remove()
        figure = self._axes.get_figure(root=True)
        assert figure is not None
        per_pixel = 72 / figure.dpi
        frame = tuple((np.asarray(self._axes.get_window_extent().extents) * per_pixel).tolist())
        centres = self._axes.transData.transform(self._symbols.places) * per_pixel
        radii = self._symbols.radii
        inside = np.all((centres >= frame[:2]) & (centres <= frame[2:]), axis=1)
        seats = self._seats(radii)
        shown = [i for i in self._order if inside[i]][:MOST_TRIED]
        owners = {}
        for i in shown:
            x, y = centres[i].tolist()
            label = self._label(i, x, y, radii[i], seats)
            owners[id(label)] = (label, self._all[i])
        obstacles = np.hstack((centres - radii[:, None], centres + radii[:, None]))[inside]
        placed = place_labels([label for label, _ in owners.values()], obstacles, frame)
        self._drawn = [self._text(owners[id(p.label)][1], p.label, p.dx, p.dy) for p in placed]

    def _seats(self, radii: NDArray[np.float64]) -> dict[tuple[float, float], float]:
        """The radius of the population point at each place that has one."""
        points = self._symbols.points
        return {_spot(p): r for p, r in zip(points, radii.tolist(), strict=False)}

    def _label(
        self, i: int, x: float, y: float, radius: float, seats: dict[tuple[float, float], float]
    ) -> Label:
        """The name of the i-th symbol at (x, y) points."""
        symbol = self._all[i]
        text = symbol.name + (" ≈" if symbol.approximate else "")
        if isinstance(symbol, MapPoint):
            return Label(text, x, y, radius, POINT_TYPE)
        return Label(text, x, y, max(radius, seats.get(_spot(symbol), 0.0)), FACILITY_TYPE)

    def _text(self, symbol: MapPoint | MapFacility, label: Label, dx: int, dy: int) -> Annotation:
        gap = label.radius + 1.5
        return self._axes.annotate(
            label.text,
            (symbol.x, symbol.y),
            (dx * gap, dy * gap),
            textcoords="offset points",
            ha={1: "left", -1: "right", 0: "center"}[dx],
            va={1: "bottom", -1: "top", 0: "center_baseline"}[dy],
            fontproperties=self._font,
            fontsize=label.size,
            color=INK if label.size == POINT_TYPE else FACILITY,
            zorder=6,
            parse_math=False,
            annotation_clip=False,  # only what is in view is named
            # Not a halo: that would turn the text into outlines, which no PDF search finds.
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.6, "pad": 0.3},
        )


def _importance(symbol: MapPoint | MapFacility) -> tuple[bool, bool, int, str]:
    """Uncovered points, then points by people, then emergency sites, then other facilities."""
    if isinstance(symbol, MapPoint):
        covered = symbol.state is not PointState.UNCOVERED
        return (False, covered, -(symbol.population or 0), symbol.code)
    return (True, not symbol.site, 0, symbol.id)


def _spot(shown: MapFacility | MapPoint) -> tuple[float, float]:
    """Where a symbol stands, to 10 m: facilities often stand on the seat of their township."""
    return (round(shown.x, 2), round(shown.y, 2))
