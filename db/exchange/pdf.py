"""Target sheets as one PDF, set by Typst from the built-in template or the bureau's own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Final, cast

import pypdfium2
import typst

from db.exchange.pdfium import pdfium_lock
from db.exchange.sheet_data import sheet_data
from db.exchange.sheet_template import SheetTemplate, asks_for_network, built_in, problem_of
from db.fonts import font_folder
from models.catalogue import Language
from models.errors import BrokenTemplate
from models.target_sheet import TargetSheet

_ARCHIVE: Final = "a-2b"  # PDF/A-2b, ISO 19005-2


def target_sheets_pdf(
    sheets: Sequence[TargetSheet],
    language: Language,
    printed_on: date | None = None,
    *,
    template: SheetTemplate | None = None,
    archive: bool = False,
    author: str = "",
) -> bytes:
    """The sheets as one PDF with a bookmark per facility, each beginning on a page of its own but
    for forms, which share one by twos where they follow each other.

    `printed_on` (today) stands in the footer and is the PDF's creation date, so that the same
    sheets on the same day are the same bytes on every machine. There is at least one sheet.
    `archive` makes it PDF/A-2b; `author` stands in its properties, nobody does without. Raises
    BrokenTemplate for a template that Typst cannot set.
    """
    if not sheets:
        raise ValueError("a PDF has at least one sheet")
    template = template or built_in()
    document = _Document(sheets, language, printed_on, template, archive, author)
    pages = [1] * len(sheets)
    pdf = document.compile(pages)
    if not template.is_own:
        return pdf  # the built-in template counts its pages itself
    counted = _page_counts(pdf)
    return pdf if counted == pages else document.compile(counted)


def first_pages(pdf: bytes) -> list[int]:
    """For each sheet of `target_sheets_pdf`, in order, the index (from 0) of its first page."""
    with pdfium_lock, pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            if destination is not None:
                pages.append(cast("int", destination.get_index()))
        return pages


class _Document:
    """The sheets on their way to paper."""

    def __init__(
        self,
        sheets: Sequence[TargetSheet],
        language: Language,
        printed_on: date | None,
        template: SheetTemplate,
        archive: bool,
        author: str,
    ) -> None:
        self.sheets = [sheet_data(sheet) for sheet in sheets]
        self.language, self.template = language, template
        self.archive, self.author = archive, author
        self.day = printed_on or datetime.now().astimezone().date()

    def compile(self, pages: Sequence[int]) -> bytes:
        """The PDF; a bureau's own template may say from `pages` how many pages each sheet has.

        Without tags (for screen readers): they make the file six times as large.
        """
        data = {
            "language": self.language.value,
            "printed_on": self.day.isoformat(),
            "author": self.author,
            "logo": self.template.logo and f"/{self.template.logo}",
            "head": self.template.head,
            "sheets": [s | {"pages": n} for s, n in zip(self.sheets, pages, strict=True)],
        }
        if (problem := asks_for_network(self.template)) is not None:
            raise BrokenTemplate(*problem)
        try:
            compiler = typst.Compiler(
                self.template.source,
                root=self.template.root,
                font_paths=typst_fonts(),
                ignore_system_fonts=True,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            )
            pdf = compiler.compile(
                format="pdf",
                timestamp=datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC),
                pdf_tags=False,
                pdf_standards=[_ARCHIVE] if self.archive else [],
            )
        except typst.TypstError as error:
            raise BrokenTemplate(*problem_of(error)) from error
        return cast("bytes", pdf)


def _page_counts(pdf: bytes) -> list[int]:
    """How many pages each sheet has; of two forms on one page, each one."""
    with pdfium_lock, pypdfium2.PdfDocument(pdf) as document:
        starts = [*first_pages(pdf), len(document)]
    return [max(1, after - start) for start, after in pairwise(starts)]


@lru_cache(maxsize=1)
def typst_fonts() -> typst.Fonts:
    """The shipped fonts, read once."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )
