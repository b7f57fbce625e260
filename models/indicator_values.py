"""Yearly values of indicators as typed or pasted: all become changes, or none does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from models.county import County
from models.edits import Change
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.indicators import ValueKind, parse_published
from models.measure import LARGEST_VALUE, exact
from models.plan import IndicatorValue

_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class ValueCell:
    """Where a text falls: the row (1-based) and heading as the planner sees them, and the record's
    key (plan, indicator, year); None where nothing can be entered, for the reason `refusal`."""

    row: int
    column: str
    key: tuple[str, str, int] | None
    refusal: Reason = Reason.READ_ONLY


def parse_indicator_value(text: str) -> tuple[Decimal | None, str]:
    """The value, exact, and a note that stands in brackets behind it (`24.8（18年）`).

    None for blank and for the dashes that mean it. A ratio `1:1.4` is 1.4, a percentage its number
    of hundredths. Raises InvalidValue for text, a bound (≥3), a range or a negative number, and
    for one that has no end as a decimal or more than six places.
    """
    found = parse_published(text)
    if found.kind is ValueKind.BLANK:
        return None, ""
    if found.value is None or found.kind not in (ValueKind.NUMBER, ValueKind.RATIO):
        plain = unicodedata.normalize("NFKC", text).strip()
        is_less = parse_published(plain.lstrip("-−")).kind is ValueKind.NUMBER
        below = plain[:1] in ("-", "−") and is_less
        reason = Reason.NEGATIVE if below else Reason.NOT_A_NUMBER
        raise InvalidValue("IndicatorValue", "value", text, reason)
    scaled = found.value * 10**_MOST_DECIMALS
    if scaled.denominator != 1:
        raise InvalidValue("IndicatorValue", "value", text, Reason.OUT_OF_RANGE)
    if found.value > Fraction(LARGEST_VALUE):
        raise InvalidValue("IndicatorValue", "value", text, Reason.TOO_LARGE)
    return exact(Decimal(scaled.numerator).scaleb(-_MOST_DECIMALS)), found.note


def entered_changes(county: County, texts: Iterable[tuple[ValueCell, str]]) -> tuple[Change, ...]:
    """The changes that make the texts stand; blank clears, the same value changes nothing.

    Source and note of a value stay when it is set again. Raises BadCells with every text that
    cannot be taken.
    """
    changes: dict[tuple[str, str, int], Change] = {}
    bad: list[BadCell] = []
    for cell, text in texts:
        try:
            if cell.key is None:
                raise InvalidValue("IndicatorValue", "value", text, cell.refusal)
            value, note = parse_indicator_value(text)
        except InvalidValue as error:
            bad.append(BadCell("", cell.row, cell.column, text, error.reason))
            continue
        before = county.table(IndicatorValue).get(cell.key)
        after = None
        if value is not None and before is None:
            after = IndicatorValue(*cell.key, value, note=note)
        elif value is not None and before is not None:
            after = replace(before, value=value, note=note or before.note)
        if after != before:
            changes[cell.key] = Change(before, after)
    if bad:
        raise BadCells(tuple(bad))
    return tuple(changes.values())


def described_changes(
    county: County, keys: Iterable[tuple[str, str, int]], *, source: str, note: str
) -> tuple[Change, ...]:
    """The changes that give entered values this source and note; blanks have none."""
    changes = []
    for key in keys:
        before = county.table(IndicatorValue).get(key)
        if before is None:
            continue
        after = replace(before, source=source.strip(), note=note.strip())
        if after != before:
            changes.append(Change(before, after))
    return tuple(changes)
