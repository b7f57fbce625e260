"""The list of divisions as a sheet: its columns, their headings, and how its cells are read.

The same columns are written and read; statistics bureaus' own headings are known too.
"""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from models.catalogue import Language
from models.division_merging import UNDATED
from models.errors import InvalidValue, Reason
from models.geography import DivisionKind
from models.source_table import key


class DivisionField(StrEnum):
    """A column of the list beside those of the people of a year."""

    CODE = "code"
    NAME = "name"
    KIND = "kind"
    TOWNSHIP = "township"
    URBAN = "urban"
    LONGITUDE = "longitude"
    LATITUDE = "latitude"


# In Chinese, in English, and what else stands above such a column in lists of others.
_HEADINGS: dict[DivisionField, tuple[str, ...]] = {
    DivisionField.CODE: (
        "区划代码", "Code", "代码", "统计用区划代码", "行政区划代码", "编码", "村级代码",
    ),
    DivisionField.NAME: (
        "名称", "Name", "单位名称", "区划名称", "村（社区）", "村（社区）名称", "村名", "行政村",
        "行政村名称", "村居名称",
    ),
    DivisionField.KIND: ("类型", "Kind", "类别"),
    DivisionField.TOWNSHIP: (
        "所属乡镇", "Township", "乡镇", "乡镇（街道）", "所属乡镇（街道）", "镇街", "镇（街道）",
    ),
    DivisionField.URBAN: ("城乡分类", "Urban or rural", "城乡分类代码", "城乡属性", "城乡"),
    DivisionField.LONGITUDE: ("经度", "Longitude", "经度（°E）", "东经"),
    DivisionField.LATITUDE: ("纬度", "Latitude", "纬度（°N）", "北纬"),
}  # fmt: skip
_PEOPLE = ("常住人口", "Residents")
_UNDATED_PEOPLE = ("常住人口（未注明年份）", "Residents (without a year)")
_BY_HEADING = {key(text): field for field, texts in _HEADINGS.items() for text in texts}
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_REST = re.compile(
    r"(年)?(末)?(的)?(常住|户籍)?(总)?人口(数)?|residents?|population|年末?|\(?人\)?"
)
_TEN_THOUSAND = re.compile(r"\(?万人\)?")

# 统计用城乡分类代码: 111, 112 (urban areas), 121–123 (town areas); 210, 220 (rural areas).
_URBAN_CODES = {"100", "110", "111", "112", "120", "121", "122", "123"}
_RURAL_CODES = {"200", "210", "220"}
URBAN_WORDS = {True: ("城镇", "Urban"), False: ("乡村", "Rural")}
_URBAN_TEXTS = {key(text): urban for urban, texts in URBAN_WORDS.items() for text in texts} | {
    "农村": False, "城市": True
}  # fmt: skip

_KIND_ENDINGS = (
    ("街道办事处", DivisionKind.SUBDISTRICT),
    ("街道", DivisionKind.SUBDISTRICT),
    ("社区居民委员会", DivisionKind.COMMUNITY),
    ("居民委员会", DivisionKind.COMMUNITY),
    ("居委会", DivisionKind.COMMUNITY),
    ("社区", DivisionKind.COMMUNITY),
    ("村民委员会", DivisionKind.VILLAGE),
    ("村委会", DivisionKind.VILLAGE),
    ("村", DivisionKind.VILLAGE),
    ("镇", DivisionKind.TOWN),
    ("乡", DivisionKind.TOWNSHIP),
)
_PLAIN_ENDINGS = (
    (re.compile("村?村(?:民委员|委)会$"), "村"),
    (re.compile("(?:社区)?居(?:民委员|委)会$"), "社区"),
    (re.compile("(?:办事处|人民政府)$"), ""),
)
_TOWNSHIP_ZEROS = "000"  # a township's code among those of villages, which have three digits more


def heading(field: DivisionField, language: Language) -> str:
    return _HEADINGS[field][language is Language.EN]


def people_heading(year: int, language: Language) -> str:
    """2020年常住人口; for UNDATED without a year."""
    is_english = language is Language.EN
    if year == UNDATED:
        return _UNDATED_PEOPLE[is_english]
    return f"{_PEOPLE[1]} {year}" if is_english else f"{year}年{_PEOPLE[0]}"


def field_of(text: str) -> DivisionField | None:
    """The column that a heading names."""
    return _BY_HEADING.get(key(text))


def people_of_heading(text: str) -> tuple[int, int] | None:
    """The year of a column of people (UNDATED without one), and the unit of its numbers: 1 or
    10,000 persons. None for other headings."""
    cleaned = key(text)
    if cleaned in map(key, _UNDATED_PEOPLE):
        return UNDATED, 1
    unit = 10_000 if "万人" in cleaned else 1
    cleaned = _TEN_THOUSAND.sub("", cleaned)
    years = _YEAR.findall(cleaned)
    rest = _REST.sub("", _YEAR.sub("", cleaned))
    if rest or len(years) > 1 or not (years or "人口" in cleaned or "resident" in cleaned):
        return None
    return (int(years[0]) if years else UNDATED), unit


def persons_in(value: str, unit: int) -> int | None:
    """A number of people in a unit of so many persons, exactly; None for blank.

    Raises InvalidValue for what is no whole number of persons.
    """
    text = value.strip().replace(",", "").replace("，", "")
    if not text:
        return None
    try:
        persons = Fraction(text) * unit
    except ValueError:
        raise InvalidValue("DivisionPopulation", "persons", value, Reason.NOT_A_NUMBER) from None
    if persons < 0:
        raise InvalidValue("DivisionPopulation", "persons", value, Reason.NEGATIVE)
    if persons.denominator != 1:
        raise InvalidValue("DivisionPopulation", "persons", value, Reason.NOT_WHOLE)
    return int(persons)


def plain_code(text: str) -> str:
    """A code without spaces; a township's of twelve digits as its nine."""
    code = key(text)
    if len(code) == 12 and code.isdigit() and code.endswith(_TOWNSHIP_ZEROS):
        return code[:9]
    return code


def township_code(code: str) -> str | None:
    """The township that a village's code of twelve digits names; None for another code."""
    return code[:9] if len(code) == 12 and code.isdigit() else None


def read_urban(text: str) -> bool | None:
    """The urban-rural class of a cell, a code of the statistics bureau's or a word; None for blank.

    Raises InvalidValue(UNKNOWN_CHOICE).
    """
    word = key(text)
    if not word:
        return None
    if word in _URBAN_CODES or word in _RURAL_CODES:
        return word in _URBAN_CODES
    if word in _URBAN_TEXTS:
        return _URBAN_TEXTS[word]
    raise InvalidValue("Division", "urban", text, Reason.UNKNOWN_CHOICE)


@lru_cache(maxsize=10_000)
def plain_name(name: str, county_name: str = "") -> str:
    """A name as it is commonly written: 学坝社区 for 学坝社区居民委员会, 龙岗街道 for
    大足区龙岗街道办事处."""
    plain = key(name).removeprefix(key(county_name))
    for ending, instead in _PLAIN_ENDINGS:
        plain = ending.sub(instead, plain)
    return plain


def kind_of_name(name: str) -> DivisionKind | None:
    """The kind that a name ends in; None where it does not say."""
    return next((kind for ending, kind in _KIND_ENDINGS if name.strip().endswith(ending)), None)
