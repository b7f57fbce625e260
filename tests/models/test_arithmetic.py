from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from models.arithmetic import LONGEST, is_arithmetic, reckon
from models.errors import InvalidValue, Reason


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("=1200*0.45", Fraction(540)),
        ("=0.1+0.2", Fraction(3, 10)),
        ("=10/3*3", Fraction(10)),
        ("=2+3*4", Fraction(14)),
        ("=(2+3)*4", Fraction(20)),
        ("=8-2-1", Fraction(5)),
        ("=100/5/2", Fraction(10)),
        ("=-(2-5)", Fraction(3)),
        ("=200*15%", Fraction(30)),
        ("=1,200+.5", Fraction(2401, 2)),
        ("＝１２×（３－１）÷２", Fraction(12)),
        (" = 6 * 7 ", Fraction(42)),
    ],
)
def test_result_is_exact(text: str, result: Fraction) -> None:
    assert is_arithmetic(text)
    assert reckon(text, None) == result


def test_percentage_is_of_the_present_value() -> None:
    assert reckon("+10%", Decimal(500)) == 550
    assert reckon("－12.5％", Decimal(80)) == 70


@pytest.mark.parametrize("text", ["5", "-5", "10%", "", "甲=1"])
def test_plain_numbers_are_no_arithmetic(text: str) -> None:
    assert not is_arithmetic(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("=", Reason.NOT_ARITHMETIC),
        ("=1+", Reason.NOT_ARITHMETIC),
        ("=(1", Reason.NOT_ARITHMETIC),
        ("=1)", Reason.NOT_ARITHMETIC),
        ("=A1*2", Reason.NOT_ARITHMETIC),
        ("=SUM(1)", Reason.NOT_ARITHMETIC),
        ("=2**3", Reason.NOT_ARITHMETIC),
        ("=1.2.3", Reason.NOT_ARITHMETIC),
        ("=1e9", Reason.NOT_ARITHMETIC),
        ("=__import__('os')", Reason.NOT_ARITHMETIC),
        ("=" + "(" * LONGEST, Reason.NOT_ARITHMETIC),
        ("+" + "9" * 5000 + "%", Reason.NOT_ARITHMETIC),
        ("=5/(2-2)", Reason.DIVISION_BY_ZERO),
        ("+10%", Reason.NO_VALUE),
        ("+5", Reason.NOT_ARITHMETIC),
        ("＋5", Reason.NOT_ARITHMETIC),
        ("+5张", Reason.NOT_ARITHMETIC),
    ],
)
def test_what_cannot_be_reckoned_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(InvalidValue) as raised:
        reckon(text, None)
    assert raised.value.reason is reason


@given(st.text(alphabet="0123456789.+-*/()% =×", max_size=LONGEST))
def test_any_text_gives_a_number_or_is_refused(text: str) -> None:
    with suppress(InvalidValue):
        assert isinstance(reckon("=" + text, None), Fraction)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 10**6))
def test_result_is_that_of_fractions(a: int, b: int, c: int) -> None:
    assert reckon(f"={a}+{b}/{c}-{a}*{b}", None) == a + Fraction(b, c) - a * b
