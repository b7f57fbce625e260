"""The planner has village points from Amap and the county's boundary, and wants to see coverage."""

from __future__ import annotations

import pytest
import shapely
from PySide6.QtCore import Qt

from db.county_file import create
from db.samples import sample_records
from desktop.dialogs.geo_wizard import GeoWizard
from desktop.dialogs.layers_dialog import LayersDialog
from desktop.pages.map_data_menu import MapDataMenu
from models.coordinates import GCJ02, from_wgs84
from models.facility import PlaceOrigin
from tests.db.exchange.made_geodata import write_ogr

pytestmark = pytest.mark.slow


@pytest.fixture
def dazu(planner, tmp_path):
    path = tmp_path / "大足区.weigui"
    create(path, sample_records("dazu"), "新建")
    assert planner.window.open_file(path)
    return planner


@pytest.fixture
def villages(dazu, tmp_path):
    """Points a kilometre east of the seats of their townships, as Amap has them, beside the seats
    themselves and a boundary around all; one village is misspelt, one is nobody's."""
    county = dazu.session.county
    seats = {t.code: t for t in county.townships if t.place is not None}
    own = [v for v in county.divisions if v.parent == "500111001"][:3]
    east = [(seats[v.parent].longitude + 0.01, seats[v.parent].latitude) for v in own]
    names = [own[0].name, own[1].name.replace("社区居民委员会", "社居委"), "天外村"]
    path = tmp_path / "地理数据.gpkg"
    write_ogr(
        path, [amap(place) for place in east],
        {"村名": names, "乡镇": ["龙岗街道"] * 3, "2023年常住人口": [1200, 800, 10]}, layer="村点",
    )  # fmt: skip
    write_ogr(
        path, [amap(seat.place) for seat in seats.values()],
        {"名称": [seat.name for seat in seats.values()]}, layer="乡镇驻地", append=True,
    )  # fmt: skip
    around = shapely.MultiPoint([seat.place for seat in seats.values()]).convex_hull.buffer(0.05)
    write_ogr(path, [around], {"名称": ["大足区"]}, kind="Polygon", layer="县界", append=True)
    return path


def amap(place):
    x, y = from_wgs84(*place, GCJ02)
    return shapely.Point(float(x), float(y))


def go_on(qtbot, wizard):
    wizard.next.click()
    qtbot.waitUntil(lambda: not wizard.job.is_busy)


def listed(widget):
    return [widget.item(row).text() for row in range(widget.count())]


def test_points_of_a_web_map_come_in_where_they_are(dazu, qtbot, villages):
    before = set(dazu.session.county.records())
    seat = dazu.session.county.division("500111001").place
    dazu.menu("文件", "导入地理数据")
    dazu.choose_file(villages)
    wizard = dazu.dialog(GeoWizard)
    qtbot.waitUntil(lambda: not wizard.job.is_busy)
    assert [wizard.layers.table.item(row, 0).text() for row in range(3)] == [
        "村点", "乡镇驻地", "县界",
    ]  # fmt: skip

    go_on(qtbot, wizard)  # to the position: what is not as the file states is told
    assert [text.split("\n")[0] for text in listed(wizard.position.list)][1] == "! 乡镇驻地"
    wizard.position.list.setCurrentRow(1)
    assert "可能是GCJ-02" in wizard.position.notices.item(0).text()
    wizard.position.accept_fit.click()
    qtbot.waitUntil(lambda: not wizard.job.is_busy)
    wizard.position.list.setCurrentRow(0)
    gcj = wizard.position.systems.findText("GCJ-02", Qt.MatchFlag.MatchContains)
    wizard.position.systems.setCurrentIndex(gcj)
    wizard.position.systems.activated.emit(gcj)
    qtbot.waitUntil(lambda: not wizard.job.is_busy)

    go_on(qtbot, wizard)  # to the matching: one is confirmed, one left out
    page = wizard.matches
    page.only_open.setChecked(True)
    assert page.model.rowCount() == 2
    page.table.choose(0)
    page.take.click()
    page.table.choose(0)
    page.leave.click()
    assert page.model.rowCount() == 0

    go_on(qtbot, wizard)
    assert "村点" in listed(wizard.outcomes)[2]
    wizard.take_over.click()
    county = dazu.session.county
    placed = [v for v in county.divisions if v.parent and v.place is not None]
    assert len(placed) == 2
    for village in placed:
        assert village.place == pytest.approx((seat[0] + 0.01, seat[1]), abs=1e-6)
        assert village.place_origin is PlaceOrigin.SURVEYED
        assert county.people(village, 2023).persons in (1200, 800)
    assert county.boundary("500111") is not None
    assert len(dazu.session.file.journal()) == 2

    coverage = dazu.go_to("coverage")
    assert {p.code for p in coverage.data.points} >= {v.code for v in placed}
    dazu.press("Ctrl+Z")
    assert set(county.records()) == before


def test_layers_are_managed_where_the_map_is(dazu):
    page = dazu.go_to("coverage")
    (menu,) = page.findChildren(MapDataMenu)
    menu.actions()[1].trigger()
    (dialog,) = page.findChildren(LayersDialog)
    assert dialog.layers.rowCount() == 0
    dialog.close()
