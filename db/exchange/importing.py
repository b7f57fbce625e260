"""Any source, read by its ending, against an open county."""

from __future__ import annotations

from pathlib import Path

from db.exchange.plan_text import read_plan_text
from db.exchange.source_tables import read_source_tables
from db.samples import published_records
from models.catalogue import Catalogue
from models.county import County
from models.errors import BadCells, FileError, FileProblem, ImportConflicts
from models.import_ledger import Choices
from models.importing import ImportReading, RecognisedPart, compare
from models.plan import Plan
from models.table_reading import TablesReading, found_tables, measures_of, read_tables


def read_import(
    path: Path, county: County, plan: Plan | None, catalogue: Catalogue
) -> ImportReading:
    """Read a published plan (.txt) or tables (.xlsx, .docx, .csv); nothing is changed.

    Raises FileError (MISSING, UNKNOWN_FORMAT, NOTHING_RECOGNISED …), BadCells, or ImportConflicts
    where the county holds a record of the plan with other contents.
    """
    if not path.is_file():
        raise FileError(path, FileProblem.MISSING)
    if path.suffix.lower() == ".txt":
        return _read_plan(path, county)
    if plan is None:
        raise FileError(path, FileProblem.UNKNOWN_FORMAT)
    return read_table_file(path, county, plan, catalogue)


def read_table_file(path: Path, county: County, plan: Plan, catalogue: Catalogue) -> ImportReading:
    """Read every table that is recognised by its heading; nobody is asked about anything.

    Raises BadCells, with every cell that cannot be taken, and FileError.
    """
    read = read_table_problems(path, county, plan, catalogue)
    if read.bad_cells:
        raise BadCells(read.bad_cells, path.name)
    if not read.reading.recognised:
        raise FileError(path, FileProblem.NOTHING_RECOGNISED)
    return read.reading


def read_table_problems(
    path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> TablesReading:
    """The same with every mark on a cell, refused ones among them. Raises FileError."""
    measures = measures_of(catalogue, county)
    tables = found_tables(read_source_tables(path), plan, measures, {})
    return read_tables(path.name, tables, county, plan, measures, Choices())


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
