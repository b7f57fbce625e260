"""What can be allocated to a facility (a measure), on which basis, and one allocation of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.errors import InvalidValue, Reason

LARGEST_VALUE = Decimal(10) ** 12


class Basis(StrEnum):
    """The standing of a figure: 编制 (authorised), 实有 (actual) or 规划 (planned)."""

    AUTHORISED = "authorised"
    ACTUAL = "actual"
    PLANNED = "planned"


class Origin(StrEnum):
    """Who or what set a value."""

    PUBLISHED = "published"  # a figure of the published plan
    PLANNER = "planner"  # typed, pasted or filled in by the planner
    IMPORTED = "imported"  # read from a workbook
    DERIVED = "derived"  # computed by a rule; may be computed again


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the catalogue `resources/measures.toml`, or one that the planner added.

    `decimals` is the number of decimal places a value may have: 0 for beds, persons and machines.
    `additive` is False where a sum over facilities means nothing (an occupancy). `most` is the
    largest value possible (1 for a department that is there or is not), None where there is none.
    """

    id: str
    group: str
    zh: str
    en: str
    unit_zh: str
    unit_en: str
    decimals: int = 0
    additive: bool = True
    most: int | None = None

    def __post_init__(self) -> None:
        """Raises InvalidValue for an empty id or name or an impossible number of decimals."""
        for field in ("id", "zh"):
            if not getattr(self, field).strip():
                raise InvalidValue("Measure", field, "", Reason.EMPTY)
        if not 0 <= self.decimals <= 6:
            raise InvalidValue("Measure", "decimals", self.decimals, Reason.OUT_OF_RANGE)

    @property
    def key(self) -> tuple[str]:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Allocation:
    """The value of one measure of one facility in one plan, on one basis, for one year.

    A blank is the absence of the allocation; zero is a value. `source` names the table of the plan,
    the rule or the file that the value comes from.
    """

    plan_id: str
    facility_id: str
    measure: str
    basis: Basis
    year: int
    value: Decimal
    origin: Origin
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Raises InvalidValue for a value that is not a finite number of 0 to LARGEST_VALUE."""
        if not self.value.is_finite():
            raise InvalidValue("Allocation", "value", self.value, Reason.NOT_A_NUMBER)
        if self.value < 0:
            raise InvalidValue("Allocation", "value", self.value, Reason.NEGATIVE)
        if self.value > LARGEST_VALUE:
            raise InvalidValue("Allocation", "value", self.value, Reason.TOO_LARGE)

    @property
    def key(self) -> tuple[str, str, str, Basis, int]:
        return (self.plan_id, self.facility_id, self.measure, self.basis, self.year)


def parse_value(text: str, measure: Measure) -> Decimal | None:
    """The number that a planner typed or pasted; None for blank.

    Thousands separators (`,` `，`), spaces and full-width digits are accepted.
    Raises InvalidValue for text, a negative number, one above the measure's most, or one with more
    decimals than the measure has.
    """
    cleaned = text.strip().translate(_FULL_WIDTH).replace(",", "").replace(" ", "")
    if not cleaned:
        return None
    if not cleaned.isascii():  # Decimal would take other scripts' digits
        raise InvalidValue("Allocation", "value", text, Reason.NOT_A_NUMBER)
    try:
        value = Decimal(cleaned)
    except ArithmeticError:
        raise InvalidValue("Allocation", "value", text, Reason.NOT_A_NUMBER) from None
    if not value.is_finite():
        raise InvalidValue("Allocation", "value", text, Reason.NOT_A_NUMBER)
    if value < 0:
        raise InvalidValue("Allocation", "value", text, Reason.NEGATIVE)
    if value > (LARGEST_VALUE if measure.most is None else measure.most):
        raise InvalidValue("Allocation", "value", text, Reason.TOO_LARGE)
    _, digits, exponent = value.as_tuple()
    cut = -int(exponent) - measure.decimals  # without reckoning, which would round long figures
    if cut > 0 and any(digits[-cut:]):
        raise InvalidValue("Allocation", "value", text, Reason.NOT_WHOLE)
    return exact(value)


def exact(value: Decimal | int | str) -> Decimal:
    """The same number without exponent or trailing zeros, so that equal values are stored alike."""
    number = Decimal(value)
    if number == number.to_integral_value():
        return Decimal(int(number))
    return number.normalize()


_FULL_WIDTH = {ord("０") + d: ord("0") + d for d in range(10)} | {
    ord("．"): ".",
    ord("，"): ",",
    ord("－"): "-",
    ord("\u3000"): " ",
    ord("\xa0"): " ",
}
