from __future__ import annotations

import pytest

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.plan import CountyInfo
from models.proofreading_names import names_in_tables, names_in_text
from models.published import (
    EquipmentRow,
    EquipmentTable,
    LayoutRow,
    LayoutTable,
    PublishedPlan,
)

HOSPITALS = ("甲县人民医院", "甲县中医医院", "甲县妇幼保健计划生育服务中心")
CENTRES = (
    "龙岗街道中心卫生院（社区卫生服务中心）",
    "宝顶镇卫生院",
    "石马镇中心卫生院",
    "高坪镇卫生院",
)


def layout(table: str, names: tuple[str, ...]) -> LayoutTable:
    rows = tuple(LayoutRow(str(n), name, "1", "1", "1") for n, name in enumerate(names, 1))
    columns = ("序号", "机构名称", "编制", "实有", "规划", "")
    return LayoutTable(table, f"{table} 布局", columns, rows)


def plan(equipment: tuple[str, ...] = (), *layouts: tuple[str, ...]) -> PublishedPlan:
    tables = layouts or (HOSPITALS, CENTRES)
    return PublishedPlan(
        CountyInfo("", "甲县"),
        "",
        "甲县卫生“十四五”规划",
        "",
        2020,
        2025,
        layouts=tuple(layout(f"专栏{n}", names) for n, names in enumerate(tables, 2)),
        equipment=EquipmentTable(
            "专栏9", "专栏9 设备", ("CT",), tuple(EquipmentRow(n, (("1", "1"),)) for n in equipment)
        ),
    )


def in_tables(*equipment: str) -> list[Discrepancy]:
    return list(names_in_tables(plan(equipment)))


def in_text(text: str) -> list[Discrepancy]:
    return list(names_in_text(plan(), [(7, text)]))


def test_a_name_that_lacks_a_letter_is_found_with_the_right_one() -> None:
    (found,) = in_tables("县人民院", "县中医院")
    assert found.kind is DiscrepancyKind.NAME_DIFFERS
    assert found.places == ("专栏9 第1行", "专栏2 第1行")
    assert found.figures == {"printed": "县人民院", "listed": "甲县人民医院"}


@pytest.mark.parametrize("name", ["县第二人民医院", "拾万镇卫生院", "甲县拾万社区卫生服务中心"])
def test_an_institution_of_a_sort_that_is_listed_but_itself_is_not(name: str) -> None:
    (found,) = in_tables("县人民医院", name)
    there = "专栏2" if "医院" in name else "专栏3"
    assert found.kind is DiscrepancyKind.INSTITUTION_MISSING
    assert found.places == ("专栏9 第2行", f"{there} 布局")
    assert found.figures == {"name": name, "there": there}


@pytest.mark.parametrize(
    "name",
    [
        "全县",
        "全县民营医院",
        "乡镇卫生院",
        "各中心卫生院",
        "其他医疗机构",
        "爱尔眼科医院",  # private hospitals are not listed
        "县疾病预防控制中心",
        "县妇幼保健院",
        "宝顶卫生院",  # shorter forms
        "石马卫生院",
        "龙岗社区卫生服务中心",
    ],
)
def test_rows_that_no_table_need_list(name: str) -> None:
    assert in_tables(name) == []


def test_a_plan_that_lists_none_of_the_sort_misses_none() -> None:
    few = plan(("拾万镇卫生院",), HOSPITALS, CENTRES[:2])
    assert list(names_in_tables(few)) == []


def test_two_lists_of_the_same_institutions() -> None:
    other = (*CENTRES[1:], "拾万镇卫生院")
    five = (*CENTRES, "古龙镇卫生院", "龙石镇卫生院")
    assert list(names_in_tables(plan((), CENTRES, other))) == []  # three of four: another list
    (here, there) = names_in_tables(plan((), five, (*five[1:], "拾万镇卫生院")))
    assert (here.figures["name"], here.figures["there"]) == (five[0], "专栏3")
    assert (there.places, there.figures["there"]) == (("专栏3 第6行", "专栏2 布局"), "专栏2")
    (spelt,) = names_in_tables(plan((), five, (*five[:5], "龙石镇卫院")))
    assert spelt.figures == {"printed": "龙石镇卫生院", "listed": "龙石镇卫院"}
    assert spelt.places == ("专栏2 第6行", "专栏3 第6行")


def test_a_name_in_the_text_that_lacks_a_letter() -> None:
    (found,) = in_text("推进石马镇中心卫院改扩建。")
    assert found.kind is DiscrepancyKind.NAME_DIFFERS
    assert found.figures == {"printed": "石马镇中心卫院", "listed": "石马镇中心卫生院"}
    assert found.places == ("正文第7行", "专栏3 第3行")
    assert found.quotes == ("推进石马镇中心卫院改扩建。", "石马镇中心卫生院")
    assert in_text("推进石马镇中心卫生院、石马中心卫生院改扩建。") == []


def test_an_institution_named_among_listed_ones() -> None:
    text = "改扩建宝顶镇卫生院、石马镇中心卫生院、拾万镇卫生院和高坪镇卫生院。"
    (found,) = in_text(text)
    assert found.kind is DiscrepancyKind.INSTITUTION_MISSING
    assert found.figures == {"name": "拾万镇卫生院", "there": "专栏3"}
    assert (found.places, found.quotes) == (("正文第7行", "专栏3 布局"), (text, "专栏3 布局"))


@pytest.mark.parametrize(
    "text",
    [
        "改扩建宝顶镇卫生院、石马镇中心卫生院、高坪镇卫生院。",
        "改扩建宝顶镇卫生院、拾万镇卫生院、古龙镇卫生院。",  # a list of others
        "推动县人民医院、石马中心卫生院、高坪卫生院和乡镇卫生院联动。",
        "改扩建拾万、石马镇中心卫生院、高坪镇卫生院。",  # 拾万中心卫生院, but for its ending
        "新建拾万镇卫生院。",
    ],
)
def test_enumerations_that_are_right(text: str) -> None:
    assert in_text(text) == []
