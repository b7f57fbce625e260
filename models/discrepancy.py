"""A contradiction within a published plan, and a total that could not be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class DiscrepancyKind(StrEnum):
    TOTAL_DIFFERS = "total-differs"  # a printed total is not the sum of its parts
    RATE_DIFFERS = "rate-differs"  # a printed rate or ratio is not that of the printed counts
    NUMBER_REPEATED = "number-repeated"  # a row or table number is used twice
    TARGET_ON_WRONG_SIDE = "target-on-wrong-side"  # a bound that allows worse than the baseline
    PART_EXCEEDS_WHOLE = "part-exceeds-whole"
    NAME_DIFFERS = "name-differs"  # an institution's name is one character short or long


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """`places` are where the figures stand (专栏4 合计), `figures` the figures by name.

    total-differs: column, printed, sum, difference (printed − sum)
    rate-differs: row, year, printed, and either computed_least and computed_most with count,
        population_least and population_most, or computed with numerator and denominator, or other
        (the same rate printed elsewhere)
    number-repeated: number
    target-on-wrong-side: row, baseline, target
    part-exceeds-whole: column, part, whole, part_name, whole_name
    name-differs: printed, listed
    """

    kind: DiscrepancyKind
    places: tuple[str, ...]
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A total that could not be checked. `reason`: blank-cells (the rows hold blanks and sum to
    less than what is printed) or no-total (none is printed; `sum` is what the rows sum to).
    """

    places: tuple[str, ...]
    reason: str
    figures: Mapping[str, str]
