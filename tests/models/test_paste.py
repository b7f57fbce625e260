from __future__ import annotations

from decimal import Decimal

import pytest

from models.county import County
from models.edits import Edit
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Measure, Origin
from models.paste import Target, note_change, written
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
    county.apply(Edit("", written(county, [(TARGET, " 1,200 ")]).changes))
    assert county.allocation(*KEY) == Allocation(*KEY, Decimal(1200), Origin.PLANNER)


def test_same_number_leaves_the_published_value(county: County) -> None:
    assert written(county, [(TARGET, "500")]).changes == ()


def test_blank_clears_and_zero_does_not(county: County) -> None:
    assert written(county, [(TARGET, "")]).changes[0].after is None
    (change,) = written(county, [(TARGET, "0")]).changes
    assert isinstance(change.after, Allocation)
    assert change.after.value == 0


def test_clearing_a_blank_changes_nothing(county: County) -> None:
    blank = Target(1, "实有", ("p", "h", "beds", Basis.ACTUAL, 2020), BEDS)
    assert written(county, [(blank, " ")]).changes == ()


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
        written(county, texts)
    assert raised.value.cells == (
        BadCell("", 1, "规划", "六百", Reason.NOT_A_NUMBER),
        BadCell("", 2, "规划", "-1", Reason.NEGATIVE),
        BadCell("", 3, "规划", "1.5", Reason.NOT_WHOLE),
        BadCell("", 4, "增减", "7", Reason.READ_ONLY),
        BadCell("", 5, "规划", "7", Reason.OUTSIDE_TABLE),
    )
    assert county.allocation(*KEY) == Allocation(*KEY, Decimal(500), Origin.PUBLISHED, "专栏3")


def value_of(county: County, text: str) -> Decimal:
    (change,) = written(county, [(TARGET, text)]).changes
    assert isinstance(change.after, Allocation)
    return change.after.value


def refusal_of(county: County, text: str) -> BadCell:
    with pytest.raises(BadCells) as raised:
        written(county, [(TARGET, text)])
    return raised.value.cells[0]


@pytest.mark.parametrize(
    ("text", "value"), [("=1200*0.45", 540), ("+10%", 550), ("-10%", 450), ("＝（3＋4）×５", 35)]
)
def test_arithmetic_is_written_as_its_result(county: County, text: str, value: int) -> None:
    assert value_of(county, text) == value


@pytest.mark.parametrize(
    ("text", "told", "reason"),
    [
        ("=1201*0.45", "=1201*0.45 → 540.45", Reason.NOT_WHOLE),
        ("+0.5%", "+0.5% → 502.5", Reason.NOT_WHOLE),
        ("=3-5", "=3-5 → −2", Reason.NEGATIVE),
        ("=10/3", "=10/3 → 3.333333", Reason.NOT_WHOLE),
        ("=1/0", "=1/0", Reason.DIVISION_BY_ZERO),
        ("=beds", "=beds", Reason.NOT_ARITHMETIC),
    ],
)
def test_result_that_is_no_value_is_refused_and_told(
    county: County, text: str, told: str, reason: Reason
) -> None:
    cell = refusal_of(county, text)
    assert (cell.value, cell.reason) == (told, reason)


@pytest.mark.parametrize(
    ("text", "value"), [("120张", 120), ("1.2万", 12000), ("1,200 beds", 1200), ("３百张", 300)]
)
def test_own_unit_and_powers_of_ten_are_taken_but_told(
    county: County, text: str, value: int
) -> None:
    assert value_of(county, text) == value
    (read,) = written(county, [(TARGET, text)]).with_units
    assert (read.text, read.value) == (text, value)


def test_unit_of_an_unchanged_value_is_not_asked_about(county: County) -> None:
    assert written(county, [(TARGET, "500张")]) == written(county, [(TARGET, "500")])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("120人", Reason.OTHER_UNIT),
        ("120.5张", Reason.NOT_WHOLE),
        ("5%", Reason.OTHER_UNIT),
        ("1:1.4", Reason.NOT_A_NUMBER),
        ("张", Reason.NOT_A_NUMBER),
        ("1.2.3张", Reason.NOT_A_NUMBER),
    ],
)
def test_other_units_are_refused(county: County, text: str, reason: Reason) -> None:
    assert refusal_of(county, text).reason is reason


def test_new_value_keeps_the_note(county: County) -> None:
    county.apply(Edit("", (note_change(county, KEY, " 含分院 "),)))  # type: ignore[arg-type]
    noted = county.allocation(*KEY)
    assert noted == Allocation(*KEY, Decimal(500), Origin.PUBLISHED, "专栏3", "含分院")
    (change,) = written(county, [(TARGET, "600")]).changes
    assert change.after == Allocation(*KEY, Decimal(600), Origin.PLANNER, "", "含分院")


def test_note_is_written_from_a_column_of_notes(county: County) -> None:
    notes = Target(1, "备注", KEY, BEDS, is_note=True)
    (change,) = written(county, [(notes, "=含分院")]).changes
    assert change.after == Allocation(*KEY, Decimal(500), Origin.PUBLISHED, "专栏3", "=含分院")
    assert written(county, [(notes, "")]).changes == ()


def test_blank_can_have_no_note(county: County) -> None:
    blank = ("p", "h", "beds", Basis.ACTUAL, 2020)
    assert note_change(county, blank, " ") is None
    with pytest.raises(InvalidValue):
        note_change(county, blank, "无")
