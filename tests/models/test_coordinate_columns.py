from __future__ import annotations

import pytest

from models.coordinate_columns import CoordinateColumns, coordinate_columns


@pytest.mark.parametrize(
    ("headings", "x", "y"),
    [
        (["名称", "经度", "纬度"], 1, 2),
        (["纬度（°）", "经度（°）"], 1, 0),
        (["LAT", "Lng"], 1, 0),
        (["高德经度", "高德纬度"], 0, 1),
        (["经度_gcj02", "纬度_gcj02"], 0, 1),
        (["X坐标", "Y坐标"], 0, 1),
        (["POINT_X", "POINT_Y"], 0, 1),
        (["东坐标", "北坐标"], 0, 1),
        (["X", "Y", "经度", "纬度"], 2, 3),
        (["名称", "经纬度"], 1, 1),
        (["坐标", "X", "Y"], 1, 2),
    ],
)
def test_coordinates_are_known_by_usual_headings(headings: list[str], x: int, y: int) -> None:
    assert coordinate_columns(headings) == CoordinateColumns(x, y)


@pytest.mark.parametrize(
    "headings", [[], ["名称"], ["经度", "名称"], ["经度", "Y"], ["lonely", "lathe"]]
)
def test_one_of_a_pair_is_not_enough(headings: list[str]) -> None:
    assert coordinate_columns(headings) is None
