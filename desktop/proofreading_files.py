"""A plan's document on its way into the proofreader, and the list of what it found as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.exchange.proofreading_sheets import write_discrepancy_workbook
from db.exchange.proofreading_source import read_for_proofreading
from desktop.background import Task
from models.catalogue import Language
from models.discrepancy import Discrepancy, Unchecked
from models.proofreading import proofread
from models.proofreading_totals import unchecked
from models.published import PublishedPlan

ENDINGS = (".docx", ".txt", ".xlsx")
_STEPS = 2  # reading, checking


@dataclass(frozen=True, slots=True)
class ProofreadDocument:
    """What the proofreader read and found.

    `tables` are the tables taken, with the number of their rows; `lines` counts the lines of
    running text. `unchecked` are totals that it had to leave out.
    """

    path: Path
    read_at: datetime
    tables: tuple[tuple[str, int], ...]
    lines: int
    found: tuple[Discrepancy, ...]
    unchecked: tuple[Unchecked, ...]


def proofreading(path: Path) -> Callable[[Task], ProofreadDocument]:
    """The work that proofreads a document; it may run on any thread.

    Raises FileError or BadCells.
    """

    def work(task: Task) -> ProofreadDocument:
        task.progress(0, _STEPS)
        read_at = datetime.now().astimezone()
        published, prose = read_for_proofreading(path)
        task.progress(1, _STEPS)
        found = proofread(published, prose)
        task.progress(_STEPS, _STEPS)
        return ProofreadDocument(
            path,
            read_at,
            tuple(_tables(published)),
            len(prose),
            tuple(found),
            tuple(unchecked(published)),
        )

    return work


def _tables(published: PublishedPlan) -> list[tuple[str, int]]:
    p = published
    counted = [
        (p.indicators.title, len(p.indicators.rows)),
        (p.bed_standard.title, len(p.bed_standard.rows)),
        *((layout.title, len(layout.rows)) for layout in p.layouts),
        (p.equipment.title, len(p.equipment.rows)),
        (p.projects.title, len(p.projects.rows)),
    ]
    return [(title, rows) for title, rows in counted if rows]


def save_list(
    path: Path,
    document: Path,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: Language,
) -> None:
    """Write rows of contradictions of a document as .xlsx. Raises FileError."""
    write_discrepancy_workbook(path, document.name, headings, rows, language)
