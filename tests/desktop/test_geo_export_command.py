"""`weigui geo export`: layers that OGR reads and an import knows again."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest

from db.exchange.geodata import read_geodata
from tests.desktop.conftest import Run


def test_a_geopackage_holds_every_layer_that_there_is(
    geo: Run, dazu_file: Path, tmp_path: Path
) -> None:
    out_file = tmp_path / "大足.gpkg"
    code, out, _ = geo("export", dazu_file, out_file)
    assert code == 0
    assert out.splitlines()[-1] == f"Written: {out_file}"
    layers = {str(name): str(kind) for name, kind in pyogrio.list_layers(out_file)}
    assert layers == {
        "Facilities": "Point",
        "Villages": "Unknown",
        "Townships": "Point",
        "Coverage": "Point",
        "Uncovered": "Point",
        "Service areas": "Polygon",
    }
    assert pyogrio.read_info(out_file, layer="Townships")["features"] == 27


def test_a_geojson_holds_one_layer(geo: Run, county_file: Path, tmp_path: Path) -> None:
    out_file = tmp_path / "乡镇.geojson"
    code, _, err = geo("export", county_file, out_file)
    assert code == 2
    assert "a GeoJSON file or a table holds one layer" in err
    assert not out_file.exists()
    assert geo("export", county_file, out_file, "--layers", "townships")[0] == 0
    (layer,) = read_geodata(out_file).layers
    assert list(layer.columns["Name"]) == ["甲镇", "远镇"]
    assert [(g.x, g.y) for g in layer.geometries] == [(105.7, 29.7), (106.2, 29.7)]


@pytest.mark.parametrize("ending", [".gpkg", ".xlsx", ".geojson"])
def test_what_was_written_is_known_again(
    geo: Run, county_file: Path, tmp_path: Path, ending: str
) -> None:
    out_file = tmp_path / f"机构{ending}"
    geo("export", county_file, out_file, "--layers", "facilities")
    code, out, _ = geo(
        "import", county_file, out_file, "--as", "facilities", "--from", "wgs84", "--dry-run"
    )
    assert code == 0
    assert "2 taken" in out  # the third has no place, the fourth stands for several


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--layers", "rivers"), "no such layer: rivers (known: facilities, villages"),
        (("--layers", "roads"), "the county has none of these layers; nothing was written"),
    ],
)
def test_what_is_not_there_is_not_written(
    geo: Run, county_file: Path, tmp_path: Path, arguments: tuple[str, ...], error: str
) -> None:
    out_file = tmp_path / "a.gpkg"
    code, _, err = geo("export", county_file, out_file, *arguments)
    assert code == 2
    assert error in err
    assert not out_file.exists()


def test_a_file_that_was_there_is_replaced_whole(
    geo: Run, county_file: Path, tmp_path: Path
) -> None:
    out_file = tmp_path / "a.gpkg"
    geo("export", county_file, out_file)
    assert geo("export", county_file, out_file, "--layers", "townships")[0] == 0
    assert [str(name) for name, _ in pyogrio.list_layers(out_file)] == ["Townships"]
