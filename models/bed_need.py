"""The beds that a county needs, by the admissions of its age groups.

beds = (Σ people of an age group × its admissions a person and year + patients from outside)
       × mean stay in days ÷ 365 × redundancy factor

(as quoted from a planning paper of Guangdong; a norm of method, not a limit).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from models.errors import InvalidValue, Reason

DAYS = 365  # of a year


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """People of an age, and the share of them that is admitted in a year (0.12; it may pass 1)."""

    name: str
    people: Fraction
    rate: Fraction

    def __post_init__(self) -> None:
        """Raises InvalidValue for fewer than no people, or admissions."""
        for field, value in (("people", self.people), ("rate", self.rate)):
            if value < 0:
                raise InvalidValue("AgeGroup", field, value, Reason.NEGATIVE)

    @property
    def admissions(self) -> Fraction:
        return self.people * self.rate


@dataclass(frozen=True, slots=True)
class BedNeed:
    """`outside` are patients a year from other counties, `stay` is in days.

    `redundancy` is by how much more beds than are filled on the mean day are kept (1.1: a tenth).
    """

    groups: tuple[AgeGroup, ...]
    outside: Fraction
    stay: Fraction
    redundancy: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        """Raises InvalidValue for what cannot be: fewer than no patients, no stay, no factor."""
        if self.outside < 0:
            raise InvalidValue("BedNeed", "outside", self.outside, Reason.NEGATIVE)
        for field, value in (("stay", self.stay), ("redundancy", self.redundancy)):
            if value <= 0:
                raise InvalidValue("BedNeed", field, value, Reason.OUT_OF_RANGE)

    @property
    def admissions(self) -> Fraction:
        """Patients a year, of the county and from outside."""
        return sum((group.admissions for group in self.groups), self.outside)

    @property
    def beds(self) -> Fraction:
        return self.admissions * self.stay / DAYS * self.redundancy

    @property
    def whole(self) -> int:
        """The least number of beds that is enough."""
        return ceil(self.beds)
