"""Bed need by age group, against figures worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from models.bed_need import AgeGroup, BedNeed
from models.errors import InvalidValue


def group(people: int, rate: str) -> AgeGroup:
    return AgeGroup("", Fraction(people), Fraction(rate))


GROUPS = (group(120_000, "0.08"), group(500_000, "0.12"), group(100_000, "0.3"))


def test_the_admissions_of_all_ages_and_from_outside_fill_beds() -> None:
    """9,600 + 60,000 + 30,000 + 5,400 = 105,000 patients; × 8.5 days = 892,500 bed days;
    ÷ 365 = 2,445.205…; × 1.1 = 2,689.726…, so 2,690 beds."""
    need = BedNeed(GROUPS, Fraction(5400), Fraction("8.5"), Fraction("1.1"))
    assert need.admissions == 105_000
    assert need.beds == Fraction(892_500 * 11, 365 * 10)
    assert need.whole == 2690


def test_a_need_that_is_whole_is_not_raised() -> None:
    """36,500 patients of one day: 100 beds a day."""
    assert BedNeed((group(365_000, "0.1"),), Fraction(), Fraction(1)).whole == 100


def test_nobody_needs_no_bed() -> None:
    assert BedNeed((), Fraction(), Fraction(8)).whole == 0


@pytest.mark.parametrize(
    ("outside", "stay", "redundancy"), [(-1, 8, 1), (0, 0, 1), (0, 8, 0), (0, -8, 1)]
)
def test_what_cannot_be_is_refused(outside: int, stay: int, redundancy: int) -> None:
    with pytest.raises(InvalidValue):
        BedNeed(GROUPS, Fraction(outside), Fraction(stay), Fraction(redundancy))


@pytest.mark.parametrize(("people", "rate"), [(-1, "0.1"), (1, "-0.1")])
def test_an_age_group_has_no_fewer_than_no_people(people: int, rate: str) -> None:
    with pytest.raises(InvalidValue):
        group(people, rate)
