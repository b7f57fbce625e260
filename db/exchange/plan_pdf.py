"""Tables of a plan as a PDF, set by Typst from `resources/templates/plan_tables.typ`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any, cast

import typst

from db.exchange.pdf import typst_fonts
from models.paper_layout import by_orientation, paper_widths, type_points
from models.plan import PlanState
from models.plan_document import (
    PlanDocument,
    PlanTable,
    above_runs,
    caption,
    joined_runs,
)
from resources import resource


def document_pdf(document: PlanDocument, day: date, *, archive: bool = False) -> bytes:
    """The document as a PDF with a bookmark per table, of PDF/A-2b where it is to be archived.

    `day` is printed on each page and is the file's date: the same tables on the same day are the
    same bytes on every machine.
    """
    compiler = typst.Compiler(
        resource("templates/plan_tables.typ").read_bytes(),
        font_paths=typst_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_data(document, day), ensure_ascii=False)},
    )
    pdf = compiler.compile(
        format="pdf",
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        pdf_standards="a-2b" if archive else None,
        pdf_tags=False,
    )
    return cast("bytes", pdf)


def _data(document: PlanDocument, day: date) -> dict[str, Any]:
    return {
        "language": document.language.value,
        "title": document.title,
        "subtitle": document.subtitle,
        "state": document.state_word,
        "is_draft": document.state is PlanState.DRAFT,
        "source": document.source,
        "author": document.author or "Weigui",
        "printed_on": day.isoformat(),
        "runs": [
            {
                "landscape": turned,
                "tables": [
                    _table(table) | {"caption": caption(document, number, table)}
                    for number, table in tables
                ],
            }
            for turned, tables in by_orientation(document)
        ],
    }


def _table(table: PlanTable) -> dict[str, Any]:
    widths = paper_widths(table)
    return {
        "columns": [
            asdict(column) | {"width": width}
            for column, width in zip(table.columns, widths, strict=True)
        ],
        "rows": [
            {"cells": table.texts(row), "is_total": row.is_total, "is_part": row.is_part}
            for row in table.rows
        ],
        "above_runs": above_runs(table.columns),
        "joined_runs": joined_runs(table),
        "joined": table.joined,
        "heads": table.heads,
        "points": type_points(table),
        "notes": table.notes,
        "signatures": table.signatures,
    }
