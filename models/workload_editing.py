"""Changes of the workload table: cells written, rows added and doubled, a set of activities given
to other facilities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from models.county import County, new_id
from models.edits import Change
from models.errors import BadCell, BadCells, InvalidValue, Reason
from models.plan import Plan
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_reading import Field, WorkloadNames, with_text
from models.workload_staffing import plan_activities, working_times

# Days a year and hours a day that a planner may begin with: illustrative, to be verified. Their
# reasons stand in resources/words.toml, working-time-suggestion.
SUGGESTED_TIME: Mapping[str, Decimal] = {
    "working_days": Decimal(261),
    "public_holidays": Decimal(13),
    "annual_leave": Decimal(10),
    "sick_leave": Decimal(5),
    "training": Decimal(5),
    "hours_per_day": Decimal(8),
}
TIME_FIELDS = tuple(SUGGESTED_TIME)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table as the planner sees it: its row (from 1) and heading.

    `field` is None beyond the last column; `activity` is None on a row that is still to be made.
    """

    row: int
    column: str
    field: Field | None
    activity: Activity | None = None


@dataclass(frozen=True, slots=True)
class NewLine:
    """What a new row is where nothing else is written: of the rows around it, or of the filter."""

    name: str
    facility_id: str | None = None
    measure: str | None = None


def written(
    county: County, plan: Plan, names: WorkloadNames, texts: Iterable[tuple[Cell, str]],
    start: NewLine,
) -> tuple[Change, ...]:  # fmt: skip
    """What writing texts into cells changes; texts below the last row make new rows.

    Raises BadCells with every text that cannot be taken.
    """
    rows: dict[int, list[tuple[Cell, str]]] = {}
    for cell, text in texts:
        rows.setdefault(cell.row, []).append((cell, text))
    orders = _Orders(plan_activities(county, plan))
    changes: list[Change] = []
    bad: list[BadCell] = []
    for row in sorted(rows):
        cells = sorted(rows[row], key=lambda found: _place(found[0].field))
        if cells[0][0].activity is None and not any(text.strip() for _, text in cells):
            continue
        before = cells[0][0].activity
        after = _begun(plan, cells, names, start, bad) if before is None else before
        after = _with_texts(after, cells, names, bad)
        if before is None and after is not None:
            after = orders.placed(after)
        if after is not None and after != before:
            changes.append(Change(before, after))
    if bad:
        raise BadCells(tuple(bad))
    return tuple(changes)


def _place(field: Field | None) -> int:
    return -1 if field is None else list(Field).index(field)


def _begun(
    plan: Plan,
    cells: list[tuple[Cell, str]],
    names: WorkloadNames,
    start: NewLine,
    bad: list[BadCell],
) -> Activity | None:
    """A new line of what its row says; None where its facility or cadre is not known."""
    given = {cell.field: (cell, text) for cell, text in cells}
    facility, measure = start.facility_id, start.measure
    try:
        if Field.FACILITY in given:
            facility = names.facility(given[Field.FACILITY][1])
        if Field.CADRE in given:
            measure = names.cadre(given[Field.CADRE][1])
    except InvalidValue as error:
        field = Field.FACILITY if error.field == "facility_id" else Field.CADRE
        bad.append(_refused(*given[field], error))
        return None
    if facility is None or measure is None:
        cell = cells[0][0]
        bad.append(BadCell("", cell.row, cell.column, "", Reason.EMPTY))
        return None
    return Activity(new_id(), plan.id, facility, measure, ActivityKind.SERVICE, start.name)


def _with_texts(
    activity: Activity | None,
    cells: list[tuple[Cell, str]],
    names: WorkloadNames,
    bad: list[BadCell],
) -> Activity | None:
    if activity is None:
        return None
    for cell, text in cells:
        try:
            if cell.field is None:
                raise InvalidValue("Activity", "", text, Reason.OUTSIDE_TABLE)
            activity = with_text(activity, cell.field, text, names)
        except InvalidValue as error:
            bad.append(_refused(cell, text, error))
    return activity


