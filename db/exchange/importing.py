"""Any source, read by its ending, against an open county."""

from __future__ import annotations

from pathlib import Path

from db.exchange.plan_source import read_plan_source
from db.exchange.source_tables import read_source_tables
from models.catalogue import Catalogue
from models.county import County
from models.errors import BadCells, FileError, FileProblem
from models.import_ledger import Choices
from models.importing import ImportReading
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
        return read_plan_source(path).whole(county)
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
