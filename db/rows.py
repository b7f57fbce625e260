"""Records to rows and back, and the statements that one change of a record needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import Delete, Insert, Update

from db.tables import TABLE_OF
from models.edits import RECORD_TYPES, Change, Edit, Record
from models.errors import Conflict
from models.measure import Allocation
from models.plan import Plan

_AT_ONCE = 1000  # changes: a whole plan version at once would keep the garbage collector busy
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)  # decimals as text
# Kept, since asking the dataclass anew for each record would slow down a large paste or a copy.
_FIELDS = {record_type: tuple(f.name for f in fields(record_type)) for record_type in RECORD_TYPES}
_BY_NAME = {record_type.__name__: record_type for record_type in RECORD_TYPES}
_VALUES = {record_type: attrgetter(*names) for record_type, names in _FIELDS.items()}
_PARAMETERS = {
    (record_type, side): tuple(f"{side}_{name}" for name in names)
    for record_type, names in _FIELDS.items()
    for side in ("before", "after")
}


def read_records(connection: Connection) -> Iterator[Record]:
    """Every record of the file, parents first, each type in the order it was added."""
    for record_type in RECORD_TYPES:
        make = cast("Any", record_type)
        for row in connection.execute(select(TABLE_OF[record_type])):
            yield make(*row)


def read_plans(connection: Connection) -> list[Plan]:
    """The plan versions as they stand in the file."""
    return [Plan(*row) for row in connection.execute(select(TABLE_OF[Plan]))]


def write_changes(connection: Connection, changes: Sequence[Change]) -> None:
    """Carry out the changes in order, many of the same sort with one statement.

    Raises Conflict where a record to be added exists, where the record before is no longer what
    stands in the file, or where a reference would break. The caller rolls back.
    """
    for (record_type, sort), run in groupby(changes, key=_sort):
        statement = _statement(TABLE_OF[record_type], sort)
        while batch := list(islice(run, _AT_ONCE)):
            try:
                result = connection.execute(statement, [_parameters(change) for change in batch])
            except IntegrityError as error:
                raise Conflict(record_type.__name__, batch[0].record.key) from error
            if sort != "add" and result.rowcount != len(batch):
                raise Conflict(record_type.__name__, batch[0].record.key)


def changes_as_json(edit: Edit) -> str:
    """The changes of an edit for the journal: type, record before and after."""
    changes = (
        {
            "type": type(change.record).__name__,
            "before": _as_json(change.before),
            "after": _as_json(change.after),
        }
        for change in edit.changes
    )
    return f"[{', '.join(map(_JSON.encode, changes))}]"


def changes_from_json(text: str) -> tuple[Change, ...]:
    """The changes of a journal row, as `changes_as_json` wrote them, in this or an older format.

    A field that the older format did not have is as the record has it without.
    """
    return tuple(
        Change(
            _from_json(entry["type"], entry["before"]), _from_json(entry["type"], entry["after"])
        )
        for entry in json.loads(text)
    )


def _from_json(type_name: str, values: dict[str, Any] | None) -> Record | None:
    if values is None:
        return None
    record_type = _BY_NAME[type_name]
    columns = TABLE_OF[record_type].c
    given = {}
    for name, value in values.items():
        decode = getattr(columns[name].type, "process_result_value", None)
        given[name] = value if decode is None else decode(value, None)
    make = cast("Any", record_type)
    return cast("Record", make(**given))


def cell_as_json(allocation: Allocation) -> str:
    """How the journal names the allocation's cell: its key fields as `_as_json` has them."""
    names = ("plan_id", "facility_id", "measure", "basis", "year")
    values = {name: getattr(allocation, name) for name in names}
    return json.dumps(values, ensure_ascii=False)[1:-1]


def division_as_json(field: str, code: str) -> str:
    """How the journal names a division in a field of a record, as `_as_json` has it."""
    return json.dumps({field: code}, ensure_ascii=False)[1:-1]


def _as_json(record: Record | None) -> dict[str, Any] | None:
    if record is None:
        return None
    of = type(record)
    return dict(zip(_FIELDS[of], _VALUES[of](record), strict=True))


def _sort(change: Change) -> tuple[type[Record], str]:
    sort = "add" if change.before is None else "remove" if change.after is None else "replace"
    return type(change.record), sort


@cache
def _statement(table: Table, sort: str) -> Insert | Update | Delete:
    """The statement for one sort of change; `before_*` holds the whole record that must be there.

    Key columns compare with `=`, so that the primary key is used; the others with `IS`, so that
    blank equals blank.
    """
    if sort == "add":
        return insert(table).values({c.name: bindparam(f"after_{c.name}") for c in table.c})
    as_before = [
        c == bindparam(f"before_{c.name}")
        if c.primary_key
        else c.is_not_distinct_from(bindparam(f"before_{c.name}"))
        for c in table.c
    ]
    if sort == "remove":
        return delete(table).where(*as_before)
    return (
        update(table)
        .where(*as_before)
        .values({c.name: bindparam(f"after_{c.name}") for c in table.c})
    )


def _parameters(change: Change) -> dict[str, Any]:
    parameters: dict[str, Any] = {}
    for side, record in (("before", change.before), ("after", change.after)):
        if record is not None:
            of = type(record)
            parameters.update(zip(_PARAMETERS[of, side], _VALUES[of](record), strict=True))
    return parameters
