"""Divisions added, changed, moved, given another code and removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.county import County
from models.division_editing import (
    add_division,
    change_division,
    change_divisions,
    dependants,
    remove_divisions,
)
from models.edits import Edit
from models.errors import InvalidValue, Reason
from models.facility import Facility
from models.geography import Division, DivisionKind, DivisionPopulation, Succession, SuccessionKind
from models.plan import Plan, PlanState
from models.rules.rule import SubjectKind
from models.rules.setting import Acknowledgement
from tests.models.divided_county import (
    a_county,
    accepted,
    area,
    everything,
    facility,
    people,
    township,
    village,
)


def applied(county: County, edit: Edit) -> County:
    """Apply an edit, having seen that its inverse restores the county."""
    before = everything(county)
    county.apply(edit)
    county.apply(edit.inverse())
    assert everything(county) == before
    county.apply(edit)
    return county


def refused(call, *given) -> tuple[str, Reason]:
    with pytest.raises(InvalidValue) as error:
        call(*given)
    return error.value.field, error.value.reason


def test_a_village_is_added_to_its_township():
    county = a_county()
    applied(county, add_division(county, village("14"), "添加"))
    assert county.division("14").parent == "1"


@pytest.mark.parametrize(
    ("division", "field", "reason"),
    [
        (village(" "), "code", Reason.EMPTY),
        (village("11"), "code", Reason.DUPLICATE),
        (village("990001"), "code", Reason.DUPLICATE),  # the county's own
        (village("14", "9"), "parent", Reason.MISSING_REFERENCE),
        (village("14", "11"), "parent", Reason.MISSING_REFERENCE),  # a village has no villages
        (replace(village("14"), parent=None), "kind", Reason.NOT_OF_KIND),
        (replace(township("3"), parent="1"), "kind", Reason.NOT_OF_KIND),
    ],
)
def test_what_cannot_stand_in_the_county_is_refused(division, field, reason):
    assert refused(add_division, a_county(), division, "添加") == (field, reason)


def test_a_code_used_anew_no_longer_leads_to_what_its_former_owner_became():
    county = a_county(Succession("14", "11", SuccessionKind.MERGED, "旧村"))
    applied(county, add_division(county, village("14"), "添加"))
    assert not county.table(Succession)


def test_another_class_is_one_change():
    county = a_county()
    edit = change_division(county, "11", replace(county.division("11"), urban=True), "城镇")
    assert len(edit.changes) == 1
    assert applied(county, edit).division("11").urban is True


def test_nothing_changed_is_an_empty_edit():
    county = a_county()
    assert not change_division(county, "11", county.division("11"), "无").changes


def test_a_former_name_is_kept():
    county = a_county()
    edit = change_division(county, "11", replace(county.division("11"), name="新村"), "改名")
    applied(county, edit)
    (kept,) = county.table(Succession).values()
    assert (kept.former, kept.code, kept.kind) == ("11", "11", SuccessionKind.RENAMED)
    assert kept.former_name == "村11"


def test_what_names_a_village_follows_it_to_another_code():
    county = a_county(facility("a", "11"), people("11", 2020, 900), area("11", 0), accepted("11"))
    after = replace(county.division("11"), code="15")
    applied(county, change_division(county, "11", after, "改代码", date="2024-05-01"))
    assert county.facility("a").village == "15"
    assert county.people(county.division("15"), 2020) == people("15", 2020, 900)
    assert county.boundary("11") is None
    assert county.boundary("15") == area("15", 0)
    assert set(county.table(Acknowledgement).values()) == {accepted("15")}
    assert set(county.table(Succession).values()) == {
        Succession("11", "15", SuccessionKind.RECODED, "村11", "2024-05-01")
    }


def test_villages_and_facilities_follow_a_township_to_another_code():
    county = a_county(facility("a", "11"), facility("b", None))
    after = replace(county.division("1"), code="3")
    applied(county, change_division(county, "1", after, "改代码"))
    assert {d.parent for d in county.divisions if d.code in ("11", "12", "13")} == {"3"}
    assert {county.facility(i).township for i in "ab"} == {"3"}


def test_facilities_of_a_village_that_moves_come_to_its_new_township():
    county = a_county(facility("a", "11"), facility("b", "12"), facility("c", "11", "2"))
    after = replace(county.division("11"), parent="2")
    applied(county, change_division(county, "11", after, "划归"))
    townships = {f.id: f.township for f in county.facilities}
    assert townships == {"a": "2", "b": "1", "c": "2"}
    assert not county.table(Succession)  # it kept its code


def test_a_village_that_moves_under_another_code_has_moved():
    county = a_county()
    after = replace(county.division("11"), code="22", parent="2")
    applied(county, change_division(county, "11", after, "划归"))
    (kept,) = county.table(Succession).values()
    assert kept.kind is SuccessionKind.MOVED


def test_several_villages_move_at_once():
    county = a_county(facility("a", "11"), facility("b", "12"))
    edit = change_divisions(county, ["11", "12"], lambda d: replace(d, parent="2"), "划归")
    applied(county, edit)
    assert [county.division(c).parent for c in ("11", "12", "13")] == ["2", "2", "1"]
    assert {f.township for f in county.facilities} == {"2"}


def test_a_township_with_villages_does_not_become_a_village():
    county = a_county()
    after = replace(county.division("1"), kind=DivisionKind.VILLAGE, parent="2")
    assert refused(change_division, county, "1", after, "改") == ("kind", Reason.NOT_OF_KIND)


def test_what_was_accepted_in_an_issued_version_stays():
    issued = Plan("q", "定稿", "规划", "", 2020, 2025, "", state=PlanState.ISSUED)
    there = Acknowledgement("q", "rule", SubjectKind.DIVISION, "11", "已核实", "2024-01-01")
    county = a_county(issued, there)
    applied(county, change_division(county, "11", village("15"), "改代码"))
    assert set(county.table(Acknowledgement).values()) == {there}


def test_removing_a_village_leaves_its_facilities_in_the_township():
    county = a_county(facility("a", "11"), people("11", 2020, 900), area("11", 0), accepted("11"))
    there = dependants(county, ["11"])
    assert (len(there.villages), len(there.facilities), there.people, there.areas) == (0, 1, 1, 1)
    applied(county, remove_divisions(county, ["11"], "删除"))
    assert (county.facility("a").village, county.facility("a").township) == (None, "1")
    assert ("11",) not in county.table(Division)
    assert not county.table(DivisionPopulation)
    assert not county.table(Acknowledgement)


def test_removing_a_township_removes_its_villages():
    county = a_county(facility("a", "11"), facility("b", "21", "2"))
    assert [v.code for v in dependants(county, ["1"]).villages] == ["11", "12", "13"]
    applied(county, remove_divisions(county, ["1"], "删除"))
    assert [d.code for d in county.divisions] == ["2", "21"]
    assert county.table(Facility)["a",].township is None
    assert county.facility("b").village == "21"


def test_what_nothing_depends_on_has_no_dependants():
    assert not dependants(a_county(), ["21"])


def test_what_had_gone_into_a_removed_division_has_gone_nowhere():
    county = a_county(
        Succession("9", "10", SuccessionKind.MERGED, "更旧"),
        Succession("10", "11", SuccessionKind.MERGED, "旧"),
        Succession("8", "11", SuccessionKind.SPLIT, "大村"),
        Succession("8", "12", SuccessionKind.SPLIT, "大村"),
        Succession("7", "8", SuccessionKind.RECODED, "老大村"),
    )
    applied(county, remove_divisions(county, ["11"], "删除"))
    assert {s.key for s in county.table(Succession).values()} == {("8", "12"), ("7", "8")}


def test_a_day_that_is_none_is_refused():
    county = a_county()
    after = replace(county.division("11"), code="15")
    with pytest.raises(InvalidValue) as error:
        change_division(county, "11", after, "改代码", date="2024-02-30")
    assert (error.value.field, error.value.reason) == ("date", Reason.NOT_A_DATE)
