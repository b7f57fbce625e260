"""`weigui distribute` reports a distribution and writes it only when told to."""

import json

import pytest

from db.catalogue import load_catalogue
from db.county_file import create
from db.samples import sample_records
from desktop.cli import main

# whether there is a department: at most 1 a facility
MARK = next(m.id for m in load_catalogue().measures.values() if m.most == 1 and m.additive)


@pytest.fixture
def run(qapp, capsys, tmp_path):
    path = tmp_path / "a.weigui"
    create(path, sample_records("dazu"), "new")

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["distribute", str(path), "--measure", "beds", *words, "--lang", "en"])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def facilities(output: str) -> dict[str, dict]:
    return {row["facility"]: row for row in json.loads(output)["facilities"]}


def test_the_report_sums_to_the_total_and_writes_nothing(run):
    code, out, _ = run("--total", "6104", "--json")
    assert code == 0
    rows = facilities(out)
    assert sum(row["after"] for row in rows.values()) == 6104
    assert rows["大足区人民医院"]["before"] == 1200
    assert facilities(run("--total", "6104", "--json")[1]) == rows


def test_applied_figures_are_there_afterwards(run):
    assert (
        run("--total", "2000", "--class", "hospital", "--most", "大足区人民医院=500", "--apply")[0]
        == 0
    )
    rows = facilities(run("--total", "2000", "--class", "hospital", "--json")[1])
    assert rows["大足区人民医院"]["before"] == 500
    assert sum(row["before"] for row in rows.values()) == 2000


def test_a_rate_stands_for_a_total(run):
    out = run("--rate", "7.27", "--json")[1]
    assert json.loads(out)["total"] == 6105  # 7.27 × 839,615 ÷ 1,000 = 6,104.001


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--total", "10", "--least", "大足区人民医院=25"), "15"),
        (("--total", "10", "--least", "没有=25"), "没有"),
        (("--total", "10", "--most", "大足区人民医院=x"), "x"),
        (("--total", "10", "--most", "大足区人民医院=" + "9" * 5000), "999"),
        (("--total", "-1"), "-1"),
        (("--rate", "1/0"), "1/0"),
        (("--rate", "1e999999999"), "1e999999999"),
        (("--rate=-1",), "-1"),
        (("--total", "1", "--measure", "floor-area"), "floor-area"),
        (("--total", "1000", "--measure", MARK), "1"),
        ((), "--total"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run, words, said):
    code, out, error = run(*words)
    assert (code, out) == (2, "")
    assert error.count("\n") == 1
    assert said in error


def test_a_bound_for_one_of_two_namesakes_is_refused(qapp, capsys, tmp_path, twins):
    path = tmp_path / "twins.weigui"
    create(path, twins, "new")
    words = ("--total", "10", "--most", "卫生院=5", "--by", "equal", "--lang", "en")
    assert main(["distribute", str(path), "--measure", "beds", *words]) == 2
    assert "fits several" in capsys.readouterr().err
