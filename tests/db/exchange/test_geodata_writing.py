"""What is written is read back by OGR, and by this program, as what it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from openpyxl import load_workbook

from db.exchange.geodata import read_geodata
from db.exchange.geodata_writing import write_geodata
from models.coordinates import CGCS2000, GCJ02, WGS84, system_of_code
from models.errors import FileError, FileProblem
from models.geo_reading import read_layer
from models.geo_source import GeoLayer, Value, shapes
from models.known_places import KnownPlaces

PLACES = [(105.7, 29.7), (105.75, 29.5)]


def layer(
    name: str = "机构", geometries: Sequence[Any] | None = None, **columns: Sequence[Value]
) -> GeoLayer:
    given = shapes([shapely.Point(*p) for p in PLACES] if geometries is None else geometries)
    if not columns:
        columns = {
            "名称": ["龙岗", "棠香"],
            "床位": [20, None],
            "面积": [1.5, 2],
            "备注": [None, None],
        }
    return GeoLayer(name, given, np.arange(1, len(given) + 1), columns)


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_ogr_reads_the_points_their_attributes_and_the_stated_system(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"大足{ending}"
    write_geodata(path, [layer()], CGCS2000)
    info = pyogrio.read_info(path)
    assert (info["layer_name"], info["crs"], info["geometry_type"]) == (
        "机构",
        "EPSG:4490",
        "Point",
    )
    _, _, wkb, values = pyogrio.raw.read(path)
    points = shapely.from_wkb(wkb)
    assert [(p.x, p.y) for p in points] == PLACES
    assert list(values[0]) == ["龙岗", "棠香"]
    assert values[1][0] == 20
    assert np.isnan(values[1][1])  # blank, not 0


def test_a_package_holds_several_layers_of_any_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    box = shapely.box(105, 29, 106, 30)
    write_geodata(
        path,
        [
            layer(),
            layer("界线", [box, shapely.MultiPolygon([box])], 名称=["甲", "乙"]),
            layer("道路", [shapely.LineString(PLACES)], 名称=["县道"]),
            layer("混合", [box, None, shapely.Point(105, 29)], 名称=["甲", "乙", "丙"]),
        ],
    )
    names = [(str(name), str(kind)) for name, kind in pyogrio.list_layers(path)]
    assert names == [
        ("机构", "Point"), ("界线", "MultiPolygon"), ("道路", "LineString"), ("混合", "Unknown")
    ]  # fmt: skip
    back = read_geodata(path).layers
    assert back[0].declared == WGS84
    assert back[0].columns == {
        "名称": ["龙岗", "棠香"], "床位": [20, None], "面积": [1.5, 2.0], "备注": [None, None]
    }  # fmt: skip
    assert back[3].feature(1).geometry is None


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".xlsx"])
@pytest.mark.parametrize("code", ["wgs84", "cgcs2000", "gcj02", "bd09"])
def test_degrees_of_any_system_are_read_again_as_what_they_are(
    tmp_path: Path, ending: str, code: str
) -> None:
    path = tmp_path / f"a{ending}"
    write_geodata(path, [layer()], system_of_code(code))
    _assert_same_places(path, code)


@pytest.mark.parametrize("ending", [".gpkg", ".xlsx"])
@pytest.mark.parametrize("code", ["cgcs2000-3-105", "cgcs2000-3-105-zone", "xian80-6-105-zone"])
def test_metres_of_any_zone_are_read_again_as_what_they_are(
    tmp_path: Path, ending: str, code: str
) -> None:
    path = tmp_path / f"a{ending}"
    write_geodata(path, [layer()], system_of_code(code))
    _assert_same_places(path, code)


def _assert_same_places(path: Path, code: str) -> None:
    (back,) = read_geodata(path).layers
    county = KnownPlaces(shapely.box(105.4, 29.4, 106, 30))
    reading = read_layer(back, county)
    assert reading.system is not None
    assert reading.system.code in (code, code.replace("-6-105", "-3-105"))
    for geometry, place in zip(reading.geometries, PLACES, strict=True):
        assert geometry.distance(shapely.Point(*place)) < 1e-7  # a centimetre


def test_geojson_without_a_stated_system_is_wgs84(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    write_geodata(path, [layer()])
    assert pyogrio.read_info(path)["crs"] == "EPSG:4326"


def test_what_the_format_needs_for_itself_is_no_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    columns = {"fid": ["甲", "乙"], "geom": [1, 2], "Name": ["x", "y"], "NAME": ["z", "w"]}
    write_geodata(path, [layer("a", None, **columns)])
    (back,) = read_geodata(path).layers
    assert back.columns == {
        "fid_2": ["甲", "乙"], "geom_2": [1, 2], "Name": ["x", "y"], "NAME_2": ["z", "w"]
    }  # fmt: skip


def test_values_of_different_kinds_become_texts_and_large_numbers_stay_exact(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.gpkg"
    write_geodata(path, [layer(a=[1, "二"], b=[10**19, 1], c=[500111001001, 7])])
    (back,) = read_geodata(path).layers
    assert back.columns == {
        "a": ["1", "二"], "b": ["10000000000000000000", "1"], "c": [500111001001, 7]
    }  # fmt: skip


def test_a_workbook_has_places_beside_the_attributes_but_not_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    columns: dict[str, Sequence[Value]] = {
        "名称": ["=1+1", "棠香"],
        "经度": ["1", "2"],
        "纬度": ["3", "4"],
    }
    write_geodata(path, [layer("表[1]", **columns), layer("表[1]")], GCJ02)
    book = load_workbook(path)
    assert book.sheetnames == ["表 1 _gcj02", "表 1 _gcj02 2"]
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0] == ("名称", "经度(gcj02)", "纬度(gcj02)")
    assert rows[1][0] == "=1+1"
    assert book.worksheets[0]["A2"].data_type == "s"


def test_areas_go_into_a_workbook_without_places(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_geodata(path, [layer("界线", [shapely.box(105, 29, 106, 30)], 名称=["甲"])])
    assert list(load_workbook(path).worksheets[0].iter_rows(values_only=True)) == [
        ("名称",),
        ("甲",),
    ]


def test_a_file_that_is_there_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.gpkg"
    write_geodata(path, [layer("旧")])
    before = path.read_bytes()

    def fail(*arguments: object, **options: object) -> None:
        raise pyogrio.errors.DataSourceError("disk full")

    monkeypatch.setattr(pyogrio.raw, "write", fail)
    with pytest.raises(FileError) as refused:
        write_geodata(path, [layer("新")])
    assert (refused.value.problem, refused.value.detail) == (FileProblem.CANNOT_WRITE, "disk full")
    assert path.read_bytes() == before
    monkeypatch.undo()
    write_geodata(path, [layer("新")])
    assert [str(name) for name, _ in pyogrio.list_layers(path)] == ["新"]
    assert list(tmp_path.iterdir()) == [path]


def test_another_ending_and_two_layers_for_one_are_refused(tmp_path: Path) -> None:
    for name, problem in (("a.dxf", FileProblem.NOT_GEODATA), ("a.geojson", FileProblem.ONE_LAYER)):
        with pytest.raises(FileError) as refused:
            write_geodata(tmp_path / name, [layer(), layer("二")])
        assert refused.value.problem is problem
    assert list(tmp_path.iterdir()) == []
