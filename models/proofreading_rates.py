"""Printed rates and ratios against the printed counts that they come from.

A rate printed as 2.39 stands for any figure from 2.385 to 2.395, and the population that the
county's beds and their rate imply for an interval too. Only what no figures within both intervals
reconcile is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.implied_population import ImpliedPopulation, implied_populations
from models.indicators import parse_published
from models.published import IndicatorRow, PublishedPlan, count, place

_SHOWN = Decimal("0.0001")  # computed figures are shown to four decimals


def rate_discrepancies(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Rates that no rounding reconciles with their counts, and rates printed twice differently."""
    people = {p.year: p for p in implied_populations(published)}
    yield from _standard_rates(published, people)
    yield from _stated_rates(published, people)
    yield from _stated_ratios(published)
    yield from _printed_twice(published)


def _standard_rates(
    published: PublishedPlan, people: dict[int, ImpliedPopulation]
) -> Iterator[Discrepancy]:
    """Beds per 1,000 of each class, by the population that the county's row implies."""
    table = published.bed_standard
    for n, row in enumerate(table.rows, 1):
        for year, beds, rate in (
            (published.baseline_year, row.beds_baseline, row.rate_baseline),
            (published.target_year, row.beds_target, row.rate_target),
        ):
            if year in people:
                where = (place(table.table, n), people[year].place)
                yield from _rate(row.name, beds, rate, people[year], where)


_RATES_OF_STATED = {
    "执业（助理）医师": "^每千(常住)?人口执业（助理）医师",
    "注册护士": "^每千(常住)?人口注册护士",
}


def _stated_rates(
    published: PublishedPlan, people: dict[int, ImpliedPopulation]
) -> Iterator[Discrepancy]:
    """Physicians and nurses that the text counts, against their rate in the indicator table."""
    for stated in published.stated:
        pattern = _RATES_OF_STATED.get(stated.subject)
        found = _indicator(published, pattern) if pattern else None
        if found is not None and stated.year in people:
            where, row = found
            places = (stated.place, where, people[stated.year].place)
            yield from _rate(row.name, stated.text, row.baseline, people[stated.year], places)


def _rate(
    row: str, beds: str, rate: str, people: ImpliedPopulation, places: tuple[str, ...]
) -> Iterator[Discrepancy]:
    number, printed = count(beds), parse_published(rate)
    if number is None or printed.interval is None:
        return
    least = Fraction(number) * 1000 / people.most
    most = Fraction(number) * 1000 / people.least
    if most >= printed.interval[0] and least <= printed.interval[1]:
        return
    figures = {
        "row": row,
        "year": str(people.year),
        "printed": rate,
        **_rounding(printed.interval),
        "count": str(number),
        "computed_least": _shown(least),
        "computed_most": _shown(most),
        "population_least": str(people.least),
        "population_most": str(people.most),
    }
    yield Discrepancy(DiscrepancyKind.RATE_DIFFERS, tuple(dict.fromkeys(places)), figures)


def _stated_ratios(published: PublishedPlan) -> Iterator[Discrepancy]:
    """床人比 and 医护比 of the baseline year, by the counts of the text.

    Where the text counts authorised and actual beds, either may be meant: only a ratio that fits
    neither is reported, with the authorised beds.
    """
    stated = {s.subject: s for s in published.stated}
    for pattern, numerator, denominators in (
        ("^床人.*比", "卫生人员", ("编制床位", "床位", "实有床位")),
        ("^医护比", "注册护士", ("执业（助理）医师",)),
    ):
        found = _indicator(published, pattern)
        bases = [stated[d] for d in denominators if d in stated and int(stated[d].text)]
        if found is None or numerator not in stated or not bases:
            continue
        where, row = found
        interval = parse_published(row.baseline).interval
        persons = stated[numerator]
        computed = [Fraction(persons.text) / Fraction(base.text) for base in bases]
        if interval is None or any(interval[0] <= c <= interval[1] for c in computed):
            continue
        figures = {
            "row": row.name,
            "year": str(published.baseline_year),
            "printed": row.baseline,
            **_rounding(interval),
            "numerator": persons.text,
            "denominator": bases[0].text,
            "computed": _shown(computed[0]),
        }
        places = tuple(dict.fromkeys((where, persons.place, bases[0].place)))
        yield Discrepancy(DiscrepancyKind.RATE_DIFFERS, places, figures)


_SAME_RATES = (
    ("全区|全县|全市", "每千.*医疗卫生机构.*床位"),
    ("公立医院", "^(其中：)?(每千.*)?公立医院床位"),
    ("公立中医医院", "公立中医.*床位"),
)


def _printed_twice(published: PublishedPlan) -> Iterator[Discrepancy]:
    """Beds per 1,000 that the standard and the indicator table both print."""
    standard = published.bed_standard
    for n, row in enumerate(standard.rows, 1):
        name = row.name.removeprefix("其中：")
        pattern = next((p for of, p in _SAME_RATES if re.fullmatch(of, name)), None)
        found = _indicator(published, pattern) if pattern else None
        if found is None:
            continue
        where, indicator = found
        for year, ours, theirs in (
            (published.baseline_year, row.rate_baseline, indicator.baseline),
            (published.target_year, row.rate_target, indicator.target),
        ):
            one, other = parse_published(ours).value, parse_published(theirs).value
            if one is not None and other is not None and one != other:
                figures = {
                    "row": row.name,
                    "year": str(year),
                    "printed": ours,
                    "other": theirs,
                }
                places = (place(standard.table, n), where)
                yield Discrepancy(DiscrepancyKind.RATE_DIFFERS, places, figures)


def _indicator(published: PublishedPlan, pattern: str) -> tuple[str, IndicatorRow] | None:
    """The one indicator row whose name matches, and where it stands."""
    table = published.indicators
    found = [
        (place(table.table, n), row)
        for n, row in enumerate(table.rows, 1)
        if re.search(pattern, row.name)
    ]
    return found[0] if len(found) == 1 else None


def _rounding(interval: tuple[Fraction, Fraction]) -> dict[str, str]:
    """The figures from which and to which all round to the printed one: 0.955 and 0.965."""
    least, most = (_shown(end).rstrip("0").rstrip(".") for end in interval)
    return {"rounding_least": least, "rounding_most": most}


def _shown(value: Fraction) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(_SHOWN, ROUND_HALF_UP))
