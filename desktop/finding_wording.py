"""Findings, and rules that could not be computed, in words cell by cell: on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.rule_wording import unchecked_reason
from desktop.session import CountySession
from models.figures import BLANK
from models.plan_document import Kind, PlanTable, Side, TableColumn, TableRow, county_name
from models.rules.acknowledging import acknowledgement_of, is_outdated
from models.rules.rule import COUNTY, Finding, Rule, Subject, Unchecked
from models.rules.setting import Acknowledgement
from models.target_sheet import SheetFinding

translate = QCoreApplication.translate
Row = Finding | Unchecked

MARKS = {"error": "✕", "warning": "!", "unchecked": "?"}
UNCHECKED = "unchecked"  # the third severity: what cannot be computed is no pass


class FindingColumn(IntEnum):
    SEVERITY = 0
    SUBJECT = 1
    RULE = 2
    MEASURED = 3
    LIMIT = 4
    SHORTFALL = 5
    STATE = 6
    NATURE = 7
    SOURCE = 8


_WIDTHS = (16, 20, 32, 14, 14, 24, 14, 10, 48)  # on paper, in characters
FIGURES = frozenset({FindingColumn.MEASURED, FindingColumn.LIMIT, FindingColumn.SHORTFALL})


def heading(column: FindingColumn) -> str:
    return {
        FindingColumn.SEVERITY: translate("FindingTableModel", "Severity"),
        FindingColumn.SUBJECT: translate("FindingTableModel", "Subject"),
        FindingColumn.RULE: translate("FindingTableModel", "Rule"),
        FindingColumn.MEASURED: translate("FindingTableModel", "Measured"),
        FindingColumn.LIMIT: translate("FindingTableModel", "Limit"),
        FindingColumn.SHORTFALL: translate("FindingTableModel", "Shortfall"),
        FindingColumn.STATE: translate("FindingTableModel", "State"),
        FindingColumn.NATURE: translate("FindingTableModel", "Nature"),
        FindingColumn.SOURCE: translate("FindingTableModel", "Source"),
    }[column]


def severity_of(row: Row) -> str:
    """error, warning, or unchecked."""
    return UNCHECKED if isinstance(row, Unchecked) else str(row.severity)


def subject_of(row: Row) -> Subject:
    """What a row is about; a rule that cannot be computed is the county's."""
    return COUNTY if isinstance(row, Unchecked) else row.subject


def severity_word(severity: str, session: CountySession) -> str:
    if severity == UNCHECKED:
        return translate("FindingTableModel", "Not computed")
    return session.catalogue.word("severity", severity, session.language)


def acknowledgement(row: Row, session: CountySession) -> Acknowledgement | None:
    """What the planner has said about a row."""
    if isinstance(row, Unchecked):
        return None
    return acknowledgement_of(session.county, session.plan.id, row)


def cell_text(row: Row, column: FindingColumn, session: CountySession) -> str:
    """The text of a cell; a rule that cannot be computed has no figures, but a reason."""
    if column is FindingColumn.SEVERITY:
        severity = severity_of(row)
        return f"{MARKS[severity]} {severity_word(severity, session)}"
    if column is FindingColumn.STATE:
        return _state(row, session)
    if isinstance(row, Finding):
        return _finding_text(row, column, session)
    if column is FindingColumn.RULE:
        return wording.rule_text(row.rule, session.language)
    if column is FindingColumn.SHORTFALL:
        return unchecked_reason(row, session.catalogue, session.language)
    if column in FIGURES:
        return wording.limit_text(row.rule) if column is FindingColumn.LIMIT else BLANK
    if column is FindingColumn.SUBJECT:
        return wording.subject_text(COUNTY, session.county)
    return _rule_text(row.rule, column, session)


def findings_table(rows: Sequence[Row], session: CountySession) -> PlanTable:
    """The rows as they are printed and exported, with the reasons of what is acknowledged."""
    columns = [
        TableColumn(heading(column), width, *_form(column))
        for column, width in zip(FindingColumn, _WIDTHS, strict=True)
    ]
    reason = TableColumn(translate("FindingsPage", "Reason"), 16)
    name = translate("FindingsPage", "Findings")
    county = county_name(session.county, session.language)
    title = translate("FindingsPage", "{county}: findings").format(county=county)
    lines = []
    for row in rows:
        said = acknowledgement(row, session)
        cells = (cell_text(row, column, session) for column in FindingColumn)
        lines.append(TableRow((*cells, None if said is None else said.reason)))
    return PlanTable(name, title, (*columns, reason), tuple(lines), heads=2, landscape=True)


def sheet_finding(finding: Finding, session: CountySession) -> SheetFinding:
    """A finding as the facility's target sheet tells it, with the figures of the screen."""
    said = acknowledgement(finding, session)

    def text(column: FindingColumn) -> str:
        return cell_text(finding, column, session)

    return SheetFinding(
        severity=severity_word(severity_of(finding), session),
        rule=text(FindingColumn.RULE),
        measured=text(FindingColumn.MEASURED),
        limit=text(FindingColumn.LIMIT),
        shortfall=text(FindingColumn.SHORTFALL),
        source=text(FindingColumn.SOURCE),
        state=text(FindingColumn.STATE),
        reason="" if said is None else said.reason,
        who="" if said is None else said.who,
    )


def _form(column: FindingColumn) -> tuple[Kind, Side]:
    """What is short of a limit may be a reason in words, and stands at the left as texts do."""
    is_figure = column in (FindingColumn.MEASURED, FindingColumn.LIMIT)
    return (Kind.FIGURE, Side.RIGHT) if is_figure else (Kind.TEXT, Side.LEFT)


def _state(row: Row, session: CountySession) -> str:
    said = acknowledgement(row, session)
    if said is None or isinstance(row, Unchecked):
        return ""
    if is_outdated(said, row):
        return translate("FindingTableModel", "Acknowledged, figures changed since")
    return translate("FindingTableModel", "Acknowledged {date}").format(date=said.date)


def _rule_text(rule: Rule, column: FindingColumn, session: CountySession) -> str:
    if column is FindingColumn.NATURE:
        return session.catalogue.word("nature", rule.nature, session.language)
    return f"{rule.source.document} {wording.clause_text(rule)}"


def _finding_text(finding: Finding, column: FindingColumn, session: CountySession) -> str:
    rule = finding.rule
    match column:
        case FindingColumn.SUBJECT:
            return wording.subject_text(finding.subject, session.county)
        case FindingColumn.RULE:
            return wording.rule_text(rule, session.language)
        case FindingColumn.MEASURED:
            return wording.measured_value(rule, finding.measured)
        case FindingColumn.LIMIT:
            return wording.finding_limit_text(finding)
        case FindingColumn.SHORTFALL:
            return wording.shortfall_text(finding, session.catalogue, session.language)
        case _:
            return _rule_text(rule, column, session)
