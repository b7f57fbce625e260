"""Beside the map: people covered by each rule shown, which points are not, what is unchecked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

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

from desktop.map.wording import rule_text
from desktop.road_wording import Note
from desktop.tables.coverage_table import Column, CoverageFilter, CoverageTableModel
from models.catalogue import Catalogue, Language
from models.coverage import Coverage, RuleCoverage
from models.figures import format_rate

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
        self.only_uncovered = QCheckBox(self.tr("Only points outside"))
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
        missing = [*self._missing(coverage, rules), *roads]
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
        points = self.tr("{outside} of {points} points outside").format(
            outside=len(measured.uncovered), points=len(measured.points)
        )
        population, covered = measured.population, measured.covered_population
        if population is None or covered is None:
            people = self.tr("population unknown")
        else:
            share = format_rate(Fraction(covered * 100, population), 1) if population else "—"
            people = self.tr(
                "{covered} of {population} people within ({share}%), {outside} outside"
            ).format(
                covered=f"{covered:,}",
                population=f"{population:,}",
                share=share,
                outside=f"{population - covered:,}",
            )
        return f"{rule_text(measured.rule, self._language)}\n    {people}\n    {points}"

    def _missing(
        self, coverage: Coverage, rules: Sequence[RuleCoverage]
    ) -> list[tuple[str, list[str]]]:
        """What could not be checked: a text with its count, and the names."""
        sites = dict.fromkeys(f.name for r in rules for f in r.unplaced_sites)
        people = dict.fromkeys(p.name for r in rules for p in r.unpopulated)
        found = (
            (self.tr("Facilities without coordinates ({count}): "), list(sites)),
            (
                self.tr("Places without coordinates ({count}): "),
                [d.name for d in coverage.unplaced],
            ),
            (
                self.tr("Neither urban nor rural known ({count}): "),
                [d.name for d in coverage.unclassed],
            ),
            (self.tr("Population unknown ({count}): "), list(people)),
        )
        return [(text.format(count=len(names)), names) for text, names in found if names]


def text_label() -> QLabel:
    """A label of plain text that wraps and can be copied."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _shortened(text: str, names: list[str]) -> str:
    return text + "、".join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
