"""What leaves the program as a file, and what comes in: the window's way to `db.exchange`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from db.catalogue import load_catalogue
from db.exchange.csv_tables import text_table
from db.exchange.csv_writing import write_table_csv
from db.exchange.importing import read_import
from db.exchange.plan_source import read_plan_source
from db.exchange.source_tables import read_source_tables
from db.exchange.writing import write_whole
from db.exchange.xlsx import write_allocation_workbook
from desktop import finding_wording
from desktop.background import Task
from desktop.finding_wording import Row
from desktop.plan_papers import save_document, usual_layout
from desktop.session import CountySession
from desktop.sheet_exports import safe_name
from models.county import County
from models.importing import ImportReading
from models.layout import Layout
from models.plan_document import PaperFormat, PlanDocument, plan_line
from models.plan_source import PlanSource
from models.source_table import SourceTable


def save_bytes(path: Path, data: bytes) -> None:
    """Put a file at `path`, whole or not at all. Raises FileError."""
    write_whole(path, data)


def allocation_workbook(session: CountySession, path: Path, layout: Layout | None = None) -> None:
    """Write the allocation table as .xlsx in a published layout. Raises FileError."""
    write_allocation_workbook(
        path,
        session.county,
        session.plan,
        layout or usual_layout(session),
        session.catalogue,
        session.language,
    )


def findings_table(session: CountySession, path: Path, rows: Sequence[Row]) -> None:
    """Write findings as .csv, else as .xlsx, with the words of the screen. Raises FileError."""
    table = finding_wording.findings_table(rows, session)
    if path.suffix.lower() == ".csv":
        write_table_csv(path, table)
        return
    line = plan_line(session.plan, session.catalogue, session.language)
    document = PlanDocument(table.title, line, session.language, (table,))
    save_document(document, path, PaperFormat.XLSX)


def source_tables(path: Path) -> Callable[[Task], list[SourceTable] | PlanSource]:
    """The work that reads a plan's text, or the tables of a workbook, document or CSV; it may run
    on any thread and raises FileError."""

    def work(task: Task) -> list[SourceTable] | PlanSource:
        task.progress(0, 1)
        if path.suffix.lower() == ".txt":
            return read_plan_source(path)
        return read_source_tables(path)

    return work


def clipboard_table(name: str, rows: list[list[str]]) -> SourceTable:
    """Cells of the clipboard as a table to import."""
    return text_table(name, rows)


def read_plan(path: Path) -> ImportReading:
    """Read a plan's text for a county file that is still to be made.

    Raises FileError or BadCells.
    """
    return read_import(path, County(), None, load_catalogue())


def default_name(session: CountySession, what: str, ending: str) -> str:
    """A file name that says county, plan, content and day: 大足区-规划-目标表-20261122.pdf."""
    county = session.county.info.name if session.county.info else session.file.path.stem
    day = datetime.now().astimezone()
    return safe_name(f"{county}-{session.plan.name}-{what}-{day:%Y%m%d}") + ending
