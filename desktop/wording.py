"""Errors, findings and rules in the planner's words, in the language of the screens."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop.file_wording import problem_text
from models.catalogue import Catalogue, Language
from models.county import County
from models.distribution import CannotDistribute, Obstacle
from models.errors import (
    NEEDS_NETWORK,
    BadCell,
    BadCells,
    BrokenTemplate,
    Conflict,
    DoubtfulFigures,
    FileError,
    ImportConflicts,
    InvalidValue,
    PlanLocked,
    Reason,
)
from models.figures import BLANK, format_limit, format_measured
from models.plan import Project
from models.rules.rule import Bound, Finding, Rule, RuleKind, Subject, SubjectKind

translate = QCoreApplication.translate


def reason_text(reason: Reason) -> str:
    """Why a value was refused, and what would be right."""
    return {
        Reason.NOT_A_NUMBER: translate("wording", "is not a number"),
        Reason.NOT_WHOLE: translate("wording", "must be a whole number"),
        Reason.NOT_A_RULE: translate("wording", "is not what a rule can state here"),
        Reason.NOT_THE_SUM: translate("wording", "does not make up the whole"),
        Reason.NOT_AN_AREA: translate("wording", "is not an area, or its outline crosses itself"),
        Reason.NOT_OF_KIND: translate("wording", "does not go with this kind of activity"),
        Reason.TOO_FINE: translate("wording", "has more than six decimal places"),
        Reason.NOT_A_DATE: translate("wording", "is not a date as 2022-04-15"),
        Reason.NEGATIVE: translate("wording", "must not be negative"),
        Reason.TOO_LARGE: translate("wording", "is too large"),
        Reason.EMPTY: translate("wording", "must not be empty"),
        Reason.UNKNOWN_FACILITY: translate("wording", "is not a facility of this county"),
        Reason.AMBIGUOUS_FACILITY: translate("wording", "fits several facilities"),
        Reason.UNKNOWN_DIVISION: translate("wording", "is not a township of this county"),
        Reason.AMBIGUOUS_DIVISION: translate("wording", "fits several divisions; give the code"),
        Reason.DUPLICATE: translate("wording", "stands here twice"),
        Reason.UNKNOWN_COLUMN: translate("wording", "is not a known column"),
        Reason.UNKNOWN_CHOICE: translate("wording", "is not one of the possible choices"),
        Reason.OUT_OF_RANGE: translate("wording", "is outside the possible range"),
        Reason.INCOMPLETE_PLACE: translate("wording", "longitude and latitude must both be given"),
        Reason.READ_ONLY: translate("wording", "is computed and cannot be overwritten"),
        Reason.OUTSIDE_TABLE: translate("wording", "lies outside the table"),
        Reason.MISSING_REFERENCE: translate(
            "wording", "is still used, or refers to something missing"
        ),
        Reason.NO_RESULT: translate(
            "wording", "is a formula without a result; open and save the file in Excel first"
        ),
        Reason.OTHER_UNIT: translate("wording", "is in another unit"),
        Reason.WRONG_YEAR: translate("wording", "is of a year that is not the plan's"),
        Reason.MERGED: translate("wording", "is one merged cell for several figures"),
        Reason.NOT_ARITHMETIC: translate(
            "wording", "cannot be reckoned; write for instance =1200*0.45, +10% or -10%"
        ),
        Reason.DIVISION_BY_ZERO: translate("wording", "divides by zero"),
        Reason.NO_VALUE: translate("wording", "is a share of a blank"),
    }[reason]


def _broken_template(error: BrokenTemplate) -> str:
    reason = error.reason
    if reason == NEEDS_NETWORK:
        reason = translate("wording", "it asks for a package from the network, which is never used")
    return translate(
        "wording",
        "Your template for target sheets cannot be used ({place}: {reason}). These sheets were set "
        "with the built-in one.",
    ).format(
        place=translate("wording", "line {line}").format(line=error.line)
        if error.line
        else translate("wording", "line unknown"),
        reason=reason,
    )


def error_text(error: BaseException) -> str:
    """One clear line: what is wrong, where, and what to do."""
    match error:
        case FileError():
            line = translate("wording", "{file}: {problem}").format(
                file=error.path, problem=problem_text(error.problem)
            )
            return f"{line} ({error.detail})" if error.detail else line
        case InvalidValue():
            return translate("wording", "“{value}” {reason}").format(
                value="" if error.value is None else error.value, reason=reason_text(error.reason)
            )
        case Conflict():
            return translate(
                "wording",
                "The value was changed meanwhile; nothing was overwritten. Look again and repeat.",
            )
        case PlanLocked():
            return translate(
                "wording",
                "The plan version “{name}” is issued and locked; nothing was changed. Copy the "
                "version and edit the copy, or set its state back to draft.",
            ).format(name=error.name)
        case BadCells():
            first = bad_cell_text(error.cells[0])
            return translate(
                "wording",
                "{source}: {count} cells cannot be taken, nothing was changed. First: {first}",
            ).format(
                source=error.source or translate("wording", "Clipboard"),
                count=len(error.cells),
                first=first,
            )
        case BrokenTemplate():
            return _broken_template(error)
        case DoubtfulFigures():
            return translate(
                "wording",
                "{source}: {count} figures are out of all proportion, nothing was changed. Mend "
                "them in the source, or take them with {option}.",
            ).format(source=error.source, count=error.count, option="--accept-doubtful")
        case CannotDistribute():
            return obstacle_text(error, error.facility_ids)
        case ImportConflicts():
            first_conflict = error.conflicts[0]
            return translate(
                "wording",
                "{source}: {count} records stand in the county file with other contents; "
                "nothing was changed. First: {present} ≠ {offered}",
            ).format(
                source=error.source,
                count=len(error.conflicts),
                present=first_conflict.present,
                offered=first_conflict.offered,
            )
        case _:
            return str(error) or type(error).__name__


def bad_cell_text(cell: BadCell) -> str:
    """Sheet, row, column, value and reason of a cell that was refused."""
    place = translate("wording", "row {row}, column {column}").format(
        row=cell.row, column=cell.column
    )
    if cell.sheet:
        place = translate("wording", "sheet {sheet}, {place}").format(sheet=cell.sheet, place=place)
    return translate("wording", "{place}: “{value}” {reason}").format(
        place=place, value=cell.value, reason=reason_text(cell.reason)
    )


def listed(words: Sequence[str]) -> str:
    """Words one after the other, with the separator of the language between them."""
    return translate("wording", ", ", "between the words of a list").join(words)


def rule_text(rule: Rule, language: Language) -> str:
    return rule.zh if language is Language.ZH else rule.en


def clause_text(rule: Rule) -> str:
    """Where in its document a rule stands; marked where nobody has seen the clause itself."""
    if rule.source.verified:
        return rule.source.clause
    return translate("wording", "{clause}, to be verified").format(clause=rule.source.clause)


def limit_text(rule: Rule) -> str:
    """The limit as a plan writes it: ≥ 3, ≥ 1:1.4, ≤ 3.5 km, 2%–5%."""
    limit = _in_its_form(rule, format_limit(rule.limit * _scale(rule)))
    if rule.bound is Bound.BETWEEN and rule.upper is not None:
        return f"{limit}–{_in_its_form(rule, format_limit(rule.upper * _scale(rule)))}"
    sign = {Bound.AT_MOST: "≤", Bound.EXACTLY: "="}.get(rule.bound, "≥")
    if rule.more is not None:  # so much more for each of another figure
        return f"{sign} {limit} + {format_limit(rule.more)} × …"
    return f"{sign} {limit}"


def measured_value(rule: Rule, value: Fraction | None) -> str:
    """A measured figure in the rule's own form; a dash where nothing could be measured.

    A figure that misses its limit never looks equal to it for being rounded.
    """
    if value is None:
        return BLANK
    limit = rule.broken_limit(value) * _scale(rule)
    value *= _scale(rule)
    is_exact = value == limit or rule.kind in _COUNTED
    return _in_its_form(rule, format_limit(value) if is_exact else format_measured(value, limit))


_COUNTED = (RuleKind.COUNT, RuleKind.PRESENCE, RuleKind.STOP, RuleKind.INVESTMENT, RuleKind.DATES)


def _scale(rule: Rule) -> Fraction:
    """What is shown of one of the rule's own unit: kilometres, hundredths."""
    return {
        RuleKind.RADIUS: Fraction(1, 1000),
        RuleKind.SHARE: Fraction(100),
        RuleKind.DEPARTMENTS: Fraction(100),
    }.get(rule.kind, Fraction(1))


