"""Edits of divisions hold in the file, whose references are checked at every single step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.county_file import create, open_county_file
from models.county import County
from models.division_editing import change_division, remove_divisions
from models.division_merging import Part, merge, split
from models.edits import Change, Edit
from tests.models.divided_county import a_county, accepted, area, facility, people, township


def the_county() -> County:
    return a_county(
        facility("a", "11"), facility("b", "21", "2"), facility("c", None),
        people("11", 2020, 900), people("12", 2020, 700), area("11", 0), area("1", 0, width=3),
        accepted("11"), accepted("1"),
    )  # fmt: skip


def moved(county: County) -> Edit:
    after = replace(county.division("11"), code="25", parent="2")
    return change_division(county, "11", after, "划归")


def recoded(county: County) -> Edit:
    return change_division(county, "1", replace(county.division("1"), code="3"), "改代码")


def villages_merged(county: County) -> Edit:
    return merge(county, ["11", "12"], replace(county.division("11"), code="19"), "合并")


def townships_merged(county: County) -> Edit:
    return merge(county, ["1", "2"], county.division("2"), "合并")


def township_split(county: County) -> Edit:
    first = Part(township("3"), villages=frozenset({"11"}), facilities=frozenset("c"))
    second = Part(township("4"), villages=frozenset({"12", "13"}))
    return split(county, "1", [first, second], "拆分")


def removed(county: County) -> Edit:
    return remove_divisions(county, ["1", "21"], "删除")


@pytest.mark.parametrize(
    "edit", [moved, recoded, villages_merged, townships_merged, township_split, removed]
)
def test_an_edit_and_its_inverse_are_carried_out(tmp_path: Path, edit) -> None:
    county = the_county()
    path = tmp_path / "试验.weigui"
    create(path, county.records(), "新建")
    before = set(county.records())
    done = edit(county)
    county.apply(done)
    with open_county_file(path) as file:
        file.apply(done)
        assert set(file.read().records()) == set(county.records())
        file.apply(done.inverse())
        assert set(file.read().records()) == before


def test_the_edits_of_a_division_are_found_newest_first(tmp_path: Path) -> None:
    county, path = the_county(), tmp_path / "试验.weigui"
    create(path, county.records(), "新建")
    changed = Edit("人口", (Change(people("11", 2020, 900), people("11", 2020, 905)),))
    other = Edit("别村", (Change(people("12", 2020, 700), None),))
    clinic = county.facility("a")
    renamed = Edit("机构改名", (Change(clinic, replace(clinic, name="新室")),))
    with open_county_file(path) as file:
        for edit in (lambda _: changed, lambda _: other, lambda _: renamed, moved):
            done = edit(county)
            county.apply(done)
            file.apply(done)
        assert [row.label for row in file.edits_of_divisions(["11"])] == ["划归", "人口", "新建"]
        assert [row.label for row in file.edits_of_divisions(["25"])] == ["划归"]
        both = file.edits_of_divisions(["25", "11"])
        assert [row.label for row in both] == ["划归", "人口", "新建"]
        assert file.edits_of_divisions(["99"]) == []
