"""A series that fills a run of cells from the values that stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from models.measure import exact


def series(values: Sequence[Decimal | None], decimals: int) -> list[Decimal] | None:
    """The run of cells with its blanks filled; None where it does not begin with a value.

    - Where only the first cell has a value, it is counted on by one: 1, 2, 3 …
    - Where the run also ends with a value and all between is blank, the steps between are equal,
      each value rounded half up to so many decimals, so that both ends stay as they are.
    - Else the first two values give the step, and the cells after them are counted on by it,
      whatever stood there. It may lead below zero, which the caller refuses.
    """
    first = values[0] if values else None
    if first is None:
        return None
    last, between = values[-1], values[1:-1]
    if len(values) > 2 and last is not None and all(value is None for value in between):
        unit = Decimal(1).scaleb(-decimals)
        steps = len(values) - 1
        inner = [
            exact((first + (last - first) * i / steps).quantize(unit, ROUND_HALF_UP))
            for i in range(1, steps)
        ]
        return [first, *inner, last]
    second = values[1] if len(values) > 1 else None
    step = Decimal(1) if second is None else second - first
    return [exact(first + step * i) for i in range(len(values))]
