"""Figures, gaps and goals of indicators in words, as the plan prints them."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop import wording
from models.catalogue import Catalogue, Language
from models.figures import MINUS, format_limit, format_measured, format_rate
from models.indicator_progress import IndicatorProgress, IndicatorState, Way, too_many
from models.indicators import ValueKind
from models.rules.rule import Measurement, RuleKind
from models.stated_indicator import Direction, StatedIndicator

translate = QCoreApplication.translate


def value_text(stated: StatedIndicator, value: Fraction | None) -> str:
    """A value in the printed unit as the row prints its target: `7.27`, `1:1.41`; "" for none."""
    if value is None:
        return ""
    if stated.indicator is None and stated.rule is not None and stated.is_measured:
        return wording.measured_value(stated.rule, value / stated.scale)
    goal = stated.goal
    exact = goal is None or value == goal
    text = format_limit(value) if exact else format_measured(value, goal or Fraction(0))
    return f"1:{text}" if stated.printed.kind is ValueKind.RATIO else text


def measured_text(stated: StatedIndicator, measured: Measurement | None) -> str:
    """A measured figure in the printed unit; "" for none."""
    if measured is None or measured.value is None:
        return ""
    return value_text(stated, measured.value * stated.scale)


def entered_text(stated: StatedIndicator, value: Fraction) -> str:
    """An entered value as it was typed, without rounding."""
    text = format_limit(value)
    return f"1:{text}" if stated.printed.kind is ValueKind.RATIO else text


def goal_text(stated: StatedIndicator) -> str:
    """The target as printed, or as the rule states it."""
    if stated.indicator is not None:
        return stated.indicator.target.strip()
    return "" if stated.rule is None else wording.limit_text(stated.rule)


def name_text(stated: StatedIndicator, language: Language) -> str:
    """The printed name with its unit, or the rule's."""
    if stated.indicator is None:
        return "" if stated.rule is None else wording.rule_text(stated.rule, language)
    name = "".join(stated.indicator.name.split())
    unit = f"（{stated.indicator.unit}）" if stated.indicator.unit else ""
    return name + unit


def count_unit(measure: str, catalogue: Catalogue, language: Language) -> str:
    """The measure word: 名 for persons, 家 for facilities with a department, else the unit."""
    found = catalogue.measures[measure]
    if language is Language.EN:
        return "facilities" if found.group == "departments" else found.unit_en
    if found.group == "staff":
        return "名"
    return "家" if found.group == "departments" else found.unit_zh


def gap_text(
    stated: StatedIndicator, found: IndicatorProgress, catalogue: Catalogue, language: Language
) -> str:
    """What is missing, in a sentence: 还差 312 名注册护士; "" where nothing is or can be said."""
    rule = stated.rule
    if found.gap and rule is not None:
        over = found.planned is not None and too_many(rule, found.planned)
        text = (
            translate("IndicatorWording", "{count} {unit} too many: {measure}")
            if over
            else translate("IndicatorWording", "{count} {unit} short: {measure}")
        )
        return text.format(
            count=f"{found.gap:,}",
            unit=count_unit(rule.measure, catalogue, language),
            measure=catalogue.measure_name(rule.measure, language),
        )
    if not found.gap_in_unit:
        return ""
    amount = format_limit(found.gap_in_unit)
    if stated.direction is Direction.FALL:
        return translate("IndicatorWording", "{amount} too high").format(amount=amount)
    return translate("IndicatorWording", "{amount} short").format(amount=amount)


def short_gap(
    stated: StatedIndicator, found: IndicatorProgress, catalogue: Catalogue, language: Language
) -> str:
    """What is missing as a figure with its measure word: 312 名."""
    if found.gap and stated.rule is not None:
        return f"{found.gap:,} {count_unit(stated.rule.measure, catalogue, language)}"
    return format_limit(found.gap_in_unit) if found.gap_in_unit else ""


def percent(value: Fraction | None) -> str:
    """A share as a percentage rounded half up; what is not all is never shown as 100 %."""
    if value is None:
        return ""
    text = format_rate(value * 100, 0)
    if text == "100" and value < 1:
        text = format_measured(value * 100, Fraction(100))
    return f"{text}%"


def difference_text(value: Fraction | None) -> str:
    """A difference with its sign, to as many decimals (at most three) as it has."""
    if value is None:
        return ""
    text = format_rate(abs(value), 3).rstrip("0").rstrip(".")
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return sign + text if text != "0" else "0"


def state_words() -> dict[IndicatorState, str]:
    return {
        IndicatorState.HOLDS: translate("IndicatorWording", "holds"),
        IndicatorState.MISSED: translate("IndicatorWording", "missed"),
        IndicatorState.ON_THE_WAY: translate("IndicatorWording", "on the way"),
        IndicatorState.NO_FIGURES: translate("IndicatorWording", "no figures"),
        IndicatorState.NOT_ENTERED: translate("IndicatorWording", "to be entered"),
    }


def way_words() -> dict[Way, str]:
    return {
        Way.COMPUTED: translate("IndicatorWording", "computed"),
        Way.ENTERED: translate("IndicatorWording", "entered"),
        Way.PRINTED: translate("IndicatorWording", "printed"),
    }


def cannot_text(found: IndicatorProgress, catalogue: Catalogue, language: Language) -> str:
    """Why nothing could be computed; "" where something was."""
    if found.missing is None:
        return ""
    reason = catalogue.word("missing", found.missing, language)
    return translate("IndicatorWording", "Cannot be computed, because {reason}").format(
        reason=reason
    )


def formula_text(stated: StatedIndicator, catalogue: Catalogue, language: Language) -> str:
    """What is divided by what: 注册护士 ÷ 常住人口 × 1,000; "" for what is not computed."""
    rule = stated.rule
    if rule is None or not stated.is_measured:
        return ""
    top = catalogue.measure_name(rule.measure, language)
    match rule.kind:
        case RuleKind.RATE:
            people = catalogue.word("population-group", rule.population, language)
            return f"{top} ÷ {people} × {rule.per:,}"
        case RuleKind.COUNT:
            return f"Σ {top}"
        case RuleKind.DEPARTMENTS:
            text = translate("IndicatorWording", "facilities with {department} ÷ facilities × 100%")
            return text.format(department=top)
        case _:
            times = rule.per * stated.scale
            factor = "" if times == 1 else f" × {format_limit(times)}"
            return f"{top} ÷ {catalogue.measure_name(rule.denominator, language)}{factor}"
