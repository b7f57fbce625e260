"""By how much the figures of a contradiction disagree, reckoned exactly from the printed ones."""

from __future__ import annotations

import re
from fractions import Fraction

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.indicators import parse_published

Range = tuple[Fraction, Fraction]
PERSONS_PER_WAN = 10_000
_PER = 1000  # the rates whose counts are held against the population are per 1,000 people
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def rounding_range(found: Discrepancy) -> Range | None:
    """The least and the greatest figure that rounds to the printed rate."""
    figures = found.figures
    if "rounding_least" not in figures:
        return None
    return Fraction(figures["rounding_least"]), Fraction(figures["rounding_most"])


def computed_range(found: Discrepancy) -> Range | None:
    """What the printed counts make the rate: least and most; the same where they allow but one."""
    figures = found.figures
    if "count" in figures:
        count = Fraction(figures["count"]) * _PER
        most, least = figures["population_most"], figures["population_least"]
        return count / Fraction(most), count / Fraction(least)
    if "computed" in figures:
        value = Fraction(figures["numerator"]) / Fraction(figures["denominator"])
        return value, value
    return None


def persons(found: Discrepancy) -> Fraction | None:
    """What a count printed in 万 is in persons or beds: 5.14万人 is 51,400."""
    if found.kind is not DiscrepancyKind.UNIT_IMPOSSIBLE:
        return None
    printed = _NUMBER.search(found.figures["printed"].replace(",", ""))
    return None if printed is None else Fraction(printed[0]) * PERSONS_PER_WAN


def gap(found: Discrepancy) -> Fraction | None:
    """How far what is printed lies above (or, negative, below) what it should be; None where the
    contradiction is not one of two figures.

    Of a rate it is what is left when all that rounding allows is granted. Of a target it is the
    target less the baseline, of a part the part less its whole.
    """
    figures = found.figures
    match found.kind:
        case DiscrepancyKind.TOTAL_DIFFERS:
            return Fraction(figures["difference"])
        case DiscrepancyKind.RATE_DIFFERS if "other" in figures:
            return _difference(figures["printed"], figures["other"])
        case DiscrepancyKind.RATE_DIFFERS:
            return _between(rounding_range(found), computed_range(found))
        case DiscrepancyKind.TARGET_ON_WRONG_SIDE:
            return _difference(figures["target"], figures["baseline"])
        case DiscrepancyKind.PART_EXCEEDS_WHOLE:
            return _difference(figures["part"], figures["whole"])
        case DiscrepancyKind.UNIT_IMPOSSIBLE:
            count = persons(found)
            return None if count is None else count - Fraction(figures["limit"])
    return None


def _difference(one: str, other: str) -> Fraction | None:
    first, second = parse_published(one).value, parse_published(other).value
    return None if first is None or second is None else first - second


def _between(printed: Range | None, computed: Range | None) -> Fraction | None:
    if printed is None or computed is None:
        return None
    above = printed[0] > computed[1]
    return printed[0] - computed[1] if above else printed[1] - computed[0]
