"""The symbols of facilities and population points: drawn, sized to how many are in view, found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from numpy.typing import NDArray

from desktop.map.legend import ON_TRIAL, SITES
from desktop.map.looks import (
    CLASS_COLOURS,
    CROSS,
    INK,
    POINT_LOOKS,
    SITE,
    STATE_LOOKS,
    TRIAL,
    TYPE_MARKERS,
)
from desktop.map.map_data import MapData, MapFacility, MapPoint, PointState

Extent = tuple[float, float, float, float]  # west, south, east, north in km

FEW = 80  # symbols in view that have their full size
LEAST_SITE, MOST_SITE = 24.0, 62.0  # square points
LEAST_POINT, MOST_POINT = 16.0, 70.0  # of a point without people; the largest adds five times it
SITE_SHARE, TRIAL_SHARE = 2.6, 4.0  # of a facility's size: the marks round it


class Hit(NamedTuple):
    """What lies under the pointer."""

    facility: MapFacility | None
    point: MapPoint | None


class _Drawn(NamedTuple):
    """One kind of symbols: where they are (km), their sizes as shares, and what shows them."""

    places: NDArray[np.float64]
    shares: NDArray[np.float64]  # of the size of a facility, or of what people add to a point
    of_points: bool
    collection: PathCollection


class Symbols:
    """`fit` after the view has changed; only what lies in it is handed to matplotlib."""

    def __init__(self, axes: Axes, data: MapData, hidden: frozenset[str]) -> None:
        self._axes = axes
        self.points = [p for p in data.points if p.state not in hidden]
        self.facilities = [
            f for f in data.facilities if f.status not in hidden and f.facility_type not in hidden
        ]
        self._point_places = _places(self.points)
        self._facility_places = _places(self.facilities)
        most_people = max((p.population or 0 for p in self.points), default=0) or 1
        self._shares = np.asarray([(p.population or 0) / most_people for p in self.points])
        self._corners = np.asarray(  # a diamond's reach out
            [2**0.5 if p.state is PointState.UNCOVERED else 1.0 for p in self.points]
        )
        self._spread = np.asarray(  # with what is drawn round it
            [
                (TRIAL_SHARE if f.on_trial else SITE_SHARE if f.site else 1) ** 0.5
                for f in self.facilities
            ]
        )
        self._site_size, self._point_size = MOST_SITE, MOST_POINT
        self._drawn: list[_Drawn] = []
        self._draw_points()
        self._draw_facilities(hidden)

    @property
    def places(self) -> NDArray[np.float64]:
        """Rows of (x, y) in km of all points, then of all facilities."""
        return np.vstack((self._point_places, self._facility_places))

    @property
    def radii(self) -> NDArray[np.float64]:
        """Half the width of each symbol, in points (1/72 inch), in the order of `places`.

        The area of a population point goes by its people.
        """
        of_points = (self._point_size * (1 + 5 * self._shares)) ** 0.5 / 2 * self._corners
        return np.concatenate((of_points, self._spread * self._site_size**0.5 / 2))

    def radius_of(self, shown: MapFacility | MapPoint) -> float:
        """Half the width of one symbol, in points; 0 where it is hidden."""
        everything: list[MapFacility | MapPoint] = [*self.points, *self.facilities]
        return float(self.radii[everything.index(shown)]) if shown in everything else 0.0

    def fit(self, extent: Extent) -> None:
        """Draw what lies in the extent: the fewer, the larger, so that shapes can be told apart."""
        crowd = max(1, int(_inside(self._facility_places, extent).sum()))
        self._site_size = max(LEAST_SITE, MOST_SITE * min(1.0, (FEW / crowd) ** 0.5))
        crowd = max(1, int(_inside(self._point_places, extent).sum()))
        self._point_size = max(LEAST_POINT, MOST_POINT * min(1.0, (FEW / crowd) ** 0.5))
        for drawn in self._drawn:
            within = _inside(drawn.places, extent)
            shares = drawn.shares[within]
            drawn.collection.set_offsets(drawn.places[within])
            drawn.collection.set_sizes(
                self._point_size * (1 + 5 * shares) if drawn.of_points else self._site_size * shares
            )

    def hit(self, x: float, y: float) -> Hit:
        """The facility and the population point under a pixel of the figure (from below left).

        A facility often stands on the seat of its township: within the facility's symbol it is the
        one that is meant, on the ring around it the point.
        """
        own = np.full(len(self.facilities), self._site_size**0.5 / 2 + 1)
        facility = self._nearest(self._facility_places, own, (x, y))
        around = self.radii[: len(self.points)] + 3
        point = self._nearest(self._point_places, around, (x, y))
        return Hit(
            None if facility is None else self.facilities[facility],
            None if point is None else self.points[point],
        )

    def _nearest(
        self,
        places: NDArray[np.float64],
        reach: NDArray[np.float64],
        pixel: tuple[float, float],
    ) -> int | None:
        """The nearest of the places (km) that has the pixel within its reach (in points)."""
        if not len(places):
            return None
        offsets = self._axes.transData.transform(places) - pixel
        distances = np.hypot(offsets[:, 0], offsets[:, 1])
        figure = self._axes.get_figure(root=True)
        assert figure is not None
        distances[distances > reach * figure.dpi / 72] = np.inf
        nearest = int(np.argmin(distances))
        return nearest if np.isfinite(distances[nearest]) else None

    def _draw_points(self) -> None:
        for state, look in POINT_LOOKS.items():
            of_state = np.asarray([p.state is state for p in self.points], dtype=bool)
            self._add(
                self._point_places[of_state],
                self._shares[of_state],
                of_points=True,
                marker=look.marker,
                facecolor=look.fill,
                edgecolor=look.edge,
                linewidth=look.width,
                zorder=3.5 if state is PointState.UNCOVERED else 3,
            )

    def _draw_facilities(self, hidden: frozenset[str]) -> None:
        kinds: dict[tuple[object, ...], list[MapFacility]] = {}
        for f in self.facilities:
            kinds.setdefault((f.facility_type, f.facility_class, f.status), []).append(f)
        for same in kinds.values():
            self._draw_kind(same)
        if SITES not in hidden:
            sites = [f for f in self.facilities if f.site]
            self._add_facilities(sites, "o", "none", SITE, share=SITE_SHARE, width=0.9)
        if ON_TRIAL not in hidden:
            trial = [f for f in self.facilities if f.on_trial]
            self._add_facilities(trial, "s", "none", TRIAL, share=TRIAL_SHARE, width=1.5)

    def _draw_kind(self, same: list[MapFacility]) -> None:
        """Facilities of one type, class and state."""
        kind = same[0]
        look, colour = STATE_LOOKS[kind.status], CLASS_COLOURS[kind.facility_class]
        marker = TYPE_MARKERS[kind.facility_type]
        width = 0.6 if look.edge else 1.1
        self._add_facilities(same, marker, look.fill or colour, look.edge or colour, width=width)
        if look.crossed:
            self._add_facilities(same, CROSS, INK, INK, share=1.1, width=0.9)

    def _add_facilities(
        self,
        shown: Sequence[MapFacility],
        marker: Any,
        fill: str,
        edge: str,
        share: float = 1.0,
        width: float = 0.9,
    ) -> None:
        colours = {"c": edge} if marker == CROSS else {"facecolor": fill, "edgecolor": edge}
        self._add(
            _places(shown),
            np.full(len(shown), share),
            of_points=False,
            marker=marker,
            linewidth=width,
            zorder=4,
            **colours,
        )

    def _add(
        self,
        places: NDArray[np.float64],
        shares: NDArray[np.float64],
        of_points: bool,
        **look: Any,
    ) -> None:
        if len(places):
            collection = self._axes.scatter(places[:, 0], places[:, 1], **look)
            self._drawn.append(_Drawn(places, shares, of_points, collection))


def _places(shown: Iterable[MapFacility | MapPoint]) -> NDArray[np.float64]:
    return np.asarray([(s.x, s.y) for s in shown], dtype=float).reshape(-1, 2)


def _inside(places: NDArray[np.float64], extent: Extent) -> NDArray[np.bool_]:
    west, south, east, north = extent
    return (
        (places[:, 0] >= west)
        & (places[:, 0] <= east)
        & (places[:, 1] >= south)
        & (places[:, 1] <= north)
    )
