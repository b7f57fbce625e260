from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from models.county import County, total
from models.errors import Reason
from models.facility import Facility, FacilityClass, FacilityType, Ownership, PlaceOrigin
from models.geography import Division, DivisionKind
from models.implied_population import implied_populations
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import CountyInfo, Indicator, Nature, Population, PopulationOrigin, PublishedFigure
from models.published import (
    BedStandardRow,
    BedStandardTable,
    EquipmentRow,
    EquipmentTable,
    IndicatorRow,
    IndicatorTable,
    LayoutRow,
    LayoutTable,
    PublishedPlan,
    StatedCount,
    bad_cells,
)
from models.published_records import records_of

COLUMNS = ("序号", "机构名称", "现有编制床位", "实有床位", "2025年规划编制床位", "")
CT = Measure("ct-64", "equipment", "64排CT", "CT", "台", "units")
SEAT = Division(
    "510001001",
    "东山街道",
    DivisionKind.SUBDISTRICT,
    urban=True,
    longitude=105.5,
    latitude=29.5,
    place_origin=PlaceOrigin.APPROXIMATE,
)
PLAN = PublishedPlan(
    CountyInfo("510001", "甲县", "Jia"),
    "",
    "甲县卫生“十四五”规划",
    "",
    2020,
    2025,
    indicators=IndicatorTable(
        "专栏1",
        "专栏1 指标",
        (
            IndicatorRow("床位", "8", "每千人口医疗卫生机构床位数（张）", "6.15", "≥7", "约束性"),
            IndicatorRow("床位", "", "其中：公立医院床位数（张）", "——", "2", "预期性"),
            IndicatorRow("床位", "", "康复床位（张）", "0.1", "0.2", "指导性"),
        ),
    ),
    bed_standard=BedStandardTable(
        "专栏2",
        "专栏2 床位",
        (
            BedStandardRow("全县", "615", "700", "6.15", "7.00"),
            BedStandardRow("医院", "500", "550", "5.00", "5.50"),
            BedStandardRow("其中：公立医院", "400", "450", "4.00", "4.50"),
            BedStandardRow("社会办医院", "100", "100", "1.00", "1.00"),
            BedStandardRow("基层医疗卫生机构", "115", "150", "1.15", "1.50"),
        ),
    ),
    layouts=(
        LayoutTable(
            "专栏3",
            "专栏3 公立医院布局",
            COLUMNS,
            (LayoutRow("1", "甲县人民医院", "400", "", "450"),),
            LayoutRow("", "合计", "400", "", "450"),
        ),
        LayoutTable(
            "专栏4",
            "专栏4 基层机构布局",
            COLUMNS,
            (
                LayoutRow("1", "甲县东山中心卫生院", "60", "0", "90", "改扩建"),
                LayoutRow("2", "甲县第二人民医院", "55", "", "60"),
            ),
        ),
    ),
    equipment=EquipmentTable(
        "专栏5",
        "专栏5 设备",
        ("64排CT", "未知设备"),
        (
            EquipmentRow("县人民医院", (("0", ""), ("1", ""))),
            EquipmentRow("全市", (("9", "49"), ("", ""))),
        ),
    ),
)


def county(plan: PublishedPlan = PLAN) -> County:
    return County(records_of(plan, [SEAT], [CT]))


def facility(of: County, name: str) -> Facility:
    return next(f for f in of.facilities if f.name == name)


def test_same_plan_gives_the_same_records() -> None:
    assert records_of(PLAN, [SEAT], [CT]) == records_of(PLAN, [SEAT], [CT])


def test_every_record_has_its_own_key() -> None:
    records = records_of(PLAN, [SEAT], [CT])
    assert len(list(County(records).records())) == len(records)


def test_type_class_and_owner_come_from_name_and_table() -> None:
    found = county()
    hospital = facility(found, "甲县人民医院")
    assert hospital.facility_type is FacilityType.GENERAL_HOSPITAL
    assert hospital.facility_class is FacilityClass.HOSPITAL
    assert hospital.ownership is Ownership.PUBLIC
    second = facility(found, "甲县第二人民医院")
    assert second.facility_type is FacilityType.GENERAL_HOSPITAL
    assert second.facility_class is FacilityClass.PRIMARY_CARE


def test_primary_institution_stands_at_its_township_seat_approximately() -> None:
    centre = facility(county(), "甲县东山中心卫生院")
    assert centre.township == SEAT.code
    assert centre.place == SEAT.place
    assert centre.place_origin is PlaceOrigin.APPROXIMATE
    assert "GeoNames" in centre.source


def test_hospital_has_no_place_since_none_is_published() -> None:
    hospital = facility(county(), "甲县人民医院")
    assert (hospital.place, hospital.township) == (None, None)


def test_assumed_emergency_sites_say_so() -> None:
    sites = {f.name: f.note for f in county().facilities if f.emergency_site}
    assert set(sites) == {"甲县人民医院", "甲县东山中心卫生院", "甲县第二人民医院"}
    assert all("待核对" in note for note in sites.values())


def test_class_without_named_institutions_becomes_one_group() -> None:
    found = county()
    groups = [f for f in found.facilities if f.is_group]
    assert [g.name for g in groups] == ["社会办医院（未列名机构合计）"]
    assert groups[0].ownership is Ownership.PRIVATE
    plan = found.plans[0]
    authorised = found.column(plan.id, "beds", Basis.AUTHORISED, 2020)
    assert total(authorised.values()) == Decimal(615)


def test_blank_is_not_zero() -> None:
    found = county()
    plan = found.plans[0]
    actual = found.column(plan.id, "beds", Basis.ACTUAL, 2020)
    assert {found.facility(f).name: a.value for f, a in actual.items()} == {
        "甲县东山中心卫生院": Decimal(0)
    }


