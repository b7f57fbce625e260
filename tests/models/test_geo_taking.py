"""Places, areas, classes and people from features; what cannot be taken is told."""

from __future__ import annotations

from typing import Any

import pytest
import shapely

from db.catalogue import load_catalogue
from models.coordinates import GCJ02
from models.county import County
from models.division_merging import UNDATED
from models.edits import Edit
from models.errors import BadCell, Reason
from models.facility import FacilityType, PlaceOrigin
from models.geo_import import GeoImport, geo_import
from models.geo_part import Decision, ImportPart, Verdict
from models.geo_source import GeoLayer
from models.geo_use import GeoRole, LayerUse
from models.geography import DivisionPopulation
from tests.models.made_layers import CENTRE, EAST_VILLAGE, WEST_VILLAGE, a_county, layer, part

POINT = shapely.Point(105.71, 29.61)
WEST, EAST = shapely.box(105, 29, 105.5, 30), shapely.box(105.5, 29, 106, 30)
CATALOGUE = load_catalogue()


@pytest.fixture
def county() -> County:
    return a_county()


def taken(
    county: County,
    found: GeoLayer,
    use: LayerUse,
    decisions: dict[int, Decision] | None = None,
    **given: Any,
) -> GeoImport:
    """Take a layer; its changes are made where none of its cells is bad."""
    result = geo_import(
        [part(found, use, county, decisions, **given)], county, CATALOGUE, "源.gpkg"
    )
    if not result.bad:
        county.apply(Edit("", result.changes))
    return result


def test_a_facility_gets_the_place_of_its_point(county: County) -> None:
    found = taken(county, layer([POINT], 机构名称=["东镇卫生院"]), LayerUse.FACILITIES)
    assert county.facility("centre").place == (105.71, 29.61)
    assert county.facility("centre").place_origin is PlaceOrigin.SURVEYED
    (outcome,) = found.outcomes
    assert (outcome.taken, outcome.added, outcome.left_out, outcome.changes) == (1, 0, 0, 1)


def test_a_division_without_a_place_gets_one_within_its_area(county: County) -> None:
    taken(county, layer([EAST], 名称=["东风村"]), LayerUse.VILLAGES)
    village = county.division(EAST_VILLAGE.code)
    boundary = county.boundary(EAST_VILLAGE.code)
    assert boundary is not None
    assert boundary.area.equals(EAST)
    assert boundary.source == "源.gpkg (wgs84)"
    assert village.place is not None
    assert EAST.contains(shapely.Point(village.place))
    assert village.place_origin is PlaceOrigin.APPROXIMATE


def test_areas_that_are_one_division_become_one(county: County) -> None:
    both = layer([WEST, EAST], 名称=["东风村", "东风村"])
    undecided = taken(county, both, LayerUse.VILLAGES)
    assert (undecided.changes, undecided.outcomes[0].undecided) == ((), 2)
    taken(county, both, LayerUse.VILLAGES, {0: EAST_VILLAGE, 1: EAST_VILLAGE})
    boundary = county.boundary(EAST_VILLAGE.code)
    assert boundary is not None
    assert boundary.area.bounds == (105, 29, 106, 30)


def test_two_points_of_one_facility_are_refused(county: County) -> None:
    both = layer([POINT, shapely.Point(105.8, 29.7)], "医院", 机构名称=["东镇卫生院", "东镇医院"])
    found = taken(county, both, LayerUse.FACILITIES, {0: CENTRE, 1: CENTRE})
    assert found.bad == (BadCell("医院", 2, "机构名称", "东镇医院", Reason.DUPLICATE),)


def test_people_of_a_year_and_the_class_are_taken(county: County) -> None:
    village = layer([POINT], 名称=["东风村"], 常住人口=[1200.0], 城乡分类=["乡村"])
    found = taken(county, village, LayerUse.VILLAGES, year=2023)
    assert county.division(EAST_VILLAGE.code).urban is False
    people = county.table(DivisionPopulation)[EAST_VILLAGE.code, 2023]
    assert (people.persons, people.source) == (1200, "源.gpkg")
    assert found.outcomes[0].people == 1


def test_people_without_a_year_and_in_tens_of_thousands(county: County) -> None:
    columns = {GeoRole.NAME: "名称", GeoRole.PEOPLE: "人口（万人）"}
    town = layer([POINT], 名称=["东镇"], **{"人口（万人）": ["1.25"]})
    taken(county, town, LayerUse.TOWNSHIPS, columns=columns, year=UNDATED)
    assert county.division("500999100").population == 12_500


