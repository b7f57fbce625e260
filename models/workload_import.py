"""Sheets of activities and of working times, read against a county: all of them, or nothing.

A line is known by its facility, cadre, kind and name: where the county has it, its figures are
replaced; else it is added. A blank cell leaves what stands there; lines that the sheet does not
name stay. Headings are those of the table, in either language, anywhere in the first rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from models.catalogue import Catalogue
from models.cell_values import cell_value
from models.county import County, new_id
from models.edits import Change
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.measure import exact
from models.plan import Plan
from models.source_table import SourceCell, SourceTable, key
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_editing import TIME_FIELDS, placed_last
from models.workload_reading import FIGURE, FIGURES, Field, WorkloadNames, with_figure
from models.workload_staffing import plan_activities, working_times

ACTIVITY_COLUMNS = "workload-column"  # groups of words: the headings
TIME_COLUMNS = "working-time-column"
CADRE, SOURCE = "cadre", "source"
_HEADING_ROWS = 10  # headings are looked for so far down
_ACTIVITY_MUST = frozenset({Field.FACILITY, Field.CADRE, Field.NAME})
_TIME_MUST = frozenset({CADRE, "working-days", "hours-per-day"})
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class WorkloadReading:
    """The changes to make, how many rows of either kind were read, and how many of them stand in
    the county already as they are."""

    changes: tuple[Change, ...]
    activities: int
    times: int
    unchanged: int

    @property
    def recognised(self) -> bool:
        return bool(self.activities or self.times)


def read_workload(
    tables: Iterable[SourceTable], county: County, plan: Plan, catalogue: Catalogue, source: str
) -> WorkloadReading:
    """What the sheets of a source change; sheets without the headings are left aside.

    Raises BadCells, with every cell that cannot be taken.
    """
    reader = _Reader(county, plan, catalogue, source)
    for table in tables:
        reader.read(table)
    if reader.bad:
        raise BadCells(tuple(reader.bad), source)
    changes = (*reader.time_changes(), *reader.activity_changes)
    rows = reader.activities + reader.times
    return WorkloadReading(changes, reader.activities, reader.times, rows - len(changes))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet whose headings stand in row `top`; `columns` are the places of what they name."""

    table: SourceTable
    top: int
    columns: Mapping[str, int]

    def rows(self) -> Iterable[int]:
        """The rows under the heading that say something in one of its columns."""
        for row in range(self.top + 1, len(self.table.rows)):
            cells = [self.table.cell(row, column) for column in self.columns.values()]
            first, second = cells[:2]
            is_note = first.anchor is not None and first.anchor == second.anchor
            if not is_note and any(cell.text or cell.formula for cell in cells):
                yield row

    def text(self, row: int, column: str) -> str:
        place = self.columns.get(column)
        return "" if place is None else self.table.text(row, place)


