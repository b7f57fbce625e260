"""How tables of a plan lie on A4: the size of their type, the widths of columns, turned pages."""

from __future__ import annotations

import re
from itertools import groupby

from models.plan_document import Kind, PlanDocument, PlanTable, cell_text, wide

_UPRIGHT, _TURNED = 84, 121  # characters of 五号 in the width of a page
# 五号, 小五, 六号: where the columns ask for at most so many widths of the page
_SIZES = ((10.5, 1.37), (9.0, 1.9), (7.5, float("inf")))
_ROOM = 2  # characters beside a text in its cell
_HEADING = 8  # characters of a heading that stand in one line, if it has as many
_FIGURE = 14  # characters of a figure that is not broken: 24.8（18年）, ≤ 3.5 千米
_WORD = re.compile(r"[!-~\u2212\u2014]+")  # not broken: Latin words, numbers, 2021—2025


def by_orientation(document: PlanDocument) -> list[tuple[bool, list[tuple[int, PlanTable]]]]:
    """The tables with their numbers, in runs that share upright (False) or turned (True) pages."""
    runs = groupby(enumerate(document.tables, 1), lambda entry: entry[1].landscape)
    return [(turned, list(run)) for turned, run in runs]


def type_points(table: PlanTable) -> float:
    """The size of the table's type: the more the columns ask for, the smaller."""
    asked = sum(column.width for column in table.columns) / _page_width(table)
    return next(points for points, most in _SIZES if asked <= most)


def paper_widths(table: PlanTable) -> list[float]:
    """The share of the page that each column takes; together 1.

    Columns get what they ask for in proportion, but none so little that a word or a number breaks,
    while there is room for that.
    """
    page = _page_width(table) * _SIZES[0][0] / type_points(table)
    asked = [column.width for column in table.columns]
    least = [_least_width(table, i) for i in range(len(asked))]
    if sum(least) >= page:
        return [width / sum(least) for width in least]
    held: set[int] = set()  # the columns that get their least
    while True:
        free = [i for i in range(len(asked)) if i not in held]
        rest = page - sum(least[i] for i in held)
        share = rest / sum(asked[i] for i in free)
        short = {i for i in free if asked[i] * share < least[i]}
        if not short:
            return [(least[i] if i in held else asked[i] * share) / page for i in range(len(asked))]
        held |= short


def _page_width(table: PlanTable) -> int:
    return _TURNED if table.landscape else _UPRIGHT


def _least_width(table: PlanTable, index: int) -> int:
    column = table.columns[index]
    texts = [column.heading, *(cell_text(column, row.cells[index]) for row in table.rows)]
    words = [len(word) for text in texts for word in _WORD.findall(text)]
    if column.kind is not Kind.TEXT:
        words += [wide(text) for text in texts[1:] if wide(text) <= _FIGURE]
    return max([*words, min(wide(column.heading), _HEADING)]) + _ROOM
