"""Why something was found, for every finding of every sample, of whatever kind its rule is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from db.samples import sample_records
from desktop.pages.finding_panel import FindingPanel
from desktop.session import CountySession
from models.catalogue import Language


@pytest.mark.parametrize("sample", ["dazu", "yanjiang", "wushan"])
def test_every_row_of_a_sample_says_why(qtbot: QtBot, tmp_path: Path, sample: str) -> None:
    path = tmp_path / "a.weigui"
    create(path, sample_records(sample), "new")
    session = CountySession(open_county_file(path), load_catalogue(), Language.ZH)
    try:
        panel = FindingPanel(session)
        qtbot.addWidget(panel)
        rows = [*session.evaluation.findings, *session.evaluation.unchecked]
        assert rows
        for row in rows:
            panel.show_row(row)
            text = panel.toPlainText()
            assert row.rule.zh in text
            assert row.rule.source.clause in text
    finally:
        session.close()
