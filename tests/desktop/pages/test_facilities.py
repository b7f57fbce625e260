from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.pages.facilities import FacilitiesPage
from desktop.session import CountySession
from desktop.tables.clipboard import from_text
from desktop.tables.facility_table_model import FACILITY_ROLE, Column
from models.county import remove_facilities
from models.edits import Change, Edit
from models.facility import FacilityClass

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> FacilitiesPage:
    page = FacilitiesPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


def shown(page: FacilitiesPage) -> list[str]:
    rows = range(page.proxy.rowCount())
    return [page.proxy.index(row, 0).data(FACILITY_ROLE) for row in rows]


def answer(page: FacilitiesPage, button_text: str) -> None:
    """Press a button of the question that is open."""
    (question,) = page.findChildren(QMessageBox)
    (button,) = [b for b in question.buttons() if b.text() == button_text]
    button.click()


def test_the_facilities_stand_in_published_order(page: FacilitiesPage) -> None:
    assert shown(page) == ["h", "b", "c", "g"]
    assert page.shown.text() == "4 facilities"


def test_search_and_filters_narrow_the_table_together(page: FacilitiesPage) -> None:
    page.search.setText("卫生院")
    assert shown(page) == ["b", "c"]
    page.township_filter.choose("500999100")
    assert shown(page) == ["b"]
    assert page.shown.text() == "1 of 4 facilities"
    page.class_filter.choose(FacilityClass.HOSPITAL)
    assert shown(page) == []
    assert page.stack.currentIndex() == 2  # says that nothing fits
    page.clear_filter()
    assert shown(page) == ["h", "b", "c", "g"]


def test_a_county_without_facilities_says_what_to_do_first(
    session: CountySession, page: FacilitiesPage, qtbot: QtBot
) -> None:
    session.do(remove_facilities(session.county, ["h", "b", "c", "g"], "remove"))
    assert page.stack.currentIndex() == 1
    page.add.trigger()
    page.form.fields.name.setText("第一院")
    page.form.save()
    assert page.stack.currentIndex() == 0
    assert len(shown(page)) == 1


def test_selecting_a_row_opens_its_form(page: FacilitiesPage) -> None:
    page.select("b")
    assert page.form.facility_id == "b"
    assert page.form.fields.name.text() == "乙卫生院"


def test_selecting_several_shows_none_of_them(page: FacilitiesPage) -> None:
    page.table.selectAll()
    assert page.form.facility_id is None
    assert "4" in page.form.hint.text()
    assert not page.to_sheet.isEnabled()


def test_selecting_another_row_does_not_lose_what_was_typed(
    session: CountySession, page: FacilitiesPage
) -> None:
    page.select("b")
    page.form.fields.note.setPlainText("迁建")
    page.select("c")
    assert page.form.facility_id == "b"
    assert page.form.notice.isVisible()
    page.form.save()
    assert session.county.facility("b").note == "迁建"
    assert page.form.facility_id == "c"


def test_giving_up_what_was_typed_goes_on_to_the_selected_row(page: FacilitiesPage) -> None:
    page.select("b")
    page.form.fields.note.setPlainText("迁建")
    page.select("c")
    page.form.revert()
    assert page.form.facility_id == "c"


def test_add_opens_an_empty_form_and_selects_what_was_added(
    session: CountySession, page: FacilitiesPage, qtbot: QtBot
) -> None:
    page.search.setText("甲")
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page.form.fields.name.setText("新院")
    qtbot.keyClick(page.form.fields.name, Qt.Key.Key_Return)
    new = session.county.facilities[-1]
    assert (new.name, new.order) == ("新院", 5)
    assert page.selected_ids == [new.id]
    assert page.search.text() == ""  # it hid the new row
    session.undo()
    assert shown(page) == ["h", "b", "c", "g"]


def test_adding_while_something_is_typed_asks_to_finish_first(page: FacilitiesPage) -> None:
    page.select("b")
    page.form.fields.note.setPlainText("迁建")
    page.add.trigger()
    assert page.form.facility_id == "b"
    assert page.form.fields.note.toPlainText() == "迁建"


