"""The running text of a published plan against its tables, its period and itself.

Only what the text states of the same thing in the same words, per the same base and for the same
year as the table is compared: a text that may mean something else contradicts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.implied_population import implied_populations
from models.indicators import PublishedValue, ValueKind, parse_published
from models.proofreading_lists import list_discrepancies
from models.proofreading_rows import SAME_UNITS, SubjectRow, subject_rows
from models.prose_figures import (
    AT_LEAST,
    AT_MOST,
    ProseFigure,
    prose_figures,
    quote,
    sentences,
    text_place,
)
from models.published import PublishedPlan

_PERSONS_PER_WAN = 10_000
_NOW = re.compile("目前|现有|已经|已达|截至|“十三五”")
_OTHERS = re.compile(
    "全国|全省|全市平均|(?:国家|省级?|市级?|上级)(?:要求|规定|标准|目标)|》(?:提出|要求|规定)"
)
_STANDARD = re.compile("不低于|不少于|不超过|不高于|达到|控制在|标准|以上|以内")


def text_discrepancies(
    published: PublishedPlan, prose: Sequence[tuple[int, str]]
) -> Iterator[Discrepancy]:
    """What the running text contradicts; `prose` is line number and text, line by line."""
    figures = list(prose_figures(prose, published.target_year))
    yield from _indicators(published, figures)
    yield from _impossible(published, figures, prose)
    yield from _years(published, prose)
    yield from list_discrepancies(prose)


def _indicators(published: PublishedPlan, figures: list[ProseFigure]) -> Iterator[Discrepancy]:
    """Targets and baselines of the indicator table that the text gives otherwise."""
    rows = list(subject_rows(published))
    named = [(row.subject, row.base) for row in rows]
    for row in rows:
        if named.count((row.subject, row.base)) > 1:
            continue  # 门诊 and 住院 of one rate: the text does not say which
        # A target of beds is one of authorised beds; what stands today may be either.
        beds = replace(row, subject=row.subject.replace("编制床位", "床位"))
        planned = (beds.subject, row.base) not in named
        for figure in figures:
            is_of = _is_of(figure, row) or (
                planned
                and _is_of(figure, beds)
                and _year_meant(published, figure) == published.target_year
            )
            if is_of and not (figure.start or _OTHERS.search(figure.sentence)):
                yield from _compared(published, row, figure)


def _is_of(figure: ProseFigure, row: SubjectRow) -> bool:
    if figure.subject != row.subject or not row.subject:
        return False
    if figure.base != row.base and (row.base or figure.has_base):
        return False
    unit = SAME_UNITS.get(figure.unit, figure.unit)
    if "万" in unit or "万" in row.unit:
        return unit.rstrip("人张") == row.unit.rstrip("人张")
    if "%" in (unit, row.unit) or "‰" in (unit, row.unit):
        return unit == row.unit
    return not unit or not row.unit or unit == row.unit or ":" in figure.figure


def _compared(
    published: PublishedPlan, row: SubjectRow, figure: ProseFigure
) -> Iterator[Discrepancy]:
    year = _year_meant(published, figure)
    is_target = year == published.target_year
    if not is_target and year != published.baseline_year:
        return
    in_table = row.row.target if is_target else row.row.baseline
    printed, stated = parse_published(in_table), parse_published(figure.figure)
    if (printed.kind is ValueKind.RATIO) != (stated.kind is ValueKind.RATIO):
        return
    if not (
        _targets_differ(printed, stated, figure.bound)
        if is_target
        else _measured_differ(printed, stated, figure.bound)
    ):
        return
    figures = {"row": row.row.name, "year": str(year), "table": in_table, "text": figure.printed}
    yield Discrepancy(
        DiscrepancyKind.TARGETS_DIFFER,
        (text_place(figure.line), row.place),
        figures,
        (figure.quote, quote(f"{row.row.name} {in_table}", 0)),
    )


def _year_meant(published: PublishedPlan, figure: ProseFigure) -> int | None:
    """The year that the text names; without one, what it requires is meant for the target year."""
    if figure.year is not None or figure.background or _NOW.search(figure.sentence):
        return figure.year
    return published.target_year if _STANDARD.search(figure.sentence) else None


def _targets_differ(table: PublishedValue, text: PublishedValue, bound: str) -> bool:
    """A target is the same with and without its sign (≥60 and 60%); a range holds its figures, and
    an approximate figure those that round to it (80岁左右 and 79.6)."""
    if table.value is None or text.value is None:
        return False
    one, other = (table.value, table.upper), (text.value, text.upper)
    if bound == "左右" and text.interval is not None and _within(table.value, text.interval):
        return False
    return not (_within(table.value, other) or _within(text.value, one))


def _within(value: Fraction, of: tuple[Fraction, Fraction | None]) -> bool:
    return of[0] <= value <= (of[0] if of[1] is None else of[1])


def _measured_differ(table: PublishedValue, text: PublishedValue, bound: str) -> bool:
    """What was measured is contradicted by another figure, and by a bound that it is beyond; not
    by a rounder figure. A figure with a note (18年) was measured otherwise than the year says."""
    if table.note:
        return False
    if table.value is None or text.value is None or table.interval is None or text.interval is None:
        return False
    if bound in AT_MOST:
        return table.value > text.value
    if bound in AT_LEAST:
        return table.value < text.value
    rounding = Fraction(1, 2 * 10 ** min(table.decimals, text.decimals))
    return bound != "左右" and abs(table.value - text.value) > rounding


def _impossible(
    published: PublishedPlan, figures: list[ProseFigure], prose: Sequence[tuple[int, str]]
) -> Iterator[Discrepancy]:
    """Counts in 万 that exceed what they are part of."""
    for count in (*_counts_of_table(published), *_counts_of_text(published, figures)):
        limit = _limit(published, prose, count.year, count.name)
        if limit is None or count.wan * _PERSONS_PER_WAN <= limit.persons:
            continue
        kept = {
            "row": count.name,
            "printed": count.printed,
            "limit": str(limit.persons),
            "limit_name": limit.name,
        }
        places, quotes = (count.place, limit.place), (count.quote, limit.quote)
        yield Discrepancy(DiscrepancyKind.UNIT_IMPOSSIBLE, places, kept, quotes)


_WAN = re.compile("万[人名张个辆]?")  # not 万元, 万人次


@dataclass(frozen=True, slots=True)
class _Count:
    """A count of persons or beds in 万."""

    name: str
    year: int
    wan: Fraction
    printed: str
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Limit:
    persons: int
    name: str
    place: str
    quote: str


def _counts_of_table(published: PublishedPlan) -> Iterator[_Count]:
    for row in subject_rows(published):
        if row.base or not _WAN.fullmatch(row.unit):
            continue
        for year, cell in (
            (published.baseline_year, row.row.baseline),
            (published.target_year, row.row.target),
        ):
            value, name = parse_published(cell).value, row.row.name
            if value is not None:
                said = quote(f"{name} {cell}", 0)
                yield _Count(name, year, value, f"{cell}{row.unit}", row.place, said)


def _counts_of_text(published: PublishedPlan, figures: list[ProseFigure]) -> Iterator[_Count]:
    for figure in figures:
        counted = re.search("(?:人员|医师|护士|床位|托位)$", figure.subject)
        value, year = parse_published(figure.figure).value, _year_meant(published, figure)
        if not counted or not figure.unit.startswith("万") or value is None or year is None:
            continue
        if not figure.has_base and not _OTHERS.search(figure.sentence):
            where, printed = text_place(figure.line), figure.printed
            yield _Count(figure.subject, year, value, printed, where, figure.quote)


def _limit(
    published: PublishedPlan, prose: Sequence[tuple[int, str]], year: int, name: str
) -> _Limit | None:
    """All health staff that the text counts, for a cadre of theirs; else the residents."""
    for stated in published.stated:
        is_whole = stated.subject == "卫生人员" and not name.startswith("卫生人员")
        if is_whole and stated.year == year and re.search("人员|医师|护士", name):
            for line, text in prose:
                at = text.find(f"{stated.subject}{stated.text}")
                if at >= 0:
                    said = quote(text, at)
                    return _Limit(int(stated.text), stated.subject, text_place(line), said)
    for people in implied_populations(published):
        if people.year == year:
            said = f"{people.beds} ÷ {people.rate}"
            return _Limit(people.most, "常住人口", people.place, said)
    return _stated_residents(prose)


_RESIDENTS = re.compile(
    r"(?P<name>常住人口|总人口)(?:总?数|规模)?(?:约为?|为|达到?|有|:)?(?P<wan>\d+(?:\.\d+)?)万"
)


def _stated_residents(prose: Sequence[tuple[int, str]]) -> _Limit | None:
    """The largest number of residents of the county that the text states, of whatever year, with
    all that rounding allows."""
    stated: list[_Limit] = []
    for sentence in sentences(prose):
        found = None if _OTHERS.search(sentence.text) else _RESIDENTS.search(sentence.text)
        interval = None if found is None else parse_published(found["wan"]).interval
        if found is not None and interval is not None:
            persons = int(interval[1] * _PERSONS_PER_WAN)
            said = quote(sentence.whole, sentence.start + found.start())
            stated.append(_Limit(persons, found["name"], text_place(sentence.line), said))
    return max(stated, key=lambda limit: limit.persons, default=None)


_GOAL_YEAR = re.compile(r"(?:^|[，、,：:])(?:力争|确保)?(?:[到至](20\d\d)年|(20\d\d)年[底末]?前)")
_GOAL = re.compile(r"\d%|达到|建成|建设|创建|实现|完成|提高|提升|覆盖|增长|下降|降低|控制在")
_NO_GOAL = re.compile("已|截至|从|由|曾|远景|展望|目前|现有|“十三五”|[《》]")
_VISION = 10  # years after the target year; 2035 is the nation's long-range goal, no slip


def _years(published: PublishedPlan, prose: Sequence[tuple[int, str]]) -> Iterator[Discrepancy]:
    """Goals of the plan for a year outside its period."""
    first, last = published.baseline_year + 1, published.target_year
    for sentence in sentences(prose):
        found = None if sentence.background else _GOAL_YEAR.search(sentence.text)
        if found is None or _NO_GOAL.search(sentence.text):
            continue
        year = int(found[1] or found[2])
        rest = sentence.text[found.end() :]
        if first <= year <= last or year >= last + _VISION or not _GOAL.search(rest):
            continue
        figures = {"year": str(year), "first": str(first), "last": str(last)}
        said = quote(sentence.whole, sentence.start + found.start())
        places = (text_place(sentence.line),)
        yield Discrepancy(DiscrepancyKind.YEAR_OUTSIDE, places, figures, (said,))
