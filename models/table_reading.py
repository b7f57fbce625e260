"""What the tables of a source would change in a plan; nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.catalogue import Catalogue
from models.county import County
from models.edits import RECORD_TYPES
from models.errors import BadCell, Reason
from models.facility_reading import FacilityTableReader
from models.import_ledger import Choices, Ledger, UnknownName
from models.importing import CellProblem, ImportReading, RecognisedPart
from models.layout import BED_LAYOUTS, Layout
from models.measure import Measure
from models.plan import Plan
from models.source_table import SourceTable
from models.standard_reading import StandardReader
from models.table_columns import ColumnReader, Role
from models.table_recognition import ColumnMapping, FoundTable, find_tables
from models.text_rows import IndicatorReader, ProjectReader

UNKNOWN_TABLE = "unknown-table"


@dataclass(frozen=True)
class TablesReading:
    """What tables come to: the changes, only to be made where nothing is refused.

    `problems` are all marks on cells, `unknown_names` those names that a person may still decide.
    """

    reading: ImportReading
    problems: tuple[CellProblem, ...]
    bad_cells: tuple[BadCell, ...]
    unknown_names: tuple[UnknownName, ...]


def measures_of(catalogue: Catalogue, county: County) -> dict[str, Measure]:
    """The shipped measures and the planner's own, by id."""
    own = {measure.id: measure for measure in county.table(Measure).values()}
    return {**catalogue.measures, **own}


def found_tables(
    sources: Iterable[SourceTable],
    plan: Plan,
    measures: Mapping[str, Measure],
    remembered: Mapping[str, ColumnMapping],
) -> list[FoundTable]:
    """Every table of the sources with the layout that its heading tells."""
    reader = ColumnReader(plan, measures)
    return [table for source in sources for table in find_tables(source, reader, remembered)]


def read_tables(
    source: str,
    tables: Iterable[FoundTable],
    county: County,
    plan: Plan,
    measures: Mapping[str, Measure],
    choices: Choices,
) -> TablesReading:
    """Read the tables against a plan. `source` is the name of the file, for the figures' sources.

    `left_aside` reasons: unknown-table, unknown-column, note (a row without figures that is no
    facility), subtotal (a typed one), total-differs (a typed total that is not the sum of its rows,
    which is in `details`), hidden-row, name-left-aside.
    """
    ledger = Ledger(source, county, plan, measures, choices)
    for table in tables:
        if table.layout is None or not is_complete(table):
            ledger.leave(table.source.name, table.title, UNKNOWN_TABLE)
        else:
            _read_table(ledger, table, table.layout)
    order = {record_type: place for place, record_type in enumerate(RECORD_TYPES)}
    changes = sorted(ledger.changes.values(), key=lambda c: order[type(c.record)])
    reading = ImportReading(
        tuple(changes),
        tuple(ledger.recognised),
        tuple(ledger.left_aside),
        ledger.unchanged,
        notes=ledger.notes,
    )
    return TablesReading(
        reading,
        tuple(ledger.problems),
        ledger.bad_cells,
        tuple(ledger.unknown_names.values()),
    )


def is_complete(table: FoundTable) -> bool:
    """Whether the columns that the layout cannot do without are known: names and something said
    of them."""
    roles = {use.role for use in table.uses}
    if Role.NAME not in roles:
        return False
    if table.layout in (Layout.INDICATORS, Layout.PROJECTS):
        return len(roles - {Role.NAME, Role.NUMBER, Role.IGNORED}) > 0
    return bool(roles & {Role.VALUE, Role.RATE})


def _read_table(ledger: Ledger, table: FoundTable, layout: Layout) -> None:
    reader = ColumnReader(ledger.plan, ledger.measures)
    row = table.heading.stop - 1
    wrong = [c for c, use in enumerate(table.uses) if reader.is_wrong_year(use)]
    for column in wrong:
        ledger.refuse(table, row, column, table.headings[column], Reason.WRONG_YEAR)
    for column, use in enumerate(table.uses):
        if use.role is Role.IGNORED and table.headings[column] and not table.is_remembered:
            where = table.source.place(row, column)
            ledger.leave(where, table.headings[column], "unknown-column")
    if wrong:
        return
    match layout:
        case Layout.INDICATORS:
            rows = IndicatorReader(ledger, table).read()
        case Layout.PROJECTS:
            rows = ProjectReader(ledger, table).read()
        case Layout.BED_STANDARD:
            rows = StandardReader(ledger, table).read()
        case _:
            rows = FacilityTableReader(ledger, table).read()
    kind = "layout" if layout in BED_LAYOUTS else str(layout)
    where = str(table.source.row_number(table.heading.start))
    columns = tuple(
        (heading, str(use)) for heading, use in zip(table.headings, table.uses, strict=True)
    )
    ledger.recognised.append(RecognisedPart(kind, table.source.name, where, rows, columns))
