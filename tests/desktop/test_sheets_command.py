"""`weigui sheets`: choices, own look, a PDF each, and a printed sheet found again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from db.county_file import open_county_file
from desktop.cli import main
from models.edits import Change, Edit
from models.sheet_code import sheet_code

Weigui = Callable[..., tuple[int, str, str]]


@pytest.fixture
def weigui(qapp: object, capsys: pytest.CaptureFixture[str]) -> Weigui:
    def run(*words: object) -> tuple[int, str, str]:
        code = main([*map(str, words), "--lang", "en"])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def bookmarks(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [bookmark.get_title() for bookmark in document.get_toc()]


def test_sheets_of_a_class_or_a_township(weigui: Weigui, county_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert weigui("sheets", county_file, "--out", out, "--class", "primary-care")[0] == 0
    assert bookmarks(out) == ["乙卫生院", "丙卫生院"]
    assert weigui("sheets", county_file, "--out", out, "--township", "甲镇")[0] == 0
    assert bookmarks(out) == ["甲医院", "乙卫生院"]


def test_a_choice_that_fits_nothing_is_an_error(
    weigui: Weigui, county_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    assert weigui("sheets", county_file, "--out", out, "--township", "没有镇")[0] == 2
    assert weigui("sheets", county_file, "--out", out, "--class", "public-health")[0] == 2
    assert not out.exists()


def test_a_pdf_for_each_facility(weigui: Weigui, county_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "目标表"
    assert weigui("sheets", county_file, "--each", folder)[0] == 0
    assert sorted(p.name for p in folder.iterdir()) == [
        "01-甲医院.pdf", "02-乙卫生院.pdf", "03-丙卫生院.pdf", "04-社会办医院（未列名）.pdf",
    ]  # fmt: skip
    assert bookmarks(folder / "03-丙卫生院.pdf") == ["丙卫生院"]


def test_one_of_out_and_each_is_needed(weigui: Weigui, county_file: Path, tmp_path: Path) -> None:
    assert weigui("sheets", county_file)[0] == 2
    both = ("--out", tmp_path / "a.pdf", "--each", tmp_path)
    assert weigui("sheets", county_file, *both)[0] == 2


def test_a_broken_template_is_told_and_the_built_in_one_used(
    weigui: Weigui, county_file: Path, tmp_path: Path
) -> None:
    look, out = tmp_path / "look", tmp_path / "a.pdf"
    look.mkdir()
    assert weigui("sheets", county_file, "--copy-template", look)[0] == 0
    (look / "target_sheet.typ").write_text("#let a = (1\n", "utf8")
    code, _, error = weigui("sheets", county_file, "--out", out, "--template", look)
    assert code == 0
    assert "line 1: unclosed delimiter" in error
    assert len(bookmarks(out)) == 4


def test_an_archive_says_that_it_is_pdf_a(
    weigui: Weigui, county_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    assert weigui("sheets", county_file, "--out", out, "--archive")[0] == 0
    data = out.read_bytes()
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in data


def test_the_author_is_named_who_is_given(
    weigui: Weigui, county_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    assert weigui("sheets", county_file, "--out", out, "--author", "规划科")[0] == 0
    with pypdfium2.PdfDocument(out) as document:
        assert document.get_metadata_dict()["Author"] == "规划科"


def test_a_printed_sheet_is_found_by_its_code(weigui: Weigui, county_file: Path) -> None:
    with open_county_file(county_file) as file:
        county = file.read()
        plan, hospital = county.plans[0], county.facility("h")
        code = sheet_code(county, plan, hospital)
        (beds,) = [
            a for a in county.column("plan", "beds", "planned", 2025).values()
            if a.facility_id == "h"
        ]  # fmt: skip
    exit_code, report, _ = weigui("sheets", county_file, "--match", code, "--json")
    assert exit_code == 0
    assert json.loads(report) == {
        "matches": [
            {
                "plan": "plan",
                "plan_name": plan.name,
                "facility": "h",
                "facility_name": "甲医院",
                "is_current": True,
            }
        ]
    }
    with open_county_file(county_file) as file:
        file.apply(Edit("删", (Change(beds, None),)))
    exit_code, report, _ = weigui("sheets", county_file, "--match", code)
    assert exit_code == 1
    assert report.startswith("甲医院\t")
    assert "otherwise" in report


def test_an_unknown_code_is_told(weigui: Weigui, county_file: Path) -> None:
    exit_code, report, _ = weigui("sheets", county_file, "--match", "00000-00000")
    assert exit_code == 1
    assert "00000-00000" in report
