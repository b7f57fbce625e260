from __future__ import annotations

import pytest

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.proofreading_lists import caption_discrepancies, list_discrepancies


def found_in(*entries: str) -> list[Discrepancy]:
    """What is found in a text with one entry a line (1.加强建设。)."""
    return list(
        list_discrepancies([(n, entry + "加强建设。") for n, entry in enumerate(entries, 1)])
    )


@pytest.mark.parametrize(
    ("entries", "number", "before", "after"),
    [
        (("1.", "2.", "4."), "3", "2.", "4."),
        (("1．", "3．"), "2", "1.", "3."),
        (("（一）", "（二）", "1.", "2.", "（四）"), "3", "（二）", "（四）"),
        (("九、", "（一）", "十一、", "十二、"), "10", "九、", "十一、"),
        (("第一章", "第一节", "第三节", "第二章"), "2", "第一节", "第三节"),
        (("1、", "2、", "5、"), "3、4", "2、", "5、"),
        (("（1）", "（3）"), "2", "（1）", "（3）"),
        (("第一章", "专栏3 项目", "第三章"), "2", "第一章", "第三章"),  # no box has chapters
    ],
)
def test_a_number_left_out(entries: tuple[str, ...], number: str, before: str, after: str) -> None:
    (found,) = found_in(*entries)
    assert found.kind is DiscrepancyKind.NUMBER_SKIPPED
    assert found.figures == {"number": number, "before": before, "after": after}
    assert all(quote.endswith("加强建设。") for quote in found.quotes)


def test_a_number_used_twice() -> None:
    (found,) = found_in("（一）", "（二）", "1.", "（二）", "（三）")
    assert found.kind is DiscrepancyKind.NUMBER_REPEATED
    assert found.figures == {"number": "（二）"}
    assert found.places == ("正文第2行", "正文第4行")
    assert found.quotes == ("（二）加强建设。", "（二）加强建设。")


@pytest.mark.parametrize(
    "entries",
    [
        ("一、", "（一）", "1.", "2.", "（二）", "1.", "2.", "二、", "（一）"),
        ("1.", "2.", "1.", "2.", "3."),  # a second list
        ("1.", "2.", "3.", "1.", "2.", "3.", "4."),  # one within another, which then goes on
        ("1.", "2.", "专栏3 项目", "1.", "2.", "3.", "3."),  # a box parts a list
        ("1.", "2.", "3.", "4.", "专栏10 项目", "2.", "3."),  # a box that lost its first entry
        ("2.", "3."),
        ("1.", "", "2."),
        ("1.", "9."),  # no list at all
        ("（八）", "（9）", "（10）", "（十一）"),
        ("[bookmark: page7]（一）", "（二）", "[bookmark: page8]（三）"),
        ("1.", "2.", "2.5万人", "3."),  # a figure at the start of a line
        ("1.", "2023年", "2."),
        ("十九、", "二十、", "二十一、"),
        ("（1）", "（2）", "（一）", "（二）"),
        ("第九十九章", "第一百章"),
    ],
)
def test_lists_that_are_right(entries: tuple[str, ...]) -> None:
    assert found_in(*entries) == []


def test_lines_unknown_between_two_numbers_may_hold_what_is_missing() -> None:
    assert list(list_discrepancies([(1, "1.加强。"), (9, "3.建设。")])) == []
    (found,) = list_discrepancies([(1, "1.加强。"), (4, "3.建设。")])
    assert found.places == ("正文第1行", "正文第4行")


def captions_in(*lines: str, titles: tuple[str, ...] = ()) -> list[Discrepancy]:
    return list(caption_discrepancies(list(enumerate(lines, 1)), titles))


def test_a_caption_left_out() -> None:
    (found,) = captions_in("专栏1 指标", "表1 床位", "专栏3 项目")
    assert found.kind is DiscrepancyKind.NUMBER_SKIPPED
    assert found.figures == {"number": "2", "before": "专栏1", "after": "专栏3"}
    assert found.places == ("正文第1行", "正文第3行")
    assert found.quotes == ("专栏1 指标", "专栏3 项目")


def test_a_caption_number_used_twice() -> None:
    (found,) = captions_in("专栏1 指标", "专栏1 重点项目", "专栏2 床位")
    assert (found.kind, found.figures["number"]) == (DiscrepancyKind.NUMBER_REPEATED, "专栏1")


@pytest.mark.parametrize(
    "lines",
    [
        ("专栏1 指标", "专栏2 床位", "专栏1 指标", "专栏2 床位"),  # a list of contents
        ("专栏1 指标", "专栏1 指标", "专栏2 床位"),  # the table goes on
        ("表1 指标", "表1所示各项指标", "表2 床位"),
        ("专栏1 指标", "专栏3的各项任务要逐项落实。"),
        ("专栏1 指标", "专栏9 项目"),
        ("表一 指标", "表二 床位", "附表1 项目"),
        ("表1-1 指标", "表1-2 床位", "表3-1 项目"),
    ],
)
def test_captions_that_are_right(lines: tuple[str, ...]) -> None:
    assert captions_in(*lines) == []


def test_two_tables_of_one_number_are_told_once() -> None:
    lines = ("表1主要指标", "表1床位配置")
    assert captions_in(*lines, titles=("表1 主要指标", "表1 床位配置")) == []
    assert len(captions_in(*lines, titles=("表1 主要指标",))) == 1
