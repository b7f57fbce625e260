from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.catalogue import load_catalogue
from models.county import County
from models.edits import Change, Edit
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan
from models.rules.rule import Bound, Rule, RuleKind, Scope, Source
from models.staffing import TECHNICAL, derive_staff, least_demanded

PLAN = Plan("p", "规划", "", "", 2020, 2025, "dazu")
DAZU = load_catalogue().rules("dazu")
YANJIANG = load_catalogue().rules("yanjiang")
HOSPITAL = Facility("h", "甲医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
CENTRE = Facility("c", "乙卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE)


def planned(
    facility: str, measure: str, value: int, origin: Origin = Origin.PUBLISHED
) -> Allocation:
    return Allocation("p", facility, measure, Basis.PLANNED, 2025, Decimal(value), origin)


def county(*allocations: Allocation) -> County:
    return County([PLAN, HOSPITAL, CENTRE, *allocations])


def key(measure: str, facility: str = "h") -> tuple[str, str, str, Basis, int]:
    return ("p", facility, measure, Basis.PLANNED, 2025)


def value(county: County, measure: str, facility: str = "h") -> Decimal | None:
    found = county.allocation(*key(measure, facility))
    return None if found is None else found.value


def derived(county: County, rules: tuple[Rule, ...] = DAZU) -> County:
    county.apply(Edit("derive", derive_staff(county, PLAN, rules).changes))
    return county


def rule_of(
    kind: RuleKind, rule_id: str, measure: str, limit: str, denominator: str = "", **fields: object
) -> Rule:
    given = {"bound": Bound.AT_LEAST, "per_facility": True, **fields}
    return Rule(
        rule_id, kind, Nature.EXPECTED, limit=Fraction(limit), zh="", en="",
        source=Source("", "", ""), measure=measure, denominator=denominator,
        **given,  # type: ignore[arg-type]
    )  # fmt: skip


def ratio(rule_id: str, measure: str, denominator: str, limit: str, **fields: object) -> Rule:
    return rule_of(RuleKind.RATIO, rule_id, measure, limit, denominator, **fields)


def test_dazu_ratios_give_the_least_staff_of_100_beds() -> None:
    after = derived(county(planned("h", "beds", 100)))
    assert value(after, "physicians") == 45
    assert value(after, "nurses") == 59  # 1.3 × 45 = 58.5, more than 0.58 × 100
    assert value(after, "pharmacists") == 10  # 8 % of 104 + P: ⌈0.08 × 104 ÷ 0.92⌉ = ⌈9.04⌉
    assert value(after, "health-technical-staff") == 114
    assert value(after, "health-personnel") == 140


def test_each_value_names_the_rule_that_binds() -> None:
    after = derived(county(planned("h", "beds", 100)))
    nurses = after.allocation(*key("nurses"))
    assert nurses is not None
    assert (nurses.origin, nurses.source) == (Origin.DERIVED, "dazu.nurses-per-physician")


def test_rules_that_demand_the_same_are_both_named() -> None:
    rules = (ratio("a", "nurses", "beds", "0.5"), ratio("b", "nurses", "beds", "0.49"))
    after = derived(county(planned("h", "beds", 10)), rules)
    nurses = after.allocation(*key("nurses"))
    assert nurses is not None
    assert nurses.source == "a, b"


def test_exact_ratio_is_not_rounded_up_by_a_float() -> None:
    after = derived(county(planned("h", "beds", 5)), (ratio("a", "nurses", "beds", "1.4"),))
    assert value(after, "nurses") == 7


def test_yanjiang_derives_nurses_only_from_physicians_that_the_planner_set() -> None:
    after = derived(county(planned("h", "beds", 100)), YANJIANG)
    assert (value(after, "health-personnel"), value(after, "nurses")) == (150, None)
    after = derived(
        county(planned("h", "beds", 100), planned("h", "physicians", 50, Origin.PLANNER)), YANJIANG
    )
    assert (value(after, "physicians"), value(after, "nurses")) == (50, 65)


def test_health_personnel_are_raised_to_the_staff_they_contain() -> None:
    rules = (
        ratio("staff", "health-personnel", "beds", "1"),
        ratio("n", "nurses", "physicians", "1.3"),
    )
    after = derived(
        county(planned("h", "beds", 100), planned("h", "physicians", 100, Origin.PLANNER)), rules
    )
    assert value(after, "health-personnel") == 230


def test_a_ratio_gives_nothing_to_a_facility_without_beds_or_with_zero() -> None:
    ratios = [rule for rule in DAZU if rule.kind is RuleKind.RATIO]
    found = derive_staff(
        county(planned("h", "beds", 0), planned("c", "physicians", 3, Origin.PLANNER)), PLAN, ratios
    )
    assert (found.changes, found.kept) == ((), ())


def test_a_least_number_stands_without_beds() -> None:
    """Dazu: one village doctor a clinic, one public-health physician a centre; no ratio speaks."""
    clinic = Facility("v", "村卫生室", FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC)
    before = County([PLAN, HOSPITAL, CENTRE, clinic])
    found = derive_staff(before, PLAN, DAZU)
    assert [(c.record.key, c.after.value, c.after.source) for c in found.changes] == [
        (key("public-health-physicians", "c"), 1, "dazu.public-health-physicians"),
        (key("village-doctors", "v"), 1, "dazu.village-doctors"),
    ]


def test_only_a_centre_of_grade_a_needs_a_psychiatrist() -> None:
    grade_a = replace(CENTRE, id="a", grade="甲级")
    after = derived(County([PLAN, CENTRE, grade_a]))
    assert (value(after, "psychiatrists", "a"), value(after, "psychiatrists", "c")) == (1, None)


def test_a_hospital_of_grade_two_has_a_public_health_physician_of_its_own() -> None:
    after = derived(County([PLAN, replace(HOSPITAL, grade="二级甲等"), planned("h", "beds", 10)]))
    found = after.allocation(*key("public-health-physicians"))
    assert found is not None
    assert (found.value, found.source) == (1, "dazu.public-health-physicians-secondary")


def test_shares_of_yanjiang_are_of_what_is_planned_or_derived() -> None:
    """9 physicians: nurses ⌈1.3 × 9⌉ = 12; TCM physicians ⌈25 % of 9⌉ = 3; public-health staff
    ⌈25 % of 9 + 12⌉ = 6; health education 2; staff 1.5 × 20 = 30."""
    after = derived(
        county(planned("c", "beds", 20), planned("c", "physicians", 9, Origin.PLANNER)), YANJIANG
    )
    expected = {
        "nurses": (12, "yanjiang.nurses-per-physician"),
        "tcm-physicians": (3, "yanjiang.tcm-physician-share"),
        "public-health-staff": (6, "yanjiang.public-health-staff-share"),
        "public-health-physicians": (1, "yanjiang.public-health-physicians"),
        "health-education-staff": (2, "yanjiang.health-education-staff"),
        "health-personnel": (30, "yanjiang.staff-per-bed"),
    }
    for measure, (persons, rule_id) in expected.items():
        found = after.allocation(*key(measure, "c"))
        assert found is not None, measure
        assert (found.value, found.source) == (persons, rule_id)


def test_a_share_stands_without_beds_but_not_of_a_blank() -> None:
    with_physicians = derived(county(planned("c", "physicians", 4, Origin.PLANNER)), YANJIANG)
    assert value(with_physicians, "tcm-physicians", "c") == 1
    assert value(with_physicians, "nurses", "c") is None  # a ratio, and no beds
    assert value(derived(county(), YANJIANG), "tcm-physicians", "c") is None


def test_the_greatest_of_a_ratio_and_a_least_number_binds_and_is_named() -> None:
    least = rule_of(RuleKind.COUNT, "least", "gps", "3")
    for beds, persons, source in ((20, 3, "least"), (30, 3, "r, least"), (31, 4, "r")):
        after = derived(
            county(planned("h", "beds", beds)), (ratio("r", "gps", "beds", "0.1"), least)
        )
        found = after.allocation(*key("gps"))
        assert found is not None
        assert (found.value, found.source) == (persons, source)


def test_a_least_number_rises_with_the_beds() -> None:
    """2 and one for each 10 beds of 25: 4.5, so 5; of blank beds it is not known."""
    rising = rule_of(
        RuleKind.COUNT, "a", "gps", "2", "beds", more=Fraction(1, 10), per_county=False
    )
    with_beds = county(planned("h", "beds", 25))
    assert least_demanded(rising, with_beds, PLAN, HOSPITAL) == 5
    assert least_demanded(rising, with_beds, PLAN, CENTRE) is None
    after = derived(with_beds, (rising,))
    assert (value(after, "gps"), value(after, "gps", "c")) == (5, None)


def test_of_a_range_the_lower_end_is_derived_and_of_a_most_nothing() -> None:
    between = rule_of(RuleKind.COUNT, "a", "gps", "2.5", bound=Bound.BETWEEN, upper=Fraction(9))
    assert value(derived(county(), (between,)), "gps") == 3
    most = rule_of(RuleKind.COUNT, "a", "gps", "2", bound=Bound.AT_MOST)
    assert value(derived(county(), (most,)), "gps") is None


def test_a_row_of_institutions_counted_unnamed_and_one_to_close_have_no_least_number() -> None:
    group = replace(CENTRE, id="g", is_group=True)
    closing = replace(CENTRE, id="x", status=FacilityStatus.TO_CLOSE)
    found = derive_staff(County([PLAN, group, closing]), PLAN, DAZU)
    assert found.changes == ()


@pytest.mark.parametrize(("beds", "staff"), [(99, 70), (100, 88), (499, 440), (500, 515)])
def test_a_rule_with_conditions_derives_where_they_hold(beds: int, staff: int) -> None:
    """1994: 0.70 below 100 beds, 0.88 from 100, 1.03 from 500: ⌈69.3⌉, 88, ⌈439.12⌉, 515."""
    sizes = [
        replace(rule, active=True)
        for rule in load_catalogue().rules("national")
        if rule.id.startswith("national.staff-per-bed-")
    ]
    assert len(sizes) == 3
    after = derived(county(planned("h", "beds", beds)), tuple(sizes))
    assert value(after, "health-technical-staff") == staff


def test_a_sum_that_the_planner_set_names_the_rule_that_asks_for_it() -> None:
    parts = [planned("h", cadre, 10, Origin.PLANNER) for cadre in ("physicians", "nurses")]
    share = rule_of(RuleKind.SHARE, "s", "public-health-staff", "0.25", TECHNICAL)
    after = derived(county(*parts), (share,))
    found = after.allocation(*key(TECHNICAL))
    assert found is not None
    assert (found.value, found.source) == (20, "s")
    assert value(after, "public-health-staff") == 5


def test_derived_values_go_when_the_beds_go() -> None:
    after = derived(county(planned("h", "beds", 100)))
    beds = after.allocation(*key("beds"))
    after.apply(Edit("clear", (Change(beds, None),)))
    assert value(derived(after), "nurses") is None


def test_planner_value_stays_and_feeds_what_depends_on_it() -> None:
    before = county(planned("h", "beds", 100), planned("h", "physicians", 60, Origin.PLANNER))
    found = derive_staff(before, PLAN, DAZU)
    assert [(k.key, k.now, k.derived) for k in found.kept] == [(key("physicians"), 60, 45)]
    assert value(derived(before), "nurses") == 78


@pytest.mark.parametrize("origin", [Origin.PUBLISHED, Origin.PLANNER, Origin.IMPORTED])
def test_value_is_overwritten_only_where_asked_for(origin: Origin) -> None:
    before = county(
        planned("h", "beds", 100),
        planned("h", "physicians", 60, origin),
        planned("h", "nurses", 100, origin),
    )
    found = derive_staff(before, PLAN, DAZU, overwrite=frozenset({key("physicians")}))
    before.apply(Edit("derive", found.changes))
    assert (value(before, "physicians"), value(before, "nurses")) == (45, 100)
    assert [k.key for k in found.kept] == [key("nurses")]


def test_value_that_is_right_already_is_not_asked_about() -> None:
    before = county(planned("h", "beds", 100), planned("h", "physicians", 45, Origin.PLANNER))
    found = derive_staff(before, PLAN, DAZU)
    assert found.kept == ()
    assert not [c for c in found.changes if c.record.key == key("physicians")]


def test_inactive_rule_and_rule_out_of_scope_demand_nothing() -> None:
    hospitals = Scope(classes=frozenset({FacilityClass.HOSPITAL}))
    rules = (
        ratio("off", "nurses", "beds", "5", active=False),
        ratio("hospitals", "nurses", "beds", "0.5", scope=hospitals),
    )
    after = derived(county(planned("h", "beds", 10), planned("c", "beds", 10)), rules)
    assert (value(after, "nurses"), value(after, "nurses", "c")) == (5, None)


def test_share_of_technical_staff_that_the_planner_set() -> None:
    after = derived(
        county(
            planned("h", "beds", 100), planned("h", "health-technical-staff", 200, Origin.PLANNER)
        )
    )
    assert (value(after, "pharmacists"), value(after, "health-technical-staff")) == (16, 200)


def test_share_counts_a_least_number_of_technical_staff() -> None:
    rules = (*DAZU, ratio("technical", "health-technical-staff", "beds", "1.2"))
    after = derived(county(planned("h", "beds", 100)), rules)
    assert (value(after, "pharmacists"), value(after, "health-technical-staff")) == (10, 120)


def test_rules_in_a_circle_are_refused() -> None:
    rules = (ratio("a", "nurses", "physicians", "1"), ratio("b", "physicians", "nurses", "1"))
    with pytest.raises(ValueError, match="cycle"):
        derive_staff(county(planned("h", "beds", 10)), PLAN, rules)


def test_least_demanded_is_whole_and_blank_without_beds() -> None:
    before = county(planned("h", "beds", 101))
    rule = ratio("a", "physicians", "beds", "0.45")
    assert least_demanded(rule, before, PLAN, HOSPITAL) == 46
    assert least_demanded(rule, before, PLAN, CENTRE) is None


planner_values = st.dictionaries(
    st.sampled_from(["physicians", "nurses", "pharmacists", "health-personnel"]),
    st.integers(0, 3000),
    max_size=3,
)
rule_sets = st.sampled_from([DAZU, YANJIANG])


def planned_by_planner(beds: int, values: dict[str, int]) -> County:
    cells = [planned("h", measure, number, Origin.PLANNER) for measure, number in values.items()]
    return county(planned("h", "beds", beds), *cells)


@given(beds=st.integers(0, 2000), values=planner_values, rules=rule_sets)
def test_deriving_twice_is_deriving_once(
    beds: int, values: dict[str, int], rules: tuple[Rule, ...]
) -> None:
    once = derived(planned_by_planner(beds, values), rules)
    assert derive_staff(once, PLAN, rules).changes == ()


@given(beds=st.integers(1, 2000), more=st.integers(0, 500), values=planner_values, rules=rule_sets)
def test_more_beds_never_need_less_staff(
    beds: int, more: int, values: dict[str, int], rules: tuple[Rule, ...]
) -> None:
    few = derived(planned_by_planner(beds, values), rules)
    many = derived(planned_by_planner(beds + more, values), rules)
    for allocation in few.table(Allocation).values():
        least = many.allocation(*allocation.key)
        assert least is not None
        assert least.value >= allocation.value


@given(beds=st.integers(1, 2000), values=planner_values, rules=rule_sets)
def test_derived_values_satisfy_every_ratio(
    beds: int, values: dict[str, int], rules: tuple[Rule, ...]
) -> None:
    after = derived(planned_by_planner(beds, values), rules)
    for rule in rules:
        least = least_demanded(rule, after, PLAN, HOSPITAL)
        top = after.allocation(*key(rule.measure))
        if least is not None and top is not None and top.origin is Origin.DERIVED:
            assert top.value >= least


@given(beds=st.integers(1, 2000))
def test_one_person_less_breaks_a_rule(beds: int) -> None:
    after = derived(county(planned("h", "beds", beds)))
    for measure in ("physicians", "nurses"):
        number = value(after, measure)
        demands = [
            least_demanded(rule, after, PLAN, HOSPITAL) or 0
            for rule in DAZU
            if rule.measure == measure
        ]
        assert number == max(demands)


def test_ratio_per_100_beds_divides_by_the_100() -> None:
    """0.7 clinical pharmacists per 100 beds: 300 beds demand 2.1, so 3."""
    rule = ratio("r", "clinical-pharmacists", "beds", "0.7", per=100)
    before = county(planned("h", "beds", 300))
    assert least_demanded(rule, before, PLAN, HOSPITAL) == 3
    assert value(derived(before, (rule,)), "clinical-pharmacists") == 3
