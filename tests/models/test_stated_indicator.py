"""Which rule a printed row states, which way it goes, and how far along the way a value is."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.plan import Indicator, Nature
from models.rules.rule import Bound, Rule, RuleKind
from models.stated_indicator import Direction, StatedIndicator, stated_indicators
from tests.models.rules.made_county import a_rule


def printed(name: str, baseline: str, target: str, order: int = 1) -> Indicator:
    return Indicator(f"i{order}", "p", order, "1", name, "", baseline, target, Nature.EXPECTED)


def stated(baseline: str, target: str, name: str = "指标") -> StatedIndicator:
    return StatedIndicator(printed(name, baseline, target), None)


def rate(limit: str, indicator: str = "") -> Rule:
    return a_rule(RuleKind.RATE, limit, measure="beds", per=1000, indicator=indicator)


def test_each_rule_stands_once_and_what_no_row_states_comes_last() -> None:
    text_only, first, again = rate("1"), rate("7", "床位"), rate("8", "床位")
    rows = stated_indicators(
        [printed("床位", "", "7"), printed("其他", "", "1", 2), printed("床位", "", "8", 3)],
        [text_only, first, again],
    )
    assert [row.rule for row in rows] == [first, None, again, text_only]
    assert rows[-1].indicator is None


@pytest.mark.parametrize(
    ("baseline", "target", "name", "direction"),
    [
        ("98", "≥97", "空气", Direction.RISE),
        ("24.7", "≤20", "吸烟", Direction.FALL),
        ("6.15", "7.27", "床位", Direction.RISE),
        ("99", "95", "支出（元）", Direction.FALL),  # less than the baseline
        ("0", "10", "孕产妇死亡率", Direction.FALL),  # printed without its sign
        ("100", "100", "比例", Direction.RISE),
        ("1:1.38", "1:1.4", "床人比", Direction.RISE),
    ],
)
def test_the_direction_comes_from_the_target_or_its_side_of_the_baseline(
    baseline: str, target: str, name: str, direction: Direction
) -> None:
    assert stated(baseline, target, name).direction is direction


@pytest.mark.parametrize(
    ("baseline", "target", "value", "share"),
    [
        ("6.15", "7.27", "6.71", "1/2"),  # (6.71 − 6.15) ÷ (7.27 − 6.15) = 0.56 ÷ 1.12
        ("0", "4", "1", "1/4"),  # a zero baseline is a baseline
        ("24", "≤20", "23", "1/4"),  # falls: (23 − 24) ÷ (20 − 24)
        ("24", "≤20", "25", "-1/4"),  # the wrong way
        ("24", "≤20", "19", "5/4"),  # beyond
        ("98", "≥97", "97", "1"),  # met from the start, and still
        ("98", "≥97", "96", None),  # met from the start, and no more: there is no way to share
        ("100", "100", "100", "1"),
        ("1:1.12", "1:1.6", "1.36", "1/2"),  # 0.24 ÷ 0.48
        ("-", "2.7", "1", None),  # no baseline
        ("-", "同比例提高", "1", None),
    ],
)
def test_progress_is_the_share_of_the_way(
    baseline: str, target: str, value: str, share: str | None
) -> None:
    row = stated(baseline, target)
    found = row.progress(row.printed_baseline, Fraction(value))
    assert found == (None if share is None else Fraction(share))


@pytest.mark.parametrize(
    ("target", "value", "meets"),
    [
        (">80.7", "80.7", False),
        (">80.7", "80.71", True),
        ("≥30", "30", True),
        ("≤8", "8", True),
        ("≤8", "8.01", False),
        ("30-40", "40", True),
        ("30-40", "40.1", False),
        ("全覆盖", "1", False),
    ],
)
def test_a_value_exactly_at_the_target_meets_it_but_for_a_strict_one(
    target: str, value: str, meets: bool
) -> None:
    assert stated("", target).meets(Fraction(value)) is meets


def test_a_share_is_printed_in_hundredths_and_compared_exactly() -> None:
    rule = a_rule(RuleKind.DEPARTMENTS, "0.6", measure="dept-geriatrics")
    row = StatedIndicator(printed("比例（%）", "50", "≥60"), rule)
    assert (row.scale, row.goal) == (100, 60)
    assert row.meets(Fraction(60))
    assert not row.meets(Fraction(5999, 100))


def test_per_hundred_beds_is_scaled_as_printed() -> None:
    rule = a_rule(RuleKind.RATIO, "0.005", measure="clinical-pharmacists", denominator="beds")
    assert StatedIndicator(printed("每百张床位", "", "0.5"), rule).scale == 100
    seven = a_rule(RuleKind.RATE, "3", measure="beds")
    assert StatedIndicator(printed("床位", "", "7"), seven).scale == 1  # no change of unit


def test_an_upper_bound_of_a_rule_falls() -> None:
    rule = a_rule(RuleKind.RATE, "8", measure="beds", bound=Bound.AT_MOST)
    assert StatedIndicator(None, rule).direction is Direction.FALL
