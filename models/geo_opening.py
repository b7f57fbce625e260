"""The layers of a file that was just read, as they would be taken: guessed, or as remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from models.coordinates import (
    BD09,
    BEIJING54,
    CGCS2000,
    GCJ02,
    WGS84,
    XIAN80,
    CoordinateSystem,
    from_wgs84,
    to_wgs84,
)
from models.county import County
from models.division_list import people_of_heading
from models.division_merging import UNDATED
from models.geo_matching import Progress
from models.geo_part import ImportPart
from models.geo_reading import GeoReading, read_layer
from models.geo_source import GeoLayer, GeoSource, Shapes
from models.geo_use import ROLES, Columns, GeoRole, LayerUse, guessed_columns, guessed_use
from models.known_places import KnownPlaces, known_places

_LEFT_OUT = "left-out"
_NEIGHBOURS = (0, -3, 3)  # degrees between meridians
_MERIDIANS = range(75, 136, 3)  # of the zones of China


def first_parts(
    source: GeoSource, county: County, remembered: Mapping[str, Sequence[str]], progress: Progress
) -> list[ImportPart]:
    """Every layer placed by what is known of the county, with what it seems to be.

    What a person said of a layer with the same columns goes first (`texts_of`, by `signature`).
    """
    known = known_places(county)
    parts = []
    for done, layer in enumerate(source.layers):
        progress(done, len(source.layers))
        use, columns = _remembered(layer, remembered.get(signature(layer), ()))
        if columns is None:
            use = guessed_use(layer, county)
            columns = guessed_columns(layer.columns, use)
        part = ImportPart(read_layer(layer, known), use, columns, year_of(columns))
        parts.append(part)
    return parts


def year_of(columns: Columns) -> int:
    """The year that the heading of the people names; UNDATED where it names none."""
    found = people_of_heading(columns.get(GeoRole.PEOPLE, ""))
    return UNDATED if found is None else found[0]


def signature(layer: GeoLayer) -> str:
    """What layers have in common of which a person would say the same: shapes and headings."""
    return "|".join([*sorted(layer.kinds), *layer.columns])


def texts_of(part: ImportPart) -> list[str]:
    """What was said of a layer, as texts that can be kept."""
    use = _LEFT_OUT if part.use is None else str(part.use)
    return [use, *(f"{role}={heading}" for role, heading in part.columns.items())]


def _remembered(
    layer: GeoLayer, texts: Sequence[str]
) -> tuple[LayerUse | None, dict[GeoRole, str] | None]:
    """The use and columns of kept texts; no columns where nothing that fits is remembered."""
    if not texts or texts[0] not in {_LEFT_OUT, *LayerUse}:
        return None, None
    use = None if texts[0] == _LEFT_OUT else LayerUse(texts[0])
    pairs = [text.partition("=") for text in texts[1:]]
    columns = {
        GeoRole(role): heading
        for role, _, heading in pairs
        if role in set(GeoRole) and heading in layer.columns
    }
    return use, {role: h for role, h in columns.items() if use and role in ROLES[use]}


def offered_systems(known: KnownPlaces) -> list[CoordinateSystem]:
    """The systems that a person may choose: degrees, then the zones around the county, all where
    nobody knows where it lies."""
    middle = known.middle
    near = _MERIDIANS if middle is None else [round(middle[0] / 3) * 3 + d for d in _NEIGHBOURS]
    zones = [
        CoordinateSystem(degrees.datum, width, meridian, numbered)
        for degrees in (CGCS2000, XIAN80, BEIJING54)
        for width in (3, 6)
        for meridian in near
        if width == 3 or meridian % 6 == 3
        for numbered in (False, True)
    ]
    return [WGS84, CGCS2000, GCJ02, BD09, XIAN80, BEIJING54, *zones]


def otherwise_placed(reading: GeoReading) -> Shapes | None:
    """Where the layer would lie, in WGS 84 degrees, by the system that fits better than the one it
    is taken for, or without undoing the shift of a web map; None where there is no such question.
    """
    system = reading.system
    if system is None or not reading.taken:
        return None
    other = WGS84 if system in (GCJ02, BD09) else None
    if reading.fit is not None and reading.fit.system != system:
        other = reading.fit.system
    if other is None:
        return None

    def moved(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
        as_written = from_wgs84(pairs[:, 0], pairs[:, 1], system)
        return np.column_stack(to_wgs84(*as_written, other))

    return shapely.transform(reading.geometries, moved)
