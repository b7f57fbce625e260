"""`weigui compare`: two plan versions of a county file side by side."""

from __future__ import annotations

import argparse
import json
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop.plan_option import named_plan
from models.catalogue import Catalogue, Language
from models.comparison import ComparedCell, ComparedColumn, Comparison, Difference, compare
from models.county import County
from models.figures import format_change, format_count
from models.measure import Allocation, Measure
from models.plan import Plan

translate = QCoreApplication.translate


def add_options(parser: argparse.ArgumentParser) -> None:
    """What `weigui compare` takes besides the file."""
    for name in ("a", "b"):
        parser.add_argument(
            name, metavar=name.upper(), help=translate("compare", "a plan version: name or id")
        )


def run(options: argparse.Namespace, language: Language) -> int:
    """Print the differences; exit code 0 whether there are any or none.

    Raises FileError, and WrongUse for a version that is not there.
    """
    with open_county_file(options.file, read_only=True) as file:
        county = file.read()
    catalogue = load_catalogue().with_measures(county.table(Measure).values())
    plans = [named_plan(county, name) for name in (options.a, options.b)]
    found = compare(county, plans[0].id, plans[1].id, catalogue.measures)
    if options.json:
        print(json.dumps(report(found, county), ensure_ascii=False, indent=2))
    else:
        _print(found, county, catalogue, language)
    return 0


def report(found: Comparison, county: County) -> dict[str, Any]:
    """a, b, same, changed, added, removed, cells, totals (see `docs/command-line.md`)."""
    return {
        "a": _version(found.plan_a),
        "b": _version(found.plan_b),
        "same": found.same,
        **{str(kind): found.count(kind) for kind in Difference},
        "cells": [_cell(cell, county) for cell in found.cells],
        "totals": [_total(column) for column in found.columns],
    }


def _version(plan: Plan) -> dict[str, Any]:
    return {"id": plan.id, "name": plan.name, "state": plan.state, "date": plan.date}


def _cell(cell: ComparedCell, county: County) -> dict[str, Any]:
    return {
        "kind": cell.kind,
        "facility": county.facility(cell.facility_id).name,
        "facility_id": cell.facility_id,
        "measure": cell.measure,
        "basis": cell.basis,
        "year": cell.year,
        "a": _number(_value(cell.a)),
        "b": _number(_value(cell.b)),
        "difference": _number(cell.difference),
    }


def _total(column: ComparedColumn) -> dict[str, Any]:
    return {
        "measure": column.measure,
        "basis": column.basis,
        "year": column.year,
        "a": _number(column.a),
        "b": _number(column.b),
        "difference": _number(column.difference),
        "same": column.same,
        **{str(kind): column.counts[kind] for kind in Difference},
    }


def _value(allocation: Allocation | None) -> Decimal | None:
    return None if allocation is None else allocation.value


def _number(value: Decimal | None) -> int | str | None:
    """As in `weigui show`: a whole number, or exact text."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else str(value)


def _print(found: Comparison, county: County, catalogue: Catalogue, language: Language) -> None:
    def column(of: ComparedCell | ComparedColumn) -> str:
        measure = catalogue.measures.get(of.measure)
        name = of.measure if measure is None else catalogue.measure_name(of.measure, language)
        return f"{name} {catalogue.word('basis', of.basis, language)} {of.year}"

    for cell in found.cells:
        values = (format_count(_value(cell.a)), format_count(_value(cell.b)))
        words = (
            catalogue.word("difference", cell.kind, language),
            county.facility(cell.facility_id).name,
            column(cell),
            *values,
            format_change(cell.difference),
        )
        print("\t".join(words))
    for of in found.columns:
        total = translate("compare", "Total")
        values = (format_count(of.a), format_count(of.b))
        print("\t".join((total, column(of), *values, format_change(of.difference))))
    print(
        translate(
            "compare", "{changed} changed, {added} added, {removed} removed, {same} the same"
        ).format(same=found.same, **{str(kind): found.count(kind) for kind in Difference})
    )
