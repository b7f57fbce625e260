from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from db.samples import SAMPLES, sample_plan, sample_records
from models.county import County, total
from models.facility import Facility, FacilityType
from models.measure import Basis
from models.plan import PlanState, Population
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


def test_dazu_primary_institutions_are_placed_but_for_the_hospital() -> None:
    primary = [f for f in county("dazu").facilities if f.source.startswith("专栏4")]
    assert [f.name for f in primary if f.place is None] == ["大足区第二人民医院"]
    assert all(f.township is not None for f in primary if f.place is not None)


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


def test_what_is_wrong_in_the_two_plans_is_found() -> None:
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
    }
