"""The rows of a mid-term review in words: the same on the screen, in the workbook and on paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop import indicator_wording as words
from desktop.session import CountySession
from models.catalogue import Language
from models.figures import BLANK
from models.midterm_review import PlannedBy, ReviewRow, Verdict, review
from models.plan_document import county_name
from models.review_sheet import ReviewLine, ReviewSheet

translate = QCoreApplication.translate
MARKS = {Verdict.ON_TRACK: "✓", Verdict.BEHIND: "!", Verdict.UNKNOWN: "–"}


def verdict_text(row: ReviewRow) -> str:
    """The verdict as a symbol and a word; that the target is met already, or why none is told."""
    return f"{MARKS[row.verdict]} {_verdict_word(row)}"


def _verdict_word(row: ReviewRow) -> str:
    if row.is_reached:
        return translate("Review", "target met")
    if row.verdict is Verdict.ON_TRACK:
        return translate("Review", "on track")
    if row.verdict is Verdict.BEHIND:
        return translate("Review", "behind")
    if row.actual is None:
        return translate("Review", "no value")
    if not row.actual.complete:
        return translate("Review", "figures incomplete")
    return translate("Review", "no planned figure")


def planned_text(row: ReviewRow) -> str:
    """The planned figure; marked where it is that of the yearly steps."""
    text = words.value_text(row.stated, row.planned) or BLANK
    return f"{text} ▪" if row.planned_by is PlannedBy.STEPS else text


def actual_text(row: ReviewRow) -> str:
    """The actual figure with how it was come by."""
    if row.actual is None:
        return BLANK
    value = words.value_text(row.stated, row.actual.value)
    return f"{value} ({words.way_words()[row.actual.way]})"


def review_sheet(session: CountySession, year: int) -> ReviewSheet:
    """The review of the chosen plan version as it is printed, with the figures of now."""
    rows = review(session.evaluation, session.catalogue, year)
    plan, language = session.plan, session.language
    return ReviewSheet(
        county_name(session.county, language),
        year,
        plan.baseline_year,
        plan.target_year,
        tuple(_line(row, language) for row in rows),
    )


def _line(row: ReviewRow, language: Language) -> ReviewLine:
    indicator = row.stated.indicator
    assert indicator is not None
    return ReviewLine(
        number=indicator.number,
        name=words.name_text(row.stated, language),
        is_part=indicator.parent is not None,
        baseline=indicator.baseline.strip(),
        target=indicator.target.strip(),
        planned=planned_text(row),
        actual=actual_text(row),
        difference=words.difference_text(row.difference) or BLANK,
        verdict=verdict_text(row),
        reason=row.reason,
    )
