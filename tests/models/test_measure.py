"""Figures are exact; blank is not zero; what is no figure is refused with its reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValue, Reason
from models.measure import Allocation, Basis, Measure, Origin, exact, parse_value

BEDS = Measure("beds", "beds", "床位", "Beds", "张", "beds")
AREA = Measure("area", "area", "面积", "Area", "m²", "m²", decimals=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("120", 120),
        (" 1,200 ", 1200),
        ("1，200", 1200),
        ("１２０", 120),
        ("0", 0),
        ("12.0", 12),
        ("1e3", 1000),
        ("\u30003\xa0", 3),
    ],
)
def test_figures_are_read_as_planners_type_them(text, value):
    assert parse_value(text, BEDS) == Decimal(value)


@pytest.mark.parametrize("text", ["", "   ", "\u3000"])
def test_blank_is_not_zero(text):
    assert parse_value(text, BEDS) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("abc", Reason.NOT_A_NUMBER),
        ("12张", Reason.NOT_A_NUMBER),
        ("nan", Reason.NOT_A_NUMBER),
        ("inf", Reason.NOT_A_NUMBER),
        ("——", Reason.NOT_A_NUMBER),
        ("٣", Reason.NOT_A_NUMBER),
        ("-1", Reason.NEGATIVE),
        ("－１", Reason.NEGATIVE),
        ("1.5", Reason.NOT_WHOLE),
        ("1." + "0" * 40 + "1", Reason.NOT_WHOLE),  # more digits than Decimal reckons with
        ("1e-999999999", Reason.NOT_WHOLE),
        ("1e13", Reason.TOO_LARGE),
    ],
)
def test_what_is_no_figure_is_refused_with_the_reason(text, reason):
    with pytest.raises(InvalidValue) as caught:
        parse_value(text, BEDS)
    assert caught.value.reason is reason


def test_a_measure_may_have_decimals():
    assert parse_value("1.25", AREA) == Decimal("1.25")
    with pytest.raises(InvalidValue) as caught:
        parse_value("1.255", AREA)
    assert caught.value.reason is Reason.NOT_WHOLE


def test_a_department_is_there_or_is_not():
    clinic = Measure("d", "departments", "发热门诊", "Fever clinic", "有=1", "", most=1)
    assert parse_value("1", clinic) == 1
    with pytest.raises(InvalidValue) as caught:
        parse_value("2", clinic)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": ""}, Reason.EMPTY),
        ({"zh": " "}, Reason.EMPTY),
        ({"decimals": 9}, Reason.OUT_OF_RANGE),
    ],
)
def test_an_impossible_measure_cannot_be_made(fields, reason):
    whole = {"id": "x", "group": "other", "zh": "甲", "en": "", "unit_zh": "", "unit_en": ""}
    with pytest.raises(InvalidValue) as caught:
        Measure(**{**whole, **fields})
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("value", "reason"),
    [("-1", Reason.NEGATIVE), ("NaN", Reason.NOT_A_NUMBER), ("1e13", Reason.TOO_LARGE)],
)
def test_an_impossible_allocation_cannot_be_made(value, reason):
    with pytest.raises(InvalidValue) as caught:
        Allocation("p", "f", "beds", Basis.ACTUAL, 2020, Decimal(value), Origin.PLANNER)
    assert caught.value.reason is reason


@given(st.integers(0, 10**12))
def test_equal_whole_numbers_are_written_alike(number):
    assert str(exact(Decimal(number) * Decimal("1.00"))) == str(number)


def test_trailing_zeros_are_dropped():
    assert str(exact("0.50")) == "0.5"
    assert str(exact("1E+2")) == "100"
