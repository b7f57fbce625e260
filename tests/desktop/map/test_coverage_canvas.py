"""The map in the window, by the mouse and the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib.backend_bases import MouseButton, MouseEvent
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from desktop.fonts import picture_font
from desktop.map.coverage_canvas import CoverageCanvas
from desktop.map.drawing import MapDrawing
from desktop.map.legend import NAMES
from desktop.map.map_data import MapData, map_data
from desktop.map.symbols import Hit
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


def data(hospital: Facility = HOSPITAL) -> MapData:
    county = County([hospital, FAR])
    return map_data(county, coverage(county, load_catalogue().rules("dazu")))


@pytest.fixture
def canvas(qtbot: QtBot) -> CoverageCanvas:
    made = CoverageCanvas(load_catalogue(), Language.ZH, picture_font())
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_map(data())
    made.show()
    qtbot.waitUntil(lambda: made._drawn is not None)
    return made


def drawing(canvas: CoverageCanvas) -> MapDrawing:
    assert canvas.drawing is not None
    return canvas.drawing


def pixel(canvas: CoverageCanvas, kind: str) -> tuple[int, int]:
    """Of the first symbol; whole, as the mouse tells them."""
    shown = drawing(canvas).data.facilities if kind == "facility" else drawing(canvas).data.points
    x, y = drawing(canvas).pixel(shown[0].x, shown[0].y)
    return int(x), int(y)


def mouse(canvas: CoverageCanvas, name: str, x: float, y: float, **more: object) -> None:
    target = drawing(canvas).figure.canvas
    button = None if name == "motion_notify_event" else MouseButton.LEFT
    event = MouseEvent(name, target, x, y, button=button, **more)  # type: ignore[arg-type]
    target.callbacks.process(name, event)


def click(canvas: CoverageCanvas, x: float, y: float) -> None:
    mouse(canvas, "button_press_event", x, y)
    mouse(canvas, "button_release_event", x, y)


def drag(canvas: CoverageCanvas, x: float, y: float, dx: float, dy: float) -> None:
    mouse(canvas, "button_press_event", x, y)
    mouse(canvas, "motion_notify_event", x + dx / 2, y + dy / 2)
    mouse(canvas, "motion_notify_event", x + dx, y + dy)
    mouse(canvas, "button_release_event", x + dx, y + dy)


def test_a_click_tells_what_was_picked(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    for kind, target in (("facility", ("facility", "h")), ("point", ("division", "2"))):
        with qtbot.waitSignal(canvas.picked) as told:
            click(canvas, *pixel(canvas, kind))
        assert told.args == [target]
        assert canvas.selected is not None
        assert canvas.selected.target == target
    with qtbot.waitSignal(canvas.picked) as told:
        click(canvas, 3, drawing(canvas).axes.get_window_extent().y1 - 3)
    assert told.args == [None]
    assert canvas.selected is None


def test_another_click_picks_the_point_below_a_facility(
    canvas: CoverageCanvas, qtbot: QtBot
) -> None:
    assert FAR.place is not None
    longitude, latitude = FAR.place
    canvas.show_map(data(replace(HOSPITAL, longitude=longitude, latitude=latitude)))
    picked = []
    canvas.picked.connect(picked.append)
    for _ in range(3):
        click(canvas, *pixel(canvas, "facility"))
    assert picked == [("facility", "h"), ("division", "2"), ("facility", "h")]


def test_a_double_click_on_a_facility_opens_it(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.facility_activated) as told:
        mouse(canvas, "button_press_event", *pixel(canvas, "facility"), dblclick=True)
    assert told.args == ["h"]


def test_a_drag_moves_the_map_and_picks_nothing(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    x, y = pixel(canvas, "facility")
    with qtbot.assertNotEmitted(canvas.picked):
        drag(canvas, x, y, 50, 20)
    assert pixel(canvas, "facility") == (x + 50, y + 20)


def test_while_the_map_moves_its_last_picture_moves_and_at_rest_it_is_drawn_anew(
    canvas: CoverageCanvas, qtbot: QtBot
) -> None:
    before = canvas._canvas.grab().toImage()
    x, y = pixel(canvas, "facility")
    mouse(canvas, "button_press_event", x, y)
    mouse(canvas, "motion_notify_event", x + 40, y - 30)  # to the right and down
    assert canvas._canvas.is_held
    moved = canvas._canvas.grab().toImage()
    height, ratio = before.height(), before.devicePixelRatio()
    assert ratio == 1
    for dx in range(-8, 9):  # the symbol's row of pixels stands where the hand took it
        there = moved.pixel(int(x) + 40 + dx, int(height - y) + 30)
        assert there == before.pixel(int(x) + dx, int(height - y))
    mouse(canvas, "button_release_event", x + 40, y - 30)
    assert not canvas._canvas.is_held


def test_the_wheel_zooms_at_the_pointer_and_a_double_click_on_nothing_brings_all_back(
    canvas: CoverageCanvas, qtbot: QtBot
) -> None:
    fixed = drawing(canvas).km(200, 300)
    span = drawing(canvas).fitted().km_per_pixel
    mouse(canvas, "scroll_event", 200, 300, step=2)
    assert drawing(canvas).km(200, 300) == pytest.approx(fixed)
    assert drawing(canvas).fitted().km_per_pixel == pytest.approx(span / 1.25**2)
    assert canvas._canvas.is_held
    bar = canvas._scale_rect().toRect()
    held = canvas._canvas.grab(bar).toImage()
    white = held.pixel(0, 0)
    pixels = {held.pixel(x, y) for x in range(held.width()) for y in range(held.height())}
    assert pixels == {white}  # no scale that is not true
    qtbot.waitUntil(lambda: not canvas._canvas.is_held)  # drawn anew when the wheel rests
    top = drawing(canvas).axes.get_window_extent().y1
    mouse(canvas, "button_press_event", 2, top - 2, dblclick=True)
    assert drawing(canvas).view is None


def test_a_box_is_zoomed_to(canvas: CoverageCanvas) -> None:
    canvas.use(canvas.box)
    corners = drawing(canvas).km(100, 150), drawing(canvas).km(300, 250)
    drag(canvas, 100, 150, 200, 100)
    window = drawing(canvas).axes.get_window_extent()
    (west, south), (east, north) = (drawing(canvas).pixel(*corner) for corner in corners)
    assert (west + east, south + north) == pytest.approx(
        (window.x0 + window.x1, window.y0 + window.y1)
    )
    assert east - west == pytest.approx(window.width)  # 200 × 100 is wider than the map
    assert north - south < window.height


def test_a_way_is_measured_in_metres_along_clicks(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    canvas.use(canvas.measure)
    metres_per_pixel = drawing(canvas).fitted().km_per_pixel * 1000
    click(canvas, 100, 200)
    click(canvas, 160, 280)  # 60 and 80 pixels: 100 along the way
    with qtbot.waitSignal(canvas.measure.measured) as told:
        click(canvas, 160, 330)
    assert told.args[0] == pytest.approx([100 * metres_per_pixel, 50 * metres_per_pixel])
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert canvas.measure.legs == pytest.approx([100 * metres_per_pixel])
    canvas.use(canvas.browse)
    assert canvas.measure.legs == []


def test_a_place_is_told_in_km_of_the_map(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    canvas.use(canvas.place)
    with qtbot.waitSignal(canvas.place.placed) as told:
        click(canvas, *pixel(canvas, "facility"))
    assert told.args == pytest.approx([*drawing(canvas).km(*pixel(canvas, "facility"))])


@pytest.mark.parametrize("kind", ["facility", "point"])
def test_what_is_dragged_is_told_with_its_new_place(
    canvas: CoverageCanvas, qtbot: QtBot, kind: str
) -> None:
    canvas.use(canvas.move_tool)
    x, y = pixel(canvas, kind)
    dragged = drawing(canvas).hit(x, y)
    with qtbot.waitSignal(canvas.move_tool.moved) as told:
        drag(canvas, x, y, -30, 20)
    assert told.args[0] == (dragged.facility or dragged.point)
    assert told.args[1:] == pytest.approx(list(drawing(canvas).km(x - 30, y + 20)))
    with qtbot.assertNotEmitted(canvas.move_tool.moved):  # nothing lies there: the map moves
        drag(canvas, 5, y, 40, 0)


def test_a_symbol_that_is_clicked_with_the_tool_that_moves_stays(
    canvas: CoverageCanvas, qtbot: QtBot
) -> None:
    canvas.use(canvas.move_tool)
    with qtbot.assertNotEmitted(canvas.move_tool.moved):
        click(canvas, *pixel(canvas, "facility"))


def test_the_keyboard_zooms_and_moves(canvas: CoverageCanvas, qtbot: QtBot) -> None:
    width = drawing(canvas).axes.get_xlim()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    nearer = drawing(canvas).axes.get_xlim()
    assert nearer[1] - nearer[0] < width[1] - width[0]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert drawing(canvas).axes.get_xlim()[0] > nearer[0]
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert drawing(canvas).view is None
    assert drawing(canvas).axes.get_xlim() == pytest.approx(width)


def test_the_view_and_the_selection_stay_when_the_map_is_drawn_anew(
    canvas: CoverageCanvas,
) -> None:
    canvas.select(("facility", "h"))
    canvas.zoom_in()
    view = drawing(canvas).view
    canvas.show_map(data(replace(HOSPITAL, longitude=105.72)))
    assert drawing(canvas).view == view
    assert canvas.selected == drawing(canvas).data.facilities[0]


def test_what_is_selected_elsewhere_comes_into_view(canvas: CoverageCanvas) -> None:
    canvas.select(("division", "2"))
    assert drawing(canvas).view is None  # it was in view
    for _ in range(8):
        canvas.zoom_in()  # to the middle, away from both
    canvas.select(("facility", "h"))
    window = drawing(canvas).axes.get_window_extent()
    assert window.contains(*pixel(canvas, "facility"))
    canvas.select(("facility", "elsewhere"))
    assert canvas.selected is None


def test_hidden_parts_are_neither_drawn_nor_found(canvas: CoverageCanvas) -> None:
    texts = {t.get_text() for t in drawing(canvas).axes.texts}
    assert {"县医院", "远镇"} <= texts
    canvas.hide_parts(frozenset({NAMES, FacilityType.GENERAL_HOSPITAL}))
    assert list(drawing(canvas).axes.texts) == []
    assert drawing(canvas).hit(*pixel(canvas, "facility")).facility is None
    assert drawing(canvas).hit(*pixel(canvas, "point")).point is not None


def test_the_tip_names_what_lies_there_with_its_figures(canvas: CoverageCanvas) -> None:
    shown = drawing(canvas).data
    tip = canvas.tip(Hit(shown.facilities[0], shown.points[0]))
    assert tip.splitlines()[:4] == [
        "县医院",
        "综合医院 · 现有 · 计入覆盖",
        "就近服务人口点 1 个，20,000 人",
        "远镇",
    ]
    assert "最近站点 县医院：" in tip
    assert "限值 10 千米" in tip
    assert canvas.tip(Hit(None, None)) == ""
