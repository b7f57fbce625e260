"""The printed value of an indicator (`≥3`, `1:1.4`, `24.8（18年）`), read exactly."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class ValueKind(StrEnum):
    """What a printed value says."""

    NUMBER = "number"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RATIO = "ratio"  # 1:1.4, the second over the first
    RANGE = "range"
    ABOUT = "about"
    TEXT = "text"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """A printed value: the text as printed, and what can be computed with, exactly.

    `value` is None for text and blank; `upper` is the upper end of a range. `strict` says that the
    bound itself is not enough (`>80.7`). `decimals` is how many decimal places are printed, and
    `note` what stands in brackets after a number (`18年`). A percentage is kept as its number of
    hundredths as printed: `70%` has the value 70 and the unit `%`.
    """

    kind: ValueKind
    text: str
    value: Fraction | None = None
    upper: Fraction | None = None
    strict: bool = False
    decimals: int = 0
    unit: str = ""
    note: str = ""

    @property
    def interval(self) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest figure that rounds to the printed one; None without a figure.

        Half a unit of the last printed decimal either way (rounding as in GB/T 8170). For a
        bound or a range there is no single figure that was rounded, hence None.
        """
        if self.value is None or self.kind not in (ValueKind.NUMBER, ValueKind.RATIO):
            return None
        half = Fraction(1, 2 * 10**self.decimals)
        return self.value - half, self.value + half


_FIGURE = r"(\d+(?:,\d{3})*(?:\.\d+)?)"
_UNIT = r"([%‰]?)"
_ONE = r"(?P<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>[%‰]?)"
_BLANKS = frozenset({"", "-", "--", "—", "——", "–", "*", "/"})
_PATTERNS: tuple[tuple[ValueKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (ValueKind.NUMBER, rf"{_ONE}"),
        (ValueKind.NUMBER, rf"{_ONE}\((?P<note>[^()]+)\)"),
        (ValueKind.AT_LEAST, rf"(?:≥|>=|不低于|不少于){_ONE}"),
        (ValueKind.AT_LEAST, rf"(?P<strict>>){_ONE}"),
        (ValueKind.AT_LEAST, rf"{_ONE}(?:及)?以上"),
        (ValueKind.AT_MOST, rf"(?:≤|<=|不超过|不高于){_ONE}"),
        (ValueKind.AT_MOST, rf"(?P<strict><){_ONE}"),
        (ValueKind.AT_MOST, rf"{_ONE}(?:及)?以(?:下|内)"),
        (ValueKind.ABOUT, rf"(?:维持在|保持在|达到)?{_ONE}左右"),
        (ValueKind.ABOUT, rf"约{_ONE}"),
    )
)
_RATIO = re.compile(rf"{_FIGURE}:{_FIGURE}")
_RANGE = re.compile(rf"{_FIGURE}%?[-—–~至]{_FIGURE}{_UNIT}")


def parse_published(text: str) -> PublishedValue:
    """Read a printed value. Never fails: what holds no figure is text or blank.

    Full-width digits, signs and spaces are understood; `text` keeps what is printed.
    """
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("∶", ":")
    plain = plain.replace("≧", "≥").replace("≦", "≤")
    if plain in _BLANKS:
        return PublishedValue(ValueKind.BLANK, text)
    for kind, pattern in _PATTERNS:
        if match := pattern.fullmatch(plain):
            named = match.groupdict()
            return PublishedValue(
                kind,
                text,
                _exact(named["figure"]),
                strict="strict" in named,
                decimals=_decimals(named["figure"]),
                unit=named["unit"],
                note=named.get("note", ""),
            )
    if match := _RATIO.fullmatch(plain):
        return _ratio(text, *match.groups())
    if match := _RANGE.fullmatch(plain):
        low, high, unit = match.groups()
        return PublishedValue(ValueKind.RANGE, text, _exact(low), _exact(high), unit=unit)
    return PublishedValue(ValueKind.TEXT, text)


def _ratio(text: str, first: str, second: str) -> PublishedValue:
    if not _exact(first):
        return PublishedValue(ValueKind.TEXT, text)
    value = _exact(second) / _exact(first)
    return PublishedValue(ValueKind.RATIO, text, value, decimals=_decimals(second))


def _exact(figure: str) -> Fraction:
    return Fraction(figure.replace(",", ""))


def _decimals(figure: str) -> int:
    return len(figure.partition(".")[2])
