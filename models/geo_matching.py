"""Which division or facility each feature of a layer is: by code, else by name, else asked.

The bureau of statistics and the ministry give one township different codes. So a code is
only believed where the feature's name, if it has one, is that of the division too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.division_history import present_divisions
from models.division_list import DivisionField, field_of, plain_code, plain_name
from models.edits import Change, Edit
from models.facility import Facility, PlaceOrigin
from models.geo_reading import GeoReading
from models.geo_source import GeometryKind, Value, kind_of
from models.geography import Division
from models.layers import Boundary, geojson
from models.name_matching import LEAST_LIKENESS, MOST_CANDIDATES, NameMatcher
from models.source_table import key
from models.table_columns import FACILITY_NAMES

Place = Division | Facility
Progress = Callable[[int, int], None]
_DECIMALS = 7  # of degrees: a centimetre
# The fields of the land survey's database: 行政区, 坐落单位, 权属单位.
_SURVEY_FIELDS = {
    "xzqdm": DivisionField.CODE, "xzqmc": DivisionField.NAME, "zldwdm": DivisionField.CODE,
    "zldwmc": DivisionField.NAME, "qsdwdm": DivisionField.CODE, "qsdwmc": DivisionField.NAME,
}  # fmt: skip
_FACILITY_CODES = {
    "机构代码",
    "组织机构代码",
    "统一社会信用代码",
    "机构编码",
    "代码",
    "编码",
    "code",
}


class GeoTarget(StrEnum):
    """What the features of a layer are to be."""

    FACILITIES = "facilities"
    TOWNSHIPS = "townships"
    VILLAGES = "villages"


class MatchState(StrEnum):
    """How sure a match is. Only the first two are taken without asking."""

    BY_CODE = "by-code"
    BY_NAME = "by-name"
    CANDIDATE = "candidate"  # several may be meant, or one that is only alike
    DUPLICATE = "duplicate"  # another feature is the same division or facility
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MatchColumns:
    """The headings under which features say what they are; "" for none."""

    code: str = ""
    name: str = ""
    township: str = ""


@dataclass(frozen=True, slots=True)
class GeoMatch:
    """One feature that has a place. `index` is its place in the layer, `text` what it calls
    itself. `candidates`: the one meant where the state says so, else those that may be."""

    index: int
    text: str
    state: MatchState
    candidates: tuple[Place, ...] = ()

    @property
    def is_sure(self) -> bool:
        return self.state in (MatchState.BY_CODE, MatchState.BY_NAME)


def match_columns(headings: Iterable[str], target: GeoTarget) -> MatchColumns:
    """The usual headings of code, name and township among those of a layer."""
    fields: dict[str, str] = {}
    for heading in headings:
        word = key(heading)
        field = field_of(heading) or _SURVEY_FIELDS.get(word)
        if target is GeoTarget.FACILITIES and word in _FACILITY_CODES:
            field = DivisionField.CODE
        if target is GeoTarget.FACILITIES and word in FACILITY_NAMES:
            field = DivisionField.NAME
        if field is not None:
            fields.setdefault(field, heading)
    township = "" if target is GeoTarget.TOWNSHIPS else fields.get(DivisionField.TOWNSHIP, "")
    name = fields.get(DivisionField.NAME, "")
    if target is GeoTarget.TOWNSHIPS and not name:
        name = fields.get(DivisionField.TOWNSHIP, "")
    return MatchColumns(fields.get(DivisionField.CODE, ""), name, township)


def match_features(
    reading: GeoReading,
    county: County,
    target: GeoTarget,
    columns: MatchColumns,
    progress: Progress = lambda done, total: None,
) -> list[GeoMatch]:
    """A match for every feature that has a place, in the order of the layer.

    `progress(done, total)` is called for every one; what it raises ends the matching.
    """
    matcher = _Matcher(county, target)
    placed = np.flatnonzero(~shapely.is_missing(reading.geometries)).tolist()
    found = []
    for done, index in enumerate(placed):
        progress(done, len(placed))
        headings = (columns.code, columns.name, columns.township)
        found.append(matcher.match(index, *(written(reading, h, index) for h in headings)))
    meant = Counter(match.candidates[0].key for match in found if match.is_sure)
    return [
        replace(match, state=MatchState.DUPLICATE)
        if match.is_sure and meant[match.candidates[0].key] > 1
        else match
        for match in found
    ]


def placing_edit(
    reading: GeoReading, chosen: Mapping[int, Place], county: County, label: str, source: str
) -> Edit:
    """The one edit that gives places to divisions and facilities, by the indices of the features.

    A point becomes the place of its division or facility, surveyed; an area the boundary of its
    division, or of a facility the place of a point within it. What stands already is left out.
    """
    changes: list[Change] = []
    for index, place in chosen.items():
        geometry = reading.geometries[index]
        if isinstance(place, Division) and kind_of(geometry) is GeometryKind.AREAS:
            before = county.table(Boundary).get((place.code,))
            after = Boundary(place.code, geojson(geometry), source)
            if before is None or before.geometry != after.geometry:
                changes.append(Change(before, after))
            continue
        placed = _placed(place, geometry)
        if placed != place:
            changes.append(Change(place, placed))
    return Edit(label, tuple(changes))


def boundary_edit(
    reading: GeoReading, indices: Sequence[int], code: str, county: County, label: str, source: str
) -> Edit:
    """The edit that makes areas of a layer together the boundary of a county or a division."""
    area = shapely.union_all([reading.geometries[index] for index in indices])
    after = Boundary(code, geojson(area), source)
    before = county.table(Boundary).get((code,))
    unchanged = before is not None and before.geometry == after.geometry
    return Edit(label, () if unchanged else (Change(before, after),))


class _Matcher:
    """The divisions of one level, or the facilities, by code and by name."""

    def __init__(self, county: County, target: GeoTarget) -> None:
        self.county, self.target = county, target
        self.own_name = county.info.name if county.info else ""
        self.facilities = NameMatcher(county)
        self.townships = self._by_name(county.townships)
        is_township = target is GeoTarget.TOWNSHIPS
        self.divisions = [d for d in county.divisions if (d.parent is None) == is_township]
        self.codes = {division.code for division in self.divisions}
        self.by_name = self._by_name(self.divisions)

    def match(self, index: int, code: str, name: str, township: str) -> GeoMatch:
        text = name or code
        by_code = self._coded(code) if code else []
        by_name, alike = self._named(name, township) if name else ([], [])
        if len(by_code) == 1 and (not name or by_code[0] in by_name):
            return GeoMatch(index, text, MatchState.BY_CODE, (by_code[0],))
        if len(by_name) == 1 and not by_code:
            return GeoMatch(index, text, MatchState.BY_NAME, (by_name[0],))
        candidates = tuple({p.key: p for p in (*by_name, *by_code, *alike)}.values())
        state = MatchState.CANDIDATE if candidates else MatchState.NONE
        return GeoMatch(index, text, state, candidates[:MOST_CANDIDATES])

    def _coded(self, code: str) -> list[Place]:
        if self.target is GeoTarget.FACILITIES:
            return [f for f in self.county.facilities if f.code and key(f.code) == key(code)]
        found = present_divisions(self.county, _division_code(code))
        return [division for division in found if division.code in self.codes]

    def _named(self, name: str, township: str) -> tuple[list[Place], list[Place]]:
        """Those of the name, within the township where one is named; and those that are alike."""
        within = {d.code for d in self.townships.get(self._plain(township), ())}
        found: list[Place]
        if self.target is GeoTarget.FACILITIES:
            found = list(self.facilities.match(name).facilities)
            alike: list[Place] = [c.facility for c in self.facilities.candidates(name)]
        else:
            found = list(self.by_name.get(self._plain(name), ()))
            alike = self._alike(self._plain(name), within)
        if not township:
            return found, alike
        return [place for place in found if _township(place) in within], [*found, *alike]

    def _alike(self, name: str, within: set[str]) -> list[Place]:
        """Divisions with names that are alike, in the township if it is known."""
        names = (
            other
            for other, found in self.by_name.items()
            if not within or any(d.parent in within for d in found)
        )
        close = get_close_matches(name, names, MOST_CANDIDATES, LEAST_LIKENESS)
        return [division for other in close for division in self.by_name[other]]

    def _by_name(self, divisions: Iterable[Division]) -> dict[str, list[Division]]:
        found: dict[str, list[Division]] = {}
        for division in divisions:
            found.setdefault(self._plain(division.name), []).append(division)
        return found

    def _plain(self, name: str) -> str:
        return plain_name(name, self.own_name)


def _township(place: Place) -> str | None:
    return place.township if isinstance(place, Facility) else place.parent


def _division_code(code: str) -> str:
    """A division's code; the land survey writes it with seven noughts more."""
    plain = plain_code(code)
    if len(plain) == 19 and plain.isdigit() and plain.endswith("0" * 7):
        return plain_code(plain[:12])
    return plain


def written(reading: GeoReading, heading: str, index: int) -> str:
    """What stands under a heading; a code that a file holds as a number without its .0."""
    value: Value = reading.layer.columns[heading][index] if heading else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _placed(place: Place, geometry: BaseGeometry) -> Place:
    point = shapely.point_on_surface(geometry)
    return replace(
        place,
        longitude=round(float(point.x), _DECIMALS),
        latitude=round(float(point.y), _DECIMALS),
        place_origin=PlaceOrigin.SURVEYED,
    )
