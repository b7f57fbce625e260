"""A raw table with its heading made into one row and its rows brought to the heading's width."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db.exchange.raw_tables import RawTable
from models.errors import BadCell, Reason
from models.published import (
    BedStandardTable,
    EquipmentTable,
    IndicatorTable,
    LayoutRow,
    LayoutTable,
    ProjectRow,
    ProjectTable,
    Subtotal,
)
from models.table_columns import IGNORED, ColumnUse

PlanTable = IndicatorTable | BedStandardTable | LayoutTable | EquipmentTable | ProjectTable
Row = tuple[str, ...]

TOTALS = ("合计", "总计")
_SUM = re.compile("(?!合计$|总计$).*(?:小计|合计|总计)")
_NUMERAL = "[一二三四五六七八九十]+"
_GROUP = re.compile(f"{_NUMERAL}、|[（(]{_NUMERAL}[）)]")
_GROUP_NUMBER = re.compile(f"{_NUMERAL}、?|[（(]{_NUMERAL}[）)]")
_YEAR = re.compile(r"20\d\d")
_LONGEST_SUBHEADING = 8  # characters


@dataclass(frozen=True)
class TableHeading:
    """The headings of a table, of `height` rows made into one, and what each column holds.

    The uses name no years but those of rates: a plan's text tells its years elsewhere too.
    """

    columns: tuple[str, ...]
    uses: tuple[ColumnUse, ...]
    height: int


@dataclass
class Recognised:
    """A table taken: what it became, with the years of its heading (none, or first and last).

    `bad` are its rows of a wrong length; `aside` the rows and columns not taken, as (row or 0 for
    the heading, text, reason code); `assumed` what was read into blank cells, as (row, text, reason
    code, detail). `heading` is what each column was taken for.
    """

    table: PlanTable
    years: tuple[int, ...] = ()
    heading: TableHeading | None = None
    bad: list[BadCell] = field(default_factory=list)
    aside: list[tuple[int, str, str]] = field(default_factory=list)
    assumed: list[tuple[int, str, str, str]] = field(default_factory=list)


class Sheet:
    """A raw table with its heading of one or two rows made into one.

    `columns` are the headings, `body` the rows below, `gaps` the places in it before which the
    table has an empty row, `spans` the pairs of upper and lower heading where they differ.
    """

    def __init__(self, raw: RawTable, name: str, title: str) -> None:
        self.name, self.title = name, title
        rows = _without_blank_edge(raw.rows)
        first, *rest = rows
        self.columns, self.body = list(first), rest
        self.spans: list[tuple[str, str]] = []
        self.bad: list[BadCell] = []
        self.aside: list[tuple[int, str, str]] = []
        self._join_heading(first, rest)
        self.uses: dict[int | None, ColumnUse] = {}
        self.height = above = len(rows) - len(self.body)
        self.gaps = {n - above for n in raw.gaps if n >= above}

    def _join_heading(self, first: Row, rest: list[Row]) -> None:
        second = rest[0] if rest else ()
        if len(second) > len(first) and all(_YEAR.search(c) for c in second if c):
            if second[0] and len(second) == 2 * (len(first) - 1):  # its blank first cell was lost
                second = ("", *second)
            lead = next(i for i, cell in enumerate(second) if cell)
            upper = first[lead:]
            span, odd = divmod(len(second) - lead, len(upper) or 1)
            if lead and upper and not odd:
                self.spans = [(upper[i // span], sub) for i, sub in enumerate(second[lead:])]
                self.columns = [*first[:lead], *(f"{a} {b}" for a, b in self.spans)]
                self.body = rest[1:]
        elif len(second) == len(first) > 1 and _goes_on(first, second):
            self.columns = [f"{a}{b}" for a, b in zip(first, second, strict=True)]
            self.body = rest[1:]

    def find(self, pattern: str) -> int | None:
        """The one column whose heading matches; None where none does or several do."""
        found = [i for i, c in enumerate(self.columns) if re.search(pattern, c)]
        return found[0] if len(found) == 1 else None

    def take_columns(self, uses: Mapping[int | None, ColumnUse]) -> None:
        """Say what the columns hold; None stands for one that is not there. The others are told to
        be not taken."""
        self.uses = dict(uses)
        for i, heading in enumerate(self.columns):
            if i not in uses:
                self.aside.append((0, heading, "unknown-column"))

    @property
    def heading(self) -> TableHeading:
        uses = tuple(self.uses.get(i, IGNORED) for i in range(len(self.columns)))
        return TableHeading(tuple(self.columns), uses, self.height)

    def refuse(self, number: int, cells: Row) -> None:
        """A row, counted from 1, that does not fit the heading."""
        reason = Reason.OUTSIDE_TABLE if len(cells) > len(self.columns) else Reason.EMPTY
        self.bad.append(BadCell(self.title, number, "", " | ".join(cells), reason))

    def rows(self) -> list[Row]:
        """The rows below the heading, each as wide as it.

        A row without its last cell, 备注, gets it; a 合计 that spans number and name gets its
        blank; a row whose cells were parted by a blank line is joined, rows without one are
        parted. Rows that still do not fit are bad.
        """
        width, fitting = len(self.columns), []
        number = 0
        for cells in self.joined():
            number += 1
            if len(cells) == 1 and re.match("注[：:]|备注", cells[0]):
                self.aside.append((number, cells[0], "note"))
                number -= 1
                continue
            if len(cells) == width - 1 and cells[0] in TOTALS:
                cells = ("", *cells)
            elif len(cells) == width - 1 and self.columns[-1] == "备注":
                cells = (*cells, "")
            if len(cells) != width:
                self.refuse(number, cells)
                continue
            fitting.append(cells)
        return fitting

    def joined(self) -> list[Row]:
        """The rows, those joined that a blank line parted and those parted that lack one."""
        width = len(self.columns)
        rows: list[Row] = []
        for cells in self.body:
            if len(cells) > width and len(cells) % width == 0:
                rows.extend(cells[i : i + width] for i in range(0, len(cells), width))
            elif (
                rows
                and len(rows[-1]) < width
                and len(rows[-1]) + len(cells) == width
                and not set(rows[-1]) & set(TOTALS)
            ):
                rows[-1] = (*rows[-1], *cells)
            else:
                rows.append(cells)
        return rows


def has_groups(rows: Sequence[LayoutRow | ProjectRow]) -> bool:
    """Whether rows numbered 一, 二 head groups of others; else it is how the table numbers all."""
    return any(
        row.number.isdecimal()
        or not (row.number or _GROUP.match(row.name) or re.match("其中|合计$|总计$", row.name))
        for row in rows
    )


def subtotal_of(
    row: LayoutRow | ProjectRow, cells: Row, after: int, *, groups: bool
) -> Subtotal | None:
    """A row that sums others: called 小计 or 公立医院合计, or a group's heading (一、县级医院)."""
    for label in (row.name, row.number):
        if _SUM.fullmatch(label):
            return Subtotal(after, label, cells, level=1 if label.endswith("小计") else 0)
    group = groups and (_GROUP.match(row.name) or _GROUP_NUMBER.fullmatch(row.number))
    if not group:
        return None
    return Subtotal(after, row.name, cells, 1 if group[0][0] in "（(" else 0, heads=True)


def years_of(headings: Sequence[str]) -> tuple[int, ...]:
    """The years that the headings name, each once, in order."""
    return tuple(sorted({int(y) for h in headings for y in _YEAR.findall(h)}))


def _without_blank_edge(rows: Sequence[Row]) -> list[Row]:
    """The rows without a last column that has neither a heading nor any cell."""
    found = list(rows)
    while len(found[0]) > 1 and all(len(row) > 1 and not row[-1] for row in found):
        found = [row[:-1] for row in found]
    return found


def _goes_on(first: Row, second: Row) -> bool:
    """Whether a row goes on with the heading: short words without a figure, below headings only,
    and nothing at its left (2020 | 指标 above 年值 | 属性)."""
    return (
        not second[0]
        and any(second)
        and all(
            not below or (above and len(below) <= _LONGEST_SUBHEADING)
            for above, below in zip(first, second, strict=True)
        )
        and not any(re.search(r"\d", cell) for cell in second)
        and len(_YEAR.findall(" ".join(first))) == 2
        and not (second[1] if len(second) > 1 else "")
    )