def _in_its_form(rule: Rule, text: str) -> str:
    match rule.kind:
        case RuleKind.RADIUS:
            return translate("wording", "{distance} km").format(distance=text)
        case RuleKind.TRAVEL_TIME:
            return translate("wording", "{minutes} min").format(minutes=text)
        case RuleKind.INVESTMENT:
            return translate("wording", "{sum} × 10,000 yuan").format(sum=text)
        case RuleKind.SHARE | RuleKind.DEPARTMENTS:
            return f"{text}%"
        case RuleKind.DATES:
            return text
        case RuleKind.RATIO if rule.per == 1:
            return f"1:{text}"
    return text


def subject_text(subject: Subject, county: County) -> str:
    """The name of what a finding is about."""
    if subject.kind is SubjectKind.FACILITY:
        return county.facility(subject.id).name
    if subject.kind is SubjectKind.DIVISION:
        return county.division(subject.id).name
    if subject.kind is SubjectKind.PROJECT:
        return county.table(Project)[(subject.id,)].name
    return county.info.name if county.info else ""


def shortfall_text(finding: Finding, catalogue: Catalogue, language: Language) -> str:
    """By how many whole beds, persons or facilities the rule is missed; people for a distance."""
    count, kind = finding.shortfall, finding.rule.kind
    if kind in (RuleKind.RADIUS, RuleKind.TRAVEL_TIME):
        if count is None:
            return translate("wording", "people not known")
        return translate("wording", "{count} people not covered").format(count=f"{count:,}")
    if count is None or kind is RuleKind.DATES:
        return BLANK
    measure, unit = "", ""
    if kind in (RuleKind.PRESENCE, RuleKind.DEPARTMENTS):
        unit = translate("wording", "facilities")
    elif kind is RuleKind.INVESTMENT:
        unit = translate("wording", "× 10,000 yuan")
    else:
        measure = catalogue.measure_name(finding.measure, language)
        unit = catalogue.measure_unit(finding.measure, language)
    if _is_short(finding):
        text = translate("wording", "{count} {unit} short ({measure})")
        bare = translate("wording", "{count} {unit} short")
    else:
        text = translate("wording", "{count} {unit} too many ({measure})")
        bare = translate("wording", "{count} {unit} too many")
    return (text if measure else bare).format(count=f"{count:,}", unit=unit, measure=measure)


