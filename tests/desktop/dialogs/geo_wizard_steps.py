"""Steps through the wizard of geographic data, and the files that it is given."""

from __future__ import annotations

import json
from pathlib import Path

import shapely
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.geo_wizard import GeoWizard
from models.geo_use import LayerUse
from tests.db.exchange.made_geodata import write_ogr

PLACES = {"甲医院": (105.701, 29.701), "乙卫生院": (105.712, 29.703), "丙卫生院": (105.72, 29.71)}


def wait(qtbot: QtBot, wizard: GeoWizard) -> None:
    qtbot.waitUntil(lambda: not wizard.job.is_busy)


def go_on(qtbot: QtBot, wizard: GeoWizard, steps: int = 1) -> None:
    for _ in range(steps):
        assert wizard.next.isEnabled()
        wizard.next.click()
        wait(qtbot, wizard)


def points(path: Path, places: dict[str, tuple[float, float]] = PLACES, **more: object) -> Path:
    geometries = [shapely.Point(*place) for place in places.values()]
    return write_ogr(path, geometries, {"机构名称": list(places)}, **more)  # type: ignore[arg-type]


def geojson_file(path: Path, places: dict[str, tuple[float, float]]) -> Path:
    """Points that state no coordinate system."""
    features = [
        {"type": "Feature", "properties": {"机构名称": name},
         "geometry": {"type": "Point", "coordinates": list(place)}}
        for name, place in places.items()
    ]  # fmt: skip
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    path.write_text(text, "utf8")
    return path


def choose(box: QComboBox, data: object) -> None:
    index = box.findData(data)
    assert index >= 0
    box.setCurrentIndex(index)
    box.activated.emit(index)


def choose_use(wizard: GeoWizard, row: int, use: LayerUse | None) -> None:
    box = wizard.layers.table.cellWidget(row, 1)
    assert isinstance(box, QComboBox)
    choose(box, str(use or ""))
