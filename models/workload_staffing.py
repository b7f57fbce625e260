"""Staff required by the workload: WHO's WISN method, exact.

The formulas of "Workload indicators of staffing need: User's manual" (WHO, 2010,
ISBN 978 92 4 150019 7), per facility and cadre:

- available working time = (working days − public holidays − annual leave − sick leave − training)
  × hours a day;
- standard workload of a service = available time ÷ unit time: units a year that one person can do;
- staff for the services = Σ annual volume ÷ standard workload;
- category allowance factor = 1 ÷ (1 − Σ shares), where the shares sum to less than 1;
- individual allowance factor = Σ hours ÷ available time;
- required = staff for the services × category factor + individual factor;
- ratio = current ÷ required: below 1 the staff is too few for its work.

Nothing is computed from a figure that is not there: `missing` names the lines that lack one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from models.county import County
from models.measure import Basis
from models.plan import Plan
from models.workload import Activity, ActivityKind, WorkingTime

MINUTES_PER_HOUR = 60
_ROUNDED_AS_FIVE = 5  # from five persons on, the fraction of a person is weighed alike


class Lack(StrEnum):
    """Why the staff required cannot be computed."""

    WORKING_TIME = "working-time"  # the cadre has none
    NO_TIME_LEFT = "no-time-left"  # the days off are as many as the working days, or more
    MINUTES = "minutes"
    VOLUME = "volume"
    SHARE = "share"
    HOURS = "hours"
    SHARES = "shares"  # the category shares sum to 1 or more
    NO_SERVICE = "no-service"  # allowances alone: nothing that they are added to


@dataclass(frozen=True, slots=True)
class Missing:
    """What is lacking, and the line of the table that lacks it; None where it is no line's."""

    lack: Lack
    activity: Activity | None = None


@dataclass(frozen=True, slots=True)
class ServiceStep:
    """One service: the units a year that one person can do, and the persons that it takes."""

    activity: Activity
    standard: Fraction
    staff: Fraction


@dataclass(frozen=True, slots=True)
class Requirement:
    """Every step from the figures to the staff required; None from the first that lacks one.

    `available` is in hours a year (also where it is zero or less), `share` the sum of the category
    fractions, `hours` the sum of the individual allowances. `required` is exact.
    """

    working_time: WorkingTime | None
    available: Fraction | None
    services: tuple[ServiceStep, ...]
    service_staff: Fraction | None
    share: Fraction
    category_factor: Fraction | None
    hours: Fraction
    individual_factor: Fraction | None
    required: Fraction | None
    missing: tuple[Missing, ...]

    @property
    def whole(self) -> int | None:
        """The staff required in whole persons."""
        return None if self.required is None else whole_persons(self.required)


@dataclass(frozen=True, slots=True)
class WorkloadResult:
    """What the workload of one cadre of one facility requires, beside what it has and plans.

    `current` is the actual staff of the baseline year, `planned` that of the target year.
    """

    facility_id: str
    measure: str
    activities: tuple[Activity, ...]
    requirement: Requirement
    current: Decimal | None
    planned: Decimal | None

    @property
    def ratio(self) -> Fraction | None:
        """Current ÷ required, exact; None where either is not known or nothing is required."""
        required = self.requirement.required
        if self.current is None or not required:
            return None
        return Fraction(self.current) / required

    @property
    def gap(self) -> Decimal | None:
        """Current less required in whole persons: negative where there are too few."""
        whole = self.requirement.whole
        return None if self.current is None or whole is None else self.current - whole


def available_hours(time: WorkingTime) -> Fraction:
    """The hours a year that one person of a cadre can work; zero or less where none are left."""
    off = time.public_holidays + time.annual_leave + time.sick_leave + time.training
    return Fraction(time.working_days - off) * Fraction(time.hours_per_day)


def whole_persons(required: Fraction) -> int:
    """The exact staff in whole persons, by the manual's scale: the fewer they are, the less of a
    further person's work they can take over.

    n persons carry up to n tenths of another one, five and more carry a half: 1.1 is 1 and 1.11
    is 2, 2.2 is 2, 3.3 is 3, 4.4 is 4, 5.5 is 5; anything above is one more. Less than one person
    is one. (As the manual's scale is commonly quoted; its own text is still to be verified.)
    """
    whole = floor(required)
    carried = Fraction(min(whole, _ROUNDED_AS_FIVE), 10)
    return whole + (required - whole > carried)


