"""The installed program tests itself: every part that a bundle could lack is used once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication

from db.county_file import create, open_county_file
from db.exchange.importing import read_import
from db.samples import SAMPLES, sample_records
from desktop import exports
from desktop import self_test_files as files
from desktop.background import Task
from desktop.demo import run_demo
from desktop.self_test_files import require, session_of
from desktop.sheet_exports import SheetRun
from models.catalogue import Language
from models.county import cell_change
from models.edits import Edit
from models.measure import Allocation, Basis, Origin

translate = QCoreApplication.translate


def run_self_test(language: Language) -> int:
    """Take every step and say how it went; the exit code: 0, or 1 where one failed."""
    with TemporaryDirectory() as name:
        results = [_passes(title, step, Path(name)) for title, step in _steps(language)]
    failures = results.count(False)
    print(
        translate("self-test", "{count} steps failed.").format(count=failures)
        if failures
        else translate("self-test", "All is well.")
    )
    return 1 if failures else 0


def _steps(language: Language) -> list[tuple[str, Callable[[Path], object]]]:
    """The steps in their order, each with what it is called; the first makes the county files."""
    return [
        (translate("self-test", "county files"), _make_files),
        (translate("self-test", "edit and undo"), _edit),
        (translate("self-test", "workbook and back"), _round_trip),
        (translate("self-test", "target sheets"), _print_sheets),
        (translate("self-test", "GeoPackage and shapefile"), files.exchange_geodata),
        (translate("self-test", "coordinate systems"), files.convert_coordinates),
        (translate("self-test", "tables as Word document, PDF and workbook"), files.write_papers),
        (translate("self-test", "chart"), files.draw_chart),
        (translate("self-test", "proofreading"), files.proofread_document),
        (translate("self-test", "plan pack"), files.write_pack),
        (
            translate("self-test", "window"),
            lambda folder: run_demo(folder / "dazu.weigui", folder / "out", language),
        ),
    ]


def _passes(title: str, step: Callable[[Path], object], folder: Path) -> bool:
    try:
        step(folder)
    except Exception as error:
        print(f"✕ {title}: {type(error).__name__}: {error}")
        return False
    print(f"✓ {title}")
    return True


def _make_files(folder: Path) -> None:
    for sample in SAMPLES:
        create(folder / f"{sample}.weigui", sample_records(sample), "self-test")


def _edit(folder: Path) -> None:
    path = folder / "dazu.weigui"
    with session_of(path) as session:
        facility = session.county.facilities[0]
        key = (session.plan.id, facility.id, "nurses", Basis.PLANNED, session.plan.target_year)
        change = cell_change(session.county, key, Allocation(*key, Decimal(700), Origin.PLANNER))
        assert change is not None
        require(session.do(Edit("self-test", (change,))), "the edit was refused")
        session.undo()
        session.redo()
    with open_county_file(path) as file:
        kept = file.read().allocation(*key)
        require(kept is not None and kept.value == 700, "the edit is not in the file")


def _round_trip(folder: Path) -> None:
    with session_of(folder / "dazu.weigui") as session:
        workbook = folder / "allocation.xlsx"
        exports.allocation_workbook(session, workbook)
        reading = read_import(workbook, session.county, session.plan, session.catalogue)
        require(not reading.changes, "the workbook does not give the same figures again")


def _print_sheets(folder: Path) -> None:
    with session_of(folder / "yanjiang.weigui") as session:
        ids = [f.id for f in session.county.facilities]
        pdf = SheetRun().one_pdf(session, ids)(Task(lambda task: None))
        require(pdf.startswith(b"%PDF"), "no PDF was made")
