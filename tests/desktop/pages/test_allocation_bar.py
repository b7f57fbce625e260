from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.allocation import AllocationPage
from desktop.session import CountySession
from desktop.settings import Settings
from desktop.tables.allocation_columns import ColumnSet, ColumnSpec, OwnColumns
from models.measure import Basis

PHYSICIANS = OwnColumns("医师", (ColumnSpec("physicians", Basis.PLANNED, year=2023),))


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> AllocationPage:
    page = AllocationPage(session)
    qtbot.addWidget(page)
    return page


def names(page: AllocationPage) -> list[str]:
    return [row.facility.id if row.facility else f"[{row.group}]" for row in page.model.rows]


def column_names(page: AllocationPage) -> list[str]:
    return [page.model.column_name(c) for c in range(page.model.columnCount())]


def choose_columns(page: AllocationPage, chosen: OwnColumns) -> None:
    page.bar.choose_columns.click()
    assert page.bar.dialog is not None
    page.bar.dialog.chosen.emit(chosen)
    page.bar.dialog.reject()


def test_filters_narrow_the_rows_and_are_counted(page: AllocationPage) -> None:
    filters = page.bar.filters
    filters.township.choose("500999100")
    assert names(page) == ["[hospital]", "h", "[primary-care]", "b"]
    filters.class_filter.choose("primary-care")
    assert names(page) == ["[primary-care]", "b"]
    assert page.bar.filter_button.text() == "Filter (2)"
    assert page.bar.shown.text() == "1 of 4 facilities"
    filters.clear_button.click()
    assert (len(names(page)), page.bar.shown.text()) == (6, "")
    assert page.bar.filter_button.text() == "Filter"


def test_clearing_the_filters_keeps_the_search(page: AllocationPage) -> None:
    page.search.setText("乙")
    page.bar.filters.status.choose("existing")
    page.bar.filters.clear()
    assert names(page) == ["[primary-care]", "b"]


def test_only_what_the_county_has_is_offered(page: AllocationPage) -> None:
    types = page.bar.filters.type_filter
    assert [types.itemData(i) for i in range(types.count())] == [
        None, "general-hospital", "township-health-centre", "unspecified",
    ]  # fmt: skip


def test_groups_are_chosen_and_folded(page: AllocationPage) -> None:
    page.bar.grouping.choose("township")
    assert names(page) == ["[500999100]", "h", "b", "[500999101]", "c", "[]", "g"]
    headers = [page.model.group_name(group) for group in ("500999100", "500999101", "")]
    assert headers == ["甲镇", "远镇", "Without township"]
    page.bar.fold_all.click()
    assert names(page) == ["[500999100]", "[500999101]", "[]"]
    assert page.bar.fold_all.text() == "Unfold"
    page.bar.fold_all.click()
    assert len(names(page)) == 7
    page.bar.grouping.choose("nothing")
    assert (names(page), page.bar.fold_all.isEnabled()) == (["h", "b", "c", "g"], False)


def test_subtotals_are_those_of_the_groups(page: AllocationPage) -> None:
    page.bar.grouping.choose("township")
    assert [page.model.index(row, 2).data() for row in (0, 3, 5)] == ["540", "20", "100"]
    page.model.setData(page.model.index(2, 2), "50")
    assert page.model.index(0, 2).data() == "550"


def test_years_change_the_columns(page: AllocationPage) -> None:
    page.bar.column_sets.choose(ColumnSet.INSTITUTIONS)
    page.bar.years.choose("2023")
    assert column_names(page) == [
        "床位 编制 2020", "床位 实有 2020", "床位 规划 2023", "床位 Change 2023",
    ]  # fmt: skip
    page.model.setData(page.model.index(1, 2), "480")
    assert page.model.index(1, 3).data() == "+80"
    page.bar.years.choose("all")
    assert page.model.columnCount() == 2 + 5 + 5
    page.bar.years.choose("baseline")
    assert column_names(page) == ["床位 编制 2020", "床位 实有 2020"]


def test_own_set_is_shown_kept_and_deleted(page: AllocationPage, settings: Settings) -> None:
    page.use_settings(settings)
    choose_columns(page, PHYSICIANS)
    assert column_names(page) == ["执业（助理）医师 规划 2023"]
    assert settings.column_sets == {"医师": ["physicians|planned|value|2023"]}
    page.bar.column_sets.choose(ColumnSet.BEDS)
    page.bar.column_sets.choose("own:医师")
    assert column_names(page) == ["执业（助理）医师 规划 2023"]
    page.bar.choose_columns.click()
    assert page.bar.dialog is not None
    page.bar.dialog.delete.click()
    assert settings.column_sets == {}
    assert page.bar.column_sets.value() == ColumnSet.TARGETS


def test_columns_without_a_name_are_shown_once(page: AllocationPage, settings: Settings) -> None:
    page.use_settings(settings)
    choose_columns(page, OwnColumns("", PHYSICIANS.specs))
    assert column_names(page) == ["执业（助理）医师 规划 2023"]
    assert page.bar.column_sets.currentText() == "Chosen columns"
    assert settings.column_sets == {}


def test_dialog_begins_with_what_is_shown(page: AllocationPage) -> None:
    page.bar.column_sets.choose(ColumnSet.BED_TARGETS)
    page.bar.choose_columns.click()
    assert page.bar.dialog is not None
    assert [(s.measure, s.kind) for s in page.bar.dialog.specs()] == [
        ("beds", "value"), ("beds", "note"),
    ]  # fmt: skip
    page.bar.dialog.reject()


def test_sets_and_widths_come_back_in_another_window(
    session: CountySession, qtbot: QtBot, settings: Settings
) -> None:
    settings.column_sets = {"医师": ["physicians|planned|value|2023"], "坏": ["?"]}
    settings.column_widths = {"physicians|planned|value": 133}
    page = AllocationPage(session)
    qtbot.addWidget(page)
    page.use_settings(settings)
    page.bar.column_sets.choose("own:坏")
    assert page.bar.column_sets.value() == ColumnSet.TARGETS
    page.bar.column_sets.choose("own:医师")
    assert (page.view.columnWidth(0), page.table.total.columnWidth(0)) == (133, 133)
    page.view.setColumnWidth(0, 150)
    page.keep_widths()
    assert settings.column_widths == {"physicians|planned|value": 150}


def test_settings_that_are_spoilt_are_left_out(settings: Settings) -> None:
    settings._store.setValue("column-sets", "{")
    settings._store.setValue("column-widths", "[1]")
    assert (settings.column_sets, settings.column_widths) == ({}, {})
