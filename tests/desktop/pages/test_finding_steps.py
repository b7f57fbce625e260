"""Why something was found: the arithmetic of every kind of rule, with the figures used."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.catalogue import load_catalogue
from db.county_file import create, open_county_file
from db.samples import sample_records
from desktop.pages.finding_panel import FindingPanel
from desktop.pages.finding_steps import finding_steps
from desktop.session import CountySession
from models.catalogue import Language
from models.edits import Change, Edit, Record, add
from models.facility import Facility, FacilityClass, FacilityType, Scope
from models.geography import Division, DivisionKind
from models.measure import Allocation, Basis, Origin
from models.plan import Project
from models.rules.evaluate import Evaluation
from models.rules.rule import TOWNSHIP_PEOPLE, Bound, Condition, PerDivision, RuleKind
from tests.models.rules.made_county import a_rule


def figure(facility: str, measure: str, value: int, basis: Basis = Basis.PLANNED) -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation("plan", facility, measure, basis, year, Decimal(value), Origin.PLANNER)


def project(number: int, total: int | None, period: str = "2021—2025") -> Project:
    investment = None if total is None else Decimal(total)
    return Project(f"x{number}", "plan", number, "", f"项目{number}", period=period,
                   total_investment=investment)  # fmt: skip


def why(session: CountySession, kind: RuleKind, limit: str | int, **given: Any) -> list[str]:
    """The steps of the first finding of such a rule."""
    rule = a_rule(kind, limit, **given)
    (first, *_) = Evaluation(session.county, session.plan, [rule]).findings
    return finding_steps(first, session)


def enter(session: CountySession, *records: Record) -> None:
    assert session.do(Edit("填写", add(*records)))


def enter_people(session: CountySession, village: Division, people: int | None) -> None:
    """Say how many live in a village, or that nobody knows."""
    after = replace(village, population=people)
    assert session.do(Edit("人口", (Change(village, after),) if after != village else ()))


def test_a_ratio_per_100_multiplies_and_tells_the_demand(session: CountySession) -> None:
    """3 pharmacists for 500 beds are 0.6 per 100; 0.7 × 500 ÷ 100 = 3.5, so 4."""
    enter(session, figure("h", "clinical-pharmacists", 3))
    steps = why(session, RuleKind.RATIO, "0.7", measure="clinical-pharmacists",
                denominator="beds", per=100, per_facility=True, per_county=False)  # fmt: skip
    assert steps == [
        "规划 临床药师 3 人 ÷ 规划 床位 500 张 × 100 = 0.60",
        "Limit ≥ 0.7: 0.7 × 500 ÷ 100 = 3.5, in whole 4 人",
        "1 人 are missing.",
    ]


def test_a_share_in_a_range_tells_both_ends(session: CountySession) -> None:
    """2–5 % of 500 beds are 10 to 25; 30 are 5 too many."""
    enter(session, figure("h", "icu-beds", 30))
    steps = why(session, RuleKind.SHARE, "0.02", upper=Fraction(1, 20), bound=Bound.BETWEEN,
                measure="icu-beds", denominator="beds", per_facility=True,
                per_county=False)  # fmt: skip
    assert steps == [
        "规划 重症床位 30 张 ÷ 规划 床位 500 张 = 6.00%",
        "Limit ≥ 2%: 2% × 500 = 10, in whole 10 张",
        "Limit ≤ 5%: 5% × 500 = 25, in whole 25 张",
        "5 张 are too many.",
    ]


def test_a_sum_names_the_facilities_that_it_is_of(session: CountySession) -> None:
    enter(
        session,
        figure("b", "infectious-disease-beds", 20),
        figure("h", "infectious-disease-beds", 59),
    )
    steps = why(session, RuleKind.COUNT, 80, measure="infectious-disease-beds")
    assert steps == [
        "Counted: all facilities; 2 of 4 facilities have figures (the blank ones are left out)",
        "甲医院 59 + 乙卫生院 20 = 规划 可开放传染病床位 79 张",
        "Limit ≥ 80",
        "80 − 79 = 1 张 short",
    ]


def test_a_size_beyond_its_range_tells_by_how_much(session: CountySession) -> None:
    steps = why(session, RuleKind.COUNT, 600, upper=Fraction(1000), bound=Bound.BETWEEN,
                measure="beds", per_facility=True, per_county=False,
                scope=Scope(types=frozenset({FacilityType.GENERAL_HOSPITAL})))  # fmt: skip
    assert steps == ["规划 床位 500 张", "Limit 600–1000", "600 − 500 = 100 张 short"]


def test_a_limit_that_rises_with_the_beds_is_worked_out(session: CountySession) -> None:
    """乙 has 40 beds in a township of 60,000: 300 + 20 × 40 = 1,100 m²."""
    enter(session, figure("b", "floor-area", 1000))
    steps = why(session, RuleKind.COUNT, 300, more=Fraction(20), measure="floor-area",
                denominator="beds", per_facility=True, per_county=False,
                conditions=(Condition(TOWNSHIP_PEOPLE, False, Fraction(9999)),))  # fmt: skip
    township = "people of its township"
    assert steps == [
        f"2025 {township}: 60,000 people; the rule: {township} > 9999 people",
        "规划 业务用房面积 1,000 平方米",
        "Limit: 300 + 20 × 规划 床位 40 张 = 1,100",
        "1,100 − 1,000 = 100 平方米 short",
    ]


def test_a_stop_tells_each_condition_what_is_authorised_and_what_is_planned(
    session: CountySession,
) -> None:
    """甲: 400 authorised, 500 planned, occupancy 70 % and stay 9.5 days."""
    enter(session, figure("h", "occupancy", 70, Basis.ACTUAL),
          figure("h", "length-of-stay", 10, Basis.ACTUAL))  # fmt: skip
    steps = why(session, RuleKind.STOP, 0, bound=Bound.AT_MOST, measure="beds",
                conditions=(Condition("occupancy", True, Fraction(75)),
                            Condition("length-of-stay", False, Fraction(9))))  # fmt: skip
    assert steps == [
        "2020 实有 病床使用率: 70 %; the rule: 实有 病床使用率 < 75 %",
        "2020 实有 平均住院日: 10 天; the rule: 实有 平均住院日 > 9 天",
        "2020: 编制 床位 400 张",
        "2025: 规划 床位 500 张",
        "500 − 400 = 100 张 too many",
    ]


def test_departments_name_those_without_and_those_that_are_blank(session: CountySession) -> None:
    enter(session, figure("h", "dept-fever-clinic", 1), figure("b", "dept-fever-clinic", 0))
    steps = why(session, RuleKind.DEPARTMENTS, 1, measure="dept-fever-clinic")
    assert steps == [
        "1 of 4 facilities have one: 25.00%",
        "Without (1): 乙卫生院",
        "Blank (2): 丙卫生院, 社会办医院（未列名）",
        "Limit ≥ 100%: 100% × 4 = 4",
        "3 facilities short",
    ]


def test_presence_tells_people_facilities_and_how_many_the_people_take(
    session: CountySession,
) -> None:
    """甲镇: 60,000 ÷ 20,000 = 3 at least, ÷ 8,000 = 7.5, so 7 at most."""
    steps = why(session, RuleKind.PRESENCE, 1, division=PerDivision.TOWN, people=(8000, 20000),
                scope=Scope(types=frozenset({FacilityType.TOWNSHIP_HEALTH_CENTRE})))  # fmt: skip
    assert steps == [
        "乡镇卫生院 in 甲镇: 1: 乙卫生院",
        "60,000 people live there",
        "60,000 ÷ 20,000 = 3.00, so 3 at least",
        "60,000 ÷ 8,000 = 7.50, so 7 at most",
        "3 − 1 = 2 facilities short",
    ]


def test_people_with_a_centre_of_their_own_are_taken_off(session: CountySession) -> None:
    """60,000 less the 10,000 of the centre's own community: 50,000 ÷ 20,000 = 2.5, so 3."""
    own = Division("500999100001", "一社区", DivisionKind.COMMUNITY, "500999100", population=10_000)
    centre = Facility("v", "社区中心", FacilityClass.PRIMARY_CARE,
                      FacilityType.COMMUNITY_HEALTH_CENTRE, township="500999100",
                      village=own.code)  # fmt: skip
    enter(session, own, centre)
    steps = why(session, RuleKind.PRESENCE, 0, division=PerDivision.TOWN, people=(8000, 20000),
                scope=Scope(types=frozenset({FacilityType.TOWNSHIP_HEALTH_CENTRE})),
                whole=Scope(types=frozenset({FacilityType.COMMUNITY_HEALTH_CENTRE})))  # fmt: skip
    assert steps[2:] == [
        "60,000 − 10,000 = 50,000: 一社区 has one of its own",
        "50,000 ÷ 20,000 = 2.50, so 3 at least",
        "50,000 ÷ 8,000 = 6.25, so 6 at most",
        "3 − 1 = 2 facilities short",
    ]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (799, "Under 800: it may share with a neighbour"),
        (800, "800 or more: it needs one of its own"),
    ],
)
def test_a_village_without_a_clinic_is_held_against_its_people(
    session: CountySession, people: int, said: str
) -> None:
    village = Division("500999100001", "一村", DivisionKind.VILLAGE, "500999100", population=people)
    clinic = Facility("v", "二村卫生室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC,
                      township="500999101", village="500999101001")  # fmt: skip
    other = Division("500999101001", "二村", DivisionKind.VILLAGE, "500999101")
    enter(session, village, other, clinic)
    steps = why(session, RuleKind.PRESENCE, 1, division=PerDivision.VILLAGE, share_below=800,
                scope=Scope(types=frozenset({FacilityType.VILLAGE_CLINIC})))  # fmt: skip
    assert steps[1:3] == [f"{people} people live there", said]
    assert steps[-1] == "1 − 0 = 1 facilities short"


