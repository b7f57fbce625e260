"""Subtotals by group and the total of columns, kept up to date value by value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from desktop.tables.allocation_columns import Column
from desktop.tables.allocation_rows import Grouping, group_of
from models.catalogue import Catalogue
from models.county import County
from models.edits import Change
from models.measure import Allocation, Basis
from models.plan import Plan

_Sum = tuple[Decimal, int]  # the sum, and of how many values


class AllocationTotals:
    """Sums over all facilities of the county; the sum of no value at all is blank, not zero.

    What does not add up (an occupancy) has no sum.
    """

    def __init__(
        self,
        county: County,
        catalogue: Catalogue,
        plan: Plan,
        grouping: Grouping,
        columns: Sequence[Column],
    ) -> None:
        self._plan = plan
        self._group_of = {f.id: group_of(f, grouping) for f in county.facilities}
        self._sums: dict[tuple[str | None, str, Basis, int], _Sum] = {}
        summed = {(c.measure, c.basis, c.year) for c in columns}
        planned = [(c.measure, c.basis, c.year) for c in columns if c.basis is Basis.PLANNED]
        # The change of a planned figure is from the authorised one.
        summed |= {(measure, Basis.AUTHORISED, plan.baseline_year) for measure, _, _ in planned}
        self._summed = {c for c in summed if catalogue.measures[c[0]].additive}
        for measure, basis, year in self._summed:
            values: dict[str, list[Decimal]] = {}
            for allocation in county.column(plan.id, measure, basis, year).values():
                values.setdefault(self._group_of[allocation.facility_id], []).append(
                    allocation.value
                )
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

    def value(self, group: str | None, measure: str, basis: Basis, year: int) -> Decimal | None:
        """The sum of one group, or (None) of the county."""
        value, count = self._sums.get((group, measure, basis, year), (None, 0))
        return value if count else None

    def _add(self, allocation: Allocation, sign: int) -> None:
        column = (allocation.measure, allocation.basis, allocation.year)
        if allocation.plan_id != self._plan.id or column not in self._summed:
            return
        for group in (None, self._group_of[allocation.facility_id]):
            value, count = self._sums.get((group, *column), (Decimal(), 0))
            self._sums[(group, *column)] = (value + sign * allocation.value, count + sign)
