"""The drawn map: what is on it, the view, and pictures of it."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction

import pypdfium2
import pytest
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from PIL import Image

from db.catalogue import load_catalogue
from desktop.fonts import picture_font
from desktop.map.drawing import PAGES, MapDrawing, map_picture
from desktop.map.furniture import round_length
from desktop.map.legend import SERVICE
from desktop.map.looks import STATE_LOOKS, TYPE_MARKERS
from desktop.map.map_data import BoundaryLevel, MapData, PointState, map_data
from models.catalogue import Language
from models.county import County
from models.coverage import coverage
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, PlaceOrigin
from models.geography import Division, DivisionKind
from models.layers import Boundary, Feature, Layer, LayerKind, feature_collection, geojson
from models.plan import CountyInfo
from models.rules.rule import RuleKind

RULES = load_catalogue().rules("dazu")
HOSPITAL = Facility(
    "h",
    "人民$医院$",  # not mathematics
    FacilityClass.HOSPITAL,
    FacilityType.GENERAL_HOSPITAL,
    longitude=105.70,
    latitude=29.70,
    place_origin=PlaceOrigin.APPROXIMATE,
    emergency_site=True,
)
CLOSING = replace(
    HOSPITAL, id="c", name="撤并卫生院", longitude=105.75, status=FacilityStatus.TO_CLOSE
)
NEAR = Division("1", "近镇", DivisionKind.TOWN, None, False, 105.72, 29.72, None, 5000)
FAR = Division("2", "远镇", DivisionKind.TOWN, None, False, 105.95, 29.70, None, 20_000)
UNCLASSED = Division("3", "不明镇", DivisionKind.TOWN, None, None, 105.80, 29.75)
COUNTY = County([CountyInfo("1", "某县"), HOSPITAL, CLOSING, NEAR, FAR, UNCLASSED])


def data(county: County = COUNTY, rule_id: str = "") -> MapData:
    return map_data(county, coverage(county, RULES), rule_id)


def drawn(
    shown: MapData, language: Language = Language.ZH, hidden: frozenset[str] = frozenset()
) -> tuple[MapDrawing, list[str]]:
    figure = Figure(figsize=(9, 7), dpi=100)
    FigureCanvasAgg(figure)
    catalogue, font = load_catalogue(), picture_font()
    drawing = MapDrawing(figure, shown, catalogue, language, font, hidden, printed=True)
    drawing.arrange()
    texts = [t.get_text() for t in (*drawing.axes.texts, *figure.texts)]
    texts += [t.get_text() for legend in figure.legends for t in legend.get_texts()]
    return drawing, texts


def test_points_have_the_state_that_the_check_found() -> None:
    states = {p.name: p.state for p in data().points}
    assert states == {
        "近镇": PointState.COVERED,
        "远镇": PointState.UNCOVERED,
        "不明镇": PointState.UNCHECKED,
    }


def test_places_are_kilometres_apart_as_on_the_ground() -> None:
    points = {p.name: p for p in data().points}
    ((_, measured),) = points["远镇"].measured
    (hospital,) = [f for f in data().facilities if f.site]
    far = points["远镇"]
    apart = ((far.x - hospital.x) ** 2 + (far.y - hospital.y) ** 2) ** 0.5
    assert measured.distance_m == pytest.approx(apart * 1000, abs=0.01)


def test_one_rule_shows_its_own_points_and_circle() -> None:
    urban = data(rule_id="dazu.emergency-radius-urban")
    assert urban.points == ()
    assert [float(a.rule.limit) for a in urban.areas] == [3500]


def test_names_legend_and_notes_are_in_the_language_asked_for() -> None:
    _, zh = drawn(data())
    assert {"近镇", "远镇", "半径外的人口点", "农村服务半径 10 千米", "拟撤销", "北"} <= set(zh)
    assert "某县急救服务半径覆盖图" in zh
    assert "人民$医院$ ≈" in zh
    assert any("WGS 84" in t and "105°E" in t and "直线距离" in t for t in zh)
    _, en = drawn(data(), Language.EN)
    assert {"Population point outside the radius", "Rural service radius 10 km", "N"} <= set(en)


def test_the_legend_lists_only_what_is_shown() -> None:
    _, texts = drawn(data(County([CountyInfo("1", "某县"), HOSPITAL, NEAR])))
    assert "半径外的人口点" not in texts
    assert "拟撤销" not in texts


def test_what_is_left_out_is_told_on_the_map() -> None:
    unplaced = replace(HOSPITAL, id="u", longitude=None, latitude=None)
    _, texts = drawn(data(County([CountyInfo("1", "某县"), HOSPITAL, unplaced, NEAR])))
    assert any("站点 1 个、人口点 0 个" in t for t in texts)


def test_a_kilometre_is_as_long_both_ways_whatever_the_shape_of_the_figure() -> None:
    drawing, _ = drawn(data())
    for size in ((9, 7), (14, 5), (5, 9)):
        drawing.figure.set_size_inches(size)
        drawing.arrange()
        origin, east, north = drawing.axes.transData.transform([(0, 0), (1, 0), (0, 1)])
        assert east[0] - origin[0] == pytest.approx(north[1] - origin[1])
        box = drawing.axes.get_window_extent()
        for x, y in drawing.data.places():
            assert box.contains(*drawing.axes.transData.transform((x, y)))


def test_zoom_keeps_the_place_under_the_pointer_and_home_brings_all_back() -> None:
    drawing, _ = drawn(data())
    before = drawing.axes.get_xlim()
    fixed = drawing.axes.transData.inverted().transform((300, 400))
    drawing.zoom(2, 300, 400)
    drawing.arrange()
    assert drawing.axes.transData.inverted().transform((300, 400)) == pytest.approx(fixed)
    west, east = drawing.axes.get_xlim()
    assert east - west == pytest.approx((before[1] - before[0]) / 2)
    drawing.home()
    drawing.arrange()
    assert drawing.axes.get_xlim() == pytest.approx(before)


def test_pan_moves_the_map_with_the_hand() -> None:
    drawing, _ = drawn(data())
    place = drawing.axes.transData.inverted().transform((300, 300))
    drawing.pan(40, -25)
    drawing.arrange()
    assert drawing.axes.transData.transform(place) == pytest.approx((340, 275))


def test_hit_tells_facility_from_the_point_around_it() -> None:
    seat = replace(NEAR, longitude=HOSPITAL.longitude, latitude=HOSPITAL.latitude, population=9)
    drawing, _ = drawn(data(County([CountyInfo("1", "某县"), HOSPITAL, seat, FAR])))
    x, y = drawing.axes.transData.transform(next(iter(drawing.data.places())))
    both = drawing.hit(x, y)
    assert both.facility is not None
    assert both.point is not None
    edge = drawing.hit(x + 9, y)
    assert edge.facility is None
    assert edge.point is not None
    assert drawing.hit(1, 1) == (None, None)


def test_scale_bars_have_round_lengths() -> None:
    assert [round_length(x) for x in (12.3, 9.9, 0.7, 2)] == [10, 5, 0.5, 2]


def test_a_county_without_anything_is_an_empty_map() -> None:
    drawing, texts = drawn(data(County()))
    assert drawing.hit(300, 300) == (None, None)
    assert "北" in texts


def test_hidden_parts_are_left_out_of_the_legend_too() -> None:
    _, texts = drawn(data(), hidden=frozenset({PointState.UNCOVERED, FacilityStatus.TO_CLOSE}))
    assert not {"半径外的人口点", "远镇", "拟撤销", "撤并卫生院"} & set(texts)
    assert {"半径内的人口点", "近镇"} <= set(texts)


def test_a_place_on_the_map_has_degrees() -> None:
    shown = data()
    (hospital,) = [f for f in shown.facilities if f.site]
    assert shown.degrees(hospital.x, hospital.y) == pytest.approx((105.70, 29.70), abs=1e-6)


def test_boundaries_layers_and_service_areas_are_drawn_where_they_are() -> None:
    """The county: a box round everything; the village's area takes the state of its point."""
    box = geojson(shapely.box(105.6, 29.6, 106.0, 29.8))
    around = geojson(shapely.box(105.9, 29.65, 105.99, 29.75))
    road = feature_collection([Feature(shapely.LineString([(105.6, 29.7), (106, 29.7)]), {})])
    records = [
        Boundary("1", around, "边界.shp"),
        Boundary("2", around, "边界.shp"),
        Layer("r", "国道", LayerKind.ROADS, road, source="道路.gpkg"),
    ]
    info = CountyInfo("500999", "某县")
    second = replace(HOSPITAL, id="h2", name="二院", longitude=105.9)
    whole = Boundary("500999", box, "县界.shp")
    county = County([info, HOSPITAL, second, NEAR, FAR, whole, *records])
    shown = map_data(county, coverage(county, RULES), service=True)
    assert {(b.level, b.state) for b in shown.ground.boundaries} == {
        (BoundaryLevel.COUNTY, None),
        (BoundaryLevel.TOWNSHIP, PointState.COVERED),
    }
    assert sum(a.area for a in shown.ground.service) == pytest.approx(
        next(b.area.area for b in shown.ground.boundaries if b.level is BoundaryLevel.COUNTY)
    )
    drawing, texts = drawn(shown)
    assert {"县（区）界", "乡镇（街道）界", "国道", "服务区（离哪个站点最近）"} <= set(texts)
    assert any("边界.shp；县界.shp；道路.gpkg" in t or "县界.shp" in t for t in texts)
    drawing.zoom(50)
    drawing.arrange()  # most of it is out of view now
    _, without = drawn(shown, hidden=frozenset({SERVICE, BoundaryLevel.COUNTY, "layer:r"}))
    assert not {"县（区）界", "国道", "服务区（离哪个站点最近）"} & set(without)


