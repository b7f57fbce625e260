"""`weigui import --json`, `weigui layouts` and `weigui export --layout`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from models.layout import Layout

KEYS = {"source", "applied", "recognised", "problems", "left_aside", "assumed", "changes",
        "unchanged", "doubts"}  # fmt: skip


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "床位.csv"
    path.write_text("机构名称,2025年规划床位,电话\n甲医院,５２０张,1\n", encoding="utf8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict, str]:
    code = main(["--lang", "en", *map(str, arguments), "--json"])
    out = capsys.readouterr()
    return code, json.loads(out.out), out.err


def test_a_dry_run_tells_everything_and_changes_nothing(qapp, capsys, county_file, source) -> None:
    code, report, _ = run(capsys, "import", county_file, source, "--dry-run")
    assert (code, set(report), report["applied"]) == (0, KEYS, False)
    (part,) = report["recognised"]
    assert part["mapping"][1] == {
        "heading": "2025年规划床位",
        "use": "value beds planned 2025",
    }
    assert {p["code"] for p in report["problems"]} == {"full-width", "unit-dropped"}
    assert report["left_aside"][0]["reason"] == "unknown-column"
    (change,) = report["changes"]
    assert (change["record"], change["before"]["value"], change["after"]["value"]) == (
        "Allocation", "500", "520",
    )  # fmt: skip
    assert run(capsys, "import", county_file, source, "--dry-run")[1] == report


def test_without_dry_run_it_is_applied_once(qapp, capsys, county_file, source) -> None:
    assert run(capsys, "import", county_file, source)[1]["applied"]
    again = run(capsys, "import", county_file, source)[1]
    assert (again["applied"], again["changes"], again["unchanged"]) == (False, [], 1)


def test_refused_cells_are_in_the_report_and_nothing_is_applied(
    qapp, capsys, county_file, source
) -> None:
    source.write_text("机构名称,规划床位\n甲医院,-1\n某院,5\n", encoding="utf8")
    code, report, error = run(capsys, "import", county_file, source)
    assert (code, report["applied"]) == (2, False)
    assert [(p["row"], p["column"], p["code"], p["refused"]) for p in report["problems"]] == [
        (2, "B", "negative", True),
        (3, "A", "unknown-facility", True),
    ]
    assert error.startswith("weigui: 床位.csv: 2 cells cannot be taken")


def test_figures_out_of_all_proportion_need_a_word(qapp, capsys, county_file, source) -> None:
    text = "机构名称,2025年规划床位\n乙卫生院,90000\n"
    source.write_text(text, encoding="utf8")
    code, report, error = run(capsys, "import", county_file, source)
    assert (code, report["applied"]) == (2, False)
    (doubt,) = report["doubts"]
    assert (doubt["place"], doubt["code"], doubt["facility"], doubt["value"]) == (
        "床位.csv 床位!B2", "large-for-type", "b", "90000",
    )  # fmt: skip
    assert "1 figures are out of all proportion, nothing was changed" in error
    assert main(["--lang", "en", "import", str(county_file), str(source)]) == 2
    assert "Doubtful: 床位.csv 床位!B2: 乙卫生院, Beds" in capsys.readouterr().out
    code, report, _ = run(capsys, "import", county_file, source, "--accept-doubtful")
    assert (code, report["applied"], len(report["doubts"])) == (0, True, 1)


def test_a_source_without_a_known_table_is_refused(qapp, capsys, county_file, source) -> None:
    source.write_text("姓名,电话\n张三,1\n", encoding="utf8")
    code, report, error = run(capsys, "import", county_file, source)
    assert (code, report["recognised"]) == (2, [])
    assert "no table that Weigui knows" in error


def test_layouts_lists_what_export_takes(qapp, capsys) -> None:
    code, report, _ = run(capsys, "layouts")
    assert code == 0
    assert [entry["layout"] for entry in report["layouts"]] == [str(layout) for layout in Layout]
    assert all({"xlsx", "docx", "csv"} <= set(entry["read"]) for entry in report["layouts"])


@pytest.mark.parametrize("layout", Layout)
def test_every_layout_is_written_and_read_again(
    qapp, capsys, county_file, tmp_path: Path, layout: Layout
) -> None:
    path = tmp_path / "a.xlsx"
    main(["--lang", "en", "export", str(county_file), "--out", str(path), "--layout", layout])
    capsys.readouterr()
    code, report, _ = run(capsys, "import", county_file, path)
    assert (code, report["changes"]) == (0, [])
