"""The wizard of geographic data on a file, for the tests of its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.geo_wizard import GeoWizard
from desktop.session import CountySession
from tests.desktop.dialogs.geo_wizard_steps import wait

OpenWizard = Callable[..., GeoWizard]


@pytest.fixture
def open_wizard(qtbot: QtBot, session: CountySession) -> OpenWizard:
    """The wizard on a file, after it was read."""

    def wizard(path: Path, remembered: dict[str, list[str]] | None = None) -> GeoWizard:
        made = GeoWizard(session, path, remembered or {})
        qtbot.addWidget(made)
        made.show()
        wait(qtbot, made)
        return made

    return wizard
