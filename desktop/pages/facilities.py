"""The facility registry: find, add, change and remove institutions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
)

from desktop.dialogs.facility_form import FacilityForm
from desktop.dialogs.fields import Choice
from desktop.pages.empty_page import empty_page
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.clipboard import to_text
from desktop.tables.facility_filter import FacilityFilter, FacilityProxyModel
from desktop.tables.facility_table_model import FACILITY_ROLE, Column, FacilityTableModel
from models.county import remove_facilities
from models.edits import Edit
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division
from models.measure import Allocation

# In digits of the table's font.
_WIDTHS = {
    Column.ORDER: 8,
    Column.FINDINGS: 11,
    Column.NAME: 40,
    Column.CLASS: 18,
    Column.TYPE: 20,
    Column.OWNERSHIP: 13,
    Column.GRADE: 10,
    Column.TOWNSHIP: 14,
    Column.CONSORTIUM: 14,
    Column.STATUS: 10,
    Column.EMERGENCY: 13,
    Column.PLACE: 22,
    Column.AUTHORISED: 12,
    Column.ACTUAL: 12,
    Column.PLANNED: 12,
}
_TABLE, _NO_FACILITY, _NO_MATCH = range(3)


class FacilitiesPage(Page):
    """The table of all facilities with search and filters, and the selected one in a form."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("FacilitiesPage", "Facilities"))
        self.model = FacilityTableModel(session, self)
        self.proxy = FacilityProxyModel(self.model, self)
        self.form = FacilityForm(session)
        self._make_table()
        self._make_actions()
        self._make_filters()
        self._lay_out()
        self.form.added.connect(self.select)
        self.form.released.connect(self._show_selected)
        session.changed.connect(self._follow)
        self.setFocusProxy(self.table)
        self._apply_filter()
        self._show_selected()

    # --- building ---

    def _make_table(self) -> None:
        self.table = QTableView()
        self.table.setModel(self.proxy)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.ORDER, Qt.SortOrder.AscendingOrder)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        line = self.table.fontMetrics().height()
        self.table.verticalHeader().setDefaultSectionSize(line + 8)
        self.table.horizontalHeader().setFixedHeight(2 * line + 12)
        self.table.horizontalHeader().setHighlightSections(False)
        self._set_widths()
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.activated.connect(self._edit_selected)

    def _set_widths(self) -> None:
        metrics = self.table.fontMetrics()
        digit = metrics.horizontalAdvance("0")
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width * digit)
        word = self.session.catalogue.word
        types = (word("facility-type", t, self.session.language) for t in FacilityType)
        longest = max(map(metrics.horizontalAdvance, types))
        self.table.setColumnWidth(
            Column.TYPE, max(_WIDTHS[Column.TYPE] * digit, longest + 2 * digit)
        )

    def _make_actions(self) -> None:
        self.add = QAction(self.tr("Add facility"), self)
        self.add.setShortcut("Ctrl+N")
        self.add.triggered.connect(self._add)
        self.add_action(self.add)
        self.remove = QAction(self.tr("Remove"), self)
        self.remove.setShortcut(QKeySequence.StandardKey.Delete)
        self.remove.triggered.connect(self._ask_to_remove)
        self.add_action(self.remove)
        self.copy = QAction(self.tr("Copy"), self)
        self.copy.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy.triggered.connect(self._copy)
        self.to_allocation = QAction(self.tr("Show its beds and staff"), self)
        self.to_sheet = QAction(self.tr("Show its target sheet"), self)
        self.to_map = QAction(self.tr("Show it on the map"), self)
        for action, page in (
            (self.to_allocation, "allocation"),
            (self.to_sheet, "reports"),
            (self.to_map, "coverage"),
        ):
            action.triggered.connect(lambda _=False, page=page: self._go_to(page))
            self.table.addAction(action)
        for action in (self.copy, self.add, self.remove):
            self.table.addAction(action)
        for action in (self.copy, self.remove):  # not while typing in the form
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _make_filters(self) -> None:
        catalogue, language = self.session.catalogue, self.session.language
        self.search = self.add_search(self.tr("Name, township, code, note"))
        self.search.textChanged.connect(self._apply_filter)
        classes = [(catalogue.word("facility-class", c, language), c.value) for c in FacilityClass]
        types = [(catalogue.word("facility-type", t, language), t.value) for t in FacilityType]
        self.class_filter = Choice([(self.tr("All classes"), None), *classes])
        self.type_filter = Choice([(self.tr("All types"), None), *types])
        self.township_filter = Choice()
        self._offer_townships()
        self.no_place_filter = QCheckBox(self.tr("Without coordinates"))
        self.no_place_filter.toggled.connect(self._apply_filter)
        self.shown = QLabel()
        self.shown.setObjectName("muted")
        self.filters = QHBoxLayout()
        for choice in (self.class_filter, self.type_filter, self.township_filter):
            choice.setMinimumContentsLength(14)
            choice.currentIndexChanged.connect(self._apply_filter)
            self.filters.addWidget(choice)
        self.filters.addWidget(self.no_place_filter)
        self.filters.addStretch(1)
        self.filters.addWidget(self.shown)

    def _lay_out(self) -> None:
        first = QPushButton(self.add.text())
        first.clicked.connect(self.add.trigger)
        clear = QPushButton(self.tr("Clear the filter"))
        clear.clicked.connect(self.clear_filter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(
            empty_page(self.tr("The county has no facilities yet. Add the first one."), first)
        )
        self.stack.addWidget(empty_page(self.tr("No facility fits the filter."), clear))
        self.splitter = QSplitter()
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.form)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.form.setMinimumWidth(300)
        self.splitter.setSizes([800, 340])
        self.body.addLayout(self.filters)
        self.body.addWidget(self.splitter, 1)

    # --- filter ---

    def _apply_filter(self) -> None:
        class_value, type_value = self.class_filter.value(), self.type_filter.value()
        wanted = FacilityFilter(
            text=self.search.text(),
            facility_class=FacilityClass(class_value) if class_value else None,
            facility_type=FacilityType(type_value) if type_value else None,
            township=self.township_filter.value(),
            without_place=self.no_place_filter.isChecked(),
        )
        self.proxy.set_filter(wanted)
        self._count()

    def clear_filter(self) -> None:
        """Show every facility."""
        self.search.clear()
        for choice in (self.class_filter, self.type_filter, self.township_filter):
            choice.choose(None)
        self.no_place_filter.setChecked(False)

    def _count(self) -> None:
        shown, total = self.proxy.rowCount(), self.model.rowCount()
        self.shown.setText(
            self.tr("{count} facilities").format(count=total)
            if shown == total
            else self.tr("{shown} of {count} facilities").format(shown=shown, count=total)
        )
        page = _TABLE if shown else _NO_MATCH if total else _NO_FACILITY
        self.stack.setCurrentIndex(page)

    def _offer_townships(self) -> None:
        townships = [(d.name, d.code) for d in self.session.county.townships]
        self.township_filter.offer([(self.tr("All townships"), None), *townships])

    # --- selection ---

    @property
    def selected_ids(self) -> list[str]:
        """The selected facilities from top to bottom."""
        ids = [index.data(FACILITY_ROLE) for index in self._selected_rows()]
        recorded = self.session.county.table(Facility)
        return [i for i in ids if (i,) in recorded]  # a row just going away is still selected

    def _selected_rows(self) -> list[QModelIndex]:
        return sorted(self.table.selectionModel().selectedRows(), key=lambda i: i.row())

    def select(self, facility_id: str) -> None:
        """Select a facility and bring its row into view; the filter gives way if it hides it."""
        source = self.model.index_of(facility_id)
        if not source.isValid():
            return
        if not self.proxy.mapFromSource(source).isValid():
            self.clear_filter()
        row = self.proxy.mapFromSource(source).row()
        whole_row = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        index = self.proxy.index(row, Column.NAME)
        self.table.selectionModel().setCurrentIndex(index, whole_row)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def show_target(self, target: tuple[str, ...]) -> None:
        match target:
            case ("facility", facility_id):
                self.select(facility_id)
            case ("filter", "no-place"):
                self.clear_filter()
                self.no_place_filter.setChecked(True)

    def show_selection(self, target: tuple[str, str]) -> None:
        kind, facility_id = target
        source = self.model.index_of(facility_id) if kind == "facility" else QModelIndex()
        shown = source.isValid() and self.proxy.mapFromSource(source).isValid()
        if shown and facility_id not in self.selected_ids and not self.form.dirty:
            self.select(facility_id)

    @property
    def unfinished(self) -> bool:
        return self.form.dirty

    def ask_to_finish(self) -> None:
        self.form.ask_to_finish()

    def _selection_changed(self) -> None:
        """Show what is selected, unless what was typed in the form would be lost.

        Then the form asks for Save or Revert, and goes on to what is selected after that.
        """
        if not self.form.dirty:
            self._show_selected()
            if len(self.selected_ids) == 1:
                self.tell_selection(("facility", self.selected_ids[0]))
        elif self.selected_ids != [self.form.facility_id]:
            self.form.ask_to_finish()

    def _show_selected(self) -> None:
        selected = self.selected_ids
        single = len(selected) == 1
        for action in (self.to_allocation, self.to_sheet, self.to_map):
            action.setEnabled(single)
        self.remove.setEnabled(bool(selected))
        if single:
            self.form.show_record(self.session.county.facility(selected[0]))
        elif selected:
            self.form.show_nothing(
                self.tr("{count} facilities are selected.").format(count=len(selected))
            )
        else:
            self.form.show_nothing()

    def _edit_selected(self) -> None:
        self.form.fields.name.setFocus()

    def _go_to(self, page: str) -> None:
        self.navigate.emit(page, ("facility", self.selected_ids[0]))

    # --- actions ---

    def _add(self) -> None:
        if self.form.dirty:
            self.form.ask_to_finish()
            return
        self.table.clearSelection()
        self.form.start_new()

    def _copy(self) -> None:
        """Copy the selected rows as shown, under their headings, for a spreadsheet."""
        headings = [self.model.heading(column).replace("\n", " ") for column in Column]
        cells = [[i.siblingAtColumn(c).data() for c in Column] for i in self._selected_rows()]
        QGuiApplication.clipboard().setText(to_text([headings, *cells]))

    def _ask_to_remove(self) -> None:
        """Remove the selected facilities; asked first where figures would go with them."""
        ids = self.selected_ids
        if not ids:
            return
        name = self.session.county.facility(ids[0]).name
        what = name if len(ids) == 1 else self.tr("{count} facilities").format(count=len(ids))
        edit = remove_facilities(
            self.session.county, ids, self.tr("Remove {what}").format(what=what)
        )
        figures = sum(isinstance(change.record, Allocation) for change in edit.changes)
        if not figures:
            self._remove(edit)
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(edit.label)
        question.setText(
            self.tr("Remove {what} with {figures} figures in all plans?").format(
                what=what, figures=figures
            )
        )
        question.setInformativeText(self.tr("One undo brings all of it back."))
        remove = question.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._remove(edit))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def _remove(self, edit: Edit) -> None:
        """Carried out as it was asked: what was changed in between makes it a conflict."""
        self.session.do(edit)

    def _follow(self, edit: Edit) -> None:
        if any(isinstance(change.record, Division) for change in edit.changes):
            self._offer_townships()
        self._count()
