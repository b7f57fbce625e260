"""What a plan comes to, class by class, and what is still to be done on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.county import County
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityStatus, Ownership
from models.measure import Allocation, Basis
from models.plan import Plan, Population, PopulationGroup
from models.published import count
from models.published_classes import class_of_standard

BEDS = "beds"


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of one measure; None where every facility is blank. `filled` of them are not."""

    value: Decimal | None
    filled: int

    def after(self, change: Change) -> Sum:
        """The sum when one figure of it was added, removed or replaced."""
        value, filled = self.value or Decimal(), self.filled
        if isinstance(change.before, Allocation):
            value, filled = value - change.before.value, filled - 1
        if isinstance(change.after, Allocation):
            value, filled = value + change.after.value, filled + 1
        return Sum(value if filled else None, filled)


@dataclass(frozen=True, slots=True)
class ClassSummary:
    """The beds of one class of facilities, or (class None) of the county.

    Authorised and actual beds are those of the plan's baseline year, planned ones of its target
    year. `facilities` counts the rows, `groups` those that stand for institutions not named.
    """

    facility_class: FacilityClass | None
    facilities: int
    groups: int
    beds: Mapping[Basis, Sum]

    @property
    def change(self) -> Decimal | None:
        """Planned less authorised beds; None where either is blank."""
        planned, authorised = self.beds[Basis.PLANNED].value, self.beds[Basis.AUTHORISED].value
        return None if planned is None or authorised is None else planned - authorised


def class_summaries(county: County, plan: Plan) -> list[ClassSummary]:
    """One row per class that has facilities, in the order of the classes; the county last."""
    facilities = county.facilities
    of_class: dict[FacilityClass, list[Facility]] = {c: [] for c in FacilityClass}
    for facility in facilities:
        of_class[facility.facility_class].append(facility)
    rows = [_summary(county, plan, c, members) for c, members in of_class.items() if members]
    return [*rows, _together(rows)]


def summaries_after(
    rows: Sequence[ClassSummary], county: County, plan: Plan, edit: Edit
) -> list[ClassSummary]:
    """What `class_summaries` gives after an edit of figures alone; only what it changed is read."""
    beds = {row.facility_class: dict(row.beds) for row in rows}
    for change in edit.changes:
        figure = change.record
        assert isinstance(figure, Allocation)
        basis = figure.basis
        if (figure.plan_id, figure.measure, figure.year) != (plan.id, BEDS, year_of(plan, basis)):
            continue
        for of_class in (county.facility(figure.facility_id).facility_class, None):
            beds[of_class][basis] = beds[of_class][basis].after(change)
    return [replace(row, beds=beds[row.facility_class]) for row in rows]


def printed_beds(county: County, plan: Plan) -> dict[tuple[FacilityClass | None, Basis], Decimal]:
    """The beds of a class, and (class None) of the county, that the bed standard prints.

    Its first row is the county's; rows of a part of a class (公立医院) are passed over.
    """
    figures = county.figures(plan.id, "bed-standard")
    bases = {f"{BEDS} {basis} {year_of(plan, basis)}": basis for basis in Basis}
    found: dict[tuple[FacilityClass | None, Basis], Decimal] = {}
    for figure in figures:
        known = class_of_standard(figure.row)
        is_county = known is None and figure.row == figures[0].row
        is_class = known is not None and known[1] is Ownership.UNSPECIFIED
        if figure.column not in bases or not (is_county or is_class):
            continue
        if (value := count(figure.text)) is not None:
            found[(known[0] if known else None, bases[figure.column])] = value
    return found


def per_thousand(beds: Decimal | None, people: Population | None) -> Fraction | None:
    """beds ÷ people × 1,000, exactly; None where either is not known."""
    if beds is None or people is None:
        return None
    return Fraction(beds) * 1000 / people.persons


def year_of(plan: Plan, basis: Basis) -> int:
    """The year that a basis belongs to: planned figures are the target year's."""
    return plan.target_year if basis is Basis.PLANNED else plan.baseline_year


class StepKind(StrEnum):
    """Something that is still open in a plan."""

    NO_FACILITY = "no-facility"
    NO_POPULATION = "no-population"
    NO_PLANNED_BEDS = "no-planned-beds"
    NO_STAFF_TARGETS = "no-staff-targets"
    NO_PLACE = "no-place"
    NO_EMERGENCY_SITE = "no-emergency-site"


@dataclass(frozen=True, slots=True)
class Step:
    """An open step; `count` facilities wait for it (0 where it is the county's)."""

    kind: StepKind
    count: int = 0


def open_steps(county: County, plan: Plan, staff: Collection[str]) -> list[Step]:
    """What is still open, in the order of the work. `staff` are the ids of the staff measures.

    Facilities to close need neither targets nor a place, group rows no place.
    """
    facilities = [f for f in county.facilities if f.status is not FacilityStatus.TO_CLOSE]
    no_people = county.population(plan.target_year, PopulationGroup.RESIDENT) is None
    people = [Step(StepKind.NO_POPULATION)] if no_people else []
    if not facilities:
        return [*people, Step(StepKind.NO_FACILITY)]
    today = county.column(plan.id, BEDS, Basis.AUTHORISED, plan.baseline_year)
    planned = county.column(plan.id, BEDS, Basis.PLANNED, plan.target_year)
    ids = {f.id for f in facilities}
    without_staff = planned.keys() & ids
    for measure in staff:
        without_staff -= county.column(plan.id, measure, Basis.PLANNED, plan.target_year).keys()
    counts = {
        StepKind.NO_PLANNED_BEDS: len((today.keys() & ids) - planned.keys()),
        StepKind.NO_STAFF_TARGETS: sum(planned[i].value > 0 for i in without_staff),
        StepKind.NO_PLACE: sum(f.place is None and not f.is_group for f in facilities),
    }
    steps = [Step(kind, count) for kind, count in counts.items() if count]
    if not any(f.emergency_site for f in facilities):
        steps.append(Step(StepKind.NO_EMERGENCY_SITE))
    return people + steps


def _summary(
    county: County, plan: Plan, facility_class: FacilityClass, members: list[Facility]
) -> ClassSummary:
    ids = [f.id for f in members]
    beds = {}
    for basis in Basis:
        column = county.column(plan.id, BEDS, basis, year_of(plan, basis))
        beds[basis] = _sum([column[i].value for i in ids if i in column])
    groups = sum(f.is_group for f in members)
    return ClassSummary(facility_class, len(members), groups, beds)


def _together(classes: list[ClassSummary]) -> ClassSummary:
    """The county: its figures are read once, by class."""
    beds = {}
    for basis in Basis:
        sums = [row.beds[basis] for row in classes]
        filled = sum(one.filled for one in sums)
        beds[basis] = Sum(_sum([s.value for s in sums if s.value is not None]).value, filled)
    facilities, groups = sum(r.facilities for r in classes), sum(r.groups for r in classes)
    return ClassSummary(None, facilities, groups, beds)


def _sum(values: list[Decimal]) -> Sum:
    return Sum(sum(values, Decimal()) if values else None, len(values))
