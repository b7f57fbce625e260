"""A small plan without a contradiction, and ways to put one in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.discrepancy import Discrepancy
from models.plan import CountyInfo
from models.published import (
    BedStandardRow,
    BedStandardTable,
    IndicatorRow,
    IndicatorTable,
    LayoutRow,
    LayoutTable,
    ProjectRow,
    ProjectTable,
    PublishedPlan,
)

COLUMNS = ("序号", "机构名称", "编制", "实有", "规划", "")
LAYOUT = LayoutTable(
    "专栏3",
    "专栏3 公立医院布局",
    COLUMNS,
    (
        LayoutRow("1", "县人民医院", "300", "310", "350"),
        LayoutRow("2", "县中医院", "100", "90", "100"),
    ),
    LayoutRow("", "合计", "400", "400", "450"),
)
STANDARD = BedStandardTable(
    "专栏2",
    "专栏2 床位",
    (
        BedStandardRow("全县", "615", "700", "6.15", "7.00"),
        BedStandardRow("医院", "500", "550", "5.00", "5.50"),
        BedStandardRow("其中：公立医院", "400", "450", "4.00", "4.50"),
        BedStandardRow("社会办医院", "100", "100", "1.00", "1.00"),
        BedStandardRow("基层医疗卫生机构", "115", "150", "1.15", "1.50"),
    ),
)
PLAN = PublishedPlan(
    CountyInfo("", "甲县"),
    "",
    "甲县卫生“十四五”规划",
    "",
    2020,
    2025,
    bed_standard=STANDARD,
    layouts=(LAYOUT,),
)


def indicators(*rows: tuple[str, str, str, str]) -> PublishedPlan:
    printed = tuple(IndicatorRow("", n, name, b, t, "预期性") for n, name, b, t in rows)
    return replace(PLAN, indicators=IndicatorTable("专栏1", "专栏1 指标", printed))


def with_layout(**changes: Any) -> PublishedPlan:
    return replace(
        PLAN, layouts=(replace(LAYOUT, **changes),), bed_standard=BedStandardTable("", "", ())
    )


def with_standard(row: int, **changes: str) -> PublishedPlan:
    rows = list(STANDARD.rows)
    rows[row] = replace(rows[row], **changes)
    return replace(PLAN, bed_standard=replace(STANDARD, rows=tuple(rows)))


def only(found: list[Discrepancy]) -> Discrepancy:
    assert len(found) == 1, found
    return found[0]


def with_projects(*investments: tuple[str, str], total: tuple[str, str]) -> PublishedPlan:
    rows = tuple(
        ProjectRow(str(n), f"项目{n}", total_investment=whole, period_investment=within)
        for n, (whole, within) in enumerate(investments, 1)
    )
    whole = ProjectRow("", "合计", total_investment=total[0], period_investment=total[1])
    table = ProjectTable("附件", "附件 项目", rows, ("总投资（万元）", "期内投资（万元）"), whole)
    return replace(PLAN, projects=table)
