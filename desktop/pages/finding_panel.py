"""What stands beside the findings: why one was found, what was said about it, how to mend it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser

from desktop import wording
from desktop.finding_wording import Row
from desktop.pages.derivation import contradiction_lines, paragraphs, source_lines
from desktop.pages.finding_steps import finding_steps
from desktop.rule_wording import unchecked_text
from desktop.session import CountySession
from models.edits import Edit
from models.figures import format_count
from models.measure import Allocation
from models.rules.acknowledging import acknowledgement_of, is_outdated
from models.rules.fixing import Fix, FixKind, suggested_fixes
from models.rules.rule import Finding, SubjectKind, Unchecked

translate = QCoreApplication.translate


class FindingPanel(QTextBrowser):
    """Shows one finding. `opened()`: go where it can be mended; `rule_opened(rule id)`."""

    opened = Signal()
    rule_opened = Signal(str)

    def __init__(self, session: CountySession) -> None:
        super().__init__()
        self.session = session
        self._row: Row | None = None
        self._fixes: list[Fix] = []
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow_link)

    def show_row(self, row: Row | None) -> None:
        self._row, self._fixes = row, []
        if row is None:
            self.setHtml(paragraphs("", [self.tr("Choose a finding to see why.")]))
        elif isinstance(row, Unchecked):
            self.setHtml(self._unchecked_html(row))
        else:
            self.setHtml(self._finding_html(row))

    def _unchecked_html(self, row: Unchecked) -> str:
        session = self.session
        why = unchecked_text(row, session.catalogue, session.language)
        hint = self.tr("This is no pass. Fill in what is missing, and the rule is checked.")
        html = paragraphs(wording.rule_text(row.rule, session.language), [why, hint])
        html += paragraphs(self.tr("Source"), source_lines(row.rule, session))
        return html + _link("rule:", self.tr("Open the rule"))

    def _finding_html(self, finding: Finding) -> str:
        session, rule = self.session, finding.rule
        subject = wording.subject_text(finding.subject, session.county)
        html = paragraphs(subject, [wording.rule_text(rule, session.language)])
        html += paragraphs(self.tr("Why"), finding_steps(finding, session))
        html += self._said(finding)
        html += paragraphs(self.tr("Source"), source_lines(rule, session))
        html += paragraphs(
            self.tr("The plan contradicts itself"), contradiction_lines(rule, session)
        )
        html += _link("open:", self._way(finding))
        if finding.measure in session.catalogue.measures and not session.plan.is_locked:
            html += _link("suggest:", self.tr("Suggest a fix"))
        return html + _link("rule:", self.tr("Open the rule"))

    def _said(self, finding: Finding) -> str:
        said = acknowledgement_of(self.session.county, self.session.plan.id, finding)
        if said is None:
            return ""
        by = [part for part in (said.who, said.date) if part]
        lines = [said.reason, wording.listed(by)]
        if is_outdated(said, finding):
            lines.append(self.tr("The figures have changed since: please look again."))
        return paragraphs(self.tr("Acknowledged"), lines)

    def _way(self, finding: Finding) -> str:
        return {
            SubjectKind.FACILITY: self.tr("Go to the cell"),
            SubjectKind.COUNTY: self.tr("Go to the indicator"),
            SubjectKind.DIVISION: self.tr("Show on the map"),
            SubjectKind.PROJECT: self.tr("Go to the project"),
        }[finding.subject.kind]

    def _follow_link(self, link: QUrl) -> None:
        match link.scheme():
            case "open":
                self.opened.emit()
            case "rule" if self._row is not None:
                self.rule_opened.emit(self._row.rule.id)
            case "suggest":
                self._suggest()
            case "fix":
                self._apply(self._fixes[int(link.path())])

    def _suggest(self) -> None:
        """Worked out only when asked for: every fix is tried out in memory."""
        finding = self._row
        if not isinstance(finding, Finding):
            return
        session = self.session
        self._fixes = suggested_fixes(session.evaluation, finding, session.catalogue.measures)
        html = paragraphs(
            wording.subject_text(finding.subject, session.county),
            [wording.rule_text(finding.rule, session.language)],
        )
        if not self._fixes:
            none = self.tr("No change of figures alone mends this finding.")
            self.setHtml(html + paragraphs(self.tr("Suggested"), [none]))
            return
        html += paragraphs(self.tr("Suggested"), [])
        apply = self.tr("Apply")
        for number, fix in enumerate(self._fixes):
            lines = "<br>".join(escape(line) for line in fix_lines(fix, session))
            html += f"<p>{lines}</p>" + _link(f"fix:{number}", apply)
        self.setHtml(html)

    def _apply(self, fix: Fix) -> None:
        name = wording.rule_text(fix.finding.rule, self.session.language)
        label = self.tr("Suggested fix: {rule}").format(rule=name)
        self.session.do(Edit(label, fix.changes))


def _link(target: str, text: str) -> str:
    return f"<p><a href='{target}'>{escape(text)}</a></p>"


def fix_lines(fix: Fix, session: CountySession) -> list[str]:
    """What a fix does, cell by cell, and what would come up instead."""
    heading = {
        FixKind.HERE: translate("FindingPanel", "Change it here: {amount}"),
        FixKind.MOVE: translate("FindingPanel", "Move it, the county's total stays: {amount}"),
        FixKind.ONE: translate("FindingPanel", "All at one facility: {amount}"),
        FixKind.SHARED: translate("FindingPanel", "Shared out among {count}: {amount}"),
    }[fix.kind]
    unit = session.catalogue.measure_unit(fix.finding.measure, session.language)
    sign = "+" if fix.amount > 0 else "−"
    amount = f"{sign}{format_count(abs(fix.amount))} {unit}"
    lines = [heading.format(amount=amount, count=len(fix.changes))]
    for change in fix.changes[:8]:
        after = change.after
        assert isinstance(after, Allocation)
        before = change.before.value if isinstance(change.before, Allocation) else None
        name = session.county.facility(after.facility_id).name
        text = translate("FindingPanel", "{name}: {before} → {after}")
        lines.append(
            text.format(name=name, before=format_count(before), after=format_count(after.value))
        )
    if len(fix.changes) > 8:
        more = translate("FindingPanel", "… and {count} more")
        lines.append(more.format(count=len(fix.changes) - 8))
    if not fix.arises:
        lines.append(translate("FindingPanel", "No other finding would come up."))
    for finding in fix.arises[:5]:
        subject = wording.subject_text(finding.subject, session.county)
        text = wording.finding_text(finding, session.catalogue, session.language)
        lines.append(
            translate("FindingPanel", "Would come up: {subject}: {text}").format(
                subject=subject, text=text
            )
        )
    return lines
