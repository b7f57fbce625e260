"""What a source holds against an open county."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.county import County
from models.edits import Change, Record
from models.errors import ImportConflict, LeftAside


@dataclass(frozen=True)
class RecognisedPart:
    """A table or sheet that was taken: what kind it is, its title, where it begins, its rows."""

    kind: str
    title: str
    where: str
    rows: int


@dataclass(frozen=True)
class ImportReading:
    """What a source holds against the county: the changes to make, and what was made of it.

    `assumed` lists what was not said in so many words but taken to be so; `unchanged` counts the
    records or cells that stand in the county already as the source has them.
    """

    changes: tuple[Change, ...]
    recognised: tuple[RecognisedPart, ...]
    left_aside: tuple[LeftAside, ...]
    unchanged: int
    assumed: tuple[LeftAside, ...] = ()


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
