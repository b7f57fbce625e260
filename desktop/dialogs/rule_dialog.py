"""Changing, copying or adding a rule, with what it would find before anything is applied."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop import rule_statement, wording
from desktop.dialogs.fields import Choice, Field
from desktop.dialogs.rule_form import RuleForm
from desktop.rule_preview import preview_html
from desktop.session import CountySession
from models.catalogue import Language
from models.edits import Edit
from models.measure import Basis
from models.plan import Nature
from models.rules import editing
from models.rules.draft import FIELDS, DraftProblem, Fault, read_draft
from models.rules.editing import PlanRule, RuleOrigin
from models.rules.preview import preview
from models.rules.rule import Rule, RuleKind, Source

_PAUSE = 250  # milliseconds after the last key, before the preview is reckoned


class RuleDialog(QDialog):
    """Accepted when the rule was written, as one undoable edit; `rule_id` then names it.

    `listed` is the rule to change, or with `copy` the one to begin from; None begins a new one.
    """

    def __init__(
        self,
        session: CountySession,
        listed: PlanRule | None = None,
        parent: QWidget | None = None,
        *,
        copy: bool = False,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.listed = None if copy else listed
        all_rules = editing.listed_rules(session.catalogue, session.county, session.plan)
        self.rule_id = self.listed.rule.id if self.listed else editing.own_id(all_rules)
        self._start = None if listed is None else listed.rule
        self.rule: Rule | None = None
        self._problems: list[DraftProblem] = []
        self._asked = False  # whether Apply was pressed: then blank fields are wrong too
        self.setWindowTitle(self.tr("Change rule") if self.listed else self.tr("Add rule"))
        self.resize(1080, 680)
        self._make_inputs()
        self._lay_out()
        self._fill()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_PAUSE)
        self.timer.timeout.connect(self.refresh)
        self.form.changed.connect(self.timer.start)
        for line in (self.name, self.document, self.clause, self.reason):
            line.textChanged.connect(self.timer.start)
        self.form.nature.currentIndexChanged.connect(self.timer.start)
        self.kind.currentIndexChanged.connect(self._kind_chosen)
        self.refresh()

    @property
    def _is_own(self) -> bool:
        return self.listed is None or self.listed.origin is RuleOrigin.OWN

    def _make_inputs(self) -> None:
        word, language = self.session.catalogue.word, self.session.language
        self.kind = Choice([(word("rule-kind", k, language), str(k)) for k in RuleKind])
        self.kind.setEnabled(self._start is None)
        self.name, self.document, self.clause = QLineEdit(), QLineEdit(), QLineEdit()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("why the plan states it so; required"))
        self.form = RuleForm(self.session)
        self.statement = QLabel()
        self.statement.setWordWrap(True)
        self.statement.setStyleSheet("font-weight: 600;")
        self.preview = QTextBrowser()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply_button = QPushButton(self.tr("Apply"))
        self.buttons.addButton(self.apply_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply_button.setDefault(True)
        self.apply_button.clicked.connect(self.apply)
        self.buttons.rejected.connect(self.reject)
        self.fields = {
            "zh": Field("zh", self.name),
            "document": Field("document", self.document),
            "reason": Field("reason", self.reason),
        }

    def _lay_out(self) -> None:
        head = QFormLayout()
        head.addRow(self.tr("Kind"), self.kind)
        head.addRow(self.tr("Rule"), self.fields["zh"])
        head.addRow(self.tr("Document"), self.fields["document"])
        head.addRow(self.tr("Clause"), self.clause)
        if not self._is_own:  # what a document states is not renamed
            for line in (self.name, self.document, self.clause):
                line.setReadOnly(True)
        tail = QFormLayout()
        tail.addRow(self.tr("Reason"), self.fields["reason"])
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(head)
        column.addWidget(self.form)
        column.addLayout(tail)
        column.addStretch(1)
        _align_labels(head, self.form.form, tail)
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        right = QVBoxLayout()
        right.addWidget(self.statement)
        right.addWidget(self.preview, 1)
        both = QHBoxLayout()
        both.addWidget(area, 1)
        both.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self.buttons)

    def _fill(self) -> None:
        rule = self._start
        if rule is None:
            self.document.setText(self.tr("Set by the planner"))
            self.form.nature.choose(str(Nature.EXPECTED))
            self.form.choices["basis"].choose(str(Basis.PLANNED))
            self.form.checks["per_county"].setChecked(True)
            self._kind_chosen()
            return
        self.kind.choose(str(rule.kind))
        self.form.show_rule(rule)
        name = wording.rule_text(rule, self.session.language)
        self.name.setText(name if self.listed else self.tr("{name} (copy)").format(name=name))
        self.document.setText(rule.source.document)
        self.clause.setText(rule.source.clause)
        for line in (self.name, self.document, self.clause):
            line.setCursorPosition(0)

    def _kind_chosen(self) -> None:
        self.form.show_kind(RuleKind(self.kind.value() or RuleKind.RATE))
        if self.form.kind is RuleKind.RATE and not self.form.lines["per"].text():
            self.form.lines["per"].setText("1000")
        elif self.form.kind is RuleKind.RATIO and self._start is None:
            self.form.lines["per"].setText("1")

    def refresh(self) -> None:
        """Read what is typed; say what is wrong, or what the rule states and would find."""
        self.timer.stop()
        source = self._source()
        self.rule, self._problems = read_draft(
            self._base(), source, self.form.typed(), self.session.catalogue.measures,
            self.session.plan,
        )  # fmt: skip
        if not self.reason.text().strip():
            self._problems.append(DraftProblem("reason", Fault.EMPTY))
        self._tell()
        if self.rule is None:
            self.statement.setText(self.tr("Fill in the fields to see what the rule states."))
            self.preview.setHtml("")
            return
        session = self.session
        self.statement.setText(
            rule_statement.statement(self.rule, session.plan, session.catalogue, session.language)
        )
        before = None if self.listed is None else self.listed.rule
        found = preview(session.county, session.plan, before, self.rule)
        self.preview.setHtml(preview_html(found, session))

    def _tell(self) -> None:
        shown = {
            p.field: p.fault
            for p in reversed(self._problems)
            if self._asked or p.fault not in (Fault.EMPTY, Fault.NO_MEASURE, Fault.NO_CONDITION)
        }
        for name, field in {**self.form.fields, **self.fields}.items():
            fault = shown.get(name)
            field.tell("" if fault is None else rule_statement.fault_text(fault), wrong=True)

    def _base(self) -> dict[str, Any]:
        """What of the rule the fields do not show."""
        kind = RuleKind(self.kind.value() or RuleKind.RATE)
        base: dict[str, Any] = {}
        if self._start is not None:
            hidden = {f.name for f in fields(Rule)} - set(FIELDS[kind]) - {"source", "bound"}
            base = {name: getattr(self._start, name) for name in hidden}
        if self.listed is None:  # a copy stands for no row of the plan and contradicts nothing
            base |= {"indicator": "", "alternative_to": "", "baseline": None, "active": True}
        name = self.name.text().strip()
        base |= {"id": self.rule_id, "kind": kind,
                 "nature": Nature(self.form.nature.value() or Nature.EXPECTED)}  # fmt: skip
        if self.listed is None:
            base |= {"zh": name, "en": name}
        elif self._is_own:
            base["zh" if self.session.language is Language.ZH else "en"] = name
        return base

    def _source(self) -> Source:
        document, clause = self.document.text().strip(), self.clause.text().strip()
        if self._start is None or self.listed is None:
            today = f"{datetime.now().astimezone():%Y-%m-%d}"
            return Source(document, clause, today)
        source = self._start.source
        return replace(source, document=document, clause=clause) if self._is_own else source

    def apply(self) -> None:
        """Write the rule as one edit, if all of it is right."""
        self._asked = True
        self.refresh()
        if self._problems or self.rule is None:
            all_fields = {**self.fields, **self.form.fields}
            if self._problems:
                all_fields[self._problems[0].field].setFocus()
            return
        name, reason = wording.rule_text(self.rule, self.session.language), self.reason.text()
        plan = self.session.plan
        if self.listed is None:
            label = self.tr("Add rule {name}").format(name=name)
            changes = editing.added(self.rule, plan, reason.strip())
        else:
            label = self.tr("Change rule {name}").format(name=name)
            changes = editing.restated(self.listed, self.rule, plan, reason.strip())
        if self.session.do(Edit(label, changes)):
            self.accept()


def _align_labels(*forms: QFormLayout) -> None:
    """Let the fields of several forms begin at one line."""
    role = QFormLayout.ItemRole.LabelRole
    items = [form.itemAt(row, role) for form in forms for row in range(form.rowCount())]
    labels = [label for item in items if item is not None and (label := item.widget()) is not None]
    width = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(width)
