"""Versions of the plan: copying and removing one, and the lock of an issued one.

Facilities, divisions and populations are the county's, not a version's: they are never locked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.county import County, new_id
from models.edits import Change, Edit, Record, add, remove
from models.errors import InvalidValue, Reason
from models.facility import Facility
from models.geography import Division, DivisionPopulation, Succession
from models.layers import Boundary, Layer, RoadSpeed
from models.measure import Allocation, Measure
from models.plan import (
    CountyInfo,
    IndicatorValue,
    Plan,
    PlanState,
    Population,
    PublishedFigure,
)
from models.rules.setting import Acknowledgement, RuleSetting
from models.workload import Activity, WorkingTime

_KeyedByPlan = PublishedFigure | Allocation | RuleSetting | Acknowledgement | WorkingTime
_KEYED_BY_PLAN: tuple[type[_KeyedByPlan], ...] = (
    PublishedFigure,
    Allocation,
    RuleSetting,
    Acknowledgement,
    WorkingTime,
)
_OfAPlan = _KeyedByPlan | IndicatorValue | Activity
_OF_A_PLAN: tuple[type[_OfAPlan], ...] = (*_KEYED_BY_PLAN, IndicatorValue, Activity)


def locked(plans: Iterable[Plan], edit: Edit) -> Plan | None:
    """The issued plan that keeps an edit from being made; None where the edit may be made.

    `plans` are the versions as they stand before the edit. Of an issued version nothing may be
    added, replaced or removed but its state.
    """
    issued = {plan.id: plan for plan in plans if plan.is_locked}
    if not issued:
        return None
    for change in edit.changes:
        for record in (change.before, change.after):
            plan = None if record is None else issued.get(_plan_id(record))
            if plan is not None and not _only_its_state(change):
                return plan
    return None


def _plan_id(record: Record) -> str:
    """The id of the version that a record belongs to, "" for the county's own records."""
    match record:
        case Plan():
            return record.id
        case CountyInfo() | Population() | Measure() | Facility():
            return ""
        case Division() | DivisionPopulation() | Succession() | Boundary() | Layer() | RoadSpeed():
            return ""
        case _:
            return record.plan_id


def _only_its_state(change: Change) -> bool:
    before, after = change.before, change.after
    if not isinstance(before, Plan) or not isinstance(after, Plan):
        return False
    return replace(before, state=after.state) == after


def copy_plan(county: County, plan_id: str, *, name: str, date: str, label: str) -> Edit:
    """The edit that adds a copy of a version, as a draft, with all that belongs to the version.

    Origins, sources and notes stay. `date` is the new version's (ISO 8601, or "").
    Raises InvalidValue for an empty name, one that another version has, or a date that is none.
    """
    name = name.strip()
    if any(plan.name == name for plan in county.plans):
        raise InvalidValue("Plan", "name", name, Reason.DUPLICATE)
    plan = replace(county.plan(plan_id), id=new_id(), name=name, date=date, state=PlanState.DRAFT)
    return Edit(label, add(plan, *_copies(county, plan_id, plan.id)))


def _copies(county: County, plan_id: str, copy_id: str) -> Iterator[Record]:
    """Parents before the sub-rows that refer to them, as the file's foreign keys require."""
    indicators = county.indicators(plan_id)
    ids = {indicator.id: new_id() for indicator in indicators}
    for indicator in sorted(indicators, key=lambda i: i.parent is not None):
        parent = None if indicator.parent is None else ids[indicator.parent]
        yield replace(indicator, id=ids[indicator.id], plan_id=copy_id, parent=parent)
    for project in county.projects(plan_id):
        yield replace(project, id=new_id(), plan_id=copy_id)
    for record_type in _KEYED_BY_PLAN:
        for record in county.table(record_type).values():
            if record.plan_id == plan_id:
                yield replace(record, plan_id=copy_id)
    for value in county.table(IndicatorValue).values():
        if value.plan_id == plan_id:
            yield replace(value, plan_id=copy_id, indicator_id=ids[value.indicator_id])
    for activity in county.table(Activity).values():
        if activity.plan_id == plan_id:
            yield replace(activity, id=new_id(), plan_id=copy_id)


def remove_plan(county: County, plan_id: str, label: str) -> Edit:
    """The edit that removes a version with all that belongs to it."""
    indicators = county.indicators(plan_id)
    indicators.sort(key=lambda indicator: indicator.parent is None)  # sub-rows first
    others = [
        record
        for record_type in _OF_A_PLAN
        for record in county.table(record_type).values()
        if record.plan_id == plan_id
    ]
    projects, plan = county.projects(plan_id), county.plan(plan_id)
    return Edit(label, remove(*others, *projects, *indicators, plan))
