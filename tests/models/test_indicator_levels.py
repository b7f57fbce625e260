from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from models.catalogue import Catalogue
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType
from models.indicator_levels import Level, levels, rate_levels, target_levels
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import (
    Indicator,
    Nature,
    Plan,
    Population,
    PopulationGroup,
    PopulationOrigin,
)
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, Rule, RuleKind, Source

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
CATALOGUE = Catalogue(
    {
        "beds": Measure("beds", "beds", "床位", "Beds", "张", "beds"),
        "nurses": Measure("nurses", "staff", "护士", "Nurses", "人", "persons"),
        "gps": Measure("gps", "staff", "全科医生", "GPs", "人", "persons"),
    },
    {},
    {},
)


def rate(rule_id: str, measure: str, limit: int, per: int, indicator: str = "") -> Rule:
    return Rule(
        rule_id, RuleKind.RATE, Nature.EXPECTED, Bound.AT_LEAST, Fraction(limit), rule_id, rule_id,
        Source("规划", "", ""), measure=measure, per=per, indicator=indicator,
    )  # fmt: skip


def row(number: int, name: str, baseline: str, target: str) -> Indicator:
    return Indicator(
        f"i{number}", "p", number, str(number), name, "", baseline, target, Nature.EXPECTED
    )


@pytest.fixture
def found() -> tuple[Level, ...]:
    """50,000 people; 300 planned beds are 6 per 1,000, 20 GPs 4 per 10,000; nurses are blank."""
    figures = {"beds": 300, "gps": 20}
    county = County([
        Population(2020, PopulationGroup.RESIDENT, 50000, PopulationOrigin.ENTERED), PLAN,
        Facility("h", "医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL),
        row(1, "每千人口床位数", "4.5", "8"), row(2, "每千人口护士数", "2", "3"),
        row(3, "人均预期寿命", "78", "79"), row(4, "健康素养", "10", "同比例提高"),
        row(5, "托位", "——", "4"),
        *(Allocation("p", "h", m, Basis.PLANNED, 2025, Decimal(v), Origin.PLANNER)
          for m, v in figures.items()),
    ])  # fmt: skip
    rules = [
        rate("beds", "beds", 8, 1000, "每千人口床位数"),
        rate("nurses", "nurses", 3, 1000, "每千人口护士数"),
        rate("gps", "gps", 4, 10000),
        rate("gps-100000", "gps", 30, 100000),
    ]
    return levels(Evaluation(county, PLAN, rules), CATALOGUE)


def name(level: Level) -> str:
    stated = level.stated
    return stated.indicator.name if stated.indicator else stated.rule.id if stated.rule else ""


def test_rates_stand_on_the_scale_of_their_unit(found: tuple[Level, ...]) -> None:
    units, unknown = rate_levels(found, CATALOGUE, "staff")
    assert [(unit.per, [name(level) for level in unit.levels]) for unit in units] == [
        (1000, ["每千人口护士数"]), (10000, ["gps"]), (100000, ["gps-100000"]),
    ]  # fmt: skip
    assert unknown == ()


def test_a_rate_has_baseline_plan_and_target_as_far_as_they_are_known(
    found: tuple[Level, ...],
) -> None:
    units, _ = rate_levels(found, CATALOGUE, "beds")
    (beds,) = units[0].levels
    assert beds.found.start is not None
    assert beds.found.now is not None
    figures = (beds.found.start.value, beds.found.now.value, beds.stated.goal)
    assert figures == (Fraction(9, 2), 6, 8)
    assert beds.share(Fraction(6)) == Fraction(3, 4)
    (nurses,) = rate_levels(found, CATALOGUE, "staff")[0][0].levels
    assert nurses.found.now is None  # blank is not zero


def test_targets_that_are_no_figures_and_rows_without_figures_are_named(
    found: tuple[Level, ...],
) -> None:
    targets = target_levels(found)
    shown = ["每千人口床位数", "每千人口护士数", "人均预期寿命", "gps", "gps-100000"]
    assert [name(level) for level in targets.shown] == shown
    assert [s.indicator.name for s in targets.without_target if s.indicator] == ["健康素养"]
    assert [s.indicator.name for s in targets.without_figures if s.indicator] == ["托位"]
