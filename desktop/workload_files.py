"""The workload as a file: the window's way to its workbooks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.exchange.workload_sheets import (
    read_workload_file,
    write_workload_template,
    write_workload_workbook,
)
from desktop.session import CountySession
from models.workload_import import WorkloadReading


def read_workbook(session: CountySession, path: Path) -> WorkloadReading:
    """What a workbook of activities and working times changes. Raises FileError or BadCells."""
    return read_workload_file(path, session.county, session.plan, session.catalogue)


def write_workbook(session: CountySession, path: Path) -> None:
    """Write activities, working times and results. Raises FileError."""
    write_workload_workbook(path, session.county, session.plan, session.catalogue, session.language)


def write_template(session: CountySession, path: Path) -> None:
    """Write the empty sheets to fill in. Raises FileError."""
    write_workload_template(path, session.county, session.plan, session.catalogue, session.language)


def imported_text(reading: WorkloadReading) -> str:
    """What an import took."""
    text = QCoreApplication.translate(
        "workload",
        "{activities} activities and {times} working times read: {changes} changes, {same} stand "
        "in the county already",
    )
    return text.format(
        activities=reading.activities,
        times=reading.times,
        changes=len(reading.changes),
        same=reading.unchanged,
    )
