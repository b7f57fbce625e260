"""A list of divisions becomes changes of the county, or nothing at all."""

from __future__ import annotations

import pytest

from db.catalogue import load_catalogue
from models.county import County
from models.division_import import DivisionReading, read_divisions
from models.edits import Edit
from models.errors import BadCells, Reason
from models.facility import PlaceOrigin
from models.geography import DivisionKind, Succession, SuccessionKind
from models.source_table import SourceCell, SourceTable
from tests.models.divided_county import a_county, facility, people, village

HEADS = ("代码", "名称", "类型", "所属乡镇", "城乡分类代码", "2020年常住人口")


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> SourceTable:
    cells = tuple(
        tuple(SourceCell(text) for text in row) for row in (("某县村名单",), heads, *rows)
    )
    return SourceTable("Sheet1", cells)


def read(county: County, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS):
    return read_divisions([table(*rows, heads=heads)], county, load_catalogue(), "名单.xlsx")


def taken(
    county: County, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS
) -> DivisionReading:
    reading = read(county, *rows, heads=heads)
    county.apply(Edit("导入", reading.changes))
    return reading


def refused(county: County, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS):
    with pytest.raises(BadCells) as error:
        read(county, *rows, heads=heads)
    return [(c.row, c.column, c.reason) for c in error.value.cells]


def test_an_empty_county_gets_townships_and_villages_in_any_order():
    county = County()
    reading = taken(
        county,
        ("500111100201", "一村", "", "", "220", "812"),
        ("500111100001", "东街社区居民委员会", "", "万古镇", "121", "1,930"),
        ("500111100000", "万古镇", "", "", "", ""),
        ("", "合计", "", "", "", "2742"),
    )
    assert (reading.added, reading.changed, reading.unchanged, reading.people) == (3, 0, 0, 2)
    village, street = county.division("500111100201"), county.division("500111100001")
    assert (village.parent, village.kind, village.urban) == (
        "500111100", DivisionKind.VILLAGE, False,
    )  # fmt: skip
    assert (street.kind, street.urban) == (DivisionKind.COMMUNITY, True)
    assert county.division("500111100").kind is DivisionKind.TOWN
    assert county.people(street, 2020) == people("500111100001", 2020, 1930, "名单.xlsx")


def test_a_blank_cell_leaves_what_stands_there_and_is_not_zero():
    county = a_county(people("11", 2020, 900))
    reading = taken(county, ("11", "村11", "", "", "", ""))
    assert (reading.changes, reading.unchanged) == ((), 1)


def test_only_people_may_be_given_by_name_within_the_township():
    county = a_county()
    heads = ("乡镇", "村名", "2021")
    reading = taken(county, ("镇1", "村11", "905"), ("镇2", "村21", "0"), heads=heads)
    assert (reading.added, reading.changed, reading.people) == (0, 2, 2)
    assert county.people(county.division("21"), 2021) == people("21", 2021, 0, "名单.xlsx")


def test_a_former_code_leads_to_what_became_of_it():
    county = a_county(Succession("10", "12", SuccessionKind.RECODED, "旧村"))
    reading = taken(county, ("10", "旧村", "", "", "", "450"))
    assert reading.renamed == ()  # the former name is no news
    assert county.people(county.division("12"), 2020) == people("12", 2020, 450, "名单.xlsx")


def test_another_name_is_told_and_the_former_one_kept():
    county = a_county()
    reading = taken(county, ("11", "新村", "", "", "", ""))
    assert reading.renamed == (("村11", "新村"),)
    assert [s.former_name for s in county.table(Succession).values()] == ["村11"]


def test_a_shorter_way_to_write_a_name_is_no_renaming():
    county = a_county(village("500111001001", "1", "学坝社区居民委员会"))
    reading = taken(county, ("500111001001", "学坝社区", "", "", "", "1930"))
    assert reading.renamed == ()
    assert county.division("500111001001").name == "学坝社区居民委员会"
    reading = taken(county, ("镇1", "学坝社区", "1950"), heads=("乡镇", "村名", "2021"))
    assert reading.people == 1


def test_facilities_follow_a_village_that_the_list_puts_in_another_township():
    county = a_county(facility("a", "11"))
    taken(county, ("11", "村11", "", "2", "", ""))
    assert county.division("11").parent == "2"
    assert county.facility("a").township == "2"


def test_places_are_taken_as_surveyed():
    county = a_county()
    taken(county, ("11", "村11", "105.5", "29.5"), heads=("代码", "名称", "经度", "纬度"))
    village = county.division("11")
    assert (village.place, village.place_origin) == ((105.5, 29.5), PlaceOrigin.SURVEYED)


def test_people_in_ten_thousands_are_read():
    county = a_county()
    taken(county, ("1", "镇1", "1.2345"), heads=("代码", "名称", "2020年人口（万人）"))
    assert county.people(county.division("1"), 2020) == people("1", 2020, 12345, "名单.xlsx")


def test_what_the_list_does_not_name_stays():
    county = a_county()
    before = county.divisions
    taken(county, ("14", "村14", "村", "镇1", "", ""))
    assert [d for d in county.divisions if d.code != "14"] == before


def test_every_bad_cell_is_told_with_its_place():
    found = refused(
        a_county(),
        ("11", "", "", "", "", ""),
        ("12", "村12", "城堡", "", "", ""),
        ("13", "村13", "", "", "999", ""),
        ("13", "村13", "", "", "", "很多"),
        ("14", "村14", "", "没有镇", "", ""),
        ("", "没有码的村", "", "", "", "5"),
    )
    assert found == [
        (3, "B", Reason.EMPTY),
        (4, "C", Reason.UNKNOWN_CHOICE),
        (5, "E", Reason.UNKNOWN_CHOICE),
        (6, "F", Reason.NOT_A_NUMBER),
        (6, "A", Reason.DUPLICATE),
        (7, "D", Reason.UNKNOWN_DIVISION),
        (8, "A", Reason.EMPTY),
    ]


def test_two_rows_of_one_division_are_refused():
    county = a_county(Succession("10", "12", SuccessionKind.MERGED, "旧村"))
    found = refused(county, ("10", "旧村", "", "", "", "5"), ("12", "新村", "", "", "", "6"))
    assert found == [(4, "A", Reason.DUPLICATE)]


def test_a_former_division_that_was_split_is_refused():
    went = (Succession("10", c, SuccessionKind.SPLIT, "大村") for c in ("11", "12"))
    found = refused(a_county(*went), ("10", "大村", "", "", "", "5"))
    assert found == [(3, "A", Reason.AMBIGUOUS_DIVISION)]


def test_a_village_without_a_township_is_refused():
    assert refused(a_county(), ("14", "村14", "村", "", "", "")) == [
        (3, "D", Reason.UNKNOWN_DIVISION)
    ]


def test_a_table_without_names_is_left_aside():
    reading = read(County(), ("1", "2"), heads=("序号", "金额"))
    assert not reading.recognised