@pytest.mark.parametrize(
    ("people", "said"), [(2500, "Not over 2,500: no branch"), (None, "not known")]
)
def test_a_branch_is_held_against_the_people(
    session: CountySession, people: int | None, said: str
) -> None:
    village = Division("500999100001", "一村", DivisionKind.VILLAGE, "500999100", population=2500)
    clinics = [
        Facility(i, f"{i}卫生室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC,
                 township="500999100", village=village.code)
        for i in "vw"
    ]  # fmt: skip
    enter(session, village, *clinics)
    rule = a_rule(RuleKind.PRESENCE, 1, division=PerDivision.VILLAGE, branch_above=2500,
                  scope=Scope(types=frozenset({FacilityType.VILLAGE_CLINIC})))  # fmt: skip
    (found,) = Evaluation(session.county, session.plan, [rule]).findings
    enter_people(session, village, people)
    steps = finding_steps(found, session)
    assert any(said in step for step in steps)
    assert steps[-1] == "2 − 1 = 1 facilities too many"


def test_an_investment_adds_up_the_projects(session: CountySession) -> None:
    enter(session, project(1, 300), project(2, 500), project(3, None))
    steps = why(session, RuleKind.INVESTMENT, 900, bound=Bound.EXACTLY,
                measure="total-investment")  # fmt: skip
    assert steps == [
        "2 of 3 projects state a figure",
        "项目2 500 + 项目1 300 = 800 × 10,000 yuan",
        "Limit = 900 × 10,000 yuan",
        "900 − 800 = 100 × 10,000 yuan short",
    ]


