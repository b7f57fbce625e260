from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.dialogs.population_dialog import PopulationDialog
from desktop.pages.overview import OverviewPage
from desktop.session import CountySession
from models.edits import Change, Edit, add
from models.facility import Facility
from models.measure import Allocation, Basis, Origin
from models.plan import Population

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the offscreen platform


@pytest.fixture
def page(session: CountySession, qtbot: QtBot) -> OverviewPage:
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    return page


def row(page: OverviewPage, number: int) -> list[str]:
    table = page.classes
    return [table.model().index(number, column).data() for column in range(table.columnCount())]


def set_planned_beds(session: CountySession, facility_id: str, value: int) -> None:
    before = session.county.allocation("plan", facility_id, "beds", Basis.PLANNED, 2025)
    assert before is not None
    after = replace(before, value=Decimal(value), origin=Origin.PLANNER)
    assert session.do(Edit("set", (Change(before, after),)))


def set_personnel(session: CountySession, facility_id: str, value: int) -> None:
    found = Allocation(
        "plan",
        facility_id,
        "health-personnel",
        Basis.PLANNED,
        2025,
        Decimal(value),
        Origin.PLANNER,
    )
    assert session.do(Edit("set", add(found)))


def test_county_plan_state_years_and_number_are_shown(page: OverviewPage) -> None:
    assert page.plan_title.text() == "测试县 · 测试县规划"
    for fact in ("草案", "2020", "2025", "测府发〔2021〕1号"):
        assert fact in page.plan_facts.text()


def test_key_figures_are_those_of_the_county(page: OverviewPage) -> None:
    assert page.beds.value.text() == "550 → 660"
    assert page.rate.value.text() == "5.50 → 6.60"
    assert page.people.value.text() == "100,000 → 100,000"
    assert page.facilities.value.text() == "4 ※"


def test_a_population_of_an_earlier_year_is_said_to_be_one(page: OverviewPage) -> None:
    assert "2025" in page.people.note.text()
    assert "that of 2020" in page.people.note.text()


def test_a_figure_says_what_it_is_computed_from(page: OverviewPage) -> None:
    assert "660" in page.rate.toolTip()
    assert "100,000" in page.rate.toolTip()
    assert "3 of 4" in page.beds.toolTip()  # actual beds: the group row is blank


def test_class_subtotals_stand_below(page: OverviewPage) -> None:
    assert [row(page, n)[4] for n in range(3)] == ["600", "60", "660"]


def test_an_edit_shows_at_once(session: CountySession, page: OverviewPage) -> None:
    set_planned_beds(session, "b", 60)
    assert page.beds.value.text() == "550 → 680"
    assert row(page, 1)[4] == "80"
    session.undo()
    assert page.beds.value.text() == "550 → 660"


def test_a_page_in_the_back_follows_when_it_comes_to_the_front(
    session: CountySession, page: OverviewPage
) -> None:
    page.hide()
    set_planned_beds(session, "b", 60)
    assert page.beds.value.text() == "550 → 660"
    page.show()
    assert page.beds.value.text() == "550 → 680"


def test_findings_are_counted_and_lead_to_their_list(
    session: CountySession, page: OverviewPage, qtbot: QtBot
) -> None:
    set_personnel(session, "h", 10)
    assert ">2</a>" in page.findings.value.text()  # the hospital's ratio and the county's
    with qtbot.waitSignal(page.navigate) as navigated:
        page.findings.value.linkActivated.emit("error")
    assert navigated.args == ["findings", ("severity", "error")]


def test_people_outside_the_radius_lead_to_the_map(page: OverviewPage, qtbot: QtBot) -> None:
    assert "40,000" in page.radius.value.text()
    assert page.radius.note.text() == "1 of 2 population points"
    with qtbot.waitSignal(page.navigate) as navigated:
        page.radius.value.linkActivated.emit("coverage")
    assert navigated.args == ["coverage", ()]


def test_without_an_emergency_site_nobody_is_called_covered(
    session: CountySession, page: OverviewPage
) -> None:
    before = session.county.facility("h")
    session.do(Edit("set", (Change(before, replace(before, emergency_site=False)),)))
    assert page.radius.value.text() == "—"
    assert "emergency sites" in page.next_steps.text()


def test_open_steps_lead_to_where_they_are_done(page: OverviewPage, qtbot: QtBot) -> None:
    assert "staff targets of 4 facilities" in page.next_steps.text()
    with qtbot.waitSignal(page.navigate) as navigated:
        page.next_steps.linkActivated.emit("0")
    assert navigated.args == ["allocation", ()]
    with qtbot.waitSignal(page.navigate) as navigated:
        page.next_steps.linkActivated.emit("1")
    assert navigated.args == ["facilities", ("filter", "no-place")]


def test_a_population_that_is_missing_is_asked_for_at_once(
    session: CountySession, page: OverviewPage
) -> None:
    people = tuple(session.county.table(Population).values())
    session.do(Edit("remove", tuple(Change(found, None) for found in people)))
    assert "resident population" in page.next_steps.text()
    page.next_steps.linkActivated.emit("0")
    assert page.findChild(PopulationDialog).isVisible()


def test_when_nothing_is_open_the_sheets_are_next(
    session: CountySession, page: OverviewPage, qtbot: QtBot
) -> None:
    for facility_id, value in {"h": 700, "b": 56, "c": 28, "g": 140}.items():
        set_personnel(session, facility_id, value)
    before = session.county.facility("c")
    after: Facility = replace(before, longitude=106.1, latitude=29.7)
    session.do(Edit("set", (Change(before, after),)))
    with qtbot.waitSignal(page.navigate) as navigated:
        page.next_steps.linkActivated.emit("reports")
    assert "target sheets" in page.next_steps.text()
    assert navigated.args == ["reports", ()]


def test_the_dazu_sample_is_marked_as_implied(dazu: CountySession, qtbot: QtBot) -> None:
    page = OverviewPage(dazu)
    qtbot.addWidget(page)
    page.show()
    assert page.people.note.text().count("≈ 推算") == 2
