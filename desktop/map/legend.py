"""What can be switched on and off on a map, each with its symbol: layer list and legend alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from desktop.map.looks import (
    AREA_LOOKS,
    BOUNDARY_LOOKS,
    CLASS_COLOURS,
    CROSS,
    FACILITY,
    INK,
    LAYER_LOOKS,
    POINT_LOOKS,
    SERVICE_LOOK,
    SHAPE_ONLY,
    SITE,
    STATE_LOOKS,
    TRIAL,
    TYPE_MARKERS,
    LineLook,
    PointLook,
)
from desktop.map.map_data import BoundaryLevel, MapArea, MapData
from desktop.map.wording import state_text
from models.catalogue import Catalogue, Language
from models.facility import usual_class
from models.figures import format_limit
from models.rules.rule import RuleKind

NAMES, SITES, SERVICE, POLYGONS, ON_TRIAL = "names", "sites", "service", "polygons", "on-trial"
HIDDEN_AT_FIRST = frozenset({SERVICE})


class Group(StrEnum):
    """The values are the ids of the words of the layer list's headings."""

    POINTS = "group-points"
    TYPES = "group-types"
    STATES = "group-states"
    AREAS = "group-areas"
    GROUND = "group-ground"


@dataclass(frozen=True)
class Entry:
    """A part of the map that can be hidden by its id; `handle` is its symbol, None: only words."""

    id: str
    group: Group
    text: str
    handle: Artist | None


def layer_id(layer: str) -> str:
    return f"layer:{layer}"


def area_id(area: MapArea) -> str:
    return f"area:{area.rule.id}"


def entries(data: MapData, catalogue: Catalogue, language: Language) -> list[Entry]:
    """Everything that this map holds, and nothing else."""
    return [
        *_points(data, catalogue, language),
        *_facilities(data, catalogue, language),
        *_areas(data, catalogue, language),
        *_ground(data, catalogue, language),
        Entry(NAMES, Group.GROUND, catalogue.word("map", "names", language), None),
    ]


def _points(data: MapData, catalogue: Catalogue, language: Language) -> Iterator[Entry]:
    for state, look in POINT_LOOKS.items():
        if any(p.state is state for p in data.points):
            text = state_text(state, data.shown, catalogue, language)
            yield Entry(state, Group.POINTS, text, _point_symbol(look))
    if any(b.state for b in data.ground.boundaries):
        text = catalogue.word("map", POLYGONS, language)
        yield Entry(POLYGONS, Group.POINTS, text, Patch(fc="#fbe3d6", ec="#c0390b", hatch="///"))


def _facilities(data: MapData, catalogue: Catalogue, language: Language) -> Iterator[Entry]:
    shown = {f.facility_type for f in data.facilities}
    for facility_type, marker in TYPE_MARKERS.items():
        if facility_type in shown:
            text = catalogue.word("facility-type", facility_type, language)
            colour = CLASS_COLOURS[usual_class(facility_type)]
            handle = symbol(marker, SHAPE_ONLY, colour)
            yield Entry(facility_type, Group.TYPES, text, handle)
    for status, look in STATE_LOOKS.items():
        if any(f.status is status for f in data.facilities):
            text = catalogue.word("facility-status", status, language)
            handle = symbol("s", look.fill or FACILITY, look.edge or FACILITY)
            if look.crossed:
                handle = symbol(CROSS, INK, INK)
            yield Entry(status, Group.STATES, text, handle)
    if any(f.site for f in data.facilities):
        handle = symbol("o", "none", SITE, size=9)
        yield Entry(SITES, Group.STATES, catalogue.word("map", "site", language), handle)
    if data.on_trial:
        handle = symbol("s", "white", TRIAL, width=2)
        yield Entry(ON_TRIAL, Group.STATES, catalogue.word("map", ON_TRIAL, language), handle)


def _areas(data: MapData, catalogue: Catalogue, language: Language) -> Iterator[Entry]:
    for area in data.areas:
        look = AREA_LOOKS[area.rule.urban]
        handle = Patch(fc=look.fill, ec=look.edge, ls=look.line, lw=0.8)
        yield Entry(area_id(area), Group.AREAS, _reach(area, catalogue, language), handle)
    if any(f.site for f in data.facilities):
        text = catalogue.word("map", SERVICE, language)
        yield Entry(SERVICE, Group.AREAS, text, _line(SERVICE_LOOK))


def _reach(area: MapArea, catalogue: Catalogue, language: Language) -> str:
    urban = area.rule.urban
    where = "both" if urban is None else "urban" if urban else "rural"
    kind = "minutes" if area.rule.kind is RuleKind.TRAVEL_TIME else "area"
    limit = area.rule.limit if kind == "minutes" else area.rule.limit / 1000
    return catalogue.word("map", f"{kind}-{where}", language).format(limit=format_limit(limit))


def _ground(data: MapData, catalogue: Catalogue, language: Language) -> Iterator[Entry]:
    for level in BoundaryLevel:
        if any(b.level is level for b in data.ground.boundaries):
            text = catalogue.word("map", level, language)
            yield Entry(level, Group.GROUND, text, _line(BOUNDARY_LOOKS[level]))
    for layer in data.ground.layers:
        handle = _line(LAYER_LOOKS[layer.kind])
        yield Entry(layer_id(layer.id), Group.GROUND, layer.name, handle)


def symbol(
    marker: Any,
    fill: str,
    edge: str,
    width: float = 0.9,
    size: float = 7.0,
) -> Line2D:
    """A symbol as a legend shows it; sizes in points."""
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=marker,
        markersize=size,
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=width,
    )


def _point_symbol(look: PointLook) -> Line2D:
    return symbol(look.marker, look.fill, look.edge, look.width, 8.5)


def _line(look: LineLook) -> Line2D:
    return Line2D([], [], color=look.colour, linewidth=max(1.0, look.width), ls=look.line)
