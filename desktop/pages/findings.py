"""The Findings page: which rules the plan does not keep, where, by how much, and why."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QUrl,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QTextBrowser

from desktop import wording
from desktop.pages.derivation import contradiction_lines, finding_steps, paragraphs, source_lines
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.finding_table_model import SORT_ROLE, FindingColumn, FindingTableModel
from desktop.tables.reading_table import ReadingTableView
from models.edits import Edit
from models.plan import Nature
from models.rules.rule import Finding, Severity, SubjectKind

_WIDTHS = (84, 150, 190, 76, 76, 186, 60, 260)


class FindingFilter(QSortFilterProxyModel):
    """Findings of a severity, of a rule, that hold the text in subject, rule or source."""

    def __init__(self, model: FindingTableModel) -> None:
        super().__init__()
        self._text = ""
        self._severity: Severity | None = None
        self._rule_id: str | None = None
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def choose(self, text: str, severity: Severity | None, rule_id: str | None) -> None:
        self._text, self._severity, self._rule_id = text.strip().casefold(), severity, rule_id
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        model = self.sourceModel()
        assert isinstance(model, FindingTableModel)
        finding = model.finding(row)
        if self._severity is not None and finding.severity is not self._severity:
            return False
        if self._rule_id is not None and finding.rule.id != self._rule_id:
            return False
        if not self._text:
            return True
        columns = (FindingColumn.SUBJECT, FindingColumn.RULE, FindingColumn.SOURCE)
        words = " ".join(str(model.index(row, column).data()) for column in columns)
        return self._text in words.casefold()


class FindingsPage(Page):
    """All findings of the plan version, up to date while the page is in front."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("FindingsPage", "Findings"))
        self.model = FindingTableModel(session)
        self.proxy = FindingFilter(self.model)
        self.table = ReadingTableView(self.proxy, _WIDTHS)
        natures = [session.catalogue.word("nature", n, session.language) for n in Nature]
        self.table.widen(FindingColumn.NATURE, natures)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(FindingColumn.SEVERITY, Qt.SortOrder.AscendingOrder)
        self.panel = QTextBrowser()
        self.panel.setOpenLinks(False)
        self.panel.anchorClicked.connect(self._open_link)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self._stale = True
        self._build_filters()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([880, 280])
        splitter.setChildrenCollapsible(False)
        self.body.addWidget(self.empty)
        self.body.addWidget(splitter, 1)
        self.body.addWidget(self.summary)
        self.setFocusProxy(self.table)
        self.table.current_changed.connect(self._show_panel)
        self.table.opened.connect(self._open)
        session.changed.connect(self._follow)
        session.plan_changed.connect(self._read_again)

    def _build_filters(self) -> None:
        catalogue, language = self.session.catalogue, self.session.language
        self.search = self.add_search(self.tr("Search findings"))
        self.severity = QComboBox()
        self.severity.addItem(self.tr("Errors and warnings"), None)
        for severity in Severity:
            self.severity.addItem(catalogue.word("severity", severity, language), severity)
        self.rule = QComboBox()
        self.rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._fill_rules()
        filters = QHBoxLayout()
        filters.addWidget(self.severity)
        filters.addWidget(self.rule)
        filters.addStretch(1)
        self.body.addLayout(filters)
        self.search.textChanged.connect(self._filter)
        self.severity.currentIndexChanged.connect(self._filter)
        self.rule.currentIndexChanged.connect(self._filter)

    def _fill_rules(self) -> None:
        self.rule.clear()
        self.rule.addItem(self.tr("All rules"), None)
        for rule in self.session.rules:
            self.rule.addItem(wording.rule_text(rule, self.session.language), rule.id)

    def _filter(self) -> None:
        severity = self.severity.currentData()
        self.proxy.choose(
            self.search.text(),
            None if severity is None else Severity(severity),
            self.rule.currentData(),
        )
        self._show_counts()

    def _follow(self, edit: Edit) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def _read_again(self) -> None:
        self._fill_rules()
        self._follow(Edit("", ()))

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.model.reload()
            self.table.choose_some()
            self._show_counts()
            self._show_panel()

    def show_target(self, target: tuple[str, ...]) -> None:
        """("severity", severity) or ("rule", rule id) shows those findings only."""
        match target:
            case ("severity", severity):
                self._show_only(self.severity.findData(Severity(severity)), 0)
            case ("rule", rule_id):
                self._show_only(0, self.rule.findData(rule_id))

    def _show_only(self, severity: int, rule: int) -> None:
        self.refresh_if_stale()
        self.search.clear()
        self.severity.setCurrentIndex(severity)
        self.rule.setCurrentIndex(rule)
        if self.proxy.rowCount():
            self.table.choose(0)

    def _show_counts(self) -> None:
        evaluation, shown = self.session.evaluation, self.proxy.rowCount()
        found = self.model.rowCount()
        self.summary.setText(
            self.tr("{errors} errors, {warnings} warnings; {shown} shown").format(
                errors=evaluation.count(Severity.ERROR),
                warnings=evaluation.count(Severity.WARNING),
                shown=shown,
            )
        )
        self.empty.setVisible(not shown)
        if not found:
            self.empty.setText(self._nothing_found())
        elif not shown:
            self.empty.setText(self.tr("No finding fits the search and the filters."))

    def _nothing_found(self) -> str:
        """All is well, or which rules could not be checked for lack of figures."""
        session = self.session
        if not session.rules:
            return self.tr(
                "The plan has no rules, so nothing was checked. "
                "Choose its rules in Plan › Plan attributes."
            )
        unchecked = {u.rule.id for u in session.evaluation.unchecked}
        unknown = [
            wording.rule_text(rule, session.language)
            for rule in session.rules
            if rule.id in unchecked
        ]
        if not unknown:
            text = self.tr("All {count} rules hold.")
            return text.format(count=len(session.rules))
        text = self.tr("No rule is missed, but {count} could not be computed yet: {rules}")
        return text.format(count=len(unknown), rules=self.tr(", ").join(unknown))

    def _chosen_finding(self) -> Finding | None:
        row = self.table.chosen
        if row is None:
            return None
        return self.model.finding(self.proxy.mapToSource(self.proxy.index(row, 0)).row())

    def _show_panel(self) -> None:
        finding = self._chosen_finding()
        if finding is None:
            self.panel.setHtml(paragraphs("", [self.tr("Choose a finding to see why.")]))
            return
        session, rule = self.session, finding.rule
        subject = wording.subject_text(finding.subject, session.county)
        name = wording.rule_text(rule, session.language)
        html = paragraphs(subject, [name])
        html += paragraphs(self.tr("Why"), finding_steps(finding, session))
        html += paragraphs(self.tr("Source"), source_lines(rule, session))
        html += paragraphs(
            self.tr("The plan contradicts itself"), contradiction_lines(rule, session)
        )
        html += f"<p><a href='open:'>{self._way(finding)}</a></p>"
        self.panel.setHtml(html)

    def _way(self, finding: Finding) -> str:
        return {
            SubjectKind.FACILITY: self.tr("Go to the cell"),
            SubjectKind.COUNTY: self.tr("Go to the indicator"),
            SubjectKind.DIVISION: self.tr("Show on the map"),
        }[finding.subject.kind]

    def _open_link(self, _: QUrl) -> None:
        self._open()

    def _open(self) -> None:
        """Go where the chosen finding can be mended, or seen."""
        finding = self._chosen_finding()
        if finding is None:
            return
        subject = finding.subject
        match subject.kind:
            case SubjectKind.FACILITY:
                cell = ("cell", subject.id, finding.measure, str(finding.basis))
                self.navigate.emit("allocation", cell)
            case SubjectKind.COUNTY:
                self.navigate.emit("indicators", ("rule", finding.rule.id))
            case SubjectKind.DIVISION:
                self.navigate.emit("coverage", ("division", subject.id))
