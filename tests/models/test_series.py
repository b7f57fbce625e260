from __future__ import annotations

from decimal import Decimal

import pytest

from models.series import series


def numbers(*values: str | int | None) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("start", "filled"),
    [
        (numbers(5, None, None), [5, 6, 7]),
        (numbers(10, 20, None, None), [10, 20, 30, 40]),
        (numbers(9, 6, None, None), [9, 6, 3, 0]),
        (numbers(1, 2, 9, 9), [1, 2, 3, 4]),
        (numbers(4, None, None, None, 8), [4, 5, 6, 7, 8]),
        (numbers(4), [4]),
    ],
)
def test_run_is_counted_on(start: list[Decimal | None], filled: list[int]) -> None:
    assert series(start, 0) == filled


def test_steps_between_two_ends_are_rounded_half_up_and_the_ends_stay() -> None:
    assert series(numbers(0, None, 5), 0) == [0, 3, 5]
    assert series(numbers(0, None, 5), 1) == [0, Decimal("2.5"), 5]
    assert series(numbers(10, None, None, 0), 0) == [10, 7, 3, 0]


@pytest.mark.parametrize("start", [[], numbers(None, 1), numbers(None)])
def test_run_that_begins_blank_gives_nothing(start: list[Decimal | None]) -> None:
    assert series(start, 0) is None
