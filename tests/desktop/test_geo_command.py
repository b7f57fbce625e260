"""`weigui geo`: files looked at and converted, refused where nobody can know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely

from db.exchange.geodata import read_geodata
from models.coordinates import BD09, GCJ02, from_wgs84
from tests.db.exchange.made_geodata import SEATS, write_seats
from tests.desktop.conftest import Run


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Seats of townships of Dazu as Amap has them; nothing in the file says so."""
    path = tmp_path / "乡镇.csv"
    rows = []
    for name, place in SEATS.items():
        lon, lat = from_wgs84(*place, GCJ02)
        rows.append(f"{name},{float(lon)!r},{float(lat)!r}")
    path.write_text("\n".join(["名称,经度,纬度", *rows]), "utf8")
    return path


def places(path: Path) -> list[tuple[float, float]]:
    (layer,) = read_geodata(path).layers
    return [(g.x, g.y) for g in layer.geometries]


def test_a_layer_is_shown_in_words(geo: Run, tmp_path: Path) -> None:
    code, out, _ = geo("show", write_seats(tmp_path / "乡镇.shp", encoding="GBK"))
    assert code == 0
    assert out.splitlines() == [
        "Layer 乡镇: 2 features, points 2",
        "  coordinate system: CGCS2000, degrees (as the file states)",
        "  texts: GB18030 (as the file states)",
        "  placed: 2",
        "  Converted from CGCS2000, degrees: error at most 0.1 m",
    ]


def test_a_layer_is_shown_as_json(geo: Run, table: Path) -> None:
    code, out, _ = geo("show", table, "--json")
    (layer,) = json.loads(out)["layers"]
    assert code == 0
    assert (layer["name"], layer["features"], layer["placed"]) == ("乡镇", 2, 2)
    assert (layer["system"], layer["origin"], layer["blocked"]) == ("wgs84", "figures", False)
    assert layer["columns"] == ["名称", "经度", "纬度"]
    assert layer["kinds"] == {"points": 2}
    (notice,) = layer["notices"]
    assert (notice["code"], notice["facts"]) == ("system-assumed", {"system": "wgs84"})


def test_places_are_held_against_a_county(geo: Run, tmp_path: Path, dazu_file: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("名称,经度,纬度\n甲,105.7,29.6\n乙,108.9,31.4\n", "utf8")
    code, out, _ = geo("show", path, "--county", dazu_file, "--json")
    (layer,) = json.loads(out)["layers"]
    assert code == 0
    (far,) = [n for n in layer["notices"] if n["code"] == "far"]
    assert (far["numbers"], far["facts"]) == ([3], {"metres": 30000})


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".xlsx"])
def test_a_file_is_converted(geo: Run, table: Path, ending: str) -> None:
    out_file = table.with_suffix(ending)
    code, out, _ = geo("convert", table, out_file, "--from", "gcj02", "--to", "cgcs2000")
    assert code == 0
    assert out.splitlines()[-1] == f"Written: {out_file} (CGCS2000, degrees)"
    assert "error at most 0.001 m" in out
    for found, place in zip(places(out_file), SEATS.values(), strict=True):
        assert shapely.Point(*found).distance(shapely.Point(*place)) < 1e-7  # a centimetre
    if ending != ".xlsx":
        assert pyogrio.read_info(out_file)["crs"] == "EPSG:4490"


def test_there_and_back_is_below_a_metre(geo: Run, table: Path) -> None:
    there, back = table.with_name("there.gpkg"), table.with_name("back.gpkg")
    geo("convert", table, there, "--from", "wgs84", "--to", "bd09")
    code, _, _ = geo("convert", there, back, "--from", "bd09")
    assert code == 0
    assert BD09.accuracy_m < 1
    for found, place in zip(places(back), places(table), strict=True):
        assert shapely.Point(*found).distance(shapely.Point(*place)) < 1e-7  # a centimetre


def test_a_file_that_states_its_system_needs_no_from(geo: Run, tmp_path: Path) -> None:
    out_file = tmp_path / "a.gpkg"
    code, _, _ = geo("convert", write_seats(tmp_path / "a.shp"), out_file)
    assert code == 0
    assert pyogrio.read_info(out_file)["crs"] == "EPSG:4326"


def test_convert_does_not_guess(geo: Run, table: Path) -> None:
    out_file = table.with_suffix(".gpkg")
    code, out, err = geo("convert", table, out_file)
    assert (code, out) == (2, "")
    assert "“乡镇” does not state its coordinate system" in err
    assert not out_file.exists()


def test_a_system_that_the_figures_cannot_be_of_is_refused(geo: Run, table: Path) -> None:
    out_file = table.with_suffix(".gpkg")
    code, out, err = geo("convert", table, out_file, "--from", "cgcs2000-3-105")
    assert (code, out) == (2, "")
    assert err.strip() == (
        "weigui: 乡镇: The figures cannot be CGCS2000, 3° zone of 105°, without number; they look "
        "like CGCS2000, degrees"
    )
    assert not out_file.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "missing: ACTION"),
        (("show",), "missing: source"),
        (("convert", "a.gpkg"), "missing: out"),
        (("show", "a.gpkg"), "the file does not exist"),
        (("show", "a.csv", "--from", "utm"), "“utm” is not one of the possible choices"),
    ],
)
def test_wrong_use_is_told_in_a_line(geo: Run, arguments: Any, said: str) -> None:
    code, out, err = geo(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
