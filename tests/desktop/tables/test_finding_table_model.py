"""The findings table after any edits is that of a new evaluation, changed row by row."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.finding_wording import FindingColumn
from desktop.session import CountySession
from desktop.tables.finding_table_model import SORT_ROLE, FindingTableModel
from models.edits import Change, Edit
from models.measure import Allocation, Basis, Origin
from models.rules.rule import Finding

MEASURES = ("beds", "health-personnel", "physicians", "nurses")


def random_edit(session: CountySession, random: Random) -> Edit:
    changes = []
    for facility in ("h", "b", "c"):
        for measure in random.sample(MEASURES, 2):
            key = ("plan", facility, measure, Basis.PLANNED, 2025)
            before = session.county.table(Allocation).get(key)
            value = Decimal(random.choice((0, 5, 40, 700)))
            after = Allocation(*key, value, Origin.PLANNER)
            if before != after:
                changes.append(Change(before, after))
    return Edit("edit", tuple(changes))


def findings(model: FindingTableModel) -> int:
    return sum(isinstance(model.row_at(row), Finding) for row in range(model.rowCount()))


def test_rows_follow_fifty_random_edits(session: CountySession, qtbot: QtBot) -> None:
    model = FindingTableModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    random = Random(7)
    for _ in range(50):
        assert session.do(random_edit(session, random))
        model.reload()
        rows = [model.row_at(row) for row in range(model.rowCount())]
        assert rows == [*session.evaluation.findings, *session.evaluation.unchecked]


def test_a_finding_that_stays_keeps_its_row_handle(session: CountySession, qtbot: QtBot) -> None:
    model = FindingTableModel(session)
    assert findings(model) == 1  # the far town
    handle = QPersistentModelIndex(model.index(0, FindingColumn.SUBJECT))
    key = ("plan", "h", "health-personnel", Basis.PLANNED, 2025)
    after = Allocation(*key, Decimal(1), Origin.PLANNER)
    assert session.do(Edit("edit", (Change(None, after),)))
    model.reload()
    assert findings(model) == 3
    assert handle.isValid()
    assert handle.row() == 2
    assert handle.data(Qt.ItemDataRole.DisplayRole) == "远镇"


def test_an_unknown_figure_sorts_last(session: CountySession, qtbot: QtBot) -> None:
    hospital = session.county.facility("h")
    without = type(hospital)(
        hospital.id, hospital.name, hospital.facility_class, hospital.facility_type,
        hospital.ownership, order=1, emergency_site=False,
    )  # fmt: skip
    assert session.do(Edit("no site", (Change(hospital, without),)))
    model = FindingTableModel(session)
    key = model.index(0, FindingColumn.MEASURED).data(SORT_ROLE)
    assert key == float("inf")
