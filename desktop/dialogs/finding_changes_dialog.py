"""Which findings are new, gone, or have other figures, since a version or a moment."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import wording
from desktop.session import CountySession
from models.errors import WeiguiError
from models.rules.finding_changes import FindingChange, FindingChangeKind, finding_changes
from models.rules.rule import Finding


class FindingChangesDialog(QDialog):
    """The findings of now against those of another version, or of some days ago."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(self.tr("Changes of findings"))
        self.resize(880, 520)
        self.since = QComboBox()
        self.moment = QDateTimeEdit(QDateTime.currentDateTime().addDays(-1))
        self.moment.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.moment.setCalendarPopup(True)
        self.moment.setMaximumDateTime(QDateTime.currentDateTime())
        self._offer()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Change"),
                self.tr("Subject"),
                self.tr("Rule"),
                self.tr("Before"),
                self.tr("Now"),
            ]
        )
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 80), (1, 170), (3, 150), (4, 150)):
            self.table.setColumnWidth(column, width)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        choice = QHBoxLayout()
        choice.addWidget(self.since, 1)
        choice.addWidget(self.moment)
        layout.addLayout(choice)
        for widget in (self.summary, self.table, buttons):
            layout.addWidget(widget)
        self.moment.dateTimeChanged.connect(self.compare)
        self.since.currentIndexChanged.connect(self.compare)
        self.compare()

    def _offer(self) -> None:
        """The moments, one to be chosen (no data), then the other versions."""
        today = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        for text, moment in (
            (self.tr("Since this morning"), today),
            (self.tr("In the last 7 days"), today - timedelta(days=7)),
            (self.tr("In the last 30 days"), today - timedelta(days=30)),
            (self.tr("Since the file was made"), datetime(1970, 1, 2).astimezone()),
        ):
            self.since.addItem(text, moment)
        self.since.addItem(self.tr("Since a chosen time"), None)
        for plan in self.session.county.plans:
            if plan.id != self.session.plan.id:
                self.since.addItem(
                    self.tr("Against version {name}").format(name=plan.name), plan.id
                )

    def compare(self) -> None:
        """Work out and show the differences for what is chosen."""
        session, chosen = self.session, self.since.currentData()
        self.moment.setVisible(chosen is None)
        if chosen is None:
            seconds = self.moment.dateTime().toSecsSinceEpoch()
            chosen = datetime.fromtimestamp(seconds).astimezone()
        try:
            if isinstance(chosen, str):
                before = session.findings_of(chosen)
            else:
                before = session.findings_of(session.plan.id, chosen)
        except WeiguiError as error:
            self.table.setRowCount(0)
            self.summary.setText(wording.error_text(error))
            return
        changes = finding_changes(before, session.evaluation.findings)
        self._show(changes)

    def _show(self, changes: list[FindingChange]) -> None:
        words = {
            FindingChangeKind.NEW: self.tr("New"),
            FindingChangeKind.CHANGED: self.tr("Changed"),
            FindingChangeKind.GONE: self.tr("Gone"),
        }
        counts = {kind: sum(c.kind is kind for c in changes) for kind in words}
        self.summary.setText(
            self.tr("{new} new, {changed} with other figures, {gone} gone").format(
                new=counts[FindingChangeKind.NEW],
                changed=counts[FindingChangeKind.CHANGED],
                gone=counts[FindingChangeKind.GONE],
            )
        )
        self.table.setRowCount(len(changes))
        for row, change in enumerate(changes):
            cells = (words[change.kind], *self._cells(change))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)

    def _cells(self, change: FindingChange) -> tuple[str, str, str, str]:
        session, finding = self.session, change.finding
        try:
            subject = wording.subject_text(finding.subject, session.county)
        except KeyError:  # there is no such facility or place any longer
            subject = finding.subject.id
        rule = wording.rule_text(finding.rule, session.language)
        return subject, rule, _measured(change.before), _measured(change.after)


def _measured(finding: Finding | None) -> str:
    if finding is None:
        return ""
    return wording.measured_value(finding.rule, finding.measured)