def test_dates_tell_the_printed_years_and_the_distance(session: CountySession) -> None:
    enter(session, project(1, 1, "2026—2027年"))
    steps = why(session, RuleKind.DATES, 2021, upper=Fraction(2025), bound=Bound.BETWEEN)
    assert steps == [
        "Period as printed: 2026—2027年; its years: 2026, 2027",
        "Years of the plan: 2021–2025",
        "2026 − 2025 = 1 years too many",
    ]


def test_thousands_are_separated_in_figures_that_are_not_whole(session: CountySession) -> None:
    enter(session, figure("h", "health-personnel", 1))
    steps = why(session, RuleKind.RATIO, "2.5001", measure="health-personnel",
                denominator="beds", per_facility=True, per_county=False)  # fmt: skip
    assert "2.5001 × 500 = 1,250.05, in whole 1,251" in steps[1]


def test_what_many_facilities_add_is_summed_after_the_largest(session: CountySession) -> None:
    enter(session, *(project(n, n) for n in range(1, 15)))  # 1 + … + 14 = 105, the last two are 3
    steps = why(session, RuleKind.INVESTMENT, 900, measure="total-investment")
    assert steps[1].startswith("项目14 14 + 项目13 13 + ")
    assert steps[1].endswith(" + 项目3 3 + 2 others 3 = 105 × 10,000 yuan")


@pytest.mark.parametrize("sample", ["dazu", "yanjiang", "wushan"])
def test_every_row_of_a_sample_says_why(qtbot: QtBot, tmp_path: Path, sample: str) -> None:
    path = tmp_path / "a.weigui"
    create(path, sample_records(sample), "new")
    session = CountySession(open_county_file(path), load_catalogue(), Language.ZH)
    try:
        panel = FindingPanel(session)
        qtbot.addWidget(panel)
        rows = [*session.evaluation.findings, *session.evaluation.unchecked]
        assert rows
        for row in rows:
            panel.show_row(row)
            text = panel.toPlainText()
            assert row.rule.zh in text
            assert row.rule.source.clause in text
    finally:
        session.close()
