"""Workload: the activities of every facility in one table, and the staff that they require."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.bad_cells_panel import BadCellsPanel
from desktop.dialogs.copy_activities_dialog import CopyActivitiesDialog
from desktop.dialogs.fields import Choice
from desktop.pages.empty_page import empty_page
from desktop.pages.page import Page
from desktop.pages.workload_exchange import WorkloadExchange
from desktop.pages.workload_results import WorkloadResults
from desktop.session import CountySession
from desktop.tables.workload_table_model import FIELDS, WorkloadFilter, WorkloadTableModel
from desktop.tables.workload_table_view import WorkloadTableView
from models.edits import Edit, remove
from models.errors import BadCell, BadCells
from models.facility import Facility, FacilityType
from models.measure import Allocation
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_editing import added
from models.workload_reading import STAFF, Field

_TABLE, _NO_FACILITY, _NO_ACTIVITY = range(3)
_FEW = 20  # results that are computed one by one; more of them all at once
_FIRST_CADRE = "physicians"  # of a first line, where nothing says another


class WorkloadPage(Page):
    """Above the table of activities, below it what they require and the working times."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("WorkloadPage", "Workload"))
        self.model = WorkloadTableModel(session, self)
        self.view = WorkloadTableView(session, self.model)
        self.results = WorkloadResults(session)
        self.bad_cells = BadCellsPanel()
        self.exchange = WorkloadExchange(session, self.bad_cells, self)
        self.messages = self.exchange.messages
        self._stale = False
        self._make_actions()
        self._make_filters()
        self._lay_out()
        self._connect()
        self._refresh()

    # --- building

    def _make_actions(self) -> None:
        self.add = self._action(self.tr("Add line"), self._add, "Ctrl+N")
        self.double = self._action(self.tr("Duplicate"), self._double, "Ctrl+Shift+N")
        self.remove = self._action(self.tr("Remove lines"), self._remove, "Ctrl+-")
        self.apply_to = self._action(self.tr("Apply to others…"), self._ask_to_apply)
        self.apply_to.setToolTip(
            self.tr("Give the activities of this facility to others of its type")
        )
        self.import_action = self._action(self.tr("Import…"), self.exchange.ask_import)
        self.export_action = self._action(self.tr("Export…"), self.exchange.ask_export)
        self.template_action = self._action(self.tr("Empty workbook…"), self.exchange.ask_template)
        self.template_action.setToolTip(self.tr("Write the workbook to fill in and import"))
        for action in (
            self.add, self.double, self.remove, self.apply_to, self.import_action,
            self.export_action, self.template_action,
        ):  # fmt: skip
            self.add_action(action)
        for action in (self.add, self.double, self.remove, self.apply_to):
            self.view.addAction(action)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _action(self, text: str, slot: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: slot())
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setToolTip(f"{text} ({keys})")
        return action

    def _make_filters(self) -> None:
        self.type_filter, self.facility_filter, self.cadre_filter = Choice(), Choice(), Choice()
        self.search = self.add_search(self.tr("Facility, activity, source"))
        self.shown = QLabel()
        self.shown.setObjectName("muted")
        self.filters = QHBoxLayout()
        for choice, name in (
            (self.type_filter, self.tr("Type of facility")),
            (self.facility_filter, self.tr("Facility")),
            (self.cadre_filter, self.tr("Cadre")),
        ):
            choice.setAccessibleName(name)
            choice.setToolTip(name)
            choice.setMinimumContentsLength(14)
            choice.view().setMinimumWidth(220)
            self.filters.addWidget(choice)
        self.filters.addStretch(1)
        self.filters.addWidget(self.shown)

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(self.results)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.filters)
        layout.addWidget(split, 1)
        self.to_facilities = QPushButton(self.tr("Go to Facilities"))
        self.to_facilities.clicked.connect(lambda: self.navigate.emit("facilities", None))
        self.first_line = QPushButton(self.add.text())
        self.first_line.clicked.connect(self.add.trigger)
        import_button = QPushButton(self.import_action.text())
        import_button.clicked.connect(self.import_action.trigger)
        template_button = QPushButton(self.template_action.text())
        template_button.clicked.connect(self.template_action.trigger)
        self.stack = QStackedWidget()
        self.stack.addWidget(content)
        self.stack.addWidget(
            empty_page(
                self.tr("There are no facilities yet. Add them first, or import a plan."),
                self.to_facilities,
            )
        )
        self.stack.addWidget(
            empty_page(
                self.tr(
                    "No activities yet. Write what each cadre does: for a service its minutes per "
                    "unit and its units a year.\nAdd a first line here, or fill in the empty "
                    "workbook and import it; one facility's lines can then be applied to others."
                ),
                self.first_line, import_button, template_button,
            )
        )  # fmt: skip
        for widget in (self.messages, self.bad_cells):
            self.body.addWidget(widget)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        for choice in (self.type_filter, self.facility_filter, self.cadre_filter):
            choice.currentIndexChanged.connect(self._filter)
        self.model.refused.connect(self._refuse)
        self.results.refused.connect(self._refuse)
        self.results.chosen.connect(self._show_lines_of)
        self.bad_cells.chosen.connect(self._go_to_bad)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._current_changed())
        self.session.changed.connect(self._follow)
        self.session.plan_changed.connect(self._reload)

    # --- what is shown

    def _follow(self, edit: Edit) -> None:
        self.bad_cells.hide()
        self.messages.hide()
        other_rows = self.model.follow(edit)
        groups = _groups(edit)
        if groups is None or other_rows or len(groups) > _FEW:
            self._stale = True
        if not self.isVisible():
            self._stale |= bool(groups)
        elif self._stale:
            self._refresh()
        elif groups:
            self.results.compute_again(groups)

    def _reload(self) -> None:
        self.model.reread()
        self._refresh()

    def refresh_if_stale(self) -> None:
        """An edit elsewhere is looked at when the page comes to the front."""
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self._offer_filters()
        self._count()
        self.results.reread(self._shown_groups())
        self._current_changed()

    def _shown_groups(self) -> frozenset[tuple[str, str]]:
        return frozenset((line.facility_id, line.measure) for line in self.model.lines)

    def _offer_filters(self) -> None:
        session = self.session
        catalogue, language = session.catalogue, session.language
        facilities = session.county.facilities
        types = {f.facility_type for f in facilities}
        named = [(catalogue.word("facility-type", t, language), t.value) for t in FacilityType
                 if t in types]  # fmt: skip
        self._offer(self.type_filter, self.tr("All types"), named)
        wanted = self.type_filter.value()
        of_type = [(f.name, f.id) for f in facilities if wanted in (None, f.facility_type)]
        self._offer(self.facility_filter, self.tr("All facilities"), of_type)
        cadres = [m.id for m in catalogue.measures.values() if m.group == STAFF]
        named = [(catalogue.measure_name(m, language), m) for m in cadres]
        self._offer(self.cadre_filter, self.tr("All cadres"), named)

    @staticmethod
    def _offer(choice: Choice, every: str, words: list[tuple[str, str]]) -> None:
        choice.blockSignals(True)
        choice.offer([(every, None), *words])
        choice.blockSignals(False)

    def _filter(self) -> None:
        self._offer_filters()
        wanted = self.type_filter.value()
        self.model.show_only(
            WorkloadFilter(
                self.search.text(),
                None if wanted is None else FacilityType(wanted),
                self.facility_filter.value(),
                self.cadre_filter.value(),
            )
        )
        self._refresh()

    def _count(self) -> None:
        shown, total = len(self.model.lines), self.model.total
        self.shown.setText(
            self.tr("{count} lines").format(count=total)
            if shown == total
            else self.tr("{shown} of {count} lines").format(shown=shown, count=total)
        )
        place = _TABLE if total else _NO_ACTIVITY
        if not self.session.county.facilities:
            place = _NO_FACILITY
        self.stack.setCurrentIndex(place)
        work = {_TABLE: self.view, _NO_ACTIVITY: self.first_line, _NO_FACILITY: self.to_facilities}
        self.setFocusProxy(work[place])

    def _current_changed(self) -> None:
        """The line under the keyboard is what new ones take after, and shows its derivation."""
        line = self.model.line_at(self.view.currentIndex().row())
        if line is not None:
            self.model.near = line
            self.results.choose(line.facility_id, line.measure)
            self.tell_selection(("facility", line.facility_id))
        locked = self.session.plan.is_locked
        self.add.setEnabled(not locked and bool(self.session.county.facilities))
        self.import_action.setEnabled(self.add.isEnabled())
        for action in (self.double, self.remove):
            action.setEnabled(not locked and line is not None)
        self.apply_to.setEnabled(not locked and line is not None)

    def _show_lines_of(self, facility_id: str, measure: str) -> None:
        """Bring the first line of a result into view."""
        for row, line in enumerate(self.model.lines):
            if (line.facility_id, line.measure) == (facility_id, measure):
                self.view.go_to(row, max(self.view.currentIndex().column(), 0))
                return

    def show_selection(self, target: tuple[str, str]) -> None:
        line = self.model.line_at(self.view.currentIndex().row())
        if line is not None and target == ("facility", line.facility_id):
            return
        for row, other in enumerate(self.model.lines):
            if target == ("facility", other.facility_id):
                self.view.go_to(row, max(self.view.currentIndex().column(), 0))
                return

    def show_target(self, target: tuple[str, ...]) -> None:
        match target:
            case ("facility", facility_id):
                self.search.clear()
                self.type_filter.choose(None)
                self.cadre_filter.choose(None)
                self._filter()
                self.facility_filter.choose(facility_id)

    @property
    def unfinished(self) -> bool:
        return self.results.times.unfinished is not None

    def ask_to_finish(self) -> None:
        self.results.ask_to_finish()

    # --- what is refused

    def _refuse(self, error: BadCells) -> None:
        self.bad_cells.show_cells(error)

    def _go_to_bad(self, cell: BadCell) -> None:
        if cell.sheet:
            return  # of a file
        headings = [self.model.heading(field) for field in FIELDS]
        column = headings.index(cell.column) if cell.column in headings else 0
        self.view.go_to(cell.row - 1, column)
        self.view.setFocus()

    # --- lines

    def _selected(self) -> list[Activity]:
        return [self.model.lines[row] for row in self.view.selected_rows()]

    def _add(self) -> None:
        """Add a line after the one of the keyboard, and begin to type its name."""
        session, start = self.session, self.model.new_line()
        facility = start.facility_id or session.county.facilities[0].id
        line = Activity("", session.plan.id, facility, start.measure or _FIRST_CADRE,
                        ActivityKind.SERVICE, start.name)  # fmt: skip
        self._put([line], self.tr("Add an activity"))
        index = self.view.currentIndex().siblingAtColumn(FIELDS.index(Field.NAME))
        self.view.go_to(index.row(), index.column())
        self.view.edit(index)

    def _double(self) -> None:
        lines = self._selected()
        self._put(lines, self.tr("Duplicate {count} lines").format(count=len(lines)))

    def _put(self, lines: list[Activity], label: str) -> None:
        session = self.session
        changes = added(session.county, session.plan, lines)
        if changes and session.do(Edit(label, changes)):
            made = [c.after.id for c in changes if isinstance(c.after, Activity)]
            self.view.setFocus()
            self.view.select_lines(made)

    def _remove(self) -> None:
        lines = self._selected()
        if lines:
            label = self.tr("Remove {count} lines").format(count=len(lines))
            self.session.do(Edit(label, remove(*lines)))

    def _ask_to_apply(self) -> None:
        line = self.model.line_at(self.view.currentIndex().row())
        if line is not None:
            source = self.session.county.facility(line.facility_id)
            dialog = CopyActivitiesDialog(self.session, source, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


def _groups(edit: Edit) -> set[tuple[str, str]] | None:
    """The facilities and cadres whose results an edit can have changed; None for any of them, or
    where lines went from one to another."""
    groups: set[tuple[str, str]] = set()
    for change in edit.changes:
        if isinstance(change.record, Facility | WorkingTime):
            return None
        own = {
            (record.facility_id, record.measure)
            for record in (change.before, change.after)
            if isinstance(record, Activity | Allocation)
        }
        if len(own) > 1:
            return None
        groups |= own
    return groups
