"""Service areas against a plain double loop, at the limit, and what may be done without."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from models.county import County
from models.coverage import unproject
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, Scope
from models.geography import Division, DivisionKind, DivisionPopulation
from models.plan import PopulationOrigin
from models.service_areas import (
    is_covered,
    nearest_facilities,
    places,
    reach,
    removable,
    served,
    service_polygons,
)

CLINIC = (FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC)
ORIGIN = (500_000, 3_290_000)  # easting, northing of the zone of 105° E


def degrees(east: float, north: float) -> dict[str, float]:
    (found,) = unproject([(ORIGIN[0] + east, ORIGIN[1] + north)], 105).tolist()
    return {"longitude": found[0], "latitude": found[1]}


def village(code: str, east: float, north: float = 0, people: int | None = 100, parent="1"):
    kind = DivisionKind.VILLAGE
    return Division(code, f"村{code}", kind, parent, population=people, **degrees(east, north))


def clinic(facility_id: str, east: float, north: float = 0, township="1", **given):
    return Facility(
        facility_id, f"机构{facility_id}", *CLINIC, township=township, **degrees(east, north),
        **given,
    )  # fmt: skip


def county(*records) -> County:
    towns = (Division(code, f"镇{code}", DivisionKind.TOWN) for code in "12")
    return County([*towns, *records])


spots = st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("12"))
counties = st.tuples(
    st.lists(st.tuples(spots, st.one_of(st.none(), st.integers(0, 900))), min_size=1, max_size=12),
    st.lists(spots, max_size=8),
)


def made(drawn) -> County:
    villages, clinics = drawn
    return county(
        *(
            village(f"v{n:02}", east, north, people, town)
            for n, ((east, north, town), people) in enumerate(villages)
        ),
        *(clinic(f"c{n}", east, north, town) for n, (east, north, town) in enumerate(clinics)),
    )


def millimetres(drawn, point: int, site: int) -> int:
    villages, clinics = drawn
    return round(math.dist(villages[point][0][:2], clinics[site][:2]) * 1000)


@settings(deadline=None)  # libraries are loaded when first used
@given(counties, st.booleans())
def test_the_nearest_is_that_of_a_double_loop(drawn, within_township):
    villages, clinics = drawn
    there = places(made(drawn))
    for n, near in enumerate(nearest_facilities(there, within_township=within_township)):
        rivals = [
            s for s in range(len(clinics))
            if not within_township or clinics[s][2] == villages[n][0][2]
        ]  # fmt: skip
        best = min(rivals, key=lambda s: (millimetres(drawn, n, s), s), default=None)
        assert (near.facility and near.facility.id) == (None if best is None else f"c{best}")
        if best is not None:
            assert near.distance_m == pytest.approx(millimetres(drawn, n, best) / 1000, abs=0.001)


@settings(deadline=None)  # libraries are loaded when first used
@given(counties)
def test_everybody_who_is_served_is_served_once(drawn):
    villages, clinics = drawn
    there = places(made(drawn))
    found = served(there)
    assert [s.facility.id for s in found] == [f"c{n}" for n in range(len(clinics))]
    if clinics:
        assert sum(s.points for s in found) == len(villages)
        assert sum(s.people for s in found) == sum(people or 0 for _, people in villages)
        assert sum(s.unpopulated for s in found) == sum(p is None for _, p in villages)


@settings(deadline=None)  # libraries are loaded when first used
@given(counties, st.integers(0, 50))
def test_the_reach_is_that_of_a_double_loop(drawn, limit):
    villages, clinics = drawn
    there = places(made(drawn))
    times = tuple(
        sum(millimetres(drawn, n, s) <= limit * 1000 for s in range(len(clinics)))
        for n in range(len(villages))
    )
    found = reach(there, Fraction(limit))
    assert found.times == times
    assert is_covered(there, Fraction(limit)).tolist() == [n > 0 for n in times]
    people = {
        n: sum(p or 0 for (_, p), t in zip(villages, times, strict=True) if t == n)
        for n in sorted(set(times))
    }
    assert found.people_by_times == people


@settings(deadline=None)  # libraries are loaded when first used
@given(counties, st.integers(0, 50))
def test_what_may_go_uncovers_nobody(drawn, limit):
    there = places(made(drawn))
    may_go = removable(there, Fraction(limit))
    before = is_covered(there, Fraction(limit))

    def uncovers(facilities) -> bool:
        left = there.with_facilities(off=[f.id for f in facilities])
        return bool((before & ~is_covered(left, Fraction(limit))).any())

    alone = [f.id for f in there.sites if not uncovers([f])]
    assert [f.id for f in may_go.alone] == alone
    assert not uncovers(may_go.together)
    others = [f for f in there.sites if f not in may_go.together]
    assert all(uncovers([*may_go.together, other]) for other in others)  # it cannot be enlarged


def test_two_that_cover_the_same_may_go_alone_but_not_together():
    there = places(county(village("v", 0), clinic("a", 0), clinic("b", 10)))
    found = removable(there, Fraction(100))
    assert [f.id for f in found.alone] == ["a", "b"]
    assert [f.id for f in found.together] == ["b"]  # of equals the later id


def test_whoever_covers_fewest_people_goes_first():
    there = places(
        county(
            village("v", 0, people=10), village("w", 300, people=500),
            clinic("a", 0), clinic("b", 150), clinic("c", 300),
        )
    )  # fmt: skip
    found = removable(there, Fraction(150))
    assert [f.id for f in found.alone] == ["a", "b", "c"]
    assert [f.id for f in found.together] == ["a", "c"]  # 10 and 500 people; b has all 510


@pytest.mark.parametrize(("east", "times"), [(3500, 1), (3500.002, 0)])
def test_exactly_at_the_limit_is_covered(east, times):
    there = places(county(village("v", 0), clinic("a", east)))
    assert reach(there, Fraction(3500)).times == (times,)


def test_overlaps_are_counted_with_their_people():
    there = places(
        county(village("v", 0, people=7), village("w", 200, people=5), clinic("a", 0),
               clinic("b", 100))
    )  # fmt: skip
    assert reach(there, Fraction(100)).people_by_times == {1: 5, 2: 7}


def test_those_whom_nobody_covers_are_named_largest_first_and_the_unknown_last():
    there = places(
        county(
            village("u", 9000, people=None), village("v", 9000, people=5),
            village("w", 9000, people=800), village("x", 9000, people=0), clinic("a", 0),
        )
    )  # fmt: skip
    assert [d.code for d in reach(there, Fraction(100)).uncovered] == ["w", "v", "x", "u"]


def test_people_are_those_of_the_year_asked_for():
    people = DivisionPopulation("v", 2022, 250, PopulationOrigin.ENTERED)
    there = places(county(village("v", 0), clinic("a", 0), people), year=2023)
    assert served(there)[0].people == 250
    earlier = places(county(village("v", 0), clinic("a", 0), people), year=2021)
    assert served(earlier)[0].people == 100  # only the number without a year


def test_only_those_in_scope_that_will_stay_serve_and_the_placeless_are_named():
    hospital = replace(clinic("h", 0), facility_type=FacilityType.GENERAL_HOSPITAL)
    closing = clinic("z", 0, status=FacilityStatus.TO_CLOSE)
    placeless = replace(clinic("p", 0), longitude=None, latitude=None)
    lost = replace(village("w", 0), longitude=None, latitude=None)
    scope = Scope(types=frozenset({FacilityType.VILLAGE_CLINIC}))
    there = places(
        county(village("v", 0), lost, clinic("a", 0), hospital, closing, placeless), scope
    )
    assert [f.id for f in there.sites] == ["a"]
    assert [f.id for f in there.unplaced_sites] == ["p"]
    assert [d.code for d in there.unplaced_points] == ["2", "w"]  # town 2 has no village


def test_a_trial_facility_takes_the_place_of_one_of_its_id():
    there = places(county(village("v", 0), clinic("a", 9000)))
    moved = there.with_facilities(trial=[clinic("a", 50)])
    assert [f.id for f in moved.sites] == ["a"]
    assert is_covered(moved, Fraction(50)).tolist() == [True]
    assert is_covered(there, Fraction(50)).tolist() == [False]  # untouched


@settings(deadline=None)  # libraries are loaded when first used
@given(counties)
def test_areas_share_out_the_frame_by_who_is_nearest(drawn):
    there = places(made(drawn))
    east, north = ORIGIN
    frame = shapely.box(east - 10, north - 10, east + 50, north + 50)
    areas = service_polygons(there, frame)
    assert [f.id for f, _ in areas] == [f.id for f in there.sites]
    if not areas:
        return
    assert sum(area.area for _, area in areas) == pytest.approx(frame.area, rel=1e-6)
    for (_, one), (_, other) in combinations(areas, 2):
        assert one.intersection(other).area < 1e-3
    for near, metres in zip(nearest_facilities(there), there.point_metres(), strict=True):
        (area,) = [a for f, a in areas if near.facility is not None and f.id == near.facility.id]
        assert area.distance(shapely.Point(metres)) < 0.01


def test_of_two_at_one_place_the_first_has_the_area():
    there = places(county(village("v", 0), clinic("a", 0), clinic("b", 0), clinic("c", 500)))
    areas = {f.id: area for f, area in service_polygons(there, shapely.box(0, 0, 10**6, 10**7))}
    assert areas["b"].is_empty
    assert not areas["a"].is_empty
