"""Shares add up exactly and respect their bounds; what cannot be is said with its amount."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.county import County
from models.distribution import (
    CannotDistribute,
    Obstacle,
    Share,
    WeightBy,
    distribute,
    distribution_changes,
    total_of_rate,
    weights_of,
)
from models.edits import Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Origin
from models.plan import Plan, Population, PopulationGroup, PopulationOrigin

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")


def shares(*weights: int, **bounds: tuple[int, int | None]) -> list[Share]:
    """Facilities a, b, c … with these weights; `b=(3, 5)` bounds b."""
    names = "abcdefgh"
    return [
        Share(names[n], Fraction(w), *bounds.get(names[n], (0, None)))
        for n, w in enumerate(weights)
    ]


def test_the_largest_remainders_take_what_is_left():
    """10 by 1:1:1 are quotas of 3⅓; the one left goes to the first in the list."""
    assert distribute(10, shares(1, 1, 1)).values == {"a": 4, "b": 3, "c": 3}
    assert distribute(11, shares(1, 1, 1)).values == {"a": 4, "b": 4, "c": 3}


def test_equal_remainders_go_to_the_larger_weight_first():
    """5 by 1:3:1:5 … quotas ½, 1½, ½, 2½: the two left go to d and b."""
    assert distribute(5, shares(1, 3, 1, 5)).values == {"a": 0, "b": 2, "c": 0, "d": 3}


def test_what_a_bound_takes_comes_from_the_others_by_their_weights():
    """100 by 1:1:2 would be 25, 25, 50; with at least 40 for a, the 60 left go 1:2."""
    result = distribute(100, shares(1, 1, 2, a=(40, None)))
    assert result.values == {"a": 40, "b": 20, "c": 40}
    assert (result.at_least, result.at_most) == ({"a"}, frozenset())


def test_what_a_bound_cuts_goes_to_the_others():
    result = distribute(100, shares(1, 1, 2, c=(0, 30)))
    assert result.values == {"a": 35, "b": 35, "c": 30}
    assert result.at_most == {"c"}


def test_a_share_without_weight_gets_its_least():
    assert distribute(10, shares(0, 1, a=(2, None))).values == {"a": 2, "b": 8}


@pytest.mark.parametrize(
    ("total", "claims", "obstacle", "amount"),
    [
        (10, shares(1, 1, a=(8, None), b=(5, None)), Obstacle.LEAST_TOO_MUCH, 3),
        (10, shares(1, 1, a=(0, 4), b=(0, 5)), Obstacle.MOST_TOO_LITTLE, 1),
        (10, shares(0, 0), Obstacle.NO_WEIGHT, 10),
        (10, shares(1, a=(5, 4)), Obstacle.BOUNDS_CROSSED, 0),
    ],
)
def test_an_impossible_total_says_by_how_much_and_whose_bounds(total, claims, obstacle, amount):
    with pytest.raises(CannotDistribute) as caught:
        distribute(total, claims)
    assert (caught.value.obstacle, caught.value.amount) == (obstacle, amount)


@st.composite
def claims(draw: st.DrawFn) -> list[Share]:
    made = []
    for number in range(draw(st.integers(1, 12))):
        least = draw(st.integers(0, 60))
        most = draw(st.none() | st.integers(least, 200))
        weight = Fraction(draw(st.integers(0, 500)), draw(st.integers(1, 9)))
        made.append(Share(str(number), weight, least, most))
    return made


@given(st.integers(0, 2000), claims())
def test_a_distribution_sums_exactly_and_respects_every_bound(total, claimed):
    try:
        result = distribute(total, claimed)
    except CannotDistribute:
        assume(False)
    assert sum(result.values.values()) == total
    for share in claimed:
        value = result.values[share.facility_id]
        assert share.least <= value
        assert share.most is None or value <= share.most


@given(st.integers(0, 2000), claims())
def test_nobody_unbound_is_a_whole_unit_off_the_others_proportion(total, claimed):
    """Among those away from their bounds, value ÷ weight differs by less than one unit each way."""
    try:
        values = distribute(total, claimed).values
    except CannotDistribute:
        assume(False)
    inner = [
        s
        for s in claimed
        if s.weight and s.least < values[s.facility_id] and values[s.facility_id] != s.most
    ]
    for one in inner:
        for other in inner:
            low = Fraction(values[one.facility_id] - 1) / one.weight
            high = Fraction(values[other.facility_id] + 1) / other.weight
            assert low < high


@given(st.integers(0, 3000), st.lists(st.integers(1, 99), min_size=1, max_size=9))
def test_unbounded_shares_keep_their_quota(total, weights):
    values = distribute(total, [Share(str(n), Fraction(w)) for n, w in enumerate(weights)]).values
    for number, weight in enumerate(weights):
        assert abs(values[str(number)] - Fraction(total * weight, sum(weights))) < 1


@pytest.fixture
def county() -> County:
    towns = [
        Division("1", "甲镇", DivisionKind.TOWN, population=9000),
        Division("2", "乙镇", DivisionKind.TOWN),
    ]
    facilities = [
        Facility(i, i, FacilityClass.PRIMARY_CARE, FacilityType.CLINIC, order=n, township=t)
        for n, (i, t) in enumerate((("a", "1"), ("b", "1"), ("c", "2"), ("d", None)))
    ]
    beds = [
        Allocation("p", i, "beds", Basis.AUTHORISED, 2020, Decimal(v), Origin.PUBLISHED)
        for i, v in (("a", 30), ("b", 10))
    ]
    people = Population(2020, PopulationGroup.RESIDENT, 10_001, PopulationOrigin.ENTERED)
    return County([*towns, PLAN, *facilities, *beds, people])


def test_weights_come_from_figures_people_or_nothing(county):
    def weights(by: WeightBy) -> list[Fraction]:
        return list(weights_of(county, PLAN, county.facilities, "beds", by).values())

    assert weights(WeightBy.AUTHORISED) == [30, 10, 0, 0]
    assert weights(WeightBy.POPULATION) == [4500, 4500, 0, 0]
    assert weights(WeightBy.EQUAL) == [1, 1, 1, 1]
    assert weights(WeightBy.PLANNED_BEDS) == [0, 0, 0, 0]


def test_a_rate_becomes_the_least_whole_total(county):
    assert total_of_rate(county, PLAN, Fraction(3), 1000) == 31  # 30.003
    assert total_of_rate(County([PLAN]), PLAN, Fraction(3), 1000) is None


def test_applying_sets_planned_figures_and_leaves_equal_ones_alone(county):
    result = distribute(40, shares(3, 1))
    changes = distribution_changes(county, PLAN, "beds", result, "按编制")
    county.apply(Edit("", changes))
    column = county.column("p", "beds", Basis.PLANNED, 2025)
    assert {k: (a.value, a.origin) for k, a in column.items()} == {
        "a": (30, Origin.PLANNER),
        "b": (10, Origin.PLANNER),
    }
    assert distribution_changes(county, PLAN, "beds", result, "按编制") == ()
