"""A published plan's text as tables whose layouts are settled, with the records they make."""

from __future__ import annotations

from dataclasses import dataclass

from models.county import County
from models.edits import Record
from models.errors import BadCell, BadCells, ImportConflicts, LeftAside
from models.importing import CellProblem, ImportReading, RecognisedPart, compare
from models.table_reading import TablesReading
from models.table_recognition import FoundTable


@dataclass(frozen=True)
class PlanSource:
    """`tables` are all of the text in order, those left aside too; there are no `records` where
    cells are bad. `problems` are the bad cells where they stand in the tables.

    `name` is that of the file, for messages.
    """

    name: str
    tables: tuple[FoundTable, ...]
    records: tuple[Record, ...]
    recognised: tuple[RecognisedPart, ...]
    left_aside: tuple[LeftAside, ...]
    assumed: tuple[LeftAside, ...]
    problems: tuple[CellProblem, ...]
    bad_cells: tuple[BadCell, ...]

    def against(self, county: County) -> TablesReading:
        """What the text would change in a county; nothing where cells are bad.

        Raises ImportConflicts where the county holds a record of the plan with other contents.
        """
        changes, unchanged, conflicts = compare(county, self.records)
        if conflicts:
            raise ImportConflicts(conflicts, self.name)
        reading = ImportReading(changes, self.recognised, self.left_aside, unchanged, self.assumed)
        return TablesReading(reading, self.problems, self.bad_cells, ())

    def whole(self, county: County) -> ImportReading:
        """The same. Raises BadCells too, where any cell is bad."""
        if self.bad_cells:
            raise BadCells(self.bad_cells, self.name)
        return self.against(county).reading
