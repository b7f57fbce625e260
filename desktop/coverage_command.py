"""`weigui coverage`: whom the facilities reach, by each radius and travel-time rule of a plan."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from db.catalogue import load_catalogue
from db.county_file import open_county_file
from desktop.coverage_wording import amount_lines, missing_notes, place_lines
from desktop.json_reports import coverage_report
from desktop.map.map_data import MapData, map_data
from desktop.map.wording import how_far, method_lines, rule_text
from desktop.plan_option import chosen_plan
from desktop.road_wording import travel_notes
from desktop.usage import WrongUse
from models.catalogue import Language
from models.county import County
from models.coverage import Coverage, Point, coverage
from models.rules.plan_rules import plan_rules
from models.rules.rule import Rule, RuleKind

translate = QCoreApplication.translate
_KINDS = frozenset({RuleKind.RADIUS, RuleKind.TRAVEL_TIME})


def run(options: Namespace, language: Language) -> int:
    """Report on a file, which is not changed. Raises FileError, WrongUse."""
    with open_county_file(options.file, read_only=True) as file:
        county = file.read()
    catalogue = load_catalogue()
    plan = chosen_plan(county, options.file, options.plan)
    found = coverage_of(county, plan_rules(catalogue, county, plan), plan.target_year)
    if options.rule:
        found = replace(found, rules=tuple(r for r in found.rules if r.rule.id == options.rule))
        if not found.rules:
            text = translate("coverage", "weigui coverage: no rule of the plan has the id {id}")
            raise WrongUse(text.format(id=options.rule))
    if options.out:
        from desktop.pictures import save_map  # here: matplotlib takes half a second to load

        save_map(options.out, coverage_map(county, found), catalogue, language)
    if options.json:
        print(json.dumps(coverage_report(found), ensure_ascii=False, indent=2))
        return 0
    if not found.rules:
        print(translate("coverage", "The plan has no rule on service radii or times."))
    for measured in found.rules:
        print(rule_text(measured.rule, language))
        for line in (*method_lines([measured], catalogue, language), *amount_lines(measured)):
            print(f"  {line}")
        for point in measured.points:
            mark, far = "✓" if point.covered else "✕", _far(measured.rule, point)
            print(f"  {mark}\t{point.name}\t{point.nearest_name}\t{far}")
    notes = [*missing_notes(found, found.rules), *travel_notes(county, found, found.rules)]
    for text, names in notes:
        print(text + "、".join(names))
    for line in place_lines(county, found, catalogue, language):
        print(line)
    if options.out:
        print(translate("commands", "Written: {file}").format(file=options.out))
    return 0


def coverage_of(county: County, rules: Iterable[Rule], year: int | None = None) -> Coverage:
    """The coverage by the active radius and travel-time rules; people as of `year`."""
    return coverage(county, rules, kinds=_KINDS, year=year)


def coverage_map(county: County, found: Coverage) -> MapData:
    """The map of the radius rules; where there is none, of the travel times."""
    radius = tuple(r for r in found.rules if r.rule.kind is RuleKind.RADIUS)
    return map_data(county, replace(found, rules=radius or found.rules))


def _far(rule: Rule, point: Point) -> str:
    if point.nearest is None:
        return translate("commands", "none")
    if rule.kind is RuleKind.TRAVEL_TIME:
        text = translate("coverage", "{minutes} min")
        return text.format(minutes=how_far(rule, point))
    return translate("commands", "{distance} km").format(distance=how_far(rule, point))
