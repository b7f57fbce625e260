"""A number as it stands in a cell of a source, with all that people write around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from models.errors import InvalidValue, Reason
from models.importing import Note
from models.measure import Measure, parse_value
from models.source_table import SourceCell, key

BLANK_MARKS = frozenset({"—", "——", "-", "--", "–", "－", "*", "/", "／"})
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_WITH_UNIT = re.compile(r"(?P<number>[-+]?[\d,.\s]*\d)\s*(?P<unit>[^\d\s,.+-][^\d]*)")


@dataclass(frozen=True, slots=True)
class CellValue:
    """`value` is None for blank; `refused` says why there is none at all. `notes` are what was
    accepted beside the bare number."""

    value: Decimal | None
    notes: tuple[Note, ...] = ()
    refused: Reason | None = None


BLANK = CellValue(None)


def cell_value(
    cell: SourceCell, measure: Measure, units: Collection[str], is_typed: bool
) -> CellValue:
    """The value of a measure in a cell. `units` are the words that may stand behind the number.

    Accepted and told: a number stored as text (where the source is `is_typed`), full-width digits,
    thousands separators, the measure's own unit, a mark for blank, a formula's result. Refused: a
    formula without result, another unit, a comma that parts no thousands, what is no number,
    negative, or has more decimals than the measure.
    """
    if cell.is_missing:
        return CellValue(None, refused=Reason.NO_RESULT)
    text = cell.text
    if not text:
        return BLANK
    if text in BLANK_MARKS:
        return CellValue(None, (Note.BLANK_MARK,))
    if cell.is_odd:
        return CellValue(None, refused=Reason.NOT_A_NUMBER)
    notes: list[Note] = [Note.FORMULA_RESULT] if cell.formula else []
    if not cell.is_number:
        if is_typed and not cell.formula:
            notes.append(Note.NUMBER_AS_TEXT)
        text, reason = _plain_number(text, units, notes)
        if reason is not None:
            return CellValue(None, refused=reason)
    try:
        value = parse_value(text, measure)
    except InvalidValue as error:
        return CellValue(None, refused=error.reason)
    return CellValue(value, tuple(notes))


def _plain_number(
    text: str, units: Collection[str], notes: list[Note]
) -> tuple[str, Reason | None]:
    """The number without what stands around it, or why it is none that can be taken."""
    if not text.isascii():
        if any(ord("０") <= ord(c) <= ord("９") for c in text):
            notes.append(Note.FULL_WIDTH)
        text = unicodedata.normalize("NFKC", text).strip()
    if match := _WITH_UNIT.fullmatch(text):
        unit = key(match["unit"]).strip("()")
        if unit not in units:
            return text, Reason.OTHER_UNIT
        notes.append(Note.UNIT_DROPPED)
        text = match["number"]
    plain = "".join(text.split())
    if "," in plain:
        if not _GROUPED.fullmatch(plain):
            return text, Reason.NOT_A_NUMBER
        notes.append(Note.THOUSANDS)
    return plain, None
