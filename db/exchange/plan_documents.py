"""Tables of a plan in each format that leaves the program: the same texts in all three."""

from __future__ import annotations

from datetime import date, datetime

from db.exchange.docx_writing import document_docx
from db.exchange.plan_pdf import document_pdf
from db.exchange.xlsx_document import document_workbook
from models.plan_document import PaperFormat, PlanDocument


def document_bytes(
    document: PlanDocument,
    paper_format: PaperFormat,
    day: date | None = None,
    *,
    archive: bool = False,
) -> bytes:
    """The document as the content of a file, dated `day` (today); `archive`: a PDF of PDF/A-2b."""
    day = day or datetime.now().astimezone().date()
    match paper_format:
        case PaperFormat.PDF:
            return document_pdf(document, day, archive=archive)
        case PaperFormat.DOCX:
            return document_docx(document, day)
        case PaperFormat.XLSX:
            return document_workbook(document)
