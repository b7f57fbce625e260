from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from desktop.session import CountySession
from desktop.tables.facility_filter import FacilityFilter, FacilityProxyModel
from desktop.tables.facility_table_model import FACILITY_ROLE, Column, FacilityTableModel
from models.edits import Change, Edit, add
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin


@pytest.fixture
def model(session: CountySession) -> FacilityTableModel:
    return FacilityTableModel(session)


@pytest.fixture
def proxy(model: FacilityTableModel) -> FacilityProxyModel:
    return FacilityProxyModel(model, model)


def ids(proxy: FacilityProxyModel) -> list[str]:
    return [proxy.index(row, 0).data(FACILITY_ROLE) for row in range(proxy.rowCount())]


def planned_beds(facility_id: str, value: int) -> Allocation:
    return Allocation(
        "plan", facility_id, "beds", Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER
    )


def set_planned_beds(session: CountySession, facility_id: str, value: int) -> None:
    before = session.county.allocation("plan", facility_id, "beds", Basis.PLANNED, 2025)
    assert session.do(Edit("set", (Change(before, planned_beds(facility_id, value)),)))


def test_beds_sort_by_size_with_blanks_below_zero(
    session: CountySession, proxy: FacilityProxyModel
) -> None:
    set_planned_beds(session, "c", 0)
    proxy.sort(Column.ACTUAL)
    assert ids(proxy) == ["g", "c", "b", "h"]
    proxy.sort(Column.PLANNED, Qt.SortOrder.DescendingOrder)
    assert ids(proxy) == ["h", "g", "b", "c"]


def test_classes_sort_in_the_order_of_the_plans(
    session: CountySession, proxy: FacilityProxyModel
) -> None:
    cdc = Facility("n", "疾控", FacilityClass.PUBLIC_HEALTH, FacilityType.CDC, order=0)
    session.do(Edit("add", add(cdc)))
    proxy.sort(Column.CLASS)
    assert ids(proxy) == ["h", "g", "b", "c", "n"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (FacilityFilter(), {"h", "b", "c", "g"}),
        (FacilityFilter(text="甲"), {"h", "b"}),  # the name, and the township 甲镇
        (FacilityFilter(text="甲镇 卫生"), {"b"}),
        (FacilityFilter(facility_class=FacilityClass.PRIMARY_CARE), {"b", "c"}),
        (FacilityFilter(facility_type=FacilityType.UNSPECIFIED), {"g"}),
        (FacilityFilter(township="500999101"), {"c"}),
        (FacilityFilter(without_place=True), {"c"}),  # a group row has no one place
        (FacilityFilter(text="乙", township="500999101"), set()),
    ],
)
def test_filter_lets_through_what_fits_every_field(
    proxy: FacilityProxyModel, wanted: FacilityFilter, expected: set[str]
) -> None:
    proxy.set_filter(wanted)
    assert set(ids(proxy)) == expected


def test_search_looks_at_code_and_note_and_ignores_case(
    session: CountySession, proxy: FacilityProxyModel
) -> None:
    before = session.county.facility("c")
    session.do(Edit("set", (Change(before, replace(before, code="PDY01", note="迁建")),)))
    proxy.set_filter(FacilityFilter(text="pdy 迁建"))
    assert ids(proxy) == ["c"]


def test_a_row_appears_when_an_edit_makes_it_fit_the_filter(
    session: CountySession, proxy: FacilityProxyModel
) -> None:
    proxy.set_filter(FacilityFilter(text="迁建"))
    assert ids(proxy) == []
    before = session.county.facility("c")
    session.do(Edit("set", (Change(before, replace(before, note="迁建")),)))
    assert ids(proxy) == ["c"]


def test_names_sort_by_pinyin_and_by_the_number_in_them(
    session: CountySession, proxy: FacilityProxyModel
) -> None:
    kind = (FacilityClass.OTHER, FacilityType.UNSPECIFIED)
    session.do(Edit("add", add(Facility("n19", "第19站", *kind), Facility("n2", "第2站", *kind))))
    proxy.sort(Column.NAME)
    assert ids(proxy) == ["c", "n2", "n19", "h", "g", "b"]


def test_a_row_moves_when_an_edit_changes_what_it_sorts_by(
    session: CountySession, proxy: FacilityProxyModel
) -> None:
    proxy.sort(Column.PLANNED)
    assert ids(proxy) == ["c", "b", "g", "h"]
    set_planned_beds(session, "c", 300)
    assert ids(proxy) == ["b", "g", "c", "h"]
    session.undo()
    assert ids(proxy) == ["c", "b", "g", "h"]
