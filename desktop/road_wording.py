"""What a planner must know of the roads before trusting a time: sentences, and what they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from models.county import County
from models.county_roads import RoadReport, county_roads, road_report
from models.coverage import Coverage, Method, RuleCoverage
from models.road_travel import NoWay

translate = QCoreApplication.translate
Note = tuple[str, list[str]]  # a text with its count, and the names


def travel_notes(county: County, coverage: Coverage, shown: Sequence[RuleCoverage]) -> list[Note]:
    """All that is to be known of the roads, where a rule shown goes by road; else nothing."""
    by_road = any(measured.method is Method.ROAD for measured in shown)
    roads = county_roads(county, coverage.meridian) if by_road else None
    return [] if roads is None else [*way_notes(shown), *road_notes(road_report(roads))]


def road_notes(report: RoadReport) -> list[Note]:
    """What is amiss in the road layers themselves; nothing where all is well."""
    unknown = [
        translate("RoadWording", "{road_class} {km} km").format(
            road_class=word or translate("RoadWording", "no class"), km=_km(metres)
        )
        for word, metres in report.unknown.items()
    ]
    broken = [
        translate("RoadWording", "{km} km of road, {gap} m from the main network").format(
            km=_km(part.length_m), gap=f"{part.gap_m:,.0f}"
        )
        for part in report.broken
    ]
    notes = [
        _note(translate("RoadWording", "Taken as other roads, for want of a speed"), unknown),
        _note(translate("RoadWording", "Roads that do not hang on the main network"), broken),
    ]
    ferries = translate("RoadWording", "Ferries on the roads, the wait for them included: {count}")
    no_lines = translate("RoadWording", "Features of road layers that are no line: {count}")
    no_speeds = translate("RoadWording", "Roads whose own speed is no number: {count}")
    outside = translate("RoadWording", "Roads outside of the zone: {count}")
    counted = (
        (ferries, report.ferries),
        (no_lines, report.not_lines),
        (no_speeds, report.bad_speeds),
        (outside, report.unusable),
    )
    notes += [(text.format(count=count), []) for text, count in counted if count]
    return [note for note in notes if note[0]]


def way_notes(measured: Iterable[RuleCoverage]) -> list[Note]:
    """Places and facilities that the roads do not serve, by name; each once."""
    rules = list(measured)
    no_road = [p.name for r in rules for p in r.without_way(NoWay.NO_ROAD)]
    cut_off = [p.name for r in rules for p in r.without_way(NoWay.CUT_OFF)]
    notes = [
        _note(translate("RoadWording", "Places without a road within reach on foot"), no_road),
        _note(translate("RoadWording", "Places from which no road leads to a facility"), cut_off),
        _note(
            translate("RoadWording", "Facilities without a road within reach on foot"),
            [s.name for r in rules for s in r.off_road],
        ),
        _note(
            translate("RoadWording", "On roads that do not hang on the main network"),
            [place.name for r in rules for place in r.apart],
        ),
    ]
    return [note for note in notes if note[0]]


def _note(text: str, names: Iterable[str]) -> Note:
    """The text with how many there are, each name once; "" where there is none."""
    once = list(dict.fromkeys(names))
    counted = translate("RoadWording", "{text} ({count}): ").format(text=text, count=len(once))
    return (counted if once else "", once)


def _km(metres: float) -> str:
    return f"{metres / 1000:,.1f}"
