"""Places of divisions and facilities, and the county's boundary, taken from a layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from models.catalogue import Catalogue
from models.county import new_id
from models.division_editing import add_division
from models.division_list import (
    kind_of_name,
    people_of_heading,
    persons_in,
    plain_code,
    plain_name,
    read_urban,
    township_code,
)
from models.division_merging import UNDATED
from models.division_people import people_change
from models.errors import BadCell, InvalidValue, Reason
from models.facility import Facility, FacilityType, PlaceOrigin, usual_class
from models.geo_matching import GeoTarget, Place, boundary_edit, placing_edit
from models.geo_part import ImportPart, PartOutcome, Verdict, Work
from models.geo_source import GeometryKind, kind_of
from models.geo_use import GeoRole, county_features, text_of
from models.geography import Division, DivisionKind
from models.institution_names import township_by_name, type_by_name
from models.source_table import key
from models.township_at import township_holding

_Indices = dict[tuple[type[Division] | type[Facility], tuple[object, ...]], list[int]]


def source_of(part: ImportPart, source: str) -> str:
    """The file and the coordinate system that a layer came in."""
    return source if part.reading.system is None else f"{source} ({part.reading.system.code})"


def take_county(part: ImportPart, work: Work, source: str) -> PartOutcome:
    """The boundary of the county: of the features that bear its code or name, else of all."""
    reading, info = part.reading, work.county.info
    assert part.use is not None
    placed = np.flatnonzero(~shapely.is_missing(reading.geometries)).tolist()
    areas = [i for i in placed if kind_of(reading.geometries[i]) is GeometryKind.AREAS]
    own = county_features(reading, work.county, part.columns) if part.columns else []
    chosen = [index for index in own if index in areas] or areas
    if info is not None and chosen:
        edit = boundary_edit(reading, chosen, info.code, work.county, "", source_of(part, source))
        work.do(edit.changes)
    return PartOutcome(
        reading.layer.name, part.use, len(chosen), left_out=len(reading.layer) - len(chosen)
    )


class PlaceTaker:
    """Takes the features of one layer that are divisions or facilities, the new ones first.

    A cell that cannot be taken is told in `bad`; the county must then be left as it is.
    """

    def __init__(
        self, part: ImportPart, work: Work, catalogue: Catalogue, source: str, bad: list[BadCell]
    ) -> None:
        self.part, self.work, self.catalogue = part, work, catalogue
        self.source, self.bad = source, bad
        self.people = 0

    def take(self) -> PartOutcome:
        part = self.part
        assert part.use is not None
        chosen: _Indices = {}
        new: list[int] = []
        undecided = 0
        for match in part.matches:
            decision = part.decision(match)
            undecided += part.is_undecided(match)
            if decision is Verdict.NEW:
                new.append(match.index)
            elif isinstance(decision, Division | Facility):
                chosen.setdefault((type(decision), decision.key), []).append(match.index)
        added = self._add(new)
        for (record_type, record_key), indices in {**chosen, **added}.items():
            self._take(self.work.county.table(record_type)[record_key], indices)
        taken = sum(map(len, chosen.values()))
        left_out = len(part.reading.layer) - taken - len(new) - undecided
        return PartOutcome(
            part.reading.layer.name, part.use, taken, len(added), undecided, left_out,
            people=self.people,
        )  # fmt: skip

    # --- what is new

    def _add(self, indices: Sequence[int]) -> _Indices:
        """Add what features stand for; the features by what was added."""
        added: _Indices = {}
        for index in indices:
            try:
                if self.part.use is not None and self.part.use.target is GeoTarget.FACILITIES:
                    place: Place = self._new_facility(index)
                    self.work.put(place)
                else:
                    place = self._new_division(index)
                    self.work.do(add_division(self.work.county, place, "").changes)
            except InvalidValue as error:
                roles = {"code": GeoRole.CODE, "parent": GeoRole.TOWNSHIP, "type": GeoRole.TYPE}
                self._refuse(index, roles.get(error.field, GeoRole.NAME), error)
                continue
            added[type(place), place.key] = [index]
        return added

    def _new_division(self, index: int) -> Division:
        """Raises InvalidValue where its township is not known."""
        name = self._text(GeoRole.NAME, index)
        code = plain_code(self._text(GeoRole.CODE, index))
        kind = kind_of_name(name)
        if self.part.use is not None and self.part.use.target is GeoTarget.TOWNSHIPS:
            return Division(code, name, kind or DivisionKind.OTHER, source=self.source)
        parent = self._township(index, township_code(code))
        if parent is None:
            text = self._text(GeoRole.TOWNSHIP, index)
            raise InvalidValue("Division", "parent", text, Reason.UNKNOWN_DIVISION)
        return Division(code, name, kind or DivisionKind.OTHER, parent, source=self.source)

    def _new_facility(self, index: int) -> Facility:
        """In the township that is named, that holds its place, or that its name begins with."""
        county, name = self.work.county, self._text(GeoRole.NAME, index)
        township = self._township(index, None)
        if township is None and county.info is not None:
            named = township_by_name(name, county.info, county.divisions)
            township = named.code if named else None
        kind = self._type(index, name)
        order = max((f.order for f in county.facilities), default=0) + 1
        return Facility(
            new_id(), name, usual_class(kind), kind, order=order, township=township,
            code=self._text(GeoRole.CODE, index), source=self.source,
        )  # fmt: skip

    def _type(self, index: int, name: str) -> FacilityType:
        """The type by its word, else by what the word or the name tells."""
        text = self._text(GeoRole.TYPE, index)
        words = self.catalogue.words["facility-type"]
        stated = (t for t in FacilityType if key(text) in map(key, words[t]))
        found = next(stated, None) or type_by_name(text)
        return type_by_name(name) if found is FacilityType.UNSPECIFIED else found

    def _township(self, index: int, coded: str | None) -> str | None:
        """The code of the township that a feature names, that its code tells, or that holds it."""
        county = self.work.county
        own = county.info.name if county.info else ""
        name = plain_name(self._text(GeoRole.TOWNSHIP, index), own)
        named = [d.code for d in county.townships if name and plain_name(d.name, own) == name]
        if len(named) == 1:
            return named[0]
        if coded is not None and (coded,) in county.table(Division):
            return coded
        return township_holding(county, shapely.point_on_surface(self._geometry(index)))

    # --- what is there

    def _take(self, place: Place, indices: Sequence[int]) -> None:
        """Give a division or facility its place and what else its features say."""
        areas = [i for i in indices if kind_of(self._geometry(i)) is GeometryKind.AREAS]
        others = [index for index in indices if index not in areas]
        if isinstance(place, Facility):
            others, areas = [*others, *areas], []
        for index in others[1:]:
            self._refuse(index, GeoRole.NAME, _twice(place))
        if areas and isinstance(place, Division):
            self._take_area(place, areas)
        if others:
            here = self.work.county.table(type(place))[place.key]
            edit = placing_edit(self.part.reading, {others[0]: here}, self.work.county, "", "")
            self.work.do(edit.changes)
        if isinstance(place, Division):
            for index in indices:
                self._take_facts(place.code, index)

    def _take_area(self, division: Division, areas: Sequence[int]) -> None:
        """Its boundary; a division without a place gets one within it, to measure from."""
        reading, county = self.part.reading, self.work.county
        source = source_of(self.part, self.source)
        self.work.do(boundary_edit(reading, areas, division.code, county, "", source).changes)
        if division.place is None:
            largest = max((self._geometry(i) for i in areas), key=lambda area: area.area)
            point = shapely.point_on_surface(largest)
            placed = replace(
                division,
                longitude=round(point.x, 7),
                latitude=round(point.y, 7),
                place_origin=PlaceOrigin.APPROXIMATE,
            )
            self.work.put(placed)

    def _take_facts(self, code: str, index: int) -> None:
        """The urban-rural class and the people of a year."""
        county = self.work.county
        try:
            urban = read_urban(self._text(GeoRole.URBAN, index))
        except InvalidValue as error:
            self._refuse(index, GeoRole.URBAN, error)
            urban = None
        if urban is not None:
            self.work.put(replace(county.division(code), urban=urban))
        heading = self.part.columns.get(GeoRole.PEOPLE, "")
        unit = (people_of_heading(heading) or (UNDATED, 1))[1]
        try:
            persons = persons_in(self._text(GeoRole.PEOPLE, index), unit)
        except InvalidValue as error:
            self._refuse(index, GeoRole.PEOPLE, error)
            return
        if persons is not None:
            change = people_change(county, code, self.part.year, persons, self.source)
            if change is not None:
                self.work.do([change])
                self.people += 1

    # --- what a feature says

    def _geometry(self, index: int) -> BaseGeometry:
        geometry: BaseGeometry = self.part.reading.geometries[index]
        return geometry

    def _text(self, role: GeoRole, index: int) -> str:
        return text_of(self.part.reading, self.part.columns, role, index)

    def _refuse(self, index: int, role: GeoRole, error: InvalidValue) -> None:
        layer = self.part.reading.layer
        heading = self.part.columns.get(role, "")
        text = self._text(role, index) or str(error.value or "")
        number = int(layer.numbers[index])
        self.bad.append(BadCell(layer.name, number, heading, text, error.reason))


def _twice(place: Place) -> InvalidValue:
    return InvalidValue(type(place).__name__, "name", place.name, Reason.DUPLICATE)
