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
_TITLE = re.compile(
    r"^(?P<within>(?:[\u4e00-\u9fff]{2,}?(?:省|自治区|自治州|地区|盟|市)){0,3})"
    r"(?P<county>[\u4e00-\u9fff]{1,10}?(?:自治县|区|县|旗|市))"
    r"(?P<rest>[^。，；]*规划)(?P<period>[（(]20\d\d.*)?$"
)
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


def read_heading(prose: Iterable[tuple[int, str]], captions: Iterable[str] = ()) -> Heading | None:
    """The heading of a plan; None where neither a title nor a caption names a county.

    `captions` of tables name the county where the text has no title.
    """
    lines = [text for _, text in prose][:_HEAD_LINES]
    number = next((line for line in lines if _NUMBER.match(line)), "")
    found = _title(lines)
    if found is not None:
        title, within, name = found
    else:
        known = [k for k in known_counties() if any(k.info.name in c for c in captions)]
        if len(known) != 1:
            return None
        title, within, name = "", known[0].within, known[0].info.name
    county = _known(within, name)
    info = CountyInfo("", name) if county is None else county.info
    rule_set = "" if county is None else county.rule_set
    return Heading(info, rule_set, title, number, *_period(title))


def _title(lines: list[str]) -> tuple[str, str, str] | None:
    """(title with its period, what stands before the county's name, the county's name).

    A title can be broken over two lines, and its period can stand on the line below.
    """
    for span in (1, 2):
        for i in range(len(lines) - span + 1):
            text = "".join(lines[i : i + span])
            match = _TITLE.match(text) if len(text) <= _LONGEST_TITLE else None
            if match is None or not re.search("卫生|医疗|健康", match["rest"]):
                continue
            below = lines[i + span] if i + span < len(lines) else ""
            title = text + below if _PERIOD.match(below) else text
            return title, match["within"], match["county"]
    return None


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
    for _, text in prose:
        _, since, rest = text.partition(f"{year}年底")
        if not since:
            _, since, rest = text.partition(f"{year}年末")
        for subject, figure in _STATED.findall(rest):
            found.setdefault(subject, StatedCount(year, subject, figure))
    return tuple(found.values())
