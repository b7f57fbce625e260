"""The mid-term review as it is printed: finished texts, row by row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReviewLine:
    """One row; `is_part` is a 其中 row under the one before."""

    number: str
    name: str
    is_part: bool
    baseline: str
    target: str
    planned: str
    actual: str
    difference: str
    verdict: str
    reason: str


@dataclass(frozen=True)
class ReviewSheet:
    """The review of one plan version in one year."""

    county: str
    year: int
    baseline_year: int
    target_year: int
    lines: tuple[ReviewLine, ...]
