"""KML and KMZ."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import shapely

from db.exchange.geodata import read_geodata
from models.coordinates import WGS84
from models.errors import FileError, FileProblem
from models.geo_source import GeometryKind, GeoProblem

HEAD = '<?xml version="1.0" encoding="{}"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
POINT = "<Point><coordinates>105.7,29.7,300</coordinates></Point>"
RING = "<LinearRing><coordinates>{}</coordinates></LinearRing>"
SQUARE = RING.format("105,29 106,29 106,30 105,30 105,29")
HOLE = RING.format("105.4,29.4 105.6,29.4 105.6,29.6 105.4,29.6 105.4,29.4")
AREA = (
    f"<Polygon><outerBoundaryIs>{SQUARE}</outerBoundaryIs>"
    f"<innerBoundaryIs>{HOLE}</innerBoundaryIs></Polygon>"
)


def kml(*parts: str, encoding: str = "UTF-8") -> bytes:
    text = HEAD.format(encoding) + "".join(parts) + "</Document></kml>"
    return text.encode(encoding)


def placemark(inside: str) -> str:
    return f"<Placemark>{inside}</Placemark>"


def written(tmp_path: Path, content: bytes, name: str = "a.kml") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_each_folder_is_a_layer_with_the_attributes_of_its_placemarks(tmp_path: Path) -> None:
    data = (
        '<ExtendedData><Data name="床位"><value>20</value></Data>'
        '<SchemaData><SimpleData name="编码">500111001</SimpleData></SchemaData></ExtendedData>'
    )
    path = written(
        tmp_path,
        kml(
            "<name>大足</name><Folder><name>卫生院</name>",
            placemark(f"<name>龙岗</name>{data}{POINT}"),
            placemark(f"<name>棠香</name><description>新建</description>{POINT}"),
            "</Folder>",
            placemark(f"<name>区界</name>{AREA}"),
        ),
    )
    clinics, rest = read_geodata(path).layers
    assert (clinics.name, rest.name) == ("卫生院", "大足")
    assert clinics.columns == {
        "name": ["龙岗", "棠香"],
        "床位": ["20", None],
        "编码": ["500111001", None],
        "description": [None, "新建"],
    }
    assert clinics.declared == WGS84
    assert clinics.feature(0).geometry == shapely.Point(105.7, 29.7)
    assert rest.feature(0).geometry.area == pytest.approx(1 - 0.04)  # type: ignore[union-attr]
    assert rest.feature(0).number == 3


@pytest.mark.parametrize(
    ("inside", "kind", "expected"),
    [
        ("<LineString><coordinates>105,29 106,30</coordinates></LineString>",
         GeometryKind.LINES, "LINESTRING (105 29, 106 30)"),
        (f"<MultiGeometry>{POINT}{POINT}</MultiGeometry>",
         GeometryKind.POINTS, "MULTIPOINT ((105.7 29.7), (105.7 29.7))"),
        (f"<MultiGeometry>{AREA}<MultiGeometry>{AREA}</MultiGeometry></MultiGeometry>",
         GeometryKind.AREAS, None),
        (f"<MultiGeometry>{POINT}{AREA}</MultiGeometry>", GeometryKind.OTHER, None),
        (SQUARE, GeometryKind.AREAS, "POLYGON ((105 29, 106 29, 106 30, 105 30, 105 29))"),
    ],
)  # fmt: skip
def test_every_kind_of_geometry_is_read(
    tmp_path: Path, inside: str, kind: GeometryKind, expected: str | None
) -> None:
    (layer,) = read_geodata(written(tmp_path, kml(placemark(inside)))).layers
    assert layer.kinds == {kind: 1}
    assert expected is None or layer.feature(0).geometry == shapely.from_wkt(expected)


def test_a_kml_in_gbk_is_read(tmp_path: Path) -> None:
    content = kml(placemark(f"<name>龙岗</name>{POINT}"), encoding="GBK")
    (layer,) = read_geodata(written(tmp_path, content)).layers
    assert layer.columns["name"] == ["龙岗"]
    assert layer.encoding.name == "gb18030"


def test_a_kmz_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("files/icon.png", b"")
        archive.writestr("doc.kml", kml(placemark(POINT)))
    (layer,) = read_geodata(path).layers
    assert (layer.name, len(layer)) == ("a", 1)


@pytest.mark.parametrize("inside", ["<Point><coordinates>105.7</coordinates></Point>",
                                    "<Point><coordinates>a,b</coordinates></Point>",
                                    "<Point/>", "<Polygon></Polygon>"])  # fmt: skip
def test_a_broken_geometry_is_told(tmp_path: Path, inside: str) -> None:
    path = written(tmp_path, kml(placemark(POINT), placemark(inside)))
    (layer,) = read_geodata(path).layers
    (notice,) = layer.notices
    assert (notice.problem, notice.numbers) == (GeoProblem.BROKEN_GEOMETRY, (2,))


def test_a_placemark_without_geometry_has_none(tmp_path: Path) -> None:
    (layer,) = read_geodata(written(tmp_path, kml(placemark("<name>甲</name>")))).layers
    assert layer.feature(0).geometry is None
    assert layer.notices == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (kml(placemark(POINT))[:-20], FileProblem.CUT_OFF),
        (b"<html><body/></html>", FileProblem.NOT_GEODATA),
        (b'<!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>', FileProblem.NOT_GEODATA),
        (b"PK\x03\x04 cut", FileProblem.CUT_OFF),
        (kml(), FileProblem.NOTHING_RECOGNISED),
    ],
)
def test_what_is_no_whole_kml_is_refused(
    tmp_path: Path, content: bytes, problem: FileProblem
) -> None:
    with pytest.raises(FileError) as refused:
        read_geodata(written(tmp_path, content))
    assert refused.value.problem is problem


def test_a_kmz_without_kml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "")
    with pytest.raises(FileError) as refused:
        read_geodata(path)
    assert refused.value.problem is FileProblem.NOT_GEODATA
