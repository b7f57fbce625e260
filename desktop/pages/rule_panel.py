"""The panel at the right of the rules: one rule in full, and what can be done with it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desktop import rule_statement, wording
from desktop.pages.derivation import paragraphs, source_lines
from desktop.rule_preview import findings_html, touched_html, unchecked_html
from desktop.session import CountySession
from models.rules.editing import PlanRule, RuleOrigin, RuleState
from models.rules.preview import touched


class RulePanel(QWidget):
    """Signals: use_instead(rule id) asks to put that rule in use in place of the shown one."""

    use_instead = Signal(str)

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._open)
        self.note = QLabel(
            self.tr("Issued and locked: rules cannot be changed. Copy the version to plan on.")
        )
        self.note.setWordWrap(True)
        self.note.setObjectName("muted")
        self.change = QPushButton(self.tr("Change…"))
        self.switch = QPushButton()
        self.confirm = QPushButton(self.tr("Confirm clause…"))
        self.reset = QPushButton(self.tr("Reset to the plan"))
        self.copy = QPushButton(self.tr("Copy rule…"))
        self.remove = QPushButton(self.tr("Remove"))
        self._buttons = (
            self.change, self.switch, self.confirm, self.reset, self.copy, self.remove
        )  # fmt: skip
        grid = QGridLayout()
        for number, button in enumerate(self._buttons):
            grid.addWidget(button, number // 2, number % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.note)
        layout.addLayout(grid)

    def show_rule(self, listed: PlanRule | None, others: list[PlanRule]) -> None:
        """A rule, and those that contradict it; None: a hint."""
        self._offer(listed)
        if listed is None:
            self.text.setHtml(paragraphs("", [self.tr("Choose a rule to see what it states.")]))
            return
        session, rule = self.session, listed.rule
        evaluation = session.evaluation
        name = wording.rule_text(rule, session.language)
        sentence = rule_statement.statement(rule, session.plan, session.catalogue, session.language)
        html = paragraphs(name, [sentence, self._state(listed)])
        html += paragraphs(self.tr("Source"), source_lines(rule, session))
        html += self._decisions(listed)
        html += self._contradictions(listed, others)
        html += findings_html(evaluation.of_rule(rule), session) if rule.active else ""
        html += unchecked_html(evaluation.unchecked_of(rule), session)
        html += touched_html(touched(rule, session.county, session.plan))
        self.text.setHtml(html)

    def _offer(self, listed: PlanRule | None) -> None:
        is_locked = self.session.plan.is_locked
        self.note.setVisible(is_locked)
        for button in self._buttons:
            button.setEnabled(listed is not None and not is_locked)
            button.setVisible(listed is not None)
        if listed is None:
            return
        is_own = listed.origin is RuleOrigin.OWN
        active = listed.rule.active
        self.switch.setText(self.tr("Switch off…") if active else self.tr("Switch on"))
        self.confirm.setVisible(RuleState.UNVERIFIED in listed.states)
        self.reset.setVisible(not is_own and listed.setting is not None)
        self.remove.setVisible(is_own)

    def _state(self, listed: PlanRule) -> str:
        words = [rule_statement.origin_word(listed.origin)]
        return " · ".join([*words, *map(rule_statement.state_word, listed.states)])

    def _decisions(self, listed: PlanRule) -> str:
        """Why the planner has set it so, who has seen the clause, what was shipped."""
        setting, session = listed.setting, self.session
        if setting is None:
            return ""
        lines = []
        if listed.is_changed and listed.shipped is not None:
            limit = rule_statement.limit_words(listed.shipped, session.catalogue, session.language)
            lines.append(self.tr("As shipped: {limit}").format(limit=limit))
        if setting.reason:
            lines.append(self.tr("Reason: {reason}").format(reason=setting.reason))
        if setting.confirmed:
            lines.append(self.tr("Clause confirmed: {who}").format(who=setting.confirmed))
        return paragraphs(self.tr("Set for this plan"), lines)

    def _contradictions(self, listed: PlanRule, others: list[PlanRule]) -> str:
        """This rule and those that contradict it, side by side."""
        if not others:
            return ""
        cells = "".join(self._cell(item, listed) for item in (listed, *others))
        heading = escape(self.tr("Stated differently"))
        return (
            f"<h4 style='margin:10px 0 2px 0'>{heading}</h4>"
            f"<table cellspacing='0' cellpadding='4' border='1'><tr>{cells}</tr></table>"
        )

    def _cell(self, item: PlanRule, shown: PlanRule) -> str:
        session, rule = self.session, item.rule
        lines = [
            rule_statement.limit_words(rule, session.catalogue, session.language),
            f"{rule.source.document} {rule.source.clause}",
            self.tr("in use") if rule.active else self.tr("not in use"),
        ]
        text = "<br>".join(map(escape, lines))
        if item is not shown and not session.plan.is_locked:
            link = escape(self.tr("Use this one instead"))
            text += f"<br><a href='use:{escape(rule.id)}'>{link}</a>"
        return f"<td valign='top'>{text}</td>"

    def _open(self, url: QUrl) -> None:
        if url.scheme() == "use":
            self.use_instead.emit(url.path())
