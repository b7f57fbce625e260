"""A layer of a geographic file in words and as JSON: what it holds and what was found."""

from __future__ import annotations

from typing import Any

import shapely
from PySide6.QtCore import QCoreApplication

from desktop.geo_wording import (
    encoding_text,
    kind_text,
    notice_text,
    origin_text,
    system_text,
)
from models.geo_reading import GeoReading

translate = QCoreApplication.translate

MOST_NUMBERS = 100  # of features that a notice of a report lists


def reading_lines(reading: GeoReading) -> list[str]:
    """A layer in words: what it holds, where it lies, what was found."""
    layer = reading.layer
    kinds = [f"{kind_text(kind)} {count}" for kind, count in layer.kinds.items()]
    if reading.system is None:
        system = translate("geo", "coordinate system: to be chosen")
    else:
        system = translate("geo", "coordinate system: {system} ({origin})").format(
            system=system_text(reading.system), origin=origin_text(reading.origin)
        )
    return [
        translate("geo", "Layer {name}: {count} features, {kinds}").format(
            name=layer.name, count=len(layer), kinds=translate("geo", ", ").join(kinds)
        ),
        f"  {system}",
        "  " + translate("geo", "texts: {encoding}").format(encoding=encoding_text(layer.encoding)),
        "  " + translate("geo", "placed: {count}").format(count=reading.taken),
        *(f"  {notice_text(notice)}" for notice in reading.notices),
    ]


def layer_report(reading: GeoReading) -> dict[str, Any]:
    """A layer as JSON: codes and facts, and each notice also in words."""
    layer = reading.layer
    extent = [float(value) for value in shapely.total_bounds(reading.geometries)]
    return {
        "name": layer.name,
        "features": len(layer),
        "kinds": {str(kind): count for kind, count in layer.kinds.items()},
        "columns": list(layer.columns),
        "encoding": layer.encoding.name,
        "encoding_origin": str(layer.encoding.origin),
        "stated": layer.stated,
        "system": None if reading.system is None else reading.system.code,
        "origin": None if reading.system is None else str(reading.origin),
        "placed": reading.taken,
        "extent": extent if reading.taken else None,
        "blocked": reading.is_blocked,
        "notices": [
            {
                "code": str(notice.problem),
                "count": notice.count,
                "numbers": list(notice.numbers[:MOST_NUMBERS]),
                "facts": dict(notice.facts),
                "blocking": notice.is_blocking,
                "message": notice_text(notice),
            }
            for notice in reading.notices
        ],
    }
