"""Whom a facility serves, as its sheet tells it."""

from __future__ import annotations

import pytest
from shapely import box

from models.county import County
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, PlaceOrigin
from models.geography import Division, DivisionKind, DivisionPopulation
from models.layers import Boundary, geojson
from models.plan import CountyInfo, PopulationOrigin
from models.sheet_service import ServedPlace, SheetService, sheet_services

TOWN = Division("500111101", "甲镇", DivisionKind.TOWN)
EAST = Division("500111102", "乙镇", DivisionKind.TOWN)


def village(number: int, longitude: float, people: int | None, town: Division = TOWN) -> Division:
    return Division(
        f"{town.code}{number:03}", f"{number}村", DivisionKind.VILLAGE, town.code,
        longitude=longitude, latitude=29.7, place_origin=PlaceOrigin.SURVEYED, population=people,
    )  # fmt: skip


def centre(
    facility_id: str,
    longitude: float,
    facility_type: FacilityType = FacilityType.TOWNSHIP_HEALTH_CENTRE,
    status: FacilityStatus = FacilityStatus.EXISTING,
) -> Facility:
    return Facility(
        facility_id, f"{facility_id}院", FacilityClass.PRIMARY_CARE, facility_type, status=status,
        longitude=longitude, latitude=29.7, place_origin=PlaceOrigin.SURVEYED,
    )  # fmt: skip


WEST_CENTRE = centre("w", 105.70)
EAST_CENTRE = centre("e", 105.80, FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE)
VILLAGES = (village(1, 105.71, 300), village(2, 105.74, 900), village(3, 105.79, None))


def services(*more: object) -> dict[str, SheetService]:
    county = County([TOWN, EAST, *VILLAGES, WEST_CENTRE, EAST_CENTRE, *more])  # type: ignore[list-item]
    return dict(sheet_services(county, 2025, (f.id for f in county.facilities)))


def test_points_go_to_the_nearest_of_all_health_centres_most_people_first() -> None:
    found = services()
    assert [(p.name, p.people) for p in found["w"].places] == [("2村", 900), ("1村", 300)]
    assert (found["w"].points, found["w"].people, found["w"].unpopulated) == (2, 1200, 0)
    # 0.04 degrees of longitude at 29.7° N: 0.04 × 111,320 m × cos 29.7° = 3,868 m
    assert found["w"].farthest_name == "2村"
    assert found["w"].farthest_m == pytest.approx(3868, rel=0.003)


def test_unknown_people_are_told_and_are_not_zero() -> None:
    assert services()["e"].places == (ServedPlace("3村", 1, None, 1),)
    assert (services()["e"].people, services()["e"].unpopulated) == (None, 1)


def test_people_are_those_of_the_year() -> None:
    later = DivisionPopulation(VILLAGES[0].code, 2025, 500, PopulationOrigin.ENTERED)
    assert services(later)["w"].people == 1400


def test_other_sorts_and_those_to_close_serve_nobody_else_s_points() -> None:
    closing = centre("x", 105.74, status=FacilityStatus.TO_CLOSE)
    hospital = centre("h", 105.74, FacilityType.GENERAL_HOSPITAL)
    found = services(closing, hospital)
    assert "x" not in found
    assert found["w"].people == 1200
    assert found["h"].points == 3


def clinic(facility_id: str, longitude: float, village_code: str | None) -> Facility:
    return Facility(
        facility_id, f"{facility_id}室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC,
        longitude=longitude, latitude=29.7, place_origin=PlaceOrigin.SURVEYED,
        township=TOWN.code, village=village_code,
    )  # fmt: skip


def test_a_village_clinic_serves_its_own_village_and_no_other() -> None:
    """The clinic of village 1 stands nearest to all three; the other one names no village."""
    found = services(clinic("a", 105.75, VILLAGES[0].code), clinic("b", 105.90, None))
    assert [p.name for p in found["a"].places] == ["1村"]
    assert [p.name for p in found["b"].places] == ["2村", "3村"]
    # 0.16 degrees of longitude at 29.7° N: 0.16 × 111,320 m × cos 29.7° = 15,472 m
    assert found["b"].farthest_m == pytest.approx(15_472, rel=0.003)


def test_a_township_s_seat_is_no_village_for_a_clinic() -> None:
    seat = Division(
        "500111103", "丙镇", DivisionKind.TOWN, longitude=105.7, latitude=29.7, population=9000
    )
    assert services(seat, clinic("a", 105.7, None))["a"].people == 1200


def test_many_points_are_told_by_township() -> None:
    many = [village(n, 105.70 + n / 10_000, 10, EAST) for n in range(100, 141)]
    assert services(*many)["w"].places == (
        ServedPlace("甲镇", 2, 1200, 0),
        ServedPlace("乙镇", 41, 410, 0),
    )


def test_the_map_holds_the_area_and_every_point_served() -> None:
    shown = services()["w"].map
    left, low, right, top = shown.frame
    assert len(shown.served) == 2
    assert all(left < x < right and low < y < top for x, y in (*shown.served, shown.here))
    assert left < shown.area.bounds[0]
    assert shown.area.bounds[2] < right


def test_the_area_ends_at_the_county_s_boundary() -> None:
    info = CountyInfo("500111", "大足区")
    small = services(info, Boundary("500111", geojson(box(105.65, 29.65, 105.85, 29.72))))
    large = services(info, Boundary("500111", geojson(box(105.6, 29.6, 105.9, 29.8))))
    assert small["w"].map.area.area < large["w"].map.area.area / 2


def test_townships_are_drawn_where_their_areas_are_known() -> None:
    far = Boundary(EAST.code, geojson(box(107.0, 29.6, 107.1, 29.8)))
    near = Boundary(TOWN.code, geojson(box(105.6, 29.6, 105.9, 29.8)))
    assert len(services(near, far)["w"].map.townships) == 1


def test_approximate_places_are_told() -> None:
    assert not services()["w"].approximate
    seat = Facility(
        "w", "甲院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE,
        longitude=105.70, latitude=29.7, place_origin=PlaceOrigin.APPROXIMATE,
    )  # fmt: skip
    county = County([TOWN, *VILLAGES, seat])
    assert sheet_services(county, 2025, ["w"])["w"].approximate


def test_a_county_without_places_tells_of_nobody() -> None:
    assert sheet_services(County([TOWN]), 2025, []) == {}
    assert sheet_services(County([TOWN, centre("w", 105.7)]), 2025, ["w"]) == {}


def test_only_those_asked_for_are_told_of() -> None:
    county = County([TOWN, *VILLAGES, WEST_CENTRE, EAST_CENTRE])
    assert set(sheet_services(county, 2025, ["e"])) == {"e"}
