"""Finds what cannot be right in a published plan: figures that contradict each other.

Every check compares printed figures only, and reports only what no rounding can explain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.indicators import ValueKind, parse_published
from models.proofreading_lists import caption_discrepancies
from models.proofreading_names import names_in_tables, names_in_text
from models.proofreading_parts import part_discrepancies
from models.proofreading_quotes import in_source, with_quotes
from models.proofreading_rates import rate_discrepancies
from models.proofreading_text import text_discrepancies
from models.proofreading_totals import (
    layout_totals,
    project_totals,
    standard_totals,
    totals_across_tables,
)
from models.published import PublishedPlan, place
from models.stated_indicator import BETTER_LESS


def proofread(published: PublishedPlan, prose: Sequence[tuple[int, str]] = ()) -> list[Discrepancy]:
    """What contradicts itself, totals first. `published` must have no `bad_cells`; `prose` is its
    running text, line number and line."""
    tables = [
        *layout_totals(published),
        *standard_totals(published),
        *totals_across_tables(published),
        *project_totals(published),
        *rate_discrepancies(published),
        *part_discrepancies(published),
        *_targets(published),
        *_periods(published),
        *_numbers(published),
        *names_in_tables(published),
    ]
    found = [
        *with_quotes(tables, published),
        *text_discrepancies(published, prose),
        *names_in_text(published, prose),
        *caption_discrepancies(prose, _titles(published)),
    ]
    return [replace(one, places=in_source(one.places, published)) for one in found]


def _targets(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Targets worse than the baseline already is: 7.9 → ≤8.0, 100 → ≥95, nurses 3.2 → 3.0.

    A printed bound says which side is meant, and so does a name of what should fall (死亡率) or
    rise (护士); of other plain figures nothing is concluded, nor of beds, which a plan may reduce.
    A limit set from above (≤27 where 20 is reached) is no exception: the plan does not tell it
    from a target of its own, and lets things worsen alike.
    """
    table = published.indicators
    for n, row in enumerate(table.rows, 1):
        baseline, target = parse_published(row.baseline), parse_published(row.target)
        if baseline.value is None or target.value is None or baseline.unit != target.unit:
            continue
        is_worse = baseline.kind in _PLAIN and (
            (_should_reach(row.name, target.kind) and baseline.value > target.value)
            or (_should_not_exceed(row.name, target.kind) and baseline.value < target.value)
        )
        if is_worse:
            figures = {"row": row.name, "baseline": row.baseline, "target": row.target}
            places = (place(table.table, n),)
            yield Discrepancy(DiscrepancyKind.TARGET_ON_WRONG_SIDE, places, figures)


_PLAIN = (ValueKind.NUMBER, ValueKind.RATIO)
# More of these is better, whatever a plan prints without a sign.
_BETTER_MORE = re.compile(
    "每(?:百|千|万|十万|10万)(?!.*负)(?!.*担).*(?:医师|医生|护士|药师|人员|救护车|急救车|托位)|"
    "预期寿命|期望寿命|健康素养|体育锻炼|接种率|管理率|达标率|覆盖率|(?:设置|设立|开设).*比例|"
    "床人.*比|医护比|床护比|床医比"
)


def _should_reach(name: str, target: ValueKind) -> bool:
    by_name = target in _PLAIN and _BETTER_MORE.search(name) is not None
    return (by_name and not _falls(name)) or target is ValueKind.AT_LEAST


def _should_not_exceed(name: str, target: ValueKind) -> bool:
    return (target in _PLAIN and _falls(name)) or target is ValueKind.AT_MOST


def _falls(name: str) -> bool:
    return any(word in name for word in BETTER_LESS)


def _periods(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Projects that begin after the plan's period, or end before it."""
    first, last = published.baseline_year + 1, published.target_year
    for n, row in enumerate(published.projects.rows, 1):
        years = [int(year) for year in re.findall(r"20\d\d", row.period)]
        if years and (min(years) > last or max(years) < first):
            year = min(years) if min(years) > last else max(years)
            figures = {"year": str(year), "first": str(first), "last": str(last)}
            places = (row.source or place(published.projects.table, n),)
            yield Discrepancy(DiscrepancyKind.YEAR_OUTSIDE, places, figures)


def _numbers(published: PublishedPlan) -> Iterator[Discrepancy]:
    p = published
    numbers = {p.indicators.table: [row.number for row in p.indicators.rows]}
    numbers |= {layout.table: [row.number for row in layout.rows] for layout in p.layouts}
    numbers |= {p.projects.table: [row.number for row in p.projects.rows]}
    for table, column in numbers.items():
        yield from _repeated((number, place(table, n)) for n, number in enumerate(column, 1))
        yield from _skipped(table, column)
    yield from _repeated((title.partition(" ")[0], title) for title in _titles(published))


def _titles(published: PublishedPlan) -> list[str]:
    p = published
    layouts = [layout.title for layout in p.layouts]
    return [p.indicators.title, p.bed_standard.title, *layouts, p.equipment.title]


def _repeated(numbered: Iterable[tuple[str, str]]) -> Iterator[Discrepancy]:
    places: dict[str, list[str]] = defaultdict(list)
    for number, where in numbered:
        if number:
            places[number].append(where)
    for number, found in places.items():
        if len(found) > 1:
            figures = {"number": number}
            yield Discrepancy(DiscrepancyKind.NUMBER_REPEATED, tuple(found), figures)


def _skipped(table: str, column: Sequence[str]) -> Iterator[Discrepancy]:
    """Numbers left out between two rows; unnumbered sub-rows and 3.1 are passed over, and a number
    that stands elsewhere in the column is only out of order.
    """
    printed = [(n, int(text)) for n, text in enumerate(column, 1) if text.isdecimal()]
    used = {number for _, number in printed}
    for (n, before), (m, after) in pairwise(printed):
        missing = [str(i) for i in range(before + 1, after) if i not in used]
        if missing:
            figures = {"number": "、".join(missing), "before": str(before), "after": str(after)}
            places = (place(table, n), place(table, m))
            yield Discrepancy(DiscrepancyKind.NUMBER_SKIPPED, places, figures)
