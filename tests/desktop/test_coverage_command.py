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
from models.facility import PlaceOrigin
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
    assert lines[2:4] == [
        "  3,000 of 4,000 people in time (75.0%), 1,000 not in time",
        "  1 of 2 points not in time",
    ]
    near, far = lines[4:6]
    assert near.startswith("  ✓\t近镇\t县医院\t5.8")
    assert far.startswith("  ✕\t远镇\t\t")
    assert any("土路" in line for line in lines[6:])
    assert any("远镇" in line for line in lines[6:])


def test_what_is_left_out_and_what_is_only_approximate_is_told_at_the_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "某县.weigui"
    seat = replace(NEAR, place_origin=PlaceOrigin.APPROXIMATE, source="GeoNames 1")
    create(path, [*(r for r in RECORDS if r != NEAR), seat], "new")
    assert run(asked(path, rule=None), Language.ZH) == 0
    told = capsys.readouterr().out
    assert "Facilities without coordinates (1): 未定位医院\n" in told
    assert "Places without coordinates (1): 无坐标镇\n" in told
    assert "≈ 位置近似（如取乡镇驻地），共 1 处，待核对。\n" in told
    assert "© GeoNames（CC BY 4.0）" in told
    assert "  no population point that this applies to\n" in told  # of the urban rule


def test_a_plan_without_such_a_rule_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "某县.weigui"
    create(path, [*(r for r in RECORDS if r != PLAN), replace(PLAN, rule_set="wushan")], "new")
    assert run(asked(path, rule=None), Language.ZH) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "The plan has no rule on service radii or times."
    assert told[1] == "Places without coordinates (1): 无坐标镇"


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
