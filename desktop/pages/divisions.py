"""Divisions: townships and villages with their people, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import wording
from desktop.dialogs.bad_cells_panel import BadCellsPanel
from desktop.dialogs.division_form import DivisionForm
from desktop.dialogs.merge_dialog import MergeDialog
from desktop.dialogs.question_panel import QuestionPanel
from desktop.dialogs.split_dialog import SplitDialog
from desktop.pages.division_details import DivisionDetails
from desktop.pages.division_exchange import DivisionExchange
from desktop.pages.division_filter_bar import DivisionFilterBar
from desktop.pages.empty_page import empty_page
from desktop.pages.map_data_menu import geodata_button
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.division_table_model import DivisionTableModel, signed
from desktop.tables.division_table_view import DivisionTableView
from models.division_editing import Dependants, change_divisions, dependants, remove_divisions
from models.division_list import URBAN_WORDS
from models.division_merging import UNDATED
from models.division_people import residents_in, sum_of_parts
from models.edits import Edit
from models.errors import BadCell, BadCells, InvalidValue
from models.geography import Division
from models.measure import Allocation
from models.plan import Population
from models.plan_document import say

_TABLE, _NO_DIVISION, _NO_MATCH = range(3)


class DivisionsPage(Page):
    """The table of divisions, the selected one in a form, and its history below."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("DivisionsPage", "Divisions"))
        self.model = DivisionTableModel(session, self)
        self.view = DivisionTableView(self.model)
        self.form = DivisionForm(session)
        self.details = DivisionDetails(session, self.model.content)
        self.filters = DivisionFilterBar(session)
        self.bad_cells, self.question = BadCellsPanel(), QuestionPanel()
        self.exchange = DivisionExchange(session, self.bad_cells, self.question, self)
        self.messages = self.exchange.messages
        self._make_actions()
        self.search = self.add_search(self.tr("Name, code, also former ones"))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.view)
        self._show_rows()
        self._show_selected()

    # --- building

    def _make_actions(self) -> None:
        self.add = self._action(self.tr("Add"), self.start_new, "Ctrl+N")
        self.merge = self._action(self.tr("Merge…"), self.ask_to_merge)
        self.split = self._action(self.tr("Split…"), self.ask_to_split)
        self.move_action = self._menu_action(self.tr("Move to"), self._fill_townships)
        self.classify = self._menu_action(self.tr("Class"), self._fill_classes)
        self.remove = self._action(self.tr("Remove"), self.ask_to_remove, "Ctrl+-")
        self.import_action = self._action(self.tr("Import…"), self.exchange.ask_import)
        self.export_action = self._action(self.tr("Export…"), self.exchange.ask_export)
        self.to_map = QAction(self.tr("Show it on the map"), self)
        self.to_map.triggered.connect(self._go_to_map)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for action in (
            self.add,
            self.merge,
            self.split,
            self.move_action,
            self.classify,
            self.remove,
        ):
            self.view.addAction(action)
        self.view.addAction(self.to_map)

    def _action(self, text: str, slot: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: slot())
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setToolTip(f"{text} ({keys})")
        self.add_action(action)
        return action

    def _menu_action(self, text: str, fill: Callable[[QMenu], None]) -> QAction:
        """An action with a menu that is filled when it is opened."""
        action, menu = QAction(text, self), QMenu(self)
        menu.aboutToShow.connect(lambda: fill(menu))
        action.setMenu(menu)
        self.add_action(action).setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return action

    def _lay_out(self) -> None:
        clear = QPushButton(self.tr("Clear the filter"))
        clear.clicked.connect(self.clear_filter)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        text = self.tr(
            "No townships or villages yet. Import a list (code, name, township, residents by "
            "year), or add them one by one."
        )
        self.stack.addWidget(
            empty_page(text, _button(self.import_action), geodata_button(self), _button(self.add))
        )
        self.stack.addWidget(empty_page(self.tr("No division fits the filter."), clear))
        self.sums = QLabel()
        self.sums.setObjectName("muted")
        self.sums.setWordWrap(True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.sums)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.form)
        right.addWidget(self.details)
        right.setSizes([380, 260])
        right.setMinimumWidth(300)
        right.setChildrenCollapsible(False)
        self.splitter = QSplitter()
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([840, 330])
        for widget in (self.messages, self.bad_cells, self.question, self.filters):
            self.body.addWidget(widget)
        self.body.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_rows)
        self.filters.changed.connect(self._show_rows)
        self.filters.year_asked.connect(self.model.show_year)
        self.model.refused.connect(self._refuse)
        self.model.modelReset.connect(self._count)
        self.bad_cells.chosen.connect(self._go_to_bad)
        self.question.given_up.connect(self.view.setFocus)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.form.added.connect(self.select)
        self.form.released.connect(self._show_selected)
        self.session.changed.connect(self._follow)
        self.session.plan_changed.connect(self.model.reread)

    # --- what is shown

    def _show_rows(self) -> None:
        self.model.show_only(self.filters.wanted(self.search.text()))

    def clear_filter(self) -> None:
        """Show every division."""
        self.search.clear()
        self.filters.clear()

    def _count(self) -> None:
        shown, total = len(self.model.divisions), len(self.model.content.divisions)
        text = self.tr("{count} divisions").format(count=total)
        if shown != total:
            text = self.tr("{shown} of {count} divisions").format(shown=shown, count=total)
        self.filters.shown.setText(text)
        page = _TABLE if shown else _NO_MATCH if total else _NO_DIVISION
        self.stack.setCurrentIndex(page)
        self.filters.year.setValue(max((y for y in self.model.years if y), default=2020) + 1)
        self._show_sums()

    def _show_sums(self) -> None:
        """Each year's townships together beside the county's population."""
        lines = [line for year in self.model.years if year != UNDATED
                 if (line := self._sum_line(year))]  # fmt: skip
        self.sums.setText("  ·  ".join(lines))
        self.sums.setVisible(bool(lines))

    def _sum_line(self, year: int) -> str:
        county = self.session.county
        added = sum_of_parts(county, residents_in(county, year), county.townships, year)
        if added.persons is None:
            return ""
        text = self.tr("{year}: townships together {persons}")
        line = text.format(year=year, persons=f"{added.persons:,}")
        if added.unknown:
            line += self.tr(" ({count} not known)").format(count=added.unknown)
        if added.whole is None:
            return line
        text = self.tr("{line}, the county {whole}")
        line = text.format(line=line, whole=f"{added.whole:,}")
        if not added.difference:
            return line
        return self.tr("{line}: differs by {gap}").format(line=line, gap=signed(added.difference))

    def _follow(self, edit: Edit) -> None:
        self.bad_cells.hide()
        records = [change.record for change in edit.changes]
        if all(isinstance(r, Allocation) for r in records):
            return  # nothing here reads the figures of facilities
        if any(isinstance(r, Division) for r in records):
            self.filters.offer_townships()
        if not self.model.follow(edit):
            self._show_sums()
        elif any(isinstance(r, Population) for r in records):
            self._count()
        if not self.form.dirty:
            self._show_selected()

    # --- selection

    @property
    def selected(self) -> list[Division]:
        """The divisions of the selected rows, from top to bottom."""
        return [self.session.county.division(code) for code in self.view.selected_codes()]

    def select(self, code: str) -> None:
        """Select a division and bring it into view; the filter gives way if it hides it."""
        if self.model.row_of(code) is None:
            self.clear_filter()
        self.view.select_divisions([code])

    def show_target(self, target: tuple[str, ...]) -> None:
        match target:
            case ("division", code):
                self.select(code)

    def show_selection(self, target: tuple[str, str]) -> None:
        kind, code = target
        if kind == "division" and not self.form.dirty and code not in self.view.selected_codes():
            self.view.select_divisions([code])

    @property
    def unfinished(self) -> bool:
        return self.form.dirty

    def ask_to_finish(self) -> None:
        self.form.ask_to_finish()

    def _selection_changed(self) -> None:
        """Show what is selected, unless what was typed in the form would be lost."""
        if not self.form.dirty:
            self._show_selected()
        elif self.view.selected_codes() != [self.form.code]:
            self.form.ask_to_finish()

    def _show_selected(self) -> None:
        selected = self.selected
        single, first = len(selected) == 1, selected[0] if selected else None
        villages = [d for d in selected if d.parent is not None]
        self.merge.setEnabled(len(selected) > 1 and len(villages) in (0, len(selected)))
        self.split.setEnabled(single)
        self.move_action.setEnabled(bool(selected) and len(villages) == len(selected))
        self.classify.setEnabled(bool(selected))
        self.remove.setEnabled(bool(selected))
        self.to_map.setEnabled(single)
        self.details.show_division(first if single else None)
        if single and first is not None:
            self.form.show_record(first)
            self.tell_selection(("division", first.code))
        elif selected:
            text = self.tr("{count} divisions are selected.")
            self.form.show_nothing(text.format(count=len(selected)))
        else:
            self.form.show_nothing()

    def _go_to_map(self) -> None:
        self.navigate.emit("coverage", ("division", self.selected[0].code))

    # --- actions

    def start_new(self) -> None:
        """An empty form, for a village of the township in which the keyboard is."""
        if self.form.dirty:
            self.form.ask_to_finish()
            return
        selected = self.selected
        township = (selected[0].parent or selected[0].code) if selected else None
        self.view.clearSelection()
        self.form.start_new(township)

    def ask_to_merge(self) -> None:
        codes = self.view.selected_codes()
        dialog = MergeDialog(self.session, codes, self)
        dialog.accepted.connect(lambda: self.select(dialog.code))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_to_split(self) -> None:
        dialog = SplitDialog(self.session, self.view.selected_codes()[0], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _fill_townships(self, menu: QMenu) -> None:
        menu.clear()
        for township in self.session.county.townships:
            action = menu.addAction(township.name)
            action.triggered.connect(lambda _=False, code=township.code: self.move_to(code))

    def move_to(self, township: str) -> None:
        """Move the selected villages to a township, with their facilities."""
        name = self.session.county.division(township).name
        label = self.tr("Move {what} to {township}")
        self._change(
            lambda d: replace(d, parent=township), label.format(what=self._what(), township=name)
        )

    def _fill_classes(self, menu: QMenu) -> None:
        menu.clear()
        language = self.session.language
        for text, urban in (
            (say(URBAN_WORDS[True], language), True),
            (say(URBAN_WORDS[False], language), False),
            (self.tr("Not known"), None),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, urban=urban: self.set_urban(urban))

    def set_urban(self, urban: bool | None) -> None:
        """Make the selected divisions urban or rural, or say that it is not known."""
        label = self.tr("Class of {what}").format(what=self._what())
        self._change(lambda d: replace(d, urban=urban), label)

    def _change(self, change: Callable[[Division], Division], label: str) -> None:
        codes = self.view.selected_codes()
        try:
            edit = change_divisions(self.session.county, codes, change, label)
        except InvalidValue as error:
            self.messages.show_error(wording.error_text(error))
            return
        self.session.do(edit)
        self.view.select_divisions(codes)

    def _what(self) -> str:
        """The one selected by name, several by their number."""
        selected = self.selected
        if len(selected) == 1:
            return selected[0].name
        return self.tr("{count} divisions").format(count=len(selected))

    def ask_to_remove(self) -> None:
        """Remove what is selected; asked first where something depends on it."""
        codes = self.view.selected_codes()
        if not codes:
            return
        what = self._what()
        label = self.tr("Remove {what}").format(what=what)
        edit = remove_divisions(self.session.county, codes, label)
        there = dependants(self.session.county, codes)
        if not there:
            self.session.do(edit)
            return
        text = self.tr("Remove {what}? One undo brings all of it back.")
        self.question.ask(
            text.format(what=what),
            self._consequences(there),
            [(self.tr("Remove"), lambda: self.session.do(edit))],
            self.tr("Leave it"),
        )

    def _consequences(self, there: Dependants) -> list[str]:
        lines = (
            (len(there.villages), self.tr("{count} villages and communities go with it")),
            (there.people, self.tr("{count} numbers of residents go with it")),
            (there.areas, self.tr("{count} areas go with it")),
            (len(there.facilities), self.tr("{count} facilities stay, without it")),
        )
        return [text.format(count=count) for count, text in lines if count]

    def _refuse(self, error: BadCells) -> None:
        self.bad_cells.show_cells(error)

    def _go_to_bad(self, cell: BadCell) -> None:
        """Cells of a paste are in the table; those of a file are not."""
        if not cell.sheet:
            headings = [self.model.heading(c).replace("\n", " ")
                        for c in range(self.model.columnCount())]  # fmt: skip
            if cell.column in headings:
                self.view.go_to(cell.row - 1, headings.index(cell.column))
                self.view.setFocus()


def _button(action: QAction) -> QPushButton:
    button = QPushButton(action.text())
    button.clicked.connect(action.trigger)
    return button
