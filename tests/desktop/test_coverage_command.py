"""`weigui coverage` by road: minutes, the way of measuring, and what is amiss in the roads."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shapely

from db.catalogue import load_catalogue
from db.county_file import create
from desktop.coverage_command import coverage_map, coverage_of, run
from desktop.usage import WrongUse
from models.catalogue import Language
from models.county import County
from models.layers import Feature, Layer, LayerKind, feature_collection
from models.rules.rule import RuleKind
from tests.desktop.pages.coverage_county import FAR, HOSPITAL, NEAR, PLAN, RECORDS

ROAD = shapely.LineString([(105.70, 29.70), (105.72, 29.70)])
ROADS = Layer("r", "道路", LayerKind.ROADS, feature_collection([Feature(ROAD, {"class": "土路"})]))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A hospital, a place on its road, and one that no road leads to; Wuxi's rules."""
    path = tmp_path / "某县.weigui"
    records = [r for r in RECORDS if r != PLAN]
    create(path, [*records, replace(PLAN, rule_set="wuxi"), ROADS], "new")
    return path


def asked(file: Path, **given: Any) -> Namespace:
    options = {"plan": None, "rule": "wuxi.service-circle-rural", "out": None, "json": False}
    return Namespace(file=file, **{**options, **given})


def test_times_go_by_road_and_the_report_says_so(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # 1,934 m at 20 km/h, as a road of an unknown class: 5.8 minutes
    assert run(asked(file), Language.ZH) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "  时间按道路网量算，村到道路的一段按步行计。"
    near, far = lines[2:4]
    assert near.startswith("  ✓\t近镇\t县医院\t5.8")
    assert far.startswith("  ✕\t远镇\t\t")
    assert any("土路" in line for line in lines[4:])
    assert any("远镇" in line for line in lines[4:])


def test_json_tells_minutes_or_why_there_is_no_way(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked(file, json=True), Language.ZH) == 0
    (rule,) = json.loads(capsys.readouterr().out)["rules"].values()
    near, far = rule["points"]
    assert rule["method"] == "road"
    assert near["minutes"] == pytest.approx(5.8, abs=0.02)
    assert near["no_way"] is None
    assert (far["minutes"], far["no_way"], far["covered"]) == (None, "no-road", False)


def test_a_rule_that_the_plan_does_not_have_is_wrong_use(file: Path) -> None:
    with pytest.raises(WrongUse):
        run(asked(file, rule="wuxi.nothing"), Language.ZH)


def test_the_map_is_of_the_radius_rules_and_without_them_of_the_times() -> None:
    county = County([HOSPITAL, NEAR, FAR])
    found = coverage_of(county, load_catalogue().rules("wuxi"))
    assert {r.rule.kind for r in found.rules} == {RuleKind.RADIUS, RuleKind.TRAVEL_TIME}
    assert {r.rule.kind for r in coverage_map(county, found).shown} == {RuleKind.RADIUS}
    times = tuple(r for r in found.rules if r.rule.kind is RuleKind.TRAVEL_TIME)
    assert coverage_map(county, replace(found, rules=times)).shown == times
