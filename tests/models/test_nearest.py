"""Nearest and covering sites, against a plain double loop."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.nearest import NOBODY, covering, is_within, millimetres, nearest, of_group


def rows(*places: tuple[float, float]) -> np.ndarray:
    return np.asarray(places, float).reshape(-1, 2)


# Whole metres within a small square, so that equal distances and equal places happen.
metres = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=25)


def plain_millimetres(a, b) -> int:
    return round(math.dist(a, b) * 1000)


@given(metres, metres)
def test_the_nearest_is_that_of_a_double_loop_and_of_equal_ones_the_first(points, sites):
    index, away = nearest(rows(*points), rows(*sites))
    for point, found, distance in zip(points, index.tolist(), away.tolist(), strict=True):
        if not sites:
            assert (found, distance) == (NOBODY, math.inf)
            continue
        lengths = [plain_millimetres(point, site) for site in sites]
        assert found == lengths.index(min(lengths))
        assert distance == pytest.approx(math.dist(point, sites[found]))


@given(metres, metres, st.integers(0, 40))
def test_what_covers_is_that_of_a_double_loop(points, sites, limit):
    point, site = covering(rows(*points), rows(*sites), Fraction(limit))
    plain = [
        (p, s)
        for p, a in enumerate(points)
        for s, b in enumerate(sites)
        if plain_millimetres(a, b) <= limit * 1000
    ]
    assert list(zip(point.tolist(), site.tolist(), strict=True)) == plain


def test_of_sites_equally_near_to_the_millimetre_the_first_is_nearest():
    sites = rows((0, 1000.0004), (0, -1000), (0, 1000))
    index, _ = nearest(rows((0, 0)), sites)
    assert index.tolist() == [0]
    index, _ = nearest(rows((0, 0)), sites + rows((0, 0.001), (0, 0), (0, 0)))
    assert index.tolist() == [1]  # the first is a millimetre farther now


def test_many_sites_at_one_place_are_told_apart_by_their_order():
    sites = rows((9, 9), *[(5, 5)] * 50)
    index, _ = nearest(rows((5, 5), (0, 0)), sites)
    assert index.tolist() == [1, 1]


@pytest.mark.parametrize(
    ("distance", "inside"), [(3500, True), (3500.0004, True), (3500.0006, False)]
)
def test_exactly_at_the_limit_to_the_millimetre_is_within(distance, inside):
    assert is_within(np.asarray([distance]), Fraction(3500)).tolist() == [inside]


def test_a_limit_that_is_no_whole_millimetre_is_not_rounded_up():
    limit = Fraction(10, 3)  # 3,333.33… mm
    assert is_within(np.asarray([3.333, 3.334]), limit).tolist() == [True, False]


def test_nobody_is_within_no_limit():
    assert is_within(np.asarray([math.inf]), Fraction(10**9)).tolist() == [False]


def test_without_points_or_sites_nothing_covers():
    assert [len(a) for a in covering(rows(), rows((0, 0)), Fraction(5))] == [0, 0]
    assert [len(a) for a in covering(rows((0, 0)), rows(), Fraction(5))] == [0, 0]


def test_millimetres_are_rounded_half_to_even():
    assert millimetres(np.asarray([0.0005, 0.0015, 1.2344])).tolist() == [0, 2, 1234]


def test_a_group_is_found_by_its_value():
    assert of_group(["1", None, "2", "1"], "1").tolist() == [0, 3]
    assert of_group(["1"], "9").tolist() == []
