"""The lists beside the map: nearest facilities, whom each serves, who is left out, who could go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.map.wording import class_word, people_text
from desktop.tables.fact_table import FactColumn, FactTable
from models.catalogue import Catalogue, Language
from models.county import County
from models.coverage import whole_millimetres
from models.coverage_question import Question, asked_places
from models.facility import Facility, FacilityType, Scope
from models.figures import BLANK, format_rate
from models.geography import Division
from models.service_areas import (
    Nearest,
    Places,
    Removable,
    Served,
    nearest_facilities,
    reach,
    removable,
    served,
)

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Asked:
    """What the lists are made of: the county (as it is, or on trial), and the question.

    `within_township`: a point looks only to the facilities of its own township.
    """

    county: County
    question: Question
    within_township: bool
    year: int
    catalogue: Catalogue
    language: Language

    @property
    def places(self) -> Places:
        return asked_places(self.county, self.question, self.year)


class FactList(NamedTuple):
    """A table, and the sentence above it."""

    text: str
    table: FactTable


class _NearPoint(NamedTuple):
    point: Division
    near: Mapping[FacilityType, Nearest]


def nearest_list(asked: Asked) -> FactList:
    """For each population point the nearest facility of each type, with its distance."""
    types = sorted({f.facility_type for f in asked.county.facilities if f.place is not None},
                   key=list(FacilityType).index)  # fmt: skip
    near: dict[str, dict[FacilityType, Nearest]] = {}
    there = asked.places
    for facility_type in types:
        question = Question(asked.question.limit_m, Scope(types=frozenset({facility_type})))
        of_type = asked_places(asked.county, question, asked.year)
        for found in nearest_facilities(of_type, within_township=asked.within_township):
            near.setdefault(found.point.code, {})[facility_type] = found
    rows = tuple(_NearPoint(p, near.get(p.code, {})) for p in there.points)
    text = translate("CoverageLists", "Kilometres from each population point, in a straight line.")
    columns = (_name_column(), *(_near_column(t, asked) for t in types))
    return FactList(text, FactTable(columns, rows, lambda row: ("division", row.point.code)))


def _name_column() -> FactColumn:
    return FactColumn(translate("CoverageLists", "Population point"), lambda row: row.point.name)


def _near_column(facility_type: FacilityType, asked: Asked) -> FactColumn:
    def text(row: _NearPoint) -> str:
        near = row.near.get(facility_type)
        if near is None or near.facility is None:
            return BLANK
        return f"{_km(near.distance_m)}  {near.facility.name}"

    def metres(row: _NearPoint) -> float:
        near = row.near.get(facility_type)
        return inf if near is None or near.distance_m is None else near.distance_m

    heading = asked.catalogue.word("facility-type", facility_type, asked.language)
    return FactColumn(heading, text, metres)


def served_list(asked: Asked) -> FactList:
    """Whom each facility is nearest to, and how many people are covered more than once."""
    there = asked.places
    rows = served(there, within_township=asked.within_township)
    columns = (
        FactColumn(translate("CoverageLists", "Facility"), lambda s: s.facility.name),
        FactColumn(
            translate("CoverageLists", "People served"),
            lambda s: _served_people(s, asked),
            lambda s: s.people,
            figure=True,
        ),
        FactColumn(
            translate("CoverageLists", "Points"), lambda s: f"{s.points:,}", lambda s: s.points,
            figure=True,
        ),
        FactColumn(
            translate("CoverageLists", "Of unknown\npopulation"),
            lambda s: f"{s.unpopulated:,}",
            lambda s: s.unpopulated,
            figure=True,
        ),
        _type_column(asked),
    )  # fmt: skip
    rows = tuple(sorted(rows, key=lambda s: (-s.people, -s.points, s.facility.id)))
    text = "\n".join((_overlaps(there, asked), *_unknown(there)))
    return FactList(text, FactTable(columns, rows, lambda s: ("facility", s.facility.id)))


def _overlaps(there: Places, asked: Asked) -> str:
    """People within the limit of no facility, of one, of two, of three and more."""
    people = reach(there, asked.question.limit_m).people_by_times
    more = sum(n for times, n in people.items() if times >= 3)
    return translate(
        "CoverageLists",
        "Within {limit} km: of no facility {none}, of one {one}, of two {two}, of three or more "
        "{more} people.",
    ).format(
        limit=_limit(asked),
        none=f"{people.get(0, 0):,}",
        one=f"{people.get(1, 0):,}",
        two=f"{people.get(2, 0):,}",
        more=f"{more:,}",
    )


def uncovered_list(asked: Asked) -> FactList:
    """The points that nobody covers, largest first, those of unknown population last."""
    there = asked.places
    bare = reach(there, asked.question.limit_m).uncovered
    distances = {n.point.code: n for n in nearest_facilities(there)}
    names = {d.code: d.name for d in asked.county.divisions}
    catalogue, language = asked.catalogue, asked.language
    columns = (
        FactColumn(translate("CoverageLists", "Population point"), lambda d: d.name),
        FactColumn(
            translate("CoverageLists", "People"),
            lambda d: _people(d.population, asked),
            lambda d: -1 if d.population is None else d.population,
            figure=True,
        ),
        FactColumn(
            translate("CoverageLists", "Nearest\n(km)"),
            lambda d: _km(distances[d.code].distance_m),
            lambda d: inf if (m := distances[d.code].distance_m) is None else m,
            figure=True,
        ),
        FactColumn(translate("CoverageLists", "Township"), lambda d: names.get(d.parent, BLANK)),
        FactColumn(
            translate("CoverageLists", "Class"), lambda d: class_word(d.urban, catalogue, language)
        ),
    )
    known = [d.population for d in bare if d.population is not None]
    people = sum(known) if known or not bare else None
    text = translate(
        "CoverageLists", "{points} points ({people}) are farther than {limit} km."
    ).format(
        points=len(bare),
        people=people_text(people, asked.catalogue, asked.language),
        limit=_limit(asked),
    )
    unknown = _unknown_text([d for d in bare if d.population is None])
    return FactList(
        "\n".join((text, *unknown)), FactTable(columns, bare, lambda d: ("division", d.code))
    )


class _Spare(NamedTuple):
    facility: Facility
    serves: Served
    together: bool


def removable_list(asked: Asked) -> FactList:
    """The facilities that nobody would miss within the limit, alone and together."""
    there = asked.places
    found: Removable = removable(there, asked.question.limit_m)
    people = {s.facility.id: s for s in served(there)}
    together = {f.id for f in found.together}
    rows = tuple(_Spare(f, people[f.id], f.id in together) for f in found.alone)
    yes = translate("CoverageLists", "yes")
    columns = (
        FactColumn(translate("CoverageLists", "Facility"), lambda r: r.facility.name),
        FactColumn(translate("CoverageLists", "May go\nwith others"),
                   lambda r: yes if r.together else BLANK),
        FactColumn(
            translate("CoverageLists", "People it is\nnearest to"),
            lambda r: _served_people(r.serves, asked),
            lambda r: r.serves.people,
            figure=True,
        ),
        _type_column(asked),
    )  # fmt: skip
    text = translate(
        "CoverageLists",
        "{alone} of {all} facilities could each go without anybody losing cover within {limit} km; "
        "{together} of them all at once.",
    ).format(alone=len(rows), all=len(there.sites), limit=_limit(asked), together=len(together))
    return FactList(text, FactTable(columns, rows, lambda r: ("facility", r.facility.id)))


def _type_column(asked: Asked) -> FactColumn:
    word, language = asked.catalogue.word, asked.language
    return FactColumn(
        translate("CoverageLists", "Type"),
        lambda row: word("facility-type", row.facility.facility_type, language),
    )


def _people(population: int | None, asked: Asked) -> str:
    return (
        f"{population:,}"
        if population is not None
        else people_text(None, asked.catalogue, asked.language)
    )


def _served_people(serves: Served, asked: Asked) -> str:
    """Unknown where not one of the points has a known population: that is not 0."""
    is_unknown = 0 < serves.points == serves.unpopulated
    return _people(None if is_unknown else serves.people, asked)


def _unknown(there: Places) -> list[str]:
    return _unknown_text([p for p in there.points if p.population is None])


def _unknown_text(points: Sequence[Division]) -> list[str]:
    """Points of unknown population by name; nobody of them is in the sums."""
    if not points:
        return []
    names = "、".join(p.name for p in points[:3]) + ("…" if len(points) > 3 else "")
    text = translate("CoverageLists", "Not counted, population unknown ({count}): {names}")
    return [text.format(count=len(points), names=names)]


def _km(metres: float | None) -> str:
    return BLANK if metres is None else format_rate(whole_millimetres(metres) / 1000, 2)


def _limit(asked: Asked) -> str:
    return format_rate(asked.question.limit_m / 1000, 2).rstrip("0").rstrip(".")
