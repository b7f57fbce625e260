"""The coverage page on a county file of any records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from desktop.pages.coverage import CoveragePage
from desktop.session import CountySession
from models.catalogue import Language
from models.edits import Record


@pytest.fixture
def open_coverage_page(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., CoveragePage]]:
    sessions = []

    def make(*records: Record) -> CoveragePage:
        path = tmp_path / "county.weigui"
        create(path, records, "new")
        session = CountySession(open_county_file(path), load_catalogue(), Language.ZH)
        sessions.append(session)
        page = CoveragePage(session)
        qtbot.addWidget(page)
        page.resize(1000, 650)
        return page

    yield make
    for session in sessions:
        session.close()
