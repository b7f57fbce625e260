"""One function per command: does the work, prints the report, returns the exit code."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from db.samples import SAMPLES as SAMPLE_NAMES
from db.samples import sample_records
from desktop import json_reports
from desktop.map.map_data import map_data
from desktop.pictures import save_map
from desktop.plan_option import chosen_plan
from desktop.rule_wording import unchecked_text
from desktop.wording import (
    finding_text,
    subject_text,
)
from models import coverage as coverage_check
from models.catalogue import Language
from models.county import County
from models.figures import format_count
from models.measure import Basis, Measure
from models.rules.evaluate import Evaluation
from models.rules.plan_rules import plan_rules
from models.rules.rule import Rule, RuleKind, Severity

translate = QCoreApplication.translate

SAMPLES = SAMPLE_NAMES


def _print_json(report: dict[str, Any]) -> None:
    print(json.dumps(report, ensure_ascii=False, indent=2))


def _read(path: Path) -> County:
    """The county of a file that is only reported on: it may be write-protected."""
    with open_county_file(path, read_only=True) as file:
        return file.read()


def new(options: Namespace, language: Language) -> int:
    records = sample_records(options.sample) if options.sample else []
    label = translate("commands", "New county file: {name}").format(
        name=options.sample or options.file.stem
    )
    create(options.file, records, label)
    print(translate("commands", "Written: {file}").format(file=options.file))
    return 0


def show(options: Namespace, language: Language) -> int:
    county = _read(options.file)
    if options.json:
        _print_json(json_reports.county_report(county))
        return 0
    catalogue = load_catalogue()
    print(county.info.name if county.info else translate("commands", "(empty county file)"))
    for plan in county.plans:
        state = catalogue.word("plan-state", plan.state, language)
        print(f"{plan.title} · {plan.name} · {state} · {plan.baseline_year}–{plan.target_year}")
        for facility in county.facilities:
            figures = [
                county.allocation(plan.id, facility.id, "beds", basis, year)
                for basis, year in (
                    (Basis.AUTHORISED, plan.baseline_year),
                    (Basis.ACTUAL, plan.baseline_year),
                    (Basis.PLANNED, plan.target_year),
                )
            ]
            shown = "\t".join(format_count(f.value if f else None) for f in figures)
            print(f"{facility.order}\t{facility.name}\t{shown}")
    return 0


def check(options: Namespace, language: Language) -> int:
    county = _read(options.file)
    catalogue = load_catalogue().with_measures(county.table(Measure).values())
    plan = chosen_plan(county, options.file, options.plan)
    evaluation = Evaluation(county, plan, plan_rules(catalogue, county, plan))
    if options.json:
        _print_json(json_reports.findings_report(evaluation, county))
    else:
        for finding in evaluation.findings:
            severity = catalogue.word("severity", finding.severity, language)
            subject = subject_text(finding.subject, county)
            print(f"{severity}\t{subject}\t{finding_text(finding, catalogue, language)}")
        for unchecked in evaluation.unchecked:
            print(unchecked_text(unchecked, catalogue, language))
        print(
            translate("commands", "{errors} errors, {warnings} warnings").format(
                errors=evaluation.count(Severity.ERROR), warnings=evaluation.count(Severity.WARNING)
            )
        )
    return 1 if evaluation.count(Severity.ERROR) else 0


def coverage(options: Namespace, language: Language) -> int:
    county = _read(options.file)
    catalogue = load_catalogue()
    plan = chosen_plan(county, options.file, options.plan)
    found = coverage_of(county, plan_rules(catalogue, county, plan))
    if options.out:
        save_map(options.out, map_data(county, found), catalogue, language)
    if options.json:
        _print_json(json_reports.coverage_report(found))
        return 0
    for measured in found.rules:
        rule = measured.rule
        print(rule.zh if language is Language.ZH else rule.en)
        for point in measured.points:
            distance = (
                translate("commands", "none")
                if point.distance_m is None
                else translate("commands", "{distance} km").format(
                    distance=f"{point.distance_m / 1000:.2f}"
                )
            )
            mark = "✓" if point.covered else "✕"
            print(f"  {mark}\t{point.name}\t{point.nearest_name}\t{distance}")
    if options.out:
        print(translate("commands", "Written: {file}").format(file=options.out))
    return 0


def coverage_of(county: County, rules: Iterable[Rule]) -> coverage_check.Coverage:
    """The coverage by the active radius rules."""
    active = [rule for rule in rules if rule.kind is RuleKind.RADIUS and rule.active]
    return coverage_check.coverage(county, active)


def demo(options: Namespace, language: Language) -> int:
    from desktop.demo import run_demo  # draws the window

    return run_demo(options.file, options.out, language)


def self_test(options: Namespace, language: Language) -> int:
    from desktop.self_test import run_self_test  # draws the window

    return run_self_test(language)
