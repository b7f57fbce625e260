"""Geographic files on their way into the open county: the wizard's work, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.exchange.geodata import GEODATA_ENDINGS, TABLES, read_geodata
from desktop.background import Task
from desktop.session import CountySession
from models.county import County
from models.geo_import import GeoImport, geo_import
from models.geo_opening import first_parts
from models.geo_part import ImportPart, matched_part

translate = QCoreApplication.translate

# What is dropped on the window and can be nothing else; tables are imported as tables.
DROPPED = tuple(ending for ending in GEODATA_ENDINGS if ending not in TABLES)


def file_filter() -> str:
    """The files that can be read, for a dialog."""
    endings = " ".join(f"*{ending}" for ending in GEODATA_ENDINGS)
    return translate("geo", "Geographic data ({endings})").format(endings=endings)


def opening_of(
    session: CountySession, path: Path, remembered: Mapping[str, Sequence[str]]
) -> Callable[[Task], list[ImportPart]]:
    """The work that reads a file and guesses what its layers are. It raises FileError."""
    county = _copy(session)

    def work(task: Task) -> list[ImportPart]:
        return first_parts(read_geodata(path, task.progress), county, remembered, task.progress)

    return work


def matching_of(
    session: CountySession, parts: Sequence[ImportPart]
) -> Callable[[Task], list[ImportPart]]:
    """The work that matches the features of parts. It raises FileError (TOO_LARGE)."""
    county = _copy(session)
    return lambda task: [matched_part(part, county, task.progress) for part in parts]


def import_of(
    session: CountySession, parts: Sequence[ImportPart], source: str
) -> Callable[[Task], GeoImport]:
    """The work that finds what parts change. It raises FileError (TOO_LARGE)."""
    county, catalogue = _copy(session), session.catalogue

    def work(task: Task) -> GeoImport:
        task.progress(0, 0)
        return geo_import(parts, county, catalogue, source)

    return work


def _copy(session: CountySession) -> County:
    return County(session.county.records())
