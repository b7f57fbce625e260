"""Coordinates as people write them in a cell, taken exactly as written or refused."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from models.errors import InvalidValue, Reason

_NUMBER = r"\d+(?:\.\d+)?"
_PLAIN = re.compile(rf"[+-]?{_NUMBER}")
_SEXAGESIMAL = re.compile(
    rf"(?P<degrees>\d{{1,3}})\s*(?:[°度:]|\s)\s*(?P<minutes>{_NUMBER})\s*(?:['分:]|\s|$)\s*"
    rf"(?:(?P<seconds>{_NUMBER})\s*(?:\"|秒)?)?\s*"
)
_SIDES = {"东经": "E", "西经": "W", "北纬": "N", "南纬": "S"}
_SIGNS = str.maketrans(
    {"′": "'", "’": "'", "‘": "'", "″": '"', "”": '"', "“": '"', "º": "°", "˚": "°"}
)


@dataclass(frozen=True, slots=True)
class CoordinateText:
    """One coordinate. `value` is exact, in degrees or metres; `side` is E, W, N or S where the
    text says it, else "". West and south are negative. `is_sexagesimal`: degrees, minutes."""

    value: Fraction
    side: str = ""
    is_sexagesimal: bool = False

    @property
    def is_metres(self) -> bool:
        """Larger than degrees can be, so an easting or a northing."""
        return abs(self.value) > 360


def read_coordinate(text: str) -> CoordinateText:
    """Read 105.708333, 105°42′30″E, 105度42分30秒, 东经105 42 30, 543210.5, 35543210.

    Raises InvalidValue: EMPTY, NOT_A_NUMBER, or OUT_OF_RANGE where minutes or seconds are 60 or
    more, or degrees beyond 180 (latitudes: 90).
    """
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    plain = plain.replace("''", '"').strip()
    if not plain:
        raise InvalidValue("Coordinate", "text", text, Reason.EMPTY)
    body, side = _without_side(plain)
    if _PLAIN.fullmatch(bare := body.removesuffix("°").removesuffix("度").strip()):
        value, sexagesimal = Fraction(bare), False
        if side and value < 0:
            raise InvalidValue("Coordinate", "text", text, Reason.NOT_A_NUMBER)
    else:
        value, sexagesimal = _sexagesimal(body, text), True
    if (side or sexagesimal) and abs(value) > (90 if side in ("N", "S") else 180):
        raise InvalidValue("Coordinate", "text", text, Reason.OUT_OF_RANGE)
    return CoordinateText(-value if side in ("W", "S") else value, side, sexagesimal)


def _without_side(text: str) -> tuple[str, str]:
    for word, side in _SIDES.items():
        if text.startswith(word):
            return text.removeprefix(word).lstrip(" :"), side
    if text[0].upper() in "EWNS":
        return text[1:].strip(), text[0].upper()
    if text[-1].upper() in "EWNS":
        return text[:-1].strip(), text[-1].upper()
    return text, ""


def _sexagesimal(body: str, text: str) -> Fraction:
    negative = body.startswith("-")
    match = _SEXAGESIMAL.fullmatch(body.removeprefix("-").strip())
    if match is None:
        raise InvalidValue("Coordinate", "text", text, Reason.NOT_A_NUMBER)
    minutes, seconds = Fraction(match["minutes"]), Fraction(match["seconds"] or 0)
    if match["seconds"] and minutes.denominator != 1:  # 42.5 minutes leave no room for seconds
        raise InvalidValue("Coordinate", "text", text, Reason.NOT_A_NUMBER)
    if minutes >= 60 or seconds >= 60:
        raise InvalidValue("Coordinate", "text", text, Reason.OUT_OF_RANGE)
    value = int(match["degrees"]) + minutes / 60 + seconds / 3600
    return -value if negative else value
