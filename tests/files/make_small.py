"""Makes `NNNN-small.weigui` of the present format: a made county with a record of every type.

Run it once per released format, before the release (see `docs/file-format.md`); a file that is
there is never overwritten.
"""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

from db.county_file import create, open_county_file
from db.migrate import head
from models.edits import Change, Edit, Record, add
from models.facility import (
    Facility,
    FacilityClass,
    FacilityStatus,
    FacilityType,
    Ownership,
    PlaceOrigin,
)
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import (
    CountyInfo,
    Indicator,
    Nature,
    Plan,
    PlanState,
    Population,
    PopulationGroup,
    PopulationOrigin,
    Project,
    PublishedFigure,
)

HOSPITAL = Facility(
    "h", "试县人民医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, Ownership.PUBLIC,
    order=1, code="12345", grade="二级甲等", consortium="试县医共体", township="990001001",
    address="城关街道1号", longitude=105.72, latitude=29.7, place_origin=PlaceOrigin.SURVEYED,
    emergency_site=True, source="表2 第1行", note="备注",
)  # fmt: skip
CENTRE = Facility(
    "c", "河口镇卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE,
    status=FacilityStatus.PLANNED, order=2, township="990001100",
)  # fmt: skip
OTHERS = Facility(
    "o", "其他医疗机构", FacilityClass.OTHER, FacilityType.UNSPECIFIED, order=3, is_group=True
)


def allocation(facility: str, basis: Basis, value: str, measure: str = "beds") -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation("p", facility, measure, basis, year, Decimal(value), Origin.PUBLISHED, "表2")


RECORDS: tuple[Record, ...] = (
    CountyInfo("990001", "试县", "Shixian"),
    Division(
        "990001001", "城关街道", DivisionKind.SUBDISTRICT, None, True, 105.72, 29.7,
        PlaceOrigin.APPROXIMATE, 30000, "假定", "试验",
    ),
    Division("990001100", "河口镇", DivisionKind.TOWN),
    Division("990001100200", "上村", DivisionKind.VILLAGE, parent="990001100"),
    Population(2020, PopulationGroup.RESIDENT, 100000, PopulationOrigin.IMPLIED, "表1"),
    Population(2020, PopulationGroup.CHILDREN, 15000, PopulationOrigin.ENTERED),
    Measure("dialysis", "equipment", "血液透析机", "Dialysis machines", "台", "machines"),
    Plan("p", "初稿", "试县规划", "试府发〔2022〕1号", 2020, 2025, "dazu", PlanState.DRAFT, "试验",
        "2022-04-15"),
    HOSPITAL,
    CENTRE,
    OTHERS,
    Indicator("i", "p", 1, "1", "每千人口床位数（张）", "床位", "4.50", "≥6", Nature.BINDING),
    Indicator("j", "p", 2, "", "其中：公立", "床位", "——", "5", Nature.EXPECTED, "i", "张", "表1"),
    PublishedFigure("p", "layout", "合计", "beds planned 2025", 1, "610", "表2 合计"),
    Project(
        "x", "p", 1, "1", "县医院扩建", "续建", "新建住院楼", "2021—2025", Decimal("1200.50"), None,
        "h", "备注", "表3 第1行",
    ),
    allocation("h", Basis.AUTHORISED, "400"),
    allocation("h", Basis.ACTUAL, "0"),
    allocation("h", Basis.PLANNED, "500"),
    allocation("c", Basis.PLANNED, "110.5"),
)  # fmt: skip

BEFORE = allocation("h", Basis.PLANNED, "500")
AFTER = Allocation(
    "p", "h", "beds", Basis.PLANNED, 2025, Decimal(520), Origin.PLANNER, note="经研究"
)
NURSES = allocation("h", Basis.PLANNED, "300", "nurses")


def main() -> None:
    os.environ["LOGNAME"] = "weigui"  # the journal's `who`: no one's own name
    path = Path(__file__).with_name(f"{head()}-small.weigui")
    create(path, RECORDS, "新建")
    with open_county_file(path) as file:
        file.apply(Edit("改床位", (Change(BEFORE, AFTER),)))
        file.apply(Edit("填护士", add(NURSES)))
        file.apply(Edit("填护士", add(NURSES)).inverse())
    print(path.name)


if __name__ == "__main__":
    main()
