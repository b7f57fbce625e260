from __future__ import annotations

import pytest

from db.catalogue import load_catalogue
from models.bed_tables import heading_texts
from models.catalogue import Language
from models.layout import BED_LAYOUTS, Layout
from models.measure import Basis
from models.plan import Plan
from models.table_columns import ColumnReader, ColumnUse, Role

PLAN = Plan("p", "规划", "某县规划", "", 2020, 2025, "dazu")
READER = ColumnReader(PLAN, load_catalogue().measures)


def beds(basis: Basis, year: int, measure: str = "beds") -> ColumnUse:
    return ColumnUse(Role.VALUE, measure, basis, year)


AUTHORISED, ACTUAL = beds(Basis.AUTHORISED, 2020), beds(Basis.ACTUAL, 2020)
PLANNED = beds(Basis.PLANNED, 2025)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("layout", BED_LAYOUTS)
def test_own_headings_are_recognised(layout: Layout, language: Language) -> None:
    texts = heading_texts(layout, PLAN, language)
    assert READER.layout_of(texts) is layout
    values = [use for use in READER.uses(layout, texts) if use.role is Role.VALUE]
    expected = [AUTHORISED, ACTUAL, PLANNED] if layout is Layout.THREE_COLUMN else [PLANNED]
    assert values == expected


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("编制床位数", AUTHORISED),
        ("2020年编制床位", AUTHORISED),
        ("实有床位(张)", ACTUAL),
        ("2025年规划床位", PLANNED),
        ("编制床位目标", PLANNED),
        ("2023年规划床位", beds(Basis.PLANNED, 2023)),
        ("2030年规划床位", beds(Basis.PLANNED, 2030)),
        ("重症床位规划", beds(Basis.PLANNED, 2025, "icu-beds")),
        ("注册护士(人)2025年规划", beds(Basis.PLANNED, 2025, "nurses")),
        ("现有执业(助理)医师数", beds(Basis.ACTUAL, 2020, "physicians")),
        ("x线正电子发射断层扫描仪2020年配置数", beds(Basis.ACTUAL, 2020, "pet-ct")),
        ("直线加速器2025年规划数", beds(Basis.PLANNED, 2025, "linear-accelerator")),
    ],
)
def test_headings_of_figures_are_told_by_their_words(text: str, use: ColumnUse) -> None:
    assert READER.value_use(text) == use


@pytest.mark.parametrize(
    "text",
    [
        "规划每千人口床位",
        "床位使用率",
        "床位",
        "现有床位",
        "2025年编制床位",
        "规划护士",
        "地址",
        "",
    ],
)
def test_other_headings_are_not_taken_for_figures(text: str) -> None:
    assert READER.value_use(text) is None


@pytest.mark.parametrize(
    ("texts", "layout"),
    [
        (["类别", "序号", "指标", "2020年实际值", "2025年目标值", "指标性质"], Layout.INDICATORS),
        (["机构类别", "编制床位数 2020年", "编制床位数 2025年"], Layout.BED_STANDARD),
        (["序号", "项目名称", "建设性质", "总投资（万元）"], Layout.PROJECTS),
        (["区  域", "直线加速器 2020年配置数", "直线加速器 2025年规划数"], Layout.EQUIPMENT),
        (["机构名称", "地址"], None),
        (["实有床位"], None),
        (["项目名称", "实有床位"], None),
        ([], None),
    ],
)
def test_layout_is_told_by_its_headings(texts: list[str], layout: Layout | None) -> None:
    assert READER.layout_of(texts) is layout


@pytest.mark.parametrize(
    ("use", "is_wrong"),
    [
        (PLANNED, False),
        (beds(Basis.PLANNED, 2021), False),
        (beds(Basis.PLANNED, 2020), True),
        (beds(Basis.PLANNED, 2030), True),
        (beds(Basis.ACTUAL, 2019), True),
        (ColumnUse(Role.RATE, year=2024), True),
        (ColumnUse(Role.NAME), False),
    ],
)
def test_years_outside_the_plan_are_noticed(use: ColumnUse, is_wrong: bool) -> None:
    assert READER.is_wrong_year(use) is is_wrong


@pytest.mark.parametrize("use", [PLANNED, ColumnUse(Role.RATE, year=2025), ColumnUse(Role.NAME)])
def test_a_use_is_read_back_as_it_was_written(use: ColumnUse) -> None:
    assert ColumnUse.parse(str(use)) == use


@pytest.mark.parametrize("text", ["value beds", "beds", "value beds planned x", "rate"])
def test_anything_else_is_no_use(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of an enum, an int, or ours
        ColumnUse.parse(text)
