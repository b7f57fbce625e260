"""The map in the window, by the mouse and the keyboard."""

from __future__ import annotations

import pytest
from matplotlib.backend_bases import MouseButton, MouseEvent
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from desktop.fonts import picture_font
from desktop.map.coverage_canvas import CoverageCanvas
from desktop.map.drawing import Hit, MapDrawing
from desktop.map.map_data import MapData, map_data
from models.catalogue import Language
from models.county import County
from models.coverage import coverage
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind

HOSPITAL = Facility(
    "h",
    "县医院",
    FacilityClass.HOSPITAL,
    FacilityType.GENERAL_HOSPITAL,
    longitude=105.70,
    latitude=29.70,
    emergency_site=True,
)
FAR = Division("2", "远镇", DivisionKind.TOWN, None, False, 105.95, 29.60, None, 20_000)


def data() -> MapData:
    county = County([HOSPITAL, FAR])
    return map_data(county, coverage(county, load_catalogue().rules("dazu")))


@pytest.fixture
def canvas(qtbot: QtBot) -> CoverageCanvas:
    made = CoverageCanvas(load_catalogue(), Language.ZH, picture_font())
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_map(data())
    made.show()
    return made


def drawing(canvas: CoverageCanvas) -> MapDrawing:
    assert canvas.drawing is not None
    return canvas.drawing


def pixel(canvas: CoverageCanvas, kind: str) -> tuple[float, float]:
    shown = drawing(canvas).data.facilities if kind == "facility" else drawing(canvas).data.points
    x, y = drawing(canvas).axes.transData.transform((shown[0].x, shown[0].y))
    return float(x), float(y)


def mouse(canvas: CoverageCanvas, name: str, x: float, y: float, **more: object) -> None:
    target = drawing(canvas).figure.canvas
    button = None if name == "motion_notify_event" else MouseButton.LEFT
    event = MouseEvent(name, target, x, y, button=button, **more)  # type: ignore[arg-type]
    target.callbacks.process(name, event)


def click(canvas: CoverageCanvas, x: float, y: float) -> None:
    mouse(canvas, "button_press_event", x, y)
    mouse(canvas, "button_release_event", x, y)


def test_a_click_on_a_facility_tells_its_id(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.facility_clicked) as told:
        click(canvas, *pixel(canvas, "facility"))
    assert told.args == ["h"]


def test_a_click_on_a_point_tells_its_code(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.division_clicked) as told:
        click(canvas, *pixel(canvas, "point"))
    assert told.args == ["2"]


def test_a_double_click_on_a_facility_opens_it(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.facility_activated) as told:
        mouse(canvas, "button_press_event", *pixel(canvas, "facility"), dblclick=True)
    assert told.args == ["h"]


def test_a_drag_moves_the_map_and_picks_nothing(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    x, y = pixel(canvas, "facility")
    with qtbot.assertNotEmitted(canvas.facility_clicked):
        mouse(canvas, "button_press_event", x, y)
        mouse(canvas, "motion_notify_event", x + 50, y + 20)
        mouse(canvas, "button_release_event", x + 50, y + 20)
    assert pixel(canvas, "facility") == pytest.approx((x + 50, y + 20))


def test_the_wheel_zooms_and_a_double_click_on_nothing_brings_all_back(
    canvas: CoverageCanvas,
) -> None:
    mouse(canvas, "scroll_event", 200, 300, step=2)
    assert drawing(canvas).view is not None
    mouse(canvas, "button_press_event", 2, 2, dblclick=True)
    assert drawing(canvas).view is None


def test_the_keyboard_zooms(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    width = drawing(canvas).axes.get_xlim()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    nearer = drawing(canvas).axes.get_xlim()
    assert nearer[1] - nearer[0] < width[1] - width[0]
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert drawing(canvas).axes.get_xlim() == pytest.approx(width)
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert drawing(canvas).view is None


def test_the_view_and_the_selection_stay_when_the_map_is_drawn_anew(
    canvas: CoverageCanvas,
) -> None:
    canvas.select("h")
    canvas.zoom_in()
    view = drawing(canvas).view
    canvas.show_map(data())
    assert drawing(canvas).view == view
    hospital = drawing(canvas).data.facilities[0]
    ring = drawing(canvas).axes.collections[-1].get_offsets()
    assert ring.tolist() == [[hospital.x, hospital.y]]


def test_the_tip_names_what_lies_there_with_its_figures(canvas: CoverageCanvas) -> None:
    shown = drawing(canvas).data
    tip = canvas.tip(Hit(shown.facilities[0], shown.points[0]))
    assert tip.splitlines()[:3] == ["县医院", "医院 · 急救站点", "远镇"]
    assert "20,000 人" in tip
    assert "最近站点 县医院：" in tip
    assert "限值 10 千米" in tip
    assert canvas.tip(Hit(None, None)) == ""
