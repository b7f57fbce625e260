"""Layers written from the window, off the GUI thread."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.geo_export_dialog import GeoExportDialog
from desktop.session import CountySession
from models.geo_export import ExportLayer


@pytest.fixture
def dialog(qtbot: QtBot, session: CountySession) -> GeoExportDialog:
    made = GeoExportDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def only(dialog: GeoExportDialog, *layers: ExportLayer) -> None:
    for row in range(dialog.list.count()):
        item = dialog.list.item(row)
        wanted = ExportLayer(item.data(Qt.ItemDataRole.UserRole)) in layers
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)


def test_ticked_layers_are_written(qtbot: QtBot, dialog: GeoExportDialog, tmp_path: Path) -> None:
    path = tmp_path / "县.gpkg"
    only(dialog, ExportLayer.TOWNSHIPS, ExportLayer.ROADS)
    dialog.write(path)
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(lambda: not dialog.job.is_busy)
    assert dialog.job.note.text() == "Written: 县.gpkg (1 layers, 2 features)"
    assert [str(name) for name, _ in pyogrio.list_layers(path)] == ["乡镇（街道）"]
    assert dialog.save.isEnabled()


def test_several_layers_do_not_go_into_a_geojson(
    qtbot: QtBot, dialog: GeoExportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "县.geojson"
    dialog.write(path)
    qtbot.waitUntil(lambda: not dialog.job.is_busy)
    assert "a GeoJSON file or a table holds one layer" in dialog.job.note.text()
    assert not path.exists()


def test_without_a_layer_there_is_nothing_to_save(dialog: GeoExportDialog) -> None:
    only(dialog)
    assert dialog.wanted == []
    assert not dialog.save.isEnabled()
