"""`weigui indicators`: every indicator of the plan, computed or entered, against its target."""

from __future__ import annotations

import argparse
import json
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop import indicator_wording as words
from desktop.json_reports import exact
from desktop.plan_option import add_plan_option, chosen_plan
from models.catalogue import Catalogue, Language
from models.errors import InvalidValue, Reason
from models.figures import BLANK
from models.indicator_progress import (
    IndicatorProgress,
    IndicatorState,
    YearFigure,
    actual_figure,
    progress_of,
)
from models.measure import Measure
from models.midterm_review import review_row
from models.rules.evaluate import Evaluation
from models.rules.plan_rules import plan_rules
from models.rules.rule import Measurement
from models.stated_indicator import StatedIndicator, stated_indicators

translate = QCoreApplication.translate


def add_options(parser: argparse.ArgumentParser) -> None:
    """What `weigui indicators` takes besides the file."""
    add_plan_option(parser)
    parser.add_argument(
        "--year",
        type=int,
        metavar="YEAR",
        help=translate("indicators", "also what was planned and reached in this year of the plan"),
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Print the indicators of a plan version in printed order; exit code 0.

    Raises FileError, WrongUse, and InvalidValue for a year that is not the plan's.
    """
    with open_county_file(options.file, read_only=True) as file:
        county = file.read()
    plan = chosen_plan(county, options.file, options.plan)
    year = options.year
    if year is not None and not plan.baseline_year <= year <= plan.target_year:
        raise InvalidValue("Plan", "year", year, Reason.WRONG_YEAR)
    catalogue = load_catalogue().with_measures(county.table(Measure).values())
    evaluation = Evaluation(county, plan, plan_rules(catalogue, county, plan))
    rows = stated_indicators(county.indicators(plan.id), evaluation.rules)
    found = [(stated, progress_of(stated, evaluation, catalogue)) for stated in rows]
    if options.json:
        entries = [_entry(s, p, evaluation, catalogue, language, year) for s, p in found]
        report = {"plan": plan.name, "year": year, "indicators": entries}
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for stated, progress in found:
            print(_line(stated, progress, catalogue, language))
        counts = [progress.state for _, progress in found]
        print(", ".join(f"{counts.count(s)} {words.state_words()[s]}" for s in IndicatorState))
    return 0


def _line(
    stated: StatedIndicator, found: IndicatorProgress, catalogue: Catalogue, language: Language
) -> str:
    start = None if found.start is None else found.start.value
    now = None if found.now is None else found.now.value
    cells = (
        "" if stated.indicator is None else stated.indicator.number,
        words.name_text(stated, language),
        words.value_text(stated, start) or BLANK,
        words.goal_text(stated) or BLANK,
        words.value_text(stated, now) or BLANK,
        words.percent(found.progress) or BLANK,
        words.state_words()[found.state],
        words.gap_text(stated, found, catalogue, language)
        or words.cannot_text(found, catalogue, language),
    )
    return "\t".join(cells).rstrip()


def _entry(
    stated: StatedIndicator,
    found: IndicatorProgress,
    evaluation: Evaluation,
    catalogue: Catalogue,
    language: Language,
    year: int | None,
) -> dict[str, Any]:
    indicator, rule = stated.indicator, stated.rule
    entry = {
        "id": None if indicator is None else indicator.id,
        "rule": None if rule is None else rule.id,
        "number": "" if indicator is None else indicator.number,
        "name": words.name_text(stated, language),
        "printed_baseline": "" if indicator is None else indicator.baseline,
        "printed_target": "" if indicator is None else indicator.target,
        "direction": stated.direction,
        "target": _exact(stated.goal),
        "start": _figure(found.start),
        "now": _figure(found.now),
        "baseline": _measurement(stated, found.baseline),
        "planned": _measurement(stated, found.planned),
        "formula": words.formula_text(stated, catalogue, language),
        "progress": _exact(found.progress),
        "gap": found.gap,
        "gap_in_unit": _exact(found.gap_in_unit),
        "state": found.state,
        "missing": found.missing,
    }
    if year is not None:
        row = review_row(stated, evaluation, catalogue, year)
        entry["in_year"] = {
            "year": year,
            "planned": _exact(row.planned),
            "planned_by": row.planned_by,
            "actual": _figure(actual_figure(stated, evaluation, catalogue, year)),
            "difference": _exact(row.difference),
            "verdict": row.verdict,
            "reason": row.reason,
        }
    return entry


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else exact(value)


def _figure(figure: YearFigure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {
        "year": figure.year,
        "value": exact(figure.value),
        "way": figure.way,
        "complete": figure.complete,
    }


def _measurement(stated: StatedIndicator, measured: Measurement | None) -> dict[str, Any] | None:
    if measured is None:
        return None
    value = None if measured.value is None else measured.value * stated.scale
    return {
        "year": measured.year,
        "value": _exact(value),
        "numerator": _exact(measured.numerator),
        "denominator": _exact(measured.denominator),
        "population_year": measured.population_year,
        "filled": measured.filled,
        "counted": measured.counted,
    }
