"""The arithmetic of a contradiction in sentences: the printed figures, and why they cannot be."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop.tables.discrepancy_table_model import gap_size, gap_text, statement_text
from models.discrepancy import Discrepancy, DiscrepancyKind, Unchecked
from models.discrepancy_gap import computed_range, gap, persons, rounding_range
from models.figures import format_grouped, format_limit, format_rate

_DECIMALS = 4


def discrepancy_steps(found: Discrepancy) -> list[str]:
    """Line by line; the sentence alone where there is nothing to reckon."""
    match found.kind:
        case DiscrepancyKind.TOTAL_DIFFERS:
            return _total(found)
        case DiscrepancyKind.RATE_DIFFERS if computed_range(found) is not None:
            return _rate(found)
        case DiscrepancyKind.RATE_DIFFERS | DiscrepancyKind.TARGETS_DIFFER:
            return _printed_twice(found)
        case DiscrepancyKind.TARGET_ON_WRONG_SIDE:
            return _target(found)
        case DiscrepancyKind.PART_EXCEEDS_WHOLE:
            return _part(found)
        case DiscrepancyKind.UNIT_IMPOSSIBLE if persons(found) is not None:
            return _unit(found)
    return [statement_text(found)]


def unchecked_text(total: Unchecked) -> str:
    """Which total was left out, and why."""
    translate = QCoreApplication.translate
    text = {
        "blank-cells": translate(
            "DiscrepancySteps",
            "{where}: {column}: the total is printed as {printed}, the rows that have figures sum "
            "to {sum}; the others are blank",
        ),
        "no-total": translate(
            "DiscrepancySteps", "{where}: {column}: no total is printed; the rows sum to {sum}"
        ),
    }[total.reason]
    return text.format(where=" / ".join(total.places), **total.figures)


def _total(found: Discrepancy) -> list[str]:
    translate = QCoreApplication.translate
    printed, known = (_grouped(found.figures[name]) for name in ("printed", "sum"))
    high = (gap(found) or 0) > 0
    return [
        translate("DiscrepancySteps", "Printed total: {printed}").format(printed=printed),
        translate("DiscrepancySteps", "Sum of the parts: {sum}").format(sum=known),
        f"{printed} − {known} = {gap_text(found)}",
        translate("DiscrepancySteps", "The printed total is too high by {gap}.").format(
            gap=_size(found)
        )
        if high
        else translate("DiscrepancySteps", "The printed total is too low by {gap}.").format(
            gap=_size(found)
        ),
    ]


def _rate(found: Discrepancy) -> list[str]:
    translate, figures = QCoreApplication.translate, found.figures
    computed = computed_range(found)
    assert computed is not None
    least, most = (format_rate(value, _DECIMALS) for value in computed)
    if "count" in figures:
        count, fewest, greatest = (
            _grouped(figures[name]) for name in ("count", "population_least", "population_most")
        )
        people = translate(
            "DiscrepancySteps", "People that the other rows imply: {least} to {most}"
        )
        steps = [
            people.format(least=fewest, most=greatest),
            f"{count} ÷ {greatest} × 1,000 = {least}",
            f"{count} ÷ {fewest} × 1,000 = {most}",
        ]
    else:
        numerator, denominator = (
            _grouped(figures["numerator"]),
            _grouped(figures["denominator"]),
        )
        steps = [f"{numerator} ÷ {denominator} = {least}"]
    return [*steps, *_rounding(found)]


def _rounding(found: Discrepancy) -> list[str]:
    """What the printed rate can stand for, and how far that is from what the counts give."""
    translate, allowed, off = QCoreApplication.translate, rounding_range(found), gap(found)
    if allowed is None or off is None:
        return []
    text = translate(
        "DiscrepancySteps", "Printed {printed}: by rounding it may stand for {low} to {high}"
    )
    low, high = map(format_limit, allowed)
    conclusion = (
        translate("DiscrepancySteps", "Even so the printed figure is too high by {gap}.")
        if off > 0
        else translate("DiscrepancySteps", "Even so the printed figure is too low by {gap}.")
    )
    return [
        text.format(printed=found.figures["printed"], low=low, high=high),
        conclusion.format(gap=_size(found)),
    ]


def _printed_twice(found: Discrepancy) -> list[str]:
    translate, figures = QCoreApplication.translate, found.figures
    if found.kind is DiscrepancyKind.TARGETS_DIFFER:
        return [
            translate("DiscrepancySteps", "In the table: {table}").format(**figures),
            translate("DiscrepancySteps", "In the text: {text}").format(**figures),
            translate("DiscrepancySteps", "One of the two must be corrected."),
        ]
    lines = [
        translate("DiscrepancySteps", "Printed here: {printed}").format(**figures),
        translate("DiscrepancySteps", "Printed there: {other}").format(**figures),
    ]
    if gap_text(found):
        difference = translate("DiscrepancySteps", "Difference: {gap}")
        lines.append(difference.format(gap=gap_text(found)))
    return lines


def _target(found: Discrepancy) -> list[str]:
    translate, figures = QCoreApplication.translate, found.figures
    falls = (gap(found) or 0) < 0
    text = (
        translate("DiscrepancySteps", "The value may fall by {gap}, and the target is met still.")
        if falls
        else translate(
            "DiscrepancySteps", "The value may rise by {gap}, and the target is met still."
        )
    )
    return [
        translate("DiscrepancySteps", "Baseline: {baseline}").format(**figures),
        translate("DiscrepancySteps", "Target: {target}").format(**figures),
        text.format(gap=_size(found)),
    ]


def _part(found: Discrepancy) -> list[str]:
    translate, figures = QCoreApplication.translate, found.figures
    return [
        translate("DiscrepancySteps", "The whole, {whole_name}: {whole}").format(**figures),
        translate("DiscrepancySteps", "The part, {part_name}: {part}").format(**figures),
        translate("DiscrepancySteps", "The part exceeds the whole by {gap}.").format(
            gap=_size(found)
        ),
    ]


def _unit(found: Discrepancy) -> list[str]:
    translate, figures = QCoreApplication.translate, found.figures
    meant = format_grouped(persons(found) or Fraction(0))
    return [
        translate("DiscrepancySteps", "Printed {printed}, that is {count}").format(
            printed=figures["printed"], count=meant
        ),
        f"{figures['limit_name']}: {_grouped(figures['limit'])}",
        translate("DiscrepancySteps", "More than there can be by {gap}.").format(gap=_size(found)),
    ]


def _size(found: Discrepancy) -> str:
    return gap_size(gap(found) or Fraction(0))


def _grouped(text: str) -> str:
    return format_grouped(Fraction(text))
