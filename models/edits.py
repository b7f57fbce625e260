"""One change of a record, and an edit: the changes of one action of the planner.

`Change` carries the whole record before and after. So an edit is its own proof of what it saw (a
write whose old record is no longer there is a conflict), and its inverse is itself turned round.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.facility import Facility
from models.geography import Division, DivisionPopulation, Succession
from models.layers import Boundary, Layer, RoadSpeed
from models.measure import Allocation, Measure
from models.plan import (
    CountyInfo,
    Indicator,
    IndicatorValue,
    Plan,
    Population,
    Project,
    PublishedFigure,
)
from models.rules.setting import Acknowledgement, RuleSetting
from models.workload import Activity, WorkingTime

Record = (
    CountyInfo
    | Division
    | Population
    | Measure
    | Plan
    | Facility
    | Indicator
    | PublishedFigure
    | Project
    | Allocation
    | IndicatorValue
    | RuleSetting
    | Acknowledgement
    | WorkingTime
    | Activity
    | DivisionPopulation
    | Succession
    | Boundary
    | Layer
    | RoadSpeed
)

# Parents stand before the records that refer to them.
RECORD_TYPES: tuple[type[Record], ...] = (
    CountyInfo,
    Division,
    Population,
    Measure,  # added by the planner to the shipped catalogue
    Plan,
    Facility,
    Indicator,
    PublishedFigure,
    Project,
    Allocation,
    IndicatorValue,
    RuleSetting,
    Acknowledgement,
    WorkingTime,
    Activity,
    DivisionPopulation,
    Succession,
    Boundary,
    Layer,
    RoadSpeed,
)


@dataclass(frozen=True, slots=True)
class Change:
    """A record added (before is None), removed (after is None) or replaced (same type and key)."""

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change has a record before or after")
        if self.before is None or self.after is None:
            return
        if type(self.before) is not type(self.after) or self.before.key != self.after.key:
            raise ValueError("a change keeps the type and the key of its record")

    @property
    def record(self) -> Record:
        """The record after, or, where it is removed, before."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    def inverse(self) -> Change:
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Edit:
    """What one action of the planner does: one transaction, one undo step, one journal row.

    `label` is what the planner reads in 撤销 (undo) and in the history.
    """

    label: str
    changes: tuple[Change, ...]

    def inverse(self) -> Edit:
        """The edit that undoes this one."""
        return Edit(self.label, tuple(change.inverse() for change in reversed(self.changes)))


def add(*records: Record) -> tuple[Change, ...]:
    return tuple(Change(None, record) for record in records)


def remove(*records: Record) -> tuple[Change, ...]:
    return tuple(Change(record, None) for record in records)
