"""The rows of the indicator table by what they are figures of, as the running text names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.prose_figures import base_of, subject_of
from models.published import IndicatorRow, PublishedPlan, place

_UNIT = re.compile(r"[（(]([^（()）]*)[）)]$")
SAME_UNITS = {"％": "%", "名": "人", "1/10万": "/10万", "万名": "万人", "数": ""}


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A row with its subject and base in the form of `subject_of` and `base_of`, and its unit."""

    row: IndicatorRow
    place: str
    subject: str
    base: str
    unit: str


def subject_rows(published: PublishedPlan) -> Iterator[SubjectRow]:
    """A part is per the base of the rows above it, and so is a row of beds below one of beds."""
    table = published.indicators
    base, above = "", ""
    for n, row in enumerate(table.rows, 1):
        subject, own = subject_of(row.name), base_of(row.name)
        found = _UNIT.search(row.name)
        unit = row.unit or (found[1] if found else "")
        if own:
            base, above = own, subject
        elif not row.is_part and not (subject.endswith("床位") and above.endswith("床位")):
            base, above = "", ""
        unit = SAME_UNITS.get(unit, unit)
        yield SubjectRow(row, place(table.table, n), subject, base, unit)
