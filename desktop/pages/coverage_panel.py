"""Beside the map: the question asked, what is selected, and five lists that answer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from desktop.map.wording import method_lines
from desktop.pages.coverage_lists import (
    Asked,
    FactList,
    nearest_list,
    removable_list,
    served_list,
    uncovered_list,
)
from desktop.pages.coverage_question_bar import CoverageQuestionBar
from desktop.pages.rule_coverage_panel import RuleCoveragePanel, text_label
from desktop.road_wording import travel_notes
from desktop.tables.fact_table import FactTableView
from models.catalogue import Catalogue, Language
from models.coverage import Coverage, RuleCoverage
from models.facility import Facility


class FactTab(QWidget):
    """A list with the sentence above it, made when it is first looked at."""

    def __init__(self, make: Callable[[Asked], FactList], name: str) -> None:
        super().__init__()
        self._make = make
        self._asked: Asked | None = None  # what is still to be made; None: it is
        self.text = text_label()
        self.view = FactTableView()
        self.view.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.text)
        column.addWidget(self.view, 1)

    def ask(self, asked: Asked) -> None:
        self._asked = asked

    def answer(self) -> None:
        """Make the list, unless it stands already."""
        if self._asked is not None:
            made, self._asked = self._make(self._asked), None
            self.text.setText(made.text)
            self.view.show_table(made.table)


class CoveragePanel(QWidget):
    """Signals: picked(target) by a row, facility_opened(id) and switched(id) by the buttons of
    the facility selected: to its row in the registry; off, or on again, in a trial.
    """

    picked = Signal(object)
    facility_opened = Signal(str)
    switched = Signal(str)

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        super().__init__()
        self._catalogue, self._language = catalogue, language
        self._facility_id = ""
        self._target: tuple[str, str] | None = None
        self.question = CoverageQuestionBar(catalogue, language)
        self.facility_row = self._make_facility_row()
        self.rules = RuleCoveragePanel(catalogue, language)
        self.rules.division_picked.connect(lambda code: self.picked.emit(("division", code)))
        self.method = text_label()
        self.method.setObjectName("muted")
        self.nearest = self._list(nearest_list, self.tr("Nearest facilities"))
        self.served = self._list(served_list, self.tr("People served"))
        self.uncovered = self._list(uncovered_list, self.tr("Points nobody covers"))
        self.removable = self._list(removable_list, self.tr("Facilities that could go"))
        self.tabs = QTabWidget()
        for tab, title in (
            (self.rules, self.tr("Rules")),
            (self.nearest, self.tr("Nearest")),
            (self.served, self.tr("Served")),
            (self.uncovered, self.tr("Left out")),
            (self.removable, self.tr("Could go")),
        ):
            self.tabs.addTab(tab, title)
        self.tabs.currentChanged.connect(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.question)
        column.addWidget(self.facility_row)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.method)
        self.setMinimumWidth(330)
        self.facility_row.hide()

    def _list(self, make: Callable[[Asked], FactList], name: str) -> FactTab:
        tab = FactTab(make, name)
        tab.view.picked.connect(self.picked)
        return tab

    @property
    def _fact_tabs(self) -> tuple[FactTab, ...]:
        return (self.nearest, self.served, self.uncovered, self.removable)

    def _make_facility_row(self) -> QWidget:
        row_widget = QWidget()
        self.facility_name = text_label()
        self.facility_button = QPushButton(self.tr("Show in table"))
        self.facility_button.clicked.connect(lambda: self.facility_opened.emit(self._facility_id))
        self.switch_button = QPushButton()
        self.switch_button.clicked.connect(lambda: self.switched.emit(self._facility_id))
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.facility_name, 1)
        row.addWidget(self.switch_button)
        row.addWidget(self.facility_button)
        return row_widget

    def show_coverage(
        self, coverage: Coverage, shown: Sequence[RuleCoverage], asked: Asked
    ) -> None:
        """Show what the rules shown find, and what the question's lists say."""
        self.rules.show_coverage(coverage, shown, travel_notes(asked.county, coverage, shown))
        self.method.setText("".join(method_lines(shown, self._catalogue, self._language)))
        for tab in self._fact_tabs:
            tab.ask(asked)
        self._answer()

    def _answer(self) -> None:
        tab = self.tabs.currentWidget()
        if isinstance(tab, FactTab):
            tab.answer()
            if self._target is not None:
                tab.view.choose_target(self._target)

    def show_facility(self, facility: Facility | None, switch: str = "") -> None:
        """Name the facility selected, with the way to its row in the registry.

        `switch` is what its button does in a trial; "" without one.
        """
        self.facility_row.setVisible(facility is not None)
        if facility is None:
            return
        self._facility_id = facility.id
        self.facility_name.setText(facility.name)
        self.switch_button.setVisible(bool(switch))
        self.switch_button.setText(switch)

    def select(self, target: tuple[str, str]) -> None:
        """Select a facility or a population point in every list where it stands."""
        self._target = target
        kind, key = target
        if kind == "division":
            self.rules.select_division(key)
        for tab in self._fact_tabs:
            tab.view.choose_target(target)
