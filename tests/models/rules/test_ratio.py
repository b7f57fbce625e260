"""Ratios of facilities and of the county, exact at the limit; blanks say nothing."""

from decimal import Decimal
from fractions import Fraction

import pytest

from models.county import County
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan
from models.rules import ratio
from models.rules.rate import finding
from models.rules.rule import Bound, Finding, Rule, RuleKind, Source

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
RULE = Rule("r", RuleKind.RATIO, Nature.EXPECTED, Bound.AT_LEAST, Fraction("1.4"), "床人比",
            "staff", Source("d", "c", "2021"), measure="health-personnel", denominator="beds",
            per_facility=True)  # fmt: skip


def a_county(*figures: tuple[int | None, int | None]) -> County:
    """Facilities by (staff, beds)."""
    records = [PLAN]
    for number, pair in enumerate(figures):
        records.append(
            Facility(str(number), f"院{number}", FacilityClass.HOSPITAL, FacilityType.CLINIC)
        )
        for measure, value in zip(("health-personnel", "beds"), pair, strict=True):
            if value is not None:
                records.append(
                    Allocation(
                        "p",
                        str(number),
                        measure,
                        Basis.PLANNED,
                        2025,
                        Decimal(value),
                        Origin.PLANNER,
                    )
                )
    return County(records)


def check_county(county: County) -> Finding | None:
    return finding(ratio.measure_county(RULE, county, PLAN, RULE.basis, PLAN.target_year))


@pytest.mark.parametrize(
    ("staff", "beds", "shortfall"),
    [(14, 10, None), (13, 10, 1), (139, 99, None), (138, 99, 1), (0, 10, 14)],
)
def test_a_facility_is_short_by_whole_persons(staff, beds, shortfall):
    county = a_county((staff, beds))
    found = ratio.check_facility(RULE, county, PLAN, county.facility("0"))
    assert (found.shortfall if found else None) == shortfall


@pytest.mark.parametrize("pair", [(None, 10), (10, None), (10, 0), (None, None)])
def test_blank_or_no_beds_gives_nothing(pair):
    county = a_county(pair)
    assert ratio.check_facility(RULE, county, PLAN, county.facility("0")) is None


def test_the_county_ratio_leaves_out_who_is_not_filled_in_yet():
    measured = ratio.measure_county(RULE, a_county((14, 10), (None, 90)), PLAN, Basis.PLANNED, 2025)
    assert (measured.value, measured.filled, measured.counted) == (Fraction("1.4"), 1, 2)
    assert check_county(a_county((14, 10), (None, 90))) is None


def test_the_county_ratio_is_that_of_the_sums():
    found = check_county(a_county((20, 10), (20, 20)))
    assert found is not None
    assert (found.measured, found.shortfall) == (Fraction(40, 30), 2)
