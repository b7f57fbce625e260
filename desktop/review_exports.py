"""The mid-term review as a file: the window's way to `db.exchange`."""

from __future__ import annotations

from pathlib import Path

from db.exchange.review_sheets import review_pdf, write_review_workbook
from db.exchange.writing import write_whole
from desktop.review_wording import review_lines
from desktop.session import CountySession
from models.catalogue import Language
from models.midterm_review import review
from models.review_sheet import ReviewSheet


def review_sheet(session: CountySession, year: int) -> ReviewSheet:
    """The review of the chosen plan version, with the figures of now."""
    info, plan = session.county.info, session.plan
    county = ""
    if info is not None:
        county = info.name if session.language is Language.ZH else info.en or info.name
    rows = review(session.evaluation, session.catalogue, year)
    return ReviewSheet(
        county,
        plan.name,
        plan.title,
        session.catalogue.word("plan-state", plan.state, session.language),
        year,
        plan.baseline_year,
        plan.target_year,
        tuple(review_lines(rows, session.language)),
    )


def save_review(session: CountySession, year: int, path: Path) -> None:
    """Write the review as .xlsx or .pdf, by the ending of `path`. Raises FileError."""
    sheet = review_sheet(session, year)
    if path.suffix.lower() == ".xlsx":
        write_review_workbook(path, sheet, session.language)
    else:
        write_whole(path, review_pdf(sheet, session.language))
