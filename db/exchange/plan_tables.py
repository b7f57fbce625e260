"""Recognises the tables of a published plan by the words of their headings and their shape."""

from __future__ import annotations

import re

from db.exchange.plan_indicators import read_indicators
from db.exchange.plan_projects import read_projects
from db.exchange.plan_sheet import TOTALS, Recognised, Sheet, has_groups, subtotal_of, years_of
from db.exchange.raw_tables import RawTable
from models.measure import Basis
from models.published import (
    BedStandardRow,
    BedStandardTable,
    EquipmentRow,
    EquipmentTable,
    LayoutRow,
    LayoutTable,
    Subtotal,
)
from models.table_columns import BEDS, NAME, ColumnUse, Role

_BASES = (Basis.AUTHORISED, Basis.ACTUAL, Basis.PLANNED)


def recognise(raw: RawTable, name: str, title: str) -> Recognised | None:
    """The table as one of the plan's, or None where its heading is none that is known.

    `name` and `title` are what its sources and messages call it.
    """
    sheet = Sheet(raw, name, title)
    for reader in (_equipment, _bed_standard, read_indicators, read_projects, _layout):
        found = reader(sheet)
        if found is not None:
            found.heading = sheet.heading
            found.bad.extend(sheet.bad)
            found.aside.extend(sheet.aside)
            return found
    return None


def _beds_use(basis: Basis) -> ColumnUse:
    return ColumnUse(Role.VALUE, BEDS, basis)


def _bed_standard(sheet: Sheet) -> Recognised | None:
    beds = [i for i, c in enumerate(sheet.columns) if "床位" in c and "每千" not in c]
    rates = [i for i, c in enumerate(sheet.columns) if "床位" in c and "每千" in c]
    years = years_of(sheet.columns)
    name = sheet.find("机构|类别")
    if len(beds) != 2 or len(rates) != 2 or len(years) != 2 or name is None:
        return None

    def cell(cells: tuple[str, ...], columns: list[int], year: int) -> str:
        return next((cells[i] for i in columns if str(year) in sheet.columns[i]), "")

    uses = {name: NAME, sheet.find("^序号$"): ColumnUse(Role.NUMBER)}
    for year, basis in zip(years, (Basis.AUTHORISED, Basis.PLANNED), strict=True):
        dated = [i for i in (*beds, *rates) if str(year) in sheet.columns[i]]
        for i in dated:
            is_rate = i in rates
            uses[i] = ColumnUse(Role.RATE, year=year) if is_rate else _beds_use(basis)
    sheet.take_columns(uses)
    rows = tuple(
        BedStandardRow(cells[name], *(cell(cells, c, y) for c in (beds, rates) for y in years))
        for cells in sheet.rows()
    )
    return Recognised(BedStandardTable(sheet.name, sheet.title, rows), (years[0], years[1]))


def _layout(sheet: Sheet) -> Recognised | None:
    name = sheet.find("^(医疗(卫生)?)?(机构|单位)(名称)?$")
    authorised, planned = _authorised_and_planned(sheet)
    actual = sheet.find("(实有|实际|开放).*床")
    if name is None or (planned is None and actual is None and authorised is None):
        return None
    number, note = sheet.find("^序号$"), sheet.find("^备注$")
    roles = (number, name, authorised, actual, planned, note)
    uses = (ColumnUse(Role.NUMBER), NAME, *map(_beds_use, _BASES), ColumnUse(Role.REMARK))
    sheet.take_columns(dict(zip(roles, uses, strict=True)))
    rows: list[LayoutRow] = []
    subtotals: list[Subtotal] = []
    total = None
    printed = [
        (cells, LayoutRow(*("" if r is None else cells[r] for r in roles)))
        for cells in sheet.rows()
    ]
    groups = has_groups([row for _, row in printed])
    for n, (cells, row) in enumerate(printed, 1):
        beds = (row.authorised, row.actual, row.planned)
        subtotal = subtotal_of(row, beds, len(rows), groups=groups)
        if row.name in TOTALS or row.number in TOTALS:
            total = LayoutRow("", "合计", *beds, row.note)
        elif subtotal is not None:
            subtotals.append(subtotal)
            sheet.aside.append((n, " | ".join(cells), "subtotal"))
        else:
            rows.append(row)
    a, b, c, d, e, f = ("" if r is None else sheet.columns[r] for r in roles)
    headings = (a, b, c, d, e, f)
    table = LayoutTable(sheet.name, sheet.title, headings, tuple(rows), total, tuple(subtotals))
    return Recognised(table, years_of([e]))


def _authorised_and_planned(sheet: Sheet) -> tuple[int | None, int | None]:
    """The columns by their words; where they tell only years, the earlier and the later of two.

    A single column of authorised beds with a year and no word is neither: it may be either.
    """
    planned = sheet.find("(规划|目标).*床|床.*(规划|目标)")
    plain = "^(?!.*(规划|目标|实有|实际|开放)).*编制床"
    authorised = sheet.find(plain)
    by_year = sorted(
        (years_of([c]), i)
        for i, c in enumerate(sheet.columns)
        if re.search(plain, c) and years_of([c])
    )
    if planned is None and len(by_year) == 2:
        return by_year[0][1], by_year[1][1]
    if planned is None and len(by_year) == 1 and not re.search("现", sheet.columns[by_year[0][1]]):
        return None, None
    return authorised, planned


def _equipment(sheet: Sheet) -> Recognised | None:
    pairs = list(zip(sheet.spans[::2], sheet.spans[1::2], strict=False))
    if not pairs or len(sheet.spans) % 2 or len(sheet.columns) != len(sheet.spans) + 1:
        return None
    years = years_of([sub for _, sub in sheet.spans])
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
    uses: dict[int | None, ColumnUse] = {0: NAME}
    for i, device in enumerate(devices):
        uses[2 * i + 1] = ColumnUse(Role.VALUE, device, Basis.ACTUAL)
        uses[2 * i + 2] = ColumnUse(Role.VALUE, device, Basis.PLANNED)
    sheet.take_columns(uses)
    table = EquipmentTable(sheet.name, sheet.title, devices, rows)
    return Recognised(table, (years[0], years[1]))
