"""Headings and cells of lists of divisions."""

from __future__ import annotations

import pytest

from models.catalogue import Language
from models.division_list import (
    DivisionField,
    field_of,
    heading,
    kind_of_name,
    people_heading,
    people_of_heading,
    persons_in,
    plain_code,
    plain_name,
    read_urban,
    township_code,
)
from models.division_merging import UNDATED
from models.errors import InvalidValue, Reason
from models.geography import DivisionKind


@pytest.mark.parametrize("language", Language)
def test_what_is_written_above_a_column_is_read_again(language):
    assert [field_of(heading(field, language)) for field in DivisionField] == list(DivisionField)
    for year in (2020, UNDATED):
        assert people_of_heading(people_heading(year, language)) == (year, 1)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2020年常住人口（人）", (2020, 1)),
        ("2021年末常住人口", (2021, 1)),
        ("常住人口2022", (2022, 1)),
        ("2020年末总人口数（万人）", (2020, 10_000)),
        ("2023", (2023, 1)),
        ("2023年", (2023, 1)),
        ("人口", (UNDATED, 1)),
        ("常住人口（万人）", (UNDATED, 10_000)),
        ("Population 2020", (2020, 1)),
        ("2020年户数", None),
        ("备注", None),
        ("2020—2025年人口", None),
    ],
)
def test_columns_of_people_are_known_by_their_year(text, read):
    assert people_of_heading(text) == read


def test_other_bureaus_headings_are_known():
    assert field_of("统计用区划代码") is DivisionField.CODE
    assert field_of("城乡分类代码") is DivisionField.URBAN
    assert field_of("乡镇(街道)") is DivisionField.TOWNSHIP
    assert field_of("序号") is None


def test_people_are_read_exactly():
    assert persons_in("1.2345", 10_000) == 12_345
    assert persons_in("1,234", 1) == 1234
    assert persons_in("0", 1) == 0
    assert persons_in("", 1) is None


@pytest.mark.parametrize(
    ("text", "unit", "reason"),
    [
        ("约500", 1, Reason.NOT_A_NUMBER),
        ("-3", 1, Reason.NEGATIVE),
        ("0.12345", 10_000, Reason.NOT_WHOLE),
    ],
)
def test_what_is_no_number_of_people_is_refused(text, unit, reason):
    with pytest.raises(InvalidValue) as error:
        persons_in(text, unit)
    assert error.value.reason is reason


@pytest.mark.parametrize(
    ("text", "urban"),
    [("111", True), ("112", True), ("121", True), ("122", True), ("123", True), ("210", False),
     ("220", False), ("城镇", True), ("乡村", False), ("Rural", False), ("", None)],
)  # fmt: skip
def test_urban_and_rural_are_told_by_the_bureaus_codes(text, urban):
    assert read_urban(text) is urban


def test_another_code_of_class_is_refused():
    with pytest.raises(InvalidValue):
        read_urban("130")


def test_a_township_among_villages_has_three_zeros_more():
    assert plain_code("500111001000 ") == "500111001"
    assert plain_code("500111001200") == "500111001200"
    assert township_code("500111001200") == "500111001"
    assert township_code("500111001") is None


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("学坝社区居民委员会", "学坝社区"),
        ("宝林居委会", "宝林社区"),
        ("龙岗村村民委员会", "龙岗村"),
        ("龙岗村委会", "龙岗村"),
        ("大足区龙岗街道办事处", "龙岗街道"),
        ("龙岗 街道", "龙岗街道"),
    ],
)
def test_offices_names_are_the_common_ones(name, plain):
    assert plain_name(name, "大足区") == plain


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("龙岗街道", DivisionKind.SUBDISTRICT),
        ("龙岗街道办事处", DivisionKind.SUBDISTRICT),
        ("万古镇", DivisionKind.TOWN),
        ("季家乡", DivisionKind.TOWNSHIP),
        ("学坝社区居民委员会", DivisionKind.COMMUNITY),
        ("某村民委员会", DivisionKind.VILLAGE),
        ("某村", DivisionKind.VILLAGE),
        ("某农场", None),
    ],
)
def test_the_kind_is_read_off_the_end_of_a_name(name, kind):
    assert kind_of_name(name) is kind
