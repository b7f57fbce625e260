from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.exchange.writing import write_whole
from models.errors import FileError, FileProblem


def test_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "目标表.pdf"
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError) as caught:
        write_whole(path, b"new")
    assert caught.value.problem is FileProblem.CANNOT_WRITE
    assert caught.value.detail == "No space left on device"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_folder_in_the_place_of_the_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(FileError) as caught:
        write_whole(path, b"new")
    assert caught.value.problem is FileProblem.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == [path]


def test_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_whole(tmp_path / "none" / "a.pdf", b"new")
    assert caught.value.problem is FileProblem.NO_SUCH_FOLDER


def test_write_protected_file_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write what is protected
    with pytest.raises(FileError) as caught:
        write_whole(path, b"new")
    assert caught.value.problem is FileProblem.READ_ONLY
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such permissions")
def test_others_may_read_what_they_could_before(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640
