from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.indicators import ValueKind, parse_published


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("6.15", ValueKind.NUMBER, Fraction(615, 100)),
        ("1.0", ValueKind.NUMBER, Fraction(1)),
        ("0", ValueKind.NUMBER, Fraction(0)),
        ("412,749", ValueKind.NUMBER, Fraction(412749)),
        ("１００", ValueKind.NUMBER, Fraction(100)),
        ("95％", ValueKind.NUMBER, Fraction(95)),
        ("24.8（18年）", ValueKind.NUMBER, Fraction(248, 10)),
        ("≥4.5", ValueKind.AT_LEAST, Fraction(9, 2)),
        ("≥ 35", ValueKind.AT_LEAST, Fraction(35)),
        (">80.7", ValueKind.AT_LEAST, Fraction(807, 10)),
        ("＞80.7", ValueKind.AT_LEAST, Fraction(807, 10)),
        ("90%以上", ValueKind.AT_LEAST, Fraction(90)),
        ("≤8.0", ValueKind.AT_MOST, Fraction(8)),
        ("<5", ValueKind.AT_MOST, Fraction(5)),
        ("1:1.4", ValueKind.RATIO, Fraction(7, 5)),
        ("1：1.30", ValueKind.RATIO, Fraction(13, 10)),
        ("2∶3", ValueKind.RATIO, Fraction(3, 2)),
        ("2—5%", ValueKind.RANGE, Fraction(2)),
        ("70左右", ValueKind.ABOUT, Fraction(70)),
        ("维持在70%左右", ValueKind.ABOUT, Fraction(70)),
    ],
)
def test_printed_figure_is_read_exactly(text: str, kind: ValueKind, value: Fraction) -> None:
    read = parse_published(text)
    assert (read.kind, read.value) == (kind, value)


@pytest.mark.parametrize("text", ["", "  ", "——", "—", "-", "*", "－", "\u3000"])
def test_dash_star_and_nothing_are_blank_not_zero(text: str) -> None:
    read = parse_published(text)
    assert (read.kind, read.value) == (ValueKind.BLANK, None)


@pytest.mark.parametrize("text", ["同比例提高", "全覆盖", "1:0.5:2", "3人"])
def test_words_are_text_without_a_figure(text: str) -> None:
    read = parse_published(text)
    assert (read.kind, read.value) == (ValueKind.TEXT, None)


def test_ratio_over_nothing_is_text() -> None:
    assert parse_published("0:1").kind is ValueKind.TEXT


def test_strict_bound_is_told_from_one_that_suffices() -> None:
    assert parse_published(">80.7").strict
    assert not parse_published("≥80.7").strict


def test_printed_text_and_decimals_are_kept() -> None:
    read = parse_published(" 1.0 ")
    assert (read.text, read.decimals) == (" 1.0 ", 1)


def test_note_in_brackets_is_kept_beside_the_number() -> None:
    assert parse_published("24.8（18年）").note == "18年"


def test_range_has_both_ends() -> None:
    read = parse_published("5.0—6.0")
    assert (read.value, read.upper) == (Fraction(5), Fraction(6))


def test_interval_is_half_a_unit_of_the_last_decimal_either_way() -> None:
    assert parse_published("2.39").interval == (Fraction(2385, 1000), Fraction(2395, 1000))
    assert parse_published("1:1.4").interval == (Fraction(135, 100), Fraction(145, 100))
    assert parse_published("≥3").interval is None


@given(st.text())
def test_any_text_is_read_and_kept(text: str) -> None:
    read = parse_published(text)
    assert read.text == text
    assert (read.value is None) == (read.kind in (ValueKind.TEXT, ValueKind.BLANK))


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_every_decimal_is_exact(number: object) -> None:
    assert parse_published(f"≥{number}").value == Fraction(str(number))
