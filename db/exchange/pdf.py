"""Target sheets as one PDF, set by Typst from `resources/templates`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any, cast

import pypdfium2
import typst

from db.exchange.pdfium import pdfium_lock
from db.fonts import font_folder
from models.catalogue import Language
from models.figures import format_change, format_count, format_limit, format_measured
from models.measure import Basis
from models.plan import PlanState
from models.rules.setting import Acknowledgement
from models.target_sheet import Demand, SheetFacility, SheetFinding, SheetRow, TargetSheet
from resources import resource


def target_sheets_pdf(
    sheets: Sequence[TargetSheet], language: Language, printed_on: date | None = None
) -> bytes:
    """The sheets as one PDF, each beginning on a page of its own, with a bookmark per facility.

    `printed_on` (today) stands in the footer and is the PDF's creation date, so that the same
    sheets on the same day are the same bytes on every machine. There is at least one sheet.
    """
    if not sheets:
        raise ValueError("a PDF has at least one sheet")
    day = printed_on or datetime.now().astimezone().date()
    pages = [1] * len(sheets)
    pdf = _compile(sheets, pages, language, day)
    counted = _page_counts(pdf)
    return pdf if counted == pages else _compile(sheets, counted, language, day)


def first_pages(pdf: bytes) -> list[int]:
    """For each sheet of `target_sheets_pdf`, in order, the index (from 0) of its first page."""
    with pdfium_lock, pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            if destination is not None:
                pages.append(cast("int", destination.get_index()))
        return pages


def _compile(
    sheets: Sequence[TargetSheet], pages: Sequence[int], language: Language, day: date
) -> bytes:
    """The PDF whose footers say that the sheets have so many pages each.

    Without tags (for screen readers): they make the file six times as large.
    """
    data = {
        "language": language.value,
        "printed_on": day.isoformat(),
        "sheets": [
            _sheet(sheet) | {"pages": count} for sheet, count in zip(sheets, pages, strict=True)
        ],
    }
    compiler = typst.Compiler(
        resource("templates/target_sheet.typ").read_bytes(),
        font_paths=typst_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    timestamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return cast("bytes", compiler.compile(format="pdf", timestamp=timestamp, pdf_tags=False))


def _page_counts(pdf: bytes) -> list[int]:
    """How many pages each sheet has."""
    with pdfium_lock, pypdfium2.PdfDocument(pdf) as document:
        starts = [*first_pages(pdf), len(document)]
    return [after - start for start, after in pairwise(starts)]


@lru_cache(maxsize=1)
def typst_fonts() -> typst.Fonts:
    """The shipped fonts, read once."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )


def _sheet(sheet: TargetSheet) -> dict[str, Any]:
    return {
        "county": sheet.county,
        "plan_name": sheet.plan_name,
        "plan_title": sheet.plan_title,
        "document_number": sheet.document_number,
        "state": sheet.state_word,
        "is_draft": sheet.state is PlanState.DRAFT,
        "baseline_year": sheet.baseline_year,
        "target_year": sheet.target_year,
        "facility": _facility(sheet.facility),
        "rows": [_row(row) for row in sheet.rows],
        "findings": [_finding(finding) for finding in sheet.findings],
    }


def _facility(facility: SheetFacility) -> dict[str, Any]:
    place = ""
    if facility.longitude is not None and facility.latitude is not None:
        place = f"{facility.longitude:.5f}, {facility.latitude:.5f} {facility.place_origin}".strip()
    return asdict(facility) | {"place": place, "is_approximate": facility.place_is_approximate}


def _row(row: SheetRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "unit": row.unit,
        "authorised": format_count(row.authorised),
        "actual": format_count(row.actual),
        "planned": format_count(row.planned),
        "change": format_change(row.change),
        "change_from_actual": row.change is not None and row.change_from is Basis.ACTUAL,
        "origin": row.origin_word,
        "source": row.source,
        "note": row.note,
        "demands": [_demand(demand) for demand in row.demands],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    return {
        "rule": demand.rule,
        "verified": demand.verified,
        "limit": format_limit(demand.limit),
        "base_name": demand.base_name,
        "base": format_count(demand.base),
        "count": format_count(demand.count),
    }


def _finding(finding: SheetFinding) -> dict[str, Any]:
    measured = finding.measured
    return {
        "severity": finding.severity_word,
        "rule": finding.rule,
        "measure": finding.measure,
        "unit": finding.unit,
        "bound": finding.bound.value,
        "measured": (
            format_count(None) if measured is None else format_measured(measured, finding.limit)
        ),
        "limit": format_limit(finding.limit),
        "shortfall": format_count(finding.shortfall),
        "source": finding.source,
        "verified": finding.verified,
        "acknowledged": _acknowledged(finding.acknowledged),
    }


def _acknowledged(said: Acknowledgement | None) -> dict[str, str] | None:
    return None if said is None else {"reason": said.reason, "who": said.who, "date": said.date}