def test_allocation_names_its_table_row_and_note() -> None:
    found = county()
    centre = facility(found, "甲县东山中心卫生院")
    cell = found.allocation(found.plans[0].id, centre.id, "beds", Basis.PLANNED, 2025)
    assert cell is not None
    assert (cell.source, cell.note, cell.origin) == ("专栏4 第1行", "改扩建", Origin.PUBLISHED)


def test_equipment_goes_to_the_institution_meant_and_areas_stay_printed_figures() -> None:
    found = county()
    plan = found.plans[0]
    machines = found.column(plan.id, "ct-64", Basis.ACTUAL, 2020)
    assert [found.facility(f).name for f in machines] == ["甲县人民医院"]
    assert not found.column(plan.id, "ct-64", Basis.PLANNED, 2025)
    printed = {(f.row, f.column): f.text for f in found.figures(plan.id, "equipment")}
    assert printed == {
        ("县人民医院", "未知设备 actual 2020"): "1",
        ("全市", "ct-64 actual 2020"): "9",
        ("全市", "ct-64 planned 2025"): "49",
    }


def test_printed_totals_are_kept_as_published() -> None:
    found = county()
    totals = found.figures(found.plans[0].id, "专栏3")
    assert [(f.row, f.column, f.text) for f in totals] == [
        ("合计", "beds authorised 2020", "400"),
        ("合计", "beds planned 2025", "450"),
    ]


def test_sub_rows_and_unnumbered_rows_after_them_have_the_numbered_row_as_parent() -> None:
    found = county()
    whole, *parts = found.indicators(found.plans[0].id)
    assert (whole.parent, whole.nature, whole.target) == (None, Nature.BINDING, "≥7")
    assert [p.parent for p in parts] == [whole.id, whole.id]
    assert parts[0].baseline == "——"


def test_population_is_implied_by_beds_and_their_rate() -> None:
    people = [r for r in records_of(PLAN, [], []) if isinstance(r, Population)]
    assert [(p.year, p.persons, p.origin) for p in people] == [
        (2020, 100_000, PopulationOrigin.IMPLIED),
        (2025, 100_000, PopulationOrigin.IMPLIED),
    ]
    assert "615" in people[0].source
    assert "6.15" in people[0].source


def test_implied_population_carries_the_interval_of_the_rounding() -> None:
    first = implied_populations(PLAN)[0]
    # 615 ÷ 6.155 and 615 ÷ 6.145, in thousands, inwards to whole persons
    assert (first.least, first.most) == (99_919, 100_081)


def test_without_a_printed_pair_no_population_is_made() -> None:
    plan = replace(PLAN, bed_standard=BedStandardTable("", "", ()))
    assert implied_populations(plan) == []
    stated = replace(plan, stated=(StatedCount(2020, "床位", "615"),))
    assert [(p.year, p.persons) for p in implied_populations(stated)] == [(2020, 100_000)]


def test_text_in_a_number_names_table_row_column_and_reason() -> None:
    rows = (LayoutRow("1", "甲县人民医院", "四百", "-1", "450.5"),)
    plan = replace(PLAN, layouts=(replace(PLAN.layouts[0], rows=rows),))
    assert [(b.sheet, b.row, b.column, b.value, b.reason) for b in bad_cells(plan)] == [
        ("专栏3 公立医院布局", 1, "现有编制床位", "四百", Reason.NOT_A_NUMBER),
        ("专栏3 公立医院布局", 1, "实有床位", "-1", Reason.NEGATIVE),
        ("专栏3 公立医院布局", 1, "2025年规划编制床位", "450.5", Reason.NOT_WHOLE),
    ]


def test_institution_listed_twice_is_a_bad_cell() -> None:
    row = PLAN.layouts[0].rows[0]
    plan = replace(PLAN, layouts=(replace(PLAN.layouts[0], rows=(row, row)),))
    assert [b.reason for b in bad_cells(plan)] == [Reason.DUPLICATE]


def test_two_equipment_rows_that_mean_one_institution_are_a_bad_cell() -> None:
    rows = tuple(EquipmentRow(n, (("1", "1"), ("1", "1"))) for n in ("县人民医院", "甲县人民医院"))
    plan = replace(PLAN, equipment=replace(PLAN.equipment, rows=rows))
    assert [b.reason for b in bad_cells(plan)] == [Reason.DUPLICATE]


def test_unknown_nature_and_rate_in_words_are_bad_cells() -> None:
    indicator = replace(PLAN.indicators.rows[0], nature="随意性")
    standard = replace(PLAN.bed_standard.rows[0], rate_target="若干")
    plan = replace(
        PLAN,
        indicators=replace(PLAN.indicators, rows=(indicator,)),
        bed_standard=replace(PLAN.bed_standard, rows=(standard,)),
    )
    assert [b.reason for b in bad_cells(plan)] == [Reason.UNKNOWN_CHOICE, Reason.NOT_A_NUMBER]


def test_a_sound_plan_has_no_bad_cells() -> None:
    assert bad_cells(PLAN) == ()


def test_records_hold_all_kinds_in_an_order_the_county_can_take() -> None:
    kinds = [type(r) for r in records_of(PLAN, [SEAT], [CT])]
    last = {kind: len(kinds) - 1 - kinds[::-1].index(kind) for kind in set(kinds)}
    assert last[Facility] < kinds.index(Allocation)
    assert last[Division] < kinds.index(Facility)
    assert kinds.index(Indicator) < kinds.index(PublishedFigure)
