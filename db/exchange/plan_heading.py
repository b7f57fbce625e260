"""What the running text of a plan tells: title, county, document number, period, stated counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from db.divisions import KnownCounty, known_counties
from models.plan import CountyInfo
from models.published import StatedCount

_HEAD_LINES = 60  # a title stands at the top
_LONGEST_TITLE = 80  # characters
# 四川省资阳市 | 雁江区; words that merely end in 区 or 县 (社区, 全县, 自治区) are no county.
_COUNTY = (
    r"(?P<within>(?:[\u4e00-\u9fff]{1,8}?(?:省|自治区|自治州|地区|盟|市)){0,3})"
    r"(?P<county>[\u4e00-\u9fff]{1,10}?(?:自治县|(?<![社院片园地城辖市全治])区|(?<!全)县|旗|市))"
)
_TITLE = re.compile(rf"^{_COUNTY}(?P<rest>[^。，；]*规划)(?:[（(].*)?$")
_QUOTED = re.compile(r"(?:印发|通知).*?《([^《》]+)》")
_ISSUER = re.compile(rf"^{_COUNTY}(?:人民政府|卫生健康委员会|卫生健康局)")
_CAPTION = re.compile(rf"^\S+ {_COUNTY}(?:公立|基层|医疗|床位|卫生|“)")
_PERIOD = re.compile(r"^[（(](20\d\d)\D{1,2}(20\d\d)年?[）)]$")
_NUMBER = re.compile(r"^[\u4e00-\u9fff]{2,12}[〔\[［(（]20\d\d[〕\]］)）]\d+号$")
_FIVE_YEARS = {"十三五": 2015, "十四五": 2020, "十五五": 2025, "十六五": 2030}
_STATED = re.compile(
    r"(编制床位|实有床位|床位|卫生人员|执业（助理）医师|注册护士)(?:共|有)?(\d+)[张人名]"
)


@dataclass(frozen=True)
class Heading:
    """`county` has code "" where the shipped lists do not know it; `baseline_year` is None where
    neither a period nor the name of a five-year plan is printed.
    """

    county: CountyInfo
    rule_set: str
    title: str
    document_number: str
    baseline_year: int | None
    target_year: int | None


UNTITLED = Heading(CountyInfo("", ""), "", "", "", None, None)


def read_heading(prose: Iterable[tuple[int, str]], captions: Iterable[str] = ()) -> Heading | None:
    """The heading of a plan; None where nothing names a county.

    Where the text has no title, the county is that of the body that issued it or of the captions
    of its tables.
    """
    lines = [text for _, text in prose][:_HEAD_LINES]
    number = next((line for line in lines if _NUMBER.match(line)), "")
    found = _title(lines) or _untitled(_ISSUER, lines) or _untitled(_CAPTION, captions)
    if found is None:
        return None
    title, within, name = found
    county = _known(within, name)
    info = CountyInfo("", name) if county is None else county.info
    rule_set = "" if county is None else county.rule_set
    return Heading(info, rule_set, title, number, *_period(title))


def _title(lines: list[str]) -> tuple[str, str, str] | None:
    """(title with its period, what stands before the county's name, the county's name).

    A title can be broken over two lines, its period can stand on the line below, and it can stand
    only in the notice that issues the plan (印发《…》的通知).
    """
    candidates = [
        ("".join(lines[i : i + span]), lines[i + span] if i + span < len(lines) else "")
        for span in (1, 2)
        for i in range(len(lines) - span + 1)
    ]
    candidates.extend((quoted, "") for line in lines for quoted in _QUOTED.findall(line))
    for text, below in candidates:
        plain = len(text) <= _LONGEST_TITLE and not re.search("^关于|政府关于|的通知$", text)
        match = _TITLE.match(text) if plain else None
        if match is not None and re.search("卫生|医疗|健康", match["rest"]):
            title = text + below if _PERIOD.match(below) else text
            return title, match["within"], match["county"]
    return None


def _untitled(pattern: re.Pattern[str], lines: Iterable[str]) -> tuple[str, str, str] | None:
    """As `_title`, with no title, where all lines that name a county name the same one."""
    matches = [m for line in lines if (m := pattern.match(line[:_LONGEST_TITLE])) is not None]
    if len({m["county"] for m in matches}) != 1:
        return None
    return "", matches[0]["within"], matches[0]["county"]


def _known(within: str, name: str) -> KnownCounty | None:
    """The shipped county of this name; another province's county of the same name is not it."""
    for county in known_counties():
        if county.info.name == name and county.within.endswith(within):
            return county
    return None


def _period(title: str) -> tuple[int | None, int | None]:
    years = re.search(r"(20\d\d)\D{1,2}(20\d\d)", title)
    if years:
        return int(years[1]) - 1, int(years[2])
    for name, baseline in _FIVE_YEARS.items():
        if name in title:
            return baseline, baseline + 5
    return None, None


def stated_counts(prose: Iterable[tuple[int, str]], year: int) -> tuple[StatedCount, ...]:
    """The counts that a paragraph states for the end of `year`: 截至2020年底…床位9576张.

    The first statement of each subject counts.
    """
    found: dict[str, StatedCount] = {}
    for line, text in prose:
        _, since, rest = text.partition(f"{year}年底")
        if not since:
            _, since, rest = text.partition(f"{year}年末")
        for subject, figure in _STATED.findall(rest):
            found.setdefault(subject, StatedCount(year, subject, figure, line))
    return tuple(found.values())
