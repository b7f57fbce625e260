"""A published plan read to be proofread: what it prints, and its running text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from db.exchange.plan_text import examine_document
from db.exchange.raw_documents import read_document
from models.errors import BadCells
from models.published import PublishedPlan

Prose = tuple[tuple[int, str], ...]


def read_for_proofreading(path: Path) -> tuple[PublishedPlan, Prose]:
    """The plan that a .txt, .docx or .xlsx holds, and its running text, line number and line.

    Raises FileError (MISSING, UNKNOWN_FORMAT, DAMAGED; NOTHING_RECOGNISED, with detail `tables` or
    `years` for what could not be found), and BadCells for cells that cannot be what their column
    says.
    """
    document = read_document(path)
    reading = examine_document(document, path)
    if reading.bad:
        raise BadCells(reading.bad, str(path))
    return replace(reading.published, source_places=document.places), reading.prose
