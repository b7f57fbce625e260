"""Villages merged (两村合并) and split, with their people, areas, points and facilities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import shapely
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.division_references import (
    belongings,
    changes_of,
    check_division,
    facilities_of,
    followers,
    villages_of,
    with_successions,
)
from models.edits import Edit, Record
from models.errors import InvalidValue, Reason
from models.facility import Facility, PlaceOrigin
from models.geography import Division, DivisionPopulation, Succession, SuccessionKind
from models.layers import Boundary, geojson, shape
from models.plan import PopulationOrigin
from models.rules.setting import Acknowledgement

UNDATED = 0  # the year of a number that bears none (`Division.population`)
_SLACK = 2e-7  # degrees, 2 cm: a border is rounded on either side of it


@dataclass(frozen=True)
class MergedPeople:
    """The people of divisions together, by year: only of years in which all of them are known.

    `unknown` are the years in which some are known and others not; UNDATED is the year of the
    undated numbers.
    """

    known: tuple[DivisionPopulation, ...]
    unknown: tuple[int, ...]


def merged_people(county: County, codes: Sequence[str], into: str) -> MergedPeople:
    """The people of each year added up, as those of `into`.

    A sum is of the origin of its parts, or ENTERED where they differ, and names their sources.
    """
    by_year: dict[int, list[DivisionPopulation]] = {}
    for code in codes:
        for people in people_of(county, code):
            by_year.setdefault(people.year, []).append(people)
    known = [
        _sum(parts, into, year)
        for year, parts in sorted(by_year.items())
        if len(parts) == len(codes)
    ]
    summed = {people.year for people in known}
    return MergedPeople(tuple(known), tuple(sorted(set(by_year) - summed)))


def _sum(parts: Sequence[DivisionPopulation], code: str, year: int) -> DivisionPopulation:
    origins = {part.origin for part in parts}
    origin = origins.pop() if len(origins) == 1 else PopulationOrigin.ENTERED
    return DivisionPopulation(
        code, year, sum(part.persons for part in parts), origin, _joined(p.source for p in parts)
    )


def people_of(county: County, code: str) -> list[DivisionPopulation]:
    """All numbers of people of a division, the undated one (year UNDATED) first."""
    division = county.division(code)
    dated = [p for p in county.table(DivisionPopulation).values() if p.division == code]
    dated.sort(key=lambda p: p.year)
    if division.population is None:
        return dated
    undated = DivisionPopulation(
        code, UNDATED, division.population, PopulationOrigin.ENTERED, division.population_note
    )
    return [undated, *dated]


def merge(
    county: County,
    codes: Sequence[str],
    into: Division,
    label: str,
    *,
    date: str = "",
    note: str = "",
) -> Edit:
    """The edit that makes one division of several: `into`, with the code of one of them or another.

    People of each year are added up where all are known (`merged_people`), areas united where all
    are known. Without a point of its own `into` lies within the united area, else where the part
    with most people lies, approximately. Villages and facilities follow. Raises InvalidValue: as
    `check_division`; OUT_OF_RANGE for less than two; NOT_OF_KIND where townships are mixed with
    villages.
    """
    parts = [county.division(code) for code in dict.fromkeys(codes)]
    if len(parts) < 2:
        raise InvalidValue("Division", "code", len(parts), Reason.OUT_OF_RANGE)
    if len({p.parent is None for p in (*parts, into)}) > 1:
        raise InvalidValue("Division", "kind", into.kind, Reason.NOT_OF_KIND)
    former = [part.code for part in parts]
    check_division(county, into, former)
    area = _united(county, former, into.code)
    people = merged_people(county, former, into.code).known
    after = _with_people(_placed(county, into, area, parts), people)
    dated = [p for p in people if p.year != UNDATED]
    heirs = followers(county, former, lambda *_: into.code, {into.code: into.parent})
    put, gone = with_successions(county, _merged(parts, after, date, note))
    kept = [] if area is None else [area]
    own = [r for r in belongings(county, former) if not _stays(r, into.code)]
    old = [part for part in parts if part.code != into.code]
    return Edit(
        label, changes_of(county, [after, *heirs, *dated, *kept, *put], [*old, *own, *gone])
    )


def _stays(record: Record, code: str) -> bool:
    """What was acknowledged about the division that keeps its code holds on, as outdated."""
    return isinstance(record, Acknowledgement) and record.subject_id == code


def _with_people(division: Division, people: Iterable[DivisionPopulation]) -> Division:
    undated = next((p for p in people if p.year == UNDATED), None)
    if undated is None:
        return replace(division, population=None, population_note="")
    return replace(division, population=undated.persons, population_note=undated.source)


def _united(county: County, codes: Sequence[str], into: str) -> Boundary | None:
    areas = [county.boundary(code) for code in codes]
    known = [area for area in areas if area is not None]
    if len(known) < len(codes):
        return None
    united = shapely.union_all([area.area for area in known])
    return Boundary(into, geojson(united), _joined(area.source for area in known))


def _placed(
    county: County, into: Division, area: Boundary | None, parts: Sequence[Division]
) -> Division:
    if into.place is not None:
        return into
    if area is not None:
        point = area.area.representative_point()
        place: tuple[float, float] | None = (round(point.x, 7), round(point.y, 7))
    else:
        place = _largest_place(county, parts)
    if place is None:
        return into
    longitude, latitude = place
    origin = PlaceOrigin.APPROXIMATE
    return replace(into, longitude=longitude, latitude=latitude, place_origin=origin)


def _largest_place(county: County, parts: Sequence[Division]) -> tuple[float, float] | None:
    def persons(part: Division) -> int:
        people = county.people(part)
        return -1 if people is None else people.persons

    placed = [part for part in parts if part.place is not None]
    return max(placed, key=persons).place if placed else None


def _merged(parts: Sequence[Division], into: Division, date: str, note: str) -> list[Succession]:
    found = []
    for part in parts:
        if part.code != into.code:
            kind = SuccessionKind.MERGED
        elif part.name != into.name:
            kind = SuccessionKind.RENAMED
        else:
            continue
        found.append(Succession(part.code, into.code, kind, part.name, date, note))
    return found


def _joined(sources: Iterable[str]) -> str:
    return "；".join(dict.fromkeys(source for source in sources if source))


@dataclass(frozen=True)
class Part:
    """What a split makes one division of.

    `people` are its people by year; the undated number is that of `division`. `area` is GeoJSON in
    WGS 84 degrees, "" where not known. `facilities` (ids) and `villages` (codes, of a township)
    are those that go to it.
    """

    division: Division
    people: Mapping[int, int] = field(default_factory=dict)
    area: str = ""
    facilities: frozenset[str] = frozenset()
    villages: frozenset[str] = frozenset()


def split(
    county: County, code: str, parts: Sequence[Part], label: str, *, date: str = "", note: str = ""
) -> Edit:
    """The edit that makes several divisions of one; one of them may keep its code.

    The people of a year are given for all parts and add up to those of the whole, or for none: then
    that year is not known of the parts. Areas likewise. Raises InvalidValue: as `check_division`;
    OUT_OF_RANGE for less than two parts; DUPLICATE for a code that two have; NOT_OF_KIND where the
    parts are not of the level of the whole; NOT_THE_SUM for people or areas; MISSING_REFERENCE for
    a facility or village that goes to no part.
    """
    whole, codes = county.division(code), [part.division.code for part in parts]
    if len(parts) < 2:
        raise InvalidValue("Division", "code", len(parts), Reason.OUT_OF_RANGE)
    for part in parts:
        if codes.count(part.division.code) > 1:
            raise InvalidValue("Division", "code", part.division.code, Reason.DUPLICATE)
        if (part.division.parent is None) != (whole.parent is None):
            raise InvalidValue("Division", "kind", part.division.kind, Reason.NOT_OF_KIND)
        check_division(county, part.division, {code})
    people = _parted_people(county, whole, parts)
    areas = _parted_areas(county, whole, parts)
    heir = _heirs(county, whole, parts)
    divisions = [part.division for part in parts]
    parents = {division.code: division.parent for division in divisions}
    heirs = followers(county, {code}, lambda _, who: heir[who], parents)
    put, gone = with_successions(
        county,
        (
            Succession(code, new.code, SuccessionKind.SPLIT, whole.name, date, note)
            for new in divisions
            if new.code != code
        ),
    )
    own = [r for r in belongings(county, {code}) if not (code in codes and _stays(r, code))]
    return Edit(
        label,
        changes_of(
            county,
            [*divisions, *heirs, *people, *areas, *put],
            [*([] if code in codes else [whole]), *own, *gone],
        ),
    )


def _parted_people(
    county: County, whole: Division, parts: Sequence[Part]
) -> list[DivisionPopulation]:
    given = [
        {**part.people, UNDATED: part.division.population}
        if part.division.population is not None
        else dict(part.people)
        for part in parts
    ]
    of_whole = {people.year: people for people in people_of(county, whole.code)}
    for year in sorted({year for of_part in given for year in of_part} | set(of_whole)):
        persons = [of_part.get(year) for of_part in given]
        known = [p for p in persons if p is not None]
        total = of_whole.get(year)
        is_whole = len(known) == len(parts) and (total is None or sum(known) == total.persons)
        if known and not is_whole:
            raise InvalidValue("DivisionPopulation", "persons", sum(known), Reason.NOT_THE_SUM)
    return [
        DivisionPopulation(
            part.division.code,
            year,
            persons,
            PopulationOrigin.ENTERED,
            of_whole[year].source if year in of_whole else "",
        )
        for part in parts
        for year, persons in part.people.items()
    ]


def _parted_areas(county: County, whole: Division, parts: Sequence[Part]) -> list[Boundary]:
    before = county.boundary(whole.code)
    areas = [
        Boundary(part.division.code, part.area, "" if before is None else before.source)
        for part in parts
        if part.area
    ]
    if not areas:
        return []
    shapes = [shape(area.geometry) for area in areas]
    if len(areas) < len(parts) or (before is not None and not _make_up(shapes, before.area)):
        raise InvalidValue("Boundary", "geometry", whole.code, Reason.NOT_THE_SUM)
    return areas


def _make_up(parts: Sequence[BaseGeometry], whole: BaseGeometry) -> bool:
    """Whether areas (degrees) cover another, no more and none twice, but for rounded borders."""
    united = shapely.union_all(parts)
    twice = sum(part.area for part in parts) - united.area
    apart = shapely.symmetric_difference(united, whole).area
    length = whole.length + sum(part.length for part in parts)
    return bool(twice <= _SLACK * length and apart <= _SLACK * length)


def _heirs(county: County, whole: Division, parts: Sequence[Part]) -> dict[str, str]:
    """To which part each village of the whole, and each facility that names it, goes."""
    heir = {}
    for part in parts:
        heir.update(dict.fromkeys((*part.facilities, *part.villages), part.division.code))
    for village in villages_of(county, whole.code):
        if village.code not in heir:
            raise InvalidValue("Division", "parent", village.name, Reason.MISSING_REFERENCE)
    for facility in left_to_assign(county, whole.code):
        if facility.id not in heir:
            raise InvalidValue("Facility", "village", facility.name, Reason.MISSING_REFERENCE)
    return heir


def left_to_assign(county: County, code: str) -> list[Facility]:
    """The facilities that a split of a division must assign: those that no village of it takes
    along."""
    at_home = {village.code for village in villages_of(county, code)}
    return [f for f in facilities_of(county, code) if f.village not in at_home]
