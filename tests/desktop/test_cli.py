"""The command line as a planner or a script uses it: reports, exit codes, one clear line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from db.county_file import create
from db.samples import sample_records
from desktop.cli import main
from models.county import County


@pytest.fixture(scope="module")
def dazu_file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "大足区.weigui"
    create(path, sample_records("dazu"), "new")
    return path


@pytest.fixture
def weigui(qapp, capsys):
    """Runs a command in English; gives exit code, standard output and standard error."""

    def run(*words: object) -> tuple[int, str, str]:
        code = main([*map(str, words), "--lang", "en"])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_new_makes_a_sample_and_never_overwrites(weigui, tmp_path):
    path = tmp_path / "a.weigui"
    assert weigui("new", path, "--sample", "yanjiang")[0] == 0
    before = path.read_bytes()
    code, _, error = weigui("new", path, "--sample", "yanjiang")
    assert code == 2
    assert error.count("\n") == 1
    assert "exists already" in error
    assert path.read_bytes() == before


def test_import_of_the_raw_plan_gives_the_sample_record_for_record(weigui, tmp_path, seeds):
    for name, text in (
        ("dazu", "002_ad07632a892bc8a2.txt"),
        ("yanjiang", "003_ce224e3ad2283474.txt"),
    ):
        path = tmp_path / f"{name}.weigui"
        assert weigui("new", path)[0] == 0
        code, report, _ = weigui("import", path, seeds / text)
        assert code == 0
        assert "Recognised" in report
        assert "Left aside" in report
        _, shown, _ = weigui("show", path, "--json")
        imported = json.loads(shown)
        sample = tmp_path / f"{name}-sample.weigui"
        weigui("new", sample, "--sample", name)
        assert imported == json.loads(weigui("show", sample, "--json")[1])
        code, report, _ = weigui("import", path, seeds / text)
        assert (code, report.splitlines()[-1].split()[0]) == (0, "0")


def test_a_dry_run_changes_nothing(weigui, tmp_path, seeds):
    path = tmp_path / "a.weigui"
    weigui("new", path)
    assert weigui("import", path, seeds / "002_ad07632a892bc8a2.txt", "--dry-run")[0] == 0
    assert json.loads(weigui("show", path, "--json")[1])["facilities"] == []


def test_show_lists_facilities_with_place_and_allocations_with_origin(weigui, dazu_file):
    code, out, _ = weigui("show", dazu_file, "--json")
    report = json.loads(out)
    assert code == 0
    hospital = next(f for f in report["facilities"] if f["name"] == "大足区人民医院")
    assert (hospital["class"], hospital["type"]) == ("hospital", "general-hospital")
    assert hospital["place"] is None
    beds = {
        a["basis"]: (a["value"], a["origin"])
        for a in report["allocations"]
        if a["facility"] == "大足区人民医院" and a["measure"] == "beds"
    }
    assert beds == {
        "authorised": (1200, "published"),
        "actual": (1333, "published"),
        "planned": (1200, "published"),
    }
    assert report["county"]["name"] == "大足区"
    assert report["plans"][0]["target_year"] == 2025


def test_check_without_errors_ends_with_0_and_lists_the_warnings(weigui, dazu_file):
    code, out, _ = weigui("check", dazu_file, "--json")
    findings = json.loads(out)["findings"]
    assert code == 0
    # 龙水镇 has no township health centre of its own: the second hospital serves it.
    assert {f["rule"] for f in findings} == {"dazu.emergency-radius-urban", "dazu.township-centres"}
    first = findings[0]
    assert set(first) >= {"rule", "severity", "subject", "measured", "limit", "shortfall", "source"}
    assert first["limit"] == "3500"


def test_check_ends_with_1_where_a_binding_target_is_missed(weigui, tmp_path):
    from decimal import Decimal

    from models.measure import Allocation, Basis, Origin

    records = sample_records("dazu")
    county = County(records)
    key = (county.plans[0].id, county.facilities[0].id, "nurses", Basis.PLANNED, 2025)
    path = tmp_path / "a.weigui"
    create(path, [*records, Allocation(*key, Decimal(10), Origin.PLANNER)], "new")
    code, out, _ = weigui("check", path, "--json")
    errors = [f for f in json.loads(out)["findings"] if f["severity"] == "error"]
    assert code == 1
    assert [(f["rule"], f["shortfall"]) for f in errors] == [("dazu.nurses", 2686)]


def test_sheets_are_written_for_all_or_for_the_named_only(weigui, dazu_file, tmp_path):
    path = tmp_path / "sheets.pdf"
    assert weigui("sheets", dazu_file, "--out", path, "--facility", "大足区中医医院")[0] == 0
    with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "大足区中医医院" in text
    assert "499" in text
    assert "大足区人民医院" not in text
    code, _, error = weigui("sheets", dazu_file, "--out", path, "--facility", "没有的医院")
    assert code == 2
    assert "没有的医院" in error


def test_export_and_import_of_the_workbook_change_nothing(weigui, dazu_file, tmp_path):
    path = tmp_path / "allocation.xlsx"
    assert weigui("export", dazu_file, "--out", path)[0] == 0
    code, report, _ = weigui("import", dazu_file, path)
    assert code == 0
    assert report.splitlines()[-1].startswith("0 changes")


def test_coverage_reports_each_point_with_its_nearest_site(weigui, dazu_file, tmp_path):
    picture = tmp_path / "map.png"
    code, out, _ = weigui("coverage", dazu_file, "--json", "--out", picture)
    rules = json.loads(out)["rules"]
    assert code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    urban = rules["dazu.emergency-radius-urban"]
    assert urban["limit_m"] == 3500
    assert urban["population"] - urban["covered_population"] == 78583
    outside = {p["name"]: p for p in urban["points"] if not p["covered"]}
    assert set(outside) == {"龙滩子街道", "双路街道", "通桥街道", "智凤街道"}
    assert all(p["distance_m"] > 3500 for p in outside.values())


def test_coverage_of_one_rule_says_how_it_was_measured(weigui, tmp_path):
    file = tmp_path / "巫溪县.weigui"
    weigui("new", file, "--sample", "wuxi")
    code, out, _ = weigui("coverage", file, "--rule", "wuxi.service-circle-rural")
    assert code == 0
    rule, method, people, points, point, *_ = out.splitlines()
    assert "30 minutes" in rule
    assert method == "  Times are straight-line distance × detour 1.3 ÷ 30 km/h, not by road."
    assert people == "  0 of 398,848 people in time (0.0%), 398,848 not in time"
    assert points == "  29 of 29 points not in time"
    assert point.endswith((" min", "none"))
    code, _, error = weigui("coverage", file, "--rule", "wuxi.nothing")
    assert code == 2
    assert "wuxi.nothing" in error


def test_an_import_lists_every_cell_that_it_refuses_and_changes_nothing(
    weigui, dazu_file, tmp_path
):
    workbook = tmp_path / "a.xlsx"
    weigui("export", dazu_file, "--out", workbook)
    book = openpyxl.load_workbook(workbook)
    book.worksheets[0]["D4"], book.worksheets[0]["E5"] = "many", -1
    book.save(workbook)
    before = dazu_file.read_bytes()
    code, listed, error = weigui("import", dazu_file, workbook)
    assert code == 2
    assert [line.split(": ")[0].split(", ", 1)[1] for line in listed.splitlines()] == [
        "row 4, column D",
        "row 5, column E",
    ]
    assert error.count("\n") == 1
    assert "2 cells" in error
    assert dazu_file.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("check", "--wrong"),
        ("check",),
        ("check", "no-such-file.weigui"),
        ("proofread", "no-such-file.txt"),
        ("new", "no/such/folder/a.weigui"),
        ("new", "a.weigui", "--sample", "atlantis"),
    ],
)
def test_bad_use_and_bad_input_end_with_2_and_one_line(weigui, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, error = weigui(*words)
    assert code == 2
    assert out == ""
    assert error.count("\n") == 1
    assert error.startswith("weigui")
    assert list(tmp_path.iterdir()) == []


COMMANDS = (
    "new", "import", "show", "check", "proofread", "sheets", "export", "coverage", "demo",
    "self-test",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(weigui, command):
    code, out, _ = weigui(command, "--help")
    assert code == 0
    assert f"weigui {command}" in out


def test_the_command_speaks_chinese_unless_told_otherwise(qapp, capsys):
    assert main(["check", "没有.weigui"]) == 2
    chinese = capsys.readouterr().err
    assert main(["check", "没有.weigui", "--lang", "en"]) == 2
    english = capsys.readouterr().err
    assert "不存在" in chinese
    assert "does not exist" in english


def test_an_empty_file_says_what_to_do_first(weigui, tmp_path):
    path = tmp_path / "a.weigui"
    weigui("new", path)
    code, _, error = weigui("check", path)
    assert code == 2
    assert "import" in error


@pytest.mark.slow
def test_the_module_runs_as_a_program_of_its_own(tmp_path):
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--version"],
        cwd=root, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split()[0]) == (0, "weigui")


def test_namesakes_both_get_their_sheet(weigui, tmp_path, twins):
    path, pdf = tmp_path / "a.weigui", tmp_path / "a.pdf"
    create(path, twins, "new")
    for words in ((), ("--facility", "卫生院")):
        assert weigui("sheets", path, "--out", pdf, *words)[0] == 0
        with pypdfium2.PdfDocument(pdf) as document:
            assert len(document) == 2


def test_a_county_without_facilities_has_no_sheets_but_a_demo(weigui, tmp_path):
    path = tmp_path / "a.weigui"
    weigui("new", path, "--sample", "pingluo")
    code, _, error = weigui("sheets", path, "--out", tmp_path / "a.pdf")
    assert (code, error.count("\n")) == (2, 1)
    assert "no facility" in error
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("coverage", "FILE", "--out", "a.gif"), ".png"),
        (("demo", "FILE", "--out", "FILE"), "cannot be written"),
        (("new", "a" * 300 + ".weigui"), "cannot be written"),
        (("show", "a" * 300), "does not exist"),
        (("show", "FILE/a.weigui"), "does not exist"),
    ],
)
def test_a_name_that_cannot_be_written_or_read_is_one_clear_line(weigui, dazu_file, words, said):
    code, _, error = weigui(*(word.replace("FILE", str(dazu_file)) for word in words))
    assert (code, error.count("\n")) == (2, 1)
    assert said in error


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a disk that is full")
def test_a_report_that_finds_the_disk_full_says_so(dazu_file):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "show", str(dazu_file)],
            cwd=Path(__file__).parents[2], check=False, stdout=full, stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_word_too_long_for_a_file_is_wrong_use(weigui):
    assert weigui("a" * 5000)[0] == 2


def test_sheets_and_tables_are_made_from_a_write_protected_file(weigui, tmp_path):
    path = tmp_path / "a.weigui"
    weigui("new", path, "--sample", "yanjiang")
    path.chmod(0o444)
    assert weigui("sheets", path, "--out", tmp_path / "a.pdf")[0] == 0
    assert weigui("export", path, "--out", tmp_path / "a.xlsx")[0] == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "a.weigui", "a.xlsx"]
