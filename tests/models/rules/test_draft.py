"""Rules as they are typed: read exactly, or refused field by field."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from models.errors import InvalidValue
from models.facility import FacilityClass, Scope
from models.measure import Basis
from models.plan import Nature, Plan, PopulationGroup
from models.rules.draft import (
    DraftProblem,
    Fault,
    TypedCondition,
    figure_text,
    parse_figure,
    read_draft,
)
from models.rules.rule import Bound, Condition, PerDivision, Rule, RuleKind, Source

PLAN = Plan("p", "初稿", "规划", "", 2020, 2025, "")
SOURCE = Source("自定", "", "2026-11-24")
MEASURES = {"beds", "nurses", "occupancy"}


def read(kind: RuleKind, *, zh: str = "规则", **typed: Any) -> tuple[Rule | None, list[Any]]:
    base = {"id": "own.001", "kind": kind, "nature": Nature.EXPECTED, "zh": zh, "en": "Rule"}
    return read_draft(base, SOURCE, typed, MEASURES, PLAN)


def rate(**typed: Any) -> tuple[Rule | None, list[Any]]:
    typed = {"measure": "beds", "bound": Bound.AT_LEAST, "limit": "7.27", "per": "1000",
             "population": PopulationGroup.RESIDENT, "basis": Basis.PLANNED, **typed}  # fmt: skip
    return read(RuleKind.RATE, **typed)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("7.27", RuleKind.RATE, Fraction(727, 100)),
        ("1:1.4", RuleKind.RATIO, Fraction(7, 5)),
        ("1：1.4", RuleKind.RATIO, Fraction(7, 5)),
        ("1.4", RuleKind.RATIO, Fraction(7, 5)),
        ("8%", RuleKind.SHARE, Fraction(2, 25)),
        ("8", RuleKind.SHARE, Fraction(2, 25)),
        ("3.5", RuleKind.RADIUS, Fraction(3500)),
        ("1/80", RuleKind.COUNT, Fraction(1, 80)),
        ("１，０００", RuleKind.COUNT, Fraction(1000)),
    ],
)
def test_a_limit_is_read_as_plans_print_it(text: str, kind: RuleKind, value: Fraction) -> None:
    assert parse_figure(text, kind) == value
    assert parse_figure(figure_text(value, kind), kind) == value


@pytest.mark.parametrize("text", ["", "-1", "1e3", "1/0", "eight", "1:1:4", "٣"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse_figure(text, RuleKind.RATIO)


def test_a_rate_is_made_of_what_was_typed() -> None:
    rule, problems = rate(scope=Scope(frozenset({FacilityClass.HOSPITAL})), year="2023")
    assert problems == []
    assert rule is not None
    assert (rule.limit, rule.per, rule.year, rule.upper) == (Fraction(727, 100), 1000, 2023, None)


@pytest.mark.parametrize(
    ("typed", "field", "fault"),
    [
        ({"measure": None}, "measure", Fault.NO_MEASURE),
        ({"measure": "bads"}, "measure", Fault.NO_MEASURE),
        ({"limit": " "}, "limit", Fault.EMPTY),
        ({"limit": "x"}, "limit", Fault.NOT_A_FIGURE),
        ({"per": "0"}, "per", Fault.NOT_POSITIVE),
        ({"per": "2.5"}, "per", Fault.NOT_WHOLE),
        ({"year": "2019"}, "year", Fault.NO_YEAR),
        ({"bound": Bound.BETWEEN, "upper": ""}, "upper", Fault.EMPTY),
        ({"bound": Bound.BETWEEN, "upper": "7"}, "upper", Fault.BELOW_LIMIT),
        ({"zh": ""}, "zh", Fault.EMPTY),
    ],
)
def test_a_wrong_field_is_named_with_its_fault(
    typed: dict[str, Any], field: str, fault: Fault
) -> None:
    assert rate(**typed) == (None, [DraftProblem(field, fault)])


def test_every_wrong_field_is_named_at_once() -> None:
    _, problems = rate(measure=None, limit="", per="x")
    assert [p.field for p in problems] == ["measure", "limit", "per"]


def test_a_share_is_no_more_than_the_whole() -> None:
    typed = {"measure": "beds", "denominator": "nurses", "per_county": True, "per_facility": False}
    rule, _ = read(RuleKind.SHARE, limit="100%", **typed)
    assert rule is not None
    assert rule.limit == 1
    _, problems = read(RuleKind.SHARE, limit="101", **typed)
    assert problems == [DraftProblem("limit", Fault.ABOVE_WHOLE)]


def test_a_part_of_its_own_measure_needs_another_scope_of_the_whole() -> None:
    typed = {"measure": "beds", "denominator": "beds", "limit": "15",
             "per_county": True, "per_facility": False}  # fmt: skip
    _, problems = read(RuleKind.SHARE, **typed)
    assert problems == [DraftProblem("denominator", Fault.SAME_MEASURE)]
    rule, _ = read(RuleKind.SHARE, whole=Scope(), **typed)
    assert rule is not None


def test_a_ratio_is_of_each_facility_or_of_the_county() -> None:
    _, problems = read(
        RuleKind.RATIO, measure="nurses", denominator="beds", limit="1:0.58", per="1",
        per_county=False, per_facility=False,
    )  # fmt: skip
    assert problems == [DraftProblem("per_facility", Fault.NO_SUBJECT)]


def test_presence_reads_people_and_villages() -> None:
    rule, problems = read(
        RuleKind.PRESENCE, limit="1", division=PerDivision.VILLAGE, people=("", ""),
        share_below="800", branch_above="2500",
    )  # fmt: skip
    assert problems == []
    assert rule is not None
    assert (rule.people, rule.share_below, rule.branch_above) == (None, 800, 2500)
    assert rule.bound is Bound.AT_LEAST
    rule, _ = read(RuleKind.PRESENCE, limit="1", division=PerDivision.TOWN, people=("3万", "8"))
    assert rule is None
    _, problems = read(
        RuleKind.PRESENCE, limit="1", division=PerDivision.TOWN, people=("20000", "8000")
    )
    assert problems == [DraftProblem("people", Fault.BELOW_LIMIT)]
    _, problems = read(RuleKind.PRESENCE, limit="1.5", division=None)
    assert problems == [
        DraftProblem("limit", Fault.NOT_WHOLE),
        DraftProblem("division", Fault.EMPTY),
    ]


def test_neighbours_and_branches_are_typed_in_whole_metres() -> None:
    typed = {"limit": "1", "division": PerDivision.VILLAGE, "people": ("", "")}
    rule, problems = read(
        RuleKind.PRESENCE, neighbour_within="2,000", branch_beyond="3000", **typed
    )
    assert problems == []
    assert rule is not None
    assert (rule.neighbour_within, rule.branch_beyond) == (2000, 3000)
    rule, _ = read(RuleKind.PRESENCE, **typed)
    assert rule is not None
    assert (rule.neighbour_within, rule.branch_beyond) == (None, None)
    _, problems = read(RuleKind.PRESENCE, neighbour_within="0", branch_beyond="1.5", **typed)
    assert problems == [
        DraftProblem("neighbour_within", Fault.NOT_POSITIVE),
        DraftProblem("branch_beyond", Fault.NOT_WHOLE),
    ]


def test_a_stop_takes_the_conditions_that_have_a_figure() -> None:
    occupancy = TypedCondition("occupancy", True, "75", Basis.ACTUAL)
    blank = TypedCondition("beds", False, "", Basis.ACTUAL)
    rule, problems = read(RuleKind.STOP, measure="beds", conditions=(occupancy, blank))
    assert problems == []
    assert rule is not None
    assert rule.conditions == (Condition("occupancy", True, Fraction(75)),)
    _, problems = read(RuleKind.STOP, measure="beds", conditions=(blank,))
    assert problems == [DraftProblem("conditions", Fault.NO_CONDITION)]


def count(**typed: Any) -> tuple[Rule | None, list[Any]]:
    typed = {"measure": "nurses", "bound": Bound.AT_LEAST, "limit": "2", "per_facility": True,
             "per_county": False, **typed}  # fmt: skip
    return read(RuleKind.COUNT, **typed)


def test_a_count_has_as_many_conditions_as_are_typed_or_none() -> None:
    assert count()[1] == []
    conditions = tuple(
        TypedCondition(measure, below, figure, Basis.PLANNED)
        for measure, below, figure in (
            ("beds", False, "19"), ("beds", True, "100"), ("occupancy", False, "75"),
            ("township-people", True, "10000"),
        )
    )  # fmt: skip
    rule, problems = count(conditions=conditions)
    assert problems == []
    assert rule is not None
    assert [c.figure for c in rule.conditions] == [19, 100, 75, 10_000]


def test_a_limit_rises_with_a_figure_of_each_facility_only() -> None:
    rule, _ = count(more="0.5", denominator="beds")
    assert rule is not None
    assert (rule.more, rule.denominator) == (Fraction(1, 2), "beds")
    rule, _ = count(more=" ", denominator="beds")
    assert rule is not None
    assert (rule.more, rule.denominator) == (None, "")
    assert count(more="20", denominator="")[1] == [DraftProblem("denominator", Fault.NO_MEASURE)]
    assert count(more="20", denominator="beds", per_county=True)[1] == [
        DraftProblem("per_county", Fault.ONLY_FACILITIES)
    ]


def test_a_way_is_never_shorter_than_the_straight_line() -> None:
    rule, _ = read(RuleKind.TRAVEL_TIME, limit="30", speed="40", detour="")
    assert rule is not None
    assert (rule.speed, rule.detour) == (40, 1)
    _, problems = read(RuleKind.TRAVEL_TIME, limit="0", speed="", detour="0.9")
    assert problems == [
        DraftProblem("limit", Fault.NOT_POSITIVE),
        DraftProblem("speed", Fault.EMPTY),
        DraftProblem("detour", Fault.BELOW_ONE),
    ]


def test_investment_and_dates_need_no_measure_of_the_catalogue() -> None:
    rule, _ = read(
        RuleKind.INVESTMENT, measure="total-investment", bound=Bound.EXACTLY, limit="412749"
    )
    assert rule is not None
    rule, _ = read(RuleKind.DATES, limit="2021", upper="2025")
    assert rule is not None
    assert rule.bound is Bound.BETWEEN
