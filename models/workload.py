"""What the workload of a facility is made of, for staffing by WHO's WISN method.

Workload indicators of staffing need: User's manual (WHO, 2010). The arithmetic is in
`models.workload_staffing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.errors import InvalidValue, Reason


class ActivityKind(StrEnum):
    SERVICE = "service"  # health service activity: unit time and annual volume
    CATEGORY = "category"  # support work of every member of the cadre: a share of working time
    INDIVIDUAL = "individual"  # additional work of some members: hours a year


@dataclass(frozen=True, slots=True)
class Activity:
    """One line of the workload table: one activity of one cadre (a staff measure) of one facility.

    A service has `minutes` per unit and `volume` units a year; a category allowance has `share`, a
    fraction of the working time (0.15 is 15 %); an individual allowance has `hours` a year of all
    who do it together. A figure that is not given is None: the need cannot be computed then.
    """

    id: str
    plan_id: str
    facility_id: str
    measure: str
    kind: ActivityKind
    name: str
    order: int = 0
    minutes: Decimal | None = None
    volume: Decimal | None = None
    share: Decimal | None = None
    hours: Decimal | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValue("Activity", "name", self.name, Reason.EMPTY)
        for field in ("minutes", "volume", "share", "hours"):
            _check_figure("Activity", field, getattr(self, field))
        if self.minutes is not None and not self.minutes:
            raise InvalidValue("Activity", "minutes", self.minutes, Reason.OUT_OF_RANGE)
        if self.share is not None and self.share >= 1:
            raise InvalidValue("Activity", "share", self.share, Reason.OUT_OF_RANGE)

    @property
    def key(self) -> tuple[str]:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The working year of one cadre in one plan: days a year and hours a day."""

    plan_id: str
    measure: str
    working_days: Decimal
    public_holidays: Decimal
    annual_leave: Decimal
    sick_leave: Decimal
    training: Decimal
    hours_per_day: Decimal
    source: str = ""

    def __post_init__(self) -> None:
        for field in (
            "working_days",
            "public_holidays",
            "annual_leave",
            "sick_leave",
            "training",
            "hours_per_day",
        ):
            _check_figure("WorkingTime", field, getattr(self, field))
        if self.working_days > 366:
            raise InvalidValue(
                "WorkingTime", "working_days", self.working_days, Reason.OUT_OF_RANGE
            )
        if not 0 < self.hours_per_day <= 24:
            raise InvalidValue(
                "WorkingTime", "hours_per_day", self.hours_per_day, Reason.OUT_OF_RANGE
            )

    @property
    def key(self) -> tuple[str, str]:
        return (self.plan_id, self.measure)


def _check_figure(record: str, field: str, value: Decimal | None) -> None:
    if value is None:
        return
    if not value.is_finite():
        raise InvalidValue(record, field, value, Reason.NOT_A_NUMBER)
    if value < 0:
        raise InvalidValue(record, field, value, Reason.NEGATIVE)
