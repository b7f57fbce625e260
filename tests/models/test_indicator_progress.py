"""Where an indicator stands: computed, entered, or why neither."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from db.catalogue import load_catalogue
from models.county import County
from models.edits import Record
from models.facility import FacilityType
from models.indicator_progress import (
    IndicatorProgress,
    IndicatorState,
    Way,
    actual_figure,
    baseline_basis,
    progress_of,
)
from models.measure import Basis
from models.plan import Indicator, IndicatorValue, Nature, Population, PopulationGroup
from models.plan import PopulationOrigin as Origin
from models.rules.evaluate import Evaluation
from models.rules.rule import Missing, Rule, RuleKind
from models.stated_indicator import stated_indicators
from tests.models.rules.made_county import PLAN, a_facility, a_rule, figure

CATALOGUE = load_catalogue()
HOSPITAL = a_facility("h", FacilityType.GENERAL_HOSPITAL)
CENTRE = a_facility("c", FacilityType.TOWNSHIP_HEALTH_CENTRE)
PEOPLE = Population(2020, PopulationGroup.RESIDENT, 100_000, Origin.ENTERED)
NURSES = a_rule(RuleKind.RATE, "3.21", measure="nurses", per=1000, indicator="护士")
ROW = Indicator("i", "p", 1, "1", "护士", "", "3.07", "3.21", Nature.BINDING)


def evaluation(rule: Rule | None, *records: Record) -> Evaluation:
    return Evaluation(County([PLAN, *records]), PLAN, [] if rule is None else [rule])


def found(rule: Rule | None, *records: Record) -> IndicatorProgress:
    now = evaluation(rule, *records)
    rows = stated_indicators(now.county.indicators("p"), now.rules)
    return progress_of(rows[0], now, CATALOGUE)


def value(year: int, number: str) -> IndicatorValue:
    return IndicatorValue("p", "i", year, Decimal(number))


def test_a_rate_from_the_countys_figures_with_progress_and_gap() -> None:
    progress = found(NURSES, PEOPLE, HOSPITAL, CENTRE, ROW, figure("h", "nurses", 300),
                     figure("c", "nurses", 14))  # fmt: skip
    # 314 ÷ 100,000 × 1,000 = 3.14; (3.14 − 3.07) ÷ (3.21 − 3.07) = 0.07 ÷ 0.14
    assert progress.now is not None
    assert (progress.now.value, progress.now.way) == (Fraction(314, 100), Way.COMPUTED)
    assert progress.start is not None
    assert (progress.start.value, progress.start.way) == (Fraction(307, 100), Way.PRINTED)
    assert progress.progress == Fraction(1, 2)
    assert progress.gap == 7  # 3.21 × 100 = 321 nurses
    assert progress.gap_in_unit == Fraction(7, 100)
    assert progress.state is IndicatorState.MISSED
    assert progress.planned is not None
    assert (progress.planned.numerator, progress.planned.denominator) == (314, 100_000)


def test_exactly_at_the_limit_holds() -> None:
    progress = found(NURSES, PEOPLE, HOSPITAL, ROW, figure("h", "nurses", 321))
    assert progress.state is IndicatorState.HOLDS
    assert (progress.gap, progress.gap_in_unit, progress.progress) == (0, 0, 1)


def test_without_people_nothing_is_computed_and_nothing_passes() -> None:
    progress = found(NURSES, HOSPITAL, ROW, figure("h", "nurses", 900))
    assert progress.state is IndicatorState.NO_FIGURES
    assert progress.missing is Missing.NO_POPULATION
    assert (progress.now, progress.progress, progress.gap) == (None, None, None)


def test_without_figures_the_reason_says_so() -> None:
    assert found(NURSES, PEOPLE, HOSPITAL, ROW).missing is Missing.NO_FIGURES
    assert found(NURSES, PEOPLE, ROW).missing is Missing.NO_FACILITIES


def test_an_entered_value_stands_in_where_nothing_is_computed_and_says_why() -> None:
    progress = found(NURSES, PEOPLE, HOSPITAL, ROW, value(2022, "3.1"))
    assert progress.state is IndicatorState.ON_THE_WAY
    assert progress.missing is Missing.NO_FIGURES
    assert progress.now is not None
    assert (progress.now.year, progress.now.way) == (2022, Way.ENTERED)
    assert progress.gap == 11  # (3.21 − 3.1) × 100,000 ÷ 1,000


def test_a_ratio_of_1_to_1_4() -> None:
    rule = a_rule(RuleKind.RATIO, "1.4", measure="health-personnel", denominator="beds",
                  indicator="床人比")  # fmt: skip
    row = Indicator("i", "p", 1, "1", "床人比", "", "1:1.38", "1:1.4", Nature.EXPECTED)
    staff = (figure("h", "beds", 500), figure("h", "health-personnel", 695))
    progress = found(rule, HOSPITAL, row, *staff)
    # 695 ÷ 500 = 1.39; (1.39 − 1.38) ÷ (1.4 − 1.38) = 1 ÷ 2; 1.4 × 500 = 700, 5 short
    assert progress.progress == Fraction(1, 2)
    assert progress.gap == 5
    assert progress.state is IndicatorState.MISSED


def test_a_share_of_departments_left_open_by_a_blank_is_no_pass() -> None:
    rule = a_rule(RuleKind.DEPARTMENTS, "0.6", measure="dept-geriatrics", indicator="老年")
    row = Indicator("i", "p", 1, "1", "老年", "", "50", "≥60", Nature.EXPECTED)
    one = figure("h", "dept-geriatrics", 1)
    assert found(rule, HOSPITAL, CENTRE, row, one).missing is Missing.SOME_BLANK
    both = found(rule, HOSPITAL, CENTRE, row, one, figure("c", "dept-geriatrics", 0))
    assert both.now is not None
    assert both.now.value == 50  # 1 of 2
    assert both.gap == 1  # 0.6 × 2 = 1.2, in whole facilities 2
    assert found(rule, row).missing is Missing.NO_FACILITIES


def test_entered_values_of_an_indicator_that_should_fall() -> None:
    row = Indicator("i", "p", 1, "1", "吸烟率", "", "24.7", "≤20", Nature.EXPECTED)
    assert found(None, row).state is IndicatorState.NOT_ENTERED
    on_the_way = found(None, row, value(2022, "23"), value(2023, "22.35"))
    assert on_the_way.state is IndicatorState.ON_THE_WAY
    assert on_the_way.progress == Fraction(1, 2)  # (22.35 − 24.7) ÷ (20 − 24.7) = 2.35 ÷ 4.7
    assert on_the_way.gap_in_unit == Fraction(235, 100)
    assert found(None, row, value(2025, "20.1")).state is IndicatorState.MISSED
    assert found(None, row, value(2025, "20")).state is IndicatorState.HOLDS


def test_an_entered_baseline_comes_before_the_printed_one() -> None:
    row = Indicator("i", "p", 1, "1", "率", "", "10", "20", Nature.EXPECTED)
    progress = found(None, row, value(2020, "0"), value(2022, "5"))
    assert progress.start is not None
    assert progress.start.way is Way.ENTERED
    assert progress.progress == Fraction(1, 4)  # from zero


def test_a_rate_of_a_year_between_says_where_facilities_are_blank() -> None:
    beds = a_rule(RuleKind.RATE, "6", measure="beds", per=1000, indicator="护士")
    now = evaluation(
        beds, PEOPLE, HOSPITAL, CENTRE, ROW,
        figure("h", "beds", 400, Basis.AUTHORISED), figure("c", "beds", 100, Basis.AUTHORISED),
        figure("h", "beds", 450, Basis.AUTHORISED, 2022),
    )  # fmt: skip
    stated = stated_indicators(now.county.indicators("p"), now.rules)[0]
    assert baseline_basis(beds, CATALOGUE) is Basis.AUTHORISED
    full = actual_figure(stated, now, CATALOGUE, 2020)
    part = actual_figure(stated, now, CATALOGUE, 2022)
    assert full is not None
    assert part is not None
    assert (full.value, full.complete) == (5, True)  # 500 ÷ 100
    assert (part.value, part.complete) == (Fraction(45, 10), False)
    assert actual_figure(stated, now, CATALOGUE, 2023) is None
