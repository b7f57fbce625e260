"""Makes `NNNN-small.weigui` of the present format: a made county with a record of every type.

Run it once per released format, before the release (see `docs/file-format.md`); a file that is
there is never overwritten.
"""

from __future__ import annotations

import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import shapely

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
from models.geography import (
    Division,
    DivisionKind,
    DivisionPopulation,
    Succession,
    SuccessionKind,
)
from models.layers import (
    Boundary,
    Feature,
    Layer,
    LayerKind,
    RoadSpeed,
    feature_collection,
    geojson,
)
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import (
    CountyInfo,
    Indicator,
    IndicatorValue,
    Nature,
    Plan,
    PlanState,
    Population,
    PopulationGroup,
    PopulationOrigin,
    Project,
    PublishedFigure,
)
from models.rules.entry import rule_as_text
from models.rules.rule import Bound, Rule, RuleKind, Source, SubjectKind
from models.rules.setting import Acknowledgement, RuleSetting
from models.workload import Activity, ActivityKind, WorkingTime

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
CLINIC = Facility(
    "v", "上村卫生室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC, order=4,
    township="990001100", village="990001100200",
)  # fmt: skip


def allocation(facility: str, basis: Basis, value: str, measure: str = "beds") -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation("p", facility, measure, basis, year, Decimal(value), Origin.PUBLISHED, "表2")


AREA = geojson(shapely.box(105.7, 29.6, 105.8, 29.7))
ROADS = feature_collection(
    [
        Feature(
            shapely.LineString([(105.71, 29.61), (105.79, 29.69)]),
            {"class": "县道", "name": "河城路"},
        )
    ]
)

OWN_RULE = rule_as_text(
    Rule(
        "own.nurses", RuleKind.RATE, Nature.EXPECTED, Bound.AT_LEAST, Fraction(19, 5),
        "每千人口注册护士", "Nurses per 1,000",
        Source("试府发〔2022〕1号", "三", "2022-04-15", False),
        measure="nurses", per=1000,
    )
)  # fmt: skip

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
    CLINIC,
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
    IndicatorValue("p", "i", 2023, Decimal("5.12"), "统计年报", "备注"),
    RuleSetting("p", "dazu.beds", False, "", "另有安排", ""),
    RuleSetting("p", "own.nurses", True, OWN_RULE, "县里规定", "规划科 2026-01-05"),
    Acknowledgement(
        "p", "dazu.staff-per-bed", SubjectKind.FACILITY, "h", "招聘中", "2026-01-05", "张三",
        "13/10", "7/5",
    ),
    WorkingTime(
        "p", "nurses", Decimal(260), Decimal(11), Decimal(15), Decimal(7), Decimal(10), Decimal(7),
        "人事科",
    ),
    Activity(
        "a", "p", "h", "nurses", ActivityKind.SERVICE, "输液", 1, Decimal("12.5"), Decimal(30000),
        source="表4 第2行",
    ),
    Activity("b", "p", "h", "nurses", ActivityKind.CATEGORY, "会议", 2, share=Decimal("0.15")),
    Activity("d", "p", "h", "nurses", ActivityKind.INDIVIDUAL, "管理", 3, hours=Decimal(600)),
    DivisionPopulation("990001100200", 2020, 812, PopulationOrigin.ENTERED, "乡镇年报"),
    Succession(
        "990001100201", "990001100200", SuccessionKind.MERGED, "下村", "2023-06-30", "两村合并"
    ),
    Boundary("990001100", AREA, "国土 2023"),
    Layer("l", "公路", LayerKind.ROADS, ROADS, 1, "交通局 2022", "备注"),
    RoadSpeed("县道", Decimal("45.5"), "假定"),
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
