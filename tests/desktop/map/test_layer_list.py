"""The layer list: what is on the map, with its symbol, on or off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from desktop.map.layer_list import LayerList
from desktop.map.legend import SERVICE
from desktop.map.map_data import MapData, PointState, map_data
from models.catalogue import Language
from models.county import County
from models.coverage import coverage
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind

HOSPITAL = Facility(
    "h", "县医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, longitude=105.7,
    latitude=29.7, emergency_site=True,
)  # fmt: skip
NEAR = Division("1", "近镇", DivisionKind.TOWN, None, False, 105.72, 29.7, None, 3_000)
FAR = Division("2", "远镇", DivisionKind.TOWN, None, False, 105.95, 29.7, None, 1_000)


def data(*divisions: Division) -> MapData:
    county = County([HOSPITAL, *divisions])
    return map_data(county, coverage(county, load_catalogue().rules("dazu")))


def items(layers: LayerList) -> dict[str, QListWidgetItem]:
    found = (layers.item(row) for row in range(layers.count()))
    return {item.text(): item for item in found}


def test_what_is_on_the_map_is_listed_with_its_symbol(qtbot: QtBot) -> None:
    layers = LayerList(load_catalogue(), Language.ZH)
    qtbot.addWidget(layers)
    layers.show_layers(data(NEAR))
    listed = items(layers)
    assert {"人口点", "半径内的人口点", "综合医院", "农村服务半径 10 千米", "名称"} <= set(listed)
    assert "半径外的人口点" not in listed
    assert not listed["综合医院"].icon().isNull()
    assert listed["综合医院"].checkState() is Qt.CheckState.Checked
    assert not listed["人口点"].flags() & Qt.ItemFlag.ItemIsUserCheckable  # a heading


def test_what_is_switched_off_is_told_and_stays_off(qtbot: QtBot) -> None:
    layers = LayerList(load_catalogue(), Language.ZH)
    qtbot.addWidget(layers)
    layers.show_layers(data(NEAR, FAR))
    with qtbot.waitSignal(layers.hidden_changed) as told:
        items(layers)["半径外的人口点"].setCheckState(Qt.CheckState.Unchecked)
    assert told.args == [frozenset({PointState.UNCOVERED, SERVICE})]
    layers.show_layers(data(NEAR))
    layers.show_layers(data(NEAR, FAR))
    assert items(layers)["半径外的人口点"].checkState() is Qt.CheckState.Unchecked
    with qtbot.waitSignal(layers.hidden_changed) as told:
        items(layers)["半径外的人口点"].setCheckState(Qt.CheckState.Checked)
    assert told.args == [frozenset({SERVICE})]
