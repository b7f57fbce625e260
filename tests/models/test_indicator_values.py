"""Yearly values as typed and pasted: exact, all or nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.county import County
from models.edits import Edit
from models.errors import BadCells, InvalidValue, Reason
from models.indicator_values import (
    ValueCell,
    described_changes,
    entered_changes,
    parse_indicator_value,
)
from models.plan import Indicator, IndicatorValue, Nature
from tests.models.rules.made_county import PLAN

ROW = Indicator("i", "p", 1, "1", "率", "", "1", "2", Nature.EXPECTED)
KEY = ("p", "i", 2022)


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("24.8", "24.8", ""),
        ("24.8（18年）", "24.8", "18年"),
        ("1:1.38", "1.38", ""),
        ("70%", "70", ""),
        ("１，２３４", "1234", ""),
        ("0", "0", ""),
        ("", None, ""),
        ("——", None, ""),
    ],
)
def test_a_value_is_read_exactly(text: str, value: str | None, note: str) -> None:
    assert parse_indicator_value(text) == (None if value is None else Decimal(value), note)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("≥3", Reason.NOT_A_NUMBER),
        ("提高", Reason.NOT_A_NUMBER),
        ("3-4", Reason.NOT_A_NUMBER),
        ("-3", Reason.NEGATIVE),
        ("3:1", Reason.OUT_OF_RANGE),  # 0.333… has no end
        ("1" * 14, Reason.TOO_LARGE),
    ],
)
def test_what_is_no_value_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(InvalidValue) as caught:
        parse_indicator_value(text)
    assert caught.value.reason is reason


def county(*records: IndicatorValue) -> County:
    return County([PLAN, ROW, *records])


def test_setting_again_keeps_source_and_note_and_blank_clears() -> None:
    before = IndicatorValue(*KEY, Decimal(1), "公报", "年报")
    cell = ValueCell(1, "2022", KEY)
    (change,) = entered_changes(county(before), [(cell, "1.5")])
    assert change.after == IndicatorValue(*KEY, Decimal("1.5"), "公报", "年报")
    (change,) = entered_changes(county(before), [(cell, " ")])
    assert change.after is None
    assert entered_changes(county(before), [(cell, "1.0")]) == ()


def test_one_bad_text_refuses_all_with_its_place() -> None:
    cells = [(ValueCell(1, "2022", KEY), "2"), (ValueCell(2, "指标", None), "3"),
             (ValueCell(3, "2022", KEY), "x")]  # fmt: skip
    with pytest.raises(BadCells) as caught:
        entered_changes(county(), cells)
    assert [(c.row, c.column, c.reason) for c in caught.value.cells] == [
        (2, "指标", Reason.READ_ONLY),
        (3, "2022", Reason.NOT_A_NUMBER),
    ]


def test_source_and_note_go_to_entered_values_only() -> None:
    there = county(IndicatorValue(*KEY, Decimal(1)))
    changes = described_changes(there, [KEY, ("p", "i", 2023)], source=" 公报 ", note="")
    there.apply(Edit("来源", changes))
    assert there.table(IndicatorValue)[KEY].source == "公报"
    assert len(changes) == 1
