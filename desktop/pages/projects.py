"""The plan's capital projects with their investments, beside what the plan prints as totals."""

from __future__ import annotations

from collections.abc import Iterable

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

from desktop import theme
from desktop.dialogs.project_form import ProjectForm
from desktop.pages.empty_page import empty_page
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.project_table_model import ProjectColumn, ProjectFilter, ProjectTableModel
from desktop.tables.reading_table import ReadingTableView
from models.edits import Edit, remove
from models.figures import format_count
from models.plan import Project, PublishedFigure
from models.projects import Investment, InvestmentSum, investment_sums

_WIDTHS = (48, 250, 100, 90, 104, 120, 260, 150, 120)  # pixels, by column
_TABLE, _NO_PROJECT, _NO_MATCH = range(3)


class ProjectsPage(Page):
    """The table of projects with search and sums, and the selected one in a form."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("ProjectsPage", "Projects"))
        self.model = ProjectTableModel(session, self)
        self.proxy = ProjectFilter(self.model, self)
        self.form = ProjectForm(session)
        self.table = ReadingTableView(self.proxy, _WIDTHS)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(ProjectColumn.NUMBER, Qt.SortOrder.AscendingOrder)
        self._make_actions()
        self._lay_out()
        self.table.current_changed.connect(self._selection_changed)
        self.table.opened.connect(self._edit_selected)
        self.form.added.connect(self.select)
        self.form.released.connect(self._show_selected)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._reload)
        self._refresh()

    # --- building ---

    def _make_actions(self) -> None:
        self.add = QAction(self.tr("Add project"), self)
        self.add.setShortcut("Ctrl+N")
        self.add.triggered.connect(self._add)
        self.add_action(self.add)
        self.remove = QAction(self.tr("Remove"), self)
        self.remove.setShortcut(QKeySequence.StandardKey.Delete)
        self.remove.triggered.connect(self._remove)
        self.add_action(self.remove)
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # not while typing
        for action in (self.add, self.remove):
            self.table.addAction(action)
        self.search = self.add_search(self.tr("Name, content, facility, note"))
        self.search.textChanged.connect(self._apply_search)

    def _lay_out(self) -> None:
        first = QPushButton(self.add.text())
        first.clicked.connect(self.add.trigger)
        clear = QPushButton(self.tr("Clear the search"))
        clear.clicked.connect(self.search.clear)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(
            empty_page(self.tr("The plan has no projects yet. Add the first one."), first)
        )
        self.stack.addWidget(empty_page(self.tr("No project fits the search."), clear))
        self._work = (self.table, first, clear)  # where the keyboard goes, by what is shown
        self.sums = {investment: QLabel() for investment in Investment}
        self.shown = QLabel()
        self.shown.setObjectName("muted")
        totals = QHBoxLayout()
        totals.setSpacing(24)
        for label in self.sums.values():
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            totals.addWidget(label)
        totals.addStretch(1)
        totals.addWidget(self.shown)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addLayout(totals)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self.form)
        splitter.setStretchFactor(0, 1)
        splitter.setCollapsible(0, False)
        self.form.setMinimumWidth(300)
        splitter.setSizes([800, 340])
        self.body.addWidget(splitter, 1)

    # --- what is shown ---

    def _apply_search(self) -> None:
        self.proxy.search(self.search.text())
        self._count()

    def _count(self) -> None:
        shown, total = self.proxy.rowCount(), self.model.rowCount()
        self.shown.setText(
            self.tr("{count} projects").format(count=total)
            if shown == total
            else self.tr("{shown} of {count} projects").format(shown=shown, count=total)
        )
        page = _TABLE if shown else _NO_MATCH if total else _NO_PROJECT
        self.stack.setCurrentIndex(page)
        self.setFocusProxy(self._work[page])

    def _refresh(self) -> None:
        self._count()
        names = {
            Investment.TOTAL: self.tr("Total investment"),
            Investment.PERIOD: self.tr("In the plan's period"),
        }
        sums = investment_sums(self.session.county, self.session.plan)
        for investment, found in sums.items():
            label = self.sums[investment]
            label.setText(self._sum_text(names[investment], found))
            label.setToolTip(
                self.tr("Sum over {filled} of {count} projects, the others are blank").format(
                    filled=found.filled, count=found.count
                )
            )
            colour = theme.WARNING.name() if found.differs else "palette(text)"
            label.setStyleSheet(f"font-weight: 600; color: {colour};")
        self._offer_actions()

    def _sum_text(self, name: str, found: InvestmentSum) -> str:
        """A sum, marked ≠ where the plan prints another."""
        sum_text = format_count(found.value)
        if found.printed is None:
            return self.tr("{name}: {sum}").format(name=name, sum=sum_text)
        text = (
            self.tr("{name}: ≠ {sum} (printed {printed})")
            if found.differs
            else self.tr("{name}: {sum} (as printed)")
        )
        return text.format(name=name, sum=sum_text, printed=format_count(found.printed))

    def _follow(self, edit: Edit) -> None:
        self.model.follow(edit)
        if any(isinstance(c.record, Project | PublishedFigure) for c in edit.changes):
            self._refresh()

    def _reload(self) -> None:
        self.model.reload()
        self._refresh()

    # --- selection ---

    @property
    def selected(self) -> list[Project]:
        """The selected projects from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.project(self.proxy.mapToSource(self.proxy.index(r, 0)).row())
                for r in rows]  # fmt: skip

    def select(self, project_id: str) -> None:
        """Select a project and bring its row into view; the search gives way if it hides it."""
        row = self.model.row_of(project_id)
        if row is None:
            return
        if not self.proxy.mapFromSource(self.model.index(row, 0)).isValid():
            self.search.clear()
        self.table.choose(self.proxy.mapFromSource(self.model.index(row, 0)).row())

    def show_target(self, target: tuple[str, ...]) -> None:
        match target:
            case ("project", project_id):
                self.select(project_id)

    def show_selection(self, target: tuple[str, str]) -> None:
        kind, facility_id = target
        if kind != "facility" or self.form.dirty:
            return
        if any(p.facility_id == facility_id for p in self.selected):
            return
        for row in range(self.proxy.rowCount()):
            source = self.proxy.mapToSource(self.proxy.index(row, 0)).row()
            if self.model.project(source).facility_id == facility_id:
                self.table.choose(row)
                return

    @property
    def unfinished(self) -> bool:
        return self.form.dirty

    def ask_to_finish(self) -> None:
        self.form.ask_to_finish()

    def _selection_changed(self) -> None:
        """Show what is selected, unless what was typed in the form would be lost."""
        if not self.form.dirty:
            self._show_selected()
        elif [p.id for p in self.selected] != [self.form.project_id]:
            self.form.ask_to_finish()

    def _show_selected(self) -> None:
        self._offer_actions()
        selected = self.selected
        if len(selected) == 1:
            self.form.show_record(selected[0])
            if selected[0].facility_id is not None:
                self.tell_selection(("facility", selected[0].facility_id))
        else:
            self.form.show_nothing()

    def _offer_actions(self) -> None:
        self.remove.setEnabled(bool(self.selected))

    def _edit_selected(self) -> None:
        self.form.fields.name.setFocus()

    # --- actions ---

    def _add(self) -> None:
        if self.form.dirty:
            self.form.ask_to_finish()
            return
        self.table.clearSelection()
        self.form.start_new()

    def _remove(self) -> None:
        """Remove the selected projects; one undo brings them back."""
        projects = self.selected
        if projects:
            self.session.do(Edit(self._removal(projects), remove(*projects)))

    def _removal(self, projects: Iterable[Project]) -> str:
        names = [project.name for project in projects]
        what = names[0] if len(names) == 1 else self.tr("{count} projects").format(count=len(names))
        return self.tr("Remove {what}").format(what=what)
