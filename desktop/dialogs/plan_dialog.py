"""Name, title, document number, years, rules and state of the plan version in front."""

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

from desktop.session import CountySession
from models.edits import Change, Edit
from models.plan import PlanState


class PlanDialog(QDialog):
    """Accepted when the plan was changed, as one undoable edit."""

    def __init__(self, session: CountySession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plan = session.plan
        self.setWindowTitle(self.tr("Plan"))
        self.setMinimumWidth(560)
        self.name = QLineEdit(self.plan.name)
        self.title = QLineEdit(self.plan.title)
        self.document_number = QLineEdit(self.plan.document_number)
        self.state = QComboBox()
        for state in PlanState:
            self.state.addItem(
                session.catalogue.word("plan-state", state, session.language), str(state)
            )
        self.state.setCurrentIndex(self.state.findData(str(self.plan.state)))
        self.rule_set = QComboBox()
        self.rule_set.addItem(self.tr("no rules"), "")
        for name, rules in session.catalogue.rule_sets.items():
            self.rule_set.addItem(rules[0].source.document, name)
        self.rule_set.setCurrentIndex(max(0, self.rule_set.findData(self.plan.rule_set)))
        self._lay_out()
        self.name.textChanged.connect(self._enable)

    def _lay_out(self) -> None:
        years = self.tr("{baseline} (baseline) to {target} (target)").format(
            baseline=self.plan.baseline_year, target=self.plan.target_year
        )
        form = QFormLayout()
        form.addRow(self.tr("Version name"), self.name)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Document number"), self.document_number)
        form.addRow(self.tr("State"), self.state)
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

    def _enable(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.text().strip()))

    def _apply(self) -> None:
        after = replace(
            self.plan,
            name=self.name.text().strip(),
            title=self.title.text().strip(),
            document_number=self.document_number.text().strip(),
            state=PlanState(self.state.currentData()),
            rule_set=self.rule_set.currentData(),
        )
        if after != self.plan:
            label = self.tr("Change the plan {name}").format(name=after.name)
            if not self.session.do(Edit(label, (Change(self.plan, after),))):
                return
        self.accept()
