from __future__ import annotations

import numpy as np
import shapely

from models.geo_source import (
    GeoLayer,
    GeometryKind,
    GeoProblem,
    kind_of,
    notice_of,
    shapes,
)

POINT = shapely.Point(105, 29)
LINE = shapely.LineString([(105, 29), (106, 30)])
AREA = shapely.box(105, 29, 106, 30)


def test_a_layer_gives_its_features_one_by_one() -> None:
    layer = GeoLayer("a", shapes([POINT, None]), np.array([3, 7]), {"名称": ["甲", None]})
    first, second = layer.features
    assert (first.number, first.geometry, first.attributes) == (3, POINT, {"名称": "甲"})
    assert (second.number, second.geometry, second.attributes) == (7, None, {"名称": None})
    assert len(layer) == 2


def test_kinds_are_counted_without_what_is_missing_or_empty() -> None:
    collection = shapely.GeometryCollection([POINT, AREA])
    geometries = shapes([POINT, shapely.MultiPoint([POINT]), LINE, AREA, collection, None,
                         shapely.Point()])  # fmt: skip
    layer = GeoLayer("a", geometries, np.arange(7), {})
    assert layer.kinds == {
        GeometryKind.POINTS: 2,
        GeometryKind.LINES: 1,
        GeometryKind.AREAS: 1,
        GeometryKind.OTHER: 1,
    }
    assert [kind_of(g) for g in (POINT, LINE, AREA, collection)] == [
        GeometryKind.POINTS, GeometryKind.LINES, GeometryKind.AREAS, GeometryKind.OTHER
    ]  # fmt: skip


def test_a_notice_counts_and_numbers_its_features() -> None:
    (notice,) = notice_of(GeoProblem.ZERO, np.array([3, 7]), metres=5)
    assert (notice.count, notice.numbers) == (2, (3, 7))
    assert notice.facts == {"metres": 5}
    assert not notice.is_blocking
    assert notice_of(GeoProblem.ZERO, []) == ()
    assert notice_of(GeoProblem.UNIT_DOUBT, [1])[0].is_blocking
