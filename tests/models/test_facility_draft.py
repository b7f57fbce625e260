from __future__ import annotations

import pytest

from models.county import County
from models.errors import InvalidValue, Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.facility_draft import FieldProblem, name_problem, parse_degrees, place_problems
from models.geography import Division, DivisionKind

COUNTY = County(
    [
        Division("1", "甲镇", DivisionKind.TOWN),
        Division("2", "乙镇", DivisionKind.TOWN),
        Facility(
            "a",
            "中心卫生院",
            FacilityClass.PRIMARY_CARE,
            FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE,
            township="1",
        ),
    ]
)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("", None),
        ("  ", None),
        ("105.72", 105.72),
        (" 29 ", 29.0),
        ("105.72°", 105.72),
        ("１０５．７", 105.7),
    ],
)
def test_degrees_are_read_as_typed(text: str, degrees: float | None) -> None:
    assert parse_degrees("longitude", text) == degrees


@pytest.mark.parametrize(
    "text", ["东经", "1e2", "nan", "inf", "1_0", "105,7", "105°43′", "٣", "--1"]
)
def test_what_is_no_decimal_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        parse_degrees("latitude", text)
    assert (caught.value.field, caught.value.reason) == ("latitude", Reason.NOT_A_NUMBER)


def test_a_whole_place_or_none_is_right() -> None:
    assert place_problems("", "") == []
    assert place_problems("105.7", "29.7") == []


def test_half_a_place_is_a_problem_of_the_missing_half() -> None:
    assert place_problems("105.7", "") == [FieldProblem("latitude", Reason.INCOMPLETE_PLACE)]
    assert place_problems("", "29.7") == [FieldProblem("longitude", Reason.INCOMPLETE_PLACE)]


def test_swapped_degrees_are_out_of_range() -> None:
    assert place_problems("29.7", "105.7") == [FieldProblem("longitude", Reason.OUT_OF_RANGE)]
    assert place_problems("105.7", "60") == [FieldProblem("latitude", Reason.OUT_OF_RANGE)]


def test_each_field_that_is_no_number_is_told() -> None:
    assert place_problems("x", "y") == [
        FieldProblem("longitude", Reason.NOT_A_NUMBER),
        FieldProblem("latitude", Reason.NOT_A_NUMBER),
    ]


def test_a_name_is_needed() -> None:
    assert name_problem(COUNTY, "b", "  ", None) == FieldProblem("name", Reason.EMPTY)


def test_a_name_is_refused_within_a_township_and_only_hinted_at_across() -> None:
    refused = name_problem(COUNTY, "b", " 中心卫生院 ", "1")
    hinted = name_problem(COUNTY, "b", "中心卫生院", "2")
    assert refused == FieldProblem("name", Reason.DUPLICATE, blocking=True)
    assert hinted == FieldProblem("name", Reason.DUPLICATE, blocking=False)


def test_a_facility_is_no_duplicate_of_itself() -> None:
    assert name_problem(COUNTY, "a", "中心卫生院", "1") is None
    assert name_problem(COUNTY, "b", "新院", "1") is None
