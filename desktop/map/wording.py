"""What the map and its page say of a facility or a population point, in either language."""

from __future__ import annotations

from fractions import Fraction

from desktop.map.map_data import MapFacility, MapPoint
from models.catalogue import Catalogue, Language
from models.coverage import Point, whole_millimetres
from models.facility import FacilityStatus, PlaceOrigin
from models.figures import BLANK, format_limit, format_measured


def kilometres(point: Point) -> str:
    """The distance to the nearest site in km, with as many decimals as tell it from the limit."""
    if point.distance_m is None:
        return BLANK
    return format_measured(whole_millimetres(point.distance_m) / 1000, limit_km(point))


def limit_km(point: Point) -> Fraction:
    """The rule's limit in km."""
    return Fraction(point.limit_m) / 1000


def class_word(urban: bool | None, catalogue: Catalogue, language: Language) -> str:
    """Urban, rural or unknown."""
    word_id = "unknown" if urban is None else "urban" if urban else "rural"
    return catalogue.word("map", word_id, language)


def facility_lines(facility: MapFacility, catalogue: Catalogue, language: Language) -> list[str]:
    """Name, class, and what is special about it."""
    facts = [catalogue.word("facility-class", facility.facility_class, language)]
    if facility.site:
        facts.append(catalogue.word("map", "is-site", language))
    if facility.to_close:
        facts.append(catalogue.word("facility-status", FacilityStatus.TO_CLOSE, language))
    if facility.approximate:
        facts.append(_approximate(catalogue, language))
    return [facility.name, " · ".join(facts)]


def point_lines(point: MapPoint, catalogue: Catalogue, language: Language) -> list[str]:
    """Name and people, then for each rule shown how far the nearest site is."""
    if point.population is None:
        people = catalogue.word("map", "population-unknown", language)
    else:
        people = catalogue.word("map", "people", language).format(count=f"{point.population:,}")
    facts = [catalogue.word("map", point.state, language), people]
    if point.approximate:
        facts.append(_approximate(catalogue, language))
    return [
        point.name,
        " · ".join(facts),
        *(_nearest(measured, catalogue, language) for measured in point.measured),
    ]


def _nearest(point: Point, catalogue: Catalogue, language: Language) -> str:
    if point.nearest is None:
        return catalogue.word("map", "no-nearest", language)
    return catalogue.word("map", "nearest", language).format(
        name=point.nearest_name, distance=kilometres(point), limit=format_limit(limit_km(point))
    )


def _approximate(catalogue: Catalogue, language: Language) -> str:
    place = catalogue.word("place-origin", PlaceOrigin.APPROXIMATE, language)
    return catalogue.word("map", "place", language).format(place=place)
