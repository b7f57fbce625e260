"""What a source holds against an open county."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from models.county import County
from models.edits import Change, Record
from models.errors import ImportConflict, LeftAside, Reason
from models.plan import Project
from models.projects import is_fuller


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
    """The changes that bring the records into the county, how many stand there already, and those
    that stand there with other contents.

    Records are added; a project of which only excerpts of its content stand there gets the whole.
    """
    changes: list[Change] = []
    conflicts: list[ImportConflict] = []
    unchanged = 0
    for record in records:
        present = county.table(type(record)).get(record.key)
        if present is None:
            changes.append(Change(None, record))
        elif present == record:
            unchanged += 1
        elif (
            isinstance(record, Project)
            and isinstance(present, Project)
            and is_fuller(record, present)
        ):
            changes.append(Change(present, record))
        else:
            conflicts.append(
                ImportConflict(type(record).__name__, record.key, *_differences(present, record))
            )
    return tuple(changes), unchanged, tuple(conflicts)


def _differences(present: Record, offered: Record) -> tuple[str, str]:
    """What is written of either record in the fields that differ, after its name or key."""
    title = str(getattr(offered, "name", "") or " ".join(map(str, offered.key)))
    names = [f.name for f in fields(offered)]
    differing = [n for n in names if getattr(present, n) != getattr(offered, n)]

    def written(record: Record) -> str:
        values = (getattr(record, name) for name in differing)
        return f"{title}: " + ", ".join("—" if v in (None, "") else str(v) for v in values)

    return written(present), written(offered)
