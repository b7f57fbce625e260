from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli import BAD_USE, FINE, main


def run(*arguments: object) -> int:
    return main(["--lang", "en", "chart", *map(str, arguments)])


def test_a_chart_is_written_with_its_text(
    qapp: object, dazu_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "公平性.svg"
    code = run(dazu_file, "equity", "--out", out, "--measure", "beds", "--basis", "authorised")
    assert code == FINE
    assert capsys.readouterr().out == f"Written: {out}\n"
    text = out.read_text("utf8")
    assert "Equity by township · Beds · Authorised (2020)" in text
    assert "Gini coefficient" in text


def test_all_charts_are_listed_with_their_choices(
    qapp: object, dazu_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(dazu_file, "--list") == FINE
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [
        "distribution",
        "beds",
        "planned actual authorised",
        "By township and class · Beds",
    ] in (lines)
    assert {line[0] for line in lines} == {
        "rates", "targets", "distribution", "ratios", "equity", "distance",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["equity"], "--out"),
        (["nothing", "--out", "x.png"], "nothing"),
        (["equity", "--out", "x.png", "--measure", "nurses"], "possible are beds"),
        (["targets", "--out", "x.png", "--basis", "actual"], "no choice of --basis"),
        (["rates", "--out", "x.png", "--class", "hospital"], "no choice of --class"),
        (["rates", "--out", "x.png", "--plan", "二稿"], "二稿"),
        (["rates", "--out", "x.docx"], "x.docx"),
    ],
)
def test_what_is_not_to_be_had_is_wrong_use(
    qapp: object,
    dazu_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(dazu_file, *arguments) == BAD_USE
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not list(tmp_path.glob("x.*"))
