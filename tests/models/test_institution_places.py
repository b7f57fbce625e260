"""Institutions lie where their names say; the one left over lies in the one township left."""

from models.geography import Division, DivisionKind
from models.institution_places import institution_places
from models.plan import CountyInfo
from models.published import LayoutRow, LayoutTable, PublishedPlan

TOWNS = tuple(
    Division(str(n), name, DivisionKind.TOWN) for n, name in enumerate(("甲镇", "乙镇", "丙镇"))
)


def a_plan(*names: str) -> PublishedPlan:
    rows = tuple(LayoutRow(str(n), name, "10", "10", "10") for n, name in enumerate(names, 1))
    columns = ("序号", "机构名称", "现有编制床位", "实有床位", "2025年规划编制床位", "备注")
    table = LayoutTable("专栏4", "专栏4 试县基层医疗机构布局规划", columns, rows)
    info = CountyInfo("990001", "试县")
    return PublishedPlan(info, "", "规划", "", 2020, 2025, layouts=(table,))


def found(*names: str) -> dict[str, tuple[str, bool]]:
    places = institution_places(a_plan(*names), TOWNS)
    return {name: (p.township.name, p.by_elimination) for name, p in places.items()}


def test_the_one_left_over_lies_in_the_one_township_left():
    assert found("试县甲镇卫生院", "试县乙镇卫生院", "试县第二人民医院") == {
        "试县甲镇卫生院": ("甲镇", False),
        "试县乙镇卫生院": ("乙镇", False),
        "试县第二人民医院": ("丙镇", True),
    }


def test_nothing_is_concluded_where_more_is_left():
    assert "试县第二人民医院" not in found("试县甲镇卫生院", "试县第二人民医院")
    assert (
        len(found("试县甲镇卫生院", "试县乙镇卫生院", "试县第二人民医院", "试县第三人民医院")) == 2
    )
