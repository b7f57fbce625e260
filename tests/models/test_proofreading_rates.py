from __future__ import annotations

from dataclasses import replace

import pytest

from models.discrepancy import DiscrepancyKind
from models.proofreading import proofread
from models.published import (
    StatedCount,
)
from tests.models.proofread_plan import (
    STANDARD,
    indicators,
    only,
    with_standard,
)


@pytest.mark.parametrize(("rate", "wrong"), [("5.00", False), ("4.99", True), ("5.01", True)])
def test_rate_is_wrong_only_where_no_rounding_explains_it(rate: str, wrong: bool) -> None:
    found = proofread(with_standard(1, rate_baseline=rate))
    assert [d.kind for d in found] == [DiscrepancyKind.RATE_DIFFERS] * wrong


def test_a_wrong_rate_says_what_rounding_allows_of_it_and_of_the_population() -> None:
    # 615 beds at 6.145 to 6.155 per 1,000 are 99,919 to 100,081 people: 500 are 4.9960 to 5.0041.
    found = only(proofread(with_standard(1, rate_baseline="4.98")))
    assert {name: found.figures[name] for name in ("rounding_least", "rounding_most")} == {
        "rounding_least": "4.975",
        "rounding_most": "4.985",
    }
    assert (found.figures["population_least"], found.figures["population_most"]) == (
        "99919",
        "100081",
    )
    assert (found.figures["computed_least"], found.figures["computed_most"]) == ("4.9960", "5.0041")


def test_rate_that_the_rounding_of_the_population_explains_is_let_pass() -> None:
    # 615 ÷ 6.1 × 1,000 is 100,000 to 101,653 people: 400 beds are 3.935 to 4.000 per 1,000.
    plan = with_standard(0, rate_baseline="6.1")
    rows = tuple(replace(r, rate_baseline="") for r in plan.bed_standard.rows[2:])
    kept = (plan.bed_standard.rows[0], replace(plan.bed_standard.rows[1], rate_baseline="4.93"))
    plan = replace(plan, bed_standard=replace(STANDARD, rows=(*kept, *rows)))
    assert proofread(plan) == []


def test_ratio_of_counts_in_the_text_is_that_of_the_table() -> None:
    plan = replace(
        indicators(("13", "床人（卫生人员）比", "1:0.96", "1:1.50")),
        stated=(StatedCount(2020, "床位", "9576"), StatedCount(2020, "卫生人员", "9495")),
    )
    found = only(proofread(plan))
    assert found.kind is DiscrepancyKind.RATE_DIFFERS
    assert found.figures["computed"] == "0.9915"
    # 0.96 is printed of anything from 0.955 to 0.965.
    assert (found.figures["rounding_least"], found.figures["rounding_most"]) == ("0.955", "0.965")


def test_ratio_that_fits_the_actual_beds_is_let_pass() -> None:
    plan = replace(
        indicators(("13", "床人（卫生人员）比", "1:1.20", "1:1.50")),
        stated=(
            StatedCount(2020, "编制床位", "615"),
            StatedCount(2020, "实有床位", "1000"),
            StatedCount(2020, "卫生人员", "1200"),
        ),
    )
    assert proofread(plan) == []


def test_physicians_in_the_text_are_checked_against_their_own_rate_only() -> None:
    rows = (
        ("9", "每千人口执业（助理）医师数（人）", "2.60", "3"),
        ("10", "每千人口中医类别执业（助理）医师数（人）", "0.7", "0.8"),
    )
    plan = replace(indicators(*rows), stated=(StatedCount(2020, "执业（助理）医师", "264"),))
    found = only(proofread(plan))
    assert (found.figures["row"], found.figures["printed"]) == (rows[0][1], "2.60")


def test_same_rate_printed_differently_in_two_tables_is_found() -> None:
    plan = indicators(("8", "每千人口医疗卫生机构编制床位数（张）", "6.15", "7.10"))
    found = only(proofread(plan))
    assert (found.figures["printed"], found.figures["other"]) == ("7.00", "7.10")
