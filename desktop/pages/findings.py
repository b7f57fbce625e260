"""The Findings page: which rules the plan does not keep, where, by how much, and why."""

from __future__ import annotations

import getpass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSplitter,
)

from desktop import exports, wording
from desktop.dialogs.finding_changes_dialog import FindingChangesDialog
from desktop.dialogs.rule_decisions import AnswerDialog
from desktop.finding_wording import UNCHECKED, FindingColumn, Row, severity_word
from desktop.pages.finding_panel import FindingPanel
from desktop.pages.page import Page
from desktop.session import CountySession
from desktop.tables.finding_filter import FindingFilter, Grouping, Wanted
from desktop.tables.finding_table_model import FindingTableModel
from desktop.tables.reading_table import ReadingTableView
from models.edits import Edit
from models.errors import WeiguiError
from models.plan import Nature
from models.rules.acknowledging import acknowledge, withdraw
from models.rules.rule import Finding, Severity, SubjectKind
from models.rules.setting import Acknowledgement

_PLACES = (SubjectKind.FACILITY, SubjectKind.DIVISION)
_WIDTHS = (84, 112, 176, 76, 76, 140, 110, 60, 260)


class FindingsPage(Page):
    """All findings of the plan version, up to date while the page is in front."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("FindingsPage", "Findings"))
        self.model = FindingTableModel(session)
        self.proxy = FindingFilter(self.model, session)
        self.table = ReadingTableView(self.proxy, _WIDTHS)
        natures = [session.catalogue.word("nature", n, session.language) for n in Nature]
        self.table.widen(FindingColumn.NATURE, natures)
        severities = [f"? {severity_word(s, session)}" for s in (*Severity, UNCHECKED)]
        self.table.widen(FindingColumn.SEVERITY, severities)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(FindingColumn.SEVERITY, Qt.SortOrder.AscendingOrder)
        self.panel = FindingPanel(session)
        self.groups = QListWidget()
        self._group_ids: list[str | None] = []
        self.groups.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self._stale = True
        self._build_actions()
        self._build_filters()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.groups, self.table, self.panel):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([170, 730, 260])
        splitter.setChildrenCollapsible(False)
        self.body.addWidget(self.empty)
        self.body.addWidget(splitter, 1)
        self.body.addWidget(self.summary)
        self.setFocusProxy(self.table)
        self._connect()

    def _connect(self) -> None:
        self.table.current_changed.connect(self._show_panel)
        self.table.current_changed.connect(self._tell_subject)
        self.table.opened.connect(self._open)
        self.panel.opened.connect(self._open)
        self.panel.rule_opened.connect(
            lambda rule_id: self.navigate.emit("rules", ("rule", rule_id))
        )
        self.groups.currentItemChanged.connect(lambda *_: self._filter())
        self.session.changed.connect(self._follow)
        self.session.plan_changed.connect(self._read_again)

    def _build_actions(self) -> None:
        self.acknowledge_action = QAction(self.tr("Acknowledge…"), self)
        self.acknowledge_action.setToolTip(
            self.tr("Accept the chosen findings with a reason; it is printed on the target sheets")
        )
        self.acknowledge_action.triggered.connect(self.ask_for_reason)
        self.withdraw_action = QAction(self.tr("Withdraw"), self)
        self.withdraw_action.setToolTip(self.tr("Take the reason of the chosen findings back"))
        self.withdraw_action.triggered.connect(self._withdraw)
        self.changes_action = QAction(self.tr("Changes since…"), self)
        self.changes_action.triggered.connect(self.show_changes)
        self.export_action = QAction(self.tr("Export…"), self)
        self.export_action.triggered.connect(self._ask_where)
        for action in (self.acknowledge_action, self.withdraw_action):
            self.table.addAction(action)
            self.add_action(action)
        for action in (self.changes_action, self.export_action):
            self.add_action(action)

    def _build_filters(self) -> None:
        self.search = self.add_search(self.tr("Search findings"))
        self.severity = QComboBox()
        self.severity.addItem(self.tr("Errors, warnings, not computed"), "")
        for severity in (*Severity, UNCHECKED):
            self.severity.addItem(severity_word(severity, self.session), str(severity))
        self.acknowledged = QComboBox()
        self.acknowledged.addItem(self.tr("Open and acknowledged"), None)
        self.acknowledged.addItem(self.tr("Open"), False)
        self.acknowledged.addItem(self.tr("Acknowledged"), True)
        self.grouping = QComboBox()
        for text, grouping in (
            (self.tr("By rule"), Grouping.RULE),
            (self.tr("By facility or place"), Grouping.SUBJECT),
            (self.tr("By township"), Grouping.TOWNSHIP),
            (self.tr("By severity"), Grouping.SEVERITY),
        ):
            self.grouping.addItem(text, grouping)
        filters = QHBoxLayout()
        for choice in (self.grouping, self.severity, self.acknowledged):
            filters.addWidget(choice)
        filters.addStretch(1)
        self.body.addLayout(filters)
        self.search.textChanged.connect(self._filter)
        self.severity.currentIndexChanged.connect(self._filter)
        self.acknowledged.currentIndexChanged.connect(self._filter)
        self.grouping.currentIndexChanged.connect(self._regroup)

    def _regroup(self) -> None:
        self._fill_groups(None)
        self._filter()

    def _fill_groups(self, chosen: str | None) -> None:
        """The groups with their numbers; `chosen` stays chosen while it is there."""
        groups = self.proxy.groups(Grouping(self.grouping.currentData()))
        everything = self.tr("All") + f"  {self.model.rowCount()}"
        texts = [everything, *(f"{name}  {count}" for name, count in groups.values())]
        ids = [None, *groups]
        self.groups.blockSignals(True)
        if ids != self._group_ids:
            self._group_ids = ids
            self.groups.clear()
            self.groups.addItems(texts)
        for row, text in enumerate(texts):
            item = self.groups.item(row)
            if item.toolTip() != text:
                item.setText(text)
                item.setToolTip(text)
        self.groups.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.groups.blockSignals(False)

    @property
    def chosen_group(self) -> str | None:
        """The id of the group whose findings are shown; None for all."""
        row = self.groups.currentRow()
        return None if row < 0 else self._group_ids[row]

    def _filter(self) -> None:
        self.proxy.choose(
            Wanted(
                self.search.text(),
                self.severity.currentData(),
                Grouping(self.grouping.currentData()),
                self.chosen_group,
                self.acknowledged.currentData(),
            )
        )
        self._show_counts()
        self._show_panel()

    def _follow(self, edit: Edit) -> None:
        if any(isinstance(change.record, Acknowledgement) for change in edit.changes):
            self.model.repaint_states()
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def _read_again(self) -> None:
        self._follow(Edit("", ()))

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.model.reload()
            chosen = self.chosen_group
            self._fill_groups(chosen)
            if self.chosen_group != chosen or self.acknowledged.currentIndex():
                self._filter()
            self.table.choose_some()
            self._show_counts()
            self._show_panel()

    def show_target(self, target: tuple[str, ...]) -> None:
        """("severity", severity) or ("rule", rule id) shows those findings only."""
        self.refresh_if_stale()
        self.search.clear()
        self.acknowledged.setCurrentIndex(0)
        group = target[1] if target[0] == "rule" else None
        severity = target[1] if target[0] == "severity" else ""
        self.severity.setCurrentIndex(max(0, self.severity.findData(severity)))
        self.grouping.setCurrentIndex(0)
        self._fill_groups(group)
        self._filter()
        if self.proxy.rowCount():
            self.table.choose(0)

    def _subject(self, row: Row | None) -> tuple[str, str] | None:
        """The facility or division that a row is about."""
        if not isinstance(row, Finding) or row.subject.kind not in _PLACES:
            return None
        return (str(row.subject.kind), row.subject.id)

    def _tell_subject(self) -> None:
        target = self._subject(self._chosen_row())
        if target is not None:
            self.tell_selection(target)

    def show_selection(self, target: tuple[str, str]) -> None:
        if self._subject(self._chosen_row()) == target:
            return
        rows = range(self.proxy.rowCount())
        found = next((row for row in rows if self._subject(self._row(row)) == target), None)
        if found is not None:
            self.table.choose(found)

    def _show_counts(self) -> None:
        evaluation, shown = self.session.evaluation, self.proxy.rowCount()
        self.summary.setText(
            self.tr(
                "{errors} errors, {warnings} warnings, {unchecked} not computed; {shown} shown"
            ).format(
                errors=evaluation.count(Severity.ERROR),
                warnings=evaluation.count(Severity.WARNING),
                unchecked=len(evaluation.unchecked),
                shown=shown,
            )
        )
        self.empty.setVisible(not shown)
        if not self.model.rowCount():
            self.empty.setText(self._nothing_found())
        elif not shown:
            self.empty.setText(self.tr("No finding fits the search and the filters."))

    def _nothing_found(self) -> str:
        session = self.session
        if not session.rules:
            return self.tr(
                "The plan has no rules, so nothing was checked. "
                "Choose its rules in Plan › Plan attributes."
            )
        return self.tr("All {count} rules hold.").format(count=len(session.rules))

    def _row(self, row: int) -> Row:
        return self.model.row_at(self.proxy.mapToSource(self.proxy.index(row, 0)).row())

    def _chosen_row(self) -> Row | None:
        return None if self.table.chosen is None else self._row(self.table.chosen)

    def chosen_findings(self) -> list[Finding]:
        """The findings of all chosen rows; what could not be computed is none."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [one for one in map(self._row, rows) if isinstance(one, Finding)]

    def _show_panel(self) -> None:
        self.panel.show_row(self._chosen_row())
        findings = self.chosen_findings()
        self.acknowledge_action.setEnabled(bool(findings) and not self.session.plan.is_locked)
        said = any(self.model.acknowledgement(finding) for finding in findings)
        self.withdraw_action.setEnabled(said and not self.session.plan.is_locked)

    def ask_for_reason(self) -> None:
        """Ask why the chosen findings are accepted."""
        findings = self.chosen_findings()
        if not findings:
            return
        texts = [self._sentence(finding) for finding in findings[:6]]
        if len(findings) > len(texts):
            texts.append(self.tr("… {count} in all").format(count=len(findings)))
        title = self.tr("Acknowledge findings")
        dialog = AnswerDialog(title, "\n".join(texts), self.tr("Reason"), self, dated=False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._acknowledge(findings, dialog.text))
        dialog.open()

    def _sentence(self, finding: Finding) -> str:
        session = self.session
        subject = wording.subject_text(finding.subject, session.county)
        text = wording.finding_text(finding, session.catalogue, session.language)
        return self.tr("{subject}: {text}").format(subject=subject, text=text)

    def _acknowledge(self, findings: list[Finding], reason: str) -> None:
        session = self.session
        edit = acknowledge(
            session.county,
            session.plan.id,
            findings,
            reason=reason,
            who=getpass.getuser(),
            date=f"{datetime.now().astimezone():%Y-%m-%d}",
            label=self.tr("Acknowledge {count} findings").format(count=len(findings)),
        )
        session.do(edit)

    def _withdraw(self) -> None:
        session = self.session
        label = self.tr("Withdraw the reason")
        session.do(withdraw(session.county, session.plan.id, self.chosen_findings(), label))

    def show_changes(self) -> None:
        """Which findings are new or gone since a moment, or against another version."""
        dialog = FindingChangesDialog(self.session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_where(self) -> None:
        name = exports.default_name(self.session, self.tr("Findings"), ".xlsx")
        dialog = QFileDialog(self, self.tr("Export findings"), str(self.session.folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Workbook (*.xlsx)"), self.tr("Comma-separated text (*.csv)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.export(Path(path)))
        dialog.open()

    def export(self, path: Path) -> None:
        """Write what is shown, with the reasons of what is acknowledged."""
        rows = [self._row(row) for row in range(self.proxy.rowCount())]
        try:
            exports.findings_table(self.session, path, rows)
        except WeiguiError as error:
            self.session.failed.emit(error)

    def _open(self) -> None:
        """Go where the chosen finding can be mended, or seen."""
        row = self._chosen_row()
        if row is None:
            return
        if not isinstance(row, Finding):
            self.navigate.emit("rules", ("rule", row.rule.id))
            return
        subject = row.subject
        match subject.kind:
            case SubjectKind.FACILITY:
                cell = ("cell", subject.id, row.measure, str(row.basis))
                self.navigate.emit("allocation", cell)
            case SubjectKind.COUNTY:
                self.navigate.emit("indicators", ("rule", row.rule.id))
            case SubjectKind.DIVISION:
                self.navigate.emit("coverage", ("division", subject.id))
            case SubjectKind.PROJECT:
                self.navigate.emit("projects", ("project", subject.id))
