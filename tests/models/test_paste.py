from __future__ import annotations

from decimal import Decimal

import pytest

from models.county import County
from models.edits import Edit
from models.errors import BadCell, BadCells, Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Measure, Origin
from models.paste import Target, written_changes
from models.plan import Plan

BEDS = Measure("beds", "beds", "床位", "Beds", "张", "beds")
KEY = ("p", "h", "beds", Basis.PLANNED, 2025)
TARGET = Target(1, "规划", KEY, BEDS)


@pytest.fixture
def county() -> County:
    return County(
        [
            Plan("p", "规划", "", "", 2020, 2025, ""),
            Facility("h", "甲医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL),
            Allocation(*KEY, Decimal(500), Origin.PUBLISHED, "专栏3"),
        ]
    )


def test_number_becomes_the_planners_value(county: County) -> None:
    county.apply(Edit("", written_changes(county, [(TARGET, " 1,200 ")])))
    assert county.allocation(*KEY) == Allocation(*KEY, Decimal(1200), Origin.PLANNER)


def test_same_number_leaves_the_published_value(county: County) -> None:
    assert written_changes(county, [(TARGET, "500")]) == ()


def test_blank_clears_and_zero_does_not(county: County) -> None:
    assert written_changes(county, [(TARGET, "")])[0].after is None
    (change,) = written_changes(county, [(TARGET, "0")])
    assert isinstance(change.after, Allocation)
    assert change.after.value == 0


def test_clearing_a_blank_changes_nothing(county: County) -> None:
    blank = Target(1, "实有", ("p", "h", "beds", Basis.ACTUAL, 2020), BEDS)
    assert written_changes(county, [(blank, " ")]) == ()


def test_every_bad_cell_is_named_and_none_is_taken(county: County) -> None:
    texts = [
        (TARGET, "600"),
        (Target(1, "规划", KEY, BEDS), "六百"),
        (Target(2, "规划", KEY, BEDS), "-1"),
        (Target(3, "规划", KEY, BEDS), "1.5"),
        (Target(4, "增减"), "7"),
        (Target(5, "规划", refusal=Reason.OUTSIDE_TABLE), "7"),
    ]
    with pytest.raises(BadCells) as raised:
        written_changes(county, texts)
    assert raised.value.cells == (
        BadCell("", 1, "规划", "六百", Reason.NOT_A_NUMBER),
        BadCell("", 2, "规划", "-1", Reason.NEGATIVE),
        BadCell("", 3, "规划", "1.5", Reason.NOT_WHOLE),
        BadCell("", 4, "增减", "7", Reason.READ_ONLY),
        BadCell("", 5, "规划", "7", Reason.OUTSIDE_TABLE),
    )
    assert county.allocation(*KEY) == Allocation(*KEY, Decimal(500), Origin.PUBLISHED, "专栏3")
