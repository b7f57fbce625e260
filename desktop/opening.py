"""From a path to an open session."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop.layer_reading import LayerReading
from desktop.plan_option import chosen_plan
from desktop.session import CountySession
from models.catalogue import Language
from models.edits import Edit, Record, add


def open_session(
    path: Path,
    language: Language,
    *,
    read_only: bool = False,
    reading: LayerReading | None = None,
) -> CountySession:
    """Open a county file to work on, or (`read_only`) to report on a write-protected one.

    Large layers are read by `reading` while the session is used, without one before.

    Raises FileError; the file is then left as it was.
    """
    file = open_county_file(path, read_only=read_only)
    try:
        return CountySession(file, load_catalogue(), language, reading)
    except BaseException:
        file.close()
        raise


@contextmanager
def reporting_session(options: Namespace, language: Language) -> Iterator[CountySession]:
    """A session that a command only reports on: of `options.file`, with the version `options.plan`.

    Raises FileError, WrongUse.
    """
    session = open_session(options.file, language, read_only=True)
    try:
        plan = chosen_plan(session.county, options.file, options.plan)
        if plan is not session.plan:
            session.choose_plan(plan.id)
        yield session
    finally:
        session.close()


def begin(path: Path, records: Sequence[Record], label: str) -> None:
    """Give a county file that holds no plan yet its first records; what it holds stays.

    Raises FileError; the file is then left as it was.
    """
    with open_county_file(path) as file:
        county = file.read()
        new = [record for record in records if record.key not in county.table(type(record))]
        file.apply(Edit(label, add(*new)))
