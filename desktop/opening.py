"""From a path to an open session."""

from __future__ import annotations

from pathlib import Path

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop.session import CountySession
from models.catalogue import Language
from models.errors import FileError, FileProblem


def open_session(path: Path, language: Language) -> CountySession:
    """Open a county file to work on. Raises FileError; the file is then left as it was."""
    file = open_county_file(path)
    try:
        if not file.read().plans:
            raise FileError(path, FileProblem.NO_PLAN)
        return CountySession(file, load_catalogue(), language)
    except BaseException:
        file.close()
        raise
