"""A session on the small divided county of `tests.models.divided_county`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from desktop.session import CountySession
from models.catalogue import Language
from models.edits import Record
from tests.models.divided_county import a_county


@contextmanager
def divided_session(folder: Path, *records: Record) -> Iterator[CountySession]:
    path = folder / "试验县.weigui"
    create(path, a_county(*records).records(), "新建")
    session = CountySession(open_county_file(path), load_catalogue(), Language.EN)
    yield session
    session.close()
