from __future__ import annotations

from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Ownership, PlaceOrigin
from models.geography import Division, DivisionKind
from models.known_places import KnownPlace, KnownPlaces, known_places
from models.layers import Boundary
from models.plan import CountyInfo

SQUARE = (
    '{"type": "Polygon", "coordinates": [[[105, 29], [106, 29], [106, 30], [105, 30], [105, 29]]]}'
)


def facility(name: str, origin: PlaceOrigin) -> Facility:
    return Facility(
        name, name, FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, Ownership.PUBLIC,
        longitude=105.5, latitude=29.5, place_origin=origin,
    )  # fmt: skip


def test_a_county_knows_its_boundary_its_divisions_and_what_was_surveyed() -> None:
    seat = Division(
        "500111001", "龙岗街道", DivisionKind.SUBDISTRICT, longitude=105.7, latitude=29.7
    )
    county = County(
        [
            CountyInfo("500111", "大足区", "Dazu"),
            seat,
            Division("500111002", "棠香街道", DivisionKind.SUBDISTRICT),
            Boundary("500111", SQUARE),
            Boundary("500111001", SQUARE),
            facility("人民医院", PlaceOrigin.SURVEYED),
            facility("中医院", PlaceOrigin.APPROXIMATE),
        ]
    )
    known = known_places(county)
    assert known.boundary is not None
    assert known.boundary.bounds == (105, 29, 106, 30)
    assert known.points == (
        KnownPlace("龙岗街道", 105.7, 29.7),
        KnownPlace("人民医院", 105.5, 29.5),
    )


def test_the_middle_is_that_of_the_boundary_else_of_the_points() -> None:
    points = tuple(KnownPlace("", lon, 29.0) for lon in (104.0, 105.0, 120.0))
    assert known_places(County()).middle is None
    assert known_places(County()).meridian is None
    assert KnownPlaces(points=points).middle == (105.0, 29.0)
    boundary = Boundary("500111", SQUARE).area
    assert KnownPlaces(boundary, points).middle == (105.5, 29.5)
    assert KnownPlaces(boundary, points).meridian == 105  # 105.5 / 3 = 35.17 → zone 35
