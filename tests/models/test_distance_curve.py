from __future__ import annotations

from fractions import Fraction

from models.county import County
from models.distance_curve import DistanceCurve, DistanceStep, distance_curves
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind
from models.service_areas import places

STEPS = (
    DistanceStep(Fraction(0), 600, ("甲镇",)),
    DistanceStep(Fraction(3500), 900, ("乙镇", "丙镇")),
)


def town(code: str, longitude: float | None, people: int | None, *, urban: bool) -> Division:
    latitude = None if longitude is None else 30.0
    return Division(
        code, f"{code}镇", DivisionKind.TOWN, urban=urban, longitude=longitude, latitude=latitude,
        population=people,
    )  # fmt: skip


def site(longitude: float | None) -> Facility:
    return Facility(
        f"s{longitude}", "站", FacilityClass.PUBLIC_HEALTH, FacilityType.EMERGENCY_STATION,
        longitude=longitude, latitude=None if longitude is None else 30.0,
    )  # fmt: skip


def test_people_within_a_distance_are_those_of_the_steps_up_to_it() -> None:
    curve = DistanceCurve(STEPS, 1000)
    assert [curve.people_within(Fraction(m)) for m in (0, 3499, 3500, 9999)] == [600, 600, 900, 900]
    assert curve.share_within(Fraction(3500)) == Fraction(9, 10)
    assert DistanceCurve((), 0).share_within(Fraction(3500)) is None


def test_towns_by_their_distance_added_up() -> None:
    """On the 30th parallel a hundredth of a degree is about 965 m; one town is at the site."""
    county = County([
        town("甲", 105.0, 600, urban=True), town("乙", 105.01, 100, urban=False),
        town("丙", 105.05, 300, urban=False), site(105.0),
    ])  # fmt: skip
    found = distance_curves(places(county))
    assert [(step.people, step.points) for step in found.county.steps] == [
        (600, ("甲镇",)), (700, ("乙镇",)), (1000, ("丙镇",)),
    ]  # fmt: skip
    assert found.county.steps[0].distance_m == 0
    assert 960 < found.county.steps[1].distance_m < 970
    assert found.county.people == 1000
    assert [step.people for step in found.urban.steps] == [600]
    assert [step.people for step in found.rural.steps] == [100, 400]


def test_points_at_one_distance_are_one_step() -> None:
    county = County([town("甲", 105.0, 1, urban=True), town("乙", 105.0, 2, urban=True),
                     site(105.0)])  # fmt: skip
    assert distance_curves(places(county)).county.steps == (
        DistanceStep(Fraction(0), 3, ("乙镇", "甲镇")),  # in the order of their codes
    )


def test_what_is_not_known_is_named_and_not_counted() -> None:
    county = County([
        town("甲", 105.0, 600, urban=True), town("乙", 105.01, None, urban=False),
        town("丙", None, 300, urban=False), site(105.0), site(None),
    ])  # fmt: skip
    found = distance_curves(places(county))
    assert (found.county.people, found.sites) == (600, 1)
    assert [d.code for d in found.unpopulated] == ["乙"]
    assert [d.code for d in found.unplaced] == ["丙"]
    assert [f.id for f in found.unplaced_sites] == ["sNone"]


def test_without_a_site_nobody_is_within_any_distance() -> None:
    found = distance_curves(places(County([town("甲", 105.0, 600, urban=True)])))
    assert (found.county.steps, found.county.people, found.sites) == ((), 600, 0)
    assert found.county.share_within(Fraction(10**6)) == 0