def _is_short(finding: Finding) -> bool:
    """Whether there is too little; a conditional stop is never missed by too little."""
    if finding.rule.kind is RuleKind.STOP:
        return False
    return finding.measured is None or finding.measured < finding.limit


def finding_text(finding: Finding, catalogue: Catalogue, language: Language) -> str:
    """A finding in one line, as on hover over a marked cell."""
    return translate("wording", "{rule}: {measured}, limit {limit}, {shortfall} — {clause}").format(
        rule=rule_text(finding.rule, language),
        measured=measured_value(finding.rule, finding.measured),
        limit=finding_limit_text(finding),
        shortfall=shortfall_text(finding, catalogue, language),
        clause=clause_text(finding.rule),
    )


def finding_limit_text(finding: Finding) -> str:
    """What the finding was held against: of the place itself, where each has its own limit."""
    kind = finding.rule.kind
    if kind is RuleKind.STOP:
        return f"≤ {measured_value(finding.rule, finding.limit)}"
    if finding.rule.more is not None and finding.rule.bound is Bound.AT_LEAST:
        return f"≥ {format_limit(finding.limit)}"
    if kind is RuleKind.PRESENCE:
        sign = "≥" if _is_short(finding) else "≤"
        return f"{sign} {measured_value(finding.rule, finding.limit)}"
    return limit_text(finding.rule)


def obstacle_text(problem: CannotDistribute, names: Sequence[str]) -> str:
    """Why a total cannot be shared out: by how much, and whose bounds (the first few names)."""
    text = {
        Obstacle.LEAST_TOO_MUCH: translate(
            "wording", "The least amounts together exceed the total by {amount}: {names}"
        ),
        Obstacle.MOST_TOO_LITTLE: translate(
            "wording", "The most amounts together fall short of the total by {amount}: {names}"
        ),
        Obstacle.NO_WEIGHT: translate(
            "wording", "{amount} are left, and no facility that may take them has a weight"
        ),
        Obstacle.BOUNDS_CROSSED: translate("wording", "The least is above the most: {names}"),
    }[problem.obstacle]
    shown = "、".join(names[:5]) + ("…" if len(names) > 5 else "")
    return text.format(amount=f"{problem.amount:,}", names=shown)
