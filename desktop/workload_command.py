"""`weigui workload`: the staff that the workload requires, from and to workbooks."""

from __future__ import annotations

import argparse
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from db.exchange.workload_sheets import (
    read_workload_file,
    write_workload_template,
    write_workload_workbook,
)
from desktop.json_reports import exact
from desktop.plan_option import add_plan_option, chosen_plan
from desktop.workload_files import imported_text
from models.catalogue import Catalogue, Language
from models.county import County
from models.edits import Edit
from models.figures import BLANK, format_count
from models.measure import Measure
from models.plan import Plan
from models.rules.plan_rules import plan_rules
from models.staff_needs import Demand, NeedKind, staff_needs
from models.workload import WorkingTime
from models.workload_editing import TIME_FIELDS
from models.workload_import import WorkloadReading
from models.workload_reading import FIGURES, STAFF
from models.workload_staffing import (
    Requirement,
    WorkloadResult,
    available_hours,
    working_times,
    workload_results,
)
from models.workload_wording import STAFF_DECIMALS, Derivation, rounded

translate = QCoreApplication.translate


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of `weigui workload` besides the file."""
    add_plan_option(parser)
    parser.add_argument(
        "--import",
        dest="source",
        type=Path,
        help=translate("workload", "a workbook of activities and working times to take in first"),
    )
    parser.add_argument(
        "--out", type=Path, help=translate("workload", "write figures and results (.xlsx)")
    )
    parser.add_argument(
        "--template", type=Path, help=translate("workload", "write the empty workbook to fill in")
    )


def run(options: argparse.Namespace, language: Language) -> int:
    """Report on a plan version; take in a workbook and write others where asked."""
    with open_county_file(options.file, read_only=options.source is None) as file:
        county = file.read()
        plan = chosen_plan(county, options.file, options.plan)
        catalogue = load_catalogue().with_measures(county.table(Measure).values())
        reading = None
        if options.source is not None:
            reading = read_workload_file(options.source, county, plan, catalogue)
            label = translate("commands", "Import {file}").format(file=options.source.name)
            edit = Edit(label, reading.changes)
            if edit.changes:
                file.apply(edit)
                county.apply(edit)
    for path, write in (
        (options.template, write_workload_template),
        (options.out, write_workload_workbook),
    ):
        if path is not None:
            write(path, county, plan, catalogue, language)
    if options.json:
        report = workload_report(county, plan, catalogue, language)
        report["imported"] = None if reading is None else _imported(reading)
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        _print(options, county, plan, catalogue, language, reading)
    return 0


def _print(
    options: argparse.Namespace,
    county: County,
    plan: Plan,
    catalogue: Catalogue,
    language: Language,
    reading: WorkloadReading | None,
) -> None:
    if reading is not None:
        print(imported_text(reading))
    for path in (options.template, options.out):
        if path is not None:
            print(translate("commands", "Written: {file}").format(file=path))
    derivation = Derivation(catalogue, language)
    for result in workload_results(county, plan):
        name = county.facility(result.facility_id).name
        cadre = catalogue.measure_name(result.measure, language)
        required = result.requirement
        if required.required is None:
            print(f"{name}\t{cadre}\t{derivation.cannot(result)}")
            continue
        figures = (
            rounded(required.required, STAFF_DECIMALS),
            format_count(required.whole),
            format_count(result.current),
            BLANK if result.ratio is None else rounded(result.ratio, STAFF_DECIMALS),
        )
        print("\t".join((name, cadre, *figures, derivation.line(result))))


def workload_report(
    county: County, plan: Plan, catalogue: Catalogue, language: Language
) -> dict[str, Any]:
    """plan, working_times, results and needs (docs/command-line.md)."""
    derivation = Derivation(catalogue, language)
    return {
        "plan": plan.name,
        "working_times": [_time(time) for time in working_times(county, plan).values()],
        "results": [
            _result(result, county, derivation) for result in workload_results(county, plan)
        ],
        "needs": _needs(county, plan, catalogue),
    }


def _imported(reading: WorkloadReading) -> dict[str, int]:
    return {
        "activities": reading.activities,
        "times": reading.times,
        "changes": len(reading.changes),
        "unchanged": reading.unchanged,
    }


def _time(time: WorkingTime) -> dict[str, Any]:
    return {
        "cadre": time.measure,
        **{field: exact_text(getattr(time, field)) for field in TIME_FIELDS},
        "available_hours": exact_text(available_hours(time)),
        "source": time.source,
    }


def _result(result: WorkloadResult, county: County, derivation: Derivation) -> dict[str, Any]:
    found = result.requirement
    return {
        "facility": county.facility(result.facility_id).name,
        "facility_id": result.facility_id,
        "cadre": result.measure,
        "required": exact_text(found.required),
        "whole": found.whole,
        "current": exact_text(result.current),
        "planned": exact_text(result.planned),
        "ratio": exact_text(result.ratio),
        "gap": exact_text(result.gap),
        "available_hours": exact_text(found.available),
        "service_staff": exact_text(found.service_staff),
        "category_factor": exact_text(found.category_factor),
        "individual_factor": exact_text(found.individual_factor),
        "activities": _activities(result, found),
        "missing": [
            {"code": str(m.lack), "activity": None if m.activity is None else m.activity.name}
            for m in found.missing
        ],
        "derivation": derivation.steps(result),
    }


def _activities(result: WorkloadResult, found: Requirement) -> list[dict[str, Any]]:
    steps = {step.activity.id: step for step in found.services}
    rows = []
    for activity in result.activities:
        step = steps.get(activity.id)
        rows.append(
            {
                "kind": str(activity.kind),
                "name": activity.name,
                **{str(field): exact_text(getattr(activity, field)) for field in FIGURES},
                "standard": None if step is None else exact_text(step.standard),
                "staff": None if step is None else exact_text(step.staff),
                "source": activity.source,
            }
        )
    return rows


def _needs(county: County, plan: Plan, catalogue: Catalogue) -> list[dict[str, Any]]:
    """Of every facility and cadre of which one need at least is known."""
    rules = [rule for rule in plan_rules(catalogue, county, plan) if rule.active]
    cadres = [m.id for m in catalogue.measures.values() if m.group == STAFF]
    with_rules = {rule.measure for rule in rules}
    entered = {(r.facility_id, r.measure): r for r in workload_results(county, plan)}
    rows = []
    for facility in county.facilities:
        for cadre in cadres:
            result = entered.get((facility.id, cadre))
            if cadre not in with_rules and result is None:
                continue
            found = staff_needs(county, plan, rules, catalogue.measures, facility, cadre, result)
            if found.binding:
                rows.append(
                    {
                        "facility": facility.name,
                        "facility_id": facility.id,
                        "cadre": cadre,
                        **{str(kind): found.persons(kind) for kind in NeedKind},
                        "binding": [str(kind) for kind in NeedKind if kind in found.binding],
                        "norm_rule": _rule_id(found.norm),
                        "beds_rule": _rule_id(found.beds),
                    }
                )
    return rows


def exact_text(value: Fraction | Decimal | None) -> str | None:
    """An exact figure, None for a blank."""
    return None if value is None else exact(Fraction(value))


def _rule_id(demands: tuple[Demand, ...]) -> str | None:
    return demands[0].rule.id if demands else None
