"""From a path to an open session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop.session import CountySession
from models.catalogue import Language
from models.edits import Edit, Record, add


def open_session(path: Path, language: Language, *, read_only: bool = False) -> CountySession:
    """Open a county file to work on, or (`read_only`) to report on a write-protected one.

    Raises FileError; the file is then left as it was.
    """
    file = open_county_file(path, read_only=read_only)
    try:
        return CountySession(file, load_catalogue(), language)
    except BaseException:
        file.close()
        raise


def begin(path: Path, records: Sequence[Record], label: str) -> None:
    """Give a county file that holds no plan yet its first records; what it holds stays.

    Raises FileError; the file is then left as it was.
    """
    with open_county_file(path) as file:
        county = file.read()
        new = [record for record in records if record.key not in county.table(type(record))]
        file.apply(Edit(label, add(*new)))
