"""A list of divisions read against a county: all of it becomes changes, or nothing.

A row is known by its code, without one by its name within its township; former codes and names
lead to what became of the division (`models.division_history`). A blank cell leaves what stands
there; divisions that the list does not name stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.catalogue import Catalogue
from models.county import County
from models.division_editing import add_division, change_division
from models.division_history import named_divisions, present_divisions
from models.division_list import (
    DivisionField,
    field_of,
    kind_of_name,
    people_of_heading,
    persons_in,
    plain_code,
    plain_name,
    read_urban,
    township_code,
)
from models.division_people import people_change
from models.division_references import TOWNSHIP_KINDS, VILLAGE_KINDS
from models.edits import Change, Edit
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.facility import PlaceOrigin
from models.facility_draft import parse_degrees
from models.geography import Division, DivisionKind
from models.source_table import SourceTable, key

_HEADING_ROWS = 10  # headings are looked for so far down
_TOTALS = frozenset({"合计", "总计", "小计", "total"})
_DEGREES = (DivisionField.LONGITUDE, DivisionField.LATITUDE)


@dataclass(frozen=True, slots=True)
class DivisionReading:
    """The changes to make, and of how many divisions: added, changed (also only in their people),
    as they are; `people` numbers of people are new or other. `renamed` are names before and after.
    """

    changes: tuple[Change, ...]
    added: int
    changed: int
    unchanged: int
    people: int
    renamed: tuple[tuple[str, str], ...]

    @property
    def recognised(self) -> bool:
        return bool(self.added or self.changed or self.unchanged)


def read_divisions(
    tables: Iterable[SourceTable], county: County, catalogue: Catalogue, source: str
) -> DivisionReading:
    """What the tables of a source change; tables without a name column are left aside.

    Raises BadCells, with every cell that cannot be taken.
    """
    rows: list[_Row] = []
    bad: list[BadCell] = []
    for table in tables:
        sheet = _sheet(table)
        if sheet is not None:
            rows += _rows(sheet, catalogue, bad)
    taken = _Taker(county, rows, source, bad)
    if bad:
        raise BadCells(tuple(bad), source)
    return taken.reading


@dataclass(frozen=True, slots=True)
class _Sheet:
    table: SourceTable
    top: int
    fields: Mapping[DivisionField, int]
    people: Mapping[int, tuple[int, int]]  # year and unit of a column

    def bad(self, row: int, column: int, text: str, reason: Reason) -> BadCell:
        table = self.table
        return BadCell(table.name, table.row_number(row), table.letter(column), text, reason)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as read; None or "" where its cell is blank."""

    sheet: _Sheet
    number: int
    code: str
    name: str
    kind: DivisionKind | None
    township: str
    urban: bool | None
    place: tuple[float, float] | None
    people: Mapping[int, int]

    def refused(self, field: DivisionField, text: str, reason: Reason) -> BadCell:
        column = self.sheet.fields.get(field, self.sheet.fields[DivisionField.NAME])
        return self.sheet.bad(self.number, column, text, reason)


def _sheet(table: SourceTable) -> _Sheet | None:
    for top in range(min(_HEADING_ROWS, len(table.rows))):
        fields: dict[DivisionField, int] = {}
        people: dict[int, tuple[int, int]] = {}
        for column in range(len(table.rows[top])):
            text = table.text(top, column)
            field, year = field_of(text), people_of_heading(text) if text else None
            if field is not None:
                fields.setdefault(field, column)
            elif year is not None:
                people[column] = year
        if DivisionField.NAME in fields and len(fields) + len(people) > 1:
            return _Sheet(table, top, fields, people)
    return None


def _rows(sheet: _Sheet, catalogue: Catalogue, bad: list[BadCell]) -> list[_Row]:
    found = []
    for number in range(sheet.top + 1, len(sheet.table.rows)):
        name = sheet.table.text(number, sheet.fields[DivisionField.NAME]).strip()
        if _says(sheet, number) and key(name) not in _TOTALS:
            found.append(_row(sheet, number, name, catalogue, bad))
    return found


def _says(sheet: _Sheet, number: int) -> bool:
    """Whether a row says something in one of the columns, and is no note over several of them."""
    places = [*sheet.fields.values(), *sheet.people]
    cells = [sheet.table.cell(number, column) for column in places]
    is_note = cells[0].anchor is not None and cells[0].anchor == cells[1].anchor
    return not is_note and any(cell.text for cell in cells)


def _row(sheet: _Sheet, number: int, name: str, catalogue: Catalogue, bad: list[BadCell]) -> _Row:
    texts = {f: sheet.table.text(number, c).strip() for f, c in sheet.fields.items()}
    row = _Row(
        sheet,
        number,
        plain_code(texts.get(DivisionField.CODE, "")),
        name,
        None,
        texts.get(DivisionField.TOWNSHIP, ""),
        None,
        None,
        {},
    )
    if not name:
        bad.append(row.refused(DivisionField.NAME, "", Reason.EMPTY))
    kind, urban = texts.get(DivisionField.KIND, ""), texts.get(DivisionField.URBAN, "")
    try:
        row = replace(row, kind=_kind(kind, catalogue))
    except InvalidValue as error:
        bad.append(row.refused(DivisionField.KIND, kind, error.reason))
    try:
        row = replace(row, urban=read_urban(urban))
    except InvalidValue as error:
        bad.append(row.refused(DivisionField.URBAN, urban, error.reason))
    people = {}
    for column, (year, unit) in sheet.people.items():
        text = sheet.table.text(number, column)
        try:
            persons = persons_in(text, unit)
        except InvalidValue as error:
            bad.append(sheet.bad(number, column, text, error.reason))
            continue
        if persons is not None:
            people[year] = persons
    return replace(row, place=_place(row, texts, bad), people=people)


