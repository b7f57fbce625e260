from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from models.catalogue import Catalogue, Language
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Ownership, PlaceOrigin
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import CountyInfo, Nature, Plan, PlanState, Project
from models.rules.rule import Bound, Rule, RuleKind, Source
from models.target_sheet import SheetFinding, SheetRow, TargetSheet, target_sheet

PLAN = Plan("p", "“十四五”规划", "某县规划", "某府发〔2022〕1号", 2020, 2025, "test")
HOSPITAL = Facility(
    "h",
    "人民医院",
    FacilityClass.HOSPITAL,
    FacilityType.GENERAL_HOSPITAL,
    Ownership.PUBLIC,
    township="500111001",
    longitude=105.7,
    latitude=29.7,
    place_origin=PlaceOrigin.APPROXIMATE,
    source="专栏3 第1行",
)
CLINIC = Facility("c", "村卫生室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC)
NURSES_PER_BED = Rule(
    "nurses-per-bed",
    RuleKind.RATIO,
    Nature.BINDING,
    Bound.AT_LEAST,
    Fraction("0.58"),
    "床护比",
    "Nurses per bed",
    Source("某县规划", "专栏1 指标9", "2022", verified=False),
    measure="nurses",
    denominator="beds",
    per_facility=True,
)
CATALOGUE = Catalogue(
    measures={
        m.id: m
        for m in (
            Measure("beds", "beds", "床位", "Beds", "张", "beds"),
            Measure("physicians", "staff", "医师", "Physicians", "人", "persons"),
            Measure("nurses", "staff", "注册护士", "Nurses", "人", "persons"),
            Measure("ambulances", "vehicles", "救护车", "Ambulances", "辆", "vehicles"),
        )
    },
    rule_sets={"test": (NURSES_PER_BED,)},
    words={
        "facility-class": {"hospital": ("医院", "Hospitals"), "primary-care": ("基层", "Primary")},
        "facility-type": {
            "general-hospital": ("综合医院", "General hospital"),
            "village-clinic": ("村卫生室", "Village clinic"),
        },
        "ownership": {"public": ("公立", "Public"), "unspecified": ("未注明", "Not stated")},
        "facility-status": {"existing": ("现有", "Existing")},
        "place-origin": {"approximate": ("近似", "Approximate")},
        "plan-state": {"draft": ("草案", "Draft")},
        "origin": {
            "published": ("公布规划", "Published plan"),
            "planner": ("规划人员设定", "Set by planner"),
            "derived": ("按规则推算", "Derived by rule"),
        },
        "severity": {"error": ("错误", "Error")},
    },
)


FINDING = SheetFinding("错误", "床护比", "1:0.50", "≥ 1:0.58", "缺 8 人（注册护士）", "某县规划")


def figure(
    measure: str, basis: Basis, value: int, origin: Origin = Origin.PUBLISHED, source: str = "专栏3"
) -> Allocation:
    year = PLAN.target_year if basis is Basis.PLANNED else PLAN.baseline_year
    return Allocation("p", "h", measure, basis, year, Decimal(value), origin, source)


def sheet(
    *figures: Allocation | Project,
    of: str = "h",
    language: Language = Language.ZH,
    rule: Rule = NURSES_PER_BED,
) -> TargetSheet:
    county = County(
        [
            CountyInfo("500111", "大足区", "Dazu"),
            Division("500111001", "棠香街道", DivisionKind.SUBDISTRICT),
            PLAN,
            HOSPITAL,
            CLINIC,
            *figures,
        ]
    )
    return target_sheet(county, PLAN, (rule,), (FINDING,), CATALOGUE, of, language)


def row(made: TargetSheet, measure: str) -> SheetRow:
    return next(r for r in made.rows if r.measure == measure)


def test_sheet_says_whose_it_is_and_of_which_plan() -> None:
    made = sheet()
    assert (made.county, made.plan_title, made.state) == ("大足区", "某县规划", PlanState.DRAFT)
    assert (made.state_word, made.baseline_year, made.target_year) == ("草案", 2020, 2025)
    assert made.facility.facility_type == "综合医院"
    assert made.facility.township == "棠香街道"
    assert made.facility.place_is_approximate
    assert made.facility.source == "专栏3 第1行"


def test_words_follow_the_language() -> None:
    made = sheet(figure("beds", Basis.PLANNED, 9), language=Language.EN)
    assert (made.county, made.state_word) == ("Dazu", "Draft")
    assert (row(made, "beds").name, row(made, "beds").origin_word) == ("Beds", "Published plan")


def test_change_is_planned_less_authorised() -> None:
    beds = row(
        sheet(
            figure("beds", Basis.AUTHORISED, 400),
            figure("beds", Basis.ACTUAL, 550),
            figure("beds", Basis.PLANNED, 499),
        ),
        "beds",
    )
    assert (beds.change, beds.change_from) == (Decimal(99), Basis.AUTHORISED)


def test_staff_without_authorised_figure_change_from_the_actual() -> None:
    made = row(
        sheet(figure("nurses", Basis.ACTUAL, 100), figure("nurses", Basis.PLANNED, 90)), "nurses"
    )
    assert (made.change, made.change_from) == (Decimal(-10), Basis.ACTUAL)


def test_beds_without_authorised_figure_have_no_change() -> None:
    made = sheet(figure("beds", Basis.ACTUAL, 20), figure("beds", Basis.PLANNED, 30))
    assert row(made, "beds").change is None


def test_blank_is_not_zero() -> None:
    beds = row(sheet(figure("beds", Basis.AUTHORISED, 0)), "beds")
    assert (beds.authorised, beds.planned, beds.change) == (Decimal(0), None, None)


def test_rows_are_beds_and_what_has_a_figure_or_is_demanded() -> None:
    made = sheet(figure("beds", Basis.PLANNED, 100), figure("ambulances", Basis.ACTUAL, 2))
    assert [r.measure for r in made.rows] == ["beds", "nurses", "ambulances"]
    assert [r.measure for r in sheet(of="c").rows] == ["beds"]


def test_ratio_rule_demands_the_least_rounded_up() -> None:
    (demand,) = row(sheet(figure("beds", Basis.PLANNED, 99)), "nurses").demands
    assert demand.count == 58  # 57.42
    assert (demand.rule, demand.base_name, demand.base) == ("床护比", "床位", Decimal(99))


@pytest.mark.parametrize("beds", [[], [figure("beds", Basis.PLANNED, 0)]])
def test_ratio_rule_without_beds_demands_nothing(beds: list[Allocation]) -> None:
    made = sheet(*beds, figure("nurses", Basis.PLANNED, 3))
    assert row(made, "nurses").demands == ()


ONE_AMBULANCE = replace(
    NURSES_PER_BED, id="ambulance", kind=RuleKind.COUNT, limit=Fraction(1), zh="每院1辆",
    measure="ambulances", denominator="",
)  # fmt: skip


def test_a_least_number_is_demanded_without_a_base() -> None:
    (demand,) = row(sheet(rule=ONE_AMBULANCE), "ambulances").demands
    assert (demand.rule, demand.count, demand.base, demand.base_name) == ("每院1辆", 1, None, "")


def test_a_least_number_may_rise_with_the_beds() -> None:
    """1 and 0.02 more for each of 99 beds: 2.98, so 3."""
    more = Fraction("0.02")
    rising = replace(ONE_AMBULANCE, denominator="beds", more=more, per_county=False)
    (demand,) = row(sheet(figure("beds", Basis.PLANNED, 99), rule=rising), "ambulances").demands
    assert (demand.count, demand.more, demand.base) == (3, more, Decimal(99))


def test_steps_between_the_years_are_told_with_their_blanks() -> None:
    step = Allocation("p", "h", "beds", Basis.PLANNED, 2022, Decimal(95), Origin.PLANNER, "规划科")
    made = sheet(figure("beds", Basis.PLANNED, 99), step)
    assert made.step_years == (2021, 2022, 2023, 2024)
    assert [(s.name, s.values) for s in made.steps] == [("床位", (None, Decimal(95), None, None))]
    assert sheet(figure("beds", Basis.PLANNED, 99)).steps == ()


def test_projects_of_the_facility_are_told_and_no_others() -> None:
    own = Project("x", "p", 1, "1", "扩建", facility_id="h")
    other = Project("y", "p", 2, "2", "新建", facility_id="c")
    assert sheet(own, other).projects == (own,)


def test_half_a_page_is_for_a_village_clinic_with_little_to_say() -> None:
    assert sheet(of="c").is_form
    assert not sheet(of="h").is_form
    assert not sheet(Project("y", "p", 2, "2", "新建", facility_id="c"), of="c").is_form


def test_derived_figure_names_its_rules_in_words() -> None:
    derived = figure("nurses", Basis.PLANNED, 58, Origin.DERIVED, "nurses-per-bed, gone")
    assert row(sheet(derived), "nurses").source == "床护比; gone"


def test_published_figure_names_its_table() -> None:
    beds = row(sheet(figure("beds", Basis.PLANNED, 99, source="专栏3 第1行")), "beds")
    assert (beds.origin, beds.source) == (Origin.PUBLISHED, "专栏3 第1行")


def test_findings_are_told_as_they_are_given() -> None:
    assert sheet().findings == (FINDING,)


def test_sheet_of_an_unknown_facility_is_refused() -> None:
    with pytest.raises(KeyError):
        sheet(of="nobody")
