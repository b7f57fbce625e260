"""The Rules page: every rule of the plan, changed, switched, chosen, confirmed and added."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSplitter

from desktop import rule_statement, wording
from desktop.dialogs.fields import Choice
from desktop.dialogs.rule_decisions import AnswerDialog
from desktop.dialogs.rule_dialog import RuleDialog
from desktop.pages.page import Page
from desktop.pages.rule_panel import RulePanel
from desktop.session import CountySession
from desktop.tables.reading_table import ReadingTableView
from desktop.tables.rule_table_model import RuleColumn, RuleFilter, RuleTableModel
from models.edits import Change, Edit
from models.plan import Nature, Plan
from models.rules import editing
from models.rules.editing import PlanRule, RuleOrigin
from models.rules.rule import RuleKind
from models.rules.setting import RuleSetting

_WIDTHS = (56, 180, 160, 96, 130, 84, 68, 240)  # pixels, by column


class RulesPage(Page):
    """The table of rules with its filters, and the chosen one in a panel."""

    def __init__(self, session: CountySession) -> None:
        super().__init__(session, QCoreApplication.translate("RulesPage", "Rules"))
        self.model = RuleTableModel(session, self)
        self.proxy = RuleFilter(self.model, self)
        self.table = ReadingTableView(self.proxy, _WIDTHS)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(RuleColumn.SOURCE, Qt.SortOrder.AscendingOrder)
        self.panel = RulePanel(session)
        self.shown = QLabel()
        self.shown.setObjectName("muted")
        self._make_actions()
        self._make_filters()
        splitter = QSplitter()
        splitter.addWidget(self.table)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([760, 380])
        splitter.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(300)
        self.body.addWidget(splitter, 1)
        self.body.addWidget(self.shown)
        self.setFocusProxy(self.table)
        self._connect()
        self._stale = True

    # --- building ---

    def _make_actions(self) -> None:
        self.add = QAction(self.tr("Add rule"), self)
        self.add.setShortcut("Ctrl+N")
        self.add.triggered.connect(lambda: self._edit(None))
        self.add_action(self.add)
        self.search = self.add_search(self.tr("Rule, scope, source"))

    def _make_filters(self) -> None:
        word, language = self.session.catalogue.word, self.session.language
        self.kind = Choice([
            (self.tr("All kinds"), None),
            *((word("rule-kind", k, language), str(k)) for k in RuleKind),
        ])  # fmt: skip
        self.nature = Choice([
            (self.tr("All natures"), None),
            *((word("nature", n, language), str(n)) for n in Nature),
        ])  # fmt: skip
        self.origin = Choice([
            (self.tr("All origins"), None),
            *((rule_statement.origin_word(o), str(o)) for o in RuleOrigin),
        ])  # fmt: skip
        self.in_use = Choice([
            (self.tr("In use or not"), None),
            (self.tr("In use"), "yes"),
            (self.tr("Not in use"), "no"),
        ])  # fmt: skip
        row = QHBoxLayout()
        for choice in (self.kind, self.nature, self.origin, self.in_use):
            choice.setMinimumContentsLength(10)
            choice.currentIndexChanged.connect(self._filter)
            row.addWidget(choice)
        row.addStretch(1)
        self.body.addLayout(row)
        self.search.textChanged.connect(self._filter)

    def _connect(self) -> None:
        panel = self.panel
        self.table.current_changed.connect(self._show_panel)
        self.table.opened.connect(self._open)
        self.model.switch_asked.connect(self._switch)
        panel.use_instead.connect(self._use_instead)
        panel.change.clicked.connect(self._open)
        panel.switch.clicked.connect(lambda: self._with_chosen(self._switch))
        panel.confirm.clicked.connect(lambda: self._with_chosen(self._confirm))
        panel.reset.clicked.connect(lambda: self._with_chosen(self._reset))
        panel.remove.clicked.connect(lambda: self._with_chosen(self._reset))
        panel.copy.clicked.connect(lambda: self._edit(self.chosen, copy=True))
        self.session.changed.connect(self._follow)
        self.session.plan_changed.connect(self._read_again)

    # --- what is shown ---

    @property
    def chosen(self) -> PlanRule | None:
        """The rule in the panel."""
        row = self.table.chosen
        if row is None:
            return None
        return self.model.rules[self.proxy.mapToSource(self.proxy.index(row, 0)).row()]

    def select(self, rule_id: str) -> None:
        """Choose a rule; the filters give way if they hide it."""
        self.refresh_if_stale()
        row = self.model.row_of(rule_id)
        if row is None:
            return
        if not self.proxy.mapFromSource(self.model.index(row, 0)).isValid():
            self.search.clear()
            for choice in (self.kind, self.nature, self.origin, self.in_use):
                choice.choose(None)
        self.table.choose(self.proxy.mapFromSource(self.model.index(row, 0)).row())

    def show_target(self, target: tuple[str, ...]) -> None:
        match target:
            case ("rule", rule_id):
                self.select(rule_id)

    def _follow(self, edit: Edit) -> None:
        """Figures and places change what a rule finds; of what it states `plan_changed` tells."""
        if not self.isVisible():
            self._stale = True
        elif not any(isinstance(change.record, Plan | RuleSetting) for change in edit.changes):
            self._show_panel()

    def _read_again(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.model.reload()
            self.add.setEnabled(not self.session.plan.is_locked)
            self.table.choose_some()
            self._count()
            self._show_panel()

    def _filter(self) -> None:
        origin, in_use = self.origin.value(), self.in_use.value()
        self.proxy.choose(
            self.search.text(),
            self.kind.value(),
            self.nature.value(),
            None if origin is None else RuleOrigin(origin),
            None if in_use is None else in_use == "yes",
        )
        self._count()

    def _count(self) -> None:
        active = sum(item.rule.active for item in self.model.rules)
        text = self.tr("{shown} of {count} rules shown, {active} in use")
        self.shown.setText(
            text.format(shown=self.proxy.rowCount(), count=len(self.model.rules), active=active)
        )

    def _show_panel(self) -> None:
        chosen = self.chosen
        others = [] if chosen is None else editing.alternatives(chosen, self.model.rules)
        self.panel.show_rule(chosen, others)

    # --- actions ---

    def _listed(self, rule_id: str) -> PlanRule:
        return next(r for r in self.model.rules if r.rule.id == rule_id)

    def _with_chosen(self, act: object) -> None:
        chosen = self.chosen
        if chosen is not None:
            act(chosen.rule.id)  # type: ignore[operator]

    def _name(self, listed: PlanRule) -> str:
        return wording.rule_text(listed.rule, self.session.language)

    def _do(self, label: str, listed: PlanRule, changes: tuple[Change, ...]) -> None:
        self.session.do(Edit(label.format(name=self._name(listed)), changes))

    def _open(self) -> None:
        if self.chosen is not None and not self.session.plan.is_locked:
            self._edit(self.chosen)

    def _edit(self, listed: PlanRule | None, *, copy: bool = False) -> None:
        dialog = RuleDialog(self.session, listed, self, copy=copy)
        dialog.accepted.connect(lambda: self.select(dialog.rule_id))
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _switch(self, rule_id: str) -> None:
        """Switch on at once; ask why before switching off."""
        listed, plan = self._listed(rule_id), self.session.plan
        if not listed.rule.active:
            reason = listed.setting.reason if listed.setting and listed.is_changed else ""
            changes = editing.switched(listed, plan, active=True, reason=reason)
            self._do(self.tr("Switch on {name}"), listed, changes)
            return
        dialog = AnswerDialog(
            self.tr("Switch off rule"),
            self.tr("“{name}” is no longer checked in this plan version.").format(
                name=self._name(listed)
            ),
            self.tr("Reason"), self, dated=False,
        )  # fmt: skip

        def switch_off() -> None:
            changes = editing.switched(listed, plan, active=False, reason=dialog.text)
            self._do(self.tr("Switch off {name}"), listed, changes)

        dialog.accepted.connect(switch_off)
        self._show(dialog)

    def _confirm(self, rule_id: str) -> None:
        """Ask who has seen the clause itself, and when."""
        listed, plan = self._listed(rule_id), self.session.plan
        source = listed.rule.source
        dialog = AnswerDialog(
            self.tr("Confirm clause"),
            self.tr("The clause itself was seen and states the rule so: {source}").format(
                source=f"{source.document} {source.clause}"
            ),
            self.tr("Confirmed by"), self, dated=True,
        )  # fmt: skip

        def confirm() -> None:
            by = f"{dialog.text} {dialog.date.text().strip()}".strip()
            self._do(self.tr("Confirm {name}"), listed, editing.confirmed(listed, plan, by))

        dialog.accepted.connect(confirm)
        self._show(dialog)

    def _reset(self, rule_id: str) -> None:
        listed = self._listed(rule_id)
        is_own = listed.origin is RuleOrigin.OWN
        label = self.tr("Remove rule {name}") if is_own else self.tr("Reset {name} to the plan")
        self._do(label, listed, editing.reset(listed))

    def _use_instead(self, rule_id: str) -> None:
        """One edit: this rule in use, those that contradict it not."""
        listed = self._listed(rule_id)
        others = [o for o in editing.alternatives(listed, self.model.rules) if o.rule.active]
        reason = self.tr("Chosen: {name} ({clause})").format(
            name=self._name(listed), clause=listed.rule.source.clause
        )
        changes = editing.chosen_instead(listed, others, self.session.plan, reason)
        self._do(self.tr("Use {name}"), listed, changes)
