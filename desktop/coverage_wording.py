"""What a measured rule amounts to, and what it leaves open: said alike by page and command line."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop.map.map_data import uses_geonames
from desktop.road_wording import Note
from models.catalogue import Catalogue, Language
from models.county import County
from models.coverage import Coverage, RuleCoverage
from models.facility import Facility, PlaceOrigin
from models.figures import format_rate
from models.geography import Division
from models.rules.rule import RuleKind

translate = QCoreApplication.translate


def amount_lines(measured: RuleCoverage) -> list[str]:
    """How many people and how many points are covered and are not."""
    if not measured.points:
        return [translate("CoverageWording", "no population point that this applies to")]
    return [_people(measured), _points(measured)]


def _people(measured: RuleCoverage) -> str:
    """How many people are covered, of those whose number is known."""
    population, covered = measured.population, measured.covered_population
    if population is None or covered is None:
        return translate("CoverageWording", "population unknown")
    if _by_time(measured):
        text = translate(
            "CoverageWording",
            "{covered} of {population} people in time ({share}%), {outside} not in time",
        )
    else:
        text = translate(
            "CoverageWording",
            "{covered} of {population} people within ({share}%), {outside} outside",
        )
    return text.format(
        covered=f"{covered:,}",
        population=f"{population:,}",
        share=format_rate(Fraction(covered * 100, population), 1) if population else "—",
        outside=f"{population - covered:,}",
    )


def _points(measured: RuleCoverage) -> str:
    """How many of the points are not covered."""
    if _by_time(measured):
        text = translate("CoverageWording", "{outside} of {points} points not in time")
    else:
        text = translate("CoverageWording", "{outside} of {points} points outside")
    return text.format(outside=len(measured.uncovered), points=len(measured.points))


def missing_notes(coverage: Coverage, rules: Sequence[RuleCoverage]) -> list[Note]:
    """What could not be checked: a text with its count, and the names."""
    found = (
        (
            translate("CoverageWording", "Facilities without coordinates ({count}): "),
            [f.name for f in {f.id: f for r in rules for f in r.unplaced_sites}.values()],
        ),
        (
            translate("CoverageWording", "Places without coordinates ({count}): "),
            [d.name for d in coverage.unplaced],
        ),
        (
            translate("CoverageWording", "Neither urban nor rural known ({count}): "),
            [d.name for d in coverage.unclassed],
        ),
        (
            translate("CoverageWording", "Population unknown ({count}): "),
            [p.name for p in {p.division_code: p for r in rules for p in r.unpopulated}.values()],
        ),
    )
    return [(text.format(count=len(names)), names) for text, names in found if names]


def place_lines(
    county: County, coverage: Coverage, catalogue: Catalogue, language: Language
) -> list[str]:
    """How many of the places measured are approximate, and who is to be named for them."""
    sites = {s.facility_id for r in coverage.rules for s in r.sites}
    points = {p.division_code for r in coverage.rules for p in r.points}
    measured: list[Facility | Division] = [*map(county.facility, sites)]
    measured += map(county.division, points)
    approximate = sum(r.place_origin is PlaceOrigin.APPROXIMATE for r in measured)
    lines = []
    if approximate:
        text = catalogue.word("map", "note-approximate", language)
        lines.append(text.format(count=approximate))
    if uses_geonames(measured):
        lines.append(catalogue.word("map", "note-geonames", language))
    return lines


def _by_time(measured: RuleCoverage) -> bool:
    return measured.rule.kind is RuleKind.TRAVEL_TIME
