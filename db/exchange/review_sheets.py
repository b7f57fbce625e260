"""The mid-term review as a workbook and as a PDF."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import cast

import typst
from openpyxl import Workbook

from db.exchange.pdf import typst_fonts
from db.exchange.writing import write_whole
from db.exchange.xlsx_sheet import Column, Words, append_note, append_row, start_sheet
from models.catalogue import Language
from models.plan_document import say
from models.review_sheet import ReviewSheet
from resources import resource

_HEADINGS = (
    (("序号", "No."), 6, "center"),
    (("指标", "Indicator"), 44, "left"),
    (("{baseline} 年基期", "{baseline} baseline"), 11, "right"),
    (("{target} 年目标", "{target} target"), 12, "right"),
    (("{year} 年计划值", "{year} planned"), 12, "right"),
    (("{year} 年实际值", "{year} actual"), 18, "right"),
    (("差值", "Difference"), 11, "right"),
    (("评估", "Verdict"), 16, "left"),
    (("原因说明", "Reason"), 36, "left"),
)
_NOTE = (
    "计划值按基期值与目标值的直线推算；标▪者为机构分年度规划数之和。“—”表示没有数值，不是零。",
    "Planned: straight from baseline to target; ▪: the facilities' yearly steps. —: no value.",
)


def review_pdf(sheet: ReviewSheet, language: Language, printed_on: date | None = None) -> bytes:
    """The review on A4 landscape; the same sheet on the same day is the same bytes."""
    day = printed_on or datetime.now().astimezone().date()
    data = asdict(sheet) | {"language": language.value, "printed_on": day.isoformat()}
    compiler = typst.Compiler(
        resource("templates/midterm_review.typ").read_bytes(),
        font_paths=typst_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    timestamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return cast("bytes", compiler.compile(format="pdf", timestamp=timestamp, pdf_tags=False))


def write_review_workbook(path: Path, sheet: ReviewSheet, language: Language) -> None:
    """Write the review as .xlsx, one row per indicator. Raises FileError."""
    years = {"baseline": sheet.baseline_year, "target": sheet.target_year, "year": sheet.year}
    columns = [
        Column(say(heading, language).format(**years), width, side)
        for heading, width, side in _HEADINGS
    ]
    title = say(("{year} 年规划中期评估表", "Mid-term review {year}"), language).format(**years)
    name = say(("中期评估", "Mid-term review"), language)
    subtitle = " ".join(part for part in (sheet.county, sheet.plan_name, sheet.state) if part)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Weigui"
    page = start_sheet(book, Words(name, title, subtitle, language), columns, 2, landscape=True)
    for line in sheet.lines:
        indent = "\u3000" if line.is_part else ""
        append_row(
            page,
            columns,
            [
                line.number, indent + line.name, line.baseline, line.target, line.planned,
                line.actual, line.difference, line.verdict, line.reason,
            ],
        )  # fmt: skip
    append_note(page, len(columns), say(_NOTE, language))
    content = BytesIO()
    book.save(content)
    write_whole(path, content.getvalue())
