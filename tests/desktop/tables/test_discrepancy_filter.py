from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.tables.discrepancy_filter import DiscrepancyFilter
from desktop.tables.discrepancy_table_model import DiscrepancyTableModel
from models.discrepancy import Discrepancy, DiscrepancyKind

YEAR = Discrepancy(
    DiscrepancyKind.YEAR_OUTSIDE,
    ("正文第4行",),
    {"year": "2027", "first": "2021", "last": "2025"},
    ("建成县域医共体",),
)
NAME = Discrepancy(
    DiscrepancyKind.NAME_DIFFERS,
    ("专栏5 第6行",),
    {"printed": "人民院", "listed": "人民医院"},
    ("人民院 | 1",),
)


ALL = frozenset(DiscrepancyKind)


@pytest.mark.parametrize(
    ("kinds", "text", "shown"),
    [
        (ALL, "", [YEAR, NAME]),
        (frozenset({DiscrepancyKind.NAME_DIFFERS}), "", [NAME]),
        (frozenset[DiscrepancyKind](), "", []),
        (ALL, " 第6行 ", [NAME]),  # of the places
        (ALL, "医共体", [YEAR]),  # of what is quoted
        (ALL, "OUTSIDE THE PLAN", [YEAR]),  # of the sentence
        (frozenset({DiscrepancyKind.NAME_DIFFERS}), "医共体", []),
    ],
)
def test_rows_are_of_a_wanted_kind_and_hold_the_text(
    qtbot: QtBot, kinds: frozenset[DiscrepancyKind], text: str, shown: list[Discrepancy]
) -> None:
    model = DiscrepancyTableModel()
    model.show_found([YEAR, NAME])
    proxy = DiscrepancyFilter(model)
    QAbstractItemModelTester(proxy, QAbstractItemModelTester.FailureReportingMode.Fatal, proxy)
    proxy.choose(kinds, text)
    assert [proxy.found_at(row) for row in range(proxy.rowCount())] == shown
