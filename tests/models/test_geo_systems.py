"""Coordinate systems told by words and by figures."""

from __future__ import annotations

import numpy as np
import pytest

from models.coordinates import Datum, from_wgs84, system_of_code
from models.geo_systems import doubtful_unit, figures_of, fits, named_datum, system_of_figures

DAZU = (105.76, 29.65)
PLACES = np.array([[105.6, 29.5], [105.7, 29.6], [105.9, 29.8]])


def of(code: str) -> tuple[np.ndarray, np.ndarray]:
    return from_wgs84(PLACES[:, 0], PLACES[:, 1], system_of_code(code))


@pytest.mark.parametrize(
    ("texts", "datum"),
    [
        (["乡镇_GCJ-02"], Datum.GCJ02),
        (["名称", "高德经度", "高德纬度"], Datum.GCJ02),
        (["百度坐标"], Datum.BD09),
        (["界线（西安80）"], Datum.XIAN80),
        (["北京1954"], Datum.BEIJING54),
        (["国家2000坐标"], Datum.CGCS2000),
        (["WGS-84"], Datum.WGS84),
        (["乡镇"], None),
        (["wgs84转gcj02"], None),
        ([], None),
    ],
)
def test_words_name_a_datum(texts: list[str], datum: Datum | None) -> None:
    assert named_datum(texts) is datum


@pytest.mark.parametrize(
    "code",
    ["wgs84", "cgcs2000-3-105-zone", "cgcs2000-6-105-zone", "cgcs2000-3-105", "cgcs2000-3-108",
     "cgcs2000-3-102"],
)  # fmt: skip
@pytest.mark.parametrize("swapped", [False, True])
def test_figures_tell_their_system_in_either_order(code: str, swapped: bool) -> None:
    x, y = of(code)[:: -1 if swapped else 1]
    found = system_of_figures(x, y, Datum.WGS84, DAZU)
    assert found is not None
    assert found.code == code
    assert figures_of(x, y).swapped.all() == swapped


def test_metres_without_a_number_need_a_known_county() -> None:
    assert system_of_figures(*of("cgcs2000-3-105"), Datum.WGS84, None) is None
    found = system_of_figures(*of("cgcs2000-3-105-zone"), Datum.WGS84, None)
    assert found == system_of_code("cgcs2000-3-105-zone")


def test_a_named_datum_is_kept_but_for_metres_of_web_maps() -> None:
    metres, degrees = of("cgcs2000-3-105-zone"), of("gcj02")
    for datum, of_metres in (
        (Datum.XIAN80, "xian80-3-105-zone"),
        (Datum.GCJ02, "cgcs2000-3-105-zone"),
    ):
        assert system_of_figures(*metres, datum, DAZU) == system_of_code(of_metres)
        found = system_of_figures(*degrees, datum, DAZU)
        assert found is not None
        assert found.datum is datum


def test_the_majority_decides() -> None:
    x = np.array([35_567_720.0, 35_567_000.0, 105.7, 36_400_000.0])
    y = np.array([3_286_865.0, 3_287_000.0, 29.7, 3_286_000.0])
    found = system_of_figures(x, y, Datum.WGS84, None)
    assert found == system_of_code("cgcs2000-3-105-zone")
    assert list(fits(found, x, y)) == [True, True, False, False]


def test_degrees_fit_degrees_only() -> None:
    x, y = np.array([105.7, 567_720.0, np.nan]), np.array([29.7, 3_286_865.0, 29.7])
    assert list(fits(system_of_code("gcj02"), x, y)) == [True, False, False]
    assert list(fits(system_of_code("cgcs2000-3-105"), x, y)) == [False, True, False]


def test_zero_is_nowhere_in_china() -> None:
    figures = figures_of(np.array([0.0, 105.7, 105.7]), np.array([0.0, 0.0, 29.7]))
    assert list(figures.zero) == [True, True, False]
    assert list(figures.degrees) == [False, False, True]


@pytest.mark.parametrize(
    ("x", "y", "unit"),
    [
        (105_708_333.0, 29_708_333.0, "microdegrees"),
        (29_708_333.0, 105_708_333.0, "microdegrees"),
        (567.72, 3286.865, "kilometres"),
        (1_054_230.0, 294_230.0, "packed-dms"),  # 105°42′30″, 29°42′30″
        (11_766_800.0, 3_465_000.0, "web-mercator"),
        (1_057_030.0, 297_030.0, "unknown"),  # 70 minutes
        (12.0, 7.0, "unknown"),
    ],
)
def test_figures_of_no_system_are_guessed_at(x: float, y: float, unit: str) -> None:
    assert system_of_figures(np.array([x]), np.array([y]), Datum.WGS84, DAZU) is None
    assert doubtful_unit(np.array([x]), np.array([y])) == unit
