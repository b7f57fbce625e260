"""`weigui workload` reports, writes and takes in the workload."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from desktop.cli import main
from desktop.workload_command import exact_text, workload_report
from models.catalogue import Language
from models.county import County
from models.measure import Allocation, Basis, Origin
from models.workload import Activity, ActivityKind, WorkingTime

# (260 − 43) × 7 = 1,519 hours
TIME = WorkingTime("plan", "nurses", *map(Decimal, (260, 11, 20, 7, 5, 7)))
VISITS = Activity("1", "plan", "b", "nurses", ActivityKind.SERVICE, "门诊", 1,
                  minutes=Decimal(7), volume=Decimal(26040))  # fmt: skip
RECORDS = Activity("2", "plan", "b", "nurses", ActivityKind.CATEGORY, "记录", 2,
                   share=Decimal("0.2"))  # fmt: skip
BLANK = Activity("3", "plan", "c", "nurses", ActivityKind.SERVICE, "门诊", 1, minutes=Decimal(7))
ACTUAL = Allocation("plan", "b", "nurses", Basis.ACTUAL, 2020, Decimal(2), Origin.PLANNER)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path, county_records: list[object]) -> Path:
    path = tmp_path / "a.weigui"
    create(path, [*county_records, TIME, VISITS, RECORDS, BLANK, ACTUAL], "new")  # type: ignore[list-item]
    return path


@pytest.fixture
def run(qapp: object, capsys: pytest.CaptureFixture[str], path: Path) -> Run:
    def run(*words: str, file: Path = path) -> tuple[int, str, str]:
        code = main(["workload", str(file), *words, "--lang", "en"])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_report_has_a_line_for_each_facility_and_cadre(run: Run) -> None:
    """1,519 × 60 ÷ 7 = 13,020 a year; 26,040 ÷ 13,020 = 2; ÷ (1 − 0.2) = 2.5, in whole 3; the two
    that are there are 0.8 of it."""
    code, out, _ = run()
    lines = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert lines[0][:6] == ["乙卫生院", "Nurses", "2.50", "3", "2", "0.80"]
    assert "(260 − 43) × 7 = 1,519 h" in lines[0][6]
    assert lines[1] == [
        "丙卫生院", "Nurses", "Cannot be computed, because “门诊” has no units a year",
    ]  # fmt: skip


def test_json_gives_every_step_exactly(run: Run) -> None:
    report = json.loads(run("--json")[1])
    first, second = report["results"]
    assert (first["required"], first["whole"], first["ratio"], first["gap"]) == (
        "2.5", 3, "0.8", "-1",
    )  # fmt: skip
    assert (first["available_hours"], first["service_staff"]) == ("1519", "2")
    assert first["activities"][0]["standard"] == "13020"
    assert (second["required"], second["missing"]) == (
        None, [{"code": "volume", "activity": "门诊"}],
    )  # fmt: skip
    (need,) = [n for n in report["needs"] if (n["facility_id"], n["cadre"]) == ("b", "nurses")]
    assert (need["workload"], need["binding"]) == (3, ["workload"])
    assert report["imported"] is None


def test_what_is_written_is_taken_in_by_another_county(
    run: Run, tmp_path: Path, county_records: list[object]
) -> None:
    book, other = tmp_path / "r.xlsx", tmp_path / "b.weigui"
    assert run("--out", str(book))[0] == 0
    create(other, county_records, "new")  # type: ignore[arg-type]
    code, out, _ = run("--import", str(book), file=other)
    first, *_ = out.splitlines()
    assert (code, first) == (
        0, "3 activities and 1 working times read: 4 changes, 0 stand in the county already",
    )  # fmt: skip
    with open_county_file(other) as file:
        assert len(file.read().table(Activity)) == 3
    report = json.loads(run("--import", str(book), "--json", file=other)[1])
    assert report["imported"] == {"activities": 3, "times": 1, "changes": 0, "unchanged": 4}


def test_refused_workbook_is_named_and_nothing_is_changed(
    run: Run, tmp_path: Path, path: Path
) -> None:
    book = tmp_path / "r.csv"
    book.write_text("机构,人员类别,活动种类,活动\n丁卫生院,注册护士,服务活动,注射\n", "utf8")
    code, _, err = run("--import", str(book))
    assert code == 2
    assert "r.csv" in err
    assert "row 2, column A: “丁卫生院” is not a facility of this county" in err
    with open_county_file(path) as file:
        assert len(file.read().table(Activity)) == 3


def test_template_is_written_beside_the_report(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "t.xlsx"
    code, out, _ = run("--template", str(book))
    assert (code, book.is_file()) == (0, True)
    assert out.splitlines()[0].startswith("Written: ")


def test_exact_figures_have_an_end_or_are_fractions() -> None:
    assert [exact_text(v) for v in (Decimal("-1.50"), Decimal(7) / 8, None)] == [
        "-1.5", "0.875", None,
    ]  # fmt: skip


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_every_key_is_described(county_records: list[object]) -> None:
    county = County([*county_records, TIME, VISITS, RECORDS, BLANK])  # type: ignore[list-item]
    report = workload_report(county, county.plan("plan"), load_catalogue(), Language.ZH)
    paper = (Path(__file__).parents[2] / "docs/command-line.md").read_text("utf8")
    section = paper.split("## `weigui workload`")[1].split("\n## ")[0]
    described = set(re.findall(r"`(\w+)`", section))
    assert set(keys(report)) - described == set()
