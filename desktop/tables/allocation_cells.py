"""What the cells of the allocation table hold: values, texts, findings and origins."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.session import CountySession
from desktop.tables.allocation_columns import PER, Column, ColumnKind
from desktop.tables.allocation_rows import Row
from desktop.tables.allocation_totals import AllocationTotals
from models.county import CellKey
from models.facility import Facility
from models.figures import format_change, format_count, format_rate
from models.measure import Allocation, Basis, Origin
from models.plan import PopulationGroup
from models.rules.rule import Finding

EDITABLE = (ColumnKind.VALUE, ColumnKind.NOTE)


class AllocationCells:
    """Cells by row and column, for the plan that is shown; a row None is the grand total."""

    def __init__(self, session: CountySession, totals: AllocationTotals) -> None:
        self._session = session
        self._totals = totals
        self._people: dict[int, int | None] = {}
        self._findings: dict[str, dict[tuple[str, Basis, int], list[Finding]]] = {}

    def forget(self, facility_ids: Iterable[str]) -> None:
        """What was kept of these facilities is no longer true."""
        for facility_id in facility_ids:
            self._findings.pop(facility_id, None)

    # --- values and texts

    def key(self, facility: Facility, column: Column) -> CellKey:
        plan = self._session.plan
        return (plan.id, facility.id, column.measure, column.basis, column.year)

    def allocation(self, facility: Facility, column: Column) -> Allocation | None:
        """The value that a cell shows; None of a computed one and of a blank."""
        if column.kind not in EDITABLE:
            return None
        return self._session.county.allocation(*self.key(facility, column))

    def text(self, row: Row | None, column: Column) -> str:
        """What a cell shows. Blank is "", never 0."""
        match column.kind:
            case ColumnKind.VALUE:
                value = self.value(row, column)
                return "" if value is None else format_count(value)
            case ColumnKind.CHANGE:
                change = self._change(row, column)
                return "" if change is None else format_change(change)
            case ColumnKind.RATE:
                rate = self._rate(row, column)
                return "" if rate is None else format_rate(rate)
            case ColumnKind.NOTE:
                if row is None or row.facility is None:
                    return ""
                allocation = self.allocation(row.facility, column)
                return "" if allocation is None else allocation.note

    def sort_key(self, facility: Facility, column: Column) -> Any:
        """By what a column sorts a facility; None of a blank."""
        row = Row("", facility)
        match column.kind:
            case ColumnKind.VALUE:
                return self.value(row, column)
            case ColumnKind.CHANGE:
                return self._change(row, column)
            case ColumnKind.RATE:
                return self._rate(row, column)
            case ColumnKind.NOTE:
                return self.text(row, column) or None

    def value(self, row: Row | None, column: Column) -> Decimal | None:
        """The figure on which a cell stands."""
        return self._figure(row, column.measure, column.basis, column.year)

    def _figure(self, row: Row | None, measure: str, basis: Basis, year: int) -> Decimal | None:
        if row is not None and row.facility is not None:
            county, plan = self._session.county, self._session.plan
            found = county.allocation(plan.id, row.facility.id, measure, basis, year)
            return None if found is None else found.value
        return self._totals.value(row.group if row else None, measure, basis, year)

    def _change(self, row: Row | None, column: Column) -> Decimal | None:
        year = self._session.plan.baseline_year
        before = self._figure(row, column.measure, Basis.AUTHORISED, year)
        planned = self.value(row, column)
        return None if planned is None or before is None else planned - before

    def _rate(self, row: Row | None, column: Column) -> Fraction | None:
        if column.year not in self._people:
            found = self._session.county.population(column.year, PopulationGroup.RESIDENT)
            self._people[column.year] = None if found is None else found.persons
        people, planned = self._people[column.year], self.value(row, column)
        return Fraction(planned) * PER / people if planned is not None and people else None

    # --- findings and origin

    def findings(self, row: Row | None, column: Column) -> list[Finding]:
        """The findings about a facility's cell, or about the county (row None)."""
        if column.kind is not ColumnKind.VALUE:
            return []
        evaluation = self._session.evaluation
        if row is None:
            return [f for f in evaluation.of_county() if _place(f) == _place_of(column)]
        if row.facility is None:
            return []
        found = self._findings.get(row.facility.id)
        if found is None:
            found = self._findings[row.facility.id] = {}
            for finding in evaluation.of_facility(row.facility.id):
                found.setdefault(_place(finding), []).append(finding)
        return found.get(_place_of(column), [])

    def finding_text(self, finding: Finding) -> str:
        session = self._session
        return wording.finding_text(finding, session.catalogue, session.language)

    def origin_text(self, allocation: Allocation) -> str:
        """Who or what set a value, and after which source; rules by name."""
        session = self._session
        origin = session.catalogue.word("origin", allocation.origin, session.language)
        source = allocation.source
        if allocation.origin is Origin.DERIVED:
            names = {r.id: wording.rule_text(r, session.language) for r in session.rules}
            source = wording.listed([names.get(rule_id, rule_id) for rule_id in source.split(", ")])
        if not source:
            return origin
        pattern = QCoreApplication.translate("AllocationCells", "{origin}: {source}")
        return pattern.format(origin=origin, source=source)

    def tool_tip(self, row: Row | None, column: Column) -> str | None:
        """What hovering over a cell tells: findings, origin, note."""
        lines = [self.finding_text(finding) for finding in self.findings(row, column)]
        if row is not None and row.facility is not None:
            allocation = self.allocation(row.facility, column)
            if allocation is not None:
                lines.append(self.origin_text(allocation))
                lines += [f"◥ {allocation.note}"] if allocation.note else []
        return "\n".join(lines) or None


def _place(finding: Finding) -> tuple[str, Basis, int]:
    return (finding.measure, finding.basis, finding.year)


def _place_of(column: Column) -> tuple[str, Basis, int]:
    return (column.measure, column.basis, column.year)
