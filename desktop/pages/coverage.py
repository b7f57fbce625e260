"""Coverage: the map of the service radius, and the points that it leaves outside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.fonts import picture_font
from desktop.map.coverage_canvas import CoverageCanvas
from desktop.map.map_data import MapData, map_data
from desktop.pages.coverage_panel import CoveragePanel
from desktop.pages.page import Page
from desktop.pictures import save_map
from desktop.session import CountySession
from models.coverage import Coverage, RuleCoverage, coverage
from models.edits import Edit
from models.errors import WeiguiError
from models.facility import Facility
from models.geography import Division
from models.plan import CountyInfo, Plan

_READ = (Facility, Division, CountyInfo, Plan)  # the records that this page shows


class CoveragePage(Page):
    """Computes the coverage when facilities, divisions or the plan have changed, and shows it."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, "")
        self.title.setText(self.tr("Coverage"))
        self.coverage: Coverage
        self.data: MapData
        self._stale = True
        self.canvas = CoverageCanvas(session.catalogue, session.language, picture_font())
        self.panel = CoveragePanel(session.catalogue, session.language)
        self.rule_picker = QComboBox()
        self.rule_picker.setAccessibleName(self.tr("Rule shown"))
        self.header.addWidget(self.rule_picker)
        self._add_actions()
        self._lay_out()
        self.setFocusProxy(self.canvas)
        self.rule_picker.activated.connect(self._show_rule)
        self.canvas.facility_clicked.connect(self._show_facility)
        self.canvas.facility_activated.connect(self._open_facility)
        self.canvas.division_clicked.connect(self.panel.select_division)
        self.panel.division_picked.connect(self.canvas.select_division)
        self.panel.facility_opened.connect(self._open_facility)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._outdate)
        self.refresh_if_stale()

    def _add_actions(self) -> None:
        self.save_action = QAction(self.tr("Save picture…"), self)
        self.save_action.triggered.connect(self._ask_save)
        home = QAction(self.tr("Show all"), self)
        home.triggered.connect(self.canvas.home)
        zoom_in = QAction(self.tr("Zoom in"), self)
        zoom_in.triggered.connect(self.canvas.zoom_in)
        zoom_out = QAction(self.tr("Zoom out"), self)
        zoom_out.triggered.connect(self.canvas.zoom_out)
        self.map_actions = [zoom_in, zoom_out, home, self.save_action]
        for action in self.map_actions:
            self.add_action(action)

    def _lay_out(self) -> None:
        self.hint, self.hint_text = self._make_hint()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addWidget(self.canvas, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([760, 440])
        splitter.setChildrenCollapsible(False)
        self.empty, self.empty_text = self._make_empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(splitter)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)

    def _make_hint(self) -> tuple[QWidget, QLabel]:
        """The line above the map for a county whose sites are not on the map."""
        hint, text = QWidget(), QLabel()
        text.setWordWrap(True)
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text, 1)
        row.addWidget(self._facilities_button())
        return hint, text

    def _make_empty(self) -> tuple[QWidget, QLabel]:
        empty, text = QWidget(), QLabel()
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(empty)
        column.addStretch(2)
        column.addWidget(text)
        self.empty_button = self._facilities_button()
        column.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        return empty, text

    def _facilities_button(self) -> QPushButton:
        button = QPushButton(self.tr("Open Facilities"))
        button.clicked.connect(lambda: self.navigate.emit("facilities", ()))
        return button

    def show_target(self, target: tuple[str, ...]) -> None:
        """("division", code) or ("facility", id): picked on the map and in the table.

        ("rule", id): that rule alone.
        """
        self.refresh_if_stale()
        match target:
            case ("division", code):
                self._pick_rule("")
                self.panel.select_division(code)
                self.canvas.select_division(code)
            case ("rule", rule_id):
                self._pick_rule(rule_id)
            case ("facility", facility_id):
                self.canvas.select(facility_id)
                self._show_facility(facility_id)
            case _:
                return

    def refresh_if_stale(self) -> None:
        """Measure again if something that the map shows has changed since."""
        if not self._stale:
            return
        self._stale = False
        self.coverage = coverage(self.session.county, self.session.rules)
        self._fill_picker()
        self._show_rule()

    def _follow(self, edit: Edit) -> None:
        if any(isinstance(change.record, _READ) for change in edit.changes):
            self._outdate()

    def _outdate(self) -> None:
        """Now where the page is in front, else when it comes there."""
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def _fill_picker(self) -> None:
        chosen = self.rule_picker.currentData() or ""
        self.rule_picker.clear()
        self.rule_picker.addItem(self.tr("All radius rules"), "")
        for measured in self.coverage.rules:
            rule = measured.rule
            self.rule_picker.addItem(self.panel.rule_text(rule), rule.id)
        self.rule_picker.setEnabled(bool(self.coverage.rules))
        self._pick_rule(chosen, show=False)

    def _pick_rule(self, rule_id: str, show: bool = True) -> None:
        self.rule_picker.setCurrentIndex(max(0, self.rule_picker.findData(rule_id)))
        if show:
            self._show_rule()

    def _shown_rules(self) -> list[RuleCoverage]:
        rule_id = self.rule_picker.currentData() or ""
        return [r for r in self.coverage.rules if rule_id in ("", r.rule.id)]

    def _show_rule(self) -> None:
        rule_id = self.rule_picker.currentData() or ""
        rules = self._shown_rules()
        self.data = map_data(self.session.county, self.coverage, rule_id)
        self.panel.show_coverage(self.coverage, rules)
        reason = self._empty_reason()
        self.empty_text.setText(reason)
        self.stack.setCurrentIndex(1 if reason else 0)
        self.empty_button.setVisible(bool(self.coverage.rules))
        for action in self.map_actions:
            action.setEnabled(not reason)
        self.hint.setVisible(not any(r.sites for r in rules))
        self.hint_text.setText(
            self.tr(
                "No emergency site has coordinates, so every point counts as outside. "
                "Mark emergency sites on the Facilities page and enter their coordinates."
            )
        )
        if not reason:
            self.canvas.show_map(self.data)

    def _empty_reason(self) -> str:
        """What to do before there can be a map; "" where there is one."""
        if not self.coverage.rules:
            return self.tr("The rules of this plan set no service radius: nothing to measure.")
        if any(r.points for r in self.coverage.rules) or self.coverage.unclassed:
            return ""
        return self.tr(
            "No township or village has coordinates yet, so nothing can be measured.\n"
            "Townships get coordinates by import; emergency sites are marked, with their "
            "coordinates, on the Facilities page."
        )

    def _show_facility(self, facility_id: str) -> None:
        self.panel.show_facility(self.session.county.facility(facility_id))

    def _open_facility(self, facility_id: str) -> None:
        self.navigate.emit("facilities", ("facility", facility_id))

    def _ask_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save picture"), str(self.session.folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("PNG picture (*.png)"), self.tr("PDF (*.pdf)"), self.tr("SVG (*.svg)")]
        )
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.fileSelected.connect(lambda name: self.save_picture(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def save_picture(self, path: Path) -> None:
        """Save the map shown as PNG, PDF or SVG by the ending; the window tells of a failure."""
        try:
            save_map(path, self.data, self.session.catalogue, self.session.language)
        except WeiguiError as error:
            self.session.failed.emit(error)
