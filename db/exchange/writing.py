"""Writing a file so that whoever reads it finds the old file or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from models.errors import FileError, FileProblem

PREFIX, SUFFIX = ".weigui-", ".part"  # of a file or folder that is not finished
_LONGEST = 259  # characters of a path, where Windows has not been told to take longer ones
_UNREACHABLE = (
    "EIO", "ENXIO", "ENODEV", "ESTALE", "ENETDOWN", "ENETUNREACH", "EHOSTDOWN", "EHOSTUNREACH",
    "ENOTCONN", "ETIMEDOUT", "ECONNRESET",
)  # fmt: skip
_BY_NAME = {
    **dict.fromkeys(("ENOSPC", "EDQUOT"), FileProblem.DISK_FULL),
    **dict.fromkeys(("EBUSY", "ETXTBSY"), FileProblem.LOCKED),
    **dict.fromkeys(_UNREACHABLE, FileProblem.UNREACHABLE),
    "ENAMETOOLONG": FileProblem.NAME_TOO_LONG,
    "EROFS": FileProblem.PROTECTED_FOLDER,
}
# Windows' own numbers say more than the errno that Python makes of them.
_BY_WINDOWS = {
    **dict.fromkeys((32, 33), FileProblem.LOCKED),
    **dict.fromkeys((39, 112), FileProblem.DISK_FULL),
    **dict.fromkeys((21, 51, 53, 55, 59, 64, 67, 121, 1167, 1231), FileProblem.UNREACHABLE),
    19: FileProblem.PROTECTED_FOLDER,
    206: FileProblem.NAME_TOO_LONG,
}


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, replacing a file that is there. Raises as `replacing` does."""
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the name `path` when all is written.

    It lies beside `path` and is forced to the disk before it takes the name. If anything goes wrong
    it is removed, and an old file at `path` is as it was. Raises FileError: NO_SUCH_FOLDER,
    READ_ONLY (the file there is write-protected, which a replacement would not notice), LOCKED
    (open in a program), PROTECTED_FOLDER, DISK_FULL, NAME_TOO_LONG, UNREACHABLE (a share or a stick
    went away), else CANNOT_WRITE.
    """
    beside: Path | None = None
    is_written = False
    try:
        _check_place(path)
        # a short name: that of the file itself may be as long as the file system takes
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=PREFIX, suffix=SUFFIX)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        is_written = True
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else usual_mode())
        beside.replace(path)
    except OSError as error:
        raise writing_error(path, error, is_written=is_written) from error
    finally:
        if beside is not None:
            with suppress(OSError):  # gone with the share, or now at its place
                beside.unlink()


def _check_place(path: Path) -> None:
    if not path.parent.is_dir():
        too_long = os.name == "nt" and len(str(path.absolute())) > _LONGEST
        problem = FileProblem.NAME_TOO_LONG if too_long else FileProblem.NO_SUCH_FOLDER
        raise FileError(path, problem)
    if path.exists() and not os.access(path, os.W_OK):
        raise FileError(path, FileProblem.READ_ONLY)


def writing_error(path: Path, error: OSError, *, is_written: bool = False) -> FileError:
    """What kept a file from being written; `is_written`: only its name could not be taken."""
    windows = getattr(error, "winerror", None)
    problem = _BY_WINDOWS.get(windows or 0) or _BY_NAME.get(
        errno.errorcode.get(error.errno or 0, "")
    )
    if problem is None and isinstance(error, PermissionError):
        problem = FileProblem.LOCKED if is_written else FileProblem.PROTECTED_FOLDER
    if problem is not None:
        return FileError(path, problem)
    return FileError(path, FileProblem.CANNOT_WRITE, error.strerror or str(error))


def usual_mode(mode: int = 0o666) -> int:
    """The permissions that a file made in the ordinary way would get; tempfile's are narrower."""
    mask = os.umask(0)
    os.umask(mask)
    return mode & ~mask
