from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.discrepancy_gap import computed_range, gap, persons, rounding_range

TOTAL = {"column": "床位", "printed": "190", "sum": "180", "difference": "10"}
COUNTED = {  # 300 beds of 99,900 to 100,100 people
    "row": "医院",
    "year": "2020",
    "printed": "2.95",
    "rounding_least": "2.945",
    "rounding_most": "2.955",
    "count": "300",
    "computed_least": "2.9970",
    "computed_most": "3.0030",
    "population_least": "99900",
    "population_most": "100100",
}
QUOTIENT = {
    "row": "床人比",
    "year": "2020",
    "printed": "1:1.38",
    "rounding_least": "1.375",
    "rounding_most": "1.385",
    "numerator": "14",
    "denominator": "10",
    "computed": "1.4000",
}


def found(kind: DiscrepancyKind, figures: Mapping[str, str]) -> Discrepancy:
    return Discrepancy(kind, ("专栏1 第1行",), figures)


def test_a_rate_may_be_what_rounds_to_it_and_must_be_what_the_counts_give() -> None:
    rate = found(DiscrepancyKind.RATE_DIFFERS, COUNTED)
    assert rounding_range(rate) == (Fraction("2.945"), Fraction("2.955"))
    # 300 × 1,000 ÷ 100,100 and ÷ 99,900, not as rounded for the sentence.
    assert computed_range(rate) == (Fraction(300000, 100100), Fraction(300000, 99900))


def test_a_quotient_of_two_counts_is_one_figure() -> None:
    ratio = found(DiscrepancyKind.RATE_DIFFERS, QUOTIENT)
    assert computed_range(ratio) == (Fraction(14, 10), Fraction(14, 10))
    # 1.38 stands for 1.375 to 1.385; 1.4 is 0.015 more.
    assert gap(ratio) == Fraction("-0.015")


def test_the_gap_of_a_rate_is_what_is_left_after_rounding_either_way() -> None:
    too_low = found(DiscrepancyKind.RATE_DIFFERS, COUNTED)
    assert gap(too_low) == Fraction("2.955") - Fraction(300000, 100100)
    high = {"printed": "3.05", "rounding_least": "3.045", "rounding_most": "3.055"}
    too_high = found(DiscrepancyKind.RATE_DIFFERS, COUNTED | high)
    assert gap(too_high) == Fraction("3.045") - Fraction(300000, 99900)


@pytest.mark.parametrize(
    ("kind", "figures", "off"),
    [
        (DiscrepancyKind.TOTAL_DIFFERS, TOTAL, 10),
        (DiscrepancyKind.RATE_DIFFERS, {"printed": "4.4", "other": "4.52"}, Fraction("-0.12")),
        (DiscrepancyKind.RATE_DIFFERS, {"printed": "4.4", "other": "见附表"}, None),
        (
            DiscrepancyKind.TARGET_ON_WRONG_SIDE,
            {"row": "住院日", "baseline": "7.9", "target": "≤8.0"},
            Fraction("0.1"),
        ),
        (
            DiscrepancyKind.PART_EXCEEDS_WHOLE,
            {"column": "2025年", "part": "≥95", "whole": "60"},
            35,
        ),
        # 5.14 × 10,000 = 51,400, and 51,400 − 9,495 = 41,905.
        (DiscrepancyKind.UNIT_IMPOSSIBLE, {"printed": "5.14万人", "limit": "9495"}, 41905),
        (DiscrepancyKind.NUMBER_REPEATED, {"number": "3"}, None),
    ],
)
def test_the_gap_is_the_printed_figure_less_the_other(
    kind: DiscrepancyKind, figures: Mapping[str, str], off: Fraction | int | None
) -> None:
    assert gap(found(kind, figures)) == off


def test_only_a_count_in_ten_thousands_is_turned_into_persons() -> None:
    figures = {"printed": "≥1,2.5万人", "limit": "9495"}
    assert persons(found(DiscrepancyKind.UNIT_IMPOSSIBLE, figures)) == 125_000
    none = {"printed": "数万人", "limit": "9495"}
    assert persons(found(DiscrepancyKind.UNIT_IMPOSSIBLE, none)) is None
    assert gap(found(DiscrepancyKind.UNIT_IMPOSSIBLE, none)) is None
    assert persons(found(DiscrepancyKind.TOTAL_DIFFERS, TOTAL)) is None
    assert rounding_range(found(DiscrepancyKind.TOTAL_DIFFERS, TOTAL)) is None
