"""The county in memory: its records by type and key, and the one way to change them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar, cast

from models.edits import RECORD_TYPES, Change, Edit, Record, remove
from models.errors import Conflict, InvalidValue, Reason
from models.facility import Facility, Scope
from models.geography import Division, DivisionPopulation
from models.layers import Boundary, Layer
from models.measure import Allocation, Basis
from models.plan import (
    CountyInfo,
    Indicator,
    IndicatorValue,
    Plan,
    Population,
    PopulationGroup,
    PopulationOrigin,
    Project,
    PublishedFigure,
)
from models.rules.rule import SubjectKind
from models.rules.setting import Acknowledgement, RuleSetting
from models.workload import Activity, WorkingTime

R = TypeVar("R", bound=Record)
Column = tuple[str, str, Basis, int]  # plan id, measure id, basis, year
CellKey = tuple[str, str, str, Basis, int]  # plan id, facility id, measure id, basis, year

_NAMESPACE = uuid.UUID("6b1d8f0e-3c55-5c8e-9a53-0d6f3f2f9b11")


def stable_id(*parts: str) -> str:
    """An id that is the same for the same parts everywhere, so that one plan read twice is one."""
    return uuid.uuid5(_NAMESPACE, "\x1f".join(parts)).hex[:16]


def new_id() -> str:
    """An id for a record that the planner adds."""
    return uuid.uuid4().hex[:16]


class County:
    """All records of one county file.

    `apply` is the only way to change them. Allocations are also kept by column (plan, measure,
    basis, year), since rules, totals and tables read whole columns.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._tables: dict[type, dict[tuple[object, ...], Any]] = {t: {} for t in RECORD_TYPES}
        self._columns: dict[Column, dict[str, Allocation]] = {}
        self._facilities: list[Facility] | None = None  # in order; None after a change
        self._scopes: dict[Scope, set[str]] = {}  # ids of facilities
        self._people: dict[str, dict[int, DivisionPopulation]] = {}  # by division and year
        for record in records:
            self._put(record)

    def table(self, record_type: type[R]) -> Mapping[tuple[object, ...], R]:
        """The records of one type by key, in the order they came in."""
        return cast("Mapping[tuple[object, ...], R]", self._tables[record_type])

    def records(self) -> Iterator[Record]:
        """Every record, parents before the records that refer to them."""
        for record_type in RECORD_TYPES:
            yield from self._tables[record_type].values()

    @property
    def info(self) -> CountyInfo | None:
        return self.table(CountyInfo).get(())

    @property
    def plans(self) -> list[Plan]:
        return list(self.table(Plan).values())

    @property
    def populations(self) -> list[Population]:
        return sorted(self.table(Population).values(), key=lambda p: (p.group, p.year))

    @property
    def facilities(self) -> list[Facility]:
        """In the order of the published list, then by name. Not to be changed by the caller."""
        if self._facilities is None:
            facilities = self.table(Facility).values()
            self._facilities = sorted(facilities, key=lambda f: (f.order, f.name, f.id))
        return self._facilities

    def facility_ids(self, scope: Scope) -> Set[str]:
        """The ids of the facilities in a scope, as they are now; they follow the edits."""
        if scope not in self._scopes:
            self._scopes[scope] = {f.id for f in self.facilities if scope.contains(f)}
        return self._scopes[scope]

    @property
    def divisions(self) -> list[Division]:
        return sorted(self.table(Division).values(), key=lambda d: d.code)

    @property
    def townships(self) -> list[Division]:
        return [d for d in self.divisions if d.parent is None]

    def plan(self, plan_id: str) -> Plan:
        return self.table(Plan)[(plan_id,)]

    def facility(self, facility_id: str) -> Facility:
        return self.table(Facility)[(facility_id,)]

    def division(self, code: str) -> Division:
        return self.table(Division)[(code,)]

    def indicators(self, plan_id: str) -> list[Indicator]:
        """The plan's indicator rows in printed order."""
        rows = [i for i in self.table(Indicator).values() if i.plan_id == plan_id]
        return sorted(rows, key=lambda i: i.order)

    def figures(self, plan_id: str, table: str) -> list[PublishedFigure]:
        """The printed figures of one table of a plan, in printed order."""
        rows = [
            f
            for f in self.table(PublishedFigure).values()
            if f.plan_id == plan_id and f.table == table
        ]
        return sorted(rows, key=lambda f: f.order)

    def projects(self, plan_id: str) -> list[Project]:
        """The plan's projects in printed order."""
        rows = [p for p in self.table(Project).values() if p.plan_id == plan_id]
        return sorted(rows, key=lambda p: p.order)

    def allocation(
        self, plan_id: str, facility_id: str, measure: str, basis: Basis, year: int
    ) -> Allocation | None:
        return self._columns.get((plan_id, measure, basis, year), {}).get(facility_id)

    def column(
        self, plan_id: str, measure: str, basis: Basis, year: int
    ) -> Mapping[str, Allocation]:
        """The allocations of one column by facility id; facilities that are blank are absent."""
        return self._columns.get((plan_id, measure, basis, year), {})

    def columns(self) -> list[Column]:
        """The columns of all plans that hold a value."""
        return [column for column, cells in self._columns.items() if cells]

    def population(self, year: int, group: PopulationGroup) -> Population | None:
        """The people of a year; where none is known, of the latest known year before it.

        The caller sees by `year` of the result whether an earlier year stands in, and must say so.
        """
        known = [p for p in self.table(Population).values() if p.group == group and p.year <= year]
        return max(known, key=lambda p: p.year, default=None)

    def people(self, division: Division, year: int | None = None) -> DivisionPopulation | None:
        """The residents of a division in a year, of the latest known year before it where none is
        known, or None; without a year, of the latest known.

        A number that bears no year (`Division.population`) stands in last; its year is 0, and its
        `source` what the division notes of it.
        """
        dated = self._people.get(division.code, {})
        known = max((y for y in dated if year is None or y <= year), default=None)
        if known is not None:
            return dated[known]
        if division.population is None:
            return None
        return DivisionPopulation(
            division.code,
            0,
            division.population,
            PopulationOrigin.ENTERED,
            division.population_note,
        )

    def boundary(self, code: str) -> Boundary | None:
        """The area of a division or, by the county's own code, of the county."""
        return self.table(Boundary).get((code,))

    @property
    def layers(self) -> list[Layer]:
        """In the order in which they are drawn."""
        return sorted(self.table(Layer).values(), key=lambda layer: (layer.order, layer.id))

    def apply(self, edit: Edit) -> None:
        """Make every change of the edit, or, raising Conflict or InvalidValue, none.

        Conflict: a record to be added exists, or the record before is not what is there.
        InvalidValue: a reference to a record that does not exist, or from one that stays.
        """
        done: list[Change] = []
        try:
            for change in edit.changes:
                self._apply_change(change)
                done.append(change)
            self._check_references(edit)
        except (Conflict, InvalidValue):
            for change in reversed(done):
                self._apply_change(change.inverse())
            raise

    def _apply_change(self, change: Change) -> None:
        record = change.record
        if self._tables[type(record)].get(record.key) != change.before:
            raise Conflict(type(record).__name__, record.key)
        if change.after is not None:
            self._put(change.after)
        else:
            self._take(record)

    def _put(self, record: Record) -> None:
        self._tables[type(record)][record.key] = record
        if isinstance(record, Facility):
            self._facilities = None
            for scope, ids in self._scopes.items():
                (ids.add if scope.contains(record) else ids.discard)(record.id)
        if isinstance(record, Allocation):
            column = (record.plan_id, record.measure, record.basis, record.year)
            self._columns.setdefault(column, {})[record.facility_id] = record
        if isinstance(record, DivisionPopulation):
            self._people.setdefault(record.division, {})[record.year] = record

    def _take(self, record: Record) -> None:
        del self._tables[type(record)][record.key]
        if isinstance(record, Facility):
            self._facilities = None
            for ids in self._scopes.values():
                ids.discard(record.id)
        if isinstance(record, Allocation):
            column = (record.plan_id, record.measure, record.basis, record.year)
            del self._columns[column][record.facility_id]
        if isinstance(record, DivisionPopulation):
            del self._people[record.division][record.year]

    def _check_references(self, edit: Edit) -> None:
        """As the foreign keys of the file do: what a record refers to exists."""
        for change in edit.changes:
            if change.after is not None:
                self._require_parents(change.after)
        parents_removed = False
        for change in edit.changes:
            record = change.record
            if change.after is not None or record.key in self._tables[type(record)]:
                continue  # kept, or removed and added again in one edit
            if isinstance(record, Facility) and self._is_used(record):
                raise InvalidValue("Facility", "id", record.id, Reason.MISSING_REFERENCE)
            parents_removed |= isinstance(record, Plan | Division | Indicator)
        if parents_removed:  # once for all: a version is removed with dozens of indicators
            self._require_all_parents()

    def _is_used(self, facility: Facility) -> bool:
        return (
            any(facility.id in column for column in self._columns.values())
            or any(p.facility_id == facility.id for p in self.table(Project).values())
            or any(a.facility_id == facility.id for a in self.table(Activity).values())
        )

    def _require_all_parents(self) -> None:
        for record in self.records():
            self._require_parents(record)

    def _require_parents(self, record: Record) -> None:
        for record_type, field, key in _references(record):
            if (key,) not in self._tables[record_type]:
                raise InvalidValue(type(record).__name__, field, key, Reason.MISSING_REFERENCE)
        if isinstance(record, Boundary) and not self._is_place(record.code):
            raise InvalidValue("Boundary", "code", record.code, Reason.MISSING_REFERENCE)

    def _is_place(self, code: str) -> bool:
        """Whether a code is the county's or a division's."""
        return (self.info is not None and code == self.info.code) or (code,) in self.table(Division)


