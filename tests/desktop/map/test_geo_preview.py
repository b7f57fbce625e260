"""The small map: what a layer brings over what is known."""

from __future__ import annotations

import pytest
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from PySide6.QtCore import QCoreApplication

from desktop.map import geo_preview
from desktop.map.geo_preview import GeoPreview
from models.geo_source import shapes
from models.known_places import KnownPlace, KnownPlaces

COUNTY = shapely.box(105, 29, 106, 30)
KNOWN = KnownPlaces(COUNTY, [KnownPlace("甲", 105.5, 29.5)])


@pytest.fixture
def preview(qapp: QCoreApplication) -> GeoPreview:
    return GeoPreview()


def axes(preview: GeoPreview) -> Axes:
    (found,) = preview.figure.axes
    return found


def legend(preview: GeoPreview) -> list[str]:
    found = axes(preview).get_legend()
    return [] if found is None else [text.get_text() for text in found.get_texts()]


def test_points_lie_over_the_county_and_its_places(preview: GeoPreview) -> None:
    preview.show_layer(KNOWN, shapes([shapely.Point(105.2, 29.2), None]), None, "")
    assert legend(preview) == ["known places", "the layer"]
    dots = [line.get_xydata().tolist() for line in axes(preview).lines]
    assert dots == [[[105.5, 29.5]], [[105.2, 29.2]]]
    (outline,) = [a for a in axes(preview).collections if isinstance(a, LineCollection)]
    assert len(outline.get_segments()) == 1


def test_where_it_would_lie_otherwise_is_drawn_too(preview: GeoPreview) -> None:
    new, other = shapes([COUNTY]), shapes([shapely.box(105.1, 29, 106.1, 30)])
    preview.show_layer(KnownPlaces(), new, other, "without the conversion")
    assert legend(preview) == ["without the conversion", "the layer"]
    west, east = axes(preview).get_xlim()
    assert west <= 105
    assert east >= 106.1


def test_what_has_no_place_leaves_an_empty_map(preview: GeoPreview) -> None:
    preview.show_layer(KnownPlaces(), shapes([None]), None, "")
    assert legend(preview) == []
    assert not axes(preview).collections


def test_many_points_are_thinned(preview: GeoPreview, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 100 points at most 10 (here) are drawn: every eleventh, the first with them."""
    monkeypatch.setattr(geo_preview, "_MOST_POINTS", 10)
    many = shapes([shapely.Point(105 + i / 100, 29) for i in range(100)])
    preview.show_layer(KnownPlaces(), many, None, "")
    (line,) = axes(preview).lines
    assert len(line.get_xydata()) == 10
