"""The small map on a sheet."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from shapely import box

from db.exchange.sheet_map import HEIGHT, WIDTH, DrawnMap, draw_sheet_map
from models.sheet_service import SheetMap

# 7,600 × 5,600 m on 760 × 560 units: a unit is 10 m.
SHOWN = SheetMap(
    frame=(0.0, 0.0, 7600.0, 5600.0),
    townships=(box(0, 0, 3000, 5600),),
    area=box(1000, 1000, 5000, 4000),
    here=(2000.0, 3000.0),
    served=((1500.0, 1500.0),),
    others=((7000.0, 5000.0), (6000.0, 600.0)),
    sites=((6500.0, 4000.0),),
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def drawn() -> DrawnMap:
    return draw_sheet_map(SHOWN)


def paths(drawn: DrawnMap) -> list[str]:
    return [path.get("d", "") for path in ElementTree.fromstring(drawn.svg).iter(f"{SVG}path")]


def test_north_is_up_and_metres_are_to_scale(drawn: DrawnMap) -> None:
    area, towns, others, served, *_ = paths(drawn)
    # (1000, 1000) m to (5000, 4000) m: x 100 to 500, y 560 − 100 to 560 − 400
    assert set(area.strip("MZ").split("L")) == {"500 460", "500 160", "100 160", "100 460"}
    assert others.count("M") == 2
    assert others.startswith("M694 60a6 6")  # (700, 60), less the radius
    assert served.startswith("M143 410a7 7")
    assert "300 0" in towns


def test_the_facility_has_the_largest_square(drawn: DrawnMap) -> None:
    *_, sites, here, _bar = paths(drawn)
    assert (sites, here) == ("M643 153h14v14h-14Z", "M189 249h22v22h-22Z")
    assert drawn.here == pytest.approx((20, 26))  # millimetres


def test_the_scale_bar_is_as_long_as_it_says(drawn: DrawnMap) -> None:
    assert drawn.scale == "2 km"
    assert "H220" in paths(drawn)[-1]  # from 20: 2,000 m at 10 m a unit
    assert drawn.scale_end[0] == pytest.approx(22)


def test_a_wide_county_fits_the_frame_too() -> None:
    frame = (0.0, 0.0, 90_000.0, 1000.0)
    wide = SheetMap(frame, (), box(0, 0, 1, 1), (45_000.0, 500.0), (), (), ())
    assert draw_sheet_map(wide).here == pytest.approx((WIDTH / 20, HEIGHT / 20))
