"""WISN by hand: every figure below is worked out in the comment beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from models.county import County
from models.errors import InvalidValue
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Plan
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_staffing import (
    Lack,
    available_hours,
    requirement,
    whole_persons,
    workload_result,
    workload_results,
)

# 260 working days less 43 days off (11 + 20 + 7 + 5), 7 hours a day
WHO_TIME = WorkingTime(
    "p", "nurses", Decimal(260), Decimal(11), Decimal(20), Decimal(7), Decimal(5), Decimal(7)
)
# 200 days of 6 hours: 1,200 hours
ROUND_TIME = replace(
    WHO_TIME, working_days=Decimal(243), hours_per_day=Decimal(6)
)  # 243 − 43 = 200


def line(name: str, kind: ActivityKind = ActivityKind.SERVICE, **figures: str) -> Activity:
    return Activity(
        name, "p", "f", "nurses", kind, name, **{k: Decimal(v) for k, v in figures.items()}
    )  # type: ignore[arg-type]


OUTPATIENT = line("门诊", minutes="20", volume="36000")
INJECTION = line("注射", minutes="6", volume="24000")
HOME_VISIT = line("家庭访视", minutes="60", volume="900")
RECORDS = line("记录", ActivityKind.CATEGORY, share="0.15")
SUPERVISION = line("督导", ActivityKind.INDIVIDUAL, hours="600")


def test_available_time_of_the_manual() -> None:
    assert available_hours(WHO_TIME) == 1519  # (260 − 43) × 7


def test_allowance_of_15_percent_is_a_factor_of_1_176() -> None:
    found = requirement([OUTPATIENT, RECORDS], ROUND_TIME)
    assert found.category_factor == Fraction(20, 17)  # 1 ÷ 0.85 = 1.17647…
    assert round(float(found.category_factor), 3) == 1.176


def test_individual_allowance_of_600_hours_at_1200_is_half_a_person() -> None:
    found = requirement([OUTPATIENT, SUPERVISION], ROUND_TIME)
    assert available_hours(ROUND_TIME) == 1200
    assert found.individual_factor == Fraction(1, 2)


def test_three_activities_with_both_allowances() -> None:
    """At 1,200 hours = 72,000 minutes a year one person does
    72,000 ÷ 20 = 3,600 consultations:  36,000 ÷ 3,600  = 10 persons
    72,000 ÷ 6 = 12,000 injections:     24,000 ÷ 12,000 = 2 persons
    72,000 ÷ 60 = 1,200 home visits:       900 ÷ 1,200  = 0.75 persons
    12.75 × 20/17 + 600/1,200 = 15 + 0.5 = 15.5 persons."""
    found = requirement([OUTPATIENT, INJECTION, HOME_VISIT, RECORDS, SUPERVISION], ROUND_TIME)
    assert [(s.standard, s.staff) for s in found.services] == [
        (3600, 10), (12000, 2), (1200, Fraction(3, 4)),
    ]  # fmt: skip
    assert found.service_staff == Fraction(51, 4)
    assert (found.share, found.hours) == (Fraction(3, 20), 600)
    assert found.required == Fraction(31, 2)
    assert (found.whole, found.missing) == (15, ())


def test_nothing_is_rounded_on_the_way() -> None:
    """1,519 h × 60 ÷ 7 min = 13,020 units; 1,000 ÷ 13,020 = 50/651 of a person."""
    found = requirement([line("a", minutes="7", volume="1000")], WHO_TIME)
    assert found.services[0].standard == 13020
    assert found.required == Fraction(50, 651)


@pytest.mark.parametrize(
    ("exact", "persons"),
    [
        ("0", 0), ("0.01", 1), ("1", 1), ("1.1", 1), ("1.101", 2), ("2.2", 2), ("2.21", 3),
        ("3.3", 3), ("3.34", 4), ("4.4", 4), ("4.5", 5), ("5.5", 5), ("5.51", 6), ("12.5", 12),
        ("12.6", 13),
    ],
)  # fmt: skip
def test_few_persons_carry_less_of_another_ones_work(exact: str, persons: int) -> None:
    assert whole_persons(Fraction(exact)) == persons


# --- boundaries


def lacks(*lines: Activity, time: WorkingTime | None = ROUND_TIME) -> list[tuple[str, str]]:
    found = requirement(lines, time)
    assert found.required is None
    assert found.whole is None
    return [(m.lack, m.activity.name if m.activity else "") for m in found.missing]


def test_shares_that_sum_to_exactly_one_leave_no_time_for_services() -> None:
    half, other = (line(n, ActivityKind.CATEGORY, share="0.5") for n in "ab")
    assert lacks(OUTPATIENT, half, other) == [(Lack.SHARES, "")]
    less = replace(other, share=Decimal("0.49"))
    assert requirement([OUTPATIENT, half, less], ROUND_TIME).required == 1000  # 10 ÷ 0.01


def test_no_time_is_left_where_every_working_day_is_off() -> None:
    none_left = replace(WHO_TIME, working_days=Decimal(43))
    assert available_hours(none_left) == 0
    assert lacks(OUTPATIENT, time=none_left) == [(Lack.NO_TIME_LEFT, "")]
    assert lacks(OUTPATIENT, time=None) == [(Lack.WORKING_TIME, "")]


def test_every_line_without_its_figure_is_named() -> None:
    assert lacks(
        line("a", minutes="5"),
        line("b", volume="5"),
        line("c", ActivityKind.CATEGORY),
        line("d", ActivityKind.INDIVIDUAL),
    ) == [(Lack.VOLUME, "a"), (Lack.MINUTES, "b"), (Lack.SHARE, "c"), (Lack.HOURS, "d")]


def test_what_can_be_computed_is_there_where_another_line_lacks_its_figure() -> None:
    found = requirement([OUTPATIENT, line("a", minutes="5"), RECORDS], ROUND_TIME)
    assert [s.staff for s in found.services] == [10]
    assert (found.service_staff, found.category_factor) == (None, Fraction(20, 17))


def test_blank_volume_is_not_zero() -> None:
    none = line("a", minutes="5", volume="0")
    assert requirement([none], ROUND_TIME).required == 0
    assert lacks(replace(none, volume=None)) == [(Lack.VOLUME, "a")]


def test_allowances_without_a_service_require_nobody_known() -> None:
    assert lacks(RECORDS, SUPERVISION) == [(Lack.NO_SERVICE, "")]


def test_impossible_figures_are_no_activity() -> None:
    for figures in ({"minutes": "0"}, {"minutes": "-1"}, {"share": "1"}, {"volume": "NaN"}):
        with pytest.raises(InvalidValue):
            line("a", **figures)


# --- beside what a facility has


def county(*records: object) -> County:
    facilities = [
        Facility(i, i, FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, order=order)
        for order, i in enumerate("fg")
    ]
    plan = Plan("p", "规划", "", "", 2020, 2025, "")
    return County([plan, *facilities, *records])  # type: ignore[list-item]


def staff(basis: Basis, year: int, value: int) -> Allocation:
    return Allocation("p", "f", "nurses", basis, year, Decimal(value), Origin.PLANNER)


def test_ratio_and_gap_are_those_of_the_actual_staff() -> None:
    """Required 10 at 1,200 h; 8 are there: 8 ÷ 10 = 0.8, 2 too few."""
    figures = staff(Basis.ACTUAL, 2020, 8), staff(Basis.PLANNED, 2025, 12)
    held = county(ROUND_TIME, OUTPATIENT, *figures)
    found = workload_result(held, held.plan("p"), "f", "nurses")
    assert found is not None
    assert (found.current, found.planned) == (8, 12)
    assert (found.ratio, found.gap) == (Fraction(4, 5), -2)


def test_without_actual_staff_there_is_no_ratio() -> None:
    held = county(ROUND_TIME, OUTPATIENT)
    found = workload_results(held, held.plan("p"))
    assert [(r.current, r.ratio, r.gap) for r in found] == [(None, None, None)]
    assert workload_result(held, held.plan("p"), "g", "nurses") is None


def test_results_stand_in_the_order_of_the_facilities_and_not_of_entry() -> None:
    later = replace(OUTPATIENT, id="x", facility_id="g")
    held = county(ROUND_TIME, later, OUTPATIENT)
    assert [r.facility_id for r in workload_results(held, held.plan("p"))] == ["f", "g"]
    assert workload_results(held, held.plan("p"))[0] == workload_result(
        held, held.plan("p"), "f", "nurses"
    )
