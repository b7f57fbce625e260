"""Numbered paragraphs of a plan's running text: a number used twice or left out.

A list that does not begin with 1, one that a boxed text or a table parts (chapters and sections
excepted), and one that begins anew tell nothing: only two numbers of one run are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.prose_figures import plain, quote, text_place

_NUMERALS = "一二三四五六七八九十百"
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_BOX = re.compile(r"(?:专栏|表|附件|图)\s*[\d一二三四五六七八九十]")
_STYLES = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        ("章", rf"第([{_NUMERALS}\d]+)章"),
        ("节", rf"第([{_NUMERALS}\d]+)节"),
        ("一、", rf"([{_NUMERALS}]+)、"),
        ("（一）", rf"[（(]([{_NUMERALS}]+)[）)]"),
        ("1.", r"(\d{1,2})[.、](?!\d)"),
        ("（1）", r"[（(](\d{1,2})[）)]"),
    )
)
_OF_THE_PLAN = ("章", "节")  # no box and no table has chapters of its own
_ORDER = tuple(style for style, _ in _STYLES)  # from the outermost
_WIDEST_SKIP = 2  # a wider one is another list
_HIDDEN = 4  # lines that may hold a table with entries of its own


@dataclass(frozen=True, slots=True)
class _Entry:
    """`printed` is the number as printed, （三）; `number` is 3."""

    style: str
    number: int
    printed: str
    line: int
    quote: str


def list_discrepancies(prose: Sequence[tuple[int, str]]) -> Iterator[Discrepancy]:
    """Numbers that a run of numbered paragraphs repeats or leaves out."""
    runs: dict[str, list[_Entry]] = {}  # by style the last entries of the runs not yet closed
    parted, before = False, 0
    for line, text in prose:
        parted = parted or _BOX.match(text) is not None or 0 < before < line - _HIDDEN
        before = line
        entry = _entry(line, text)
        if entry is None:
            continue
        if entry.style == "（1）" and _goes_on_above(runs, entry):  # （八）（9）（10）（十一）
            entry = replace(entry, style="（一）")
        inner = _ORDER.index(entry.style)
        runs = {style: those for style, those in runs.items() if _ORDER.index(style) <= inner}
        open_runs = runs.get(entry.style, [])
        if open_runs and entry.number != 1:
            going_on = [n for n, run in enumerate(open_runs) if run.number == entry.number - 1]
            if going_on:
                open_runs = open_runs[: going_on[-1]]  # a list within the list has ended
            elif not parted or entry.style in _OF_THE_PLAN:
                yield from _compared(open_runs[-1], entry)
                open_runs = open_runs[:-1]
        runs[entry.style] = [*open_runs, entry]
        parted = False


_CAPTION = re.compile(rf"(专栏|附表|表|附件)\s*(\d+|[{_NUMERALS}]+)(?![\d{_NUMERALS}])\s*(.*)")
_LONGEST_CAPTION = 50  # characters


def caption_discrepancies(
    prose: Sequence[tuple[int, str]], titles: Sequence[str]
) -> Iterator[Discrepancy]:
    """Numbers of captions (专栏3 …) used twice or left out, those among `titles` of tables too.

    Where captions begin anew, a list of contents stood before them. That two of `titles` bear one
    number is found among the tables.
    """
    known = {"".join(title.split()) for title in titles}
    runs: dict[str, _Entry] = {}
    for line, text in prose:
        found = _CAPTION.fullmatch(_BOOKMARK.sub("", plain(text)).strip())
        number = None if found is None else _number(found[2])
        if found is None or number is None or not _is_caption(text, found[3]):
            continue
        entry = _Entry(found[1], number, f"{found[1]}{found[2]}", line, quote(text, 0))
        last = runs.get(found[1])
        runs[found[1]] = entry
        # A table that goes on repeats its caption.
        if last is None or last.quote == entry.quote:
            continue
        printed = {"".join(one.quote.split()) for one in (last, entry)}
        if last.number != number or not printed <= known:
            yield from _compared(last, entry)


def _is_caption(text: str, words: str) -> bool:
    is_short = len(text) <= _LONGEST_CAPTION and not text.endswith(("。", "；"))
    # 表1-2 is counted within 表1.
    return is_short and not re.match(r"所示|可知|显示|和|、|至|续|[-－—.．]\d", words)


def _goes_on_above(runs: dict[str, list[_Entry]], entry: _Entry) -> bool:
    above = runs.get("（一）", [])
    is_next = bool(above) and above[-1].number == entry.number - 1 and entry.number > 1
    return is_next and "（1）" not in runs and "1." not in runs


def _entry(line: int, text: str) -> _Entry | None:
    text = _BOOKMARK.sub("", text).strip()
    for style, pattern in _STYLES:
        found = pattern.match(plain(text))
        if found is not None:
            number = _number(found[1])
            return None if number is None else _Entry(style, number, found[0], line, quote(text, 0))
    return None


def _number(text: str) -> int | None:
    """A number up to 99 in digits or numerals; None for anything else."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if "百" in text or len(tens) > 1 or len(ones) > 1:
        return None
    units = _NUMERALS.index(ones) + 1 if ones else 0
    return units + (10 * (_NUMERALS.index(tens) + 1 if tens else 1) if ten else 0)


def _compared(last: _Entry, entry: _Entry) -> Iterator[Discrepancy]:
    places = (text_place(last.line), text_place(entry.line))
    quotes = (last.quote, entry.quote)
    skipped = entry.number - last.number - 1
    if skipped == -1:
        figures = {"number": entry.printed}
        yield Discrepancy(DiscrepancyKind.NUMBER_REPEATED, places, figures, quotes)
    elif 0 < skipped <= _WIDEST_SKIP:
        missing = "、".join(str(n) for n in range(last.number + 1, entry.number))
        figures = {"number": missing, "before": last.printed, "after": entry.printed}
        yield Discrepancy(DiscrepancyKind.NUMBER_SKIPPED, places, figures, quotes)
