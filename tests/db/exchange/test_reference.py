"""Papers look as they looked when somebody last looked at them.

Each page is drawn in grey at 50 dots per inch and held against a picture in `reference/`. Where a
change of the look is meant, `python tests/db/exchange/test_reference.py` draws the pictures anew.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from db.catalogue import load_catalogue
from db.exchange.pdf import target_sheets_pdf
from db.exchange.plan_pdf import document_pdf
from models.catalogue import Language
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Ownership, PlaceOrigin
from models.geography import Division, DivisionKind
from models.layout import Layout
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Plan, Project
from models.plan_document import PlanDocument
from models.plan_tables import layout_plan_tables
from models.sheet_service import sheet_services
from models.target_sheet import SheetFinding, TargetSheet, target_sheet

FOLDER = Path(__file__).parent / "reference"
DAY = date(2026, 11, 22)
DOTS_PER_INCH = 50
# Of 255 levels of grey, on the average of all pixels. Other smoothing of the same letters stays
# below 1; a line of text more or less, which moves what is under it, is above 4.
TOLERANCE = 2.0

PLAN = Plan(
    "p", "“十四五”规划", "某县医疗卫生服务体系规划", "某府发〔2022〕1号", 2020, 2025, "dazu"
)


def hospital_sheet() -> bytes:
    """Figures, a department, steps, a project, an accepted finding and the small map."""
    findings = [
        SheetFinding(
            "错误", "床护比", "1:0.50", "≥ 1:0.58", "缺 24 人（注册护士）", "某县规划 专栏1 指标9",
            "已确认 2026-11-20", "分两批补足", "张三",
        )
    ]  # fmt: skip
    return target_sheets_pdf([_sheet("h", findings)], Language.ZH, DAY)


def village_forms() -> bytes:
    """Two halves of a page."""
    return target_sheets_pdf([_sheet("v1", []), _sheet("v2", [])], Language.ZH, DAY)


def plan_table() -> bytes:
    """Beds of the institutions, with a total."""
    tables = layout_plan_tables(_county(), PLAN, Layout.THREE_COLUMN, load_catalogue(), Language.ZH)
    return document_pdf(PlanDocument(PLAN.title, "草案", Language.ZH, tuple(tables)), DAY)


PAPERS: dict[str, Callable[[], bytes]] = {
    "hospital-sheet": hospital_sheet,
    "village-forms": village_forms,
    "plan-table": plan_table,
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_page_looks_as_it_did(name: str) -> None:
    drawn = picture(PAPERS[name]())
    kept = np.asarray(Image.open(FOLDER / f"{name}.png"), float)
    assert drawn.shape == kept.shape
    assert difference(drawn, kept) < TOLERANCE


def test_a_line_more_is_seen() -> None:
    """The comparison would notice: a whole row moves by the height of one line."""
    kept = np.asarray(Image.open(FOLDER / "hospital-sheet.png"), float)
    assert difference(np.roll(kept, 8, axis=0), kept) > 2 * TOLERANCE


def difference(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(np.abs(one - other).mean())


def picture(pdf: bytes) -> NDArray[np.float64]:
    """The first page in grey, 0 black to 255 white."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[0].render(scale=DOTS_PER_INCH / 72, grayscale=True)
        return np.asarray(bitmap.to_numpy(), float).reshape(bitmap.height, bitmap.width)


def _sheet(facility_id: str, findings: list[SheetFinding]) -> TargetSheet:
    county, catalogue = _county(), load_catalogue()
    services = sheet_services(county, PLAN.target_year, [facility_id])
    return target_sheet(
        county, PLAN, catalogue.rules("dazu"), findings, catalogue, facility_id, Language.ZH,
        service=services.get(facility_id),
    )  # fmt: skip


def _county() -> County:
    seat = {"township": "500111001", "place_origin": PlaceOrigin.APPROXIMATE}
    facilities = [
        Facility(
            "h", "人民医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL,
            Ownership.PUBLIC, longitude=105.72, latitude=29.7, **seat,
        ),
        *(
            Facility(
                f"v{n}", f"第{n}村卫生室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC,
                village=f"50011100120{n}", longitude=105.7 + n / 50, latitude=29.72, **seat,
            )
            for n in (1, 2)
        ),
    ]  # fmt: skip
    villages = [
        Division(
            f"50011100120{n}", f"第{n}村", DivisionKind.VILLAGE, parent="500111001",
            population=900 + n, longitude=105.7 + n / 50, latitude=29.72,
            place_origin=PlaceOrigin.APPROXIMATE,
        )
        for n in (1, 2)
    ]  # fmt: skip
    project = Project(
        "x", "p", 1, "1", "门诊综合楼", "新建", "建筑面积 28000 平方米", "2021—2025年",
        Decimal(15000), None, facility_id="h",
    )  # fmt: skip
    town = Division("500111001", "龙岗街道", DivisionKind.SUBDISTRICT)
    info = CountyInfo("500111", "某县", "Mou County")
    return County([info, town, *villages, PLAN, *facilities, project, *_figures()])


def _figures() -> list[Allocation]:
    cells = (
        ("h", "beds", Basis.AUTHORISED, 2020, 250), ("h", "beds", Basis.ACTUAL, 2020, 280),
        ("h", "beds", Basis.PLANNED, 2023, 275), ("h", "beds", Basis.PLANNED, 2025, 300),
        ("h", "nurses", Basis.ACTUAL, 2020, 120), ("h", "nurses", Basis.PLANNED, 2025, 150),
        ("h", "ambulances", Basis.PLANNED, 2025, 0),
        ("h", "dept-fever-clinic", Basis.ACTUAL, 2020, 0),
        ("h", "dept-fever-clinic", Basis.PLANNED, 2025, 1),
        ("v1", "village-doctors", Basis.ACTUAL, 2020, 1),
        ("v1", "village-doctors", Basis.PLANNED, 2025, 2),
        ("v2", "village-doctors", Basis.PLANNED, 2025, 1),
    )  # fmt: skip
    return [
        Allocation("p", facility, measure, basis, year, Decimal(value), Origin.PLANNER)
        for facility, measure, basis, year, value in cells
    ]


if __name__ == "__main__":
    for paper, make in PAPERS.items():
        Image.fromarray(picture(make()).astype(np.uint8)).save(FOLDER / f"{paper}.png")
        sys.stdout.write(f"{paper}\n")
