"""Gaps with their measure word, shares and differences in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from db.catalogue import load_catalogue
from desktop import indicator_wording as words
from models.catalogue import Language
from models.indicator_progress import IndicatorProgress, IndicatorState
from models.plan import Indicator, Nature
from models.rules.rule import RuleKind
from models.stated_indicator import StatedIndicator
from tests.models.rules.made_county import a_rule

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    ("measure", "unit"),
    [
        ("nurses", "名"),
        ("beds", "张"),
        ("ambulances", "辆"),
        ("childcare-places", "个"),
        ("dept-fever-clinic", "家"),
    ],
)
def test_each_measure_is_counted_with_its_own_word(measure: str, unit: str) -> None:
    assert words.count_unit(measure, CATALOGUE, Language.ZH) == unit


def test_a_gap_in_whole_units_and_in_the_indicators_own() -> None:
    rule = a_rule(RuleKind.RATE, "3.21", measure="nurses", per=1000)
    short = IndicatorProgress(IndicatorState.MISSED, gap=1312)
    stated = StatedIndicator(None, rule)
    text = words.gap_text(stated, short, CATALOGUE, Language.ZH)
    assert text == "1,312 名 short: 注册护士"  # in Chinese: 还差 1,312 名注册护士
    assert words.short_gap(stated, short, CATALOGUE, Language.ZH) == "1,312 名"
    row = Indicator("i", "p", 1, "1", "吸烟率", "", "24.7", "≤20", Nature.EXPECTED)
    high = IndicatorProgress(IndicatorState.ON_THE_WAY, gap_in_unit=Fraction("2.35"))
    falling = StatedIndicator(row, None)
    assert words.gap_text(falling, high, CATALOGUE, Language.EN) == "2.35 too high"


@pytest.mark.parametrize(
    ("share", "shown"),
    [("1/2", "50%"), ("1", "100%"), ("0.996", "99.60%"), ("-1/4", "−25%"), ("5/4", "125%")],
)
def test_a_share_that_is_not_all_is_never_shown_as_all(share: str, shown: str) -> None:
    assert words.percent(Fraction(share)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("0.084", "+0.084"), ("-0.5", "−0.5"), ("0", "0"), ("0.0001", "0"), ("-1/3", "−0.333")],
)
def test_a_difference_has_its_sign(value: str, shown: str) -> None:
    assert words.difference_text(Fraction(value)) == shown


def test_the_formula_names_what_is_divided() -> None:
    row = Indicator("i", "p", 1, "1", "每百张床位", "", "", "0.5", Nature.EXPECTED)
    ratio = a_rule(RuleKind.RATIO, "0.005", measure="clinical-pharmacists", denominator="beds")
    stated = StatedIndicator(row, ratio)
    assert words.formula_text(stated, CATALOGUE, Language.ZH) == "临床药师 ÷ 床位 × 100"
    assert words.formula_text(StatedIndicator(row, None), CATALOGUE, Language.ZH) == ""
