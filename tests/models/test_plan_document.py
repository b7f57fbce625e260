from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from models.catalogue import Language
from models.plan_document import (
    Kind,
    PlanDocument,
    PlanTable,
    TableColumn,
    TableRow,
    Value,
    above_runs,
    caption,
    cell_text,
    joined_runs,
    numbered,
    total_row,
    wide,
)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.TEXT, None, ""),
        (Kind.FIGURE, None, "—"),
        (Kind.FIGURE, "1:1.6", "1:1.6"),
        (Kind.COUNT, None, "—"),
        (Kind.COUNT, 0, "0"),
        (Kind.COUNT, Decimal("2.50"), "2.5"),
        (Kind.MONEY, Decimal("412749"), "412749"),
        (Kind.RATE, Decimal("7.3"), "7.30"),
        (Kind.CHANGE, Decimal(199), "+199"),
        (Kind.CHANGE, Decimal(-6), "−6"),
        (Kind.CHANGE, Decimal(0), "0"),
    ],
)
def test_a_cell_is_printed_exactly_and_a_blank_figure_as_a_dash(
    kind: Kind, value: Value, text: str
) -> None:
    assert cell_text(TableColumn("", 10, kind), value) == text


COLUMNS = (
    TableColumn("类别", 10),
    TableColumn("2020年", 10, Kind.COUNT, above="床位"),
    TableColumn("2025年", 10, Kind.COUNT, above="床位"),
    TableColumn("2020年", 10, Kind.COUNT, above="人员"),
)


def test_a_total_leaves_a_column_without_numbers_blank() -> None:
    rows = [TableRow(("甲", 1, None, None)), TableRow(("乙", Decimal("2.5"), "（拟）", None))]
    total = total_row(COLUMNS, 0, "合计", rows, 3)
    assert total.cells == ("合计", Decimal("3.5"), None, None)
    assert total.sums == (3, 4)


def test_columns_stand_together_under_a_common_heading() -> None:
    assert above_runs(COLUMNS) == [(0, 1), (1, 2), (3, 1)]


def test_neighbours_that_say_the_same_are_one_cell() -> None:
    rows = tuple(TableRow((text, 0, 0, 0)) for text in ("甲", "甲", "", "", "乙", "甲"))
    assert joined_runs(PlanTable("表", "表", COLUMNS, rows, joined=0)) == [(0, 2)]
    assert joined_runs(PlanTable("表", "表", COLUMNS, rows)) == []


def test_a_caption_is_numbered_as_the_plans_number() -> None:
    table = PlanTable("表", "某县床位", COLUMNS, ())
    numbered_tables = PlanDocument("某县规划", "", Language.ZH, (table,))
    assert caption(numbered_tables, 3, table) == "专栏3 某县床位"
    assert caption(replace(numbered_tables, language=Language.EN), 3, table) == "Table 3 某县床位"


def test_a_report_of_one_table_says_its_title_once() -> None:
    table = PlanTable("表", "某县床位", COLUMNS, ())
    report = PlanDocument("某县床位", "", Language.ZH, (table,), is_numbered=False)
    assert caption(report, 1, table) == ""
    assert caption(replace(report, title="某县规划"), 1, table) == "某县床位"


def test_only_a_plain_whole_number_becomes_one() -> None:
    assert [numbered(text) for text in ("12", "012", "1（拟）", "", None)] == [
        12, "012", "1（拟）", None, None
    ]  # fmt: skip


def test_chinese_characters_are_twice_as_wide() -> None:
    assert wide("床位A1") == 6
