"""The Versions page: the plan's versions, and two of them compared cell by cell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.dialogs.copy_version_dialog import CopyVersionDialog
from desktop.dialogs.fields import Choice
from desktop.dialogs.plan_dialog import PlanDialog
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.comparison_table_model import (
    ComparisonTableModel,
    ComparisonTotalsModel,
)
from desktop.tables.reading_table import ReadingTableView
from desktop.tables.version_table import VersionTable
from models.comparison import Comparison, Difference, carry_over, compare, compare_again
from models.edits import Edit
from models.measure import Allocation
from models.plan import Plan
from models.plan_versions import remove_plan

_CELL_WIDTHS = (320, 230, 80, 60, 110, 110, 100, 100)
_TOTAL_WIDTHS = (230, 80, 60, 110, 110, 100, 90, 90, 90, 90)
_CHOOSER_FRAME = 40  # pixels: what a combo box needs beside its text


class ComparisonTableView(ReadingTableView):
    """Space ticks the chosen rows, or unticks them where all are ticked."""

    def __init__(self, model: ComparisonTableModel) -> None:
        super().__init__(model, _CELL_WIDTHS)
        self.cells = model
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        if event.key() == Qt.Key.Key_Space and rows:
            self.cells.tick(rows, not all(map(self.cells.is_ticked, rows)))
            return
        super().keyPressEvent(event)


class VersionsPage(Page):
    """Copy, date, issue and remove versions; compare two and carry differences over."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("VersionsPage", "Plan versions"))
        self.versions = VersionTable(session)
        self.model = ComparisonTableModel(session)
        self.table = ComparisonTableView(self.model)
        self.totals_model = ComparisonTotalsModel(session)
        self.totals = ReadingTableView(self.totals_model, _TOTAL_WIDTHS)
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self.comparison: Comparison | None = None
        self._stale = True
        self._make_actions()
        self.search = self.add_search(self.tr("Search facilities"))
        self._lay_out()
        self.setFocusProxy(self.versions)
        self._connect()

    # --- what is on the page

    def _make_actions(self) -> None:
        self.copy_action = QAction(self.tr("Copy version…"), self)
        self.copy_action.setShortcut("Ctrl+Shift+C")
        self.copy_action.triggered.connect(self.copy_version)
        self.attributes_action = QAction(self.tr("Name, date, state…"), self)
        self.attributes_action.triggered.connect(self.edit_attributes)
        self.remove_action = QAction(self.tr("Remove version"), self)
        self.remove_action.triggered.connect(self.remove_version)
        for action in (self.copy_action, self.attributes_action, self.remove_action):
            self.add_action(action)

    def _lay_out(self) -> None:
        self.body.addWidget(self.versions)
        self.body.addLayout(self._choosers())
        self.body.addLayout(self._filters())
        tables = QSplitter(Qt.Orientation.Vertical)
        tables.addWidget(self.table)
        tables.addWidget(self._totals_part())
        tables.setSizes([360, 180])
        tables.setChildrenCollapsible(False)
        self.body.addWidget(tables, 1)
        self.body.addWidget(self.summary)

    def _choosers(self) -> QHBoxLayout:
        self.a, self.b = Choice(), Choice()
        self.swap = QPushButton("⇄")
        self.swap.setFixedWidth(40)
        self.swap.setAccessibleName(self.tr("Swap A and B"))
        self.swap.setToolTip(self.tr("Swap A and B"))
        line = QHBoxLayout()
        for label, chooser in ((self.tr("Compare A"), self.a), (self.tr("with B"), self.b)):
            name = QLabel(label)
            name.setBuddy(chooser)
            line.addWidget(name)
            line.addWidget(chooser)
        line.addWidget(self.swap)
        line.addStretch(1)
        return line

    def _filters(self) -> QHBoxLayout:
        catalogue, language = self.session.catalogue, self.session.language
        kinds = [(catalogue.word("difference", k, language), str(k)) for k in Difference]
        self.kind = Choice([(self.tr("All differences"), None), *kinds])
        self.measure = Choice([(self.tr("All measures"), None)])
        _widen(self.kind)
        self.tick_all = QPushButton(self.tr("Tick all shown"))
        self.untick_all = QPushButton(self.tr("Untick all shown"))
        self.into_a = QPushButton(self.tr("Carry ticked into A"))
        self.into_a.setToolTip(self.tr("The ticked cells of version A become as they are in B"))
        self.into_b = QPushButton(self.tr("Carry ticked into B"))
        self.into_b.setToolTip(self.tr("The ticked cells of version B become as they are in A"))
        line = QHBoxLayout()
        for widget in (self.kind, self.measure, self.tick_all, self.untick_all):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.into_a)
        line.addWidget(self.into_b)
        return line

    def _totals_part(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        heading = QLabel(self.tr("Totals of both versions (all facilities, not only those shown)"))
        heading.setObjectName("muted")
        layout.addWidget(heading)
        layout.addWidget(self.totals)
        return part

    def _connect(self) -> None:
        session = self.session
        self.versions.itemSelectionChanged.connect(self._enable)
        self.versions.opened.connect(session.choose_plan)
        self.a.activated.connect(self._compare)
        self.b.activated.connect(self._compare)
        self.swap.clicked.connect(self._swap)
        self.search.textChanged.connect(self._filter)
        self.kind.currentIndexChanged.connect(self._filter)
        self.measure.currentIndexChanged.connect(self._filter)
        self.tick_all.clicked.connect(lambda: self._tick_shown(True))
        self.untick_all.clicked.connect(lambda: self._tick_shown(False))
        self.into_a.clicked.connect(lambda: self._carry(self.a))
        self.into_b.clicked.connect(lambda: self._carry(self.b))
        self.model.ticks_changed.connect(self._show_counts)
        self.table.opened.connect(self._open_cell)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._read_again)

    # --- following the session

    def _follow(self, edit: Edit) -> None:
        figures = all(isinstance(change.record, Allocation) for change in edit.changes)
        if not figures or self._stale or self.comparison is None or not self.isVisible():
            self._read_again()
            return
        session = self.session
        measures = session.catalogue.measures
        self._show(compare_again(self.comparison, edit, session.county, measures))

    def _read_again(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.versions.refresh()
        plans = self.session.county.plans
        choices = [(plan.name, plan.id) for plan in plans]
        first = self.a.value() is None
        for chooser in (self.a, self.b):
            chooser.offer(choices)
            _widen(chooser)
        if first or self.a.value() == self.b.value():
            self._choose_neighbours(plans)
        self._compare()
        self._enable()

    def _choose_neighbours(self, plans: list[Plan]) -> None:
        """At first the version in front is compared with the one before it."""
        front = plans.index(self.session.plan)
        first = max(0, front - 1)
        self.a.choose(plans[first].id)
        self.b.choose(plans[min(first + 1, len(plans) - 1)].id)

    def _compare(self) -> None:
        session = self.session
        a, b = self.a.value(), self.b.value()
        if a is None or b is None:
            return
        self._show(compare(session.county, a, b, session.catalogue.measures))

    def _show(self, found: Comparison) -> None:
        self.comparison = found
        self.model.show_comparison(found)
        self.totals_model.show_comparison(found)
        differing = [c.measure for c in found.columns if any(c.counts.values())]
        names = [(self.model.words.measure(m), m) for m in dict.fromkeys(differing)]
        self.measure.offer([(self.tr("All measures"), None), *names])
        _widen(self.measure)
        self._filter()

    def _swap(self) -> None:
        a, b = self.a.value(), self.b.value()
        self.a.choose(b)
        self.b.choose(a)
        self._compare()

    def _filter(self) -> None:
        kind = self.kind.value()
        chosen = None if kind is None else Difference(kind)
        self.model.show_only(self.search.text(), chosen, self.measure.value())
        self._show_counts()

    def _show_counts(self) -> None:
        found = self.comparison
        if found is None:
            return
        if len(self.session.county.plans) == 1:
            text = self.tr("There is one version only. Copy it to plan on and to compare.")
        else:
            text = self.tr(
                "{changed} changed, {added} added, {removed} removed, {same} the same; "
                "{shown} shown, {ticked} ticked"
            ).format(
                changed=found.count(Difference.CHANGED),
                added=found.count(Difference.ADDED),
                removed=found.count(Difference.REMOVED),
                same=found.same,
                shown=self.model.rowCount(),
                ticked=self.model.ticked_count,
            )
        self.summary.setText(text)
        for button in (self.into_a, self.into_b):
            button.setEnabled(self.model.ticked_count > 0)
        for button in (self.tick_all, self.untick_all):
            button.setEnabled(self.model.rowCount() > 0)

    def _enable(self) -> None:
        plan = self.versions.chosen
        self.copy_action.setEnabled(plan is not None)
        self.attributes_action.setEnabled(plan is not None)
        several = len(self.session.county.plans) > 1
        self.remove_action.setEnabled(plan is not None and several)

    # --- what the planner does

    def copy_version(self) -> None:
        plan = self.versions.chosen
        if plan is not None:
            dialog = CopyVersionDialog(self.session, plan, self)
            dialog.accepted.connect(lambda: self._compare_with_copy(plan))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _compare_with_copy(self, plan: Plan) -> None:
        self.refresh_if_stale()
        self.versions.choose(self.session.plan.id)  # what comes next is done to the copy
        self.a.choose(plan.id)
        self.b.choose(self.session.plan.id)
        self._compare()

    def edit_attributes(self) -> None:
        plan = self.versions.chosen
        if plan is not None:
            dialog = PlanDialog(self.session, self, plan)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def remove_version(self) -> None:
        """Undo brings it back, so nothing is asked."""
        plan = self.versions.chosen
        if plan is not None:
            label = self.tr("Remove version {name}").format(name=plan.name)
            self.session.do(remove_plan(self.session.county, plan.id, label))

    def _tick_shown(self, ticked: bool) -> None:
        self.model.tick(range(self.model.rowCount()), ticked)

    def _carry(self, into: Choice) -> None:
        found, target = self.comparison, into.value()
        if found is None or target is None:
            return
        cells = self.model.ticked
        label = self.tr("Carry {count} differences into {name}").format(
            count=len(cells), name=into.currentText()
        )
        self.session.do(carry_over(found, cells, target, label))

    def _open_cell(self) -> None:
        row = self.table.chosen
        if row is not None:
            cell = self.model.cell(row)
            target = ("cell", cell.facility_id, cell.measure, str(cell.basis))
            self.navigate.emit("allocation", target)


def _widen(chooser: Choice) -> None:
    """Qt measures the ink of a text, which is narrower than the text by Chinese quotes."""
    texts = map(chooser.itemText, range(chooser.count()))
    widest = max(map(chooser.fontMetrics().horizontalAdvance, texts))
    chooser.setMinimumWidth(widest + _CHOOSER_FRAME)
