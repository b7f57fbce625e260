"""Divisions in rows, their people by year in columns, written as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.session import CountySession
from desktop.tables.allocation_looks import MARKS_ROLE
from desktop.tables.division_rows import DivisionFilter
from desktop.tables.division_table_model import Column, DivisionTableModel
from models.division_editing import change_division
from models.division_merging import UNDATED, merge
from models.edits import Edit, add
from models.geography import DivisionKind, Succession, SuccessionKind
from models.rules.rule import Severity
from tests.desktop.divided_session import divided_session
from tests.models.divided_county import area, facility, people, township, village


@pytest.fixture
def session(qapp: QCoreApplication, tmp_path: Path) -> Iterator[CountySession]:
    records = (
        facility("a", "11"), facility("b", None), area("12", 1),
        people("1", 2020, 2000, "年鉴"), people("11", 2020, 900), people("12", 2020, 800),
        people("13", 2020, 350), people("21", 2021, 0),
        Succession("10", "12", SuccessionKind.MERGED, "旧村"),
        village("22", "2", longitude=105.5, latitude=29.5, population=77),
    )  # fmt: skip
    with divided_session(tmp_path, *records) as session:
        yield session


@pytest.fixture
def model(session: CountySession) -> DivisionTableModel:
    model = DivisionTableModel(session)
    model._tester = QAbstractItemModelTester(  # type: ignore[attr-defined]  # held as long
        model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return model


def column(model: DivisionTableModel, what: Column | int) -> int:
    return next(c for c in range(model.columnCount()) if model.column(c) == what)


def shown(model: DivisionTableModel, code: str, what: Column | int, role=None):
    row = model.row_of(code)
    assert row is not None
    role = Qt.ItemDataRole.DisplayRole if role is None else role
    return model.index(row, column(model, what)).data(role)


def codes(model: DivisionTableModel) -> list[str]:
    return [d.code for d in model.divisions]


def test_each_township_stands_before_its_villages(model: DivisionTableModel) -> None:
    assert codes(model) == ["1", "11", "12", "13", "2", "21", "22"]
    assert shown(model, "1", Column.NAME) == "镇1"
    assert shown(model, "11", Column.NAME) == "\u3000村11"


def test_years_known_have_a_column_and_the_undated_number_the_last(
    model: DivisionTableModel,
) -> None:
    assert model.years == [2020, 2021, UNDATED]
    assert shown(model, "11", 2020) == "900"
    assert shown(model, "21", 2021) == "0"  # zero is a number
    assert shown(model, "11", 2021) == ""
    assert shown(model, "22", UNDATED) == "77"


def test_a_township_that_is_not_the_sum_of_its_villages_is_marked(
    model: DivisionTableModel,
) -> None:
    assert shown(model, "1", 2020, MARKS_ROLE) == (Severity.WARNING, False)
    tip = shown(model, "1", 2020, Qt.ItemDataRole.ToolTipRole)
    assert "2,050; differs from the township's own by +50" in tip
    assert shown(model, "11", 2020, MARKS_ROLE) == (None, False)


def test_a_township_without_a_number_shows_the_sum_of_its_villages_in_brackets(
    model: DivisionTableModel,
) -> None:
    model.write([(model.row_of("1"), column(model, 2020), "")], "clear")
    assert shown(model, "1", 2020) == "(2,050)"
    assert model.text(model.row_of("1"), column(model, 2020)) == ""  # what is copied


def test_facilities_and_clinics_are_counted(model: DivisionTableModel) -> None:
    assert [shown(model, c, Column.FACILITIES) for c in ("1", "11", "12")] == ["2", "1", ""]
    assert [shown(model, c, Column.CLINICS) for c in ("1", "11", "12")] == ["1 / 3", "1", ""]
    assert [shown(model, c, Column.AREA) for c in ("11", "12")] == ["", "✓"]
    assert shown(model, "22", Column.PLACE) == "105.5000, 29.5000"


def test_a_block_is_written_as_one_edit(session: CountySession, model: DivisionTableModel) -> None:
    row, first = model.row_of("11"), column(model, 2020)
    texts = [(row, first, "910"), (row, first + 1, "1,005"), (row + 1, first, "")]
    assert model.write(texts, "paste")
    assert (shown(model, "11", 2020), shown(model, "11", 2021), shown(model, "12", 2020)) == (
        "910", "1,005", "",
    )  # fmt: skip
    session.undo()
    assert (shown(model, "11", 2020), shown(model, "12", 2020)) == ("900", "800")


def test_one_bad_text_refuses_the_block(model: DivisionTableModel) -> None:
    refused: list[object] = []
    model.refused.connect(refused.append)
    row, first = model.row_of("11"), column(model, 2020)
    assert not model.write([(row, first, "910"), (row, first + 1, "x"), (row, 0, "y")], "paste")
    (error,) = refused
    assert [(c.row, c.column) for c in error.cells] == [(2, "Residents 2021"), (2, "Code")]  # type: ignore[attr-defined]
    assert shown(model, "11", 2020) == "900"


def test_only_people_are_written_in_the_table(model: DivisionTableModel) -> None:
    writable = [model.column(c) for c in range(model.columnCount()) if model.can_write(0, c)]
    assert writable == model.years


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (DivisionFilter(text="村1 12"), ["12"]),
        (DivisionFilter(text="旧村"), ["12"]),  # its former name
        (DivisionFilter(text="镇2"), ["2", "21", "22"]),
        (DivisionFilter(township="2"), ["2", "21", "22"]),
        (DivisionFilter(kind=DivisionKind.TOWN), ["1", "2"]),
        (DivisionFilter(without_people=True), ["2"]),
        (DivisionFilter(without_place=True, township="2"), ["2", "21"]),
        (DivisionFilter(text="没有"), []),
    ],
)
def test_the_filter_keeps_what_fits(model: DivisionTableModel, wanted, found) -> None:
    model.show_only(wanted)
    assert codes(model) == found


def test_people_sort_by_size_and_the_unknown_first(model: DivisionTableModel) -> None:
    model.sort_rows(column(model, 2020))
    assert codes(model)[-4:] == ["13", "12", "11", "1"]
    model.sort_rows(column(model, 2020), descending=True)
    assert codes(model)[:4] == ["1", "11", "12", "13"]
    assert shown(model, "11", Column.NAME) == "村11"  # not indented, since it is under no township
    model.sort_rows(None)
    assert codes(model)[0] == "1"


def test_the_table_follows_what_is_done_elsewhere(
    session: CountySession, model: DivisionTableModel
) -> None:
    session.changed.connect(model.follow)
    county = session.county
    session.do(merge(county, ["11", "12"], county.division("12"), "merge"))
    assert codes(model) == ["1", "12", "13", "2", "21", "22"]
    assert shown(model, "12", 2020) == "1,700"
    session.do(Edit("add", add(people("21", 2023, 5))))
    assert 2023 in model.years
    after = township("2", "新镇")
    session.do(change_division(county, "2", after, "rename"))
    assert shown(model, "2", Column.NAME) == "新镇"
    session.undo()
    assert shown(model, "2", Column.NAME) == "镇2"


def test_a_year_asked_for_has_a_column_before_any_number(model: DivisionTableModel) -> None:
    model.show_year(2024)
    assert model.years == [2020, 2021, 2024, UNDATED]
    assert model.write([(model.row_of("11"), column(model, 2024), "888")], "enter")
    assert shown(model, "11", 2024) == "888"
