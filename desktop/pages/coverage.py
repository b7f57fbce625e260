"""Coverage: the map of the service radius, the lists beside it, and trials on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.planned_facility_form import PlannedFacilityForm
from desktop.fonts import picture_font
from desktop.map.coverage_canvas import CoverageCanvas
from desktop.map.layer_list import LayerList
from desktop.map.legend import SERVICE
from desktop.map.map_data import MapData, MapFacility, MapPoint
from desktop.map.map_toolbar import MapToolbar
from desktop.map.picture_menu import PictureMenu
from desktop.pages.coverage_measuring import ALL_RADIUS, QUESTION, CoverageMeasuring
from desktop.pages.coverage_panel import CoveragePanel
from desktop.pages.map_changes import MapChanges
from desktop.pages.map_data_menu import MapDataMenu, geodata_button
from desktop.pages.page import Page
from desktop.pages.rule_coverage_panel import text_label
from desktop.pages.what_if_bar import WhatIfBar
from desktop.pictures import save_map
from desktop.session import CountySession
from models.edits import Edit
from models.errors import WeiguiError
from models.facility import Facility
from models.geography import Division, DivisionPopulation
from models.layers import Boundary, Layer, RoadSpeed
from models.plan import CountyInfo, Plan
from models.township_at import township_at

# The records that this page shows.
_READ = (Facility, Division, DivisionPopulation, Boundary, Layer, RoadSpeed, CountyInfo, Plan)


class CoveragePage(Page):
    """Measures when places or the plan have changed, and shows it on the map and in lists."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, "")
        self.title.setText(self.tr("Coverage"))
        self.measuring = CoverageMeasuring(session)
        self.changes = MapChanges(session, self.measuring)
        self.data: MapData
        self._stale = True
        catalogue, language = session.catalogue, session.language
        self.canvas = CoverageCanvas(catalogue, language, picture_font())
        self.toolbar = MapToolbar(self.canvas)
        self.layers = LayerList(catalogue, language)
        self.what_if_bar = WhatIfBar(catalogue, language)
        self.panel = CoveragePanel(catalogue, language)
        self.form = PlannedFacilityForm(session)
        self.rule_picker = QComboBox()
        self.rule_picker.setAccessibleName(self.tr("Shown on the map"))
        self.rule_picker.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rule_picker.setMinimumContentsLength(26)
        self.header.addWidget(self.rule_picker)
        self._add_actions()
        self._lay_out()
        self.setFocusProxy(self.canvas)
        self._connect()
        self.panel.question.ask(self.measuring.question)
        self.refresh_if_stale()

    # --- building

    def _add_actions(self) -> None:
        self.trial_action = QAction(self.tr("What if"), self, checkable=True)
        self.trial_action.setToolTip(
            self.tr("Try facilities switched off, moved or newly placed, before anything is kept")
        )
        self.trial_action.toggled.connect(self._try)
        self.layers_action = QAction(self.tr("Layers"), self, checkable=True, checked=True)
        self.layers_action.toggled.connect(self.layers.setVisible)
        self.save_action = QAction(self.tr("Save picture"), self)
        for action in (self.trial_action, self.layers_action):
            self.add_action(action)
        data_action = QAction(self.tr("Map data"), self)
        data_action.setMenu(MapDataMenu(self))
        self.add_action(data_action).setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = PictureMenu(self.session.folder, self)
        menu.chosen.connect(self.save_picture)
        self.save_action.setMenu(menu)
        button = self.add_action(self.save_action)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _lay_out(self) -> None:
        self.hint, self.hint_text = self._make_hint()
        self.reading_note = text_label()
        self.reading_note.setText(
            self.tr("Layers are being read; then they are drawn, and travel times are measured.")
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.toolbar)
        column.addWidget(self.what_if_bar)
        column.addWidget(self.hint)
        column.addWidget(self.reading_note)
        column.addWidget(self.canvas, 1)
        self.side = QStackedWidget()
        self.side.addWidget(self.panel)
        self.side.addWidget(self.form)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.layers, left, self.side):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([205, 610, 400])
        splitter.setChildrenCollapsible(False)
        self.empty, self.empty_text = self._make_empty()
        self.stack = QStackedWidget()
        self.stack.addWidget(splitter)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.rule_picker.activated.connect(lambda: self._pick_rule(self.rule_picker.currentData()))
        self.layers.hidden_changed.connect(self._hide_parts)
        self.canvas.picked.connect(self._picked_on_map)
        self.canvas.facility_activated.connect(self._open_facility)
        self.canvas.place.placed.connect(self._ask_plan)
        self.canvas.move_tool.moved.connect(self._move)
        self.panel.question.changed.connect(self._ask)
        self.panel.question.choice_changed.connect(self._show)
        self.panel.picked.connect(self.session.select)
        self.panel.facility_opened.connect(self._open_facility)
        self.panel.switched.connect(self._switch)
        self.form.planned.connect(self._plan)
        self.form.dismissed.connect(self._end_plan)
        self.what_if_bar.kept.connect(self._keep)
        self.what_if_bar.discarded.connect(lambda: self.trial_action.setChecked(False))
        self.session.changed.connect(self._follow)
        self.session.plan_changed.connect(self._outdate)

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
        column.addWidget(geodata_button(self), 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        return empty, text

    def _facilities_button(self) -> QPushButton:
        button = QPushButton(self.tr("Open Facilities"))
        button.clicked.connect(lambda: self.navigate.emit("facilities", ()))
        return button

    # --- measuring and showing

    def refresh_if_stale(self) -> None:
        """Measure again if something that the map shows has changed since."""
        if self._stale:
            self._stale = False
            self.measuring.measure()
            self._show()

    def _follow(self, edit: Edit) -> None:
        if any(isinstance(change.record, _READ) for change in edit.changes):
            self._outdate()

    def _outdate(self) -> None:
        """Now where the page is in front, else when it comes there."""
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def _ask(self) -> None:
        """Another question: its answer is what is shown."""
        self.measuring.question = self.panel.question.question
        self.measuring.choice = QUESTION
        self.measuring.measure()
        self._show()

    def _pick_rule(self, choice: str) -> None:
        self.measuring.choice = choice
        self.measuring.measure_trial()
        self._show()

    def _show(self) -> None:
        measuring = self.measuring
        self._fill_picker()
        self.data = measuring.map(SERVICE not in self.canvas.hidden)
        shown = measuring.shown(measuring.tried)
        within = self.panel.question.within_township.isChecked()
        self.panel.show_coverage(measuring.tried, shown, measuring.asked(within))
        self._show_trial()
        is_empty = not (any(r.points for r in shown) or measuring.tried.unclassed)
        self.empty_text.setText(self._what_first())
        self.stack.setCurrentIndex(int(is_empty and not self.data.points))
        self.save_action.setEnabled(not is_empty)
        self.reading_note.setVisible(self.session.is_reading)
        self.hint.setVisible(not any(r.sites for r in shown))
        self.hint_text.setText(
            self.tr(
                "No facility that would cover is on the map: none is registered, or none has "
                "coordinates. So no point counts as covered. Emergency sites are marked on the "
                "Facilities page."
            )
        )
        self.layers.show_layers(self.data)
        self.canvas.show_map(self.data)
        self._show_facility()

    def _hide_parts(self, hidden: frozenset[str]) -> None:
        """What takes long to make is made when it is first to be seen."""
        if SERVICE not in hidden and not self.data.ground.service:
            self.data = self.measuring.map(service=True)
            self.canvas.show_map(self.data)
        self.canvas.hide_parts(hidden)

    def _fill_picker(self) -> None:
        self.rule_picker.clear()
        for choice, text in self.measuring.choices():
            self.rule_picker.addItem(text, choice)
        self.rule_picker.setCurrentIndex(self.rule_picker.findData(self.measuring.choice))
        self.rule_picker.setToolTip(self.rule_picker.currentText())

    def _what_first(self) -> str:
        """What to do before there can be a map."""
        return self.tr(
            "No township or village has coordinates yet, so nothing can be measured.\n"
            "Townships get coordinates by import; emergency sites are marked, with their "
            "coordinates, on the Facilities page."
        )

    # --- selection

    def show_target(self, target: tuple[str, ...]) -> None:
        """("division", code) or ("facility", id): picked on the map and in the lists.

        ("rule", id): that rule alone.
        """
        self.refresh_if_stale()
        match target:
            case ("division", code):
                self._pick_rule(ALL_RADIUS)
                self.session.select(("division", code))
            case ("rule", rule_id):
                self._pick_rule(rule_id)
            case ("facility", facility_id):
                self.session.select(("facility", facility_id))

    def show_selection(self, target: tuple[str, str]) -> None:
        self.canvas.select(target)
        self.panel.select(target)
        self._show_facility()

    def _picked_on_map(self, target: tuple[str, str] | None) -> None:
        self.session.select(target)
        if target is None:
            self.panel.show_facility(None)

    def _show_facility(self) -> None:
        kind, key = self.session.selection or ("", "")
        facility = self.measuring.facility(key) if kind == "facility" else None
        self.panel.show_facility(facility, self.changes.switch_text(key))

    def _open_facility(self, facility_id: str) -> None:
        self.navigate.emit("facilities", ("facility", facility_id))

    # --- changes by the map

    def _ask_plan(self, x: float, y: float) -> None:
        """Ask in the side panel what is to be planned at (x, y) km of the map."""
        place = self.data.degrees(x, y)
        township = township_at(self.session.county, place)
        self.form.open_at(place, township, on_trial=self.measuring.trial is not None)
        self.side.setCurrentWidget(self.form)

    def _plan(self, facility: Facility) -> None:
        if self.changes.plan(facility):
            self._end_plan()
            self._show_trial_anew()
            self.session.select(("facility", facility.id))

    def _end_plan(self) -> None:
        self.form.clear()
        self.canvas.place.clear()
        self.side.setCurrentWidget(self.panel)
        self.toolbar.put_away()

    @property
    def unfinished(self) -> bool:
        return self.side.currentWidget() is self.form and bool(self.form.name.text())

    def ask_to_finish(self) -> None:
        self.form.name.setFocus()

    def _move(self, what: MapFacility | MapPoint, x: float, y: float) -> None:
        """To (x, y) km of the map."""
        self.changes.move(what, self.data.degrees(x, y))
        self._show_trial_anew()

    # --- trials

    def _try(self, on: bool) -> None:
        """Begin a trial, or discard what is on trial."""
        if on:
            self.changes.begin()
        else:
            self.changes.discard()
        self._show()

    def _switch(self, facility_id: str) -> None:
        self.changes.switch(facility_id)
        self._show()

    def _keep(self) -> None:
        if self.changes.keep():
            self.trial_action.setChecked(False)

    def _show_trial_anew(self) -> None:
        """An edit is followed as any other is, what is only tried not."""
        if self.changes.trial is not None:
            self._show()

    def _show_trial(self) -> None:
        measuring = self.measuring
        self.what_if_bar.setVisible(measuring.trial is not None)
        if measuring.trial is not None:
            self.what_if_bar.show_trial(
                self.changes.tried(),
                measuring.shown(measuring.recorded),
                measuring.shown(measuring.tried),
            )

    # --- pictures

    def save_picture(self, path: Path, page: str = "A4") -> None:
        """Save the map with the layers shown as PNG, PDF or SVG by the ending, as large as one of
        `desktop.map.drawing.PAGES`; the window tells of a failure.
        """
        try:
            save_map(
                path,
                self.data,
                self.session.catalogue,
                self.session.language,
                page,
                self.canvas.hidden,
            )
        except WeiguiError as error:
            self.session.failed.emit(error)
