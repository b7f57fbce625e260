"""`weigui geo import`: applied whole, or refused with a reason and nothing changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely

from db.county_file import open_county_file
from models.coordinates import GCJ02, from_wgs84
from models.county import County
from models.layers import LayerKind
from tests.db.exchange.made_geodata import write_ogr
from tests.desktop.conftest import Run

PLACES = {"甲医院": (105.701, 29.701), "乙卫生院": (105.712, 29.703), "丙卫生院": (105.72, 29.71)}


def county_of(path: Path) -> County:
    with open_county_file(path, read_only=True) as file:
        return file.read()


def facilities(path: Path, **options: object) -> Path:
    points = [shapely.Point(*place) for place in PLACES.values()]
    return write_ogr(path, points, {"机构名称": list(PLACES)}, **options)  # type: ignore[arg-type]


def test_facilities_are_placed(geo: Run, county_file: Path, tmp_path: Path) -> None:
    source = facilities(tmp_path / "机构.gpkg")
    code, out, _ = geo("import", county_file, source, "--as", "facilities")
    assert code == 0
    assert out.splitlines()[-1] == "机构 as Facilities: 3 taken; 3 changes"
    assert county_of(county_file).facility("c").place == PLACES["丙卫生院"]
    code, out, _ = geo("import", county_file, source, "--as", "facilities")
    assert out.splitlines()[-1].endswith("nothing changes: all of it stands already")


def test_a_dry_run_only_tells(geo: Run, county_file: Path, tmp_path: Path) -> None:
    source = facilities(tmp_path / "机构.gpkg")
    code, out, _ = geo("import", county_file, source, "--as", "facilities", "--dry-run", "--json")
    report = json.loads(out)
    assert (code, report["applied"], report["changes"], report["taken"]) == (0, False, 3, 3)
    assert [m["state"] for m in report["matches"]] == ["by-name"] * 3
    assert county_of(county_file).facility("c").place is None


def test_what_is_not_known_is_told_or_added(geo: Run, county_file: Path, tmp_path: Path) -> None:
    source = tmp_path / "诊所.csv"
    source.write_text("机构名称,经度,纬度\n仁爱诊所,105°42′00″E,29°42′00″N\n", "utf8")
    given = ("import", county_file, source, "--as", "facilities", "--from", "wgs84")
    code, out, _ = geo(*given)
    assert code == 0
    assert "  2 仁爱诊所: not known" in out.splitlines()
    assert len(county_of(county_file).facilities) == 4
    code, out, _ = geo(*given, "--add-new", "--json")
    assert json.loads(out)["added"] == 1
    (new,) = [f for f in county_of(county_file).facilities if f.name == "仁爱诊所"]
    assert (new.place, new.facility_type) == ((105.7, 29.7), "clinic")


def test_a_shift_must_be_accepted(geo: Run, county_file: Path, tmp_path: Path) -> None:
    geo("import", county_file, facilities(tmp_path / "机构.gpkg"), "--as", "facilities")
    source = tmp_path / "高德.geojson"
    features = []
    for name, place in PLACES.items():
        x, y = (float(value) for value in from_wgs84(*place, GCJ02))
        features.append(
            {"type": "Feature", "properties": {"机构名称": name},
             "geometry": {"type": "Point", "coordinates": [x, y]}}
        )  # fmt: skip
    source.write_text(
        json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf8"
    )
    renamed = source.with_name("点.geojson")
    source.rename(renamed)
    given = ("import", county_file, renamed, "--as", "facilities")
    code, out, err = geo(*given)
    assert (code, out) == (2, "")
    assert "Likely GCJ-02 (Amap, Tencent), degrees: places of the same name are then 0 m off" in err
    assert "accept it with --accept-shift" in err
    code, out, _ = geo(*given, "--accept-shift")
    assert code == 0
    (place, wanted) = county_of(county_file).facility("c").place, PLACES["丙卫生院"]
    assert place is not None
    assert shapely.Point(place).distance(shapely.Point(wanted)) < 1e-6  # a decimetre


def test_the_system_is_not_guessed(geo: Run, county_file: Path, tmp_path: Path) -> None:
    source = tmp_path / "点.csv"
    source.write_text("机构名称,经度,纬度\n丙卫生院,105.7,29.7\n", "utf8")
    code, out, err = geo("import", county_file, source, "--as", "facilities")
    assert (code, out) == (2, "")
    assert "“点” does not state its coordinate system; it looks like WGS 84, degrees" in err
    assert county_of(county_file).facility("c").place is None


def test_bad_cells_refuse_all_of_it(geo: Run, county_file: Path, tmp_path: Path) -> None:
    points = [shapely.Point(105.7, 29.7), shapely.Point(106.2, 29.7)]
    columns = {"名称": ["甲镇", "远镇"], "人口": ["6万多", "40000"]}
    source = write_ogr(tmp_path / "乡镇.gpkg", points, columns)
    code, out, err = geo("import", county_file, source, "--as", "townships", "--year", 2023)
    assert code == 2
    assert "sheet 乡镇, row 1, column 人口: “6万多” is not a number" in out
    assert err.startswith("weigui: ")
    assert county_of(county_file).division("500999101").population == 40000


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--as", "facilities", "--name-column", "名字"), "no column “名字”; there are: 机构名称"),
        (("--as", "facilities", "--layer", "路"), "name one of the layers with --layer: 机构"),
    ],
)
def test_wrong_use_names_what_there_is(
    geo: Run,
    county_file: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    error: str,
) -> None:
    source = facilities(tmp_path / "机构.gpkg")
    code, out, err = geo("import", county_file, source, *arguments)
    assert (code, out) == (2, "")
    assert error in err


def test_people_of_a_year_and_other_columns(
    geo: Run,
    county_file: Path,
    tmp_path: Path,
) -> None:
    points = [shapely.Point(105.7, 29.7)]
    source = write_ogr(tmp_path / "乡镇.gpkg", points, {"mc": ["甲镇"], "rk": [61000]})
    code, _, _ = geo(
        "import", county_file, source, "--as", "townships", "--name-column", "mc",
        "--people-column", "rk", "--year", 2023,
    )  # fmt: skip
    assert code == 0
    county = county_of(county_file)
    people = county.people(county.division("500999100"), 2023)
    assert people is not None
    assert people.persons == 61000


def test_roads_and_the_boundary_become_layers(
    geo: Run,
    county_file: Path,
    tmp_path: Path,
) -> None:
    line = shapely.LineString([(105.7, 29.7), (105.8, 29.7)])
    roads = write_ogr(tmp_path / "路.shp", [line], {"等级": ["县道"]}, kind="LineString",
                      encoding="GBK")  # fmt: skip
    assert geo("import", county_file, roads, "--as", "roads")[0] == 0
    area = write_ogr(
        tmp_path / "界.gpkg", [shapely.box(105, 29, 107, 30)], {"name": ["测试县"]}, kind="Polygon"
    )
    assert geo("import", county_file, area, "--as", "county")[0] == 0
    county = county_of(county_file)
    assert [(layer.name, layer.kind) for layer in county.layers] == [("路", LayerKind.ROADS)]
    boundary = county.boundary("500999")
    assert boundary is not None
    assert boundary.area.bounds == (105, 29, 107, 30)


def test_a_broken_file_changes_nothing(geo: Run, county_file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空.gpkg"
    empty.write_bytes(b"")
    code, _, err = geo("import", county_file, empty, "--as", "facilities")
    assert code == 2
    assert "the file is empty (0 bytes); fetch it again" in err
