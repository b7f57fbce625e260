"""Printed tables of a plan, free of any file format: what paper, Word and a workbook all say.

Cells hold exact figures; `PlanTable.texts` is the one place where they become text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.catalogue import Catalogue, Language
from models.county import County
from models.figures import BLANK, format_change, format_count, format_rate
from models.plan import Plan, PlanState

Value = str | int | Decimal | None


class Kind(StrEnum):
    """What a column holds. Only a blank TEXT is printed as nothing, all others as a dash."""

    TEXT = "text"
    FIGURE = "figure"  # finished text, as a plan prints it: ≥3, 1:1.6
    COUNT = "count"
    MONEY = "money"  # in 万元
    CHANGE = "change"  # with its sign
    RATE = "rate"  # to two decimals

    @property
    def is_summed(self) -> bool:
        """Whether the rows of such a column can be added up."""
        return self in (Kind.COUNT, Kind.MONEY)


class Side(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class PaperFormat(StrEnum):
    """The kinds of file that tables leave the program as; each is the ending of the file's name."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


@dataclass(frozen=True)
class TableColumn:
    """A column with its heading; neighbours with the same text `above` stand under it together.

    `width` is in characters, a Chinese one counted twice; on paper it is a share of the page.
    """

    heading: str
    width: float
    kind: Kind = Kind.TEXT
    side: Side = Side.LEFT
    above: str = ""


@dataclass(frozen=True)
class TableRow:
    """A row. `sums` are the rows of the table (from 0) that a total adds up; `repeats` is the total
    of another table, by its name, that the row repeats. `is_part`: a 其中 row, set further in.
    """

    cells: tuple[Value, ...]
    is_total: bool = False
    is_part: bool = False
    sums: tuple[int, ...] = ()
    repeats: str = ""


@dataclass(frozen=True)
class PlanTable:
    """A table. `name` is short (a sheet, a file), `title` stands above the table.

    The first `heads` columns say what a row is about. In column `joined` neighbouring cells with
    the same text are one. `signatures` are lines to be signed under the table.
    """

    name: str
    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    heads: int = 1
    notes: tuple[str, ...] = ()
    joined: int | None = None
    landscape: bool = False
    signatures: tuple[str, ...] = ()

    @property
    def has_two_headings(self) -> bool:
        return any(column.above for column in self.columns)

    def texts(self, row: TableRow) -> list[str]:
        """The cells of a row as they are printed."""
        return [cell_text(c, value) for c, value in zip(self.columns, row.cells, strict=True)]


@dataclass(frozen=True)
class PlanDocument:
    """Tables of one plan version under one title. `subtitle` names version, number and state.

    `is_numbered`: the tables are 专栏1, 专栏2 …, as in a plan. `author` is empty unless the planner
    gives one.
    """

    title: str
    subtitle: str
    language: Language
    tables: tuple[PlanTable, ...]
    state: PlanState = PlanState.ISSUED
    state_word: str = ""
    source: str = ""
    author: str = ""
    is_numbered: bool = True


def cell_text(column: TableColumn, value: Value) -> str:
    """A cell as it is printed: exact, a blank figure as a dash, never as 0."""
    if value is None:
        return "" if column.kind is Kind.TEXT else BLANK
    if isinstance(value, str):
        return value
    if column.kind is Kind.CHANGE:
        return format_change(Decimal(value))
    return format_rate(Fraction(value)) if column.kind is Kind.RATE else format_count(value)


def caption(document: PlanDocument, number: int, table: PlanTable) -> str:
    """The line above a table: 专栏1 大足区主要发展指标（2021—2025年）; "" under its own title."""
    if document.is_numbered:
        return f"{caption_label(document.language)}{number} {table.title}"
    return "" if table.title == document.title else table.title


def caption_label(language: Language) -> str:
    """What stands before the number of a table."""
    return say(("专栏", "Table "), language)


def total_row(
    columns: Sequence[TableColumn], at: int, label: str, rows: Sequence[TableRow], first: int
) -> TableRow:
    """The total of rows that stand in the table from `first` on, its label in column `at`.

    A column without any number has a blank total, not 0.
    """
    cells: list[Value] = [
        sum_of(row.cells[i] for row in rows) if column.kind.is_summed else None
        for i, column in enumerate(columns)
    ]
    cells[at] = label
    sums = tuple(range(first, first + len(rows)))
    return TableRow(tuple(cells), is_total=True, sums=sums)


def sum_of(values: Iterable[Value]) -> Decimal | None:
    """The exact sum of the numbers among the values; None where there is none."""
    numbers = [Decimal(value) for value in values if isinstance(value, int | Decimal)]
    return sum(numbers, Decimal()) if numbers else None


def numbered(text: str | None) -> Value:
    """A printed whole number as a number, anything else as the text that it is."""
    if not text:
        return None
    is_plain = text.isascii() and text.isdigit() and str(int(text)) == text and len(text) < 15
    return int(text) if is_plain else text


def joined_runs(table: PlanTable) -> list[tuple[int, int]]:
    """The first row and the number of rows of each run that is one cell in column `joined`."""
    if table.joined is None:
        return []
    runs, start = [], 0
    texts = [row.cells[table.joined] for row in table.rows]
    for end in range(1, len(texts) + 1):
        if end < len(texts) and texts[end] == texts[start]:
            continue
        if end - start > 1 and texts[start]:
            runs.append((start, end - start))
        start = end
    return runs


def above_runs(columns: Sequence[TableColumn]) -> list[tuple[int, int]]:
    """The first column and the number of columns under each common heading; ("" none) of each
    column by itself."""
    runs, start = [], 0
    for end in range(1, len(columns) + 1):
        above = columns[start].above
        if end < len(columns) and above and columns[end].above == above:
            continue
        runs.append((start, end - start))
        start = end
    return runs


def say(words: tuple[str, str], language: Language) -> str:
    return words[0] if language is Language.ZH else words[1]


def county_name(county: County, language: Language) -> str:
    info = county.info
    if info is None:
        return ""
    return info.name if language is Language.ZH else info.en or info.name


def plan_line(plan: Plan, catalogue: Catalogue, language: Language) -> str:
    """Plan version, document number and state: what stands under the title."""
    state = catalogue.word("plan-state", plan.state, language)
    return " ".join(part for part in (plan.name, plan.document_number, state) if part)


def wide(text: str) -> int:
    """The width of a text in characters, Chinese ones counted twice."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
