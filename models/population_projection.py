"""People of later years, carried on from one year at a rate of growth."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from models.county import County
from models.edits import Change
from models.errors import InvalidValue, Reason
from models.figures import MINUS, format_limit
from models.indicators import parse_published
from models.plan import Population, PopulationOrigin

LATEST_YEAR = 2100


def parse_growth(text: str, unit: str) -> Fraction:
    """A rate of growth a year as typed, in per cent (`%`) or per mille (`‰`), exactly.

    A sign of its own in the text (`3.5‰`) goes before `unit`. Raises InvalidValue: NOT_A_NUMBER, or
    OUT_OF_RANGE at −100 % or below and above 100 % a year.
    """
    plain = text.strip().replace(MINUS, "-").replace("－", "-").removeprefix("+")
    is_less = plain.startswith("-")
    found = parse_published(plain.removeprefix("-"))
    if found.value is None or found.text != plain.removeprefix("-") or found.interval is None:
        raise InvalidValue("Population", "growth", text, Reason.NOT_A_NUMBER)
    growth = found.value / (1000 if (found.unit or unit) == "‰" else 100)
    growth = -growth if is_less else growth
    if not -1 < growth <= 1:
        raise InvalidValue("Population", "growth", text, Reason.OUT_OF_RANGE)
    return growth


def projected(base: Population, growth: Fraction, unit: str, last_year: int) -> list[Population]:
    """The people of each year after the base's up to `last_year`.

    base × (1 + growth)ⁿ, exactly, rounded half up to whole persons once for each year (never from
    a rounded year before). Raises InvalidValue(OUT_OF_RANGE) for a last year that is not after the
    base year or beyond LATEST_YEAR, or where nobody would be left.
    """
    if not base.year < last_year <= LATEST_YEAR:
        raise InvalidValue("Population", "year", last_year, Reason.OUT_OF_RANGE)
    return [
        Population(
            base.year + n,
            base.group,
            floor(base.persons * (1 + growth) ** n + Fraction(1, 2)),
            PopulationOrigin.PROJECTED,
            formula(base.year, growth, unit, n),
        )
        for n in range(1, last_year - base.year + 1)
    ]


def formula(base_year: int, growth: Fraction, unit: str, years: int) -> str:
    """How a projected figure was come by: `2020 年 × (1+0.35%)^5`."""
    sign = MINUS if growth < 0 else "+"
    rate = format_limit(abs(growth) * (1000 if unit == "‰" else 100))
    return f"{base_year} 年 × (1{sign}{rate}{unit})^{years}"


def projection_changes(county: County, people: list[Population]) -> tuple[Change, ...]:
    """The changes that put projected people in: years with a figure of another origin keep it."""
    changes = []
    for after in people:
        before = county.table(Population).get(after.key)
        if before == after:
            continue
        if before is None or before.origin is PopulationOrigin.PROJECTED:
            changes.append(Change(before, after))
    return tuple(changes)
