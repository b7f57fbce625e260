"""Steps from baseline to target lie on a line and never undo what was typed."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.county import County
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import Plan
from models.yearly_steps import linear_steps, spread_changes, years_between

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
BEDS = Measure("beds", "beds", "床位", "Beds", "张", "beds")
AREA = Measure("area", "rooms", "面积", "Area", "m²", "m²", decimals=2)


def figure(basis: Basis, year: int, value: int, origin: Origin = Origin.PLANNER) -> Allocation:
    return Allocation("p", "a", "beds", basis, year, Decimal(value), origin)


def a_county(*figures: Allocation) -> County:
    facility = Facility("a", "甲", FacilityClass.HOSPITAL, FacilityType.CLINIC)
    return County([PLAN, facility, *figures])


def steps(county: County) -> dict[int, int]:
    county.apply(Edit("", spread_changes(county, PLAN, [BEDS], ["a"])))
    found = {}
    for year in years_between(PLAN):
        allocation = county.allocation("p", "a", "beds", Basis.PLANNED, year)
        if allocation is not None:
            found[year] = int(allocation.value)
    return found


def test_the_years_between_lie_on_a_line_and_are_rounded_half_up():
    county = a_county(figure(Basis.AUTHORISED, 2020, 75), figure(Basis.PLANNED, 2025, 99))
    assert steps(county) == {2021: 80, 2022: 85, 2023: 89, 2024: 94}


def test_the_actual_figure_stands_in_for_a_missing_authorised_one():
    county = a_county(figure(Basis.ACTUAL, 2020, 10), figure(Basis.PLANNED, 2025, 20))
    assert steps(county) == {2021: 12, 2022: 14, 2023: 16, 2024: 18}


def test_without_baseline_or_target_there_are_no_steps():
    assert steps(a_county(figure(Basis.PLANNED, 2025, 20))) == {}
    assert steps(a_county(figure(Basis.AUTHORISED, 2020, 20))) == {}


def test_what_was_typed_stays_and_what_was_spread_is_spread_again():
    county = a_county(
        figure(Basis.AUTHORISED, 2020, 0),
        figure(Basis.PLANNED, 2025, 50),
        figure(Basis.PLANNED, 2022, 7),
    )
    assert steps(county) == {2021: 10, 2022: 7, 2023: 30, 2024: 40}
    target = county.allocation("p", "a", "beds", Basis.PLANNED, 2025)
    raised = replace(target, value=Decimal(100))
    county.apply(Edit("", (Change(target, raised),)))
    assert steps(county) == {2021: 20, 2022: 7, 2023: 60, 2024: 80}
    assert spread_changes(county, PLAN, [BEDS], ["a"]) == ()


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(2, 15))
def test_steps_never_turn_back_or_run_past(baseline, target, years):
    line = linear_steps(Decimal(baseline), Decimal(target), years, 0)
    whole = [baseline, *map(int, line), target]
    assert whole in (sorted(whole), sorted(whole, reverse=True))
    assert len(line) == years - 1


def test_decimals_are_those_of_the_measure():
    assert linear_steps(Decimal(0), Decimal(1), 3, AREA.decimals) == [
        Decimal("0.33"),
        Decimal("0.67"),
    ]
