from __future__ import annotations

from decimal import Decimal

from models.class_amounts import TownshipAmounts, class_amounts
from models.county import County
from models.edits import Record
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Origin
from models.plan import Plan

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
NEAR, FAR, BARE = (
    Division(code, f"{code}镇", DivisionKind.TOWN) for code in ("near", "far", "bare")
)
HOSPITAL, PRIMARY = FacilityClass.HOSPITAL, FacilityClass.PRIMARY_CARE


def facility(name: str, of_class: FacilityClass, township: str | None) -> Facility:
    return Facility(name, name, of_class, FacilityType.UNSPECIFIED, township=township)


def beds(facility_id: str, value: int) -> Allocation:
    return Allocation("p", facility_id, "beds", Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER)


def county(*more: Record) -> County:
    """In 近镇 a hospital of 300 and two centres of 40 and 0 beds, in 远镇 one of 400, without a
    township a hospital of 90; a clinic is blank."""
    return County([
        NEAR, FAR, BARE, PLAN,
        facility("h", HOSPITAL, "near"), facility("a", PRIMARY, "near"),
        facility("b", PRIMARY, "near"), facility("c", PRIMARY, "far"),
        facility("n", HOSPITAL, None), facility("blank", PRIMARY, "bare"),
        beds("h", 300), beds("a", 40), beds("b", 0), beds("c", 400), beds("n", 90), *more,
    ])  # fmt: skip


def test_townships_by_class_the_one_with_most_first() -> None:
    found = class_amounts(county(), PLAN, "beds", Basis.PLANNED, 2025)
    assert found.rows == (
        TownshipAmounts(FAR, ((PRIMARY, Decimal(400)),)),
        TownshipAmounts(NEAR, ((HOSPITAL, Decimal(300)), (PRIMARY, Decimal(40)))),
    )
    assert [row.total for row in found.rows] == [400, 340]


def test_the_county_is_all_its_facilities_in_a_township_or_not() -> None:
    found = class_amounts(county(), PLAN, "beds", Basis.PLANNED, 2025)
    assert found.county.amounts == ((HOSPITAL, Decimal(390)), (PRIMARY, Decimal(440)))
    assert [(f.id, value) for f, value in found.elsewhere] == [("n", 90)]


def test_a_township_whose_facilities_are_blank_is_named_and_one_with_zero_is_shown() -> None:
    found = class_amounts(county(), PLAN, "beds", Basis.PLANNED, 2025)
    assert (found.without, found.blank) == ((BARE,), 1)
    filled = class_amounts(county(beds("blank", 0)), PLAN, "beds", Basis.PLANNED, 2025)
    assert filled.rows[-1] == TownshipAmounts(BARE, ((PRIMARY, Decimal(0)),))
    assert (filled.without, filled.blank) == ((), 0)


def test_another_basis_has_its_own_figures() -> None:
    found = class_amounts(county(), PLAN, "beds", Basis.ACTUAL, 2020)
    assert (found.rows, found.county.amounts, found.blank) == ((), (), 6)
