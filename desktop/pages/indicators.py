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
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSplitter, QTextBrowser

from desktop.pages.derivation import (
    contradiction_lines,
    demand_steps,
    measured_steps,
    paragraphs,
    source_lines,
)
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.indicator_rows import Computed, IndicatorRow, IndicatorState, baseline_basis
from desktop.tables.indicator_table_model import IndicatorColumn, IndicatorTableModel
from desktop.tables.reading_table import ReadingTableView
from models.edits import Edit
from models.plan import Nature
from models.rules.rule import Rule, RuleKind

_WIDTHS = (80, 34, 226, 60, 72, 54, 78, 78, 100, 58, 56)


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
        natures = [session.catalogue.word("nature", n, session.language) for n in Nature]
        self.table.widen(IndicatorColumn.NATURE, natures)
        states = self.model.state_words().values()
        self.table.widen(IndicatorColumn.STATE, [f"✓ {word}" for word in states])
        self.panel = QTextBrowser()
        self.panel.setOpenLinks(False)
        self.panel.anchorClicked.connect(self._open_link)
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self._stale = True
        self._build_filters()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([900, 260])
        splitter.setChildrenCollapsible(False)
        self.body.addWidget(splitter, 1)
        self.body.addWidget(self.summary)
        self.setFocusProxy(self.table)
        self.table.current_changed.connect(self._show_panel)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._read_again)

    def _build_filters(self) -> None:
        catalogue, language = self.session.catalogue, self.session.language
        self.search = self.add_search(self.tr("Search indicators"))
        self.nature = QComboBox()
        self.nature.addItem(self.tr("All natures"), None)
        for nature in Nature:
            self.nature.addItem(catalogue.word("nature", nature, language), nature)
        self.missed_only = QCheckBox(self.tr("Missed only"))
        filters = QHBoxLayout()
        filters.addWidget(self.nature)
        filters.addWidget(self.missed_only)
        filters.addStretch(1)
        self.body.addLayout(filters)
        self.search.textChanged.connect(self._filter)
        self.nature.currentIndexChanged.connect(self._filter)
        self.missed_only.toggled.connect(self._filter)

    def _filter(self) -> None:
        nature = self.nature.currentData()
        self.proxy.choose(
            self.search.text(),
            None if nature is None else Nature(nature),
            self.missed_only.isChecked(),
        )

    def _follow(self, edit: Edit) -> None:
        chosen = self._chosen_row()
        self.model.follow(edit)
        if chosen is not None and self.table.chosen is None:  # the table was read again
            self._choose_like(chosen)
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def _read_again(self) -> None:
        self.model.reload()
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.table.choose_some()
            self._show_panel()
            self._show_summary()

    def show_target(self, target: tuple[str, ...]) -> None:
        """("rule", id) shows the row that the rule stands in."""
        if target[:1] != ("rule",):
            return
        row = self.model.row_of_rule(target[1])
        if row is not None:
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
        row = self.table.chosen
        if row is None:
            return None
        return self.model.row(self.proxy.mapToSource(self.proxy.index(row, 0)).row())

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
            "{holds} hold, {missed} missed, {missing} lack figures, {other} are not computed"
        )
        self.summary.setText(
            text.format(
                holds=states.count(IndicatorState.HOLDS),
                missed=states.count(IndicatorState.MISSED),
                missing=states.count(IndicatorState.NO_FIGURES),
                other=states.count(IndicatorState.NOT_COMPUTED),
            )
        )

    def _show_panel(self) -> None:
        row = self.table.chosen
        if row is None:
            hint = self.tr("Choose a row to see how it is computed.")
            self.panel.setHtml(paragraphs("", [hint]))
            return
        source_row = self.proxy.mapToSource(self.proxy.index(row, 0)).row()
        found, computed = self.model.row(source_row), self.model.computed(source_row)
        name = str(self.model.index(source_row, IndicatorColumn.NAME).data()).strip()
        html = paragraphs(name, [self.model.state_text(source_row)])
        if found.rule is None:
            html += paragraphs(self.tr("Not computed"), [self._why_not_computed()])
            html += self._printed_source(found)
        else:
            html += self._rule_html(found.rule, computed)
        self.panel.setHtml(html)

    def _rule_html(self, rule: Rule, computed: Computed) -> str:
        session, plan = self.session, self.session.plan
        html = ""
        if computed.planned is not None:
            steps = measured_steps(computed.planned, rule.basis, session)
            if rule.per_county:
                steps += demand_steps(computed.planned, session)
            html += paragraphs(self.tr("{year} plan").format(year=plan.target_year), steps)
        if computed.baseline is not None:
            basis = baseline_basis(rule, session.catalogue)
            steps = measured_steps(computed.baseline, basis, session)
            html += paragraphs(self.tr("{year} baseline").format(year=plan.baseline_year), steps)
        html += self._failing_html(rule, computed)
        html += paragraphs(self.tr("Source"), source_lines(rule, session))
        return html + paragraphs(
            self.tr("The plan contradicts itself"), contradiction_lines(rule, session)
        )

    def _failing_html(self, rule: Rule, computed: Computed) -> str:
        """How many facilities or points miss the rule by themselves, with the way to them."""
        if rule.kind is RuleKind.RADIUS:
            link = "coverage"
            text = self.tr("{failing} of {checked} population points lie outside")
        elif rule.per_facility:
            link = "findings"
            text = self.tr("{failing} of {checked} facilities with figures miss it by themselves")
        else:
            return ""
        line = text.format(failing=computed.failing, checked=computed.checked)
        if not computed.failing:
            return f"<p>{line}</p>"
        return f"<p><a href='{link}:{rule.id}'>{line}</a></p>"

    def _printed_source(self, found: IndicatorRow) -> str:
        source = "" if found.indicator is None else found.indicator.source
        return paragraphs(self.tr("Source"), [source] if source else [])

    def _why_not_computed(self) -> str:
        return self.tr(
            "The allocations of facilities do not tell this figure. It stands here as printed."
        )

    def _open_link(self, url: QUrl) -> None:
        page, _, rule_id = url.toString().partition(":")
        self.navigate.emit(page, ("rule", rule_id))
