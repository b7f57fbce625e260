"""Reads the indicator table of a published plan, whose merged cells the raw text scatters."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, field, replace

from db.exchange.plan_sheet import Recognised, Row, Sheet, years_of
from models.indicators import ValueKind, parse_published
from models.layout import Layout
from models.published import NATURES, IndicatorRow, IndicatorTable
from models.table_columns import ROLES, ColumnUse

_UNIT_WITHIN = re.compile("(?P<before>.*[^（(])(?P<unit>[%‰])(?P<after>[^）)]*)")


_USES = tuple(map(ColumnUse, ROLES[Layout.INDICATORS]))  # in the order of _Columns


@dataclass(frozen=True)
class _Columns:
    """Where each column stands; None for one that the table lacks."""

    category: int | None
    number: int | None
    name: int
    unit: int | None
    baseline: int
    target: int
    nature: int


@dataclass
class _Line:
    """A row in the making. `gap` says that an empty row stands above it."""

    cells: list[str]
    gap: bool = False
    is_split: bool = False  # the name stands in two cells, as does that of the row above
    label_goes_on: bool = False  # the category is broken over this row and the next


@dataclass
class _Assembly:
    lines: list[_Line] = field(default_factory=list)
    pending: dict[int, str] = field(default_factory=dict)  # cells for the row below
    misfits: list[tuple[int, Row]] = field(default_factory=list)


def read_indicators(sheet: Sheet) -> Recognised | None:
    """The table as one of indicators; None where its heading is another's.

    Merged cells that the text spreads over rows are put together: a name that goes on below, a
    category broken over two rows (which then stands in the middle of its rows), a target between
    two rows (which belongs to the one that has none). A blank nature is that of the row above.
    """
    at = _columns(sheet)
    if at is None:
        return None
    sheet.take_columns(dict(zip(astuple(at), _USES, strict=True)))
    found = _assemble(sheet, at)
    lines = found.lines
    if found.misfits or found.pending:
        realigned = _realigned(sheet, at)
        if realigned is None:
            for number, cells in found.misfits:
                sheet.refuse(number, cells)
            if found.pending:
                sheet.refuse(len(lines), tuple(found.pending.values()))
        else:
            lines = realigned
    rows, assumed = _rows(lines, at)
    table = IndicatorTable(sheet.name, sheet.title, tuple(rows))
    years = years_of([sheet.columns[at.baseline], sheet.columns[at.target]])
    return Recognised(table, years, assumed=assumed)


def _rows(
    lines: list[_Line], at: _Columns
) -> tuple[list[IndicatorRow], list[tuple[int, str, str, str]]]:
    """The rows, and those of them whose blank nature was read from the row above."""
    rows: list[IndicatorRow] = []
    assumed: list[tuple[int, str, str, str]] = []
    for n, (line, category) in enumerate(zip(lines, _categories(lines, at), strict=True), 1):
        row = _row(line.cells, category, at)
        if not row.nature and not row.number and rows and rows[-1].nature in NATURES:
            row = replace(row, nature=rows[-1].nature)
            assumed.append((n, row.name, "nature-of-row-above", row.nature))
        rows.append(row)
    return rows, assumed


def _columns(sheet: Sheet) -> _Columns | None:
    nature = sheet.find("性质|属性")
    name = sheet.find("^(主要|发展|具体|核心)*指标(名称|项目|内容)?$")
    by_year = sorted((y[0], i) for i, c in enumerate(sheet.columns) if (y := years_of([c])))
    if nature is None or name is None or len(by_year) != 2:
        return None
    return _Columns(
        sheet.find("类别|分类|领域|维度"),
        sheet.find("^序号$"),
        name,
        sheet.find("单位"),
        by_year[0][1],
        by_year[1][1],
        nature,
    )


def _row(cells: list[str], category: str, at: _Columns) -> IndicatorRow:
    return IndicatorRow(
        category,
        cells[at.number] if at.number is not None else "",
        cells[at.name],
        cells[at.baseline],
        cells[at.target],
        cells[at.nature],
        cells[at.unit] if at.unit is not None else "",
    )


def _assemble(sheet: Sheet, at: _Columns) -> _Assembly:
    made = _Assembly()
    width = len(sheet.columns)
    joined = sheet.joined()
    gaps = sheet.gaps if joined == sheet.body else set()
    gap = False
    for number, cells in enumerate(joined):
        gap = gap or number in gaps
        if len(cells) == 1 and re.match("注[：:]|备注", cells[0]):
            sheet.aside.append((len(made.lines) + 1, cells[0], "note"))
            continue
        line = _fitted(cells, width, at, made.lines[-1] if made.lines else None)
        if line is None:
            made.misfits.append((number + 1, cells))
        elif made.lines and _is_continuation(line.cells, at):
            if not _continue(made, line.cells, at):
                made.misfits.append((number + 1, cells))
        else:
            line.gap, gap = gap, False
            if not _take_pending(made, line):
                made.misfits.append((number + 1, cells))
            made.lines.append(line)
    return made


def _fitted(cells: Row, width: int, at: _Columns, above: _Line | None) -> _Line | None:
    """The row at the width of the heading; None where it cannot be brought to it."""
    if len(cells) == width:
        return _Line(list(cells))
    split = at.name + 1
    if len(cells) == width + 1 and parse_published(cells[split]).kind is ValueKind.TEXT:
        name = cells[at.name]
        if not name and above is not None and above.is_split:
            name = above.cells[at.name].rpartition("：")[0]
        if name:
            whole = [*cells[: at.name], f"{name}：{cells[split]}", *cells[split + 1 :]]
            return _Line(whole, is_split=True)
    if len(cells) == width - 1 and at.unit == at.name + 1:
        within = _UNIT_WITHIN.fullmatch(cells[at.name])
        if within is not None:
            name = within["before"] + within["after"]
            return _Line([*cells[: at.name], name, within["unit"], *cells[split:]])
    return None


def _is_continuation(cells: list[str], at: _Columns) -> bool:
    """Whether a row is only what spilled out of merged cells of the rows around it."""
    if at.category is None or at.number is None or cells[at.number] or cells[at.nature]:
        return False
    return not (cells[at.name] and (cells[at.baseline] or cells[at.target]))


def _continue(made: _Assembly, cells: list[str], at: _Columns) -> bool:
    above = made.lines[-1]
    for i, text in enumerate(cells):
        if not text:
            continue
        if i == at.category and above.cells[i]:
            above.cells[i] += text
            above.label_goes_on = True
        elif i == at.name:
            above.cells[i] += text
        elif not above.cells[i]:
            above.cells[i] = text
            above.label_goes_on = above.label_goes_on or i == at.category
        elif i in made.pending:
            return False
        else:
            made.pending[i] = text
    return True


def _take_pending(made: _Assembly, line: _Line) -> bool:
    for i, text in made.pending.items():
        if line.cells[i]:
            return False
        line.cells[i] = text
    made.pending = {}
    return True


def _categories(lines: list[_Line], at: _Columns) -> list[str]:
    """The category of each line: carried down; one that is broken over rows stands in the middle
    of its rows, which begin below the nearest empty row above."""
    if at.category is None:
        return [""] * len(lines)
    categories: list[str] = []
    for n, line in enumerate(lines):
        label = line.cells[at.category]
        categories.append(label or (categories[-1] if categories else ""))
        start = n
        while label and line.label_goes_on and not lines[start].gap and start:
            if lines[start - 1].cells[at.category]:
                break
            start -= 1
        categories[start:n] = [label] * (n - start)
    return categories


def _realigned(sheet: Sheet, at: _Columns) -> list[_Line] | None:
    """The rows of a table whose blank cells were lost with their tabs, where no doubt is left.

    The nature ends a row; before it stand target, baseline and unit, before these the name, and
    what is left is category and number. None where anything fits less than exactly.
    """
    width = len(sheet.columns)
    roles = (at.category, at.number, at.name, at.unit, at.baseline, at.target, at.nature)
    order = [i for i in roles if i is not None]
    if order != list(range(width)):
        return None
    cells = [cell for row in sheet.body for cell in row if cell]
    lines: list[_Line] = []
    group: list[str] = []
    for cell in cells:
        group.append(cell)
        if cell in NATURES:
            line = _aligned(group, at, width)
            if line is None:
                return None
            lines.append(line)
            group = []
    return None if group else lines


def _aligned(group: list[str], at: _Columns, width: int) -> _Line | None:
    fixed = width - at.name  # name to nature
    lead, rest = group[:-fixed], group[-fixed:]
    if len(rest) < fixed or len(lead) > at.name or re.fullmatch(r"[\d.]+", rest[0]):
        return None
    if parse_published(rest[at.baseline - at.name]).kind is ValueKind.TEXT:
        return None
    cells = [""] * at.name + rest
    numbers = [text for text in lead if re.fullmatch(r"\d+", text)]
    labels = [text for text in lead if text not in numbers]
    for column, found in ((at.number, numbers), (at.category, labels)):
        if len(found) > 1 or (found and column is None):
            return None
        if found and column is not None:
            cells[column] = found[0]
    return _Line(cells)
