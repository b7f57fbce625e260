from __future__ import annotations

import pytest

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.plan import CountyInfo
from models.proofreading_parts import part_discrepancies
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


def found_in(
    *,
    indicators: tuple[tuple[str, str, str, str], ...] = (),
    standard: tuple[BedStandardRow, ...] = (),
    layout: tuple[LayoutRow, ...] = (),
    projects: tuple[ProjectRow, ...] = (),
) -> list[Discrepancy]:
    rows = tuple(IndicatorRow("", n, name, b, t, "预期性") for n, name, b, t in indicators)
    plan = PublishedPlan(
        CountyInfo("", "甲县"),
        "",
        "甲县卫生“十四五”规划",
        "",
        2020,
        2025,
        IndicatorTable("专栏1", "专栏1 指标", rows),
        BedStandardTable("专栏2", "专栏2 床位", standard),
        (LayoutTable("专栏3", "专栏3 布局", COLUMNS, layout),),
        projects=ProjectTable("附件", "附件 项目", projects, ("总投资", "期内投资")),
    )
    found = list(part_discrepancies(plan))
    assert all(one.kind is DiscrepancyKind.PART_EXCEEDS_WHOLE for one in found)
    return found


BEDS = ("8", "每千人口床位数（张）", "6", "≥7")


@pytest.mark.parametrize("number", ["", "9"])  # some plans number their 其中 rows
def test_a_part_of_an_indicator_above_its_whole(number: str) -> None:
    (found,) = found_in(indicators=(BEDS, (number, "其中：公立医院（张）", "5", "8")))
    assert found.places == ("专栏1 第2行", "专栏1 第1行")
    assert dict(found.figures) == {
        "column": "2025年",
        "part": "8",
        "whole": "≥7",
        "part_name": "其中：公立医院（张）",
        "whole_name": "每千人口床位数（张）",
    }


@pytest.mark.parametrize(
    "rows",
    [
        (BEDS, ("", "其中：公立医院（张）", "6", "7")),  # as much as the whole
        (BEDS, ("", "每万人口全科医生数", "9", "9")),  # per another base
        (BEDS, ("", "其中：公立医院（张）", "——", "全覆盖")),
        # Two rows of one split name: neither is the whole.
        (("18", "使用率（%）：门诊", "36.5", "≥60"), ("", "使用率（%）：住院", "47.3", "≥60")),
    ],
)
def test_parts_that_may_be(rows: tuple[tuple[str, str, str, str], ...]) -> None:
    assert found_in(indicators=rows) == []


def test_a_row_that_is_a_part_by_its_name_above_its_whole() -> None:
    physicians = ("9", "每千人口执业（助理）医师数（人）", "2.6", "3")
    (found,) = found_in(
        indicators=(physicians, ("15", "每千人口中医类别执业（助理）医师数（人）", "0.7", "3.1"))
    )
    assert (found.figures["part"], found.figures["whole"]) == ("3.1", "3")
    children = ("20", "每千儿童儿科执业（助理）医师数（人）", "3.5", "4")  # per another base
    assert found_in(indicators=(physicians, children)) == []


def standard(name: str, beds: str) -> BedStandardRow:
    return BedStandardRow(name, "", beds, "", "")


def test_a_class_of_the_bed_standard_above_what_it_is_part_of() -> None:
    county, hospitals = standard("全县", "700"), standard("医院", "500")
    (found,) = found_in(standard=(county, hospitals, standard("其中：公立医院", "510")))
    assert found.places == ("专栏2 第3行", "专栏2 第2行")
    assert found.figures["column"] == "编制床位数 2025年"
    (primary,) = found_in(standard=(county, hospitals, standard("基层医疗卫生机构", "701")))
    assert primary.places == ("专栏2 第3行", "专栏2 第1行")
    assert found_in(standard=(county, hospitals, standard("基层医疗卫生机构", "600"))) == []
    assert found_in(standard=(hospitals, standard("某类", "999"))) == []


def test_a_part_of_an_institution_above_it() -> None:
    whole = LayoutRow("1", "县人民医院", "300", "", "350")
    (found,) = found_in(layout=(whole, LayoutRow("", "其中：东院", "301", "100", "350")))
    assert found.places == ("专栏3 第2行", "专栏3 第1行")
    assert (found.figures["column"], found.figures["part"], found.figures["whole"]) == (
        "编制",
        "301",
        "300",
    )


def project(number: str, name: str, whole: str, within: str) -> ProjectRow:
    return ProjectRow(number, name, total_investment=whole, period_investment=within)


def test_a_part_of_a_project_above_it() -> None:
    rows = (project("1", "甲", "10", "5"), project("", "其中：设备", "10", "6"))
    (found,) = found_in(projects=rows)
    assert (found.figures["column"], found.figures["part"]) == ("期内投资", "6")


def test_an_investment_within_the_period_above_that_in_all() -> None:
    (found,) = found_in(projects=(project("1", "甲", "10.5", "10.6"),))
    assert found.places == ("附件 第1行",)
    assert dict(found.figures) == {
        "column": "甲",
        "part": "10.6",
        "whole": "10.5",
        "part_name": "期内投资",
        "whole_name": "总投资",
    }
    assert found_in(projects=(project("1", "甲", "10", "10"), project("2", "乙", "", "3"))) == []
