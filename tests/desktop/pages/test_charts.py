"""The Charts page: choosing, following edits, empty charts, pictures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from matplotlib.text import Text
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.chart_question import ChartName
from desktop.dialogs.fields import Choice
from desktop.pages.charts import ChartsPage
from desktop.session import CountySession
from models.edits import Change, Edit, add
from models.measure import Allocation, Basis, Origin


@pytest.fixture
def page(qtbot: QtBot, session: CountySession) -> ChartsPage:
    page = ChartsPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    with qtbot.waitExposed(page):
        page.show()
    return page


def texts(page: ChartsPage) -> set[str]:
    found = page.view.figure.findobj(Text)
    return {text.get_text().strip() for text in found if isinstance(text, Text)}


def pick(picker: Choice, value: str) -> None:
    picker.choose(value)
    picker.activated.emit(picker.currentIndex())


def set_figure(session: CountySession, measure: str, basis: Basis, value: int) -> None:
    """A figure of 甲医院, whatever stood there."""
    year = 2025 if basis is Basis.PLANNED else 2020
    new = Allocation("plan", "h", measure, basis, year, Decimal(value), Origin.PLANNER)
    before = session.county.allocation("plan", "h", measure, basis, year)
    change = add(new) if before is None else (Change(before, new),)
    assert session.do(Edit("填写", change))


def test_no_title_is_cut(page: ChartsPage) -> None:
    words, room = page.list.fontMetrics(), page.list.viewport().width()
    titles = [page.list.item(row).text() for row in range(page.list.count())]
    assert len(titles) == len(ChartName)
    assert all(words.horizontalAdvance(title) + 6 <= room for title in titles)


def test_every_chart_has_its_own_choices(page: ChartsPage) -> None:
    shown = {}
    for name in ChartName:
        page.show_chart(name)
        shown[name] = [picker.isVisible() for picker in page._pickers]
    assert shown == {
        ChartName.RATES: [True, False, False],
        ChartName.TARGETS: [False, False, False],
        ChartName.DISTRIBUTION: [True, True, False],
        ChartName.RATIOS: [True, False, False],  # no rule has figures on any basis
        ChartName.EQUITY: [True, True, True],
        ChartName.DISTANCE: [True, False, False],
    }


def test_another_basis_is_another_chart_and_stays_chosen(page: ChartsPage) -> None:
    page.show_chart(ChartName.DISTRIBUTION)
    assert "540" in texts(page)  # planned: 500 + 40 in 甲镇
    pick(page.basis, "authorised")
    assert "430" in texts(page)  # authorised: 400 + 30
    page.show_chart(ChartName.TARGETS)
    page.show_chart(ChartName.DISTRIBUTION)
    assert page.basis.value() == "authorised"
    assert "430" in texts(page)


def test_only_one_class(page: ChartsPage) -> None:
    page.show_chart(ChartName.EQUITY)
    pick(page.facility_class, "hospital")
    assert any("医院" in text and "Equity" in text for text in texts(page))
    assert any(mark.text.splitlines()[2] == "床位: 500 (100.0%)" for mark in page.view.marks[:2])


def test_the_chart_follows_an_edit_and_undo(page: ChartsPage, session: CountySession) -> None:
    page.show_chart(ChartName.DISTRIBUTION)
    set_figure(session, "beds", Basis.PLANNED, 700)
    assert "740" in texts(page)
    assert session.undo()
    assert "540" in texts(page)


def test_what_an_edit_does_not_change_is_not_drawn_again(
    page: ChartsPage, session: CountySession
) -> None:
    page.show_chart(ChartName.DISTRIBUTION)
    before = page.view.marks
    set_figure(session, "nurses", Basis.PLANNED, 300)
    assert page.view.marks is before
    assert [page.subject.itemData(i) for i in range(page.subject.count())] == ["beds", "nurses"]


def test_a_page_in_the_back_draws_when_it_comes_to_the_front(
    page: ChartsPage, session: CountySession
) -> None:
    page.show_chart(ChartName.DISTRIBUTION)
    page.hide()
    set_figure(session, "beds", Basis.PLANNED, 700)
    assert "740" not in texts(page)
    page.show()
    assert "740" in texts(page)


def test_an_empty_chart_says_why_and_leads_to_where_it_can_be_mended(
    page: ChartsPage, qtbot: QtBot
) -> None:
    page.show_chart(ChartName.RATIOS)
    assert any("No facility has both figures" in text for text in texts(page))
    assert not page.save_action.isEnabled()
    with qtbot.waitSignal(page.navigate) as led:
        page.remedy_button.click()
    assert led.args == ["allocation", ()]
    page.show_chart(ChartName.DISTRIBUTION)
    assert page.save_action.isEnabled()
    assert not page.remedy_button.isVisible()


def test_a_chart_is_drawn_for_the_room_that_it_has(page: ChartsPage, qtbot: QtBot) -> None:
    page.show_chart(ChartName.EQUITY)
    with qtbot.waitSignal(page.view.resized):
        page.resize(1000, 600)
    QApplication.processEvents()
    assert page.view.figure.get_figwidth() == page.view.viewport().width() / 100


def test_the_copied_chart_is_that_which_is_shown(page: ChartsPage) -> None:
    page.copy_action.trigger()
    assert not QApplication.clipboard().image().isNull()
    QApplication.clipboard().clear()
