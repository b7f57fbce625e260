"""The open county: the rail of pages, the plan picker above, the page in front."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.pages.allocation import AllocationPage
from desktop.pages.divisions import DivisionsPage
from desktop.pages.facilities import FacilitiesPage
from desktop.pages.findings import FindingsPage
from desktop.pages.overview import OverviewPage
from desktop.pages.page import Page
from desktop.pages.projects import ProjectsPage
from desktop.pages.proofreading import ProofreadingPage
from desktop.pages.reports import ReportsPage
from desktop.pages.rules import RulesPage
from desktop.pages.versions import VersionsPage
from desktop.pages.workload import WorkloadPage
from desktop.session import CountySession
from desktop.settings import Settings
from models.catalogue import Language
from resources import resource

# The pages with pictures are loaded when they are first shown: matplotlib takes half a second.


def _charts_page(session: CountySession) -> Page:
    from desktop.pages.charts import ChartsPage

    return ChartsPage(session)


def _coverage_page(session: CountySession) -> Page:
    from desktop.pages.coverage import CoveragePage

    return CoveragePage(session)


def _indicators_page(session: CountySession) -> Page:
    from desktop.pages.indicators import IndicatorsPage

    return IndicatorsPage(session)


PAGES: dict[str, Callable[[CountySession], Page]] = {
    "overview": OverviewPage,
    "divisions": DivisionsPage,
    "facilities": FacilitiesPage,
    "allocation": AllocationPage,
    "workload": WorkloadPage,
    "indicators": _indicators_page,
    "charts": _charts_page,
    "coverage": _coverage_page,
    "projects": ProjectsPage,
    "findings": FindingsPage,
    "rules": RulesPage,
    "proofreading": ProofreadingPage,
    "reports": ReportsPage,
    "versions": VersionsPage,
}

_PICKER_FRAME = 40  # pixels: what a combo box needs beside its text


def page_titles() -> dict[str, str]:
    """The words of the rail."""
    translate = QCoreApplication.translate
    return {
        "overview": translate("Workspace", "Overview"),
        "divisions": translate("Workspace", "Divisions"),
        "facilities": translate("Workspace", "Facilities"),
        "allocation": translate("Workspace", "Allocation"),
        "workload": translate("Workspace", "Workload"),
        "indicators": translate("Workspace", "Indicators"),
        "charts": translate("Workspace", "Charts"),
        "coverage": translate("Workspace", "Coverage"),
        "projects": translate("Workspace", "Projects"),
        "findings": translate("Workspace", "Findings"),
        "rules": translate("Workspace", "Rules"),
        "proofreading": translate("Workspace", "Proofreading"),
        "reports": translate("Workspace", "Reports"),
        "versions": translate("Workspace", "Versions"),
    }


class Pages(Mapping[str, Page]):
    """The pages by name; each is made when it is first asked for, since a large county takes a
    while to be laid out on all of them.
    """

    def __init__(self, make: Callable[[str], Page]) -> None:
        self._make = make
        self.made: dict[str, Page] = {}

    def __getitem__(self, name: str) -> Page:
        if name not in self.made:
            if name not in PAGES:
                raise KeyError(name)
            self.made[name] = self._make(name)
        return self.made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(PAGES)

    def __len__(self) -> int:
        return len(PAGES)


class Workspace(QWidget):
    """All pages of one session, made as they are first shown.

    Signals: page_shown(name) tells which one is in front; import_requested and export_requested
    ask for the allocation workbook, geodata_requested for geographic data to import.
    """

    page_shown = Signal(str)
    import_requested = Signal()
    export_requested = Signal()
    geodata_requested = Signal()

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.pages = Pages(self._make_page)
        self._settings: Settings | None = None
        self._seen: set[str] = set()  # the pages that were in front
        self.stack = QStackedWidget()
        self.rail = self._make_rail()
        self.county_name = QLabel()
        self.county_name.setObjectName("muted")
        self.plan_picker = QComboBox()
        self.plan_picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.lock_note = QLabel(
            self.tr("Issued and locked. To plan on, copy it or set its state back (Versions).")
        )
        self.lock_note.setObjectName("muted")
        self._lay_out()
        self._fill_picker()
        self.plan_picker.activated.connect(self._choose_plan)
        self.rail.currentRowChanged.connect(self._show_row)
        session.changed.connect(lambda edit: self._fill_picker())
        session.plan_changed.connect(self._fill_picker)
        self.rail.setCurrentRow(0)

    def _make_page(self, name: str) -> Page:
        page = PAGES[name](self.session)
        self.stack.addWidget(page)
        page.navigate.connect(self.show_page)
        page.geodata_requested.connect(self.geodata_requested)
        page.setAccessibleName(page_titles()[name])
        if isinstance(page, AllocationPage):
            page.import_requested.connect(self.import_requested)
            page.export_requested.connect(self.export_requested)
        self._restore(name, page)
        return page

    def _make_rail(self) -> QListWidget:
        rail = QListWidget()
        rail.setObjectName("rail")
        rail.setIconSize(QSize(20, 20))
        rail.setFixedWidth(112 if self.session.language is Language.ZH else 128)
        for name, title in page_titles().items():
            icon = QIcon(str(resource(f"icons/{name}.svg")))
            item = QListWidgetItem(icon, title)
            item.setSizeHint(QSize(0, 36))
            item.setData(Qt.ItemDataRole.UserRole, name)
            rail.addItem(item)
        return rail

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 0)
        top.setSpacing(8)
        top.addWidget(self.county_name)
        top.addWidget(self.plan_picker)
        top.addWidget(self.lock_note)
        top.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(top)
        right.addWidget(self.stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)

    def _fill_picker(self) -> None:
        session = self.session
        info = session.county.info
        self.county_name.setText(info.name if info else "")
        states = session.catalogue
        wanted = [
            (p.id, f"{p.name} · {states.word('plan-state', p.state, session.language)}")
            for p in session.county.plans
        ]
        picker = self.plan_picker
        if [(picker.itemData(i), picker.itemText(i)) for i in range(picker.count())] != wanted:
            picker.clear()
            for plan_id, text in wanted:
                picker.addItem(text, plan_id)
            # Qt measures the ink of a text, which is narrower than the text by Chinese quotes.
            widest = max(picker.fontMetrics().horizontalAdvance(text) for _, text in wanted)
            picker.setMinimumWidth(widest + _PICKER_FRAME)
        picker.setCurrentIndex(picker.findData(session.plan.id))
        self.lock_note.setVisible(session.plan.is_locked)

    def _choose_plan(self, index: int) -> None:
        self.session.choose_plan(self.plan_picker.itemData(index))

    def _show_row(self, row: int) -> None:
        name = self.rail.item(row).data(Qt.ItemDataRole.UserRole)
        self.stack.setCurrentWidget(self.pages[name])
        self._seen.add(name)
        self.page_shown.emit(name)

    @property
    def current(self) -> str:
        """The name of the page in front."""
        return str(self.rail.currentItem().data(Qt.ItemDataRole.UserRole))

    @property
    def unfinished(self) -> str | None:
        """The name of a page on which something was typed that is neither saved nor given up."""
        return next((name for name, page in self.pages.made.items() if page.unfinished), None)

    def restore_layout(self, settings: Settings) -> None:
        """Give splitters and columns the widths that they had when the last county was closed."""
        self._settings = settings
        for name, page in self.pages.made.items():
            self._restore(name, page)

    def _restore(self, name: str, page: Page) -> None:
        if self._settings is None:
            return
        for part_name, part in _movable(name, page):
            state = self._settings.layout(part_name)
            if state is not None:
                part.restoreState(state)
        page.use_settings(self._settings)

    def keep_layout(self, settings: Settings) -> None:
        """Remember what `restore_layout` restores."""
        for name, page in self.pages.made.items():
            if name in self._seen:  # the others have never been laid out
                for part_name, part in _movable(name, page):
                    settings.keep_layout(part_name, part.saveState())
            if isinstance(page, AllocationPage):
                page.keep_widths()

    def show_page(self, name: str, target: tuple[str, ...] = ()) -> None:
        """Bring a page to the front and, where a target is given, show it there."""
        self.rail.setCurrentRow(list(self.pages).index(name))
        if target:
            self.pages[name].show_target(target)
        self.pages[name].setFocus()


def _movable(name: str, page: Page) -> Iterator[tuple[str, QSplitter | QHeaderView]]:
    """The parts of a page whose sizes the planner sets.

    Not the columns of the allocation table, which are others for each choice of columns.
    """
    for number, splitter in enumerate(page.findChildren(QSplitter)):
        yield f"{name}-splitter-{number}", splitter
    if not isinstance(page, AllocationPage):
        for number, table in enumerate(page.findChildren(QTableView)):
            yield f"{name}-columns-{number}", table.horizontalHeader()
