"""Any source, read by its ending, against an open county."""

from __future__ import annotations

from pathlib import Path

from db.exchange.plan_text import read_plan_text
from db.exchange.xlsx import read_allocation_workbook
from db.samples import published_records
from models.catalogue import Catalogue
from models.county import County
from models.errors import FileError, FileProblem, ImportConflicts
from models.importing import ImportReading, RecognisedPart, compare
from models.plan import Plan


def read_import(
    path: Path, county: County, plan: Plan | None, catalogue: Catalogue
) -> ImportReading:
    """Read a published plan (.txt) or an allocation workbook (.xlsx); nothing is changed.

    Raises FileError (MISSING, UNKNOWN_FORMAT, NOTHING_RECOGNISED …), BadCells, or ImportConflicts
    where the county holds a record of the plan with other contents.
    """
    if not path.is_file():
        raise FileError(path, FileProblem.MISSING)
    match path.suffix.lower():
        case ".txt":
            return _read_plan(path, county)
        case ".xlsx" | ".xlsm" if plan is not None:
            reading = read_allocation_workbook(path, county, plan, catalogue)
            return ImportReading(
                reading.changes, reading.recognised, reading.left_aside, reading.unchanged
            )
        case _:
            raise FileError(path, FileProblem.UNKNOWN_FORMAT)


def _read_plan(path: Path, county: County) -> ImportReading:
    reading = read_plan_text(path)
    records = published_records(reading.published)
    changes, unchanged, conflicts = compare(county, records)
    if conflicts:
        raise ImportConflicts(conflicts, path.name)
    recognised = tuple(
        RecognisedPart(t.kind, t.title, str(t.line), t.rows) for t in reading.recognised
    )
    return ImportReading(changes, recognised, reading.left_aside, unchanged, reading.assumed)