_OF_A_PLAN = (
    Indicator,
    PublishedFigure,
    Project,
    Allocation,
    IndicatorValue,
    RuleSetting,
    Acknowledgement,
    WorkingTime,
    Activity,
)
# Fields that may name another record, by the type that has them.
_MAY_REFER: Mapping[type[Record], tuple[tuple[type[Record], str], ...]] = {
    Allocation: ((Facility, "facility_id"),),
    Activity: ((Facility, "facility_id"),),
    Indicator: ((Indicator, "parent"),),
    IndicatorValue: ((Indicator, "indicator_id"),),
    Project: ((Facility, "facility_id"),),
    Facility: ((Division, "township"), (Division, "village")),
    Division: ((Division, "parent"),),
    DivisionPopulation: ((Division, "division"),),
}


def _references(record: Record) -> Iterator[tuple[type[Record], str, str]]:
    if isinstance(record, _OF_A_PLAN):
        yield Plan, "plan_id", record.plan_id
    for record_type, field in _MAY_REFER.get(type(record), ()):
        key = getattr(record, field)
        if key is not None:
            yield record_type, field, key


def total(values: Iterable[Allocation]) -> Decimal | None:
    """The exact sum; None where there is no value at all (blank is not zero)."""
    result: Decimal | None = None
    for allocation in values:
        result = allocation.value if result is None else result + allocation.value
    return result


