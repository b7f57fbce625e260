"""`weigui indicators`: the same figures as the page, for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main


def report(file: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    assert main(["indicators", str(file), "--json", "--lang", "en", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_rate_with_its_inputs(
    qapp: object, dazu_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = report(dazu_file, capsys)
    beds = next(i for i in found["indicators"] if i["rule"] == "dazu.beds")
    assert beds["formula"] == "Beds ÷ Resident population × 1,000"
    assert beds["planned"]["numerator"] == "6114"
    assert beds["planned"]["denominator"] == "839615"
    assert (beds["target"], beds["state"], beds["gap"]) == ("7.27", "holds", 0)
    assert beds["start"] == {"year": 2020, "value": "6.15", "way": "printed", "complete": True}
    assert "in_year" not in beds
    assert found == report(dazu_file, capsys)  # stable between runs


def test_what_is_not_computed_says_so(
    qapp: object, dazu_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = report(dazu_file, capsys)["indicators"]
    life, nurses = rows[0], next(i for i in rows if i["rule"] == "dazu.nurses")
    assert (life["state"], life["rule"], life["planned"]) == ("not-entered", None, None)
    assert (nurses["state"], nurses["missing"], nurses["progress"]) == (
        "no-figures", "no-figures", None)  # fmt: skip


def test_a_year_adds_what_was_planned(
    qapp: object, dazu_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beds = next(
        i
        for i in report(dazu_file, capsys, "--year", "2023")["indicators"]
        if i["rule"] == "dazu.beds"
    )
    # 6.15 + (7.27 − 6.15) × 3 ÷ 5
    assert beds["in_year"]["planned"] == "6.822"
    assert (beds["in_year"]["planned_by"], beds["in_year"]["verdict"]) == ("line", "unknown")


def test_text_and_a_wrong_year(
    qapp: object, dazu_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["indicators", str(dazu_file), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("10\t每千人口注册护士数（人）\t3.07\t3.21\t—") for line in lines)
    assert main(["indicators", str(dazu_file), "--year", "2031", "--lang", "en"]) == 2
    assert "2031" in capsys.readouterr().err
