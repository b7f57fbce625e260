"""Subtotals by class and the total of columns, kept up to date value by value."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from desktop.tables.allocation_columns import Column
from models.county import County
from models.edits import Change
from models.facility import FacilityClass
from models.measure import Allocation, Basis
from models.plan import Plan
from models.staffing import BEDS


class AllocationTotals:
    """Sums over all facilities of the county; the sum of no value at all is blank, not zero."""

    def __init__(self, county: County, plan: Plan, columns: Iterable[Column]) -> None:
        self._plan = plan
        self._class_of = {f.id: f.facility_class for f in county.facilities}
        self._sums: dict[tuple[FacilityClass | None, str, Basis, int], tuple[Decimal, int]] = {}
        self._summed = {(c.measure, c.basis, c.year) for c in columns}
        # The class standards are about these, whichever columns are shown.
        self._summed.add((BEDS, Basis.PLANNED, plan.target_year))
        for measure, basis, year in self._summed:
            values: dict[FacilityClass, list[Decimal]] = {c: [] for c in FacilityClass}
            for allocation in county.column(plan.id, measure, basis, year).values():
                values[self._class_of[allocation.facility_id]].append(allocation.value)
            for group, of_group in values.items():
                self._sums[(group, measure, basis, year)] = sum(of_group, Decimal()), len(of_group)
            every = [value for of_group in values.values() for value in of_group]
            self._sums[(None, measure, basis, year)] = sum(every, Decimal()), len(every)

    def follow(self, changes: Iterable[Change]) -> None:
        """Follow changes of allocations that the county has taken."""
        for change in changes:
            if isinstance(change.before, Allocation):
                self._add(change.before, -1)
            if isinstance(change.after, Allocation):
                self._add(change.after, 1)

    def value(
        self, facility_class: FacilityClass | None, measure: str, basis: Basis, year: int
    ) -> Decimal | None:
        """The sum of one class, or (None) of the county."""
        value, count = self._sums.get((facility_class, measure, basis, year), (None, 0))
        return value if count else None

    def _add(self, allocation: Allocation, sign: int) -> None:
        column = (allocation.measure, allocation.basis, allocation.year)
        if allocation.plan_id != self._plan.id or column not in self._summed:
            return
        for group in (None, self._class_of[allocation.facility_id]):
            value, count = self._sums.get((group, *column), (Decimal(), 0))
            self._sums[(group, *column)] = (value + sign * allocation.value, count + sign)