def remove_facility(county: County, facility_id: str, label: str) -> Edit:
    """The edit that removes a facility with all its allocations in every plan."""
    return remove_facilities(county, [facility_id], label)


def remove_facilities(county: County, facility_ids: Iterable[str], label: str) -> Edit:
    """The edit that removes facilities with all their allocations in every plan.

    Projects that built them stay, without the facility.
    """
    ids = dict.fromkeys(facility_ids)
    unlinked = [
        Change(project, replace(project, facility_id=None))
        for project in county.table(Project).values()
        if project.facility_id in ids
    ]
    allocations = [a for a in county.table(Allocation).values() if a.facility_id in ids]
    activities = [a for a in county.table(Activity).values() if a.facility_id in ids]
    accepted = [
        a
        for a in county.table(Acknowledgement).values()
        if a.subject_kind is SubjectKind.FACILITY and a.subject_id in ids
    ]
    facilities = [county.facility(facility_id) for facility_id in ids]
    return Edit(label, (*unlinked, *remove(*accepted, *activities, *allocations, *facilities)))


def cell_change(county: County, key: CellKey, after: Allocation | None) -> Change | None:
    """The change that makes `after` (None: blank) stand in a cell; None where it stands already."""
    before = county.table(Allocation).get(key)
    return None if before == after else Change(before, after)
