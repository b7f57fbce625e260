from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from models.figures import (
    format_change,
    format_count,
    format_grouped,
    format_limit,
    format_measured,
    format_rate,
)


def test_blank_is_a_dash_and_zero_is_zero() -> None:
    assert format_count(None) == "—"
    assert format_count(Decimal(0)) == "0"
    assert format_change(None) == "—"
    assert format_change(Decimal(0)) == "0"


@pytest.mark.parametrize(
    ("value", "text"),
    [("1200", "1200"), ("1E+3", "1000"), ("12.50", "12.5"), ("1000000000000", "1000000000000")],
)
def test_count_is_written_in_full_without_exponent(value: str, text: str) -> None:
    assert format_count(Decimal(value)) == text


def test_change_has_its_sign() -> None:
    assert format_change(Decimal(199)) == "+199"
    assert format_change(Decimal(-6)) == "−6"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 8), "0.13"),  # half up, where half to even gives 0.12
        (Fraction("2.675"), "2.68"),  # a float holds a little less
        (Fraction(2, 3), "0.67"),
        (Fraction(-1, 8), "−0.13"),
        (Fraction(-1, 1000), "0.00"),
        (Fraction(6104000, 839615), "7.27"),
    ],
)
def test_rate_rounds_half_up_from_the_exact_value(value: Fraction, text: str) -> None:
    assert format_rate(value) == text


def test_rate_without_decimals_has_no_point() -> None:
    assert format_rate(Fraction(7, 2), 0) == "4"


def test_limit_is_written_as_the_rule_states_it() -> None:
    assert format_limit(Fraction("1.4")) == "1.4"
    assert format_limit(Fraction(3500)) == "3500"
    assert format_limit(Fraction(1, 3)) == "0.333333"


def test_measured_is_never_shown_as_the_limit_that_it_misses() -> None:
    assert format_measured(Fraction(1679, 1200), Fraction("1.4")) == "1.399"
    assert format_measured(Fraction("1.4"), Fraction("1.4")) == "1.40"
    assert format_measured(Fraction("1.1"), Fraction("1.4")) == "1.10"


def test_measured_has_as_many_decimals_as_its_limit() -> None:
    assert format_measured(Fraction("0.0032"), Fraction("0.005")) == "0.003"
    assert format_measured(Fraction("0.0032"), Fraction("0.5")) == "0.00"


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(8156), "8,156"), (Fraction("8156.4"), "8,156.4"), (Fraction(-1234), "−1,234"),
     (Fraction(1, 2), "0.5"), (Fraction(0), "0")],
)  # fmt: skip
def test_thousands_are_separated(value: Fraction, text: str) -> None:
    assert format_grouped(value) == text
