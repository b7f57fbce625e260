"""Beside the map: people covered by each rule shown, which points are not, what is unchecked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.coverage_wording import amount_lines, missing_notes
from desktop.map.wording import rule_text
from desktop.road_wording import Note
from desktop.tables.coverage_table import Column, CoverageFilter, CoverageTableModel
from models.catalogue import Catalogue, Language
from models.coverage import Coverage, RuleCoverage

MOST_NAMES = 4
_FIGURE_WIDTH = 72  # pixels
_WIDE_ROWS = 50  # that the widths of columns go by: to ask all of many takes a second


class RuleCoveragePanel(QWidget):
    """Signal: division_picked(code) by a row."""

    division_picked = Signal(str)

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        super().__init__()
        self._language = language
        self.summary = text_label()
        self.unchecked = text_label()
        self.unchecked.setObjectName("muted")
        self.only_uncovered = QCheckBox(self.tr("Only points not covered"))
        self.model = CoverageTableModel(catalogue, language, self)
        self.filter = CoverageFilter(self)
        self.filter.setSourceModel(self.model)
        self.only_uncovered.toggled.connect(self.filter.set_only_uncovered)
        self.table = self._make_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.summary)
        column.addWidget(self.only_uncovered)
        column.addWidget(self.table, 1)
        column.addWidget(self.unchecked)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.filter)
        table.setAccessibleName(self.tr("Population points"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(24)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(_WIDE_ROWS)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        table.selectionModel().selectionChanged.connect(self._picked)
        return table

    def show_coverage(
        self, coverage: Coverage, rules: Sequence[RuleCoverage], roads: Sequence[Note] = ()
    ) -> None:
        """Show what these rules of the coverage find, what could not be checked, and what is to be
        known of the roads that were travelled.
        """
        self.summary.setText("\n".join(self._summary(measured) for measured in rules))
        self.model.show_rules(list(rules))
        self.table.resizeColumnsToContents()
        for column in (Column.DISTANCE, Column.LIMIT):  # else as wide as high, for the sort mark
            self.table.setColumnWidth(column, _FIGURE_WIDTH)
        missing = [*missing_notes(coverage, rules), *roads]
        self.unchecked.setText("\n".join(_shortened(text, names) for text, names in missing))
        self.unchecked.setToolTip("\n".join(text + "、".join(names) for text, names in missing))
        self.unchecked.setVisible(bool(missing))

    def select_division(self, code: str) -> None:
        """Select the row of a population point, where there is one."""
        row = self.model.row_of(code)
        if row is None:
            return
        if self.only_uncovered.isChecked() and self.model.point(row).covered:
            self.only_uncovered.setChecked(False)
        if any(self._code(i.row()) == code for i in self.table.selectionModel().selectedRows()):
            return
        index = self.filter.mapFromSource(self.model.index(row, Column.NAME))
        self.table.selectRow(index.row())
        self.table.scrollTo(index)

    def _picked(self, selected: QItemSelection) -> None:
        if selected.indexes():
            self.division_picked.emit(self._code(selected.indexes()[0].row()))

    def _code(self, row: int) -> str:
        """The code of the division in a row of the table."""
        source = self.filter.mapToSource(self.filter.index(row, Column.NAME))
        return self.model.point(source.row()).division_code

    def _summary(self, measured: RuleCoverage) -> str:
        head = rule_text(measured.rule, self._language)
        return "\n    ".join((head, *amount_lines(measured)))


def text_label() -> QLabel:
    """A label of plain text that wraps and can be copied."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _shortened(text: str, names: list[str]) -> str:
    return text + "、".join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
