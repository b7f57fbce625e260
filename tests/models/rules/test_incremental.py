"""Following any edit gives what a full evaluation gives, for every kind of rule at once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from db.catalogue import load_catalogue
from models.county import County, remove_facility
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, Ownership
from models.geography import Division, DivisionKind
from models.layers import (
    Boundary,
    Feature,
    Layer,
    LayerKind,
    RoadSpeed,
    feature_collection,
    geojson,
)
from models.measure import Allocation, Basis, Origin
from models.plan import Plan, Population, PopulationGroup, PopulationOrigin, Project
from models.rules.evaluate import Evaluation
from models.rules.rule import RuleKind

CATALOGUE = load_catalogue()
RULES = [
    replace(rule, active=True, alternative_to="")
    for rules in CATALOGUE.rule_sets.values()
    for rule in rules
]
RULES += [
    replace(rule, id=f"{rule.id}-near", neighbour_within=1500, branch_beyond=900)
    for rule in RULES
    if rule.share_below is not None
]
SUMMED = [rule for rule in RULES if rule.kind in (RuleKind.RATE, RuleKind.RATIO)][::5]
PLAN = Plan("p", "初稿", "", "", 2020, 2025, "")
TYPES = (
    (FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL),
    (FacilityClass.HOSPITAL, FacilityType.SPECIALIST_HOSPITAL),
    (FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE),
    (FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC),
    (FacilityClass.PUBLIC_HEALTH, FacilityType.CDC),
)
TOWNS = [
    Division("1", "甲镇", DivisionKind.TOWN, None, False, 105.7, 29.7, population=20_000),
    Division("2", "乙街道", DivisionKind.SUBDISTRICT, None, True, 105.9, 29.7, population=90_000),
    Division("11", "一村", DivisionKind.VILLAGE, "1", False, 105.71, 29.71, population=900),
    Division("12", "二村", DivisionKind.VILLAGE, "1", False, population=700),
]
MEASURES = (
    "beds", "nurses", "physicians", "health-personnel", "health-technical-staff", "icu-beds",
    "occupancy", "length-of-stay", "dept-fever-clinic", "ambulances", "village-doctors",
    "floor-area",
)  # fmt: skip


def facility(number: int, kind: int, town: int) -> Facility:
    facility_class, facility_type = TYPES[kind]
    return Facility(
        f"f{number}", f"机构{number}", facility_class, facility_type, Ownership.PUBLIC,
        order=number, grade="二级甲等", township=TOWNS[town].code, longitude=105.7 + number / 50,
        latitude=29.7, emergency_site=number == 0,
    )  # fmt: skip


def road_to(end: float) -> Layer:
    """A road from the first facility eastward."""
    line = shapely.LineString([(105.7, 29.7), (end, 29.7)])
    features = feature_collection([Feature(line, {"class": "县道"})])
    return Layer("roads", "道路", LayerKind.ROADS, features)


figures = st.tuples(
    st.just("figure"), st.integers(0, 4), st.sampled_from(MEASURES), st.sampled_from(list(Basis)),
    st.one_of(st.none(), st.integers(0, 900)),
)  # fmt: skip
others = st.one_of(
    st.tuples(st.just("people"), st.sampled_from((2020, 2025)), st.integers(1, 300_000)),
    st.tuples(st.just("facility"), st.integers(0, 4), st.integers(0, 4), st.integers(0, 1)),
    st.tuples(st.just("village"), st.sampled_from((0, 2, 3)), st.integers(0, 12_000)),
    st.tuples(st.just("point"), st.sampled_from((2, 3)), st.integers(0, 3)),
    st.tuples(st.just("area"), st.sampled_from((2, 3)), st.integers(0, 3)),
    st.tuples(st.just("clinic"), st.integers(0, 4), st.sampled_from((None, "11", "12"))),
    st.tuples(st.just("moved"), st.integers(0, 4), st.sampled_from((None, 0, 1, 30))),
    st.tuples(st.just("closing"), st.integers(0, 4), st.sampled_from(list(FacilityStatus))),
    st.tuples(st.just("note"), st.integers(0, 4), st.text("甲乙", max_size=2)),
    st.tuples(st.just("name"), st.integers(0, 4), st.sampled_from("甲乙"), st.integers(0, 5)),
    st.tuples(st.just("gone"), st.integers(0, 4)),
    st.tuples(st.just("project"), st.integers(0, 2), st.integers(2015, 2030)),
    st.tuples(st.just("plan"), st.sampled_from((2024, 2025))),
    st.tuples(st.just("speed"), st.sampled_from((20, 40, 60))),
)


def facility_changed(county: County, edit: tuple[object, ...]) -> Facility:
    """The facility that an edit of one names, as it is to be."""
    what, n, *given = edit
    before = county.table(Facility).get((f"f{n}",), facility(int(str(n)), 0, 0))
    match what, *given:
        case "facility", int(kind), int(town):
            return facility(int(before.id[1:]), kind, town)
        case "name", str(name), int(order):
            return replace(before, name=name, order=order)
        case "clinic", village:
            return replace(before, village=village)
        case "moved", None:
            return replace(before, longitude=None, latitude=None)
        case "moved", int(east):
            return replace(before, longitude=105.7 + east / 100, latitude=29.7)
        case "closing", FacilityStatus() as status:
            return replace(before, status=status)
        case _, str(note):
            return replace(before, note=note, address=note, consortium=note)
    raise AssertionError(edit)


def made(county: County, edit: tuple[object, ...]) -> Edit | None:
    """The edit of the county; None where it is of a facility that is gone, or changes nothing."""
    what, n, *_ = edit
    if what in ("figure", "gone") and (f"f{n}",) not in county.table(Facility):
        return None
    if what == "gone":
        return remove_facility(county, f"f{n}", "")
    one = change(county, edit)
    return None if one is None else Edit("", (one,))


def change(county: County, edit: tuple[object, ...]) -> Change | None:
    match edit:
        case "figure", int(n), str(measure), Basis() as basis, value:
            year = county.plan("p").target_year if basis is Basis.PLANNED else 2020
            key = ("p", f"f{n}", measure, basis, year)
            before = county.table(Allocation).get(key)
            after = None
            if isinstance(value, int):
                after = Allocation(*key, Decimal(value), Origin.PLANNER)
        case "people", int(year), int(persons):
            group = PopulationGroup.RESIDENT
            before = county.table(Population).get((year, group))
            after = Population(year, group, persons, PopulationOrigin.ENTERED)
        case "facility" | "clinic" | "moved" | "closing" | "note" | "name", int(n), *_:
            before = county.table(Facility).get((f"f{n}",))
            after = facility_changed(county, edit)
        case "village", int(n), int(people):
            before = county.division(TOWNS[n].code)
            after = replace(before, population=people)
        case "point", int(n), int(east):
            before = county.division(TOWNS[n].code)
            after = replace(before, longitude=105.7 + east / 100, latitude=29.7)
        case "area", int(n), int(east):
            code, west = TOWNS[n].code, 105.7 + east / 100
            before = county.boundary(code)
            after = Boundary(code, geojson(shapely.box(west, 29.7, west + 0.01, 29.71)))
        case "project", int(n), int(year):
            before = county.table(Project).get((f"x{n}",))
            total = Decimal(year)
            after = Project(
                f"x{n}", "p", n, "", f"项目{n}", period=f"{year}", total_investment=total
            )
        case "speed", int(kmh):
            before = county.table(RoadSpeed).get(("县道",))
            after = RoadSpeed("县道", Decimal(kmh))
        case _:
            before = county.plan("p")
            after = replace(before, target_year=edit[1])
    if before == after:
        return None
    return Change(before, after)


@settings(deadline=None, max_examples=25)
@given(
    edits=st.lists(st.one_of(figures, figures, others), min_size=1, max_size=8),
    end=st.sampled_from((105.72, 105.8, 105.9)),
)
def test_following_edits_is_evaluating_anew(edits, end):
    facilities = [facility(n, n % len(TYPES), n % 2) for n in range(5)]
    county = County([PLAN, *TOWNS, *facilities, road_to(end)])
    evaluation = Evaluation(county, PLAN, RULES)
    for edit in edits:
        step = made(county, edit)
        if step is None:
            continue
        county.apply(step)
        evaluation.update(step)
        anew = Evaluation(county, county.plan("p"), RULES)
        assert evaluation.findings == anew.findings
        assert evaluation.unchecked == anew.unchecked
        for rule in SUMMED:
            of_today = (rule, Basis.ACTUAL, 2020)
            assert evaluation.measure(*of_today) == anew.measure(*of_today)


def test_every_kind_of_rule_takes_part():
    assert {rule.kind for rule in RULES} == set(RuleKind)
