"""What the map and its page say of facilities, population points and the way of measuring."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from desktop.map.map_data import MapData, MapFacility, MapPoint, Measured, PointState
from models.catalogue import Catalogue, Language
from models.coverage import Method, Point, RuleCoverage, whole_millimetres
from models.facility import PlaceOrigin
from models.figures import BLANK, format_limit, format_measured
from models.rules.rule import Rule, RuleKind


def how_far(rule: Rule, point: Point) -> str:
    """To the nearest site, in the rule's unit (km or minutes), with as many decimals as tell it
    from the limit; a dash where there is none."""
    measured = _in_unit(rule, point)
    return BLANK if measured is None else format_measured(measured, limit_in_unit(rule))


def limit_in_unit(rule: Rule) -> Fraction:
    """The rule's limit in km, of a travel-time rule in minutes."""
    return rule.limit if rule.kind is RuleKind.TRAVEL_TIME else rule.limit / 1000


def _in_unit(rule: Rule, point: Point) -> Fraction | None:
    """As the check of the rule holds it against its limit."""
    if point.way is not None:
        return point.way.minutes
    if point.distance_m is None:
        return None
    metres = whole_millimetres(point.distance_m)
    return metres / rule.limit_m * limit_in_unit(rule)  # both limits are of the same way


def class_word(urban: bool | None, catalogue: Catalogue, language: Language) -> str:
    """Urban, rural or unknown."""
    word_id = "unknown" if urban is None else "urban" if urban else "rural"
    return catalogue.word("map", word_id, language)


def rule_text(rule: Rule, language: Language) -> str:
    return rule.zh if language is Language.ZH else rule.en


def state_text(
    state: PointState, shown: Iterable[RuleCoverage], catalogue: Catalogue, language: Language
) -> str:
    """Whether a point is covered by the rules shown: within a radius, or within a time."""
    by_time = {r.rule.kind for r in shown} == {RuleKind.TRAVEL_TIME}
    timed = by_time and state is not PointState.UNCHECKED
    return catalogue.word("map", f"{state}-in-time" if timed else state, language)


def people_text(population: int | None, catalogue: Catalogue, language: Language) -> str:
    """So many people, or that it is not known."""
    if population is None:
        return catalogue.word("map", "population-unknown", language)
    return catalogue.word("map", "people", language).format(count=f"{population:,}")


def map_title(data: MapData, catalogue: Catalogue, language: Language) -> str:
    """What the map is of: one rule or question, or all the radius rules."""
    if len(data.shown) == 1:
        text = rule_text(data.shown[0].rule, language)
        return catalogue.word("map", "title-one", language).format(county=data.county, rule=text)
    return catalogue.word("map", "title", language).format(county=data.county)


def method_lines(
    shown: Iterable[RuleCoverage], catalogue: Catalogue, language: Language
) -> list[str]:
    """How far is measured, each way once: the one place where that is said."""
    return list(dict.fromkeys(_method(measured, catalogue, language) for measured in shown))


def _method(measured: RuleCoverage, catalogue: Catalogue, language: Language) -> str:
    line, rule = catalogue.word("map", f"method-{measured.method}", language), measured.rule
    if measured.method is not Method.DETOUR:
        return line
    assert rule.speed is not None
    return line.format(detour=format_limit(rule.detour), speed=format_limit(rule.speed))


def facility_lines(
    facility: MapFacility, data: MapData, catalogue: Catalogue, language: Language
) -> list[str]:
    """Name, type and state, what is special about it, and whom it is nearest to."""
    facts = [
        catalogue.word("facility-type", facility.facility_type, language),
        catalogue.word("facility-status", facility.status, language),
    ]
    if facility.site:
        facts.append(catalogue.word("map", "is-site", language))
    if facility.on_trial:
        facts.append(catalogue.word("map", "on-trial", language))
    if facility.approximate:
        facts.append(_approximate(catalogue, language))
    lines = [facility.name, " · ".join(facts)]
    if facility.site:
        lines.append(_nearest_to(facility, data, catalogue, language))
    return lines


def _nearest_to(
    facility: MapFacility, data: MapData, catalogue: Catalogue, language: Language
) -> str:
    own = [p for p in data.points if any(m.point.nearest == facility.id for m in p.measured)]
    known = [p.population for p in own if p.population is not None]
    people = sum(known) if known or not own else None  # unknown is not 0
    text = catalogue.word("map", "nearest-to", language).format(
        points=len(own), people=people_text(people, catalogue, language)
    )
    if 0 < len(known) < len(own):
        unknown = catalogue.word("map", "unknown-points", language)
        text += unknown.format(count=len(own) - len(known))
    return text


def point_lines(
    point: MapPoint, data: MapData, catalogue: Catalogue, language: Language
) -> list[str]:
    """Name and people, then for each rule shown how far the nearest site is."""
    facts = [
        state_text(point.state, data.shown, catalogue, language),
        people_text(point.population, catalogue, language),
    ]
    if point.approximate:
        facts.append(_approximate(catalogue, language))
    return [
        point.name,
        " · ".join(facts),
        *(_nearest(measured, catalogue, language) for measured in point.measured),
    ]


def _nearest(measured: Measured, catalogue: Catalogue, language: Language) -> str:
    rule, point = measured
    if point.way is not None and point.way.no_way is not None:
        return catalogue.word("map", point.way.no_way, language)
    if point.nearest is None:
        return catalogue.word("map", "no-facility", language)
    by_time = rule.kind is RuleKind.TRAVEL_TIME
    return catalogue.word("map", "nearest-minutes" if by_time else "nearest", language).format(
        name=point.nearest_name, far=how_far(rule, point), limit=format_limit(limit_in_unit(rule))
    )


def _approximate(catalogue: Catalogue, language: Language) -> str:
    place = catalogue.word("place-origin", PlaceOrigin.APPROXIMATE, language)
    return catalogue.word("map", "place", language).format(place=place)
