"""The small map on a sheet."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from shapely import box

from db.exchange.sheet_map import HEIGHT, WIDTH, sheet_map_svg
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
def drawn() -> ElementTree.Element:
    return ElementTree.fromstring(sheet_map_svg(SHOWN, "甲<卫生院>"))


def test_north_is_up_and_metres_are_to_scale(drawn: ElementTree.Element) -> None:
    dots = {(c.get("cx"), c.get("cy")) for c in drawn.iter(f"{SVG}circle")}
    assert dots == {("150", "410"), ("700", "60"), ("600", "500")}


def test_the_facility_has_the_largest_square_and_its_name(drawn: ElementTree.Element) -> None:
    sides = sorted(int(r.get("width", "0")) for r in drawn.findall(f"{SVG}rect"))
    assert sides == [14, 22]
    assert [t.text for t in drawn.iter(f"{SVG}text")] == ["甲<卫生院>", "甲<卫生院>", "2 km"]


def test_the_scale_bar_is_as_long_as_it_says(drawn: ElementTree.Element) -> None:
    bar = drawn.findall(f"{SVG}path")[-1].get("d", "")
    assert "H220" in bar  # from 20: 2,000 m at 10 m a unit


def test_a_wide_county_fits_the_frame_too() -> None:
    wide = SheetMap(
        (0.0, 0.0, 90_000.0, 1000.0), (), box(0, 0, 1, 1), (45_000.0, 500.0), (), (), ()
    )
    drawn = ElementTree.fromstring(sheet_map_svg(wide, "甲"))
    (square,) = drawn.findall(f"{SVG}rect")
    assert (square.get("x"), square.get("y")) == (str(WIDTH // 2 - 11), str(HEIGHT // 2 - 11))
