from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from db.exchange.writing import replacing, write_whole
from models.errors import FileError, FileProblem


def test_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "目标表.pdf"
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def windows(number: int, python: int) -> OSError:
    """What Windows' error `number` looks like to Python there."""
    error = OSError(python, "refused")
    error.winerror = number  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), FileProblem.DISK_FULL),
        (OSError(errno.EDQUOT, "Quota exceeded"), FileProblem.DISK_FULL),
        (OSError(errno.EROFS, "Read-only file system"), FileProblem.PROTECTED_FOLDER),
        (OSError(errno.EIO, "Input/output error"), FileProblem.UNREACHABLE),
        (OSError(errno.ESTALE, "Stale file handle"), FileProblem.UNREACHABLE),
        (OSError(errno.ENAMETOOLONG, "File name too long"), FileProblem.NAME_TOO_LONG),
        (windows(112, errno.ENOSPC), FileProblem.DISK_FULL),
        (windows(64, errno.ENOENT), FileProblem.UNREACHABLE),
        (windows(19, errno.EACCES), FileProblem.PROTECTED_FOLDER),
        (windows(206, errno.ENOENT), FileProblem.NAME_TOO_LONG),
        (OSError(errno.EINVAL, "Invalid argument"), FileProblem.CANNOT_WRITE),
    ],
)
def test_failure_is_named_and_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, problem: FileProblem
) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileError) as caught:
        write_whole(path, b"new")
    assert caught.value.problem is problem
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "error",
    [
        windows(5, errno.EACCES),  # what Windows says of a workbook that is open in Excel
        windows(32, errno.EACCES),
        PermissionError(errno.EACCES, "Permission denied"),
    ],
)
def test_a_file_that_is_open_in_a_program_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    path = tmp_path / "open.xlsx"
    path.write_bytes(b"old")

    def locked(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(FileError) as caught:
        write_whole(path, b"new")
    assert caught.value.problem is FileProblem.LOCKED
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(FileError) as caught:
        write_whole(tmp_path / "a.pdf", b"new")
    assert caught.value.problem is FileProblem.PROTECTED_FOLDER


def test_a_share_that_goes_away_while_writing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError(errno.EHOSTDOWN, "Host is down")

    monkeypatch.setattr(os, "fsync", gone)
    monkeypatch.setattr(Path, "unlink", gone)  # the part cannot be removed either
    with pytest.raises(FileError) as caught:
        write_whole(tmp_path / "a.pdf", b"new")
    assert caught.value.problem is FileProblem.UNREACHABLE


@pytest.mark.skipif(os.name == "nt", reason="Windows counts characters, not bytes")
def test_the_longest_name_that_the_disk_takes_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'目' * 83}.pdf"  # 253 bytes of the 255 that a name may have
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows counts characters, not bytes")
def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        write_whole(tmp_path / f"{'目' * 90}.pdf", b"new")
    assert caught.value.problem is FileProblem.NAME_TOO_LONG
    assert list(tmp_path.iterdir()) == []


def test_what_is_given_up_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    def write_half() -> None:
        with replacing(tmp_path / "a.zip") as file:
            file.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        write_half()
    assert list(tmp_path.iterdir()) == []


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
