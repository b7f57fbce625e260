"""Writing a file so that whoever reads it finds the old file or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from models.errors import FileError, FileProblem


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, replacing a file that is there.

    The bytes are written to a new file beside it and forced to the disk before that takes the
    name. Raises FileError, with the old file as it was: NO_SUCH_FOLDER, READ_ONLY (the file there
    is write-protected, which a replacement would not notice) or CANNOT_WRITE (disk full, no right
    to the folder, the file is open in a program that locks it).
    """
    if not path.parent.is_dir():
        raise FileError(path, FileProblem.NO_SUCH_FOLDER)
    if path.exists() and not os.access(path, os.W_OK):
        raise FileError(path, FileProblem.READ_ONLY)
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        detail = error.strerror or str(error)
        raise FileError(path, FileProblem.CANNOT_WRITE, detail) from error


def _usual_mode() -> int:
    """The permissions that a file opened in the ordinary way would get; mkstemp's are narrower."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
