"""A table of a plan as text in columns (.csv), as it is printed."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from db.exchange.writing import write_whole
from models.plan_document import PlanTable


def write_table_csv(path: Path, table: PlanTable) -> None:
    """Write headings and rows, UTF-8 with a byte-order mark for Excel. Raises FileError."""
    text = StringIO()
    headings = [column.heading for column in table.columns]
    csv.writer(text).writerows([headings, *map(table.texts, table.rows)])
    write_whole(path, text.getvalue().encode("utf-8-sig"))
