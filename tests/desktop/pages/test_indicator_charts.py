"""The charts: what they say, in words, and as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from pytestqt.qtbot import QtBot

from desktop.pages.indicators import IndicatorsPage
from desktop.session import CountySession
from models.edits import Change, Edit
from models.geography import Division

TARGETS, TOWNSHIPS, TREND = 2, 3, 4


@pytest.fixture
def page(qtbot: QtBot, session: CountySession) -> IndicatorsPage:
    page = IndicatorsPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


def texts(figure: Figure) -> set[str]:
    return {t.get_text().strip() for t in figure.findobj(Text)}  # type: ignore[attr-defined]


def test_targets_are_100_per_cent_with_the_figures_beside(page: IndicatorsPage) -> None:
    page.tabs.setCurrentIndex(TARGETS)
    shown = texts(page.charts.view.figure)
    assert {"100%", "每千人口床位数（张）", "5.50 → 6.60  (≥ 6)"} <= shown
    assert "床人比" not in shown  # it has no figures yet


def test_townships_by_their_own_people(page: IndicatorsPage, session: CountySession) -> None:
    page.table.choose(0)
    page.tabs.setCurrentIndex(TOWNSHIPS)
    shown = texts(page.charts.view.figure)
    # 甲镇: 540 beds, 6 × 60 = 360 are enough; 远镇: 20 beds of 6 × 40 = 240
    assert {"甲镇", "远镇", "540", "20 + 220"} <= shown
    assert any("100" in text and "without a township" in text for text in shown)
    towns = session.county.townships
    unknown = tuple(Change(t, Division(t.code, t.name, t.kind, urban=t.urban)) for t in towns)
    assert session.do(Edit("人口不详", unknown))
    assert any("not known" in text for text in texts(page.charts.view.figure))


def test_the_trend_of_one_indicator(page: IndicatorsPage) -> None:
    page.table.choose(0)
    page.tabs.setCurrentIndex(TREND)
    shown = texts(page.charts.view.figure)
    assert {"5.50", "5.60", "5.70", "5.80", "5.90", "6", "planned", "6.60"} <= shown


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_chart_is_saved_with_text_as_text(
    page: IndicatorsPage, tmp_path: Path, ending: str
) -> None:
    page.tabs.setCurrentIndex(TARGETS)
    path = tmp_path / f"图.{ending}"
    page.charts.view.save_picture(path)
    data = path.read_bytes()
    assert data.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending])
    if ending == "svg":
        assert "每千人口床位数" in data.decode()


def test_another_ending_is_refused(
    page: IndicatorsPage, session: CountySession, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(session.failed):
        page.charts.view.save_picture(tmp_path / "图.doc")
