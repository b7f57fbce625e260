from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from db.samples import SAMPLES, sample_plan, sample_records
from models.county import County, total
from models.facility import Facility, FacilityType, PlaceOrigin
from models.measure import Basis
from models.plan import Nature, PlanState, Population
from models.proofreading import proofread
from models.published import bad_cells


def county(name: str) -> County:
    return County(sample_records(name))


def beds(of: County, name: str) -> tuple[Decimal | None, ...]:
    plan = of.plans[0]
    facility = next(f for f in of.facilities if f.name == name)
    cells = [
        of.allocation(plan.id, facility.id, "beds", basis, year)
        for basis, year in ((Basis.AUTHORISED, 2020), (Basis.ACTUAL, 2020), (Basis.PLANNED, 2025))
    ]
    return tuple(None if cell is None else cell.value for cell in cells)


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_has_no_bad_cell_and_no_record_twice(name: str) -> None:
    assert bad_cells(sample_plan(name)) == ()
    records = sample_records(name)
    assert len(list(County(records).records())) == len(records)


@pytest.mark.parametrize("name", SAMPLES)
def test_sample_is_a_draft_to_work_on(name: str) -> None:
    (plan,) = county(name).plans
    assert (plan.state, plan.date) == (PlanState.DRAFT, "")


def test_unknown_sample_is_an_error() -> None:
    with pytest.raises(KeyError):
        sample_plan("atlantis")


def test_dazu_holds_every_row_of_its_five_tables() -> None:
    plan = sample_plan("dazu")
    assert len(plan.indicators.rows) == 29
    assert len(plan.bed_standard.rows) == 7
    assert [len(layout.rows) for layout in plan.layouts] == [4, 27]
    assert (len(plan.equipment.rows), len(plan.equipment.devices)) == (7, 6)


def test_dazu_beds_are_those_printed() -> None:
    dazu = county("dazu")
    assert beds(dazu, "大足区人民医院") == (1200, 1333, 1200)
    assert beds(dazu, "双桥经开区人民医院") == (300, 300, 490)
    assert beds(dazu, "大足区龙岗中心卫生院（社区卫生服务中心）") == (75, 125, 99)
    assert beds(dazu, "大足区通桥卫生院（社区卫生服务中心）") == (30, 30, 30)
    assert beds(dazu, "大足区第二人民医院") == (300, 400, 499)
    assert beds(dazu, "大足区古龙镇卫生院") == (20, 20, 19)
    assert beds(dazu, "社会办医院（未列名机构合计）") == (1285, None, 1285)
    assert beds(dazu, "专业公共卫生机构（未列名机构合计）") == (100, None, 300)


def test_dazu_primary_institutions_sum_to_ten_beds_more_than_the_printed_total() -> None:
    dazu = county("dazu")
    plan = dazu.plans[0]
    sums = {
        basis: total(dazu.column(plan.id, "beds", basis, year).values())
        for basis, year in ((Basis.AUTHORISED, 2020), (Basis.PLANNED, 2025))
    }
    assert sums == {Basis.AUTHORISED: 5134 + 10, Basis.PLANNED: 6104 + 10}


def test_dazu_primary_institutions_stand_at_their_township_seats_and_say_so() -> None:
    dazu = county("dazu")
    primary = [f for f in dazu.facilities if f.source.startswith("专栏4")]
    assert len(primary) == 27
    assert len({f.township for f in primary}) == 27
    for facility in primary:
        assert facility.township is not None
        assert facility.place == dazu.division(facility.township).place
        assert facility.place_origin is PlaceOrigin.APPROXIMATE
    left_over = [f for f in primary if "排除法" in f.note]
    assert [(f.name, dazu.division(f.township or "").name) for f in left_over] == [
        ("大足区第二人民医院", "龙水镇")
    ]


def test_dazu_equipment_blank_is_not_zero() -> None:
    dazu = county("dazu")
    plan = dazu.plans[0]
    hospital = next(f for f in dazu.facilities if f.name == "双桥经开区人民医院")
    actual = dazu.allocation(plan.id, hospital.id, "pet-ct", Basis.ACTUAL, 2020)
    assert actual is not None
    assert actual.value == 0
    assert dazu.allocation(plan.id, hospital.id, "pet-ct", Basis.PLANNED, 2025) is None
    machines = dazu.column(plan.id, "ct-64", Basis.PLANNED, 2025)
    assert total(machines.values()) == 3 + 1 + 1 + 1


def test_yanjiang_has_targets_only() -> None:
    yanjiang = county("yanjiang")
    assert len(yanjiang.facilities) == 24
    assert beds(yanjiang, "雁江区人民医院") == (None, None, 990)
    assert beds(yanjiang, "丹山镇中心卫生院") == (None, None, 260)
    assert beds(yanjiang, "莲花社区卫生服务中心") == (None, None, 19)
    people = yanjiang.table(Population).values()
    assert [(p.year, p.persons) for p in people] == [(2020, 1_000_627)]


def test_yanjiang_types() -> None:
    facilities = [r for r in sample_records("yanjiang") if isinstance(r, Facility)]
    assert Counter(f.facility_type for f in facilities) == {
        FacilityType.GENERAL_HOSPITAL: 1,
        FacilityType.TCM_HOSPITAL: 1,
        FacilityType.MCH_HOSPITAL: 1,
        FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE: 8,
        FacilityType.TOWNSHIP_HEALTH_CENTRE: 8,
        FacilityType.COMMUNITY_HEALTH_CENTRE: 5,
    }


