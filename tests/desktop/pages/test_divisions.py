"""The Divisions page: a planner's list of townships and villages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.dialogs.merge_dialog import MergeDialog
from desktop.dialogs.split_dialog import SplitDialog
from desktop.pages.divisions import DivisionsPage
from desktop.session import CountySession
from models.county import County
from models.division_editing import remove_divisions
from models.geography import Division, DivisionPopulation
from models.plan import Population, PopulationGroup, PopulationOrigin
from tests.desktop.divided_session import divided_session
from tests.models.divided_county import facility, people

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform

PEOPLE = 4  # the column of 2020


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[CountySession]:
    records = (
        facility("a", "11"), people("1", 2020, 2000), people("2", 2020, 500),
        people("11", 2020, 900), people("12", 2020, 750),
        Population(2020, PopulationGroup.RESIDENT, 2600, PopulationOrigin.ENTERED),
    )  # fmt: skip
    with divided_session(tmp_path, *records) as session:
        yield session


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> DivisionsPage:
    page = DivisionsPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def persons(county: County, code: str, year: int) -> int | None:
    found = county.table(DivisionPopulation).get((code, year))
    return None if found is None else found.persons


def menu_of(page: DivisionsPage, text: str) -> QMenu:
    action = next(a for a in page.actions() if a.text() == text)
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def test_townships_together_are_held_against_the_county(page: DivisionsPage) -> None:
    assert page.sums.text() == "2020: townships together 2,500, the county 2,600: differs by −100"
    assert page.filters.shown.text() == "6 divisions"


def test_a_block_from_excel_is_pasted_as_one_step(
    session: CountySession, page: DivisionsPage
) -> None:
    QGuiApplication.clipboard().setText("910\n760\n\n")
    page.view.go_to(page.model.row_of("11") or 0, PEOPLE)
    page.view.paste()
    assert [persons(session.county, c, 2020) for c in ("11", "12")] == [910, 760]
    session.undo()
    assert [persons(session.county, c, 2020) for c in ("11", "12")] == [900, 750]


def test_a_bad_block_is_refused_with_the_way_to_its_cell(page: DivisionsPage) -> None:
    QGuiApplication.clipboard().setText("910\nmany\n")
    page.view.go_to(page.model.row_of("11") or 0, PEOPLE)
    page.view.paste()
    assert page.bad_cells.isVisible()
    page._go_to_bad(page.bad_cells._bad[0])
    assert page.view.currentIndex().row() == page.model.row_of("12")


def test_what_is_selected_is_in_the_form_with_its_history(page: DivisionsPage) -> None:
    page.select("11")
    assert page.form.code == "11"
    text = page.details.toPlainText()
    assert "2020: 900 (Entered · 年鉴)" in text
    assert "机构a" in text
    assert "新建" in text  # the journal's row


def test_the_township_tells_the_sum_of_its_villages(page: DivisionsPage) -> None:
    page.select("1")
    assert "Villages together: 1,650; of 1 not known" in page.details.toPlainText()


def test_what_is_found_by_a_filter_that_hides_it_gives_way(page: DivisionsPage) -> None:
    page.search.setText("没有")
    assert page.stack.currentIndex() == 2
    page.show_target(("division", "12"))
    assert page.search.text() == ""
    assert page.view.selected_codes() == ["12"]


def test_two_villages_are_merged(session: CountySession, page: DivisionsPage) -> None:
    page.view.select_divisions(["11", "12"])
    page.merge.trigger()
    dialog = page.findChild(MergeDialog)
    assert dialog is not None
    dialog.merge_button.click()
    assert persons(session.county, "11", 2020) == 1650
    assert page.view.selected_codes() == ["11"]
    assert "村12 (12) was merged into it" in page.details.toPlainText()
    session.undo()
    assert page.model.row_of("12") is not None


def test_a_village_and_a_township_are_not_merged(page: DivisionsPage) -> None:
    page.view.select_divisions(["1", "11"])
    assert not page.merge.isEnabled()
    assert not page.move_action.isEnabled()


def test_a_village_is_split_in_a_dialog(page: DivisionsPage) -> None:
    page.select("11")
    page.split.trigger()
    assert page.findChild(SplitDialog) is not None


def test_several_villages_move_to_a_township(session: CountySession, page: DivisionsPage) -> None:
    page.view.select_divisions(["11", "12"])
    (action,) = [a for a in menu_of(page, "Move to").actions() if a.text() == "镇2"]
    action.trigger()
    assert {session.county.division(c).parent for c in ("11", "12")} == {"2"}
    assert session.county.facility("a").township == "2"
    assert page.view.selected_codes() == ["11", "12"]
    session.undo()
    assert session.county.division("11").parent == "1"


def test_a_selection_is_classed_urban(session: CountySession, page: DivisionsPage) -> None:
    page.view.select_divisions(["11", "1"])
    menu_of(page, "Class").actions()[0].trigger()
    assert session.county.division("11").urban is True
    assert session.county.division("1").urban is True


def test_removing_asks_where_something_depends_on_it(
    session: CountySession, page: DivisionsPage
) -> None:
    page.select("11")
    page.remove.trigger()
    assert page.question.isVisible()
    lines = [page.question.lines.item(i).text() for i in range(page.question.lines.count())]
    assert lines == ["1 numbers of residents go with it", "1 facilities stay, without it"]
    page.question.buttons[0].click()
    assert ("11",) not in session.county.table(Division)
    assert session.county.facility("a").village is None
    session.undo()
    assert session.county.facility("a").village == "11"


def test_removing_what_nothing_depends_on_asks_nothing(
    session: CountySession, page: DivisionsPage
) -> None:
    page.select("21")
    page.remove.trigger()
    assert not page.question.isVisible()
    assert ("21",) not in session.county.table(Division)


def test_a_new_village_is_added_to_the_township_at_hand(
    session: CountySession, page: DivisionsPage
) -> None:
    page.select("21")
    page.add.trigger()
    page.form.fields.lines["code"].setText("22")
    page.form.fields.name.setText("新村")
    page.form.save()
    assert session.county.division("22").parent == "2"
    assert page.view.selected_codes() == ["22"]


def test_what_is_typed_is_not_lost_by_selecting_another(page: DivisionsPage) -> None:
    page.select("11")
    page.form.fields.name.setText("改一半")
    page.view.select_divisions(["12"])
    assert page.unfinished
    assert page.form.notice.isVisible()
    page.form.revert()
    assert page.form.code == "12"


def test_a_year_is_given_a_column(page: DivisionsPage) -> None:
    assert page.filters.year.value() == 2021
    page.filters.add_year.click()
    assert page.model.years == [2020, 2021]


def test_a_county_without_divisions_says_what_to_do(
    session: CountySession, page: DivisionsPage
) -> None:
    session.do(remove_divisions(session.county, ["1", "2"], "全部删除"))
    assert page.stack.currentIndex() == 1
    session.undo()
    assert page.stack.currentIndex() == 0


def test_the_selection_is_shared_with_other_pages(
    session: CountySession, page: DivisionsPage
) -> None:
    page.select("12")
    assert session.selection == ("division", "12")
    session.select(("division", "21"))
    assert page.view.selected_codes() == ["21"]


# --- files


def test_a_list_is_imported_after_it_said_what_it_changes(
    session: CountySession, page: DivisionsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("代码,名称,2021年人口\n11,新村,905\n12,村12,\n", "utf-8-sig")
    page.exchange.read(path)
    qtbot.waitUntil(page.question.isVisible)
    assert page.question.question.text() == (
        "名单.csv: 0 divisions added, 1 changed, 1 unchanged; 1 numbers of people"
    )
    assert page.question.lines.item(0).text() == "村11 is called 新村 from now on"
    page.question.buttons[0].click()
    assert session.county.division("11").name == "新村"
    assert persons(session.county, "11", 2021) == 905
    session.undo()
    assert session.county.division("11").name == "村11"


def test_a_list_with_bad_cells_changes_nothing(
    session: CountySession, page: DivisionsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("代码,名称,2021年人口\n11,新村,许多\n", "utf-8-sig")
    page.exchange.read(path)
    qtbot.waitUntil(page.bad_cells.isVisible)
    assert page.bad_cells.cells.count() == 1
    assert session.county.division("11").name == "村11"


def test_what_is_exported_changes_nothing_when_imported(
    page: DivisionsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "区划.xlsx"
    page.exchange.export(path)
    assert "Written" in page.messages.label.text()
    page.exchange.read(path)
    qtbot.waitUntil(lambda: "unchanged" in page.messages.label.text())
    assert not page.question.isVisible()


def test_the_keyboard_sorts_nothing_away(page: DivisionsPage) -> None:
    page.view.horizontalHeader().setSortIndicator(PEOPLE, Qt.SortOrder.DescendingOrder)
    assert [d.code for d in page.model.divisions][:2] == ["1", "11"]
