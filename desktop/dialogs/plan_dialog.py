"""Name, date, state, title, document number, years and rules of a plan version."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fields import Field
from desktop.session import CountySession
from desktop.wording import error_text
from models.edits import Change, Edit
from models.errors import InvalidValue
from models.plan import Plan, PlanState
from models.rules.plan_rules import NATIONAL


class PlanDialog(QDialog):
    """Accepted when the plan was changed, as one undoable edit.

    Of an issued version only the state can be set.
    """

    def __init__(
        self, session: CountySession, parent: QWidget | None = None, plan: Plan | None = None
    ) -> None:
        """`plan` is the version, without it the one in front."""
        super().__init__(parent)
        self.session = session
        self.plan = plan or session.plan
        self.setWindowTitle(self.tr("Plan"))
        self.setMinimumWidth(560)
        self.name = QLineEdit(self.plan.name)
        self.title = QLineEdit(self.plan.title)
        self.document_number = QLineEdit(self.plan.document_number)
        self.date = QLineEdit(self.plan.date)
        self.date.setPlaceholderText(self.tr("e.g. 2022-04-15; may stay empty"))
        self.date_field = Field("date", self.date)
        self.state = QComboBox()
        for state in PlanState:
            self.state.addItem(
                session.catalogue.word("plan-state", state, session.language), str(state)
            )
        self.state.setCurrentIndex(self.state.findData(str(self.plan.state)))
        self.rule_set = QComboBox()
        self.rule_set.addItem(self.tr("no rules"), "")
        for name, rules in session.catalogue.rule_sets.items():
            if name == NATIONAL:  # every plan has these beside its own
                continue
            self.rule_set.addItem(rules[0].source.document, name)
        self.rule_set.setCurrentIndex(max(0, self.rule_set.findData(self.plan.rule_set)))
        self._lay_out()
        self.name.textChanged.connect(self._enable)
        for field in (self.name, self.title, self.document_number, self.date, self.rule_set):
            field.setEnabled(not self.plan.is_locked)

    def _lay_out(self) -> None:
        years = self.tr("{baseline} (baseline) to {target} (target)").format(
            baseline=self.plan.baseline_year, target=self.plan.target_year
        )
        form = QFormLayout()
        form.addRow(self.tr("Version name"), self.name)
        form.addRow(self.tr("Date"), self.date_field)
        form.addRow(self.tr("State"), self.state)
        form.addRow("", self._state_note())
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Document number"), self.document_number)
        form.addRow(self.tr("Rules"), self.rule_set)
        form.addRow(self.tr("Years"), QLabel(years))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def _state_note(self) -> QLabel:
        note = QLabel(
            self.tr(
                "An issued version is locked: of its figures, indicators and projects nothing "
                "can be changed until its state is set back. Facilities and population are not."
            )
        )
        note.setObjectName("muted")
        note.setWordWrap(True)
        return note

    def _enable(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.text().strip()))

    def _apply(self) -> None:
        try:
            after = replace(
                self.plan,
                name=self.name.text().strip(),
                title=self.title.text().strip(),
                document_number=self.document_number.text().strip(),
                date=self.date.text().strip(),
                state=PlanState(self.state.currentData()),
                rule_set=self.rule_set.currentData(),
            )
        except InvalidValue as error:  # the name is seen to by `_enable`
            self.date_field.tell(error_text(error), wrong=True)
            return
        if after != self.plan:
            label = self.tr("Change the plan {name}").format(name=after.name)
            if not self.session.do(Edit(label, (Change(self.plan, after),))):
                return
        self.accept()
