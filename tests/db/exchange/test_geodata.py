"""Files that are none, empty, or of another kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.exchange.geodata import GEODATA_ENDINGS, read_geodata
from models.errors import FileError, FileProblem


@pytest.mark.parametrize("ending", GEODATA_ENDINGS)
def test_a_file_of_no_bytes_is_called_empty(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.touch()
    assert problem_of(path) is FileProblem.EMPTY


@pytest.mark.parametrize("ending", GEODATA_ENDINGS)
def test_a_file_of_noise_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(bytes(range(256)) * 8)
    assert problem_of(path) in (
        FileProblem.NOT_GEODATA,
        FileProblem.CUT_OFF,
        FileProblem.PART_MISSING,
        FileProblem.UNKNOWN_FORMAT,
    )


def test_a_missing_file_is_called_so(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "a.gpkg") is FileProblem.MISSING


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.geojson").mkdir()
    assert problem_of(tmp_path / "a.geojson") is FileProblem.NOT_GEODATA


def test_another_ending_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.dwg"
    path.write_bytes(b"AC1027")
    assert problem_of(path) is FileProblem.NOT_GEODATA


def problem_of(path: Path) -> FileProblem:
    with pytest.raises(FileError) as refused:
        read_geodata(path)
    assert refused.value.path == path
    return refused.value.problem