class _Reader:
    def __init__(self, county: County, plan: Plan, catalogue: Catalogue, source: str) -> None:
        self._plan, self._source = plan, source
        self._words = catalogue.words
        self._names = WorkloadNames(county, catalogue)
        self._present: dict[tuple[str, str, ActivityKind, str], list[Activity]] = {}
        self._lines = plan_activities(county, plan)
        for line in self._lines:
            self._present.setdefault(_identity(line), []).append(line)
        self._seen: Counter[tuple[str, str, ActivityKind, str]] = Counter()
        self._times = working_times(county, plan)
        self._read_times: dict[str, WorkingTime] = {}
        self._activity_changes: list[Change] = []
        self.bad: list[BadCell] = []
        self.activities = self.times = 0

    @property
    def activity_changes(self) -> tuple[Change, ...]:
        return placed_last(self._lines, self._activity_changes)

    def time_changes(self) -> list[Change]:
        return [
            Change(self._times.get(measure), time)
            for measure, time in self._read_times.items()
            if self._times.get(measure) != time
        ]

    def read(self, table: SourceTable) -> None:
        for top in range(min(_HEADING_ROWS, len(table.rows))):
            lines = self._columns(table, top, ACTIVITY_COLUMNS)
            times = self._columns(table, top, TIME_COLUMNS)
            if lines.keys() >= _ACTIVITY_MUST:
                sheet = _Sheet(table, top, lines)
                for row in sheet.rows():
                    self._read_activity(sheet, row)
                return
            if times.keys() >= _TIME_MUST:
                sheet = _Sheet(table, top, times)
                for row in sheet.rows():
                    self._read_time(sheet, row)
                return

    def _columns(self, table: SourceTable, row: int, group: str) -> dict[str, int]:
        """Where the headings of a group stand in a row; of two alike the first."""
        ids = {key(text): word for word, texts in self._words[group].items() for text in texts}
        found: dict[str, int] = {}
        for column in range(len(table.rows[row])):
            word = ids.get(key(table.text(row, column)))
            if word is not None:
                found.setdefault(word, column)
        return found

    def _refuse(self, sheet: _Sheet, row: int, column: str, text: str, reason: Reason) -> None:
        place = sheet.columns.get(column, sheet.columns[CADRE])
        table = sheet.table
        self.bad.append(
            BadCell(table.name, table.row_number(row), table.letter(place), text, reason)
        )

    # --- activities

    def _read_activity(self, sheet: _Sheet, row: int) -> None:
        self.activities += 1
        begun = self._begun(sheet, row)
        if begun is None:
            return
        identity = _identity(begun)
        present = self._present.get(identity, [])
        place = self._seen[identity]
        self._seen[identity] += 1
        if place >= max(1, len(present)):
            self._refuse(sheet, row, Field.NAME, begun.name, Reason.DUPLICATE)
            return
        before = present[place] if present else None
        after = self._with_figures(before or begun, sheet, row)
        source = sheet.text(row, Field.SOURCE)
        if source:
            after = replace(after, source=source)
        if after != before:
            self._activity_changes.append(Change(before, after))

    def _begun(self, sheet: _Sheet, row: int) -> Activity | None:
        """The line without its figures; None where a word of it is not known."""
        facility = measure = ""
        kind = ActivityKind.SERVICE
        before = len(self.bad)
        for field in (Field.FACILITY, Field.CADRE, Field.KIND, Field.NAME):
            text = sheet.text(row, field)
            try:
                match field:
                    case Field.FACILITY:
                        facility = self._names.facility(text)
                    case Field.CADRE:
                        measure = self._names.cadre(text)
                    case Field.KIND:
                        kind = self._names.kind(text)
            except InvalidValue as error:
                self._refuse(sheet, row, field, text, error.reason)
        name = sheet.text(row, Field.NAME).strip()
        if not name:
            self._refuse(sheet, row, Field.NAME, "", Reason.EMPTY)
        if len(self.bad) > before:
            return None
        where = f"{self._source} {sheet.table.place(row, sheet.columns[Field.NAME])}"
        return Activity(new_id(), self._plan.id, facility, measure, kind, name, source=where)

    def _with_figures(self, line: Activity, sheet: _Sheet, row: int) -> Activity:
        for field in FIGURES:
            if field not in sheet.columns:
                continue
            cell = sheet.table.cell(row, sheet.columns[field])
            value = self._figure(sheet, row, field, cell)
            try:
                if value is not None:
                    line = with_figure(line, field, value, cell.text)
            except InvalidValue as error:
                self._refuse(sheet, row, field, cell.text, error.reason)
        return line

    def _figure(self, sheet: _Sheet, row: int, column: str, cell: SourceCell) -> Decimal | None:
        is_share = column == Field.SHARE
        bare = cell.text.rstrip("%％ ") if is_share else cell.text
        found = cell_value(replace(cell, text=bare), FIGURE, (), sheet.table.typed)
        if found.refused is not None:
            is_fine = found.refused is Reason.NOT_WHOLE
            reason = Reason.TOO_FINE if is_fine else found.refused
            self._refuse(sheet, row, column, cell.text or cell.formula, reason)
        value = found.value
        if value is not None and is_share and (bare != cell.text or value >= 1):
            return exact(value / _HUNDRED)
        return value

    # --- working times

    def _read_time(self, sheet: _Sheet, row: int) -> None:
        self.times += 1
        text = sheet.text(row, CADRE)
        try:
            measure = self._names.cadre(text)
        except InvalidValue as error:
            self._refuse(sheet, row, CADRE, text, error.reason)
            return
        if measure in self._read_times:
            self._refuse(sheet, row, CADRE, text, Reason.DUPLICATE)
            return
        before, bad = self._times.get(measure), len(self.bad)
        figures: dict[str, Decimal] = {}
        for field in TIME_FIELDS:
            column = time_column(field)
            place = sheet.columns.get(column)
            value = None
            if place is not None:
                value = self._figure(sheet, row, column, sheet.table.cell(row, place))
            if value is None and before is not None:
                value = getattr(before, field)
            if value is not None:
                figures[field] = value
            elif len(self.bad) == bad:
                self._refuse(sheet, row, column, "", Reason.EMPTY)
        if len(self.bad) == bad:
            self._put_time(sheet, row, measure, figures)

    def _put_time(
        self, sheet: _Sheet, row: int, measure: str, figures: Mapping[str, Decimal]
    ) -> None:
        before = self._times.get(measure)
        where = f"{self._source} {sheet.table.place(row, sheet.columns[CADRE])}"
        source = sheet.text(row, SOURCE) or (before.source if before else where)
        try:
            time = WorkingTime(self._plan.id, measure, **figures, source=source)
        except InvalidValue as error:
            self._refuse(sheet, row, time_column(error.field), str(error.value), error.reason)
            return
        self._read_times[measure] = time


def _identity(line: Activity) -> tuple[str, str, ActivityKind, str]:
    return line.facility_id, line.measure, line.kind, key(line.name)


def time_column(field: str) -> str:
    """The id of the heading of a field of `WorkingTime`."""
    return field.replace("_", "-")
