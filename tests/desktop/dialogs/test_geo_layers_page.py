"""What each layer is and what its columns say, as a person chooses."""

from __future__ import annotations

from pathlib import Path

import shapely
from pytestqt.qtbot import QtBot

from models.geo_use import GeoRole, LayerUse
from tests.db.exchange.made_geodata import write_ogr
from tests.desktop.dialogs.conftest import OpenWizard
from tests.desktop.dialogs.geo_wizard_steps import choose, choose_use


def test_columns_and_uses_are_chosen_and_can_be_remembered(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    source = write_ogr(
        tmp_path / "点.gpkg", [shapely.Point(105.7, 29.7)], {"mc": ["甲镇"], "rk": [61_000]}
    )
    wizard = open_wizard(source)
    assert wizard.parts[0].use is LayerUse.BACKGROUND
    choose_use(wizard, 0, LayerUse.TOWNSHIPS)
    choose(wizard.layers.boxes[GeoRole.NAME], "mc")
    choose(wizard.layers.boxes[GeoRole.PEOPLE], "rk")
    wizard.layers.year.setValue(2023)
    assert (wizard.parts[0].columns, wizard.parts[0].year) == (
        {GeoRole.NAME: "mc", GeoRole.PEOPLE: "rk"},
        2023,
    )
    again = open_wizard(source, wizard.said)
    assert again.parts[0].use is LayerUse.TOWNSHIPS
    assert again.parts[0].columns == {GeoRole.NAME: "mc", GeoRole.PEOPLE: "rk"}
