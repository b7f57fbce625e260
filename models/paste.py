"""Texts written into cells of an allocation table: all become changes, or none does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.county import CellKey, County, cell_change
from models.edits import Change
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.measure import Allocation, Measure, Origin, parse_value


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a text falls on: its row (1-based) and heading as the planner sees them.

    `key` and `measure` are None where nothing can be written there, for the reason `refusal`.
    """

    row: int
    column: str
    key: CellKey | None = None
    measure: Measure | None = None
    refusal: Reason = Reason.READ_ONLY


def written_changes(county: County, texts: Iterable[tuple[Target, str]]) -> tuple[Change, ...]:
    """The changes that writing the texts makes; blank text clears, the same number changes nothing.

    A value that is written is the planner's (Origin.PLANNER). Raises BadCells with every text that
    is no value of its measure or falls where nothing can be written.
    """
    changes: dict[CellKey, Change] = {}
    bad: list[BadCell] = []
    for target, text in texts:
        if target.key is None or target.measure is None:
            bad.append(BadCell("", target.row, target.column, text, target.refusal))
            continue
        try:
            value = parse_value(text, target.measure)
        except InvalidValue as error:
            bad.append(BadCell("", target.row, target.column, text, error.reason))
            continue
        before = county.allocation(*target.key)
        if before is not None and before.value == value:
            continue
        after = None if value is None else Allocation(*target.key, value, Origin.PLANNER)
        change = cell_change(county, target.key, after)
        if change is not None:
            changes[target.key] = change
    if bad:
        raise BadCells(tuple(bad))
    return tuple(changes.values())
