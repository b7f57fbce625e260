"""`weigui compare` prints the differences of two versions, and says which are not there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from db.county_file import create, open_county_file
from desktop.cli import main
from models.county import County
from models.edits import Change, Edit, add, remove
from models.measure import Allocation, Basis, Origin
from models.plan import PlanState
from models.plan_versions import copy_plan

Run = Callable[..., tuple[int, str, str]]
KEY = ("beds", Basis.PLANNED, 2025)


@pytest.fixture
def path(tmp_path: Path, county_records: list[object]) -> Path:
    """Two versions: 甲医院 has 510 beds instead of 500, 乙 none, 丙 has nurses besides."""
    county = County(county_records)  # type: ignore[arg-type]
    county.apply(copy_plan(county, "plan", name="二稿", date="2022-04-15", label="复制"))
    copy = county.plans[1].id
    first, second = (county.allocation(copy, f, *KEY) for f in "hb")
    assert first is not None
    assert second is not None
    nurses = Allocation(copy, "c", "nurses", *KEY[1:], Decimal(9), Origin.PLANNER)
    changes = (Change(first, replace(first, value=Decimal(510))), *remove(second), *add(nurses))
    county.apply(Edit("改", changes))
    path = tmp_path / "测试县.weigui"
    create(path, county.records(), "新建")
    return path


@pytest.fixture
def weigui(qapp: object, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object) -> tuple[int, str, str]:
        code = main([*map(str, words), "--lang", "en"])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_differences_and_totals_are_printed(weigui: Run, path: Path) -> None:
    code, out, _ = weigui("compare", path, "规划", "二稿")
    assert code == 0
    lines = [line.split("\t") for line in out.splitlines()]
    assert lines[:3] == [
        ["Changed", "甲医院", "Beds Planned 2025", "500", "510", "+10"],
        ["Removed", "乙卫生院", "Beds Planned 2025", "40", "—", "—"],
        ["Added", "丙卫生院", "Nurses Planned 2025", "—", "9", "—"],
    ]
    assert ["Total", "Beds Planned 2025", "660", "630", "−30"] in lines
    assert lines[-1] == ["1 changed, 1 added, 1 removed, 9 the same"]


def test_json_has_stable_keys(weigui: Run, path: Path) -> None:
    code, out, _ = weigui("compare", path, "规划", "二稿", "--json")
    report = json.loads(out)
    assert code == 0
    assert report["a"] == {"id": "plan", "name": "规划", "state": "draft", "date": ""}
    assert report["b"]["date"] == "2022-04-15"
    assert [report[key] for key in ("same", "changed", "added", "removed")] == [9, 1, 1, 1]
    assert report["cells"][1] == {
        "kind": "removed", "facility": "乙卫生院", "facility_id": "b", "measure": "beds",
        "basis": "planned", "year": 2025, "a": 40, "b": None, "difference": None,
    }  # fmt: skip
    (planned,) = (t for t in report["totals"] if (t["measure"], t["basis"]) == ("beds", "planned"))
    assert planned == {
        "measure": "beds", "basis": "planned", "year": 2025, "a": 660, "b": 630,
        "difference": -30, "same": 2, "changed": 1, "added": 0, "removed": 1,
    }  # fmt: skip


def test_equal_versions_have_no_differences(weigui: Run, path: Path) -> None:
    code, out, _ = weigui("compare", path, "plan", "规划", "--json")
    assert code == 0
    assert json.loads(out)["cells"] == []


def test_a_version_that_is_not_there_is_one_clear_line(weigui: Run, path: Path) -> None:
    code, out, error = weigui("compare", path, "规划", "三稿")
    assert (code, out) == (2, "")
    assert error == "weigui: no plan version 三稿; there are: 规划, 二稿\n"


def test_a_name_that_two_versions_have_is_refused(weigui: Run, path: Path) -> None:
    with open_county_file(path) as file:
        copy = file.read().plans[1]
        file.apply(Edit("改名", (Change(copy, replace(copy, name="规划")),)))
    code, _, error = weigui("compare", path, "规划", copy.id)
    assert code == 2
    assert error == f"weigui: several versions are called 规划; ids: plan, {copy.id}\n"


def test_a_command_writes_nothing_into_an_issued_version(weigui: Run, path: Path) -> None:
    with open_county_file(path) as file:
        last = file.read().plans[-1]  # the version that commands work on
        issued = replace(last, state=PlanState.ISSUED)
        file.apply(Edit("印发", (Change(last, issued),)))
        before = set(file.read().records())
    code, _, error = weigui("distribute", path, "--measure", "beds", "--total", 900, "--apply")
    assert code == 2
    assert "“二稿” is issued and locked" in error
    with open_county_file(path) as file:
        assert set(file.read().records()) == before
