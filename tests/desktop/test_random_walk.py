"""A random walk of edits, undo, redo and reopening never changes the meaning of a file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st
import pytest
import shapely
from hypothesis.stateful import precondition, rule

from db.catalogue import load_catalogue
from models.catalogue import Catalogue
from models.county import cell_change, new_id, remove_facility
from models.division_editing import add_division, change_division, remove_divisions
from models.division_merging import UNDATED, Part, left_to_assign, merge, people_of, split
from models.division_people import people_change
from models.division_references import villages_of
from models.edits import Change, add
from models.facility import Facility, FacilityClass, FacilityType, PlaceOrigin
from models.geography import Division
from models.layers import (
    Feature,
    Layer,
    LayerKind,
    RoadSpeed,
    feature_collection,
    geojson,
)
from models.measure import Allocation, Basis, Origin
from models.plan import Plan, Population
from models.rules.rule import Bound, Nature, Rule, RuleKind, Source
from tests.desktop.random_walk import Walk, walk
from tests.models.divided_county import STEP, a_county, area, people, village
from tests.models.divided_county import facility as clinic

MEASURES = st.sampled_from(["beds", "health-personnel", "physicians", "nurses"])
VALUES = st.none() | st.decimals(0, 2000, places=1).map(Decimal)


class FigureWalk(Walk):
    """Figures, facilities and the population of the county."""

    @rule(data=st.data(), measure=MEASURES, value=VALUES, origin=st.sampled_from(Origin))
    def set_cell(self, data, measure, value, origin):
        county = self.session.county
        facility = data.draw(st.sampled_from(county.facilities))
        key = ("plan", facility.id, measure, Basis.PLANNED, 2025)
        after = None if value is None else Allocation(*key, value, origin)
        self._do(cell_change(county, key, after))

    @rule(values=st.lists(VALUES, min_size=1, max_size=4), measure=MEASURES)
    def paste(self, values, measure):
        county = self.session.county
        changes = []
        for facility, value in zip(county.facilities, values, strict=False):
            key = ("plan", facility.id, measure, Basis.PLANNED, 2025)
            after = None if value is None else Allocation(*key, value, Origin.PLANNER)
            changes.append(cell_change(county, key, after))
        self._do(*changes)

    @rule(name=st.text(min_size=1, max_size=8).filter(str.strip))
    def add_facility(self, name):
        facility = Facility(new_id(), name, FacilityClass.OTHER, FacilityType.CLINIC)
        self._do(*add(facility))

    @precondition(lambda self: len(self.session.county.facilities) > 1)
    @rule(data=st.data())
    def remove_facility(self, data):
        facility = data.draw(st.sampled_from(self.session.county.facilities))
        self._do(*remove_facility(self.session.county, facility.id, "").changes)

    @rule(data=st.data(), site=st.booleans())
    def change_facility(self, data, site):
        facility = data.draw(st.sampled_from(self.session.county.facilities))
        after = replace(facility, emergency_site=site)
        self._do(Change(facility, after) if after != facility else None)

    @rule(persons=st.integers(1, 10**7))
    def change_population(self, persons):
        before = next(iter(self.session.county.table(Population).values()))
        after = replace(before, persons=persons)
        self._do(Change(before, after) if after != before else None)


@pytest.mark.slow
def test_a_walk_of_figures_never_changes_the_meaning_of_a_file(
    qapp, county_records, test_catalogue
):
    FigureWalk.records, FigureWalk.catalogue = county_records, test_catalogue
    walk(FigureWalk, examples=12, steps=25)


# --- places

COLUMNS, ROWS = st.integers(0, 5), st.integers(0, 2)  # of villages, side by side
PLACES = st.tuples(COLUMNS, ROWS).map(lambda at: (105 + at[0] * STEP, 29 + at[1] * STEP))
CODES = st.integers(30, 39).map(str)
PERSONS = st.sampled_from([0, 500, 799, 800, 2500, 2501])
YEARS = st.sampled_from([UNDATED, 2020, 2025])
CLASSES = st.sampled_from(["县道", "乡道", "步行"])


class PlaceWalk(Walk):
    """Divisions, their people and areas, roads, and facilities on the map."""

    def _draw_division(self, data, *, is_village: bool | None = None) -> Division:
        found = [d for d in self.county.divisions if is_village in (None, d.parent is not None)]
        return data.draw(st.sampled_from(found))

    def _is_free(self, code: str) -> bool:
        return all(d.code != code for d in self.county.divisions)

    def _many(self, is_village: bool) -> list[Division]:
        return [d for d in self.county.divisions if (d.parent is not None) is is_village]

    @rule(data=st.data(), code=CODES, place=PLACES)
    def add_village(self, data, code, place):
        if self._is_free(code):
            parent = self._draw_division(data, is_village=False).code
            lon, lat = place
            self._take(
                add_division(
                    self.county, village(code, parent, longitude=lon, latitude=lat), "walk"
                )
            )

    @precondition(lambda self: len(self._many(True)) > 1)
    @rule(data=st.data(), name=st.sampled_from(["新村", "合村"]))
    def merge_villages(self, data, name):
        self._merge(data, self._many(True), name)

    @precondition(lambda self: len(self._many(False)) > 1)
    @rule(data=st.data())
    def merge_townships(self, data):
        self._merge(data, self._many(False), "新镇")

    def _merge(self, data, divisions: list[Division], name: str) -> None:
        some = st.lists(st.sampled_from(divisions), min_size=2, max_size=3, unique=True)
        parts = data.draw(some)
        self._take(
            merge(self.county, [p.code for p in parts], replace(parts[0], name=name), "walk")
        )

    @rule(data=st.data(), code=CODES, with_people=st.booleans(), with_areas=st.booleans())
    def split_division(self, data, code, with_people, with_areas):
        """Into one that keeps the code and a new one; what belongs to it goes to one of the two."""
        if not self._is_free(code):
            return
        whole = self._draw_division(data)
        codes = (whole.code, code)
        belonging = [f.id for f in left_to_assign(self.county, whole.code)]
        inside = [d.code for d in villages_of(self.county, whole.code)]
        heir = {i: data.draw(st.sampled_from(codes)) for i in (*belonging, *inside)}
        persons = people_of(self.county, whole.code) if with_people else []
        areas = self._halves(whole.code) if with_areas else ("", "")
        parts = []
        for number, part in enumerate(codes):
            shares = {p.year: (p.persons + number) // 2 for p in persons}
            parts.append(
                Part(
                    replace(whole, code=part, population=shares.pop(UNDATED, None)),
                    shares,
                    areas[number],
                    frozenset(i for i in belonging if heir[i] == part),
                    frozenset(i for i in inside if heir[i] == part),
                )
            )
        self._take(split(self.county, whole.code, parts, "walk"))

    def _halves(self, code: str) -> tuple[str, str]:
        """The area of a division west and east of its middle; "" where it has none."""
        boundary = self.county.boundary(code)
        if boundary is None:
            return "", ""
        west, south, east, north = boundary.area.bounds
        middle = (west + east) / 2
        boxes = (shapely.box(west, south, middle, north), shapely.box(middle, south, east, north))
        first, second = (geojson(boundary.area & box) for box in boxes)
        return first, second

    @precondition(lambda self: self._many(True))
    @rule(data=st.data())
    def move_village(self, data):
        moved = self._draw_division(data, is_village=True)
        parent = self._draw_division(data, is_village=False).code
        self._take(change_division(self.county, moved.code, replace(moved, parent=parent), "walk"))

    @rule(data=st.data(), code=CODES)
    def give_another_code(self, data, code):
        if self._is_free(code):
            before = self._draw_division(data)
            self._take(
                change_division(self.county, before.code, replace(before, code=code), "walk")
            )

    @precondition(lambda self: len(self._many(False)) > 1)
    @rule(data=st.data())
    def remove_division(self, data):
        self._take(remove_divisions(self.county, [self._draw_division(data).code], "walk"))

    @rule(data=st.data(), year=YEARS, persons=st.none() | PERSONS)
    def count_people(self, data, year, persons):
        code = self._draw_division(data).code
        self._do(people_change(self.county, code, year, persons))

    @rule(data=st.data(), at=st.none() | st.tuples(COLUMNS, ROWS))
    def draw_area(self, data, at):
        code = self._draw_division(data).code
        self._put(self.county.boundary(code), None if at is None else area(code, *at))

    @rule(ways=st.lists(st.tuples(PLACES, PLACES), max_size=3), road_class=CLASSES)
    def load_roads(self, ways, road_class):
        lines = [shapely.LineString(way) for way in ways if way[0] != way[1]]
        features = feature_collection([Feature(line, {"class": road_class}) for line in lines])
        after = Layer("roads", "道路", LayerKind.ROADS, features) if lines else None
        self._put(self.county.table(Layer).get(("roads",)), after)

    @rule(road_class=CLASSES, kmh=st.none() | st.sampled_from([5, 20, 40]))
    def set_speed(self, road_class, kmh):
        after = None if kmh is None else RoadSpeed(road_class, Decimal(kmh))
        self._put(self.county.table(RoadSpeed).get((road_class,)), after)

    @rule(data=st.data(), place=PLACES)
    def move_facility(self, data, place):
        self._move(data.draw(st.sampled_from(self.county.facilities)), place)

    @rule(data=st.data(), place=PLACES)
    def move_point(self, data, place):
        self._move(self._draw_division(data), place)

    def _move(self, what: Facility | Division, place: tuple[float, float]) -> None:
        lon, lat = place
        origin = PlaceOrigin.APPROXIMATE
        self._put(what, replace(what, longitude=lon, latitude=lat, place_origin=origin))

    def _put(self, before, after) -> None:
        self._do(Change(before, after) if before != after else None)


def rules_of_places() -> tuple[Rule, ...]:
    """Those of Dazu that read places, and one of minutes on the road."""
    kinds = (RuleKind.PRESENCE, RuleKind.RADIUS)
    shipped = [r for r in load_catalogue().rule_sets["dazu"] if r.kind in kinds]
    minutes = Rule(
        "test.minutes", RuleKind.TRAVEL_TIME, Nature.EXPECTED, Bound.AT_MOST, Fraction(3), "时间",
        "Minutes", Source("测试规划", "第一条", "2021-01-01"), speed=Fraction(30),
    )  # fmt: skip
    return (*shipped, minutes)


@pytest.mark.slow
def test_a_walk_of_places_never_changes_the_meaning_of_a_file(qapp):
    shipped = load_catalogue()
    PlaceWalk.catalogue = Catalogue(shipped.measures, {"test": rules_of_places()}, shipped.words)
    clinics = [clinic("a", "11"), clinic("b", "12"), clinic("c", "21", "2")]
    county = a_county(
        *(replace(f, emergency_site=True, longitude=105.005, latitude=29.005) for f in clinics),
        *(people(code, 2020, 1200) for code in ("11", "12", "13", "21")),
        *(area(code, column) for column, code in enumerate(("11", "12", "13", "21"))),
    )
    PlaceWalk.records = [
        replace(record, rule_set="test") if isinstance(record, Plan) else record
        for record in county.records()
    ]
    walk(PlaceWalk, examples=12, steps=25)
