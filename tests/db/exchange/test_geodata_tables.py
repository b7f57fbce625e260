"""Tables with columns of coordinates."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from db.exchange.geodata import read_geodata
from models.errors import FileError, FileProblem
from models.geo_source import GeoLayer, GeoProblem


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> GeoLayer:
    path = tmp_path / "卫生院.csv"
    path.write_bytes(text.encode(encoding))
    (layer,) = read_geodata(path).layers
    return layer


def places(layer: GeoLayer) -> list[tuple[float, float] | None]:
    return [None if g is None else (g.x, g.y) for g in layer.geometries]


@pytest.mark.parametrize(
    "text",
    [
        "名称,经度,纬度\n龙岗,105.75,29.5\n",
        "名称;纬度(°);经度(°)\n龙岗;29.5;105.75\n",
        "name\tlat\tlng\n龙岗\t29.5\t105.75\n",
        "名称,X,Y\n龙岗,105.75,29.5\n",
        '名称,坐标\n龙岗,"105.75,29.5"\n',
        "名称,坐标\n龙岗,105.75 29.5\n",
        "名称,经度,纬度\n龙岗,105°45′00″,29°30′\n",
        "名称,经度,纬度\n龙岗,东经105度45分,北纬29度30分\n",
        "名称,经度,纬度\n龙岗,29°30′N,105°45′E\n",
        "大足区卫生院一览\n\n名称,经度,纬度\n龙岗,105.75,29.5\n",
    ],
)
def test_coordinates_are_found_by_usual_headings_and_read_however_written(
    tmp_path: Path, text: str
) -> None:
    layer = read(tmp_path, text)
    assert places(layer) == [(105.75, 29.5)]
    assert layer.columns[next(iter(layer.columns))] == ["龙岗"]
    assert layer.declared is None


def test_metres_are_read_as_they_stand(tmp_path: Path) -> None:
    layer = read(tmp_path, "名称,X坐标,Y坐标\n龙岗,3286865.123,35567720.5\n")
    assert places(layer) == [(3286865.123, 35567720.5)]


def test_gbk_is_read(tmp_path: Path) -> None:
    layer = read(tmp_path, "名称,经度,纬度\n龙岗,105.75,29.5\n", "gbk")
    assert layer.columns["名称"] == ["龙岗"]
    assert layer.encoding.name == "gb18030"


def test_rows_without_coordinates_have_no_place_and_unreadable_ones_are_told(
    tmp_path: Path,
) -> None:
    layer = read(
        tmp_path,
        "名称,经度,纬度\n甲,105.7,29.7\n乙,,\n丙,105.7,\n丁,一百零五,29.7\n\n戊,105°70′,29.7\n",
    )
    assert places(layer) == [(105.7, 29.7), None, None, None, None]
    (notice,) = layer.notices
    assert (notice.problem, notice.numbers) == (GeoProblem.UNREADABLE_COORDINATE, (4, 5, 7))
    assert layer.columns["名称"] == ["甲", "乙", "丙", "丁", "戊"]


def test_columns_of_one_heading_are_kept_apart(tmp_path: Path) -> None:
    layer = read(tmp_path, "名称,名称,经度,纬度,\n甲,乙,105.7,29.7,x\n")
    assert layer.columns == {
        "名称": ["甲"], "名称 (2)": ["乙"], "经度": ["105.7"], "纬度": ["29.7"]
    }  # fmt: skip


def test_a_workbook_keeps_numbers_and_skips_sheets_without_coordinates(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "机构"
    for row in (
        ("名称", "床位", "经度", "纬度"),
        ("龙岗", 20, 105.75, 29.5),
        ("棠香", None, "105°45′", "29.5"),
    ):
        sheet.append(row)
    book.create_sheet("说明").append(("无坐标",))
    path = tmp_path / "a.xlsx"
    book.save(path)
    (layer,) = read_geodata(path).layers
    assert layer.name == "机构"
    assert places(layer) == [(105.75, 29.5), (105.75, 29.5)]
    assert layer.columns["床位"] == [20, None]
    assert list(layer.numbers) == [2, 3]


@pytest.mark.parametrize("text", ["名称,床位\n龙岗,20\n", "名称,经度\n龙岗,105\n", "\n\n"])
def test_a_table_without_coordinates_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(FileError) as refused:
        read(tmp_path, text)
    assert refused.value.problem is FileProblem.NO_COORDINATES


def test_an_open_quote_is_a_cut_file(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        read(tmp_path, '名称,经度,纬度\n"龙岗,105,29\n')
    assert refused.value.problem is FileProblem.CUT_OFF
