"""`weigui import` and `weigui layouts`: what comes in, and what can come in and go out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import CountyFile, open_county_file
from db.exchange.importing import read_import, read_table_problems
from db.exchange.source_tables import TABLE_ENDINGS
from desktop.doubt_wording import doubt_text
from desktop.import_wording import layout_name, note_text, report_lines
from desktop.wording import bad_cell_text
from models.catalogue import Catalogue, Language
from models.county import County
from models.edits import Change, Edit, Record
from models.errors import BadCell, BadCells, DoubtfulFigures, FileError, FileProblem
from models.importing import CellProblem, ImportReading
from models.layout import FACILITY_LAYOUTS, Layout
from models.measure import Measure
from models.plan import Plan
from models.plan_document import PaperFormat
from models.plausibility import Doubt, doubts
from models.table_columns import ROLES

translate = QCoreApplication.translate


def add_import_options(parser: argparse.ArgumentParser) -> None:
    """The options of `weigui import` besides the file."""
    parser.add_argument(
        "source",
        type=Path,
        help=translate("cli", "a plan as .txt, or tables as .xlsx, .docx or .csv"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "only say what would be done")
    )
    parser.add_argument(
        "--accept-doubtful",
        action="store_true",
        help=translate("cli", "take figures out of all proportion too, which are refused else"),
    )
    add_json(parser)


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        help=translate("cli", "print JSON with stable keys (docs/command-line.md)"),
    )


def import_(options: argparse.Namespace, language: Language) -> int:
    """Read a source into a county file, all or nothing."""
    with open_county_file(options.file) as file:
        county = file.read()
        plan = county.plans[-1] if county.plans else None
        catalogue = load_catalogue().with_measures(county.table(Measure).values())
        reading, problems = _read(options.source, county, plan, catalogue)
        refused = tuple(p for p in problems if p.is_refused)
        doubtful = doubts(county, catalogue, reading.changes)
        is_doubted = bool(doubtful) and not options.accept_doubtful
        is_refused = bool(refused) or is_doubted
        will_apply = not options.dry_run and not is_refused and bool(reading.changes)
        if will_apply:
            _apply(file, options.source.name, reading)
    texts = [(d, doubt_text(d, catalogue, language)) for d in doubtful]
    if options.json:
        report = _report(options, reading, problems, will_apply)
        report["doubts"] = [_doubt(doubt, text) for doubt, text in texts]
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        _print(reading, refused)
        for doubt, text in texts:
            line = translate("commands", "Doubtful: {place}: {what}")
            print(line.format(place=doubt.after.source, what=text))
    if refused:
        raise BadCells(tuple(map(_bad_cell, refused)), options.source.name)
    if is_doubted:
        raise DoubtfulFigures(len(doubtful), options.source.name)
    if not reading.recognised:
        raise FileError(options.source, FileProblem.NOTHING_RECOGNISED)
    return 0


def layouts(options: argparse.Namespace, language: Language) -> int:
    """List the layouts and the kinds of files that can be read and written."""
    report = [
        {
            "layout": str(layout),
            "name": layout_name(layout),
            "columns": [str(role) for role in ROLES[layout]],
            "of_facilities": layout in FACILITY_LAYOUTS,
            "read": [ending.removeprefix(".") for ending in TABLE_ENDINGS] + ["clipboard", "txt"],
            "written": [str(paper_format) for paper_format in PaperFormat],
        }
        for layout in Layout
    ]
    if options.json:
        print(json.dumps({"layouts": report}, ensure_ascii=False, indent=2))
        return 0
    for entry in report:
        print(f"{entry['layout']}\t{entry['name']}")
    kinds = translate("commands", "Read: {read}; written: {written}")
    read, written = [*TABLE_ENDINGS, ".txt"], [f".{paper_format}" for paper_format in PaperFormat]
    print(kinds.format(read=" ".join(read), written=" ".join(written)))
    return 0


def _read(
    source: Path, county: County, plan: Plan | None, catalogue: Catalogue
) -> tuple[ImportReading, tuple[CellProblem, ...]]:
    """What a source holds, and every mark on its cells. A plan's text tells its bad cells by
    raising BadCells."""
    if plan is not None and source.suffix.lower() in TABLE_ENDINGS:
        if not source.is_file():
            raise FileError(source, FileProblem.MISSING)
        found = read_table_problems(source, county, plan, catalogue)
        return found.reading, found.problems
    try:
        reading = read_import(source, county, plan, catalogue)
    except BadCells as refused:
        problems = [CellProblem(c.sheet, c.row, c.column, c.value, c.reason)
                    for c in refused.cells]  # fmt: skip
        return ImportReading((), (), (), 0), tuple(problems)
    return reading, reading.notes


def _apply(file: CountyFile, name: str, reading: ImportReading) -> None:
    edit = Edit(translate("commands", "Import {file}").format(file=name), reading.changes)
    file.apply(edit)


def _print(reading: ImportReading, refused: Iterable[CellProblem]) -> None:
    cells = [_bad_cell(problem) for problem in refused]
    for cell in cells:
        print(bad_cell_text(cell))
    if not cells:
        for line in report_lines(reading):
            print(line)


def _bad_cell(problem: CellProblem) -> BadCell:
    # `is_refused` says that the code is a Reason
    return BadCell(problem.table, problem.row, problem.column, problem.text, problem.code)  # type: ignore[arg-type]


def _report(
    options: argparse.Namespace,
    reading: ImportReading,
    problems: Iterable[CellProblem],
    applied: bool,
) -> dict[str, Any]:
    return {
        "source": options.source.name,
        "applied": applied,
        "recognised": [
            {
                "kind": part.kind,
                "title": part.title,
                "where": part.where,
                "rows": part.rows,
                "mapping": [{"heading": h, "use": use} for h, use in part.columns],
            }
            for part in reading.recognised
        ],
        "problems": [
            {
                "table": p.table, "row": p.row, "column": p.column, "text": p.text,
                "code": str(p.code), "refused": p.is_refused, "detail": p.detail,
                "message": note_text(p),
            }
            for p in problems
        ],
        "left_aside": [_aside(part) for part in reading.left_aside],
        "assumed": [_aside(part) for part in reading.assumed],
        "changes": [_change(change) for change in reading.changes],
        "unchanged": reading.unchanged,
    }  # fmt: skip


def _doubt(doubt: Doubt, message: str) -> dict[str, Any]:
    after = doubt.after
    return {
        "place": after.source, "code": str(doubt.kind), "facility": after.facility_id,
        "measure": after.measure, "basis": str(after.basis), "year": after.year,
        "value": str(after.value), "compared": str(doubt.compared), "message": message,
    }  # fmt: skip


def _aside(part: Any) -> dict[str, Any]:
    return {
        "where": part.where, "text": part.text, "reason": part.reason,
        "details": list(part.details),
    }  # fmt: skip


def _change(change: Change) -> dict[str, Any]:
    record = change.record
    return {
        "record": type(record).__name__,
        "key": [str(part) for part in record.key],
        "before": _fields(change.before),
        "after": _fields(change.after),
    }


def _fields(record: Record | None) -> dict[str, Any] | None:
    """A record by its fields; exact numbers as text."""
    if record is None:
        return None
    return {
        name: value if isinstance(value, int | str | float | None) else str(value)
        for name, value in asdict(record).items()
    }
