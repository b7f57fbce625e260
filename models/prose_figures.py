"""The figures that the running text of a plan states, each with what it is a figure of.

每千人口康复床位数达到0.42张、精神科床位数达到0.5张 states two, both per 1,000 residents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PLAIN = str.maketrans("０１２３４５６７８９．％∶：", "0123456789.%::")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|[—–~-]20\d\d年)|(?P<end>“?十四五”?时?期?末)")
_DATED = re.compile(
    r"(?:截至|截止|到|至|从|由)?20\d\d(?:年[底末]?|(?=[—–~-]20))的?|[—–~-](?=20\d\d年)"
)
_FIGURE = re.compile(
    r"(?<![\d.每/第:a-zA-Z])(?<!\d,)"
    r"(?P<figure>\d+(?:\.\d+)?:\d+(?:\.\d+)?|\d+(?:\.\d+)?%?[—–~-]\d+(?:\.\d+)?|"
    r"\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?P<unit>%|‰|/1?0?万|万?(?:[张人名个辆岁天元份](?!口|均|次))?)"
    r"(?P<bound>左右|以上|以下|以内|及以上|及以下)?"
)
AT_LEAST = ("不低于", "不少于", "高于", "大于", "超过", "以上", "及以上")
AT_MOST = ("不超过", "不高于", "不大于", "低于", "小于", "以内", "以下", "及以下")
_BOUND_BEFORE = re.compile("不低于|不少于|不超过|不高于|不大于|低于|小于|高于|大于|超过")
_IN_TURN = re.compile(
    r"(?P<names>[^，,；：:。]+)分别(?:[^\d，,；：:。]{0,8})(?P<values>\d[^，,；。]+)"
)
_AGE = re.compile(r"岁[及]?(?:以[上下]|[—–~-])|[—–~-]\d+岁")
_BASE = re.compile(
    r"每(?P<number>百|千|万|十万|10万)(?:[名张])?"
    r"(?P<of>常住人口|服务人口|人口|儿童|床位|人)(?:中(?!医)|拥有|配备|配置)?"
)
_BASES = {"十万": "10万"}
_OF = {"常住人口": "人口", "服务人口": "人口", "人": "人口"}
_VERBS = re.compile(
    r"(?:不低于|不少于|不超过|不高于|不大于|低于|小于|高于|大于|超过|达到|控制在|保持在|维持在|稳定在|"
    r"[提高升增长加下降低]{1,2}[到至]|增至|达|为|约|至少|≥|≤|>|<|力争|逐步|均|要|应|将|并|,|的?标准|"
    r"的?预期性指标|的?约束性指标|[到至])$"
)
_LEAD = re.compile(
    r"^(?:和|与|及|并|其中|将|把|到|至|力争|确保|实现|按照|使|区域内|辖区内?|我[区县市]|全[区县旗]|[:：])"
)
_ALIKE = (
    ("三岁以下", "3岁以下"),
    ("医生", "医师"),
    ("综合性医院", "综合医院"),
    ("二级及以上", "二级以上"),
    ("急救车", "救护车"),
    ("期望寿命", "预期寿命"),
    ("人口平均预期寿命", "预期寿命"),
    ("平均预期寿命", "预期寿命"),
    ("人均预期寿命", "预期寿命"),
    ("人口预期寿命", "预期寿命"),
    ("设立", "设置"),
    ("开设", "设置"),
    ("科床位", "床位"),
    ("病床", "床位"),
)
_EMPTY_WORDS = re.compile(r"[数的〔〕\s]|数量|拥有|配置")
_WANTED = re.compile("力争|确保|争取|规划期末")
_BACKGROUND = re.compile("背景|发展基础|发展现状|主要问题|问题与挑战|形势|挑战|回顾|成效|“十三五”")
_GOALS = re.compile("指导思想|总体要求|总体思路|基本原则|目标|任务|布局|配置")
_LONGEST_HEADING = 30
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class ProseFigure:
    """`subject` and `base` are in the form of `subject_of` and `base_of`; `has_base` says that
    the base stands with the subject and was not carried on from the figure before. `year` is None
    where the text names none; `start` says that a change starts there (从1.38人增长至2.99人).
    `bound` is a word of a bound as printed, "" where the figure is exact. `unit` is printed after
    the figure. `background` says that it stands where the plan tells what has been.
    """

    line: int
    subject: str
    base: str
    has_base: bool
    year: int | None
    figure: str
    unit: str
    bound: str
    start: bool
    background: bool
    sentence: str
    quote: str

    @property
    def printed(self) -> str:
        figure = f"{self.figure}{self.unit}"
        return (
            f"{self.bound}{figure}" if _BOUND_BEFORE.match(self.bound) else f"{figure}{self.bound}"
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start` is where it begins within its line."""

    line: int
    text: str
    start: int
    whole: str
    background: bool


def plain(text: str) -> str:
    """The text with digits and signs in their narrow form, of the same length; a 一 between digits
    is the dash that it was taken for."""
    return re.sub(r"(?<=\d)一(?=\d)", "—", text.translate(_PLAIN))


def subject_of(text: str) -> str:
    """What a figure is of, without base, brackets and words that say nothing, in one spelling."""
    text = _BASE.sub("", _without_brackets(plain(text)).replace(" ", ""))
    text = _DATED.sub(lambda found: "到" if found[0][0] in "到至" else "", text)
    before = None
    while before != text:
        before = text
        text = _VERBS.sub("", _LEAD.sub("", text))
    for one, other in _ALIKE:
        text = text.replace(one, other)
    return _EMPTY_WORDS.sub("", text)


