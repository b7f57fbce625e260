from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.tables.discrepancy_table_model import (
    KINDS,
    SORT_ROLE,
    DiscrepancyColumn,
    DiscrepancyTableModel,
    gap_size,
    kind_word,
)
from models.discrepancy import Discrepancy, DiscrepancyKind

TOTAL = Discrepancy(
    DiscrepancyKind.TOTAL_DIFFERS,
    ("专栏3 合计", "专栏3 第1—2行"),
    {"column": "床位", "printed": "170", "sum": "180", "difference": "-10"},
    ("合计 | 170", "甲 … 乙"),
)
TWICE = Discrepancy(
    DiscrepancyKind.NUMBER_REPEATED, ("专栏1 第3行", "专栏1 第4行"), {"number": "3"}, ("3 a", "3 b")
)
PART = Discrepancy(
    DiscrepancyKind.PART_EXCEEDS_WHOLE,
    ("专栏1 第6行",),
    {"column": "2025年", "part": "6", "whole": "5", "part_name": "公立", "whole_name": "床位"},
    ("公立 6",),
)


def shown(*found: Discrepancy) -> DiscrepancyTableModel:
    model = DiscrepancyTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_found(found)
    return model


def test_a_row_says_kind_places_gap_and_sentence(qtbot: QtBot) -> None:
    model = shown(TOTAL)
    assert [model.index(0, column).data() for column in DiscrepancyColumn] == [
        "Total differs",
        "专栏3 合计 / 专栏3 第1—2行",
        "−10",
        "床位: the printed total is 170, the rows sum to 180 (-10)",
    ]
    right = model.index(0, DiscrepancyColumn.GAP).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight


def test_what_is_no_matter_of_figures_has_no_gap(qtbot: QtBot) -> None:
    assert shown(TWICE).index(0, DiscrepancyColumn.GAP).data() == ""


def test_the_next_document_takes_the_place_of_the_last(qtbot: QtBot) -> None:
    model = shown(TOTAL, TWICE)
    model.show_found([PART])
    assert model.rowCount() == 1
    assert model.row_at(0) is PART


def test_kinds_sort_in_the_order_of_the_checks_and_gaps_by_size(qtbot: QtBot) -> None:
    model = shown(PART, TWICE, TOTAL, TWICE)

    def order(column: DiscrepancyColumn) -> list[int]:
        return sorted(range(4), key=lambda row: model.index(row, column).data(SORT_ROLE))

    assert order(DiscrepancyColumn.KIND) == [2, 1, 3, 0]
    assert order(DiscrepancyColumn.GAP) == [1, 3, 0, 2]  # none, none, 1, 10


def test_each_kind_has_a_word_of_its_own(qtbot: QtBot) -> None:
    assert len({kind_word(kind) for kind in KINDS}) == len(DiscrepancyKind)


def test_a_gap_is_never_shown_as_none() -> None:
    assert gap_size(Fraction(-1, 3)) == "0.3333"
    assert gap_size(Fraction(1, 40000)) == "0.000025"
    assert gap_size(Fraction(10)) == "10"
