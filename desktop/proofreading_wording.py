"""A contradiction within a published plan, in the planner's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from models.discrepancy import Discrepancy, DiscrepancyKind


def discrepancy_text(found: Discrepancy) -> str:
    """Where, and the arithmetic: what is printed and what it should be by the other figures."""
    return " / ".join(found.places) + ": " + discrepancy_statement(found)


def discrepancy_statement(found: Discrepancy) -> str:
    """The same without its places."""
    return _template(found).format(**found.figures)


def _template(found: Discrepancy) -> str:
    translate = QCoreApplication.translate
    if found.kind is DiscrepancyKind.RATE_DIFFERS:
        return _rate_template(found)
    return {
        DiscrepancyKind.TOTAL_DIFFERS: translate(
            "proofreading",
            "{column}: the printed total is {printed}, the rows sum to {sum} ({difference})",
        ),
        DiscrepancyKind.NUMBER_REPEATED: translate(
            "proofreading", "the number {number} is used more than once"
        ),
        DiscrepancyKind.TARGET_ON_WRONG_SIDE: translate(
            "proofreading", "{row}: the target {target} allows worse than the baseline {baseline}"
        ),
        DiscrepancyKind.PART_EXCEEDS_WHOLE: translate(
            "proofreading",
            "{column}: {part_name} {part} is more than the whole, {whole_name} {whole}",
        ),
        DiscrepancyKind.NAME_DIFFERS: translate(
            "proofreading", "“{printed}” stands elsewhere as “{listed}”"
        ),
        DiscrepancyKind.TARGETS_DIFFER: translate(
            "proofreading", "{row}, {year}: the table says {table}, the text says {text}"
        ),
        DiscrepancyKind.NUMBER_SKIPPED: translate(
            "proofreading", "the number {number} is left out between {before} and {after}"
        ),
        DiscrepancyKind.UNIT_IMPOSSIBLE: translate(
            "proofreading", "{row}: {printed} is more than {limit_name}, {limit}"
        ),
        DiscrepancyKind.YEAR_OUTSIDE: translate(
            "proofreading", "the year {year} lies outside the plan's period, {first} to {last}"
        ),
        DiscrepancyKind.INSTITUTION_MISSING: translate(
            "proofreading", "“{name}” stands here and not in {there}"
        ),
    }[found.kind]


def _rate_template(found: Discrepancy) -> str:
    translate = QCoreApplication.translate
    if "count" in found.figures:
        return translate(
            "proofreading",
            "{row}, {year}: printed {printed}, rounded from {rounding_least} to {rounding_most}; "
            "{count} for {population_least} to {population_most} people is {computed_least} to "
            "{computed_most}",
        )
    if "computed" in found.figures:
        return translate(
            "proofreading",
            "{row}, {year}: printed {printed}, rounded from {rounding_least} to {rounding_most}; "
            "{numerator} ÷ {denominator} = {computed}",
        )
    return translate("proofreading", "{row}, {year}: printed {printed} here and {other} there")