def base_of(text: str) -> str:
    """What a rate is per, 每千人口 for 每千常住人口 too; "" for none."""
    found = list(_BASE.finditer(plain(text)))
    if not found:
        return ""
    number, of = found[-1]["number"], found[-1]["of"]
    return f"每{_BASES.get(number, number)}{_OF.get(of, of)}"


def sentences(prose: Sequence[tuple[int, str]]) -> Iterator[Sentence]:
    """The text sentence by sentence. Up to the first heading of goals all is background."""
    background = True
    for line, text in prose:
        if len(text) <= _LONGEST_HEADING and "。" not in text:
            if _BACKGROUND.search(text):
                background = True
            elif _GOALS.search(text):
                background = False
        for found in re.finditer("[^。；;]+", plain(text)):
            yield Sentence(line, found[0], found.start(), text, background)


def prose_figures(prose: Sequence[tuple[int, str]], target_year: int) -> Iterator[ProseFigure]:
    """The figures in order. A year is carried on to the end of its line, one that is past only
    where the plan tells what has been."""
    line, year = 0, None
    for sentence in sentences(prose):
        if sentence.line != line:
            line, year = sentence.line, None
        known = year if sentence.background or year == target_year else None
        yield from _figures(sentence, known, target_year)
        year = _last_year(sentence.text, target_year) or year


def _figures(sentence: Sentence, carried: int | None, target_year: int) -> Iterator[ProseFigure]:
    text = _without_brackets(sentence.text, keep_figures=True)
    base, subject, end, began, began_at = "", "", 0, False, 0
    in_turn = _named_in_turn(text)
    for found in _FIGURE.finditer(text):
        at = found.start()
        if _is_no_figure(text, found):
            continue
        listed = in_turn.get(at)
        begin = max(end, *(text.rfind(mark, 0, at) + 1 for mark in "，、,（("))
        before = text[begin:at]
        opening, starts = (listed, False) if listed else _change_starts(before)
        own_base = base_of(opening)
        base = own_base or base
        named = subject_of(opening)
        if named or not began:
            subject = named
        goes_on = began and not named  # to 2.99人 of 从1.38人增长至2.99人
        since = text[: began_at if goes_on else at]
        year = _last_year(before, target_year) or _last_year(since, target_year) or carried
        if year != target_year and _WANTED.search(text[:at]):
            year = None
        yield ProseFigure(
            sentence.line,
            subject,
            base,
            bool(own_base) or goes_on,
            year,
            found["figure"],
            found["unit"],
            found["bound"] or _bound_before(before),
            starts,
            sentence.background,
            sentence.text,
            quote(sentence.whole, sentence.start + at),
        )
        began, began_at, end = starts, begin, found.end()


def _named_in_turn(text: str) -> dict[int, str]:
    """Where figures begin that a sentence names in turn (A、B和C分别达到1、2和3), and the name of
    each, with the base of the first; none where there are not as many names as figures."""
    names_at: dict[int, str] = {}
    for found in _IN_TURN.finditer(text):
        names = re.split("[、和与]", found["names"])
        values = list(_FIGURE.finditer(found["values"]))
        base = _BASE.search(found["names"])
        if len(names) == len(values):
            for name, value in zip(names, values, strict=True):
                own = "" if base is None or _BASE.search(name) else base[0]
                names_at[found.start("values") + value.start()] = own + name
    return names_at


def _bound_before(text: str) -> str:
    found = next((f for f in _BOUND_BEFORE.finditer(text) if f.end() == len(text)), None)
    return "" if found is None else found[0]


def _change_starts(text: str) -> tuple[str, bool]:
    """What stands before the 从 or 由 of a change, and whether there is one."""
    found = re.search("[从由](?=20|$)", text)
    return (text, False) if found is None else (text[: found.start()], True)


def _is_no_figure(text: str, found: re.Match[str]) -> bool:
    """Whether the digits are a year, an age group or a name's part (3岁以下, 65—70岁, 2025年)."""
    after = text[found.end("figure") :]
    return bool(
        re.match(r"年|月|日|个百分点|万?人[次口]|[gG]\b", after)
        or _AGE.match(after)
        or re.match(r"20\d\d[—–~-]20\d\d", found[0])
    )


def _last_year(text: str, target_year: int) -> int | None:
    found = list(_YEAR.finditer(text))
    if not found:
        return None
    return target_year if found[-1]["end"] else int(found[-1][1])


def _without_brackets(text: str, *, keep_figures: bool = False) -> str:
    """The text with brackets blanked out, but for 〔助理〕, and for those that hold figures."""

    def blank(found: re.Match[str]) -> str:
        if found[0][1:-1] == "助理":
            return "〔助理〕"
        return found[0] if keep_figures and re.search(r"\d", found[0]) else " " * len(found[0])

    return re.sub(r"[（(][^（()）]*[）)]", blank, text)


def quote(text: str, at: int) -> str:
    """At most 60 characters around a place in a line, from the start of its clause if that fits."""
    if len(text) <= _LONGEST_QUOTE:
        return text
    start = max(0, at - _LONGEST_QUOTE * 2 // 3)
    clause = max(text.rfind(mark, start, at) + 1 for mark in "。；")
    start = min(max(start, clause), len(text) - _LONGEST_QUOTE) if clause else start
    return text[start : start + _LONGEST_QUOTE]


def text_place(line: int) -> str:
    """Where a sentence stands, as sources name it; `line` from 1."""
    return f"正文第{line}行"
