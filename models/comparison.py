"""Two plan versions side by side, cell by cell; differences carried from one to the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from models.county import County, total
from models.edits import Change, Edit
from models.measure import Allocation, Basis, Measure
from models.plan import Plan

_Key = tuple[str, Basis, int]  # of a column: measure, basis, year


class Difference(StrEnum):
    """What became of a cell from version A to version B; a blank is not zero."""

    CHANGED = "changed"
    ADDED = "added"  # blank in A
    REMOVED = "removed"  # blank in B


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """A cell whose value in one version is not that in the other (None: blank)."""

    facility_id: str
    measure: str
    basis: Basis
    year: int
    a: Allocation | None
    b: Allocation | None

    @property
    def column(self) -> _Key:
        return self.measure, self.basis, self.year

    @property
    def kind(self) -> Difference:
        if self.a is None:
            return Difference.ADDED
        return Difference.REMOVED if self.b is None else Difference.CHANGED

    @property
    def difference(self) -> Decimal | None:
        """B less A; None where one is blank."""
        return None if self.a is None or self.b is None else self.b.value - self.a.value


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """A measure on a basis in a year: the total of each version, and how many cells differ.

    A total is None where there is no value, and where a sum of the measure means nothing.
    """

    measure: str
    basis: Basis
    year: int
    a: Decimal | None
    b: Decimal | None
    counts: Mapping[Difference, int]
    same: int

    @property
    def column(self) -> _Key:
        return self.measure, self.basis, self.year

    @property
    def difference(self) -> Decimal | None:
        """Total of B less total of A; None where one is None."""
        return None if self.a is None or self.b is None else self.b - self.a


@dataclass(frozen=True)
class Comparison:
    """Version A against version B.

    `cells` holds the differences only: measures in the order of the catalogue, then basis and
    year, then facilities in their order. `columns` holds every column that has a value in either.
    """

    plan_a: Plan
    plan_b: Plan
    cells: tuple[ComparedCell, ...]
    columns: tuple[ComparedColumn, ...]

    @property
    def same(self) -> int:
        """How many cells have the same value in both."""
        return sum(column.same for column in self.columns)

    def count(self, kind: Difference) -> int:
        return sum(column.counts[kind] for column in self.columns)


def compare(
    county: County, plan_a: str, plan_b: str, measures: Mapping[str, Measure]
) -> Comparison:
    """The comparison of two versions by id; `measures` in display order.

    Values are compared, not their origin, source or note. Raises KeyError for an unknown id.
    """
    return _compared(county, (plan_a, plan_b), measures, {})


def compare_again(
    before: Comparison, edit: Edit, county: County, measures: Mapping[str, Measure]
) -> Comparison:
    """What `compare` gives after an edit of figures alone; only columns with one are read again."""
    touched = {
        (record.measure, record.basis, record.year)
        for record in (change.record for change in edit.changes)
        if isinstance(record, Allocation)
    }
    cells: defaultdict[_Key, list[ComparedCell]] = defaultdict(list)
    for cell in before.cells:
        cells[cell.column].append(cell)
    known = {c.column: (cells[c.column], c) for c in before.columns if c.column not in touched}
    return _compared(county, (before.plan_a.id, before.plan_b.id), measures, known)


def _compared(
    county: County,
    plan_ids: tuple[str, str],
    measures: Mapping[str, Measure],
    known: Mapping[_Key, tuple[list[ComparedCell], ComparedColumn]],
) -> Comparison:
    """`known` are the columns that need not be read."""
    order = {facility.id: n for n, facility in enumerate(county.facilities)}
    cells: list[ComparedCell] = []
    columns: list[ComparedColumn] = []
    for key in _columns(county, plan_ids, measures):
        if key in known:
            differing, column = known[key]
        else:
            a, b = (county.column(plan_id, *key) for plan_id in plan_ids)
            differing = _differing(key, a, b)
            differing.sort(key=lambda cell: order[cell.facility_id])
            column = _compared_column(key, a, b, differing, measures)
        cells += differing
        columns.append(column)
    plan_a, plan_b = map(county.plan, plan_ids)
    return Comparison(plan_a, plan_b, tuple(cells), tuple(columns))


def _differing(
    key: _Key, a: Mapping[str, Allocation], b: Mapping[str, Allocation]
) -> list[ComparedCell]:
    return [
        ComparedCell(facility_id, *key, a.get(facility_id), b.get(facility_id))
        for facility_id in a.keys() | b.keys()
        if _value(a.get(facility_id)) != _value(b.get(facility_id))
    ]


def _columns(
    county: County, plan_ids: tuple[str, str], measures: Mapping[str, Measure]
) -> list[_Key]:
    """The columns that hold a value in either version, in display order."""
    order = {measure: n for n, measure in enumerate(measures)}
    bases = list(Basis)
    found = {
        (measure, basis, year)
        for plan_id, measure, basis, year in county.columns()
        if plan_id in plan_ids
    }
    return sorted(found, key=lambda k: (order.get(k[0], len(order)), k[0], bases.index(k[1]), k[2]))


def _compared_column(
    key: _Key,
    a: Mapping[str, Allocation],
    b: Mapping[str, Allocation],
    differing: list[ComparedCell],
    measures: Mapping[str, Measure],
) -> ComparedColumn:
    kinds = [cell.kind for cell in differing]
    counts = {kind: kinds.count(kind) for kind in Difference}
    measure = measures.get(key[0])
    summed = measure is None or measure.additive
    return ComparedColumn(
        *key,
        total(a.values()) if summed else None,
        total(b.values()) if summed else None,
        counts,
        same=len(a.keys() | b.keys()) - len(differing),
    )


def _value(allocation: Allocation | None) -> Decimal | None:
    return None if allocation is None else allocation.value


def carry_over(
    comparison: Comparison, cells: Iterable[ComparedCell], into: str, label: str
) -> Edit:
    """The edit that gives cells of version `into` (an id) what they hold in the other version.

    Origin, source and note come along; where the other version is blank the cell becomes blank.
    """
    return Edit(label, tuple(_carried(cells, into, into_a=into == comparison.plan_a.id)))


def _carried(cells: Iterable[ComparedCell], into: str, *, into_a: bool) -> Iterator[Change]:
    for cell in cells:
        present, other = (cell.a, cell.b) if into_a else (cell.b, cell.a)
        yield Change(present, None if other is None else replace(other, plan_id=into))
