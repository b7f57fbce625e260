"""Layers taken together: the new ones first, all or nothing, and nothing twice."""

from __future__ import annotations

import shapely

from db.catalogue import load_catalogue
from models.county import County
from models.edits import Edit
from models.facility import Facility, FacilityType
from models.geo_import import geo_import
from models.geo_part import ImportPart, Verdict
from models.geo_use import LayerUse
from models.geography import Division
from models.layers import Boundary
from tests.models.made_layers import a_county, layer, part

CATALOGUE = load_catalogue()


def new_places(county: County) -> list[ImportPart]:
    """A clinic in a new village in a new township, in an order that does not help."""
    new = {0: Verdict.NEW}
    spot = shapely.Point(106.05, 29.05)
    return [
        part(layer([spot], 机构名称=["新村卫生室"]), LayerUse.FACILITIES, county, new),
        part(
            layer([spot], 名称=["新村"], 区划代码=["500999102201"]), LayerUse.VILLAGES, county, new
        ),
        part(
            layer([shapely.box(106, 29, 106.1, 29.1)], 名称=["新镇"], 区划代码=["500999102"]),
            LayerUse.TOWNSHIPS,
            county,
            new,
        ),
    ]


def test_what_is_new_is_found_by_what_comes_after_it() -> None:
    county = a_county()
    found = geo_import(new_places(county), county, CATALOGUE, "新.gpkg")
    assert found.bad == ()
    county.apply(Edit("", found.changes))
    assert county.division("500999102201").parent == "500999102"
    (clinic,) = [f for f in county.facilities if f.name == "新村卫生室"]
    assert clinic.township == "500999102"
    assert clinic.facility_type is FacilityType.VILLAGE_CLINIC
    assert clinic.place == (106.05, 29.05)
    assert [(o.use, o.added) for o in found.outcomes] == [
        (LayerUse.TOWNSHIPS, 1),
        (LayerUse.VILLAGES, 1),
        (LayerUse.FACILITIES, 1),
    ]


def test_the_county_is_left_as_it_was() -> None:
    county = a_county()
    before = list(county.records())
    geo_import(new_places(county), county, CATALOGUE, "新.gpkg")
    assert list(county.records()) == before


def test_the_same_again_changes_nothing() -> None:
    county = a_county()
    county.apply(Edit("", geo_import(new_places(county), county, CATALOGUE, "新.gpkg").changes))
    again = [
        part(p.reading.layer, p.use, county) for p in new_places(a_county()) if p.use is not None
    ]
    found = geo_import(again, county, CATALOGUE, "新.gpkg")
    assert found.changes == ()
    assert [o.taken for o in found.outcomes] == [1, 1, 1]


def test_one_record_is_changed_once() -> None:
    """Its place from one layer, its area from another."""
    county = a_county()
    points = part(layer([shapely.Point(105.5, 29.5)], 名称=["东镇"]), LayerUse.TOWNSHIPS, county)
    areas = part(layer([shapely.box(105, 29, 106, 30)], 名称=["东镇"]), LayerUse.TOWNSHIPS, county)
    found = geo_import([areas, points], county, CATALOGUE, "东.gpkg")
    assert sorted(type(change.record).__name__ for change in found.changes) == [
        Boundary.__name__,
        Division.__name__,
    ]
    assert not any(isinstance(change.record, Facility) for change in found.changes)
    county.apply(Edit("", found.changes))
    assert county.division("500999100").place == (105.5, 29.5)
