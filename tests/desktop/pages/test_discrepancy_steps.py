from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.pages.discrepancy_steps import discrepancy_steps, unchecked_text
from models.discrepancy import Discrepancy, DiscrepancyKind, Unchecked


def steps(kind: DiscrepancyKind, figures: Mapping[str, str]) -> list[str]:
    return discrepancy_steps(Discrepancy(kind, ("专栏1 第1行",), figures))


@pytest.mark.parametrize(
    ("printed", "difference", "shown", "arithmetic", "last"),
    [
        ("1790", "-10", "1,790", "1,790 − 1,800 = −10", "The printed total is too low by 10."),
        ("2990", "1190", "2,990", "2,990 − 1,800 = +1,190",
         "The printed total is too high by 1,190."),
    ],
)  # fmt: skip
def test_a_total_is_held_against_the_sum(
    printed: str, difference: str, shown: str, arithmetic: str, last: str
) -> None:
    figures = {"column": "床位", "printed": printed, "sum": "1800", "difference": difference}
    assert steps(DiscrepancyKind.TOTAL_DIFFERS, figures) == [
        f"Printed total: {shown}",
        "Sum of the parts: 1,800",
        arithmetic,
        last,
    ]


def test_a_rate_is_worked_out_for_both_ends_of_the_population() -> None:
    figures = {
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
    assert steps(DiscrepancyKind.RATE_DIFFERS, figures) == [
        "People that the other rows imply: 99,900 to 100,100",
        "300 ÷ 100,100 × 1,000 = 2.9970",
        "300 ÷ 99,900 × 1,000 = 3.0030",
        "Printed 2.95: by rounding it may stand for 2.945 to 2.955",
        "Even so the printed figure is too low by 0.042.",  # 2.9970 − 2.955
    ]


def test_a_ratio_is_one_quotient() -> None:
    figures = {
        "row": "床人比",
        "year": "2020",
        "printed": "1:1.42",
        "rounding_least": "1.415",
        "rounding_most": "1.425",
        "numerator": "1400",
        "denominator": "1000",
        "computed": "1.4000",
    }
    assert steps(DiscrepancyKind.RATE_DIFFERS, figures) == [
        "1,400 ÷ 1,000 = 1.4000",
        "Printed 1:1.42: by rounding it may stand for 1.415 to 1.425",
        "Even so the printed figure is too high by 0.015.",
    ]


def test_a_rate_printed_twice_differs_by_so_much() -> None:
    figures = {"row": "公立医院", "year": "2020", "printed": "4.4", "other": "4.52"}
    assert steps(DiscrepancyKind.RATE_DIFFERS, figures) == [
        "Printed here: 4.4",
        "Printed there: 4.52",
        "Difference: −0.12",
    ]
    in_words = figures | {"other": "见附表"}
    assert len(steps(DiscrepancyKind.RATE_DIFFERS, in_words)) == 2


def test_table_and_text_stand_against_each_other() -> None:
    figures = {"row": "床位", "year": "2025", "table": "0.1", "text": "0.06张"}
    assert steps(DiscrepancyKind.TARGETS_DIFFER, figures)[:2] == [
        "In the table: 0.1",
        "In the text: 0.06张",
    ]


@pytest.mark.parametrize(
    ("baseline", "target", "last"),
    [
        ("7.9", "≤8.0", "The value may rise by 0.1, and the target is met still."),
        ("100", "≥60", "The value may fall by 40, and the target is met still."),
    ],
)
def test_a_target_says_how_much_worse_it_lets_things_become(
    baseline: str, target: str, last: str
) -> None:
    figures = {"row": "指标", "baseline": baseline, "target": target}
    expected = [f"Baseline: {baseline}", f"Target: {target}", last]
    assert steps(DiscrepancyKind.TARGET_ON_WRONG_SIDE, figures) == expected


def test_a_part_says_by_how_much_it_exceeds_its_whole() -> None:
    figures = {"column": "2025年", "part": "6.5", "whole": "5", "part_name": "公立",
               "whole_name": "床位"}  # fmt: skip
    assert steps(DiscrepancyKind.PART_EXCEEDS_WHOLE, figures) == [
        "The whole, 床位: 5",
        "The part, 公立: 6.5",
        "The part exceeds the whole by 1.5.",
    ]


def test_a_count_in_ten_thousands_is_written_out() -> None:
    figures = {"row": "人员", "printed": "5.14万人", "limit": "9495", "limit_name": "卫生人员"}
    assert steps(DiscrepancyKind.UNIT_IMPOSSIBLE, figures) == [
        "Printed 5.14万人, that is 51,400",
        "卫生人员: 9,495",
        "More than there can be by 41,905.",
    ]


def test_where_nothing_is_to_be_reckoned_the_sentence_stands_alone() -> None:
    assert steps(DiscrepancyKind.NUMBER_REPEATED, {"number": "3"}) == [
        "The number 3 is used more than once"
    ]


def test_a_total_that_was_left_out_says_why() -> None:
    figures = {"column": "床位", "printed": "190", "sum": "180"}
    blank = unchecked_text(Unchecked(("专栏3 合计",), "blank-cells", figures))
    assert blank.startswith("专栏3 合计: 床位: the total is printed as 190")
    none = unchecked_text(Unchecked(("专栏3 第1—2行",), "no-total", figures))
    assert none == "专栏3 第1—2行: 床位: no total is printed; the rows sum to 180"
