"""Which columns of a table hold coordinates, told by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.source_table import key

_LONGITUDES = {"经度", "东经", "lon", "lng", "long", "longitude"}
_LATITUDES = {"纬度", "北纬", "lat", "latitude"}
_X = {"x", "x坐标", "坐标x", "横坐标", "东坐标", "easting", "east", "pointx", "coordx"}
_Y = {"y", "y坐标", "坐标y", "纵坐标", "北坐标", "northing", "north", "pointy", "coordy"}
_BOTH = {
    "坐标", "经纬度", "经纬度坐标", "地理坐标", "位置坐标", "坐标位置", "lnglat", "lonlat",
    "location", "coordinates", "coordinate",
}  # fmt: skip
# What stands beside the word and says nothing of which coordinate it is.
_BESIDE = re.compile(
    r"\(.*?\)|[_\-:]|wgs84|gcj02|gcj|bd09|bd|cgcs2000|cgcs|高德|百度|腾讯|火星|amap|baidu|gps"
    r"|国家2000|2000|十进制|度分秒"
)


@dataclass(frozen=True, slots=True)
class CoordinateColumns:
    """The columns (from 0) of longitude or X and of latitude or Y; the same where one column
    holds both."""

    x: int
    y: int


def coordinate_columns(headings: Sequence[str]) -> CoordinateColumns | None:
    """The columns of coordinates; None where the headings name none, or only one of a pair.

    Longitude and latitude go before X and Y, those before one column with both.
    """
    words = [_word(heading) for heading in headings]
    for x_words, y_words in ((_LONGITUDES, _LATITUDES), (_X, _Y), (_BOTH, _BOTH)):
        x = next((c for c, word in enumerate(words) if word in x_words), None)
        y = next((c for c, word in enumerate(words) if word in y_words), None)
        if x is not None and y is not None:
            return CoordinateColumns(x, y)
    return None


def _word(heading: str) -> str:
    return _BESIDE.sub("", key(heading))
