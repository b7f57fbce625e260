"""How one indicator is computed, as rich text: formula, figures, people, gap, progress, source."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop import indicator_wording as words
from desktop import wording
from desktop.pages.derivation import (
    contradiction_lines,
    demand_steps,
    measured_steps,
    paragraphs,
    source_lines,
)
from desktop.session import CountySession
from models.figures import format_limit
from models.indicator_progress import IndicatorProgress, YearFigure, baseline_basis
from models.plan import IndicatorValue
from models.rules.rule import Measurement, Rule, RuleKind
from models.stated_indicator import StatedIndicator

translate = QCoreApplication.translate


def indicator_html(
    stated: StatedIndicator, found: IndicatorProgress, state: str, session: CountySession
) -> str:
    """All that the panel says of a row."""
    catalogue, language = session.catalogue, session.language
    gap = words.gap_text(stated, found, catalogue, language)
    why = words.cannot_text(found, catalogue, language)
    lines = [line for line in (state, gap, why) if line]
    html = paragraphs(words.name_text(stated, language), [*lines, *_progress(stated, found)])
    formula = words.formula_text(stated, catalogue, language)
    html += paragraphs(translate("IndicatorPanel", "Formula"), [formula] if formula else [])
    rule = stated.rule
    if rule is not None:
        html += _rule_html(rule, found, session)
    html += paragraphs(translate("IndicatorPanel", "Entered values"), _entered(stated, session))
    if rule is None:
        html += paragraphs(translate("IndicatorPanel", "Not computed"), [_not_computed()])
        source = "" if stated.indicator is None else stated.indicator.source
        return html + paragraphs(translate("IndicatorPanel", "Source"), [source] if source else [])
    html += paragraphs(translate("IndicatorPanel", "Source"), source_lines(rule, session))
    return html + paragraphs(
        translate("IndicatorPanel", "The plan contradicts itself"),
        contradiction_lines(rule, session),
    )


def _progress(stated: StatedIndicator, found: IndicatorProgress) -> list[str]:
    """(7.1 − 6.15) ÷ (7.27 − 6.15) = 85%, with where each figure comes from."""
    start, now, goal = found.start, found.now, stated.goal
    if start is None or now is None or goal is None:
        return []
    line = translate(
        "IndicatorPanel", "From {baseline} ({baseline_way}) to {now} ({now_way}), target {goal}"
    ).format(
        baseline=words.value_text(stated, start.value),
        baseline_way=_of_year(start),
        now=words.value_text(stated, now.value),
        now_way=_of_year(now),
        goal=words.goal_text(stated),
    )
    if found.progress is None:
        return [line]
    text = translate("IndicatorPanel", "Progress: {share} of the way")
    return [line, text.format(share=words.percent(found.progress))]


def _of_year(figure: YearFigure) -> str:
    text = translate("IndicatorPanel", "{year}, {way}")
    return text.format(year=figure.year, way=words.way_words()[figure.way])


def _entered(stated: StatedIndicator, session: CountySession) -> list[str]:
    """Each entered value with its source and note."""
    if stated.indicator is None:
        return []
    plan = session.plan
    lines = []
    for year in range(plan.baseline_year, plan.target_year + 1):
        key = (plan.id, stated.indicator.id, year)
        value = session.county.table(IndicatorValue).get(key)
        if value is not None:
            told = [words.entered_text(stated, Fraction(value.value))]
            told += [text for text in (value.source, value.note) if text]
            lines.append(f"{year}: " + " · ".join(told))
    return lines


def _rule_html(rule: Rule, found: IndicatorProgress, session: CountySession) -> str:
    html, plan = "", session.plan
    if found.planned is not None:
        steps = _steps(rule, found.planned, session)
        is_sum = rule.kind is not RuleKind.DEPARTMENTS
        if rule.per_county and is_sum and found.planned.value is not None:
            steps += demand_steps(found.planned, session)
        html += paragraphs(
            translate("IndicatorPanel", "{year} plan").format(year=found.planned.year), steps
        )
    if found.baseline is not None:
        steps = _steps(rule, found.baseline, session)
        title = translate("IndicatorPanel", "{year} baseline").format(year=plan.baseline_year)
        html += paragraphs(title, steps)
    return html + _failing(rule, found)


def _steps(rule: Rule, measured: Measurement, session: CountySession) -> list[str]:
    """The arithmetic, then the facilities that count with their figures."""
    is_plan = measured.year == rule.year_in(session.plan)
    basis = rule.basis if is_plan else baseline_basis(rule, session.catalogue)
    if rule.kind is RuleKind.DEPARTMENTS:
        steps = [_departments(measured)]
    else:
        steps = measured_steps(measured, basis, session)
    steps += _people_source(rule, measured, session)
    column = session.county.column(session.plan.id, rule.measure, basis, measured.year)
    ids = session.county.facility_ids(rule.scope) & column.keys()
    largest = sorted(ids, key=lambda i: (-column[i].value, session.county.facility(i).order))
    named = [
        f"{session.county.facility(i).name} {format_limit(Fraction(column[i].value))}"
        for i in largest[:_MOST_NAMED]
    ]
    if len(ids) > _MOST_NAMED:
        text = translate("IndicatorPanel", "and {count} more")
        named.append(text.format(count=len(ids) - _MOST_NAMED))
    return steps + ([wording.listed(named)] if named else [])


def _departments(measured: Measurement) -> str:
    text = translate(
        "IndicatorPanel", "{having} of {counted} facilities have one; {blank} do not say"
    )
    return text.format(
        having=format_limit(measured.numerator or Fraction(0)),
        counted=measured.counted,
        blank=measured.counted - measured.filled,
    )


def _people_source(rule: Rule, measured: Measurement, session: CountySession) -> list[str]:
    """Where the people of a rate come from."""
    if rule.kind is not RuleKind.RATE:
        return []
    people = session.county.population(measured.year, rule.population)
    if people is None or not people.source:
        return []
    text = translate("IndicatorPanel", "Source of the population: {source}")
    return [text.format(source=people.source)]


_MOST_NAMED = 12  # facilities, the largest figures first


def _failing(rule: Rule, found: IndicatorProgress) -> str:
    """How many facilities or points miss the rule by themselves, with the way to them."""
    if rule.kind is RuleKind.RADIUS:
        link = "coverage"
        text = translate("IndicatorPanel", "{failing} of {checked} population points lie outside")
    elif rule.per_facility:
        link = "findings"
        text = translate(
            "IndicatorPanel", "{failing} of {checked} facilities with figures miss it by themselves"
        )
    elif found.planned is None and found.failing:
        link = "findings"
        text = translate("IndicatorPanel", "{failing} findings")
    else:
        return ""
    line = text.format(failing=found.failing, checked=found.checked)
    if not found.failing:
        return f"<p>{line}</p>"
    return f"<p><a href='{link}:{rule.id}'>{line}</a></p>"


def _not_computed() -> str:
    return translate(
        "IndicatorPanel",
        "The allocations of facilities do not tell this figure. Enter its values under “Values by "
        "year”.",
    )
