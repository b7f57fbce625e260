"""How figures are written on paper and screen: exact, without exponents, blank apart from zero."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from models.measure import exact

BLANK = "—"
MINUS = "\u2212"
_MOST_DECIMALS = 6


def format_count(value: Decimal | int | None) -> str:
    """A count in full digits; a dash where it is blank."""
    return BLANK if value is None else f"{exact(value):f}"


def format_change(value: Decimal | None) -> str:
    """A difference with its sign: +199, −6, 0; a dash where it is blank."""
    if value is None:
        return BLANK
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return sign + format_count(abs(value))


def format_rate(value: Fraction, decimals: int = 2) -> str:
    """A rate or ratio to so many decimals, rounded half up (away from zero) from the exact value.

    Half up, as the plans round, not Python's half to even; never by way of a float.
    """
    scaled = floor(abs(value) * 10**decimals + Fraction(1, 2))
    sign = MINUS if value < 0 and scaled else ""
    whole, rest = divmod(scaled, 10**decimals)
    return f"{sign}{whole}" + (f".{rest:0{decimals}d}" if decimals else "")


def format_limit(limit: Fraction) -> str:
    """A limit as the rule states it: 1.4, 0.45, 3500; to six decimals where it has no end."""
    text = format_rate(limit, _MOST_DECIMALS)
    return text.rstrip("0").rstrip(".")


def format_grouped(value: Fraction) -> str:
    """A figure with its thousands separated: 8,156.4; to six decimals where it has no end."""
    whole, point, rest = format_limit(abs(value)).partition(".")
    return f"{MINUS if value < 0 else ''}{int(whole):,}{point}{rest}"


def format_measured(value: Fraction, limit: Fraction) -> str:
    """A measured figure to two decimals, or to as many as the limit has, or to as many more (at
    most six) as it takes to be seen on its side of the limit: 1.398 against 1.4 is not shown as
    1.40, nor 0.0032 against 0.005 as 0.00."""
    least = max(2, len(format_limit(limit).partition(".")[2]))
    for decimals in range(least, _MOST_DECIMALS):
        shown = format_rate(value, decimals)
        if value == limit or Fraction(shown.replace(MINUS, "-")) != limit:
            return shown
    return format_rate(value, _MOST_DECIMALS)
