"""Two versions differ in what their cells hold; a blank is not zero."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.comparison import (
    ComparedCell,
    Comparison,
    Difference,
    carry_over,
    compare,
    compare_again,
)
from models.county import County
from models.edits import Edit, add, remove
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Measure, Origin
from models.plan import Plan

A = Plan("a", "初稿", "", "", 2020, 2025, "")
B = Plan("b", "二稿", "", "", 2020, 2025, "")
MEASURES = {
    m.id: m
    for m in (
        Measure("nurses", "staff", "护士", "Nurses", "人", "persons"),
        Measure("beds", "beds", "床位", "Beds", "张", "beds"),
        Measure("occupancy", "efficiency", "使用率", "Occupancy", "%", "%", additive=False),
    )
}


def facility(number: int) -> Facility:
    return Facility(
        str(number),
        f"第{number}医院",
        FacilityClass.HOSPITAL,
        FacilityType.GENERAL_HOSPITAL,
        order=number,
    )


def cell(
    plan: Plan, of: int, value: int, measure: str = "beds", basis: Basis = Basis.PLANNED
) -> Allocation:
    year = plan.target_year if basis is Basis.PLANNED else plan.baseline_year
    return Allocation(
        plan.id, str(of), measure, basis, year, Decimal(value), Origin.PUBLISHED, "表2", "备注"
    )


def county(*allocations: Allocation) -> County:
    return County([A, B, *map(facility, range(4)), *allocations])


def compared(of: County) -> Comparison:
    return compare(of, "a", "b", MEASURES)


def kinds(found: Comparison) -> list[tuple[str, Difference]]:
    return [(c.facility_id, c.kind) for c in found.cells]


def test_cells_are_changed_added_removed_or_the_same() -> None:
    found = compared(
        county(
            cell(A, 3, 100), cell(B, 3, 120),
            cell(A, 2, 100), cell(B, 2, 100),
            cell(A, 1, 50),
            cell(B, 0, 60),
        )
    )  # fmt: skip
    assert kinds(found) == [
        ("0", Difference.ADDED),
        ("1", Difference.REMOVED),
        ("3", Difference.CHANGED),
    ]
    assert [found.count(kind) for kind in Difference] == [1, 1, 1]
    assert found.same == 1


def test_zero_differs_from_blank() -> None:
    assert kinds(compared(county(cell(B, 0, 0)))) == [("0", Difference.ADDED)]


def test_a_difference_needs_both_values() -> None:
    found = compared(county(cell(A, 0, 100), cell(B, 0, 80), cell(B, 1, 5)))
    assert [c.difference for c in found.cells] == [Decimal(-20), None]


def test_equal_values_are_the_same_whatever_their_origin_and_note() -> None:
    noted = replace(cell(B, 0, 100), origin=Origin.PLANNER, note="改")
    assert compared(county(cell(A, 0, 100), noted)).cells == ()


def test_totals_stand_per_measure_basis_and_year() -> None:
    (actual, planned) = compared(
        county(
            cell(A, 0, 100), cell(A, 1, 50), cell(B, 0, 130),
            cell(A, 0, 7, basis=Basis.ACTUAL),
        )
    ).columns  # fmt: skip
    assert (actual.basis, actual.year, actual.a, actual.b) == (Basis.ACTUAL, 2020, 7, None)
    assert actual.difference is None
    assert (planned.a, planned.b, planned.difference) == (150, 130, -20)
    assert (planned.counts[Difference.REMOVED], planned.counts[Difference.CHANGED]) == (1, 1)


def test_what_does_not_add_up_has_no_total() -> None:
    (column,) = compared(county(cell(A, 0, 90, "occupancy"), cell(B, 0, 85, "occupancy"))).columns
    assert (column.a, column.b, column.difference) == (None, None, None)
    assert column.counts[Difference.CHANGED] == 1


def test_measures_stand_in_the_order_of_the_catalogue_and_unknown_ones_last() -> None:
    measures = ("gone", "beds", "nurses")
    found = compared(county(*(cell(A, 0, 1, measure) for measure in measures)))
    assert [c.measure for c in found.columns] == ["nurses", "beds", "gone"]


def test_a_column_emptied_in_both_is_not_compared() -> None:
    of, only = county(cell(A, 0, 1)), cell(A, 0, 1)
    of.apply(Edit("删除", remove(only)))
    assert compared(of).columns == ()


VALUES = st.lists(st.none() | st.integers(0, 3), min_size=4, max_size=4)


def cells(plan: Plan, values: list[int | None]) -> list[Allocation]:
    return [cell(plan, of, value) for of, value in enumerate(values) if value is not None]


@given(VALUES, VALUES, st.booleans(), st.sets(st.integers(0, 3)))
def test_what_is_carried_over_is_the_same_afterwards_and_nothing_else(
    a: list[int | None], b: list[int | None], into_a: bool, chosen: set[int]
) -> None:
    of = county(*cells(A, a), *cells(B, b))
    found = compared(of)
    ticked = [c for c in found.cells if int(c.facility_id) in chosen]
    of.apply(carry_over(found, ticked, "a" if into_a else "b", "带入"))
    left = [c for c in found.cells if c not in ticked]
    assert [(c.facility_id, c.kind) for c in compared(of).cells] == [
        (c.facility_id, c.kind) for c in left
    ]
    unchanged = "b" if into_a else "a"
    values = b if into_a else a
    assert [
        None if found is None else found.value
        for found in (
            of.allocation(unchanged, str(n), "beds", Basis.PLANNED, 2025) for n in range(4)
        )
    ] == values


@given(VALUES, VALUES, VALUES)
def test_compared_again_after_an_edit_of_figures_is_compared_anew(
    a: list[int | None], b: list[int | None], after: list[int | None]
) -> None:
    nurses = [cell(A, 0, 3, "nurses"), cell(B, 0, 4, "nurses")]
    of = county(*cells(A, a), *cells(B, b), *nurses)
    before = compared(of)
    edit = Edit("", (*remove(*cells(B, b)), *add(*cells(B, after))))
    of.apply(edit)
    again = compare_again(before, edit, of, MEASURES)
    assert again == compared(of)
    assert again.cells[0] is before.cells[0]  # that of the nurses is not looked at again


@given(VALUES, VALUES)
def test_turned_round_added_is_removed_and_differences_change_sign(
    a: list[int | None], b: list[int | None]
) -> None:
    of = county(*cells(A, a), *cells(B, b))
    there, back = compare(of, "a", "b", MEASURES), compare(of, "b", "a", MEASURES)
    assert [turned(c) for c in there.cells] == list(back.cells)
    assert there.same == back.same


def turned(found: ComparedCell) -> ComparedCell:
    return replace(found, a=found.b, b=found.a)


def test_origin_source_and_note_are_carried_along() -> None:
    of = county(cell(A, 0, 100))
    found = compared(of)
    of.apply(carry_over(found, found.cells, "b", "带入"))
    carried = of.allocation("b", "0", "beds", Basis.PLANNED, 2025)
    assert carried == replace(cell(A, 0, 100), plan_id="b")
