"""Geographic files step by step into the county of `session`: one edit, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.geo_wizard import GeoWizard
from desktop.session import CountySession
from models.edits import Edit, add
from models.geo_use import GeoRole, LayerUse
from models.geography import Division, DivisionKind
from models.layers import Boundary, LayerKind, geojson
from tests.db.exchange.made_geodata import write_ogr
from tests.desktop.dialogs.conftest import OpenWizard
from tests.desktop.dialogs.geo_wizard_steps import PLACES, choose, choose_use, go_on, points, wait

POSITION = 1
SUMMARY = 3


def texts(wizard: GeoWizard) -> list[str]:
    listed = wizard.outcomes
    return [listed.item(row).text() for row in range(listed.count())]


def journal(session: CountySession) -> int:
    return len(session.file.journal())


def test_facilities_get_their_places_in_one_step_that_can_be_undone(
    qtbot: QtBot, open_wizard: OpenWizard, session: CountySession, tmp_path: Path
) -> None:
    before = set(session.county.records())
    wizard = open_wizard(points(tmp_path / "机构.gpkg"))
    assert wizard.parts[0].use is LayerUse.FACILITIES
    go_on(qtbot, wizard, 3)
    assert (wizard.step, texts(wizard)) == (SUMMARY, ["机构 as Facilities: 3 taken; 3 changes"])
    entries = journal(session)
    wizard.take_over.click()
    assert wizard.result() == QDialog.DialogCode.Accepted
    assert journal(session) == entries + 1
    assert session.county.facility("c").place == PLACES["丙卫生院"]
    assert session.undo()
    assert set(session.county.records()) == before


def test_the_same_file_again_has_nothing_to_take_over(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    source = points(tmp_path / "机构.gpkg")
    first = open_wizard(source)
    go_on(qtbot, first, 3)
    first.take_over.click()
    again = open_wizard(source)
    go_on(qtbot, again, 3)
    assert "Nothing would change" in again.summary.text()
    assert not again.take_over.isEnabled()


def test_roads_areas_and_a_background_come_in_together(
    qtbot: QtBot, open_wizard: OpenWizard, session: CountySession, tmp_path: Path
) -> None:
    source = tmp_path / "县.gpkg"
    line, area = shapely.LineString([(105.7, 29.7), (105.8, 29.7)]), shapely.box(105, 29, 107, 30)
    write_ogr(source, [line], {"等级": ["县道"]}, kind="LineString", layer="公路")
    write_ogr(source, [area], {"名称": ["测试县"]}, kind="Polygon", layer="县界", append=True)
    write_ogr(source, [line], {"名称": ["某河"]}, kind="LineString", layer="河流", append=True)
    write_ogr(source, [area], {"名称": ["甲镇"]}, kind="Polygon", layer="乡镇", append=True)
    wizard = open_wizard(source)
    assert [part.use for part in wizard.parts] == [
        LayerUse.ROADS, LayerUse.COUNTY, LayerUse.BACKGROUND, LayerUse.TOWNSHIPS,
    ]  # fmt: skip
    choose_use(wizard, 3, None)
    go_on(qtbot, wizard, 2)
    assert wizard.step == SUMMARY  # nothing is matched feature by feature
    wizard.back.click()
    assert wizard.step == POSITION
    go_on(qtbot, wizard)
    wizard.take_over.click()
    assert [(layer.name, layer.kind) for layer in session.county.layers] == [
        ("公路", LayerKind.ROADS),
        ("河流", LayerKind.BACKGROUND),
    ]
    assert session.county.boundary("500999") is not None
    assert session.county.boundary("500999100") is None


def test_bad_entries_are_named_and_keep_all_from_being_taken(
    qtbot: QtBot, open_wizard: OpenWizard, session: CountySession, tmp_path: Path
) -> None:
    before = set(session.county.records())
    places = [shapely.Point(105.7, 29.7), shapely.Point(106.2, 29.7)]
    source = write_ogr(
        tmp_path / "镇.gpkg", places, {"名称": ["甲镇", "远镇"], "人口": ["多", "9"]}
    )
    wizard = open_wizard(source)
    go_on(qtbot, wizard, 3)
    assert "before 1 entries marked ✕ are settled" in wizard.summary.text()
    assert wizard.bad_cells.item(0).text() == (
        "✕ sheet 镇, row 1, column 人口: “多” is not a number"
    )
    assert not wizard.take_over.isEnabled()
    wizard.accept()
    assert set(session.county.records()) == before
    for _ in range(3):
        wizard.back.click()
    choose(wizard.layers.boxes[GeoRole.PEOPLE], "")
    go_on(qtbot, wizard, 3)
    assert wizard.take_over.isEnabled()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("空.gpkg", b"", "the file is empty (0 bytes); fetch it again"),
        ("半.geojson", b'{"type": "FeatureCollection", "features": [{"ty', "ends too early"),
        ("文.gpkg", b"no database at all", "文.gpkg"),
    ],
)
def test_a_broken_file_says_why_and_changes_nothing(
    open_wizard: OpenWizard,
    session: CountySession,
    tmp_path: Path,
    name: str,
    content: bytes,
    message: str,
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    wizard = open_wizard(path)
    assert message in wizard.job.note.text()
    assert not wizard.next.isEnabled()
    assert journal(session) == 1


def test_reading_can_be_cancelled(qtbot: QtBot, session: CountySession, tmp_path: Path) -> None:
    wizard = GeoWizard(session, points(tmp_path / "机构.gpkg"), {})
    qtbot.addWidget(wizard)
    wizard.job.cancel_button.click()
    wait(qtbot, wizard)
    assert wizard.job.note.text() == "Cancelled"
    assert wizard.parts == []
    wizard.reject()


def test_new_villages_are_added_to_the_township_that_holds_them(
    qtbot: QtBot, open_wizard: OpenWizard, session: CountySession, tmp_path: Path
) -> None:
    session.do(Edit("", add(Boundary("500999100", geojson(shapely.box(105.6, 29.6, 105.8, 29.8))))))
    source = write_ogr(
        tmp_path / "村.gpkg",
        [shapely.box(105.7, 29.7, 105.71, 29.71)],
        {"名称": ["丁村"], "区划代码": ["500999100201"]},
        kind="Polygon",
    )
    wizard = open_wizard(source)
    assert wizard.parts[0].use is LayerUse.VILLAGES
    go_on(qtbot, wizard, 2)
    wizard.matches.all_new.click()
    go_on(qtbot, wizard)
    wizard.take_over.click()
    village = session.county.division("500999100201")
    assert village == Division(
        "500999100201", "丁村", DivisionKind.VILLAGE, "500999100", longitude=village.longitude,
        latitude=village.latitude, place_origin=village.place_origin, source="村.gpkg",
    )  # fmt: skip
    assert village.place is not None
    assert session.county.boundary("500999100201") is not None
