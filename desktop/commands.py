"""One function per command: does the work, prints the report, returns the exit code."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from db.samples import SAMPLES as SAMPLE_NAMES
from db.samples import sample_records
from desktop import json_reports
from desktop.plan_option import chosen_plan
from desktop.rule_wording import unchecked_text
from desktop.wording import (
    finding_text,
    subject_text,
)
from models.catalogue import Language
from models.county import County
from models.figures import format_count
from models.measure import Basis, Measure
from models.rules.evaluate import Evaluation
from models.rules.plan_rules import plan_rules
from models.rules.rule import Severity

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


def demo(options: Namespace, language: Language) -> int:
    from desktop.demo import run_demo  # draws the window

    return run_demo(options.file, options.out, language)


def self_test(options: Namespace, language: Language) -> int:
    from desktop.self_test import run_self_test  # draws the window

    return run_self_test(language)
