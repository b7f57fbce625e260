"""`--plan`: a command reports on the version that is asked for, by name or id."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from db.county_file import create
from db.samples import sample_records
from desktop.cli import main
from models.county import County
from models.edits import Change, Edit, add
from models.measure import Basis
from models.plan_versions import copy_plan
from models.rules.setting import RuleSetting

Run = Callable[..., str]
URBAN = "dazu.emergency-radius-urban"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dazu's plan and a later 二稿: the first hospital has 777 beds, not 1,200; no urban radius."""
    county = County(sample_records("dazu"))
    first = county.plans[0]
    county.apply(copy_plan(county, first.id, name="二稿", date="2022-04-15", label="复制"))
    copy = county.plans[1]
    beds = county.allocation(copy.id, county.facilities[0].id, "beds", Basis.PLANNED, 2025)
    assert beds is not None
    off = RuleSetting(copy.id, URBAN, active=False, reason="不适用")
    changes = (Change(beds, replace(beds, value=Decimal(777))), *add(off))
    county.apply(Edit("改", changes))
    path = tmp_path_factory.mktemp("plans") / "dazu.weigui"
    create(path, county.records(), "新建")
    return path


@pytest.fixture
def weigui(qapp: object, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object, code: int = 0) -> str:
        assert main([*map(str, words), "--lang", "en"]) == code
        captured = capsys.readouterr()
        return captured.err if code else captured.out

    return run


@pytest.mark.parametrize("command", ["check", "indicators", "workload"])
def test_a_report_names_the_version_that_was_asked_for(
    weigui: Run, path: Path, command: str
) -> None:
    first = County(sample_records("dazu")).plans[0]
    for asked, named in ((first.name, first.name), (first.id, first.name), ("二稿", "二稿")):
        assert json.loads(weigui(command, path, "--plan", asked, "--json"))["plan"] == named
    assert json.loads(weigui(command, path, "--json"))["plan"] == "二稿"


def test_rules_and_radii_are_those_of_the_version(weigui: Run, path: Path) -> None:
    first = County(sample_records("dazu")).plans[0].name
    for asked, active in ((first, True), ("二稿", False)):
        shown = json.loads(
            weigui("rules", "show", URBAN, "--file", path, "--plan", asked, "--json")
        )
        assert shown["active"] is active
        measured = json.loads(weigui("coverage", path, "--plan", asked, "--json"))
        assert (URBAN in measured["rules"]) is active


def test_sheets_and_tables_hold_the_figures_of_the_version(
    weigui: Run, path: Path, tmp_path: Path
) -> None:
    first = County(sample_records("dazu")).plans[0].name
    for asked, planned in ((first, 1200), ("二稿", 777)):
        book, paper = tmp_path / f"{planned}.xlsx", tmp_path / f"{planned}.pdf"
        weigui("export", path, "--plan", asked, "--out", book)
        cells = {cell for row in openpyxl.load_workbook(book).active.values for cell in row}
        assert (777 in cells) is (planned == 777)
        weigui("sheets", path, "--plan", asked, "--out", paper, "--facility", "大足区人民医院")
        with pypdfium2.PdfDocument(paper) as pdf:
            text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert ("777" in text) is (planned == 777)


@pytest.mark.parametrize(
    "words",
    [("check",), ("indicators",), ("workload",), ("coverage",), ("rules", "list", "--file")],
    ids=lambda words: words[0],
)
def test_a_version_that_is_not_there_names_those_that_are(
    weigui: Run, path: Path, words: tuple[str, ...]
) -> None:
    first = County(sample_records("dazu")).plans[0].name
    error = weigui(*words, path, "--plan", "三稿", code=2)
    assert error == f"weigui: no plan version 三稿; there are: {first}, 二稿\n"


def test_a_version_of_no_file_is_wrong_use(weigui: Run) -> None:
    assert (
        weigui("rules", "list", "--plan", "二稿", code=2) == "weigui rules: --plan needs --file\n"
    )
