"""The township of a place: by boundaries where there are any, else by the nearest point."""

from __future__ import annotations

import shapely

from models.county import County
from models.geography import Division, DivisionKind
from models.layers import Boundary, geojson
from models.township_at import township_at

WEST = Division("1", "西镇", DivisionKind.TOWN, None, False, 105.0, 30.0)
EAST = Division("2", "东镇", DivisionKind.TOWN, None, False, 105.4, 30.0)
VILLAGE = Division("21", "东村", DivisionKind.VILLAGE, "2", False, 105.3, 30.0)


def test_the_nearest_points_township_is_it() -> None:
    assert township_at(County([WEST, EAST]), (105.19, 30.0)) == "1"
    assert township_at(County([WEST, EAST]), (105.21, 30.0)) == "2"


def test_a_village_stands_for_its_township() -> None:
    assert township_at(County([WEST, EAST, VILLAGE]), (105.19, 30.0)) == "2"


def test_a_boundary_goes_before_distance() -> None:
    far = Boundary("1", geojson(shapely.box(104.9, 29.9, 105.3, 30.1)))
    assert township_at(County([WEST, EAST, far]), (105.29, 30.0)) == "1"


def test_without_places_there_is_none() -> None:
    assert township_at(County([Division("1", "镇", DivisionKind.TOWN)]), (105.0, 30.0)) is None