def test_removing_asks_and_takes_the_figures_along_in_one_step(
    session: CountySession, page: FacilitiesPage, qtbot: QtBot
) -> None:
    before = list(session.county.records())
    page.select("b")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == ["h", "b", "c", "g"]
    (question,) = page.findChildren(QMessageBox)
    assert "3 figures" in question.text()
    answer(page, "Remove")
    assert shown(page) == ["h", "c", "g"]
    session.undo()
    assert sorted(map(repr, session.county.records())) == sorted(map(repr, before))
    assert shown(page) == ["h", "b", "c", "g"]


def test_cancelling_the_removal_changes_nothing(
    session: CountySession, page: FacilitiesPage
) -> None:
    page.select("b")
    page.remove.trigger()
    (question,) = page.findChildren(QMessageBox)
    question.reject()
    assert shown(page) == ["h", "b", "c", "g"]
    assert session.undo_stack.to_undo is None


def test_a_facility_without_figures_is_removed_without_asking(
    session: CountySession, page: FacilitiesPage
) -> None:
    page.add.trigger()
    page.form.fields.name.setText("新院")
    page.form.save()
    page.remove.trigger()
    assert not page.findChildren(QMessageBox)
    assert shown(page) == ["h", "b", "c", "g"]


def test_several_are_removed_in_one_step(session: CountySession, page: FacilitiesPage) -> None:
    page.table.selectAll()
    page.remove.trigger()
    answer(page, "Remove")
    assert shown(page) == []
    session.undo()
    assert shown(page) == ["h", "b", "c", "g"]


def test_copy_gives_the_selected_rows_under_their_headings(
    page: FacilitiesPage, qtbot: QtBot
) -> None:
    page.select("c")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, row = from_text(QGuiApplication.clipboard().text())
    assert heading[Column.PLANNED] == "规划 2025 床位 (张)"
    assert (row[Column.NAME], row[Column.PLANNED]) == ("丙卫生院", "20")


def test_a_target_that_the_filter_hides_is_shown_all_the_same(page: FacilitiesPage) -> None:
    page.search.setText("乙")
    page.show_target(("facility", "g"))
    assert page.selected_ids == ["g"]
    assert page.search.text() == ""


def test_a_target_that_is_gone_is_ignored(page: FacilitiesPage) -> None:
    page.show_target(("facility", "nobody"))
    assert page.selected_ids == []


def test_the_filter_for_missing_coordinates_can_be_a_target(page: FacilitiesPage) -> None:
    page.show_target(("filter", "no-place"))
    assert shown(page) == ["c"]


def test_entering_missing_coordinates_takes_the_row_out_of_that_filter(
    session: CountySession, page: FacilitiesPage
) -> None:
    page.show_target(("filter", "no-place"))
    page.select("c")
    page.form.fields.longitude.setText("105.7")
    page.form.fields.latitude.setText("29.7")
    page.form.save()
    assert session.county.facility("c").place == (105.7, 29.7)
    assert page.no_place_filter.isChecked()
    assert shown(page) == []


@pytest.mark.parametrize(
    ("action", "target_page"),
    [("to_allocation", "allocation"), ("to_sheet", "reports"), ("to_map", "coverage")],
)
def test_the_menu_leads_to_the_other_pages(
    page: FacilitiesPage, qtbot: QtBot, action: str, target_page: str
) -> None:
    page.select("b")
    with qtbot.waitSignal(page.navigate) as navigated:
        getattr(page, action).trigger()
    assert navigated.args == [target_page, ("facility", "b")]


def test_an_edit_elsewhere_shows_in_table_and_form(
    session: CountySession, page: FacilitiesPage
) -> None:
    page.select("b")
    before = session.county.facility("b")
    session.do(Edit("rename", (Change(before, replace(before, name="改名")),)))
    assert page.form.fields.name.text() == "改名"
    assert page.proxy.index(1, Column.NAME).data() == "改名"


def test_nothing_can_be_removed_before_something_is_selected(page: FacilitiesPage) -> None:
    assert not page.remove.isEnabled()
    page.table.selectRow(0)
    assert page.remove.isEnabled()
