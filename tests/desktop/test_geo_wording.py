"""Every notice, system, unit and origin has its words."""

from __future__ import annotations

import pytest

from desktop import geo_wording as words
from models.coordinates import Datum, system_of_code
from models.geo_reading import SystemOrigin
from models.geo_shift import Compared
from models.geo_source import EncodingOrigin, GeometryKind, GeoNotice, GeoProblem, TextEncoding

FACTS: dict[str, str | int | float] = {
    "declared": "GBK", "found": "utf-8", "text": "remark", "stated": "UTM", "unit": "kilometres",
    "largest_change": 0.0123, "system": "gcj02", "figures": "cgcs2000-3-105-zone", "meridian": 105,
    "width": 3, "metres": 30_000, "compared": "boundary", "before": 291.4, "after": 47.3,
}  # fmt: skip


@pytest.mark.parametrize("problem", [p for p in GeoProblem if p is not GeoProblem.MIXED_KINDS])
def test_every_notice_is_a_sentence(problem: GeoProblem) -> None:
    text = words.notice_text(GeoNotice(problem, 2, (3, 7), FACTS))
    assert text.endswith(": 2 (no. 3, 7)")
    assert "{" not in text


@pytest.mark.parametrize(
    ("notice", "text"),
    [
        (GeoNotice(GeoProblem.MIXED_KINDS, facts={"points": 1, "lines": 2}),
         "Shapes of several kinds: points 1, lines 2"),
        (GeoNotice(GeoProblem.ZERO, 20, tuple(range(1, 21))),
         "Coordinates of 0 are left out: 20 (no. 1, 2, 3, 4, 5, 6, 7, 8 …)"),
        (GeoNotice(GeoProblem.FAR, 1, (3,), {"metres": 30_000}),
         "More than 30 km from every known place: 1 (no. 3)"),
        (GeoNotice(GeoProblem.REPAIRED, 1, (3,), {"largest_change": 0.0123}),
         "Outlines that cross themselves are mended (size changed by up to 1.23%): 1 (no. 3)"),
        (GeoNotice(GeoProblem.SHIFT, facts=FACTS),
         ("Likely GCJ-02 (Amap, Tencent), degrees: the outline is then 47 m from the known "
          "boundary instead of 291 m")),
    ],
)  # fmt: skip
def test_a_notice_says_its_facts(notice: GeoNotice, text: str) -> None:
    assert words.notice_text(notice) == text


@pytest.mark.parametrize("compared", list(Compared))
def test_a_shift_says_what_was_compared(compared: Compared) -> None:
    text = words.shift_text(GeoNotice(GeoProblem.SHIFT, facts=FACTS | {"compared": str(compared)}))
    assert "47" in text
    assert "291" in text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("bd09", "BD-09 (Baidu), degrees"),
        ("cgcs2000-3-105", "CGCS2000, 3° zone of 105°, without number"),
        ("xian80-6-105-zone", "Xi'an 1980, 6° zone 18 (meridian 105°), with number"),
    ],
)
def test_a_system_is_named_with_its_zone(code: str, text: str) -> None:
    assert words.system_text(system_of_code(code)) == text


def test_every_datum_origin_kind_and_unit_has_its_own_word() -> None:
    assert len({words.system_text(system_of_code(datum)) for datum in Datum}) == len(Datum)
    assert len({words.origin_text(origin) for origin in SystemOrigin}) == len(SystemOrigin)
    assert len({words.kind_text(kind) for kind in GeometryKind}) == len(GeometryKind)
    units = ("microdegrees", "kilometres", "packed-dms", "web-mercator", "unknown")
    assert len({words.unit_text(unit) for unit in units}) == len(units)
    encodings = [TextEncoding("gb18030", origin) for origin in EncodingOrigin]
    assert len({words.encoding_text(e) for e in encodings}) == len(encodings)
