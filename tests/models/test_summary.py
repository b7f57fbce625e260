from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from models.county import County
from models.edits import Change, Edit, Record
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Plan, Population, PopulationGroup, PopulationOrigin, PublishedFigure
from models.summary import (
    Step,
    StepKind,
    Sum,
    class_summaries,
    open_steps,
    per_thousand,
    printed_beds,
    summaries_after,
)

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
PEOPLE = Population(2020, PopulationGroup.RESIDENT, 30000, PopulationOrigin.ENTERED)
HOSPITAL = Facility("h", "医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
GROUP = Facility(
    "g", "社会办", FacilityClass.HOSPITAL, FacilityType.UNSPECIFIED, is_group=True, order=1
)
CENTRE = Facility(
    "c",
    "卫生院",
    FacilityClass.PRIMARY_CARE,
    FacilityType.TOWNSHIP_HEALTH_CENTRE,
    longitude=105.7,
    latitude=29.7,
    emergency_site=True,
)


def beds(facility_id: str, basis: Basis, value: int, measure: str = "beds") -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation("p", facility_id, measure, basis, year, Decimal(value), Origin.PUBLISHED)


def county(*records: Record) -> County:
    return County([PLAN, PEOPLE, HOSPITAL, GROUP, CENTRE, *records])


def test_each_class_with_facilities_has_a_row_and_the_county_comes_last() -> None:
    rows = class_summaries(county(), PLAN)
    assert [(r.facility_class, r.facilities, r.groups) for r in rows] == [
        (FacilityClass.HOSPITAL, 2, 1),
        (FacilityClass.PRIMARY_CARE, 1, 0),
        (None, 3, 1),
    ]


def test_a_sum_tells_how_many_facilities_it_is_over_and_nothing_is_blank_not_zero() -> None:
    (hospitals, primary, total) = class_summaries(
        county(beds("h", Basis.ACTUAL, 200), beds("c", Basis.ACTUAL, 0)), PLAN
    )
    assert hospitals.beds[Basis.ACTUAL] == Sum(Decimal(200), 1)
    assert primary.beds[Basis.ACTUAL] == Sum(Decimal(0), 1)
    assert total.beds[Basis.ACTUAL] == Sum(Decimal(200), 2)
    assert total.beds[Basis.PLANNED] == Sum(None, 0)


PLANNED = beds("h", Basis.PLANNED, 150)


@pytest.mark.parametrize(
    ("change", "hospital_beds", "county_beds"),
    [
        (Change(None, beds("g", Basis.PLANNED, 30)), Sum(Decimal(180), 2), Sum(Decimal(220), 3)),
        (Change(PLANNED, replace(PLANNED, value=Decimal(90))), Sum(Decimal(90), 1),
         Sum(Decimal(130), 2)),
        (Change(PLANNED, None), Sum(None, 0), Sum(Decimal(40), 1)),
        (Change(None, beds("g", Basis.PLANNED, 9, "nurses")), Sum(Decimal(150), 1),
         Sum(Decimal(190), 2)),
        (Change(None, replace(beds("g", Basis.PLANNED, 9), year=2023)), Sum(Decimal(150), 1),
         Sum(Decimal(190), 2)),
        (Change(None, replace(beds("g", Basis.PLANNED, 9), plan_id="q")), Sum(Decimal(150), 1),
         Sum(Decimal(190), 2)),
    ],
)  # fmt: skip
def test_sums_follow_an_edit_of_figures(
    change: Change, hospital_beds: Sum, county_beds: Sum
) -> None:
    """150 beds of the hospital and 40 of the centre, and one figure added, replaced, removed."""
    before = county(replace(PLAN, id="q"), PLANNED, beds("c", Basis.PLANNED, 40))
    rows = class_summaries(before, PLAN)
    edit = Edit("", (change,))
    before.apply(edit)
    after = summaries_after(rows, before, PLAN, edit)
    assert after == class_summaries(before, PLAN)
    assert after[0].beds[Basis.PLANNED] == hospital_beds
    assert after[-1].beds[Basis.PLANNED] == county_beds
    before.apply(edit.inverse())
    assert summaries_after(after, before, PLAN, edit.inverse()) == rows


def test_the_change_is_planned_less_authorised_and_blank_where_either_is() -> None:
    records = [beds("h", Basis.AUTHORISED, 200), beds("h", Basis.PLANNED, 150)]
    records.append(beds("c", Basis.PLANNED, 30))
    hospitals, primary, _ = class_summaries(county(*records), PLAN)
    assert hospitals.change == -50
    assert primary.change is None


def test_beds_per_thousand_are_exact() -> None:
    assert per_thousand(Decimal(100), PEOPLE) == Fraction(10, 3)
    assert per_thousand(Decimal(0), PEOPLE) == 0
    assert per_thousand(None, PEOPLE) is None
    assert per_thousand(Decimal(100), None) is None


def test_the_printed_standard_is_read_for_classes_and_county_but_not_for_parts() -> None:
    cells = [
        ("全区", "beds authorised 2020", "5,134"),
        ("全区", "rate 2020", "6.15"),
        ("医院", "beds planned 2025", "3674"),
        ("其中：公立医院", "beds planned 2025", "2389"),
        ("公立中医医院", "beds planned 2025", "499"),
        ("基层医疗卫生机构", "beds planned 2025", "——"),
    ]
    figures = [
        PublishedFigure("p", "bed-standard", row, column, order, text)
        for order, (row, column, text) in enumerate(cells)
    ]
    assert printed_beds(county(*figures), PLAN) == {
        (None, Basis.AUTHORISED): 5134,
        (FacilityClass.HOSPITAL, Basis.PLANNED): 3674,
    }


def test_a_county_without_facilities_waits_for_nothing_of_theirs() -> None:
    assert open_steps(County([PLAN, PEOPLE]), PLAN, []) == [Step(StepKind.NO_FACILITY)]
    kinds = [step.kind for step in open_steps(County([PLAN]), PLAN, [])]
    assert kinds == [StepKind.NO_POPULATION, StepKind.NO_FACILITY]


def test_steps_count_the_facilities_that_wait_for_them() -> None:
    records = [
        beds("h", Basis.AUTHORISED, 200),
        beds("c", Basis.AUTHORISED, 20),
        beds("c", Basis.PLANNED, 30),
    ]
    assert open_steps(county(*records), PLAN, ["nurses"]) == [
        Step(StepKind.NO_PLANNED_BEDS, 1),
        Step(StepKind.NO_STAFF_TARGETS, 1),
        Step(StepKind.NO_PLACE, 1),  # the hospital; the group row has no one place
    ]


def test_a_staff_target_of_any_cadre_closes_the_step_and_no_beds_open_none() -> None:
    records = [
        beds("c", Basis.PLANNED, 30),
        beds("c", Basis.PLANNED, 0, "nurses"),
        beds("h", Basis.PLANNED, 0),
    ]
    kinds = [step.kind for step in open_steps(county(*records), PLAN, ["nurses"])]
    assert kinds == [StepKind.NO_PLACE]


def test_a_missing_population_comes_first_and_a_missing_emergency_site_last() -> None:
    centre = replace(CENTRE, emergency_site=False)
    kinds = [step.kind for step in open_steps(County([PLAN, HOSPITAL, centre]), PLAN, [])]
    assert kinds == [StepKind.NO_POPULATION, StepKind.NO_PLACE, StepKind.NO_EMERGENCY_SITE]


@pytest.mark.parametrize("status", [FacilityStatus.EXISTING, FacilityStatus.TO_CLOSE])
def test_a_facility_to_close_waits_for_nothing(status: FacilityStatus) -> None:
    closing = replace(HOSPITAL, status=status)
    steps = open_steps(County([PLAN, PEOPLE, closing, CENTRE]), PLAN, [])
    assert bool(steps) is (status is FacilityStatus.EXISTING)
