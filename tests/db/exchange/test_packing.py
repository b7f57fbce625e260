from __future__ import annotations

import errno
import tempfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from db.exchange.packing import packing
from models.errors import FileError, FileProblem


def fill(path: Path) -> None:
    with packing(path) as folder:
        (folder / "分表").mkdir()
        (folder / "目录.pdf").write_bytes(b"a")
        (folder / "分表" / "指标.docx").write_bytes(b"b")


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_folder_is_made(tmp_path: Path) -> None:
    fill(tmp_path / "资料")
    assert names(tmp_path) == ["资料/分表/指标.docx", "资料/目录.pdf"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "资料").mkdir()
    fill(tmp_path / "资料")
    assert names(tmp_path) == ["资料/分表/指标.docx", "资料/目录.pdf"]


def test_a_zip_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "资料.ZIP"
    path.write_bytes(b"old")
    fill(path)
    with ZipFile(path) as archive:
        assert archive.namelist() == ["分表/指标.docx", "目录.pdf"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_holds_something_is_left(tmp_path: Path) -> None:
    (tmp_path / "资料").mkdir()
    (tmp_path / "资料" / "旧.pdf").write_bytes(b"old")
    with pytest.raises(FileError) as caught:
        fill(tmp_path / "资料")
    assert caught.value.problem is FileProblem.NOT_EMPTY
    assert names(tmp_path) == ["资料/旧.pdf"]


def test_a_missing_folder_above_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        fill(tmp_path / "none" / "资料")
    assert caught.value.problem is FileProblem.NO_SUCH_FOLDER


@pytest.mark.parametrize("name", ["资料", "资料.zip"])
def test_what_is_given_up_leaves_nothing_and_the_old_zip(tmp_path: Path, name: str) -> None:
    (tmp_path / "资料.zip").write_bytes(b"old")

    def give_up() -> None:
        with packing(tmp_path / name) as folder:
            (folder / "目录.pdf").write_bytes(b"a")
            raise KeyError

    with pytest.raises(KeyError):
        give_up()
    assert names(tmp_path) == ["资料.zip"]
    assert (tmp_path / "资料.zip").read_bytes() == b"old"


def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(FileError) as caught:
        fill(tmp_path / "资料")
    assert caught.value.problem is FileProblem.DISK_FULL


def test_a_file_that_cannot_be_written_is_told_as_the_pack(tmp_path: Path) -> None:
    def fail() -> None:
        with packing(tmp_path / "资料.zip") as folder:
            raise FileError(folder / "目录.pdf", FileProblem.DISK_FULL)

    with pytest.raises(FileError) as caught:
        fail()
    assert (caught.value.path, caught.value.problem) == (
        tmp_path / "资料.zip", FileProblem.DISK_FULL
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []
