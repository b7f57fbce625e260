"""The Indicators page: what the plan promises, and what its allocations amount to."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QUrl,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.bed_need_dialog import BedNeedDialog
from desktop.dialogs.review_dialog import ReviewDialog
from desktop.indicator_wording import count_unit, state_words
from desktop.pages.derivation import paragraphs
from desktop.pages.indicator_charts import ChartKind, IndicatorCharts
from desktop.pages.indicator_panel import indicator_html
from desktop.pages.indicator_values import IndicatorValuesView
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.indicator_rows import IndicatorRow
from desktop.tables.indicator_table_model import IndicatorColumn, IndicatorTableModel
from desktop.tables.reading_table import ReadingTableView
from models.edits import Change, Edit
from models.indicator_progress import IndicatorState
from models.plan import Nature

_WIDTHS = (82, 40, 210, 58, 72, 54, 62, 88, 86, 58, 78, 56)
_ROW_HEIGHT = 34  # pixels: two small lines
_SMALL = 0.78  # of the usual type
_TABLE, _VALUES, _CHARTS = range(3)  # of the stack
_CHART_OF_TAB = {2: ChartKind.TARGETS, 3: ChartKind.TOWNSHIPS, 4: ChartKind.TREND}


class CategoryDelegate(QStyledItemDelegate):
    """Categories are long and their column narrow: two lines of smaller type, nothing cut."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.font.setPointSizeF(option.font.pointSizeF() * _SMALL)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText


class IndicatorFilter(QSortFilterProxyModel):
    """Rows that hold the text, are of the nature and, if asked, are missed."""

    def __init__(self, model: IndicatorTableModel) -> None:
        super().__init__()
        self._text = ""
        self._nature: Nature | None = None
        self._missed_only = False
        self.setSourceModel(model)

    def choose(self, text: str, nature: Nature | None, missed_only: bool) -> None:
        self._text, self._nature = text.strip().casefold(), nature
        self._missed_only = missed_only
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        model = self.sourceModel()
        assert isinstance(model, IndicatorTableModel)
        found = model.row(row)
        stated = found.indicator or found.rule
        if self._nature is not None and (stated is None or stated.nature is not self._nature):
            return False
        columns = (IndicatorColumn.CATEGORY, IndicatorColumn.NUMBER, IndicatorColumn.NAME)
        words = " ".join(str(model.index(row, column).data()) for column in columns)
        if self._text not in words.casefold():
            return False
        return not self._missed_only or model.computed(row).state is IndicatorState.MISSED


class IndicatorsPage(Page):
    """Every printed indicator, every rule of the text, and how the plan stands to each now."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("IndicatorsPage", "Indicators"))
        self.model = IndicatorTableModel(session)
        self.proxy = IndicatorFilter(self.model)
        self.table = ReadingTableView(self.proxy, _WIDTHS)
        self.category_delegate = CategoryDelegate(self.table)
        self.table.setItemDelegateForColumn(IndicatorColumn.CATEGORY, self.category_delegate)
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        # What is printed and what follows from it stand side by side in a small window.
        self.table.horizontalHeader().moveSection(IndicatorColumn.NATURE, IndicatorColumn.GAP)
        natures = [session.catalogue.word("nature", n, session.language) for n in Nature]
        self.table.widen(IndicatorColumn.NATURE, natures)
        for column in range(IndicatorColumn.BASELINE, self.model.columnCount()):
            heading = self.model.headerData(column, Qt.Orientation.Horizontal)
            self.table.widen(column, heading.splitlines())
        unit = count_unit("nurses", session.catalogue, session.language)
        self.table.widen(IndicatorColumn.GAP, [f"1,000 {unit}"])
        self.table.widen(IndicatorColumn.PROGRESS, ["−1,000%"])
        states = state_words().values()
        self.table.widen(IndicatorColumn.STATE, [f"✓ {word}" for word in states])
        self.panel = QTextBrowser()
        self.panel.setOpenLinks(False)
        self.panel.anchorClicked.connect(self._open_link)
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self._stale = True
        self._unseen: list[Change] = []  # made while the page was not in front
        self.values = IndicatorValuesView(session)
        self.charts = IndicatorCharts(session, self.model)
        self._add_actions()
        self.search = self.add_search(self.tr("Search indicators"))
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.current_changed.connect(self._show_panel)
        self.tabs.currentChanged.connect(self._show_tab)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._read_again)

    def _add_actions(self) -> None:
        self.review_action = QAction(self.tr("Mid-term review…"), self)
        self.review_action.triggered.connect(self.open_review)
        self.need_action = QAction(self.tr("Bed need…"), self)
        self.need_action.triggered.connect(self.open_bed_need)
        self._bed_need: BedNeedDialog | None = None
        for action in (self.review_action, self.need_action):
            self.add_action(action)

    def open_bed_need(self) -> None:
        """The same dialog each time: what was typed there is still there."""
        if self._bed_need is None:
            self._bed_need = BedNeedDialog(self.session, self)
        self._bed_need.open()

    def open_review(self) -> None:
        dialog = ReviewDialog(self.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lay_out(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for text in (
            self.tr("Plan"),
            self.tr("Values by year"),
            self.tr("Target against plan"),
            self.tr("Gap by township"),
            self.tr("Trend"),
        ):
            self.tabs.addTab(text)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([900, 260])
        splitter.setChildrenCollapsible(False)
        front = QWidget()
        layout = QVBoxLayout(front)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._filters())
        layout.addWidget(splitter, 1)
        layout.addWidget(self.summary)
        self.stack = QStackedWidget()
        for part in (front, self.values, self.charts):
            self.stack.addWidget(part)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)

    def _show_tab(self, tab: int) -> None:
        self.search.setVisible(tab == _TABLE)
        self.stack.setCurrentIndex(min(tab, _CHARTS))
        if tab == _VALUES:
            self.values.refresh_if_stale()
        elif tab in _CHART_OF_TAB:
            self.charts.show_kind(_CHART_OF_TAB[tab], self._chosen_source_row())

    def _filters(self) -> QHBoxLayout:
        catalogue, language = self.session.catalogue, self.session.language
        self.nature = QComboBox()
        self.nature.addItem(self.tr("All natures"), None)
        for nature in Nature:
            self.nature.addItem(catalogue.word("nature", nature, language), nature)
        self.missed_only = QCheckBox(self.tr("Missed only"))
        filters = QHBoxLayout()
        filters.addWidget(self.nature)
        filters.addWidget(self.missed_only)
        filters.addStretch(1)
        self.search.textChanged.connect(self._filter)
        self.nature.currentIndexChanged.connect(self._filter)
        self.missed_only.toggled.connect(self._filter)
        return filters

    def _filter(self) -> None:
        nature = self.nature.currentData()
        self.proxy.choose(
            self.search.text(),
            None if nature is None else Nature(nature),
            self.missed_only.isChecked(),
        )

    def _follow(self, edit: Edit) -> None:
        self._unseen += edit.changes
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def _follow_unseen(self) -> None:
        chosen = self._chosen_row()
        self.model.follow(Edit("", tuple(self._unseen)))
        self._unseen.clear()
        if chosen is not None and self.table.chosen is None:  # the table was read again
            self._choose_like(chosen)

    def _read_again(self) -> None:
        self.model.reload()
        self._unseen.clear()
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self._follow_unseen()
            self.table.choose_some()
            self._show_panel()
            self._show_summary()
            if self.tabs.currentIndex() in _CHART_OF_TAB:
                self._show_tab(self.tabs.currentIndex())

    def show_target(self, target: tuple[str, ...]) -> None:
        """("rule", id) shows the row that the rule stands in."""
        if target[:1] != ("rule",):
            return
        row = self.model.row_of_rule(target[1])
        if row is not None:
            self.tabs.setCurrentIndex(_TABLE)
            self._choose_source_row(row)

    def _choose_source_row(self, row: int) -> None:
        """Select a row of the model; filters that hide it are cleared."""
        index = self.model.index(row, 0)
        if not self.proxy.mapFromSource(index).isValid():
            self.search.clear()
            self.nature.setCurrentIndex(0)
            self.missed_only.setChecked(False)
        self.table.choose(self.proxy.mapFromSource(index).row())

    def _choose_like(self, chosen: IndicatorRow) -> None:
        for row in range(self.model.rowCount()):
            found = self.model.row(row)
            if found.indicator == chosen.indicator and found.rule == chosen.rule:
                index = self.proxy.mapFromSource(self.model.index(row, 0))
                if index.isValid():
                    self.table.choose(index.row())
                return

    def _chosen_row(self) -> IndicatorRow | None:
        row = self._chosen_source_row()
        return None if row is None else self.model.row(row)

    def _chosen_source_row(self) -> int | None:
        row = self.table.chosen
        return None if row is None else self.proxy.mapToSource(self.proxy.index(row, 0)).row()

    def _show_summary(self) -> None:
        if not self.model.rowCount():
            self.summary.setText(
                self.tr(
                    "The plan has no indicators yet. Import a table of indicators, or choose its "
                    "rules in Plan › Plan attributes."
                )
            )
            return
        states = [self.model.computed(row).state for row in range(self.model.rowCount())]
        text = self.tr(
            "{holds} hold, {missed} missed, {way} on the way, {missing} lack figures, {other} to "
            "be entered"
        )
        self.summary.setText(
            text.format(
                holds=states.count(IndicatorState.HOLDS),
                missed=states.count(IndicatorState.MISSED),
                way=states.count(IndicatorState.ON_THE_WAY),
                missing=states.count(IndicatorState.NO_FIGURES),
                other=states.count(IndicatorState.NOT_ENTERED),
            )
        )

    def _show_panel(self) -> None:
        row = self.table.chosen
        if row is None:
            hint = self.tr("Choose a row to see how it is computed.")
            self.panel.setHtml(paragraphs("", [hint]))
            return
        source_row = self.proxy.mapToSource(self.proxy.index(row, 0)).row()
        stated, computed = self.model.row(source_row).stated, self.model.computed(source_row)
        state = self.model.state_text(source_row)
        self.panel.setHtml(indicator_html(stated, computed, state, self.session))

    def _open_link(self, url: QUrl) -> None:
        page, _, rule_id = url.toString().partition(":")
        self.navigate.emit(page, ("rule", rule_id))
