"""Shapefiles as offices send them: any encoding, missing parts, cut files, archives."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import shapely

from db.exchange.geodata import read_geodata
from models.coordinates import CGCS2000, system_of_code
from models.errors import FileError, FileProblem
from models.geo_source import EncodingOrigin, GeometryKind, GeoProblem
from tests.db.exchange.made_geodata import SEATS, write_ogr, write_seats


@pytest.fixture
def gbk(tmp_path: Path) -> Path:
    """With a GBK table and the .cpg that says so."""
    return write_seats(tmp_path / "乡镇.shp", encoding="GBK")


def test_a_gbk_table_is_read_as_its_cpg_says(gbk: Path) -> None:
    (layer,) = read_geodata(gbk).layers
    assert layer.name == "乡镇"
    assert layer.columns == {"名称": ["龙岗", "棠香"], "人口": [120_000, 80_000]}
    assert (layer.encoding.name, layer.encoding.origin) == ("gb18030", EncodingOrigin.DECLARED)
    assert layer.declared == CGCS2000
    assert layer.kinds == {GeometryKind.POINTS: 2}
    assert [f.geometry.coords[0] for f in layer.features] == list(SEATS.values())  # type: ignore[union-attr]
    assert [f.number for f in layer.features] == [1, 2]
    assert layer.notices == ()


@pytest.mark.parametrize(("encoding", "name"), [("GBK", "gb18030"), ("UTF-8", "utf-8")])
def test_without_cpg_the_bytes_tell_the_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    path = write_seats(tmp_path / "a.shp", encoding=encoding)
    path.with_suffix(".cpg").unlink()
    _clear_mark(path)
    (layer,) = read_geodata(path).layers
    assert layer.columns["名称"] == ["龙岗", "棠香"]
    assert (layer.encoding.name, layer.encoding.origin) == (name, EncodingOrigin.TEXTS)


@pytest.mark.parametrize(
    ("encoding", "declared", "name"), [("GBK", "UTF-8", "gb18030"), ("UTF-8", "GBK", "utf-8")]
)
def test_a_wrong_cpg_is_not_believed_and_told(
    tmp_path: Path, encoding: str, declared: str, name: str
) -> None:
    path = write_seats(tmp_path / "a.shp", encoding=encoding)
    path.with_suffix(".cpg").write_text(declared)
    (layer,) = read_geodata(path).layers
    assert layer.columns["名称"] == ["龙岗", "棠香"]
    assert layer.encoding.origin is EncodingOrigin.CONTRADICTED
    (notice,) = layer.notices
    assert notice.problem is GeoProblem.OTHER_ENCODING
    assert notice.facts == {"declared": declared, "found": name}


def test_the_mark_of_the_table_header_counts_where_there_is_no_cpg(gbk: Path) -> None:
    gbk.with_suffix(".cpg").unlink()
    table = gbk.with_suffix(".dbf")
    content = bytearray(table.read_bytes())
    content[29] = 0x4D
    table.write_bytes(content)
    (layer,) = read_geodata(gbk).layers
    assert (layer.encoding.declared, layer.encoding.origin) == ("GBK", EncodingOrigin.DECLARED)


def test_a_character_cut_by_its_column_is_left_out(tmp_path: Path) -> None:
    path = write_seats(tmp_path / "a.shp", encoding="UTF-8")
    table = path.with_suffix(".dbf")
    # 龙岗 is 6 bytes; the last of them becomes a blank
    table.write_bytes(table.read_bytes().replace("龙岗".encode(), "龙岗".encode()[:5] + b" "))
    (layer,) = read_geodata(path).layers
    assert layer.columns["名称"][1] == "棠香"
    assert str(layer.columns["名称"][0]).startswith("龙")


def test_bytes_of_no_encoding_are_counted(tmp_path: Path) -> None:
    path = write_seats(tmp_path / "a.shp", encoding="UTF-8")
    table = path.with_suffix(".dbf")
    table.write_bytes(table.read_bytes().replace("龙岗".encode(), b"\xff\xff\xff\xff\xff\xff"))
    (layer,) = read_geodata(path).layers
    (notice,) = layer.notices
    assert (notice.problem, notice.count) == (GeoProblem.BROKEN_TEXT, 1)


def test_without_prj_no_system_is_declared(tmp_path: Path) -> None:
    (layer,) = read_geodata(write_seats(tmp_path / "a.shp", crs=None)).layers
    assert (layer.declared, layer.stated) == (None, "")


def test_a_zone_is_read_from_the_prj(tmp_path: Path) -> None:
    point = shapely.Point(35_567_720, 3_286_865)
    path = write_ogr(tmp_path / "a.shp", [point], {"a": ["x"]}, crs="EPSG:4523")
    assert read_geodata(path).layers[0].declared == system_of_code("cgcs2000-3-105-zone")


def test_a_system_that_is_not_converted_is_told(tmp_path: Path) -> None:
    point = shapely.Point(11_766_000, 3_466_000)
    path = write_ogr(tmp_path / "a.shp", [point], {"a": ["x"]}, crs="EPSG:3857")
    (layer,) = read_geodata(path).layers
    assert layer.declared is None
    (notice,) = layer.notices
    assert notice.problem is GeoProblem.UNKNOWN_SYSTEM
    assert "Mercator" in str(notice.facts["stated"])


def test_without_dbf_the_shapes_are_read_and_it_is_told(gbk: Path) -> None:
    gbk.with_suffix(".dbf").unlink()
    (layer,) = read_geodata(gbk).layers
    assert (len(layer), layer.columns) == (2, {})
    assert [n.problem for n in layer.notices] == [GeoProblem.NO_ATTRIBUTES]


def test_without_shx_it_is_refused_by_name(gbk: Path) -> None:
    gbk.with_suffix(".shx").unlink()
    with pytest.raises(FileError) as refused:
        read_geodata(gbk)
    assert (refused.value.problem, refused.value.detail) == (FileProblem.PART_MISSING, ".shx")


@pytest.mark.parametrize("part", [".shp", ".shx", ".dbf"])
def test_a_cut_part_is_refused_by_name(gbk: Path, part: str) -> None:
    file = gbk.with_suffix(part)
    file.write_bytes(file.read_bytes()[: 110 if part == ".shp" else 60])
    with pytest.raises(FileError) as refused:
        read_geodata(gbk)
    assert (refused.value.problem, refused.value.detail) == (FileProblem.CUT_OFF, part)


def test_what_only_bears_the_ending_is_no_shapefile(gbk: Path) -> None:
    gbk.write_bytes(b"<html>not found</html>" * 20)
    with pytest.raises(FileError) as refused:
        read_geodata(gbk)
    assert refused.value.problem is FileProblem.NOT_GEODATA


def test_heights_and_measures_are_left_out(tmp_path: Path) -> None:
    line = shapely.LineString([(105.7, 29.7, 300), (105.8, 29.8, 310)])
    path = write_ogr(tmp_path / "a.shp", [line], {"a": ["x"]}, kind="LineString Z")
    (layer,) = read_geodata(path).layers
    assert layer.feature(0).geometry == shapely.LineString([(105.7, 29.7), (105.8, 29.8)])


# --- archives


def archive_of(path: Path, folder: str = "") -> Path:
    archive = path.parent / "a.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for part in sorted(path.parent.glob(f"{path.stem}.*")):
            file.writestr(f"{folder}{part.name}", part.read_bytes())
    return archive


def test_a_zipped_shapefile_is_read_under_its_own_name(gbk: Path) -> None:
    (layer,) = read_geodata(archive_of(gbk, "数据/")).layers
    assert (layer.name, layer.columns["名称"]) == ("乡镇", ["龙岗", "棠香"])


def test_an_archive_may_hold_several_layers(gbk: Path) -> None:
    write_seats(gbk.with_name("点.shp"))
    archive = gbk.parent / "b.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for part in gbk.parent.glob("*.*"):
            if part.suffix != ".zip":
                file.write(part, part.name)
    assert {layer.name for layer in read_geodata(archive).layers} == {"乡镇", "点"}


def test_an_archive_of_a_chinese_windows_has_its_names_in_gbk(gbk: Path) -> None:
    archive = archive_of(gbk)
    content = archive.read_bytes()
    name = "乡镇".encode("gbk")
    plain = content.replace("乡镇".encode(), name + b"__")
    plain = _without_utf8_marks(plain)
    archive.write_bytes(plain)
    assert read_geodata(archive).layers[0].name == "乡镇__"


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"PK\x03\x04 cut", FileProblem.CUT_OFF), (None, FileProblem.NOT_GEODATA)],
)
def test_an_archive_without_a_shapefile_is_refused(
    tmp_path: Path, content: bytes | None, problem: FileProblem
) -> None:
    archive = tmp_path / "a.zip"
    if content is None:
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("说明.txt", "无")
    else:
        archive.write_bytes(content)
    with pytest.raises(FileError) as refused:
        read_geodata(archive)
    assert refused.value.problem is problem


def test_an_error_within_an_archive_is_told_of_the_archive(gbk: Path) -> None:
    gbk.with_suffix(".shx").unlink()
    archive = archive_of(gbk)
    with pytest.raises(FileError) as refused:
        read_geodata(archive)
    assert refused.value.path == archive
    assert (refused.value.problem, refused.value.detail) == (FileProblem.PART_MISSING, "乡镇.shx")


def _clear_mark(path: Path) -> None:
    table = path.with_suffix(".dbf")
    content = bytearray(table.read_bytes())
    content[29] = 0
    table.write_bytes(content)


def _without_utf8_marks(content: bytes) -> bytes:
    """The general flags (0x0800) of local and central headers set back."""
    changed = bytearray(content)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            changed[at + offset + 1] &= ~0x08
            at = content.find(signature, at + 4)
    return bytes(changed)
