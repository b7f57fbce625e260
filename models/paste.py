"""Texts written into cells of an allocation table: all become changes, or none does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.arithmetic import is_arithmetic, reckon
from models.county import CellKey, County, cell_change
from models.edits import Change
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.figures import format_limit
from models.measure import LARGEST_VALUE, Allocation, Measure, Origin, exact, parse_value

_TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 10**8}
_WITH_UNIT = re.compile(r"\s*([\d.,，．\s]*\d)\s*([十百千万亿]?)\s*([^\d\s]\D*|)\s*")


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a text falls on: its row (1-based) and heading as the planner sees them.

    `key` and `measure` are None where nothing can be written there, for the reason `refusal`.
    `is_note`: the text becomes the note of the cell's value.
    """

    row: int
    column: str
    key: CellKey | None = None
    measure: Measure | None = None
    refusal: Reason = Reason.READ_ONLY
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class UnitRead:
    """A text with a unit or a Chinese power of ten, and the number it was taken for."""

    target: Target
    text: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Written:
    """The changes that texts make; those of texts `with_units` are to be asked about first."""

    changes: tuple[Change, ...]
    with_units: tuple[UnitRead, ...] = ()


def written(county: County, texts: Iterable[tuple[Target, str]]) -> Written:
    """What writing the texts changes; blank text clears, the same number changes nothing.

    A text may be arithmetic (see models.arithmetic), exact or refused. A value that is written is
    the planner's (Origin.PLANNER) and keeps the note of the value before it. Raises BadCells with
    every text that is no value of its measure or falls where nothing can be written.
    """
    changes: dict[CellKey, Change] = {}
    units: list[UnitRead] = []
    bad: list[BadCell] = []
    for target, text in texts:
        try:
            change = _change(county, target, text, units)
        except InvalidValue as error:
            bad.append(BadCell("", target.row, target.column, str(error.value), error.reason))
            continue
        if change is not None and target.key is not None:
            changes[target.key] = change
    if bad:
        raise BadCells(tuple(bad))
    asked = tuple(unit for unit in units if unit.target.key in changes)
    return Written(tuple(changes.values()), asked)


def _change(county: County, target: Target, text: str, units: list[UnitRead]) -> Change | None:
    if target.key is None or target.measure is None:
        raise InvalidValue("Allocation", "value", text, target.refusal)
    before = county.allocation(*target.key)
    if target.is_note:
        return _noted(county, target.key, before, text.strip())
    value: Decimal | None
    if is_arithmetic(text):
        value = reckoned_value(text, target.measure, None if before is None else before.value)
    else:
        value = _read(target, text, units)
    if (None if before is None else before.value) == value:
        return None
    note = "" if before is None else before.note
    after = None if value is None else Allocation(*target.key, value, Origin.PLANNER, "", note)
    return cell_change(county, target.key, after)


def _noted(county: County, key: CellKey, before: Allocation | None, note: str) -> Change | None:
    if before is None:
        if note:
            raise InvalidValue("Allocation", "note", note, Reason.NO_VALUE)
        return None
    after = Allocation(*key, before.value, before.origin, before.source, note)
    return cell_change(county, key, after)


def note_change(county: County, key: CellKey, note: str) -> Change | None:
    """The change that gives a cell's value a note ("" for none); None where it has it already.

    Raises InvalidValue(NO_VALUE) for a note on a blank.
    """
    return _noted(county, key, county.allocation(*key), note.strip())


def reckoned_value(text: str, measure: Measure, present: Decimal | None) -> Decimal:
    """The value of an arithmetic text. Raises InvalidValue, whose value tells the result, where
    the exact result is no value of the measure (540.5 beds): nothing is rounded."""
    result = reckon(text, present)
    told = f"{text.strip()} → {format_limit(result)}"
    if result < 0:
        raise InvalidValue("Allocation", "value", told, Reason.NEGATIVE)
    if result > (LARGEST_VALUE if measure.most is None else measure.most):
        raise InvalidValue("Allocation", "value", told, Reason.TOO_LARGE)
    scaled = result * 10**measure.decimals
    if scaled.denominator != 1:
        raise InvalidValue("Allocation", "value", told, Reason.NOT_WHOLE)
    return exact(Decimal(scaled.numerator).scaleb(-measure.decimals))


def _read(target: Target, text: str, units: list[UnitRead]) -> Decimal | None:
    """A number, or one with a unit, which is noted among the units."""
    measure = target.measure
    assert measure is not None
    try:
        return parse_value(text, measure)
    except InvalidValue as error:
        found = _WITH_UNIT.fullmatch(text)
        if found is None or error.reason is not Reason.NOT_A_NUMBER:
            raise
    number, power, unit = found.groups()
    if unit and unit.strip().casefold() not in (measure.unit_zh, measure.unit_en.casefold()):
        raise InvalidValue("Allocation", "value", text, Reason.OTHER_UNIT)
    digits = parse_value(number, _PLAIN)
    assert digits is not None  # the pattern has a digit
    value = parse_value(str(digits * _TIMES.get(power, 1)), measure)
    assert value is not None
    units.append(UnitRead(target, text.strip(), value))
    return value


_PLAIN = Measure("number", "", "数", "", "", "", decimals=4)
