"""A folder or a zip that is there whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from db.exchange.writing import PREFIX, SUFFIX, replacing, usual_mode, writing_error
from models.errors import FileError, FileProblem

ZIP = ".zip"


@contextmanager
def packing(path: Path) -> Iterator[Path]:
    """A folder to fill, which becomes the folder `path` when all is in it, or the zip `path`.

    A zip that is there is replaced; a folder must not be there, or be empty. If anything goes
    wrong nothing is left behind. Raises FileError as `replacing` does, and NOT_EMPTY.
    """
    is_zip = path.suffix.lower() == ZIP
    folder: Path | None = None
    try:
        if not path.parent.is_dir():
            raise FileError(path, FileProblem.NO_SUCH_FOLDER)
        if not is_zip and path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise FileError(path, FileProblem.NOT_EMPTY)
        folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=PREFIX, suffix=SUFFIX))
        yield folder
        if is_zip:
            _zip(folder, path)
        else:
            folder.chmod(usual_mode(0o777))
            if path.exists():
                path.rmdir()
            folder.rename(path)
    except OSError as error:
        raise writing_error(path, error) from error
    except FileError as error:
        if folder is None or folder not in error.path.parents:
            raise
        raise FileError(path, error.problem, error.detail) from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _zip(folder: Path, path: Path) -> None:
    """Every file under the folder, by its name from there."""
    with replacing(path) as file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for inner in sorted(folder.rglob("*")):
            if inner.is_file():
                archive.write(inner, inner.relative_to(folder).as_posix())
