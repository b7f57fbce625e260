"""The part of the self-test that reads and writes files: geographic ones, papers, charts, a pack.

Each step leaves its files in the folder that it is given, which holds the county files of
`desktop.self_test`, and raises where something fails; what a bundle lacks shows only by use.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyogrio
import shapely

from db.exchange.geodata import read_geodata
from db.exchange.geodata_writing import write_geodata
from desktop.background import Task
from desktop.chart_pictures import chart_figure, meeting_charts, save_chart
from desktop.opening import open_session
from desktop.pdf_pages import PdfPages
from desktop.plan_pack import PlanPack
from desktop.plan_papers import filled_papers, plan_document, save_document
from desktop.proofreading_files import proofreading
from desktop.session import CountySession
from models.catalogue import Language
from models.coordinates import CGCS2000, WGS84, from_wgs84, system_of_code, to_wgs84
from models.discrepancy import DiscrepancyKind
from models.geo_reading import read_layer
from models.geo_source import GeoLayer, shapes
from models.known_places import KnownPlaces
from models.plan_document import PaperFormat, PlanDocument, PlanTable, TableColumn, TableRow

_ZONE = system_of_code("cgcs2000-3-105")
_PLACES = {"龙岗街道": (105.72, 29.70), "棠香街道": (105.74, 29.72)}  # degrees, made up
_DEGREES = 1e-7  # a centimetre


def require(holds: bool, message: str) -> None:
    """Fail the step with this message where something does not hold."""
    if not holds:
        raise RuntimeError(message)


@contextmanager
def session_of(path: Path) -> Iterator[CountySession]:
    session = open_session(path, Language.ZH)
    try:
        yield session
    finally:
        session.close()


def exchange_geodata(folder: Path) -> None:
    """A GeoPackage in metres as the program writes it, and a shapefile with names in GBK, which
    only other programs write."""
    points = shapes([shapely.Point(*place) for place in _PLACES.values()])
    names = np.array(list(_PLACES), dtype=object)
    package, shapefile = folder / "places.gpkg", folder / "places.shp"
    layer = GeoLayer("places", points, np.arange(2), {"名称": list(names)}, WGS84)
    write_geodata(package, [layer], _ZONE)
    pyogrio.raw.write(
        shapefile, shapely.to_wkb(points), [names], ["名称"],
        geometry_type="Point", crs="EPSG:4490", encoding="GBK",
    )  # fmt: skip
    for path, system in ((package, _ZONE), (shapefile, CGCS2000)):
        (found,) = read_geodata(path).layers
        require(found.declared == system, f"{path.name} does not say its coordinate system")
        require(found.columns.get("名称") == list(_PLACES), f"the names of {path.name} are others")
        away = shapely.distance(read_layer(found, KnownPlaces()).geometries, points)
        require(bool((away < _DEGREES).all()), f"the places of {path.name} are others")


def convert_coordinates(_folder: Path) -> None:
    """Through every kind of system and back; a shift of datum needs the data of PROJ."""
    place = _PLACES["龙岗街道"]
    for code in ("gcj02", "bd09", "beijing54", "beijing54-6-105", "xian80-3-105", _ZONE.code):
        system = system_of_code(code)
        there = from_wgs84(*place, system)
        back = to_wgs84(*there, system)
        require(bool(np.abs(np.subtract(back, place)).max() < _DEGREES), f"{code} and back")
        require(bool(np.abs(np.subtract(there, place)).max() > 1e-5), f"{code} changes nothing")


def write_papers(folder: Path) -> None:
    """The published tables of a plan in each format; the text of the PDF can be found."""
    with session_of(folder / "dazu.weigui") as session:
        papers = [paper for paper in filled_papers(session) if paper.layout]
        document = plan_document(session, papers)
        name = session.county.facilities[0].name
    for paper_format in PaperFormat:
        save_document(document, folder / f"tables.{paper_format}", paper_format)
    pages = PdfPages((folder / "tables.pdf").read_bytes())
    require(bool(pages.places_of(name, range(len(pages)))), f"{name} is not found in the PDF")


def draw_chart(folder: Path) -> None:
    path = folder / "chart.svg"
    with session_of(folder / "dazu.weigui") as session:
        chart = meeting_charts(session)[0]
        save_chart(path, chart_figure(chart, session))
    require("</svg>" in path.read_text("utf8"), "the chart is not an SVG picture")


def proofread_document(folder: Path) -> None:
    """A Word document of one table, whose total is wrong: 350 + 100 is printed as 460."""
    path = folder / "plan.docx"
    columns = ("序号", "机构名称", "现有编制床位", "实有床位", "2025年规划编制床位")
    rows = (
        ("1", "县人民医院", "300", "310", "350"),
        ("2", "县中医院", "100", "90", "100"),
        ("", "合计", "400", "400", "460"),
    )
    table = PlanTable(
        "布局",
        "公立医院布局",
        tuple(TableColumn(heading, 20) for heading in columns),
        tuple(TableRow(cells) for cells in rows),
    )
    document = PlanDocument("甲县医疗卫生服务体系规划", "", Language.ZH, (table,))
    save_document(document, path, PaperFormat.DOCX)
    found = proofreading(path)(Task(lambda task: None)).found
    kinds = [one.kind for one in found]
    require(kinds == [DiscrepancyKind.TOTAL_DIFFERS], f"found in the document: {kinds}")


def write_pack(folder: Path) -> None:
    with session_of(folder / "yanjiang.weigui") as session:
        pack = PlanPack(session)
        pack.write(folder / "pack", Task(lambda task: None))
    missing = [name for name in pack.names if not (folder / "pack" / name).is_file()]
    require(not missing, f"missing in the pack: {missing}")
