"""The resident population that a plan's printed beds and beds per 1,000 imply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from models.indicators import parse_published
from models.published import COUNTY_ROWS, PublishedPlan, count, place


@dataclass(frozen=True)
class ImpliedPopulation:
    """Beds ÷ beds per 1,000 × 1,000, rounded to whole persons, with the interval that the
    rounding of the printed rate allows, and where both are printed.
    """

    year: int
    beds: str
    rate: str
    persons: int
    least: int
    most: int
    place: str


def implied_populations(published: PublishedPlan) -> list[ImpliedPopulation]:
    """From the total row of the bed standard, else from beds stated in the text and the rate of
    beds in the indicator table (baseline year only: no such pair is printed for the target year).
    """
    standard, years = published.bed_standard, (published.baseline_year, published.target_year)
    if standard.rows and standard.rows[0].name in COUNTY_ROWS:
        row = standard.rows[0]
        where = place(standard.table, 1)
        pairs = [
            (years[0], row.beds_baseline, row.rate_baseline, where),
            (years[1], row.beds_target, row.rate_target, where),
        ]
    else:
        pairs = list(_stated_pairs(published))
    return [p for pair in pairs if (p := _implied(*pair)) is not None]


def _stated_pairs(published: PublishedPlan) -> Iterator[tuple[int, str, str, str]]:
    table = published.indicators
    year = published.baseline_year
    beds = [s for s in published.stated if s.subject in ("编制床位", "床位") and s.year == year]
    for n, row in enumerate(table.rows, 1):
        if beds and row.number and re.search("每千.*床位", row.name) and "医疗卫生机构" in row.name:
            yield year, beds[0].text, row.baseline, f"正文；{place(table.table, n)}"
            return


def _implied(year: int, beds: str, rate: str, where: str) -> ImpliedPopulation | None:
    number, printed = count(beds), parse_published(rate)
    if not number or not printed.value or printed.interval is None:
        return None
    low, high = printed.interval
    people = Fraction(number) * 1000
    return ImpliedPopulation(
        year,
        beds,
        rate,
        round(people / printed.value),
        -(-people // high),
        int(people // low),
        where,
    )
