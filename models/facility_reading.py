"""Reads tables of institutions and their figures: beds, staff, equipment."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from models.cell_values import BLANK_MARKS, cell_value
from models.errors import InvalidValue, Reason
from models.facility import Facility
from models.import_ledger import Ledger, NameChoice
from models.importing import Note
from models.layout import Layout
from models.measure import Allocation, Basis, Measure, Origin, exact, parse_value
from models.plan import PublishedFigure
from models.source_table import SourceCell, key
from models.table_columns import ColumnUse, Role
from models.table_recognition import FoundTable

TOTALS = frozenset({"合计", "总计", "全区合计", "全县合计", "全市合计", "total", "grandtotal"})
SUBTOTAL_ENDS = ("小计", "合计", "subtotal")
EQUIPMENT = "equipment"
_AREAS = frozenset({"全国", "全省", "全市", "全区", "全县", "全旗"})


class FacilityTableReader:
    """Reads one table of the layouts three-column, one-column and equipment.

    A blank cell, or a dash, leaves the value that is there as it is. Changed values have
    Origin.IMPORTED, with file and cell as their source; a remark becomes the note of the planned
    figure (of every figure where none is planned). Totals are no values: a typed one is held
    against the rows above it.
    """

    def __init__(self, ledger: Ledger, table: FoundTable) -> None:
        self.ledger, self.table, self.source = ledger, table, table.source
        self.values = {c: u for c, u in enumerate(table.uses) if u.role is Role.VALUE}
        roles = {u.role: c for c, u in enumerate(table.uses) if u.role is not Role.VALUE}
        self.name = roles[Role.NAME]
        self.remark = roles.get(Role.REMARK)
        self.units = {u.measure: units_of(ledger.measures[u.measure]) for u in self.values.values()}
        is_planned = any(u.basis is Basis.PLANNED for u in self.values.values())
        self.noted = {c for c, u in self.values.items()
                      if u.basis is Basis.PLANNED or not is_planned}  # fmt: skip
        self.rows = 0
        self.sums: dict[int, Decimal] = {}
        self.has_subtotals = False
        self.areas = self._known_areas()

    def read(self) -> int:
        """Read every row; the number of rows that were facilities (or areas)."""
        self._check_heading()
        for row in self.table.body:
            cells = self.source.rows[row]
            if any(cell.text or cell.is_missing for cell in cells):
                self._read_row(row)
        return self.rows

    def _check_heading(self) -> None:
        seen: set[ColumnUse] = set()
        row = self.table.heading.stop - 1
        for column, use in self.values.items():
            if use in seen:
                self.ledger.refuse(
                    self.table, row, column, self.table.headings[column], Reason.DUPLICATE
                )
            seen.add(use)

    def _read_row(self, row: int) -> None:
        ledger, table, source = self.ledger, self.table, self.source
        name = source.text(row, self.name)
        if row in source.hidden and not ledger.choices.take_hidden:
            ledger.leave(f"{source.name}!{source.row_number(row)}", name, "hidden-row")
            return
        if self._is_total(row, name):
            self._read_total(row)
            return
        has_figures = any(
            source.cell(row, c).text or source.cell(row, c).is_missing for c in self.values
        )
        area = self._area(name)
        if area is not None:
            self.rows += 1
            self._read_area(row, area)
            return
        is_named = bool(ledger.matcher.match(name).facilities) or key(name) in ledger.choices.names
        if not is_named and not has_figures:
            self._leave_note(row)
            return
        if not name:
            ledger.refuse(table, row, self.name, "", Reason.EMPTY)
            return
        anchor = source.cell(row, self.name).anchor
        if anchor is not None and anchor[0] != row:
            ledger.refuse(table, row, self.name, name, Reason.MERGED)
            return
        facility = ledger.facility(table, row, self.name, name)
        if facility is None:
            if key(name) in ledger.choices.names:
                where = f"{source.name}!{source.row_number(row)}"
                ledger.leave(where, name, "name-left-aside")
            else:  # its figures are looked at all the same, so that every problem is told at once
                for column, use in self.values.items():
                    self._value(row, column, use)
            return
        self._read_facility(row, facility, name)

    def _read_facility(self, row: int, facility: Facility, name: str) -> None:
        ledger = self.ledger
        cells = {c: (facility.id, u.measure, u.basis, u.year) for c, u in self.values.items()}
        if any(cell in ledger.seen for cell in cells.values()):
            ledger.refuse(self.table, row, self.name, name, Reason.DUPLICATE)
            return
        ledger.seen.update(cells.values())
        self.rows += 1
        if row in self.source.hidden:
            ledger.tell(self.table, row, self.name, name, Note.HIDDEN_ROW)
        remark = "" if self.remark is None else self.source.text(row, self.remark)
        for column, use in self.values.items():
            value = self._value(row, column, use)
            if value is not None:
                self.sums[column] = self.sums.get(column, Decimal(0)) + value
                self._take(facility, use, value, row, column, remark)

    def _value(self, row: int, column: int, use: ColumnUse) -> Decimal | None:
        """The number in a cell; None where it is blank or was refused."""
        cell = self.source.cell(row, column)
        if cell.anchor is not None and self._is_shared(row, column, cell):
            return None
        measure = self.ledger.measures[use.measure]
        found = cell_value(cell, measure, self.units[use.measure], self.source.typed)
        if found.refused is not None:
            self.ledger.refuse(self.table, row, column, cell.text or cell.formula, found.refused)
        for note in found.notes:
            self.ledger.tell(self.table, row, column, cell.text, note)
        return found.value

    def _is_shared(self, row: int, column: int, cell: SourceCell) -> bool:
        """Whether a merged cell would stand for several figures; that it is merged is told."""
        if cell.anchor != (row, column):
            return True  # the cell it is merged into has told
        if not cell.text:
            return False
        below = row + 1 < len(self.source.rows) and self.source.cell(row + 1, column)
        beside = [self.source.cell(row, c) for c in self.values if c != column]
        shared = [c for c in (below, *beside) if c and c.anchor == cell.anchor]
        if shared:
            self.ledger.refuse(self.table, row, column, cell.text, Reason.MERGED)
        else:
            self.ledger.tell(self.table, row, column, cell.text, Note.MERGED_CELLS)
        return bool(shared)

    def _take(
        self, facility: Facility, use: ColumnUse, value: Decimal, row: int, column: int, remark: str
    ) -> None:
        ledger = self.ledger
        assert use.basis is not None
        cell = (ledger.plan.id, facility.id, use.measure, use.basis, use.year)
        before = ledger.county.allocation(*cell)
        note = "" if before is None else before.note
        if remark and column in self.noted:
            note = remark
        if before is not None and before.value == value:
            ledger.put(before, before if note == before.note else replace(before, note=note))
        else:
            where = f"{ledger.source} {self.source.place(row, column)}"
            ledger.put(before, Allocation(*cell, value, Origin.IMPORTED, where, note))

    # --- rows that are no facility

    def _leave_note(self, row: int) -> None:
        cells = self.source.rows[row]
        text = " ".join(cell.text for cell in cells if cell.text)
        self.ledger.leave(f"{self.source.name}!{self.source.row_number(row)}", text, "note")

    def _is_total(self, row: int, name: str) -> bool:
        labels = {key(self.source.text(row, c)) for c in range(min(self.values, default=0))} - {""}
        labels.add(key(name))
        if not (labels & TOTALS or any(t.endswith(SUBTOTAL_ENDS) for t in labels)):
            return False
        return not self.ledger.matcher.match(name).facilities and self._area(name) is None

    def _read_total(self, row: int) -> None:
        """Totals are not values; a typed one is held against the rows above it."""
        ledger, source = self.ledger, self.source
        label = source.text(row, self.name)
        cells = {c: source.cell(row, c) for c in self.values}
        typed = [c for c, cell in cells.items() if not cell.formula and cell.text]
        ledger.tell(self.table, row, self.name, label, Note.TOTAL_ROW)
        is_total = {key(source.text(row, c)) for c in range(len(source.rows[row]))} & TOTALS
        if not is_total:
            self.has_subtotals = True
            for column in typed:
                ledger.leave(source.place(row, column), cells[column].text, "subtotal")
        for column in () if self.has_subtotals else typed:
            printed, expected = cells[column].text, self.sums.get(column, Decimal(0))
            if printed in BLANK_MARKS:
                continue
            try:
                is_sum = parse_value(printed, _NUMBER) == expected
            except InvalidValue:
                is_sum = False
            if not is_sum:
                ledger.leave(
                    source.place(row, column), printed, "total-differs", f"{exact(expected):f}"
                )

    def _known_areas(self) -> dict[str, str]:
        if self.table.layout is not Layout.EQUIPMENT:
            return {}
        figures = self.ledger.county.figures(self.ledger.plan.id, EQUIPMENT)
        return {key(figure.row): figure.row for figure in figures}

    def _area(self, name: str) -> str | None:
        """The name of the area whose machines a row of the equipment table counts."""
        if self.table.layout is not Layout.EQUIPMENT or not name:
            return None
        chosen = self.ledger.choices.names.get(key(name)) == NameChoice.AREA
        known = self.areas.get(key(name))
        if known is None and (key(name) in _AREAS or chosen):
            return name
        return known if not self.ledger.matcher.match(name).facilities else None

    def _read_area(self, row: int, area: str) -> None:
        ledger = self.ledger
        plan_id = ledger.plan.id
        for column, use in self.values.items():
            text = self.source.cell(row, column).text
            where = f"{use.measure} {use.basis} {use.year}"
            before = ledger.county.table(PublishedFigure).get((plan_id, EQUIPMENT, area, where))
            if before is not None and before.text == text:
                ledger.unchanged += 1
                continue
            value = self._value(row, column, use)
            if value is None or (before is not None and before.text == f"{value:f}"):
                continue
            if (area, where) in ledger.seen:
                ledger.refuse(self.table, row, self.name, area, Reason.DUPLICATE)
                return
            ledger.seen.add((area, where))
            order = before.order if before else next_order(ledger, EQUIPMENT)
            source = f"{ledger.source} {self.source.place(row, column)}"
            ledger.put(
                before,
                PublishedFigure(plan_id, EQUIPMENT, area, where, order, f"{value:f}", source),
            )


_NUMBER = Measure("number", "", "数", "Number", "", "", decimals=4)


def units_of(measure: Measure) -> frozenset[str]:
    """The words for a measure's unit that may stand behind its number."""
    words = {key(measure.unit_zh), key(measure.unit_en)}
    if "台" in words:
        words |= {"台(套)", "套", "台套", "unit"}
    if "人" in words:
        words |= {"名", "person"}
    if "张" in words:
        words |= {"bed", "张床", "张床位"}
    return frozenset(words - {""})


def next_order(ledger: Ledger, table: str) -> int:
    """The place behind the figures of a printed table that there are, and those just read."""
    figures = ledger.county.figures(ledger.plan.id, table)
    added = sum(
        isinstance(c.after, PublishedFigure) and c.before is None for c in ledger.changes.values()
    )
    return max((f.order for f in figures), default=0) + 1 + added
