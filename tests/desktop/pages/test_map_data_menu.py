"""Ways from a page to geographic data."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.geo_export_dialog import GeoExportDialog
from desktop.dialogs.layers_dialog import LayersDialog
from desktop.pages.map_data_menu import MapDataMenu, geodata_button
from desktop.pages.page import Page
from desktop.session import CountySession


@pytest.fixture
def page(qtbot: QtBot, session: CountySession) -> Page:
    made = Page(session, "页")
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_import_is_asked_of_the_window(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.geodata_requested):
        MapDataMenu(page).actions()[0].trigger()
    with qtbot.waitSignal(page.geodata_requested):
        geodata_button(page).click()


def test_layers_and_export_open_their_dialogs(page: Page) -> None:
    menu = MapDataMenu(page)
    for action in menu.actions()[1:]:
        action.trigger()
    (layers,) = page.findChildren(LayersDialog)
    (export,) = page.findChildren(GeoExportDialog)
    assert layers.session is export.session is page.session
