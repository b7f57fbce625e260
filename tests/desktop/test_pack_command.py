from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop import cli

pytestmark = pytest.mark.slow


def test_the_files_are_named_and_written(
    county_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "资料"
    assert cli.main(["pack", str(county_file), "--out", str(out), "--lang", "zh"]) == 0
    *names, said = capsys.readouterr().out.splitlines()
    written = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert set(names) == written
    assert names[0] == "00 目录.pdf"
    assert said == f"已写入：{out}"


def test_a_name_with_the_ending_of_a_zip_is_a_zip(county_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "资料.zip"
    assert cli.main(["pack", str(county_file), "--out", str(out), "--lang", "en"]) == 0
    with ZipFile(out) as archive:
        assert archive.testzip() is None
        assert "00 Contents.pdf" in archive.namelist()


def test_a_folder_with_files_is_left_alone(
    county_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["pack", str(county_file), "--out", str(tmp_path), "--lang", "zh"]) == 2
    assert "该文件夹中已有文件" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [county_file]