def test_what_is_reached_by_road_is_a_strip_along_the_road() -> None:
    """At 50 km/h 12 minutes reach 10 km along the road, less a short walk, and no more."""
    line = shapely.LineString([(105.5, 29.7), (106.2, 29.7)])
    roads = feature_collection([Feature(line, {"class": "国道"})])
    county = County([*COUNTY.records(), Layer("r", "国道", LayerKind.ROADS, roads)])
    (circle,) = [r for r in load_catalogue().rules("wuxi") if r.id.endswith("circle-rural")]
    found = coverage(county, [replace(circle, limit=Fraction(12))], kinds=frozenset(RuleKind))
    shown = map_data(county, found)
    (area,) = shown.areas
    hospital = next(f for f in shown.facilities if f.id == "h")
    for east, north, inside in ((9.5, 0, True), (-9.5, 0, True), (10.5, 0, False), (5, 2, False)):
        place = shapely.Point(hospital.x + east, hospital.y + north)
        assert area.area.contains(place) is inside
    assert area.circles == (area.area,)
    _, texts = drawn(shown)
    assert any("按道路网量算" in text for text in texts)


def test_symbols_of_types_and_states_differ_without_colour() -> None:
    assert len({str(m) for m in TYPE_MARKERS.values()}) == len(FacilityType)
    looks = [(bool(look.fill), look.crossed) for look in STATE_LOOKS.values()]
    assert len(set(looks)) == len(FacilityStatus)


