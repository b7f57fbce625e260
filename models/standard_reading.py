"""Reads a table of bed standards by class."""

from __future__ import annotations

import re

from models.bed_standard import FIGURES, StandardRow, county_row_name, standard_rows
from models.cell_values import BLANK_MARKS, cell_value
from models.errors import Reason
from models.facility import Ownership
from models.facility_reading import next_order, units_of
from models.figures import format_rate
from models.import_ledger import Ledger
from models.measure import Basis, Measure
from models.plan import PublishedFigure
from models.published import COUNTY_ROWS
from models.published_classes import class_of_standard
from models.source_table import key
from models.table_columns import ColumnUse, Role
from models.table_recognition import FoundTable

_RATE = Measure("rate", "", "每千人口床位", "Beds per 1,000", "张", "beds", decimals=4)
_EN = {"hospital": "hospitals", "primary-care": "primarycare",
       "public-health": "publichealthagencies", "other": "otherfacilities"}  # fmt: skip


class StandardReader:
    """Beds by class are computed from the institutions, so a figure that is what they come to
    changes nothing; another one is kept as the standard that the plan publishes."""

    def __init__(self, ledger: Ledger, table: FoundTable) -> None:
        self.ledger, self.table, self.source = ledger, table, table.source
        self.name = next(c for c, u in enumerate(table.uses) if u.role is Role.NAME)
        self.values = {c: u for c, u in enumerate(table.uses) if u.role in (Role.VALUE, Role.RATE)}
        self.computed = standard_rows(ledger.county, ledger.plan)

    def read(self) -> int:
        rows = 0
        last = None
        for row in self.table.body:
            name = self.source.text(row, self.name)
            filled = [c for c in self.values if self.source.cell(row, c).text]
            if not filled:
                if name:
                    where = f"{self.source.name}!{self.source.row_number(row)}"
                    if not self._is_known(name):
                        self.ledger.leave(where, name, "note")
                continue
            if not name:
                self.ledger.refuse(self.table, row, self.name, "", Reason.EMPTY)
                continue
            rows += 1
            last = self._meant(name, last)
            for column in filled:
                self._read_cell(row, column, self._printed_name(name), last)
        return rows

    def _read_cell(self, row: int, column: int, name: str, meant: StandardRow | None) -> None:
        ledger, use = self.ledger, self.values[column]
        cell = self.source.cell(row, column)
        if cell.anchor not in (None, (row, column)) or cell.text in BLANK_MARKS:
            return
        measure = _RATE if use.role is Role.RATE else ledger.measures[use.measure]
        found = cell_value(cell, measure, units_of(measure), self.source.typed)
        if found.refused is not None:
            ledger.refuse(self.table, row, column, cell.text, found.refused)
        for note in found.notes:
            ledger.tell(self.table, row, column, cell.text, note)
        if found.value is None:
            return
        figure = (ledger.plan.id, FIGURES, name, _figure_column(use))
        if figure in ledger.seen:
            ledger.refuse(self.table, row, self.name, name, Reason.DUPLICATE)
            return
        ledger.seen.add(figure)
        before = ledger.county.table(PublishedFigure).get(figure)
        text = f"{found.value:f}"
        if text == self._expected(meant, use) or (before is not None and before.text == cell.text):
            ledger.unchanged += 1
            return
        order = before.order if before else next_order(ledger, FIGURES)
        where = f"{ledger.source} {self.source.place(row, column)}"
        ledger.put(before, PublishedFigure(*figure, order, text, where))

    def _expected(self, row: StandardRow | None, use: ColumnUse) -> str | None:
        """What the institutions come to, as the export writes it; None where nothing is known."""
        if row is None:
            return None
        plan = self.ledger.plan
        basis = use.basis or (Basis.PLANNED if use.year == plan.target_year else Basis.AUTHORISED)
        if use.role is Role.VALUE:
            beds = row.beds.get(basis)
            return None if beds is None else f"{beds:f}"
        rate = row.rates.get(basis)
        if rate is None:
            return None
        text = format_rate(rate)
        return text.rstrip("0").rstrip(".")

    def _printed_name(self, name: str) -> str:
        """The row of the plan's own standard where it has one of this name."""
        figures = self.ledger.county.figures(self.ledger.plan.id, FIGURES)
        return next((f.row for f in figures if key(f.row) == key(name)), name)

    def _is_known(self, name: str) -> bool:
        return self._meant(name, None) is not None

    def _meant(self, name: str, above: StandardRow | None) -> StandardRow | None:
        """The computed row that a name means; 其中：公立 is a part of the class above it."""
        ledger = self.ledger
        plain = key(name)
        if plain in COUNTY_ROWS or plain in (
            "wholecounty",
            key(county_row_name(ledger.county, ledger.plan)),
        ):
            return self.computed[0]
        known = class_of_standard(re.sub(r"^其中:", "其中：", plain))
        for row in self.computed[1:]:
            if known == (row.facility_class, row.ownership):
                return row
            english = _EN[str(row.facility_class)]
            if row.ownership is not Ownership.UNSPECIFIED:
                english = f"ofwhich{row.ownership}"
            if plain == english and (row.ownership is Ownership.UNSPECIFIED or above is not None):
                return row
        return None


def _figure_column(use: ColumnUse) -> str:
    if use.role is Role.RATE:
        return f"rate {use.year}"
    return f"{use.measure} {use.basis} {use.year}"
