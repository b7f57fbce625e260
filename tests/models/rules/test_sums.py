"""Sums that follow edits are those of whole columns, and so are the findings made of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given, settings

from models.county import County, cell_change
from models.edits import Edit
from models.facility import Facility, FacilityClass, FacilityType, Scope
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan, Population, PopulationGroup, PopulationOrigin
from models.rules import rate, ratio
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, Rule, RuleKind, Source

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
OTHER_PLAN = replace(PLAN, id="other")
SOURCE = Source("d", "c", "2021")
HOSPITALS = Scope(classes=frozenset({FacilityClass.HOSPITAL}))
RATE = Rule("rate", RuleKind.RATE, Nature.EXPECTED, Bound.AT_LEAST, Fraction(4), "", "", SOURCE,
            measure="beds", per=1000)  # fmt: skip
RATIO = Rule("ratio", RuleKind.RATIO, Nature.BINDING, Bound.AT_LEAST, Fraction(2), "", "", SOURCE,
             measure="nurses", denominator="beds", per_facility=True)  # fmt: skip
RULES = (
    RATE,
    replace(RATE, id="rate.hospitals", scope=HOSPITALS, bound=Bound.AT_MOST),
    RATIO,
    replace(RATIO, id="ratio.hospitals", scope=HOSPITALS, per_facility=False),
    replace(RATIO, id="ratio.facilities", per_county=False),
)
COLUMNS = ((Basis.PLANNED, 2025), (Basis.ACTUAL, 2020))
CELLS = st.tuples(
    st.sampled_from(["p", "p", "p", "other"]),
    st.sampled_from("abcd"),
    st.sampled_from(["beds", "nurses", "physicians"]),
    st.sampled_from(COLUMNS),
)
VALUES = st.none() | st.sampled_from([Decimal(0), Decimal("0.1"), Decimal(7), Decimal(10**12)])
EDITS = st.lists(st.dictionaries(CELLS, VALUES, min_size=1, max_size=6), max_size=6)


def a_county() -> County:
    facilities = [
        Facility(i, i, kind, FacilityType.CLINIC, order=n)
        for n, (i, kind) in enumerate(
            zip("abcd", [FacilityClass.HOSPITAL, FacilityClass.PRIMARY_CARE] * 2, strict=True)
        )
    ]
    people = Population(2020, PopulationGroup.RESIDENT, 3000, PopulationOrigin.ENTERED)
    return County([people, PLAN, OTHER_PLAN, *facilities])


def edit_of(county: County, values: dict[tuple[object, ...], Decimal | None]) -> Edit:
    """The edit that makes these values stand, blank for None."""
    changes = []
    for (plan_id, facility_id, measure, (basis, year)), value in values.items():  # type: ignore[misc]
        key = (plan_id, facility_id, measure, basis, year)
        after = None if value is None else Allocation(*key, value, Origin.PLANNER)
        changes.append(cell_change(county, key, after))
    return Edit("", tuple(change for change in changes if change is not None))


@settings(max_examples=80, deadline=None)
@given(edits=EDITS)
def test_after_any_edits_everything_is_as_if_read_anew(edits):
    county = a_county()
    evaluation = Evaluation(county, PLAN, RULES)
    for values in edits:
        edit = edit_of(county, values)
        county.apply(edit)
        evaluation.update(edit)
        fresh = Evaluation(county, PLAN, RULES)
        assert evaluation.findings == fresh.findings
        for rule in RULES:
            measure = rate.measure if rule.kind is RuleKind.RATE else ratio.measure_county
            assert evaluation.failing(rule) == fresh.failing(rule)
            for basis, year in COLUMNS:
                whole = measure(rule, county, PLAN, basis, year)
                assert evaluation.measure(rule, basis, year) == whole


def test_a_finding_that_an_edit_leaves_as_it_is_stays_the_same_object():
    county = a_county()
    evaluation = Evaluation(county, PLAN, [RATIO])
    planned = (Basis.PLANNED, 2025)
    short = {("p", i, m, planned): Decimal(7) for i in "ab" for m in ("beds", "nurses")}
    for values in (short, {("p", "b", "nurses", planned): Decimal(8)}):
        before = evaluation.findings
        edit = edit_of(county, values)
        county.apply(edit)
        evaluation.update(edit)
    of_county, of_a, of_b = evaluation.findings
    assert of_a is before[1]
    assert (of_county.shortfall, of_b.shortfall) == (13, 6)


def test_failing_counts_facilities_and_not_the_county():
    county = a_county()
    county.apply(edit_of(county, {("p", "a", "beds", (Basis.PLANNED, 2025)): Decimal(5)}))
    county.apply(edit_of(county, {("p", "a", "nurses", (Basis.PLANNED, 2025)): Decimal(5)}))
    evaluation = Evaluation(county, PLAN, RULES)
    assert len(evaluation.findings) == 5  # a by two rules, the county by three
    assert [evaluation.failing(rule) for rule in RULES] == [0, 0, 1, 0, 1]