def test_what_is_wrong_in_the_plans_is_found() -> None:
    found = {
        (name, d.kind.value, d.places[0]) for name in SAMPLES for d in proofread(sample_plan(name))
    }
    assert found == {
        ("dazu", "total-differs", "专栏4 合计"),
        ("dazu", "rate-differs", "专栏2 第2行"),
        ("dazu", "rate-differs", "专栏2 第5行"),
        ("dazu", "rate-differs", "专栏2 第7行"),
        ("dazu", "rate-differs", "专栏1 第20行"),
        ("dazu", "target-on-wrong-side", "专栏1 第21行"),
        ("dazu", "number-repeated", "专栏1 第3行"),
        ("dazu", "name-differs", "专栏5 第6行"),
        ("yanjiang", "rate-differs", "表1 主要发展指标 第13行"),
        ("yanjiang", "number-repeated", "表1 主要发展指标"),
        ("wuxi", "target-on-wrong-side", "专栏1 第27行"),
        ("wushan", "target-on-wrong-side", "专栏1 第3行"),
        ("wushan", "target-on-wrong-side", "专栏1 第20行"),
        ("wushan", "target-on-wrong-side", "专栏1 第22行"),
        ("wushan", "target-on-wrong-side", "专栏1 第23行"),
        *(
            ("pingluo", "target-on-wrong-side", f"“十四五”时期卫生健康事业发展指标 第{n}行")
            for n in (6, 7, 19, 20, 24, 27)
        ),
    }


@pytest.mark.parametrize(
    ("name", "rows", "numbered", "last"),
    [("wuxi", 27, 21, "21"), ("wushan", 25, 23, "23"), ("pingluo", 32, 32, "32")],
)
def test_indicators_are_as_many_as_printed(name: str, rows: int, numbered: int, last: str) -> None:
    printed = sample_plan(name).indicators.rows
    assert len(printed) == rows
    assert len([row for row in printed if row.number]) == numbered
    assert printed[-1].number == last


def test_parts_of_wuxis_beds_belong_to_them() -> None:
    of = county("wuxi")
    rows = of.indicators(of.plans[0].id)
    beds = next(row for row in rows if row.number == "8")
    assert [row.name for row in rows if row.parent == beds.id] == [
        "其中：公立医院床位数（张）",
        "公立中医类医院床位（张）",
        "康复科床位数（张）",
        "精神科床位数（张）",
        "重症床位数（张）",
    ]


def test_pingluos_indicators_have_unit_nature_and_category_as_printed() -> None:
    of = county("pingluo")
    rows = {row.number: row for row in of.indicators(of.plans[0].id)}
    assert (rows["3"].unit, rows["32"].unit) == ("1/10万", "亿元")
    assert (rows["11"].nature, rows["16"].nature) == (Nature.GUIDING, Nature.BINDING)
    assert [rows[n].category for n in ("25", "26", "29", "32")] == [
        "健康服务",
        "健康环境",
        "健康保障",
        "健康产业",
    ]
    assert (rows["13"].parent, rows["23"].parent) == (rows["12"].id, rows["22"].id)
    assert (rows["25"].baseline, rows["23"].baseline, rows["32"].target) == ("*", "-", "增长")


def test_wushans_projects_come_to_the_printed_sums() -> None:
    of = county("wushan")
    plan = of.plans[0]
    projects = of.projects(plan.id)
    assert len(projects) == 35
    assert sum(p.total_investment or 0 for p in projects) == 412749
    assert sum(p.period_investment or 0 for p in projects) == 276349
    printed = {f.column: f.text for f in of.figures(plan.id, "projects")}
    assert printed == {"total_investment": "412749", "period_investment": "276349"}
    assert (projects[4].period, projects[4].total_investment) == ("2021—2027", Decimal(25200))


def test_no_sentence_of_a_plan_is_shipped_with_its_projects() -> None:
    for name in SAMPLES:
        for row in sample_plan(name).projects.rows:
            assert "。" not in row.content
            assert all(len(fact) < 20 for fact in row.content.split("；"))


def test_pingluos_named_relocations_and_clinics_are_projects() -> None:
    of = county("pingluo")
    projects = of.projects(of.plans[0].id)
    assert [p.name for p in projects if p.nature == "迁建"] == [
        "平罗县人民医院迁建",
        "姚伏镇中心卫生院迁建",
        "黄渠桥镇中心卫生院迁建",
    ]
    assert sum("卫生室" in p.name for p in projects) == 4
    assert all(p.total_investment is None for p in projects)


@pytest.mark.parametrize("name", ["wuxi", "wushan", "pingluo"])
def test_plan_that_lists_no_institution_has_none_made_up(name: str) -> None:
    assert county(name).facilities == []
    assert county(name).populations == []


@pytest.mark.parametrize(
    ("name", "townships", "villages"),
    [("dazu", 27, 309), ("yanjiang", 22, 361), ("wuxi", 32, 329), ("wushan", 26, 340),
     ("pingluo", 13, 173)],
)  # fmt: skip
def test_a_sample_holds_the_list_of_its_townships_and_villages(
    name: str, townships: int, villages: int
) -> None:
    of = county(name)
    assert len(of.townships) == townships
    assert len(of.divisions) == townships + villages
    codes = {d.code for d in of.townships}
    assert all(d.parent in codes for d in of.divisions if d.parent is not None)
