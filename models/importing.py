"""What a source holds against an open county."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.county import County
from models.edits import Change, Record
from models.errors import ImportConflict, LeftAside, Reason


class Note(StrEnum):
    """What was accepted in a cell, and is told since it is not quite what it should be."""

    NUMBER_AS_TEXT = "number-as-text"
    FULL_WIDTH = "full-width"
    THOUSANDS = "thousands"
    UNIT_DROPPED = "unit-dropped"
    BLANK_MARK = "blank-mark"  # a dash or an asterisk, kept as blank
    MERGED_CELLS = "merged-cells"
    HIDDEN_ROW = "hidden-row"
    FORMULA_RESULT = "formula-result"
    NAME_TAKEN_FOR = "name-taken-for"
    TOTAL_ROW = "total-row"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One cell that is refused (`code` a Reason) or accepted with a remark (a Note).

    `row` counts from 1 and `column` is a letter, both as the source does. `detail` is what it was
    taken for, where that is not plain.
    """

    table: str
    row: int
    column: str
    text: str
    code: Reason | Note
    detail: str = ""

    @property
    def is_refused(self) -> bool:
        return isinstance(self.code, Reason)


@dataclass(frozen=True)
class RecognisedPart:
    """A table or sheet that was taken: what kind it is, its title, where it begins, its rows.

    `columns` are its headings with what each was taken for, where the table has such.
    """

    kind: str
    title: str
    where: str
    rows: int
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ImportReading:
    """What a source holds against the county: the changes to make, and what was made of it.

    `assumed` lists what was not said in so many words but taken to be so; `unchanged` counts the
    records or cells that stand in the county already as the source has them; `notes` are cells
    that were accepted with a remark.
    """

    changes: tuple[Change, ...]
    recognised: tuple[RecognisedPart, ...]
    left_aside: tuple[LeftAside, ...]
    unchanged: int
    assumed: tuple[LeftAside, ...] = ()
    notes: tuple[CellProblem, ...] = ()


def compare(
    county: County, records: Iterable[Record]
) -> tuple[tuple[Change, ...], int, tuple[ImportConflict, ...]]:
    """The additions that bring the records into the county, how many stand there already, and
    those that stand there with other contents."""
    changes: list[Change] = []
    conflicts: list[ImportConflict] = []
    unchanged = 0
    for record in records:
        present = county.table(type(record)).get(record.key)
        if present is None:
            changes.append(Change(None, record))
        elif present == record:
            unchanged += 1
        else:
            conflicts.append(
                ImportConflict(type(record).__name__, record.key, str(present), str(record))
            )
    return tuple(changes), unchanged, tuple(conflicts)
