"""Layers renamed, put in another order and removed, and the speeds of roads: each one Edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from models.county import County
from models.edits import Change, Edit, remove
from models.geo_use import LayerUse
from models.layers import Boundary, Layer, RoadSpeed, layer_features
from models.measure import Measure, parse_value
from models.roads import DEFAULT_SPEEDS, road_layers

_KMH = Measure("kmh", "", "时速", "", "km/h", "", decimals=1, most=200)


def boundaries_by_level(county: County) -> dict[LayerUse, list[Boundary]]:
    """The areas of the county, its townships and its villages; a level without areas is left out.

    In order of code.
    """
    found: dict[LayerUse, list[Boundary]] = {}
    townships = {township.code for township in county.townships}
    own = county.info.code if county.info else ""
    for boundary in sorted(county.table(Boundary).values(), key=lambda b: b.code):
        level = LayerUse.TOWNSHIPS if boundary.code in townships else LayerUse.VILLAGES
        found.setdefault(LayerUse.COUNTY if boundary.code == own else level, []).append(boundary)
    order = (LayerUse.COUNTY, LayerUse.TOWNSHIPS, LayerUse.VILLAGES)
    return {level: found[level] for level in order if level in found}


def rename_layer(county: County, layer_id: str, name: str, label: str) -> Edit:
    """Raises InvalidValue for an empty name."""
    layer = county.table(Layer)[(layer_id,)]
    after = replace(layer, name=name.strip())
    return Edit(label, () if after == layer else (Change(layer, after),))


def move_layer(county: County, layer_id: str, steps: int, label: str) -> Edit:
    """Draw a layer so many places later (or, below zero, earlier) than it is; at an end it stays.

    The orders become 1, 2, 3 …
    """
    layers = county.layers
    at = next(place for place, layer in enumerate(layers) if layer.id == layer_id)
    moved = layers.pop(at)
    layers.insert(min(max(at + steps, 0), len(layers)), moved)
    ordered = [(layer, replace(layer, order=place)) for place, layer in enumerate(layers, 1)]
    return Edit(label, tuple(Change(a, b) for a, b in ordered if a != b))


def remove_layers(
    county: County, layer_ids: Iterable[str], levels: Iterable[LayerUse], label: str
) -> Edit:
    """Remove layers, and all areas of these levels; divisions keep their points."""
    layers = [county.table(Layer)[(layer_id,)] for layer_id in layer_ids]
    areas = boundaries_by_level(county)
    gone = [boundary for level in levels for boundary in areas.get(level, ())]
    return Edit(label, remove(*layers, *gone))


@dataclass(frozen=True, slots=True)
class ClassSpeed:
    """At what speed a class of road is travelled, in km/h. `is_assumed`: nobody stated it; a class
    without a speed (None) goes by that of other roads. `is_used`: roads of the county have it.
    """

    road_class: str
    kmh: Decimal | None
    is_assumed: bool
    is_used: bool
    source: str = ""


def class_speeds(county: County) -> list[ClassSpeed]:
    """The classes of the county's roads first, in the order of the usual list, then the rest
    of it."""
    stated = {speed.road_class: speed for speed in county.table(RoadSpeed).values()}
    used = {
        (feature.attributes.get("class") or "").strip()
        for layer in road_layers(county)
        for feature in layer_features(layer.features)
    } - {""}
    others = sorted((used | set(stated)) - set(DEFAULT_SPEEDS))
    speeds = []
    for road_class in (*DEFAULT_SPEEDS, *others):
        own = stated.get(road_class)
        kmh = own.kmh if own is not None else DEFAULT_SPEEDS.get(road_class)
        source = "" if own is None else own.source
        speeds.append(ClassSpeed(road_class, kmh, own is None, road_class in used, source))
    return sorted(speeds, key=lambda speed: not speed.is_used)


def set_speed(county: County, road_class: str, text: str, label: str) -> Edit:
    """The edit that states a speed in km/h as typed; blank goes back to what is assumed.

    Raises InvalidValue.
    """
    before = county.table(RoadSpeed).get((road_class,))
    kmh = parse_value(text, _KMH)
    if kmh is None:
        return Edit(label, () if before is None else (Change(before, None),))
    after = RoadSpeed(road_class, kmh, before.source if before is not None else "")
    return Edit(label, () if after == before else (Change(before, after),))
