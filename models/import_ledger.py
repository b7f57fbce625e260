"""What the tables of a source come to, gathered while they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.county import County, new_id
from models.edits import Change, Record
from models.errors import BadCell, LeftAside, Reason
from models.facility import Facility, usual_class
from models.importing import CellProblem, Note, RecognisedPart
from models.institution_names import township_by_name, type_by_name
from models.measure import Measure
from models.name_matching import NameMatcher
from models.plan import Plan
from models.source_table import key
from models.table_recognition import FoundTable


class NameChoice(StrEnum):
    """What a person decides of a name that is no facility's, if not that it is a certain one."""

    NEW = "new-facility"
    ASIDE = "leave-aside"
    AREA = "area"  # of the equipment table: kept as a published figure


@dataclass(frozen=True)
class Choices:
    """What a person decided. `names`: by `key(name)` the id of a facility or a NameChoice."""

    names: Mapping[str, str] = field(default_factory=dict)
    take_hidden: bool = True


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in a source that no facility bears, or (`is_ambiguous`) several do."""

    name: str
    where: str
    is_ambiguous: bool
    layout: str


class Ledger:
    """Changes, refusals and remarks of one import; nothing in the county is changed."""

    def __init__(
        self, source: str, county: County, plan: Plan, measures: Mapping[str, Measure],
        choices: Choices,
    ) -> None:  # fmt: skip
        self.source, self.county, self.plan = source, county, plan
        self.measures, self.choices = measures, choices
        self.matcher = NameMatcher(county)
        self.seen: set[tuple[object, ...]] = set()
        self.changes: dict[tuple[type, tuple[object, ...]], Change] = {}
        self.problems: list[CellProblem] = []
        self.left_aside: list[LeftAside] = []
        self.recognised: list[RecognisedPart] = []
        self.unknown_names: dict[str, UnknownName] = {}
        self.unchanged = 0
        self._made: dict[str, Facility] = {}

    def refuse(self, table: FoundTable, row: int, column: int, text: str, code: Reason) -> None:
        self._mark(table, row, column, text, code)

    def tell(
        self, table: FoundTable, row: int, column: int, text: str, code: Note, detail: str = ""
    ) -> None:
        self._mark(table, row, column, text, code, detail)

    def _mark(
        self, table: FoundTable, row: int, column: int, text: str, code: Reason | Note,
        detail: str = "",
    ) -> None:  # fmt: skip
        source = table.source
        self.problems.append(
            CellProblem(
                source.name, source.row_number(row), source.letter(column), text, code, detail
            )
        )

    def leave(self, where: str, text: str, reason: str, *details: str) -> None:
        self.left_aside.append(LeftAside(where, text, reason, details))

    def put(self, before: Record | None, after: Record) -> None:
        """Note that a record shall stand in the county (it stands there already: unchanged)."""
        if before == after:
            self.unchanged += 1
        else:
            self.changes[type(after), after.key] = Change(before, after)

    @property
    def bad_cells(self) -> tuple[BadCell, ...]:
        return tuple(
            BadCell(p.table, p.row, p.column, p.text, p.code)
            for p in self.problems
            if isinstance(p.code, Reason)
        )

    @property
    def notes(self) -> tuple[CellProblem, ...]:
        return tuple(p for p in self.problems if not p.is_refused)

    def facility(self, table: FoundTable, row: int, column: int, name: str) -> Facility | None:
        """The facility that a name means, by its writing or by the person's choice; None where
        none is meant, having refused the cell."""
        match = self.matcher.match(name)
        found = match.facilities
        if len(found) == 1:
            if not match.is_exact:
                self.tell(table, row, column, name, Note.NAME_TAKEN_FOR, found[0].name)
            return found[0]
        choice = self.choices.names.get(key(name))
        if choice == NameChoice.NEW:
            return self._new_facility(name)
        if choice is not None and choice not in set(NameChoice):
            facility = self.county.facility(choice)
            self.tell(table, row, column, name, Note.NAME_TAKEN_FOR, facility.name)
            return facility
        reason = Reason.AMBIGUOUS_FACILITY if found else Reason.UNKNOWN_FACILITY
        if choice is None:
            self.unknown_names.setdefault(
                key(name),
                UnknownName(name, table.source.place(row, column), bool(found), str(table.layout)),
            )
            self.refuse(table, row, column, name, reason)
        return None

    def _new_facility(self, name: str) -> Facility:
        made = self._made.get(key(name))
        if made is None:
            county = self.county
            kind = type_by_name(name)
            township = (
                township_by_name(name, county.info, county.divisions) if county.info else None
            )
            last = max((f.order for f in county.facilities), default=0)
            made = Facility(
                new_id(),
                name,
                usual_class(kind),
                kind,
                order=last + 1 + len(self._made),
                township=None if township is None else township.code,
                source=self.source,
            )
            self._made[key(name)] = made
            self.put(None, made)
        return made
