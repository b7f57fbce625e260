from __future__ import annotations

import pytest
import shapely

from models.geo_repair import repaired
from models.geo_source import shapes

SQUARE = shapely.box(0, 0, 2, 2)
EIGHT = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])  # two triangles of area 1
SPIKE = shapely.Polygon([(0, 0), (2, 0), (2, 2), (2, 5), (2, 2), (0, 2)])  # a square with a spike
FLAT = shapely.Polygon([(0, 0), (1, 1), (2, 2)])
LINE = shapely.LineString([(0, 0), (0, 0)])


def test_valid_areas_and_other_kinds_stay_as_they_are() -> None:
    given = shapes([SQUARE, None, shapely.Point(1, 1), LINE])
    result, mended, hopeless, change = repaired(given)
    assert list(result) == list(given)
    assert not mended.any()
    assert not hopeless.any()
    assert change == 0


@pytest.mark.parametrize(
    ("area", "size", "change"),
    [
        (EIGHT, 2, 1),  # its halves cancel each other: 0 before
        (SPIKE, 4, 0),
        (shapely.MultiPolygon([SQUARE, shapely.box(1, 0, 3, 2)]), 6, 0.25),  # 8 before, 2 twice
    ],
)
def test_an_outline_that_crosses_itself_is_mended(
    area: shapely.Polygon, size: float, change: float
) -> None:
    result, mended, hopeless, found = repaired(shapes([SQUARE, area]))
    assert list(mended) == [False, True]
    assert not hopeless.any()
    assert result[1].is_valid
    assert result[1].geom_type in ("Polygon", "MultiPolygon")
    assert result[1].area == size
    assert found == change


def test_an_area_of_which_none_remains_is_given_up() -> None:
    result, mended, hopeless, change = repaired(shapes([FLAT]))
    assert result[0] is None
    assert not mended.any()
    assert hopeless.all()
    assert change == 0


def test_what_was_given_is_not_changed() -> None:
    given = shapes([EIGHT])
    repaired(given)
    assert given[0] is EIGHT
