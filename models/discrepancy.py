"""A contradiction within a published plan, and a total that could not be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class DiscrepancyKind(StrEnum):
    TOTAL_DIFFERS = "total-differs"  # a printed total is not the sum of its parts
    RATE_DIFFERS = "rate-differs"  # a printed rate or ratio is not that of the printed counts
    NUMBER_REPEATED = "number-repeated"  # of a row, a table, a caption, an entry of a list
    TARGET_ON_WRONG_SIDE = "target-on-wrong-side"  # it allows worse than the baseline
    PART_EXCEEDS_WHOLE = "part-exceeds-whole"
    NAME_DIFFERS = "name-differs"  # an institution's name is one character short or long
    TARGETS_DIFFER = "targets-differ"  # one indicator with two targets, in table and text
    NUMBER_SKIPPED = "number-skipped"  # a list, a table or the captions leave a number out
    UNIT_IMPOSSIBLE = "unit-impossible"  # a count that its unit makes larger than can be
    YEAR_OUTSIDE = "year-outside"  # a goal or a project outside the plan's period
    INSTITUTION_MISSING = (
        "institution-missing"  # where the table that lists its sort should have it
    )


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """`places` are where the figures stand (专栏4 合计), `figures` the figures by name.

    `quotes` are what is printed at each of the places, as many as there are places and in their
    order, each no longer than a line.

    total-differs: column, printed, sum, difference (printed − sum)
    rate-differs: row, year, printed, and either computed_least and computed_most with count,
        population_least and population_most, or computed with numerator and denominator (with
        both rounding_least and rounding_most, between which all rounds to what is printed), or
        other (the same rate printed elsewhere)
    number-repeated: number
    target-on-wrong-side: row, baseline, target
    part-exceeds-whole: column, part, whole, part_name, whole_name
    name-differs: printed, listed
    targets-differ: row, year, table, text
    number-skipped: number, before, after
    unit-impossible: row, printed, limit, limit_name
    year-outside: year, first, last
    institution-missing: name, there
    """

    kind: DiscrepancyKind
    places: tuple[str, ...]
    figures: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A total that could not be checked. `reason`: blank-cells (the rows hold blanks and sum to
    less than what is printed) or no-total (none is printed; `sum` is what the rows sum to).
    """

    places: tuple[str, ...]
    reason: str
    figures: Mapping[str, str]