def _kind(text: str, catalogue: Catalogue) -> DivisionKind | None:
    if not text:
        return None
    words = catalogue.words["division-kind"]
    found = (kind for kind in DivisionKind if key(text) in map(key, words[kind]))
    kind = next(found, None) or kind_of_name(text)
    if kind is None:
        raise InvalidValue("Division", "kind", text, Reason.UNKNOWN_CHOICE)
    return kind


def _place(
    row: _Row, texts: Mapping[DivisionField, str], bad: list[BadCell]
) -> tuple[float, float] | None:
    degrees: list[float | None] = []
    for field in _DEGREES:
        text = texts.get(field, "")
        try:
            degrees.append(parse_degrees(field, text))
        except InvalidValue as error:
            bad.append(row.refused(field, text, error.reason))
            return None
    longitude, latitude = degrees
    if longitude is not None and latitude is not None:
        return longitude, latitude
    if longitude != latitude:
        bad.append(row.refused(DivisionField.LATITUDE, "", Reason.INCOMPLETE_PLACE))
    return None


class _Taker:
    """Takes rows in turn into a copy of the county, townships first, and gathers the changes."""

    def __init__(
        self, county: County, rows: Sequence[_Row], source: str, bad: list[BadCell]
    ) -> None:
        self._work = County(county.records())
        self._source, self._bad = source, bad
        self._changes: list[Change] = []
        self._renamed: list[tuple[str, str]] = []
        self._seen: set[str] = set()
        self._added = self._changed = self._people = 0
        listed = [row for row in rows if row.name]
        for row in sorted(listed, key=self._is_village):
            self._take(row)

    @property
    def reading(self) -> DivisionReading:
        unchanged = len(self._seen) - self._added - self._changed
        return DivisionReading(
            tuple(self._changes),
            self._added,
            self._changed,
            unchanged,
            self._people,
            tuple(self._renamed),
        )

    def _is_village(self, row: _Row) -> bool:
        if row.kind is not None and row.kind is not DivisionKind.OTHER:
            return row.kind in VILLAGE_KINDS
        if row.township or township_code(row.code):
            return True
        return kind_of_name(row.name) in VILLAGE_KINDS

    def _take(self, row: _Row) -> None:
        try:
            before = self._known(row)
            after = self._wanted(row, before)
            if after.code in self._seen:
                self._refuse(row, DivisionField.CODE, after.code, Reason.DUPLICATE)
                return
            self._seen.add(after.code)
            if before is None:
                edit = add_division(self._work, after, "")
            else:
                edit = change_division(self._work, before.code, after, "")
        except InvalidValue as error:
            names = {"parent": DivisionField.TOWNSHIP}
            field = names.get(error.field) or DivisionField(error.field)
            self._refuse(row, field, str(error.value or ""), error.reason)
            return
        self._apply(edit.changes)
        people = [
            change
            for year, persons in row.people.items()
            if (change := people_change(self._work, after.code, year, persons, self._source))
        ]
        self._apply(people)
        self._people += len(people)
        if before is None:
            self._added += 1
        elif edit.changes or people:
            self._changed += 1
        if before is not None and before.name != after.name:
            self._renamed.append((before.name, after.name))

    def _apply(self, changes: Sequence[Change]) -> None:
        self._work.apply(Edit("", tuple(changes)))
        self._changes += changes

    def _refuse(self, row: _Row, field: DivisionField, text: str, reason: Reason) -> None:
        self._bad.append(row.refused(field, text, reason))

    def _known(self, row: _Row) -> Division | None:
        """The division that a row is about. Raises InvalidValue where that cannot be said."""
        if row.code:
            found = present_divisions(self._work, row.code)
            text, field = row.code, "code"
        else:
            township = self._township(row)
            found = named_divisions(self._work, row.name, township)
            text, field = row.name, "name"
            if not found:
                raise InvalidValue("Division", "code", "", Reason.EMPTY)
        if len(found) > 1:
            raise InvalidValue("Division", field, text, Reason.AMBIGUOUS_DIVISION)
        return found[0] if found else None

    def _township(self, row: _Row) -> str | None:
        """The code of the township that a row names, by code or name, or that its code begins
        with; None for a township."""
        if not row.township:
            code = township_code(row.code)
            return code if code is not None and (code,) in self._work.table(Division) else None
        code = plain_code(row.township)
        if (code,) in self._work.table(Division):
            return code
        found = [d for d in named_divisions(self._work, row.township) if d.parent is None]
        if len(found) != 1:
            reason = Reason.AMBIGUOUS_DIVISION if found else Reason.UNKNOWN_DIVISION
            raise InvalidValue("Division", "parent", row.township, reason)
        return found[0].code

    def _wanted(self, row: _Row, before: Division | None) -> Division:
        if before is None:
            parent = self._township(row) if self._is_village(row) else None
            kind = row.kind or kind_of_name(row.name) or DivisionKind.OTHER
            division = Division(row.code, row.name, kind, parent, source=self._source)
        else:
            parent = self._township(row) if row.township else before.parent
            is_new = row.code == before.code and plain_name(row.name) != plain_name(before.name)
            name = row.name if is_new else before.name  # neither a former nor a shorter one
            division = replace(before, name=name, kind=row.kind or before.kind, parent=parent)
        if parent is None and self._is_village(row) and division.kind not in TOWNSHIP_KINDS:
            raise InvalidValue("Division", "parent", row.township, Reason.UNKNOWN_DIVISION)
        if row.urban is not None:
            division = replace(division, urban=row.urban)
        if row.place is None or row.place == division.place:
            return division
        longitude, latitude = row.place
        return replace(
            division,
            longitude=longitude,
            latitude=latitude,
            place_origin=PlaceOrigin.SURVEYED,
        )
