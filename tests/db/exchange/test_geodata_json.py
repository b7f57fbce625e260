"""GeoJSON, well formed and not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from db.exchange import geodata_json, geodata_ogr
from db.exchange.geodata import read_geodata
from models.coordinates import CGCS2000
from models.errors import FileError, FileProblem
from models.geo_source import GeometryKind, GeoProblem

POINT = {"type": "Point", "coordinates": [105.7, 29.7]}


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: Any, **members: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", **members, "features": list(features)}


def read(tmp_path: Path, content: Any, encoding: str = "utf-8") -> Any:
    path = tmp_path / "a.geojson"
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_bytes(text.encode(encoding))
    (layer,) = read_geodata(path).layers
    return layer


def test_features_with_different_properties_share_their_columns(tmp_path: Path) -> None:
    layer = read(
        tmp_path,
        collection(
            feature(POINT, 名称="龙岗", 床位=20),
            feature(POINT, 名称="棠香", 新建=True),
            feature(None, 床位=1.5, 别名=["甲", "乙"]),
        ),
    )
    assert layer.columns == {
        "名称": ["龙岗", "棠香", None],
        "床位": [20, None, 1.5],
        "新建": [None, 1, None],
        "别名": [None, None, '["甲", "乙"]'],
    }
    assert layer.kinds == {GeometryKind.POINTS: 2}
    assert list(layer.numbers) == [1, 2, 3]
    assert layer.name == "a"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, collection(feature(POINT, 名="龙岗")), encoding).columns == {
        "名": ["龙岗"]
    }


def test_the_system_is_only_what_the_file_states(tmp_path: Path) -> None:
    name = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
    assert read(tmp_path, collection(feature(POINT), crs=name)).declared == CGCS2000
    assert read(tmp_path, collection(feature(POINT))).declared is None


def test_a_system_of_wgs84_by_its_old_name_is_known(tmp_path: Path) -> None:
    name = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    layer = read(tmp_path, collection(feature(POINT), crs=name, name="大足"))
    assert (layer.declared.code, layer.name) == ("wgs84", "大足")


@pytest.mark.parametrize("content", [feature(POINT, a=1), POINT])
def test_one_feature_or_a_bare_geometry_is_a_layer(tmp_path: Path, content: Any) -> None:
    layer = read(tmp_path, content)
    assert layer.feature(0).geometry == shapely.Point(105.7, 29.7)


def test_heights_are_left_out(tmp_path: Path) -> None:
    layer = read(tmp_path, collection(feature({"type": "Point", "coordinates": [105, 29, 300]})))
    assert not layer.feature(0).geometry.has_z


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point", "coordinates": ["a", "b"]},
        {"type": "Polygon", "coordinates": [[[105, 29], [106, 29]]]},
        {"type": "Circle", "coordinates": [105, 29]},
        {"coordinates": [105, 29]},
        "POINT (105 29)",
    ],
)
def test_a_broken_geometry_is_told_by_its_number(tmp_path: Path, geometry: Any) -> None:
    layer = read(tmp_path, collection(feature(POINT), feature(geometry, a="x")))
    (notice,) = layer.notices
    assert (notice.problem, notice.numbers) == (GeoProblem.BROKEN_GEOMETRY, (2,))
    assert layer.columns == {"a": [None, "x"]}


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
def test_a_cut_file_is_refused(tmp_path: Path, kept: float) -> None:
    text = json.dumps(collection(*(feature(POINT, n=n) for n in range(50))))
    with pytest.raises(FileError) as refused:
        read(tmp_path, text[: int(len(text) * kept)])
    assert refused.value.problem is FileProblem.CUT_OFF


@pytest.mark.parametrize("content", ["{}", '{"type": "Topology", "arcs": []}'])
def test_other_json_is_no_geographic_data(tmp_path: Path, content: str) -> None:
    with pytest.raises(FileError) as refused:
        read(tmp_path, content)
    assert refused.value.problem is FileProblem.NOT_GEODATA


def test_a_collection_without_features_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        read(tmp_path, collection())
    assert refused.value.problem is FileProblem.NOTHING_RECOGNISED


def test_progress_is_told_and_too_many_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geodata_json, "_PIECE", 2)
    monkeypatch.setattr(geodata_ogr, "MOST_FEATURES", 3)
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps(collection(*(feature(POINT) for _ in range(5)))))
    told: list[int] = []
    with pytest.raises(FileError) as refused:
        read_geodata(path, lambda done, total: told.append(done))
    assert refused.value.problem is FileProblem.TOO_LARGE
    assert len(told) == 2
