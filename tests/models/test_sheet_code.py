"""The code on a printed sheet leads back to its facility and version."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.county import County
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Plan, Project
from models.sheet_code import SheetMatch, match_code, sheet_code

DRAFT = Plan("p", "初稿", "", "", 2020, 2025, "")
FINAL = Plan("q", "定稿", "", "", 2020, 2025, "")
HOSPITAL, CENTRE = (
    Facility(key, name, FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
    for key, name in (("h", "县医院"), ("c", "甲卫生院"))
)
BEDS = Allocation("p", "h", "beds", Basis.PLANNED, 2025, Decimal(500), Origin.PLANNER)
PROJECT = Project("x", "p", 1, "1", "扩建", facility_id="h")


@pytest.fixture
def county() -> County:
    return County([DRAFT, FINAL, HOSPITAL, CENTRE, PROJECT, BEDS])


def test_every_facility_and_version_has_its_own(county: County) -> None:
    codes = {sheet_code(county, p, f) for p in (DRAFT, FINAL) for f in (HOSPITAL, CENTRE)}
    assert len(codes) == 4
    assert all(len(code) == 11 and code[5] == "-" for code in codes)


def test_the_code_leads_back(county: County) -> None:
    code = sheet_code(county, DRAFT, HOSPITAL)
    assert match_code(county, code) == [SheetMatch(DRAFT, HOSPITAL, is_current=True)]


def test_it_may_be_typed_carelessly(county: County) -> None:
    code = sheet_code(county, DRAFT, HOSPITAL)
    typed = f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    assert match_code(county, typed) == match_code(county, code) != []


@pytest.mark.parametrize("code", ["", "12345", "00000-00000", "中文"])
def test_what_is_no_code_leads_nowhere(county: County, code: str) -> None:
    assert match_code(county, code) == []


@pytest.mark.parametrize(
    "change",
    [
        Change(BEDS, replace(BEDS, value=Decimal(501))),
        Change(HOSPITAL, replace(HOSPITAL, grade="三级")),
        Change(PROJECT, replace(PROJECT, content="新建住院楼")),
        Change(PROJECT, None),
    ],
)
def test_after_a_change_the_sheet_is_still_found_but_is_no_longer_current(
    county: County, change: Change
) -> None:
    code = sheet_code(county, DRAFT, HOSPITAL)
    county.apply(Edit("改", (change,)))
    (match,) = match_code(county, code)
    assert (match.plan, match.facility.id, match.is_current) == (DRAFT, "h", False)


def test_a_change_elsewhere_leaves_it_current(county: County) -> None:
    code = sheet_code(county, DRAFT, HOSPITAL)
    other = Allocation("q", "h", "beds", Basis.PLANNED, 2025, Decimal(9), Origin.PLANNER)
    county.apply(Edit("改", (Change(None, other), Change(CENTRE, replace(CENTRE, grade="一级")))))
    assert match_code(county, code)[0].is_current
