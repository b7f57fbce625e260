"""Beside the map: how many people are covered, which points are not, what could not be checked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.tables.coverage_table import Column, CoverageFilter, CoverageTableModel
from models.catalogue import Catalogue, Language
from models.coverage import Coverage, RuleCoverage
from models.facility import Facility
from models.figures import format_rate
from models.rules.rule import Rule

MOST_NAMES = 4
_FIGURE_WIDTH = 84  # pixels


class CoveragePanel(QWidget):
    """Signals: division_picked(code) by a row, facility_opened(id) by the button of a facility."""

    division_picked = Signal(str)
    facility_opened = Signal(str)

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        super().__init__()
        self._language = language
        self._facility_id = ""
        self.summary = _text_label()
        self.unchecked = _text_label()
        self.unchecked.setObjectName("muted")
        self.facility_name = _text_label()
        self.facility_button = QPushButton(self.tr("Show in table"))
        self.facility_button.clicked.connect(lambda: self.facility_opened.emit(self._facility_id))
        self.facility_row = QWidget()
        self.only_uncovered = QCheckBox(self.tr("Only points outside"))
        self.model = CoverageTableModel(catalogue, language, self)
        self.filter = CoverageFilter(self)
        self.filter.setSourceModel(self.model)
        self.only_uncovered.toggled.connect(self.filter.set_only_uncovered)
        self.table = self._make_table()
        self._lay_out()
        self.facility_row.hide()

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
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        table.selectionModel().selectionChanged.connect(self._picked)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.facility_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.facility_name, 1)
        row.addWidget(self.facility_button)
        note = _text_label()
        note.setObjectName("muted")
        note.setText(
            self.tr(
                "Distances are straight lines, not roads. Approximate places are to be confirmed."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.facility_row)
        column.addWidget(self.only_uncovered)
        column.addWidget(self.table, 1)
        column.addWidget(self.unchecked)
        column.addWidget(note)
        self.setMinimumWidth(360)

    def rule_text(self, rule: Rule) -> str:
        return rule.zh if self._language is Language.ZH else rule.en

    def show_coverage(self, coverage: Coverage, rules: Sequence[RuleCoverage]) -> None:
        """Show what these rules of the coverage find, and what could not be checked."""
        self.facility_row.hide()
        self.summary.setText("\n".join(self._summary(measured) for measured in rules))
        self.model.show_rules(list(rules))
        self.table.resizeColumnsToContents()
        for column in (Column.DISTANCE, Column.LIMIT):  # else as wide as high, for the sort mark
            self.table.setColumnWidth(column, _FIGURE_WIDTH)
        missing = self._missing(coverage, rules)
        self.unchecked.setText("\n".join(_shortened(text, names) for text, names in missing))
        self.unchecked.setToolTip("\n".join(text + "、".join(names) for text, names in missing))
        self.unchecked.setVisible(bool(missing))

    def show_facility(self, facility: Facility) -> None:
        """Name the facility picked on the map, with the way to its row in the registry."""
        self._facility_id = facility.id
        self.facility_name.setText(facility.name)
        self.facility_row.show()

    def select_division(self, code: str) -> None:
        """Select the row of a population point, where there is one."""
        row = self.model.row_of(code)
        if row is None:
            return
        if self.only_uncovered.isChecked() and self.model.point(row).covered:
            self.only_uncovered.setChecked(False)
        index = self.filter.mapFromSource(self.model.index(row, Column.NAME))
        self.table.selectRow(index.row())
        self.table.scrollTo(index)

    def _picked(self, selected: QItemSelection) -> None:
        if selected.indexes():
            row = self.filter.mapToSource(selected.indexes()[0]).row()
            self.division_picked.emit(self.model.point(row).division_code)

    def _summary(self, measured: RuleCoverage) -> str:
        points = self.tr("{outside} of {points} points outside").format(
            outside=len(measured.uncovered), points=len(measured.points)
        )
        population, covered = measured.population, measured.covered_population
        if population is None or covered is None:
            people = self.tr("population unknown")
        else:
            share = format_rate(Fraction(covered * 100, population), 1) if population else "—"
            people = self.tr("{covered} of {population} people within ({share}%)").format(
                covered=f"{covered:,}", population=f"{population:,}", share=share
            )
        return f"{self.rule_text(measured.rule)}\n    {people}\n    {points}"

    def _missing(
        self, coverage: Coverage, rules: Sequence[RuleCoverage]
    ) -> list[tuple[str, list[str]]]:
        """What could not be checked: a text with its count, and the names."""
        sites = dict.fromkeys(f.name for r in rules for f in r.unplaced_sites)
        people = dict.fromkeys(p.name for r in rules for p in r.unpopulated)
        found = (
            (self.tr("Emergency sites without coordinates ({count}): "), list(sites)),
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


def _text_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _shortened(text: str, names: list[str]) -> str:
    return text + "、".join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
