"""Roads and background layers taken from a file, as the county keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np
import shapely

from models.county import stable_id
from models.errors import FileError, FileProblem
from models.geo_part import ImportPart, PartOutcome, Work
from models.geo_taking import source_of
from models.geo_use import GeoRole, LayerUse, text_of
from models.layers import Feature, Layer, LayerKind, feature_collection
from models.roads import EXPRESSWAY
from models.source_table import key

MOST_KEPT = 300_000  # features: more roads than ten counties have

# The first letter of a road's number, as the ministry of transport gives them (JTG A03).
_CLASS_LETTERS = {
    "g": "国道", "s": "省道", "x": "县道", "y": "乡道", "c": "村道", "z": "专用公路"
}  # fmt: skip
_CLASS_WORDS = {"高速": EXPRESSWAY, "motorway": EXPRESSWAY}
_YES = frozenset({"1", "true", "yes", "y", "是", "轮渡", "渡口", "ferry"})
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def take_layer(part: ImportPart, work: Work, source: str) -> PartOutcome:
    """Put a layer; the one that was imported from the same layer of such a file is replaced, and
    keeps its name, order and note. Raises FileError (TOO_LARGE).
    """
    reading = part.reading
    name = reading.layer.name
    if reading.taken > MOST_KEPT:
        raise FileError(name, FileProblem.TOO_LARGE, f"{reading.taken} > {MOST_KEPT}")
    kind = LayerKind.ROADS if part.use is LayerUse.ROADS else LayerKind.BACKGROUND
    text = feature_collection(list(_features(part)))
    county = work.county
    layer_id = stable_id("layer", source, name, str(kind))
    before = county.table(Layer).get((layer_id,))
    order = max((layer.order for layer in county.layers), default=0) + 1
    work.put(
        Layer(layer_id, name, kind, text, order, source_of(part, source))
        if before is None
        else Layer(layer_id, before.name, kind, text, before.order, source_of(part, source),
                   before.note)
    )  # fmt: skip
    assert part.use is not None
    left_out = len(reading.layer) - reading.taken
    return PartOutcome(
        name, part.use, reading.taken, left_out=left_out, replaces=before is not None
    )


def _features(part: ImportPart) -> Iterator[Feature]:
    reading = part.reading
    for index in np.flatnonzero(~shapely.is_missing(reading.geometries)).tolist():
        attributes = (
            _road(part, index)
            if part.use is LayerUse.ROADS
            else {
                name: str(values[index])
                for name, values in reading.layer.columns.items()
                if values[index] is not None
            }
        )
        yield Feature(reading.geometries[index], attributes)


def _road(part: ImportPart, index: int) -> Mapping[str, str]:
    """The attributes that travel times go by (see `models.layers.Feature`)."""
    stated = {
        role: text_of(part.reading, part.columns, role, index)
        for role in (GeoRole.ROAD_CLASS, GeoRole.NAME, GeoRole.SPEED, GeoRole.FERRY)
    }
    speed = _NUMBER.search(stated[GeoRole.SPEED])
    attributes = {
        "class": road_class(stated[GeoRole.ROAD_CLASS]),
        "name": stated[GeoRole.NAME],
        "kmh": speed[0] if speed and float(speed[0]) else "",
        "ferry": "1" if key(stated[GeoRole.FERRY]) in _YES else "",
    }
    return {name: text for name, text in attributes.items() if text}


def road_class(text: str) -> str:
    """The class in the words of `models.roads`: 县道 for X or X123; else as it is written."""
    word = key(text)
    if re.fullmatch(r"[gsxycz]\d*", word):
        return _CLASS_LETTERS[word[0]]
    return _CLASS_WORDS.get(word, text)
