"""A copy holds all of its version under its own ids; an issued version is locked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.county import County
from models.edits import Change, Edit, Record, add, remove
from models.errors import InvalidValue, Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import (
    CountyInfo,
    Indicator,
    Nature,
    Plan,
    PlanState,
    Population,
    PopulationGroup,
    PopulationOrigin,
    Project,
    PublishedFigure,
)
from models.plan_versions import copy_plan, locked, remove_plan

PLAN = Plan("p", "初稿", "试县规划", "试府发〔2022〕1号", 2020, 2025, "dazu", source="原文")
OTHER = Plan("q", "另稿", "试县规划", "", 2020, 2025, "dazu")
HOSPITAL = Facility("h", "县医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
BEDS = Allocation(
    "p", "h", "beds", Basis.PLANNED, 2025, Decimal("500"), Origin.PUBLISHED, "表2", "备注"
)
# The sub-row is given before its parent, as a county may hold them in any order.
SUB_ROW = Indicator("j", "p", 2, "", "其中：公立", "床位", "4", "5", Nature.EXPECTED, "i")
ROW = Indicator("i", "p", 1, "1", "每千人口床位数", "床位", "4.5", "≥6", Nature.BINDING)
FIGURE = PublishedFigure("p", "layout", "合计", "beds planned 2025", 1, "610", "表2")
PROJECT = Project("x", "p", 1, "1", "县医院扩建", facility_id="h")
PEOPLE = Population(2020, PopulationGroup.RESIDENT, 1000, PopulationOrigin.ENTERED)
OF_PLAN: tuple[Record, ...] = (BEDS, SUB_ROW, ROW, FIGURE, PROJECT)
ISSUED = replace(PLAN, state=PlanState.ISSUED)


def county() -> County:
    return County([CountyInfo("990001", "试县"), PEOPLE, PLAN, OTHER, HOSPITAL, *OF_PLAN])


def copied(into: County, **given: str) -> Plan:
    chosen = {"name": "送审稿", "date": "2022-04-15", "label": "复制"} | given
    into.apply(copy_plan(into, "p", **chosen))
    return into.plans[-1]


def test_a_copy_is_a_draft_with_its_own_name_and_date() -> None:
    into = county()
    into.apply(Edit("印发", (Change(PLAN, ISSUED),)))
    copy = copied(into, name=" 送审稿 ")
    assert copy == replace(
        PLAN, id=copy.id, name="送审稿", date="2022-04-15", state=PlanState.DRAFT
    )
    assert copy.id not in ("p", "q")


def test_a_copy_holds_all_of_its_version_and_leaves_it_as_it_was() -> None:
    into = county()
    copy = copied(into)
    assert set(county().records()) < set(into.records())
    assert into.allocation(copy.id, "h", "beds", Basis.PLANNED, 2025) == replace(
        BEDS, plan_id=copy.id
    )
    row, sub_row = into.indicators(copy.id)
    assert row == replace(ROW, id=row.id, plan_id=copy.id)
    assert sub_row == replace(SUB_ROW, id=sub_row.id, plan_id=copy.id, parent=row.id)
    assert into.figures(copy.id, "layout") == [replace(FIGURE, plan_id=copy.id)]
    (project,) = into.projects(copy.id)
    assert project == replace(PROJECT, id=project.id, plan_id=copy.id)


def test_a_copy_adds_rows_before_their_sub_rows() -> None:
    """The file checks each reference as it is written."""
    changes = copy_plan(county(), "p", name="二稿", date="", label="复制").changes
    rows = [c.record for c in changes if isinstance(c.record, Indicator)]
    assert [row.parent is None for row in rows] == [True, False]


def test_a_copy_can_be_undone() -> None:
    into = county()
    edit = copy_plan(into, "p", name="二稿", date="", label="复制")
    into.apply(edit)
    into.apply(edit.inverse())
    assert set(into.records()) == set(county().records())


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"name": "另稿"}, Reason.DUPLICATE),
        ({"name": " "}, Reason.EMPTY),
        ({"date": "2022-02-30"}, Reason.NOT_A_DATE),
        ({"date": "20220415"}, Reason.NOT_A_DATE),
    ],
)
def test_a_copy_needs_a_name_of_its_own_and_a_date_that_exists(
    given: dict[str, str], reason: Reason
) -> None:
    with pytest.raises(InvalidValue) as refused:
        copied(county(), **given)
    assert refused.value.reason is reason


def test_a_version_is_removed_with_all_that_belongs_to_it() -> None:
    into = county()
    into.apply(remove_plan(into, "p", "删除"))
    left = {CountyInfo("990001", "试县"), PEOPLE, OTHER, HOSPITAL}
    assert set(into.records()) == left


def test_rows_are_removed_after_their_sub_rows() -> None:
    changes = remove_plan(county(), "p", "删除").changes
    rows = [c.record for c in changes if isinstance(c.record, Indicator)]
    assert rows == [SUB_ROW, ROW]
    assert changes[-1].before == PLAN


LOCKED_CHANGES = {
    "replaced": (Change(BEDS, replace(BEDS, value=Decimal(520))),),
    "added": add(replace(BEDS, year=2024)),
    "removed": remove(BEDS),
    "indicator": remove(SUB_ROW),
    "figure": (Change(FIGURE, replace(FIGURE, text="611")),),
    "project": (Change(PROJECT, replace(PROJECT, note="改")),),
    "taken to another version": (Change(PROJECT, replace(PROJECT, plan_id="q")),),
    "brought from another version": (Change(replace(PROJECT, plan_id="q"), PROJECT),),
    "attribute": (Change(ISSUED, replace(ISSUED, name="改名")),),
    "attribute with state": (Change(ISSUED, replace(PLAN, name="改名")),),
    "version": remove(ISSUED),
    "among others": (*remove(HOSPITAL), *remove(BEDS)),
}


@pytest.mark.parametrize("changes", LOCKED_CHANGES.values(), ids=LOCKED_CHANGES)
def test_an_issued_version_is_locked(changes: tuple[Change, ...]) -> None:
    assert locked([OTHER, ISSUED], Edit("改", changes)) == ISSUED


@pytest.mark.parametrize("state", [PlanState.DRAFT, PlanState.SUBMITTED])
def test_other_versions_are_not_locked(state: PlanState) -> None:
    plan = replace(PLAN, state=state)
    changes = (*remove(*OF_PLAN), Change(plan, replace(plan, name="改名")))
    assert locked([replace(OTHER, state=PlanState.ISSUED), plan], Edit("改", changes)) is None


@pytest.mark.parametrize("state", [PlanState.DRAFT, PlanState.SUBMITTED])
def test_the_state_of_an_issued_version_can_be_set_back(state: PlanState) -> None:
    back = Edit("改状态", (Change(ISSUED, replace(ISSUED, state=state)),))
    assert locked([ISSUED], back) is None


def test_a_version_can_be_renamed_as_it_is_issued() -> None:
    issue = Edit("印发", (Change(PLAN, replace(ISSUED, name="公布稿")),))
    assert locked([PLAN], issue) is None


def test_what_is_the_countys_own_is_never_locked() -> None:
    changes = (
        Change(HOSPITAL, replace(HOSPITAL, name="人民医院")),
        Change(PEOPLE, replace(PEOPLE, persons=1100)),
    )
    assert locked([ISSUED], Edit("改", changes)) is None


def test_removing_a_version_looks_through_the_county_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = county()  # the version has two indicators
    looked: list[int] = []
    monkeypatch.setattr(whole, "_require_all_parents", lambda: looked.append(1))
    whole.apply(remove_plan(whole, "p", "删除"))
    assert looked == [1]
