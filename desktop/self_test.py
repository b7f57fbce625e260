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
from desktop.background import Task
from desktop.demo import run_demo
from desktop.opening import open_session
from desktop.sheet_exports import SheetRun
from models.catalogue import Language
from models.county import cell_change
from models.edits import Edit
from models.measure import Allocation, Basis, Origin

translate = QCoreApplication.translate


def run_self_test(language: Language) -> int:
    """Make a file, edit it, undo, reopen, export and read back, print, draw; 0 if all is well."""
    failures = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        for title, step in (
            (translate("self-test", "county files"), _make_files),
            (translate("self-test", "edit and undo"), _edit),
            (translate("self-test", "workbook and back"), _round_trip),
            (translate("self-test", "target sheets"), _print_sheets),
            (
                translate("self-test", "window"),
                lambda f: run_demo(f / "dazu.weigui", f / "out", language),
            ),
        ):
            failures += not _passes(title, step, folder)
    print(
        translate("self-test", "All is well.")
        if not failures
        else translate("self-test", "{count} steps failed.").format(count=failures)
    )
    return 1 if failures else 0


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
    session = open_session(path, Language.ZH)
    try:
        facility = session.county.facilities[0]
        key = (session.plan.id, facility.id, "nurses", Basis.PLANNED, session.plan.target_year)
        change = cell_change(session.county, key, Allocation(*key, Decimal(700), Origin.PLANNER))
        assert change is not None
        _require(session.do(Edit("self-test", (change,))), "the edit was refused")
        session.undo()
        session.redo()
    finally:
        session.close()
    with open_county_file(path) as file:
        kept = file.read().allocation(*key)
        _require(kept is not None and kept.value == 700, "the edit is not in the file")


def _round_trip(folder: Path) -> None:
    session = open_session(folder / "dazu.weigui", Language.ZH)
    try:
        workbook = folder / "allocation.xlsx"
        exports.allocation_workbook(session, workbook)
        reading = read_import(workbook, session.county, session.plan, session.catalogue)
        _require(not reading.changes, "the workbook does not give the same figures again")
    finally:
        session.close()


def _print_sheets(folder: Path) -> None:
    session = open_session(folder / "yanjiang.weigui", Language.ZH)
    try:
        ids = [f.id for f in session.county.facilities]
        pdf = SheetRun().one_pdf(session, ids)(Task(lambda task: None))
        _require(pdf.startswith(b"%PDF"), "no PDF was made")
    finally:
        session.close()


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise RuntimeError(message)
