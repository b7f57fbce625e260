"""The map under the hand: 600 villages, 2,000 facilities, a boundary of 5,000 corners, roads.

A step of a drag and a notch of the wheel move the last picture; `drawn anew` is what follows when
the hand rests, and what each step would cost without that picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import cos, pi, sin
from random import Random

import pytest
import shapely
from matplotlib.backend_bases import MouseButton, MouseEvent
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from desktop.app import make_qt_application
from desktop.fonts import picture_font
from desktop.map.coverage_canvas import CoverageCanvas
from desktop.map.map_data import map_data
from models.catalogue import Catalogue, Language
from models.county import County
from models.coverage import coverage
from models.edits import Record
from models.layers import Boundary, Feature, Layer, LayerKind, feature_collection, geojson

CORNERS = 5000
ROADS = 400  # each of 50 corners


def ground() -> list[Record]:
    """A jagged boundary round the made county, and winding roads within."""
    random = Random(5)
    ring = [
        (105.7 + r * cos(a), 29.7 + r * sin(a))
        for a, r in ((2 * pi * n / CORNERS, 0.72 + 0.004 * random.random()) for n in range(CORNERS))
    ]
    roads = []
    for _ in range(ROADS):
        x, y = 105.2 + random.random(), 29.2 + random.random()
        way = [(x, y)]
        for _ in range(49):
            x, y = x + random.gauss(0, 0.002), y + random.gauss(0, 0.002)
            way.append((x, y))
        roads.append(Feature(shapely.LineString(way), {"class": "县道"}))
    return [
        Boundary("500999", geojson(shapely.Polygon(ring))),
        Layer("roads", "道路", LayerKind.ROADS, feature_collection(roads)),
    ]


@pytest.fixture(scope="module")
def canvas(made: Callable[..., list[Record]], catalogue: Catalogue) -> Iterator[CoverageCanvas]:
    make_qt_application()
    county = County([*made(2000, 600), *ground()])
    shown = CoverageCanvas(catalogue, Language.ZH, picture_font())
    shown.resize(900, 640)
    shown.show_map(map_data(county, coverage(county, catalogue.rules("dazu"))))
    shown.show()
    QApplication.processEvents()
    yield shown
    shown.close()
    shown.deleteLater()


def mouse(canvas: CoverageCanvas, name: str, x: float, y: float, **more: float) -> None:
    assert canvas.drawing is not None
    target = canvas.drawing.figure.canvas
    button = None if name == "motion_notify_event" else MouseButton.LEFT
    event = MouseEvent(name, target, x, y, button=button, **more)  # type: ignore[arg-type]
    target.callbacks.process(name, event)
    QApplication.processEvents()


def test_pan_step(benchmark: BenchmarkFixture, canvas: CoverageCanvas) -> None:
    """One movement of a dragging hand, until it is on the screen."""
    canvas.home()
    QApplication.processEvents()
    mouse(canvas, "button_press_event", 450, 300)
    places = iter(range(10**6))

    def step() -> None:
        n = next(places)
        mouse(canvas, "motion_notify_event", 450 + 9 * (n % 12 + 1), 300 + 7 * (n % 5))

    benchmark.pedantic(step, rounds=60, warmup_rounds=3)
    mouse(canvas, "button_release_event", 460, 300)


def test_wheel_step(benchmark: BenchmarkFixture, canvas: CoverageCanvas) -> None:
    """One notch of the wheel, until it is on the screen."""
    canvas.home()
    QApplication.processEvents()
    notches = iter((1, -1) * 10**5)

    def step() -> None:
        mouse(canvas, "scroll_event", 300, 300, step=next(notches))

    benchmark.pedantic(step, rounds=40, warmup_rounds=2)


@pytest.mark.parametrize("nearer", [1.0, 4.0])
def test_drawn_anew(benchmark: BenchmarkFixture, canvas: CoverageCanvas, nearer: float) -> None:
    """Everything in view, with the names, as when the hand rests."""
    assert canvas.drawing is not None
    canvas.home()
    canvas.drawing.zoom(nearer)

    def draw() -> None:
        canvas._refresh()
        QApplication.processEvents()

    benchmark.pedantic(draw, rounds=8, warmup_rounds=1)


def test_hover(benchmark: BenchmarkFixture, canvas: CoverageCanvas) -> None:
    """What lies under the pointer, with its figures."""
    canvas.home()
    QApplication.processEvents()
    assert canvas.drawing is not None
    drawing = canvas.drawing
    point = drawing.data.points[7]
    x, y = drawing.pixel(point.x, point.y)
    benchmark(lambda: canvas.tip(drawing.hit(x, y)))
