"""Large layers are read while the window is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
import shapely
from pytestqt.qtbot import QtBot

from db.county_file import create
from desktop import layer_reading
from desktop.background import Task
from desktop.layer_reading import LayerReading
from desktop.opening import open_session
from desktop.pages.coverage import CoveragePage
from desktop.session import CountySession
from models.catalogue import Language
from models.county import County
from models.edits import Change, Edit
from models.layers import Feature, Layer, LayerKind, feature_collection
from models.rules.rule import Rule, RuleKind
from tests.desktop.pages.coverage_county import FAR, HOSPITAL, NEAR, PLAN, RECORDS

ROAD = shapely.LineString([(105.70, 29.70), (105.72, 29.70)])
ROADS = Layer("r", "道路", LayerKind.ROADS, feature_collection([Feature(ROAD, {"class": "县道"})]))
TIME = "wuxi.service-circle-rural"


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Reading waits here, so that no test depends on who is quicker."""
    gate, read = Event(), layer_reading._read

    def wait_and_read(task: Task, county: County, rules: Sequence[Rule], year: int) -> None:
        gate.wait(20)
        read(task, county, rules, year)

    monkeypatch.setattr(layer_reading, "_read", wait_and_read)
    return gate


@pytest.fixture
def session(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gate: Event
) -> Iterator[CountySession]:
    """Of a county with roads, all of which count as large."""
    monkeypatch.setattr(layer_reading, "LARGE", 1)
    path = tmp_path / "某县.weigui"
    plan = replace(PLAN, rule_set="wuxi")
    create(path, [RECORDS[0], plan, HOSPITAL, NEAR, FAR, ROADS], "new")
    session = open_session(path, Language.ZH, reading=LayerReading())
    yield session
    gate.set()
    session.close()


def wait_until_read(session: CountySession, gate: Event, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.plan_changed, timeout=30_000):
        gate.set()


def is_timed(session: CountySession) -> bool:
    return any(rule.kind is RuleKind.TRAVEL_TIME for rule in session.rules)


def test_travel_times_are_checked_when_the_layers_have_been_read(
    session: CountySession, gate: Event, qtbot: QtBot
) -> None:
    assert session.is_reading
    assert not is_timed(session)
    wait_until_read(session, gate, qtbot)
    assert not session.is_reading
    found = [f.subject.id for f in session.evaluation.findings if f.rule.id == TIME]
    assert found == [FAR.code]  # no road leads there


def test_the_page_draws_them_and_measures_by_road_then(
    session: CountySession, gate: Event, qtbot: QtBot
) -> None:
    page = CoveragePage(session)
    qtbot.addWidget(page)
    page.show()
    assert not page.reading_note.isHidden()
    assert page.data.ground.layers == ()
    assert page.rule_picker.findData(TIME) < 0
    wait_until_read(session, gate, qtbot)
    assert page.reading_note.isHidden()
    assert [layer.name for layer in page.data.ground.layers] == ["道路"]
    page._pick_rule(TIME)
    assert "按道路网量算" in page.panel.method.text()


def test_other_layers_are_read_anew_and_the_ones_before_not_again(
    session: CountySession, gate: Event, qtbot: QtBot
) -> None:
    wait_until_read(session, gate, qtbot)
    gate.clear()
    session.do(Edit("又一层", (Change(None, replace(ROADS, id="s", name="村道")),)))
    assert session.is_reading
    assert not is_timed(session)
    wait_until_read(session, gate, qtbot)
    assert not session.is_reading
    assert is_timed(session)


def test_an_edit_meanwhile_is_checked_at_the_end(
    session: CountySession, gate: Event, qtbot: QtBot
) -> None:
    session.do(Edit("迁", (Change(FAR, replace(FAR, longitude=105.71)),)))
    wait_until_read(session, gate, qtbot)
    assert not [f for f in session.evaluation.findings if f.rule.id == TIME]


def test_a_session_that_is_closed_is_not_told(
    session: CountySession, gate: Event, qtbot: QtBot
) -> None:
    session.close()
    gate.set()
    with qtbot.assertNotEmitted(session.plan_changed, wait=500):
        pass


def test_small_layers_and_those_of_a_command_are_read_at_once(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "某县.weigui"
    create(path, [RECORDS[0], replace(PLAN, rule_set="wuxi"), HOSPITAL, NEAR, ROADS], "new")
    for reading in (None, LayerReading()):
        session = open_session(path, Language.ZH, reading=reading)
        assert not session.is_reading
        assert is_timed(session)
        session.close()