def test_cells_that_cannot_be_taken_are_named(county: County) -> None:
    villages = layer(
        [POINT, POINT], "村", 名称=["东风村", "西山村"], 常住人口=["约千人", "800"],
        城乡分类=["乡村", "山区"],
    )  # fmt: skip
    found = taken(county, villages, LayerUse.VILLAGES, year=2023)
    assert found.bad == (
        BadCell("村", 1, "常住人口", "约千人", Reason.NOT_A_NUMBER),
        BadCell("村", 2, "城乡分类", "山区", Reason.UNKNOWN_CHOICE),
    )


@pytest.mark.parametrize(
    ("columns", "township"),
    [
        ({"机构名称": ["刘家诊所"], "乡镇": ["西镇人民政府"]}, "500999101"),  # as named
        ({"机构名称": ["刘家诊所"]}, "500999100"),  # as the area holds it
        ({"机构名称": ["西镇诊所"], "乡镇": ["城区"]}, "500999100"),  # a word that tells nothing
    ],
)
def test_a_new_facility_is_put_into_a_township(
    county: County, columns: dict[str, list[str]], township: str
) -> None:
    taken(county, layer([EAST], 名称=["东镇"]), LayerUse.TOWNSHIPS)
    taken(county, layer([POINT], **columns), LayerUse.FACILITIES, {0: Verdict.NEW})
    new = county.facilities[-1]
    assert (new.township, new.facility_type, new.order) == (township, FacilityType.CLINIC, 2)


def test_without_areas_the_name_of_a_facility_tells_its_township(county: County) -> None:
    taken(county, layer([POINT], 机构名称=["西镇门诊部"]), LayerUse.FACILITIES, {0: Verdict.NEW})
    assert county.facilities[-1].township == "500999101"


def test_a_column_tells_the_type_of_a_new_facility(county: County) -> None:
    clinic = layer([POINT], 机构名称=["仁爱"], 机构类型=["村卫生室"])
    taken(county, clinic, LayerUse.FACILITIES, {0: Verdict.NEW})
    assert county.facilities[-1].facility_type is FacilityType.VILLAGE_CLINIC


def test_a_new_village_needs_a_code_and_a_township(county: County) -> None:
    villages = layer(
        [POINT, POINT], "村", 名称=["甲村", "乙村"], 区划代码=["", "500998100201"],
        乡镇=["东镇", ""],
    )  # fmt: skip
    new: dict[int, Decision] = {0: Verdict.NEW, 1: Verdict.NEW}
    found = taken(county, villages, LayerUse.VILLAGES, new)
    assert [(cell.row, cell.reason) for cell in found.bad] == [
        (1, Reason.EMPTY),
        (2, Reason.UNKNOWN_DIVISION),
    ]


def test_what_is_left_out_stays_out(county: County) -> None:
    village = layer([POINT, POINT], 名称=["东风村", "西山村"])
    found = taken(county, village, LayerUse.VILLAGES, {0: Verdict.LEFT_OUT})
    assert county.division(EAST_VILLAGE.code).place is None
    assert county.division(WEST_VILLAGE.code).place == (105.71, 29.61)
    assert (found.outcomes[0].taken, found.outcomes[0].left_out) == (1, 1)


def test_the_boundary_is_that_of_the_feature_with_the_countys_code(county: County) -> None:
    found = taken(county, layer([WEST, EAST], adcode=["500998", "500999"]), LayerUse.COUNTY)
    boundary = county.boundary("500999")
    assert boundary is not None
    assert boundary.area.equals(EAST)
    assert (found.outcomes[0].taken, found.outcomes[0].left_out) == (1, 1)


def test_areas_that_do_not_name_the_county_make_up_its_boundary(county: County) -> None:
    taken(county, layer([WEST, EAST], 名称=["甲", "乙"]), LayerUse.COUNTY)
    boundary = county.boundary("500999")
    assert boundary is not None
    assert boundary.area.bounds == (105, 29, 106, 30)


def test_the_source_names_the_system(county: County) -> None:
    given = part(layer([EAST], 名称=["东镇"]), LayerUse.TOWNSHIPS, county)
    reading = given.reading
    moved = type(reading)(reading.layer, GCJ02, reading.origin, reading.geometries, ())
    made = ImportPart(moved, given.use, given.columns, matches=given.matches)
    county.apply(Edit("", geo_import([made], county, CATALOGUE, "源.shp").changes))
    boundary = county.boundary("500999100")
    assert boundary is not None
    assert boundary.source == "源.shp (gcj02)"