def requirement(activities: Iterable[Activity], time: WorkingTime | None) -> Requirement:
    """The staff that the activities of one cadre of one facility require."""
    activities = tuple(activities)
    missing = [*_lacks_of_time(time), *_lacks_of_lines(activities)]
    of_kind = {kind: [a for a in activities if a.kind is kind] for kind in ActivityKind}
    share = sum((Fraction(a.share or 0) for a in of_kind[ActivityKind.CATEGORY]), Fraction())
    hours = sum((Fraction(a.hours or 0) for a in of_kind[ActivityKind.INDIVIDUAL]), Fraction())
    if share >= 1:
        missing.append(Missing(Lack.SHARES))
    available = None if time is None else available_hours(time)
    usable = available if available is not None and available > 0 else None
    lacks = {m.lack for m in missing}
    services = () if usable is None else _services(of_kind[ActivityKind.SERVICE], usable)
    staff = (
        None
        if usable is None or lacks & {Lack.MINUTES, Lack.VOLUME, Lack.NO_SERVICE}
        else sum((step.staff for step in services), Fraction())
    )
    category = None if lacks & {Lack.SHARE, Lack.SHARES} else 1 / (1 - share)
    individual = None if usable is None or Lack.HOURS in lacks else hours / usable
    required = (
        None
        if staff is None or category is None or individual is None
        else staff * category + individual
    )
    return Requirement(
        time, available, services, staff, share, category, hours, individual, required,
        tuple(missing),
    )  # fmt: skip


def _lacks_of_time(time: WorkingTime | None) -> list[Missing]:
    if time is None:
        return [Missing(Lack.WORKING_TIME)]
    return [Missing(Lack.NO_TIME_LEFT)] if available_hours(time) <= 0 else []


def _lacks_of_lines(activities: tuple[Activity, ...]) -> list[Missing]:
    found = [
        Missing(lack, activity)
        for activity in activities
        for lack, figure in needed_figures(activity)
        if figure is None
    ]
    if not any(activity.kind is ActivityKind.SERVICE for activity in activities):
        found.append(Missing(Lack.NO_SERVICE))
    return found


def needed_figures(activity: Activity) -> tuple[tuple[Lack, Decimal | None], ...]:
    """The figures that a line of its kind must have, each with what it is called where lacking."""
    match activity.kind:
        case ActivityKind.SERVICE:
            return (Lack.MINUTES, activity.minutes), (Lack.VOLUME, activity.volume)
        case ActivityKind.CATEGORY:
            return ((Lack.SHARE, activity.share),)
        case ActivityKind.INDIVIDUAL:
            return ((Lack.HOURS, activity.hours),)


def _services(services: list[Activity], available: Fraction) -> tuple[ServiceStep, ...]:
    """The services that have both figures."""
    steps = []
    for activity in services:
        if activity.minutes is not None and activity.volume is not None:
            standard = available * MINUTES_PER_HOUR / Fraction(activity.minutes)
            steps.append(ServiceStep(activity, standard, Fraction(activity.volume) / standard))
    return tuple(steps)


def plan_activities(county: County, plan: Plan) -> list[Activity]:
    """The activities of a plan: by facility in the order of the county, then by cadre in the order
    of its first line, then as the planner ordered them."""
    place = {facility.id: i for i, facility in enumerate(county.facilities)}
    own = [a for a in county.table(Activity).values() if a.plan_id == plan.id]
    cadres: dict[tuple[str, str], int] = {}
    for activity in sorted(own, key=lambda a: a.order):
        cadres.setdefault((activity.facility_id, activity.measure), len(cadres))
    return sorted(
        own,
        key=lambda a: (place[a.facility_id], cadres[a.facility_id, a.measure], a.order, a.id),
    )


def working_times(county: County, plan: Plan) -> dict[str, WorkingTime]:
    """The working times of a plan by cadre."""
    return {t.measure: t for t in county.table(WorkingTime).values() if t.plan_id == plan.id}


def workload_results(county: County, plan: Plan) -> list[WorkloadResult]:
    """One result for each facility and cadre that has activities, in their order."""
    groups: dict[tuple[str, str], list[Activity]] = {}
    for activity in plan_activities(county, plan):
        groups.setdefault((activity.facility_id, activity.measure), []).append(activity)
    times = working_times(county, plan)
    return [_result(county, plan, key, found, times) for key, found in groups.items()]


def workload_result(
    county: County, plan: Plan, facility_id: str, measure: str
) -> WorkloadResult | None:
    """The result of one cadre of one facility; None where it has no activities."""
    own = sorted(
        (
            a
            for a in county.table(Activity).values()
            if (a.facility_id, a.measure, a.plan_id) == (facility_id, measure, plan.id)
        ),
        key=lambda a: (a.order, a.id),
    )
    times = working_times(county, plan)
    return _result(county, plan, (facility_id, measure), own, times) if own else None


def _result(
    county: County,
    plan: Plan,
    key: tuple[str, str],
    activities: list[Activity],
    times: Mapping[str, WorkingTime],
) -> WorkloadResult:
    actual = county.allocation(plan.id, *key, Basis.ACTUAL, plan.baseline_year)
    planned = county.allocation(plan.id, *key, Basis.PLANNED, plan.target_year)
    return WorkloadResult(
        *key,
        tuple(activities),
        requirement(activities, times.get(key[1])),
        None if actual is None else actual.value,
        None if planned is None else planned.value,
    )
