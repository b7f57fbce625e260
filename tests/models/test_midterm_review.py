"""The review of a year: planned line or yearly steps, actual, verdict, reason."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from db.catalogue import load_catalogue
from models.county import County
from models.edits import Edit, Record
from models.facility import FacilityType
from models.measure import Basis
from models.midterm_review import (
    PlannedBy,
    ReviewRow,
    Verdict,
    planned_line,
    reason_change,
    review,
)
from models.plan import (
    Indicator,
    IndicatorValue,
    Nature,
    Population,
    PopulationGroup,
    PopulationOrigin,
)
from models.plan_versions import copy_plan
from models.rules.evaluate import Evaluation
from models.rules.rule import Rule, RuleKind
from tests.models.rules.made_county import PLAN, a_facility, a_rule, figure

CATALOGUE = load_catalogue()


def row_of(target: str, baseline: str, *records: Record, rules: tuple[Rule, ...] = (),
           year: int = 2023) -> ReviewRow:  # fmt: skip
    indicator = Indicator("i", "p", 1, "1", "指标", "", baseline, target, Nature.EXPECTED)
    evaluation = Evaluation(County([PLAN, indicator, *records]), PLAN, rules)
    return review(evaluation, CATALOGUE, year)[0]


def value(year: int, number: str) -> IndicatorValue:
    return IndicatorValue("p", "i", year, Decimal(number))


def test_the_line_is_exact() -> None:
    # 6.15 + 1.12 × 3 ÷ 5 = 6.822
    assert planned_line(Fraction("6.15"), Fraction("7.27"), PLAN, 2023) == Fraction("6.822")


def test_on_the_line_is_on_track_and_below_it_is_behind() -> None:
    kept = row_of("7.27", "6.15", value(2023, "6.822"))
    assert (kept.verdict, kept.planned_by, kept.difference) == (
        Verdict.ON_TRACK, PlannedBy.LINE, 0)  # fmt: skip
    behind = row_of("7.27", "6.15", value(2023, "6.8"))
    assert behind.verdict is Verdict.BEHIND
    assert behind.difference == Fraction("-0.022")
    assert not behind.is_reached


def test_a_falling_indicator_must_be_below_its_line() -> None:
    # 24 − 4 × 3 ÷ 5 = 21.6
    assert row_of("≤20", "24", value(2023, "21.6")).verdict is Verdict.ON_TRACK
    assert row_of("≤20", "24", value(2023, "21.7")).verdict is Verdict.BEHIND
    assert row_of("≤20", "24", value(2023, "19")).is_reached


def test_met_from_the_start_the_target_stands_in_every_year() -> None:
    row = row_of("≥97", "98", value(2023, "97.5"))
    assert (row.planned, row.planned_by, row.verdict) == (97, PlannedBy.TARGET, Verdict.ON_TRACK)
    assert row_of("≥97", "98", value(2023, "96.9")).verdict is Verdict.BEHIND


def test_no_value_or_no_figure_as_target_is_never_on_track() -> None:
    assert row_of("7.27", "6.15").verdict is Verdict.UNKNOWN
    assert row_of("同比例提高", "——", value(2023, "1")).verdict is Verdict.UNKNOWN
    assert row_of("7.27", "——", value(2023, "1")).verdict is Verdict.UNKNOWN


def test_the_target_year_is_held_against_the_target() -> None:
    row = row_of(">80.7", "80.23", value(2025, "80.7"), year=2025)
    assert (row.planned_by, row.verdict) == (PlannedBy.TARGET, Verdict.BEHIND)


def test_yearly_steps_stand_for_the_line_once_all_facilities_have_one() -> None:
    rule = a_rule(RuleKind.RATE, "6", measure="beds", per=1000, indicator="指标")
    facilities = [a_facility(i, FacilityType.GENERAL_HOSPITAL) for i in "ab"]
    people = Population(2020, PopulationGroup.RESIDENT, 100_000, PopulationOrigin.ENTERED)
    figures = [
        *(figure(i, "beds", 300) for i in "ab"),
        figure("a", "beds", 260, year=2023),
        *(figure(i, "beds", 290, Basis.AUTHORISED, 2023) for i in "ab"),
    ]
    part = row_of("6", "5", *facilities, people, *figures, rules=(rule,))
    assert (part.planned, part.planned_by) == (Fraction("5.6"), PlannedBy.LINE)  # 5 + 1 × 3 ÷ 5
    assert part.actual is not None
    assert (part.actual.value, part.verdict) == (Fraction("5.8"), Verdict.ON_TRACK)
    figures.append(figure("b", "beds", 330, year=2023))
    full = row_of("6", "5", *facilities, people, *figures, rules=(rule,))
    assert (full.planned, full.planned_by) == (Fraction("5.9"), PlannedBy.STEPS)  # 590 ÷ 100
    assert full.verdict is Verdict.BEHIND


def test_a_reason_is_kept_and_goes_along_with_a_copy_of_the_version() -> None:
    indicator = Indicator("i", "p", 1, "1", "指标", "", "1", "2", Nature.EXPECTED)
    county = County([PLAN, indicator])
    change = reason_change(county, PLAN, indicator, 2023, " 人员未到位 ")
    assert change is not None
    county.apply(Edit("原因", (change,)))
    assert reason_change(county, PLAN, indicator, 2023, "人员未到位") is None
    county.apply(copy_plan(county, "p", name="二稿", date="", label="复制"))
    for plan in county.plans:
        rows = review(Evaluation(county, plan, ()), CATALOGUE, 2023)
        assert [row.reason for row in rows] == ["人员未到位"]
    removal = reason_change(county, PLAN, indicator, 2023, "")
    assert removal is not None
    assert removal.after is None
