"""The arithmetic of a rule in sentences: the figures used, the quotient, what the limit demands."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from html import escape
from math import ceil, floor

from PySide6.QtCore import QCoreApplication

from desktop import wording
from desktop.session import CountySession
from models.facility import Scope
from models.figures import format_grouped, format_limit
from models.measure import Basis
from models.plan import Population
from models.rules.plan_rules import plan_rules
from models.rules.rate import gap
from models.rules.rule import Bound, Measurement, Rule, RuleKind, SubjectKind


def measured_steps(measured: Measurement, basis: Basis, session: CountySession) -> list[str]:
    """How a rate or ratio on a basis was computed; what is missing where it was not."""
    rule = measured.rule
    steps = [counted_line(measured, session)] if measured.subject.kind is SubjectKind.COUNTY else []
    if rule.kind is RuleKind.RATE:
        people = session.county.population(measured.year, rule.population)
        steps.append(_people(people, measured, session))
    if measured.value is None:
        return [*steps, _missing(measured, basis, session)]
    assert measured.numerator is not None
    assert measured.denominator is not None
    top = amount_text(rule.measure, basis, measured.numerator, session)
    if rule.kind is RuleKind.RATE:
        text = QCoreApplication.translate("Derivation", "{top} ÷ {people} people × {per} = {value}")
    elif rule.per != 1:
        text = QCoreApplication.translate("Derivation", "{top} ÷ {bottom} × {per} = {value}")
    else:
        text = QCoreApplication.translate("Derivation", "{top} ÷ {bottom} = {value}")
    steps.append(
        text.format(
            top=top,
            people=format_grouped(measured.denominator),
            per=f"{rule.per:,}",
            bottom=amount_text(rule.denominator, basis, measured.denominator, session)
            if rule.denominator
            else "",
            value=wording.measured_value(rule, measured.value),
        )
    )
    return steps


def demand_steps(measured: Measurement, session: CountySession) -> list[str]:
    """What the limit demands of the count, both ends of a range, and by how much it is missed."""
    rule, base = measured.rule, measured.denominator
    missing, have = gap(measured), measured.numerator
    if missing is None or have is None or not base:
        return []
    steps = [_demand(rule, limit, is_least, base, session) for limit, is_least in _ends(rule)]
    if not missing:
        return [*steps, QCoreApplication.translate("Derivation", "The limit is kept.")]
    unit = session.catalogue.measure_unit(rule.measure, session.language)
    if have < rule.limit * base / rule.per:
        end = QCoreApplication.translate("Derivation", "{count} {unit} are missing.")
    else:
        end = QCoreApplication.translate("Derivation", "{count} {unit} are too many.")
    return [*steps, end.format(count=f"{missing:,}", unit=unit)]


def _ends(rule: Rule) -> list[tuple[Fraction, bool]]:
    """The limits of a rule, and whether each is a least."""
    if rule.bound is Bound.BETWEEN and rule.upper is not None:
        return [(rule.limit, True), (rule.upper, False)]
    return [(rule.limit, rule.bound is not Bound.AT_MOST)]


def _demand(
    rule: Rule, limit: Fraction, is_least: bool, base: Fraction, session: CountySession
) -> str:
    """Limit ≥ 7.27: 7.27 × 840,000 ÷ 1,000 = 6,106.8, in whole 6,107 beds."""
    needed = limit * base / rule.per
    text = QCoreApplication.translate(
        "Derivation", "Limit {limit}: {factor} × {base} = {needed}, in whole {count} {unit}"
    )
    if rule.per != 1:
        text = QCoreApplication.translate(
            "Derivation",
            "Limit {limit}: {factor} × {base} ÷ {per} = {needed}, in whole {count} {unit}",
        )
    sign = rule.bound if rule.bound is not Bound.BETWEEN else _SIGNS[is_least]
    return text.format(
        limit=wording.limit_text(replace(rule, limit=limit, upper=None, bound=sign)),
        factor=f"{format_limit(limit * 100)}%"
        if rule.kind is RuleKind.SHARE
        else (format_limit(limit)),
        base=format_grouped(base),
        per=f"{rule.per:,}",
        needed=format_grouped(needed),
        count=f"{ceil(needed) if is_least else floor(needed):,}",
        unit=session.catalogue.measure_unit(rule.measure, session.language),
    )


_SIGNS = {True: Bound.AT_LEAST, False: Bound.AT_MOST}


def source_lines(rule: Rule, session: CountySession) -> list[str]:
    """Document, clause and date of a rule; marked where nobody has seen the clause itself."""
    nature = session.catalogue.word("nature", rule.nature, session.language)
    clause = "，".join(part for part in (rule.source.clause, rule.source.date) if part)
    lines = [rule.source.document, clause, nature]
    if not rule.source.verified:
        lines.append(QCoreApplication.translate("Derivation", "to be verified (待核对)"))
    return lines


def contradicting(rule: Rule, session: CountySession) -> list[Rule]:
    """The rules of the same plan that state another limit for the same thing."""
    return [
        other
        for other in plan_rules(session.catalogue, session.county, session.plan)
        if other.id != rule.id
        and (other.alternative_to == rule.id or rule.alternative_to == other.id)
    ]


def contradiction_lines(rule: Rule, session: CountySession) -> list[str]:
    text = QCoreApplication.translate("Derivation", "{rule}: {limit} ({clause}); not in use")
    return [
        text.format(
            rule=wording.rule_text(other, session.language),
            limit=wording.limit_text(other),
            clause=other.source.clause,
        )
        for other in contradicting(rule, session)
    ]


def paragraphs(heading: str, lines: list[str]) -> str:
    """A heading and lines as rich text, escaped; nothing where there are no lines."""
    if not lines:
        return ""
    body = "".join(f"<p style='margin:2px 0'>{escape(line)}</p>" for line in lines)
    return f"<h4 style='margin:10px 0 2px 0'>{escape(heading)}</h4>{body}"


def counted_line(measured: Measurement, session: CountySession) -> str:
    text = QCoreApplication.translate(
        "Derivation", "Counted: {scope}; {filled} of {counted} facilities have figures"
    )
    line = text.format(
        scope=_scope(measured.rule.scope, session),
        filled=measured.filled,
        counted=measured.counted,
    )
    if measured.filled < measured.counted:
        line += QCoreApplication.translate("Derivation", " (the blank ones are left out)")
    return line


def _scope(scope: Scope, session: CountySession) -> str:
    """The facilities that a rule counts, in words."""
    words = [
        session.catalogue.word(group, word_id, session.language)
        for group, ids in (
            ("ownership", scope.ownership),
            ("facility-class", scope.classes),
            ("facility-type", scope.types),
        )
        for word_id in sorted(ids)
    ]
    if not words:
        return QCoreApplication.translate("Derivation", "all facilities")
    return QCoreApplication.translate("Derivation", ", ").join(words)


def _people(people: Population | None, measured: Measurement, session: CountySession) -> str:
    group = session.catalogue.word("population-group", measured.rule.population, session.language)
    if people is None:
        text = QCoreApplication.translate("Derivation", "{group} of {year} or before: not known")
        return text.format(group=group, year=measured.year)
    origin = session.catalogue.word("population-origin", people.origin, session.language)
    text = QCoreApplication.translate("Derivation", "{group} {year}: {persons} ({origin})")
    line = text.format(group=group, year=people.year, persons=f"{people.persons:,}", origin=origin)
    if people.year != measured.year:
        text = QCoreApplication.translate(
            "Derivation", " — the figure of an earlier year: none of {year} is known"
        )
        line += text.format(year=measured.year)
    return line


def _missing(measured: Measurement, basis: Basis, session: CountySession) -> str:
    """Which figure a measurement lacks."""
    rule, catalogue = measured.rule, session.catalogue
    measures = [rule.measure] if rule.kind is RuleKind.RATE else [rule.measure, rule.denominator]
    if rule.kind is RuleKind.RATE and measured.numerator is not None:
        return QCoreApplication.translate(
            "Derivation", "Cannot be computed without the population."
        )
    names = " / ".join(catalogue.measure_name(m, session.language) for m in measures)
    text = QCoreApplication.translate("Derivation", "No figures yet: {measures}, {basis} {year}")
    basis_word = catalogue.word("basis", basis, session.language)
    return text.format(measures=names, basis=basis_word, year=measured.year)


def amount_text(measure: str, basis: Basis, value: Fraction, session: CountySession) -> str:
    """A count with its measure and basis: `规划床位 6,104 张`."""
    catalogue, language = session.catalogue, session.language
    text = QCoreApplication.translate("Derivation", "{basis} {measure} {count} {unit}")
    return text.format(
        basis=catalogue.word("basis", basis, language),
        measure=catalogue.measure_name(measure, language),
        count=format_grouped(value),
        unit=catalogue.measure_unit(measure, language),
    )
