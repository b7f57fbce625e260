"""Institutions that a plan names two ways, or in one place and not in the table that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.institution_names import institution_meant, is_listed, is_misspelt, own_name
from models.prose_figures import plain, quote, text_place
from models.published import LayoutTable, PublishedPlan, place

# The sorts of institution of which a plan lists all, if it lists any, with the least number that
# makes a table such a list. Others (private hospitals, clinics, centres that change their name) are
# left alone.
_SORTS = (
    (re.compile("卫生院|社区卫生服务中心"), 3),
    (re.compile("人民医院$|中医医?院$"), 2),
)
_SEVERAL = re.compile(
    "全|各|其他|其余|所有|每|一般|甲级|示范|有条件|乡镇|城市|农村|基层|县级|区级|市级|三级|二级|公立|民营|"
    "社会办|中心卫生院|社区卫生服务中心|(?:镇|乡|街道)?(?:中心)?卫生院"
)
_ALIKE = 5  # two tables list the same institutions where four in five of the longer are in both
_LEAST_ALIKE = 3


def names_in_tables(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Rows of the equipment table against the lists of institutions, and these against each other
    where they list the same."""
    county, equipment = published.county, published.equipment
    listed = _listed(published)
    names = [one.name for one in listed]
    for n, row in enumerate(equipment.rows, 1):
        where = place(equipment.table, n)
        meant = institution_meant(row.name, names, county)
        if meant is not None and is_misspelt(row.name, meant, county):
            yield _differs(row.name, (where, listed[names.index(meant)].place), meant)
        elif meant is None and not is_listed(row.name, names, county):
            for layout in _lists_of_its_sort(published, row.name):
                yield _missing(row.name, (where, layout.title), layout)
    for one, other in combinations(published.layouts, 2):
        yield from _of_two_lists(published, one, other)


def names_in_text(
    published: PublishedPlan, prose: Sequence[tuple[int, str]]
) -> Iterator[Discrepancy]:
    """Names in the running text that lack a letter of a listed one, and institutions that it names
    among listed ones."""
    listed = _listed(published)
    misspelt = _misspelt(published, listed)
    for line, text in prose:
        for wrong, right in misspelt.items():
            at = text.find(wrong)
            if at >= 0:
                places, quotes = (text_place(line), right.place), (quote(text, at), right.name)
                yield _differs(wrong, places, right.name, quotes)
        yield from _among_listed(published, listed, line, text)


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    place: str


def _listed(published: PublishedPlan) -> list[_Listed]:
    return [
        _Listed(row.name, place(layout.table, n))
        for layout in published.layouts
        for n, row in enumerate(layout.rows, 1)
    ]


def _lists_of_its_sort(published: PublishedPlan, name: str) -> list[LayoutTable]:
    """The first table, at most, that lists the institutions of the sort of a name."""
    if _SEVERAL.match(own_name(name, published.county)):
        return []
    for sort, least in _SORTS:
        if sort.search(name):
            lists = [
                layout
                for layout in published.layouts
                if sum(sort.search(row.name) is not None for row in layout.rows) >= least
            ]
            return lists[:1]
    return []


def _of_two_lists(
    published: PublishedPlan, one: LayoutTable, other: LayoutTable
) -> Iterator[Discrepancy]:
    county = published.county
    names = [[row.name for row in layout.rows] for layout in (one, other)]
    common = sum(is_listed(name, names[1], county) for name in names[0])
    if common < _LEAST_ALIKE or common * _ALIKE < max(map(len, names)) * (_ALIKE - 1):
        return
    for here, there, others in ((one, other, names[1]), (other, one, names[0])):
        for n, row in enumerate(here.rows, 1):
            where = place(here.table, n)
            meant = institution_meant(row.name, others, county)
            if meant is not None and here is one and is_misspelt(row.name, meant, county):
                at = place(there.table, others.index(meant) + 1)
                yield _differs(row.name, (where, at), meant)
            elif not is_listed(row.name, others, county):
                yield _missing(row.name, (where, there.title), there)


_KEPT_OFF = "镇乡街道县区市"  # what a shorter form of a name leaves out
_SHORTEST = 5  # characters of a name; one of fewer is like too many others


def _misspelt(published: PublishedPlan, listed: Sequence[_Listed]) -> dict[str, _Listed]:
    """The names with one letter within left out, each with the right one."""
    right = {re.sub("[（(].*", "", own_name(one.name, published.county)): one for one in listed}
    return {
        name[:i] + name[i + 1 :]: one
        for name, one in right.items()
        if len(name) >= _SHORTEST
        for i in range(1, len(name) - 1)
        if name[i] not in _KEPT_OFF and not any(name[:i] + name[i + 1 :] in r for r in right)
    }


_CLAUSE = re.compile("[^，。；：:（()）“”！？]+")
_ITEM = re.compile("、|(?<=[院心])[和及与]")
_INSTITUTION = re.compile("[\u4e00-\u9fff]{2,16}(?:卫生院|社区卫生服务中心|人民医院|中医医?院)")


def _among_listed(
    published: PublishedPlan, listed: Sequence[_Listed], line: int, text: str
) -> Iterator[Discrepancy]:
    """Institutions enumerated with at least twice as many listed ones. The first of them stands
    behind other words and is not judged."""
    names = [one.name for one in listed]
    for clause in _CLAUSE.findall(plain(text)):
        items = [item for item in _ITEM.split(clause)[1:] if _INSTITUTION.fullmatch(item)]
        known = [item for item in items if is_listed(item, names, published.county)]
        unknown = [item for item in items if item not in known]
        if len(known) < 2 * max(len(unknown), 1):
            continue
        for item in unknown:
            for layout in _lists_of_its_sort(published, item):
                places = (text_place(line), layout.title)
                quotes = (quote(text, text.find(item)), layout.title)
                yield _missing(item, places, layout, quotes)


def _differs(
    printed: str, places: tuple[str, ...], listed: str, quotes: tuple[str, ...] = ()
) -> Discrepancy:
    figures = {"printed": printed, "listed": listed}
    return Discrepancy(DiscrepancyKind.NAME_DIFFERS, places, figures, quotes)


def _missing(
    name: str, places: tuple[str, ...], there: LayoutTable, quotes: tuple[str, ...] = ()
) -> Discrepancy:
    figures = {"name": name, "there": there.table}
    return Discrepancy(DiscrepancyKind.INSTITUTION_MISSING, places, figures, quotes)
