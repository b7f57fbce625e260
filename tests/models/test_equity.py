"""Lorenz curve and Gini coefficient against examples worked by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.county import County
from models.equity import Equity, equity
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, Scope
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Origin
from models.plan import Plan

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")


def town(code: str, people: int | None) -> Division:
    return Division(code, f"{code}镇", DivisionKind.TOWN, population=people)


def hospital(
    facility_id: str, township: str | None, status: FacilityStatus = FacilityStatus.EXISTING
) -> Facility:
    return Facility(
        facility_id, facility_id, FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL,
        status=status, township=township,
    )  # fmt: skip


def beds(facility_id: str, value: int, year: int = 2025) -> Allocation:
    basis = Basis.PLANNED if year == 2025 else Basis.ACTUAL
    return Allocation("p", facility_id, "beds", basis, year, Decimal(value), Origin.PLANNER)


def spread(*people_and_beds: tuple[int, int]) -> Equity:
    """One hospital in each township."""
    records: list[object] = [PLAN]
    for n, (people, count) in enumerate(people_and_beds):
        records += [town(str(n), people), hospital(f"h{n}", str(n)), beds(f"h{n}", count)]
    return equity(County(records), PLAN, "beds", Basis.PLANNED, 2025)  # type: ignore[arg-type]


def test_where_each_has_its_people_s_share_nothing_is_uneven() -> None:
    even = spread((1000, 5), (3000, 15), (6000, 30))
    assert even.gini == 0
    assert all(x == y for x, y in even.curve)


def test_where_one_of_n_equal_townships_has_all_it_is_n_minus_1_over_n() -> None:
    """Four townships of 100: curve (0,0) (¼,0) (½,0) (¾,0) (1,1); 1 − ¼ × (1 + 0) = ¾."""
    assert spread((100, 0), (100, 8), (100, 0), (100, 0)).gini == Fraction(3, 4)


def test_a_worked_example() -> None:
    """People 200, 300, 500 and beds 1, 3, 6; per head 5, 10, 12 in a thousand: in this order.

    X: 0.2, 0.5, 1; Y: 0.1, 0.4, 1. Σ = 0.2 × 0.1 + 0.3 × 0.5 + 0.5 × 1.4 = 0.87.
    """
    uneven = spread((500, 6), (200, 1), (300, 3))
    assert uneven.curve == (
        (0, 0),
        (Fraction(1, 5), Fraction(1, 10)),
        (Fraction(1, 2), Fraction(2, 5)),
        (1, 1),
    )
    assert uneven.gini == Fraction(13, 100)


def test_what_cannot_be_placed_is_named() -> None:
    lost = hospital("lost", None)
    county = County(
        [PLAN, town("1", 1000), town("2", None), hospital("a", "1"), hospital("b", "1"), lost,
         beds("a", 10), beds("lost", 99)]
    )  # fmt: skip
    found = equity(county, PLAN, "beds", Basis.PLANNED, 2025)
    assert [d.code for d in found.unpopulated] == ["2"]
    assert (found.unplaced, found.unplaced_amount) == ((lost,), 99)
    assert found.blank == 1
    assert [s.amount for s in found.shares] == [10]


def test_without_people_or_beds_there_is_no_figure() -> None:
    assert spread().gini is None
    assert spread((1000, 0)).gini is None
    assert spread((0, 10)).gini is None


def test_a_facility_to_close_counts_until_it_closes() -> None:
    closing = hospital("c", "2", FacilityStatus.TO_CLOSE)
    county = County(
        [PLAN, town("1", 100), town("2", 100), hospital("a", "1"), closing, beds("a", 5),
         beds("c", 5), beds("a", 5, 2020), beds("c", 5, 2020)]
    )  # fmt: skip
    assert equity(county, PLAN, "beds", Basis.ACTUAL, 2020).gini == 0
    assert equity(county, PLAN, "beds", Basis.PLANNED, 2025).gini == Fraction(1, 2)


def test_only_facilities_in_scope_count() -> None:
    county = County([PLAN, town("1", 100), hospital("a", "1"), beds("a", 5)])
    primary = Scope(classes=frozenset({FacilityClass.PRIMARY_CARE}))
    found = equity(county, PLAN, "beds", Basis.PLANNED, 2025, primary)
    assert [s.amount for s in found.shares] == [0]
    assert found.blank == 0


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 5000)), min_size=1, max_size=12))
def test_the_curve_bends_below_the_diagonal_and_gini_stays_within_0_and_1(
    pairs: list[tuple[int, int]],
) -> None:
    found = spread(*pairs)
    if found.gini is None:
        assert not any(count for _, count in pairs)
        return
    assert 0 <= found.gini < 1
    assert all(y <= x for x, y in found.curve)
    assert found.curve[-1] == (1, 1)