def test_fewer_symbols_in_view_are_larger() -> None:
    many = [replace(HOSPITAL, id=f"f{n}", longitude=105.6 + n * 0.0004) for n in range(900)]
    drawing, _ = drawn(data(County([CountyInfo("1", "某县"), *many, NEAR])))
    far = sizes_of_most(drawing)
    drawing.zoom(30)
    drawing.arrange()
    assert sizes_of_most(drawing) > far


def sizes_of_most(drawing: MapDrawing) -> float:
    """The size of the symbols of which the map shows most."""
    sizes = [c.get_sizes() for c in drawing.axes.collections if isinstance(c, PathCollection)]
    return float(max(sizes, key=len)[0])


@pytest.mark.parametrize("page", PAGES)
def test_a_pdf_is_as_large_as_its_page(page: str) -> None:
    pdf = map_picture(data(), load_catalogue(), Language.ZH, picture_font(), "pdf", page)
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    document.close()
    assert (width / 72, height / 72) == pytest.approx(PAGES[page], abs=0.01)


def test_pictures_are_the_same_each_time_and_pdf_can_be_searched() -> None:
    catalogue, font = load_catalogue(), picture_font()
    png = map_picture(data(), catalogue, Language.ZH, font, "png")
    assert Image.open(io.BytesIO(png)).size == (2338, 1654)
    pdf = map_picture(data(), catalogue, Language.ZH, font, "pdf")
    assert pdf == map_picture(data(), catalogue, Language.ZH, font, "pdf")
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    reader = page.get_textpage()
    text = reader.get_text_range()
    for part in (reader, page, document):
        part.close()
    assert "某县急救服务半径覆盖图" in text
    assert "远镇" in text
    svg = map_picture(data(), catalogue, Language.ZH, font, "svg").decode("utf8")
    assert "<svg" in svg
    assert ">近镇</text>" in svg  # a name that can be found and edited
