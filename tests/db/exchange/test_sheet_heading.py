from __future__ import annotations

import pytest

from db.exchange.sheet_heading import heading_of, heading_texts
from models.catalogue import Language
from models.layout import Layout
from models.measure import Basis
from models.plan import Plan

AUTHORISED, ACTUAL = (Basis.AUTHORISED, 2020), (Basis.ACTUAL, 2020)
PLANNED = (Basis.PLANNED, 2025)


def test_headings_are_those_of_the_published_tables(plan: Plan) -> None:
    assert heading_texts(Layout.THREE_COLUMN, plan, Language.ZH) == [
        "序号",
        "机构名称",
        "现有编制床位（张）",
        "实有床位（张）",
        "2025年规划编制床位（张）",
    ]
    assert heading_texts(Layout.ONE_COLUMN, plan, Language.ZH) == [
        "医疗机构",
        "2025年编制床位配置目标（张）",
        "备注",
    ]


@pytest.mark.parametrize("language", Language)
def test_own_headings_are_recognised(plan: Plan, language: Language) -> None:
    three = heading_of(heading_texts(Layout.THREE_COLUMN, plan, language), plan)
    assert three is not None
    assert (three.name, three.values) == (1, {2: AUTHORISED, 3: ACTUAL, 4: PLANNED})
    one = heading_of(heading_texts(Layout.ONE_COLUMN, plan, language), plan)
    assert one is not None
    assert (one.name, one.values, one.remark, one.unknown) == (0, {1: PLANNED}, 2, ())


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("编制\n床位数", AUTHORISED),
        ("2020年编制床位", AUTHORISED),
        ("实有床位 (张)", ACTUAL),
        ("２０２５年规划床位", PLANNED),
        ("编制床位目标", PLANNED),
    ],
)
def test_typed_headings_are_recognised(plan: Plan, text: str, column: object) -> None:
    found = heading_of(["单位名称", text], plan)
    assert found is not None
    assert found.values == {1: column}


@pytest.mark.parametrize(
    "text",
    ["规划每千人口床位", "重症床位规划", "2030年规划床位", "2025年编制床位", "床位", "规划护士"],
)
def test_other_measures_and_years_are_not_taken_for_beds(plan: Plan, text: str) -> None:
    found = heading_of(["机构名称", "实有床位", text], plan)
    assert found is not None
    assert found.values == {1: ACTUAL}
    assert found.unknown == (2,)


def test_a_column_given_twice_is_noticed(plan: Plan) -> None:
    found = heading_of(["机构名称", "实有床位", "实有床位数"], plan)
    assert found is not None
    assert found.repeated == (2,)


@pytest.mark.parametrize("texts", [["机构名称", "地址"], ["实有床位"], ["", ""], []])
def test_a_row_without_names_or_beds_is_no_heading(plan: Plan, texts: list[str]) -> None:
    assert heading_of(texts, plan) is None
