"""`weigui distribute` reports a distribution and writes it only when told to."""

import json

import pytest

from db.county_file import create
from db.samples import sample_records
from desktop.cli import main


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
        (("--total", "-1"), "-1"),
        ((), "--total"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(run, words, said):
    code, out, error = run(*words)
    assert (code, out) == (2, "")
    assert error.count("\n") == 1
    assert said in error
