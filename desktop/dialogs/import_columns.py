"""What each column of a source table holds, to be corrected by the planner."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem

from desktop.import_wording import use_text
from desktop.session import CountySession
from models.layout import Layout
from models.measure import Basis, Measure
from models.table_columns import BEDS, IGNORED, ROLES, ColumnUse, Role
from models.table_recognition import FoundTable


class ImportColumnsTable(QTableWidget):
    """A row per column: its heading and a choice of what it holds. Signals: corrected()."""

    corrected = Signal()

    def __init__(self, session: CountySession, measures: Iterable[Measure]) -> None:
        super().__init__(0, 2)
        self._session, self._measures = session, tuple(measures)
        self.setHorizontalHeaderLabels([self.tr("Heading"), self.tr("What it holds")])
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.setColumnWidth(0, 320)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)

    def show_table(self, table: FoundTable, *, is_settled: bool = False) -> None:
        """List the columns of a table; none can be chosen before a layout is, or where the uses
        are settled."""
        self.setRowCount(0)
        self.setRowCount(len(table.uses))
        choices = self._choices(table.layout) if table.layout is not None else [IGNORED]
        for row, (heading, use) in enumerate(zip(table.headings, table.uses, strict=True)):
            item = QTableWidgetItem(f"{table.source.letter(row)}  {heading}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, 0, item)
            box = QComboBox()
            box.setMaxVisibleItems(20)
            for choice in choices if use in choices else [use, *choices]:
                text = use_text(choice, self._session.catalogue, self._session.language)
                box.addItem(text, str(choice))
            box.setCurrentIndex(box.findData(str(use)))
            box.setEnabled(table.layout is not None and not is_settled)
            box.activated.connect(lambda _: self.corrected.emit())
            self.setCellWidget(row, 1, box)

    @property
    def uses(self) -> tuple[ColumnUse, ...]:
        """The uses as chosen."""
        boxes = [self.cellWidget(row, 1) for row in range(self.rowCount())]
        return tuple(ColumnUse.parse(b.currentData()) for b in boxes if isinstance(b, QComboBox))

    def _choices(self, layout: Layout) -> list[ColumnUse]:
        """All that a column of a layout can hold; beds first among the figures."""
        plan = self._session.plan
        choices = [IGNORED]
        for role in ROLES[layout]:
            if role is Role.RATE:
                years = (plan.baseline_year, plan.target_year)
                choices += [ColumnUse(role, year=year) for year in years]
            elif role is not Role.VALUE:
                choices.append(ColumnUse(role))
            elif layout is Layout.BED_STANDARD:
                choices += [
                    ColumnUse(role, BEDS, Basis.AUTHORISED, plan.baseline_year),
                    ColumnUse(role, BEDS, Basis.PLANNED, plan.target_year),
                ]
            else:
                choices += self._figures()
        return choices

    def _figures(self) -> list[ColumnUse]:
        plan = self._session.plan
        return [
            ColumnUse(Role.VALUE, measure.id, basis, year)
            for measure in self._measures
            for basis, year in (
                (Basis.AUTHORISED, plan.baseline_year),
                (Basis.ACTUAL, plan.baseline_year),
                (Basis.PLANNED, plan.target_year),
            )
        ]
