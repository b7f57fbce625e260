"""Lists of divisions as files: the window's way to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.exchange.division_sheets import read_division_file, write_division_workbook
from desktop.background import Task
from desktop.session import CountySession
from models.county import County
from models.division_import import DivisionReading

translate = QCoreApplication.translate


def reading_of(session: CountySession, path: Path) -> Callable[[Task], DivisionReading]:
    """The work that reads a list against the county as it is now; it may run on any thread.

    It raises FileError or BadCells.
    """
    county, catalogue = County(session.county.records()), session.catalogue

    def work(task: Task) -> DivisionReading:
        task.progress(0, 1)
        return read_division_file(path, county, catalogue)

    return work


def write_workbook(session: CountySession, path: Path) -> None:
    """Write all divisions with their people. Raises FileError."""
    write_division_workbook(path, session.county, session.catalogue, session.language)


def reading_text(reading: DivisionReading) -> str:
    """What an import would do, or did."""
    text = translate(
        "divisions",
        "{added} divisions added, {changed} changed, {same} unchanged; {people} numbers of people",
    )
    return text.format(
        added=reading.added,
        changed=reading.changed,
        same=reading.unchanged,
        people=reading.people,
    )
