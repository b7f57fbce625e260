"""GeoPackages: several layers, in pieces, cut, too large."""

from __future__ import annotations

import sqlite3
import struct
import warnings
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely

from db.exchange import geodata_ogr
from db.exchange.geodata import read_geodata
from models.coordinates import CGCS2000, WGS84
from models.errors import FileError, FileProblem
from models.geo_source import UTF8, GeometryKind, GeoProblem
from tests.db.exchange.made_geodata import write_ogr, write_seats


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_seats(tmp_path / "大足.gpkg", layer="乡镇")


def test_layers_have_their_own_systems_and_kinds(package: Path) -> None:
    area = shapely.box(105.6, 29.6, 105.8, 29.8)
    write_ogr(package, [area], {"名称": ["大足区"]}, "EPSG:4326", "Polygon", layer="界线")
    seats, border = read_geodata(package).layers
    assert (seats.name, seats.declared, seats.encoding) == ("乡镇", CGCS2000, UTF8)
    assert (border.name, border.declared) == ("界线", WGS84)
    assert border.kinds == {GeometryKind.AREAS: 1}
    assert seats.feature(1).attributes == {"名称": "棠香", "人口": 80_000}


def test_blanks_stay_blank_and_whole_numbers_whole(tmp_path: Path) -> None:
    path = write_seats(tmp_path / "a.gpkg", layer="a")
    with sqlite3.connect(path) as database:
        _drop_triggers(database)
        database.execute("UPDATE a SET 人口 = NULL, 名称 = NULL WHERE fid = 1")
    database.close()
    (layer,) = read_geodata(path).layers
    assert layer.columns == {"名称": [None, "棠香"], "人口": [None, 80_000]}
    assert isinstance(layer.columns["人口"][1], int)


def test_a_table_without_geometries_is_no_layer(package: Path) -> None:
    with sqlite3.connect(package) as database:
        database.execute("CREATE TABLE 说明 (id INTEGER PRIMARY KEY, text TEXT)")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
            "VALUES ('说明', 'attributes', '说明')"
        )
    database.close()
    assert [layer.name for layer in read_geodata(package).layers] == ["乡镇"]


def test_empty_and_missing_geometries_are_kept_as_such(tmp_path: Path) -> None:
    path = write_ogr(tmp_path / "a.gpkg", [None, shapely.Point(105, 29)], {"a": ["x", "y"]})
    (layer,) = read_geodata(path).layers
    assert layer.feature(0).geometry is None
    assert layer.kinds == {GeometryKind.POINTS: 1}
    assert layer.notices == ()


def test_measures_along_a_line_are_left_out_without_a_remark(tmp_path: Path) -> None:
    line = shapely.LineString([(105, 29, 1), (106, 30, 3)])
    path = write_ogr(tmp_path / "a.gpkg", [line], {"a": ["x"]}, kind="LineString Z", layer="a")
    measured = shapely.to_wkb(
        shapely.from_wkt("LINESTRING ZM (105 29 1 2, 106 30 3 4)"), flavor="iso", output_dimension=4
    )
    _set_geometry(path, "a", 1, measured)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE gpkg_geometry_columns SET m = 1")
    database.close()
    (layer,) = read_geodata(path).layers
    assert layer.feature(0).geometry == shapely.LineString([(105, 29), (106, 30)])
    assert layer.notices == ()


def test_it_is_read_in_pieces_that_tell_their_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = [shapely.Point(105 + n / 100, 29) for n in range(25)]
    path = write_ogr(tmp_path / "a.gpkg", points, {"n": list(range(25))})
    monkeypatch.setattr(geodata_ogr, "_PIECE", 10)
    told: list[tuple[int, int]] = []
    (layer,) = read_geodata(path, lambda done, total: told.append((done, total))).layers
    assert told == [(0, 25), (10, 25), (20, 25)]
    assert layer.columns["n"] == list(range(25))
    assert [g.x for g in layer.geometries] == [p.x for p in points]


def test_what_progress_raises_ends_the_reading(package: Path) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_geodata(package, stop)


def test_too_many_features_are_refused_before_they_are_read(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geodata_ogr, "MOST_FEATURES", 1)
    with pytest.raises(FileError) as refused:
        read_geodata(package)
    assert (refused.value.problem, refused.value.detail) == (FileProblem.TOO_LARGE, "2 > 1")


@pytest.mark.parametrize("kept", [60, 2_000, 20_000])
def test_a_cut_package_is_refused(package: Path, kept: int) -> None:
    package.write_bytes(package.read_bytes()[:kept])
    with pytest.raises(FileError) as refused:
        read_geodata(package)
    assert refused.value.problem is FileProblem.CUT_OFF


def test_a_damaged_package_is_refused(package: Path) -> None:
    content = bytearray(package.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    package.write_bytes(content)
    with pytest.raises(FileError) as refused:
        read_geodata(package)
    assert refused.value.problem in (FileProblem.CUT_OFF, FileProblem.NOT_GEODATA)


def test_another_kind_of_database_is_no_package(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE a (b)")
    database.close()
    with pytest.raises(FileError) as refused:
        read_geodata(path)
    assert refused.value.problem is FileProblem.NOT_GEODATA


def test_what_ogr_remarks_is_handed_on_once(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pyogrio.read_info

    def remarking(*arguments: Any, **options: Any) -> Any:
        for _ in range(2):
            warnings.warn("Value '2O' of field 人口 parsed incompletely", RuntimeWarning, 1)
        return real(*arguments, **options)

    monkeypatch.setattr(pyogrio, "read_info", remarking)
    (layer,) = read_geodata(package).layers
    (notice,) = layer.notices
    assert notice.problem is GeoProblem.READER_REMARK
    assert notice.facts == {"text": "Value '2O' of field 人口 parsed incompletely"}


def test_an_impossible_outline_is_told_by_its_number(tmp_path: Path) -> None:
    area = shapely.box(105, 29, 106, 30)
    path = write_ogr(
        tmp_path / "a.gpkg", [area, area], {"a": ["x", "y"]}, kind="Polygon", layer="a"
    )
    corners = struct.pack("<6d", 105, 29, 106, 30, 105, 31)
    _set_geometry(path, "a", 2, struct.pack("<BIII", 1, 3, 1, 3) + corners)  # not closed
    (layer,) = read_geodata(path).layers
    (notice,) = layer.notices
    assert (notice.problem, notice.numbers) == (GeoProblem.BROKEN_GEOMETRY, (2,))
    assert layer.kinds == {GeometryKind.AREAS: 1}


def test_a_geometry_that_cannot_be_made_out_is_damage(package: Path) -> None:
    _set_geometry(package, "乡镇", 2, b"\x01\xff\xff\xff\xff")
    with pytest.raises(FileError) as refused:
        read_geodata(package)
    assert refused.value.problem is FileProblem.CUT_OFF


def _set_geometry(path: Path, layer: str, number: int, wkb: bytes) -> None:
    """Put raw bytes where a geometry stands; the triggers know functions that sqlite3 does not."""
    head = b"GP\x00\x01" + struct.pack("<i", 4490)
    with sqlite3.connect(path) as database:
        _drop_triggers(database)
        database.execute(f'UPDATE "{layer}" SET geom = ? WHERE fid = ?', (head + wkb, number))
    database.close()


def _drop_triggers(database: sqlite3.Connection) -> None:
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        database.execute(f'DROP TRIGGER "{name}"')
