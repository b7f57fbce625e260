from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from db.catalogue import load_catalogue
from models.county import County
from models.edits import Change
from models.facility import Facility, FacilityType, usual_class
from models.measure import Allocation, Basis, Origin
from models.plan import Plan
from models.plausibility import Doubt, DoubtKind, doubts

CATALOGUE = load_catalogue()


def facility(facility_type: FacilityType) -> Facility:
    return Facility(facility_type, "某", usual_class(facility_type), facility_type)


COUNTY = County([Plan("p", "规划", "", "", 2020, 2025, ""), *map(facility, FacilityType)])


def value(
    number: int,
    facility_type: FacilityType = FacilityType.GENERAL_HOSPITAL,
    measure: str = "beds",
    origin: Origin = Origin.PUBLISHED,
) -> Allocation:
    return Allocation(
        "p", facility_type, measure, Basis.PLANNED, 2025, Decimal(number), origin
    )  # fmt: skip


def found(before: Allocation | None, after: Allocation) -> list[Doubt]:
    return doubts(COUNTY, CATALOGUE, [Change(before, after)])


def test_village_clinic_with_5000_beds_is_doubted() -> None:
    after = value(5000, FacilityType.VILLAGE_CLINIC)
    assert found(None, after) == [
        Doubt(DoubtKind.LARGE_FOR_TYPE, COUNTY.facility(after.facility_id), after, Decimal(10))
    ]


@pytest.mark.parametrize(
    ("facility_type", "measure", "number"),
    [
        (FacilityType.VILLAGE_CLINIC, "village-doctors", 3),
        (FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE, "beds", 300),
        (FacilityType.GENERAL_HOSPITAL, "beds", 1333),
        (FacilityType.GENERAL_HOSPITAL, "health-personnel", 2200),
        (FacilityType.UNSPECIFIED, "beds", 9000),
    ],
)
def test_what_the_plans_hold_is_not_doubted(
    facility_type: FacilityType, measure: str, number: int
) -> None:
    assert found(None, value(number, facility_type, measure)) == []


def test_row_that_stands_for_many_institutions_is_not_doubted() -> None:
    group = replace(facility(FacilityType.VILLAGE_CLINIC), id="g", is_group=True)
    county = County([Plan("p", "规划", "", "", 2020, 2025, ""), group])
    after = replace(value(5000), facility_id="g")
    assert doubts(county, CATALOGUE, [Change(None, after)]) == []


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [(50, 500, True), (500, 50, True), (50, 499, False), (1, 10, False), (0, 500, False)],
)
def test_tenfold_change_of_a_published_figure_is_doubted(
    before: int, after: int, doubted: bool
) -> None:
    kinds = [d.kind for d in found(value(before), value(after, origin=Origin.PLANNER))]
    assert kinds == ([DoubtKind.MANY_TIMES] if doubted else [])


def test_tenfold_change_of_the_planners_own_figure_is_not() -> None:
    own = Origin.PLANNER
    assert found(value(50, origin=own), value(500, origin=own)) == []


def test_removed_or_only_noted_value_is_not_doubted() -> None:
    absurd = value(9999, FacilityType.VILLAGE_CLINIC)
    assert doubts(COUNTY, CATALOGUE, [Change(absurd, None)]) == []
    assert found(absurd, replace(absurd, note="核对")) == []
