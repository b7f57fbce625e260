"""A layer of a file brought to WGS 84, with all that a person must see before it is applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import shapely
from numpy.typing import NDArray

from models.coordinates import CoordinateSystem, Datum, to_wgs84
from models.geo_repair import repaired
from models.geo_shift import Fit, shift_fit
from models.geo_source import (
    GeoLayer,
    GeoNotice,
    GeoProblem,
    Shapes,
    counted_kinds,
    no_geometry,
    notice_of,
)
from models.geo_systems import (
    SYSTEM_HEADINGS,
    Figures,
    doubtful_unit,
    figures_of,
    fits,
    named_datum,
    system_of_figures,
)
from models.geography import metre_transformer
from models.known_places import KnownPlaces
from models.source_table import key

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_PIECE = 20_000  # features that are converted at once, so that the screen gets its turn between
FAR_M = 30_000  # from every known place: beyond the extent of most townships


class SystemOrigin(StrEnum):
    """Why a layer is taken for one of a coordinate system."""

    CHOSEN = "chosen"  # by the person
    DECLARED = "declared"  # by the file
    NAMED = "named"  # a layer, heading or column speaks of it
    FITTED = "fitted"  # the data fit what is known only so
    FIGURES = "figures"  # by the figures alone


@dataclass(frozen=True, eq=False)
class GeoReading:
    """What can be taken from a layer.

    `geometries` are in WGS 84 degrees, in the order of the layer, None where one cannot be taken
    (the notices say why). `system` is None where it cannot be told: then nothing is placed, and a
    person must choose. `fit`: the data fit the known places better in another system than
    in the one that was chosen or declared.
    """

    layer: GeoLayer
    system: CoordinateSystem | None
    origin: SystemOrigin
    geometries: Shapes
    notices: tuple[GeoNotice, ...]
    fit: Fit | None = None

    @property
    def is_blocked(self) -> bool:
        return any(notice.is_blocking for notice in self.notices)

    @property
    def taken(self) -> int:
        """How many features have a place."""
        return int(np.sum(~shapely.is_missing(self.geometries)))


def read_layer(
    layer: GeoLayer,
    known: KnownPlaces,
    system: CoordinateSystem | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> GeoReading:
    """Place a layer by a chosen system, or by the one that it declares or seems to be in.

    `progress(done, total)` is called before each step; what it raises ends the reading.
    """
    reader = _Reader(layer, known)
    steps: tuple[Callable[[], None], ...] = (
        reader.check_geometries,
        lambda: reader.choose_system(system),
        reader.convert,
        reader.check_places,
    )
    for done, step in enumerate(steps):
        progress(done, len(steps))
        step()
    return GeoReading(
        layer, reader.system, reader.origin, reader.geometries, tuple(reader.notices), reader.fit
    )


class _Reader:
    """The steps of one reading; `geometries` becomes what is taken."""

    def __init__(self, layer: GeoLayer, known: KnownPlaces) -> None:
        self.layer, self.known = layer, known
        self.geometries = layer.geometries.copy()
        self.notices = [n for n in layer.notices if n.problem is not GeoProblem.UNKNOWN_SYSTEM]
        self.system: CoordinateSystem | None = None
        self.origin = SystemOrigin.FIGURES
        self.fit: Fit | None = None
        self.x, self.y = _anchors(self.geometries)
        self.figures: Figures = figures_of(self.x, self.y)

    def check_geometries(self) -> None:
        """What does not hang on where the features lie."""
        told = {n for notice in self.notices for n in notice.numbers}
        empty = no_geometry(self.geometries) | ~np.isfinite(self.x)
        untold = empty & ~np.isin(self.layer.numbers, list(told))
        self._leave(empty)
        self._tell(GeoProblem.NO_GEOMETRY, untold)
        zero = self.figures.zero & ~empty
        self._leave(zero)
        self._tell(GeoProblem.ZERO, zero)
        kinds = counted_kinds(self.geometries)
        if len(kinds) > 1:
            facts = {str(kind): count for kind, count in kinds.items()}
            self.notices.append(GeoNotice(GeoProblem.MIXED_KINDS, facts=facts))

    def choose_system(self, chosen: CoordinateSystem | None) -> None:
        given = ~shapely.is_missing(self.geometries)
        x, y = self.x[given], self.y[given]
        unknown = [n for n in self.layer.notices if n.problem is GeoProblem.UNKNOWN_SYSTEM]
        if chosen is not None:
            self.system, self.origin = chosen, SystemOrigin.CHOSEN
        elif self.layer.declared is not None:
            self.system, self.origin = self.layer.declared, SystemOrigin.DECLARED
        elif unknown:
            self.notices += unknown
        elif len(x):
            self._detect(x, y)
        if self.system is None or not len(x):
            return
        if self._fitting(self.system)[given].mean() < 0.5:
            likely = system_of_figures(x, y, self.system.datum, self.known.middle)
            facts = {"system": self.system.code, "figures": likely.code if likely else ""}
            self.notices.append(GeoNotice(GeoProblem.SYSTEM_MISFIT, facts=facts))
            self.system = None
        elif not self.system.is_projected:
            self._look_for_shift(self.system)

    def _detect(self, x: Array, y: Array) -> None:
        """The system by words of the file, else by its figures."""
        named = named_datum(_words(self.layer))
        found = system_of_figures(x, y, named or Datum.WGS84, self.known.middle)
        self.system = found
        if found is None:
            if self.figures.any_metres.any():
                self.notices.append(GeoNotice(GeoProblem.SYSTEM_UNTOLD))
            else:
                facts = {"unit": doubtful_unit(x, y)}
                self.notices.append(GeoNotice(GeoProblem.UNIT_DOUBT, facts=facts))
            return
        self.origin = SystemOrigin.FIGURES if named is None else SystemOrigin.NAMED
        if found.is_projected:
            zone: dict[str, str | int | float] = {
                "meridian": found.meridian, "width": found.zone_width
            }  # fmt: skip
            self.notices.append(GeoNotice(GeoProblem.ZONE_GUESSED, facts=zone))
        if named is None:
            facts = {"system": found.code}
            self.notices.append(GeoNotice(GeoProblem.SYSTEM_ASSUMED, facts=facts))

    def _look_for_shift(self, taken_for: CoordinateSystem) -> None:
        """Where nobody stated a system, the one that fits is taken; else it is only told."""
        fit = shift_fit(self._oriented(), self.layer.columns, self.known, taken_for)
        if fit is None:
            return
        self.fit = fit
        facts: dict[str, str | int | float] = {
            "system": fit.system.code, "compared": str(fit.compared),
            "before": fit.before, "after": fit.after,
        }  # fmt: skip
        self.notices = [n for n in self.notices if n.problem is not GeoProblem.SYSTEM_ASSUMED]
        self.notices.append(GeoNotice(GeoProblem.SHIFT, facts=facts))
        if self.origin is SystemOrigin.FIGURES:
            self.system, self.origin = fit.system, SystemOrigin.FITTED

    def convert(self) -> None:
        """Swap what is swapped, go to WGS 84, mend areas."""
        if self.system is None:
            self._leave(np.ones(len(self.layer), dtype=bool))
            return
        given = ~shapely.is_missing(self.geometries)
        self._tell(GeoProblem.SWAPPED, given & self.figures.swapped)
        system = self.system
        self.geometries = self._oriented()
        self._leave(~self._fitting(system))
        for start in range(0, len(self.geometries), _PIECE):
            piece = self.geometries[start : start + _PIECE]
            piece[:] = shapely.transform(
                piece, lambda pairs: np.column_stack(to_wgs84(pairs[:, 0], pairs[:, 1], system))
            )
        self._leave(np.isnan(_anchors(self.geometries)[0]))
        self._tell(GeoProblem.NOT_CONVERTED, given & shapely.is_missing(self.geometries))
        self.geometries, mended, hopeless, change = repaired(self.geometries)
        self._tell(GeoProblem.REPAIRED, mended, largest_change=change)
        self._tell(GeoProblem.NOT_REPAIRABLE, hopeless)
        if system.accuracy_m:
            facts: dict[str, str | int | float] = {
                "system": system.code, "metres": system.accuracy_m
            }  # fmt: skip
            self.notices.append(GeoNotice(GeoProblem.ACCURACY, facts=facts))

    def check_places(self) -> None:
        """Hold the places against the county."""
        given = ~shapely.is_missing(self.geometries)
        if not given.any():
            return
        if self.known.boundary is not None:
            shapely.prepare(self.known.boundary)
            outside = given & ~shapely.intersects(self.known.boundary, self.geometries)
            self._tell(GeoProblem.OUTSIDE, outside)
        elif self.known.points:
            x, y = _anchors(self.geometries)
            far = np.zeros(len(given), dtype=bool)
            far[given] = _distances(x[given], y[given], self.known) > FAR_M
            self._tell(GeoProblem.FAR, far, metres=FAR_M)

    def _fitting(self, system: CoordinateSystem) -> Mask:
        """Which features can be of a system, the swapped ones turned round."""
        swapped = self.figures.swapped
        x, y = np.where(swapped, self.y, self.x), np.where(swapped, self.x, self.y)
        return fits(system, x, y)

    def _oriented(self) -> Shapes:
        """The geometries with longitude or easting first."""
        geometries = self.geometries.copy()
        turned = self.figures.swapped & ~shapely.is_missing(geometries)
        if turned.any():
            geometries[turned] = shapely.transform(geometries[turned], lambda pairs: pairs[:, ::-1])
        return geometries

    def _leave(self, features: Mask) -> None:
        self.geometries[features] = None

    def _tell(self, problem: GeoProblem, features: Mask, **facts: str | int | float) -> None:
        self.notices += notice_of(problem, self.layer.numbers[features], **facts)


def _anchors(geometries: Shapes) -> tuple[Array, Array]:
    """The middles of the extents of geometries; not a number where there is none."""
    west, south, east, north = shapely.bounds(geometries).T
    x, y = (west + east) / 2, (south + north) / 2
    known = np.isfinite(x) & np.isfinite(y)
    return np.where(known, x, np.nan), np.where(known, y, np.nan)


def _words(layer: GeoLayer) -> Iterator[str]:
    """What may speak of the coordinate system."""
    yield layer.name
    yield from layer.columns
    for heading, values in layer.columns.items():
        if key(heading) in SYSTEM_HEADINGS:
            yield from {value for value in values if isinstance(value, str)}


def _distances(longitude: Array, latitude: Array, known: KnownPlaces) -> Array:
    """Metres from each place (WGS 84 degrees) to the nearest known one."""
    from scipy.spatial import KDTree  # here: it takes a third of a second to load

    assert known.meridian is not None
    project = metre_transformer(known.meridian).transform
    places = project([p.longitude for p in known.points], [p.latitude for p in known.points])
    tree = KDTree(np.column_stack(places))
    distances: Array = tree.query(np.column_stack(project(longitude, latitude)))[0]
    return distances