def _refused(cell: Cell, text: str, error: InvalidValue) -> BadCell:
    shown = str(error.value) if isinstance(error.value, str) and error.value else text
    return BadCell("", cell.row, cell.column, shown, error.reason)


class _Orders:
    """Gives new lines their places, after the last of their facility and cadre."""

    def __init__(self, present: Iterable[Activity]) -> None:
        self._last: dict[tuple[str, str], int] = {}
        for activity in present:
            group = (activity.facility_id, activity.measure)
            self._last[group] = max(activity.order, self._last.get(group, 0))

    def placed(self, activity: Activity) -> Activity:
        group = (activity.facility_id, activity.measure)
        self._last[group] = self._last.get(group, 0) + 1
        return replace(activity, order=self._last[group])


def added(county: County, plan: Plan, lines: Iterable[Activity]) -> tuple[Change, ...]:
    """The changes that add copies of lines, each after the last of its facility and cadre."""
    changes = [Change(None, replace(line, id=new_id())) for line in lines]
    return placed_last(plan_activities(county, plan), changes)


def placed_last(present: Iterable[Activity], changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes with the lines that they add after the last of their facility and cadre."""
    orders = _Orders(present)
    return tuple(
        Change(None, orders.placed(change.after))
        if change.before is None and isinstance(change.after, Activity)
        else change
        for change in changes
    )


@dataclass(frozen=True, slots=True)
class Copied:
    """What giving a set of activities to other facilities changes; `kept` are the ids of those
    that have activities of these cadres already and keep them."""

    changes: tuple[Change, ...]
    kept: tuple[str, ...] = ()


def copy_set(
    county: County,
    plan: Plan,
    source_id: str,
    measures: Collection[str],
    targets: Collection[str],
    *,
    with_volumes: bool = False,
    update: bool = False,
) -> Copied:
    """Give the activities of some cadres of one facility to others.

    Unit times and category shares are those of the source. Annual volumes and individual hours are
    a facility's own: they are left blank, or as they stand, unless `with_volumes`. A facility that
    has activities of such a cadre keeps them, unless `update`: then those of the same kind and name
    are brought in line, and others stay as they are.
    """
    lines = [a for a in plan_activities(county, plan) if a.measure in measures]
    source = [a for a in lines if a.facility_id == source_id]
    orders = _Orders(lines)
    changes: list[Change] = []
    kept: list[str] = []
    for target in (t for t in targets if t != source_id):
        own = [a for a in lines if a.facility_id == target]
        taken = {a.measure for a in own}
        if not update and taken.intersection(a.measure for a in source):
            kept.append(target)
        for line in source:
            if not update and line.measure in taken:
                continue
            present = next((a for a in own if _same(a, line)), None)
            after = _given(line, target, present, with_volumes)
            if present is None:
                changes.append(Change(None, orders.placed(after)))
            elif after != present:
                changes.append(Change(present, after))
    return Copied(tuple(changes), tuple(kept))


def _same(one: Activity, other: Activity) -> bool:
    return (one.measure, one.kind, one.name) == (other.measure, other.kind, other.name)


def _given(
    line: Activity, facility_id: str, present: Activity | None, with_volumes: bool
) -> Activity:
    if present is not None:
        after = replace(present, minutes=line.minutes, share=line.share, source=line.source)
    else:
        after = replace(line, id=new_id(), facility_id=facility_id, volume=None, hours=None)
    return replace(after, volume=line.volume, hours=line.hours) if with_volumes else after


def time_changes(county: County, plan: Plan, times: Iterable[WorkingTime]) -> tuple[Change, ...]:
    """The changes that make these the working times of their cadres."""
    present = working_times(county, plan)
    return tuple(
        Change(present.get(time.measure), time)
        for time in times
        if present.get(time.measure) != time
    )


def suggested_time(
    plan: Plan, measure: str, source: str, given: Mapping[str, Decimal] | None = None
) -> WorkingTime:
    """The illustrative working time of a cadre with the figures that are `given`; `source` must
    say that it is to be verified. Raises InvalidValue for an impossible figure among them."""
    figures = {**SUGGESTED_TIME, **(given or {})}
    return WorkingTime(plan.id, measure, **figures, source=source)
