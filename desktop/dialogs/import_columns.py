"""What each column of a source table holds, to be corrected by the planner."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
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
        self._choices_model: QStandardItemModel | None = None
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
        choices = self._model(table)
        for row, (heading, use) in enumerate(zip(table.headings, table.uses, strict=True)):
            item = QTableWidgetItem(f"{table.source.letter(row)}  {heading}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, 0, item)
            box = QComboBox()
            box.setMaxVisibleItems(20)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setModel(choices)
            box.setCurrentIndex(box.findData(str(use)))
            box.setEnabled(table.layout is not None and not is_settled)
            box.activated.connect(lambda _: self.corrected.emit())
            self.setCellWidget(row, 1, box)

    @property
    def uses(self) -> tuple[ColumnUse, ...]:
        """The uses as chosen."""
        boxes = [self.cellWidget(row, 1) for row in range(self.rowCount())]
        return tuple(ColumnUse.parse(b.currentData()) for b in boxes if isinstance(b, QComboBox))

    def _model(self, table: FoundTable) -> QStandardItemModel:
        """The choices for all columns of a table, since there are hundreds; a use that is none of
        them comes last."""
        choices = [IGNORED] if table.layout is None else self._choices(table.layout)
        model = QStandardItemModel(self)
        for choice in dict.fromkeys([*choices, *table.uses]):
            item = QStandardItem(use_text(choice, self._session.catalogue, self._session.language))
            item.setData(str(choice), Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        if self._choices_model is not None:
            self._choices_model.deleteLater()
        self._choices_model = model
        return model

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
        """Each measure as it was, as it is planned, then year by year between."""
        plan = self._session.plan
        between = range(plan.baseline_year + 1, plan.target_year)
        dated = [
            (Basis.AUTHORISED, plan.baseline_year),
            (Basis.ACTUAL, plan.baseline_year),
            (Basis.PLANNED, plan.target_year),
            *((basis, year) for basis in (Basis.PLANNED, Basis.ACTUAL) for year in between),
        ]
        return [
            ColumnUse(Role.VALUE, measure.id, basis, year)
            for measure in self._measures
            for basis, year in dated
        ]
