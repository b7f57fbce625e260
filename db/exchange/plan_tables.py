"""Recognises the tables of a published plan by the words of their headings and their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.exchange.raw_tables import RawTable
from models.errors import BadCell, Reason
from models.published import (
    BedStandardRow,
    BedStandardTable,
    EquipmentRow,
    EquipmentTable,
    IndicatorRow,
    IndicatorTable,
    LayoutRow,
    LayoutTable,
)

PlanTable = IndicatorTable | BedStandardTable | LayoutTable | EquipmentTable

_TOTALS = ("合计", "总计")
_YEAR = re.compile(r"20\d\d")


@dataclass
class Recognised:
    """A table taken: what it became, with the years of its heading (none, or first and last).

    `bad` are its rows of a wrong length; `aside` the rows and columns not taken, as (row or 0 for
    the heading, text, reason code).
    """

    table: PlanTable
    years: tuple[int, ...] = ()
    bad: list[BadCell] = field(default_factory=list)
    aside: list[tuple[int, str, str]] = field(default_factory=list)


def recognise(raw: RawTable, name: str, title: str) -> Recognised | None:
    """The table as one of the plan's, or None where its heading is none that is known.

    `name` and `title` are what its sources and messages call it.
    """
    sheet = _Sheet(raw, name, title)
    for reader in (_equipment, _bed_standard, _indicators, _layout):
        found = reader(sheet)
        if found is not None:
            found.bad.extend(sheet.bad)
            found.aside.extend(sheet.aside)
            return found
    return None


class _Sheet:
    """A raw table with its heading of one or two rows made into one."""

    def __init__(self, raw: RawTable, name: str, title: str) -> None:
        self.name, self.title = name, title
        first, *rest = raw.rows
        self.columns, self.body = list(first), rest
        self.spans: list[tuple[str, str]] = []
        if rest and len(rest[0]) > len(first) and all(_YEAR.search(c) for c in rest[0] if c):
            second = rest[0]
            lead = next(i for i, cell in enumerate(second) if cell)
            upper = first[lead:]
            span, odd = divmod(len(second) - lead, len(upper) or 1)
            if lead and upper and not odd:
                self.spans = [(upper[i // span], sub) for i, sub in enumerate(second[lead:])]
                self.columns = [*first[:lead], *(f"{a} {b}" for a, b in self.spans)]
                self.body = rest[1:]
        self.bad: list[BadCell] = []
        self.aside: list[tuple[int, str, str]] = []

    def find(self, pattern: str) -> int | None:
        """The one column whose heading matches; None where none does or several do."""
        found = [i for i, c in enumerate(self.columns) if re.search(pattern, c)]
        return found[0] if len(found) == 1 else None

    def rows(self) -> list[tuple[str, ...]]:
        """The rows below the heading, each as wide as it.

        A row without its last cell, 备注, gets it; a 合计 that spans number and name gets its
        blank; a row whose cells were parted by a blank line is joined, rows without one are
        parted. Rows that still do not fit are bad.
        """
        width, fitting = len(self.columns), []
        number = 0
        for cells in self._joined(width):
            number += 1
            if len(cells) == 1 and re.match("注[：:]|备注", cells[0]):
                self.aside.append((number, cells[0], "note"))
                number -= 1
                continue
            if len(cells) == width - 1 and cells[0] in _TOTALS:
                cells = ("", *cells)
            elif len(cells) == width - 1 and self.columns[-1] == "备注":
                cells = (*cells, "")
            if len(cells) != width:
                reason = Reason.OUTSIDE_TABLE if len(cells) > width else Reason.EMPTY
                self.bad.append(BadCell(self.title, number, "", " | ".join(cells), reason))
                continue
            fitting.append(cells)
        return fitting

    def _joined(self, width: int) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = []
        for cells in self.body:
            if len(cells) > width and len(cells) % width == 0:
                rows.extend(cells[i : i + width] for i in range(0, len(cells), width))
            elif (
                rows
                and len(rows[-1]) < width
                and len(rows[-1]) + len(cells) == width
                and not set(rows[-1]) & set(_TOTALS)
            ):
                rows[-1] = (*rows[-1], *cells)
            else:
                rows.append(cells)
        return rows


def _years(headings: Sequence[str]) -> tuple[int, ...]:
    return tuple(sorted({int(y) for h in headings for y in _YEAR.findall(h)}))


def _indicators(sheet: _Sheet) -> Recognised | None:
    nature = sheet.find("性质|属性")
    name = sheet.find("^(主要|发展|具体|核心)*指标(名称|项目|内容)?$")
    by_year = sorted((y[0], i) for i, c in enumerate(sheet.columns) if (y := _years([c])))
    if nature is None or name is None or len(by_year) != 2:
        return None
    category, number = sheet.find("类别|分类|领域|维度"), sheet.find("^序号$")
    unit = sheet.find("单位")
    known = {nature, name, category, number, unit, by_year[0][1], by_year[1][1]}
    _leave_columns(sheet, known)
    rows, last_category = [], ""
    for cells in sheet.rows():
        if category is not None and cells[category]:
            last_category = cells[category]
        its_unit = cells[unit] if unit is not None else ""
        rows.append(
            IndicatorRow(
                last_category,
                cells[number] if number is not None else "",
                f"{cells[name]}（{its_unit}）" if its_unit else cells[name],
                cells[by_year[0][1]],
                cells[by_year[1][1]],
                cells[nature],
            )
        )
    table = IndicatorTable(sheet.name, sheet.title, tuple(rows))
    return Recognised(table, (by_year[0][0], by_year[1][0]))


def _bed_standard(sheet: _Sheet) -> Recognised | None:
    beds = [i for i, c in enumerate(sheet.columns) if "床位" in c and "每千" not in c]
    rates = [i for i, c in enumerate(sheet.columns) if "床位" in c and "每千" in c]
    years = _years(sheet.columns)
    name = sheet.find("机构|类别")
    if len(beds) != 2 or len(rates) != 2 or len(years) != 2 or name is None:
        return None

    def cell(cells: tuple[str, ...], columns: list[int], year: int) -> str:
        return next((cells[i] for i in columns if str(year) in sheet.columns[i]), "")

    _leave_columns(sheet, {name, *beds, *rates, sheet.find("^序号$")})
    rows = tuple(
        BedStandardRow(cells[name], *(cell(cells, c, y) for c in (beds, rates) for y in years))
        for cells in sheet.rows()
    )
    return Recognised(BedStandardTable(sheet.name, sheet.title, rows), (years[0], years[1]))


def _layout(sheet: _Sheet) -> Recognised | None:
    name = sheet.find("^(医疗(卫生)?)?(机构|单位)(名称)?$")
    authorised, planned = _authorised_and_planned(sheet)
    actual = sheet.find("(实有|实际|开放).*床")
    if name is None or (planned is None and actual is None and authorised is None):
        return None
    number, note = sheet.find("^序号$"), sheet.find("^备注$")
    roles = (number, name, authorised, actual, planned, note)
    _leave_columns(sheet, set(roles))
    rows, total = [], None
    for n, cells in enumerate(sheet.rows(), 1):
        row = LayoutRow(*("" if r is None else cells[r] for r in roles))
        if row.name in _TOTALS or row.number in _TOTALS:
            total = LayoutRow("", "合计", row.authorised, row.actual, row.planned, row.note)
        elif row.name == "小计" or row.number == "小计":
            sheet.aside.append((n, " | ".join(cells), "subtotal"))
        else:
            rows.append(row)
    a, b, c, d, e, f = ("" if r is None else sheet.columns[r] for r in roles)
    table = LayoutTable(sheet.name, sheet.title, (a, b, c, d, e, f), tuple(rows), total)
    return Recognised(table, _years([e]))


def _authorised_and_planned(sheet: _Sheet) -> tuple[int | None, int | None]:
    """The columns by their words; where they tell only years, the earlier and the later of two.

    A single column of authorised beds with a year and no word is neither: it may be either.
    """
    planned = sheet.find("(规划|目标).*床|床.*(规划|目标)")
    plain = "^(?!.*(规划|目标|实有|实际|开放)).*编制床"
    authorised = sheet.find(plain)
    by_year = sorted(
        (_years([c]), i) for i, c in enumerate(sheet.columns) if re.search(plain, c) and _years([c])
    )
    if planned is None and len(by_year) == 2:
        return by_year[0][1], by_year[1][1]
    if planned is None and len(by_year) == 1 and not re.search("现", sheet.columns[by_year[0][1]]):
        return None, None
    return authorised, planned


def _equipment(sheet: _Sheet) -> Recognised | None:
    pairs = list(zip(sheet.spans[::2], sheet.spans[1::2], strict=False))
    if not pairs or len(sheet.spans) % 2 or len(sheet.columns) != len(sheet.spans) + 1:
        return None
    years = _years([sub for _, sub in sheet.spans])
    if len(years) != 2 or not re.search("区域|机构|单位", sheet.columns[0]):
        return None
    for (one, first), (other, second) in pairs:
        if one != other or "配置" not in first or "规划" not in second:
            return None
    rows = tuple(
        EquipmentRow(cells[0], tuple(zip(cells[1::2], cells[2::2], strict=True)))
        for cells in sheet.rows()
    )
    devices = tuple(one for (one, _), _ in pairs)
    table = EquipmentTable(sheet.name, sheet.title, devices, rows)
    return Recognised(table, (years[0], years[1]))


def _leave_columns(sheet: _Sheet, known: set[int | None]) -> None:
    for i, heading in enumerate(sheet.columns):
        if i not in known:
            sheet.aside.append((0, heading, "unknown-column"))
