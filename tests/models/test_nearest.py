"""Nearest and covering sites, against plain double loops, and exactly at the limit."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.nearest import NOBODY, Metres, covering, is_within, millimetres, nearest, of_group

Spot = tuple[float, float]


def metres(spots: list[Spot]) -> Metres:
    return np.asarray(spots, float).reshape(-1, 2) + np.asarray([560_000.0, 3_290_000.0])


# Steps of 0.3 mm and of 100 m: equal places, ties within a millimetre, and far ones.
STEPS = st.integers(-40, 40).flatmap(lambda n: st.sampled_from([n * 100.0, n * 0.0003]))
SPOTS = st.lists(st.tuples(STEPS, STEPS), max_size=12)


def whole_mm(point: Spot, site: Spot) -> int:
    (a, b), (c, d) = metres([point]).tolist()[0], metres([site]).tolist()[0]
    return round(math.hypot(a - c, b - d) * 1000)


@settings(deadline=None)  # libraries are loaded when first used
@given(SPOTS, SPOTS)
def test_the_nearest_site_is_that_of_a_double_loop(points: list[Spot], sites: list[Spot]) -> None:
    index, distances = nearest(metres(points), metres(sites))
    for point, site, distance in zip(points, index.tolist(), distances.tolist(), strict=True):
        away = [whole_mm(point, other) for other in sites]
        if not sites:
            assert (site, distance) == (NOBODY, math.inf)
        else:  # the first of those that are equally near to the millimetre
            assert site == away.index(min(away))
            assert round(distance * 1000) == min(away)


@settings(deadline=None)  # libraries are loaded when first used
@given(SPOTS, SPOTS, st.sampled_from([0, 100, 500, 5000]))
def test_covering_pairs_are_those_of_a_double_loop(
    points: list[Spot], sites: list[Spot], limit: int
) -> None:
    point, site = covering(metres(points), metres(sites), Fraction(limit))
    assert list(zip(point.tolist(), site.tolist(), strict=True)) == [
        (i, j)
        for i, a in enumerate(points)
        for j, b in enumerate(sites)
        if whole_mm(a, b) <= limit * 1000
    ]


@settings(deadline=None)  # libraries are loaded when first used
@given(SPOTS, SPOTS)
def test_who_is_covered_has_a_site_that_covers(points: list[Spot], sites: list[Spot]) -> None:
    _, distances = nearest(metres(points), metres(sites))
    covered = is_within(distances, Fraction(500))
    point, _ = covering(metres(points), metres(sites), Fraction(500))
    assert covered.tolist() == [i in point for i in range(len(points))]


@pytest.mark.parametrize(("away", "inside"), [(3500.0, True), (3500.0004, True), (3500.002, False)])
def test_exactly_at_the_limit_is_within(away: float, inside: bool) -> None:
    point, site = metres([(0, 0)]), metres([(away, 0)])
    assert is_within(nearest(point, site)[1], Fraction(3500)).tolist() == [inside]
    assert len(covering(point, site, Fraction(3500))[0]) == inside


def test_a_limit_between_millimetres_holds_to_the_lower_one() -> None:
    distances = np.asarray([1.0, 1.001, np.inf])
    assert is_within(distances, Fraction(10005, 10000)).tolist() == [True, False, False]


def test_many_points_get_back_their_own_answers() -> None:
    # a square of 40 × 40 points asked in a shuffled order, the sites a metre east of each
    chance = np.random.default_rng(3)
    square = np.stack(np.meshgrid(np.arange(40), np.arange(40)), -1).reshape(-1, 2) * 100.0
    shuffled = chance.permutation(len(square))
    index, distances = nearest(square[shuffled], square + np.asarray([1.0, 0.0]))
    assert (index == shuffled).all()
    assert (distances == 1).all()


def test_points_on_one_line_and_at_one_place_are_answered() -> None:
    row = metres([(0, 0), (50, 0), (50, 0)])
    assert nearest(row, metres([(49, 0), (0, 0)]))[0].tolist() == [1, 0, 0]


def test_of_sites_equally_near_to_the_millimetre_the_first_is_nearest() -> None:
    here = metres([(0, 0)])
    sites = [(0, 1000.0004), (0, -1000), (0, 1000)]
    assert nearest(here, metres(sites))[0].tolist() == [0]
    sites[0] = (0, 1000.0014)  # a millimetre farther
    assert nearest(here, metres(sites))[0].tolist() == [1]


def test_many_sites_at_one_place_are_told_apart_by_their_order() -> None:
    sites = metres([(9, 9), *[(5, 5)] * 50])
    assert nearest(metres([(5, 5), (0, 0)]), sites)[0].tolist() == [1, 1]


def test_nobody_is_within_any_limit() -> None:
    assert is_within(np.asarray([math.inf]), Fraction(10**9)).tolist() == [False]


def test_without_points_or_sites_nothing_covers() -> None:
    here, nowhere = metres([(0, 0)]), metres([])
    assert [len(a) for a in covering(nowhere, here, Fraction(5))] == [0, 0]
    assert [len(a) for a in covering(here, nowhere, Fraction(5))] == [0, 0]


def test_millimetres_are_rounded_half_to_even() -> None:
    assert millimetres(np.asarray([0.0005, 0.0015, 1.2344])).tolist() == [0, 2, 1234]


def test_a_group_is_found_by_its_value() -> None:
    assert of_group(["a", None, "b", "a"], "a").tolist() == [0, 3]
    assert of_group(["a"], "c").tolist() == []
