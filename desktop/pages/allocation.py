"""Allocation: beds, staff and equipment of every facility, edited as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.bad_cells_panel import BadCellsPanel
from desktop.dialogs.cell_panel import CellPanel
from desktop.dialogs.derive_panel import DerivePanel
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.allocation_columns import ColumnSet, set_name, set_with
from desktop.tables.allocation_table import AllocationTable
from desktop.tables.allocation_table_model import AllocationTableModel
from models.county import CellKey
from models.edits import Edit
from models.facility import FacilityClass
from models.figures import format_count
from models.measure import Basis
from models.published import COUNTY_ROWS
from models.rules.rule import Rule
from models.staffing import BEDS, Derivation, derive_staff

SIDE_WIDTH = 230


class AllocationPage(Page):
    """The table, what is known of its selected cell, and the derivation of staff targets.

    `export_requested` and `import_requested` ask the window for the allocation workbook.
    """

    export_requested = Signal()
    import_requested = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("AllocationPage", "Allocation"))
        self.model = AllocationTableModel(session)
        self.table = AllocationTable(self.model)
        self.view = self.table.view
        self.bad_cells = BadCellsPanel()
        self.cell_panel = CellPanel(session, self.model)
        self.derive_panel = DerivePanel(session)
        self.side = QStackedWidget()
        self.note, self.shown, self.standard = QLabel(), QLabel(), QLabel()
        self._build_header()
        self._build_body()
        self.setFocusProxy(self.view)
        self._connect()
        self._refresh()
        self._show_cell()

    # --- what is on the page

    def _build_header(self) -> None:
        self.derive_action = QAction(self.tr("Derive staff targets"), self)
        self.derive_action.setShortcut("Ctrl+Shift+D")
        self.derive_action.setToolTip(
            self.tr("Fill planned staff from planned beds by the plan's ratios (Ctrl+Shift+D)")
        )
        self.export_action = QAction(self.tr("Export…"), self)
        self.export_action.setToolTip(self.tr("Write the table as a workbook (.xlsx)"))
        self.import_action = QAction(self.tr("Import…"), self)
        self.import_action.setToolTip(self.tr("Read a workbook that was exported here"))
        for action in (self.derive_action, self.import_action, self.export_action):
            self.add_action(action)
        self.search = self.add_search(self.tr("Find a facility"))

    def _build_body(self) -> None:
        self.class_filter, self.column_sets = QComboBox(), QComboBox()
        self._fill_choices()
        bar = QHBoxLayout()
        bar.addWidget(self.column_sets)
        bar.addWidget(self.class_filter)
        bar.addWidget(self.shown)
        bar.addStretch(1)
        bar.addWidget(self.note)
        self.side.addWidget(self.cell_panel)
        self.side.addWidget(self.derive_panel)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([10 * SIDE_WIDTH, SIDE_WIDTH])
        self.side.setMinimumWidth(SIDE_WIDTH)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.bad_cells)
        layout.addWidget(split, 1)
        layout.addWidget(self.standard)
        for label in (self.note, self.shown, self.standard):
            label.setObjectName("muted")
        self.standard.setWordWrap(True)
        self.content = QStackedWidget()
        self.content.addWidget(content)
        self.content.addWidget(self._empty_page())
        self.body.addWidget(self.content)

    def _fill_choices(self) -> None:
        for column_set in ColumnSet:
            self.column_sets.addItem(set_name(column_set), column_set)
        self.column_sets.setAccessibleName(self.tr("Columns"))
        self.class_filter.setAccessibleName(self.tr("Class of facility"))
        self.class_filter.addItem(self.tr("All classes"), None)
        for facility_class in FacilityClass:
            word = self.session.catalogue.word(
                "facility-class", facility_class, self.session.language
            )
            self.class_filter.addItem(word, facility_class)

    def _empty_page(self) -> QWidget:
        text = QLabel(self.tr("There are no facilities yet. Add them first, or import a plan."))
        self.to_facilities = QPushButton(self.tr("Go to Facilities"))
        self.to_facilities.clicked.connect(lambda: self.navigate.emit("facilities", None))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.to_facilities, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return page

    def _connect(self) -> None:
        self.derive_action.triggered.connect(self.derive)
        self.export_action.triggered.connect(self.export_requested)
        self.import_action.triggered.connect(self.import_requested)
        self.search.textChanged.connect(self._filter)
        self.class_filter.currentIndexChanged.connect(self._filter)
        self.column_sets.currentIndexChanged.connect(
            lambda: self.model.show_columns(ColumnSet(self.column_sets.currentData()))
        )
        self.model.refused.connect(self.bad_cells.show_cells)
        self.model.modelReset.connect(self._refresh)
        self.model.totals_changed.connect(self._refresh)
        self.view.selectionModel().currentChanged.connect(self._show_cell)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.derive_panel.decided.connect(self._derive_over)
        self.derive_panel.dismissed.connect(self._show_cell)
        self.session.changed.connect(self._follow)
        self.session.plan_changed.connect(self._show_cell)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, keys, slot in (
            (self.tr("Cut"), QKeySequence.StandardKey.Cut, self.view.cut),
            (self.tr("Copy"), QKeySequence.StandardKey.Copy, self.view.copy),
            (self.tr("Paste"), QKeySequence.StandardKey.Paste, self.view.paste),
            (self.tr("Clear"), QKeySequence.StandardKey.Delete, self.view.clear_cells),
            (self.tr("Fill down"), "Ctrl+D", self.view.fill_down),
            (self.tr("Copy the whole table with headings"), "", self.view.copy_with_headings),
        ):
            action = menu.addAction(text)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
        menu.popup(self.cursor().pos())

    # --- following

    def refresh_if_stale(self) -> None:
        """Where the keyboard is in no cell yet, put it in the first facility's first one."""
        if not self.view.currentIndex().isValid():
            self.view.go_to(1, 0)

    def _filter(self) -> None:
        self.model.show_only(self.search.text(), self.class_filter.currentData())

    def _follow(self, _: Edit) -> None:
        self.bad_cells.hide()
        self.note.clear()
        if self.side.currentWidget() is self.derive_panel:
            self._ask_again()
        else:
            self._show_cell()

    def _refresh(self) -> None:
        """What stands round the table."""
        all_facilities = len(self.session.county.facilities)
        self.content.setCurrentIndex(0 if all_facilities else 1)
        shown = self.model.shown_facilities
        self.shown.setText(
            ""
            if shown == all_facilities
            else self.tr("{shown} of {count} facilities").format(shown=shown, count=all_facilities)
        )
        self.standard.setText(self._standard_text())
        self.standard.setVisible(bool(self.standard.text()))

    def _standard_text(self) -> str:
        """Planned beds beside the plan's own bed standard, for the county and each class."""
        session, plan = self.session, self.session.plan
        column = f"{BEDS} {Basis.PLANNED} {plan.target_year}"
        classes = {session.catalogue.words["facility-class"][c][0]: c for c in FacilityClass}
        parts = []
        for figure in session.county.figures(plan.id, "bed-standard"):
            of_county = figure.row in COUNTY_ROWS
            if figure.column != column or not (of_county or figure.row in classes):
                continue
            planned = self.model.planned_beds(None if of_county else classes[figure.row])
            parts.append(f"{figure.row} {format_count(planned)} / {figure.text}")
        if not parts:
            return ""
        return self.tr("Planned beds / bed standard of the plan, {year}: {figures}").format(
            year=plan.target_year, figures="  ·  ".join(parts)
        )

    def _show_cell(self) -> None:
        current = self.view.currentIndex()
        self.cell_panel.show_cell(current.row(), current.column())
        self.side.setCurrentWidget(self.cell_panel)

    def show_target(self, target: tuple[str, ...]) -> None:
        """Select a facility's row or cell; filters that hide it are put away."""
        kind, facility_id, *cell = target
        if kind not in ("facility", "cell"):
            return
        measure, basis = (cell[0], Basis(cell[1])) if kind == "cell" else ("", None)
        if not self.model.index_of(facility_id).isValid():
            self.search.clear()
            self.class_filter.setCurrentIndex(0)
        if basis is not None and not self.model.index_of(facility_id, measure, basis).isValid():
            found = set_with(measure, basis, self.session.catalogue, self.session.plan)
            if found is not None:
                self.column_sets.setCurrentIndex(self.column_sets.findData(found))
        index = self.model.index_of(facility_id, measure, basis)
        if index.isValid():
            self.view.go_to(index.row(), index.column())
            self.view.setFocus()

    # --- deriving

    def derive(self) -> None:
        """Fill planned staff; where values of the planner differ, ask beside the table first."""
        found = self._derivation()
        if found.kept:
            self.derive_panel.ask(found.kept)
            self.side.setCurrentWidget(self.derive_panel)
            self.derive_panel.derive.setFocus()
        else:
            self._apply(found)

    def _derivation(self, overwrite: frozenset[CellKey] = frozenset()) -> Derivation:
        session = self.session
        return derive_staff(session.county, session.plan, self._staff_rules(), overwrite=overwrite)

    def _staff_rules(self) -> list[Rule]:
        measures = self.session.catalogue.measures
        return [r for r in self.session.rules if r.measure and measures[r.measure].group == "staff"]

    def _derive_over(self, overwrite: frozenset[CellKey]) -> None:
        self.side.setCurrentWidget(self.cell_panel)
        self._apply(self._derivation(overwrite))

    def _ask_again(self) -> None:
        kept = self._derivation().kept
        self.derive_panel.ask(kept)
        if not kept:
            self._show_cell()

    def _apply(self, found: Derivation) -> None:
        if not found.changes:
            self.note.setText(
                self.tr("Nothing to derive: planned beds are blank, or all targets are up to date.")
            )
        elif self.session.do(Edit(self.tr("Derive staff targets"), found.changes)):
            self.note.setText(
                self.tr("Staff targets derived: {count}").format(count=len(found.changes))
            )
        self.view.setFocus()
