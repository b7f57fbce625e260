"""Allocation: beds, staff and equipment of every facility, edited as in a spreadsheet."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import wording
from desktop.dialogs.cell_panel import CellPanel
from desktop.dialogs.derive_panel import DerivePanel
from desktop.dialogs.find_replace_panel import FindReplacePanel
from desktop.pages.allocation_asking import AllocationAsking
from desktop.pages.allocation_bar import AllocationBar
from desktop.pages.left_to_place import LeftToPlace
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.tables.allocation_columns import Years, set_with
from desktop.tables.allocation_rows import group_of
from desktop.tables.allocation_table import AllocationTable
from desktop.tables.allocation_table_model import AllocationTableModel
from models.county import CellKey
from models.edits import Edit
from models.facility import Facility
from models.measure import Basis, Origin
from models.rules.rule import Rule
from models.staffing import Derivation, derive_staff

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
        self.bar = AllocationBar(session, self.model)
        self.asking = AllocationAsking(session, self.view)
        self.bad_cells, self.question = self.asking.bad_cells, self.asking.question
        self.cell_panel = CellPanel(session, self.model)
        self.derive_panel = DerivePanel(session)
        self.find_panel = FindReplacePanel(session, self.model)
        self.side = QStackedWidget()
        self.note = self.bar.note
        self.standard, self.legend = LeftToPlace(session, self.model), QLabel()
        self.legend.setObjectName("muted")
        self.legend.setWordWrap(True)
        self._settings: Settings | None = None
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
        self.find_action = QAction(self.tr("Replace…"), self)
        self.find_action.setShortcut("Ctrl+H")
        self.find_action.setToolTip(self.tr("Find and replace figures and names (Ctrl+H)"))
        for action in (
            self.find_action, self.derive_action, self.import_action, self.export_action,
        ):  # fmt: skip
            self.add_action(action)
        self.search = self.add_search(self.tr("Find a facility"))

    def _build_body(self) -> None:
        for panel in (self.cell_panel, self.derive_panel, self.find_panel):
            self.side.addWidget(panel)
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
        layout.addWidget(self.bar)
        layout.addWidget(self.bad_cells)
        layout.addWidget(self.question)
        layout.addWidget(split, 1)
        for label in (self.standard, self.legend):
            layout.addWidget(label)
        self.content = QStackedWidget()
        self.content.addWidget(content)
        self.content.addWidget(self._empty_page())
        self.body.addWidget(self.content)

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
        self.search.textChanged.connect(self.bar.filters.set_text)
        self.bar.own_sets_changed.connect(self._keep_own_sets)
        self.find_action.triggered.connect(self.open_find)
        self.find_panel.found.connect(lambda row, column: self.view.go_to(row, max(column, 0)))
        self.find_panel.dismissed.connect(self._show_cell)
        self.find_panel.dismissed.connect(self.view.setFocus)
        self.model.modelReset.connect(self._refresh)
        self.model.totals_changed.connect(self._refresh)
        self.view.selectionModel().currentChanged.connect(self._show_cell_unless_finding)
        self.view.selectionModel().currentChanged.connect(self._tell_row)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.derive_panel.decided.connect(self._derive_over)
        self.derive_panel.dismissed.connect(self._show_cell)
        self.view.writing.connect(self._tell_writing)
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
            (self.tr("Fill right"), "Ctrl+R", self.view.fill_right),
            (self.tr("Fill a series"), "Ctrl+L", self.view.fill_series),
            (self.tr("Copy the whole table with headings"), "", self.view.copy_with_headings),
        ):
            action = menu.addAction(text)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
        menu.popup(self.cursor().pos())

    # --- following

    def _tell_writing(self, count: int) -> None:
        """Say at once that many cells are being written; nothing is painted while they are."""
        text = self.tr("Writing {count} cells…").format(count=f"{count:,}")
        self.note.setText(text if count else "")
        self.note.repaint()

    def refresh_if_stale(self) -> None:
        """Where the keyboard is in no cell yet, put it in the first facility's first one."""
        if not self.view.currentIndex().isValid():
            self.view.go_to(1, 0)

    def _follow(self, _: Edit) -> None:
        self.note.clear()
        if self.side.currentWidget() is self.find_panel:
            return
        if self.side.currentWidget() is self.derive_panel:
            self._ask_again()
        else:
            self._show_cell()

    def _refresh(self) -> None:
        """What stands round the table."""
        self.content.setCurrentIndex(0 if self.session.county.facilities else 1)
        self.legend.setText(self._legend_text())

    def _legend_text(self) -> str:
        """By what the cells are told apart."""
        session = self.session
        origins = {o: session.catalogue.word("origin", o, session.language) for o in Origin}
        signs = [
            f"<i>{escape(origins[Origin.DERIVED])}</i>",
            f"<b>{escape(origins[Origin.PLANNER])}</b>",
            escape(wording.listed([origins[Origin.PUBLISHED], origins[Origin.IMPORTED]])),
            escape(self.tr("◥ note")),
            escape(self.tr("✕ error, ! warning")),
        ]
        return " · ".join(signs)

    def _show_cell_unless_finding(self) -> None:
        if self.side.currentWidget() is not self.find_panel:
            self._show_cell()

    def _show_cell(self) -> None:
        current = self.view.currentIndex()
        self.cell_panel.show_cell(current.row(), current.column())
        self.side.setCurrentWidget(self.cell_panel)

    def _tell_row(self) -> None:
        facility = self.model.facility_at(self.view.currentIndex().row())
        if facility is not None:
            self.tell_selection(("facility", facility.id))

    def show_selection(self, target: tuple[str, str]) -> None:
        kind, facility_id = target
        row = self.model.row_of(facility_id) if kind == "facility" else None
        current = self.view.currentIndex()
        if row is not None and row != current.row():
            self.view.go_to(row, max(current.column(), 0))

    def show_target(self, target: tuple[str, ...]) -> None:
        """Select a facility's row or cell; filters that hide it are put away."""
        kind, facility_id, *cell = target
        if kind not in ("facility", "cell"):
            return
        measure, basis = (cell[0], Basis(cell[1])) if kind == "cell" else ("", None)
        self._uncover(facility_id)
        if basis is not None and not self.model.index_of(facility_id, measure, basis).isValid():
            self.bar.years.choose(Years.TARGET)
            if not self.model.index_of(facility_id, measure, basis).isValid():
                self.bar.show_set(set_with(measure, basis, self.session.catalogue))
        index = self.model.index_of(facility_id, measure, basis)
        if index.isValid():
            self.view.go_to(index.row(), index.column())
            self.view.setFocus()

    def _uncover(self, facility_id: str) -> None:
        """Put away what hides a facility: a filter, or its folded group."""
        facility = self.session.county.table(Facility).get((facility_id,))
        if facility is None or self.model.row_of(facility_id) is not None:
            return
        if not self.model.row_filter.shows(facility):
            self.search.clear()
            self.bar.filters.clear()
        self.model.fold(group_of(facility, self.model.grouping), False)

    # --- what the window remembers

    def use_settings(self, settings: Settings) -> None:
        """Take the planner's own sets of columns and their widths from the settings, and keep
        them there."""
        self._settings = settings
        self.bar.read_own_sets(settings)
        self.table.set_widths(settings.column_widths)

    def keep_widths(self) -> None:
        """Remember the widths of the columns."""
        if self._settings is not None:
            self._settings.column_widths = self.table.widths

    def _keep_own_sets(self) -> None:
        if self._settings is not None:
            self.bar.keep_own_sets(self._settings)

    def open_find(self) -> None:
        """Open find and replace beside the table."""
        self.side.setCurrentWidget(self.find_panel)
        self.find_panel.wanted.setFocus()
        self.find_panel.wanted.selectAll()

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
