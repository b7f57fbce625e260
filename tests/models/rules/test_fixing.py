"""The least change that mends a finding; carried out, it does, and one less would not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from db.catalogue import load_catalogue
from models.county import County
from models.edits import Edit
from models.facility import FacilityType
from models.measure import Allocation, Basis
from models.plan import Population, PopulationGroup, PopulationOrigin
from models.rules.evaluate import Evaluation
from models.rules.fixing import FixKind, effects, suggested_fixes
from models.rules.rule import Bound, Condition, Rule, RuleKind
from tests.models.rules.made_county import PLAN, a_facility, a_rule, figure

MEASURES = load_catalogue().measures
A, B, C = (a_facility(i, FacilityType.GENERAL_HOSPITAL, order=n) for n, i in enumerate("abc"))
PEOPLE = Population(2025, PopulationGroup.RESIDENT, 100_000, PopulationOrigin.ENTERED)
NURSES = a_rule(
    RuleKind.RATIO, "0.58", measure="nurses", denominator="beds", per_facility=True,
    per_county=False,
)  # fmt: skip
SIZE = a_rule(
    RuleKind.COUNT, 600, upper=Fraction(1000), bound=Bound.BETWEEN, measure="beds",
    per_facility=True, per_county=False,
)  # fmt: skip


def evaluation(rules, *records):
    rules = [replace(rule, id=f"r{n}") for n, rule in enumerate(rules)]
    return Evaluation(County([PLAN, *records]), PLAN, rules)


def amounts(of):
    return {
        fix.kind: (
            fix.amount,
            {c.after.facility_id: c.after.value for c in fix.changes if c.after},
        )
        for finding in of.findings[:1]
        for fix in suggested_fixes(of, finding, MEASURES)
    }


def test_a_ratio_is_mended_by_the_persons_that_are_missing():
    # 0.58 × 100 beds = 58 nurses; 46 are planned, 12 more
    found = amounts(evaluation([NURSES], A, figure("a", "beds", 100), figure("a", "nurses", 46)))
    assert found == {FixKind.HERE: (12, {"a": 58})}


def test_a_facility_with_more_than_it_needs_may_give():
    # b needs 58 of its 75 nurses and can give 12; c has 60 and can give 2 only
    found = amounts(
        evaluation(
            [NURSES], A, B, C,
            *(figure(i, "beds", 100) for i in "abc"),
            figure("a", "nurses", 46), figure("b", "nurses", 75), figure("c", "nurses", 60),
        )
    )  # fmt: skip
    assert found[FixKind.MOVE] == (12, {"a": 58, "b": 63})


def test_beds_move_from_one_that_has_too_many():
    # 580 lack 20, 1020 have 20 too many: both ends mended by one move
    of = evaluation([SIZE], A, B, figure("a", "beds", 580), figure("b", "beds", 1020))
    short, large = of.findings
    (here, move) = suggested_fixes(of, short, MEASURES)
    assert (here.kind, move.kind) == (FixKind.HERE, FixKind.MOVE)
    gone, arises = effects(of, Edit("", move.changes))
    assert (set(gone), arises) == ({short, large}, ())
    (down, *_) = suggested_fixes(of, large, MEASURES)
    assert down.amount == -20


def test_a_county_rate_is_mended_at_one_or_shared_out():
    # 5 per 1,000 × 100,000 people = 500 beds; 300 + 150 are planned, 50 are missing
    rate = a_rule(RuleKind.RATE, 5, measure="beds", per=1000)
    found = amounts(
        evaluation([rate], PEOPLE, A, B, figure("a", "beds", 300), figure("b", "beds", 150))
    )
    assert found[FixKind.ONE] == (50, {"a": 350})
    assert found[FixKind.SHARED] == (50, {"a": 333, "b": 167})  # 50 × 2/3 = 33.3, 50 × 1/3 = 16.7


def test_what_a_fix_would_bring_up_is_told():
    limit = a_rule(RuleKind.COUNT, 50, bound=Bound.AT_MOST, measure="nurses", per_facility=True,
                   per_county=False)  # fmt: skip
    of = evaluation([NURSES, limit], A, figure("a", "beds", 100), figure("a", "nurses", 46))
    (fix,) = suggested_fixes(of, of.findings[0], MEASURES)
    assert [f.rule.id for f in fix.arises] == ["r1"]


def test_a_stop_goes_back_to_what_is_authorised():
    stop = a_rule(
        RuleKind.STOP, 0, bound=Bound.AT_MOST, measure="beds", per_facility=True,
        conditions=(Condition("occupancy", below=True, figure=Fraction(75)),),
    )  # fmt: skip
    of = evaluation(
        [stop], A, figure("a", "occupancy", 60, Basis.ACTUAL),
        figure("a", "beds", 400, Basis.AUTHORISED), figure("a", "beds", 450),
    )  # fmt: skip
    assert amounts(of) == {FixKind.HERE: (-50, {"a": 400})}


def test_departments_are_set_up_where_they_are_missing():
    rule = a_rule(RuleKind.DEPARTMENTS, 1, measure="dept-fever-clinic")
    of = evaluation([rule], A, B, C, figure("a", "dept-fever-clinic", 0),
                    *(figure(i, "dept-fever-clinic", 1) for i in "bc"))  # fmt: skip
    assert amounts(of) == {FixKind.SHARED: (1, {"a": 1})}


def test_trying_a_fix_leaves_everything_as_it_was():
    of = evaluation([NURSES], A, figure("a", "beds", 100), figure("a", "nurses", 46))
    before, findings = list(of.county.records()), of.findings
    suggested_fixes(of, findings[0], MEASURES)
    assert list(of.county.records()) == before
    assert of.findings == findings


def test_a_finding_of_places_has_no_fix_of_numbers():
    rule = a_rule(RuleKind.INVESTMENT, 5, bound=Bound.EXACTLY, measure="total-investment")
    of = evaluation([rule], A)
    assert [suggested_fixes(of, f, MEASURES) for f in of.findings] == []


figures = st.integers(0, 1500)


@settings(deadline=None, max_examples=60)
@given(
    beds=st.lists(figures, min_size=3, max_size=3),
    nurses=st.lists(figures, min_size=3, max_size=3),
    limit=st.fractions(Fraction(1, 10), 2, max_denominator=100),
)
def test_a_fix_mends_and_one_less_does_not(beds, nurses, limit):
    rules: list[Rule] = [
        replace(NURSES, limit=limit),
        SIZE,
        a_rule(RuleKind.RATE, 9, measure="nurses", per=1000),
        a_rule(RuleKind.RATIO, limit, measure="nurses", denominator="beds"),
    ]
    records = [
        figure(i, measure, value)
        for measure, values in (("beds", beds), ("nurses", nurses))
        for i, value in zip("abc", values, strict=True)
    ]
    of = evaluation(rules, PEOPLE, A, B, C, *records)
    for finding in of.findings:
        for fix in suggested_fixes(of, finding, MEASURES):
            gone, arises = effects(of, Edit("", fix.changes))
            assert finding in gone
            assert arises == fix.arises
            if fix.kind in (FixKind.HERE, FixKind.ONE):
                (change,) = fix.changes
                sign = Decimal(1 if fix.amount > 0 else -1)
                assert isinstance(change.after, Allocation)
                less = replace(change.after, value=change.after.value - sign)
                if less.value == (change.before.value if change.before else None):
                    assert abs(fix.amount) == 1
                    continue
                short = Edit("", (replace(change, after=less),))
                assert finding.subject in {
                    f.subject for f in [*_after(of, short)] if f.rule.id == finding.rule.id
                }


def _after(of, edit):
    of.county.apply(edit)
    of.update(edit)
    found = of.findings
    of.county.apply(edit.inverse())
    of.update(edit.inverse())
    return found
