"""What a measured rule amounts to, in words."""

from __future__ import annotations

from dataclasses import replace

from db.catalogue import load_catalogue
from desktop.coverage_wording import amount_lines, missing_notes, place_lines
from models.catalogue import Language
from models.county import County
from models.coverage import RuleCoverage, coverage
from models.edits import Record
from models.facility import PlaceOrigin
from models.rules.rule import RuleKind
from tests.desktop.pages.coverage_county import FAR, HOSPITAL, NEAR, UNKNOWN, UNPLACED

KINDS = frozenset({RuleKind.RADIUS, RuleKind.TRAVEL_TIME})


def measured(rule_id: str, *records: Record) -> RuleCoverage:
    found = coverage(County(records), load_catalogue().rules("wuxi"), kinds=KINDS)
    return next(r for r in found.rules if r.rule.id == rule_id)


def test_a_radius_counts_who_is_within_and_a_time_who_is_in_time() -> None:
    """Near lies 1.93 km from the hospital; far 24.2 km, which takes 62.9 minutes."""
    radius = measured("wuxi.emergency-radius-rural", HOSPITAL, NEAR, FAR)
    assert amount_lines(radius) == [
        "3,000 of 4,000 people within (75.0%), 1,000 outside",
        "1 of 2 points outside",
    ]
    time = measured("wuxi.service-circle-rural", HOSPITAL, NEAR, FAR)
    assert amount_lines(time) == [
        "3,000 of 4,000 people in time (75.0%), 1,000 not in time",
        "1 of 2 points not in time",
    ]


def test_people_that_are_unknown_are_not_none() -> None:
    nameless = measured("wuxi.emergency-radius-rural", HOSPITAL, replace(FAR, population=None))
    assert amount_lines(nameless) == ["population unknown", "1 of 1 points outside"]
    nobody = measured("wuxi.emergency-radius-urban", HOSPITAL, NEAR)
    assert amount_lines(nobody) == ["no population point that this applies to"]


def test_what_is_left_out_is_named_once_for_all_rules() -> None:
    county = County([HOSPITAL, UNPLACED, NEAR, replace(FAR, population=None), UNKNOWN])
    found = coverage(county, load_catalogue().rules("wuxi"), kinds=KINDS)
    assert missing_notes(found, found.rules) == [
        ("Facilities without coordinates (1): ", ["未定位医院"]),
        ("Places without coordinates (1): ", ["无坐标镇"]),
        ("Population unknown (1): ", ["远镇"]),
    ]


def test_approximate_places_are_counted_and_their_source_is_named() -> None:
    seat = replace(NEAR, place_origin=PlaceOrigin.APPROXIMATE, source="GeoNames 1")
    county = County([HOSPITAL, seat, FAR])
    found = coverage(county, load_catalogue().rules("wuxi"), kinds=KINDS)
    count, source = place_lines(county, found, load_catalogue(), Language.EN)
    assert "1 in all" in count
    assert "© GeoNames (CC BY 4.0)" in source
    surveyed = County([HOSPITAL, NEAR, FAR])
    assert place_lines(surveyed, found, load_catalogue(), Language.EN) == []
